"""A lesson: what happened, why, and what the next project should do about it."""
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Type = Literal["keep", "avoid"]
Status = Literal["recorded", "applied", "retired"]


class Lesson(Record, table=True):
    kind: ClassVar[Kind] = Kind("LL", "lesson", "lessons", also="lesson learned, lessons learned, lesson learnt, lessons learnt", within="project_id",
                                line="{key} {title}",
                                columns=("project_id", "type", "category", "recommendation"),
                                write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                tells=("(we|i) [have] (learned|learnt) [that] {title} [because {cause}]",
                                       "next time [we|i] (should|must|will|have to|need to) {title+recommendation}",
                                       "(lesson|lesson learned|lesson learnt|lessons learned) (on|from|of|for|in|to) {project} {title} [because {cause}]"),
                                asks=("what (did|have|can|could|should) (we|i|one) [have] (learn|learned|learnt) [there]",
                                      "what (did|have|can|could) (we|i|one) [have] (learn|learned|learnt) (about|on|from) {category}",
                                      "[all|the|our|list|any] lessons [learned|learnt] [are there|do we have]",
                                      "what (went|goes|worked|works) well {type=keep}",
                                      "what went (badly|poorly) {type=avoid}",
                                      "what should we (keep|keep doing|do again) {type=keep}",
                                      "what (should|would|could) we [have] (do|done) (differently|better|otherwise) [next time] {type=avoid}",
                                      "what should we avoid [next time] {type=avoid}"))

    title: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    situation: Annotated[str, Says("what happened, background")] = long_text()
    cause: Annotated[str, Says("because, why")] = Field("", max_length=500)
    effect: Annotated[str, Says("result, impact")] = Field("", max_length=500)
    recommendation: Annotated[str, Says("next time, advice")] = long_text()
    category: Annotated[str, Says("area, topic")] = Field("", max_length=100)
    phase: Annotated[str, Says("stage")] = Field("", max_length=100)
    type: Annotated[Type, Says("sort", words=(("positive, good, worked well, went well, do again, repeat", "keep"),
                                              ("negative, bad, avoided, went wrong, went badly, not again, never again, do differently",
                                               "avoid")))] = one_of(Type, "avoid")
    applied_in: Annotated[str, Says("where applied, used in")] = Field("", max_length=500)
    status: Annotated[Status, Says("state")] = one_of(Status, "recorded")
