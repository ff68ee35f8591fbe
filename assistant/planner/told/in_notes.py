"""The lines of a stand-up or of notes: what is told of a record that is there changes that one, what is new stands beside it, and what is over is no task."""
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
import re
from typing import Any

from assistant.calling import Past
from assistant.planner.heard.following import INSIDE, Context
from assistant.planner.heard.hearing import KEY
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.wording import LINES_LEFT, ONLY_TOLD
from assistant.planner.told.note_lines import GOES_ON, NOUNS, WISH, Line, deed, is_head, is_order, is_second_head, is_wish, lines_of, pieces_of
from assistant.planner.words.lexicon import kind_named
from language.dates import read_date
from language.names import find_names
from records.kinds import Task
from records.kinds.base import fields
from tools.base import Tool

HEADING = re.compile(r"\b(?:stand-?ups?|daily|dailies|scrum|weekly|status|update|notes?|minutes|meeting|sync|call|jour fixe|round|retro(?:spective)?s?|steerco|"
                     r"steering|committee|catch-?up|huddle|report(?:ed)?|check-?in|news)\b", re.I)
LINES = re.compile(r"\n|;\s+(?=[A-Z][\w'-]+\s*:\s)")              # “Dev: download done; Ben: order history 80 %”
TO_DO = re.compile(r"\b(?:to-?dos?|tasks?|action items?)\b|\b(?:create|add|make|enter|log|open|put)\b.*\b(?:following|these|this list)\b", re.I)
BULLET = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s")
LONGEST, TITLE, FEW = 60, 5, 2                  # words of a line that is no page of prose, and of what may name a record; lines
BY = re.compile(r"\s*[(\[](?:by )?(?P<who>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?)[)\]]\s*$")
MEASURE = re.compile(r"\d\s?(?:%|h\b|hours?\b)|[,;]")        # these are no part of what a record is called
THE = re.compile(r"(?:the|our|my)\s+", re.I)
TELLING = frozenset(("DATE", "HOURS", "PERCENT", "MONEY", "SAYING"))            # what has these is more than a name
OTHERS = frozenset(kind.kind.one for kind in NOUNS.values() if kind is not Task)
Subject = tuple[str, str] | None                # a record as it is named, and a key that stands for it
Planned = Callable[[str, Asked], Plan]


@dataclass(frozen=True)
class _Read:
    """What a line came to: calls, what is said of them, and words of it that only tell something."""
    calls: tuple[Call, ...] = ()
    says: str = ""
    told: tuple[str, ...] = ()
    is_silent: bool = False


def is_to_do(text: str) -> bool:
    """Whether it is a list of what is to be done, whatever that comes from: “to-dos from this morning's stand-up”, and a bullet each."""
    head, *below = [line for line in text.strip().splitlines() if line.strip()]
    return TO_DO.search(head) is not None and len(below) > 1 and all(BULLET.match(line) for line in below)


def in_notes(text: str, asked: Asked, tools: Mapping[str, Tool], line_planned: Planned) -> Plan | None:
    """The changes of what is there that the lines tell, and what is new in the others; None where they tell of no known record, or it is another text."""
    lines = [line.rstrip() for line in LINES.split(text.strip()) if line.strip()]
    head = lines[0].strip() if len(lines) > FEW and is_head(lines[0], asked, by_words=HEADING.search(lines[0]) is not None) else ""
    below = lines[1:] if head else lines
    if head and len(below) > FEW and is_second_head(below[0], asked):
        head, below = f"{head} {below[0].strip()}", below[1:]
    told = list(lines_of(below, asked))
    if len(told) < FEW or any(len(line.text.split()) > LONGEST for line in told) or (head and not HEADING.search(head)):
        return None
    if sum(line.text.endswith("?") and not line.label for line in told) * FEW > len(told):
        return None
    home = next((str(s.value) for s in find_names(head, asked.projects)), "") or Context(asked.past, asked.projects).project or ""
    notes = _Notes(asked, tools, line_planned, home, head)
    known = {line: read for line in told if (read := notes.known(line)) is not None}
    if not head and len(known) < len(told) and (not home or not all(line.label or line in known for line in told)):
        return None
    if not home and (home := _home_of(known.values(), asked)):
        notes = _Notes(asked, tools, line_planned, home, head)
        known = {line: read for line in told if (read := notes.known(line)) is not None}
    every = {line: known[line] if line in known else notes.other(line, told) for line in told}
    if not known and not any(r.calls and (line.is_headed or notes.is_deed(line)) for line, r in every.items()):
        return None
    every = {line: r if r.calls or r.is_silent or is_wish(line) else replace(r, told=(line.text,)) for line, r in every.items()}
    left = [line.text for line, r in every.items() if not r.calls and not r.told and not r.is_silent]
    makes = any("where" not in args for r in every.values() for _, args in r.calls)
    if len(left) * FEW > len(told) or (not head and left) or (makes and not home):
        return None
    return _plan(every.values(), left)


def _plan(read: Iterable[_Read], left: Sequence[str]) -> Plan:
    calls, only_told = tuple(call for r in read for call in r.calls), [said for r in read for said in r.told]
    says = [*dict.fromkeys(r.says for r in read if r.says), *([ONLY_TOLD.format(lines="”, “".join(only_told))] if only_told else []),
            *([LINES_LEFT.format(lines="”, “".join(left))] if left else [])]
    return Plan(calls, " ".join(says), understood=not left)


class _Notes:
    """The notes of one project, or of none that is known yet."""

    def __init__(self, asked: Asked, tools: Mapping[str, Tool], line_planned: Planned, home: str, head: str) -> None:
        titled = {said: _of_home(key, home) or key for said, key in asked.titled.items()}
        past = (Past("", "", (), (home,)),) if home else ()
        self._asked, self._tools, self._planned, self._home = replace(asked, past=past, titled=titled), tools, line_planned, home
        self._name = next((n for n, key in asked.projects.items() if key == home), "")
        self._day = next((f" on {said}" for s in asked.heard(head).of("DATE") if (day := read_date(said := head[s.start:s.end], asked.today, past=True))
                          and day <= asked.today), "")

    def known(self, line: Line) -> _Read | None:
        """The changes of records that are there which a line tells, a sentence and a piece at a time, with what is new in it; None where it changes none."""
        if line.is_headed or line.is_attendance:
            return None
        changes, new, told = list[Call](), list[Call](), list[str]()
        subject: Subject = None
        for sentence in line.sentences:
            who, do = self._to_do(sentence, line)
            if do and not GOES_ON.match(do):
                made = self._task(who, do) if self._home else _Read()
                new, told = [*new, *made.calls], [*told, *([] if made.calls else [sentence])]
                continue
            found, more, subject = self._changes(sentence, line.who, subject)
            changes, told = [*changes, *found], [*told, *more]
        return _Read((*_together(changes), *new), "", tuple(told)) if changes else None

    def _to_do(self, sentence: str, line: Line) -> tuple[str, str]:
        """Who is to do what by a sentence, and by its label; ("", "") where it only tells."""
        who, do = deed(sentence, line.who, self._asked)
        if do and self._names(do):
            return "", ""
        is_said = line.is_action or (not line.label and is_order(sentence) and not self._names(sentence))
        return (who, do) if do or not is_said else (line.who, sentence)

    def _names(self, do: str) -> bool:
        """Whether an order begins with the title of what is there, or names it by its key: “load test started” is no order to load."""
        return bool(KEY.search(do)) or any(do.lower().startswith(said.lower()) for said in self._asked.titled)

    def _changes(self, sentence: str, who: str, subject: Subject) -> tuple[list[Call], list[str], Subject]:
        """The changes that a sentence tells, its words that tell none, and the record that it is about; `subject` is that of the sentence before."""
        whole = self._plan_of(sentence, who)
        if self._is_one(whole):
            return list(whole.calls), [], _subject_of(whole)
        calls, told, maybe = list[Call](), list[str](), ""
        for piece in pieces_of(self._led_by_key(sentence)):
            key = KEY.match(piece)
            plan = self._plan_of(piece, who) if key or not subject else self._of_subject(subject, piece, who)
            plan = plan if self._is_one(plan) or key or is_order(piece) else self._plan_of(piece, who)
            if self._is_one(plan) and not (subject and not key and is_order(piece)):
                calls, subject = [*calls, *plan.calls], _subject_of(plan)
                continue
            rest = piece[key.end():].strip(" ,:–-") if key else piece
            if key is None and subject is None and len(piece.split()) <= TITLE and not is_order(piece) and not self._asked.heard(piece).types & TELLING:
                subject, maybe = (piece, f"{Task.kind.code}-999"), piece          # “privacy notice - legal answered, done”
            subject = (self._keyed(key[0]), key[0]) if key else subject
            told += [rest] if rest else []
        if maybe and maybe in {_named(call) for call in calls}:
            told.remove(maybe)
        return calls, told, None if maybe and not calls else subject

    def _of_subject(self, subject: tuple[str, str], piece: str, who: str) -> Plan:
        """What a piece tells of the record that was spoken of before it."""
        named, by = subject[0], self._keyed(subject[1])
        plan = self._plan_of(f"{by} {piece}", who)
        own = (args.get("where") or {} for _, args in plan.calls)
        if not all(str(where.get("key", "")).upper() == by.upper() for where in own):
            return Plan()
        return replace(plan, calls=tuple((name, {**args, "where": {"key": named}}) for name, args in plan.calls))

    def _led_by_key(self, sentence: str) -> str:
        """The sentence with the key of the one record whose title it begins with."""
        m = THE.match(sentence)
        start = m.end() if m else 0
        said = max((w for w, key in self._asked.titled.items() if sentence[start:].lower().startswith(w.lower()) and " " not in key
                    and (not self._home or key.startswith(f"{self._home}-"))), key=len, default="")
        return f"{self._asked.titled[said]}{sentence[start + len(said):]}" if said else self._keyed(sentence)

    def _plan_of(self, said: str, who: str) -> Plan:
        """What words tell; whoever tells them does not become the owner by it."""
        plan = self._planned(self._keyed(f"{who}: {said}" if who else said), self._asked)
        if not who or not self._is_known(plan):
            return plan
        told = [(name, {**args, "values": {n: v for n, v in args["values"].items() if v != who}}) for name, args in plan.calls if args.get("values")]
        return replace(plan, calls=tuple(call for call in told if call[1]["values"]))

    def _keyed(self, said: str) -> str:
        """Words with their short keys as those of the project that the notes are of."""
        return KEY.sub(lambda m: f"{self._home}-{m[0].upper()}" if INSIDE.match(m[0].upper()) else m[0], said) if self._home else said

    def _is_one(self, plan: Plan) -> bool:
        """Whether words change one record, and nothing of them is left."""
        keys = _keys(plan.calls)
        return self._is_known(plan) and not plan.says and len(keys) == 1 and (KEY.fullmatch(key := next(iter(keys))) is not None or MEASURE.search(key) is None)

    def _is_known(self, plan: Plan) -> bool:
        """Whether words change records that they name, one by one, of the project that the notes are of."""
        others = [of for of in self._asked.projects.values() if of != self._home] if self._home else []
        return bool(plan.calls) and plan.understood and all(self._tools[name].changes and "key" in (args.get("where") or {}) for name, args in plan.calls) and (
            not any(key.upper().startswith(f"{of}-") for key in _keys(plan.calls) for of in others))

    def other(self, line: Line, all_: Sequence[Line]) -> _Read:
        """What a line makes that is new: by its label, or by what somebody is to do."""
        if line.is_attendance:
            return _Read(is_silent=True)
        if not (line.label or line.who or self.is_deed(line)) and (made := self._new(line.said)).calls and str(made.calls[0][1].get("kind")) in OTHERS:
            return made                                      # “there is a risk that the dealers do not answer”
        if order := self._labelled(line, all_):
            return self._new(order)
        calls, says, told = list[Call](), list[str](), list[str]()
        for sentence in line.sentences:
            who, do = self._to_do(sentence, line)
            made = self._task(who, do) if do else _Read()
            calls, says = [*calls, *made.calls], [*says, *([made.says] if made.says else [])]
            told += [] if made.calls else [sentence]
        return _Read(tuple(calls), " ".join(says), tuple(told)) if calls else _Read()

    def is_deed(self, line: Line) -> bool:
        """Whether a line tells what somebody who is named is to do."""
        return any(deed(sentence, line.who, self._asked)[1] for sentence in line.sentences)

    def _task(self, who: str, do: str) -> _Read:
        people = [self._asked.heard(who).said(s) for s in self._asked.heard(who).of("person")]
        if len(people) > 1:
            who, do = people[0], f"{do} with {' and '.join(people[1:])}"
        return self._new(f"task{f' for {who}' if who else ''}{self._at(do)}: {do}")

    def _of_choice(self, line: Line, all_: Sequence[Line]) -> str:
        """The order for a line whose label is a choice, or for a wish among such lines: “Went well: …”, “We should …”."""
        if line.choice is not None:
            return f"{line.choice[0]}{self._at(line.said)}: {line.said.rstrip(' .')}, {line.choice[1]}"
        m = None if line.label or line.who else WISH.match(line.said)
        of = next((each.choice for each in all_ if each.choice), None) if m else None
        return f"{of[0]}{self._at(line.said)}: {m['what'].rstrip(' .')}" if of and m else ""

    def _labelled(self, line: Line, all_: Sequence[Line]) -> str:
        """The order for what a label says that a line is."""
        if (order := self._of_choice(line, all_)) or line.kind is None:
            return order
        one, said = line.kind.kind.one, line.said
        if line.is_open:
            return f"{one}{self._at(said)}: {said}"
        if not any(f.name == "decider_id" for f in fields(line.kind)):
            return f"{one}{self._at(said)}: {said}"
        by = BY.search(said := said.rstrip(" ."))
        if by is None:
            return f"we decided{self._at(said)}{self._day} that {said}"
        return f"log {one}{self._at(said)}: {said[:by.start()]} was decided by {by['who']}{self._day}"

    def _at(self, said: str) -> str:
        return "" if not self._name or any(True for _ in find_names(said, self._asked.projects)) else f" on {self._name}"

    def _new(self, order: str) -> _Read:
        plan = self._planned(order, replace(self._asked, titled={}))              # what is new is called as it was said
        is_new = len(plan.calls) == 1 and self._tools[plan.calls[0][0]].makes and "values" in plan.calls[0][1]
        return _Read(tuple((name, self._placed(args)) for name, args in plan.calls), plan.says) if is_new else _Read()

    def _placed(self, args: Mapping[str, Any]) -> Mapping[str, Any]:
        """What is new in the project of the notes, where no other is said."""
        is_home = self._home and "project" not in args["values"] and str(args.get("kind")) in {*OTHERS, Task.kind.one}
        return {**args, "values": {**args["values"], "project": self._home}} if is_home else args


def _of_home(keys: str, home: str) -> str:
    """Those of the keys that words could mean which are of the project of the notes."""
    return " ".join(key for key in keys.split() if not home or key.startswith(f"{home}-"))


def _subject_of(plan: Plan) -> Subject:
    """The record that a plan changes, and a key by which more is said of it: its own, or one of its kind that stands for its title."""
    name = _keys(plan.calls).pop()
    kind = kind_named(str(plan.calls[0][1]["kind"]))
    return name, name if KEY.fullmatch(name) else f"{kind.kind.code}-999"


def _together(calls: Iterable[Call]) -> list[Call]:
    """Changes of one record as one; of one field what was said last holds."""
    found: dict[tuple[str, str], Call] = {}
    for name, args in calls:
        at = name, str(args["where"]["key"])
        before = found[at][1]["values"] if at in found else {}
        found[at] = name, {**args, "values": {**before, **(args.get("values") or {})}}
    return list(found.values())


def _named(call: Call) -> str:
    return str((call[1].get("where") or {}).get("key", ""))


def _keys(calls: Iterable[Call]) -> set[str]:
    return {_named(call) for call in calls}


def _home_of(read: Iterable[_Read], asked: Asked) -> str:
    """The one project of the records that the lines tell of."""
    keys = {key.upper() for r in read for key in _keys(r.calls)}
    homes = {of for of in asked.projects.values() if any(key.startswith(f"{of}-") for key in keys)}
    return homes.pop() if len(homes) == 1 else ""
