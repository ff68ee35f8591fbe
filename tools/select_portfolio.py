"""Which projects to do together under a budget and with the people there are, and why."""
from collections.abc import Iterator, Sequence
from decimal import Decimal
import re
from typing import Annotated, Literal

from records.computing import Book
from records.errors import BadInput
from records.figures.base import counted, rounded, whole
from records.figures.benefits import benefit_expected
from records.figures.business_case import npv, payback
from records.figures.portfolio.selecting import EXACT, Chosen, greedy, use
from records.figures.scoring import board_score, cost_ahead
from records.figures.worth import npv_ahead
from records.kinds import Project, Scenario
from records.query import Query
from reports.blocks import Block, Choices, Table, Text
from reports.portfolio import not_worth_it
from reports.telling import short
from tools.base import Question, Result, Words, tool
from tools.desk import Desk
from tools.desk.selecting import SAVES, Field, Wish, amount, asked, chosen, impossible, money_of, names, open_projects, saved, why

By = Literal["score", "NPV"]
SAID = Words(score="score, points, board, weights", NPV="npv, net present value")
COMPARE = re.compile(r"\bcompar|\bversus\b|\bvs\b|\bdiffer", re.I)
CANDIDATES, NOT_STARTED = re.compile(r"\bcandidates?\b", re.I), ("candidate", "planning")
BELOW_ZERO = re.compile(r"(?<![\w.,-])[-−]\s?[€$£]?\d|\b(?:minus|negative) [€$£]?\d", re.I)
HEAD = ("in or out", "project", "name", "worth", "money", "why")


@tool("which projects should we fund with 2 million next year?", "which projects can we afford with 1.5 million EUR in 2027?",
      "choose the best set of projects for 3 million", "what should we do with a budget of 2 million?", "select the portfolio for next year with 800,000 EUR",
      "optimise the portfolio for a budget of 1 million", "which projects fit into 500k in 2027 without Apollo?", "best portfolio by NPV with 2 million",
      "which projects should we do together with the people we have next year?", "pick the projects for 2027 under 2 million, Apollo must be in",
      "how should we spend 2 million next year?", "which projects have to be dropped if we only have 1 million?", "why would Apollo not be funded?",
      "what would we drop with 400k?", "with 1 million, what do we do?", "the budget is cut to 2 million, which projects go?",
      "select projects under 900,000 EUR with Apollo", "compare the scenarios", "compare scenarios Autumn and Spring",
      "how does scenario Autumn differ from scenario Spring?",
      "which candidate projects can we start next year?", "what is the best use of 2 million?", "which projects do we get for 900,000 EUR?",
      "pick the best portfolio for 2027 with 400,000 EUR but keep Apollo", "why is Apollo not funded with 500,000 EUR next year?",
      "optimise our portfolio with half a million",
      "we get 900k for 2027, what should we run?", "if the board gives us only 600k, which projects make it?",
      "what could we do with 1.5 million next year?", "if we had only half a million, which projects would stay?",
      "budget cut to 2 million, what goes?", "compare my scenario Autumn with doing everything", "the same money but Apollo has to be in",
      sign="Choosing among the projects")
def select_portfolio(desk: Desk, wish: Question, by: Annotated[By, SAID] = "score") -> Result:
    """Choose the projects worth most together under a budget by period and the people there are, with why each is in or out; which to stop to save
    money; or compare scenarios.
    wish: budget, period, what must be in or out, in words. To order projects use rank_portfolio."""
    if COMPARE.search(wish):
        return Result(tuple(_compared(desk, wish)))
    projects = _of_wish(desk, wish)
    book = desk.book(*projects)
    wanted = asked(book, wish, by)
    if BELOW_ZERO.search(wish):
        raise BadInput("Money below zero pays for nothing. Say how much there is, such as “which projects should we fund with 2 million next year?”")
    if not wanted.budgets and wanted.period is None:
        raise BadInput("How much money is there, and for when? Say such as “which projects should we fund with 2 million next year?”")
    if wanted.budgets and SAVES.search(wish):
        return Result(tuple(saved(book, projects, wanted)))
    field, found = chosen(book, projects, wanted)
    if not field.candidates:
        return Result((Text("There is no open project that can be compared. " + _left_out(field)),))
    if found is None:
        return Result((Text(f"That cannot be done: {impossible(field)}."),))
    first, *rest = _told(wanted, field, found)
    return Result((first, *_doubted(book, field, found), *(_brings(book, projects) if CANDIDATES.search(wish) else ()), *rest))


def _of_wish(desk: Desk, wish: str) -> Sequence[Project]:
    """The open projects, or only those that are not started where candidates are asked about."""
    projects = open_projects(desk.reader)
    if CANDIDATES.search(wish) is None:
        return projects
    if waiting := tuple(p for p in projects if p.phase in NOT_STARTED):
        return waiting
    raise BadInput("No project is a candidate that is still to be started; ask which of the open projects to fund.")


def _brings(book: Book, projects: Sequence[Project]) -> Iterator[Block]:
    """What each candidate would bring, whether it fits or not."""
    for project in projects:
        shown = [f"{f.title} {short(book, project, f)}" for f in (npv, benefit_expected, payback) if book.value(project, f).number is not None]
        if shown:
            yield Text(f"{project.name} would bring: {', '.join(shown)}.")


def _told(wanted: Wish, field: Field, found: Chosen) -> Iterator[Block]:
    money = sum((money_of(c) for c in field.candidates if c.key in found.keys), Decimal(0))
    if not found.keys:
        yield Text(f"{_given(wanted)} none can be done of what was compared: {names((c.key for c in field.candidates), field.projects)}.")
    else:
        yield Text(f"{_given(wanted)} the best is to do {names(found.keys, field.projects)}: together {_worth(field, found.worth)}"
               + (f" for {whole(money)} {field.currency}. " if wanted.budgets else ". ") + _proof(field, found))
    order = sorted(field.candidates, key=lambda c: (c.key not in found.keys, -c.worth, c.key))
    rows = tuple(("in" if c.key in found.keys else "out", c.key, field.projects[c.key].name, _worth(field, c.worth),
                  f"{whole(money_of(c))} {field.currency}" if wanted.budgets else "–", why(field, found, c) or "worth its share") for c in order)
    title = f"{len(found.keys)} of {counted(len(field.candidates), 'project')} by {field.measure}"
    yield Table(title, HEAD, rows, tuple(c.key for c in order), _left_out(field))
    used = [f"{thing}: {amount(thing, use(field.candidates, found.keys, thing), field.currency)} of {amount(thing, most, field.currency)}"
            for thing, most in field.limits.most.items()]
    if used or field.notes:
        yield Text(" ".join(((f"Used: {'; '.join(used)}.",) if used else ()) + field.notes))
    if wanted.budgets and found.keys:
        yield Choices("To keep it:", (f"save scenario “Choice {wanted.said.partition(' in ')[2] or 'one'}”: {wanted.said}, by {field.measure}",))


def _given(wanted: Wish) -> str:
    return f"With {wanted.said}," if wanted.budgets else "With the people there are,"


def _proof(field: Field, found: Chosen) -> str:
    """How sure it is, and what a plain list would have come to."""
    listed = greedy(field.candidates, field.limits)
    every = len(found.keys) == len(field.candidates)
    is_more = listed and listed.worth < found.worth and not every
    more = f" A list by {field.measure} for the money would come to {_worth(field, listed.worth)}." if listed and is_more else ""
    scale = "" if field.measure == "NPV" else " Points are the scores of the projects by the board's weights, each from 0 to 10, added up."
    sure = "This is proven to be the best choice." if len(field.candidates) <= EXACT or not found.gap else \
        f"Nothing can be more than {100 * found.gap:.1f} % better, as proven."
    return f"{'All that can be compared is in.' if every else sure}{more}{scale}"


def _doubted(book: Book, field: Field, found: Chosen) -> Iterator[Block]:
    """The projects that are in although the records say that they are no longer worth it, or that what is still to come is worth less than nothing."""
    chosen_ = [field.projects[key] for key in sorted(found.keys)]
    poor = not_worth_it(book, chosen_)
    ahead = [f"{p.name} ({whole(n)} {p.currency})" for p in chosen_ if (n := book.value(p, npv_ahead).number) is not None and n < 0]
    said = [f"no longer worth it: {', '.join(p.name for p in poor)}" if poor else "", f"with an NPV ahead below 0: {', '.join(ahead)}" if ahead else ""]
    if any(said):
        yield Text(f"Look again at what is in: {'; '.join(filter(None, said))}.")


def _left_out(field: Field) -> str:
    return f"Not compared: {'; '.join(f'{field.projects[k].name} ({reason})' for k, reason in field.unknown.items())}." if field.unknown else ""


def _worth(field: Field, number: Decimal) -> str:
    return f"{whole(number)} {field.currency}" if field.measure == "NPV" else f"{rounded(number, 2)} points"


def _compared(desk: Desk, wish: str) -> Iterator[Block]:
    """Saved scenarios side by side: what is in each, and what it comes to by the figures of today."""
    if "included" not in desk.reader.columns(Scenario):
        raise BadInput("You may not see which projects a scenario holds.")
    every = [s for s in desk.reader.find(Query(Scenario, limit=None)) if s.status != "dropped"]
    named = [s for s in every if re.search(rf"(?<!\w){re.escape(s.title)}(?!\w)", wish, re.I) or s.key.lower() in wish.lower()]
    scenarios = named if len(named) > 1 else every
    if len(scenarios) < 2:  # noqa: PLR2004 - it takes two to compare
        raise BadInput("There are no two scenarios to compare; save one with “save scenario Autumn: 2 million in 2027”.")
    held = {s.key: set(_keys(s.included)) for s in scenarios}
    projects = [p for p in desk.reader.find(Query(Project, limit=None)) if any(p.key in keys for keys in held.values())]
    book = desk.book(*projects)
    rows = [(p.name, *("in" if p.key in held[s.key] else "out" for s in scenarios)) for p in projects]
    sums = [("projects", *(str(len(held[s.key])) for s in scenarios)),
            *((f.title, *(_total([book.value(p, f).number for p in projects if p.key in held[s.key]]) for s in scenarios))
              for f in (board_score, npv_ahead, cost_ahead)), ("budget", *(whole(s.budget) if s.budget is not None else "–" for s in scenarios))]
    differ = [r[0] for r in rows if len(set(r[1:])) > 1]
    yield Text(f"{names((s.title for s in scenarios), {})} differ in {', '.join(differ)}." if differ else "They hold the same projects.")
    yield Table("Scenarios", ("", *(s.title for s in scenarios)), (*sums, *rows), ("",) * len(sums) + tuple(p.key for p in projects))


def _keys(said: str) -> Sequence[str]:
    return [k for k in (part.strip() for part in said.split(",")) if k]


def _total(numbers: Sequence[Decimal | None]) -> str:
    known = [n for n in numbers if n is not None]
    return "–" if not known else whole(sum(known, Decimal(0))) + ("" if len(known) == len(numbers) else f" ({len(known)} of {len(numbers)})")
