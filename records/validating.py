"""A record on its own: its values typed and sound, what follows from them, and which of them its asker may set."""
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from language.articles import one
from language.cleaning import clean
from records.access import home_of, settable
from records.asker import Asker, Role
from records.errors import BadInput, Refused
from records.kinds import Project
from records.kinds.base import FieldOf, Record, entry, fields, table
from records.telling import complaint

Values = Mapping[str, object]
GIVEN = ("archived", "source")           # set by code, whoever asks
OURS = ("id", "key", "version", *GIVEN)


@cache
def references(kind: type[Record]) -> tuple[FieldOf, ...]:
    """The fields that name another record."""
    return tuple(f for f in fields(kind) if f.refers)


@cache
def set_by_person(kind: type[Record]) -> Mapping[str, FieldOf]:
    return {f.name: f for f in fields(kind) if f.says.set_by == "person"}


@cache
def within_project(kind: type[Record]) -> str | None:
    """The field by which a kind belongs to a project, if it does."""
    home = home_of(kind)
    return kind.kind.within if home is not None and home.name == Project.__tablename__ and kind.kind.within != "id" else None


@cache
def defaults(kind: type[Record]) -> Mapping[str, Any]:
    """What a field holds, in Python, when nobody says anything; what the database computes is not among them."""
    return {n: info.default for n, info in kind.model_fields.items() if n not in OURS and not info.is_required() and table(kind).c[n].computed is None}


@cache
def defaults_as_json(kind: type[Record]) -> Mapping[str, Any]:
    written: dict[str, Any] = to_jsonable_python(dict(defaults(kind)))
    return written


def checked(kind: type[Record], values: Values) -> dict[str, Any]:
    """The typed values of the whole record, once it is sound; its texts without what nobody can see. Raises `BadInput`."""
    sound, wrong, _ = _judged(kind, values)
    if wrong:
        raise BadInput(wrong)
    return dict(vars(sound))


def trouble(kind: type[Record], values: Values) -> tuple[str, Iterable[str]]:
    """What is wrong with a whole record, if anything, and which of its values could be at fault, the likeliest first."""
    own = set_by_person(kind)
    return _judged(kind, {n: v for n, v in values.items() if n in own})[1:]


def _judged(kind: type[Record], values: Values) -> tuple[Any, str, Iterable[str]]:
    """The record as its kind's input model has it, or what is wrong with it and which values could be at fault."""
    try:
        sound = _adapter(kind).validate_python({n: clean(v) if isinstance(v, str) and not (v.isascii() and v.isprintable()) else v for n, v in values.items()})
    except ValidationError as wrong:
        return None, complaint(kind, wrong), [str(e["loc"][0]) for e in wrong.errors() if e["loc"]]
    for check in kind.checks:
        if said := check(sound):
            return None, said, _suspects(kind, said, values)
    return sound, "", ()


def given(kind: type[Record], values: Values) -> dict[str, Any]:
    """The values of a record that is read back, also those that code set once; they stand as they are."""
    own = set_by_person(kind)
    others = {n: v for n, v in values.items() if n not in own}
    if unknown := set(others) - ({f.name for f in fields(kind)} - set(OURS)):
        raise BadInput(f"{one(kind.kind.one).capitalize()} has no “{min(unknown)}”.")
    return {**checked(kind, {n: v for n, v in values.items() if n in own}), **others}


def followed(kind: type[Record], before: Values, after: dict[str, Any], today: date) -> dict[str, Any]:
    """What the kind says this change entails."""
    more: dict[str, Any] = {}
    for follow in kind.follows:
        more |= follow(before, {**after, **more}, today)
    return more


def refuse_unless_settable(kind: type[Record], asker: Asker, names: Iterable[str]) -> None:
    """Refuse fields that there are not, or that this asker may not set."""
    own, asked = set_by_person(kind), set(names)
    if unknown := asked - own.keys():
        raise BadInput(f"{one(kind.kind.one).capitalize()} has no “{min(unknown)}” that can be set.")
    if other := asked - may_set(kind, asker.roles):
        raise Refused(f"You may not set the {' or the '.join(sorted(own[n].label for n in other))} of {one(kind.kind.one)}.")


@cache
def may_set(kind: type[Record], roles: frozenset[Role]) -> frozenset[str]:
    return frozenset(f.name for f in settable(kind, Asker(0, "", "", roles)))


@cache
def _adapter(kind: type[Record]) -> TypeAdapter[Any]:
    return TypeAdapter(entry(kind))


def _suspects(kind: type[Record], said: str, values: Values) -> list[str]:
    """The values that a complaint about a whole record names, then the others that are set, the latest first."""
    words = said.lower()
    named = [n for n in set_by_person(kind) if n in values and n.split("_")[0] in words]
    return [*named, *(n for n in reversed(list(values)) if n not in named)]
