"""What people are told unasked, as a letter: for who is not in Slack. It has no buttons, so it says where to answer."""
from assistant.notices.notices import Put
from assistant.notices.telling import Message
from assistant.schedules.letters import Letter, Way
from records.errors import NotFound, Refused
from reports.blocks import Block, Text

ANSWERS = "You may answer: {labels}. Say so to Project Assistant, with the key that stands above."
FOOT = "Sent by Project Assistant because this waits for you. Tell it “turn off my notices” to get no such letters, or “my quiet hours are 18:00 to 08:00”."


def by_mail(way: Way) -> Put:
    """How messages go out by a way of letters."""
    async def put(message: Message) -> str:
        try:
            return await way.deliver(letter(message))
        except Refused as refused:                      # no such mailbox: nobody is there
            raise NotFound(str(refused)) from None
    return put


def letter(message: Message) -> Letter:
    return Letter(f"notice/{message.key}", message.email, message.headline, (message.headline,), tuple(_blocks(message)), is_again=message.is_again, foot=FOOT)


def _blocks(message: Message) -> list[Block]:
    made: list[Block] = []
    for item in message.items:
        labels = ", ".join(f"“{press.label.rstrip('…')}”" for press in item.presses)
        made += [*item.blocks, *([Text(ANSWERS.format(labels=labels))] if labels else [])]
    return made
