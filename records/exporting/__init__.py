"""Ways out of the house: records as files, each with the rights of whoever asks. A library is loaded when what it writes is asked for."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module

from records.errors import BadInput
from records.exporting import csv_file, own_json, scheduling
from records.exporting.base import Exported, Keeper, Row, Wanted, kind_named, person_named, project_named
from records.kinds import KINDS
from records.kinds.base import Record

__all__ = ["FORMATS", "Exported", "Keeper", "Wanted", "write"]


@dataclass(frozen=True)
class _Chosen:
    """What is wanted, its words turned into a kind and records."""
    kind: type[Record] | None
    project: Row | None
    person: Row | None
    now: datetime

    @property
    def kinds(self) -> tuple[type[Record], ...]:
        return (self.kind,) if self.kind else KINDS

    @property
    def project_id(self) -> int | None:
        return self.project["id"] if self.project else None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(str(row["name"]) for row in (self.person, self.project) if row)


@dataclass(frozen=True)
class _Way:
    """One format: its ending, its media type, what writes it, and what else one may say with it."""
    ending: str
    media_type: str
    write: Callable[[Keeper, _Chosen], Iterator[bytes]]
    takes: frozenset[str] = frozenset({"kind", "project"})
    needs: frozenset[str] = frozenset()


def write(keeper: Keeper, wanted: Wanted, now: datetime) -> Exported:
    """Say what the file is called and hand over what writes it. Raises `BadInput` when what is wanted does not go together."""
    way = FORMATS.get(wanted.format)
    if way is None:
        raise BadInput(f"There is no format “{wanted.format}”; there are {', '.join(FORMATS)}.")
    for name in ("kind", "project", "person"):
        _refuse_unfit(wanted.format, way, name, said=bool(getattr(wanted, name)))
    chosen = _Chosen(kind_named(wanted.kind) if wanted.kind else None, project_named(keeper, wanted.project) if wanted.project else None,
                     person_named(keeper, wanted.person) if wanted.person else None, now)
    return Exported(f"{_called(chosen)}.{way.ending}", way.media_type, way.write(keeper, chosen))


def _refuse_unfit(format_: str, way: _Way, name: str, *, said: bool) -> None:
    if said and name not in way.takes:
        raise BadInput(f"{format_} cannot be narrowed to one {name}.")
    if name in way.needs and not said:
        example = {"kind": "pmo export tasks --format csv; for all kinds at once, take xlsx or json", "project": "--project APOLLO"}[name]
        raise BadInput(f"For {format_}, name the {name}: {example}.")


def _called(chosen: _Chosen) -> str:
    parts = (chosen.project["key"].lower() if chosen.project else "", chosen.person["key"].lower() if chosen.person else "",
             chosen.kind.kind.many.replace(" ", "-") if chosen.kind else "")
    return "-".join(part for part in parts if part) or "everything"


def _csv(keeper: Keeper, chosen: _Chosen) -> Iterator[bytes]:
    return csv_file.write(keeper, chosen.kinds[0], chosen.project_id)


def _mspdi(keeper: Keeper, chosen: _Chosen) -> Iterator[bytes]:
    assert chosen.project is not None  # noqa: S101 - it is needed, and was said
    return scheduling.write(keeper, chosen.project)


def _ics(keeper: Keeper, chosen: _Chosen) -> Iterator[bytes]:
    person = chosen.person["id"] if chosen.person else None
    return _loaded("icalendar_file")(keeper, chosen.now, chosen.project_id, person, " · ".join(chosen.names))


def _loaded(module: str) -> Callable[..., Iterator[bytes]]:
    """What writes a format that has a library of its own."""
    write_: Callable[..., Iterator[bytes]] = import_module(f"records.exporting.{module}").write
    return write_


FORMATS: Mapping[str, _Way] = {
    "json": _Way("json", "application/json", lambda keeper, chosen: own_json.write(keeper, chosen.kinds, chosen.project_id)),
    "csv": _Way("csv", "text/csv", _csv, needs=frozenset({"kind"})),
    "xlsx": _Way("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                 lambda keeper, chosen: _loaded("xlsx_file")(keeper, chosen.kinds, chosen.now, chosen.project_id)),
    "mspdi": _Way("xml", "application/xml", _mspdi, takes=frozenset({"project"}), needs=frozenset({"project"})),
    "ics": _Way("ics", "text/calendar", _ics, takes=frozenset({"project", "person"})),
}
