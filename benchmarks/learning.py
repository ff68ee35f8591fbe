"""`python -m benchmarks.learning`: learn which tool a message is for, and which kind of record; write what the planner reads (assistant/planner/learned_*.tsv).

Messages lie in `utterances/told` (tool, kind, message; by who speaks so), in `utterances/tuning.jsonl` and as the tools' own examples. They are heard as the
people of the sample company would be, so that names are names. A linear model (multinomial logistic regression, stochastic gradient descent) is enough:
some thousand messages are few, and its weights can be looked at.
"""
from base64 import b64encode
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
from assistant.planner.choosing import exemplary
from assistant.planner.features import features
from assistant.planner.hearing import hear
from assistant.planner.learned import FILE, MIDDLE, NOTHING, STEPS, What
from assistant.planner.offline import heard_as
from assistant.planner.wording import BEYOND
from assistant.settings import Settings
from benchmarks.planner import NOW, template
from records import credentials
from records.database import Database
from records.kinds import KINDS
from records.reading import Reader
from tools import TOOLS
from tools.desk import Desk

HERE = Path(__file__).parent
PLANNER = HERE.parent / "assistant" / "planner"
OFTEN = 2                                       # messages that a feature must be in
ROUNDS, RATE, LAST = 8, 1.2, 0.16               # through all messages; how far each of them moves the weights, at first and in the end
KINDS_NAMED = frozenset(k.kind.one for k in KINDS)
SEED = 1                                        # the same messages make the same file


@dataclass(frozen=True)
class Told:
    """One message, by its features, and the name of the tool or kind that it is for."""
    bag: Counter[str]
    name: str


def digest() -> str:
    """What is learned from, as a number that changes with it."""
    return sha256("\n".join("\t".join(line) for line in (*_examples(), *_lines())).encode()).hexdigest()[:16]


def told() -> dict[What, list[Told]]:
    """All messages that are learned from: each for its tool, and for its kind those that have one."""
    made: dict[What, list[Told]] = {"tools": [Told(features(exemplary(text)), tool) for tool, _, text in _examples()], "kinds": []}
    with TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, home=template(Path(folder) / "sample"), now=NOW)  # type: ignore[call-arg]
        with Database(settings.url).reading() as session:
            asker = credentials.asker(session, bootstrap.upkeep(settings).person("paula"))
            desk = Desk(asker, Reader(session, asker), NOW)
            names = {str(k.__tablename__): desk.names(k) for k in NAMED}
            for tool, kind, text in _lines():
                bag = features(hear(heard_as(text, {}, NOW.date()), names, NOW.date()))
                made["tools"].append(Told(bag, tool))
                if kind in KINDS_NAMED:
                    made["kinds"].append(Told(bag, kind))
    return made


def _examples() -> Iterator[tuple[str, str, str]]:
    yield from ((t.name, "", e) for t in TOOLS for e in t.examples)
    yield from ((NOTHING, "", e) for e in BEYOND)


def _lines() -> Iterator[tuple[str, str, str]]:
    for file in sorted((HERE / "utterances" / "told").glob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            tool, kind, text = line.split("\t")
            yield tool if tool != "none" else NOTHING, kind, text
    for line in (HERE / "utterances" / "tuning.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if "tools" in row and "thread" not in row:
            yield (row["tools"] or [NOTHING])[0], str(row.get("slots", {}).get("kind", "")).strip("~"), row["text"]


def learn(messages: Sequence[Told], source: str) -> str:
    """The text of the file that the planner reads; `source` is the digest of what it was learned from."""
    names = sorted({m.name for m in messages})
    among = Counter(f for m in messages for f in m.bag)
    kept = sorted(f for f, n in among.items() if n >= OFTEN)
    place = {f: n for n, f in enumerate(kept)}
    rarity = np.array([math.log((1 + len(messages)) / (1 + among[f])) + 1 for f in kept])
    seen = [_vector(m.bag, place, rarity) for m in messages]
    weights, bias = np.zeros((len(kept), len(names))), np.zeros(len(names))
    order, chance = list(range(len(messages))), Random(SEED)  # noqa: S311 - an order, no secret
    for done in range(ROUNDS):
        chance.shuffle(order)
        rate = RATE * (1 - done / ROUNDS) + LAST
        for n in order:
            at, much = seen[n]
            odds = np.exp(much @ weights[at] + bias)
            error = odds / odds.sum()
            error[names.index(messages[n].name)] -= 1
            weights[at] -= rate * much[:, None] * error
            bias -= rate / 160 * error
    lines = [f"{source}\t{','.join(names)}\t{_packed(bias)}"]
    lines += [f"{f}\t{rarity[n]:.2f}\t{_packed(weights[n])}" for n, f in enumerate(kept)]
    return "\n".join(lines) + "\n"


def _vector(bag: Counter[str], place: dict[str, int], rarity: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    at = np.array([place[f] for f in bag if f in place], dtype=np.int64)
    much = np.array([1 + math.log(n) for f, n in bag.items() if f in place]) * rarity[at]
    return at, much / (math.sqrt(float(much @ much)) or 1.0)


def _packed(weights: NDArray[np.float64]) -> str:
    return b64encode(bytes(np.clip(np.round(weights * STEPS) + MIDDLE, 0, 255).astype(np.uint8))).decode()


if __name__ == "__main__":
    source = digest()
    for what, messages in told().items():
        to = PLANNER / FILE.format(what=what)
        to.write_text(learn(messages, source), "utf-8")
        print(f"{len(messages)} messages for {what} learned from; {to.name}, {to.stat().st_size // 1000} kB")
