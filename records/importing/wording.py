"""The kinds' declarations turned into the plain vocabulary that a reader in the child process is given."""
from collections.abc import Iterator
from datetime import date
from functools import cache

from records.importing.vocabulary import KindWords, Shape, Slot, Vocabulary
from records.kinds import KINDS
from records.kinds.base import FieldOf, Record, fields, split


@cache
def vocabulary() -> Vocabulary:
    """Every kind, in the order of the kinds."""
    return {str(kind.__tablename__): _words(kind) for kind in KINDS}


def _words(kind: type[Record]) -> KindWords:
    slots = {f.name: _slot(kind, f) for f in fields(kind) if f.says.set_by == "person"}
    said = kind.kind
    within = said.within if said.within and said.within != "id" else ""
    return KindWords(str(kind.__tablename__), said.code, said.names, said.title, within, slots, {f.name: f.refers or "" for f in fields(kind)})


def _slot(kind: type[Record], f: FieldOf) -> Slot:
    limits = dict(_limits(kind, f.name))
    words = tuple((said, choice) for spoken, choice in f.says.words for said in split(spoken))
    return Slot(f.name, f.names, _shape(f), f.refers or "", f.choices, words, f.required, f.says.unit, int(limits.get("max_length", 0)),
                limits.get("ge"), limits.get("le"))


def _shape(f: FieldOf) -> Shape:
    if f.refers:
        return "person" if f.refers == "person" else "record"
    if f.choices:
        return "choice"
    if f.is_money:
        return "money"
    shapes: dict[object, Shape] = {date: "date", bool: "flag", int: "whole", float: "number"}
    return shapes.get(f.type, "text")


def _limits(kind: type[Record], name: str) -> Iterator[tuple[str, float]]:
    """The bounds of a field, as pydantic keeps them."""
    for limit in kind.model_fields[name].metadata:
        for bound in ("max_length", "ge", "le"):
            if isinstance(value := getattr(limit, bound, None), (int, float)):
                yield bound, value
