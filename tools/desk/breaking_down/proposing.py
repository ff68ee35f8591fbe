"""A message with a description becomes a proposal: everything new as one change, with the overview above it."""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
import re

from language.dates import find_dates
from language.describing.asking import BREAKS, Request, asked
from language.describing.lexicon import language_of, lexicon
from language.describing.parting import Around, are_parts
from language.describing.reading import Said, read
from language.describing.steps import lined, told_steps
from language.names import find_names
from prompts import prompt
from records.breakdown.base import Method, Plan, Step
from records.breakdown.drafting import Draft, Drafted, checked_draft, nobody
from records.breakdown.merging import Wanted
from records.breakdown.methods import method_for
from records.breakdown.picking import picked
from records.breakdown.planning import planned
from records.breakdown.reconciling import SOURCE
from records.breakdown.telling import note, reason
from records.breakdown.wishing import wishes
from records.errors import BadInput
from records.figures.base import counted
from records.kinds import Clause, Decision, Issue, Person, Project, Risk
from records.kinds.base import Record
from records.proposals import Create, Proposal
from records.query import Query, Where
from records.rules import RULES
from tools.desk import Desk
from tools.desk.breaking_down.as_told import as_agreed, as_told
from tools.desk.breaking_down.house import house, methods
from tools.desk.breaking_down.naming import title_of
from tools.desk.breaking_down.whole import Whole, whole_of

DECIDED = re.compile(r"^\W*(?:we|the \w+) (?:have |has )?(?:decided|agreed)\b|"
                     r"^\W*(?:decisions?|decided|agreed|risks?|issues?|actions?|todo|to do)\s*[:–-]", re.I)
LONGEST_LINE, LEAST_LINES = 24, 3
UNDER_WAY = ("in delivery", "closing", "closed")
NOTES = Method("Meeting notes", (), "", (Step("1", "Actions", "Do what was agreed", "delivery", effort=(2, 4, 8)),))
TASK = Method("Single task", (), "", (Step("1", "Work", "Do the work", "delivery", effort=(4, 8, 16)),
                                     Step("2", "Work", "Check the result with whoever asked for it", "task", "usually", "It is what was wanted.",
                                          "Whoever asked for it has agreed.", "", (1, 2, 4), ("1",), ("check", "review", "test"))))
FEW = 5


def proposed(desk: Desk, text: str, project: Project | None, draft: Draft = nobody) -> Proposal:
    """Everything a description asks for, as one change; `draft` is the language model, or nobody. Raises `BadInput` when there is nothing new to be done."""
    request = asked(text)
    home = _named(desk, request.lead) or project
    body = _own_words(home) if _says_only(request.body, home) else lined(request.body)
    if not body and not request.lead.strip():
        raise BadInput("Paste the description behind a colon: “break down Apollo: …”.")
    whole = whole_of(desk, request.lead, home) if request.form == "task" else Whole(home)
    home, parts = whole.home, request.form == "task" and are_parts(body)
    said = read(body, Around(desk.names(Person), desk.today, desk.customs, is_parts=parts, is_notes=request.form == "notes"))
    steps = told_steps(said, body) if request.form == "project" and (home is not None or BREAKS.search(request.lead)) else []
    if steps:
        request, said = replace(request, form="steps", size="smaller"), steps
    elif request.form == "project" and _are_notes(body, desk):
        request = replace(request, form="notes")
        said = read(body, Around(desk.names(Person), desk.today, desk.customs, is_notes=True))
    if home is None and not desk.asker.roles & set(Project.kind.write):
        raise BadInput("Which project are these tasks for? You may not start a new one yourself; say such as “break down Apollo: …”.")
    if home is None and request.form != "project":
        missed = f" I found no task “{whole.missed}”." if whole.missed else ""
        raise BadInput(f"Which project are these tasks for?{missed} Say such as “break down for Apollo: …”.")
    return _Draft(desk, replace(request, size="smaller") if parts else request, whole, body, said).proposal(draft)


def _named(desk: Desk, lead: str) -> Project | None:
    """The project that the person names around the description; what the description itself names is no choice."""
    found = list(dict.fromkeys(str(s.value) for s in find_names(lead, desk.names(Project))))
    if len(found) == 1:
        return desk.named(Project, found[0])
    unknown = CALLED.search(lead)
    return desk.named(Project, unknown["name"] or unknown["other"]) if unknown else None        # says that there is none, and what is near


CALLED = re.compile(r"\b[Bb]reak(?:ing)?\s+(?:down\s+)?(?:(?:the\s+)?project\s+)?(?P<name>(?!\S+-\d)[A-ZÀ-Ý][\w-]*(?:\s+[A-ZÀ-Ý0-9][\w-]*)*)|"
                    r"\bfor\s+project\s+(?P<other>\S+)")


def _says_only(body: str, project: Project | None) -> bool:
    """Whether what is to be broken down is the project itself, described nowhere else."""
    rest = re.sub(r"\b(?:into|in|em)?\s*(?:tasks|work packages|a plan|the project|project|tarefas|the|our|o|a)\b", "", body, flags=re.I).strip(" .:?!")
    return not rest or (project is not None and rest.lower() in (project.key.lower(), project.name.lower()))


def _one_of(words: Sequence[str]) -> str:
    """What a model may choose from; where the method has none, what comes to its mind."""
    return f"one of {', '.join(dict.fromkeys(words))}" if words else "the job that it takes, in a word"


def _are_notes(body: str, desk: Desk) -> bool:
    """Whether a text without a head is what was said in a meeting: short lines, of which some say who does something and some what was decided or feared."""
    lines = [line for line in body.splitlines() if line.strip()]
    if len(lines) < LEAST_LINES or any(len(line.split()) > LONGEST_LINE for line in lines) or not any(DECIDED.search(line) for line in lines):
        return False
    people = desk.names(Person)
    return any(s.start <= len(line) - len(line.lstrip(" -*•")) for line in lines for s in find_names(line, people))


def _own_words(project: Project | None) -> str:
    """What a project says of itself, where no description is given."""
    if project is None:
        return ""
    parts = (project.purpose, f"In scope:\n{project.scope_in}" if project.scope_in else "", f"Out of scope:\n{project.scope_out}" if project.scope_out else "")
    return "\n\n".join(p for p in parts if p)


REGISTERS: tuple[tuple[str, type[Record]], ...] = (("decision", Decision), ("risk", Risk), ("issue", Issue))


class _Draft:
    """One breakdown being drawn up."""

    def __init__(self, desk: Desk, request: Request, whole: Whole, body: str, said: Sequence[Said]) -> None:
        self._desk, self._request, self._whole, self._project, self._body, self._said = desk, request, whole, whole.home, body, said

    def proposal(self, draft: Draft) -> Proposal:
        desk, request = self._desk, self._request
        around = self._whole.within(house(desk, self._project))
        method, how = self._method()
        mended = self._drafted(draft, method)
        how = how if mended is None else how.replace("without a language model", "by a language model, and checked by code")
        finish, doubts = self._finish()
        plan = planned(self._body, method, self._said, Wanted(request.size, request.without), around, finish)
        if request.form != "project":
            plan = _flat(plan)
        if request.form == "steps":
            plan = as_told(plan, self._said, desk.customs.days)
        if request.form == "notes":
            plan = as_agreed(plan, said=any(s.kind == "task" for s in self._said))
        plan = picked(plan, request.only, request.dropped)
        plan = replace(plan, doubts=(*doubts, *(mended or ()), *plan.doubts))
        names = {m.id: m.name for m in around.people.values()}
        clauses = self._clauses()
        number = -1_000_000
        home = self._project.id if self._project is not None and self._project.id is not None else number
        reasons = {a.number: reason(a, method.name, clauses) for a in plan.activities}
        made = self._whole.parts([*self._new_project(home, finish, plan), *wishes(plan.activities, home, reasons)])
        registers, told = self._registers(home)
        if not [w for w in (*made, *registers) if isinstance(w, Create) and w.kind != "link"]:
            there = [a.known for a in plan.activities if a.known]
            raise BadInput(f"Everything of this is in the plan already ({counted(len(there), 'record')}: {', '.join(there[:FEW])} …); nothing is to be made."
                           if there
                           else "I see nothing in it that is to be done. Say what has to be delivered, one thing a line.")
        return Proposal((*made, *registers), note(plan, how, names=names, others=(*self._whole.told(plan), *told)))

    def _drafted(self, draft: Draft, method: Method) -> tuple[str, ...] | None:
        """Let the model read the description instead of our grammar, and hold what it says to the same rules; None where there is no model."""
        phases, roles = (_one_of(found) for found in ([s.phase for s in method.steps], [s.role for s in method.steps if s.role]))
        of = f"a {method.name} project" if self._request.form == "project" else "a project"
        drafted = draft(prompt("break_down", method=of, phases=phases, roles=roles, description=self._body), Drafted)
        if drafted is None or not drafted.tasks:
            return None
        found = checked_draft(drafted, self._body, self._said, self._desk.names(Person))
        self._said = found.said
        return found.mended

    def _method(self) -> tuple[Method, str]:
        """How such a project is done, and how the plan came about, in a sentence."""
        if self._request.form != "project":
            of = {"notes": "these notes", "steps": "these steps"}.get(self._request.form, "this task")
            return (NOTES if self._request.form == "notes" else TASK), f"Drawn from {of} without a language model: its own lines and sentences only."
        known = f"{self._project.name} {self._project.purpose}" if self._project else ""
        method, heard = method_for(f"{self._body} {self._request.lead} {known}", methods(self._desk), f"{self._request.lead} {known}")
        said = "its words" if heard else "no words that tell its type"
        named = f"“{method.name}”" + (f" ({method.key})" if method.key else "")
        how = f"Drawn up without a language model: the method {named}, chosen by {said}, merged with your own lines and sentences."
        if self._project is not None and self._project.phase in UNDER_WAY:
            method, gone = _under_way(method)
            how += f" {self._project.name} is {self._project.phase} already, so {gone} steps of starting, planning and closing are left to its own plan."
        return method, how

    def _finish(self) -> tuple[date | None, list[str]]:
        """The day that is wanted: as the person asks, as the project has it, else as the description says; two days are a doubt, and the earlier counts."""
        desk = self._desk
        if self._request.form in ("notes", "steps"):
            return None, []
        days = [s.value for s in find_dates(self._request.lead, desk.today, customs=desk.customs)]
        if days and isinstance(days[0], date):
            return days[0], []
        told = list(dict.fromkeys(self._told_days()))
        if self._whole.task is not None and self._whole.task.due is not None:
            return self._whole.task.due, []
        own = self._project.finish if self._project is not None else None
        if own is not None:
            return own, [f"the description says {day:%-d %b %Y} (“{quote}”), the project's finish is {own:%-d %b %Y}; the project's counts"
                         for day, quote in told if day > own][:1]
        if not told:
            return None, []
        first = min(told)
        return first[0], [f"the description names more than one finish: {first[0]:%-d %b %Y} (“{first[1]}”) and {day:%-d %b %Y} (“{quote}”); the earlier counts"
                          for day, quote in told if day != first[0]][:2]

    def _told_days(self) -> Iterator[tuple[date, str]]:
        finish = lexicon(language_of(self._body)).says["finish"]
        for s in self._said:
            if s.kind in ("milestone", "context", "task", "limit", "decision") and finish.search(s.quote):
                every = [f.value for f in find_dates(s.quote, self._desk.today, customs=self._desk.customs)]
                yield from ((day, " ".join(s.quote.split())[:120]) for day in every[-1:] if isinstance(day, date) and day > self._desk.today)

    def _clauses(self) -> Mapping[str, str]:
        """What the office's handbook says by rule, for the steps that it asks for."""
        book = self._desk.book(*([self._project] if self._project is not None else []))
        cited = {row.rule for row in self._desk.reader.find(Query(Clause, limit=None)) if row.document}
        said = {rule.name.replace("_", " "): book.clause(rule) for rule in RULES}
        return {name: f"“{clause}”" if name in cited else f"{clause} (usual practice)" for name, clause in said.items()}

    def _new_project(self, number: int, finish: date | None, plan: Plan) -> Iterator[Create]:
        if self._project is None:
            start = min((a.starts for a in plan.activities if a.starts), default=self._desk.today)
            title = title_of(self._said, self._body)
            yield Create("project", {"name": title, "purpose": self._body[:4000], "start": start, "finish": max(finish, start) if finish else plan.finish,
                                     "manager_id": self._desk.asker.person or None, "phase": "candidate"}, number)

    def _registers(self, home: int) -> tuple[list[Create], list[str]]:
        """Decisions and risks that the description speaks of, for their registers."""
        made, told = list[Create](), list[str]()
        for kind, table in REGISTERS:
            if not self._desk.asker.roles & set(table.kind.write):
                continue
            rows = self._desk.reader.find(Query(table, (Where("project_id", "is", home),), ("id", "key", "source", "title"), limit=None)) if home > 0 else ()
            there = {str(said).lower() for r in rows for said in (r.source, getattr(r, "title", ""))}
            for s in self._said:
                source = f"{SOURCE}{kind} {' '.join(s.title.lower().split())}"[:200]
                if s.kind == kind and source not in there and s.title.lower() not in there:
                    there.add(source)
                    made.append(_register(kind, s, home, source))
        for kind, _ in REGISTERS:
            of = [w for w in made if w.kind == kind]
            told += [f"{len(of)} {kind}{'' if len(of) == 1 else 's'} for the register: {'; '.join(str(w.values['title']) for w in of)}."] if of else []
        return made, told


def _register(kind: str, s: Said, home: int, source: str) -> Create:
    quote = " ".join(s.quote.split())
    if kind == "decision":
        return Create(kind, {"title": s.title[:300], "project_id": home, "decision": quote[:4000]}, source=source)
    if kind == "issue":
        return Create(kind, {"title": s.title[:200], "project_id": home, "description": f"“{quote}”"[:4000]}, source=source)
    return Create(kind, {"title": s.title[:200], "project_id": home, "cause": f"“{quote}”"[:500], "status": "draft"}, source=source)


def _under_way(method: Method) -> tuple[Method, int]:
    """The method of a project that has begun: from its delivery on, up to what is handed over."""
    delivery = next((s.phase for s in method.steps if s.type == "delivery"), "")
    phases = list(dict.fromkeys(s.phase for s in method.steps))
    kept = phases[phases.index(delivery):-1] if delivery else phases
    steps = tuple(s for s in method.steps if s.phase in kept)
    return replace(method, steps=steps), sum(s.type == "task" for s in method.steps) - sum(s.type == "task" for s in steps)


def _flat(plan: Plan) -> Plan:
    """A plan without phases: its tasks stand for themselves."""
    keep = [a for a in plan.activities if not (a.form == "summary" and not a.quote)]
    place = {a.number: n for n, a in enumerate(keep)}
    flat = [replace(a, number=n, wbs="", parent=place.get(a.parent) if a.parent is not None else None, after=tuple(place[b] for b in a.after if b in place))
            for n, a in enumerate(keep)]
    return replace(plan, activities=tuple(replace(a, wbs=str(n + 1)) for n, a in enumerate(flat)), path=())
