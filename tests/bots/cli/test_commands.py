"""Every command, as a person types it: what it says, what it writes, and how it ends."""
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
import sqlite3

import pytest

from tests.bots.cli.conftest import Pmo

SHAPE = {"thread", "blocks", "sources", "proposal", "error"}
WISH = "create a task for Ana on Apollo to fix the login page by next Friday, 6h"


def changes(home: Path) -> int:
    """How many changes the log holds."""
    with sqlite3.connect(home / "pmo.db") as database:
        return int(database.execute("SELECT count(*) FROM change").fetchone()[0])


@pytest.fixture
def empty(home: Path) -> Iterator[Path]:
    """No database at all."""
    rmtree(home)
    yield home
    rmtree(home, ignore_errors=True)


def test_ask_answers_in_words(pmo: Pmo) -> None:
    ran = pmo("ask", "how is Apollo doing?")
    assert (ran.code, ran.err) == (0, "")
    assert "Apollo" in ran.out


def test_ask_answers_in_json_and_nothing_else(pmo: Pmo) -> None:
    ran = pmo("ask", "what is overdue?", "--json")
    assert ran.code == 0
    assert ran.json.keys() == SHAPE
    assert (ran.json["error"], ran.err) == (None, "")


def test_a_wish_is_shown_then_confirmed_then_undone(pmo: Pmo, home: Path) -> None:
    before = changes(home)
    offered = pmo("ask", WISH, "--json").json["proposal"]
    assert {"id", "changes"} == offered.keys()
    assert changes(home) == before
    assert pmo("confirm").code == 0
    assert changes(home) == before + 1
    assert pmo("undo").code == 0
    assert changes(home) == before + 2


def test_a_yes_after_something_else_was_said_tells_of_no_older_change(pmo: Pmo, home: Path) -> None:
    pmo("ask", WISH)
    assert pmo("confirm").code == 0
    before = changes(home)
    says = f"Nothing waits for a yes in this conversation; its last change was #{before}, on Wed 18 Nov 2026 at 09:00."
    ran = pmo("confirm")
    assert (ran.code, (ran.out + ran.err).strip(), changes(home)) == (1, says, before)
    pmo("ask", "frobnicate the quux")
    ran = pmo("confirm")
    assert (ran.code, (ran.out + ran.err).strip(), changes(home)) == (1, says, before)


def test_a_proposal_is_confirmed_by_its_id(pmo: Pmo, home: Path) -> None:
    before = changes(home)
    offered = pmo("ask", WISH, "--json").json["proposal"]["id"]
    assert pmo("confirm", offered, "--json").json["error"] is None
    assert changes(home) == before + 1


def test_what_was_proposed_before_something_else_was_said_is_confirmed_only_by_its_id(pmo: Pmo, home: Path) -> None:
    before = changes(home)
    offered = pmo("ask", WISH, "--json").json["proposal"]["id"]
    pmo("ask", "frobnicate the quux")
    ran = pmo("confirm")
    assert (ran.code, changes(home)) == (2, before)
    assert f"say pmo confirm {offered}" in ran.err
    assert pmo("confirm", offered).code == 0


def test_a_discarded_proposal_changes_nothing(pmo: Pmo, home: Path) -> None:
    before = changes(home)
    pmo("ask", WISH)
    assert pmo("discard").code == 0
    assert pmo("confirm").code == 1
    assert changes(home) == before


def test_a_change_is_undone_by_its_number(pmo: Pmo, home: Path) -> None:
    pmo("ask", WISH)
    position = next(b["position"] for b in pmo("confirm", "--json").json["blocks"] if b["type"] == "receipt")
    pmo("ask", "what is overdue?", "--thread", "another")
    before = changes(home)
    assert pmo("undo", str(position)).code == 0
    assert changes(home) == before + 1


def test_a_tool_that_is_off_on_the_command_line_is_said_to_be(pmo: Pmo) -> None:
    pmo("ask", "switch off the tool my work on the command line", "--as", "Paula")
    pmo("confirm", "--as", "Paula")
    assert "The PMO switched “my work” off here (TR-" in pmo("ask", "what should I do today?", "--as", "Ben").out


@pytest.mark.parametrize("click", ["confirm", "discard", "undo"])
def test_a_click_on_nothing_says_so(pmo: Pmo, click: str) -> None:
    ran = pmo(click, "--as", "Ben")
    assert ran.code == 1
    assert ran.err.count("\n") == 1


def test_ask_goes_on_in_the_latest_conversation(pmo: Pmo) -> None:
    first = pmo("ask", "how is Apollo doing?", "--json").json["thread"]
    assert pmo("ask", "what is overdue?", "--json").json["thread"] == first
    assert pmo("ask", "what is overdue?", "--thread", "new", "--json").json["thread"] == "new"
    assert pmo("ask", "what is overdue?", "--as", "Ben", "--json").json["thread"] not in (first, "new")


def test_as_takes_a_name_or_an_address(pmo: Pmo) -> None:
    first = pmo("ask", "what should I do today?", "--as", "Ana", "--json")
    assert first.code == 0
    assert first.json["blocks"] != pmo("ask", "what should I do today?", "--as", "Ben", "--json").json["blocks"]


@pytest.mark.parametrize("arguments", [
    ("ask", ""), ("ask", " \x00\u202e "), ("ask", "x" * 40_000), ("ask", "hello", "--as", "Nobody At All"), ("ask",), ("ask", "hello", "--colour"),
    ("no",), (),
    ("ingest", "no/such/file.pdf"), ("serve", "--port", "70000"), ("serve", "--port", "many"), ("report", " ")])
def test_bad_input_ends_with_two(pmo: Pmo, home: Path, arguments: tuple[str, ...]) -> None:
    before = changes(home)
    ran = pmo(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.out + ran.err
    assert changes(home) == before


def test_errors_are_json_too(pmo: Pmo) -> None:
    for arguments in (("ask", ""), ("ask", "hello", "--as", "Nobody At All"), ("ask", "--colour"), ("report", "Nowhere")):
        ran = pmo(*arguments, "--json")
        assert ran.json.keys() == SHAPE
        assert (ran.json["error"], ran.err) != (None, "")


def test_an_unknown_project_is_refused(pmo: Pmo) -> None:
    ran = pmo("report", "Zarathustra")
    assert ran.code == 1


def test_a_report_needs_no_model(pmo: Pmo) -> None:
    ran = pmo("report", "Apollo")
    assert ran.code == 0
    assert "Apollo" in ran.out


def test_before_there_is_a_database_one_line_says_what_to_run(pmo: Pmo, empty: Path) -> None:
    for command in (("ask", "hello"), ("chat",), ("confirm",), ("report", "Apollo"), ("verify",)):
        ran = pmo(*command)
        assert (ran.code, ran.err.count("\n")) == (1, 1)
        assert "pmo sample" in ran.err
    assert not (empty / "pmo.db").exists()


def test_the_sample_is_made_with_its_handbook(pmo: Pmo, empty: Path) -> None:
    assert pmo("sample").code == 0
    cited = pmo("ask", "what do I need before gate 2?", "--json").json["sources"]
    assert [s for s in cited if s["kind"] == "section"]
    assert empty.exists()


def test_a_second_sample_adds_nothing(pmo: Pmo, home: Path) -> None:
    before = changes(home)
    assert pmo("sample").code == 1
    assert changes(home) == before


def test_verify_is_green_until_somebody_alters_the_log(pmo: Pmo, home: Path) -> None:
    assert pmo("verify").code == 0
    with sqlite3.connect(home / "pmo.db") as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE change SET at = '2020-01-01 00:00:00' WHERE position = 3")
    ran = pmo("verify")
    assert ran.code == 1
    assert "#3" in ran.out


def test_ingest_reads_a_document_in(pmo: Pmo, tmp_path: Path) -> None:
    (folder := tmp_path / "papers").mkdir()
    (folder / "notes.md").write_text("# Parking\n\n## 1 Bicycles\n\nBicycles are parked in the cellar, behind the boiler.\n")
    assert pmo("ingest", str(folder / "notes.md")).code == 0
    assert "boiler" in pmo("ask", "what does the policy say about bicycles?").out
    assert "Done: 1 document, 1 of them unchanged." in pmo("ingest", str(folder / "notes.md")).out
    (folder / "torn.pdf").write_bytes(b"no PDF")
    assert "Done: 1 document, 1 of them unchanged. 1 file was left out, for what stands above." in pmo("ingest", str(folder)).out


def test_doctor_says_what_is_there(pmo: Pmo) -> None:
    ran = pmo("doctor")
    assert ran.code == 0
    assert {"records", "log", "Slack"} <= {line.split()[1] for line in ran.out.splitlines() if line.startswith("ok")}


def test_doctor_names_what_cannot_be_reached(pmo: Pmo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_LLM_BASE_URL", "http://127.0.0.1:9/v1")
    ran = pmo("doctor", "--json")
    assert ran.code == 1
    assert [row for row in ran.json["blocks"][0]["rows"] if row[0] == "missing" and "refused" in row[2]]


def test_a_setting_that_cannot_be_read_is_said(pmo: Pmo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_NOW", "yesterday")
    ran = pmo("ask", "hello")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.err.startswith("The setting PMO_NOW cannot be read")


def test_sample_mode_stays_on_this_machine(pmo: Pmo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_SAMPLE", "true")
    ran = pmo("serve", "--host", "0.0.0.0")  # noqa: S104 - refused, that is the point
    assert ran.code == 2
    assert "this machine only" in ran.err


def test_a_chat_is_one_conversation(pmo: Pmo, home: Path) -> None:
    before = changes(home)
    ran = pmo("chat", "--json", says=f"how is Apollo doing?\n\n{WISH}\nconfirm\nexit\nwhat is overdue?\n")
    assert ran.code == 0
    assert ran.out.count('"thread"') == 3
    assert changes(home) == before + 1


def test_a_yes_to_nothing_in_a_chat_is_said_and_the_chat_goes_on(pmo: Pmo) -> None:
    ran = pmo("chat", says="confirm\nwhat is overdue?\n")
    assert (ran.code, ran.err) == (0, "Nothing waits for a yes.\n")
    assert "APOLLO" in ran.out


def test_whoever_reads_us_may_leave(pmo: Pmo, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError
    monkeypatch.setattr("bots.cli.asking.show", closed)
    monkeypatch.setattr("os.dup2", lambda *_: None)
    assert pmo("ask", "what is overdue?").code == 0


def test_check_ends_with_one_while_something_is_to_be_put_right(pmo: Pmo) -> None:
    found = pmo("check", "--project", "Apollo")
    assert found.code == 1
    assert "Every risk has one owner. (Project and Value Handbook 6.1)" in found.out
    assert pmo("check", "--project", "Dione").code == 0


def test_check_speaks_json_for_a_build(pmo: Pmo) -> None:
    found = pmo("check", "--json")
    assert found.code == 1
    assert [b["title"] for b in found.json["blocks"] if b["type"] == "table"] == ["By rule", "To put right"]


def test_a_yes_to_what_was_taken_back_says_so(pmo: Pmo, home: Path) -> None:
    offer = pmo("ask", WISH, "--json").json["proposal"]["id"]
    assert pmo("confirm", offer).code == 0
    assert pmo("undo", offer).code == 0
    before = changes(home)
    ran = pmo("confirm", offer)
    assert (ran.code, changes(home)) == (1, before)
    assert f"was done as change #{before - 1} and taken back by change #{before}" in ran.err + ran.out


def test_what_is_imported_at_once_says_what_was_left_out(pmo: Pmo, tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("Project,Title,Start,Due,Progress,Hours\nApollo,Late,2026-06-20,2026-06-01,120,-10\nApollo,Never,,31/02/2026,,\n")
    ran = pmo("import", str(tmp_path / "plan.csv"), "--as", "elena", "--yes")
    assert ran.code == 0
    assert "Done: 2 new tasks" in ran.out
    for why in ("progress left out: “120” is not between", "hours left out: “-10”", "start left out: The due date lies before the start", "31/02/2026"):
        assert why in ran.out
    assert "Nothing is changed yet" not in ran.out
