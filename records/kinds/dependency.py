"""A dependency on somebody else: what is given or got, when it is needed and promised, and when it escalates."""
from datetime import date
from typing import Annotated, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, long_text, one_of

Direction = Literal["get", "give", "excludes"]
Status = Literal["open", "agreed", "delivered", "broken", "cancelled"]
Confidence = Literal["high", "medium", "low"]


class Dependency(Record, table=True):
    kind: ClassVar[Kind] = Kind("DP", "dependency", "dependencies", also="external dependency, interface", within="project_id", when="needed_by",
                                line="{key} {title} ({status})",
                                columns=("project_id", "direction", "party", "needed_by", "promised_for", "status"),
                                write=(Role.member, Role.manager, Role.admin),
                                sayings=(("open, outstanding", {"status": "open, agreed"}),
                                         ("late, overdue", {"needed_by": "before today", "status": "open, agreed"})),
                                tells=(("(we|{project}) (need|needs|require|requires|get|gets|expect|expects) {title} from {party} [by {needed_by}] "
                                        "{direction=get}"),
                                       "(we|{project}) (are|is) waiting for {title} from {party} [by {needed_by}] {direction=get}",
                                       "(we|{project}) (depend|depends|rely|relies) on {party} for {title} [by {needed_by}] {direction=get}",
                                       "{party} (needs|need|gets|expects) {title} from (us|{project}) [by {needed_by}] {direction=give}",
                                       "{party} (depends|relies) on (us|{project}) for {title} [by {needed_by}] {direction=give}",
                                       "(we|{project}) (deliver|delivers|owe|owes|provide|provides) {title} to {party} [by {needed_by}] {direction=give}",
                                       "{project} (rules out|excludes|is an alternative to) {other_project} {direction=excludes} {title=only one of the two}",
                                       "{project} (is pointless|makes no sense|cannot be done) without {other_project} {direction=get} {title=its result}"),
                                asks=("(what|who|whom|which things) (do|are) we [all] (depend|dependent|depending|rely|relying) on",
                                      "(what|who|whom) (does|is) {project} (depend|dependent|depending|rely|relying) on",
                                      ("what (do we|does {project}) (get|need|expect) from (others|outside|other teams|other projects|suppliers) "
                                       "{direction=get}"),
                                      "(who|what|which projects) (depends|depend|relies|rely) on (us|{project}) {direction=give}",
                                      "what do (others|other teams|other projects) (get|need|expect) from (us|{project}) {direction=give}",
                                      "what (do|does) {party} (get|need|expect) from (us|{project}) {direction=give}",
                                      "what do we (get|expect) from {party} {direction=get}"))

    title: Annotated[str, Says("what")] = Field(min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    direction: Annotated[Direction,
                         Says("give or get", words=(("incoming, inbound, receive", "get"), ("outgoing, outbound, deliver", "give"),
                                                         ("rules out, alternative to", "excludes")))] = one_of(Direction, "get")
    party: Annotated[str, Says("other party, on whom, supplier, team")] = Field("", max_length=200)
    other_project_id: Annotated[int | None, Says("other project")] = Field(None, foreign_key="project.id", index=True)
    owner_id: Annotated[int | None, Says("responsible, who")] = Field(None, foreign_key="person.id", index=True)
    needed_by: Annotated[date | None, Says("needed, due")] = Field(None, index=True)
    promised_for: Annotated[date | None, Says("promised")] = None
    confidence: Annotated[Confidence, Says("trust")] = one_of(Confidence, "medium")
    effect: Annotated[str, Says("impact if late, impact")] = Field("", max_length=500)
    next_step: Annotated[str, Says("next action")] = Field("", max_length=500)
    escalation: Annotated[str, Says("escalation trigger, escalates when")] = Field("", max_length=500)
    status: Annotated[Status, Says("state")] = one_of(Status, "open")
    notes: Annotated[str, Says("details")] = long_text()
