"""Records are written by HTTP: what is sent whole applies at once, on the version that was seen, and once for each id of a request."""
from typing import Any

import httpx
import pytest
from starlette.requests import Request

from assistant import bootstrap
from assistant.settings import Settings
from bots.web import web
from bots.web.once import one_by_one
from bots.web.refusing import Unserved
from records.database import READ_ONLY
from tests.bots.web.whole import Api, refusal

BEN = {"X-PMO-Person": "ben"}
PAULA = {"X-PMO-Person": "paula"}


async def changed(api: Api, key: str, match: str | None, who: str = "ana", **values: Any) -> httpx.Response:
    headers = {"X-PMO-Person": who} | ({"If-Match": match} if match is not None else {})
    return await api.patch(f"/records/{key}", json={"values": values}, headers=headers)


async def test_a_record_is_made_of_plain_data_and_of_peoples_words_and_can_be_undone(api: Api) -> None:
    answer = await api.post("/records", json={"kind": "task", "values": {"title": "Book the venue", "project": "APOLLO", "owner": "me", "due": "next Friday",
                                                                          "hours": 6.5, "start": "2026-11-20", "description": None}})
    made = answer.json()
    key = made["record"]["key"]
    assert (answer.status_code, answer.headers["etag"], answer.headers["location"]) == (201, '"1"', f"/api/v1/records/{key}")
    assert {n: made["record"]["values"][n] for n in ("title", "owner", "due", "hours", "start", "status")} == {
        "title": "Book the venue", "owner": "P-2", "due": "2026-11-27", "hours": 6.5, "start": "2026-11-20", "status": "to do"}
    assert made["receipt"]["title"] == f"Done: new task {key}"
    assert (await api.post(f"/proposals/{made['receipt']['position']}/undo")).status_code == 200
    assert (await api.refused(f"/records/{key}"))[0] == 404


async def test_an_admin_takes_a_tool_rule_back_whatever_is_off(api: Api) -> None:
    off = [(await api.post("/records", headers=PAULA, json={"kind": "toolrule", "values": {"tool": tool, "role": "PMO admin", "state": "off"}})).json()
           for tool in ("create_record", "change_records", "undo_change")]
    assert (await changed(api, off[0]["record"]["key"], '"1"', "paula", state="on")).status_code == 200
    for each in off[1:]:
        assert (await api.post(f"/proposals/{each['receipt']['position']}/undo", headers=PAULA)).status_code == 200


async def test_what_was_read_can_be_sent_back_and_changes_nothing(api: Api) -> None:
    for kind in await api.told("/kinds", "paula"):
        settable = {f["name"] for f in kind["fields"] if f["settable"]}
        for row in (await api.told("/records", "paula", kind=kind["kind"], limit=1))["records"]:
            answer = await changed(api, row["key"], f'"{row["version"]}"', "paula", **{n: v for n, v in row["values"].items() if n in settable})
            assert refusal(answer) == (422, "That would change nothing: it is so already."), row["key"]


@pytest.mark.parametrize(("amount", "kept"), [(1234.5, "1234.50"), ("1234.50", "1234.50"), (7, "7.00"), ("4,000 EUR", "4000.00"), ("1.23", "1.23")])
async def test_an_amount_is_exact_and_a_point_is_a_point(api: Api, amount: object, kept: str) -> None:
    answer = await api.post("/records", json={"kind": "costentry", "values": {"title": "Lamps", "project": "APOLLO", "on": "2026-11-17", "amount": amount}})
    assert answer.json()["record"]["values"]["amount"] == kept


async def test_each_field_that_is_wrong_is_named(api: Api) -> None:
    wrong = {"title": "X", "project": "Nowhere", "hours": "many", "due": "soonish", "progress": True}
    answer = await api.post("/records", json={"kind": "task", "values": wrong})
    assert refusal(answer)[0] == 422
    assert {each["field"]: each["detail"][:28] for each in answer.json()["errors"]} == {
        "project": "I know no project “Nowhere”.", "hours": "“many” is no hours I can rea", "due": "“soonish” is no date I can r",
        "progress": "The progress is said as text"}


@pytest.mark.parametrize(("values", "field"), [({"hours": -1}, "hours"), ({"due": "2026-11-01", "start": "2026-11-02"}, "start"), ({"source": "x"}, "source"),
                                                ({"title": ""}, "title"), ({"progress": 1.5}, "progress")])
async def test_what_is_unsound_is_told_beside_its_field(api: Api, values: dict[str, Any], field: str) -> None:
    answer = await changed(api, "APOLLO-T-12", (await api.get("/records/APOLLO-T-12")).headers["etag"], **values)
    assert (refusal(answer)[0], answer.json()["errors"][0]["field"]) == (422, field)


@pytest.mark.parametrize(("match", "status"), [(None, 428), ("", 428), ("*", 428), (" * ", 428), ("1", 412), ('W/"1"', 412), ('"1", "2"', 412),
                                                ('"99999999999"', 412), ('"0"', 412), ('"2"', 412)])
async def test_a_change_says_which_version_it_is_of(api: Api, match: str | None, status: int) -> None:
    key = await api.made()
    for answer in (await changed(api, key, match, hours=3),
                   await api.delete(f"/records/{key}", headers={} if match is None else {"If-Match": match})):
        assert refusal(answer)[0] == status
    assert (await api.get(f"/records/{key}")).headers["etag"] == '"1"'


async def test_of_two_who_saw_the_same_only_the_first_is_written(api: Api) -> None:
    key = await api.made(hours=1)
    first, second = await changed(api, key, '"1"', hours=2), await changed(api, key, '"1"', "paula", hours=3)
    assert (first.status_code, first.headers["etag"], first.json()["receipt"]["lines"]) == (200, '"2"', [f"{key} hours: 1 h → 2 h"])
    assert refusal(second) == (412, f"{key} was changed meanwhile: it is version 2 by now. Read it again, then change it.")
    assert (await api.told(f"/records/{key}"))["values"]["hours"] == 2


async def test_a_request_with_an_id_of_its_own_is_done_once(api: Api) -> None:
    new: dict[str, Any] = {"kind": "task", "values": {"title": "Only once", "project": "APOLLO"}}
    once = {"Idempotency-Key": "once-1"}
    first, again = await api.post("/records", json=new, headers=once), await api.post("/records", json=new, headers=once)
    assert (again.status_code, again.json(), dict(again.headers)) == (201, first.json(), dict(first.headers))
    other = await api.post("/records", json={**new, "values": {**new["values"], "hours": 1}}, headers=once)
    elsewhere = await api.post("/forms/task", json={"values": {"title": "Only once", "project_id": "APOLLO"}}, headers=once)
    assert refusal(other)[0] == refusal(elsewhere)[0] == 422
    assert other.json()["type"] == "urn:project-assistant:problem:reused"
    theirs = await api.post("/records", json=new, headers={**once, **BEN})
    assert theirs.json()["record"]["key"] != first.json()["record"]["key"]
    found = await api.told("/records", kind="task", where="title is Only once", count=True)
    assert found["total"] == 2


async def test_what_failed_is_tried_again_under_the_same_id(api: Api) -> None:
    key, once = await api.made(), {"Idempotency-Key": "again-1", "If-Match": '"1"'}
    wrong = {"values": {"hours": "many"}}
    assert [(await api.patch(f"/records/{key}", json=wrong, headers=once)).status_code for _ in range(2)] == [422, 422]
    assert [(await api.patch(f"/records/{key}", json={"values": {"hours": 5}}, headers=once)).headers["etag"] for _ in range(2)] == ['"2"', '"2"']


async def test_two_requests_of_one_id_are_not_both_begun() -> None:
    def sent() -> Request:
        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"{}", "more_body": False}
        return Request({"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": [], "server": ("x", 80), "scheme": "http"}, receive)
    once = one_by_one(lambda: "ana")
    first, second, theirs, later = (once(sent(), who, "k") for who in ("ana", "ana", "ben", "ana"))
    assert await anext(first)
    with pytest.raises(Unserved, match="being done at the moment") as begun:
        await anext(second)
    assert begun.value.status == 409
    assert await anext(theirs)
    assert await anext(first, None) is None
    assert await anext(later)


async def test_a_click_sent_twice_is_answered_twice_and_done_once(api: Api) -> None:
    shown = await api.post("/proposals", json={"kind": "task", "values": {"title": "Proposed", "project": "Apollo"}})
    assert (shown.status_code, (await api.told("/records", kind="task", where="title is Proposed"))["records"]) == (201, [])
    path = f"/proposals/{shown.json()['proposal']['id']}"
    assert refusal(await api.post(f"{path}/confirm", headers=BEN)) == (404, "There is no such proposal of yours.")
    for click in ("confirm", "undo"):
        first, again = [await api.post(f"{path}/{click}", headers={"Idempotency-Key": f"{click}-1"}) for _ in range(2)]
        assert first.json()["blocks"][0]["type"] == "receipt"
        assert again.json() == first.json()
    assert refusal(await api.post(f"{path}/undo"))[0] == 409


async def test_a_change_of_many_is_shown_first(api: Api) -> None:
    keys = [await api.made(title=f"Many {n}", hours=4) for n in range(2)]
    wish = {"kind": "task", "where": ["title has Many", "project is Apollo"], "values": {"hours": "2 days", "owner": "Ben"}}
    shown = (await api.post("/proposals", json=wish)).json()
    assert {(c["record"], c["field"], c["after"]) for c in shown["proposal"]["changes"]} == {
        (key, field, after) for key in keys for field, after in (("hours", "16 h"), ("owner", "Ben Okafor"))}
    assert (await api.get(f"/records/{keys[0]}")).headers["etag"] == '"1"'
    nothing = await api.post("/proposals", json={**wish, "where": ["title is nothing like it"]})
    assert refusal(nothing) == (404, "No task fits that, so there is nothing to change.")


async def test_what_was_made_and_left_is_taken_away_and_nothing_else(api: Api) -> None:
    key = await api.made()
    assert (await api.delete(f"/records/{key}", headers={"If-Match": '"1"'})).json()["record"] is None
    assert (await api.refused(f"/records/{key}"))[0] == 404
    changed_since = await api.made()
    await changed(api, changed_since, '"1"', hours=2)
    assert refusal(await api.delete(f"/records/{changed_since}", headers={"If-Match": '"2"'})) == (
        409, "It was changed since it was made, so it is not taken away. Set what says that it is over, such as its status.")
    together = await api.delete("/records/APOLLO-R-1", headers={"If-Match": (await api.get("/records/APOLLO-R-1")).headers["etag"]})
    assert refusal(together)[0] == 409


async def test_what_is_ones_own_is_forgotten_with_its_values(api: Api) -> None:
    made = (await api.post("/records", json={"kind": "preference", "values": {"name": "usual project", "value": "Corvus"}})).json()["record"]["key"]
    assert (await api.refused(f"/records/{made}", "ben"))[0] == 404
    assert (await api.delete(f"/records/{made}", headers={"If-Match": '"1"'})).status_code == 200
    assert (await api.refused(f"/records/{made}"))[0] == 404


@pytest.mark.parametrize(("who", "key", "status"), [("ben", "CORVUS-T-4", 403), ("tom", "APOLLO-T-12", 403), ("ben", "ZEPHYR-T-1", 404),
                                                   ("ben", "NOWHERE-T-1", 404)])
async def test_rights_are_those_of_every_other_door(api: Api, who: str, key: str, status: int) -> None:
    version = (await api.get(f"/records/{key}", headers=PAULA)).headers.get("etag", '"1"')
    assert refusal(await changed(api, key, version, who, title="Mine now"))[0] == status
    assert refusal(await api.delete(f"/records/{key}", headers={"If-Match": version, "X-PMO-Person": who}))[0] == status


async def test_a_hidden_project_can_be_neither_written_to_nor_named(api: Api) -> None:
    hidden, none = [await api.post("/records", headers=BEN, json={"kind": "task", "values": {"title": "X", "project": name}}) for name in ("Zephyr", "Zephyx")]
    assert refusal(hidden) == (refusal(none)[0], refusal(none)[1].replace("Zephyx", "Zephyr"))


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"kind": "task"}', b'{"kind": "task", "values": {}}', b'{"kind": "task", "values": {"title": []}}',
                                  b'{"kind": "task", "values": {"title": {"a": 1}}}', b'{"kind": "task", "values": {"hours": 1e999}, "more": 1}',
                                  b'{"kind": "task", "values": {"title": "\\ud800", "project": "APOLLO"}}', b'{"kind": "\\u0000", "values": {"a": "b"}}',
                                  b'{"kind": "task", "values": {"hours": NaN, "title": "X", "project": "APOLLO"}}',
                                  b'{"kind": "task", "values": {"progress": 1e999, "title": "X", "project": "APOLLO"}}',
                                  b'{"kind": "task", "values": {"progress": 1' + b"0" * 400 + b', "title": "X", "project": "APOLLO"}}',
                                  b'{"kind": "costentry", "values": {"amount": 1e999, "on": "today", "title": "X", "project": "APOLLO"}}',
                                  b'{"kind": "costentry", "values": {"amount": "12345678901234567890.123", "on": "today", "title": "X", "project": "APOLLO"}}',
                                  b'{"kind": "comment", "values": {"text": "X", "about": "NOWHERE-T-1", "project": "APOLLO"}}',
                                  b'{"kind": "task", "values": {"points": 1e300, "title": "X", "project": "APOLLO"}}'])
async def test_what_is_no_record_is_refused_and_nothing_breaks(api: Api, body: bytes) -> None:
    answer = await api.post("/records", content=body, headers={"Content-Type": "application/json"})
    assert refusal(answer)[0] in {400, 404, 422}


async def test_a_comment_names_a_record_by_its_key_and_no_hidden_one(api: Api) -> None:
    said = {"text": "Well done", "project": "APOLLO"}
    made = await api.post("/records", json={"kind": "comment", "values": {**said, "about": "apollo-t-5"}})
    assert made.json()["record"]["values"]["about"] == "APOLLO-T-5"
    hidden, none = [await api.post("/records", headers=BEN, json={"kind": "comment", "values": {**said, "about": key}}) for key in ("ZEPHYR-T-1", "ZEPHYX-T-1")]
    assert refusal(hidden) == (422, refusal(none)[1].replace("ZEPHYX", "ZEPHYR"))


async def test_a_change_that_is_taken_back_by_its_number_is_answered_where_it_was_made_and_can_be_made_again(api: Api) -> None:
    wish = {"kind": "task", "values": {"title": "Taken back", "project": "APOLLO"}, "thread": "talk-back"}
    number = (await api.post("/proposals", json=wish)).json()["proposal"]["id"]
    (done,) = (await api.post(f"/proposals/{number}/confirm")).json()["blocks"]
    elsewhere = (await api.post("/proposals", json={**wish, "thread": "elsewhere"})).json()["proposal"]["id"]
    await api.post(f"/proposals/{elsewhere}/confirm")
    undone = (await api.post(f"/proposals/{done['position']}/undo")).json()
    (receipt,) = undone["blocks"]
    assert (undone["thread"], receipt["title"]) == ("talk-back", f"Undone: change #{done['position']}")
    assert (await api.told(f"/proposals/{receipt['proposal']}"))["blocks"][1] == receipt
    again = (await api.post(f"/proposals/{receipt['proposal']}/undo")).json()
    assert (again["thread"], again["blocks"][0]["title"]) == ("talk-back", f"Undone: change #{receipt['position']}")
    assert (await api.told(f"/records/{done['keys'][0]}"))["values"]["title"] == "Taken back"


async def test_a_change_that_was_made_in_no_conversation_is_taken_back_in_none(api: Api) -> None:
    answer = await api.post("/records", json={"kind": "task", "values": {"title": "Alone", "project": "APOLLO"}})
    position = answer.json()["receipt"]["position"]
    undone = (await api.post(f"/proposals/{position}/undo")).json()
    assert (undone["thread"], undone["proposal"]) == (f"change-{position}", None)


@pytest.mark.parametrize(("path", "body"), [("/proposals/%00/confirm", None), ("/waiting", {"item": "\0", "act": "x"}),
                                            ("/forms/task", {"values": {"title": "X"}, "proposal": "\0"}),
                                            ("/forms/task", {"values": {"title": "X"}, "thread": " "}),
                                            ("/proposals", {"kind": "task", "values": {"title": "X"}, "thread": "a\u200bb"})])
async def test_what_nobody_can_see_names_nothing(api: Api, path: str, body: dict[str, Any] | None) -> None:
    assert refusal(await api.post(path, json=body))[0] == 422


async def test_what_a_program_writes_is_no_conversation(api: Api) -> None:
    before = await api.told("/threads")
    await api.made()
    assert await api.told("/threads") == before


async def test_a_read_only_installation_is_read_and_not_written(whole_settings: Settings) -> None:
    where = whole_settings.model_copy(update={"read_only": True})
    async with Api(web(bootstrap.hands(where), bootstrap.upkeep(where), where, office=bootstrap.office(where))) as api:
        new, seen = {"kind": "task", "values": {"title": "X", "project": "APOLLO"}}, {"If-Match": (await api.get("/records/APOLLO-T-5")).headers["etag"]}
        for answer in (await api.post("/records", json=new), await api.patch("/records/APOLLO-T-5", json={"values": {"hours": 1}}, headers=seen),
                       await api.delete("/records/APOLLO-T-5", headers=seen), await api.post("/proposals", json=new),
                       await api.post("/forms/task", json={"values": {"title": "X", "project_id": "APOLLO"}})):
            assert refusal(answer) == (403, READ_ONLY)
        assert not (await api.told("/records/APOLLO-T-5/whole"))["changeable"]
