"""What the records that are meant are said not to be: “every task that isn't finished”, “all that are not blocked”."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.lexicon import choice_words, spaced, state_of
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.kinds.base import FieldOf, Record, split

NOT = r"(?:(?:\b(?:that|which|who)\s+)?\b(?:is|are|was|were|has|have)\s*(?:\s+not|n['’]?t)|\bnot)\b(?:\s+(?:yet|been|be|all|quite|completely|fully))*\s+"
YET = r"(?:\s+(?:yet|so far|by now))?(?![\w-])"


def denied(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, str, Span]]:
    """The states that are ruled out, each with its field and where that is said."""
    state = state_of(kind)
    if state is None or not re.search(r"\bnot\b|n['’]?t\b", heard.text, re.I):
        return
    own = [(word, value) for name, word, value in choice_words(str(kind.__tablename__)) if name == state.name]
    for word in among([w for w, _ in own], heard.masked):
        for m in pattern(rf"{NOT}{spaced(word)}{YET}").finditer(heard.masked):
            yield state, next(value for w, value in own if w == word), Span(m.start(), m.end(), word)


def without_denied(kind: type[Record], where: Mapping[str, str], heard: Heard) -> dict[str, str]:
    """Conditions that leave out what is ruled out, and with it what is closed anyway."""
    found = dict(where)
    for of, value, _ in denied(kind, heard):
        usual = next((asked[of.label] for spoken, asked in kind.kind.sayings if "open" in split(spoken) and of.label in asked), "")
        before = found.get(of.label, value)
        if before == value or before.startswith("not "):
            out = dict.fromkeys(v for said in (usual, before.removeprefix("not "), value) for v in split(said.removeprefix("not ")))
            found[of.label] = f"not {', '.join(out)}"
    return found


def rules_out(where: Mapping[str, str], of: FieldOf, value: str) -> bool:
    """Whether a condition leaves out this state."""
    said = str(where.get(of.label, ""))
    return said.startswith("not ") and value in split(said.removeprefix("not "))
