"""The shape of files: short, opened with what lives there, free of one machine's paths and of registries' addresses."""
import ast
from pathlib import Path
import re

import pytest

from tests.house.walls import TOP, files, name, opening, tracked

LONGEST_FILE = 400
# Put together here, so that this file does not hold what it looks for.
FOREIGN = re.compile("|".join(["/" + "root/", "/" + "work/", "/" + "home/", "py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.(?:org|com)",
                               "registry" + r"\.npm", "deb" + r"\.debian", r"\.\./" + "shared", "--" + "index-url", "--" + "find-links",
                               "file:" + "///opt"]))
CLOCK = re.compile(r"\b(?:monotonic|time|process_time|thread_time|perf_counter)(?:_ns)?(?=\()")
MAY_NAME = {"Makefile"}            # it tells the pinning tool to leave such lines out


def foreign_words(file: Path) -> list[str]:
    try:
        return FOREIGN.findall(file.read_text("utf-8"))
    except UnicodeDecodeError:
        return []


def test_no_file_is_too_long() -> None:
    everywhere = [*files(), *(TOP / "tests").rglob("*.py"), *(TOP / "benchmarks").rglob("*.py")]
    assert not {name(f): n for f in everywhere if (n := f.read_text().count("\n")) > LONGEST_FILE}


def test_every_file_opens_with_what_lives_there() -> None:
    empty = {name(f) for f in files() if f.read_text().strip() and not opening(f.read_text())}
    assert not empty


def test_a_file_without_an_opening_is_seen() -> None:
    assert not opening("import os")


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    assert not {name(f): found for f in tracked() if name(f) not in MAY_NAME and (found := foreign_words(f))}


@pytest.mark.parametrize("planted", ["x = '/" + "root/x'", "https://py" + "pi.org/simple", "--" + "index-url https://example.com"])
def test_a_planted_machine_path_is_seen(planted: str, tmp_path: Path) -> None:
    (tmp_path / "planted.txt").write_text(planted)
    assert foreign_words(tmp_path / "planted.txt")


def timed(code: str) -> list[int]:
    """The lines that assert how long something took; how long somebody waits for what comes at last is no such thing."""
    if not CLOCK.search(code):
        return []
    asserted = [node.test for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Assert)]
    taken = [n for test in asserted for n in ast.walk(test) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Sub)]
    return [n.lineno for n in taken if any(isinstance(called, ast.Call) and CLOCK.search(ast.unparse(called)) for called in ast.walk(n))]


def test_no_test_is_timed() -> None:
    assert not {name(f): found for f in (TOP / "tests").rglob("*.py") if (found := timed(f.read_text("utf-8")))}


@pytest.mark.parametrize("planted", ["assert time.monotonic() - began < 2", "assert (process_time() - start) / 3 < 0.03", "assert 1 > perf_counter() - start"])
def test_a_timed_test_is_seen(planted: str) -> None:
    assert timed(planted) == [1]


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {f.parent for f in (TOP / "tests").rglob("*.py")}
    assert not {name(f) for f in folders if not (f / "__init__.py").exists()}
