"""What a thread keeps of a turn, and how a later turn reads it: answers as JSON, calls, and the records that were shown."""
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
import json

from pydantic import TypeAdapter

from assistant.calling import Call, Past, Turn
from assistant.messages import Answer, Exchange
from assistant.so_far import figures, named
from records import threads
from records.asker import Asker
from records.database import Reading, Writing
from reports.blocks import Block, Card, Fact, Passage, Preview, Receipt, Source, Sources, Table
from reports.formats.markdown import markdown

WINDOW = 8                      # turns that are read whole
LONG_AGO = 24                   # and those before them, of which only names and figures are
MOST_SOURCES = 40
REMEMBERED = 512                # turns of all threads, some KB each, that need not be read again
_answer = TypeAdapter(Answer)
_calls = TypeAdapter(tuple[Call, ...])


def read(kept: str | None) -> Answer:
    """An answer as it was kept; raises TypeError for None."""
    if kept is None:
        raise TypeError
    return _answer.validate_json(kept)


def keep(tx: Writing, thread: str, turn: Turn, exchange: Exchange, calls: Sequence[Call] = ()) -> None:
    """Store an exchange with the tool calls it led to; its id is the idempotency key."""
    threads.keep(tx, threads.Turn(id=exchange.id, thread=thread, seq=0, asker_id=turn.asker.person, at=exchange.at, question=exchange.question,
                                  calls=_calls.dump_json(tuple(calls)).decode(), answer=_answer.dump_json(exchange.answer).decode()))


def past(session: Reading, asker: Asker, thread: str) -> tuple[Past, ...]:
    """The thread's last turns for whoever goes on in it, oldest first."""
    states = {p.id: p.state for p in threads.proposals(session, asker, thread, WINDOW)}
    turns = threads.latest(session, thread, asker, WINDOW + LONG_AGO)
    return (*(_past(t, states, is_long_ago=True) for t in turns[:-WINDOW]), *(_past(t, states) for t in turns[-WINDOW:]))


def _past(turn: threads.Turn, states: dict[str, str], *, is_long_ago: bool = False) -> Past:
    past, proposal = _told(turn.question, turn.calls, turn.answer, is_long_ago)
    return replace(past, state=states[proposal], proposal=proposal) if states.get(proposal) else past


@lru_cache(maxsize=REMEMBERED)
def _told(question: str, said: str, kept: str, is_long_ago: bool) -> tuple[Past, str]:  # noqa: FBT001 - what a cache is asked by
    """A turn as it is kept, with its proposal's id: the last turns of a thread are read again in each of the next."""
    answer = read(kept)
    calls = tuple(Call(c["tool"], c["said"]) for c in json.loads(said))
    wish = next((b.title for b in answer.blocks if isinstance(b, Preview)), "")
    past = Past(question, "" if is_long_ago else markdown(answer.blocks), calls, shown(answer.blocks), "", named(answer.blocks), figures(answer.blocks), wish,
                failed=bool(answer.error))
    return past, answer.proposal.id if answer.proposal else ""


def just_shown(question: str, calls: Sequence[Call], blocks: Sequence[Block]) -> Past:
    """What a turn has shown so far, as the rest of it reads that."""
    return Past(question, markdown(blocks), tuple(calls), shown(blocks), named=named(blocks), figures=figures(blocks))


def shown(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The keys of the records that blocks speak of, in order."""
    keys = (k for b in blocks for k in (getattr(b, "keys", ()) if isinstance(b, Fact | Card | Table | Receipt) else ()))
    return tuple(dict.fromkeys(keys))


def sourced(thread: str, blocks: tuple[Block, ...]) -> Answer:
    """An answer with every source its blocks name, once."""
    cited = [s for b in blocks for s in _sources(b)]
    return Answer(thread, blocks, tuple({s.key: s for s in reversed(cited)}.values())[::-1][:MOST_SOURCES])


def _sources(block: Block) -> tuple[Source, ...]:
    if isinstance(block, Sources):
        return block.items
    if isinstance(block, Passage):
        return (block.source,)
    return tuple(Source("record", key) for key in block.keys) if isinstance(block, Fact | Card | Table) else ()
