"""Defective: what was built has serious defects that are still open."""
from collections.abc import Iterator

from records.figures.base import Rows, counted
from records.kinds import Issue
from records.kinds.issue import ENDED
from records.rules.base import Finding, Severity, Thresholds, rule

BAD: tuple[tuple[str, Severity], ...] = (("critical", "red"), ("high", "amber"))


@rule("quality", needs={Issue: ("key", "type", "severity", "status", "owner_id")},
      clause="A critical defect is mended before anything else; one of high severity within two weeks.")
def defective(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    for severity, tone in BAD:
        found = [i for i in rows[Issue] if i.type == "defect" and i.severity == severity and i.status not in ENDED]
        if found:
            said = f"{counted(len(found), f'defect of {severity} severity', f'defects of {severity} severity')} {'is' if len(found) == 1 else 'are'} open."
            yield Finding(tone, said, tuple(i.key for i in found), who=found[0].owner_id)
