"""Which field of a record a question asks for: “who owns T-12?” its owner, “when is it due?” its due date."""
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.naming import BY_KIND, entitled
from assistant.planner.words.lexicon import kind_coded, kind_named
from records.kinds import KINDS, Person, Project
from records.kinds.base import Record, fields

ASKED = tuple((re.compile(rf"\b(?:{said})\b"), names) for said, names in (
    (r"(?:^|and )(?:by )?whom? (?:\w+ )*?(?:approved|decided|rejected|deferred|signed)", ("decider_id",)),
    (r"when (?:was|were|did|has|have|had) .*(?:approved|decided|rejected|deferred|done|finished|completed|resolved|closed|fixed)",
     ("decided_on", "done_on", "resolved_on")),
    (r"when (?:will|is|are|can|does|should|must) .*(?:done|finished|completed|ready|over|solved|fixed|resolved)", ("due", "forecast", "finish")),
    (r"why .*(?:approved|decided|rejected|deferred)", ("rationale",)),
    (r"why .*(?:blocked|stuck)|blocked by|what blocks|held up", ("blocked_by",)),
    (r"project manager|manager|manages?|managed|leads?|led|runs|in charge", ("manager_id",)),
    (r"sponsors?|sponsored", ("sponsor_id",)),
    (r"owns?|owner|owned|responsible|assigned|assignee|whose|working on", ("owner_id", "manager_id")),
    (r"objective|serves?|goal", ("objective_id",)),
    (r"purpose|about", ("purpose",)),
    (r"job|position|role", ("job",)),
    (r"due|deadline", ("due", "decide_by", "forecast", "finish")),
    (r"finish|finishes|end|ends|over", ("finish", "due")),
    (r"start|starts|started|begin|begins|began", ("start",)),
    (r"done|finished|completed?|closed|status|state|open|blocked|approved|decided", ("status", "phase")),
    (r"priority|urgent", ("priority",)),
    (r"effort|estimate|how long|how many hours", ("hours",)),
    (r"how far|progress", ("progress",)),
    (r"mitigation|response|mitigated|against it", ("response",)),
    (r"score|severe", ("score",)),
    (r"probability|likely|likelihood", ("probability",)),
    (r"impact", ("impact",)),
    (r"sure|certain|confident|confidence|reliable", ("confidence",)),
    (r"decides?|decider", ("decider_id",)),
    (r"when|forecast|expected", ("forecast", "due", "finish")),
    (r"how much|cost|costs", ("cost_effect", "amount", "cost_impact")),
))
QUESTION = re.compile(r"^(?:so |and |but |hey |hi |please |tell me )*(?:who|when|why|what|which|how|is|are|was|has|does|did|by when|until when|whose)\b")


def asked_field(heard: Heard, record: str | None) -> str | None:
    """The label of the field that is asked for, if the record's kind has it."""
    if not QUESTION.match(heard.plain):
        return field_said(heard)
    kind = _kind(heard, record)
    known = {f.name: f.label for f in fields(kind)} if kind else {}
    if of := field_said(heard) or _field_of_project(heard):
        return of
    return next((known[n] for said, names in ASKED if said.search(heard.plain) for n in names if n in known), None)


def names_one(heard: Heard) -> bool:
    """Whether one record that is no project or person is named, by its key or by its title: “APOLLO-MS-2”, “the pilot milestone”."""
    return len(heard.all("KEY")) == 1 or ("KEY" not in heard.types and entitled(heard, BY_KIND[:1]) is not None)


DECIDED = re.compile(r"^(?:so |and )?who (?:decides|has to decide|must decide|will decide|should decide|is to decide|is deciding)"
                     r"(?: about| on| over)? (?:the )?(?:[\w-]+ )?KEY\b")
STATE_OF = re.compile(r"^(?:and |so |hi |please )*(?:is|has|was|did) (?:the|our|my|this) (?P<t>[\w'-]+(?: [\w'-]+){1,6}?)(?: (?:task|ticket|milestone))? "
                      r"(?:already |now |yet |been |actually |finally )*(?:done|finished|completed?|ready|started|blocked|closed|approved|decided|delivered)"
                      r"(?: yet| already| now)?\W*$", re.I)


def state_asked(heard: Heard) -> str | None:
    """The title of the one record whose state is asked for: “is the load test done?”; a single word may be anything."""
    m = STATE_OF.match(heard.text)
    is_named = heard.types & {"project", "person", "KEY", "TEXT", "DATE"} or heard.is_of_many
    return m["t"] if m and not is_named else None


def asks_a_field(heard: Heard) -> bool:
    """Whether a day or a person of a named project is asked for, or who decides about one record: “what is the finish of Apollo?”."""
    if field_said(heard) or DECIDED.match(heard.typed):
        return True
    return _field_of_project(heard) is not None


ASKED_WHOLE = re.compile(r"^(?:(?:and|so|but|ok)\s+)*(?:when|what|how|which|who|why) (?:is|are|was|were|do|does|did|will|would|much|many|long|high|far)\b")


def asks_figure_of_project(heard: Heard) -> bool:
    """Whether a whole question asks for a figure of a project, so that it goes on from no list: “and when does Elara pay back?”."""
    return {"FIGURE", "project"} <= heard.types and ASKED_WHOLE.match(heard.plain) is not None


def _field_of_project(heard: Heard) -> str | None:
    m = re.match(r"^(?:so |and )?(?:what|who|when) (?:is|are|was) (?:the )?(?P<f>[a-z ]{3,20}?) (?:date )?of (?:the )?(?:project )?PROJECT$", heard.typed)
    if m is None or "FIGURE" in heard.types:
        return None
    return next((f.label for f in fields(Project) if (f.type in (date, int, float) or f.refers) and m["f"] in {n.lower() for n in f.names}), None)


BARE = re.compile(r"^(?:(?:please|what is|what are|tell me|give me|show me|show|i need|get me|can i have|do you have)\s+)*(?:the )?(?:"
                  r"(?P<a>[a-z][a-z -]{2,24}?) (?:of|for) (?:the )?(?:\w+ )?(?:PERSON|KEY)|(?P<b>(?:PERSON|KEY) )(?P<c>[a-z][a-z -]{2,24}?))(?: please)?$")


def field_said(heard: Heard) -> str | None:
    """The field of a person or of a record with a key that is asked for and nothing else: “email of Sofia”, “APOLLO-R-1 response”."""
    m = BARE.match(heard.typed) if not heard.types & {"FIGURE", "project"} and len(heard.all("KEY")) + len(heard.all("person")) == 1 else None
    if m is None:
        return None
    kind, said = Person if "person" in heard.types else kind_coded(heard.all("KEY")[0]), m["a"] or m["c"]
    return next((f.label for f in fields(kind) if said in {n.lower() for n in f.names}), None)


def _kind(heard: Heard, record: str | None) -> type[Record] | None:
    if record and re.search(r"-\d+$", record):
        return kind_coded(record)
    if kind := heard.first("KIND"):
        return kind_named(kind)
    named = next((k for k in KINDS if str(k.__tablename__) in heard.types), None)
    return named or (Project if record and record.isupper() else None)
