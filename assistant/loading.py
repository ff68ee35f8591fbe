"""A file that somebody hands in: read apart, matched with the records there are, and shown as one preview of what would be new and changed."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
import json
from pathlib import PurePath
import re
from shlex import quote

from assistant.calling import Planned
from assistant.messages import Sign, silent
from language.cleaning import clean
from records import planning
from records.asker import Asker
from records.database import Database, Reading
from records.errors import BadInput, NotFound
from records.importing import Wanted, read
from records.importing.base import Read, Skipped
from records.importing.countries import decimal_in
from records.importing.guessing import GUESSED
from records.importing.matching import Matched, matched
from records.importing.text import plainly
from records.kinds import Mapping as Remembered
from records.kinds import Office, Person, Project
from records.proposals import Change, Create
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Block, Table, Text
from tools.desk import naming

MOST_SHOWN, FIRST_ROWS = 25, 3


@dataclass(frozen=True)
class File:
    """What is handed in: its name, its bytes, and what the person says about it.

    `columns` maps a header to a field ("-" leaves it out), `choices` a header to what its values mean; kind and project in words.
    `over`: the file's values are taken also where somebody changed them by hand since the last import.
    """
    name: str
    content: bytes
    kind: str = ""
    project: str = ""
    sheet: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    over: bool = False


def loaded(database: Database, asker: Asker, file: File, today: date, sign: Sign = silent) -> tuple[Planned | None, tuple[Block, ...]]:
    """What a file comes to for this asker, and what is said above its preview. Raises the family of errors."""
    with database.reading() as session:
        wanted, project = _wanted(session, asker, file)
    sign(f"Reading {_plain(file.name)}")
    found = read(file.content, _plain(file.name), wanted)
    sign(f"Matching {len(found.rows):,} rows with the records there are")
    with database.reading() as session:
        made = matched(session, asker, found, today, project, over=file.over)
        if not made.wishes:
            raise BadInput(f"Nothing of {_plain(file.name)} can be taken. {_why(made, file)}")
        if file.columns or file.choices or found.guessed:
            _remember(session, asker, file, found, made)
        proposal = made.proposal(_plain(file.name))
        try:
            changes = planning.plan(session, asker, proposal, today)
        except BadInput as refused:
            if "change nothing" not in str(refused):
                raise
            there = f"all {len(made.wishes):,} records are there and say" if len(made.wishes) > 1 else "its one record is there and says"
            rest = " apart from what was left out" if made.skipped else ""
            return None, (Text(f"Nothing is new in {_plain(file.name)}: {there} the same{rest}."), *map(Text, made.notes), *_left_out(made))
    same = sum(isinstance(w, Change) for w in made.wishes) - sum(not e.is_new for e in changes.edits)
    unchanged = f" {same:,} that are there say the same already." if same > 0 else ""
    notes = tuple(Text(note) for note in made.notes)
    return Planned(replace(proposal, note=_left(made)), changes), (Text(f"{_plain(file.name)} {_held(found)}.{unchanged}"), *notes, *_left_out(made))


def _wanted(session: Reading, asker: Asker, file: File) -> tuple[Wanted, int | None]:
    """What the reader is told: what was said now, else what was remembered of a file of this name."""
    reader = Reader(session, asker)
    project = _project(reader, file.project) if file.project else None
    wanted = Wanted(file.kind, project.key if project else "", dict(file.columns), {k: dict(v) for k, v in file.choices.items()}, file.sheet,
                    decimal_in(next((office.country for office in reader.find(Query(Office, limit=1))), "")), _there(reader))
    known = _remembered(reader, file)
    if known and not file.columns and not file.choices:
        wanted = replace(wanted, kind=wanted.kind or known[0].record, columns=json.loads(known[0].columns), choices=json.loads(known[0].choices))
    return wanted, project.id if project else None


def _project(reader: Reader, said: str) -> Project:
    """Where rows without a project belong; raises `NotFound` with how to make one."""
    try:
        return naming.named(reader, Project, said)
    except NotFound as sorry:
        raise NotFound(f"{sorry} To make it with this file, give its rows a column “Project”; or ask for it first: “new project {said}”.") from sorry


def _there(reader: Reader) -> Mapping[str, Sequence[str]]:
    """What a file may name and the asker may see: people by name, first name and address, projects by name and key; folded."""
    people = [said for p in reader.find(Query(Person, limit=None)) for said in (p.name, p.name.split()[0], p.email or "")]
    projects = [said for p in reader.find(Query(Project, limit=None)) for said in (p.name, p.key)]
    return {"person": _folded(people), "project": _folded(projects)}


def _folded(names: Sequence[str]) -> list[str]:
    return sorted({plain for said in names if (plain := plainly(said))})


def _remembered(reader: Reader, file: File) -> Sequence[Remembered]:
    """How the asker's last file of this name was read, if there was one."""
    return reader.find(Query(Remembered, (Where("name", "is", _stem(file.name)), Where("person_id", "is", reader.asker.person)), limit=1))


def _remember(session: Reading, asker: Asker, file: File, found: Read, made: Matched) -> None:
    """Keep how this file's columns were read, in the same change, so that next week's needs no word."""
    counted = sorted((sum(r.kind == kind for r in found.rows), kind) for kind in {r.kind for r in found.rows})
    record = file.kind or (counted[-1][1] if counted else "")
    columns = {**found.guessed, **file.columns}
    values = {"record": record, "headers": ", ".join(columns)[:4000], "columns": json.dumps(columns, ensure_ascii=False),
              "choices": json.dumps({k: dict(v) for k, v in file.choices.items()}, ensure_ascii=False)}
    known = _remembered(Reader(session, asker), file)
    new = {"name": _stem(file.name), "person_id": asker.person, **values}
    made.wishes.append(Change("mapping", (known[0].key,), values) if known else Create("mapping", new))


def _held(found: Read) -> str:
    """How much a file holds: its records, and its rows where some of these come to more than one record or to none."""
    places = {*(row.where for row in found.rows), *(left.where for left in found.skipped)}
    rows, records = sum(where.startswith("row ") for where in places), len(found.rows)
    said = f"{records:,} records" if records != 1 else "1 record"
    return f"holds {said}" if rows in {0, records} else f"has {rows:,} rows with something to read, which come to {said}"


def _left(made: Matched) -> str:
    """What the receipt says of what was not taken; the preview tells each reason."""
    places = len({left.where for left in made.skipped})
    return f"Left out: something of {places:,} {'row' if places == 1 else 'rows'}; the preview says what and why." if places else ""


def _left_out(made: Matched) -> tuple[Block, ...]:
    """What was not taken: each reason once, with the first rows it holds for and how many more there are."""
    if not made.skipped:
        return ()
    groups = _grouped(made.skipped, lambda why: why)
    if len(groups) > MOST_SHOWN:
        groups = _grouped(made.skipped, lambda why: re.sub("“[^”]*”", "“…”", why))
    rows = tuple((_first(group), _reason(group)) for group in groups[:MOST_SHOWN])
    more = sum(map(len, groups[MOST_SHOWN:]))
    return (Table(f"Left out ({len(made.skipped):,})", ("where", "why"), rows, (), f"and {more:,} more for other reasons" if more else ""),)


def _grouped(skipped: Sequence[Skipped], alike: Callable[[str], str]) -> list[list[Skipped]]:
    """What was left out for the same reason together, in the order of the file."""
    groups: dict[str, list[Skipped]] = {}
    for one in skipped:
        groups.setdefault(alike(one.why), []).append(one)
    return list(groups.values())


def _first(group: Sequence[Skipped]) -> str:
    shown = ", ".join(one.where for one in group[:FIRST_ROWS])
    return f"{shown} and {len(group) - FIRST_ROWS:,} more" if len(group) > FIRST_ROWS else shown


def _reason(group: Sequence[Skipped]) -> str:
    others = len({one.why for one in group}) - 1
    return f"{group[0].why}; so too {others:,} other value{'s' if others > 1 else ''}" if others else group[0].why


def _why(made: Matched, file: File) -> str:
    """Why nothing is taken, by the first row, and what the person can say so that it is."""
    whole = (s for s in made.skipped if s.why.startswith("left out"))
    first: Skipped | None = next(whole, None) or next(iter(made.skipped), None)
    if first is None:
        return "It holds no record that can be recognised; say what its rows are, such as --kind task or --kind person."
    homeless = first.why.endswith("needs a project") and not file.project
    home = f" Say of which project they are: pmo import {quote(_plain(file.name))} --project KEY, or in a column “Project”." if homeless else ""
    read_as = "".join(f" {note}" for note in made.notes if note.startswith(GUESSED)) if homeless else ""
    other = " If its rows are something else, say what: --kind person, for example." if homeless and not file.kind else ""
    return f"{first.where}: {first.why}.{home}{other}{read_as}"


def _plain(name: str) -> str:
    """The file's name without any folder, as it may be shown."""
    return re.sub(r"[\x00-\x1f\x7f]", "", clean(PurePath(name.replace("\\", "/")).name))[:120] or "the file"


def _stem(name: str) -> str:
    """A file's name without its ending and without the dates and numbers that differ from week to week."""
    bare = re.sub(r"[\d]+", " ", PurePath(_plain(name)).stem)
    return " ".join(re.sub(r"[\s_.\-()]+", " ", bare).split()).lower()[:200] or "file"
