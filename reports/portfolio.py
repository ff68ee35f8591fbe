"""The portfolio: delivery and value of every project beside each other, never blended; the set of projects is fixed first."""
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, cast

from records.computing import Book
from records.figures.base import Figure, Value, cell, counted, display, rounded, whole
from records.figures.benefits import benefit_expected, benefit_forecast, benefit_realised, drift
from records.figures.budget import overrun
from records.figures.business_case import npv
from records.figures.delivery.dearer import Dearer
from records.figures.delivery.planning import exact
from records.figures.earned_value import ac, bac, cpi, eac
from records.figures.progress import progress
from records.figures.strategy import attainment, coverage
from records.kinds import Objective, Office, Project, Rate, Risk
from records.kinds.project import ENDED
from records.query import Query, Where
from records.reading import Reader
from records.rules.base import above
from records.verdicts import RANK, Verdict, delivery, is_flattered, value
from reports.blocks import Block, Table, Text
from reports.deciding import HEAD, as_rows, decisions_wanted
from reports.telling import NONE, SHAPES, day, few, person, short
from reports.totals import HEAD as SETS
from reports.totals import totals
from reports.watch import watch
from reports.worst import worst

Focus = Literal["brief", "all", "delivery", "value", "strategy", "risks", "money", "watch", "questions", "note", "worst", "chase"]
TOP, MOST_NAMED = 5, 6
JUDGED = ("delivered well?", "still worth it?")


def portfolio(book: Book, focus: Focus = "all", *, is_part: bool = False) -> list[Block]:
    """The summary of this book's projects: the news in a sentence and a row for each project, or the one concern and then the news.

    `is_part`: they were chosen among others, so nothing is said of objectives that only others serve.
    """
    with book.undisturbed():
        return _portfolio(book, focus, is_part=is_part)


def _portfolio(book: Book, focus: Focus, *, is_part: bool) -> list[Block]:
    projects = cast("Sequence[Project]", book.records)
    if not projects:
        return [Text("There is no project that you may see.")]
    parts = {"delivery": (_two_by_two, _verdicts), "value": (_two_by_two, _verdicts, _worth), "money": (_money,), "risks": (_risks,),
             "strategy": (_served if is_part else _strategy,), "watch": (_watch,), "worst": (worst,)}
    every = (_two_by_two, _verdicts, _money, _decisions, _risks, _served if is_part else _strategy)
    asked = [b for part in parts.get(focus, every) for b in part(book, projects)]
    news = lead(book, projects)
    return [*asked, news] if focus in ("money", "risks", "strategy", "watch", "worst") else [news, *asked]      # what was asked about comes first


def lead(book: Book, projects: Sequence[Project], *, is_brief: bool = False) -> Text:
    """The news in a few sentences: who loses value unseen, how many are delivered how, and whose colour was declared too well."""
    live = [p for p in projects if p.phase not in ENDED]
    words = Counter(delivery(book, p).word for p in live)
    told = ", ".join(f"{n} {word}" for word, n in words.most_common())
    quiet = [p.name for p in live if delivery(book, p).tone == "green" and value(book, p).tone == "red"]
    ended = f" {len(projects) - len(live)} closed." if len(live) < len(projects) else ""
    many = counted(len(live), "open project") if is_brief else f"{counted(len(live), 'project')} {'is' if len(live) == 1 else 'are'} open"
    said = f"{many}{': ' if told else ''}{told}.{'' if is_brief else ended}"
    if quiet:
        said = f"Delivered well but losing its value: {few(quiet, MOST_NAMED)}. " + said
    return Text(said + _flattered(book, live, is_brief=is_brief))


def _flattered(book: Book, live: Sequence[Project], *, is_brief: bool) -> str:
    """The projects that were declared better than the records say, those declared green and red by the records first."""
    better = [(p, delivered.tone) for p in live if is_flattered(p, delivered := delivery(book, p))]
    green = [p.name for p, tone in better if p.declared_colour == "green" and tone == "red"]
    rest = [p.name if is_brief else f"{p.name} ({p.declared_colour}, by the records {tone})" for p, tone in better if p.name not in green]
    return (f" Declared green but red by the records: {few(green, MOST_NAMED)}." if green else "") + (
        f" Declared better than the records say: {few(rest, MOST_NAMED)}." if rest else "")


def _verdicts(book: Book, projects: Sequence[Project]) -> list[Block]:
    worst = worst_first(book, projects)
    rows = tuple((p.key, p.name, p.phase, *judged(book, p), *(short(book, p, f) for f in (progress, cpi, overrun, npv))) for p in worst)
    head = ("project", "name", "phase", *JUDGED, progress.title, cpi.title, overrun.head, npv.title)
    return [Table(counted(len(projects), "project"), head, rows, tuple(p.key for p in worst))]


def compact(book: Book, projects: Sequence[Project]) -> Table:
    """A line for each project, what matters most at the left, as a narrow page ends there."""
    worst = worst_first(book, projects)
    columns = {"project": [p.name for p in worst], **dict(zip(JUDGED, zip(*(judged(book, p) for p in worst), strict=True), strict=True))} if worst else {}
    columns |= {f.head: said for f in (overrun, npv) if set(said := [short(book, p, f) for p in worst]) != {NONE}} | {"phase": [p.phase for p in worst]}
    return Table(counted(len(projects), "project"), tuple(columns), tuple(zip(*columns.values(), strict=True)), tuple(p.key for p in worst))


def worst_first(book: Book, projects: Sequence[Project]) -> list[Project]:
    """What is open before what has ended; what is delivered well and loses its value first, as nobody looks there, then by the worse of both verdicts."""
    def urgency(p: Project) -> tuple[bool, bool, int, int, str]:
        well, worth = delivery(book, p).tone, value(book, p).tone
        return (p.phase in ENDED, (well, worth) != ("green", "red"), min(RANK[well], RANK[worth]), RANK[well] + RANK[worth], p.key)
    return sorted(projects, key=urgency)


def judged(book: Book, project: Project) -> tuple[str, str]:
    """Both verdicts of a project in a word each, with their shapes."""
    return _word(delivery(book, project)), _word(value(book, project))


def _two_by_two(book: Book, projects: Sequence[Project]) -> list[Block]:
    """Delivery against value, never blended: in which corner each open project stands; what could not be judged is named below."""
    judged = [(p, delivery(book, p).tone, value(book, p).tone) for p in projects if p.phase not in ENDED]
    known = [(p, well == "green", worth == "green") for p, well, worth in judged if "plain" not in (well, worth)]
    if not known:
        return []
    rows = tuple((said, *(", ".join(p.name for p, good, gain in known if (good, gain) == (well, worth)) or "–" for worth in (True, False)))
                 for said, well in (("delivered well", True), ("not delivered well", False)))
    rest = ", ".join(p.name for p, well, worth in judged if "plain" in (well, worth))
    return [Table("Delivery and value", ("", "still worth it", "doubtful or no longer"), rows, note=f"Not judged on both: {rest}." if rest else "")]


def _word(verdict: Verdict) -> str:
    return f"{SHAPES[verdict.tone]} {verdict.word.partition(':')[0]}"


def _worth(book: Book, projects: Sequence[Project]) -> list[Block]:
    figures = (benefit_expected, benefit_forecast, benefit_realised, drift, npv)
    rows = tuple((p.key, p.name, *(short(book, p, f) for f in figures)) for p in projects)
    return [Table("Value", ("project", "name", *(f.title for f in figures)), rows, tuple(p.key for p in projects))]


def _money(book: Book, projects: Sequence[Project]) -> list[Block]:
    """How far over or under budget the open projects will end; totals by currency; what cannot be computed for one is said, not counted as nothing."""
    live = [p for p in projects if p.phase not in ENDED]
    known = [p for p in live if all(book.value(p, f).number is not None for f in (bac, eac))]
    said = [f"{rounded(abs(over))} {currency} {'over' if over > 0 else 'below'} the budget of {rounded(budget)}"
            for currency in sorted({p.currency for p in known})
            for budget, end in [[sum((book.value(p, f).number or Decimal(0) for p in known if p.currency == currency), Decimal(0)) for f in (bac, eac)]]
            for over in [end - budget]]
    of = counted(len(known), "open project") if len(known) == len(live) else f"{len(known)} of {counted(len(live), 'open project')}"
    lead = [Text(f"{of[:1].upper()}{of[1:]} {'is' if len(known) == 1 else 'are'} forecast to end {' and '.join(said)} (EAC), as of {day(book.today)}.")]
    return [*(lead if said else []), *money(book, projects, (bac, ac, eac))]


def money(book: Book, projects: Sequence[Project], figures: Sequence[Figure]) -> list[Block]:
    """The sums over the open projects, and over all where some are closed, so that they can be held against sums of either."""
    live = [p for p in projects if p.phase not in ENDED]
    rows = [*totals(book, live, figures, "open")]
    if len(live) < len(projects):
        sums = {(row[0], *row[len(SETS):]) for row in rows}
        rows += [row for row in totals(book, projects, figures, "in all") if (row[0], *row[len(SETS):]) not in sums]
    if all(cell == NONE for row in rows for cell in row[len(SETS):]):
        return []
    title = f"Money of {counted(len(projects), 'project')}, {len(live)} open" if len(live) < len(projects) else f"Money of the {len(live)} open projects"
    return [Table(title, (*SETS, *(f.title for f in figures)), tuple(rows))]


def _decisions(book: Book, projects: Sequence[Project]) -> list[Block]:
    wanted = decisions_wanted(book.reader, [p for p in projects if p.phase not in ENDED], book.today)
    return [Table(f"Decisions wanted: {len(wanted)}", HEAD, as_rows(book, wanted), tuple(w.key for w in wanted))] if wanted else []


def _risks(book: Book, projects: Sequence[Project]) -> list[Block]:
    live = (Where("project_id", "in", [p.id for p in projects]), Where("status", "not", "closed"), Where("type", "is", "threat"))
    found = book.reader.find(Query(Risk, live, sort="-score", limit=TOP))
    rows = tuple((r.key, r.title, str(r.score), person(book, r.owner_id)) for r in found)
    title = f"Top {len(rows)} risks" if len(rows) > 1 else "Top risk"
    return [Table(title, ("risk", "what may happen", "score", "owner"), rows, tuple(r.key for r in found))] if rows else []


def _watch(book: Book, projects: Sequence[Project]) -> list[Block]:  # noqa: ARG001 - of this book's projects
    return watch(book)


def _strategy(book: Book, projects: Sequence[Project]) -> list[Block]:
    """Every objective with who works for it, and both kinds of orphans."""
    goals = book.reader.find(Query(Objective, (Where("status", "is", "active"),), limit=None))
    served = Book(book.reader, goals, book.today)
    rows = tuple((o.key, o.title, _names(projects, o), _budgets(book, [p for p in projects if p.objective_id == o.id and p.phase not in ENDED]),
                  display(attainment, served.value(o, attainment)), person(book, o.owner_id)) for o in goals)
    bare = [o for o in goals if not served.value(o, coverage).number]
    seen = " that you may see" if any(served.value(o, coverage).how.endswith("you may see") for o in bare) else ""
    stray = [p.name for p in projects if p.objective_id is None and p.phase not in ENDED]
    live = [p for p in projects if p.phase not in ENDED]
    serving, served_by = len(live) - len(stray), len(goals) - len(bare)
    many = (f"{serving} of {counted(len(live), 'open project')} serve{'s' if serving == 1 else ''} an objective, and "
            f"{served_by} of {counted(len(goals), 'objective')} {'is' if served_by == 1 else 'are'} worked for, as of {day(book.today)}.")
    said = [many,
            f"No open project{seen} works for: {'; '.join(o.title for o in bare)}." if bare else "Every objective is worked for.",
            f"Without an objective: {', '.join(stray)}." if stray else "Every open project serves an objective.",
            *_unserving(book, live)]
    table = Table("Objectives", ("objective", "title", "projects", "budget of open ones", "attainment", "owner"), rows, tuple(o.key for o in goals))
    return [Text(" ".join(said)), table] if rows else []


def _budgets(book: Book, projects: Sequence[Project]) -> str:
    """The budgets of some projects by currency."""
    sums = {c: sum((book.value(p, bac).number or Decimal(0) for p in projects if p.currency == c), Decimal(0)) for c in sorted({p.currency for p in projects})}
    return " + ".join(f"{rounded(n)} {c}" for c, n in sums.items() if n) or NONE


def _unserving(book: Book, live: Sequence[Project]) -> list[str]:
    """How much of the budget of the open projects works for no objective, where that can be said in one currency."""
    known = [p for p in live if book.value(p, bac).number is not None]
    total = sum((book.value(p, bac).number or Decimal(0) for p in known), Decimal(0))
    if len({p.currency for p in known}) != 1 or not total:
        return []
    stray = sum((book.value(p, bac).number or Decimal(0) for p in known if p.objective_id is None), Decimal(0))
    worth = [p for p in known if p.objective_id is not None and value(book, p).tone == "red"]
    lost = f"; {_budgets(book, worth)} more in what is no longer worth it ({', '.join(p.name for p in worth)})" if worth else ""
    return [f"Of the budget of {rounded(total)} {known[0].currency}, {rounded(stray)} ({rounded(100 * stray / total)} %) works for no objective{lost}."]


def _served(book: Book, projects: Sequence[Project]) -> list[Block]:
    """The objectives that some projects serve."""
    goals = book.reader.find(Query(Objective, (Where("id", "in", [p.objective_id for p in projects if p.objective_id]),), limit=None))
    served = Book(book.reader, goals, book.today)
    rows = tuple((o.key, o.title, _names(projects, o), display(attainment, served.value(o, attainment)), person(book, o.owner_id)) for o in goals)
    return [Table("Objectives served", ("objective", "title", "projects", "attainment", "owner"), rows, tuple(o.key for o in goals))] if rows else []


def _names(projects: Sequence[Project], objective: Objective) -> str:
    return ", ".join(f"{p.name} ({p.phase})" if p.phase in ENDED else p.name for p in projects if p.objective_id == objective.id) or "none that you may see"


def visible(reader: Reader) -> Sequence[Project]:
    """The portfolio: every project the asker may see that was not cancelled."""
    return reader.find(Query(Project, (Where("phase", "not", "cancelled"),), limit=None))


def not_worth_it(book: Book, projects: Sequence[Project]) -> Sequence[Project]:
    """The projects of which the records say that they are no longer worth it."""
    return [p for p in projects if value(book, p).tone == "red"]


def ranked(book: Book, figure: Figure) -> Sequence[Project]:
    """The projects of a book that can be compared by a figure, the greatest first."""
    numbers = _comparable(book, figure)
    return sorted((p for p in cast("Sequence[Project]", book.records) if p.key in numbers), key=lambda p: -numbers[p.key])


def unranked(book: Book, project: Project, figure: Figure) -> str:
    """Why a project cannot be compared by a figure."""
    value = book.value(project, figure)
    return value.how if value.number is None else f"its money is in {project.currency}, and no rate is kept"


def _comparable(book: Book, figure: Figure) -> Mapping[str, Decimal]:
    """A figure by project; money of several currencies in that of the office, without what no rate is kept for."""
    known = {p: n for p in cast("Sequence[Project]", book.records) if (n := book.value(p, figure).number) is not None}
    if figure.unit != "money" or len({p.currency for p in known}) <= 1:
        return {p.key: n for p, n in known.items()}
    rates = _rates(book)
    return {p.key: n * rates[p.currency] for p, n in known.items() if p.currency in rates}


def _rates(book: Book) -> Mapping[str, Decimal]:
    """What one unit of each currency is worth in that of the office, by the latest rate that holds today."""
    office = next(iter(book.reader.find(Query(Office, limit=1))), None)
    kept = book.reader.find(Query(Rate, (Where("type", "is", "exchange"),), limit=None)) if "value" in book.reader.columns(Rate) else ()
    held = sorted((r for r in kept if r.since is None or r.since <= book.today), key=lambda r: r.since or date.min)
    return {**{r.name.upper(): exact(r.value) for r in held}, office.currency if office else "EUR": Decimal(1)}


def reranked(book: Book, after: Book, figure: Figure) -> list[Block]:
    """Who changes places in a ranking when something else is so, and by how much: a sentence and the two orders beside each other."""
    was, then = ([p.key for p in ranked(each, figure)] for each in (book, after))
    projects = {p.key: p for p in cast("Sequence[Project]", book.records)}
    shown = {key: tuple(display(figure, each.value(p, figure)) for each in (book, after)) for key, p in projects.items()}
    stay = [[key for key in keys if key in was and key in then] for keys in (was, then)]           # who comes in moves nobody past another
    moves = sorted((-abs(up), at, (f"{projects[key].name} {'rises' if up > 0 else 'falls'} from {at + up} to {at} "
                                   f"({figure.title} {shown[key][1]} instead of {shown[key][0]})"))
                   for at, key in enumerate(stay[1], 1) if (up := stay[0].index(key) + 1 - at))
    told = [f"{len(moves)} of {counted(len(stay[1]), 'project')} {'changes' if len(moves) == 1 else 'change'} places: {'; '.join(said for *_, said in moves)}."
            if moves else f"No project changes its place: it stays {', '.join(projects[key].name for key in stay[1])}.",
            *(f"{projects[key].name} is ranked then, at {then.index(key) + 1}." for key in then if key not in was),
            *(f"{projects[key].name} is not ranked any more: {after.value(projects[key], figure).how}." for key in was if key not in then)]
    rows = tuple((str(at), str(was.index(key) + 1) if key in was else "–", key, projects[key].name, shown[key][0] if key in was else "–", shown[key][1],
                  after.value(projects[key], figure).how) for at, key in enumerate(then, 1))
    head = ("then", "now", "project", "name", f"{figure.title} now", f"{figure.title} then", "how")
    return [Text(" ".join(told)), Table(f"Ranking by {figure.title}, before and after", head, rows, tuple(then))]


def against_budget(book: Book, dearer: Mapping[str, Dearer]) -> list[Block]:
    """What dearer work, by the key of its project, does to the money that was approved: the estimate at completion against the budget, with its colour."""
    told, rows, of = list[str](), list[tuple[str, ...]](), list[str]()
    for p in (p for p in cast("Sequence[Project]", book.records) if p.key in dearer and not book.unseen(eac)):
        was, spent, budget = book.value(p, eac), book.value(p, ac).number, book.value(p, bac).number
        if was.number is None or spent is None or budget is None:
            told.append(f"{p.name} against its budget: not computable, as {was.how}.")
            continue
        then = dearer[p.key].eac(was.number, spent)
        cost = then.number or Decimal(0)
        over = Value(cost - budget, f"EAC {whole(cost)} − budget {whole(budget)}")
        rows += [(p.name, f.head, cell(f, now, p.currency), cell(f, new, p.currency), new.how)
                 for f, now, new in ((eac, was, then), (overrun, book.value(p, overrun), over))]
        of += [p.key, p.key]
        told.append(f"{p.name} against its budget: EAC {display(eac, then, p.currency)} instead of {display(eac, was, p.currency)}, "
                    f"{_over(book, cost, budget)} instead of {_over(book, was.number, budget)}.")
    table = [Table("Against the budget", ("of", "figure", "now", "then", "how"), tuple(rows), tuple(of))] if rows else []
    return [Text(" ".join(told)), *table] if told else []


def _over(book: Book, cost: Decimal, budget: Decimal) -> str:
    """How far a cost lies above or below a budget, and the colour that the office gives that."""
    if not budget:
        return "with no budget"
    share, lines = 100 * (cost - budget) / budget, book.thresholds
    colour = above(Value(share, ""), lines.overrun_amber, lines.overrun_red) or "green"
    return f"{rounded(abs(share))} % {'over' if share > 0 else 'under'} it ({SHAPES[colour]} {colour})"
