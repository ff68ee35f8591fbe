"""A sharing rule: whether what belongs to a project, a space of documents or a kind of record may be sent to a language model."""
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Leaves = Literal["stays", "may leave"]


def of_one_thing(of: Any) -> str | None:
    said = [each for each in (of.project_id, of.space_id, of.record) if each]
    return None if len(said) == 1 else "A sharing rule is about one thing: a project, a space or a kind of record."


class Sharing(Record, table=True):
    """Without a rule everything may leave but what is restricted. Of two rules about the same thing the stricter one holds."""
    kind: ClassVar[Kind] = Kind("SH", "sharing rule", "sharing rules", also="data sharing rule", within="project_id", title="leaves", line="{key} {leaves}",
                                columns=("project_id", "space_id", "record", "leaves", "reason"), write=(Role.admin,),
                                tells=("{project} (stays|must stay|shall stay|should stay|has to stay) in the house {leaves=stays} [because {reason}]",
                                       "{project} may leave the house {leaves=may leave} [because {reason}]",
                                       "{project} (may|must|shall|should) (not|never) leave the house {leaves=stays} [because {reason}]",
                                       "{record} (stay|must stay|shall stay|should stay|have to stay) in the house {leaves=stays} [because {reason}]"),
                                asks=("what may leave the house", "what (stays|must stay) in the house", "which (projects|records|kinds) may leave the house"))

    checks: ClassVar = (of_one_thing,)

    leaves: Annotated[Leaves, Says("may it leave", words=(("stay, stays here, keep, no", "stays"), ("leave, yes", "may leave")))
                      ] = Field(sa_type=one_of(Leaves, "stays").sa_type)
    project_id: int | None = Field(None, foreign_key="project.id", index=True)
    space_id: int | None = Field(None, foreign_key="space.id", index=True)
    record: Annotated[str, Says("kind, record type")] = Field("", max_length=60)
    reason: Annotated[str, Says("why")] = Field("", max_length=500)
