"""What a click does: the exact change that was shown is applied, discarded or undone, or it is shown afresh."""
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
import re

from assistant import keeping
from assistant.calling import Planned, Turn
from assistant.messages import Answer, Click, Exchange, Offer
from records import changing, forgetting, log, planning, threads
from records.asker import Asker
from records.breakdown.picking import narrowed
from records.database import Reading, Writing, refuse_read_only
from records.errors import BadInput, Conflict, Sorry
from records.importing.afresh import afresh
from records.proposals import Change, ChangeSet, Create, Proposal, Undo, Wish
from reports.blocks import Block, Preview, Receipt, Text

NAMES = ("title", "name")
MOST_LINED, EXAMPLES = 10, 3            # records of a file whose receipt says each field; what it shows of more


def offered(tx: Writing, turn: Turn, thread: str, planned: Planned, blocks: tuple[Block, ...],
            instead: str = "") -> Answer:
    """Store what was planned as waiting for its asker's yes. A reworded version of a waiting creation replaces it; and it stands `instead` of what waits
    under this id, where it amends that. Raises `Refused` where nobody could say yes to it."""
    refuse_read_only(tx)
    waiting = [older for older in threads.proposals(tx, turn.asker, thread) if older.state == "pending"]
    for older in waiting:
        if older.id == instead or _is_again(older, planned.proposal):
            threads.settle(tx, older.id, "replaced")
    number = threads.offer(tx, turn.asker, thread, planned.proposal, planned.changes, turn.now)
    note = (Text(planned.proposal.note),) if planned.proposal.note and not planned.proposal.imports else ()     # what a file left out is for the receipt
    preview = _preview(number, planned.changes, turn.now)
    answer = keeping.sourced(thread, (*blocks, *note, preview))
    return replace(answer, proposal=Offer(number, preview.changes))


def confirmed(tx: Writing, asker: Asker, proposal: str, click: Click, now: datetime, only: Sequence[str] = ()) -> Answer:
    """Do what a click says in the caller's transaction, of a plan only what was ticked. Every click gets an answer; raises the family of errors."""
    if click == "undo" and (number := re.fullmatch(r"#?(\d+)", proposal)):
        return _undone_by_number(tx, asker, int(number[1]), now)
    waiting = threads.waiting(tx, asker, proposal)
    if click == "undo":
        return _undone(tx, asker, waiting, now)
    if waiting.state == "pending":
        return _discarded(tx, waiting) if click == "discard" else _confirmed(tx, asker, waiting, now, only)
    if waiting.state == "applied" and click == "confirm":
        return _done(tx, asker, waiting)
    raise Conflict(_too_late(waiting))


def shown(session: Reading, asker: Asker, proposal: str, now: datetime) -> Answer:
    """A proposal as its asker finds it again, changing nothing: what it would come to by now, or what became of it. Raises the family of errors."""
    waiting = threads.waiting(session, asker, proposal)
    if waiting.state == "applied":
        return _done(session, asker, waiting)
    if waiting.state != "pending":
        raise Conflict(_too_late(waiting))
    _, changes = _planned(session, asker, waiting, now.date())
    why = _aged(waiting, changes, now)
    said = (Text(f"{why}, so a yes shows it once more before it counts. It would now be:"),) if why else ()
    preview = _preview(waiting.id, changes, waiting.expires.astimezone(now.tzinfo) - threads.LASTS)
    return Answer(waiting.thread, (*said, preview), proposal=Offer(waiting.id, preview.changes))


def submitted(tx: Writing, asker: Asker, id_: str, wish: Proposal, now: datetime, proposal: str = "") -> Answer:
    """Apply a form that a person filled in and sent, which is the preview of itself, under its own id.
    The proposal it was made from waits no longer. Raises the family of errors."""
    thread = threads.waiting(tx, asker, proposal).thread if proposal else id_
    answer = applied(tx, asker, thread, wish, now, proposal)
    keeping.keep(tx, answer.thread, Turn(asker, now, {}), Exchange(id_, "(a form)", answer, now))
    return answer


def _confirmed(tx: Writing, asker: Asker, waiting: threads.Waiting, now: datetime, only: Sequence[str]) -> Answer:
    refuse_read_only(tx)
    wish, changes = _planned(tx, asker, waiting, now.date())
    if why := _aged(waiting, changes, now):
        threads.renew(tx, waiting.id, changes.digest, now + threads.LASTS)
        said = f"{why}, so nothing was done yet. It would now be:"
        return Answer(waiting.thread, (Text(said), _preview(waiting.id, changes, now)), proposal=Offer(waiting.id, changes.shown), error=said)
    if only:
        wish, changes = _ticked(tx, asker, wish, only, now.date())
    return applied(tx, asker, waiting.thread, wish, now, waiting.id, changes)


def _aged(waiting: threads.Waiting, changes: ChangeSet, now: datetime) -> str:
    """Why what was shown is not what a yes would do by now; "" while it is."""
    return "This preview had expired" if waiting.expires < now else "Something changed meanwhile" if changes.digest != waiting.digest else ""


def _ticked(tx: Writing, asker: Asker, wish: Proposal, only: Sequence[str], today: date) -> tuple[Proposal, ChangeSet]:
    """Some of what was shown, by outline number; raises `BadInput` when none of it has one of these."""
    some = narrowed(wish, only)
    if not some.wishes:
        raise BadInput(f"Nothing in this preview has the number {' or '.join(only)}. Its tasks are numbered such as 2.1, and 2 stands for all below it.")
    return some, planning.plan(tx, asker, some, today)


def _planned(session: Reading, asker: Asker, waiting: threads.Waiting, today: date) -> tuple[Proposal, ChangeSet]:
    """What was shown, planned anew; a file that would come to something else by now is matched with what is there now."""
    wish = waiting.proposal
    if not wish.imports:
        return wish, planning.plan(session, asker, wish, today)
    with suppress(Sorry):
        changes = planning.plan(session, asker, wish, today)
        if changes.digest == waiting.digest:
            return wish, changes
    wish = afresh(session, asker, wish, today)
    return wish, planning.plan(session, asker, wish, today)


def written(tx: Writing, asker: Asker, wish: Proposal, now: datetime, number: str = "", changes: ChangeSet | None = None) -> Receipt:
    """Apply a wish that is its own preview, in the caller's transaction; `number` is the proposal that waits no longer. Raises the family of errors."""
    changes, marks = forgetting.emptied(tx, changes or planning.plan(tx, asker, wish, now.date()))
    done = changing.apply(tx, asker, changes, now, marks)
    if number:
        threads.settle(tx, number, "applied", position=done.position)
    return _receipt(tx, asker, done, number, wish)


def applied(tx: Writing, asker: Asker, thread: str, proposal: Proposal, now: datetime, number: str = "",  # noqa: PLR0913, PLR0917 - what a receipt says
             changes: ChangeSet | None = None) -> Answer:
    """Apply it, and keep the receipt in a thread."""
    receipt = written(tx, asker, proposal, now, number, changes)
    answer = Answer(thread, (receipt,))
    keeping.keep(tx, thread, Turn(asker, now, {}), Exchange(f"{thread}/change-{receipt.position}", "", answer, now))
    return answer


def _done(session: Reading, asker: Asker, waiting: threads.Waiting) -> Answer:
    """What an applied proposal did; raises `Conflict` where that was taken back."""
    if taken := _taken_back(session, waiting.position or 0):
        raise Conflict(f"That was done as change #{waiting.position} and taken back by change #{taken}. Ask for it again if you want it after all.")
    receipt = _receipt(session, asker, log.at(session, waiting.position or 0), waiting.id, waiting.proposal)
    return Answer(waiting.thread, (Text(f"That was done already, as change #{waiting.position}."), receipt))


def _taken_back(session: Reading, position: int) -> int | None:
    """The change that took back a change, unless it was taken back itself."""
    by = log.undone_by(session, position)
    return by if by and not _taken_back(session, by) else None


def _undone_by_number(tx: Writing, asker: Asker, position: int, now: datetime) -> Answer:
    """One's own change is taken back at once, its receipt was the preview; what somebody else did is shown first."""
    wish = Proposal((Undo(position),))
    changes = planning.plan(tx, asker, wish, now.date())
    if log.at(tx, position).asker_id == asker.person:
        return _undone_at_once(tx, asker, threads.of_change(tx, asker, position) or f"change-{position}", Planned(wish, changes), now)
    said = Text(f"Change #{position} was not yours, so it is shown before it is taken back.")
    return offered(tx, Turn(asker, now, {}), threads.latest_thread(tx, asker) or "", Planned(wish, changes), (said,))


def _undone(tx: Writing, asker: Asker, waiting: threads.Waiting, now: datetime) -> Answer:
    if waiting.position is None:
        raise Conflict("That was never applied, so there is nothing to undo.")
    wish = Proposal((Undo(waiting.position),))
    return _undone_at_once(tx, asker, waiting.thread, Planned(wish, planning.plan(tx, asker, wish, now.date())), now)


def _undone_at_once(tx: Writing, asker: Asker, thread: str, planned: Planned, now: datetime) -> Answer:
    """Take a change back where it was made, as a proposal of its own: that is found again, and undone like any."""
    number = threads.offer(tx, asker, thread, planned.proposal, planned.changes, now)
    return applied(tx, asker, thread, planned.proposal, now, number, planned.changes)


def _discarded(tx: Writing, waiting: threads.Waiting) -> Answer:
    threads.settle(tx, waiting.id, "discarded")
    return Answer(waiting.thread, (Text("Discarded; nothing was changed."),))


def _too_late(waiting: threads.Waiting) -> str:
    return {"applied": f"That was applied already, as change #{waiting.position}, so there is nothing to discard; undo it if you do not want it.",
            "replaced": "That preview was replaced by a newer one; use the newer.",
            "discarded": "That preview was discarded; ask again if you want it."}[waiting.state]


def _preview(number: str, changes: ChangeSet, now: datetime) -> Preview:
    return Preview(number, changes.title, changes.shown, f"{now + threads.LASTS:%a %-d %b %Y %H:%M}")


def _receipt(session: Reading, asker: Asker, done: log.Entry, number: str, wish: Proposal) -> Receipt:
    changes, many = changing.applied(session, asker, done), len(done.edits)
    title = f"Undone: change #{done.undoes}" if done.undoes else f"Done: {changes.title[:1].lower()}{changes.title[1:]}"
    keys = tuple(dict.fromkeys(e.key for e in changes.edits))
    if wish.imports and many > MOST_LINED:
        return Receipt(done.position, title, _briefly(wish, changes, many), keys, number)
    more = (f"These are the first {changing.MOST_TOLD:,} of {many:,} records.",) if many > changing.MOST_TOLD else ()
    return Receipt(done.position, title, (*more, *(c.line for c in changes.shown)), keys, number)


def _briefly(wish: Proposal, changes: ChangeSet, many: int) -> tuple[str, ...]:
    """What a file came to, where telling it all would fill pages: what was left out, a line for each of the first records, and where the rest is seen."""
    first = {change.record: change.line for change in reversed(changes.shown)}
    some = [first[record] for record in dict.fromkeys(change.record for change in changes.shown)][:EXAMPLES]
    rest = f"and {many - len(some):,} more records; “what changed today?” lists them"
    return (*([wish.note] if wish.note else []), *some, rest)


def _is_again(older: threads.Waiting, newer: Proposal) -> bool:
    """Whether a waiting proposal is wished again; a file handed in again replaces what it came to before."""
    return older.imports == newer.imports if older.imports or newer.imports else _same_wish(older.proposal, newer)


def _same_wish(older: Proposal, newer: Proposal) -> bool:
    """Whether the newer one says the older one again, in whole or reworded, or draws the same plan again."""
    if _sources(older) & _sources(newer):
        return True
    if len(older.wishes) != 1 or len(newer.wishes) != 1:
        plain = [_as_kept(wish) for wish in newer.wishes]
        return all(_as_kept(wish) in plain for wish in older.wishes)         # the newer may have one more beside it
    a, b = older.wishes[0], newer.wishes[0]
    if isinstance(a, Create) and isinstance(b, Create):
        return a.kind == b.kind and (_same(a, b, NAMES) or _same(a, b, (a.values.keys() | b.values.keys()) - set(NAMES)))
    if isinstance(a, Change) and isinstance(b, Change):
        is_more = set(a.keys) <= set(b.keys) and _as_kept(replace(a, keys=b.keys)) == _as_kept(b)
        return a.kind == b.kind and (is_more or (set(b.keys) <= set(a.keys) and a.values.keys() <= b.values.keys()))
    return a == b


def _as_kept(wish: Wish) -> Wish:
    """A wish with its values as text, as one that waits is kept, and without the number of what is new."""
    if isinstance(wish, Create):
        return replace(wish, new=0, values={n: str(v) for n, v in wish.values.items()})
    return replace(wish, values={n: str(v) for n, v in wish.values.items()}) if isinstance(wish, Change) else wish


def _sources(of: Proposal) -> set[tuple[str, str]]:
    """What the new records of a proposal are made from, with the project they are in; one that is new itself is told by its purpose."""
    made = [w for w in of.wishes if isinstance(w, Create)]
    home = next((str(w.values.get("purpose")) for w in made if w.kind == "project"), "")
    return {(w.source, home or str(w.values.get("project_id"))) for w in made if w.source}


def _same(a: Create, b: Create, names: Iterable[str]) -> bool:
    return all(str(a.values.get(n)) == str(b.values.get(n)) for n in names)          # what was stored came back as text
