"""A schedule link: a task or milestone waits for another, in one of four ways, with a lag in working days."""
from typing import Annotated, Any, ClassVar, Literal

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says, one_of

Type = Literal["FS", "SS", "FF", "SF"]


def one_at_each_end(of: Any) -> str | None:
    """A link joins two, each a task or a milestone."""
    before, after = (of.predecessor_id, of.predecessor_milestone_id), (of.successor_id, of.successor_milestone_id)
    if before.count(None) != 1 or after.count(None) != 1:
        return "Say which task or milestone waits, and for which one."
    return ("A milestone" if before[0] is None else "A task") + " cannot wait for itself." if before == after else None


class Link(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("predecessor_id", "successor_id", "type"), STRICT)
    kind: ClassVar[Kind] = Kind("L", "schedule link", "schedule links", also="task dependency, predecessor, task link", within="project_id", title="type",
                                line="{key} {type}",
                                columns=("predecessor_id", "successor_id", "type", "lag"), write=(Role.member, Role.manager, Role.admin),
                                tells=(("{successor} (waits|wait|must wait|has to wait|needs to wait|should wait|can only start after|cannot start before) "
                                        "[for] {predecessor} [is done|is finished] {type=FS}"),
                                       ("(add|create|set up|log|new|note) [a|an|the|another] [task|schedule] (dependency|link) {successor} "
                                        "(waits|wait|must wait) [for] {predecessor} [is done|is finished] {type=FS}"),
                                       ("[make] {successor} (depends|depend|is dependent|dependent) on {predecessor} "
                                        "[(with|and) [a] [lag of] {lag} [of] [lag]] {type=FS}"),
                                       ("{successor} (starts|start|begins|can start|can begin|must start|should start|comes) [{lag}] after {predecessor} "
                                        "[ends|finishes|is done|is finished|is complete|has finished] {type=FS}"),
                                       "{successor} follows {predecessor} {type=FS}",
                                       ("{successor} (starts|begins|can start|must start) [{lag}] (after|when|once) {predecessor} (starts|begins|has "
                                        "started|has begun) {type=SS}"),
                                       "{successor} (starts|begins) [together] with {predecessor} {type=SS}",
                                       ("{successor} (ends|finishes|must finish|must end) [{lag}] (after|when|together with|with|once) {predecessor} "
                                        "[(ends|finishes|is done|has finished)] {type=FF}"),
                                       ("{predecessor} (blocks|precedes|comes before|must be done before|must be finished before|has to be done before) "
                                        "{successor} {type=FS}"),
                                       "link {successor} (to|with|behind|after) {predecessor} [{type}] [with a lag of {lag}]"),
                                asks=("what (does|must|is|should) {successor} (wait|waiting|depend|depending|have to wait) (for|on)",
                                      ("(which tasks|what) (wait|waits|depend|depends|hang|hangs|build|builds|rely|relies|are waiting|is waiting) "
                                       "(for|on) {predecessor}"),
                                      "[the] (predecessor|predecessors) of {successor}",
                                      "[the] (successor|successors) of {predecessor}",
                                      "what (comes|is) [next] after {predecessor}",
                                      "what (comes before|must be done before|has to be done before|precedes) {successor}"))
    checks: ClassVar = (one_at_each_end,)

    project_id: int = Field(foreign_key="project.id", index=True)
    predecessor_id: Annotated[int | None, Says("waits for, after")] = Field(None, foreign_key="task.id", index=True)
    successor_id: Annotated[int | None, Says("task that waits, before")] = Field(None, foreign_key="task.id", index=True)
    predecessor_milestone_id: Annotated[int | None, Says("waits for milestone, after milestone")] = Field(None, foreign_key="milestone.id", index=True)
    successor_milestone_id: Annotated[int | None, Says("milestone that waits, before milestone")] = Field(None, foreign_key="milestone.id", index=True)
    type: Annotated[Type, Says("relation", words=(("finish to start, finish-to-start", "FS"), ("start to start, start-to-start", "SS"),
                                                  ("finish to finish, finish-to-finish", "FF"), ("start to finish, start-to-finish",
                                                                                                        "SF")))] = one_of(Type, "FS")
    lag: Annotated[float, Says("delay, lead", unit="days")] = Field(0, ge=-3650, le=3650)
