"""Words of project work by what they mean, so that a tool's examples stretch to wordings they do not hold."""
from collections.abc import Mapping
from functools import cache

from assistant.planner.words.plain import TOKEN, runs

CONCEPTS = {
    "status": "status, under control, in control, in good hands, health, healthy, on track, off track, back on track, update, state of, state, stand, rag, "
              "how is, how are, going, going on, doing, "
              "faring, trouble, in trouble, ok, okay, "
              "alright, all right, fine, situation, overview, news, coming along, progressing, problem, problems, issue, issues, condition, shape, "
              "rundown, up to speed, story, story with, deal with, what about, word on, "
              "catch me up, brief me, where are we, know about, gist, picture, big picture, wrong, well, standing, health check, concerns, worry, red, "
              "amber, green, yellow, "
              "colour, color, in the red, at risk, up with, happening, recap, snapshot, heads-up, stuck in, attention, critical, how far",
    "late": "overdue, late, behind, slipped, slip, slips, slipping, delayed, past its deadline, missed, past due, past their deadline, past the deadline, "
            "behind schedule, past their due date, "
            "past its due date, past the due date, lagging, due already, should have been done, should have been finished, too late",
    "time": "on time, in time, on schedule, schedule, timeline, make it, deadline, deadlines, dates, finish on, finish in, go live, go-live, when will, "
            "when is, when does, when do, by when, until when",
    "done": "done, finished, finish, complete, completed, close, closed, delivered, get done, got done, accomplished, achieved, achieve, wrapped up",
    "open": "open, remaining, outstanding, unfinished, pending, left to do, still, to be done, left, not done, not finished, incomplete, to go",
    "blocked": "blocked, stuck, on hold, waiting for, impeded, waiting on, held up, holding up, cannot continue, blocker, blockers, impediment, impediments",
    "create": "create, add, new, remind, ask, make a, needs to, need someone, put, set up, assign a, have someone, book, let us, get a, do not forget, "
              "open a, todo, to-do, make sure, "
              "has to, enter, plan a, schedule a, draft a, another, i need a, we need a, should",
    "change": "mark, move, reassign, change, set, postpone, push, give, start, reopen, cancel, extend, rename, put on hold, approve, reject, make it, "
              "shift, delay, hand, hand over, take over, "
              "unassign, transfer, set to, swap, bring forward, pull in, reschedule, assign, declare, pause, resume, raise to, lower, increase, reduce, "
              "complete, close, finish, update, "
              "accept, decline, defer, bump, pass, switch, edit, modify, adjust, is now, should be, takes over, unblock, block",
    "log": "log, record, register, raise, note, capture, worried, afraid, danger, might, may happen, there is a risk, note down, write down, could be, "
           "there is a danger, flag, worry that",
    "spent": "book, booked, spent, paid, bought, invoice, invoices, bill, expense, receipt, we paid, we spent",
    "report": "report, summary, one-pager, briefing, write-up, board, steering, steering committee, steerco, summarise, summarize, executive summary, exec "
              "summary, management report, slides, paper",
    "write": "write, generate, prepare, draft, put together, produce, compile, write up, make me, give me",
    "rule": "policy, policies, rule, rules, process, handbook, governance, guideline, guidelines, approves, approval, allowed, permitted, may i, can i, "
            "must i, must we, may we, can we, do i need, do we need, "
            "criteria, threshold, thresholds, mandatory, required, require, requires, requirement, requirements, skip, leave out, escalate, escalated, "
            "escalation, procedure, standard, how often, template, templates, "
            "kept, keep, who decides, who approves, supposed to, do i have to, do we have to, have to, responsibilities, responsibility, responsible for, "
            "sign off, signs off, sign-off, who may, who can, "
            "who must, is it ok, is it allowed, without a, what does, mean, means, meaning, needed for, need for, need before, pass gate, entitled, "
            "obliged, permission, who has to, how do i, how should, "
            "counts as, definition, define, defined, compulsory, exempt, what if, what happens, prince2, pmbok, method, framework, who signs, approve, by "
            "whom, limit, limits",
    "gate": "gate, gate 0, gate 1, gate 2, gate 3, gate 4, gate 5, stage gate, gate review, risk review, business case, lessons learned, closure report, "
            "project charter, change board, three offers",
    "rank": "rank, ranking, prioritise, prioritize, compare, comparison, fund, most, least, best, worst, order of, first, return, invest, investment, "
            "stop, keep, bang for the buck, highest, lowest, top, biggest, "
            "largest, riskiest, rank by, order the, sort the, score the, cheapest, dearest, most expensive, versus",
    "portfolio": "portfolio, all projects, our projects, every project, all our projects, projects overall, the projects, we doing, overall, all of our "
                 "projects, all the projects, across the board, in total, "
                 "as a whole, whole portfolio, big picture, everything, programme, program, company-wide, as a company, in general",
    "value": "value, benefit, benefits, roi, worth, worth it, promised, npv, payback, pay off, paying off, money's worth, value for money, bang, business "
             "case, pay back, outcome, outcomes, worthwhile, "
             "get out of, pays back, promise, promises, gain, gains, profitable, bcr, irr, return on investment, savings, valuable, bring, brings, deliver "
             "what, deliver its",
    "strategy": "strategy, strategic, aligned, alignment, objective, objectives, goals, goal, strategically, fit, mission, vision, strategic fit, serve, "
                "serves, support the, company goals",
    "money": "budget, budgets, cost, costs, spent, spend, money, eac, cpi, expensive, spending, finances, financial, financially, budgeted, paid, burn, "
             "burned, burnt, euros, euro, cash, funds, overspent, overrun, over budget, cheap, "
             "price, actuals, expenditure, within budget, under budget, forecast cost, cost so far, cost us",
    "changed": "changed, changes, change since, new since, happened, slipped, moved, updated, since, log of changes, different, modified, what is new, "
               "anything new, updates since, recently, recent, latest, "
               "lately, new on, been going on, added, who changed, did anything change, activity, edits, altered",
    "explain": "how was, how is it computed, computed, compute, calculated, calculate, calculation, explain, come from, comes from, how do you get, "
               "formula, worked out, work out, derived, derive, "
               "based on, what is behind, how did you get, show your working, arrived at",
    "mine": "my, i do, for me, should i, do i, am i, my day, my plate, on my, i have, i need, me today, my agenda, my list, my priorities, i start, i "
            "work, i supposed, take care of, i focus, my attention, my turn, "
            "i be doing, my week, my calendar, for my decision, my desk, my queue, my backlog, my work, am i late, my to-do list, my to-dos, assigned to "
            "me, i own",
    "plate": "plate, agenda, priorities, priority, to-do list, list, workload, backlog, queue, up to, working on, work on, busy with, day, desk, assigned, "
             "doing, next for, on the table, tackle, focus",
    "load": "overloaded, workload, busy, capacity, free, has time, overworked, available, bandwidth, load, loaded, too much work, too much to do, too much "
            "on, overbooked, overcommitted, spare, take on more, room for, utilised, "
            "utilisation, utilization, underused, idle, stretched, swamped, booked, availability, has room, slack, fully booked, too busy, working too "
            "much, time left, drowning, help out, burned out",
    "undo": "undo, revert, take back, take that back, roll back, undone, take it back, rollback, oops, reverse, put it back",
    "show": "show, list, which, what are, find, give me, how many, count, who, display, see, view, get me, tell me, number of, any, are there, is there, "
            "is any, do we have",
    "many": "how many, count, number of, per, for each, by owner, each, total number",
    "who": "who, anyone, anybody, team, somebody, someone, whom, whose, people, person, colleagues, staff, members",
    "detail": "details, detail, tell me more, history of, who owns, more about, about, purpose, sponsor, sponsors, sponsored, manager, manages, leads, led "
              "by, who leads, who manages, who runs, in charge, "
              "who is responsible, start date, end date, owner of, describe, description, what is in",
    "why": "why, reason, reasons, because of what, how come, what makes, cause, causes, caused, root cause, what is behind, explain why, what went wrong",
    "danger": "risk, risks, threat, threats, danger, dangers, go wrong, risk register, risky, exposure, keeps you up, fear",
    "decide": "decision, decisions, decide, decided, undecided, decider, waiting for a decision, awaiting, approve",
    "several": "these tasks, following tasks, tasks:, several tasks, tasks in, tasks for, two tasks, three tasks, four tasks, five tasks, following "
               "to-dos, the following",
    "people": "team, member, members, works on, on the team, involved, assigned to, works here, staff, belongs to, working on",
}


@cache
def _meanings() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, said in CONCEPTS.items():
        for word in said.split(","):
            found.setdefault(" ".join(m[0].lower() for m in TOKEN.finditer(word)), []).append(name)
    return {said: tuple(names) for said, names in found.items()}


@cache
def concept_words() -> frozenset[str]:
    """Every single word that some meaning is told by."""
    return frozenset(w for said in _meanings() for w in said.split())


def concepts(plain: str) -> list[str]:
    """The meanings that a plain text touches, in the order of the list."""
    words = plain.split()
    found = {name for _, _, run in runs(words, 5) for name in _meanings().get(run, ())}
    return [name for name in CONCEPTS if name in found]
