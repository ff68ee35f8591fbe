"""With PMO_REQUIRE_ALL set, a skipped or expected-to-fail test is a failure: what CI did not run, nobody ran."""
from collections.abc import Generator
import os

import pytest

WANTED = bool(os.environ.get("PMO_REQUIRE_ALL"))
SAYS = "PMO_REQUIRE_ALL: every test must run and pass here, but this one did not: "


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    expected_to_fail = getattr(report, "wasxfail", None)
    if WANTED and (report.skipped or expected_to_fail is not None):
        vars(report).pop("wasxfail", None)
        _fail(report, expected_to_fail)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if WANTED and report.skipped:
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport, expected: str | None = None) -> None:
    why = report.longrepr[2] if isinstance(report.longrepr, tuple) else expected or "expected to fail"
    report.outcome = "failed"
    report.longrepr = SAYS + str(why)
