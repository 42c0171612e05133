"""Every command of the README is run: by a test, or by CI."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command

PROJECT = Path(__file__).resolve().parents[2]
# Command: the file that runs it, and how it looks there.
RUN_BY = {
    "make run": (".ci/run", "make run"),
    "make run PORT=8001": (".ci/run", "make run PORT="),
    "make test": (".ci/run", "make test"),
    "make lint": (".ci/run", "make lint"),
    "make dev": ("tests/config/test_start.py", '["run", "dev"]'),
    "make help": ("tests/config/test_readme.py", '["make", "help"]'),
}
ADDRESS = re.compile(r"curl -s 'http://127\.0\.0\.1:8000(/\S+)'")


def test_every_command_is_run_by_a_test_or_by_ci(readme):
    commands = readme.code("sh").splitlines()

    for command in commands:
        if not ADDRESS.fullmatch(command):
            path, trace = RUN_BY[command]
            assert trace in (PROJECT / path).read_text()
    assert set(RUN_BY) <= set(commands)
    assert readme.languages() == {"sh"}


@pytest.mark.django_db
def test_every_address_answers_with_what_the_tour_promises(readme, client):
    call_command("load_dossier", verbosity=0)
    addresses = ADDRESS.findall(readme.code("sh"))
    assert addresses

    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        if "language=ja" in address:
            wordings = [quote["wording"] for quote in answer.json()["results"]]
            assert any("粘り強く醸成" in wording for wording in wordings)
    for page in ("/quotes/", "/statements/", "/quotes/?lang=de"):
        assert client.get(page).status_code == 200


def test_every_file_that_it_leads_to_is_there(readme):
    for target in re.findall(r"\]\(((?!http)[^)#]+)\)", readme.text):
        assert (PROJECT / target).exists(), target
    for folder in re.findall(r"`([a-z]+(?:/[a-z]+)*/)`", readme.text):
        assert folder == "var/" or (PROJECT / folder).is_dir(), folder


def test_help_names_every_target_that_the_readme_names(readme):
    told = subprocess.run(
        ["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout

    for target in set(re.findall(r"(?:^|`)make ([a-z]+)", readme.text, re.M)) - {"help"}:
        assert f"make {target} " in told
