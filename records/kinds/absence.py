"""An absence: days on which a person does not work."""
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Type = Literal["leave", "sick", "training", "other"]


def end_after_start(of: Any) -> str | None:
    return "The absence ends before it starts." if of.end < of.start else None


class Absence(Record, table=True):
    kind: ClassVar[Kind] = Kind("AB", "absence", "absences", also="leave, vacation, day off, days off, time off", title="type", when="start",
                                line="{key} {type} {start} to {end}",
                                columns=("person_id", "type", "start", "end"), write=(Role.manager, Role.admin),
                                whose="person_id", write_own=(Role.member, Role.value, Role.executive),
                                sayings=(("current, now", {"start": "at most today", "end": "at least today"}),
                                         ("coming, upcoming, next", {"start": "after today"})),
                                tells=(("{person} (is|am|will be|are|was|were|has been|have been|goes|go|went) (on|off on|off with|to|in|at) [a|some] {type} "
                                        "{start..end}"),
                                       "{person} (is|am|will be|was|were|has been|have been|feels) {type} {start..end}",
                                       "{person} (has|have|had|takes|take|took|will take|is taking|am taking|has got|got|wants) [a|some] {type} {start..end}",
                                       "{person} (is|am|was|were|has been|have been) [off] (sick|ill) [{start..end}] {type=sick}",
                                       ("{person} (called|calls|phoned|rang|reported|reports) [in] [himself|herself] (sick|ill) [and|is|he is|she is] "
                                        "[out|off|away] {start..end} {type=sick}"),
                                       ("(put|enter|add|book|note|log|register|record|file|set|plan) [in|down|up] [my|the|some|a] {type} [in|down|up] "
                                        "[for me] {start..end} {person=me}"),
                                       "(put|enter|add|book|note|log|register|record|file|set|plan) [in|down|up] {person} {type} [in|down|up] {start..end}",
                                       "(we|they) (lost|lose|will lose|miss|are without|must do without|have to do without) {person} {start..end} {type=other}",
                                       "[(i|calling|called|reporting)] [in] (sick|ill|unwell|not well) {start..end} {type=sick} {person=me}",
                                       ("[i] (can not|could not|will not|am not able to) (come|be|make it|work|get) [in|into work|in to work|to work|"
                                        "into the office|to the office|there] {start..end} [as|because|since] [i am|i feel] (sick|ill|unwell) "
                                        "{type=sick} {person=me}"),
                                       ("(sick|ill|unwell) {start..end} [so] [i] (can not|will not) (come|be|make it|work|get) [in|into work|to work|"
                                        "to the office] {type=sick} {person=me}"),
                                       ("(out of office|out of the office|ooo|away|absent|not in|day off|days off|a day off|off) "
                                        "[from|on] {start..end} {person=me}"),
                                       "[(i am|i will be)] taking {start..end} off {person=me}",
                                       "{person} (takes|take|took|will take|is taking|am taking|needs|need|has|have|wants|would like) {start..end} off",
                                       ("(book|put|mark|note|sign|register|set|enter) {person} [down] [as] "
                                        "(off|absent|away|out|on leave|not in) [for|on] {start..end}"),
                                       ("(book|put|mark|note|sign|register|set|enter) {person} [down] [as] (sick|ill) [for|on] {start..end} "
                                        "{type=sick}"),
                                       ("{person} (is|am|will be|was|were|has been|have been) (away|off|absent|out|out of office|out of the office|"
                                        "not in|not here|not available|unavailable) {start..end}")),
                                asks=(("(who|who else|anybody|is anybody|is anyone|which people|who of us) (is|are|will be|) [going to be] "
                                       "(away|off|absent|out of office|on leave|on holiday|on vacation|not here|not in|not available|unavailable|missing) "
                                       "[{start..end}]"),
                                      "(who|who else|is anybody|is anyone) (is|are|will be|) (sick|ill) [{start..end}] {type=sick}",
                                      ("(is|am|will) {person} [be] (away|off|absent|on leave|on holiday|on vacation|not here|not available|sick|in) "
                                       "{start..end}"),
                                      "(do|does|did|have|has) {person} (have|got|take|taken|booked|planned) [any|some|a] {type} [{start..end}]",
                                      "when (is|am|will|does) {person} [be|come] (back|here again|in again) {end=at least today}",
                                      "when (is|am|will) {person} [be] (away|off|absent|on leave|on holiday|on vacation|not here|not available)",
                                      "(absence|absences|holiday|holidays|vacation|vacations|leave|days off) of {person}"))
    checks: ClassVar = (end_after_start,)

    person_id: Annotated[int, Says("who", asker=True)] = Field(foreign_key="person.id", index=True)
    type: Annotated[Type, Says("sort", words=(("holiday, vacation", "leave"), ("ill, sick leave", "sick")))] = one_of(Type, "leave")
    start: Annotated[date, Says("from, first day")] = Field(index=True)
    end: Annotated[date, Says("until, to, last day")] = Field(index=True)
