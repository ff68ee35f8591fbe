"""Learn which words of an order are which value of a record; `benchmarks.learning` writes what the planner reads (assistant/planner/learned/*.tsv).

Messages lie in `utterances/marked`: tool, kind, and the message with its values in braces, `{owner=Ana}`, those that tell which records are meant with a
question mark, `{?title=login page}`. A linear-chain conditional random field, by stochastic gradient descent with some features left out at random each time.
"""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from assistant.planner.heard.hearing import Names, hear
from assistant.planner.learned.chain import NONE, Passes, What
from assistant.planner.learned.marking import WHICH, names_of, pieces, row_features
from assistant.planner.learned.weights import Floats, written
from assistant.planner.words.lexicon import kind_named
from records.kinds.base import Record, fields

MARK = re.compile(r"\{(?P<field>\??[^={}]+)=(?P<words>[^{}]*)\}")
BY_TOOL: Mapping[str, What] = {"create_record": "values", "change_records": "changes", "find_records": "finds"}
OFTEN, LEAST = 2, 8                            # messages that a feature must be in, and steps of a weight that is worth keeping
ROUNDS, RATE, LAST, LEFT_OUT, SHRINK = 10, 0.35, 0.05, 0.25, 0.05
SEED = 1


@dataclass(frozen=True)
class Row:
    """One message: the features and the name of each piece, and the names that its kind has."""
    features: list[list[str]]
    names: list[str]
    among: Sequence[str]


def marked(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Tool, kind and marked message, line by line."""
    for file in sorted(folder.glob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            tool, kind, text = line.split("\t")
            yield tool, kind, text


def keyed(tool: str, kind: str, text: str) -> str:
    """A change of a record that is told by its title, told by a key instead, as the planner reads it once the title is found; "" for any other."""
    of = kind_named(kind).kind
    said, changed = re.subn(rf"(?:\b(?:the|our|this|that) )?\{{\?{of.title}=[^{{}}]+\}}", f"{{?key=APOLLO-{of.code}-7}}", text, count=1, flags=re.I)
    return said if changed and of.within == "project_id" and BY_TOOL.get(tool) == "changes" else ""


def unmarked(text: str) -> str:
    return MARK.sub(lambda m: m["words"], text)


def row(kind: str, text: str, names: Names, today: date, what: What) -> Row:
    """A marked message as it is heard."""
    plain, marks, last = "", [], 0
    for m in MARK.finditer(text):
        plain += text[last:m.start()]
        marks.append((len(plain), len(plain) + len(m["words"]), m["field"].strip().lower()))
        plain += m["words"]
        last = m.end()
    plain += text[last:]
    record = kind_named(kind)
    heard = hear(plain, _with(names, record, plain, marks), today)
    among = names_of(record, what)
    said = pieces(heard)
    named = []
    for piece in said:
        best = max(((min(e, piece.end) - max(s, piece.start), f) for s, e, f in marks if s < piece.end and piece.start < e), default=(0, NONE))
        named.append(best[1] if best[1] in among else NONE)
    return Row(row_features(heard, said, record), named, among)


def _with(names: Names, kind: type[Record], plain: str, marks: Sequence[tuple[int, int, str]]) -> Names:
    """The names that are known, and two of three strange ones that are marked as a person or a project: in their company they would be known."""
    known = {f.label: f.refers for f in fields(kind) if f.refers in ("person", "project")}
    strange: dict[str, dict[str, str]] = {}
    for start, end, field in marks:
        said, of = plain[start:end], known.get(field.removeprefix(WHICH))
        if of and said[:1].isupper() and crc32(said.encode()) % 3:
            strange.setdefault(of, {})[said] = said
    return {table: {**known_, **strange.get(table, {})} if table in strange else known_ for table, known_ in names.items()} if strange else names


def learn(rows: Sequence[Row], source: str) -> str:
    """The text of the file that the planner reads."""
    names = [NONE, *sorted({n for r in rows for n in r.names} - {NONE})]
    counted = Counter(f for r in rows for fs in r.features for f in set(fs))
    kept = sorted(f for f, n in counted.items() if n >= OFTEN)
    place = {f: n for n, f in enumerate(kept)}
    weights, follows = Moving((len(kept), len(names))), Moving((len(names) + 1, len(names)))
    seen = [_seen(r, place, names) for r in rows]
    order, chance, draw = list(range(len(seen))), Random(SEED), np.random.default_rng(SEED)  # noqa: S311 - an order, no secret
    for done in range(ROUNDS):
        chance.shuffle(order)
        rate = RATE * (1 - done / ROUNDS) + LAST
        for n in order:
            _learn_one(seen[n], weights, follows, draw, rate)
        weights.shrink(1 - SHRINK)
    return written(source, names, follows.now, dict.fromkeys(kept, 1.0), weights.now, LEAST)


@dataclass(frozen=True)
class Seen:
    """One message in numbers: the features of all pieces in a row, to which piece each belongs, the names wanted, and those possible."""
    features: NDArray[np.int64]
    pieces: NDArray[np.int64]
    wanted: NDArray[np.int64]                   # places among those possible
    among: NDArray[np.int64]


def _seen(r: Row, place: Mapping[str, int], names: Sequence[str]) -> Seen:
    among = sorted({names.index(n) for n in {*r.among, NONE} if n in names})
    known = [(place[f], n) for n, fs in enumerate(r.features) for f in fs if f in place]
    return Seen(np.array([f for f, _ in known]), np.array([n for _, n in known]), np.array([among.index(names.index(n)) for n in r.names]), np.array(among))


class Moving:
    """Weights and the sums of their squared slopes: one that moved much moves less (AdaGrad)."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self.now, self._sums = np.zeros(shape, dtype=np.float32), np.full(shape, 0.1, dtype=np.float32)

    def move(self, where: tuple[NDArray[np.int64], ...], slope: Floats, rate: float) -> None:
        sums = self._sums[where] + slope * slope
        self._sums[where] = sums
        self.now[where] -= rate * slope / np.sqrt(sums)

    def shrink(self, by: float) -> None:
        self.now *= by


def _learn_one(one: Seen, weights: Moving, follows: Moving, draw: np.random.Generator, rate: float) -> None:
    is_in = draw.random(len(one.features)) >= LEFT_OUT
    features, at = one.features[is_in], one.pieces[is_in]
    says = np.zeros((len(one.wanted), len(one.among)), dtype=np.float32)
    np.add.at(says, at, weights.now[np.ix_(features, one.among)])
    passes = Passes.of(says, follows.now[0, one.among], follows.now[np.ix_(one.among + 1, one.among)])
    each, pairs = passes.shares, passes.pairs
    each[np.arange(len(each)), one.wanted] -= 1
    np.subtract.at(pairs, (one.wanted[:-1], one.wanted[1:]), 1)
    if len(features):
        order = np.argsort(features, kind="stable")
        firsts = np.flatnonzero(np.diff(features[order], prepend=-1))
        weights.move(np.ix_(features[order][firsts], one.among), np.add.reduceat(each[at[order]], firsts), rate)
    follows.move(np.ix_(one.among + 1, one.among), pairs, rate)
    follows.move(np.ix_(np.array([0]), one.among), each[:1], rate)
