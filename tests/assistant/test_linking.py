"""Links that are asked for on the page: the secret is made where it is sent, and what is stored and done tells nobody who is known."""
import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa

from assistant.entering import Entering
from assistant.jobs.later import Later
from assistant.linking import Linking
from assistant.schedules.letters import Letter
from records.errors import BadInput, NotFound, Refused, Unproven
from records.tokens import Token
from tests.records.conftest import BEN, NOW, Office
from tests.records.conftest import office as office  # noqa: PLC0414
from tests.records.conftest import office_file as office_file  # noqa: PLC0414

HOME = "https://pmo.office.example"


class Way:
    """Takes letters, or refuses them."""

    def __init__(self, wrong: Exception | None = None) -> None:
        self.letters: list[Letter] = []
        self.wrong = wrong

    async def readers(self, to: str) -> tuple[str, ...]:
        return (to,)

    async def deliver(self, letter: Letter) -> str:
        if self.wrong:
            raise self.wrong
        self.letters.append(letter)
        return "there"


class House:
    def __init__(self, office: Office, names: tuple[str, ...] = ("Slack", "e-mail")) -> None:
        self.office, self.now, self.jobs = office, NOW, list[tuple[str, str]]()
        self.entering = Entering(office.database, lambda: self.now)
        self.slack, self.mail = Way(), Way()
        self.linking = Linking(office.database, self.entering, lambda: self.now, lambda: HOME, names, lambda _tx, _key, *said: self.jobs.append(said))
        self.linking.ways = {"Slack": self.slack, "e-mail": self.mail}

    def work(self) -> None:
        for said in self.jobs:
            asyncio.run(self.linking.send(*said))

    def tokens(self) -> int:
        with self.office.database.reading() as session:
            return len(session.execute(sa.select(Token)).all())


@pytest.fixture
def house(office: Office) -> House:
    return House(office)


def test_a_link_comes_by_the_first_way_and_signs_in(house: House) -> None:
    house.linking.ask(f" {BEN.upper()} ", "/projects/APOLLO?period=month")
    house.work()
    (letter,) = house.slack.letters
    assert (letter.to, letter.lines[0], letter.blocks) == (BEN, "Sign in to Project Assistant", ())
    secret, _, onwards = letter.link.removeprefix(f"{HOME}/sign-in/").partition("?next=")
    assert onwards == "/projects/APOLLO%3Fperiod%3Dmonth"
    assert secret not in f"{letter.key}{letter.title}{letter.lines}{letter.foot}"
    assert house.entering.caller(house.entering.redeem(secret)).email == BEN
    assert not house.mail.letters


@pytest.mark.parametrize("wrong", [NotFound("is not in Slack"), Refused("no")])
def test_who_is_not_in_slack_gets_it_by_mail(house: House, wrong: Exception) -> None:
    house.slack.wrong = wrong
    house.linking.ask(BEN, "/")
    house.work()
    assert [letter.to for letter in house.mail.letters] == [BEN]


def test_until_it_is_sent_no_secret_is_anywhere(house: House) -> None:
    house.linking.ask(BEN, "/")
    assert house.jobs == [(f"3/{int(NOW.timestamp())}", "/")]
    assert house.tokens() == 0


def test_for_a_stranger_the_same_is_done_and_nothing_comes_of_it(house: House) -> None:
    house.linking.ask("eve@evil.example", "/")
    assert house.jobs == [(f"0/{int(NOW.timestamp())}", "/")]
    house.work()
    assert (house.tokens(), house.slack.letters, house.mail.letters) == (0, [], [])


def test_it_waits_until_what_it_goes_by_is_connected_and_not_for_ever(house: House) -> None:
    house.linking.ask(BEN, "/")
    house.linking.ways = {"e-mail": house.mail}
    with pytest.raises(Later):
        house.work()
    assert house.tokens() == 0
    house.now += timedelta(minutes=1)
    house.work()
    assert len(house.mail.letters) == 1
    house.linking.ways = {}
    with pytest.raises(Later):
        house.work()
    house.now += timedelta(minutes=15)
    house.work()
    assert house.tokens() == 1


def test_who_left_meanwhile_gets_none(house: House) -> None:
    house.linking.ask(BEN, "/")
    with house.office.database.writing() as tx:
        tx.execute(sa.text("UPDATE person SET archived = (1 = 1) WHERE key = 'P-3'"))
    house.work()
    assert not house.slack.letters


def test_where_nothing_is_connected_it_says_whom_to_ask(office: Office) -> None:
    with pytest.raises(BadInput, match="makes it with pmo link"):
        House(office, ()).linking.ask(BEN, "/")


def test_a_link_that_was_sent_twice_signs_in_once(house: House) -> None:
    house.linking.ask(BEN, "/")
    house.work()
    house.work()                                        # a worker died after it had sent it
    first, second = (letter.link.removeprefix(f"{HOME}/sign-in/") for letter in house.slack.letters)
    house.entering.redeem(second)
    with pytest.raises(Unproven):
        house.entering.redeem(first)
