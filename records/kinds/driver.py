"""A driver: what the board weighs when it ranks projects, and how heavily; without any, the weights of the house hold."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Name = Literal["business value", "time criticality", "risk reduction", "strategic fit", "value for money", "delivery risk"]


class Driver(Record, table=True):
    kind: ClassVar[Kind] = Kind("DR", "driver", "drivers", also="portfolio driver, board weight, ranking weight, scoring weight", title="name",
                                line="{key} {name}: {weight}", columns=("name", "weight", "reason"), write=(Role.value, Role.executive, Role.admin),
                                tells=("set [the] [board|board's] (weight|driver) (of|for) {@name} (to|at) {weight} [because {reason}]",
                                       "(set|change|move|lower|raise) [the] [driver] {@name} weight to {weight} [because {reason}]",
                                       "[the] board (weighs|weights) {@name} (with|at|by) {weight} [because {reason}]",
                                       "{@name} (counts|weighs) {weight} [in the ranking]"),
                                asks=("(which|what) (drivers|weights) (do we|does the board) (use|have|rank by)",
                                      "[the] (board's|ranking|scoring) (weights|drivers)"))

    name: Annotated[Name, Says("what")] = Field(sa_type=one_of(Name, "business value").sa_type, unique=True)
    weight: Annotated[float, Says("how heavily, counts")] = Field(ge=0, le=100)
    reason: Annotated[str, Says("why")] = Field("", max_length=500)
