"""A stakeholder: who is touched or has a say, how they stand to the project, and how they should."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Engagement = Literal["not known", "unaware", "resistant", "neutral", "supportive", "leading"]
Side = Literal["internal", "external"]


class Stakeholder(Record, table=True):
    kind: ClassVar[Kind] = Kind("S", "stakeholder", "stakeholders", also="interested party, stakeholder register", within="project_id", title="name",
                                when="last_contact", line="{key} {name} ({current})",
                                columns=("project_id", "role", "power", "interest", "current", "desired", "engager_id", "last_contact"),
                                write=(Role.manager, Role.admin),
                                sayings=(("resistant, against", {"current": "resistant"}),
                                         ("powerful, key, high power, with high power, influential, most powerful", {"power": "at least 4"})),
                                tells=("(add|register|note|new) [a|the] stakeholder {name} (to|on|for|in) {project}",
                                       "set [the] {@name} to {current}",
                                       "{@name} (is|are|has become|became) [now] {current} [about|towards|to|on] [now]",
                                       "we want {@name} to (be|become) {desired}",
                                       "(we|i) (spoke|talked|met) [to|with] {@name} {last_contact}"),
                                asks=("who (supports|backs|is for|is in favour of|is behind) {project} {current=supportive, leading}",
                                      "who (opposes|resists|is opposed to) {project} {current=resistant}"))

    name: str = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    organisation: Annotated[str, Says("company, department, organization")] = Field("", max_length=200)
    role: Annotated[str, Says("position, function")] = Field("", max_length=200)
    contact: Annotated[str, Says("e-mail, phone")] = Field("", max_length=200)
    side: Annotated[Side, Says("internal or external")] = one_of(Side, "internal")
    expectations: Annotated[str, Says("requirements, wants, expects")] = long_text()
    power: Annotated[int, Says("influence")] = Field(3, ge=1, le=5)
    interest: int = Field(3, ge=1, le=5)
    current: Annotated[Engagement, Says("engagement, current engagement, stands, currently, now")] = one_of(Engagement, "not known")
    desired: Annotated[Engagement, Says("desired engagement, target engagement, wanted, should be, should become")] = one_of(Engagement, "supportive")
    approach: Annotated[str, Says("engagement approach, strategy")] = long_text()
    engager_id: Annotated[int | None, Says("engagement owner, owner, looked after by")] = Field(None, foreign_key="person.id", index=True)
    frequency: Annotated[str, Says("how often")] = Field("", max_length=100)
    last_contact: Annotated[date | None, Says("last spoken to, last contacted")] = None
    notes: Annotated[str, Says("private notes", only=(Role.manager, Role.admin))] = long_text()
