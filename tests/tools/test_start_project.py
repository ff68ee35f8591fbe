"""An idea becomes the draft of a charter; what is open is asked and may be skipped."""
import pytest

from records.errors import BadInput, Refused
from records.kinds import Objective, Person
from records.proposals import Create, Proposal
from records.reading import Reader
from tests.tools.conftest import LayDesk
from tests.tools.shared import desk_of as desk_of  # noqa: PLC0414 - a fixture of this module
from tools.desk import Desk
from tools.start_project import start_project

IDEA = "start a project: customers return parcels at any shop by October 2027, so that service costs fall. Budget 80k. We need a label printer in each shop."
ANSWERS = "\nsponsor: Elena; benefit: fewer calls, 50,000 EUR, Nora Keller\nrisk: shops may refuse\nout of scope: dealers"


def drafted(desk: Desk, text: str) -> Proposal:
    made = start_project.call(desk, {"text": text})
    assert isinstance(made, Proposal)
    return made


def values(found: Proposal, kind: str) -> list[dict[str, object]]:
    return [dict(w.values) for w in found.wishes if isinstance(w, Create) and w.kind == kind]


def test_an_idea_alone_gives_a_charter_and_asks_what_is_open(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    found = drafted(desk, IDEA)
    project = values(found, "project")[0]
    assert (project["name"], project["phase"], project["manager_id"], str(project["finish"])) == (
        "Customers return parcels at any shop", "candidate", desk.asker.person, "2027-10-31")
    assert str(project["scope_in"]) == "Deliver a label printer in each shop"
    assert [str(line["amount"]) for line in values(found, "budgetline")] == ["80000"]
    assert [q.partition(" ")[2].partition("?")[0] for q in found.note.splitlines() if q[:1].isdigit()] == [
        "Who is the sponsor", "What is better afterwards, worth how much, and who owns it", "What could go wrong"]


def test_a_wish_before_it_is_no_name_and_who_leads_it_for_how_much_is_no_work(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    found = drafted(desk, "start a project: We want to open a repair café in three cities by next October, about 200k, Sofia could lead it")
    project = values(found, "project")[0]
    assert (project["name"], project["scope_in"]) == ("Open a repair café in three cities", "Open a repair café in three cities")
    assert project["manager_id"] == desk.named(Person, "Sofia Rossi").id
    assert [str(line["amount"]) for line in values(found, "budgetline")] == ["200000"]


def test_answers_fill_it_and_the_rest_may_be_skipped(desk_of: LayDesk) -> None:
    found = drafted(desk_of("ana"), IDEA + ANSWERS)
    benefit, risk, project = values(found, "benefit")[0], values(found, "risk")[0], values(found, "project")[0]
    assert (benefit["title"], str(benefit["expected"]), benefit["owner_id"] is not None) == ("Fewer calls", "50000", True)
    assert (risk["title"], risk["status"], project["scope_out"]) == ("Shops may refuse", "draft", "dealers")
    assert "Still open" not in found.note


def test_it_serves_the_only_objective_that_shares_its_words(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    assert values(drafted(desk, IDEA), "project")[0]["objective_id"] is not None
    assert values(drafted(desk, "start a project: paint the canteen by May"), "project")[0]["objective_id"] is None


def test_a_company_without_objectives_is_told_so_and_how_to_make_one(desk_of: LayDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_of("ana")
    find = Reader.find
    monkeypatch.setattr(Reader, "find", lambda reader, query: [] if query.kind is Objective else find(reader, query))
    note = drafted(desk, "start a project: paint the canteen by May").note
    assert "There is no objective yet that it could serve; “new objective: …” makes one." in note
    assert "such as ." not in note


def test_milestones_end_on_the_wanted_day(desk_of: LayDesk) -> None:
    days = [str(m["planned"]) for m in values(drafted(desk_of("ana"), IDEA), "milestone")]
    assert days == sorted(days)
    assert days[-1] == "2027-10-31"


def test_nothing_said_and_nobody_allowed_are_refused_in_a_sentence(desk_of: LayDesk) -> None:
    with pytest.raises(BadInput, match="What is the project about"):
        drafted(desk_of("ana"), "start a project:")
    with pytest.raises(Refused, match="Ask a project manager"):
        drafted(desk_of("ben"), IDEA)


def test_an_idea_told_in_chat_keeps_its_figures_and_the_answer_names_them(desk_of: LayDesk) -> None:
    desk = desk_of("paula")
    found = drafted(desk, "hi, nora came to me with an idea: technicians should see the parts on their phone before they drive. saves maybe 150 second visits "
                          "a year at 220 EUR each. could start in january, pilot by april. budget around 80k. can you set up a project for that?")
    project, benefit = values(found, "project")[0], values(found, "benefit")[0]
    assert (project["name"], str(project["start"]), project["finish"]) == ("Technicians see the parts on their phone", "2027-01-04", None)
    assert str(project["purpose"]).endswith("pilot by april. (The idea is Nora Keller's.)")          # the budget has a line of its own
    assert (benefit["title"], benefit["expected"]) == ("Fewer second visits", 33_000)
    assert [str(line["amount"]) for line in values(found, "budgetline")] == ["80000"]
    assert [(m["title"], str(m["planned"])) for m in values(found, "milestone")][-1] == ("Pilot", "2027-04-30")
    assert "start Mon 4 Jan 2027; budget 80,000;" in found.note
    assert "milestone “Pilot” Fri 30 Apr 2027; benefit “Fewer second visits” 33,000 (150 × 220 = 33,000 a year)." in found.note
    assert "Who owns the benefit, and for how many years does it count?" in found.note


def test_a_day_gone_by_when_it_starts_is_no_finish(desk_of: LayDesk) -> None:
    found = drafted(desk_of("ana"), "start a project: see the parts on the phone, today they call the warehouse. could start in january")
    assert (values(found, "project")[0]["finish"], str(values(found, "project")[0]["start"])) == (None, "2027-01-04")


def test_what_is_told_in_a_sentence_beside_the_idea_is_its_sponsor_owner_years_and_risk(desk_of: LayDesk) -> None:
    desk = desk_of("paula")
    text = ("we want a self-service portal for returns, so that customers stop calling. Sponsor Elena, should be live by end of June, budget about 120k, "
            "saves 60k a year. Benefit for 3 years, Nora Keller owns it. Biggest risk is that the old phone system can't be connected")
    found = drafted(desk, text)
    project, benefit, people = values(found, "project")[0], values(found, "benefit")[0], desk.names(Person)
    assert (project["sponsor_id"], benefit["owner_id"]) == tuple(desk.named(Person, people[name]).id for name in ("Elena Marsh", "Nora Keller"))
    assert str(project["scope_in"]) == "Build a self-service portal for returns"
    assert str(benefit["expected"]) == "180000"
    assert [str(r["title"]) for r in values(found, "risk")] == ["The old phone system can't be connected"]
    assert "Who is the sponsor" not in found.note
    assert "Who owns the benefit" not in found.note


def test_a_project_that_is_named_in_its_order_has_that_name_and_those_who_are_named_for_it(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    found = drafted(desk, 'start a project "Helios": a solar roof on hall 3 so that we buy less energy. Manager is Sofia, sponsor Elena. Budget 420,000 EUR, '
                          "must be finished by 31 July 2027. Benefit: 60k a year less energy, Jonas.")
    project, benefit = values(found, "project")[0], values(found, "benefit")[0]
    assert (project["name"], str(project["finish"]), project["purpose"]) == ("Helios", "2027-07-31", "A solar roof on hall 3 so that we buy less energy.")
    assert (project["manager_id"], project["sponsor_id"]) == (desk.named(Person, "Sofia Rossi").id, desk.named(Person, "Elena Marsh").id)
    assert (benefit["title"], str(benefit["expected"]), benefit["owner_id"]) == ("Less energy", "60000", desk.named(Person, "Jonas Keller").id)


def test_a_later_answer_corrects_an_earlier_one(desk_of: LayDesk) -> None:
    desk = desk_of("ana")
    found = drafted(desk, "create project Helios, manager Sofia, sponsor Elena, budget 420k\nmanager: Carla\nbudget: 400k")
    assert values(found, "project")[0]["manager_id"] == desk.named(Person, "Carla Winter").id
    assert [str(line["amount"]) for line in values(found, "budgetline")] == ["400000"]
