"""Risks (PMI): the worst open score, and what is at stake weighed by probability (expected monetary value), before and after the responses.

A chance in percent counts where one is given; else 1-5 stand for 10, 30, 50, 70 and 90 %; what has happened is certain.
Scores: 1-4 low, 5-9 medium, 10-15 high, 16-25 critical.
"""
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from records.figures.base import Needs, Part, Rows, Value, counted, figure, keys, rounded, whole
from records.figures.delivery.planning import exact
from records.kinds import Project, Risk

CHANCE = {1: Decimal("0.1"), 2: Decimal("0.3"), 3: Decimal("0.5"), 4: Decimal("0.7"), 5: Decimal("0.9")}
LEVELS = ((16, "critical"), (10, "high"), (5, "medium"), (0, "low"))
AT_STAKE: Needs = {Risk: ("key", "title", "status", "type", "probability", "chance", "cost_impact")}
RESPONDED: Needs = {Risk: (*AT_STAKE[Risk], "response_cost", "residual_probability", "residual_cost")}
Weight = Callable[[Risk], Decimal | None]


@figure(of=Project, needs={Risk: ("key", "title", "status", "type", "score")}, unit="score", label="top risk", also="worst risk, risk score")
def top_risk(rows: Rows) -> Value:
    live = _live(rows)
    if not live:
        return Value(None, "there is no open risk")
    ranked = sorted(live, key=lambda r: -(r.score or 0))
    worst = ranked[0]
    parts = tuple(Part(r.title, f"{r.score or 0}, {_level(r.score or 0)}", r.key) for r in ranked) if len(ranked) > 1 else ()
    return Value(Decimal(worst.score or 0), f"{worst.title}, the highest of {counted(len(live), 'open risk')} on a scale to 25", (worst.key,), parts)


@figure(of=Project, needs=AT_STAKE, unit="money", label="risk exposure", also="exposure, exposed, money at risk, EMV, expected monetary value")
def risk_exposure(rows: Rows) -> Value:
    """Probability x cost if it happens, over the open threats."""
    return _weighed(_live(rows), _before, "open risk", "cost")


@figure(of=Project, needs=AT_STAKE, unit="money", label="opportunity exposure", also="money of opportunities, expected value of opportunities")
def opportunity_exposure(rows: Rows) -> Value:
    """Probability x gain if it happens, over the open opportunities."""
    return _weighed(_live(rows, "opportunity"), _before, "open opportunity", "gain")


@figure(of=Project, needs=RESPONDED, unit="money", label="residual exposure", also="residual risk, exposure after the responses, exposure after response")
def residual_exposure(rows: Rows) -> Value:
    """Probability x cost of the open threats once their responses work; where nobody has judged that, as before."""
    live = _live(rows)
    found = _weighed(live, _after, "open risk", "cost")
    same = sum(_before(r) is not None and not _is_judged(r) for r in live)
    return found if found.number is None or not same else replace(found, how=f"{found.how}; {same} not judged anew, so as before")


@figure(of=Project, needs=RESPONDED, unit="money", label="gain of the risk responses",
        also="response worth its cost, worth of the responses, value of the responses, net gain of responses, "
             "worth it responses, risk responses worth their cost, responses worth their cost")
def response_gain(rows: Rows) -> Value:
    """(exposure before - after) - cost of the response, over the open threats and opportunities whose response is costed and judged; above 0 is worth it."""
    live = [r for r in rows[Risk] if r.status != "closed"]
    judged = [(r, before, after, r.response_cost) for r in live if _is_judged(r) and (before := _before(r)) is not None
              and (after := _after(r)) is not None and r.response_cost is not None]
    if not judged:
        return Value(None, "no open risk has a response with its cost and what is left at stake after it")
    gains = [((before - after if r.type == "threat" else after - before), cost, r) for r, before, after, cost in judged]
    parts = tuple(Part(r.title, f"saves {whole(gain)} for {whole(cost)}: {'worth it' if gain > cost else 'not worth it'}", r.key) for gain, cost, r in gains)
    worth = sum(gain > cost for gain, cost, _ in gains)
    left = f"; {len(live) - len(judged)} without a cost or a new judgement left out" if len(judged) < len(live) else ""
    said = f"what {counted(len(judged), 'response')} take off the exposure less their cost; {worth} of {len(judged)} worth it{left}"
    return Value(sum((gain - cost for gain, cost, _ in gains), Decimal(0)), said, keys([r for *_, r in gains]), parts)


@figure(of=Project, needs={Risk: ("key", "title", "status", "type", "probability", "chance", "days_impact")}, unit="days", label="days exposure",
        also="schedule exposure, exposure in days, days at risk, time at risk")
def days_exposure(rows: Rows) -> Value:
    """Probability x delay if it happens, over the open threats."""
    return _weighed(_live(rows), lambda r: None if r.days_impact is None else chance(r) * r.days_impact, "open risk", "delay", "days")


def chance(risk: Risk) -> Decimal:
    """From 0 to 1: certain once it has happened, else as said in percent, else by the five steps of the register."""
    if risk.status == "triggered":
        return Decimal(1)
    return CHANCE[risk.probability] if risk.chance is None else exact(risk.chance) / 100


def _live(rows: Rows, type_: str = "threat") -> list[Risk]:
    return [r for r in rows[Risk] if r.status != "closed" and r.type == type_]


def _before(risk: Risk) -> Decimal | None:
    return None if risk.cost_impact is None else chance(risk) * risk.cost_impact


def _after(risk: Risk) -> Decimal | None:
    probability = chance(risk) if risk.residual_probability is None or risk.status == "triggered" else CHANCE[risk.residual_probability]
    cost = risk.cost_impact if risk.residual_cost is None else risk.residual_cost
    return None if cost is None else probability * cost


def _is_judged(risk: Risk) -> bool:
    return risk.residual_probability is not None or risk.residual_cost is not None


def _weighed(live: Sequence[Risk], weight: Weight, one: str, what: str, unit: str = "") -> Value:
    known = [(amount, r) for r in live if (amount := weight(r)) is not None]
    many = one.replace("opportunity", "opportunities") if one.endswith("y") else ""
    if not known:
        return Value(None, f"no {one} has a {what}" if live else f"there is no {one}")
    left = f"; {len(live) - len(known)} without a {what} left out" if len(known) < len(live) else ""
    shown = [(rounded(a, 1) + f" {unit}" if unit else whole(a), r) for a, r in sorted(known, key=lambda each: (-each[0], each[1].key))]
    parts = tuple(Part(r.title, said, r.key) for said, r in shown) if len(known) > 1 else ()
    return Value(sum((a for a, _ in known), Decimal(0)), f"probability × {what} of {counted(len(known), one, many)}{left}", keys([r for _, r in known]), parts)


def _level(score: int) -> str:
    return next(name for least, name in LEVELS if score >= least)
