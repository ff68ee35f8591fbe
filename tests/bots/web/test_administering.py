"""The doors of running the installation and of looking into it, over the whole sample company: who may, what is listed, and what the auditor's file holds."""
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
import io
import json
from typing import Any
import zipfile

import httpx
import pytest

from assistant.office import Office
from assistant.settings import Settings
from records import journal
from records.database import Database
from records.errors import Unproven
from records.journal import Event, Sent, Spent
from tests.bots.web.doors import OURS, Door
from tests.bots.web.doors import door as door  # noqa: PLC0414
from tests.bots.web.doors import house as house  # noqa: PLC0414
from tests.bots.web.doors import office_file as office_file  # noqa: PLC0414
from tests.bots.web.whole import Api, refusal
from tests.conftest import NOW
from tests.records.conftest import ADMIN, ANA

PAULA, TOM, MIA = "paula@northlight.example", "tom@northlight.example", "mia@northlight.example"      # the PMO admin, an auditor, a member
RUNNING = ("people", "passes", "connections", "jobs")
LOOKING = ("clock", "misunderstood", "usage", "sent", "changes", "verification", "reads", "evidence")
MIAS, JONAS = 10, 11


@pytest.fixture
def database(whole_settings: Settings) -> Iterator[Database]:
    made = Database(whole_settings.url)
    yield made
    made.engine.dispose()


async def evidence(api: Api, who: str) -> dict[str, list[dict[str, Any]]]:
    """The lines of each part of the auditor's file."""
    answer = await api.get("/admin/evidence", headers={"X-PMO-Person": who})
    assert answer.headers["content-disposition"] == 'attachment; filename="evidence-2026-11-18.zip"'
    file = zipfile.ZipFile(io.BytesIO(answer.content))
    assert "The log was verified when this was made: whole" in file.read("README.txt").decode()
    return {part: [json.loads(line) for line in file.read(f"{part}.jsonl").decode().splitlines()]
            for part in ("changes", "journal", "passes", "sent", "people")}


@pytest.mark.parametrize("path", [*RUNNING, *LOOKING])
async def test_nobody_else_gets_in(api: Api, path: str) -> None:
    for who in (MIA, "ana", "victor", "elena", "nora"):
        status, says = await api.refused(f"/admin/{path}", who)
        assert (status, says[:5]) == (403, "Only ")


async def test_the_offices_time_zone_is_named(api: Api) -> None:
    assert await api.told("/admin/clock", TOM) == {"zone": "UTC"}


@pytest.mark.parametrize("path", RUNNING)
async def test_an_auditor_looks_but_runs_nothing(api: Api, path: str) -> None:
    assert await api.refused(f"/admin/{path}", TOM) == (403, "Only the PMO admin may do that.")


@pytest.mark.parametrize(("method", "path"), [("DELETE", "passes/x"), ("POST", "jobs/x/again"), ("POST", "people/sign-out")])
async def test_nobody_else_ends_or_begins_anything(api: Api, method: str, path: str) -> None:
    for who in (MIA, TOM):
        answer = await api.request(method, f"/admin/{path}", json={"email": PAULA} if "people" in path else None, headers={"X-PMO-Person": who})
        assert refusal(answer) == (403, "Only the PMO admin may do that.")


async def test_people_are_listed_with_their_open_work(api: Api) -> None:
    ben = next(p for p in await api.told("/admin/people", PAULA) if p["name"] == "Ben Okafor")
    owned = await api.told("/records", PAULA, kind="task", where=["owner is ben", "status not in done, cancelled"], count=True)
    assert (ben["key"], ben["email"], ben["role"]) == ("P-3", "ben@northlight.example", "member")
    assert ben["open_tasks"] == owned["total"] > 0


async def test_a_token_is_listed_without_its_secret_and_revoked(api: Api, whole_office: Office) -> None:
    secret = whole_office.entering.token(PAULA, MIA, name="the nightly report")
    found = [p for p in await api.told("/admin/passes", PAULA) if p["name"] == "the nightly report"]
    assert [(p["sort"], p["email"], p["scopes"], p["used"]) for p in found] == [("token", MIA, ["read"], None)]
    assert secret not in str(found)
    answer = await api.delete(f"/admin/passes/{found[0]['id']}", headers={"X-PMO-Person": PAULA})
    assert answer.status_code == 204
    with pytest.raises(Unproven):
        whole_office.entering.by_token(secret)


async def test_a_session_makes_somebody_here_and_signing_them_out_ends_it(api: Api, whole_office: Office) -> None:
    session = whole_office.entering.open(MIA, "by a link")
    mia = next(p for p in await api.told("/admin/people", PAULA) if p["email"] == MIA)
    assert (mia["ways_in"], mia["last_here"]) == (1, "2026-11-18T09:00:00Z")
    answer = await api.post("/admin/people/sign-out", json={"email": MIA}, headers={"X-PMO-Person": PAULA})
    assert answer.json() == {"ended": 1}
    with pytest.raises(Unproven):
        whole_office.entering.caller(session)


async def test_connections_are_those_that_the_doctor_knows(api: Api) -> None:
    found = {c["name"]: c for c in await api.told("/admin/connections", PAULA)}
    assert found["Slack"]["says"] == "not connected (SLACK_BOT_TOKEN and SLACK_APP_TOKEN would connect it)"
    assert {"language model", "e-mail", "sign-in", "jobs"} <= found.keys()


async def test_what_was_not_understood_is_told_by_wording_and_not_by_who_said_it(api: Api, database: Database) -> None:
    with database.writing() as tx:
        for minutes, person, said in ((1, MIAS, "Frobnicate the gantry"), (2, JONAS, "frobnicate the Gantry"), (3, MIAS, "Defrobnicate it")):
            journal.note(tx, NOW - timedelta(minutes=minutes), person, Event.question_misunderstood, said)
    found = [w for w in await api.told("/admin/misunderstood", TOM) if "frobnicate" in w["said"].lower()]
    assert [(w["said"].lower(), w["count"], w["last"]) for w in found] == [("frobnicate the gantry", 2, "2026-11-18T08:59:00Z"),
                                                                           ("defrobnicate it", 1, "2026-11-18T08:57:00Z")]
    assert found[0].keys() == {"said", "count", "last"}


async def test_what_the_model_was_used_is_summed_by_person_and_day(api: Api, database: Database) -> None:
    with database.writing() as tx:
        for days, tokens in ((1, 1000), (1, 500), (2, 10), (40, 7)):
            journal.note_spent(tx, Spent(at=NOW - timedelta(days=days), asker_id=JONAS, turn="t", calls=2, tokens_in=tokens, tokens_out=5, cost=150_000,
                                         why=""))
    found = [u for u in await api.told("/admin/usage", TOM) if u["person"] == "Jonas Keller"]
    assert [(u["day"], u["turns"], u["calls"], u["tokens_in"], u["tokens_out"], u["cost"]) for u in found] == [
        ("2026-11-17", 2, 4, 1500, 10, "0.30"), ("2026-11-16", 1, 2, 10, 5, "0.15")]


async def test_what_went_to_the_model_is_listed_of_one_person_too(api: Api, database: Database) -> None:
    with database.writing() as tx:
        journal.note_sent(tx, Sent(at=NOW, asker_id=JONAS, turn="t", model="small", host="models.example", keys="APOLLO-T-1 DOC-1/2"))
    table = await api.told("/admin/sent", TOM, person="jonas@northlight.example")
    assert table["rows"] == [["Wed 18 Nov 2026 09:00", "Jonas Keller", "small at models.example", "APOLLO-T-1, DOC-1/2"]]
    assert await api.refused("/admin/sent", TOM, person="nobody@northlight.example") == (404, "There is nobody with the address nobody@northlight.example.")


async def test_changes_are_told_by_what_they_touched_page_by_page(api: Api) -> None:
    key = await api.made(title="Look into the gantry")
    latest, before = await api.told("/admin/changes", TOM, limit=2)
    assert (latest["by"], latest["touched"], latest["undoes"]) == ("Ana Ruiz", [{"says": "task", "key": key}], None)
    assert (await api.told("/admin/changes", TOM, limit=1, before=latest["position"])) == [before]
    assert len(latest["hash"]) == 64


async def test_a_change_of_many_records_is_counted(api: Api) -> None:
    first = (await api.told("/admin/changes", TOM, limit=3, before=4))[-1]
    assert first["position"] == 1
    assert first["touched"] == [{"says": "12 people", "key": ""}]


async def test_the_log_is_verified_on_request(api: Api) -> None:
    head = (await api.told("/admin/changes", PAULA, limit=1))[0]["position"]
    assert await api.told("/admin/verification", PAULA) == {"lines": head, "broken_at": None, "emptied": 0, "differences": []}


async def test_the_auditors_file_lets_the_chain_be_worked_out_anew(api: Api) -> None:
    before, parts = "", await evidence(api, PAULA)
    for n, line in enumerate(parts["changes"], 1):
        said = f"{before}|{n}|{line['seconds']}|{line['asker']}|{line['undoes']}|{line['body']}"
        before = line["hash"]
        assert sha256(said.encode()).hexdigest() == before
    assert len(parts["changes"]) > 100
    assert {"key": "P-1", "name": "Paula Adler"}.items() <= parts["people"][0].items()


async def test_the_auditors_file_holds_no_secret_and_nothing_that_its_reader_may_not_read(api: Api, whole_office: Office, database: Database) -> None:
    secret = whole_office.entering.token(PAULA, MIA, name="for the file")
    with database.writing() as tx:
        journal.note(tx, NOW, MIAS, Event.question_misunderstood, "Unfrobnicate")
    whole, audited = await evidence(api, PAULA), await evidence(api, TOM)
    (told,) = [p for p in audited["passes"] if p["name"] == "for the file"]
    assert "digest" not in told
    assert secret not in str(audited)
    assert not any("asker" in note for note in audited["journal"] if note["event"] == "question:misunderstood")
    held = [line for line in audited["changes"] if "withheld" in line]
    assert {tuple(line["withheld"]) for line in held} == {("notes",)}
    assert all('"notes"' in whole["changes"][line["position"] - 1]["body"] and '"notes"' not in line["body"] for line in held)
    assert not any("withheld" in line for line in whole["changes"])


async def test_where_people_pick_who_they_are_there_are_no_links(api: Api) -> None:
    answer = await api.post("/admin/links", json={"email": MIA}, headers={"X-PMO-Person": PAULA})
    assert answer.status_code in {404, 405}


async def linked(door: Door, **headers: str) -> httpx.Response:
    return await door.browser.post("/api/v1/admin/links", json={"email": ANA}, headers={**OURS, **headers})


async def test_a_link_that_an_admin_makes_signs_its_person_in_once(door: Door) -> None:
    await door.enter(ADMIN)
    secret = (await linked(door)).json()["link"].rpartition("/")[2]
    assert door.entering.caller(door.entering.redeem(secret)).email == ANA
    with pytest.raises(Unproven):
        door.entering.redeem(secret)


async def test_a_member_makes_no_links_and_a_token_needs_the_scope_admin(door: Door) -> None:
    await door.enter(ANA)
    assert (await linked(door)).status_code == 403
    for scopes, status in ((("read", "write"), 403), (("read", "write", "admin"), 201)):
        token = door.entering.token(ADMIN, ADMIN, scopes)
        assert (await linked(door, Authorization=f"Bearer {token}")).status_code == status
