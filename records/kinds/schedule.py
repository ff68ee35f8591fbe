"""A schedule: a report, the portfolio or a question that comes of itself, to a person, a Slack channel or an address, at an hour of certain days."""
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal
from zoneinfo import available_timezones

from sqlmodel import Field

from language.hours import read_hour
from language.recurrence import Repetition, read_recurrence
from language.rrule import can_be_kept, ended, first_day
from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

What = Literal["report", "portfolio", "question"]
By = Literal["Slack", "e-mail"]
Format = Literal["pdf", "pptx", "docx", "xlsx", "html", "md"]
Readers = Literal["project manager", "executive", "steering committee", "team", "client"]
Mode = Literal["send", "draft first"]
Silence = Literal["say so", "stay silent"]
Status = Literal["on", "paused"]
USUAL = "08:00"


def read(said: str, today: date) -> Repetition | None:
    """How often something comes, in people's words: “every Monday 8:00”, “on the first working day of each month at 9”; a rule of iCalendar too."""
    if said.upper().startswith("FREQ=") and can_be_kept(said):
        return Repetition(said.upper())
    return read_recurrence(said, today) or read_recurrence(f"repeats {said}", today)


def worked_out(before: Mapping[str, Any], after: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """The rule, its first day and its hour, as the words meant them on the day they were said."""
    if after["often"] == before.get("often"):
        return {}
    found = read(str(after["often"]), today)
    if found is None or found.unless:
        return {"rule": "", "first_day": None}
    first = first_day(found.rule, found.first or today)
    hour = read_hour(found.at) if found.at else None
    more = {"at": f"{hour[0]:02}:{hour[1]:02}"} if hour else {} if after["at"] else {"at": USUAL}
    return {"rule": ended(found.rule, first) if first else "", "first_day": first, **more}


def can_be_read(of: Any) -> str | None:
    found = read(of.often, date(2000, 1, 3))                # whether it can be read hangs on no day
    if found is None:
        return f"“{of.often}” is no repetition I can read; say it as “every Monday 8:00”, “every second Monday at 9” or “every first working day”."
    if found.unless:
        return f"I can keep “{of.often}”, but no exceptions; leave out “{found.unless}”."
    if (of.at and read_hour(of.at) is None) or (found.at and read_hour(found.at) is None):
        return f"“{of.at or found.at}” is no hour I can read; say it as 8:00."
    return None


def is_whole(of: Any) -> str | None:
    if of.what == "question" and not of.question:
        return "What shall be asked each time? Say the question, or the name of a saved one."
    if of.what == "report" and of.project_id is None:
        return "The report of which project? For all of them it is the portfolio."
    if of.channel and of.email:
        return "It goes to one place: a channel or an address."
    if of.email and "@" not in of.email:
        return f"“{of.email}” is no e-mail address."
    return "That is no time zone; say it as “Europe/Berlin”." if of.zone and of.zone not in available_timezones() else None


class Schedule(Record, table=True):
    """Without person, channel and address it goes to its owner. It is made with the rights of its owner, and shows what each of its readers may see.
    One that a communications plan asks for is paused when that row of the plan changes."""
    kind: ClassVar[Kind] = Kind("SE", "schedule", "schedules", also="scheduled report, subscription, standing order, recurring report", title="what",
                                own="owner_id", line="{key} {what} {often} ({status})",
                                columns=("what", "project_id", "question", "often", "at", "channel", "email", "status"),
                                write=(Role.member, Role.manager, Role.value, Role.executive, Role.admin),
                                sayings=(("active, running", {"status": "on"}), ("paused, stopped", {"status": "paused"})),
                                tells=("(send|mail|e-mail|give|post) [me|us] [a|the] {project} [status|project] report {often} {what=report}",
                                       "(send|mail|e-mail|give|post) [me|us] [a|the] [status|project] report (of|for|on|about) {project} {often} {what=report}",
                                       "(send|mail|e-mail|give|post) [me|us] [a|the|my] portfolio (report|summary|overview) {often} {what=portfolio}",
                                       "(move|change|switch|shift) [my|the] portfolio (report|summary|overview) to {often} {@what=portfolio} {@owner=me}",
                                       "(move|change|switch|shift) [my|the] {@project} report to {often} {@what=report} {@owner=me}",
                                       "(pause|stop|suspend) [the] [schedule] {@key} {status=paused}",
                                       "(resume|restart|continue) [the] [schedule] {@key} {status=on}"),
                                asks=("what (do i|do we) get [sent] (regularly|of itself|automatically)",
                                      "[what are|show|list] [my|our|the] (schedules|subscriptions)"))

    checks: ClassVar = (is_whole, can_be_read)
    follows: ClassVar = (worked_out,)

    what: Annotated[What, Says("content, which", words=(("status report, project report, status", "report"),
                                                        ("portfolio summary, summary, overview, all projects", "portfolio"),
                                                        ("answer, query, saved question, numbers", "question")))] = one_of(What, "report")
    project_id: int | None = Field(None, foreign_key="project.id", index=True)
    question: Annotated[str, Says("ask, saved question")] = Field("", max_length=500)
    often: Annotated[str, Says("when, how often, every, repeats, recurrence")] = Field(min_length=1, max_length=200)
    at: Annotated[str, Says("hour, time, o'clock")] = Field("", max_length=20)
    owner_id: Annotated[int | None, Says("whose, asked by", asker=True)] = Field(None, foreign_key="person.id", index=True)
    person_id: Annotated[int | None, Says("to, recipient, reader")] = Field(None, foreign_key="person.id", index=True)
    channel: Annotated[str, Says("Slack channel, in")] = Field("", max_length=100)
    email: Annotated[str, Says("address, mail to")] = Field("", max_length=200)
    by: Annotated[By, Says("through, delivery, way", words=(("mail, email", "e-mail"), ("direct message, DM, chat", "Slack")))] = one_of(By, "Slack")
    format: Annotated[Format, Says("file, as", words=(("powerpoint, slides", "pptx"), ("word", "docx"), ("excel", "xlsx"), ("web page", "html"),
                                                      ("markdown", "md")))] = one_of(Format, "pdf")
    readers: Annotated[Readers, Says("audience, for, written for", words=(("board, steerco", "steering committee"), ("customer", "client")))
                       ] = one_of(Readers, "project manager")
    mode: Annotated[Mode, Says("approval", words=(("draft, drafts, as a draft, after approval", "draft first"), ("send, at once, directly", "send")))
                    ] = one_of(Mode, "send")
    silence: Annotated[Silence, Says("when empty, if nothing", words=(("silent, quiet, nothing, skip", "stay silent"), ("tell me", "say so")))
                       ] = one_of(Silence, "say so")
    zone: Annotated[str, Says("time zone")] = Field("", max_length=60)
    status: Annotated[Status, Says("state", words=(("active, running, resumed", "on"), ("off, stopped, suspended", "paused")))] = one_of(Status, "on")
    rule: Annotated[str, Says(set_by="code")] = Field("", max_length=200)
    first_day: Annotated[date | None, Says(set_by="code")] = None
    communication_id: Annotated[int | None, Says("row of the communications plan, because of")] = Field(None, foreign_key="communication.id", index=True)
