"""Records as data, by HTTP: what kinds there are, lists in pages, one record with its past; what one may not see is not there."""
from typing import Any

import pytest

from tests.bots.web.whole import Api

OVERDUE = ["APOLLO-T-5", "APOLLO-T-6", "APOLLO-T-7", "APOLLO-T-9", "CORVUS-T-4"]
NO_RATE = ("source", "name", "email", "role", "job", "weekly_hours", "skills", "location", "manager", "calendar")


async def walked(api: Api, who: str = "ana", **asked: Any) -> list[str]:
    """The keys of a whole list, page by page."""
    keys, cursor = list[str](), ""
    while True:
        page = await api.told("/records", who, cursor=cursor, **asked)
        keys += [row["key"] for row in page["records"]]
        cursor = page["next"]
        if not cursor:
            return keys


async def test_a_kind_tells_its_fields_and_whether_one_may_write_it(api: Api) -> None:
    task = await api.told("/kinds/task", "ben")
    status = next(f for f in task["fields"] if f["name"] == "status")
    owner = next(f for f in task["fields"] if f["name"] == "owner")
    assert (task["one"], task["within"], task["may_write"]) == ("task", "project", True)
    assert (status["holds"], status["choices"][:2], status["required"], status["settable"]) == ("choice", ["backlog", "to do"], False, True)
    assert (owner["holds"], owner["refers"]) == ("record", "person")
    assert not (await api.told("/kinds/project", "ben"))["may_write"]
    assert await api.told("/kinds/change request") == next(k for k in await api.told("/kinds") if k["kind"] == "changerequest")


async def test_a_list_is_narrowed_in_peoples_words_and_names_what_it_refers_to(api: Api) -> None:
    page = await api.told("/records", kind="task", where=["due before today", "status not in done, cancelled", "owner in Ben, me, Jonas"], sort="due",
                          fields="due,owner", count=True)
    assert [row["key"] for row in page["records"]] == OVERDUE
    assert page["records"][0] == {"kind": "task", "key": "APOLLO-T-5", "title": "Build the customer account pages", "version": 5,
                                  "values": {"due": "2026-10-29", "owner": "P-3"}}
    assert page["names"] == {"P-11": "Jonas Keller", "P-2": "Ana Ruiz", "P-3": "Ben Okafor"}
    assert (page["total"], page["next"]) == (5, "")


@pytest.mark.parametrize(("where", "keys"), [
    ("owner is nobody", ["APOLLO-R-3", "FORTUNA-R-1"]), ("owner empty", ["APOLLO-R-3", "FORTUNA-R-1"]), ("title has ROBOT", ["FORTUNA-R-1"]),
    ("title is The parcels may be too different for a robot", ["FORTUNA-R-1"]), ("title is robot", []), ("key in apollo-r-3, APOLLO-R-999", ["APOLLO-R-3"])])
async def test_each_way_to_compare(api: Api, where: str, keys: list[str]) -> None:
    assert [row["key"] for row in (await api.told("/records", kind="risk", where=where))["records"]] == keys


@pytest.mark.parametrize("sort", ["", "-due", "owner"])
async def test_pages_tell_each_record_once_in_the_order_of_the_whole_list(api: Api, sort: str) -> None:
    whole = [row["key"] for row in (await api.told("/records", kind="task", where="key not in X", sort=sort, limit=200))["records"]]
    assert await walked(api, kind="task", where="key not in X", sort=sort, limit=9) == whole


async def test_what_is_added_meanwhile_moves_nothing(api: Api) -> None:
    asked: dict[str, Any] = {"kind": "task", "where": "project is Apollo", "sort": "-due", "limit": 5}
    before, page = await walked(api, **asked), await api.told("/records", **asked)
    new = {await api.made(due="2030-01-01"), await api.made(), await api.made(due="2020-01-01")}
    rest = [row["key"] for row in (await api.told("/records", **{**asked, "limit": 200}, cursor=""))["records"]]
    gone_on, cursor = [row["key"] for row in page["records"]], page["next"]
    while cursor:
        page = await api.told("/records", **asked, cursor=cursor)
        gone_on += [row["key"] for row in page["records"]]
        cursor = page["next"]
    assert [key for key in gone_on if key not in new] == before == [key for key in rest if key not in new]
    assert len(gone_on) == len(set(gone_on))


@pytest.mark.parametrize("change", [{"who": "ben"}, {"kind": "risk"}, {"sort": "due"}, {"where": "owner is me"}, {"as_of": "2026-11-01"}])
async def test_a_cursor_is_of_one_list_and_one_person(api: Api, change: dict[str, str]) -> None:
    cursor = (await api.told("/records", kind="task", limit=1))["next"]
    asked: dict[str, Any] = {"who": "ana", "kind": "task", "limit": 1, **change}
    assert await api.refused("/records", **asked, cursor=cursor) == (
        422, "That cursor belongs to another list or person, or was changed on its way; begin again without one.")


@pytest.mark.parametrize("cursor", ["x", "é", "W10", "WzFd", "bnVsbA", "A" * 6000, "WyJ4IixbXSx7fV0", "eyJkYXkiOiAxfQ"])
async def test_a_cursor_that_was_made_up_is_refused(api: Api, cursor: str) -> None:
    assert (await api.refused("/records", kind="task", cursor=cursor))[0] == 422


@pytest.mark.parametrize("asked", [{"limit": 0}, {"limit": 201}, {"limit": 10**30}, {"limit": -1}, {"limit": "many"}, {"where": "due"}, {"where": "due before"},
                                   {"where": "due before soonish"}, {"where": "owner before Ben"}, {"where": "due empty yes"}, {"where": "hours is 1e99"},
                                   {"where": "id is 1"}, {"where": "title is \0"}, {"sort": "-"}, {"sort": "rank"}, {"fields": "title,rank"},
                                   {"where": ["title has x"] * 21}, {"as_of": "2030-01-01"}])
async def test_what_cannot_be_listed_is_said_so(api: Api, asked: dict[str, Any]) -> None:
    assert (await api.refused("/records", kind="task", **asked))[0] == 422


async def test_an_unknown_kind_is_not_there(api: Api) -> None:
    assert (await api.refused("/records", kind="unicorn"))[0] == 404
    assert (await api.refused("/kinds/unicorn"))[0] == 404


async def test_a_narrow_field_is_like_one_that_there_is_not(api: Api) -> None:
    assert tuple(f["name"] for f in (await api.told("/kinds/person", "ben"))["fields"]) == NO_RATE
    assert tuple((await api.told("/records/P-3", "ben"))["values"]) == NO_RATE
    for asked in ({"where": "{} is 1"}, {"sort": "{}"}, {"sort": "-{}"}, {"fields": "{}"}):
        narrow, none = [await api.refused("/records", "ben", kind="person", **{n: said.format(word) for n, said in asked.items()}) for word in ("rate", "ratx")]
        assert narrow == (none[0], none[1].replace("ratx", "rate"))


@pytest.mark.parametrize("path", ["/records/{}", "/records/{}-T-1", "/records/{}/history", "/records/{}-T-1/whole"])
async def test_a_restricted_record_is_like_one_that_there_is_not(api: Api, path: str) -> None:
    hidden, none = [await api.refused(path.format(key), "ben") for key in ("ZEPHYR", "ZEPHYX")]
    assert hidden == (404, none[1].replace("ZEPHYX", "ZEPHYR"))
    assert (await api.told("/records/ZEPHYR", "paula"))["title"] == "Zephyr"


async def test_restricted_records_are_neither_listed_nor_counted_nor_named(api: Api) -> None:
    page = await api.told("/records", "ben", kind="project", sort="name", count=True)
    assert [row["title"] for row in page["records"]] == ["Apollo", "Borealis", "Corvus", "Dione", "Elara", "Fortuna"]
    assert page["total"] == 6
    assert (await api.told("/records", "paula", kind="project", count=True))["total"] == 7
    hidden, none = [await api.refused("/records", "ben", kind="task", where=f"project is {name}") for name in ("Zephyr", "Zephyx")]
    assert hidden == (none[0], none[1].replace("Zephyx", "Zephyr"))


async def test_a_list_as_of_a_past_day_is_of_then(api: Api) -> None:
    now, then = [await api.told("/records", kind="task", where="key is APOLLO-T-5", fields="due", as_of=day) for day in ("", "2026-10-18")]
    assert (now["records"][0]["values"], then["records"][0]["values"]) == ({"due": "2026-10-29"}, {"due": "2026-10-19"})
    assert (await api.told("/records/APOLLO-T-5", as_of="2026-10-18"))["values"]["due"] == "2026-10-19"


async def test_one_record_is_plain_data_under_its_version(api: Api) -> None:
    answer = await api.get("/records/elara-c-1", headers={"X-PMO-Person": "paula"})
    assert answer.headers["etag"] == '"1"'
    assert answer.json() == {"kind": "costentry", "key": "ELARA-C-1", "title": "Controls and lamps", "version": 1, "values": {
        "source": "", "title": "Controls and lamps", "project": "ELARA", "budget_line": "ELARA-B-1", "type": "actual", "on": "2025-07-25",
        "amount": "236000.00", "supplier": "", "document": "", "contract": None}}
    again = await api.get("/records/ELARA-C-1", headers={"If-None-Match": '"1"', "X-PMO-Person": "paula"})
    assert (again.status_code, again.content) == (304, b"")


async def test_the_past_of_a_record_is_told_change_by_change(api: Api) -> None:
    first = await api.told("/records/APOLLO-T-5/history", limit=1)
    (latest,) = first["changes"]
    assert (latest["by"], latest["created"], latest["changes"], latest["says"]) == (
        "Ben Okafor", False, {"progress": {"before": 60, "after": 65}}, ["progress: 60 % → 65 %"])
    second = await api.told("/records/APOLLO-T-5/history", cursor=first["next"])
    assert second["changes"][0]["changes"] == {"due": {"before": "2026-10-19", "after": "2026-10-29"}}
    made = second["changes"][-1]
    assert (made["created"], made["changes"]["project"], second["next"]) == (True, {"before": None, "after": "APOLLO"}, "")
    assert (await api.refused("/records/APOLLO-T-6/history", cursor=first["next"]))[0] == 422


async def test_the_page_of_a_record_tells_what_names_it(api: Api) -> None:
    whole = await api.told("/records/APOLLO-T-5/whole")
    owner = next(f for f in whole["fields"] if f["name"] == "owner")
    assert owner == {"name": "owner", "label": "owner", "value": "P-3", "display": "Ben Okafor", "key": "P-3"}
    assert whole["changeable"]
    assert not (await api.told("/records/CORVUS-T-4/whole"))["changeable"]
    person = await api.told("/records/P-3/whole", "ben")
    assert [f["label"] for f in person["figures"][:2]] == ["workload", "work due soon"]
    project = await api.told("/records/CORVUS/whole")
    risks = next(links for links in project["links"] if links["kind"] == "risk")
    assert (risks["title"], risks["count"]) == ("Risks", len(await walked(api, kind="risk", where="project is Corvus")))
    assert all(row["key"].startswith("CORVUS-R-") for row in risks["rows"])
