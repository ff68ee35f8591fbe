"""Several changes of one turn as one proposal: “T-12 is done and T-17 is blocked” is one preview and one yes, and nothing of it is lost."""
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.calling import Caller, Planned, Turn
from records import planning
from records.errors import Sorry
from records.proposals import Change, Create, Proposal, Wish, is_new

APART = 10_000                  # between the numbers of what two proposals make
ONE_AT_A_TIME = "One change at a time: first the one below. Once it is confirmed or discarded, ask again for: {others}."


def joined(caller: Caller, made: Sequence[Planned], turn: Turn) -> Planned | None:
    """What a turn planned, as one; where it cannot be one, the first, with a note that names the others."""
    each = list({p.changes.digest: p for p in made}.values())
    if len(each) < 2:                                               # noqa: PLR2004 - one needs no joining
        return each[0] if each else None
    if all(_is_plain(p.proposal) for p in each):
        try:
            wishes = tuple(_together([w for n, p in enumerate(each) for w in _apart(p.proposal.wishes, n)]))
            wish = Proposal(wishes, " ".join(dict.fromkeys(filter(None, (p.proposal.note for p in each)))))
            with caller.database.reading() as session:
                return Planned(wish, planning.plan(session, turn.asker, wish, turn.now.date()))
        except Sorry:
            pass
    others = "; ".join(p.changes.title for p in each[1:])
    return replace(each[0], proposal=replace(each[0].proposal, note=" ".join(filter(None, (ONE_AT_A_TIME.format(others=others), each[0].proposal.note)))))


def _is_plain(proposal: Proposal) -> bool:
    """Whether it only makes and changes records, as the person said it."""
    return not proposal.imports and all(isinstance(w, Create | Change) for w in proposal.wishes)


def _apart(wishes: Sequence[Wish], n: int) -> Iterator[Create | Change]:
    """The wishes of the n-th proposal, with numbers for what it makes that no other has."""
    made = {w.new for w in wishes if isinstance(w, Create) and w.new}

    def moved(said: object) -> object:
        if isinstance(said, int) and said in made:
            return said - n * APART
        return str(int(said) - n * APART) if isinstance(said, str) and is_new(said) and int(said) in made else said

    for wish in wishes:
        if isinstance(wish, Create | Change):
            values = {name: moved(said) for name, said in wish.values.items()}
            yield replace(wish, values=values, new=wish.new and wish.new - n * APART) if isinstance(wish, Create) else replace(wish, values=values)


def _together(wishes: Sequence[Create | Change]) -> Iterator[Create | Change]:
    """What is wished of the same record twice is wished once; of one field what was said last holds."""
    twice = {(w.kind, key) for n, w in enumerate(wishes) if isinstance(w, Change) for key in w.keys
             if any(isinstance(o, Change) and o.kind == w.kind and key in o.keys for o in wishes[n + 1:])}
    done = set[tuple[str, str]]()
    for wish in wishes:
        if isinstance(wish, Create):
            yield wish
            continue
        if keys := tuple(k for k in wish.keys if (wish.kind, k) not in twice):
            yield replace(wish, keys=keys)
        for key in wish.keys:
            if (wish.kind, key) in twice - done:
                done.add((wish.kind, key))
                values = {name: said for w in wishes if isinstance(w, Change) and w.kind == wish.kind and key in w.keys for name, said in w.values.items()}
                yield Change(wish.kind, (key,), values, wish.source)
