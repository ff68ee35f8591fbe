"""Forms in Slack: opened by commands, shortcuts and buttons, filled by people with menus of what they may use, applied at once and taken back."""
from dataclasses import replace

import pytest

from assistant.at_a_glance import Glances
from records.database import Database
from tests.bots.slack.conftest import Company, Northlight, over_http
from tests.fakes.slack.filling import inputs
from tests.fakes.slack.people import buttons
from tests.fakes.slack.workspace import BOT


async def test_a_task_is_made_by_a_shortcut_and_undone(northlight: Northlight) -> None:
    ana = northlight.ana
    await ana.shortcut("new_task")
    assert ana.modal
    assert list(inputs(ana.modal)) == ["title", "description", "project", "owner", "due", "hours"]
    start = await ana.write(ana.dm.id, "-")
    assert await ana.submit(title="Order the rack", owner="ben", due="2026-11-27", hours="2 days") == {}
    receipt = await ana.reply(start)
    assert "Done: new task APOLLO-T-" in receipt.text
    assert "owner: Ben Okafor" in receipt.text
    assert "hours: 16 h" in receipt.text
    assert buttons(receipt) == ["Undo"]
    await ana.click(receipt, "undo")
    assert "Undone: change #" in (await ana.changed(receipt)).text


async def test_what_is_wrong_stands_below_its_question_and_the_form_stays(northlight: Northlight) -> None:
    ana = northlight.ana
    await ana.command("task Order the rack")
    assert await ana.submit(hours="many") == {"hours": "“many” is no hours I can read; say a number (h)."}
    assert await ana.submit(hours="6h", due="2026-11-27", description="x") == {}
    assert ana.modal is None


async def test_a_complaint_about_the_whole_record_finds_its_question(northlight: Northlight) -> None:
    ana = northlight.ana
    await ana.command("task Order the rack")
    await ana.click(ana.modal or {}, "form:whole")
    assert ana.modal
    assert len(inputs(ana.modal)) > 20
    assert await ana.submit(start="2026-12-01", due="2026-11-01") == {"start": "The due date lies before the start."}


async def test_a_form_sent_twice_counts_once(northlight: Northlight) -> None:
    ana = northlight.ana
    await ana.command("risk The vendor slips")
    view = ana.modal or {}
    start = await ana.write(ana.dm.id, "-")
    assert await ana.submit(probability="4: likely", impact="4: major") == {}
    northlight.slack.workspace.modals[ana.id] = view["id"]
    assert await ana.submit() == {}
    await northlight.idle()
    receipt, = ana.replies(start)
    assert "probability: 4" in receipt.text


async def test_menus_offer_what_the_asker_may_use(northlight: Northlight) -> None:
    await northlight.carla.command("task")
    project = inputs(northlight.carla.modal or {})["project"]
    offered = await northlight.carla.options(project, "said", "")
    assert {o["value"] for o in offered} == {"BOREALIS", "CORVUS", "FORTUNA"}
    assert [o["text"]["text"] for o in await northlight.carla.options(project, "said", "cor")] == ["Corvus"]
    owner = inputs(northlight.carla.modal or {})["owner"]
    assert [o["text"]["text"] for o in await northlight.carla.options(owner, "said", "winter")] == ["Carla Winter"]


async def test_who_may_make_no_record_is_told_so_in_the_form_itself(northlight: Northlight) -> None:
    await northlight.nora.command("task")
    assert "With your role you may not make tasks." in str(northlight.nora.modal)


async def test_a_form_that_slack_opens_no_more_is_said_to_be_late(northlight: Northlight) -> None:
    northlight.slack.fail("views.open", error="expired_trigger_id")
    start = await northlight.ana.write(northlight.ana.dm.id, "-")
    await northlight.ana.shortcut("new_task")
    assert "Please try once again." in (await northlight.ana.reply(start)).text


async def test_a_stranger_gets_no_form(northlight: Northlight) -> None:
    sam = northlight.slack.person("U0SAM", "Sam Stranger", "sam@elsewhere.example")
    await sam.shortcut("new_task")
    assert "I don't know you here yet." in str(sam.modal)
    assert "Apollo" not in str(sam.modal)


async def test_a_message_becomes_a_task_with_its_words_a_link_and_the_people_in_it(northlight: Northlight) -> None:
    ana, said = northlight.ana, "<@UBEN> please order the rack &amp; cables\nby Friday, see <https://evil.example|the offer>"
    message = await northlight.elena.write("C0ALL", said)
    await ana.shortcut("task_from_message", message)
    asked = inputs(ana.modal or {})
    assert asked["title"]["element"]["initial_value"] == "Ben Okafor please order the rack & cables"
    told = asked["description"]["element"]["initial_value"]
    assert f"https://office.slack.com/archives/C0ALL/p{message.ts.replace('.', '')}" in told
    assert "People: Ben Okafor, Elena Marsh" in told
    assert asked["owner"]["element"]["initial_option"]["text"]["text"] == "Ben Okafor"
    assert await ana.submit() == {}
    note = await northlight.elena.reply(message)
    assert note.text == "Ana Ruiz made a task of this message."
    assert note.thread_ts == message.ts
    assert (northlight.slack.pings, northlight.slack.links) == ([], [])


async def test_a_message_of_a_conversation_without_the_bot_becomes_one_too(northlight: Northlight) -> None:
    northlight.slack.workspace.add_channel("C0OUT", "outside", {northlight.ana.id})
    message = await northlight.ana.write("C0OUT", "order the rack")
    await northlight.ana.shortcut("task_from_message", message)
    start = await northlight.ana.write(northlight.ana.dm.id, "-")
    await northlight.ana.submit()
    assert "Done: new task" in (await northlight.ana.reply(start)).text
    await northlight.idle()
    assert northlight.ana.sees("C0OUT") == [message]


async def test_a_preview_is_edited_and_becomes_its_receipt_in_place(northlight: Northlight) -> None:
    ana = northlight.ana
    preview = await ana.reply(await ana.tell("create a task for me: check the loading dock, by next Friday"))
    await ana.click(preview, "edit")
    asked = inputs(ana.modal or {})
    assert asked["title"]["element"]["initial_value"] == "Check the loading dock"
    assert asked["due"]["element"]["initial_date"] == "2026-11-27"
    assert await ana.submit(title="Check both docks", owner="ben") == {}
    receipt = await ana.changed(preview)
    assert "title: Check both docks" in receipt.text
    assert "owner: Ben Okafor" in receipt.text
    assert buttons(receipt) == ["Undo"]
    await ana.click(receipt, "undo")
    assert "Undone" in (await ana.changed(preview, edits=2)).text


async def test_in_a_channel_what_a_form_made_is_told_in_brief_and_to_its_maker_alone(northlight: Northlight) -> None:
    ana = northlight.ana
    start = await ana.write(ana.dm.id, "-")
    preview = await ana.reply(await ana.say("C0ALL", f"<@{BOT}> raise a change request on Apollo: rent a crane"))
    await ana.click(preview, "edit")
    assert await ana.submit(cost_effect="4,000 EUR") == {}
    receipt = await ana.changed(preview)
    assert receipt.text.startswith("✅ Done (change #")
    assert "4,000" not in receipt.everything
    assert buttons(receipt) == ["Undo"]
    assert "cost effect: 4,000.00 EUR" in (await ana.reply(start)).text
    await northlight.idle()


async def test_in_a_channel_a_receipt_stands_whole_where_it_says_no_more_than_its_preview(northlight: Northlight) -> None:
    ana = northlight.ana
    preview = await ana.reply(await ana.say("C0ALL", f"<@{BOT}> create a task for me: check the loading dock, by next Friday"))
    await ana.click(preview, "confirm")
    assert "Done: new task APOLLO-T-" in (await ana.changed(preview)).text
    await ana.click(preview, "undo")
    assert "Undone: change #" in (await ana.changed(preview, edits=2)).text


async def test_a_change_is_edited_before_it_is_made(northlight: Northlight) -> None:
    ana = northlight.ana
    preview = await ana.reply(await ana.tell("move APOLLO-T-12 to next Friday"))
    await ana.click(preview, "edit")
    assert inputs(ana.modal or {})["due"]["element"]["initial_date"] == "2026-11-27"
    assert await ana.submit(due="2026-12-04") == {}
    assert "Fri 4 Dec 2026" in (await ana.changed(preview)).text


async def test_a_form_over_what_changed_meanwhile_is_not_applied(northlight: Northlight) -> None:
    ana, paula = northlight.ana, northlight.paula
    preview = await ana.reply(await ana.tell("set the hours of APOLLO-T-12 to 9h"))
    await ana.click(preview, "edit")
    other = await paula.reply(await paula.tell("set the priority of APOLLO-T-12 to critical"))
    await paula.click(other, "confirm")
    await paula.changed(other)
    told = await ana.submit(hours="10h")
    assert list(told.values()) == ["Something changed meanwhile, so nothing was done. Close this form and open it again."]
    await ana.click(preview, "confirm")
    assert "nothing was done yet. It would now be:" in (await ana.changed(preview)).everything


async def test_a_preview_of_several_records_has_no_form(northlight: Northlight) -> None:
    asked = await northlight.ana.tell("break Apollo down: build the portal, test it, train the dealers, go live")
    await northlight.idle()
    preview = next(m for m in northlight.ana.replies(asked) if buttons(m))
    assert buttons(preview) == ["Confirm", "Discard"]
    block_id, element = next((b["block_id"], b["elements"][0]) for b in preview.blocks if b["type"] == "actions" and b["elements"][0]["type"] == "button")
    await northlight.ana.press(preview, block_id, {**element, "action_id": "edit"})
    assert "There is a form only for one record" in str(northlight.ana.modal)


async def test_somebody_else_cannot_edit_a_preview(northlight: Northlight) -> None:
    preview = await northlight.ana.reply(await northlight.ana.say("C0ALL", f"<@{BOT}> create a task for me: check the loading dock, by next Friday"))
    await northlight.ben.click(preview, "edit")
    assert "Only Ana Ruiz, who asked for this, can change it." in str(northlight.ben.modal)


async def test_help_offers_a_button_for_each_form(northlight: Northlight) -> None:
    answer = (await northlight.ana.command("")).answer
    actions = [e["action_id"] for b in answer["blocks"] if b["type"] == "actions" for e in b["elements"]]
    assert actions == ["open:task", "open:risk", "open:change", "open:report"]


async def test_a_question_after_the_command_is_answered_in_direct_messages(northlight: Northlight) -> None:
    start = await northlight.ana.write(northlight.ana.dm.id, "-")
    assert (await northlight.ana.command("how is Apollo doing?", "C0ALL")).answer == "I answer you in our direct messages."
    await northlight.idle()
    asked, answer, *_ = northlight.ana.replies(start)
    assert asked.text == "You asked: how is Apollo doing?"
    assert (answer.thread_ts, "Apollo is off track" in answer.text) == (asked.ts, True)
    assert northlight.ben.sees("C0ALL") == []


async def test_people_and_channels_after_the_command_are_read_by_name(northlight: Northlight) -> None:
    await northlight.ana.command("task ask <@UBEN|ben> about <#C0ALL|apollo> &amp; more")
    assert inputs(northlight.ana.modal or {})["title"]["element"]["initial_value"] == "ask Ben Okafor about #apollo & more"


async def test_the_home_tab_shows_what_is_mine_what_waits_and_my_projects(northlight: Northlight) -> None:
    await northlight.ana.open_home()
    assert northlight.ana.home
    words = str(northlight.ana.home)
    assert "Project Assistant of Northlight" in words
    heads = [b["text"]["text"] for b in northlight.ana.home["blocks"] if b["type"] == "header"]
    assert heads == ["Mine today", "Waiting for me", "My projects"]
    assert "Apollo: off track" in words
    await northlight.elena.open_home()
    assert "Add single sign-on for dealers" in str(northlight.elena.home)
    said = [e["text"]["text"] for b in northlight.elena.home["blocks"] if b["type"] == "actions" for e in b["elements"]]       # type: ignore[index]
    assert {"Approve", "Reject…", "Tomorrow"} <= set(said)


async def test_the_home_tab_of_who_has_no_project_tells_how_the_office_stands(northlight: Northlight) -> None:
    await northlight.paula.open_home()
    words = str(northlight.paula.home)
    assert "The office" in words
    assert "decisions are wanted" in words
    assert "Apollo: off track" in words


async def test_the_home_tab_of_an_installation_that_is_read_only_says_so_and_offers_no_forms(company: Company) -> None:
    office = replace(company.office, glances=Glances(Database(company.settings.url, read_only=True), company.settings.clock()))
    async with over_http(company.assistant, office) as scene:
        ana = Northlight(scene).ana
        await ana.open_home()
    assert ana.home
    assert "Records are read only at the moment" in str(ana.home["blocks"][1])
    assert "open:task" not in str(ana.home)


async def test_a_button_of_the_home_tab_opens_a_form(northlight: Northlight) -> None:
    await northlight.ana.open_home()
    await northlight.ana.click(northlight.ana.home or {}, "open:change")
    start = await northlight.ana.write(northlight.ana.dm.id, "-")
    assert await northlight.ana.submit(title="Add a second language", cost_effect="4,000 EUR", decider="elena") == {}
    assert "cost effect: 4,000.00 EUR" in (await northlight.ana.reply(start)).text


async def test_below_a_report_a_button_opens_its_form(northlight: Northlight) -> None:
    asked = await northlight.ana.tell("how is Apollo doing?")
    await northlight.idle()
    answer = northlight.ana.replies(asked)[-1]
    assert buttons(answer) == ["Picture and file"]
    await northlight.ana.click(answer, "open:report")
    assert inputs(northlight.ana.modal or {})["project"]["element"]["initial_option"]["value"] == "APOLLO"


async def test_below_another_answer_there_is_none(northlight: Northlight) -> None:
    asked = await northlight.ana.tell("show APOLLO-T-12")
    await northlight.idle()
    assert buttons(northlight.ana.replies(asked)[-1]) == []


@pytest.mark.slow
async def test_a_report_that_is_asked_for_as_a_file_comes_as_one(northlight: Northlight) -> None:
    ana = northlight.ana
    asked = await ana.tell("status report for Apollo as markdown, please")
    sent = await ana.until(lambda: next((m for m in ana.sees(ana.dm.id) if m.files and m.ts > asked.ts), None))
    assert [f["name"].rpartition(".")[2] for f in sent.files] == ["png", "md"]


@pytest.mark.slow
async def test_a_report_comes_as_picture_and_file(northlight: Northlight) -> None:
    ana = northlight.ana
    await ana.command("report Apollo")
    start = await ana.write(ana.dm.id, "-")
    assert await ana.submit(file="Markdown") == {}
    sent = await ana.reply(start)
    picture, file = sent.files
    assert picture["name"].endswith(".png")
    assert "Apollo" in picture["alt_txt"]
    assert file["name"].endswith(".md")
    content = northlight.slack.workspace.files[file["id"]]["content"].decode()
    assert content.startswith("# Apollo")


async def test_a_report_that_the_asker_may_not_see_is_refused_in_words(northlight: Northlight) -> None:
    await northlight.ana.command("report")
    view, start = northlight.ana.modal or {}, await northlight.ana.write(northlight.ana.dm.id, "-")
    for block in view["blocks"]:
        if block["block_id"] == "q:report_project":
            block["element"]["initial_option"] = {"text": {"type": "plain_text", "text": "X"}, "value": "NOPE"}
    assert await northlight.ana.submit() == {}
    assert "NOPE" in (await northlight.ana.reply(start)).text
