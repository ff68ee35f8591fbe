"""The command line, `pmo`: one command, one function; rooms that cost time are imported by the command that needs them."""
import gc

import typer

from bots.cli import (
    asking,
    auditing,
    backing_up,
    checking,
    clicking,
    exporting,
    forgetting,
    importing,
    keeping,
    letting_in,
    outside,
    reporting,
    serve,
    slack,
    starting,
    upgrading,
    working,
)
from bots.cli.ending import ended

SELDOM = (50_000, 20, 50)               # when Python looks for circles of objects: what is loaded stays, and to look through it took a tenth of a start
app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
                  help='The assistant of a project office. Start with: pmo sample, then pmo ask "how is Apollo doing?"')
for command in (asking.ask, asking.chat, reporting.report, reporting.portfolio, reporting.document, checking.check, clicking.confirm, clicking.discard,
                clicking.undo, serve.serve, working.worker, outside.mcp, keeping.sample, starting.start, keeping.ingest, keeping.reindex, keeping.brand,
                exporting.export, backing_up.backup, backing_up.restore, upgrading.upgrade, keeping.verify, forgetting.forget, letting_in.link,
                letting_in.token, letting_in.tokens, letting_in.revoke, letting_in.sign_out, auditing.sent, keeping.doctor):
    app.command()(command)
app.command("import")(importing.import_)
app.add_typer(slack.commands, name="slack")


def main() -> None:
    """Run a command; every ending has its exit code: 0 done, 1 refused or findings, 2 bad input."""
    gc.set_threshold(*SELDOM)
    raise SystemExit(ended(app))
