"""The example in docs/writing.md runs as it stands."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from quotes.editorial.history import changes
from quotes.models import Quote, Scope
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
    for language, program in re.findall(r"```(python|sh)\n(.*?)```", DOCUMENT, re.DOTALL):
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


def test_every_scope_is_explained():
    for scope in Scope:
        assert f"`{scope.value}`" in DOCUMENT
