"""A cell of the RACI chart: who does, answers for, advises on or hears of a deliverable; exactly one answers."""
from typing import Annotated, ClassVar, Literal

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says, one_of

Letter = Literal["responsible", "accountable", "consulted", "informed"]


class Responsibility(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("deliverable_id", "person_id", "letter"), STRICT)
    kind: ClassVar[Kind] = Kind("RA", "responsibility", "responsibilities", also="RACI, RACI entry", within="project_id", title="letter",
                                line="{key} {letter}", columns=("deliverable_id", "person_id", "letter"), write=(Role.manager, Role.admin),
                                tells=("(make|put|name|appoint) {person} [as] [the] {letter} [person|one] (for|of|on|about) {deliverable}",
                                       ("{person} (is|becomes|will be|should be|must be|has to be) [the] {letter} [person|one] (for|of|on|about) "
                                        "{deliverable}")),
                                asks=("who (is|are) [the] {letter} [person|people|one] (for|of|on|about) {deliverable}",
                                      "who (must|should|has to|needs to) be {letter} (for|of|on|about) {deliverable}",
                                      "what is {person} {letter} (for|of|on|about)",
                                      "[the] RACI [matrix|chart] (of|for) {deliverable}"))

    project_id: int = Field(foreign_key="project.id", index=True)
    deliverable_id: int = Field(foreign_key="deliverable.id", index=True)
    person_id: Annotated[int, Says("who")] = Field(foreign_key="person.id", index=True)
    letter: Annotated[Letter,
                      Says("RACI letter, part", words=(("R", "responsible"), ("A", "accountable"), ("C", "consulted"), ("I", "informed")))
                      ] = one_of(Letter, "responsible")
