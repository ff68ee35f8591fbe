"""Blocks to Slack messages: one function for each block of the closed union, then packed into as many messages as Slack's limits ask for."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
import re
from secrets import token_hex
from typing import Any
from zlib import crc32

from assistant.messages import Answer
from bots.slack.linking import address
from bots.slack.pieces import LONGEST, Json, boxes, bullets, button, buttons, cut, escaped, length, line, link, parts, quote, rich, run, small, table
from bots.slack.speaking import TONES, WAITS, cited, first, spoken
from reports.blocks import Block, Card, Chart, Choices, Fact, FieldChange, Heading, Passage, Preview, Receipt, Sources, Table, Text

MOST_BLOCKS, MOST_TEXT = 45, 11_000     # of a message; Slack's own limits are 50 and about 13,200
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 100, 20, 8_000
MOST_OPTIONS, MOST_CHANGES, MOST_VALUE, MOST_KEYS = 10, 150, 500, 12
MOST_SPOKEN, MOST_HEADING = 3000, 150
TICK, MOST_BOXES, MOST_TICKED, MOST_DEPTH = "tick:", 10, 50, 4        # how boxes' names begin; Slack takes ten together
REFUSAL, WAITING = "refusal:", "waiting:"       # how the names of these blocks begin
ELSEWHERE = "Not everybody in here may see all of it, so the rest is in our direct messages."
NOTHING = "There is nothing to show."
BULLET = re.compile(r"\s*[-•*]\s+")


@dataclass(frozen=True)
class Post:
    """One message: its blocks, and the same in plain words for notifications and screen readers."""
    text: str
    blocks: list[Json]


def posts(answer: Answer, asker: str, page: str = "") -> list[Post]:
    """An answer as messages, oldest first. A preview stands in one of its own, so that a click changes nothing else. `page` is where sources open."""
    return [_post(group, asker, page) for group in _groups(_with_sources(answer))] or [Post(NOTHING, [])]


def post(answer: Answer, asker: str) -> Post:
    """An answer as one message, to stand where a button was; what is too long for it is left out, and said to be."""
    return _post(_with_sources(answer), asker)


def refused(shown: Sequence[Json], text: str, error: str, *, again: bool) -> Post:
    """A message whose click came to nothing: what it showed, why not, and its buttons only when another try makes sense."""
    known = [block for block in shown if not block.get("block_id", "").startswith(REFUSAL)]
    said = text if len(known) == len(shown) else text.partition("\n")[2]         # an earlier refusal gives way to this one
    if not again:
        known = [block for block in known if block.get("type") != "actions" and not block.get("block_id", "").startswith(WAITING)]
        said = said.removesuffix(f"\n{WAITS}")
    why = {**rich(line(run(error, bold=True))), "block_id": f"{REFUSAL}{token_hex(4)}"}      # an updated block wants a new name
    return Post(cut(f"{escaped(error)}\n{said}", MOST_SPOKEN), [why, *known][:MOST_BLOCKS])


def brief(shown: Sequence[Json], answer: Answer, asker: str) -> Post:
    """A message after a click whose outcome is not for everybody who reads there: what it showed, and that it is done or not."""
    kept = [block for block in shown if block.get("type") != "actions" and not block.get("block_id", "").startswith(WAITING)]
    receipt = next((b for b in answer.blocks if isinstance(b, Receipt)), None)
    said = f"✅ Done (change #{receipt.position}). {ELSEWHERE}" if receipt else f"Nothing was done yet. {ELSEWHERE}"
    undo = _undo(receipt, asker) if receipt else []
    return Post(escaped(said), [*kept, rich(line(run(said, bold=True))), *undo][:MOST_BLOCKS])


def chosen(shown: Sequence[Json], option: str) -> Post:
    """Choices after one of them was taken."""
    kept = [block for block in shown if block.get("type") != "actions"]
    return Post(escaped(cut(f"→ {option}", MOST_SPOKEN)), [*kept, rich(line(run(f"→ {option}", italic=True)))])


def _post(blocks: Sequence[Block], asker: str, page: str = "") -> Post:
    made: list[Json] = []
    for block in (block for part in _rendered(blocks, asker, page) for block in part):
        if len(made) == MOST_BLOCKS or length(made) + length(block) > MOST_TEXT:
            made.append(small("… the rest is too long for one message: ask for a part of it."))
            break
        made.append(block)
    return Post(escaped(cut("\n".join(spoken(b) for b in blocks), MOST_SPOKEN)).strip() or NOTHING, made)


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks as they share messages: within the limits, a preview or receipt apart, with the words right before it."""
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Preview | Receipt):
            before = next((n for n in range(len(group), 0, -1) if not isinstance(group[n - 1], Text)), 0)
            yield from filter(None, [group[:before]])
            yield [*group[before:], block]
            group = []
        elif group and not _fits([*group, block]):
            yield group
            group = [block]
        else:
            group.append(block)
    yield from filter(None, [group])


def _fits(blocks: Sequence[Block]) -> bool:
    made = [block for part in _rendered(blocks, "") for block in part]
    return len(made) <= MOST_BLOCKS and length(made) <= MOST_TEXT


def _with_sources(answer: Answer) -> tuple[Block, ...]:
    """The blocks, and the cited sections where no block names them."""
    named = [s for b in answer.blocks for s in (b.items if isinstance(b, Sources) else (b.source,) if isinstance(b, Passage) else ())]
    cited = tuple(s for s in answer.sources if s.kind == "section" and s.key not in {n.key for n in named})
    return (*answer.blocks, Sources(cited)) if cited else answer.blocks


def _rendered(blocks: Sequence[Block], asker: str, page: str = "") -> Iterator[list[Json]]:
    for kind, of_one in groupby(blocks, type):
        if kind is Fact:
            yield [rich(bullets(_fact(b) for b in of_one if isinstance(b, Fact)))]
        elif kind in (Passage, Sources):
            yield from (_passage(b, page) if isinstance(b, Passage) else _sources(b, page) for b in of_one if isinstance(b, Passage | Sources))
        else:
            yield from (SHOWN[kind](block, asker) for block in of_one)


def _text(block: Text, _: str) -> list[Json]:
    return [rich(*(_list(lines) if is_list else line(run("\n".join(lines))) for is_list, lines in _runs(part))) for part in parts(block.text)]


def _runs(text: str) -> Iterator[tuple[bool, list[str]]]:
    """The lines of a text, those of a list together."""
    for is_list, lines in groupby(text.splitlines(), lambda said: bool(BULLET.match(said))):
        kept = [said for said in lines if said.strip() or not is_list]
        if any(said.strip() for said in kept):
            yield is_list, kept


def _list(lines: Sequence[str]) -> Json:
    return bullets([run(BULLET.sub("", said, count=1))] for said in lines)


def _fact(block: Fact) -> list[Json]:
    how = f"  ({cut(block.how, 300)})" if block.how and block.how not in block.display else ""
    return [run(f"{block.label}: "), run(block.display, bold=True), run(how, italic=True)]


def _table(block: Table, _: str) -> list[Json]:
    head = [rich(line(run(block.title, bold=True)))] if block.title else []
    rows = _fitting(block)
    if not rows:
        return [*head, small(block.note or "None.")]
    left_out = [f"The first {len(rows)} of {len(block.rows)} rows are shown."] if len(rows) < len(block.rows) else []
    page = first(len(rows))
    later = [f"… and {len(rows) - page} more on the next pages."] if page < len(rows) else []
    note = " ".join([*later, *([block.note] if block.note else []), *left_out])
    made = table(block.title, [block.columns[:MOST_COLUMNS], *(row[:MOST_COLUMNS] for row in rows)], page)
    return [*head, made, *([small(note)] if note else [])]


def _fitting(block: Table) -> list[tuple[str, ...]]:
    """The rows that one table of Slack takes, from the first."""
    rows: list[tuple[str, ...]] = []
    size = sum(map(len, block.columns))
    for row in block.rows[:MOST_ROWS]:
        size += sum(map(len, row))
        if size > MOST_CELLS:
            break
        rows.append(row)
    return rows


def _card(block: Card, _: str) -> list[Json]:
    tone = TONES[block.tone]
    lines = [bullets([run(cut(said, 1000))] for said in block.lines)] if block.lines else []
    return [rich(line(run(f"{tone}  " if tone else ""), run(block.title, bold=True)), *lines)]


def _preview(block: Preview, asker: str) -> list[Json]:
    until = f" It waits until {block.expires}." if block.expires else ""
    return [
        rich(line(run(block.title, bold=True))),
        *([rich(*_changes(block))] if block.changes else []),
        {**small(f"Nothing is changed yet.{until}"), "block_id": f"{WAITING}{token_hex(4)}"},
        *_boxes(block),
        buttons(f"{asker}:{block.proposal}:waits",
                button("confirm", "Confirm", block.proposal, says=f"Confirm: {block.title}", primary=True),
                *([button("edit", "Edit", block.proposal, says=f"Edit: {block.title}")] if len({c.record for c in block.changes}) == 1 else []),
                button("discard", "Discard", block.proposal, says=f"Discard: {block.title}")),
    ]


def _boxes(block: Preview) -> list[Json]:
    """The parts of a plan with a box for each, all of them ticked: its highest outline numbers, as far as there are several."""
    numbered = list(_numbered(block.changes))
    for depth in range(MOST_DEPTH):
        found = [(code, title) for code, title in numbered if code.count(".") == depth]
        if len(found) > 1:
            groups = [found[n:n + MOST_BOXES] for n in range(0, min(len(found), MOST_TICKED), MOST_BOXES)]
            made = [boxes(f"{TICK}{n}", [(code, f"{code} {title}") for code, title in group]) for n, group in enumerate(groups)]
            return [buttons(f"boxes:{block.proposal}:{token_hex(4)}", *made)] if len(found) <= MOST_TICKED else []
    return []


def _numbered(changes: Sequence[FieldChange]) -> Iterator[tuple[str, str]]:
    """Each new record that has an outline number, by its number and title."""
    title = ""
    for change in changes:
        if change.field == "title":
            title = change.after
        elif change.field == "wbs" and change.after:
            yield change.after, title


def _changes(block: Preview) -> Iterator[Json]:
    """Each record with its fields, before and after; a record's name only where the title does not say it."""
    shown = _within(block.changes)
    records = [(record, list(of_one)) for record, of_one in groupby(shown, lambda c: c.record)]
    if len(records) > 1 and len(records) == len(shown):
        yield bullets([run(f"{c.of}{',' if c.called else ''} "), *_change(c)] for c in shown)
    else:
        for record, of_one in records:
            if len(records) > 1 or record.lower() not in block.title.lower():
                yield line(run(of_one[0].of))
            yield bullets(map(_change, of_one))
    if rest := block.changes[len(shown):]:
        others = tuple(dict.fromkeys(c.record for c in rest))
        yield line(run(f"and {len(rest)} more fields of {cut(', '.join(others), LONGEST // 2)}, which do not fit here", bold=True))


def _change(change: FieldChange) -> list[Json]:
    before = f"{cut(change.before, MOST_VALUE)} → " if change.before else ""
    return [run(f"{change.field}: "), run(before), run(cut(change.after, MOST_VALUE) or "nothing", bold=True)]


def _within(changes: Sequence[FieldChange]) -> Sequence[FieldChange]:
    """The first changes, as many as one message takes."""
    size = 0
    for number, change in enumerate(changes):
        size += len(change.of) + len(change.field) + min(len(change.before), MOST_VALUE) + min(len(change.after), MOST_VALUE)
        if size > MOST_CELLS or number == MOST_CHANGES:
            return changes[:number]
    return changes


def _receipt(block: Receipt, asker: str) -> list[Json]:
    lines = [bullets([run(cut(said, 1000))] for said in block.lines[:MOST_CHANGES])] if block.lines else []
    return [rich(line(run("✅ "), run(block.title, bold=True), run(f"  (change #{block.position})")), *lines), *_undo(block, asker)]


def _undo(block: Receipt, asker: str) -> list[Json]:
    undo = button("undo", "Undo", block.proposal or f"#{block.position}", says=f"Undo change #{block.position}")
    return [buttons(f"{asker}:{block.proposal}:{block.position}", undo)]


def _passage(block: Passage, page: str) -> list[Json]:
    text = "\n".join(BULLET.sub("• ", said, count=1) for said in block.text.splitlines())
    where = address(block.source, page)
    said = rich(line(run("— "), link(cited(block.source), where))) if where else small(f"— {cited(block.source)}")
    return [*(rich(quote(run(part))) for part in parts(text)), said]


def _choices(block: Choices, asker: str) -> list[Json]:
    options = block.options[:MOST_OPTIONS]
    made = (button(f"ask:{n}", option, cut(option, 2000), says=f"Ask: {option}") for n, option in enumerate(options))
    head = [rich(line(run(block.says)))] if block.says else []
    return [*head, buttons(f"{asker}:choices:{crc32(chr(0).join(options).encode())}", *made)] if options else head


def _heading(block: Heading, _: str) -> list[Json]:
    return [{"type": "header", "text": {"type": "plain_text", "text": cut(block.text, MOST_HEADING), "emoji": False}}]


def _chart(block: Chart, _: str) -> list[Json]:
    """A picture in words, until it travels as a file."""
    return [rich(line(run(f"{block.title}: ", bold=True), run(block.alt)))]


def _sources(block: Sources, page: str) -> list[Json]:
    shown = block.items[:MOST_KEYS]
    more = [f"and {len(block.items) - MOST_KEYS} more"] if len(block.items) > MOST_KEYS else []
    if not page or not shown:
        return [small(f"Sources: {'  ·  '.join([*map(cited, shown), *more])}")] if shown else []
    linked = [link(cited(s), where) if (where := address(s, page)) else run(cited(s)) for s in shown]
    between = [run("Sources: "), *(run("  ·  ") for _ in linked[1:])]
    return [rich(line(*(piece for pair in zip(between, linked, strict=True) for piece in pair), *(run(f"  ·  {said}") for said in more)))]


SHOWN: Mapping[type, Callable[[Any, str], list[Json]]] = {
    Heading: _heading, Text: _text, Table: _table, Card: _card, Preview: _preview, Receipt: _receipt, Choices: _choices, Chart: _chart,
}
