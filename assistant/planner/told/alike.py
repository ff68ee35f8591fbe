"""Fields of a kind that have the same choices: a choice that is said for none of them by name is of the first."""
from assistant.planner.heard.hearing import Heard
from assistant.planner.told.valuing import is_named
from assistant.planner.words.plain import among
from records.kinds.base import Record, fields


def first_of_alike(kind: type[Record], heard: Heard, read: dict[str, str]) -> dict[str, str]:
    """The values with such a choice in its first field: “it is high now” tells how severe an issue is, and “urgent” is said of a priority only."""
    known = {f.label: f for f in fields(kind) if f.choices}
    first = {n: next(f.label for f in known.values() if f.choices == of.choices) for n, of in known.items()}
    bare = {n for n, said in read.items() if n in known and first[n] not in read and among((said,), heard.plain) and not is_named(known[n], heard)}
    return {first[n] if n in bare else n: said for n, said in read.items()}
