"""Of what is asked, the words and names that no call has to do with: they are told, so that no part of a question is passed over in silence."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
import re

from assistant.planner.heard.hearing import KEY, TABLES, Heard
from assistant.planner.heard.placing import PLACES
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import takes_sentence
from assistant.planner.heard.wording import NOT_TAKEN_IN, NOT_USED
from assistant.planner.learned.features import stem
from assistant.planner.learned.heeding import is_heeded
from assistant.planner.meant.asking_parts import asking_parts
from assistant.planner.meant.columns_said import columns_said
from assistant.planner.meant.graded_whole import grade_words
from assistant.planner.meant.thoughts import BOUND
from assistant.planner.reworded.put_plainly import put_plainly, without_courtesy
from assistant.planner.words.idle import IDLE
from assistant.planner.words.lexicon import choice_words, kind_coded, kind_named
from assistant.planner.words.plain import tokens
from assistant.planner.words.spelling import spelling
from language.dates import read_days
from language.numbers import read_number
from language.words import Span
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

NAMED = ("project", "person", "DATE", "MONEY", "HOURS", "PERCENT", "KEY", "TEXT")
AMOUNTS = ("MONEY", "HOURS", "PERCENT")
OF_NOW = frozenset(("today", "now", "this moment", "right now", "currently", "tonight", "these days", "at the moment", "so far", "to date", "up to now",
                    "this week", "just now", "until now"))
UNITS = re.compile(r"(?:within|percent|years?|euros?|hours?|from|until|before|after|since)$")
SHOWN = re.compile(r"'[a-z][\w-]*-\d+'|'(?:project|record)': '")
AROUND = re.compile(r"\b(?:(?:in|during|over|within|for) )?(?:the )?(?:last |first )?(?:(?:\d+|an?|one|two|three|four|few|couple of) )?"
                    r"(?:working )?(?:days?|weeks?|months?) "
                    r"(?P<led>before|after|following|until|around|leading up to) (?:the|our|my|his|her|their|this|that|we|it) ?[\w' -]*", re.I)
JOINS = re.compile(r"\s*(?:(?:of|the|an?|to|in|on|for|and|or|if|we|with|by|at)\s+)*", re.I)
SHORTEST, MANY, HALF = 4, 2, 0.5                 # letters of a word that means something; words that are told anyway, or else this share of a part


@dataclass(frozen=True)
class _Piece:
    """Something that is said: where, in what words, and whether it is named or measured."""
    start: int
    end: int
    said: str
    is_named: bool


def not_taken_in(plan: Plan, text: str, asked: Asked, tools: Mapping[str, Tool]) -> Plan:
    """The plan, which says what of the question nothing that it looks up has to do with; of an order other things are told."""
    if not plan.calls or plan.whole or not plan.understood or any(tools[name].proposes or takes_sentence(tools[name]) for name, _ in plan.calls):
        return plan
    if (apart := AROUND.search(text)) and not re.search(rf"\b{apart['led']}\b", str(plan.calls), re.I) and apart[0].lower() not in plan.says.lower():
        return replace(plan, says=f"{plan.says} {NOT_USED.format(words=apart[0].strip())}".strip())
    if not BOUND.match(text) and (left := _left(plan, asked.heard(text), asked, tools)):
        return replace(plan, says=f"{plan.says} {NOT_TAKEN_IN.format(words='”, “'.join(left))}".strip())
    return plan


@dataclass(frozen=True)
class _Looked:
    """What is looked up, and what is said of it."""
    plan: Plan
    tools: Mapping[str, Tool]

    @cached_property
    def said(self) -> str:
        return f"{self.plan.calls} {self.plan.says} {self.plan.below} {self.plan.later}".lower()

    @cached_property
    def kinds(self) -> Sequence[type[Record]]:
        """The kinds that are listed, and those of the records that are shown."""
        named = (kind_named(str(args["kind"])) for _, args in self.plan.calls if args.get("kind"))
        return tuple(dict.fromkeys((*named, *(kind_coded(key[0]) for key in KEY.finditer(str(self.plan.calls))))))

    @cached_property
    def words(self) -> frozenset[str]:
        """The beginnings of its words, of those that its tools are declared with, and of the names of its kinds, their fields and the choices taken."""
        calls, found = str(self.plan.calls), set(_stems(self.said))
        for name, args in self.plan.calls:
            tool = self.tools[name]
            chosen = (said for s in tool.slots if s.holds is Holds.choice for said in s.choices.get(str(args.get(s.name)), ()))
            found |= _spoken(tool.name, tool.says, tool.examples) | _stems(" ".join(chosen))
            found |= {stem(word) for kind in self.kinds for word in grade_words(kind, args)}
        for kind in self.kinds:
            taken = (word for name, word, _ in choice_words(str(kind.__tablename__)) if f"'{name.replace('_', ' ')}'" in calls)
            found |= _kind_words(kind) | {stem(part) for word in taken for part in word.split()}
        return frozenset(found)

    def holds(self, piece: _Piece) -> bool:
        """Whether a name, an amount or a word is part of a call, or what its tool or kind is spoken of with."""
        word = piece.said.lower()
        if word in self.said or (piece.is_named and (word in OF_NOW or all(n in self.said for n in _parts(word)))):
            return True
        if piece.is_named:
            return False
        if word in PLACES and SHOWN.search(self.said):
            return True                                    # “the second” is the record that stands there
        return stem(word) in self.words or any(is_heeded(word, name) for name, _ in self.plan.calls)


def _left(plan: Plan, heard: Heard, asked: Asked, tools: Mapping[str, Tool]) -> list[str]:
    """The words, part by part, where a part has several of them or little else, or names something of which no call is."""
    looked = _Looked(plan, tools)
    read = list(_read(looked, heard, asked))
    left, plain = list[str](), frozenset[str]()
    for part in asking_parts(heard):
        own = [p for p in _pieces(heard) if part.start <= p.start < part.end]
        lost = [p for p in own if not any(s.start < p.end and p.start < s.end for s in read) and not looked.holds(p)]
        if lost and not plain:
            plain = frozenset(re.findall(r"[\w'’-]+", put_plainly(without_courtesy(heard.text)).lower()))
        own, lost = ([p for p in some if p.is_named or p.said.lower() in plain] for some in (own, lost))          # what was put otherwise is taken in
        named = [p for p in lost if p.is_named]
        if named or len(lost) >= MANY or (lost and len(lost) >= HALF * sum(not p.is_named for p in own) and not plan.says):
            left += _told(named if plan.says and named else lost, heard)
    return left


def _pieces(heard: Heard) -> Iterator[_Piece]:
    """What is said: every name and amount, and the words that mean something."""
    spans = [s for t, s in heard.spans if t in NAMED]
    passing = [s for t, s in heard.spans if t in ("ME", "COUNT", "REPEAT")]
    yield from (_Piece(s.start, s.end, heard.said(s), is_named=True) for s in spans)
    for token in tokens(heard.text, spelling()):
        if not any(s.start < token.end and token.start < s.end for s in (*spans, *passing)):
            yield from (_Piece(token.start, token.end, w, is_named=False) for w in token.word.split()
                        if len(w) >= SHORTEST and w.isalpha() and not w.endswith("ly") and w not in IDLE)


def _read(looked: _Looked, heard: Heard, asked: Asked) -> Iterator[Span]:
    """The pieces that a call is of: a title whose record it names, a kind or figure that its tool is asked with, days that it holds, columns it shows."""
    said, calls, low = looked.said, looked.plan.calls, heard.text.lower()
    yield from (span for kind in looked.kinds for shown, spans in (columns_said(kind, heard),) for span in spans if shown and shown.lower() in said)
    for words, keys in asked.titled.items():
        at = low.find(words.lower())
        if at >= 0 and any(key.lower() in said for key in re.split(r"[ ,]+", keys)):
            yield Span(at, at + len(words), words)
    unnamed = [kind.kind.one for kind in looked.kinds if kind.kind.one not in heard.all("KIND")]
    yield from (Span(t.start, t.end, t.word) for t in tokens(heard.text, spelling()) if any(is_heeded(t.word, kind, "kinds") for kind in unnamed))
    own = {w.lower() for kind in looked.kinds for spoken, _ in kind.kind.sayings for w in split(spoken)}
    figures, is_told = re.sub(r"(?<=\d)[.,’'](?=\d{3})", "", said), any(args.get("record") and args.get("field") for _, args in calls)
    for type_, span in heard.spans:
        value = str(span.value)
        digits = re.match(r"\d+", value)
        if (type_ in (*TABLES, "KEY") and value.lower() in said) or (type_ in AMOUNTS and digits and re.search(rf"(?<!\d){digits[0]}(?!\d)", figures)):
            yield span
        if type_ in ("KIND", "SAYING", "FIGURE") and (value.lower() in said or stem(value.lower()) in said or value.lower() in own or any(
                is_heeded(f"~{value}", name) for name, _ in calls)):
            yield span
        if type_ == "DATE" and is_told:
            yield span                                     # when it is, is told
        if type_ == "DATE" and (days := read_days(heard.said(span), asked.today)) and any(day.isoformat() in said for day in (days.first, days.last)):
            yield span


def _parts(word: str) -> list[str]:
    """The numbers of an amount or a day, spelt ones in figures, and its longer words."""
    found = [str(n) if len(w) > 1 and (n := read_number(w)) is not None else w for w in re.findall(r"\d[\d.,]*|[^\W\d]+", word)]
    return [w for w in found if w[0].isdigit() or (len(w) >= SHORTEST and not UNITS.match(w))]


@cache
def _spoken(name: str, says: str, examples: tuple[str, ...]) -> frozenset[str]:
    """The words that a tool is declared with."""
    return _stems(" ".join((name.replace("_", " "), says, *examples)).lower())


@cache
def _kind_words(kind: type[Record]) -> frozenset[str]:
    return frozenset(stem(w) for said in (*kind.kind.names, *(n for f in fields(kind) for n in f.names)) for w in said.lower().split())


def _stems(said: str) -> frozenset[str]:
    return frozenset(stem(w) for w in re.findall(r"[^\W_]{3,}", said))


def _told(lost: Sequence[_Piece], heard: Heard) -> list[str]:
    """What is lost as it was said, words side by side together."""
    runs = list[tuple[int, int]]()
    for piece in sorted(lost, key=lambda p: p.start):
        if runs and JOINS.fullmatch(heard.text[runs[-1][1]:piece.start]):
            runs[-1] = (runs[-1][0], piece.end)
        else:
            runs.append((piece.start, piece.end))
    return [heard.text[start:end] for start, end in runs]
