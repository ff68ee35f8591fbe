"""`pmo forget` and `pmo sent` as a person types them."""
from pathlib import Path

from tests.bots.cli.conftest import Pmo


def test_a_person_is_forgotten_only_after_a_yes_and_the_log_stays_whole(pmo: Pmo, home: Path) -> None:
    asked = pmo("forget", "Ben")
    assert (asked.code, "pmo forget ben@northlight.example --yes" in asked.err) == (1, True)
    done = pmo("forget", "Ben", "--yes")
    assert done.code == 0
    assert "Backups that were made before still hold everything" in done.out
    assert (pmo("verify").code, "lines were emptied by pmo forget" in pmo("verify").out) == (0, True)
    assert "Ben Okafor" not in pmo("ask", "who is on Apollo?").out
    assert pmo("backup", str(home / "anew.db")).code == 0
    assert b"ben@northlight" not in (home / "anew.db").read_bytes()
    assert pmo("forget", "Ben", "--yes").code == 2


def test_only_an_admin_has_somebody_forgotten_and_only_an_auditor_lists_what_was_sent(pmo: Pmo) -> None:
    assert "Only the PMO admin" in pmo("forget", "Ben", "--yes", "--as", "Ana").err
    assert "What went to the language model" in pmo("sent", "--as", "Tom").out
    assert "Only an auditor" in pmo("sent", "--as", "Ana").err
