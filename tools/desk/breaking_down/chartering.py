"""An idea becomes the draft of a charter: one change with the project, its benefits, milestones, money and risks; what is open is asked, and may be skipped."""
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
import re

from language.amounts import read_money
from language.dates import Period, find_dates, find_periods
from language.describing.answering import answers, listed
from language.describing.asking import asked
from language.describing.ideas import told_idea, worth_in
from language.describing.opening import laid_out
from language.describing.parting import Around
from language.describing.reading import Said, read
from language.describing.titling import titled
from language.describing.told_besides import owner, risks, sponsor, without_sponsor, years
from language.names import ambiguous_names, find_names
from records.breakdown.alike import stems
from records.breakdown.base import Activity
from records.breakdown.merging import Wanted
from records.breakdown.methods import method_for
from records.breakdown.planning import planned
from records.breakdown.reconciling import SOURCE
from records.errors import BadInput, Refused
from records.kinds import Benefit, BudgetLine, Milestone, Objective, Person, Project, Risk
from records.proposals import Create, Proposal
from records.query import Query
from tools.desk import Desk
from tools.desk.breaking_down.house import house, methods

NUMBER = -1                              # the new project, for what belongs to it
SHARED = 2                               # stems that an idea and an objective must share
MOST_ASKED = 5
YEARS = 3                                # of a benefit that comes each year, for an example
MODAL = re.compile(r"\b(?:should|must|could|shall|needs? to|ought to)\s+(?:be able to\s+)?(?=\w)", re.I)
SPOKEN = 400                             # letters of an idea that is told in a sentence or two
NO_OBJECTIVE = "There is no objective yet that it could serve; “new objective: …” makes one."
END_OF_NAME = re.compile(r"\n|[.;!?](?:\s|$)|,?\s+(?:by|until|before|so that|because|which|since|with a budget|até|para que)\b|,\s", re.I)
WISHED = re.compile(r"^\W*(?:(?:the|my|our) (?:idea|plan)(?: is)?[:,]?\s+(?:(?:that )?we\s+)?(?:to\s+)?|"
                    r"(?:i|we)(?:['’]d| would| really| just)* (?:want|like|need|have|plan|wish|intend|ought|should|could|must)(?:ed)?(?: to)?\s+|"
                    r"let(?:['’]s| us)\s+)(?=\w)", re.I)                                     # stands before what it is
ABOUT = re.compile(r"\b(?:about|around|roughly|approx(?:imately)?\.?|some|up to|at most|max(?:imum)?\.?|for|ca\.?)\s+(?P<n>\d[\d,.]*)\s?"
                   r"(?P<unit>k|m|mio|million|thousand)\b", re.I)
LED = re.compile(r"\b(?:led|managed|run) by (?P<by>[^,.;\n]+)|"
                 r"(?P<who>[^,.;\n]+?) (?:(?:could|should|will|can|would|might|is to) )?(?:leads?|manages?|runs?) (?:it|this|the project)\b", re.I)
BUDGET = re.compile(r"(?:budget|cost|orçamento)\w*\s*(?:of|is|:|de)?\s*(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>k|m|mio|million|thousand|mil)?\b|"
                    r"^\s*(?P<m>\d[\d,]*)\s?(?P<u>k|m)?\s*$", re.I)


def chartered(desk: Desk, text: str) -> Proposal:
    """The draft of a charter. Raises `BadInput` when nothing is said of what it is about, `Refused` for who may not start projects."""
    if not desk.asker.roles & set(Project.kind.write):
        raise Refused("You may not start a project yourself. Ask a project manager or the PMO, or send them this idea.")
    request = asked(text)
    if not request.body.strip():
        raise BadInput("What is the project about? Say it in a sentence: “start a project: customers return parcels at any shop, by October, budget 80k”.")
    return _Charter(desk, laid_out(request.lead, request.body)).proposal()


class _Charter:
    """One idea being drafted."""

    def __init__(self, desk: Desk, body: str) -> None:
        self._desk, self._body, self._told = desk, body, answers(body)
        told = self._told
        self._idea = told_idea(told[""][0])
        what = self._idea.what
        idea = LED.sub("", ABOUT.sub("", without_sponsor(what))) if len(what) <= SPOKEN else what         # who leads it, for how much, is no work
        parts = (idea, "\n".join(told.get("scope", [])), *(f"Milestones\n- {m}" for m in listed(told.get("milestone", []))))
        self._said = read("\n\n".join(parts), Around(desk.names(Person), desk.today, desk.customs))
        self._open: list[str] = []

    def proposal(self) -> Proposal:
        project = self._project()
        about = self._told[""][0].strip() or self._answer("name")
        idea = sha256(about.encode()).hexdigest()[:16]                                  # the same, whatever is answered later
        made = [Create("project", project, NUMBER, f"{SOURCE}charter {idea}"),
                *(w for w in (*self._benefits(project), *self._milestones(project), *self._budget(), *self._risks()) if self._may(w.kind))]
        return Proposal(tuple(made), self._note(made))

    def _may(self, kind: str) -> bool:
        table = next(k for k in (Benefit, BudgetLine, Milestone, Risk) if k.__tablename__ == kind)
        return bool(self._desk.asker.roles & set(table.kind.write))

    def _answer(self, label: str) -> str:
        """What was answered last: a later answer corrects an earlier one."""
        return next(reversed(self._told.get(label, [])), "")

    def _project(self) -> dict[str, object]:
        self._start = self._day("start") or self._desk.today
        finish = self._day("finish")
        purpose = self._answer("purpose") or self._purpose() or self._answer("name") or self._body
        tasks = [s.title for s in self._said if s.kind == "task"]
        name = self._answer("name") or titled(MODAL.sub("", WISHED.sub("", END_OF_NAME.split(self._idea.what.strip() or purpose, maxsplit=1)[0]), count=1))
        return {"name": name[:200], "purpose": purpose[:4000], "manager_id": self._person("manager") or self._desk.asker.person or None,
                "sponsor_id": self._person("sponsor", "Who is the sponsor?"), "objective_id": self._objective(), "phase": "candidate",
                "start": self._start, "finish": finish, "success": "\n".join(listed(self._told.get("success", [])))[:4000],
                "scope_in": "\n".join(listed(self._told.get("scope", [])) or tasks)[:4000],
                "scope_out": "\n".join(listed(self._told.get("out", [])) or [s.quote for s in self._said if s.kind == "out"])[:4000]}

    def _purpose(self) -> str:
        """What the idea is in its own words, and whose it is."""
        told, who = " ".join(self._idea.told.split()), self._by()
        return f"{told[:1].upper()}{told[1:]}" + (f" (The idea is {who}'s.)" if who else "") if told else ""

    def _by(self) -> str:
        """Who had the idea, where it is somebody of ours."""
        people = self._desk.names(Person)
        found = list(dict.fromkeys(str(s.value) for s in find_names(self._idea.by, people)))
        return next((name for name, key in people.items() if [key] == found), "")

    def _person(self, label: str, question: str = "") -> int | None:
        said, people = self._answer(label) or self._beside(label), self._desk.names(Person)
        found = list(dict.fromkeys(str(s.value) for s in find_names(said, people)))
        if len(found) == 1:
            return self._desk.named(Person, found[0]).id
        if question:
            unclear = bool(said) and any(ambiguous_names(said, people))
            self._open.append(f"{question} “{label}: …”" + (f" “{said}” could be several people." if unclear else ""))
        return None

    def _beside(self, label: str) -> str:
        """Who it is by a sentence beside the idea."""
        return self._leader() if label == "manager" else sponsor(self._body) if label == "sponsor" else owner(self._body)

    def _leader(self) -> str:
        """Who leads it, where that is said in a sentence."""
        m = LED.search(self._told[""][0])
        return (m["by"] or m["who"]) if m else ""

    def _objective(self) -> int | None:
        """The objective that is named, else the only one that shares words with the idea; never one of two."""
        every = self._desk.reader.find(Query(Objective, limit=None))
        wanted = stems(self._answer("objective") or self._body)
        scores = sorted(((len(wanted & stems(o.title)), -int(o.id or 0)) for o in every), reverse=True)
        least = 1 if self._answer("objective") else SHARED
        if scores and scores[0][0] >= least and (len(scores) == 1 or scores[1][0] < scores[0][0]):
            return -scores[0][1]
        such = "; ".join(f"“{o.title}”" for o in every[:MOST_ASKED])
        self._open.append(f"Which objective does it serve? “objective: …”, such as {such}." if such else NO_OBJECTIVE)
        return None

    def _day(self, label: str) -> date | None:
        """The day that is said under a label or told of a stage of the idea, else of its finish the last that is told; it begins on a month's first day."""
        said, customs = self._answer(label) or self._idea.days.get(label, ""), self._desk.customs
        if label == "start":
            first = next((s.value.first for s in find_periods(said, self._desk.today, coming=True) if isinstance(s.value, Period)), None) if said else None
            return customs.days.next_working(first) if first else None
        days = [s.value for s in find_dates(said or (self._idea.what if label == "finish" else ""), self._desk.today, customs=customs)]
        later = [day for day in days if isinstance(day, date) and (said or day > self._start)]          # “today they call us” is no finish
        found = later[-1] if later else None
        if found is None and label == "finish":
            self._open.append("When must it be finished? “finish: …”")
        return found

    def _benefits(self, project: dict[str, object]) -> Iterator[Create]:
        people = self._desk.names(Person)
        said = listed(self._told.get("benefit", []))
        for each in said:
            worth, what = worth_in(each)
            over, owner = years(each) or 1, next((str(s.value) for s in find_names(each, people)), "")
            title = titled(what.partition(",")[0]) or titled(each)
            yield Create("benefit", {"title": title[:200], "project_id": NUMBER, "objective_id": project["objective_id"], "description": each[:4000],
                                     "owner_id": self._desk.named(Person, owner).id if owner else None,
                                     "expected": worth * over if worth else Decimal("0.00"), "type": "financial" if worth else "non-financial"})
        by, over = (None, 0) if said or not self._idea.gains else (self._person("owner"), years(self._body))
        for gain in () if said else self._idea.gains:
            told = f"{titled(gain.quote)}: {gain.reckoned} a year" + (f", for {over} years." if over else ".")
            yield Create("benefit", {"title": gain.title[:200], "project_id": NUMBER, "objective_id": project["objective_id"], "description": told[:4000],
                                     "owner_id": by, "expected": gain.yearly * (over or 1), "type": "financial"})
            if by and over:
                continue
            self._open.append(f"Who owns the benefit, and for how many years does it count? One year, {gain.yearly:,f}, is in the draft. "
                              f"“benefit: {gain.title[:1].lower()}{gain.title[1:]}, {gain.yearly * YEARS:,f} EUR, Nora” would be {YEARS} years")
        if not said and not self._idea.gains:
            self._open.append("What is better afterwards, worth how much, and who owns it? “benefit: fewer calls, 50,000 EUR, Nora”")

    def _milestones(self, project: dict[str, object]) -> Iterator[Create]:
        """The milestones that are said, else those of the method on the days its plan comes to."""
        said = [s for s in self._said if s.kind == "milestone" and s.due]
        if said:
            yield from (self._milestone(s.title, s.due) for s in said if s.due)
            return
        pilot = self._day("pilot")
        finish = project["finish"]
        method, _ = method_for(self._body, methods(self._desk), str(project["name"]))
        around = replace(house(self._desk, None), has_milestones=True, start=max(self._start, self._desk.today))
        plan = planned(self._body, method, self._said, Wanted(), around, finish if isinstance(finish, date) else None)
        found = [(a.title, self._scaled(a, plan.finish, finish)) for a in plan.activities if a.form == "milestone" and a.ends]
        found = [each for each in found if pilot is None or each[1] > pilot or "approved" in each[0]] + ([("Pilot", pilot)] if pilot else [])
        yield from (self._milestone(title, day) for title, day in sorted(found, key=lambda each: each[1]))

    def _scaled(self, a: Activity, end: date | None, finish: object) -> date:
        """A day of the method's plan, stretched to the wanted finish."""
        day, start = a.ends or self._start, max(self._start, self._desk.today)
        if not isinstance(finish, date) or end is None or end <= start or finish <= start:
            return day
        return min(self._desk.customs.days.next_working(start + (day - start) * ((finish - start) / (end - start))), finish)

    def _milestone(self, title: str, day: date) -> Create:
        type_ = "gate" if "approved" in title else "internal"
        return Create("milestone", {"title": title[:200], "project_id": NUMBER, "planned": day, "forecast": day, "type": type_})

    def _budget(self) -> Iterator[Create]:
        said = self._answer("budget")
        money = read_money(said) if said else None
        found = money[0] if money else _plain(said) or (None if said else self._idea.budget or _plain(self._idea.what))
        if found is None:
            self._open.append("What may it cost? “budget: 80,000 EUR”")
        else:
            yield Create("budgetline", {"title": "Estimated cost", "project_id": NUMBER, "amount": Decimal(str(found)), "category": "other"})

    def _risks(self) -> Iterator[Create]:
        said: list[Said] = [s for s in self._said if s.kind == "risk"]
        labelled = [*listed(self._told.get("risk", [])), *(r for r in risks(self._body) if not any(r in s.quote for s in said))]
        for title, quote in (*((s.title, s.quote) for s in said), *((r, r) for r in labelled if not any(r in s.quote for s in said))):
            yield Create("risk", {"title": titled(title)[:200], "project_id": NUMBER, "cause": f"“{' '.join(quote.split())}”"[:500], "status": "draft"})
        if not said and not labelled:
            self._open.append("What could go wrong? “risk: …”")

    def _note(self, made: list[Create]) -> str:
        first = made[0].values
        lines = [f"Draft charter of “{first['name']}”, from your words without a language model. It starts as a candidate; nothing is approved by it.",
                 *_figures(made), *([f"The idea is {who}'s."] if (who := self._by()) else []),
                 *([f"In scope: {str(first['scope_in']).replace(chr(10), '; ')}."] if first["scope_in"] else [])]
        if self._open:
            lines += ["", "Still open. Answer any of these in one message, or skip them:", *(f"{n}. {q}" for n, q in enumerate(self._open, 1))]
        return "\n".join(lines)


def _figures(made: list[Create]) -> Iterator[str]:
    """What the draft holds of days and money, in a line, so that nobody must look for it in the preview."""
    project, said = made[0].values, list[str]()
    said += [f"{name} {day:%a %-d %b %Y}" for name in ("start", "finish") if isinstance(day := project.get(name), date)]
    said += [f"budget {w.values['amount']:,f}" for w in made if w.kind == "budgetline"]
    said += [f"milestone “{w.values['title']}” {w.values['planned']:%a %-d %b %Y}" for w in made if w.kind == "milestone"]
    said += [f"benefit “{w.values['title']}” {w.values['expected']:,f}" + (f" ({told.partition(': ')[2].rstrip('.')})" if ": " in told else "")
             for w in made if w.kind == "benefit" and w.values["expected"] and (told := str(w.values.get("description", ""))) is not None]
    if said:
        yield f"In it: {'; '.join(said)}."


def _plain(said: str) -> Decimal | None:
    """An amount without a currency, where it is called a budget: “budget 80k”."""
    m = BUDGET.search(said) or ABOUT.search(said)
    if m is None:
        return None
    found = m.groupdict()
    number, unit = (found["n"] or found["m"]).rstrip(".,"), (found["unit"] or found.get("u") or "").lower()
    return Decimal(number.replace(",", "")) * (1000 if unit in ("k", "thousand", "mil") else 1_000_000 if unit else 1)
