"""`pmo --help` is quick, because it loads no costly room."""
import subprocess
import sys

import pytest

from tests.house.walls import TOP

COSTLY = ("langchain", "langchain_core", "langgraph", "openai", "chromadb",
          "sqlalchemy", "sqlmodel", "alembic", "fastapi", "slack_bolt", "pydantic_settings")


def loaded(*command: str) -> set[str]:
    """The top modules that a Python process loads."""
    done = subprocess.run([sys.executable, "-X", "importtime", *command], cwd=TOP, capture_output=True, text=True, check=True)  # noqa: S603
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}


@pytest.mark.parametrize("command", [(), ("ask",), ("serve",), ("doctor",)])
def test_help_loads_no_costly_room(command: tuple[str, ...]) -> None:
    assert not loaded("-m", "bots", *command, "--help").intersection(COSTLY)


def test_a_costly_room_is_seen() -> None:
    assert "sqlalchemy" in loaded("-c", "import sqlalchemy")


@pytest.mark.slow
def test_a_server_without_a_language_model_loads_none_of_what_speaks_to_one() -> None:
    rooms = ("bootstrap", "alone", "office", "reporting.reporting"), ("web", "mcp_server.by_http", "slack.serving")
    parts = ", ".join(f"{room}.{each}" for room, names in zip(("assistant", "bots"), rooms, strict=True) for each in names)
    assert not loaded("-c", f"import {parts}").intersection({"langchain", "langchain_core", "langgraph", "openai"})
