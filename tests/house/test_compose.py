"""The image and what compose starts name only what there is: settings, commands, files."""
from pathlib import Path
import re
import tomllib
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # it has no types

from assistant.settings import Settings, variable
from bots.cli import app
from tests.house.walls import TOP

COMPOSE: dict[str, Any] = yaml.safe_load((TOP / "compose.yaml").read_text("utf-8"))
DOCKERFILE = (TOP / "Dockerfile").read_text("utf-8")
KNOWN = {variable(field) for field in Settings.model_fields}


def unknown_settings(text: str) -> set[str]:
    """The names of our own settings that a text sets or puts behind a # and that do not exist."""
    return set(re.findall(r"\b(PMO_\w+|OPENAI_\w+|SLACK_\w+)(?:=|: )", text)) - KNOWN


@pytest.mark.parametrize("name", ["compose.yaml", "Dockerfile"])
def test_every_setting_named_there_exists(name: str) -> None:
    assert not unknown_settings((TOP / name).read_text("utf-8"))


def test_a_setting_that_is_none_is_seen() -> None:
    assert unknown_settings("PMO_HOME=/state PMO_HOUSE: x") == {"PMO_HOUSE"}


def test_the_image_copies_what_there_is() -> None:
    copied = [path for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M) for path in line.split()]
    assert {"requirements.txt", "pyproject.toml"} <= set(copied)
    assert not [path for path in copied if not (TOP / path).exists()]


def test_the_image_starts_a_command_that_there_is() -> None:
    command = re.findall(r'"([^"]+)"', DOCKERFILE.rpartition("CMD")[2])
    assert command[0] in tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert command[1] in {known.name or getattr(known.callback, "__name__", "") for known in app.registered_commands}


def test_services_and_volumes_that_are_named_are_there() -> None:
    services = COMPOSE["services"]
    waited_for = {name for service in services.values() for name in service.get("depends_on", ())}
    mounted = {volume.partition(":")[0] for service in services.values() for volume in service.get("volumes", ())}
    assert (waited_for, mounted) == ({"postgres"}, set(COMPOSE["volumes"]))
    assert all((TOP / service["build"] / "Dockerfile").exists() for service in services.values() if "build" in service)


def test_the_state_is_kept_where_the_image_looks_for_it() -> None:
    state = next(volume.partition(":")[2] for volume in COMPOSE["services"]["assistant"]["volumes"] if volume.startswith("state:"))
    assert f"PMO_HOME={state}" in DOCKERFILE
    assert Path(state).is_absolute()


def test_the_address_of_the_database_fits_what_is_started() -> None:
    said = COMPOSE["services"]["postgres"]
    user, password = said["environment"]["POSTGRES_USER"], said["environment"]["POSTGRES_PASSWORD"]
    (port,) = {mapping.split(":")[1] for mapping in said["ports"]}
    assert f"# PMO_DATABASE_URL: postgresql://{user}:{password}@127.0.0.1:{port}/{user}" in (TOP / "compose.yaml").read_text("utf-8")


def test_the_address_of_the_index_fits_what_is_started_which_only_this_machine_reaches() -> None:
    said = COMPOSE["services"]["chroma"]
    (port,) = {mapping.rpartition(":")[2] for mapping in said["ports"]}
    assert all(mapping.startswith("127.0.0.1:") for mapping in said["ports"])
    assert said["command"][said["command"].index("--port") + 1] == port
    assert f"# PMO_CHROMA_URL: http://127.0.0.1:{port}" in (TOP / "compose.yaml").read_text("utf-8")
