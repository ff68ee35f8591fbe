"""What a button does: its wish goes the way of every change, in the name of who pressed, audited, with Undo; what they may not do goes to who may."""
from collections.abc import Sequence
from secrets import token_hex

from assistant import keeping
from assistant.calling import Turn
from assistant.confirming import submitted
from assistant.messages import Answer, Exchange
from assistant.notices.base import Case, Outcome, View
from records import journal, notices
from records.database import Writing
from records.errors import Refused
from records.notices import Due, Notice
from records.proposals import Proposal, Wish
from reports.blocks import Receipt, Text

ONLY_HERE = "That counts as your answer; in the records nothing was changed, for your role may not."


def done(tx: Writing, case: Case, act: str, outcome: Outcome, once: str = "") -> Answer:
    """Do what a press comes to, in the caller's transaction; returns the answer with its receipt. Raises the family of errors."""
    view, notice = case.desk, case.notice
    once = once or f"notice:{notice.id}/{token_hex(6)}"
    answer, others = _written(tx, view, notice, outcome)
    keeping.keep(tx, answer.thread, Turn(view.asker, view.now, {}), Exchange(once, f"({act})", answer, view.now))
    keys = tuple(key for block in answer.blocks if isinstance(block, Receipt) for key in block.keys)
    position = next((block.position for block in answer.blocks if isinstance(block, Receipt)), None)
    notices.add(tx, (*outcome.also(keys), *others), view.now)
    if outcome.until:
        notices.settle(tx, notice, "waiting", until=view.now + outcome.until)
    elif not outcome.stays:
        notices.settle(tx, notice, "answered", answer=act, position=position)
    journal.note(tx, view.now, view.asker.person, journal.Event.notice_answered, f"{notice.id} {act}")
    return answer


def _written(tx: Writing, view: View, notice: Notice, outcome: Outcome) -> tuple[Answer, Sequence[Due]]:
    """The answer with what was written of the wish, and who hears of the rest."""
    says, thread = Text(outcome.says), f"notice:{notice.id}"
    if not outcome.wish:
        return Answer(thread, (says,)), ()
    may, others = _allowed(view, outcome)
    if not may:
        return Answer(thread, (says if others else Text(f"{outcome.says} {ONLY_HERE}"), *_passed(others))), others
    made = submitted(tx, view.asker, f"{thread}/{token_hex(6)}/wish", Proposal(may), view.now)
    return Answer(thread, (says, *made.blocks, *_passed(others))), others


def _allowed(view: View, outcome: Outcome) -> tuple[tuple[Wish, ...], Sequence[Due]]:
    """What of the wish its receiver may do, and who is told of the rest."""
    try:
        view.preview(Proposal(outcome.wish))
    except Refused:
        if outcome.pass_on is None and outcome.is_needed:
            raise
    else:
        return outcome.wish, ()
    if outcome.pass_on is None:
        return (), ()
    refused = {n for n, wish in enumerate(outcome.wish) if not _may(view, wish)}
    others = [due for n in sorted(refused) if (due := outcome.pass_on(outcome.wish[n]))]
    if len(others) < len(refused):
        view.preview(Proposal(outcome.wish))             # nobody else may either: say why not
    return tuple(w for n, w in enumerate(outcome.wish) if n not in refused), others


def _may(view: View, wish: Wish) -> bool:
    try:
        view.preview(Proposal((wish,)))
    except Refused:
        return False
    return True


def _passed(others: Sequence[Due]) -> tuple[Text, ...]:
    return (Text("You may not record that yourself, so somebody who may is asked to confirm it."),) if others else ()
