"""The examples of docs/writing.md and of the guide run as they stand."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from quotes.api.documentation.examples import SITE
from quotes.api.documentation.views import PROGRAMS
from quotes.editorial.history import changes
from quotes.models import Change, Quote, Scope
from tests.factories import UserFactory, token_of

DOCUMENT = (Path(__file__).parents[3] / "docs" / "writing.md").read_text()


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_the_example_runs(live_server, tmp_path):
    call_command("load_dossier", verbosity=0)
    before = Quote.objects.count()
    _token, secret = token_of(UserFactory(groups=["Contributor"]), "drafts:write")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONIOENCODING": "utf-8",
        "WORTLAUT_SITE": live_server.url,
        "WORTLAUT_TOKEN": secret,
    }
    commands = {"python": [sys.executable, "-c"], "sh": ["sh", "-c"]}
    programs = [("python", PROGRAMS["writing"].replace(SITE, live_server.url))]
    programs += re.findall(r"```(python|sh)\n(.*?)```", DOCUMENT, re.DOTALL)
    for language, program in programs:
        found = subprocess.run(
            [*commands[language], program],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            cwd=tmp_path,
            env=environment,
        )
        assert found.returncode == 0, found.stderr
        assert "geduldig Vertrauen aufzubauen" in found.stdout
    assert Quote.objects.count() == before + 2
    submitted = Quote.objects.order_by("pk")[before]
    assert (submitted.state, submitted.addressee) == ("in_review", "Reporter")
    assert changes(submitted)[0].reason == "Complete"


@pytest.mark.parametrize("name", ["walking", "whole_file", "following"])
@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_the_programs_that_read_run(live_server, tmp_path, name):
    call_command("load_dossier", verbosity=0)
    found = subprocess.run(
        [sys.executable, "-c", PROGRAMS[name].replace(SITE, live_server.url)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"},
    )
    assert found.returncode == 0, found.stderr
    if name == "following":
        assert len(found.stdout.splitlines()) == Change.objects.count() > 1
        return
    held = Quote.objects.published()
    if name == "whole_file":
        held = held.filter(occurrences__language="ja").distinct()
    assert len(found.stdout.splitlines()) == held.count() > 1


def test_every_scope_is_explained(client):
    guide = client.get("/api/", headers={"Accept": "text/html"}).content.decode()
    for scope in Scope:
        assert f"<code>{scope.value}</code>" in guide
