"""A threshold of the office's own: from where on something is amber or red here."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Name = Literal["CPI amber", "CPI red", "overrun amber", "overrun red", "behind amber", "behind red", "overdue amber", "overdue red", "risk amber", "risk red",
               "drift amber", "drift red", "realised amber", "realised red", "realised from", "load amber", "load red", "unplanned amber", "asks a week",
               "silent after"]


class Threshold(Record, table=True):
    kind: ClassVar[Kind] = Kind("TH", "threshold", "thresholds", also="colour threshold, limit of a colour", title="name", line="{key} {name}: {value}",
                                columns=("name", "value", "reason"), write=(Role.admin,),
                                tells=("set [the] {@name} [threshold|limit] [to|at] {value} [because {reason}]",
                                       "(set|change|move|lower|raise) [the] [threshold] [for|of] {@name} [threshold|limit] to {value} [because {reason}]",
                                       "[the] threshold (for|of) {@name} (is|should be|shall be) [now] {value}",
                                       "[the] {@name} threshold (is|should be|shall be|becomes) [now] {value}",
                                       "{@name} (is|starts|begins) [from|at|below|above] {value} [here|now]"),
                                asks=("(which|what) [colour] thresholds (are|have we|do we have|did we) [set|use]",
                                      "[our|all|own|the office's] thresholds"))

    name: Annotated[Name, Says("which")] = Field(sa_type=one_of(Name, "CPI amber").sa_type, unique=True)
    value: Annotated[float, Says("limit, from")] = Field(ge=0, le=100_000)
    reason: Annotated[str, Says("why")] = Field("", max_length=500)
