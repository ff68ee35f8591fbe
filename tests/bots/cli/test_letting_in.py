"""`pmo link`, `token`, `tokens`, `revoke` and `sign-out`: the secret alone on stdout, and what it is on stderr."""
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.entering import Entering
from assistant.served import serving
from records.errors import Unproven
from tests.bots.cli.conftest import Pmo
from tests.conftest import settings_in

BEN, PAULA = "ben@northlight.example", "paula@northlight.example"


@pytest.fixture
def entering(home: Path) -> Entering:
    return bootstrap.entering(settings_in(home))


def test_a_link_signs_in_whom_it_is_made_for(pmo: Pmo, entering: Entering, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_PUBLIC_URL", "https://pmo.office.example/")
    ran = pmo("link", "Ben")
    assert ran.code == 0
    assert ran.out.startswith("https://pmo.office.example/sign-in/")
    assert ran.err == f"Whoever opens this within 15 minutes is {BEN}. It works once.\n"
    assert entering.caller(entering.redeem(ran.out.strip().rpartition("/")[2])).email == BEN
    assert PAULA in pmo("link", "--json").json["says"]


def test_a_link_begins_where_the_server_runs_and_says_so_when_none_does(pmo: Pmo, home: Path) -> None:
    with serving(home, "http://127.0.0.1:8177"), serving(home, "http://127.0.0.1:8178"):
        ran = pmo("link", "Ben")
        assert ran.out.startswith("http://127.0.0.1:8177/sign-in/")
        assert "no server" not in ran.err
    ran = pmo("link", "Ben")
    assert ran.out.startswith("http://127.0.0.1:8000/sign-in/")
    assert "no server of this company runs here now" in ran.err


def test_a_token_is_shown_once_and_ends_when_it_is_revoked(pmo: Pmo, entering: Entering) -> None:
    ran = pmo("token", "Ben", "--scope", "read", "--scope", "write", "--days", "30", "--name", "the build")
    secret = ran.out.strip()
    assert ran.err.startswith(f"It speaks for {BEN} for 30 days (read, write).")
    assert entering.by_token(secret).scopes == {"read", "write"}
    (row,) = pmo("tokens", "--json").json["blocks"][0]["rows"]
    assert row[1:] == ["token", BEN, "the build", "read, write", "2026-11-18", "2026-12-18", "2026-11-18 09:00"]
    assert secret not in pmo("tokens").out
    assert pmo("revoke", row[0]).code == 0
    with pytest.raises(Unproven):
        entering.by_token(secret)
    assert pmo("revoke", row[0]).code == 1


def test_times_are_those_of_the_office_whose_zone_is_named(pmo: Pmo, entering: Entering, monkeypatch: pytest.MonkeyPatch) -> None:
    entering.by_token(entering.token(BEN, BEN))
    monkeypatch.setenv("PMO_TIME_ZONE", "Pacific/Auckland")
    monkeypatch.setenv("PMO_NOW", "2026-11-18T23:00")
    (listed,) = pmo("tokens", "--json").json["blocks"]
    assert (listed["rows"][0][5:], listed["note"]) == (["2026-11-18", "2027-02-16", "2026-11-18 22:00"], "times of Pacific/Auckland")


def test_somebody_is_signed_out_everywhere(pmo: Pmo, entering: Entering) -> None:
    session, token = entering.open(BEN, "by a link"), entering.token(BEN, BEN)
    assert pmo("sign-out", "Ben", "--keep-tokens").out.strip() == f"{BEN} is signed out everywhere: 1 ended."
    with pytest.raises(Unproven):
        entering.caller(session)
    assert entering.by_token(token).email == BEN
    assert pmo("sign-out", "Ben").out.strip() == f"{BEN} is signed out everywhere: 1 ended."
    assert "there is no token" in pmo("tokens").out


WRONG = (
    (("link", "Ben", "--as", "Ana"), 1, "Only the PMO admin may do that for somebody else."),
    (("token", "Ben", "--scope", "everything"), 2, "A token has one or more of the scopes read, write and admin; with mcp too it is for MCP."),
    (("token", "Ben", "--scope", "admin"), 2, "Ben Okafor is no PMO admin, so their token cannot have the scope admin."),
    (("sign-out", "Nobody At All"), 2, "I know no person “Nobody At All”."),
    (("revoke", "0000"), 1, "There is no session or token 0000 that you may end. pmo tokens lists them."),
)


def test_what_cannot_be_done_is_said_in_a_line(pmo: Pmo) -> None:
    for arguments, code, says in WRONG:
        ran = pmo(*arguments)
        assert (ran.code, ran.err.strip()) == (code, says)


def test_before_there_is_a_database_nobody_is_let_in(pmo: Pmo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_HOME", str(tmp_path / "nothing"))
    assert [pmo(*command).code for command in (("link",), ("tokens",), ("token", "Ben"), ("sign-out", "Ben"), ("revoke", "x"))] == [1] * 5
