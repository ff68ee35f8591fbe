"""`pmo start`: a company of one's own, asked for or said by options; nobody's work is ever put away."""
from collections.abc import Iterator
import json
from pathlib import Path
from shutil import rmtree

import pytest

from tests.bots.cli.conftest import Pmo

OWN = ("start", "--name", "Zoe Berg", "--email", "Zoe@own.example")
ANSWERS = "Zoe Berg\nzoe@own.example\nNorthwind PMO\nDE-BY\n\n\n4\ny\n"


@pytest.fixture
def empty(home: Path) -> Iterator[Path]:
    """No database at all."""
    rmtree(home)
    yield home
    rmtree(home, ignore_errors=True)


def records(pmo: Pmo) -> dict[str, list[dict[str, object]]]:
    """All records that are there."""
    found: dict[str, list[dict[str, object]]] = json.loads(pmo("export").out)["records"]
    return {kind: rows for kind, rows in found.items() if rows}


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person at a terminal."""
    monkeypatch.setattr("bots.cli.starting._is_terminal", lambda: True)


def test_a_company_begins_with_its_admin_its_calendar_and_its_office(pmo: Pmo, empty: Path) -> None:
    ran = pmo(*OWN, "--country", "DE", "--yes")
    assert ran.code == 0
    made = records(pmo)
    assert {kind: len(rows) for kind, rows in made.items()} == {"person": 1, "calendar": 1, "office": 1}
    assert made["person"][0] | {"name": "Zoe Berg", "email": "zoe@own.example", "role": "PMO admin"} == made["person"][0]
    office = {"name": "the PMO", "currency": "EUR", "country": "DE", "zone": "Europe/Berlin", "fiscal_month": 1, "calendar_id": "CA-1"}
    assert made["office"][0] | office == made["office"][0]
    assert empty.exists()


def test_the_office_is_called_on_its_reports_as_it_was_named(pmo: Pmo, empty: Path) -> None:
    pmo(*OWN, "--office", "Nordlager PMO", "--yes")
    assert "Nordlager PMO · " in pmo("portfolio").out
    assert empty.exists()


def test_public_holidays_of_three_years_are_days_off(pmo: Pmo, empty: Path) -> None:
    pmo(*OWN, "--country", "us", "--yes")
    calendar = records(pmo)["calendar"][0]
    days = str(calendar["days_off"]).split(", ")
    assert {"2026-07-04", "2027-11-25", "2028-12-25"} <= set(days)
    assert {day[:4] for day in days} <= {"2026", "2027", "2028", "2029"}
    assert calendar["workdays"] == "1, 2, 3, 4, 5"
    assert empty.exists()


def test_the_new_admin_can_ask_at_once(pmo: Pmo, empty: Path) -> None:
    pmo(*OWN, "--yes")
    assert pmo("ask", "what is overdue?").code == 0
    assert pmo("ask", "create a project called Harbour").code == 0
    assert pmo("verify").code == 0
    assert empty.exists()


@pytest.mark.usefixtures("typed")
def test_a_person_is_asked_one_thing_after_the_other(pmo: Pmo, empty: Path) -> None:
    ran = pmo("start", says=ANSWERS)
    assert ran.code == 0
    assert "PMO_TIME_ZONE" not in ran.out
    office = records(pmo)["office"][0]
    assert office | {"name": "Northwind PMO", "country": "DE-BY", "currency": "EUR", "zone": "Europe/Berlin", "fiscal_month": 4} == office
    assert empty.exists()


@pytest.mark.usefixtures("typed")
def test_what_cannot_be_read_is_asked_again(pmo: Pmo, empty: Path) -> None:
    ran = pmo("start", "--office", "Own", "--country", "Utopia", says="Zoe\nno address\nzoe@own.example\nchile\nEUR\n\nApril\ny\n")
    assert ran.code == 0
    assert "that is no e-mail address" in ran.err
    assert "I know no country “Utopia”" in ran.err
    office = records(pmo)["office"][0]
    assert office | {"country": "CL", "fiscal_month": 4, "zone": "America/Santiago"} == office
    assert empty.exists()


@pytest.mark.usefixtures("typed")
@pytest.mark.parametrize("says", ["", "Zoe\n", ANSWERS.replace("\ny\n", "\nn\n")])
def test_who_goes_away_or_says_no_has_begun_nothing(pmo: Pmo, empty: Path, says: str) -> None:
    assert pmo("start", says=says).code == 130
    assert not (empty / "pmo.db").exists()


@pytest.mark.parametrize(("arguments", "says"), [
    (("start", "--yes"), "Say --name, --email."), (OWN, "Say --office, --country, --currency, --time-zone, --fiscal-month, or add --yes"),
    ((*OWN, "--yes", "--currency", "JPY"), "EUR, USD, GBP, CHF"), ((*OWN, "--yes", "--time-zone", "Mars/Base"), "no time zone"),
    ((*OWN, "--yes", "--fiscal-month", "13"), "no month"), ((*OWN, "--yes", "--country", "DE-XX"), "no region"),
    (("start", "--name", "Z", "--email", "nowhere", "--yes"), "no e-mail address")])
def test_bad_input_makes_nothing(pmo: Pmo, empty: Path, arguments: tuple[str, ...], says: str) -> None:
    ran = pmo(*arguments)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert says in ran.err
    assert not (empty / "pmo.db").exists()


def test_bad_input_leaves_the_sample_where_it_is(pmo: Pmo, home: Path) -> None:
    assert pmo(*OWN, "--yes", "--currency", "JPY").code == 2
    assert [f.name for f in home.glob("*.db")] == ["pmo.db"]


def test_an_untouched_sample_is_set_aside_and_said_where(pmo: Pmo, home: Path) -> None:
    ran = pmo(*OWN, "--yes")
    assert ran.code == 0
    assert str(home / "pmo-2026-11-18-0900.db") in ran.out.replace("\n", "")
    assert "project" not in records(pmo)


def test_questions_do_not_touch_a_sample(alone: Pmo, home: Path) -> None:
    alone("ask", "what is overdue?")
    assert alone(*OWN, "--yes").code == 0
    assert len(list(home.glob("pmo*.db"))) == 2


def test_a_sample_that_somebody_worked_on_stays(pmo: Pmo, home: Path) -> None:
    pmo("ask", "create a task for Ana on Apollo to fix the login page by next Friday, 6h")
    pmo("confirm")
    ran = pmo(*OWN, "--yes")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "pmo backup" in ran.err
    assert [f.name for f in home.glob("*.db")] == ["pmo.db"]


def test_a_company_of_ones_own_is_begun_once(pmo: Pmo, empty: Path) -> None:
    assert pmo(*OWN, "--yes").code == 0
    assert pmo(*OWN, "--yes").code == 1
    assert pmo("sample").code == 1
    assert len(records(pmo)["person"]) == 1
    assert [f.name for f in empty.glob("*.db")] == ["pmo.db"]


@pytest.mark.usefixtures("empty")
def test_a_colleague_without_an_address_does_not_stop_the_doctor(pmo: Pmo, tmp_path: Path) -> None:
    assert pmo(*OWN, "--yes").code == 0
    (tmp_path / "people.csv").write_text("name\nTom Neu\n")
    assert pmo("import", str(tmp_path / "people.csv"), "--kind", "person", "--yes").code == 0
    assert "something went wrong" not in pmo("doctor").err.lower()
