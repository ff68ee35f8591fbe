"""What people are told unasked, in Slack: by direct message, answered by a tap or a form, in the name of who pressed."""
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
import shutil
from typing import Any

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.notices import Notices
from records.kinds import ChangeRequest
from records.proposals import Create
from tests.assistant.notices.conftest import World as Happenings
from tests.assistant.notices.conftest import told_home
from tests.bots.slack.conftest import Northlight, Scene, over_http
from tests.conftest import settings_in
from tests.fakes.slack import BOT, Message
from tests.fakes.slack.people import Actor, buttons

__all__ = ("told_home",)
NEXT = timedelta(minutes=5)


class Told(Northlight):
    """The company at its Slack; `wait` lets time go by, and sends what is due."""

    def __init__(self, scene: Scene, world: Happenings, notices: Notices, assistant: Assistant) -> None:
        super().__init__(scene)
        self.world, self.notices, self.assistant = world, notices, assistant

    async def wait(self, later: timedelta = NEXT) -> None:
        self.notices.tick()
        self.world.now += later
        for key in self.notices.tick():
            await self.notices.deliver(key)

    def heard(self, actor: Actor) -> list[Message]:
        """What somebody was told in their direct messages, the threads left out."""
        return [m for m in actor.sees(actor.dm.id) if m.user == BOT and m.thread_ts is None]

    async def last(self, actor: Actor) -> Message:
        await self.wait()
        return self.heard(actor)[-1]


@pytest.fixture
async def told(told_home: Path, tmp_path: Path) -> AsyncIterator[Told]:
    settings = settings_in(Path(shutil.copytree(told_home, tmp_path / "pmo")))
    database = bootstrap.database(settings)
    world = Happenings(database)
    made = Notices(database, lambda: world.now, ways=("slack",))
    assistant = bootstrap.assistant(settings, database=database)
    async with over_http(assistant, replace(bootstrap.office(settings), notices=made)) as scene:
        yield Told(scene, world, made, assistant)


async def test_ana_assigns_in_chat_ben_accepts_and_her_answer_shows_it(told: Told) -> None:
    preview = await told.ana.reply(await told.ana.tell("create a task in Apollo for Ben: fix the login page, by next Friday"))
    await told.ana.click(preview, "confirm")
    await told.ana.changed(preview)
    notice = await told.last(told.ben)
    assert notice.text.startswith("Ana Ruiz gave you APOLLO-T-18 Fix the login page, due Fri 27 Nov 2026")
    assert "from Ana Ruiz · Apollo · due Fri 27 Nov 2026" in notice.everything
    assert buttons(notice) == ["Accept", "Not me", "Question"]
    await told.ben.click(notice, "tell:accept")
    receipt = await told.ben.changed(notice)
    assert "You took on APOLLO-T-18." in receipt.everything
    assert buttons(receipt) == ["Undo"]
    shown = await told.ana.reply(await told.ana.tell("show APOLLO-T-18"))
    assert "taken on: Wed 18 Nov 2026" in shown.everything


async def test_not_me_opens_a_form_that_asks_why_and_who_gave_it_decides(told: Told) -> None:
    key = told.world.give("ana", "ben")
    notice = await told.last(told.ben)
    await told.ben.click(notice, "tell:refuse")
    assert told.ben.modal
    assert told.ben.modal["title"]["text"] == "Not me"
    await told.ben.submit(**{"why not?": "I am away all week", "who could do it instead?": "Mia Fischer"})
    await told.ben.changed(notice)
    assert "You gave back APOLLO-T-18" in notice.everything or "is not for you" in notice.everything
    back = await told.last(told.ana)
    assert "Ben Okafor says: “I am away all week”" in back.everything
    await told.ana.click(back, "tell:give")
    await told.ana.changed(back)
    assert told.world.task(key).owner_id == told.world.id("mia")


async def test_an_empty_form_complains_below_the_question(told: Told) -> None:
    told.world.give("ana", "ben")
    notice = await told.last(told.ben)
    await told.ben.click(notice, "tell:ask")
    wrong = await told.ben.submit(**{"your question": "   "})
    assert wrong == {"your question": "Please fill in: Your question"}


async def test_a_complaint_stands_below_what_was_left_empty(told: Told) -> None:
    told.world.do("paula", Create("benefit", {"title": "Fewer calls", "project_id": told.world.id("APOLLO"), "owner_id": told.world.id("ana"),
                                              "review": "2026-11-19", "unit": "calls a day", "aim": 120}))
    told.world.now += timedelta(days=1)
    notice = await told.last(told.ana)
    await told.ana.click(notice, "tell:measure")
    value, evidence = "value (calls a day)", "evidence: where does the number come from?"
    assert list(await told.ana.submit(**{value: "97", evidence: " "})) == [evidence]
    assert list(await told.ana.submit(**{value: "many", evidence: "The count", "measure again on": "2027-01-04"})) == [value]


async def test_an_executive_approves_one_decision_by_a_tap_and_takes_it_back(told: Told) -> None:
    made = told.world.do("paula", Create("changerequest", {
        "title": "Buy a second scanner", "project_id": told.world.id("CORVUS"), "decider_id": told.world.id("elena"),
        "requester_id": told.world.id("jonas"), "reason": "One is not enough.", "without_it": "The line stands still.", "cost_effect": 4000}))
    key = str(made.edits[0]["key"])
    notice = await told.last(told.elena)
    assert "Without a decision: The line stands still." in notice.everything
    assert buttons(notice) == ["Approve", "Reject…", "Ask…", "Tomorrow"]
    await told.elena.click(notice, "tell:approve")
    await told.elena.changed(notice)
    assert _status(told, key) == ("approved", "As asked for: One is not enough.")
    await told.elena.click(notice, "undo")
    await told.elena.changed(notice, edits=2)
    assert _status(told, key)[0] == "submitted"


async def test_what_changed_since_is_shown_anew_in_its_place(told: Told) -> None:
    made = told.world.do("paula", Create("changerequest", {
        "title": "Buy a second scanner", "project_id": told.world.id("CORVUS"), "decider_id": told.world.id("elena"), "requester_id": told.world.id("jonas"),
        "cost_effect": 4000}))
    key = str(made.edits[0]["key"])
    notice = await told.last(told.elena)
    told.world.change("paula", ChangeRequest, key, cost_effect=90_000)
    await told.elena.click(notice, "tell:approve")
    await told.elena.changed(notice)
    assert "cost 90,000" in notice.everything
    assert buttons(notice) == ["Approve", "Reject…", "Ask…", "Tomorrow"]
    assert "It changed since you were shown it" in (await told.elena.reply(notice)).everything
    assert _status(told, key)[0] == "submitted"


async def test_several_tasks_are_one_message_with_buttons_of_their_own(told: Told) -> None:
    for title in ("One", "Two", "Three"):
        told.world.give("ana", "ben", title)
    notice = await told.last(told.ben)
    assert len(told.heard(told.ben)) == 1
    assert buttons(notice) == ["Accept", "Not me", "Question"] * 3
    await told.ben.click(notice, "tell:accept")
    await told.ben.changed(notice)
    assert buttons(notice) == ["Accept", "Not me", "Question"] * 2
    assert "✓ You took on APOLLO-T-18." in notice.everything
    below = await told.ben.reply(notice)
    assert (below.thread_ts, buttons(below)) == (notice.ts, ["Undo"])


async def test_what_does_not_fit_into_one_message_is_named(told: Told) -> None:
    long = "A reason that goes on and on. " * 60
    home, elena, jonas = told.world.id("CORVUS"), told.world.id("elena"), told.world.id("jonas")
    told.world.do("paula", *(Create("changerequest", {"title": f"Wish {n}", "project_id": home, "decider_id": elena, "requester_id": jonas, "reason": long,
                                                      "without_it": long, "alternatives": long}) for n in range(12)))
    notice = await told.last(told.elena)
    assert all(f"Wish {n}" in notice.everything for n in range(12))
    assert 4 <= buttons(notice).count("Approve") < 8
    assert "on my Home tab" in notice.everything


async def test_nothing_of_a_record_pings_or_leads_anywhere(told: Told) -> None:
    told.world.give("ana", "ben", "Tell <!channel> and <@U0ELENA> of https://evil.example", description="*bold* <https://evil.example|here>")
    notice = await told.last(told.ben)
    assert "!channel" in notice.everything
    assert (told.slack.pings, told.slack.links) == ([], [])


async def test_a_worker_that_died_over_it_tells_it_once(told: Told) -> None:
    told.world.give("ana", "ben")
    told.notices.tick()
    told.world.now += NEXT
    key, = told.notices.tick()
    message = told.notices.take(key)
    telling: Any = told.notices._ways["slack"]
    await telling(message)                                # it stands in Slack, and the worker dies before it is noted
    await told.notices.deliver(key)
    await told.notices.deliver(key)
    assert len(told.heard(told.ben)) == 1


async def test_it_waits_for_the_morning_of_where_their_profile_says_they_are(told: Told) -> None:
    key = told.world.give("ana", "ben")
    told.ben.person.tz = "America/Los_Angeles"                     # where it is one in the morning
    await told.wait()
    assert told.heard(told.ben) == []
    await told.wait(timedelta(hours=6))
    assert told.heard(told.ben) == []
    await told.wait(timedelta(hours=1))                            # 8:10 there
    assert key in told.heard(told.ben)[-1].text
    assert len(told.heard(told.ben)) == 1


async def test_a_second_press_is_answered_and_changes_nothing(told: Told) -> None:
    key = told.world.give("ana", "ben")
    notice = await told.last(told.ben)
    block, element = next((b["block_id"], b["elements"][0]) for b in notice.blocks if b["type"] == "actions")
    await told.ben.press(notice, block, element)
    await told.ben.changed(notice)
    await told.ben.press(notice, block, element)
    assert "You answered that already." in (await told.ben.reply(notice)).everything
    assert told.world.task(key).version == 2


async def test_who_is_not_in_slack_any_more_is_told_nothing(told: Told) -> None:
    told.world.give("ana", "ben")
    told.ben.person.deleted = True
    await told.wait()
    assert told.heard(told.ben) == []
    assert "Fix the login page" in str(told.notices.waiting("ben@northlight.example"))


async def test_a_benefits_owner_answers_a_year_later(told: Told) -> None:
    made = told.world.do("paula", Create("benefit", {"title": "Fewer calls", "project_id": told.world.id("APOLLO"), "owner_id": told.world.id("ana"),
                                                     "review": "2027-11-17", "unit": "calls a day", "aim": 120}))
    key = str(made.edits[0]["key"])
    told.world.now += timedelta(days=364)
    notice = await told.last(told.ana)
    assert f"How much has come of {key} Fewer calls?" in notice.everything
    await told.ana.click(notice, "tell:measure")
    await told.ana.submit(**{"value (calls a day)": "97", "evidence: where does the number come from?": "The desk's count"})
    await told.ana.changed(notice)
    shown = await told.ana.reply(await told.ana.tell(f"measurements of {key}"))
    assert "97" in shown.everything


async def test_what_waits_stands_on_the_home_tab_and_is_answered_there(told: Told) -> None:
    key = told.world.give("ana", "ben")
    await told.last(told.ben)
    await told.ben.open_home()
    await told.ben.until(lambda: told.ben.home and f"{key} Fix the login page" in str(told.ben.home))
    home = told.ben.home
    assert home
    names = [element["value"].split("|")[0] for block in home["blocks"] if block["type"] == "actions" for element in block["elements"]
             if element["action_id"] == "tell:accept"]
    block, element = next((b["block_id"], e) for b in home["blocks"] if b["type"] == "actions" for e in b["elements"]
                          if e["action_id"] == "tell:accept" and e["value"].startswith("task:"))
    assert len(names) == 1
    await told.ben.press(home, block, element)
    await told.ben.until(lambda: told.world.task(key).taken_on and "tell:accept" not in str(told.ben.home))
    assert "You took on" in str([m.everything for m in told.ben.sees(told.ben.dm.id)])


def _status(told: Told, key: str) -> tuple[str, str]:
    row: Any = told.world.row(ChangeRequest, key)
    return row.status, row.rationale
