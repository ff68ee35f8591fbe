"""The image and what compose starts name only what there is: settings, commands, files."""
from collections.abc import Mapping
import re
import tomllib
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # it has no types

from assistant.settings import Settings, is_secret, variable
from bots.cli import app
from tests.house.walls import TOP

COMPOSE: dict[str, Any] = yaml.safe_load((TOP / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
SECRETS = (TOP / "deploy" / "secrets.sh").read_text("utf-8")
DOCKERFILE = (TOP / "Dockerfile").read_text("utf-8")
FIELDS = {variable(field) for field in Settings.model_fields}
KNOWN = FIELDS | {f"{variable(field)}_FILE" for field in Settings.model_fields if is_secret(field)} | {"PMO_ENV_FILE"}
BESIDE = {"PMO_SITE", "PMO_UPSTREAM"}               # what deploy/Caddyfile and compose.yaml say to each other


def unknown_settings(text: str) -> set[str]:
    """The names of our own settings that a text sets or puts behind a # and that do not exist."""
    return set(re.findall(r"\b(PMO_\w+|OPENAI_\w+|SLACK_\w+)(?:=|: )", text)) - KNOWN - BESIDE


@pytest.mark.parametrize("name", ["compose.yaml", "Dockerfile", *(str(f.relative_to(TOP)) for f in sorted((TOP / "deploy").iterdir()))])
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


def mounted(service: Mapping[str, Any]) -> dict[str, str]:
    """Where a service has what."""
    return dict(volume.split(":")[:2] for volume in service.get("volumes", ()))


def test_services_volumes_and_networks_that_are_named_are_there() -> None:
    waited_for = {name for service in SERVICES.values() for name in service.get("depends_on", ())}
    volumes = {source for service in SERVICES.values() for source in mounted(service) if not source.startswith("./")}
    networks = {network for service in SERVICES.values() for network in service["networks"]}
    assert (waited_for - SERVICES.keys(), volumes, networks) == (set(), set(COMPOSE["volumes"]), set(COMPOSE["networks"]))
    assert all((TOP / service["build"] / "Dockerfile").exists() for service in SERVICES.values() if "build" in service)


def test_files_that_are_mounted_are_there_or_made_before() -> None:
    made = {"./secrets", "./documents", "./secrets/database_password"}
    sources = {source for service in SERVICES.values() for source in mounted(service) if source.startswith("./")} - made
    assert not [source for source in sources if not (TOP / source).exists()]
    assert all(f"> {source.removeprefix('./')}" in SECRETS or "mkdir -p secrets documents" in SECRETS for source in made)


def test_the_state_is_kept_where_the_image_looks_for_it() -> None:
    assert {mounted(SERVICES[name])["state"] for name in ("web", "worker")} == set(re.findall(r"PMO_HOME=(\S+)", DOCKERFILE)) == {"/state"}


def test_who_waits_for_another_waits_until_that_is_well() -> None:
    waits = [(name, how["condition"]) for service in SERVICES.values() for name, how in service.get("depends_on", {}).items()]
    assert all(condition == "service_healthy" and "healthcheck" in SERVICES[name] for name, condition in waits)


def test_only_this_machine_reaches_the_page_and_only_the_others_the_records_and_the_index() -> None:
    assert {name: service["ports"] for name, service in SERVICES.items() if "ports" in service} == {
        "web": ["127.0.0.1:8000:8000"], "proxy": ["80:80", "443:443"]}
    assert [SERVICES[name]["networks"] for name in ("postgres", "chroma")] == [["inside"], ["inside"]]
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_our_own_services_write_nowhere_but_into_their_state_and_hold_no_power() -> None:
    for name in ("web", "worker", "chroma"):
        service = SERVICES[name]
        assert (service["read_only"], service["cap_drop"], service["security_opt"]) == (True, ["ALL"], ["no-new-privileges:true"])
    assert re.search(r"^USER office$", DOCKERFILE, re.M)


def test_the_secrets_that_are_made_are_those_that_are_read() -> None:
    password = SERVICES["postgres"]["environment"]["POSTGRES_PASSWORD_FILE"]
    user = SERVICES["postgres"]["environment"]["POSTGRES_USER"]
    assert password == mounted(SERVICES["postgres"])["./secrets/database_password"]
    for name in ("web", "worker"):
        assert SERVICES[name]["environment"]["PMO_DATABASE_URL_FILE"] == f"{mounted(SERVICES[name])['./secrets']}/database_url"
    assert f"'postgresql://{user}:%s@postgres:5432/{user}' \"$password\" > secrets/database_url" in SECRETS


def test_the_addresses_fit_what_is_started() -> None:
    chroma = SERVICES["chroma"]["command"]
    assert SERVICES["web"]["environment"]["PMO_CHROMA_URL"] == f"http://chroma:{chroma[chroma.index('--port') + 1]}"
    assert SERVICES["web"]["environment"]["PMO_PROXIES"] == COMPOSE["networks"]["front"]["ipam"]["config"][0]["subnet"]
    assert SERVICES["worker"]["environment"]["PMO_PROBE_PORT"] == "8000"
    assert "/readyz" in SERVICES["worker"]["healthcheck"]["test"][-1]


def test_the_programs_in_the_image_can_read_the_servers_backups() -> None:
    """Debian 13, which the image stands on, has PostgreSQL 17; pg_dump refuses a server that is newer than itself."""
    assert SERVICES["postgres"]["image"] == "postgres:17"
    assert DOCKERFILE.count("FROM python:3.11-slim-trixie") == 2
