"""Days away that are told with a question behind them: “I'm on leave from 7 to 11 December, what of mine falls due then and who can stand in for me?”."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
import re

from assistant.planner.asked.handing_over import NO_STAND_IN
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import maker_of
from assistant.planner.heard.wording import IN_DANGER, NO_END, NOT_USED, OVER_TWO_WEEKS, WEEK_BEHIND
from assistant.planner.told.clauses import BEGINS
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.runs import run_of
from records.kinds import Issue, Risk, Task
from tools.base import Tool

AWAY = re.compile(r"\b(?:away|off|out|leave|holidays?|vacation|ill|sick|unwell|training|absent|absence|not here|not in|not available|unavailable|parental|"
                  r"conference)\b", re.I)
JOINT = re.compile(r"\s*(?:[,;.!?]+|\s[–—-]\s|\s+\b(?:and|so)\b)\s*", re.I)
LEAD = re.compile(r"^(?:(?:and|so|but|also|please|then|can you|could you|tell me|show me|list|show|give me|i need to know|i wonder|check)\b"
                  r"[\s,:]*)+", re.I)
PUT_IN = re.compile(r"^(?:(?:please|and|can you|could you)\s+)*(?:put|enter|note|record|add|log|register|book|set|write) (?:it|that|this|them)"
                    r"(?: (?:in|down|up|for me))*$", re.I)
ASKS = re.compile(r"^(?:who|which|what|when|is|are|does|do|will|can|could|how|anything|any|list|show|tell)\b", re.I)
STANDS = re.compile(r"^(?:who|whom|which of us|which colleagues?|(?:is there|can|could) (?:anybody|anyone|somebody|someone)(?: who)?)\b"
                    r".*\b(?:stand|cover|tak\w+|replace|deputi[sz]e|fill|step|jump|do (?:it|them|my|his|her)|help|has time|have time|free|pick|handle|"
                    r"substitute)\b", re.I)
WORK = re.compile(r"\b(?:tasks?|work|things?|items?|mine|deadlines?|due|falls?|fall|moved?|move|postponed?|affected|concerned|hit|clash\w*|"
                  r"collid\w*|conflict\w*|interfere\w*|wait|handed over|rescheduled?|danger|risk|suffers?|slips?|endangered|jeopardy)\b", re.I)
ALL_WORK = re.compile(r"\b(?:his|her|their)\b.*\b(?:tasks?|work|stuff|things|to-?dos?|part|jobs?)\b", re.I)
DANGER = re.compile(r"\b(?:danger|at risk|risky|endangered|jeopardy|suffers?|slips?|late|tight|critical)\b", re.I)
MEANS = re.compile(r"^(?:so |and |but )*what (?:does|do|will|would|is|are) (?:the (?:effects?|impact) of )?(?:PERSON|my) .*\b"
                   r"(?:leave|training|absence|holidays?|vacation|days? off|sick leave|time off|KINDS?|SAYING)\b.*\b(?:mean|means|do|change|on)\b")
AFTER = re.compile(r"\b(?:(?:right|shortly|just|soon|directly|immediately|straight) after\w*|after(?:wards?| that| it)|the days? after|the week after|"
                   r"when (?:i|he|she|they) (?:am|is|are|come|comes|get|gets) back)\b", re.I)
ALL_HIS = re.compile(r"\b(?:(?:his|her|their|my) (?:things?|stuff|items?)|anything|everything|what of (?:his|hers|theirs)|things?)\b", re.I)
ALL_DUE = (Task, Issue, Risk)                    # what somebody has to do by a day, the tasks first
OPEN_END = re.compile(r"\b(?:from|starting|as of|beginning)\s+(?:the\s+)?$", re.I)
TWO_WEEKS, WEEK = timedelta(days=13), timedelta(days=7)


@dataclass(frozen=True)
class _Days:
    """Who is away from when to when, and the proposal of it; without an end where none is said."""
    who: str
    first: date
    last: date | None
    plan: Plan

    @property
    def due(self) -> str:
        """The days as a question says them."""
        return self.asked if self.last else f"from {self.first} on"

    @property
    def asked(self) -> str:
        """Days with an end, which a load is computed over."""
        return f"on {self.first}" if self.first == self.last else f"from {self.first} to {self.last or self.first + TWO_WEEKS}"


def while_away(heard: Heard, tools: Mapping[str, Tool], today: date, again: Callable[[str], Plan]) -> Plan | None:
    """The days away as a proposal, and what is asked of them: what of theirs falls due then, and who has time; None where it is not both."""
    if "DATE" not in heard.types or not AWAY.search(heard.text) or heard.types & {"KEY", "TEXT"}:
        return None
    for m in JOINT.finditer(heard.text):
        rest = heard.text[m.end():].strip()
        is_listed = any(s.start == m.end() for s in heard.of("DATE"))          # “Monday and Tuesday”
        if is_listed or m.start() < heard.of("DATE")[0].end or any(s.start < m.end() and m.start() < s.end for _, s in heard.spans) or not _asks(rest):
            continue
        return _answered(days, rest, again) if (days := _away(heard, m.start(), tools, today, again)) is not None else None
    return None


def what_it_means(heard: Heard, today: date, again: Callable[[str], Plan]) -> Plan | None:
    """What falls due while somebody is away, or in the week after: “what do Mia's training days next week mean for Borealis?”; None for anything else."""
    days, people = heard.of("DATE"), heard.of("person")
    run = run_of(heard.said(days[0]), today) if len(days) == 1 else None
    if run is None or len(people) > 1 or heard.types & {"KEY", "TEXT"} or not MEANS.match(heard.shaped("person", "KIND", "SAYING")):
        return None
    whose = f"which open tasks of {heard.said(people[0])}" if people else "which of my open tasks"
    homes = [f" on {heard.said(s)}" for s in heard.of("project")] or [""]
    plans = [again(f"{whose}{home} are due from {run[0]} to {run[1] + WEEK}?") for home in homes]
    calls = _each_once(tuple(call for plan in plans for call in plan.calls))
    return Plan(calls, IN_DANGER, sure=True) if calls and not any(plan.says for plan in plans) else None


def _asks(rest: str) -> bool:
    return any(ASKS.match(LEAD.sub("", part)) or LEAD.match(part) for part in _questions(rest))


def _away(heard: Heard, end: int, tools: Mapping[str, Tool], today: date, again: Callable[[str], Plan]) -> _Days | None:
    """What is told of days away before the question."""
    told_days, maker = [s for s in heard.of("DATE") if s.end <= end], maker_of(tools.values())
    plan = Plan() if len(told_days) == 1 and OPEN_END.search(heard.text[:told_days[0].start]) else again(heard.text[:end])
    told = [args for name, args in plan.calls if name == maker.name and kind_named(str(args.get("kind", ""))).kind.whose]
    values = told[0].get("values", {}) if len(told) == len(plan.calls) == 1 else {}
    if values.get("start") and values.get("end"):
        first, last = run_of(str(values["start"]), today), run_of(str(values["end"]), today)
        return _Days(str(values.get("person", "me")), first[0], last[1], plan) if first and last else None
    is_open = not plan.calls and OPEN_END.search(heard.text[:told_days[0].start]) is not None
    run = run_of(heard.said(told_days[0]), today) if is_open else None
    who = next((heard.said(s) for s in heard.of("person") if s.end <= end), "me")
    return _Days(who, run[0], None, Plan(says=NO_END)) if run else None


def _questions(rest: str) -> Iterator[str]:
    """The questions one after the other; what only asks that the days be written down is done anyway."""
    start = 0
    for m in JOINT.finditer(rest):
        if BEGINS.match(rest, m.end()) or STANDS.match(rest[m.end():]):
            yield rest[start:m.start()]
            start = m.end()
    yield rest[start:]


def _answered(days: _Days, rest: str, again: Callable[[str], Plan]) -> Plan | None:
    plans = [_answer(days, q, again) for part in _questions(rest) if (q := part.strip(" ,.?!")) and not PUT_IN.match(q)]
    calls = tuple(call for plan in plans for call in plan.calls)
    says = " ".join(dict.fromkeys(filter(None, (days.plan.says, *(plan.says for plan in plans)))))
    return Plan((*_each_once(calls), *days.plan.calls), says, sure=True) if calls else None


def _each_once(calls: Sequence[Call]) -> tuple[Call, ...]:
    return tuple(call for n, call in enumerate(calls) if call not in calls[:n])


def _answer(days: _Days, question: str, again: Callable[[str], Plan]) -> Plan:
    """One question, of the days that were told."""
    said = LEAD.sub("", question)
    if STANDS.match(said) and days.who.lower() not in ("me", "i") and ALL_WORK.search(said):
        return again(f"who could take over {days.who}'s tasks?")
    if STANDS.match(said):
        plan = again(f"who has time {days.asked}?")
        return Plan(plan.calls, " ".join((NO_STAND_IN, "" if days.last else OVER_TWO_WEEKS)).strip())
    if WORK.search(said):
        is_after, is_all = AFTER.search(said) is not None, ALL_HIS.search(said) is not None
        last = days.last + WEEK if days.last and (is_after or DANGER.search(said)) else days.last
        due = f"from {days.first} to {last}" if last else days.due
        is_mine = days.who.lower() in ("me", "i")
        plans = [again(f"which {f'of my open {of.kind.many}' if is_mine else f'open {of.kind.many} of {days.who}'} are due {due}?")
                 for of in (ALL_DUE if is_all else ALL_DUE[:1])]
        says = (WEEK_BEHIND if is_after else IN_DANGER) if last != days.last else ""
        return Plan(tuple(call for plan in plans for call in plan.calls), says)
    plan = again(question)
    return plan if plan.calls else Plan(says=NOT_USED.format(words=question))
