"""The typesetter runs beside the house, never in it."""
import sys

import pytest

from records.errors import BadInput
from reports import formats
from reports.formats import setting
from tests.reports.test_fonts import REPORT

HOW = {"format": "pdf"}


def test_the_typesetter_is_never_loaded_into_the_process_that_answers() -> None:
    assert formats.named("pdf").render(REPORT).startswith(b"%PDF-")
    assert "typst" not in sys.modules


def test_what_cannot_be_set_is_a_failure_with_its_reason() -> None:
    with pytest.raises(RuntimeError, match="the typesetter failed"):
        setting.run({"report": "no report", "how": HOW})


def test_a_report_that_takes_too_long_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting, "LONGEST", 0)
    with pytest.raises(BadInput, match="Ask for a part of it, or for HTML"):
        setting.run({"report": "{}", "how": HOW})
