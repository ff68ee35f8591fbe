"""`python -m benchmarks.learning`: learn which tool a message is for, and which kind of record; write what the planner reads (assistant/planner/learned/*.tsv).

Messages lie in `utterances/told` (tool, kind, message; by who speaks so), in `utterances/tuning.jsonl` and as the tools' own examples. They are heard as the
people of the sample company would be, so that names are names. A linear model (multinomial logistic regression, stochastic gradient descent) is enough:
some thousand messages are few.
"""
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
import json
import math
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from assistant import bootstrap
from assistant.assistant import NAMED
from assistant.planner.filled.choosing import exemplary
from assistant.planner.heard.hearing import hear
from assistant.planner.heard.wording import BEYOND
from assistant.planner.learned.chain import What as Part
from assistant.planner.learned.features import WHOLE, features
from assistant.planner.learned.learned import NOTHING, What
from assistant.planner.learned.weights import FILE, written
from assistant.planner.offline import heard_as
from assistant.settings import Settings
from benchmarks import marking
from benchmarks.planner import NOW, template
from records import credentials
from records.database import Database
from records.kinds import KINDS
from records.reading import Reader
from tools import TOOLS
from tools.desk import Desk

HERE = Path(__file__).parent
MARKED = HERE / "utterances" / "marked"
TOLD = HERE / "utterances" / "told"
LEARNED = HERE.parent / "assistant" / "planner" / "learned"
OFTEN = 2                                       # messages that a feature must be in
ROUNDS, RATE, LAST = 20, 1.2, 0.16               # through all messages; how far each of them moves the weights, at first and in the end
KINDS_NAMED = frozenset(k.kind.one for k in KINDS)
HALF = 0.5
LEAST = 2                                       # steps of a weight that is worth keeping
MEANT = 12                                      # rounds at the end whose weights are meant
EXAMPLE = 2.0                                   # how much more a tool's own example, and what is known well, is heeded
ENOUGH = 2000                                   # messages for one name; where there are more, each of them moves less
SEEDS = 1, 2, 3                                 # orders whose weights are meant; the same messages make the same file


Vector = tuple[NDArray[np.int64], NDArray[np.float64]]                 # features, and how much of each


@dataclass(frozen=True)
class Told:
    """One message, by its features, and the name of the tool or kind that it is for."""
    bag: Counter[str]
    name: str
    heed: float = 1.0                           # how much it moves the weights


def digest() -> str:
    """What is learned from, as a number that changes with it."""
    return sha256("\n".join("\t".join(line) for line in (*_examples(), *_lines(), *marking.marked(MARKED))).encode()).hexdigest()[:16]


def told() -> tuple[dict[What, list[Told]], dict[Part, list[marking.Row]]]:
    """All messages that are learned from: each for its tool, for its kind those that have one, and for their values those that are marked."""
    made: dict[What, list[Told]] = {"tools": [Told(features(exemplary(text)), tool, EXAMPLE) for tool, _, text in _examples()], "kinds": []}
    tried = {line.split("\t")[2] for line in (TOLD / "known.tsv").read_text("utf-8").splitlines()}
    rows: dict[Part, list[marking.Row]] = {"values": [], "changes": [], "finds": []}
    with TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, home=template(Path(folder) / "sample"), now=NOW)  # type: ignore[call-arg]
        with Database(settings.url).reading() as session:
            asker = credentials.asker(session, bootstrap.upkeep(settings).person("paula"))
            desk = Desk(asker, Reader(session, asker), NOW)
            names = {str(k.__tablename__): desk.names(k) for k in NAMED}
            for tool, kind, text in _lines():
                bag = features(hear(heard_as(text, {}, NOW.date()), names, NOW.date()))
                made["tools"].append(Told(bag, tool, EXAMPLE if text in tried else 1.0))
                if kind in KINDS_NAMED:
                    made["kinds"].append(Told(bag, kind))
            for tool, kind, text in marking.marked(MARKED):
                if part := marking.BY_TOOL.get(tool):
                    rows[part] += [marking.row(kind, each, names, NOW.date(), part) for each in (text, marking.keyed(tool, kind, text)) if each]
    return made, rows


def _examples() -> Iterator[tuple[str, str, str]]:
    yield from ((t.name, "", e) for t in TOOLS for e in t.examples)
    yield from ((NOTHING, "", e) for e in BEYOND)


def _lines() -> Iterator[tuple[str, str, str]]:
    for file in sorted(TOLD.glob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            tool, kind, text = line.split("\t")
            yield tool if tool != "none" else NOTHING, kind, text
    for tool, kind, text in marking.marked(MARKED):
        yield tool, kind, marking.unmarked(text)
        if other := marking.keyed(tool, kind, text):
            yield tool, "", marking.unmarked(other)
    for line in (HERE / "utterances" / "tuning.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if "tools" in row and "thread" not in row:
            yield (row["tools"] or [NOTHING])[0], str(row.get("slots", {}).get("kind", "")).strip("~"), row["text"]


def learn(messages: Sequence[Told], source: str) -> str:
    """The text of the file that the planner reads; `source` is the digest of what it was learned from."""
    names = sorted({m.name for m in messages})
    among = Counter(f for m in messages for f in m.bag)
    kept = sorted(f for f, n in among.items() if n >= OFTEN or f.startswith(WHOLE))
    place = {f: n for n, f in enumerate(kept)}
    rarity = np.array([math.log((1 + len(messages)) / (1 + among[f])) + 1 for f in kept])
    parted = {f: n for f, n in place.items() if not f.startswith(WHOLE)}
    seen = [(_vector(m.bag, place, rarity), _vector(m.bag, parted, rarity)) for m in messages]     # half of the time without what it is as a whole
    said = Counter(m.name for m in messages)
    heed = [min(1, ENOUGH / said[m.name]) * m.heed for m in messages]      # what is said by far most is not likelier for that
    wanted = [names.index(m.name) for m in messages]
    runs = [_run(seen, wanted, heed, (len(kept), len(names)), seed) for seed in SEEDS]
    weights, bias = (np.mean([run[n] for run in runs], axis=0) for n in (0, 1))
    return written(source, names, bias, dict(zip(kept, rarity.tolist(), strict=True)), weights, LEAST)


def _run(seen: Sequence[tuple[Vector, Vector]], wanted: Sequence[int], heed: Sequence[float], shape: tuple[int, int],
         seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights and bias after many rounds through all messages in this order: the mean of the last rounds, which hangs less on the order."""
    weights, bias = np.zeros(shape), np.zeros(shape[1])
    means = np.zeros_like(weights), np.zeros_like(bias)
    order, chance = list(range(len(seen))), Random(seed)  # noqa: S311 - an order, no secret
    for done in range(ROUNDS):
        chance.shuffle(order)
        rate = RATE * (1 - done / ROUNDS) + LAST
        for n in order:
            at, much = seen[n][chance.random() < HALF]
            odds = np.exp(much @ weights[at] + bias)
            error = odds / odds.sum()
            error[wanted[n]] -= 1
            error *= heed[n]
            weights[at] -= rate * much[:, None] * error
            bias -= rate / 160 * error
        if done >= ROUNDS - MEANT:
            means[0][:] += weights / MEANT
            means[1][:] += bias / MEANT
    return means


def _vector(bag: Counter[str], place: dict[str, int], rarity: NDArray[np.float64]) -> Vector:
    at = np.array([place[f] for f in bag if f in place], dtype=np.int64)
    much = np.array([1 + math.log(n) for f, n in bag.items() if f in place]) * rarity[at]
    return at, much / (math.sqrt(float(much @ much)) or 1.0)


def write() -> None:
    """Learn all anew, and tell how much was learned from."""
    source = digest()
    made, rows = told()
    for what, messages in made.items():
        _keep(LEARNED / FILE.format(what=what), learn(messages, source), f"{len(messages)} messages for {what}")
    for part, marked in rows.items():
        _keep(LEARNED / FILE.format(what=part), marking.learn(marked, source), f"{len(marked)} marked messages for {part}")


def _keep(to: Path, text: str, what: str) -> None:
    to.write_text(text, "utf-8")
    print(f"{what} learned from; {to.name}, {to.stat().st_size // 1000} kB", flush=True)


if __name__ == "__main__":
    write()
