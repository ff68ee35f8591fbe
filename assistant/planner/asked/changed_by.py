"""Who changed what and when: “who set T-7 to blocked?”, “how often was its due date moved?”, “since when is Apollo red?” are asked of the log of changes."""
from collections.abc import Mapping
import re

from assistant.planner.filled.filling import fill
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.meant.spoken_of import NUMBERED, milestone_of, spoken_of
from assistant.planner.words.lexicon import choice_words, kind_coded, kind_named
from assistant.planner.words.plain import pattern
from records.figures import FIGURES
from records.kinds import KINDS, Person, Project
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

CHANGED = (r"(?:changed?|set|moved?|put|edited|modified|updated|raised|increased|lowered|reduced|decreased|cut|postponed?|shifted|extended|delayed|pushed|"
           r"rescheduled|reassigned|assigned|altered|adjusted|reopened|closed|marked|turned|declared|touched|revised|corrected|amended|renamed|blocked|"
           r"brought forward|put back|put off)")
BECAME = r"(?:become|became|turn|turned|go|went|gone|get|got|change|changed|be|been)"
AFTER = r"(?:so |and |but |please |can you tell me |tell me |do you know )*"
ASKS = re.compile(rf"^{AFTER}(?:(?:who|by whom|which of us)\b(?: \w+)?(?: has| had| have| was| were| is)? (?:\w+ly |last |all )?{CHANGED}\b(?! requests?\b)|"
                  rf"by whom (?:was|were|has|have)\b.*\b{CHANGED}|"
                  rf"when (?:was|were|has|have|had|did)\b.*\b(?:{CHANGED}|{BECAME})\b|"
                  rf"how (?:often|many times|frequently) (?:was|were|has|have|had|did|is|are)\b.*\b{CHANGED}\b|"
                  rf"(?:since|from) when (?:is|are|was|were|has|have|does|do)\b|how long (?:has|have|is|are)\b.*\b(?:red|amber|yellow|green|blocked|on hold)\b|"
                  r"when did\b.*\b(?:move|change|slip|shift)\b|how (?:often|many times) did\b.*\b(?:move|change|slip|shift)\b|"
                  r"(?:history|all changes|every change|the changes) (?:of|to|in) (?:the )?\w+)")
HISTORY = re.compile(rf"^{AFTER}(?:(?:give|show|get|send|list|let|i|we|would|like|want|need|see|us|me|have|the|a|full|whole|complete|entire|all)\b ?)*"
                     r"(?:audit trails?|change history|history|change log|log of changes|change trail|revision history|track record of changes)"
                     r"(?: of| for| on| to)?\b")
WROTE = re.compile(rf"^{AFTER}(?:who|which of us|by whom was)\b(?: has| had| actually| first)* (?:entered|created|added|recorded|registered|captured|"
                   r"typed in|keyed in|put in|put down|wrote|written|wrote down|logged)\b(?: down| in)?(?P<what>.*?)"
                   r"(?: in the (?:first place|system|records))?\W*$", re.I)
OF_HOURS = re.compile(r"\b(?:hours?|time)\b")           # who booked hours is told of the hours
LITTLE = frozenset(("the", "a", "an", "of", "on", "for", "in", "into", "to", "at", "that", "this", "it", "our", "my", "and", "when", "down", "project", "s"))
DID = re.compile(rf"^{AFTER}(?:what|show me what|list what)(?: all| exactly| else)* "
                 r"(?:(?:did|have|has) )?(?:i|PERSON)(?: did| done| has| have| actually| really| all)* "
                 r"(?:do|done|work(?:ed)? on|get done|got done|accomplish(?:ed)?|achieved?|been doing|been working on|been up to|been busy with|get finished|"
                 r"(?:last|this|yesterday|today|on|in|since|over|during) )")
SINCE = re.compile(r"\b(?:since when|from when|how long|become|became|turn|turned|went|go|gone|get|got)\b")
COLOUR = re.compile(r"\b(?P<c>red|amber|yellow|green)\b")
NO_NAMES = frozenset(("who", "when", "date", "day", "days", "why", "by", "on", "words", "note", "text", "what", "how", "record", "key", "name", "about", "to",
                      "from", "sort", "area", "place", "set", "title", "result", "starts", "begins"))
ANYHOW = re.compile(r"\b(?:changed?|moved?|edited|modified|updated|altered|adjusted|touched|revised|amended|postponed?|shifted|delayed|rescheduled)\b")
BARE_HISTORY = re.compile(rf"^{AFTER}(?:show |the |give |me )*history (?:of|for) [a-z]+(?:-[a-z]+)*-\d+$")        # that is the record with its past
WHAT_OF = re.compile(rf"^{AFTER}what (?:all )?(?:was|has been|were|did \w+)(?: \w+)? changed? (?:on|in|about|at|to|with) ")
DID_CHANGE = re.compile(rf"^{AFTER}(?:did|has|have|was|were)\b.*\bFIGURE\b.*\b(?:changed?|moved?|altered|touched|adjusted)\b")
MOVES = re.compile(r"\b(?:moved?|postponed?|shift(?:ed)?|slip(?:ped)?|changed?|delayed|rescheduled|pushed|put back|put off|brought forward|extended|touched)\b")
SLIP = re.compile(r"slip(?:s|ped)?", re.I)                # what a milestone did, and no figure
DATED = frozenset(("due", "forecast", "planned", "finish"))
GIVEN = re.compile(r"\b(?:re)?assigned\b")
VALUE = re.compile(r"\b(?:to|by)\s*$", re.I)


def written_by(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The same tool for who wrote something down, by its key, or by the words of its title and its project; a whole kind is none."""
    tool, said = next((t for t in tools.values() if t.slot(Holds.changed)), None), WROTE.match(heard.masked.strip())
    if tool is None or said is None or len(heard.all("KEY")) > 1:
        return None
    key = heard.first("KEY") or next(iter(context.meant(heard)), None)
    nouns = {heard.said(s).lower() for s in heard.of("KIND")}
    what = " ".join(w for w in re.findall(r"[\w-]+", said["what"]) if w.lower() not in (*nouns, *LITTLE)) or next(iter(heard.all("KIND")), "")
    if (not key and not what) or OF_HOURS.search(heard.plain):
        return None
    args = {s.name: v for s in tool.slots if s.of is Project and (v := heard.first("project")) and not key}
    return Plan(((tool.name, {**args, next(s.name for s in tool.slots if s.holds is Holds.changed): f"{key} made" if key else f"made {what}"}),), sure=True)


def changed_by(heard: Heard, asked: Asked, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The call of the tool that tells of changes, narrowed to what is meant; None where nothing narrower than a project is."""
    tool = next((t for t in tools.values() if t.slot(Holds.changed)), None)
    trail = HISTORY.match(heard.text.lower()) if not BARE_HISTORY.match(heard.plain) else None
    is_asked = trail or (NUMBERED.search(heard.text) and WHAT_OF.match(heard.plain)) or ASKS.match(heard.plain) or DID_CHANGE.match(heard.shaped("FIGURE"))
    heard = heard.without(s for _, s in heard.spans if trail and s.start < trail.end())          # an audit trail is no audit
    if tool is None or not is_asked or len(heard.all("KEY")) > 1 or len(heard.all("project")) > 1:
        return None
    what = (_spoken_of(heard, asked) if NUMBERED.search(heard.text) else "") or _what(heard, is_trail=trail is not None) or _spoken_of(heard, asked)
    if not what:
        return None
    dated = [("DATE", s) for s in heard.of("DATE") if not VALUE.search(heard.text[:s.start])]
    kept = Heard(heard.text, (*((t, s) for t, s in heard.spans if t != "DATE"), *dated))
    is_whose = re.match(rf"{AFTER}(?:how|when)\b", heard.plain) is not None and not any(VALUE.search(heard.text[:s.start]) for s in heard.of("person"))
    whose = [s.name for s in tool.slots if s.of is Person and not is_whose]
    args = {n: v for n, v in fill(tool, kept, context).args.items() if n not in whose}
    return Plan(((tool.name, {**args, next(s.name for s in tool.slots if s.holds is Holds.changed): what}),))


def done_by(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The same tool for what one person did in a time that is said, which is no list of what they have to do."""
    tool = next((t for t in tools.values() if t.slot(Holds.changed)), None)
    if tool is None or not DID.match(heard.shaped("person")) or not heard.of("DATE") or heard.types & {"KEY", "KIND", "FIGURE"}:
        return None
    return Plan(((tool.name, fill(tool, heard, context).args),))


def _what(heard: Heard, *, is_trail: bool = False) -> str:
    """A record by its key with a field of it; or a colour, field, figure or kind of a project."""
    key, home = heard.first("KEY"), heard.first("project")
    if key is not None:
        whole = key if home is None or key.count("-") > 1 else f"{home}-{key}"
        of = _field(kind_coded(key), heard)
        return f"{whole} {of}" if of else whole if is_trail or ANYHOW.search(heard.plain) else ""      # who raised an issue is a field of it
    figure = next((figure_changed(heard.said(s), str(s.value)) for s in heard.of("FIGURE") if not SLIP.fullmatch(heard.said(s))), "")
    if is_trail:
        return figure or next((kind_named(one).kind.many for one in heard.all("KIND") if one != Project.kind.one), "")
    return (_of_project(heard) if home else "") or figure or _of_kind(heard) or (
        next((of for k in KINDS if (of := _field(k, heard, is_value=False))), "") if home or heard.of("DATE") else "")


def figure_changed(said: str, name: str) -> str:
    """A figure by its title; one that is called as a field of a kind is, by that: the “benefit forecast” is written, too."""
    field = next((f"{k.kind.one} {f.label}" for k in KINDS for f in fields(k) if said.lower() in (f"{k.kind.one} {f.label}", f"{k.kind.many} {f.label}")), "")
    return field or next((f.title for f in FIGURES if f.name == name), "")


def _spoken_of(heard: Heard, asked: Asked) -> str:
    """The record that is spoken of by words of its title, where nothing else says what was changed: “who moved the pilot?”."""
    if NUMBERED.search(heard.text) and (gate := milestone_of(heard, asked, heard.first("project") or asked.projects.get(asked.my_only, ""))):
        return gate
    figured = [s for s in heard.of("FIGURE") if not SLIP.fullmatch(heard.said(s))]
    if figured or heard.types & {"project", "KIND", "TEXT"} or not MOVES.search(heard.plain):
        return ""
    found = spoken_of(heard, asked, lambda kind: any(f.name in DATED for f in fields(kind)))
    return found.key if found and found.is_titled else ""


def _of_project(heard: Heard) -> str:
    """Its colour since when, or a field of it."""
    if SINCE.search(heard.plain) and (m := COLOUR.search(heard.plain)):
        return f"colour {m['c']}"
    return "colour" if SINCE.search(heard.plain) and re.search(r"\bcolou?r\b|\bstatus\b", heard.plain) else _field(Project, heard)


def _of_kind(heard: Heard) -> str:
    """The records of the kind that is named, or a field of them."""
    kind = next((k for k in KINDS if k.kind.one == heard.first("KIND") and k is not Project), None)
    if kind is None or (of := _field(kind, heard)):
        return f"{kind.kind.one} {of}" if kind else ""
    is_meant = heard.is_of_many or kind.kind.within not in {"project_id", "id"}          # “the handbook” is of no project
    return kind.kind.many if is_meant and ANYHOW.search(heard.plain) else ""


def _field(kind: type[Record], heard: Heard, *, is_value: bool = True) -> str:
    """The label of the field that is said, with the choice it took, or the choice alone with its field; "" where none is."""
    masked = heard.masked
    own = [(f, n) for f in fields(kind) if f.says.set_by == "person" or f.name == "status" for n in f.names if n.lower() not in NO_NAMES]
    if GIVEN.search(heard.plain) and (owner := next((f for f, n in own if f.refers == Person.__tablename__ and n == "assigned to"), None)):
        return owner.label
    of = next((f for f, n in sorted(own, key=lambda each: -len(each[1])) if pattern(rf"(?<![\w-]){re.escape(n)}s?(?![\w-])").search(masked)), None)
    state = next((f for f in fields(kind) if f.choices and f.name in ("status", "phase")), None)
    for name, word, value in choice_words(str(kind.__tablename__)):
        is_own = name == of.name if of is not None else state is not None and name == state.name
        if is_value and is_own and value in next((f.choices for f in fields(kind) if f.name == name), ()) and pattern(
                rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(masked):
            return f"{name.replace('_', ' ')} {value}"
    return of.label if of is not None else ""
