"""Words of project work by what they mean, so that a tool's examples stretch to wordings they do not hold."""
from functools import cache
import re

CONCEPTS = {
    "status": "status, health, healthy, on track, on schedule, update on, state of, stand, rag, how is, how are, going, doing, trouble, ok, situation,"
              " overview, news",
    "overdue": "overdue, late, behind, slipped, slip, slips, delayed, past its deadline, missed, past due, past their deadline",
    "done": "done, finished, finish, complete, completed, closed, close, delivered",
    "open": "open, remaining, outstanding, unfinished, pending, left to do, still has to, still have to",
    "blocked": "blocked, stuck, on hold, waiting for, impeded",
    "create": "create, add, new, remind, ask, open a, make a, needs to, need someone, should, todo, to-do, put, set up, assign a, have someone, book, "
              "let's, get a, don't forget",
    "change": "mark, move, reassign, change, set, postpone, push, give, start, reopen, cancel, extend, rename, put on hold, approve, reject, make it, "
              "shift, delay it, hand, take over, unassign",
    "log": "log, record, register, raise, note, capture, worried, afraid, danger, might, may happen, there is a risk",
    "report": "report, summary, one-pager, briefing, write-up, board, steering",
    "write": "write, generate, prepare, draft, put together, produce",
    "rule": "policy, policies, rule, rules, process, handbook, governance, guideline, approves, approve changes, approval, allowed, may i, can i, "
            "must i, must we, do i need, do we need, "
            "criteria, threshold, mandatory, required, requires, gate, skip, escalate, procedure, standard, how often, template, kept, keep, who "
            "decides, who approves, supposed to",
    "rank": "rank, ranking, prioritise, prioritize, compare, fund, most, least, best, worst, order of, first, return",
    "portfolio": "portfolio, all projects, our projects, every project, all our projects, projects overall, the projects, we doing",
    "value": "value, benefit, benefits, roi, worth, promised, npv, payback, pay off, money's worth",
    "strategy": "strategy, strategic, aligned, alignment, objective, objectives, goals",
    "money": "budget, cost, costs, spent, spend, money, eac, cpi, expensive, invoice",
    "changed": "changed, changes, change since, new since, happened, slipped, moved, updated, since, log of changes, different, modified",
    "explain": "how was, how is it computed, computed, calculated, explain, come from, how do you get, formula, worked out",
    "mine": "my, i do, for me, should i, do i, am i, my day, my plate, on my",
    "load": "overloaded, workload, busy, capacity, free, has time, overworked, available, bandwidth, load",
    "undo": "undo, revert, take back, take that back, roll back, undone",
    "show": "show, list, which, what are, find, give me, how many, count, who",
    "who": "who, anyone, anybody, team",
    "detail": "details, tell me more, history of, who owns, when is",
    "why": "why, reason, because of what, how come",
    "many": "these tasks, following tasks, tasks:, several tasks",
}


@cache
def _patterns() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    return tuple((name, re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(w.strip()) for w in said.split(','))})(?![\w-])", re.I)) for name,
                 said in CONCEPTS.items())


def concepts(text: str) -> list[str]:
    """The meanings that a text touches."""
    return [name for name, pattern in _patterns() if pattern.search(text)]
