"""How quickly schedules of ten megabytes are read, beside the least that could look at the same bytes: expat alone, and lines cut at their tabs."""
from collections.abc import Callable, Iterator, Mapping
from xml.parsers import expat

from benchmarks.measuring import Measure, typical
from records.importing import mspdi, xer
from records.importing.base import Read

MB = 1_000_000
TIMES, MOST = 3, 40                    # twice what it is
DAY = "2026-01-05T08:00:00"
# Nine tenths of a real file of either kind is what no record is made of.
WORK = "<TimephasedData><Type>1</Type><Value>PT8H0M0S</Value></TimephasedData>" * 20
OTHER = 40


def files(megabytes: int, *, quick: bool) -> Iterator[Measure]:
    """A file of each of the two programs."""
    times = 1 if quick else TIMES
    yield from _read("MS Project XML", ms_project(megabytes * MB), (lambda content: mspdi.read(content, "plan.xml"), _by_expat), times)
    yield from _read("Primavera XER", primavera(megabytes * MB), (lambda content: xer.read(content, "plan.xer"), _by_split), times)


def _read(what: str, content: bytes, ways: tuple[Callable[[bytes], Read], Callable[[bytes], object]], times: int) -> Iterator[Measure]:
    ours, plainly = ways
    took, least = (typical(lambda way=way: way(content), times) for way in (ours, plainly))  # type: ignore[misc]
    yield Measure(f"{what} of {len(content) / MB:,.1f} MB, read", took, "s")
    yield Measure("the same bytes by the plainest parser", least, "s")
    yield Measure("ratio of the two", took / least, "×", most=MOST)


def ms_project(size: int) -> bytes:
    """A file of at least so many bytes, tasks only."""
    made = [_task(1)]
    made += [_task(n) for n in range(2, size // len(made[0]) + 2)]
    return f'<?xml version="1.0"?><Project><Title>Long</Title><StartDate>{DAY}</StartDate><Tasks>{"".join(made)}</Tasks></Project>'.encode()


def _task(number: int) -> str:
    said = {"UID": number, "ID": number, "Name": f"Task {number}", "Start": DAY, "Finish": "2026-01-09T17:00:00", "Duration": "PT40H0M0S", "OutlineLevel": 1}
    return f"<Task>{''.join(f'<{name}>{value}</{name}>' for name, value in said.items())}{WORK}</Task>"


def primavera(size: int) -> bytes:
    """A file of at least so many bytes, activities only."""
    rows = [_activity(1)]
    rows += [_activity(n) for n in range(2, size // len("\t".join(rows[0].values())) + 2)]
    tables: Mapping[str, list[dict[str, str]]] = {
        "PROJECT": [{"proj_id": "1", "proj_short_name": "LONG"}],
        "PROJWBS": [{"wbs_id": "10", "proj_id": "1", "proj_node_flag": "Y", "wbs_short_name": "LONG", "wbs_name": "Long"}], "TASK": rows}
    lines = ["ERMHDR\t20.12"]
    for name, found in tables.items():
        lines += [f"%T\t{name}", "\t".join(("%F", *found[0])), *("\t".join(("%R", *row.values())) for row in found)]
    return "\r\n".join([*lines, "%E", ""]).encode()


def _activity(number: int) -> dict[str, str]:
    return {"task_id": str(number), "proj_id": "1", "wbs_id": "10", "task_code": f"A{number}", "task_name": f"Activity {number}", "task_type": "TT_Task",
            "status_code": "TK_NotStart", "target_start_date": "2026-01-05 08:00", "target_end_date": "2026-01-09 17:00",
            **{f"other_{n}": "2026-01-05 08:00" for n in range(OTHER)}}


def _by_expat(content: bytes) -> None:
    expat.ParserCreate().Parse(content, True)


def _by_split(content: bytes) -> list[list[str]]:
    return [line.split("\t") for line in content.decode().split("\n")]
