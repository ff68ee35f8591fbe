"""Primavera XER: projects, their structure, calendars, people, activities, relationships and shared assignments.

A record's source is "xer:", the project's id and the activity's id (or the path of a WBS element): what planners call them, and keep.
"""
from collections.abc import Mapping

from records.importing.base import Read, To
from records.importing.schedule import Gathered, counted
from records.importing.xer import activities, calendars, links, people, structure
from records.importing.xer.activities import Around, Share
from records.importing.xer.standing import Standing, standing
from records.importing.xer.tables import Tables, parse
from records.importing.xer.values import amount, on, plain

NOT_KEPT = {"PROJCOST": ("expense", ""), "TASKPROC": ("step", ""), "RISK": ("risk", ""), "PROJISSU": ("issue", ""), "DOCUMENT": ("document", ""),
            "TRSRCFIN": ("period of past actuals", "periods of past actuals"), "ROLES": ("role", ""),
            "WBSMEMO": ("note on a WBS element", "notes on WBS elements")}
MOST_NAMED = 12


def read(content: bytes, name: str) -> Read:
    """Read a whole file. Raises BadInput with what to do where it is no XER file."""
    gathered = Gathered()
    tables = parse(content, name, gathered)
    schemes = structure.find(tables, gathered)
    known = calendars.read(tables, gathered, {uid: scheme.project.said for uid, scheme in schemes.items()})
    persons = people.read(tables, gathered, known)
    standings = {line.said("task_id"): standing(line, gathered) for line in tables.all("TASK") if line.said("proj_id") in schemes}
    structure.read(tables, schemes, known, _below(tables, standings), gathered)
    around = Around(schemes, known, _shares(tables, persons, gathered), _notes(tables), _labels(tables), standings)
    activities.read(tables, around, gathered)
    links.read(tables, around, gathered)
    _tell(tables, around, gathered)
    return gathered.read()


def _below(tables: Tables, standings: dict[str, Standing]) -> dict[str, list[Standing]]:
    """How the activities of each WBS element stand; milestones count too, level of effort and summaries follow others and do not."""
    below: dict[str, list[Standing]] = {}
    for line in tables.all("TASK"):
        if line.said("task_id") in standings and line.said("task_type") not in activities.TYPES:
            below.setdefault(line.said("wbs_id"), []).append(standings[line.said("task_id")])
    return below


def _shares(tables: Tables, persons: Mapping[str, To], gathered: Gathered) -> dict[str, list[Share]]:
    """The parts of people by activity; equipment, material and roles are counted and said."""
    shares: dict[str, list[Share]] = {}
    others = 0
    for line in tables.all("TASKRSRC"):
        person = persons.get(line.said("rsrc_id"))
        if person is None:
            others += 1
            continue
        shares.setdefault(line.said("task_id"), []).append(Share(
            person, line.said("rsrc_id"), amount(line.said("target_qty")) or 0,
            on(line.said("act_start_date")) or on(line.said("target_start_date")), on(line.said("act_end_date")) or on(line.said("target_end_date"))))
    if others:
        gathered.note(f"{counted(others, 'assignment')} of equipment, material or roles are not kept.")
    return shares


def _notes(tables: Tables) -> dict[str, str]:
    """The notebook of each activity, topic by topic."""
    topics = {line.said("memo_type_id"): line.said("memo_type") for line in tables.all("MEMOTYPE")}
    notes: dict[str, str] = {}
    for line in tables.all("TASKMEMO"):
        topic, text = topics.get(line.said("memo_type_id"), ""), plain(line.said("task_memo"))
        said = f"{topic}: {text}" if topic and text else text
        notes[line.said("task_id")] = "\n\n".join(filter(None, (notes.get(line.said("task_id"), ""), said)))
    return notes


def _labels(tables: Tables) -> dict[str, list[str]]:
    """Activity codes as labels: "Phase: Design"."""
    types = {line.said("actv_code_type_id"): line.said("actv_code_type") for line in tables.all("ACTVTYPE")}
    codes = {line.said("actv_code_id"): line for line in tables.all("ACTVCODE")}
    labels: dict[str, list[str]] = {}
    for line in tables.all("TASKACTV"):
        code = codes.get(line.said("actv_code_id"))
        if code is not None:
            said = f"{types.get(code.said('actv_code_type_id'), '')}: {code.said('actv_code_name') or code.said('short_name')}"
            labels.setdefault(line.said("task_id"), []).append(" ".join(said.removeprefix(": ").replace(",", ";").split()))
    return labels


def _tell(tables: Tables, around: Around, gathered: Gathered) -> None:
    """What the file holds and our records do not."""
    fields = {line.said("udf_type_id"): line.said("udf_type_label") or line.said("udf_type_name") for line in tables.all("UDFTYPE")}
    used: dict[str, int] = {}
    for line in tables.all("UDFVALUE"):
        label = fields.get(line.said("udf_type_id"), line.said("udf_type_id"))
        used[label] = used.get(label, 0) + 1
    if used:
        said = ", ".join(f"“{label}” ({count:,})" for label, count in sorted(used.items(), key=lambda item: -item[1])[:MOST_NAMED])
        gathered.note(f"User-defined fields are not kept: {said}{f' and {len(used) - MOST_NAMED} more' if len(used) > MOST_NAMED else ''}.")
    if lost := [counted(len(tables.all(table)), *words) for table, words in NOT_KEPT.items() if tables.all(table)]:
        gathered.note(f"Not kept: {', '.join(lost)}.")
    if any(to.kind == "milestone" for to in around.placed.values()):
        gathered.note("Milestones stand beside the WBS: their activity id says which they are.")
    gathered.note("Durations and float are not kept: they follow from the dates and the links.")
