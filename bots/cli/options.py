"""The options that commands share, each with its help."""
from typing import Annotated

import typer

As = Annotated[str, typer.Option("--as", metavar="PERSON", help="Who asks, by name or e-mail address. Default: the first PMO admin.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON, and nothing else.")]
Thread = Annotated[str, typer.Option("--thread", metavar="ID", help="The conversation to go on in. Default: your latest.")]
Id = Annotated[str, typer.Argument(metavar="[ID]", show_default=False, help="A proposal (P-1a2b3c4d). Default: the latest of the conversation.")]
Only = Annotated[str, typer.Option("--only", metavar="NUMBERS", help="Of a plan only these tasks, by their numbers: 2.1, 3. Default: all of it.")]
IdOrChange = Annotated[str, typer.Argument(metavar="[ID]", show_default=False,
                                           help="A proposal, or a change's number (12). Default: the latest change of the conversation.")]
