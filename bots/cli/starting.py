"""`pmo start`: a company of one's own, asked one thing after the other on a terminal, or said by options."""
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bots.cli.connecting import opened
from bots.cli.options import Json
from bots.cli.showing import progress, say
from records.errors import BadInput

if TYPE_CHECKING:
    from assistant.upkeep import Upkeep

OPTIONS = {"admin": "--name", "email": "--email", "office": "--office", "country": "--country", "currency": "--currency", "zone": "--time-zone",
           "fiscal_month": "--fiscal-month"}
Name = Annotated[str, typer.Option("--name", metavar="TEXT", show_default=False, help="The first PMO admin.")]
Email = Annotated[str, typer.Option("--email", metavar="ADDRESS", show_default=False, help="The admin's e-mail address.")]
Office = Annotated[str, typer.Option("--office", metavar="TEXT", show_default=False, help="What the office is called.")]
Country = Annotated[str, typer.Option("--country", metavar="CODE", show_default=False, help="DE, DE-BY, US, …: its public holidays are days off.")]
Currency = Annotated[str, typer.Option("--currency", metavar="CODE", show_default=False, help="EUR, USD, GBP or CHF.")]
Zone = Annotated[str, typer.Option("--time-zone", metavar="ZONE", show_default=False, help="Such as Europe/Berlin.")]
Month = Annotated[str, typer.Option("--fiscal-month", metavar="MONTH", show_default=False, help="The month the fiscal year begins with, 1 to 12.")]
Yes = Annotated[bool, typer.Option("--yes", help="Ask nothing: what is not said is as offered.")]


def start(name: Name = "", email: Email = "", office: Office = "", country: Country = "", currency: Currency = "",  # noqa: PLR0913, PLR0917 - typer's way
          zone: Zone = "", month: Month = "", *, yes: Yes = False, json: Json = False) -> int:
    """Begin a company of your own; the sample, if nobody worked on it, is set aside."""
    from reports.blocks import Text

    settings, upkeep = opened()
    upkeep.refuse_begun()
    said = dict(zip(OPTIONS, (name, email, office, country, currency, zone, month), strict=True))
    asks = _is_terminal() and not yes
    answers = _asked(upkeep, said) if asks else _taken(upkeep, said, offered=yes)
    if asks and not typer.confirm("Begin?", default=True, err=True):
        raise typer.Abort
    aside = upkeep.begin(answers, settings.home)
    lines = [f"Your company is there: “{answers['office']}”, with {answers['admin']} ({answers['email']}) as its PMO admin.",
             *([f"The sample company is set aside in {aside}."] if aside else []),
             "Next: pmo import people.csv for the others, pmo ingest FOLDER for your policies, pmo serve for the page, and pmo link to sign in on it."]
    return say(*(Text(line) for line in lines), as_json=json)


def _taken(upkeep: "Upkeep", said: dict[str, str], *, offered: bool) -> dict[str, str]:
    """What was said by options; what was not is as offered, where that was allowed and something is."""
    answers: dict[str, str] = {}
    missing = []
    for question in upkeep.questions:
        answer = said[question.name] or (question.offered(answers) if offered else "")
        if answer:
            answers[question.name] = question.read(answer)
        else:
            answers[question.name] = ""
            missing.append(OPTIONS[question.name])
    if missing:
        raise BadInput(f"Say {', '.join(missing)}" + ("." if offered else ", or add --yes to take what is offered for all but name and e-mail."))
    return answers


def _asked(upkeep: "Upkeep", said: dict[str, str]) -> dict[str, str]:
    """What was said by options, and what a person answers to the rest; what cannot be read is asked again."""
    answers: dict[str, str] = {}
    for question in upkeep.questions:
        answer, offered = said[question.name], question.offered(answers)
        while question.name not in answers:
            answer = answer or typer.prompt(question.asks, default=offered, show_default=bool(offered), err=True)
            try:
                answers[question.name] = question.read(answer)
            except BadInput as sorry:
                progress(str(sorry))
                answer = ""
    return answers


def _is_terminal() -> bool:
    return sys.stdin.isatty()
