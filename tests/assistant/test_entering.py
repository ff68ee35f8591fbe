"""Signing in: links that open one session once, tokens that may what they say, and nothing that outlives its person."""
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from itertools import count

import pytest
import sqlalchemy as sa

from assistant.admitting import Admitting
from assistant.entering import Entered, Entering
from records import forgetting
from records.database import Database
from records.errors import BadInput, NotFound, Refused, Unproven
from records.journal import Note
from records.proposals import Change
from records.tokens import Token
from tests.records.conftest import ADMIN, ANA, BEN, NOW, Office
from tests.records.conftest import office as office  # noqa: PLC0414
from tests.records.conftest import office_file as office_file  # noqa: PLC0414

ALL = frozenset({"read", "write", "admin", "mcp"})


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now

    def on(self, **later: float) -> None:
        self.now += timedelta(**later)


def numbered() -> Callable[[int], bytes]:
    numbers: Iterator[int] = count(1)
    return lambda length: next(numbers).to_bytes(length, "big")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def entering(office: Office, clock: Clock) -> Entering:
    return Entering(office.database, clock, numbered())


def refused(what: Callable[[], object]) -> str:
    with pytest.raises(Unproven) as unproven:
        what()
    return str(unproven.value)


def noted(office: Office) -> list[tuple[int, str, str]]:
    with office.database.reading() as session:
        return [(n.asker_id, n.event, n.body) for n in session.scalars(sa.select(Note).order_by(sa.text("id")))]


def test_a_link_opens_a_session_once(entering: Entering) -> None:
    secret = entering.link(ADMIN, BEN)
    session = entering.redeem(secret)
    assert entering.caller(session) == Entered(BEN, ALL, "0000000004")
    assert refused(lambda: entering.redeem(secret)) == "That link has been used, or its 15 minutes are over. Ask for a new one."


def test_a_link_lasts_fifteen_minutes(entering: Entering, clock: Clock) -> None:
    secret = entering.link(ADMIN, BEN)
    clock.on(minutes=15)
    assert "15 minutes are over" in refused(lambda: entering.redeem(secret))


def test_of_two_who_take_a_link_at_once_one_is_let_in(office: Office, clock: Clock) -> None:
    two = [Entering(Database(office.database.engine.url.render_as_string(hide_password=False)), clock) for _ in range(2)]
    secret = two[0].link(ADMIN, BEN)

    def taken(by: Entering) -> str:
        with suppress(Unproven):
            return by.redeem(secret)
        return ""
    with ThreadPoolExecutor() as pool:
        assert sorted(map(bool, pool.map(taken, two * 4))) == [False] * 7 + [True]


def test_the_other_links_of_who_came_in_are_void(entering: Entering) -> None:
    older, newer, another = entering.link(ADMIN, BEN), entering.link(ADMIN, BEN), entering.link(ADMIN, ANA)
    entering.redeem(newer)
    refused(lambda: entering.redeem(older))
    assert entering.caller(entering.redeem(another)).email == ANA


def test_only_an_admin_lets_somebody_else_in(entering: Entering) -> None:
    with pytest.raises(Refused, match="Only the PMO admin may do that for somebody else"):
        entering.link(BEN, ANA)
    assert entering.caller(entering.redeem(entering.link(BEN, BEN))).email == BEN


def test_nobody_is_let_in_whom_the_office_does_not_know(entering: Entering) -> None:
    with pytest.raises(NotFound, match="nobody with the address eve"):
        entering.link(ADMIN, "eve@office.example")
    with pytest.raises(Refused, match="know you here yet"):
        entering.open("eve@office.example", "by the company's sign-in")


def test_a_session_ends_after_a_week_unused_and_after_thirty_days_at_last(entering: Entering, clock: Clock) -> None:
    session, idle = entering.open(BEN, "by a link"), entering.open(BEN, "by a link")
    for _ in range(4):
        clock.on(days=6)
        entering.caller(session)
    assert refused(lambda: entering.caller(idle)).startswith("You are not signed in.")
    clock.on(days=6)
    refused(lambda: entering.caller(session))


def test_signing_out_ends_the_session_and_nothing_else(entering: Entering) -> None:
    one, other = entering.open(BEN, "by a link"), entering.open(BEN, "by a link")
    entering.sign_out(one)
    entering.sign_out(one)
    refused(lambda: entering.caller(one))
    assert entering.caller(other).email == BEN


def test_signing_out_everywhere_leaves_the_tokens(entering: Entering) -> None:
    session, link, token = entering.open(BEN, "by a link"), entering.link(BEN, BEN), entering.token(BEN, BEN)
    assert entering.revoke_all(BEN, BEN, sessions_only=True) == 2
    refused(lambda: entering.caller(session))
    refused(lambda: entering.redeem(link))
    assert entering.by_token(token).email == BEN
    assert entering.revoke_all(ADMIN, BEN) == 1
    refused(lambda: entering.by_token(token))


def test_a_token_may_what_it_says_for_as_long_as_it_says(entering: Entering, clock: Clock) -> None:
    token = entering.token(BEN, BEN, ("write", "read"), 30, "the build")
    assert token.startswith("pmo_")
    assert entering.by_token(token) == Entered(BEN, frozenset({"read", "write"}))
    clock.on(days=30)
    assert refused(lambda: entering.by_token(token)) == "That token is not known here, has expired or was revoked. Make a new one with pmo token."


def test_a_token_is_for_one_face(entering: Entering) -> None:
    api, mcp = entering.token(BEN, BEN), entering.token(BEN, BEN, ("mcp", "read"))
    assert entering.by_token(mcp, "mcp").scopes == {"mcp", "read"}
    assert "for MCP only" in refused(lambda: entering.by_token(mcp))
    assert "not for MCP" in refused(lambda: entering.by_token(api, "mcp"))


def test_one_secret_is_not_taken_for_another_sort(entering: Entering) -> None:
    link, session, token = entering.link(BEN, BEN), entering.open(BEN, "by a link"), entering.token(BEN, BEN)
    for secret in (link, token, "", "x" * 5000, "\ud800"):
        refused(partial(entering.caller, secret))
    for secret in (link, session, f"pmo_{session}", "pmo_", "pmo_\ud800"):
        refused(partial(entering.by_token, secret))
    for secret in (session, token):
        refused(partial(entering.redeem, secret))


@pytest.mark.parametrize(("scopes", "days", "says"), [
    (("read", "everything"), 30, "one or more of the scopes"), ((), 30, "one or more of the scopes"), (("mcp",), 30, "one or more of the scopes"),
    (("read",), 0, "1 to 366 days"), (("read",), 367, "1 to 366 days"), (("admin",), 30, "Ben Okafor is no PMO admin"),
])
def test_a_token_that_says_nonsense_is_not_made(entering: Entering, scopes: tuple[str, ...], days: int, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        entering.token(ADMIN, BEN, scopes, days)


def test_rights_and_address_are_those_of_now(office: Office, entering: Entering) -> None:
    token = entering.token(ADMIN, BEN)
    office.do(ADMIN, Change("person", ("P-3",), {"email": "ben.o@office.example", "role": "viewer"}))
    assert entering.by_token(token).email == "ben.o@office.example"


def test_who_is_archived_is_out_at_once(office: Office, entering: Entering) -> None:
    session, token, link = entering.open(BEN, "by a link"), entering.token(BEN, BEN), entering.link(BEN, BEN)
    with office.database.writing() as tx:
        tx.execute(sa.text("UPDATE person SET archived = (1 = 1) WHERE key = 'P-3'"))
    refused(lambda: entering.caller(session))
    refused(lambda: entering.by_token(token))
    refused(lambda: entering.redeem(link))
    assert entering.issued(ADMIN) == []


def test_whose_account_is_closed_is_out_for_good(office: Office, entering: Entering, clock: Clock) -> None:
    session, token, other = entering.open(BEN, "by a link"), entering.token(BEN, BEN), entering.open(ANA, "by a link")
    Admitting(office.database, clock).leave(BEN)
    refused(lambda: entering.caller(session))
    refused(lambda: entering.by_token(token))
    assert entering.caller(other).email == ANA
    assert noted(office)[-1] == (3, "person:left", "0 open previews dropped, 2 sessions and tokens ended")


def test_a_list_shows_ones_own_and_an_admin_all(entering: Entering, clock: Clock) -> None:
    entering.open(BEN, "by a link")
    clock.on(minutes=1)
    entering.token(ANA, ANA, ("read", "write"), 10, "reports")
    assert [(i.email, i.sort, i.name, i.scopes) for i in entering.issued(ADMIN)] == [
        (ANA, "api", "reports", ("read", "write")), (BEN, "session", "by a link", ())]
    assert [i.email for i in entering.issued(BEN)] == [BEN]
    assert [i.email for i in entering.issued(ADMIN, ANA)] == [ANA]
    with pytest.raises(Refused):
        entering.issued(BEN, ANA)


def test_one_is_ended_by_its_id_by_whose_it_is_or_an_admin(entering: Entering) -> None:
    token, session = entering.token(ANA, ANA), entering.open(ANA, "by a link")
    ids = {i.sort: i.id for i in entering.issued(ANA)}
    with pytest.raises(NotFound, match="no session or token"):
        entering.revoke(BEN, ids["api"])
    entering.revoke(ANA, ids["api"])
    entering.revoke(ADMIN, ids["session"])
    refused(lambda: entering.by_token(token))
    refused(lambda: entering.caller(session))
    with pytest.raises(NotFound):
        entering.revoke(ANA, ids["api"])


def test_it_is_known_when_one_was_last_used_to_ten_minutes(entering: Entering, clock: Clock) -> None:
    token = entering.token(BEN, BEN)
    for _ in range(2):
        clock.on(minutes=6)
        entering.by_token(token)
    assert [i.used for i in entering.issued(BEN)] == [NOW + timedelta(minutes=6)]


def test_the_journal_says_who_let_whom_in_and_no_secret(office: Office, entering: Entering) -> None:
    link = entering.link(ADMIN, BEN)
    session, token = entering.redeem(link), entering.token(ADMIN, BEN, ("read",), 10)
    entering.sign_out(session)
    entering.revoke(BEN, entering.issued(BEN)[0].id)
    assert noted(office) == [
        (1, "link:made", f"of {BEN}: 0000000002"), (3, "session:opened", "0000000004 by a link"),
        (1, "token:made", f"of {BEN}: 0000000006 (read), until 2026-11-28"), (3, "session:ended", "0000000004"), (3, "token:revoked", "0000000006")]
    with office.database.engine.connect() as connection:
        kept = str(connection.execute(sa.select(Token.__table__)).all())  # type: ignore[attr-defined]
    assert not any(secret.removeprefix("pmo_").rstrip("=") in kept for secret in (link, session, token))


def test_nothing_of_who_is_forgotten_is_left(office: Office, entering: Entering) -> None:
    entering.token(BEN, BEN, name="ben's laptop")
    with office.database.writing() as tx:
        forgetting.person(tx, BEN)
    with office.database.reading() as session:
        assert session.execute(sa.select(Token)).all() == []


def test_where_no_record_may_be_changed_people_still_come_in(office: Office, clock: Clock) -> None:
    entering = Entering(Database(office.database.engine.url.render_as_string(hide_password=False), read_only=True), clock)
    assert entering.caller(entering.redeem(entering.link(ADMIN, BEN))).email == BEN


def test_what_ended_long_ago_is_swept(office: Office, entering: Entering, clock: Clock) -> None:
    entering.link(BEN, BEN)
    clock.on(days=91)
    entering.link(BEN, BEN)
    with office.database.reading() as session:
        assert len(session.execute(sa.select(Token)).all()) == 1
