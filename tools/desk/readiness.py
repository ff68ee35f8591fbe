"""Whether a gate may be passed by its criteria: what of them is met and what is not, in a sentence before the list."""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from records.kinds import Criterion, Gate, Milestone
from records.kinds.base import Record
from records.query import Query, Where
from reports.blocks import Text
from tools.desk import Desk
from tools.desk.ungated import CALLED

PASSED = ("go", "conditional go")


def readiness(desk: Desk, kind: type[Record], where: Mapping[str, str], found: Sequence[Record]) -> tuple[Text, ...]:
    """The sentence for each gate that is not passed yet, where all its criteria are listed, and which gates to come have none; nothing for another kind."""
    if kind is not Criterion or where.keys() - {"gate", "project"}:
        return ()
    rows = cast("Sequence[Criterion]", found)
    gates = {gate.id: gate for gate in desk.reader.find(Query(Gate, limit=None))}
    of = list(dict.fromkeys(row.gate_id for row in rows))
    if len(of) == 1 and where:
        return (Text(_of_gate([*rows], "this gate")),)
    told = [f"{gates[id_].key} {gates[id_].title}: {_of_gate([r for r in rows if r.gate_id == id_], 'it')}" for id_ in of
            if id_ in gates and gates[id_].decision not in PASSED]
    return tuple(Text(said) for said in (*told, *(_uncounted(desk, gates.values()) if not where else ())))


def _of_gate(rows: Sequence[Criterion], gate: str) -> str:
    lacking = [f"{row.key} {row.title} ({row.status})" for row in rows if row.status not in ("met", "waived")]
    if not lacking:
        return f"By its criteria, yes: all {len(rows)} that are recorded for {gate} are met or waived."
    return f"By its criteria, not yet: {len(rows) - len(lacking)} of {len(rows)} met. Missing: {'; '.join(lacking)}."


def _uncounted(desk: Desk, gates: Iterable[Gate]) -> Iterator[str]:
    """The gates to come of which nobody noted a criterion."""
    known = {(gate.project_id, gate.number) for gate in gates}
    ahead = desk.reader.find(Query(Milestone, (Where("type", "is", "gate"), Where("actual", "empty")), sort="forecast", limit=None))
    without = [f"{m.key} {m.title}" for m in ahead if not ((n := CALLED.match(m.title)) and (m.project_id, int(n["n"])) in known)]
    if without:
        yield f"No criteria are recorded for {'; '.join(without)}, so whether that can be passed I cannot tell."
