"""A certificate holds for the name in the address, or there is no connection."""

import shutil
import ssl
import subprocess

import pytest

from quotes.ingest.fetching import Reason, Refused
from quotes.ingest.fetching.exchange import public_certificates
from tests.ingest.internet import ADDRESS, answer

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl to make keys with")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, made = folder / "key.pem", folder / "certificate.pem"
    asked = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=example.org"
        f" -addext subjectAltName=DNS:example.org -keyout {key} -out {made}"
    )
    subprocess.run(asked.split(), check=True, capture_output=True)
    return made, key


@pytest.fixture
def secure(internet, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    internet.serve_tls(context)
    internet.names["other.example"] = [ADDRESS]
    internet.pages["other.example/artikel"] = answer()
    return internet


@pytest.fixture
def trusting(certificate):
    return ssl.create_default_context(cafile=certificate[0])


def test_a_page_is_fetched_over_tls_from_the_address_that_was_checked(secure, trusting):
    fetched = secure.fetch("https://example.org/artikel", tls=trusting)
    assert "Geduld" in fetched.text
    assert set(secure.dialled) == {(ADDRESS, 443)}


def test_a_certificate_for_another_name_is_refused(secure, trusting):
    with pytest.raises(Refused) as refused:
        secure.fetch("https://other.example/artikel", tls=trusting)
    assert refused.value.reason is Reason.TLS
    assert "other.example" in refused.value.values["detail"]


def test_a_certificate_that_nobody_vouches_for_is_refused(secure):
    with pytest.raises(Refused) as refused:
        secure.fetch("https://example.org/artikel")
    assert refused.value.reason is Reason.TLS
    assert "self-signed" in refused.value.values["detail"]
    assert secure.asked == []


def test_a_server_without_tls_is_refused(internet):
    with pytest.raises(Refused) as refused:
        internet.fetch("https://example.org/artikel")
    assert refused.value.reason is Reason.TLS
    assert internet.asked == []


def test_names_are_checked_against_public_authorities():
    context = public_certificates()
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
