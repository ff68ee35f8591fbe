"""The values of a new record, in the person's own words; what is left once they are taken out is its title."""
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.labelling import labelled
from assistant.planner.heard.pieces import Found, choices, day, delays, measures, people
from assistant.planner.heard.sentences import is_long
from assistant.planner.heard.titling import CALLED, title
from assistant.planner.learned.chain import NONE
from assistant.planner.learned.marking import Marking, marking
from assistant.planner.told.in_title import in_title
from assistant.planner.told.said_of_new import said_of_new
from assistant.planner.told.valuing import CUT_OFF, LIKELY, SURE, is_named, likelier_day, likelier_person, overlaps, titled, valued, with_subject
from assistant.planner.words.grading import graded, grades
from assistant.planner.words.lexicon import choice_words, kind_coded, state_of
from assistant.planner.words.phrases import NOT_DOING
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.kinds.base import FieldOf, Record, fields

PLACED = re.compile(r"\b(?:in|on|to|for) (?:the )?(?:project )?(?P<n>(?-i:[A-Z])[\w-]{2,})(?= project\b|\s*[:,]|\s*$)", re.I)
NAME = r"(?P<n>(?-i:[A-Z])[\w&.-]*(?: (?:& |and )?(?-i:[A-Z])[\w&.-]*)*)"
FROM = re.compile(rf"\b(?:from|(?:invoice|bill|receipt|quote) of) {NAME}|"
                  rf"\b(?:invoice|bill|receipt) {NAME.replace('<n>', '<m>')}(?<!\d)[\s,:]+\0+[\s,:]+(?:for )?[a-z]{{3,}}", re.I)
COMPANY = re.compile(r"\b(?:of|from|at|with) (?P<n>(?-i:[A-ZÄÖÜ])[\w&.-]*(?: (?-i:[A-ZÄÖÜ])[\w&.-]*)* (?:AB|AG|GmbH|Ltd|Inc|SE|SA|BV|Corp|LLC|plc)\b)", re.I)
EMAIL = re.compile(r"[^\s,;:<>]+@[^\s,;:<>]+\.\w+")
ONLY_PAID = re.compile(r"(?:we |i )?(?:spent|paid|booked|post(?:ed)?)(?: an? \w+)?|(?:an? )?(?:invoice|bill|receipt)|dated",
                       re.I)                     # what for is said elsewhere
BACK = re.compile(r"back (?:an?|\w+) (?:day|week|month)", re.I)          # “it throws us back three weeks” is no day
ALREADY = re.compile(r"(?:is |it is |it['’]s )?(?:already|now|just|meanwhile|all) (?:been )?(?P<w>[\w -]+)", re.I)
WIDE = ("on", "of", "to", "what", "how", "why", "because", "used in", "note", "name", "area", "topic", "stage", "role", "as")     # these lead to anything
GOT = re.compile(r"(?:(?:we|they|it) )?(?:(?:needs?|gets?|requires?|wants?|expects?|on) )?(?:(?:the|an?) )?(?P<t>\S.*?)(?: from (?:the )?(?P<p>[^,;]+))?", re.I)
PREPOSED = re.compile(r"(?:\s+(?:over|for|with|from|at|on|by|since|until))+$", re.I)
FEW_LETTERS = 4                                 # that a field has of the state which it tells of: “decision” of “decided”
FEW = 3                                         # words that may be but a piece of a sentence
NO_TITLE = 0.9                                 # of belief that words are no value, so much makes them no title
UNLIKELY, NEVER = 0.12, 0.05                    # of belief, so little speaks for a title, and for a note that need not be there
BEHIND = re.compile(r":\s+(?P<t>\S.*?)\s*$", re.S)
HERE = re.compile(r"\b(?:there|this project|the project|that project|the same project)\b")


def created(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """Every value that is said for a new record, its title among them."""
    found = marking(heard, kind, "values")
    read = list(_agreed(kind, heard, found, list(read_pieces(kind, heard, context))))
    named = {field.label: said for field, said, _ in reversed(read)}
    spans = tuple(span for _, _, span in read if span is not None)
    words = titled(kind, heard, found, (*spans, *heard.of("REPEAT"))) or _left_over(kind, heard, found, spans)
    if next(f for f in fields(kind) if f.name == kind.kind.title).choices:
        words = None if kind.kind.title in named else _choice_in(kind, heard)
    if is_long(kind, next(f for f in fields(kind) if f.name == kind.kind.title)) and (whole := BEHIND.search(heard.text)):
        words = whole["t"]                                 # a comment is whatever is said behind the colon
    state = _only_state(kind, words) if words else None
    if state:
        named = {**named, state[0].label: state[1]}
    if not words and not heard.of("TEXT"):
        words = next((said for of, said, _ in read if of.type is str and not of.choices and said[:1].isupper()), None) or next(
            (said[:1].upper() + said[1:] for of, said, _ in read if of.refers not in (None, "person", "project")), None)        # a contract with somebody
    elif words and (state or ONLY_PAID.fullmatch(words)):
        words = next((said for of, said, _ in read if of.type is str or of.refers not in (None, "person", "project")), words)
    if words:
        cut, more = graded(kind, words)
        named = {**named, kind.kind.title: cut or words, **{n: v for n, v in more.items() if n not in named}}
        named |= _due_inside(kind, heard, named) | _party_inside(kind, named)
        named = said_of_new(kind, named | in_title(kind, named, heard.text), heard.text)
    homes = {heard.said(s).lower() for s in heard.of("project")}
    named = {n: v for n, v in named.items() if n == kind.kind.title or not (BACK.match(v) or (v.lower() in homes and _is_free(kind, n)))}
    of_asker = {f.label: "me" for f in fields(kind) if f.says.asker and f.refers == "person" and f.required and f.label not in named}
    return of_asker | _settled(kind, named) | _pieces(kind, heard, named)


def _is_free(kind: type[Record], label: str) -> bool:
    return any(f.label == label and f.type is str and not f.choices for f in fields(kind))


def _settled(kind: type[Record], named: Mapping[str, str]) -> dict[str, str]:
    """The values with the state that the day of it means: what was decided on some day is decided, and what it is called was decided."""
    done = next(iter(reached(kind, named).values()), "")
    if not done:
        return dict(named)
    told = next((f.label for f in fields(kind) if f.type is str and not f.choices and done.startswith(f.name[:FEW_LETTERS]) and f.name != kind.kind.title), "")
    what = {told: named[kind.kind.title]} if told and told not in named and kind.kind.title in named else {}
    return {**named, **reached(kind, named), **what}


def reached(kind: type[Record], named: Mapping[str, str]) -> dict[str, str]:
    """The state that other values tell, by its label: what is “decided on” some day is decided, and what is “escalated to” somebody escalated."""
    state = state_of(kind)
    done = next((c for c in state.choices if f"{c} on" in named or f"{c} to" in named), "") if state and state.label not in named else ""
    return {state.label: done} if state and done else {}


def _left_over(kind: type[Record], heard: Heard, found: Marking, spans: tuple[Span, ...]) -> str | None:
    """What is left of the request without its values, unless the words around tell that it is no title: “came” of an invoice that came."""
    whole = title(heard, spans) or ""
    words = PREPOSED.sub("", whole)
    if not words or (CUT_OFF.search(words) and not heard.of("TEXT")):
        return None
    at = heard.text.lower().find(words.lower()) if not heard.of("TEXT") else -1
    if at < 0 or ":" in heard.text[:at] or CALLED.search(heard.text) or any(heard.text[s.end:at].isspace() for s in heard.of("KIND")):
        return words
    if (start := with_subject(heard, at)) != at:
        return f"{heard.text[start:at].capitalize()}{words[:1].lower()}{words[1:]}"
    is_required = next(f.required for f in fields(kind) if f.name == kind.kind.title)
    least, where = UNLIKELY if is_required or " " not in words else NEVER, Span(at, at + len(words), words)
    if words.lower().endswith(kind.kind.one):
        return None                                        # “the hosting budget line” is one that is there
    is_whole = at == 0 and " " in words                    # “taxi receipt Corvus 64.50”
    is_likely = len(whole.split()) > FEW or is_whole or found.share(kind.kind.title, where) >= least or found.share(NONE, where) < NO_TITLE
    return words if is_likely else None


def _only_state(kind: type[Record], words: str) -> tuple[FieldOf, str] | None:
    """The state that a new record has already, where nothing else is said of it: “already signed”."""
    of, m = state_of(kind), ALREADY.fullmatch(words)
    value = next((v for n, w, v in choice_words(str(kind.__tablename__)) if m and of and n == of.name and w == m["w"].lower()), "") if m and of else ""
    return (of, value) if of and value else None


def _party_inside(kind: type[Record], named: Mapping[str, str]) -> dict[str, str]:
    """Whom something is got from, out of the end of its title, where nobody else is named: “new sensor firmware from the hardware team”."""
    of = next((f for f in fields(kind) if f.name == "party" and f.label not in named), None)
    m = GOT.fullmatch(named[kind.kind.title]) if of else None
    return {kind.kind.title: m["t"][:1].upper() + m["t"][1:], **({of.label: m["p"]} if m["p"] else {})} if of and m else {}


def _due_inside(kind: type[Record], heard: Heard, named: Mapping[str, str]) -> dict[str, str]:
    """The day by which work is due out of the midst of its title, where none is said elsewhere: “ring the hosting people by Friday about the quote”."""
    title, due = named[kind.kind.title], kind.kind.when
    for span in heard.of("DATE") if due == "due" and due not in named else ():
        said = re.escape(heard.said(span))
        if m := re.search(rf"\s*\b(?:by|until|till|before|due(?: on| by)?) {said}(?!\w)|(?<!\bof)(?<!\bfrom)(?<!\bthe)(?<!\bon) {said}$", title, re.I):
            return {kind.kind.title: f"{title[:m.start()]}{title[m.end():]}".strip(" ,;-"), due: heard.said(span)}
    return {}


def _agreed(kind: type[Record], heard: Heard, found: Marking, read: Iterable[tuple[FieldOf, str, Span | None]]) -> Found:
    """What the rules read, but for what is surely marked as another field's or as no value; and what only the marks tell."""
    known = {f.label: f for f in fields(kind)}
    taken: dict[str, Span | None] = {}
    surely = {of.label for of, _, _ in valued(kind, heard, found, SURE)}
    for of, said, span in read:
        if span and of.refers == "person" and span in heard.of("person"):
            span = likelier_person(of, span, heard, found)  # noqa: PLW2901 - the same value said elsewhere
            said = heard.said(span)  # noqa: PLW2901
        label, share = found.of(span) if span else (of.label, 1.0)
        other = known.get(label)
        if span and other and of.refers == other.refers == "person" and share >= LIKELY and not is_named(of, heard):
            share = SURE                                   # where no rule tells whose part it is: “jonas reviews”
        if span and of.type is date and share < SURE and not is_named(of, heard) and (likelier := likelier_day(kind, of, span, found)):
            label, other, share = likelier.label, likelier, SURE
        if label == NONE and of.label in surely and not of.says.words:
            continue                                       # the value stands elsewhere: “out today, back on Friday”
        is_apart = of.refers == "person" and span is not None and (is_named(of, heard) or is_set_apart(span, heard))
        if label == of.label or share < SURE or of.name in ("project_id", "recurrence") or is_apart:
            taken[of.label] = span
            yield of, said, span
        elif span and other and (other.type, other.refers) == (of.type, of.refers) and not of.choices and of.type is not str:
            taken[label] = span
            yield other, said, span
    reasons = (s for s in heard.of("person") if NOT_DOING.match(heard.text[s.end:]))            # who won't have time is why, and no owner
    spans = [*(s for s in taken.values() if s), *heard.of("REPEAT"), *reasons]
    yield from ((of, said, span) for of, said, span in valued(kind, heard, found) if of.label not in taken and not overlaps(span, spans))


def is_set_apart(span: Span, heard: Heard) -> bool:
    """Whether a name stands alone behind what is new, before what it is about: “task mia dione: adapt the drawings”."""
    spans = [s for t, s in heard.spans if t in ("KIND", "project")]
    is_behind = any(not re.search(r"[\w.]", heard.text[s.end:span.start]) for s in spans if s.end <= span.start)
    ends = [span.end, *(s.end for s in spans if s.start >= span.end and not re.search(r"[\w.]", heard.text[span.end:s.start]))]
    return is_behind and heard.text[max(ends):].lstrip().startswith(":")


def _choice_in(kind: type[Record], heard: Heard) -> str | None:
    """What a record is that has no name but one of a few: an absence is a leave, or being sick."""
    own = ((w, v) for name, w, v in choice_words(str(kind.__tablename__)) if name == kind.kind.title and among((w,), heard.text))
    return next((v for w, v in own if pattern(rf"(?<![\w-]){re.escape(w)}(?![\w-])").search(heard.text)), None)


def corrected(kind: type[Record], heard: Heard) -> dict[str, str]:
    """What is said anew about a record that waits to be created: "no, for Ben", "8 hours", "call it 'Repair the login'"."""
    read = (each for part in (_home(kind, heard), people(kind, heard), measures(kind, heard), day(kind, heard, new=True),
                              choices(kind, heard)) for each in part)
    named = {field.label: said for field, said, _ in read}
    if renamed := CALLED.search(heard.text) or re.search(r"\bcall it\s+(?P<t>.+)$|\btitle\W+(?:is|to|should be)?\s*(?P<u>.+)$", heard.text, re.I):
        named[kind.kind.title] = next(g for g in renamed.groups() if g).strip(" '\"“”‘’.")
    return named | _pieces(kind, heard, named)


def read_pieces(kind: type[Record], heard: Heard, context: Context) -> Found:
    """Every value that is said for a new record, but for its title, with the piece it was read from."""
    yield from _home(kind, heard, context)
    yield from people(kind, heard)
    yield from measures(kind, heard)
    yield from delays(kind, heard)
    yield from day(kind, heard, new=True)
    known = {f.name: f for f in fields(kind)}
    if "on" in known and not heard.of("DATE"):
        yield known["on"], "today", None
    before = list(qualities(kind, heard))
    yield from before
    yield from (each for each in choices(kind, heard) if not any(s and each[2] and s.start < each[2].end and each[2].start < s.end for _, _, s in before))
    yield from labelled(kind, heard)
    yield from parties(kind, heard)
    yield from _keyed(kind, heard)
    if "email" in known and (m := EMAIL.search(heard.text)):
        yield known["email"], m[0], Span(m.start(), m.end(), m[0])


def _keyed(kind: type[Record], heard: Heard) -> Found:
    """A record that is named by its key, in the one field that refers to its kind: “new key result under OBJ-3”."""
    for span in heard.of("KEY") if heard.of("KIND") else ():
        of = [f for f in fields(kind) if f.refers == kind_coded(str(span.value)).__tablename__ and f.says.set_by == "person"]
        if len(of) == 1:
            yield of[0], str(span.value), span


def qualities(kind: type[Record], heard: Heard) -> Found:
    """Choices that stand before the kind, or that its name is: “a critical defect”, “a must requirement”."""
    words = choice_words(str(kind.__tablename__))
    for span in (s for s in heard.of("KIND") if s.value == kind.kind.one):
        lead, said = heard.text[:span.start].rstrip().lower(), heard.said(span).lower().rstrip("s")
        for of in (f for f in fields(kind) if f.choices and f != state_of(kind)):
            if value := next((v for n, w, v in words if n == of.name and w == said and w != kind.kind.one), None):
                yield of, value, None
            elif found := next(((w, v) for n, w, v in words if n == of.name and re.search(rf"(?<![\w-]){re.escape(w)}$", lead)), None):
                yield of, found[1], Span(len(lead) - len(found[0]), len(lead), found[1])
                break


def parties(kind: type[Record], heard: Heard) -> Found:
    """Names that no record has, behind the word that says what they are: “with Keyward”, “supplier Keyward”."""
    for of in (f for f in fields(kind) if f.type is str and not f.choices and f.name != kind.kind.title and not is_long(kind, f)):
        names = "|".join(re.escape(n) for n in sorted(among(of.names, heard.masked), key=len, reverse=True) if n not in WIDE)
        named = pattern(rf"(?<!\w)(?:{names})\s+{NAME}").search(heard.masked) if names else None
        place = {"supplier": FROM, "party": FROM, "organisation": COMPANY}.get(of.name)
        if m := named or (place.search(heard.masked) if place else None):
            said = m.lastgroup or "n"
            yield of, m[said].rstrip("."), Span(m.start(), m.end(said), m[said])


def _home(kind: type[Record], heard: Heard, context: Context | None = None) -> Iterator[tuple[FieldOf, str, Span | None]]:
    """The project it belongs to: named, an unknown name in its place, or the one talked about."""
    home = next((f for f in fields(kind) if f.name == "project_id"), None)
    if home is None:
        return
    if spans := heard.of("project"):
        yield home, heard.first("project") or "", spans[0]
    elif (m := PLACED.search(heard.masked)) and not heard.of("person"):
        yield home, m["n"], Span(m.start("n"), m.end("n"), m["n"])
    elif context and context.project and HERE.search(heard.plain):
        yield home, context.project, None


def _pieces(kind: type[Record], heard: Heard, named: dict[str, str]) -> dict[str, str]:
    """Grades that stand between commas anywhere in the request."""
    found = dict[str, str]()
    for piece in re.split(r"[,;()]|(?<=\w)\.\s|\s[-–]\s", heard.masked.replace("\0", " ")):
        found |= {n: v for n, v in grades(kind, piece, {**named, **found}).items() if n not in named}
    return found
