"""Keeping a choice of projects as a scenario, and carrying one out by change requests."""
from collections.abc import Iterator, Sequence
import re

from records.errors import BadInput, NotFound
from records.figures.base import counted
from records.kinds import ChangeRequest, Project, Scenario
from records.proposals import Change, Create, Proposal
from records.query import Query, Where
from tools.base import Question, tool
from tools.desk import Desk
from tools.desk.selecting import asked, chosen, impossible, open_projects

APPLY = re.compile(r"\b(?:apply|carry out|execute|implement|put into effect|realise|realize|go with|adopt|enact)\b", re.I)
TITLE = (re.compile(r"\bscenario\s+(?:called\s+|named\s+|as\s+)?[“\"'](?P<title>[^”\"']+)[”\"']", re.I),
         re.compile(r"\b(?:as|called|named)\s+(?:the\s+|a\s+)?scenario\s+(?P<title>[^:,;.?!]+)", re.I),
         re.compile(r"\bscenario\s+(?:called\s+|named\s+|as\s+)?(?P<title>[^:,;.?!]+)", re.I))
TAIL = re.compile(r"\s+(?:with|for|of|under|in|by)\s+[\d€$£].*$|\s+(?:please|now|today)$", re.I)
VERBS = {"candidate": "Start", "on hold": "Resume", "planning": "Put on hold", "in delivery": "Put on hold"}
STARTS, STOPS = {"candidate": "planning", "on hold": "in delivery"}, {"planning": "on hold", "in delivery": "on hold"}


@tool("save this as scenario Autumn", "save scenario “Autumn”: 2 million in 2027", "keep this choice as a scenario called Autumn",
      "save 1.5 million EUR in 2027 as scenario Spring", "apply scenario Autumn", "carry out the scenario Autumn", "new scenario Autumn: 2 million next year",
      "put scenario Spring into effect", "save scenario “Choice 2027”: 2,000,000 in 2027, by score", "let us go with scenario Autumn",
      "store the selection with 800,000 EUR in 2027 as scenario Lean", sign="Preparing a preview")
def plan_scenario(desk: Desk, wish: Question) -> Proposal:
    """Propose to save a choice of projects ("scenario Autumn: 2 million in 2027"), or to carry out a saved one ("apply scenario Autumn") by one
    change request for each project that would change its phase."""
    title = _title(wish)
    if not title:
        raise BadInput("Which scenario? Say such as “save scenario Autumn: 2 million in 2027” or “apply scenario Autumn”.")
    return _applied(desk, title) if APPLY.search(wish) else _saved(desk, title, wish)


def _saved(desk: Desk, title: str, words: str) -> Proposal:
    projects = open_projects(desk.reader)
    book = desk.book(*projects)
    wanted = asked(book, words.replace(title, " "))
    if not wanted.budgets and wanted.period is None:
        raise BadInput(f"What does the scenario {title} hold? Say its money and its time: “save scenario {title}: 2 million in 2027”.")
    field, found = chosen(book, projects, wanted)
    if found is None:
        raise BadInput(f"That scenario cannot be: {impossible(field)}.")
    out = [c.key for c in field.candidates if c.key not in found.keys]
    period = wanted.period
    values = {"title": title, "wish": wanted.said or words, "measure": field.measure, "included": ", ".join(sorted(found.keys)),
              "left_out": ", ".join(sorted([*out, *wanted.without])), **({"start": period.first, "end": period.last} if period else {}),
              **({"budget": sum(amount for _, amount in wanted.budgets)} if wanted.budgets else {})}
    said = f"{counted(len(found.keys), 'project is', 'projects are')} in it, {len(out)} {'is' if len(out) == 1 else 'are'} out. It changes no project."
    return Proposal((Create("scenario", values),), said)


def _applied(desk: Desk, title: str) -> Proposal:
    scenario = _kept(desk, title)
    by_key = {p.key: p for p in desk.reader.find(Query(Project, limit=None))}
    wishes = [*_requests(desk, scenario, [by_key[k] for k in _keys(scenario.included) if k in by_key], STARTS),
              *_requests(desk, scenario, [by_key[k] for k in _keys(scenario.left_out) if k in by_key], STOPS)]
    if not wishes:
        raise BadInput(f"The scenario {scenario.title} changes nothing: every project is where it would be, or asked to be there already.")
    return Proposal((*wishes, Change("scenario", (scenario.key,), {"status": "proposed"})),
                    f"{len(wishes)} change requests; whoever decides them decides about each project by itself.")


def _requests(desk: Desk, scenario: Scenario, projects: Sequence[Project], to: dict[str, str]) -> Iterator[Create]:
    """One change request for each project that would leave its phase, unless one of this scenario waits already."""
    for p in projects:
        if p.phase in to:
            title = f"{VERBS[p.phase]}: {p.name} (scenario {scenario.title})"
            waiting = desk.reader.find(Query(ChangeRequest, (Where("project_id", "is", p.id), Where("title", "is", title),
                                                             Where("status", "in", ("submitted", "evaluated"))), limit=1))
            if not waiting:
                yield Create("changerequest", {
                    "title": title, "project_id": p.id, "type": "scope", "requester_id": desk.asker.person or None, "decider_id": p.sponsor_id,
                    "description": f"Phase: {p.phase} → {to[p.phase]}.",
                    "reason": f"Scenario {scenario.key} “{scenario.title}” ({scenario.wish}) {'holds' if to is STARTS else 'leaves out'} this project."})


def _kept(desk: Desk, title: str) -> Scenario:
    if "included" not in desk.reader.columns(Scenario):
        raise BadInput("You may not see which projects a scenario holds, so you cannot carry it out.")
    found = [s for s in desk.reader.find(Query(Scenario, limit=None)) if title.lower() in (s.title.lower(), s.key.lower())]
    if not found:
        raise NotFound(f"There is no scenario “{title}”.")
    return found[0]


def _title(words: str) -> str:
    for pattern in TITLE:
        if m := pattern.search(words):
            return TAIL.sub("", m["title"]).strip()
    return ""


def _keys(said: str) -> Sequence[str]:
    return [k for k in (part.strip() for part in said.split(",")) if k]
