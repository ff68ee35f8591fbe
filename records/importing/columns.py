"""From a table's headers to the fields of a kind: what the person said, the kind's own words, other systems' words, then what is nearly one of them."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
import re

from rapidfuzz import fuzz, process

from language.articles import one
from records.errors import BadInput
from records.importing import foreign
from records.importing.text import plainly, told
from records.importing.vocabulary import KindWords

SAID, OWN, ALSO, OTHERS, TRIMMED, NEAR, HELD = range(7)         # how a header was understood, the surest first
WEIGHT = (4, 3, 3, 2.5, 2, 1, 1)
ALIKE, SHORTEST, LONGEST, MOST_TOKENS = 90, 6, 60, 6
ENDINGS = (" e mail address", " email address", " e mail", " email", " name", " full name", " date", " s", " in thousands", " in millions", " in k", " in m",
           *(f" {code}" for code in ("eur", "usd", "gbp", "chf", "keur", "teur", "k", "m", "h", "hrs", "hours", "days")))
TITLES = frozenset(foreign.headers("task", "title")) - {"name"}
LIKELIEST = ("task", "project", "risk", "milestone", "issue", "benefit", "costentry", "budgetline", "person", "requirement", "decision")


@dataclass(frozen=True)
class Matched:
    """Which column says which field ("@id" and the like among them), what could not be placed, how well all that fits, and what a person said."""
    fields: Mapping[str, int]
    left: tuple[str, ...]
    score: float
    said: frozenset[int] = frozenset()


def match(headers: Sequence[str], kind: KindWords, said: Mapping[str, str]) -> Matched:
    """Match headers with a kind's fields. Raises BadInput when a person named a field that the kind has not."""
    wished = {plainly(header): field_named(kind, field) for header, field in said.items()}
    offers = sorted(_offers(headers, kind, wished), key=lambda offer: (*offer[:2], offer[2] != kind.title, offer[2]))
    taken: dict[str, int] = {}
    used: dict[int, int] = {}
    for rank, at, field in offers:
        if at not in used and (field not in taken or field == foreign.NOTHING):
            used[at] = rank
            taken[field] = at
    taken.pop(foreign.NOTHING, None)
    taken = _titled(headers, kind, taken)
    left = tuple(header for at, header in enumerate(headers) if header and at not in used)
    missing = [s for s in kind.slots.values() if s.required and s.name not in taken and s.name != kind.within]
    score = sum(WEIGHT[rank] for rank in used.values()) - sum(4 if s.name == kind.title else 1.5 for s in missing)
    score += 3 * _is_listed(headers, kind)
    said_at = frozenset(at for at, rank in used.items() if rank == SAID)
    return Matched(taken, left, score + (0.1 * (len(LIKELIEST) - LIKELIEST.index(kind.table)) if kind.table in LIKELIEST else -1), said_at)


def _is_listed(headers: Sequence[str], kind: KindWords) -> bool:
    """Whether a column is called as the kind is. Beside a title, "Project" says where a row belongs, not what it is."""
    plain = {plainly(header) for header in headers}
    return not plain.isdisjoint(own_names(kind)) and (bool(kind.within) or plain.isdisjoint(TITLES))


def _titled(headers: Sequence[str], kind: KindWords, taken: Mapping[str, int]) -> dict[str, int]:
    """Where nothing else is the title, the column called as the kind is: "Decision" in a list of decisions."""
    named = next((at for at, header in enumerate(headers) if plainly(header) in own_names(kind)), None)
    if kind.title in taken or named is None:
        return dict(taken)
    return {**{field: at for field, at in taken.items() if at != named}, kind.title: named}


def fits(kind: KindWords, header: str) -> bool:
    """Whether a text is surely a header of this kind."""
    return len(_base(header)) <= LONGEST and any(form in _lexicon(kind) for form, _ in _forms(header, kind))


def field_named(kind: KindWords, said: str) -> str:
    """The field a person means: its name, label or other word, "-" for none, "@id" and the like. Raises BadInput."""
    plain = plainly(said)
    if not plain or said.strip() in ("-", "ignore", "nothing"):
        return foreign.NOTHING
    if (mark := f"@{plain}") in foreign.of_rows(kind.table):
        return mark
    for slot in kind.slots.values():
        if plain in (plainly(slot.name), plainly(slot.name.removesuffix("_id"))):
            return slot.name
    if found := _lexicon(kind).get(plain):
        return found[0][1]
    names = ", ".join(slot.names[0] for slot in kind.slots.values())
    marks = ", ".join(mark.removeprefix("@") for mark in foreign.of_rows(kind.table))
    raise BadInput(f"{one(kind.names[1]).capitalize()} has no field {told(said)}. Its fields are {names}; a column can also say {marks}, or - for none.")


def _offers(headers: Sequence[str], kind: KindWords, wished: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    lexicon = _lexicon(kind)
    for at, header in enumerate(headers):
        if not header:
            continue
        if (wish := wished.get(plainly(header))) is not None:
            yield SAID, at, wish
            continue
        form = next(((form, trimmed) for form, trimmed in _forms(header, kind) if form in lexicon), None)
        if form is None:
            yield from _near(at, header, kind)
            continue
        for rank, field in lexicon[form[0]]:
            yield max(rank, TRIMMED) if form[1] else rank, at, field


def _near(at: int, header: str, kind: KindWords) -> Iterator[tuple[int, int, str]]:
    """What a header nearly is (a slip of the pen), or holds among few other words."""
    lexicon, plain = _lexicon(kind), _base(header)
    if len(plain) < SHORTEST or len(tokens := plain.split()) > MOST_TOKENS:
        return
    if near := process.extractOne(plain, lexicon.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE):
        for _, field in lexicon[near[0]]:
            yield NEAR, at, field
        return
    held = [said for said in lexicon if len(said.split()) * 2 >= len(tokens) and len(said.split()) > 1 and f" {said} " in f" {plain} "]
    if held:
        for _, field in lexicon[max(held, key=len)]:
            yield HELD, at, field


def _forms(header: str, kind: KindWords) -> Iterator[tuple[str, bool]]:
    """A header as it stands, without what is in brackets, without the kind's name before or a habit behind; whether it was trimmed so."""
    whole, base = plainly(header), _base(header)
    yield whole, False
    if base != whole:
        yield base, False
    for name in own_names(kind):
        if base.startswith(f"{name} "):
            yield base[len(name) + 1:], True
    for ending in ENDINGS:
        if base.endswith(ending):
            yield base.removesuffix(ending), True
    if m := re.fullmatch(r"custom field \((.*)\)", header.strip(), re.I):
        yield plainly(m[1]), True


@lru_cache(4096)
def _base(header: str) -> str:
    return plainly(re.split(r"[(\[\n]", header)[0]) or plainly(header)


@cache
def own_names(kind: KindWords) -> tuple[str, ...]:
    """What a record of this kind is called, and many of them, here and in other languages."""
    return (*(plainly(n) for n in kind.names[:2]), *foreign.names(kind.table))


@cache
def _lexicon(kind: KindWords) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Every wording of every field, as (how sure, field), the surest first."""
    known: dict[str, dict[str, int]] = {}
    for rank, field, said in _wordings(kind):
        known.setdefault(plainly(said), {}).setdefault(field, rank)
    return {said: tuple(sorted((rank, field) for field, rank in fields.items())) for said, fields in known.items() if said}


def _wordings(kind: KindWords) -> Iterator[tuple[int, str, str]]:
    for slot in kind.slots.values():
        yield from ((OWN, slot.name, said) for said in (slot.name, slot.name.removesuffix("_id"), slot.names[0], *foreign.first(kind.table, slot.name)))
    for slot in kind.slots.values():
        yield from ((ALSO, slot.name, said) for said in slot.names[1:])
    for slot in kind.slots.values():
        yield from ((OTHERS, slot.name, said) for said in foreign.headers(kind.table, slot.name))
    for mark, wordings in foreign.of_rows(kind.table).items():
        yield from ((OTHERS, mark, said) for said in wordings)
