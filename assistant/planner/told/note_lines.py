"""The lines of notes as their writer meant them: under which heading or label each stands, whose it is, and which of its words tell one thing each."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
import re

from assistant.planner.heard.many_tasks import BULLET
from assistant.planner.heard.plan import Asked
from assistant.planner.words.lexicon import choice_words
from language.cleaning import folded
from language.describing.lexicon import lexicon
from language.describing.parting import doing
from language.describing.phrasing import verb_at
from language.describing.things import is_noun
from records.kinds import KINDS, Comment
from records.kinds.base import Record, split

NOUNS = {name: k for k in KINDS if k.kind.within == "project_id" and k is not Comment for name in (*k.kind.names, f"{k.kind.one}s")}
NOUN = "|".join(sorted(map(re.escape, NOUNS), key=len, reverse=True))
LABEL = re.compile(r"^(?P<label>[^\s:][^:\n]{0,40}?)\s*:\s+(?P<said>\S.*)$")
DASHED = re.compile(r"^(?P<label>[^\s:–—-][^:\n–—]{0,30}?)\s+[–—-]\s+(?P<said>\S.*)$")
OF_KIND = re.compile(rf"^(?:(?:an?|the|new|another|open|main|key|one more|further)\s+)*(?P<noun>{NOUN})(?:\s+(?P<state>[a-z]+(?: [a-z]+)?))?$", re.I)
BADLY = re.compile(r"(?:did\s?n[o'’]?t|not|less|could have)(?: (?:go|work|gone|so))* (?:well|better)|could be better|to improve|what to improve", re.I)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])")
PIECE = re.compile(r"\s*[,;:]\s+|\s+[–—-]\s+|\.\s+(?=[a-z])")
NAME = r"(?-i:[A-ZÀ-Ý])[\w'’-]+(?: (?-i:[A-ZÀ-Ý])[\w'’-]+)?"
WILL = re.compile(rf"^(?P<who>{NAME}|I)(?:['’]ll| (?:to|will|shall|should|must|has to|needs to|is going to|agreed to|takes care to|promised to|offered to))"
                  r" (?P<do>(?!be\b|have\b)[a-z]\S*(?: .+)?)$")
DOES = re.compile(rf"^(?P<who>{NAME}) (?P<do>[a-z]{{2,}}s .+)$")
GOES_ON = re.compile(r"^(?:finish|complete|close|wrap up|continue|resume|start|begin|deliver|mark|set|move|postpone|shift|push|reopen|cancel|update|"
                     r"reschedule|reassign|give|assign|block|unblock|delay|extend)\b", re.I)          # what is there may be meant
WISH = re.compile(r"^(?:next time,? )?(?:we|i) (?:should|must|need to|have to|want to)\b\s*(?P<what>.+)$", re.I)
DAY = re.compile(r"yesterday|today|tomorrow|done|status", re.I)                # they say when, and not of what
SHORT = 8                                # words of a heading
ATTENDING = frozenset(("attendees", "participants", "present", "apologies", "absent", "chair", "location", "date", "time", "agenda"))


@dataclass(frozen=True)
class Line:
    """One line: `said` is what stands behind its label and its name."""
    text: str
    said: str
    label: str = ""
    who: str = ""

    @property
    def kind(self) -> type[Record] | None:
        """The kind of record that its label names: “New risk”, “Decision needed”."""
        m = OF_KIND.match(self.label)
        return NOUNS.get(m["noun"].lower()) if m and not self.is_action else None

    @property
    def is_open(self) -> bool:
        """Whether the label or a question says that it is still open: “Decision needed: …”."""
        m = OF_KIND.match(self.label)
        state, kind = (m["state"] or "" if m else "").lower(), self.kind
        return "?" in self.said or (kind is not None and any(state in split(spoken) for spoken, _ in kind.kind.sayings))

    @property
    def choice(self) -> tuple[str, str] | None:
        """The kind and the word of a choice that its label is: “Went well” is a lesson's."""
        words = BADLY.sub("went badly", re.sub(r"^(?:what|things? that|all that)\s+", "", folded(self.label)).strip(" ?!"))
        return None if self.is_action else _choices().get(words)

    @property
    def is_action(self) -> bool:
        return bool(self.label) and lexicon("en").says["action"].fullmatch(f"{self.label}: ") is not None

    @property
    def is_headed(self) -> bool:
        """Whether its label says what it is."""
        return bool(self.kind or self.choice or self.is_action)

    @property
    def is_attendance(self) -> bool:
        return folded(self.label) in ATTENDING

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(s.strip(" .") for s in SENTENCE.split(self.said) if s.strip(" ."))


def lines_of(told: Sequence[str], asked: Asked) -> Iterator[Line]:
    """The lines, each with the label that it has or stands under; a heading is none, and where bullets stand under it a line without one does not."""
    label = who = ""
    is_bulleted: bool | None = None
    for raw in told:
        text = BULLET.sub("", raw).strip()
        has_bullet = text != raw.strip()
        head = text.rstrip(" :*#").lstrip(" *#")
        if not has_bullet and (text.endswith(":") or _is_known(head)):
            (label, who), is_bulleted = ("", head) if _is_person(head, asked) else (head, ""), None
            continue
        is_bulleted = has_bullet if is_bulleted is None else is_bulleted
        if is_bulleted and not has_bullet:
            label = who = ""
        line = _line(text, asked)
        yield Line(text, line.said, line.label or label, line.who or who)


def _line(text: str, asked: Asked) -> Line:
    dashed = DASHED.match(text)
    m = dashed if dashed and _is_person(dashed["label"], asked) else LABEL.match(text) or dashed
    if m is None or (m is dashed and not _is_person(m["label"], asked) and not _is_known(m["label"])):
        return Line(text, text)
    if _is_person(m["label"], asked):
        return Line(text, m["said"], "", m["label"])
    if DAY.fullmatch(m["label"]):
        is_worked = m["label"].lower() == "yesterday" and "HOURS" in asked.heard(m["said"]).types
        return Line(text, f"{m['said']} yesterday" if is_worked else m["said"])
    inner = LABEL.match(m["said"]) or DASHED.match(m["said"])
    if inner and _is_person(inner["label"], asked):
        return Line(text, inner["said"], m["label"], inner["label"])
    return Line(text, m["said"], m["label"]) if _is_known(m["label"]) else Line(text, text)


def _is_known(label: str) -> bool:
    """Whether words alone are a label: a kind, a choice, an action, or a heading of descriptions."""
    line = Line("", "", label)
    return line.is_headed or folded(label) in lexicon("en").headings


def _is_person(label: str, asked: Asked) -> bool:
    people = asked.heard(label).of("person")
    return bool(people) and len(label.split()) <= len(people) * 2


@cache
def _choices() -> Mapping[str, tuple[str, str]]:
    """The words of a choice that are several and of one kind only, with that kind and themselves."""
    found: dict[str, set[str]] = {}
    for kind in dict.fromkeys(NOUNS.values()):
        for _, word, _ in choice_words(str(kind.__tablename__)):
            found.setdefault(word, set()).add(kind.kind.one)
    return {word: (next(iter(kinds)), word) for word, kinds in found.items() if len(kinds) == 1 and " " in word}


def is_head(text: str, asked: Asked, *, by_words: bool) -> bool:
    """Whether a first line says what the lines below it are; `by_words`: it has a word for a meeting."""
    m = LABEL.match(text.strip())
    return BULLET.match(text) is None and (text.rstrip().endswith(":") or (by_words and (m is None or bool(asked.heard(m["label"]).of("project")))))


def is_second_head(text: str, asked: Asked) -> bool:
    """Whether a second line goes on with the heading: a few words that name the project or the day, and nobody who does something."""
    heard = asked.heard(text)
    is_bare = BULLET.match(text) is None and LABEL.match(text) is None and len(text.split()) <= SHORT and not {"PERCENT", "HOURS", "KEY"} & heard.types
    return is_bare and bool({"project", "DATE"} & heard.types) and not heard.of("person") and not is_order(text)


def pieces_of(sentence: str) -> tuple[str, ...]:
    """The parts of a sentence that may tell one thing each."""
    return tuple(p.strip(" .") for p in PIECE.split(sentence) if p.strip(" ."))


def deed(sentence: str, who: str, asked: Asked) -> tuple[str, str]:
    """Who is to do what, as an order: “Mia to draft the texts”, “Carla asks legal”, “Dev: ask the dealers”; ("", "") where it tells no deed."""
    if (m := WILL.match(sentence)) and (m["who"] == "I" or asked.heard(m["who"]).of("person")):
        return ("me" if m["who"] == "I" else m["who"]), m["do"]
    if (m := DOES.match(sentence)) and asked.heard(m["who"]).of("person") and (order := doing(m["do"])):
        return m["who"], order
    return (who, sentence) if who and is_order(sentence) else ("", "")


def is_order(sentence: str) -> bool:
    """Whether it begins with a verb that is no noun here: “ask the dealers”, and not “test data missing”."""
    words = lexicon("en")
    found = verb_at(sentence, words)
    return found is not None and bool(found[1]) and folded(found[0]) not in words.nouny and not is_noun(sentence, found, words)


def is_wish(line: Line) -> bool:
    """Whether something is asked for, so that it must not be passed over as merely told."""
    is_asked = bool(line.is_headed or line.text.endswith("?") or WISH.match(line.said))
    return is_asked or "%" in line.said or any(is_order(sentence) for sentence in line.sentences)
