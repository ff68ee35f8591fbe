"""Which of a file's sheets is read, and as which kind of record."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
import re
from shlex import quote

from language.articles import one
from records.errors import BadInput
from records.importing import columns, foreign, guessing
from records.importing.columns import Matched
from records.importing.guessing import Guess, Guesser
from records.importing.tables import Body, Sheet, body
from records.importing.text import is_nothing, plainly, told
from records.importing.vocabulary import KindWords, Vocabulary
from records.importing.wanted import Wanted

NOT_GUESSED = frozenset(("word", "threshold", "office", "approvallimit", "mapping", "baseline", "space", "document", "link", "comment", "membership",
                         "calendar", "rate", "criterion", "product", "check"))
OF_THE_OFFICE = frozenset(("clause", "driver", "scenario", "template", "templatestep", "sharing", "preference", "savedquestion", "schedule", "reportdraft"))
HINT, LEAST, BELOW = 4, 2.0, 3
MINUS = re.compile(r"\s*(?:[-−–]\s*[^\w\s]?|\()\s*\d")
EITHER = {"budgetline": "cashflow"}                         # what the same columns could be as well
OURS = frozenset(("key", "source", "archived"))
NUMBER = re.compile(r"[\d.,/: -]*\d[\d.,/: -]*")
KEY = re.compile(r"(?:.+-)?([A-Z]+)-\d+")


Offer = tuple[float, Sheet, KindWords, Body, Matched]
GUESSABLE = ("task", "risk", "milestone", "issue", "benefit", "requirement", "decision", "project")         # what rows may be by their cells alone


@dataclass(frozen=True)
class Chosen:
    """The table that is read and how."""
    sheet: Sheet
    kind: KindWords
    body: Body
    matched: Matched
    notes: tuple[str, ...]
    guesses: tuple[Guess, ...] = ()


def kind_named(vocabulary: Vocabulary, said: str) -> KindWords:
    """The kind a person means by a table's name or in words. Raises BadInput."""
    plain = plainly(said)
    for names in (slice(2), slice(2, None)):                    # "decision" is a kind of its own, even if change requests are called so too
        for kind in vocabulary.values():
            if plain in (kind.table, *(plainly(n) for n in kind.names[names])):
                return kind
    if foreign_one := next((kind for kind in vocabulary.values() if plain in columns.own_names(kind)), None):
        return foreign_one
    raise BadInput(f"There is no kind of record {told(said)}. Say one of {', '.join(k.names[1] for k in vocabulary.values())}.")


def own_kind(sheet: Sheet, vocabulary: Vocabulary) -> KindWords | None:
    """The kind of a table that was exported here: such a one has keys, and keys tell the kind."""
    header = [plainly(str(cell)) for cell in sheet.rows[0]] if sheet.rows else []
    if not set(header) >= OURS:
        return None
    at = header.index("key")
    keys = [str(row[at]) for row in sheet.rows[1:] if len(row) > at and not is_nothing(row[at])]
    codes = {m[1] if (m := KEY.fullmatch(key)) else "" for key in keys}
    by_code = {kind.code: kind for kind in vocabulary.values()}
    found = by_code.get(codes.pop()) if len(codes) == 1 else None
    return found or (vocabulary.get("project") if keys and "phase" in header else None)


def choose(sheets: Sequence[Sheet], vocabulary: Vocabulary, wanted: Wanted, name: str) -> Chosen:
    """Choose the sheet and kind that fit best, or those asked for. Raises BadInput when nothing fits."""
    own = [kind for sheet in sheets if (kind := own_kind(sheet, vocabulary))]
    kinds = [kind_named(vocabulary, wanted.kind)] if wanted.kind else own or _guessed(sheets, vocabulary, name)
    asked = [s for s in sheets if plainly(s.name) == plainly(wanted.sheet)] if wanted.sheet else [s for s in sheets if not s.hidden] or list(sheets)
    if not asked:
        raise BadInput(f"There is no sheet {told(wanted.sheet)}. There are {', '.join(told(s.name) for s in sheets)}.")
    is_told = bool(own or wanted.kind)
    guessers: dict[int, Guesser] = {}                           # by the table, whose columns are looked at once
    by_headers = (o for o in _offers(asked, kinds, wanted, name)
                  if is_told or guessers.setdefault(id(o[3]), _guesser(o[3], wanted)).holds(o[2], o[4]))
    offers = sorted(by_headers, key=lambda offer: -offer[0])
    if not offers or _is_half(offers[0][3], offers[0][4]):
        offers = sorted((*offers, *_by_cells(asked, kinds, wanted, offers)), key=lambda offer: -offer[0])
    if not offers:
        raise BadInput(_nothing_fits(asked, kinds, wanted, name))
    _, sheet, kind, found, matched = offers[0]
    guesses: tuple[Guess, ...] = ()
    if not own:
        matched, guesses = _guesser(found, wanted).fitted(kind, columns.match(found.headers, kind, wanted.columns))
    others = [s for s in sheets if s is not sheet and any(s.rows)]
    notes = [f"Sheet {told(sheet.name)} was read."] if others else []
    notes += [f"Sheet {told(s.name)}{' (hidden)' if s.hidden else ''} was not read: name it to read it." for s in others]
    notes += [guessing.told(found, kind, guesses)] if guesses else []
    if not wanted.kind and not own:
        other = next((k for _, _, k, *_ in offers if k.table == EITHER.get(kind.table)), None)
        unless = f"; if they are {other.names[0]}, say so (--kind {other.table})" if other else ""
        notes.append(f"Its rows were taken for {kind.names[0]}, by their {'columns' if guesses else 'headers'}{unless}.")
    return Chosen(sheet, kind, found, matched, tuple(notes), guesses)


def _guessed(sheets: Sequence[Sheet], vocabulary: Vocabulary, name: str) -> list[KindWords]:
    """The kinds that a table may be without being told: what the office itself keeps only where the file or a sheet is called so."""
    said = " ".join((*(sheet.name for sheet in sheets), name))
    return [k for k in vocabulary.values() if k.table not in NOT_GUESSED and (k.table not in OF_THE_OFFICE or _hint(k, said))]


def _offers(sheets: Sequence[Sheet], kinds: Sequence[KindWords], wanted: Wanted, name: str) -> Iterator[Offer]:
    @lru_cache(5000)
    def fits(header: str) -> bool:
        return plainly(header) in said or any(columns.fits(kind, header) for kind in kinds)

    said = {plainly(header) for header in wanted.columns}
    for sheet in sheets:
        found = body(sheet, fits)
        if found is None or not found.rows:
            continue
        for kind in kinds:
            try:
                matched = columns.match(found.headers, kind, wanted.columns)
            except BadInput:
                if len(kinds) == 1:
                    raise
                continue
            if _titled(kind, matched) and (matched.score > LEAST or wanted.kind):
                fitting = matched.score - BELOW * _is_below(kind, found, matched) + _hint(kind, f"{sheet.name} {name}")
                yield fitting + min(len(found.rows), 50) / 100, sheet, kind, found, matched


def _is_half(found: Body, matched: Matched) -> bool:
    """Whether a good part of the columns says nothing yet."""
    return len(_unsaid(found, matched)) * 3 >= sum(map(bool, found.headers))


def _by_cells(sheets: Sequence[Sheet], kinds: Sequence[KindWords], wanted: Wanted, offers: Sequence[Offer]) -> Iterator[Offer]:
    """What tables may be by their cells too, where their headers tell too little; each must have a title and two more columns, of which one surely speaks."""
    for sheet in sheets:
        found = _headed(sheet, kinds)
        if found is None or not found.rows:
            continue
        guesser = _guesser(found, wanted)
        of_headers = {kind.table for _, other, kind, *_ in offers if other is sheet}
        for kind in kinds:
            if not wanted.kind and kind.table not in GUESSABLE and kind.table not in of_headers:
                continue
            try:
                matched, made = guesser.fitted(kind, columns.match(found.headers, kind, wanted.columns))
            except BadInput:                                # said of another kind
                continue
            told_by = [guess for guess in made if guess.field not in (kind.title, foreign.ID, "description")]
            others = matched.fields.keys() - {kind.title, foreign.ID, "description"}
            is_clear = len(others) > 1 and any(guess.weight >= guessing.STRONG for guess in told_by)
            if _titled(kind, matched) and (is_clear or wanted.kind or kind.table in of_headers):
                yield matched.score - len(_unsaid(found, matched)) + min(len(found.rows), 50) / 100, sheet, kind, found, matched


def _headed(sheet: Sheet, kinds: Sequence[KindWords]) -> Body | None:
    """The table below the row of headers: the one with several that are known and no number, else the first wide one: a row's “done” looks like a header."""
    def fits(header: str) -> bool:
        return any(columns.fits(kind, header) for kind in kinds)

    found = body(sheet, fits)
    is_row = found is not None and (sum(map(fits, found.headers)) < 2 or any(NUMBER.fullmatch(h) for h in found.headers))  # noqa: PLR2004 - several
    return body(sheet, lambda _: False) if is_row else found


def _unsaid(found: Body, matched: Matched) -> list[str]:
    """The headers of columns that hold something and are no field."""
    return [h for h in matched.left if any(not is_nothing(c) for c in found.column(found.headers.index(h)))]


def _guesser(found: Body, wanted: Wanted) -> Guesser:
    return Guesser(found, {table: frozenset(names) for table, names in wanted.known.items()})


def _titled(kind: KindWords, matched: Matched) -> bool:
    """Whether rows can say what they are: by the field that titles the kind, or by first and last name."""
    if kind.table in OF_THE_OFFICE and any(slot.required and slot.name not in matched.fields for slot in kind.slots.values()):
        return False
    title = kind.slots.get(kind.title)
    return title is None or not title.required or kind.title in matched.fields or bool({"@first", "@last", "email"} & matched.fields.keys())


def _is_below(kind: KindWords, found: Body, matched: Matched) -> bool:
    """Whether a column has amounts below 0 that the field of this kind cannot take."""
    money = [s for s in kind.slots.values() if s.shape == "money" and s.least is not None and s.least >= 0 and s.name in matched.fields]
    return any(cell < 0 if isinstance(cell, (int, float)) else MINUS.match(str(cell)) is not None
               for slot in money for cell in found.column(matched.fields[slot.name]) if not is_nothing(cell))


def _hint(kind: KindWords, said: str) -> float:
    return HINT * any(f" {n} " in f" {plainly(said)} " for n in columns.own_names(kind))


def _nothing_fits(sheets: Sequence[Sheet], kinds: Sequence[KindWords], wanted: Wanted, name: str) -> str:
    found = next((b for s in sheets if (b := body(s, lambda _: False)) and b.rows), None)
    if found is None:
        return f"{name or 'The file'} holds no table: no header with rows below it, or nothing that parts the cells."
    headers = ", ".join(told(h, 30) for h in found.headers[:12] if h)
    kind = kinds[0] if wanted.kind else next((k for k in kinds if k.table == "task"), kinds[0])
    title = kind.slots[kind.title].names[0] if kind.title in kind.slots else "title"
    try:
        matched = columns.match(found.headers, kind, wanted.columns)
    except BadInput:                                        # said of another kind
        matched = columns.match(found.headers, kind, {})
    matched, made = _guesser(found, wanted).fitted(kind, matched)
    is_titled, home = _titled(kind, matched), kind.slots.get(kind.within)
    guesses = [f"{header}={field}" for header, field in guessing.as_said(found, made).items()]
    homeless = home is not None and home.name == "project_id" and home.required and home.name not in matched.fields and not wanted.project
    line = _line(kind, wanted, name, [*guesses, *([] if is_titled else [f"{guessing.likeliest_text(found, matched) or 'COLUMN'}={title}"])], homeless=homeless)
    if wanted.kind:
        also = ", and none its project" if homeless else ""
        return f"None of the columns ({headers}) says the {title} of {one(kind.names[1])}{also}. Say which one does, as COLUMN={title}: {line}"
    lacks = ["the kind, such as task", *([] if is_titled else [f"which column holds the {title}"]), *(["of which project they are"] if homeless else [])]
    return f"I cannot tell what the rows are by their columns ({headers}). Say {' and '.join(filter(None, (', '.join(lacks[:-1]), lacks[-1])))}: {line}"


def _line(kind: KindWords, wanted: Wanted, name: str, more: Sequence[str], *, homeless: bool) -> str:
    """The whole command that says what was said and what is missing, to be copied and put right."""
    mapped = [f"{column}={field}" for column, field in wanted.columns.items()] + [*more]
    mapped += [f"{column}:{value}={ours}" for column, values in wanted.choices.items() for value, ours in values.items()]
    project = wanted.project or ("KEY" if homeless else "")
    said = ("--kind", kind.table), *(("--map", each) for each in mapped), *((("--project", project),) if project else ()), ("--sheet", wanted.sheet)
    return " ".join(("pmo import", quote(name or "FILE"), *(f"{option} {quote(each)}" for option, each in said if each)))
