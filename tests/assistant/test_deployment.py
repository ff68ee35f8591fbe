"""What the doctor warns of before an installation goes live, and secrets that stand in files of their own."""
from datetime import timedelta
from pathlib import Path

import pytest

from assistant import bootstrap, settings
from assistant.deployment import remote
from assistant.settings import read
from assistant.surroundings import Check, checks
from records.errors import BadInput
from tests.conftest import NOW, settings_in

ANSWERS = {"admin": "Zoe Berg", "email": "zoe@example.com", "office": "the PMO", "country": "DE", "currency": "EUR", "zone": "UTC",
           "fiscal_month": "1"}
MOUNTS = "/dev/sda1 / ext4 rw 0 0\nserver:/people /people nfs4 rw 0 0\n/dev/sdb1 /people/local xfs rw 0 0\nx /srv/my\\040disk cifs rw 0 0\n"


def warned(checks: list[Check], part: str) -> str:
    return next((detail for ok, name, detail in checks if name == part and not ok), "")


@pytest.mark.parametrize(("folder", "kind"), [("/var/lib/pmo", ""), ("/people/zoe/pmo", "nfs4"), ("/people/local/pmo", ""), ("/srv/my disk/pmo", "cifs")])
def test_a_network_file_system_is_known_by_what_is_mounted_nearest(folder: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    assert remote(Path(folder), tmp_path / "mounts") == kind


def test_where_nobody_tells_what_is_mounted_nothing_is_said(tmp_path: Path) -> None:
    assert not remote(tmp_path, tmp_path / "none")


def test_a_file_of_settings_that_everybody_can_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "pmo.env"
    file.write_text("PMO_OFFICE=ours")
    monkeypatch.setattr(settings, "ENV_FILE", file)
    file.chmod(0o644)
    assert warned(list(checks(settings_in(tmp_path))), "secrets") == f"everybody on this machine can read {file}; to mend it: chmod o-rwx {file}"
    file.chmod(0o640)
    assert not warned(list(checks(settings_in(tmp_path))), "secrets")


def test_a_page_that_is_served_to_others_without_a_proxy_is_told(tmp_path: Path) -> None:
    assert "without TLS" in warned(list(checks(settings_in(tmp_path, host="0.0.0.0"))), "page")  # noqa: S104 - that is what is warned of
    assert not warned(list(checks(settings_in(tmp_path, host="0.0.0.0", proxies="10.0.0.2"))), "page")  # noqa: S104


@pytest.mark.slow
@pytest.mark.usefixtures("quickly_made")
def test_a_company_without_backups_is_told_after_a_week(tmp_path: Path) -> None:
    def doctor(days: int) -> list[Check]:
        return bootstrap.upkeep(settings_in(tmp_path).model_copy(update={"now": NOW + timedelta(days)})).doctor()
    bootstrap.upkeep(settings_in(tmp_path)).begin(ANSWERS, tmp_path)
    assert not warned(doctor(7), "backups")
    assert warned(doctor(8), "backups").startswith("none was made since 18 Nov 2026; pmo backup FILE makes one")
    bootstrap.upkeep(settings_in(tmp_path).model_copy(update={"now": NOW + timedelta(8)})).back_up(tmp_path / "backup")
    assert not warned(doctor(15), "backups")
    assert warned(doctor(16), "backups").startswith("none was made since 26 Nov 2026")
    assert warned(doctor(-1), "clock") == "it says 17 Nov 2026 09:00, which is before what was done already; set it, by NTP"


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "SLACK_BOT_TOKEN", "PMO_SMTP_URL", "PMO_DATABASE_URL", "PMO_METRICS_TOKEN", "PMO_OIDC_CLIENT_SECRET"])
def test_a_secret_may_stand_in_a_file(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("canary\n")
    monkeypatch.setenv(f"{name}_FILE", str(tmp_path / "secret"))
    field = next(f for f in settings.Settings.model_fields if settings.variable(f) == name)
    said = getattr(read(), field)
    assert (said if isinstance(said, str) else said.get_secret_value()) == "canary"


def test_what_is_no_secret_stands_in_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("elsewhere")
    monkeypatch.setenv("PMO_OFFICE_FILE", str(tmp_path / "secret"))
    assert read().office == "the PMO"


def test_a_secret_said_twice_is_taken_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("from the file")
    monkeypatch.setenv("OPENAI_API_KEY_FILE", str(tmp_path / "secret"))
    monkeypatch.setenv("OPENAI_API_KEY", "from the environment")
    key = read().openai_api_key
    assert key
    assert key.get_secret_value() == "from the environment"


@pytest.mark.parametrize(("content", "why"), [(None, "no such file or directory"), (b"\xff\xfe", "it is no text")])
def test_a_file_of_a_secret_that_cannot_be_read_is_named(content: bytes | None, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secret"
    if content:
        file.write_bytes(content)
    monkeypatch.setenv("SLACK_BOT_TOKEN_FILE", str(file))
    with pytest.raises(BadInput, match=f"SLACK_BOT_TOKEN_FILE names a file that cannot be read, .*secret: {why}"):
        read()


def test_a_file_of_settings_that_is_named_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_ENV_FILE", str(tmp_path / "pmo.env"))
    monkeypatch.setattr(settings, "ENV_FILE", tmp_path / "pmo.env")
    with pytest.raises(BadInput, match="PMO_ENV_FILE names a file that cannot be read"):
        read()
