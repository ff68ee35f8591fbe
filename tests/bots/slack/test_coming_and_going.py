"""A colleague whom the office does not know is let in by an admin in Slack; one whose account is closed loses everything at once."""
from records import threads
from records.database import Database
from tests.bots.slack.conftest import Company, Northlight
from tests.fakes.slack import BOT, Actor
from tests.fakes.slack.people import buttons


def stranger(northlight: Northlight, name: str) -> Actor:
    sam = northlight.slack.person(f"U0{name.upper()}", f"{name} Stranger", f"{name.lower()}@northlight.example")
    northlight.slack.workspace.channels["C0ALL"].members.add(sam.id)
    return sam


async def test_a_colleague_asks_the_admin_who_lets_them_in(northlight: Northlight) -> None:
    sam, paula = stranger(northlight, "Sam"), northlight.paula
    start = await paula.write(paula.dm.id, "-")
    offered = await sam.reply(asked := await sam.tell("how is Apollo doing?"))
    assert "I don't know you here yet." in offered.text
    assert buttons(offered) == ["Ask the admin for access"]
    await sam.click(offered, "enter:ask")
    assert (await sam.changed(offered)).text == "I asked Paula Adler. You hear from me as soon as it is decided."
    wish = await paula.reply(start)
    assert wish.text == "Sam Stranger (sam@northlight.example) asks to be let in."
    assert buttons(wish) == ["Let in as viewer", "Let in as member", "No"]
    await paula.click(wish, "enter:let:viewer")
    assert "Sam Stranger" in (await paula.changed(wish)).text
    assert buttons(wish) == ["Undo"]
    await northlight.idle()
    assert sam.replies(asked)[-1].text.startswith("You are in now, as viewer.")
    assert "Apollo is off track" in (await sam.reply(await sam.tell("how is Apollo doing?"))).everything


async def test_a_colleague_who_mentions_it_in_a_channel_is_written_to_alone(northlight: Northlight) -> None:
    tom = stranger(northlight, "Tomas")
    asked = await tom.say("C0ALL", f"<@{BOT}> how is Apollo doing?")
    whispered = await tom.reply(asked)
    assert (whispered.audience, whispered.text) == (tom.id, "I don't know you here yet, so I wrote to you directly.")
    await northlight.idle()
    assert buttons(northlight.slack.workspace.channels[tom.dm.id].messages[-1]) == ["Ask the admin for access"]
    assert northlight.ana.replies(asked) == []


async def test_who_is_not_let_in_is_told_so(northlight: Northlight) -> None:
    sam, paula = stranger(northlight, "Nick"), northlight.paula
    start = await paula.write(paula.dm.id, "-")
    offered = await sam.reply(await sam.tell("hello"))
    await sam.click(offered, "enter:ask")
    wish = await paula.reply(start)
    await paula.click(wish, "enter:no")
    assert (await paula.changed(wish)).text == "Nick Stranger was not let in."
    await northlight.idle()
    assert "did not let you in" in sam.replies(offered)[-1].text
    assert "I don't know you here yet." in (await sam.reply(await sam.tell("hello"))).text


async def test_the_second_admins_click_is_answered_too(northlight: Northlight) -> None:
    sam, paula = stranger(northlight, "Otto"), northlight.paula
    start = await paula.write(paula.dm.id, "-")
    offered = await sam.reply(await sam.tell("hello"))
    await sam.click(offered, "enter:ask")
    wish = await paula.reply(start)
    block_id, let_in = next((b["block_id"], b["elements"][0]) for b in wish.blocks if b["type"] == "actions")
    await paula.press(wish, block_id, let_in)
    await paula.changed(wish)
    other = await paula.write(paula.dm.id, "-")
    await northlight.slack.workspace.changed()
    await sam.press(offered, "x", {"type": "button", "action_id": "enter:ask", "value": "-"})
    again = await paula.reply(other)
    await paula.press(again, block_id, let_in)
    assert (await paula.changed(again)).text == "Otto Stranger is in already."


async def test_only_an_admin_lets_somebody_in(northlight: Northlight) -> None:
    sam, paula = stranger(northlight, "Pete"), northlight.paula
    start = await paula.write(paula.dm.id, "-")
    await sam.click(await sam.reply(await sam.tell("hello")), "enter:ask")
    wish = await paula.reply(start)
    block_id, let_in = next((b["block_id"], b["elements"][1]) for b in wish.blocks if b["type"] == "actions")
    await sam.press(wish, block_id, let_in)
    assert (await paula.changed(wish)).text == "Only a PMO admin can let somebody in."
    await northlight.idle()


async def test_a_hostile_name_pings_nobody_on_its_way_in(northlight: Northlight) -> None:
    eve = northlight.slack.person("U0EVE", "<!channel> <@UANA> https://evil.example *Eve*", "eve@northlight.example")
    start = await northlight.paula.write(northlight.paula.dm.id, "-")
    await eve.click(await eve.reply(await eve.tell("hello")), "enter:ask")
    wish = await northlight.paula.reply(start)
    await northlight.paula.click(wish, "enter:let:viewer")
    await northlight.paula.changed(wish)
    await northlight.idle()
    assert (northlight.slack.pings, northlight.slack.links) == ([], [])


async def test_a_closed_account_loses_its_previews_and_its_open_work_is_handed_over(northlight: Northlight, company: Company) -> None:
    ben, ana, paula = northlight.ben, northlight.ana, northlight.paula
    preview = await ben.reply(await ben.tell("create a task for me in Apollo: check the loading dock"))
    starts = [await actor.write(actor.dm.id, "-") for actor in (ana, paula)]
    ben.person.deleted = True
    left = {"type": "user_change", "user": {**ben.person.as_json(), "updated": 7}}
    for _ in range(2):
        assert (await northlight.slack.event(left)).is_acknowledged
    await northlight.idle()
    for actor, start in zip((ana, paula), starts, strict=True):
        told = "\n".join(m.everything for m in actor.replies(start))
        assert told.count("Slack account was closed") in {1, 2}           # once, in the words and in the text that is read out
        assert "One of their previews" in told or "1 of their previews waited for a yes and was dropped." in told
        assert "What they leave open waits to be handed over." in told
        assert company.office.notices
        assert "Ben Okafor has left" in str(company.office.notices.waiting(actor.person.email))
    with Database(company.settings.url).reading() as session:
        number = next(e["value"] for b in preview.blocks if b["type"] == "actions" for e in b["elements"])
        found = session.get(threads.Pending, number)
        assert found is not None
        assert found.state == "discarded"
    await ben.click(preview, "confirm")
    assert "I only answer members of this workspace" in (await ben.changed(preview)).text


async def test_a_changed_profile_is_looked_up_anew(northlight: Northlight) -> None:
    await northlight.ana.reply(await northlight.ana.tell("what should I do today?"))
    northlight.ana.person.is_guest = True
    await northlight.slack.event({"type": "user_change", "user": northlight.ana.person.as_json()})
    assert "I only answer members" in (await northlight.ana.reply(await northlight.ana.tell("what should I do today?"))).text
