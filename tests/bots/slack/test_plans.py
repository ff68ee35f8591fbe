"""A plan is taken whole or in parts, by boxes; a change that one may not make is put to the project manager."""
from tests.bots.slack.conftest import Company, Northlight
from tests.conversations.test_dialogues import applied
from tests.fakes.slack import BOT, Message
from tests.fakes.slack.people import buttons

PLAN = "break Apollo down: build the portal, test it, train the dealers, go live"


async def planned(northlight: Northlight) -> Message:
    asked = await northlight.ana.tell(PLAN)
    await northlight.idle()
    return next(m for m in northlight.ana.replies(asked) if buttons(m))


def codes(preview: Message) -> list[str]:
    return [o["text"]["text"] for b in preview.blocks for e in b.get("elements", []) if e.get("type") == "checkboxes" for o in e["options"]]


async def test_only_what_is_ticked_is_made(northlight: Northlight) -> None:
    preview = await planned(northlight)
    first, *_ = codes(preview)
    assert first.startswith("1 ")
    await northlight.ana.tick(preview, "tick:0", "1")
    await northlight.ana.click(preview, "confirm")
    receipt = await northlight.ana.changed(preview)
    assert "Build the portal" in receipt.everything
    assert "Train the dealers" not in receipt.everything
    await northlight.ana.click(receipt, "undo")
    assert "Undone" in (await northlight.ana.changed(preview, edits=2)).text


async def test_with_nothing_ticked_nothing_is_made_and_that_is_said(northlight: Northlight, company: Company) -> None:
    preview, before = await planned(northlight), applied(company.settings.home)
    await northlight.ana.tick(preview, "tick:0")
    await northlight.ana.click(preview, "confirm")
    await northlight.idle()
    assert "Nothing is ticked" in northlight.ana.sees(northlight.ana.dm.id)[-1].text
    assert (preview.edits, applied(company.settings.home)) == (0, before)


async def test_a_change_one_may_not_make_is_put_to_the_manager_who_makes_it(northlight: Northlight) -> None:
    carla, ana = northlight.carla, northlight.ana
    refused = await carla.reply(await carla.tell("move APOLLO-T-12 to next Friday"))
    assert buttons(refused) == ["Ask Ana Ruiz, the project manager, to do it"]
    start = await ana.write(ana.dm.id, "-")
    await carla.click(refused, "ask:0")
    await northlight.idle()
    preview = await ana.reply(start)
    assert "Carla Winter asks you for this change" in preview.everything
    assert carla.replies(refused)[-1].text == "I asked Ana Ruiz, and tell you what comes of it."
    await carla.press(preview, *_button(preview, "Confirm"))
    await northlight.idle()
    assert preview.edits == 0
    await ana.click(preview, "confirm")
    assert buttons(await ana.changed(preview)) == ["Undo"]
    await northlight.idle()
    assert carla.sees(carla.dm.id)[-1].text.startswith("Ana Ruiz made the change that you asked for: Done: change APOLLO-T-12")
    await ana.click(preview, "undo")
    await ana.changed(preview, edits=2)


async def test_what_the_manager_makes_otherwise_is_told_too(northlight: Northlight) -> None:
    carla, ana = northlight.carla, northlight.ana
    refused = await carla.reply(await carla.tell("move APOLLO-T-14 to next Friday"))
    start = await ana.write(ana.dm.id, "-")
    await carla.click(refused, "ask:0")
    await northlight.idle()
    preview = await ana.reply(start)
    await ana.click(preview, "edit")
    assert await ana.submit(due="2026-12-04") == {}
    await ana.changed(preview)
    await northlight.idle()
    assert carla.sees(carla.dm.id)[-1].text.startswith("Ana Ruiz made the change that you asked for")


async def test_what_the_manager_does_not_want_is_told_too(northlight: Northlight) -> None:
    carla, ana = northlight.carla, northlight.ana
    refused = await carla.reply(await carla.say("C0ALL", f"<@{BOT}> move APOLLO-T-12 to next Monday"))
    start = await ana.write(ana.dm.id, "-")
    await carla.click(refused, "ask:0")
    await northlight.idle()
    await ana.click(await ana.reply(start), "discard")
    await northlight.idle()
    assert carla.sees(carla.dm.id)[-1].text == "Ana Ruiz decided against the change that you asked for."


async def test_a_click_that_is_forbidden_by_now_offers_the_manager_too(northlight: Northlight) -> None:
    ben, paula, ana = northlight.ben, northlight.paula, northlight.ana
    preview = await ben.reply(await ben.tell("move APOLLO-T-5 to next Friday"))
    demoted = await paula.reply(await paula.tell("make Ben Okafor a viewer"))
    await paula.click(demoted, "confirm")
    await paula.changed(demoted)
    await ben.click(preview, "confirm")
    refused = await ben.changed(preview)
    assert "As a viewer you may not change tasks; a project manager or the PMO admin may." in refused.everything
    assert buttons(refused) == ["Ask Ana Ruiz, the project manager, to do it"]
    start = await ana.write(ana.dm.id, "-")
    await ben.click(refused, "ask:0")
    await northlight.idle()
    assert "Ben Okafor asks you for this change" in (await ana.reply(start)).everything
    await paula.click(demoted, "undo")
    await paula.changed(demoted, edits=2)


async def test_what_nobody_could_do_is_put_to_nobody(northlight: Northlight) -> None:
    refused = await northlight.carla.reply(await northlight.carla.tell("move APOLLO-T-999 to next Friday"))
    assert buttons(refused) == []


def _button(message: Message, label: str) -> tuple[str, dict[str, object]]:
    return next((b["block_id"], e) for b in message.blocks if b["type"] == "actions" for e in b["elements"]
                if e["type"] == "button" and e["text"]["text"] == label)
