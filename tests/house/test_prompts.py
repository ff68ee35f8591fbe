"""Prompts name their variables in their head, use all of them, and refuse a missing one."""
from pathlib import Path
import re

import pytest

from prompts import prompt
from tests.house.walls import TOP

FILES = sorted((TOP / "prompts").glob("*.md"))


def undeclared(text: str) -> set[str]:
    """Variables that a prompt's head names and its body does not use, or the other way about."""
    head, _, body = text.partition("\n---\n")
    return set(head.removeprefix("variables:").split()) ^ set(re.findall(r"(?<!\{)\{(\w+)\}", body))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_prompt_declares_what_it_uses(file: Path) -> None:
    assert file.read_text("utf-8").startswith("variables:")
    assert not undeclared(file.read_text("utf-8"))


def test_an_undeclared_variable_is_seen() -> None:
    assert undeclared("variables: office\n---\nYou are {office} for {person}.") == {"person"}


def test_a_missing_variable_is_an_error() -> None:
    with pytest.raises(KeyError, match="office"):
        prompt("system")
