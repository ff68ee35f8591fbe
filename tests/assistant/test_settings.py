"""The settings: read from the environment alone, said plainly when they cannot be read, and never shown when secret."""
from datetime import UTC, datetime
import os
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assistant import bootstrap
from assistant.settings import Settings, read, variable
from assistant.surroundings import checks
from records.asker import Role
from records.errors import BadInput


def test_without_an_environment_all_have_defaults() -> None:
    here = read()
    assert (here.home, here.host, here.port, here.sample, here.has_model, here.has_slack) == (Path(".pmo"), "127.0.0.1", 8000, False, False, False)


def test_a_fixed_clock_stands_in_the_office_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_NOW", "2026-11-18T09:00")
    monkeypatch.setenv("PMO_TIME_ZONE", "Europe/Berlin")
    clock = read().clock()
    assert clock() == clock() == datetime(2026, 11, 18, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def test_without_a_fixed_clock_time_goes_on() -> None:
    clock = read(time_zone="Asia/Tokyo").clock()
    assert abs(clock() - datetime.now(UTC)).total_seconds() < 5
    assert clock().utcoffset() == ZoneInfo("Asia/Tokyo").utcoffset(clock().replace(tzinfo=None))


@pytest.mark.parametrize(("name", "said"), [
    ("PMO_NOW", "yesterday"), ("PMO_TIME_ZONE", "Mars/Olympus"), ("PMO_TIME_ZONE", "../etc"), ("PMO_PORT", "99999"), ("PMO_LLM_TIMEOUT", "-1"),
    ("PMO_SAMPLE", "perhaps"), ("PMO_PUBLIC_URL", "pmo.office.example"), ("PMO_PUBLIC_URL", "https://pmo.office.example/?x=1"),
    ("PMO_OIDC_ISSUER", "javascript:alert(1)"), ("PMO_OIDC_ROLES", "pmo-admins=emperor"), ("PMO_OIDC_ROLES", "=member")])
def test_a_setting_that_cannot_be_read_is_named(name: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, said)
    with pytest.raises(BadInput, match=name):
        read()


def test_an_empty_variable_is_no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "")
    monkeypatch.setenv("PMO_PORT", "")
    assert (read().has_model, read().port) == (False, 8000)


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "PMO_DATABASE_URL",
                                  "PMO_OIDC_CLIENT_SECRET"])
def test_a_secret_is_never_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "canary-7f3a")
    here = read()
    assert "canary-7f3a" not in f"{here!r} {here} {checks(here)}"


def test_a_secret_is_not_shown_beside_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "canary-7f3a")
    monkeypatch.setenv("PMO_PORT", "canary-port")
    with pytest.raises(BadInput) as said:
        read()
    assert "canary" not in str(said.value)


def test_traces_are_never_sent_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    read()
    assert os.environ["LANGSMITH_TRACING"] == "false"


def test_one_slack_token_without_the_other_is_a_finding() -> None:
    assert [detail for ok, what, detail in checks(read(slack_bot_token="xoxb-1")) if what == "Slack" and not ok]


@pytest.mark.parametrize(("chosen", "address"), [
    ({}, "http://127.0.0.1:8000"), ({"host": "0.0.0.0"}, "http://127.0.0.1:8000"), ({"host": "::1", "port": 80}, "http://[::1]:80"),  # noqa: S104 - to listen on
    ({"public_url": "https://pmo.office.example/"}, "https://pmo.office.example")])
def test_people_reach_the_page_where_it_is_said_or_where_it_listens(chosen: dict[str, Any], address: str) -> None:
    assert read(**chosen).address == address


def test_roles_stand_in_the_order_they_are_given_in() -> None:
    assert read(oidc_roles="pmo-admins=PMO admin, planners = project manager,*=viewer").roles_by_group == [
        ("pmo-admins", Role.admin), ("planners", Role.manager), ("*", Role.viewer)]
    assert read(oidc_require="https://slack.com/team_id=T0123").oidc_required == ("https://slack.com/team_id", "T0123")


@pytest.mark.parametrize(("chosen", "what", "says"), [
    ({"host": "0.0.0.0"}, "address", "need PMO_PUBLIC_URL"), ({"public_url": "http://pmo.office.example"}, "address", "is not https"),  # noqa: S104
    ({"oidc_issuer": "https://login.office.example"}, "sign-in", "PMO_OIDC_CLIENT_ID is missing"),
    ({"oidc_issuer": "https://slack.com", "oidc_client_id": "1"}, "sign-in", "PMO_OIDC_REQUIRE must say which is yours")])
def test_what_is_missing_to_sign_in_well_is_a_finding(chosen: dict[str, Any], what: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.surroundings.reachable", lambda _url: "")
    assert any(says in detail for ok, name, detail in checks(read(**chosen)) if name == what and not ok)


def test_a_provider_that_vouches_for_any_company_lets_nobody_in_without_saying_which(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="PMO_OIDC_REQUIRE"):
        bootstrap.office(read(home=tmp_path, oidc_issuer="https://slack.com", oidc_client_id="1"))


def test_every_setting_has_a_variable_and_words() -> None:
    assert all(variable(field).isupper() and info.description for field, info in Settings.model_fields.items())
