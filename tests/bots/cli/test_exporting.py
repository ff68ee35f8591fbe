"""`pmo export`: where a file goes, what is said, and how it ends."""
import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from bots.cli import exporting
from tests.bots.cli.conftest import Pmo


def test_everything_goes_to_stdout_as_json(pmo: Pmo) -> None:
    ran = pmo("export")
    assert (ran.code, [line for line in ran.err.splitlines() if "so far" not in line]) == (0, [])
    assert json.loads(ran.out)["format"] == "project-assistant"


def test_a_kind_is_said_in_ones_own_words(pmo: Pmo) -> None:
    ran = pmo("export", "to-do", "--format", "csv", "--project", "apollo", "--out", "-")
    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"), newline="")))
    assert ran.code == 0
    assert {row["project"] for row in rows} == {"APOLLO"}


@pytest.mark.parametrize(("arguments", "name"), [
    (("--format", "json"), "all.json"), (("--format", "xlsx"), "all.xlsx"), (("tasks", "--format", "csv"), "tasks.csv"),
    (("--format", "mspdi", "--project", "Apollo"), "apollo.xml"), (("--format", "ics", "--person", "ana"), "ana.ics")])
def test_every_format_goes_into_a_file(pmo: Pmo, tmp_path: Path, arguments: tuple[str, ...], name: str) -> None:
    ran = pmo("export", *arguments, "--out", str(tmp_path / name))
    assert (ran.code, [line for line in ran.err.splitlines() if "so far" not in line]) == (0, [])
    assert ran.out.startswith(f"Written: {tmp_path / name}, ")
    assert (tmp_path / name).stat().st_size > 500
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == [name]


def test_a_file_that_is_there_is_replaced_only_when_forced(pmo: Pmo, tmp_path: Path) -> None:
    file = tmp_path / "all.xlsx"
    file.write_text("precious")
    ran = pmo("export", "--format", "xlsx", "--out", str(file))
    assert (ran.code, file.read_text()) == (1, "precious")
    assert "--force" in ran.err
    assert pmo("export", "--format", "xlsx", "--out", str(file), "--force").code == 0
    assert "tasks" in openpyxl.load_workbook(file).sheetnames


def test_what_fails_on_its_way_leaves_the_file_as_it_was(pmo: Pmo, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("precious")
    assert pmo("export", "nothing of the sort", "--format", "csv", "--out", str(file), "--force").code == 2
    assert file.read_text() == "precious"
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == ["x.csv"]


@pytest.mark.parametrize(("arguments", "says"), [
    (("--format", "xlsx"), "--out everything.xlsx"), (("--format", "docx"), "There is no format"), (("--format", "csv"), "name the kind"),
    (("--format", "mspdi"), "name the project"), (("riks", "--format", "csv"), "Did you mean risks"),
    (("--out", "no/such/folder/x.json"), "There is no folder"),
    (("--project", "Nowhere"), "I know no project"), (("--as", "Nobody"), "I know no person")])
def test_what_cannot_be_read_ends_with_two_and_one_line(pmo: Pmo, arguments: tuple[str, ...], says: str) -> None:
    ran = pmo("export", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert says in ran.err


def test_a_file_holds_what_its_asker_may_see(pmo: Pmo) -> None:
    everything, little = pmo("export", "--as", "Paula").out, pmo("export", "--as", "Ben").out
    assert '"budget":' in everything.partition('"baseline":[')[2].partition("]")[0]
    assert '"budget":' not in little.partition('"baseline":[')[2].partition("]")[0]
    assert len(json.loads(little)["records"]["project"]) < len(json.loads(everything)["records"]["project"])


def test_the_answer_is_json_when_asked_for(pmo: Pmo, tmp_path: Path) -> None:
    ran = pmo("export", "--out", str(tmp_path / "x.json"), "--json")
    assert ran.json["blocks"][0]["text"].startswith("Written: ")


def test_a_long_one_says_how_far_it_is(pmo: Pmo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "PATIENCE", -1.0)
    ran = pmo("export", "--out", str(tmp_path / "x.json"))
    assert "so far …" in ran.err
