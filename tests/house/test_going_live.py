"""The page for administrators names only what there is: settings, commands, files, counts and places in itself."""
import re

import pytest

from assistant.operating.health import Health
from assistant.operating.metrics import Metrics
from bots.cli import app
from records.database import Database
from tests.house.test_compose import unknown_settings
from tests.house.walls import TOP

PAGE = (TOP / "docs" / "GOING_LIVE.md").read_text("utf-8")
COMMANDS = {known.name or getattr(known.callback, "__name__", "").replace("_", "-") for known in app.registered_commands} | {
    str(group.name) for group in app.registered_groups}


def anchor(heading: str) -> str:
    """How a heading is linked to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def test_every_setting_that_is_named_exists() -> None:
    named = re.findall(r"\b(?:PMO|SLACK|OPENAI)_[A-Z_]*[A-Z]\b", PAGE)
    assert len(set(named)) > 20
    assert unknown_settings(" ".join(f"{name}=" for name in named)) <= {"PMO_SITE"}


def test_every_command_that_is_named_exists() -> None:
    named = {m[1] for m in re.finditer(r"(?:^|`|web )\s*pmo ([a-z-]+)", PAGE, re.M)}
    assert len(named) > 10
    assert not named - COMMANDS


@pytest.mark.parametrize("path", sorted(set(re.findall(r"deploy/[\w@.-]*\w|\b(?:compose\.yaml|requirements-model\.txt|\.env\.example)", PAGE))))
def test_every_file_that_is_named_is_there(path: str) -> None:
    assert (TOP / path).exists()


def test_links_lead_somewhere() -> None:
    there = {anchor(heading) for heading in re.findall(r"^#+ (.+)$", PAGE, re.M)}
    assert not set(re.findall(r"\]\(#([^)]+)\)", PAGE)) - there
    assert not [link for link in re.findall(r"\]\((\.\./[^)#]+)\)", PAGE) if not (TOP / "docs" / link).exists()]


def test_counts_that_are_worth_an_alarm_are_kept(bare: Database) -> None:
    metrics = Metrics(Health(bare).numbers)
    metrics.model_tried("TimeoutError", False)
    metrics.turn_seconds.labels("planner").observe(1)
    told = metrics.text().decode()
    assert not {name for name in re.findall(r"\bpmo_[a-z_]+", PAGE) if f"\n{name}" not in told}
