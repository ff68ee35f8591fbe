"""What both forms of a Jira export come to: issues in plain words, and these as our tasks, defects, links, sprints, comments and hours."""
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from records.importing import choices, dates
from records.importing.base import Read, Row, Skipped, To
from records.importing.text import plainly, sound, told
from records.importing.vocabulary import Vocabulary
from records.importing.wanted import Wanted

DEFECTS = frozenset(("bug", "defect", "fault", "incident", "problem", "sub bug"))
DROPPED = frozenset(("won t fix", "wont fix", "won t do", "duplicate", "cannot reproduce", "declined", "incomplete", "rejected", "abandoned", "obsolete",
                     "not a bug"))
ENDED = frozenset(("done", "resolved", "closed"))
LONGEST_TITLE, LONGEST_TEXT, LONGEST_LABELS, LONGEST_GOAL = 200, 4000, 200, 500
HOURS_OF_A_DAY = 24


@dataclass(frozen=True)
class Sprint:
    """A sprint as far as the file tells."""
    name: str
    id: str = ""
    start: str = ""
    end: str = ""
    state: str = ""
    goal: str = ""


@dataclass(frozen=True)
class Said:
    """A comment, or work that was logged: who, when, what and for how many seconds."""
    who: str
    when: str
    text: str
    seconds: float = 0
    id: str = ""


@dataclass(frozen=True)
class Issue:
    """One issue in Jira's own words; people by e-mail or name, dates as written, times in seconds. `links`: (the other's key, it comes first)."""
    key: str
    where: str
    summary: str
    type: str = ""
    status: str = ""
    category: str = ""                          # To Do, In Progress, Done: what kind of status it is
    resolution: str = ""
    priority: str = ""
    project: str = ""
    description: str = ""
    assignee: str = ""
    reporter: str = ""
    parent: str = ""
    labels: Sequence[str] = ()
    sprints: Sequence[Sprint] = ()
    links: Sequence[tuple[str, bool]] = ()
    comments: Sequence[Said] = ()
    work: Sequence[Said] = ()
    dates: Mapping[str, str] = field(default_factory=dict)          # due, start, created, resolved
    numbers: Mapping[str, float] = field(default_factory=dict)      # points, estimate, remaining (seconds)
    texts: Mapping[str, str] = field(default_factory=dict)          # acceptance, environment


class Board:
    """All issues of a file while they become rows."""

    def __init__(self, issues: Iterable[Issue], vocabulary: Vocabulary, wanted: Wanted) -> None:
        self._issues = {i.key: i for i in issues if i.key}
        self._vocabulary, self._wanted = vocabulary, wanted
        self._skipped: list[Skipped] = []
        self._counts: Counter[str] = Counter()
        order = dates.order_of(d for i in self._issues.values() for d in i.dates.values())
        self._day = dates.reader(order or dates.DAY_FIRST, ends=False)
        self._meanings = {(kind, name): choices.meaning(vocabulary[kind].slots[name])
                          for kind in ("task", "issue") if kind in vocabulary
                          for name in ("status", "priority", "severity", "type") if name in vocabulary[kind].slots}
        self._linked: set[tuple[str, str]] = set()

    def read(self, notes: Sequence[str] = ()) -> Read:
        """Return everything: sprints first, then issues, then what refers to them."""
        rows = [*self._sprints(), *(self._row(i) for i in self._issues.values())]
        for issue in self._issues.values():
            rows += [*self._links(issue), *self._comments(issue), *self._hours(issue)]
        return Read(tuple(rows), tuple(self._skipped), (*notes, *(f"{what}: {n:,}." for what, n in self._counts.items())))

    def _kind(self, issue: Issue) -> str:
        return "issue" if plainly(issue.type) in DEFECTS and "issue" in self._vocabulary else "task"

    def _to(self, key: str) -> To:
        other = self._issues.get(key)
        return To(self._kind(other) if other else "task", f"jira:{key}")

    def _home(self, issue: Issue) -> dict[str, object]:
        return {"project_id": To("project", issue.project)} if issue.project and not self._wanted.project else {}

    def _row(self, issue: Issue) -> Row:
        kind = self._kind(issue)
        title = " ".join(sound(issue.summary).split()) or issue.key
        text = sound(issue.description)
        if len(title) > LONGEST_TITLE or len(text) > LONGEST_TEXT:
            self._skip(issue, "its text is longer than can be kept and was shortened")
        values: dict[str, object] = {"title": _short(title, LONGEST_TITLE), "description": _short(text, LONGEST_TEXT), **self._home(issue),
                                     "owner_id": _person(issue.assignee), "due": self._date(issue, "due"), "status": self._status(issue, kind),
                                     "priority": self._choice(issue, kind, "priority", issue.priority)}
        values |= self._of_defect(issue) if kind == "issue" else self._of_task(issue)
        slots = self._vocabulary[kind].slots
        return Row(kind, f"jira:{issue.key}", {n: v for n, v in values.items() if v not in (None, "") and n in slots}, issue.where)

    def _of_task(self, issue: Issue) -> dict[str, object]:
        hours = {name: round(issue.numbers[said] / 3600, 2) for name, said in (("hours", "estimate"), ("remaining", "remaining")) if said in issue.numbers}
        status = self._status(issue, "task")
        return {"start": self._date(issue, "start"), "done_on": self._date(issue, "resolved") if status == "done" else None,
                "points": issue.numbers.get("points"), "labels": self._labels(issue), "type": self._type(issue), "parent_id": self._parent(issue),
                "sprint_id": self._sprint(issue), "acceptance": _short(sound(issue.texts.get("acceptance", "")), LONGEST_TEXT), **hours}

    def _of_defect(self, issue: Issue) -> dict[str, object]:
        has = {"story points": "points" in issue.numbers, "estimates": "estimate" in issue.numbers, "sprints": issue.sprints, "labels": issue.labels}
        for lost in (what for what, there in has.items() if there):
            self._counts[f"Bugs became defects, which have no {lost}; left out"] += 1
        parent = self._to(issue.parent) if issue.parent else None
        status = self._status(issue, "issue")
        return {"type": "defect", "raised_by_id": _person(issue.reporter), "raised_on": self._date(issue, "created"),
                "severity": self._choice(issue, "issue", "severity", issue.priority, quiet=True),
                "resolved_on": self._date(issue, "resolved") if status in ENDED else None, "resolution": sound(issue.resolution) if status in ENDED else None,
                "task_id": parent if parent and parent.kind == "task" else None}

    def _status(self, issue: Issue, kind: str) -> str | None:
        """Our status, by its name; one that an office made up is told by Jira's own three."""
        named = self._choice(issue, kind, "status", issue.status, quiet=bool(issue.category)) or self._choice(issue, kind, "status", issue.category)
        if kind == "task" and named == "done" and plainly(issue.resolution) in DROPPED:
            return "cancelled"
        return named

    def _choice(self, issue: Issue, kind: str, name: str, said: str, *, quiet: bool = False) -> str | None:
        if not said or (kind, name) not in self._meanings:
            return None
        meant = next((m for header, m in self._wanted.choices.items() if plainly(header) == name), {})
        asked = next((ours for theirs, ours in meant.items() if plainly(theirs) == plainly(said)), said)
        found = self._meanings[kind, name](asked)
        if found is None and not quiet:
            self._skip(issue, f"{name} left out: {told(said)} is none of {', '.join(self._vocabulary[kind].slots[name].choices)}")
        return found

    def _type(self, issue: Issue) -> str | None:
        return self._meanings["task", "type"](issue.type) if ("task", "type") in self._meanings and issue.type else None

    def _labels(self, issue: Issue) -> str:
        kept = ", ".join(dict.fromkeys(sound(label).replace(",", " ") for label in issue.labels if label))
        if len(kept) > LONGEST_LABELS:
            self._skip(issue, "its labels are longer than can be kept and were shortened")
        return kept if len(kept) <= LONGEST_LABELS else kept[:LONGEST_LABELS].rpartition(",")[0]

    def _parent(self, issue: Issue) -> To | None:
        parent = self._to(issue.parent) if issue.parent and issue.parent != issue.key else None
        if parent and parent.kind != "task":
            self._skip(issue, f"its parent {issue.parent} is a defect, which has no tasks below it")
            return None
        return parent

    def _date(self, issue: Issue, name: str) -> str | None:
        if not (said := issue.dates.get(name, "")):
            return None
        found = self._day(said)
        if found is None:
            self._skip(issue, f"{name} left out: {told(said)} is no date")
        return found.isoformat() if found else None

    def _sprint(self, issue: Issue) -> To | None:
        if not issue.sprints:
            return None
        last = issue.sprints[-1]
        return To("sprint", _sprint_source(last) if last.start and last.end else last.name)

    def _sprints(self) -> Iterator[Row]:
        """Every sprint once that has its dates; one without can only be found among those there are."""
        states = {"future": "planned", "active": "active", "closed": "closed"}
        seen: dict[str, tuple[Sprint, Issue]] = {}
        for issue in self._issues.values():
            for sprint in issue.sprints:
                seen.setdefault(_sprint_source(sprint), (sprint, issue))
        for source, (sprint, issue) in seen.items():
            start, end = self._day(sprint.start) if sprint.start else None, self._day(sprint.end) if sprint.end else None
            if not (start and end):
                why = "its dates are not in the file; create it first, then its tasks are put into it"
                self._skipped.append(Skipped(f"sprint {told(sprint.name)}", why))
                continue
            values = {"title": _short(sound(sprint.name), LONGEST_TITLE), "start": start.isoformat(), "end": end.isoformat(),
                      "goal": _short(sound(sprint.goal), LONGEST_GOAL), "status": states.get(sprint.state.lower(), "planned"), **self._home(issue)}
            yield Row("sprint", source, {n: v for n, v in values.items() if v}, f"sprint {sprint.name}")

    def _links(self, issue: Issue) -> Iterator[Row]:
        for other, comes_first in issue.links:
            first, then = (other, issue.key) if comes_first else (issue.key, other)
            if (first, then) in self._linked:                           # each link stands at both its ends
                continue
            self._linked.add((first, then))
            if other not in self._issues or self._to(first).kind != "task" or self._to(then).kind != "task":
                self._skip(issue, f"link to {other} left out: {'links join tasks, not defects' if other in self._issues else 'it is not in this file'}")
                continue
            values = {**self._home(issue), "predecessor_id": self._to(first), "successor_id": self._to(then), "type": "FS"}
            yield Row("link", f"jira:{first}>{then}", values, issue.where)

    def _comments(self, issue: Issue) -> Iterator[Row]:
        for number, said in enumerate(issue.comments, 1):
            text = sound(said.text)
            day = self._day(said.when) if said.when else None
            if text:
                values = {"text": _short(f"{day.isoformat()}, {issue.key}: {text}" if day else f"{issue.key}: {text}", LONGEST_TEXT), **self._home(issue),
                          "about": self._to(issue.key), "author_id": _person(said.who)}
                yield Row("comment", f"jira:{issue.key}/comment/{said.id or number}", {n: v for n, v in values.items() if v}, issue.where)

    def _hours(self, issue: Issue) -> Iterator[Row]:
        for number, said in enumerate(issue.work, 1):
            day, who, hours = self._day(said.when), _person(said.who), round(said.seconds / 3600, 2)
            if not (day and who and 0 < hours <= HOURS_OF_A_DAY):
                said_so = told(f"{said.who} {said.when} {hours:g} h")
                self._skip(issue, f"logged work left out: {said_so} does not say who, when, and how long on one day")
                continue
            values = {"person_id": who, "on": day.isoformat(), "hours": hours, "note": _short(sound(said.text), LONGEST_TITLE), **self._home(issue),
                      "task_id": self._to(issue.key) if self._kind(issue) == "task" else None}
            yield Row("timeentry", f"jira:{issue.key}/log/{said.id or number}", {n: v for n, v in values.items() if v}, issue.where)

    def _skip(self, issue: Issue, why: str) -> None:
        self._skipped.append(Skipped(issue.where, why))


def _sprint_source(sprint: Sprint) -> str:
    return f"jira:sprint:{sprint.id or sprint.name}"[:200]


def _person(said: str) -> To | None:
    name = " ".join(said.split())
    return To("person", name.lower() if "@" in name else name) if name and name.casefold() not in ("unassigned", "anonymous") else None


def _short(said: str, longest: int) -> str:
    return said if len(said) <= longest else said[:longest - 1] + "…"
