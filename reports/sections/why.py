"""Why a project has its colours: every finding with the clause it breaks and the records behind it."""
from language.dates import Period
from records.computing import Book
from records.kinds import Project
from records.verdicts import Verdict, delivery, value
from reports.blocks import Block, Card, Text
from reports.sections.base import section


@section("why")
def why(book: Book, project: Project, period: Period) -> list[Block]:  # noqa: ARG001
    delivered, worth = delivery(book, project), value(book, project)
    colour = f" ({delivered.tone})" if delivered.tone != "plain" else ""
    lead = f"{project.name} is {delivered.word}{colour} in delivery"
    count = f", because of {len(delivered.because)} findings" if len(delivered.because) > 1 else ""
    return [Text(f"{lead}{count}. As to its value it is {worth.word}."), *_cards(delivered), *_cards(worth)]


def _cards(verdict: Verdict) -> list[Card]:
    return [Card(finding.says, finding.severity, (f"Rule “{rule.name.replace('_', ' ')}” ({rule.area}): {rule.clause}", *_records(finding.keys)), finding.keys)
            for rule, finding in verdict.because]


def _records(keys: tuple[str, ...]) -> tuple[str, ...]:
    few = ", ".join(keys[:5])
    return (f"Records: {few}" + (f" and {len(keys) - 5} more" if len(keys) > 5 else ""),) if keys else ()  # noqa: PLR2004 - what fits a line
