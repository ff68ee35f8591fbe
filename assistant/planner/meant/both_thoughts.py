"""Two thoughts of one message: how the plan of the whole stands to that of the first alone, and how the second may be said for itself."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
import re
from typing import Any

from assistant.planner.heard.following import RECORD
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.wording import NOT_USED
from assistant.planner.learned.features import stem
from assistant.planner.learned.heeding import is_heeded
from assistant.planner.meant.asking_parts import is_told
from assistant.planner.meant.calls_asked import leans_on, named_values, values
from assistant.planner.meant.plainly_read import UNCLEAN, is_answer, is_card
from assistant.planner.meant.thoughts import A_QUESTION, BARE, ELLIPTIC, Thought, last_thought
from assistant.planner.meant.titled import NOUNS
from assistant.planner.meant.told_anyway import BY_HOW_MUCH, told_anyway
from assistant.planner.words.idle import IDLE
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.plain import tokens
from tools.base import Holds, Tool

WORDS_BEHIND = "to|is|as|on|for|by|and|or|back|off|in|at|up|down|out|over|from|with|has|was|will|now|then|today|tomorrow|done|blocked|late|until|a|an|the"
IT = re.compile(rf"\b(?:(?:that|this) (?:{NOUNS}|one)|it|(?:that|this|them|those|these)(?= (?:{WORDS_BEHIND})\b|\W*$))(?!\w)", re.I)
ITS = re.compile(r"\b(?:its|their)\b", re.I)
PERSON = re.compile(r"\b(?P<whose>(?:his|her|their)(?= (?!in\b|on\b|at\b|for\b|by\b|until\b|and\b|or\b|this\b|next\b|to\b)[a-z]))|"
                    r"\b(?P<who>he|she|him|her)\b", re.I)
THEN = re.compile(r"(?<=\bdue )then\b|\b(?:in|during|over|within) (?:that|this) (?:time|period|week|span)\b|\bin the meantime\b|\bmeanwhile\b", re.I)
CUTS = re.compile(r"(?:when|why|where|how come)\b", re.I)
OURSELVES = re.compile(r"^\W*(?:(?:so|ok|hi|hello|and)\b\W*)*(?:i|we|my|our|he|she|they|it)\b", re.I)
PARTITIVE = re.compile(r"\bof (?:them|those|these)\b(?! (?:who|that|which)\b)|\b(?:which|how many|any|some|all|none|most) of (?:it|that)\b", re.I)
TITLES, SMALL = ("title",), 3                     # letters of words that say little
HEARSAY = re.compile(r"^\W*(?:(?:so|ok|hi|hello|and)\b\W*)*(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)? (?:just |has |is |keeps |now |again )*"
                     r"(?:ask(?:s|ed|ing)|told|tells|telling|said|says|complain(?:s|ed|ing)?|thinks?|thought|wants? to know|believes?|claim(?:s|ed))\b")
WAS = re.compile(r"^\W*(?:i|we)(?: was| were|['’]ve been| have been| had been)\b", re.I)
ASKED_TO_KEEP = re.compile(r"\b(?:log|note|record|enter|register|write|put|add|book|create|file|new|task|risk|issue|decision|lesson|decided|agreed|"
                           r"assum\w+)\b|:", re.I)
WHICH_ONE = re.compile(r"(?:and )?which (?:ones?|of them)\b", re.I)
WISHES = re.compile(r"\b(?:need|want|like|wish|see|show|list|looking for|look for|interested|wonder(?:ing)?|know)\b", re.I)


@dataclass(frozen=True)
class Both:
    """The plan of a whole message, the plan of what stands before its last thought, and that thought."""
    whole: Plan
    first: Plan
    thought: Thought
    asked: Asked
    tools: Mapping[str, Tool]
    again: Callable[[str], Plan]

    @property
    def is_only_told(self) -> bool:
        """Whether the first tells of us and wishes for nothing, so that a list of what it speaks of is no answer: “I run the service desk: …”."""
        before = self.thought.before
        if is_told(before) and UNCLEAN.search(self.first.says) and not self.writes(self.first):
            return True
        is_ours = HEARSAY.match(before) is not None or (OURSELVES.match(before) is not None and WISHES.search(before) is None)
        return is_ours and not self.writes(self.first) and last_thought(before) is None

    @property
    def is_misread(self) -> bool:
        """Whether the first would change something though it asks: “is it really cancelled, and who did that?”."""
        return A_QUESTION.match(self.thought.before) is not None and self.writes(self.first)

    @property
    def is_said_in_passing(self) -> bool:
        """Whether the first would write down what was only told before a question: days away that are over, or something that nobody asked to be kept."""
        before = self.thought.before
        if not OURSELVES.match(before) or not self.makes(self.first) or ASKED_TO_KEEP.search(before):
            return False
        made = [kind_named(str(args["kind"])) for name, args in self.first.calls if self.tools[name].makes and "kind" in args]
        return WAS.search(before) is not None or not all(kind.kind.whose for kind in made)

    def ways(self) -> Iterator[str]:
        """How the question may be said for itself: of the kind and the project that the first is about, of its record, or as it stands."""
        said, home = self.thought.said, self.home()
        if (m := ELLIPTIC.match(said)) and (kind := self._kind()):
            said = f"{m['w']} {kind} {said[m.end():]}"
            yield from (f"{said}{home}", said) if home else (said,)
            return
        if BARE.match(said) or self.thought.leans or WHICH_ONE.match(said):
            return
        if self.thought.points:
            if (pointed := self.pointed(said, self.changed())) != said:
                yield pointed
            return
        yield from (f"{said}{home}", said) if home else (said,)

    def home(self) -> str:
        """Of which project a thought is that names nothing: of the one that is named before it."""
        before, said = self.asked.heard(self.thought.before), self.asked.heard(self.thought.said)
        projects = list(dict.fromkeys(before.said(s) for s in before.of("project")))
        return f" on {projects[0]}" if len(projects) == 1 and not said.types & {"project", "KEY", "person"} else ""

    def _kind(self) -> str:
        """The plural of the kind that the first lists last; "" where it lists none."""
        kinds = [str(args[slot.name]) for name, args in self.first.calls if (slot := self.tools[name].slot(Holds.kind)) and args.get(slot.name)]
        return kind_named(kinds[-1]).kind.many if kinds else ""

    def changed(self) -> tuple[str, ...]:
        """The one record that the first is about, by its key; () where it is about several or none."""
        keys = {str(key) for name, args in self.first.calls for key in (args.get("record"), (args.get("where") or {}).get("key"))
                if key and (self.tools[name].proposes or self.tools[name].slot(Holds.record))}
        keys |= {str(v) for name, args in self.first.calls if self.tools[name].makes for v in values(args) if RECORD.match(str(v))}
        return tuple(keys) if len(keys) == 1 else ()

    def pointed(self, said: str, named: tuple[str, ...]) -> str:
        """The thought with the one record that is named in the place of “it”, and the one person in that of “she”."""
        before = self.asked.heard(self.thought.before)
        if days := before.of("DATE"):
            said = THEN.sub(f"{'' if len(days) > 1 else 'on '}{before.text[days[0].start:days[-1].end]}", said)
        people = list(dict.fromkeys(before.said(s).removesuffix("'s").removesuffix("’s") for s in before.of("person")))
        if len(people) == 1:
            said = PERSON.sub(lambda m: f"{people[0]}'s" if m["whose"] else people[0], said)
        return ITS.sub(f"{named[0]}'s", IT.sub(named[0], said)) if len(named) == 1 else said

    def lists(self, call: Call) -> bool:
        return self.tools[call[0]].slot(Holds.conditions) is not None and not self.tools[call[0]].proposes

    def is_told_anyway(self) -> bool:
        """Whether what the first shows tells it, or it asks for nothing of its own."""
        return told_anyway(self.first, self.whole, self.thought.said, self.tools)

    def is_trusted(self) -> bool:
        """Whether the plan of the whole may stand: it is plainly read, has nothing of the thought taken for a value, and either is another kind of answer
        than the first alone or has all of that and more."""
        whole, first = self.whole, self.first
        is_only_shown = all(self.lists(call) or is_card(self.tools[call[0]], call[1]) for call in whole.calls)
        is_lost = (self.writes(whole) and not self.writes(first)) or (self.writes(first) and is_only_shown)
        if not self.is_usable() or UNCLEAN.search(whole.says) or is_lost or self._loses_its_project() or self._is_only_cut():
            return False
        if UNCLEAN.search(first.says) or not {self._about(call) for call in first.calls} & {self._about(call) for call in whole.calls}:
            if whole.sure and not BARE.match(self.thought.said) and not BY_HOW_MUCH.match(self.thought.said):
                return True
            return not self._is_of_thought_alone() and not self._is_first_lost()
        return self.is_kept() and bool(self.more()) and self._goes_on() and not self._is_list_of_its_own()

    def _loses_its_project(self) -> bool:
        """Whether the first is about a project that is named and the whole about none."""
        named = {str(s.value) for s in self.asked.heard(self.thought.before).of("project")}
        def of(plan: Plan) -> set[str]:
            return {str(v) for _, args in plan.calls for v in values(args) if str(v) in named or any(str(v).startswith(f"{key}-") for key in named)}
        return bool(named) and bool(of(self.first)) and not of(self.whole)

    def _is_only_cut(self) -> bool:
        """Whether the whole is the list of the first in another order or cut short, though something is asked: “…, and when was the last one?”."""
        if len(self.whole.calls) != 1 or len(self.first.calls) != 1 or CUTS.match(self.thought.said) is None:
            return False
        (name, args), (of, its) = self.whole.calls[0], self.first.calls[0]
        orders = {s.name for s in self.tools[name].slots if s.holds in (Holds.field, Holds.number)}
        return name == of and args != its and {n: v for n, v in args.items() if n not in orders} == {n: v for n, v in its.items() if n not in orders}

    def _is_first_lost(self) -> bool:
        """Whether the first is plainly answered by other tools than the whole uses, which keeps not all of its values."""
        first, whole = self.first.calls, str([args for _, args in self.whole.calls])
        if not self.thought.asks or {name for name, _ in first} & {name for name, _ in self.whole.calls} or any(
                is_card(self.tools[name], args) for name, args in first):
            return False
        kinds = {str(args.get(slot.name)) for name, args in first if (slot := self.tools[name].slot(Holds.kind))}
        lost = [v for _, args in first for v in values(args) if str(v) not in kinds and str(v) not in whole]
        return bool(lost) and is_answer(self.first, self.thought.before, self.tools)

    def _is_list_of_its_own(self) -> bool:
        """Whether the thought names its kind and what narrows it, so that both in one list would be fewer: “…, and show tasks without a date”."""
        said, calls = self.thought.said, self.whole.calls
        if len(calls) != 1 or A_QUESTION.match(said) or self.writes(self.whole) or "KIND" not in self.asked.heard(said).types:
            return False
        alone = self.again(said)
        return is_answer(alone, said, self.tools) and len(alone.calls) == 1 and self.lists(alone.calls[0]) and alone.calls != calls

    def _is_of_thought_alone(self) -> bool:
        """Whether the whole answers the thought alone, and nothing of a first that is plainly read for itself."""
        if UNCLEAN.search(self.first.says) or not self.first.understood or self.writes(self.first) or self.writes(self.whole):
            return False
        alone = self.again(f"{self.thought.said}?").calls
        more = [v for _, args in self.whole.calls for v in values(args) if not any(v in values(its) for _, its in alone)]
        return bool(alone) and [name for name, _ in alone] == [name for name, _ in self.whole.calls] and all(
            any(v == of for _, args in self.first.calls for of in values(args)) for v in more)

    def is_in_whole(self) -> bool:
        """Whether something of the thought is in the plan of the whole: its words, a tool that the first has not, or only how or by when it is."""
        whole, said = self.whole, self.asked.heard(self.thought.said)
        if whole.sure or whole.whole or BARE.match(self.thought.said) or self.is_told_anyway() or len({name for name, _ in whole.calls}) > 1:
            return True
        if any(args.get(s.name) for name, args in self.more() for s in self.tools[name].slots if s.holds is Holds.columns):
            return True                                    # what a list is to show, too
        held = str([call for call in whole.calls if call not in self.first.calls]).lower()
        words = [t.word for t in tokens(said.text) if len(t.word) > SMALL and t.word not in IDLE]
        spoken = [w for w in words if stem(w) in held or any(is_heeded(w, call[0]) for call in self.more() if not self.lists(call))]
        if not words:
            return all(call in whole.calls for call in self.first.calls)
        return bool(spoken) or any(said.said(s).lower() in held or str(s.value).lower() in held for _, s in said.spans)

    def has_more(self) -> bool:
        """Whether the whole has all calls of the first, and others that go on from it where the thought leans on it."""
        return self.is_usable() and self.is_kept() and len(self.whole.calls) > len(self.first.calls) and self._goes_on()

    def _goes_on(self) -> bool:
        """Whether what the whole has more is no reading of the thought alone, where that leans on the first."""
        more = self.more()
        return not self.thought.looks_back or leans_on(Plan(tuple(more)), self.first, ()) or self.again(f"{self.thought.said}?").calls != tuple(more)

    def is_usable(self) -> bool:
        """Whether the plan of the whole has nothing of the thought taken for a value, nor of what stands before it for a condition of the thought, which
        is of no part of what the first shows."""
        tools = {name for name, _ in self.first.calls}
        more = self.more()
        is_other = all(call in self.whole.calls for call in self.first.calls) and (
            not any(name in tools for name, _ in more) or leans_on(Plan(tuple(more)), self.first, ()))
        is_part = PARTITIVE.search(self.thought.said) or (ELLIPTIC.match(self.thought.said) and not is_other)
        is_muddled = self.is_swallowed() or self._takes_its_time() or any(self._is_borrowed(v) for v in self._new_values())
        return bool(self.whole.calls) and not (is_part and not self.whole.sure) and not is_muddled

    def _takes_its_time(self) -> bool:
        """Whether a report is of a time that only the thought speaks of: “how is it doing, and will it be live in February?”."""
        reports = [self.tools[name] for name, _ in (*self.first.calls, *self.whole.calls) if not self.tools[name].slot(Holds.kind)]
        periods = [(tool.name, s.name) for tool in reports for s in tool.slots if s.holds is Holds.period]
        return any(str(args.get(slot, "")) in self.thought.said for name, args in self.whole.calls for of, slot in periods
                   if of == name and args.get(slot) and not any(first == name and its.get(slot) for first, its in self.first.calls))

    def _about(self, call: Call) -> tuple[str, str]:
        """The tool of a call, and the kind that it lists or changes or what of a report it tells."""
        return call[0], " ".join(str(call[1].get(s.name, "")) for s in self.tools[call[0]].slots if s.holds in (Holds.kind, Holds.choice))

    def is_of_same(self, of: Call, call: Call, *, focused: bool = False) -> bool:
        """Whether both are the same report on the same project, so that the second tells nothing new; `focused`: of the same part of it."""
        tool = self.tools[call[0]]
        slots = [s for s in tool.slots if s.holds in (Holds.record, Holds.choice, Holds.field, Holds.changed)]
        is_report = of[0] == call[0] and not any(tool.slot(holds) for holds in (Holds.kind, Holds.figure, Holds.question))
        is_same = is_report and all(of[1].get(s.name) == call[1].get(s.name) for s in slots)
        return is_same and (not focused or any(call[1].get(s.name) for s in slots if s.holds is Holds.choice))

    def is_kept(self) -> bool:
        """Whether the whole asks for all values of the first."""
        asked = [_parts(v) for _, args in self.whole.calls for v in values(args)]
        kept = [v for name, args in self.first.calls if not self.tools[name].slot(Holds.question) for v in values(args)]
        return all(any(_parts(v) <= each for each in asked) for v in kept)

    def _new_values(self) -> list[str]:
        """The values that the whole has and the first has not."""
        before = [v for _, args in self.first.calls for v in values(args)]
        return [str(v) for _, args in self.whole.calls for v in values(args) if v not in before]

    def _is_borrowed(self, value: str) -> bool:
        """Whether a value is somebody who was named before the thought alone, where it was of no use: “a status for Elena: which are red, and why?”."""
        before = self.asked.heard(self.thought.before)
        return any(before.said(s) == value for s in before.of("person")) and value not in self.thought.said

    def more(self) -> list[Call]:
        """What the whole asks for and the first does not."""
        return [call for call in self.whole.calls if call not in self.first.calls]

    def is_swallowed(self) -> bool:
        """Whether words of the thought stand in a value, as if they were a name or a reason; a title of something new may have an order in it."""
        if BARE.match(self.thought.said):
            return False
        words = " ".join(self.thought.said.split()[:2]).lower()
        return any(words in str(v).lower() for name, args in self.whole.calls for n, v in named_values(args)
                   if self.thought.asks or not self.tools[name].makes or n not in TITLES)

    def makes(self, plan: Plan) -> bool:
        return any(self.tools[name].makes for name, _ in plan.calls)

    def writes(self, plan: Plan) -> bool:
        return any(self.tools[name].proposes for name, _ in plan.calls)

    def told_of(self) -> Plan:
        """The first alone, and that the thought is left out; the whole where it says so better."""
        if self.whole.calls == self.first.calls and UNCLEAN.search(self.whole.says) and UNCLEAN.search(self.first.says):
            return self.whole
        return replace(self.first, says=f"{self.first.says} {NOT_USED.format(words=self.thought.said)}".strip())


def _parts(value: Any) -> set[str]:
    return set(str(value).strip(" ?").split(", "))
