"""Forms by HTTP: what may be made, a form of a new record and of one that is there, and what it comes to when it is sent."""
from tests.bots.web.whole import Api, refusal

BEN = {"X-PMO-Person": "ben"}


async def test_one_is_offered_what_one_may_make(api: Api) -> None:
    ana, ben, tom = [[each["kind"] for each in await api.told("/forms", who)] for who in ("ana", "ben", "tom")]
    assert {"project", "task", "risk"} <= set(ana)
    assert {"task", "risk"} <= set(ben)
    assert "project" not in ben
    assert "task" not in tom
    assert (await api.refused("/forms/project", "ben"))[0] == 403
    assert (await api.refused("/forms/unicorn"))[0] == 404


async def test_what_is_known_already_stands_in_the_form(api: Api) -> None:
    form = await api.told("/forms/task", given=["project_id=apollo", "title=Book the venue=now", "owner_id=nobody such"])
    assert {f["name"]: f["initial"] for f in form["fields"] if f["initial"]} == {
        "title": {"value": "Book the venue=now", "label": "Book the venue=now"}, "project_id": {"value": "APOLLO", "label": "Apollo"}}
    assert len((await api.told("/forms/task", whole=True))["fields"]) > len(form["fields"])
    assert refusal(await api.get("/forms/task", params={"given": "project_id"}))[0] == 422


async def test_a_menu_offers_what_was_typed_and_one_may_use(api: Api) -> None:
    assert await api.told("/forms/task/options", field="owner_id", typed="ruiz") == [{"value": "P-2", "label": "Ana Ruiz"}]
    assert await api.told("/forms/task/options", field="project_id", typed="") == [{"value": "APOLLO", "label": "Apollo"}]
    assert await api.told("/forms/task/options", "ben", field="project_id", typed="zephyr") == []
    assert await api.told("/forms/task/options", field="title", typed="x") == []


async def test_a_form_that_is_sent_applies_at_once_and_once(api: Api) -> None:
    filled = {"values": {"title": "By a form", "project_id": "APOLLO", "due": "next friday", "hours": "2 days"}, "thread": "talk-1"}
    first, again = [await api.post("/forms/task", json=filled, headers={"Idempotency-Key": "form-1"}) for _ in range(2)]
    assert again.json() == first.json()
    (receipt,) = first.json()["blocks"]
    assert receipt["lines"][2:] == [f"{receipt['keys'][0]} due: Fri 27 Nov 2026", f"{receipt['keys'][0]} hours: 16 h"]
    kept = await api.told("/threads/talk-1")
    assert [e["answer"]["blocks"] for e in kept["exchanges"]] == [[receipt]]
    assert (await api.refused("/threads/talk-1", "ben"))[0] == 404


async def test_messages_stand_beside_their_fields(api: Api) -> None:
    answer = await api.post("/forms/task", json={"values": {"title": "X", "project_id": "APOLLO", "due": "soonish", "owner_id": "nobody such"}})
    assert refusal(answer)[0] == 422
    assert [each["field"] for each in answer.json()["errors"]] == ["due", "owner_id"]
    unsound = await api.post("/forms/task", json={"values": {"title": "", "project_id": "APOLLO"}})
    assert unsound.json()["errors"] == [{"field": "title", "detail": "A task needs a title."}]


async def test_a_record_is_changed_by_its_form_as_it_was_shown(api: Api) -> None:
    key = await api.made(hours=3, owner="Ben")
    form = await api.told("/forms/task", record=key)
    filled = {f["name"]: (f["initial"] or {"value": ""})["value"] for f in form["fields"]} | {"hours": "4", "owner_id": ""}
    assert (form["title"], form["record"], form["stamp"]) == (f"Change {key}", key, "1")
    answer = await api.post("/forms/task", json={"values": filled, "record": key, "stamp": form["stamp"]})
    assert answer.json()["blocks"][0]["lines"] == [f"{key} owner: Ben Okafor → nothing", f"{key} hours: 3 h → 4 h"]
    late = await api.post("/forms/task", json={"values": {**filled, "hours": "5"}, "record": key, "stamp": form["stamp"]})
    assert refusal(late) == (409, f"{key} was changed meanwhile, so nothing was done. Close this form and open it again.")
    assert (await api.refused("/forms/task", record="CORVUS-T-4"))[0] == 403
    assert (await api.refused("/forms/task", "ben", record="ZEPHYR-T-1"))[0] == 404


async def test_what_waits_for_a_yes_is_changed_first(api: Api) -> None:
    wish = {"title": "The slot is lost", "project": "Apollo", "owner": "Ben"}
    shown = (await api.post("/proposals", json={"kind": "risk", "values": wish, "thread": "talk-2"})).json()
    number = shown["proposal"]["id"]
    form = await api.told(f"/proposals/{number}/form")
    filled = {"values": {"title": "The slot is gone", "project_id": "APOLLO", "owner_id": "P-3"}, "proposal": number, "stamp": form["stamp"]}
    assert refusal(await api.post("/forms/risk", json=filled, headers=BEN))[0] == 404
    answer = (await api.post("/forms/risk", json=filled)).json()
    assert (answer["thread"], answer["blocks"][0]["proposal"]) == ("talk-2", number)
    assert "title: The slot is gone" in answer["blocks"][0]["lines"][0]
    assert refusal(await api.post("/forms/risk", json=filled))[0] == 409
