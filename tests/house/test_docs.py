"""Docs that cannot lie: the generated parts of README and .env.example say what the code says."""
import re

import pytest

from tests.house.generated import MARKED, env_example, readme, settings, stale
from tests.house.walls import TOP

README = (TOP / "README.md").read_text("utf-8") if (TOP / "README.md").exists() else ""


def test_generated_docs_are_current() -> None:
    assert not stale(), "run: make docs"


def test_a_stale_table_is_seen() -> None:
    assert readme("<!-- generated: settings -->\nold\n<!-- end -->") == f"<!-- generated: settings -->\n{settings()}\n<!-- end -->"


def test_readme_holds_each_generated_part() -> None:
    assert [m[2] for m in MARKED.finditer(README)] == ["commands", "tools", "settings"]


def test_every_setting_says_what_it_is() -> None:
    assert all(len(line) > len("# …") for line in env_example().splitlines() if line.startswith("# "))


@pytest.mark.parametrize("target", ["run", "test", "test-fast", "lint", "bench", "docs", "pins", "help"])
def test_every_make_target_says_what_it_does(target: str) -> None:
    assert re.search(rf"^{target}:.*## \w+", (TOP / "Makefile").read_text(), re.M)


def test_readme_links_point_at_files() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README)
    assert not [link for link in links if not (TOP / link).exists() and link != "docs/page.png"]
