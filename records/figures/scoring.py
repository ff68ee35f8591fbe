"""What a choice among projects goes by: weighted shortest job first, the points by the board's own weights, and the money still needed."""
from decimal import Decimal

from language.customs import JANUARY, Customs
from records.figures.base import Part, Rows, Value, figure, joined, keys, rounded, unknown, whole
from records.figures.business_case import YEARLY, bcr, own
from records.figures.earned_value import etc
from records.figures.portfolio.costing import NOBODY_SAID, ahead
from records.figures.portfolio.weighing import FIELDS, points, weighed, weights
from records.figures.worth import npv_ahead
from records.kinds import BudgetLine, BusinessCase, CostEntry, Driver, Office, Project

NAMED = 12                           # years in a sentence
COST_OF_DELAY = ("business_value", "time_criticality", "risk_reduction")


@figure(of=Project, needs={Project: ("key", *COST_OF_DELAY, "job_size")}, unit="ratio", label="WSJF",
        also="weighted shortest job first, cost of delay per size, cost of delay")
def wsjf(rows: Rows) -> Value:
    """(business value + time criticality + risk reduction) / job size, as in SAFe."""
    (project,) = rows[Project]
    missing = [name.replace("_", " ") for name in (*COST_OF_DELAY, "job_size") if getattr(project, name) is None]
    if missing or not project.job_size:
        return Value(None, f"nobody has scored its {' and its '.join(missing)}")
    delay = [Decimal(getattr(project, name)) for name in COST_OF_DELAY]
    said = " + ".join(f"{name.replace('_', ' ')} {n}" for name, n in zip(COST_OF_DELAY, delay, strict=True))
    return Value(sum(delay, Decimal(0)) / project.job_size, f"({said}) / job size {project.job_size}", (project.key,))


@figure(of=Project, needs={Project: ("key", *FIELDS.values()), Driver: ("key", "name", "weight")}, reads=(bcr,), unit="ratio", label="board score",
        also="weighted score, portfolio score, priority score, total score")
def board_score(rows: Rows) -> Value:
    """The mean of the points for each driver, by the board's weights: 0 to 10."""
    (project,), ratio, drivers = rows[Project], rows[bcr], rows[Driver]
    found, by = points(project, ratio.number), weights(drivers)
    score, unscored = weighed(found, by), [name for name in by if name not in found]
    if score is None:
        return Value(None, f"too little of the weight is scored: it has no {', no '.join(unscored)}")
    all_of_it = sum((w for name, w in by.items() if name in found), Decimal(0))
    said = " + ".join(f"{name} {rounded(found[name], 1)} × {rounded(100 * w / all_of_it)} %" for name, w in by.items() if name in found)
    whose = "the board's weights" if drivers else "the usual weights, as the board has set none"
    rest = f"; without {', '.join(unscored)}, not scored" if unscored else ""
    parts = tuple(Part(name, f"{rounded(found[name], 1)} points × {rounded(100 * w / all_of_it)} % = {rounded(found[name] * w / all_of_it, 2)}")
                  for name, w in by.items() if name in found)
    return Value(score, f"{said}, by {whose}{rest}", (project.key, *keys(drivers), *(joined(ratio) if "value for money" in found else ())), parts)


@figure(of=Project, needs={Project: ("key", "start", "finish"), BudgetLine: ("key", "amount", "year"), CostEntry: ("key", "type", "amount", "on"),
                           Office: ("key", "fiscal_month"), **YEARLY}, reads=(etc,), unit="money", label="money still needed",
        also="cost ahead, cost still to come, money ahead, cost to fund, funding needed")
def cost_ahead(rows: Rows) -> Value:
    """What still has to be paid until the end, with the office's years it falls into."""
    (project,), own_year = rows[Project], [o for o in rows[Office] if o.fiscal_month > JANUARY]
    found = ahead(project, rows[BudgetLine], rows[CostEntry], own(rows), rows.today,
                  customs=Customs(first_month=next((o.fiscal_month for o in own_year), JANUARY)), rest=rows[etc].number)
    if not found.years:
        return Value(None, found.how if found.how == NOBODY_SAID else f"nothing is left to pay: {found.how}")
    years = [(f"{'FY' if own_year else ''}{year}", whole(money)) for year, money in found.years.items()]
    begins = f"; FY{min(found.years)} begins on {found.customs.fiscal_year(min(found.years)).first:%-d %b %Y}" if own_year else ""
    later = f" and {len(years) - NAMED} more years" if len(years) > NAMED else ""
    said = f"{', '.join(f'{year}: {money}' for year, money in years[:NAMED])}{later}, by {found.how}{begins}"
    receipt = dict.fromkeys((project.key, *found.keys, *joined(rows[etc]), *keys(rows[BusinessCase], own_year)))
    return Value(found.total, said, tuple(receipt), tuple(Part(year, money) for year, money in years))


@figure(of=Project, reads=(npv_ahead, cost_ahead), unit="ratio", label="value per euro to come",
        also="value per euro still to be spent, value per euro still to spend, value for the money still to be spent, value per euro ahead, "
             "NPV per euro to come, value for each euro still to be spent, value per euro to go, value per euro left to spend, "
             "value for money from today, value for money to come")
def ratio_ahead(rows: Rows) -> Value:
    """NPV ahead / money still needed: what a euro that is still to be spent brings."""
    worth, money = rows[npv_ahead], rows[cost_ahead]
    if worth.number is None or money.number is None or money.number < 1:
        return unknown("nothing is left to pay", worth, money)
    return Value(worth.number / money.number, f"NPV ahead {whole(worth.number)} / money still needed {whole(money.number)}", joined(worth, money))
