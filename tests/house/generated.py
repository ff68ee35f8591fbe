"""The generated parts of README.md and .env.example; `make docs` writes them, a test holds them current."""
from collections.abc import Iterable, Iterator
import inspect
from pathlib import Path
import re

from pydantic import SecretStr
from typer.main import get_command

from assistant.settings import Settings, variable
from bots.cli import app
from tests.house.walls import TOP
from tools import TOOLS

COMMON = ("--as", "--json", "--help")
MARKED = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.S)


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [tuple(columns), *(tuple(row) for row in rows)]
    lines.insert(1, tuple("---" for _ in lines[0]))
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def tools() -> str:
    """Every tool with what it is for and what one says for it."""
    return table(("tool", "what it does", "say, for example"),
                 ((f"[`{t.name}`](tools/{t.name}.py)", _first_sentence(t.says), _first_line(t.examples[0])) for t in TOOLS))


def settings() -> str:
    """Every setting with its default and its words."""
    rows = ((f"`{name}`", f"`{default}`" if default else "", says) for name, default, says in _settings())
    return table(("variable", "default", "what it is"), rows)


def commands() -> str:
    """Every command with its arguments, its own options and its first sentence."""
    shown = ((f"`pmo {name}{_arguments(command)}`", (command.help or "").partition("\n")[0]) for name, command in get_command(app).commands.items())  # type: ignore[attr-defined]
    return table(("command", "what it does"), shown)


def env_example() -> str:
    """The settings as a file to copy to .env: each commented out at its default."""
    head = "# Settings of Project Assistant. Copy this file to .env and take the # off a line to say otherwise; all may stay as they are.\n"
    return "\n".join((head, *(f"# {says}\n#{name}={default}\n" for name, default, says in _settings())))


def readme(text: str) -> str:
    """README.md with each generated part made anew."""
    made = {"tools": tools, "settings": settings, "commands": commands}
    return MARKED.sub(lambda m: f"{m[1]}{made[m[2]]()}\n{m[3]}", text)


def stale() -> dict[Path, str]:
    """The files whose generated parts are out of date, each with what it should hold."""
    wanted = {TOP / "README.md": readme((TOP / "README.md").read_text("utf-8")), TOP / ".env.example": env_example()}
    return {file: text for file, text in wanted.items() if not file.exists() or file.read_text("utf-8") != text}


def _first_sentence(says: str) -> str:
    """What a tool does; what follows is for the model."""
    return re.split(r"(?<=\.)\s", says.replace("\n", " "), maxsplit=1)[0]


def _first_line(example: str) -> str:
    head, _, more = example.partition("\n")
    return head + (" …" if more else "")


def _settings() -> Iterator[tuple[str, str, str]]:
    for field, info in Settings.model_fields.items():
        default = info.default
        shown = "" if default is None or isinstance(default, SecretStr) else str(default).lower() if isinstance(default, bool) else str(default)
        yield variable(field), shown, inspect.cleandoc(info.description or "")


def _arguments(command: object) -> str:
    shown = ""
    for parameter in command.params:  # type: ignore[attr-defined]
        if parameter.param_type_name == "argument":
            shown += f" {parameter.metavar}"
        elif parameter.opts[0] not in COMMON:
            shown += f" [{parameter.opts[0]}{'' if parameter.is_flag else ' ' + (parameter.metavar or parameter.name.upper())}]"
    return shown


if __name__ == "__main__":
    for file, text in stale().items():
        file.write_text(text, "utf-8")
        print(f"{file.relative_to(TOP)} is current again.")  # noqa: T201
