"""On the way out: a model server behind an authority of the office's own, and behind a proxy."""
import asyncio
from collections.abc import Iterator
import os
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.reaching import reachable
from assistant.settings import read
from records.errors import BadInput
from tests.conftest import settings_in
from tests.fakes.authority import Authority, authority
from tests.fakes.model import Model, says, served


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a setting tells all clients by the environment is taken back."""
    for name in ("SSL_CERT_FILE", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield
    os.environ.pop("SSL_CERT_FILE", None)


def asked(home: Path, url: str, ca: Path | None = None) -> str:
    """What a model says that is reached as an installation with these settings reaches it."""
    settings = settings_in(home, llm_base_url=url, llm_model="scripted", llm_timeout=5.0, ca_file=ca)
    model = bootstrap._model(settings)
    assert model
    return str(asyncio.run(model.ainvoke("hello")).content)


def test_a_model_by_an_authority_of_ones_own_is_trusted_when_that_is_named(office: Authority, tmp_path: Path) -> None:
    with served(Model([says("good day")]), office.server) as url:
        assert asked(tmp_path, url, office.file) == "good day"


def test_it_is_not_trusted_otherwise(office: Authority, tmp_path: Path) -> None:
    with served(Model([says("good day")]), office.server) as url, pytest.raises(Exception, match="Connection error"):
        asked(tmp_path, url)


def test_the_usual_authorities_are_trusted_beside_it(office: Authority, tmp_path: Path) -> None:
    settings_in(tmp_path, ca_file=office.file)
    trusted = Path(os.environ["SSL_CERT_FILE"]).read_text("ascii")
    assert office.file.read_text("ascii") in trusted
    assert trusted.count("BEGIN CERTIFICATE") > 100


def test_a_file_that_holds_no_certificates_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ca.pem").write_text("none")
    monkeypatch.setenv("PMO_CA_FILE", str(tmp_path / "ca.pem"))
    with pytest.raises(BadInput, match="PMO_CA_FILE names no file of certificates"):
        read()


def test_a_proxy_is_used_where_one_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(Model([says("through the proxy")])) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.removesuffix("/v1"))
        assert asked(tmp_path, "http://model.office.example/v1") == "through the proxy"


def test_the_doctor_knocks_at_the_proxy_then_for_nothing_else_can_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    with served(Model([says("")])) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.removesuffix("/v1"))
        assert not reachable("https://model.office.example/v1")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert reachable("https://127.0.0.1:1/v1") == "connection refused"
