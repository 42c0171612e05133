"""What the environment makes of the settings, each read in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "DATABASE_URL": "postgres://wortlaut:secret@db.example/wortlaut",
    "SECRET_KEY": "for this test only, and long enough for it",
    "ALLOWED_HOSTS": "wortlaut.example",
}
OURS = {*PRODUCTION, "WORTLAUT_LOCAL", "DEBUG", "TRUSTED_PROXIES", "EMAIL_URL"}


def read(expression: str, **environment: str) -> str:
    """The value of an expression over the settings; what is said on failure instead of it."""
    code = f"from config import settings; print({expression})"
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout or done.stderr.splitlines()[-1]).strip()


def test_a_production_site_without_a_secret_key_does_not_start():
    said = read("settings.SECRET_KEY", **{**PRODUCTION, "SECRET_KEY": ""})

    assert "SECRET_KEY is not set" in said
    assert "WORTLAUT_LOCAL=1" in said


@pytest.mark.parametrize("environment", [{}, {**PRODUCTION, "WORTLAUT_LOCAL": "1"}])
def test_local_use_makes_up_a_secret_key_that_stays_and_only_its_owner_reads(environment):
    environment = {**environment, "SECRET_KEY": ""}
    key = read("settings.SECRET_KEY", **environment)

    assert len(key) > 60
    assert read("settings.SECRET_KEY", **environment) == key
    assert (PROJECT / "var" / "secret_key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("environment", [{}, PRODUCTION])
def test_debugging_is_off_unless_asked_for(environment):
    assert read("settings.DEBUG", **environment) == "False"
    assert read("settings.DEBUG", **environment, DEBUG="1") == "True"


def test_in_production_everything_goes_by_https():
    names = (
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "LANGUAGE_COOKIE_SECURE",
    )
    for name in names:
        assert read(f"settings.{name}", **PRODUCTION) == "True", name
        assert read(f"settings.{name}") == "False", name
    assert int(read("settings.SECURE_HSTS_SECONDS", **PRODUCTION)) >= 31_536_000


def test_a_production_site_answers_no_host_that_was_not_named():
    assert read("settings.ALLOWED_HOSTS", **PRODUCTION) == "['wortlaut.example']"
    assert read("settings.ALLOWED_HOSTS", **{**PRODUCTION, "ALLOWED_HOSTS": ""}) in ("[]", "['']")


def test_forwarded_headers_count_only_behind_a_trusted_proxy():
    expression = "getattr(settings, 'SECURE_PROXY_SSL_HEADER', None)"

    assert read(expression, **PRODUCTION) == "None"
    assert "HTTP_X_FORWARDED_PROTO" in read(expression, **PRODUCTION, TRUSTED_PROXIES="1")


def test_emails_are_printed_in_local_use_and_sent_in_production():
    assert read("settings.EMAIL_BACKEND").endswith("console.EmailBackend")
    assert read("settings.EMAIL_BACKEND", **PRODUCTION).endswith("smtp.EmailBackend")
    host = read("settings.EMAIL_HOST", **PRODUCTION, EMAIL_URL="smtps://u:p@mail.example:587")
    assert host == "mail.example"


def test_the_database_is_the_one_named_or_the_embedded_one():
    database = "settings.DATABASES['default']"

    assert read(f"{database}['HOST']", **PRODUCTION) == "db.example"
    assert read(f"{database}['ENGINE']") == "config.embedded"
    assert "server_side_binding" not in read(database, **PRODUCTION)


def test_an_imprint_comes_from_the_environment_or_from_a_file_that_must_be_there(tmp_path):
    text = tmp_path / "imprint.txt"
    text.write_text("Verein für Wörtliches\nBerlin\n", encoding="utf-8")

    assert read("repr(settings.WORTLAUT_IMPRINT)", WORTLAUT_IMPRINT="Verein") == "'Verein'"
    assert read("repr(settings.WORTLAUT_IMPRINT)") == "''"
    assert (
        read("repr(settings.WORTLAUT_IMPRINT)", WORTLAUT_IMPRINT_FILE=str(text))
        == "'Verein für Wörtliches\\nBerlin'"
    )
    assert "No such file" in read("1", WORTLAUT_IMPRINT_FILE=str(tmp_path / "missing.txt"))
