"""Columns whose headers say nothing that is known: what they are is guessed from their cells and from loose words in their headers, and told as a guess.

Nothing is guessed on a header's word alone, nor a number without one; a column of codes is a key and never a title.
"""
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
import re

from records.importing import dates, foreign
from records.importing.columns import Matched, own_names
from records.importing.profile import LOOKED_AT, Profile
from records.importing.tables import Body
from records.importing.text import plainly
from records.importing.text import told as quoted
from records.importing.vocabulary import KindWords, Slot

Known = Mapping[str, Collection[str]]           # by table the folded names of what is there
SURE, MOSTLY, HALF = 0.9, 0.6, 0.5
STRONG, HINTED, LISTED = 2.0, 1.0, 3.0                       # how much a guess says of what the rows are
MOST_CHOICES, MOST_FEW = 12, 2
GUESSED = "Guessed by what stands below them"
LINE = 200                                      # letters from which on a field holds more than a title
AS_TEXT = 1.5                                   # words from which on a cell is a text


@dataclass(frozen=True)
class Guess:
    """A column taken for a field, why, and how much that says of what the rows are."""
    at: int
    field: str
    why: str
    weight: float = HINTED


@dataclass(frozen=True, eq=False)
class Guesser:
    """Guesses for one table, of whatever kind its rows are taken; its columns are looked at once. `known`: what is there, by table, folded."""
    body: Body
    known: Known

    def fitted(self, kind: KindWords, matched: Matched) -> tuple[Matched, tuple[Guess, ...]]:
        """The columns with those that no header told; a guess counts for what the rows are."""
        known, matched = matched, self._without_contradicted(kind, matched)
        made = guessed(self.body, self._profiles, kind, matched, self.known)
        if (day := unhinted_day(self.body, self._profiles, kind, matched, made)) is not None:
            made.append(day)
        gone = {guess.at for guess in made}
        fields = {**matched.fields, **{guess.field: guess.at for guess in made}}
        # Where a column is nothing else, each of its cells says why it is not taken.
        fields |= {name: at for name, at in known.fields.items() if name not in fields and at not in gone}
        gone |= set(fields.values())
        left = tuple(header for at, header in enumerate(self.body.headers) if header in matched.left and at not in gone)
        new = [kind.slots[guess.field] for guess in made if guess.field in kind.slots]
        needed = sum(4.0 if slot.name == kind.title else 1.5 for slot in new if slot.required)
        titled = " ".join(f" {plainly(self.body.headers[guess.at])} " for guess in made if guess.field == kind.title)
        listed = LISTED * any(f" {name} " in titled for name in own_names(kind))
        score = matched.score + needed + listed + sum(guess.weight for guess in made)
        return replace(matched, fields=fields, left=left, score=score), tuple(sorted(made, key=lambda guess: guess.at))

    def holds(self, kind: KindWords, matched: Matched) -> bool:
        """Whether every field that a record needs is still one by its cells, of those that headers told."""
        lost = matched.fields.keys() - self._without_contradicted(kind, matched).fields.keys()
        return not any(kind.slots[name].required for name in lost)

    def _without_contradicted(self, kind: KindWords, matched: Matched) -> Matched:
        """The columns without those whose header is known, but where no cell is of that field: a “Progress” of words, a “From” of hours."""
        wrong = {name: at for name, at in matched.fields.items()
                 if name in kind.slots and at not in matched.said and _contradicts(kind.slots[name], self._profiles[at])}
        if not wrong:
            return matched
        left = tuple(h for at, h in enumerate(self.body.headers) if h in matched.left or at in wrong.values())
        return replace(matched, fields={name: at for name, at in matched.fields.items() if name not in wrong}, left=left,
                       score=matched.score - sum(4.0 if kind.slots[name].required else 3.0 for name in wrong))

    @cached_property
    def _profiles(self) -> Mapping[int, Profile]:
        return {at: looked_at(self.body, at) for at in range(len(self.body.headers))}


def _contradicts(slot: Slot, profile: Profile) -> bool:
    """Whether there are cells and none is what a field holds; a choice may be said in an office's own words."""
    if len(profile.filled) < MOST_FEW:
        return False
    if slot.shape == "date":
        return profile.days == 0 and not any(isinstance(c, (int, float)) for c in profile.filled) and not any(map(dates.is_month, profile.filled))
    if slot.shape in ("number", "whole", "money"):
        return profile.numeric == 0 and profile.figures == 0 and (not slot.words or profile.choices(slot) == 0)
    return slot.shape == "choice" and profile.is_distinct and profile.words >= AS_TEXT and profile.choices(slot) == 0


def looked_at(body: Body, at: int) -> Profile:
    """A column by its first cells, which are enough to tell."""
    return Profile([row[at] for _, row in body.rows[:LOOKED_AT]])


def told(body: Body, kind: KindWords, made: Sequence[Guess]) -> str:
    """What a person is told of the guesses."""
    each = ", ".join(f"{quoted(body.headers[guess.at], 40)} as {_label(kind, guess.field)} ({guess.why})" for guess in made)
    return f'{GUESSED}: {each}. Put one right with --map "COLUMN=FIELD", or leave it out with --map "COLUMN=-".'


def as_said(body: Body, made: Sequence[Guess]) -> dict[str, str]:
    """The guesses as a person would say them: header to field."""
    return {body.headers[guess.at]: guess.field.removeprefix("@") for guess in made}


def _label(kind: KindWords, field: str) -> str:
    return "key" if field == foreign.ID else kind.slots[field].names[0]


def guessed(body: Body, profiles: Mapping[int, Profile], kind: KindWords, matched: Matched, known: Known) -> list[Guess]:
    """What the columns that no header told are, each field once; the surest guesses first."""
    used = set(matched.fields.values())
    open_ = {at: profiles[at] for at, header in enumerate(body.headers) if header in matched.left and at not in used}
    made: list[Guess] = []
    taken = set(matched.fields)
    offers = sorted((offer for at, profile in open_.items() for offer in _offers(at, body.headers[at], profile, kind, known)), key=lambda o: (-o[0], o[1].at))
    for _, guess in offers:
        if guess.field not in taken and all(other.at != guess.at for other in made):
            made.append(guess)
            taken.add(guess.field)
    rest = {at: profile for at, profile in open_.items() if all(guess.at != at for guess in made)}
    return sorted([*made, *_texts(body, kind, rest, taken)], key=lambda guess: guess.at)


def _offers(at: int, header: str, profile: Profile, kind: KindWords, known: Known) -> Iterator[tuple[float, Guess]]:
    """What a column may be by its cells, each with how sure that is."""
    if not profile.filled:
        return
    if foreign.ID in foreign.of_rows(kind.table) and profile.are_codes and (profile.are_lettered or _is_hinted(header, kind, foreign.ID)):
        yield 4, Guess(at, foreign.ID, "short codes, each once", 0.5)
    for slot in kind.slots.values():
        if found := _fit(slot, _hint(header, kind, slot.name), profile, known):
            sure, why, weight = found
            yield sure, Guess(at, slot.name, why, weight)


Found = tuple[float, str, float]


def _fit(slot: Slot, hint: float, profile: Profile, known: Known) -> Found | None:
    """How well the cells of a column fit a field, and by what; a `hint` is what its header says for it."""
    if slot.refers in known:
        share = profile.named(known[slot.refers])
        if share >= HALF and (hint or slot.name in FIRST.values()):
            return 3 + share + hint, f"{'people' if slot.refers == 'person' else slot.refers + 's'} that are known here", STRONG
        return (1 + hint, "names", HINTED) if hint and slot.shape == "person" and profile.like_names >= SURE else None
    if slot.shape == "choice":
        share, kinds = profile.choices(slot), len(set(profile.texts))
        is_few = 1 < kinds <= MOST_CHOICES or hint
        return (2 + share + hint, f"words for a {slot.names[0]}", STRONG) if share >= (MOSTLY if hint else SURE - 0.1) and is_few and (
            hint or slot.name in FIRST.values()) else None
    if slot.shape == "date":
        return (2 + hint, "days", HINTED) if profile.days >= MOSTLY and hint else None
    if slot.shape in ("number", "whole", "money") and profile.numeric >= SURE and (hint or (slot.unit == "%" and profile.percents >= SURE)):
        is_scale = slot.most is not None and slot.most < MOST_CHOICES and not profile.percents
        return 2 + hint, "percents" if profile.percents else "numbers", 1.5 * HINTED if is_scale else HINTED
    is_text = slot.shape == "text" and slot.longest > LINE and profile.words >= AS_TEXT and profile.days == profile.numeric == 0
    return (1 + hint, "texts", HINTED) if is_text and hint and slot.name != "description" else None


# What a column is first of all where its cells alone speak: people own, words for a state tell it.
FIRST = {"person": "owner_id", "choice": "status", "project": "project_id"}


def _texts(body: Body, kind: KindWords, open_: Mapping[int, Profile], taken: Collection[str]) -> Iterator[Guess]:
    """The title is the text that is another in each row; what remains is its description where one such column does, or one of remarks."""
    left = {at: profile for at, profile in open_.items() if profile.filled and profile.days < HALF and profile.numeric < HALF and not profile.are_codes}
    title = kind.title if kind.title in kind.slots and kind.title not in taken else ""
    texts = [at for at, p in left.items() if p.is_full and p.is_distinct and p.words >= AS_TEXT and not foreign.is_remark(body.headers[at])]
    if title and texts:
        best = max(texts, key=lambda at: (_hint(body.headers[at], kind, title), left[at].words, -at))
        del left[best]
        yield Guess(best, title, "a text of its own in each row", HINTED)
    if "description" in kind.slots and "description" not in taken:
        remarks = [at for at, p in left.items() if p.words >= AS_TEXT and (foreign.is_remark(body.headers[at]) or _hint(body.headers[at], kind, "description"))]
        if remarks:
            yield Guess(remarks[0], "description", "texts", 0.0)


def likeliest_text(body: Body, matched: Matched) -> str:
    """The header of the column that is likeliest a title where none surely is: texts rather than codes, days or numbers; "" where there is none."""
    open_ = {header: looked_at(body, at) for at, header in enumerate(body.headers) if header in matched.left}
    texts = {header: p for header, p in open_.items() if p.filled and not p.are_codes and p.days < HALF and p.numeric < HALF}
    return max(texts, key=lambda header: (texts[header].is_distinct, min(texts[header].words, AS_TEXT)), default="")


def unhinted_day(body: Body, profiles: Mapping[int, Profile], kind: KindWords, matched: Matched, made: Sequence[Guess]) -> Guess | None:
    """The only column of days is when the rows are due, where nothing else is and its header does not say what happened once."""
    if kind.table != "task" or "due" in matched.fields or any(guess.field == "due" for guess in made):
        return None
    used = {*matched.fields.values(), *(guess.at for guess in made)}
    days = [at for at, header in enumerate(body.headers) if header in matched.left and at not in used and profiles[at].days >= SURE]
    return Guess(days[0], "due", "the only days") if len(days) == 1 and not PAST.search(plainly(body.headers[days[0]])) else None


PAST = re.compile(r"\b(?:creat\w*|added|updat\w*|modif\w*|chang\w*|last|since|was|were|seen|counted|erstellt|angelegt|geandert|zuletzt|cree)\b")


def _is_hinted(header: str, kind: KindWords, field: str) -> bool:
    return _hint(header, kind, field) > 0


def _hint(header: str, kind: KindWords, field: str) -> float:
    """Which share of a header's words speaks for a field; whole sayings of it count as one word."""
    plain = f" {plainly(header)} "
    words = _spoken(kind, field)
    held = {token for said in words if f" {said} " in plain for token in said.split()}
    tokens = plain.split()
    return len(held & set(tokens)) / len(tokens) if tokens else 0.0


@cache
def _spoken(kind: KindWords, field: str) -> frozenset[str]:
    """Words that speak for a field, in whatever company they stand."""
    own = kind.slots[field].names if field in kind.slots else ()
    others = foreign.of_rows(kind.table).get(field) or foreign.headers(kind.table, field)
    return frozenset(filter(None, map(plainly, (*own, *others, *foreign.hints(field.removeprefix("@"))))))
