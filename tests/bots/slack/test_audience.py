"""In a channel only what all its members may see; the rest goes to whoever asked, alone."""
from tests.bots.slack.conftest import Northlight
from tests.fakes.slack import BOT

SECRET = f"<@{BOT}> how is Zephyr doing?"


async def test_where_all_may_see_it_the_answer_stands_in_the_thread_alone(northlight: Northlight) -> None:
    northlight.slack.workspace.add_channel("C0PAIR", "pair", {northlight.elena.id, northlight.paula.id, BOT}, is_private=True)
    asked = await northlight.elena.say("C0PAIR", SECRET)
    await northlight.idle()
    told = "\n".join(m.everything for m in northlight.elena.replies(asked))
    assert "Zephyr" in told
    assert "direct messages" not in told


async def test_what_some_may_not_see_is_sent_to_the_asker_alone_and_said_to_be(northlight: Northlight) -> None:
    start = await northlight.elena.write(northlight.elena.dm.id, "-")
    asked = await northlight.elena.say("C0ALL", SECRET)
    await northlight.idle()
    in_channel = "\n".join(m.everything for m in northlight.ben.replies(asked))
    assert "I sent you the whole answer in our direct messages." in in_channel
    assert "off track" not in in_channel
    alone = "\n".join(m.everything for m in northlight.elena.replies(start))
    assert "You asked: how is Zephyr doing?" in alone
    assert "Zephyr is" in alone


async def test_money_is_left_out_before_members_and_told_alone(northlight: Northlight) -> None:
    start = await northlight.ana.write(northlight.ana.dm.id, "-")
    asked = await northlight.ana.say("C0ALL", f"<@{BOT}> what is the budget of Apollo?")
    await northlight.idle()
    assert "EUR" not in "\n".join(m.everything for m in northlight.ben.replies(asked))
    assert "EUR" in "\n".join(m.everything for m in northlight.ana.replies(start))


async def test_what_all_may_see_is_said_once(northlight: Northlight) -> None:
    start = await northlight.ana.write(northlight.ana.dm.id, "-")
    asked = await northlight.ana.say("C0ALL", f"<@{BOT}> show APOLLO-T-12")
    await northlight.idle()
    assert "APOLLO-T-12" in northlight.ben.replies(asked)[0].everything
    assert northlight.ana.replies(start) == []


async def test_a_preview_is_made_once(northlight: Northlight) -> None:
    start = await northlight.ana.write(northlight.ana.dm.id, "-")
    await northlight.ana.say("C0ALL", f"<@{BOT}> create a task for me: check the loading dock")
    await northlight.idle()
    assert northlight.ana.replies(start) == []


async def test_where_somebody_is_unknown_to_the_office_it_answers_alone(northlight: Northlight) -> None:
    sam = northlight.slack.person("U0SAM", "Sam Stranger", "sam@elsewhere.example")
    northlight.slack.workspace.add_channel("C0SAM", "with-sam", {sam.id, northlight.ana.id, BOT})
    start = await northlight.ana.write(northlight.ana.dm.id, "-")
    asked = await northlight.ana.say("C0SAM", f"<@{BOT}> how is Apollo doing?")
    await northlight.idle()
    note, = northlight.ana.replies(asked)
    assert note.text == "Not everybody in here is known to the office, so I answer you in our direct messages."
    assert "Apollo is off track" in "\n".join(m.everything for m in northlight.ana.replies(start))


async def test_before_a_guest_it_answers_alone(northlight: Northlight) -> None:
    guest = northlight.slack.person("U0GUEST", "Gil Guest", "gil@northlight.example", is_guest=True)
    northlight.slack.workspace.add_channel("C0GUEST", "with-guest", {guest.id, northlight.ana.id, BOT})
    asked = await northlight.ana.say("C0GUEST", f"<@{BOT}> how is Apollo doing?")
    await northlight.idle()
    assert [m.text for m in northlight.ana.replies(asked)] == ["There is a guest in here, so I answer you in our direct messages."]


async def test_where_it_cannot_see_who_reads_it_answers_alone(northlight: Northlight) -> None:
    northlight.slack.fail("conversations.members", error="missing_scope")
    asked = await northlight.ana.say("C0ALL", f"<@{BOT}> how is Apollo doing?")
    await northlight.idle()
    assert [m.text for m in northlight.ana.replies(asked)] == ["I cannot see who reads here, so I answer you in our direct messages."]


async def test_in_a_crowd_it_answers_alone(northlight: Northlight) -> None:
    many = {northlight.slack.person(f"U0M{n}", f"M {n}", f"m{n}@northlight.example").id for n in range(101)}
    northlight.slack.workspace.add_channel("C0CROWD", "all", {*many, northlight.ana.id, BOT})
    asked = await northlight.ana.say("C0CROWD", f"<@{BOT}> how is Apollo doing?")
    await northlight.idle()
    assert northlight.ana.replies(asked)[0].text == "More than 100 people read here, so I answer you in our direct messages."
    assert len(northlight.slack.sent("users.info")) < 5


async def test_other_bots_are_no_readers(northlight: Northlight) -> None:
    northlight.slack.person("U0OTHERBOT", "Build", is_bot=True)
    northlight.slack.workspace.add_channel("C0BOTS", "bots", {"U0OTHERBOT", northlight.ana.id, BOT})
    asked = await northlight.ana.say("C0BOTS", f"<@{BOT}> how is Apollo doing?")
    assert "Apollo is off track" in (await northlight.ana.reply(asked)).everything
    await northlight.idle()


async def test_a_day_is_that_of_the_askers_own_time_zone(northlight: Northlight) -> None:
    northlight.ana.person.tz = "Pacific/Kiritimati"          # 23:00 there, while it is 9:00 of the same day in the office
    northlight.ben.person.tz = "Pacific/Auckland"
    northlight.elena.person.tz = "Nowhere/Atlantis"
    preview = await northlight.ana.reply(await northlight.ana.tell("create a task for me: check the loading dock, by tomorrow"))
    assert "Thu 19 Nov 2026" in preview.everything
    preview = await northlight.elena.reply(await northlight.elena.tell("create a task for me in Apollo: read the report, by tomorrow"))
    assert "Thu 19 Nov 2026" in preview.everything
