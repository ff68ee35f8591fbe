"""The lines of a stand-up or of notes: what is told of a record that is there changes that one, and nothing new is made of it; what is new stands beside it."""
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
import re

from assistant.calling import Past
from assistant.planner.heard.following import INSIDE, Context
from assistant.planner.heard.hearing import KEY
from assistant.planner.heard.many_tasks import BULLET
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.wording import LINES_LEFT
from language.names import find_names
from records.kinds import KINDS, Comment
from tools.base import Tool

HEADING = re.compile(r"\b(?:stand-?ups?|daily|dailies|scrum|weekly|status|update|notes?|minutes|meeting|sync|call|jour fixe|round|"
                     r"report(?:ed)?|check-?in|news)\b", re.I)
NOUNS = "|".join(sorted({re.escape(n) for k in KINDS if k.kind.within == "project_id" and k is not Comment for n in k.kind.names}, key=len, reverse=True))
NEW = re.compile(rf"^(?P<label>(?:(?:a )?new |another )?(?:{NOUNS}))\s*[:–-]\s+(?P<what>\S.*)$", re.I)
ACTION = re.compile(r"^(?:(?:action|todo|to-do|action item|next step)\s*[:–-]\s+)?(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) "
                    r"(?:to|will|should|must|has to|needs to) (?P<do>(?!be\b|have\b)[a-z]\S*(?: .+)?)$")
LINES = re.compile(r"\n|;\s+(?=[A-Z][\w'-]+\s*:\s)")              # “Dev: download done; Ben: order history 80 %”
LONGEST, FEW = 30, 2                            # words of a line that tells one thing; lines


@dataclass(frozen=True)
class _Read:
    """What the lines came to."""
    calls: tuple[Call, ...]
    says: tuple[str, ...]
    left: tuple[str, ...]


def in_notes(text: str, asked: Asked, tools: Mapping[str, Tool], line_planned: Callable[[str, Asked], Plan]) -> Plan | None:
    """The changes of what is there that the lines tell, and what is new in the others; None where none tells of a known record, or it is another text."""
    lines = [BULLET.sub("", line).strip() for line in LINES.split(text.strip()) if line.strip()]
    head = lines[0] if len(lines) > FEW and (lines[0].endswith(":") or HEADING.search(lines[0])) else ""
    told = lines[1:] if head else lines
    if len(told) < FEW or any(len(line.split()) > LONGEST or line.endswith("?") for line in told) or (head and not HEADING.search(head)):
        return None
    home = next((str(s.value) for s in find_names(head, asked.projects)), "") or Context(asked.past, asked.projects).project or ""
    plans = {line: line_planned(_keyed(line, home), _of_home(asked, home)) for line in told}
    known = {line: plan for line, plan in plans.items() if _is_known(plan, tools) and not _is_elsewhere(plan, home, asked)}
    if not known or (not head and len(known) < len(told)):
        return None
    home = home or _home_of(known.values(), asked)
    others = {line: line_planned(new, _of_home(asked, home)) if (new := _as_new(line, home, asked)) else plans[line] for line in told if line not in known}
    read = _read({**known, **{line: plan for line, plan in others.items() if _is_new(plan, tools)}}, told)
    return Plan(read.calls, " ".join((*read.says, *((LINES_LEFT.format(lines="”, “".join(read.left)),) if read.left else ()))), understood=not read.left)


def _read(plans: Mapping[str, Plan], lines: Sequence[str]) -> _Read:
    every = [plans[line] for line in lines if line in plans]
    return _Read(tuple(call for plan in every for call in plan.calls), tuple(dict.fromkeys(plan.says for plan in every if plan.says)),
                 tuple(line for line in lines if line not in plans))


def _is_known(plan: Plan, tools: Mapping[str, Tool]) -> bool:
    """Whether a line changes records that it names, one by one."""
    return bool(plan.calls) and plan.understood and all(tools[name].changes and "key" in (args.get("where") or {}) for name, args in plan.calls)


def _is_elsewhere(plan: Plan, home: str, asked: Asked) -> bool:
    """Whether a line that names no project was taken for a record of another one than the notes are of."""
    return bool(home) and bool(others := {of for of in asked.projects.values() if of != home}) and any(
        str(args["where"]["key"]).upper().startswith(f"{of}-") for _, args in plan.calls for of in others)


def _is_new(plan: Plan, tools: Mapping[str, Tool]) -> bool:
    return len(plan.calls) == 1 and plan.understood and tools[plan.calls[0][0]].makes and "values" in plan.calls[0][1]


def _keyed(line: str, home: str) -> str:
    """A line with its short keys as those of the project that the notes are of."""
    return KEY.sub(lambda m: f"{home}-{m[0].upper()}" if INSIDE.match(m[0].upper()) else m[0], line) if home else line


def _of_home(asked: Asked, home: str) -> Asked:
    """What a line comes with: the project of the notes is talked about, and nothing else was said before."""
    return replace(asked, past=(Past("", "", (), (home,)),) if home else ())


def _home_of(plans: Iterable[Plan], asked: Asked) -> str:
    """The one project of the records that the lines tell of."""
    keys = {str(args["where"]["key"]).upper() for plan in plans for _, args in plan.calls}
    homes = {of for of in asked.projects.values() if any(key.startswith(f"{of}-") for key in keys)}
    return homes.pop() if len(homes) == 1 else ""


def _as_new(line: str, home: str, asked: Asked) -> str:
    """ "New risk: …" and “Ana to follow up with legal” as what is new in the project of the notes."""
    name = next((n for n, key in asked.projects.items() if key == home), "")
    at = f" on {name}" if name else ""
    if (m := NEW.match(line)):
        return f"{m['label']}{'' if _names_project(m['what'], asked) else at}: {m['what']}"
    if (m := ACTION.match(line)) and asked.heard(m["who"]).of("person"):
        return f"task for {m['who']}{at}: {m['do']}"
    return ""


def _names_project(text: str, asked: Asked) -> bool:
    """Whether a project is named in a text."""
    return any(True for _ in find_names(text, asked.projects))
