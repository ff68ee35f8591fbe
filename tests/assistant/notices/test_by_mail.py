"""Who is not in Slack is told by e-mail; who is nowhere finds it where they look."""
from collections.abc import Sequence
from datetime import timedelta

import pytest

from assistant.notices import Message, Notices
from assistant.notices.by_mail import by_mail
from assistant.schedules.letters import Letter
from bots.mail import written
from records.errors import NotFound, Refused
from records.journal import Event
from tests.assistant.notices.conftest import HOST, World

NEXT = timedelta(minutes=5)


class Post:
    """A way of letters that keeps them; nobody at gone.example has a box."""

    def __init__(self, refuses: str = "") -> None:
        self.letters: list[Letter] = []
        self.refuses = refuses

    async def readers(self, to: str) -> Sequence[str]:
        return (to,)

    async def deliver(self, letter: Letter) -> str:
        if self.refuses:
            raise Refused(self.refuses)
        self.letters.append(letter)
        return f"<{letter.key}>"


async def not_in_slack(message: Message) -> str:
    raise NotFound(message.email)


async def given(world: World, post: Post) -> Notices:
    """What comes of a task for Ben, who is not in Slack."""
    made = Notices(world.database, lambda: world.now, ways=("slack", "mail"))
    made.by("slack", not_in_slack)
    made.by("mail", by_mail(post))
    world.give("ana", "ben", "Fix <b>the</b> login page")
    made.tick()
    world.now += NEXT
    for key in made.tick():
        await made.deliver(key)
    return made


async def test_who_is_not_in_slack_gets_a_letter(quiet: World) -> None:
    post = Post()
    await given(quiet, post)
    letter, = post.letters
    assert (letter.to, letter.title) == (f"ben@{HOST}", "Ana Ruiz gave you APOLLO-T-18 Fix <b>the</b> login page")
    shown = written(letter, "pmo@office.example").get_body(("html",))
    assert shown
    said = shown.get_content()
    assert "You may answer: “Accept”, “Not me”, “Question”." in letter.blocks[-1].text  # type: ignore[union-attr]
    assert "Fix &lt;b&gt;the&lt;/b&gt; login page" in said
    assert "because this waits for you" in said
    assert quiet.journal(Event.notice_told)[-1].endswith(" by mail")


async def test_who_has_no_mailbox_either_finds_it_where_they_look(quiet: World) -> None:
    made = await given(quiet, Post("No such user."))
    assert "login page" in str(made.waiting(f"ben@{HOST}"))
    assert quiet.journal(Event.notice_failed)[-1].endswith("nobody reached")


async def test_nothing_is_lost_while_a_way_is_not_connected_yet(quiet: World) -> None:
    made = Notices(quiet.database, lambda: quiet.now, ways=("slack",))
    quiet.give("ana", "ben")
    made.tick()
    quiet.now += NEXT
    key, = made.tick()
    with pytest.raises(ConnectionError):
        await made.deliver(key)
    assert quiet.notices.take(key)


def test_what_did_not_get_out_is_tried_again_for_a_day_and_then_waits_where_they_look(quiet: World) -> None:
    quiet.give("ana", "ben")
    quiet.tick(0 * NEXT)
    key, = quiet.tick()
    for _ in range(3):
        quiet.tick(timedelta(hours=1))
    assert [name for name in dict.fromkeys(quiet.enqueued) if name.startswith(key)] == [key, f"{key}+1"]
    assert quiet.journal(Event.notice_failed) == []
    quiet.tick(timedelta(hours=24))
    assert quiet.journal(Event.notice_failed) != []
    assert "Fix the login page" in str(quiet.notices.waiting(f"ben@{HOST}"))
