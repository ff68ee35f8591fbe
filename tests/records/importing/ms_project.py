"""Small MS Project files for tests: fields by name, in the order given."""
from collections.abc import Mapping

from records.importing import mspdi
from records.importing.base import Read, Row

HEAD = {"Title": "Apollo", "StartDate": "2026-01-05T08:00:00", "FinishDate": "2026-06-30T17:00:00", "CurrencyCode": "GBP", "CalendarUID": "1",
        "MinutesPerDay": "480", "MinutesPerWeek": "2400", "DaysPerMonth": "20"}
TASK = {"Start": "2026-01-05T08:00:00", "Finish": "2026-01-09T17:00:00", "Duration": "PT40H0M0S", "OutlineLevel": "1", "Milestone": "0"}
NAMESPACE = ' xmlns="http://schemas.microsoft.com/project"'


def element(name: str, **values: object) -> str:
    return f"<{name}>{''.join(f'<{k}>{v}</{k}>' for k, v in values.items())}</{name}>"


def task(uid: int, name: str = "", more: str = "", **values: object) -> str:
    said = {"UID": uid, "ID": uid, "Name": name or f"Task {uid}", **TASK, **values}
    return element("Task", **said).replace("</Task>", f"{more}</Task>")


def link(predecessor: int, **values: object) -> str:
    return element("PredecessorLink", PredecessorUID=predecessor, **values)


def file(*tasks: str, resources: str = "", assignments: str = "", calendars: str = "", head: Mapping[str, str] = HEAD, namespace: str = NAMESPACE) -> bytes:
    fields = "".join(f"<{k}>{v}</{k}>" for k, v in head.items())
    return (f'<?xml version="1.0" encoding="UTF-8"?><Project{namespace}>{fields}<Calendars>{calendars}</Calendars><Tasks>{"".join(tasks)}</Tasks>'
            f"<Resources>{resources}</Resources><Assignments>{assignments}</Assignments></Project>").encode()


def read(*tasks: str, **parts: str) -> Read:
    return mspdi.read(file(*tasks, **parts), "apollo.xml")  # type: ignore[arg-type]  # head stays as it is


def rows(found: Read, kind: str) -> list[Row]:
    return [row for row in found.rows if row.kind == kind]


def only(found: Read, kind: str) -> Row:
    row, = rows(found, kind)
    return row


def said(found: Read) -> str:
    """All that was left out, as one text."""
    return "\n".join(f"{s.where}: {s.why}" for s in found.skipped)
