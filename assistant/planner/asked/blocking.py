"""What holds work up: which records are blocked and why, of all, of a project or of somebody; and of one, what it waits for and who could clear it."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.words.lexicon import kind_coded, state_of
from assistant.planner.words.openings import opening
from records.kinds import KINDS, Person, Project
from records.kinds.base import FieldOf, Kind, Record, fields, split
from tools.base import Holds, Tool

STUCK = "stuck"                                 # how people say it, of which the kinds know what it means
OPENS = opening("tell me", "show me", "show", "list", "do you know")
NOW = r"(?: (?:currently|right|now|at|the|moment|still|today|really|exactly|all|else|there|just))*"
US = (r"(?:us|we|the team|our team|everybody|everyone|people|work|progress|things|me|PERSON|PROJECT|my (?:work|tasks?|project|stuff)|PERSON "
      r"(?:work|tasks?)|our work)")
HOLDS = (r"(?:block(?:s|ing|ed)?|hold(?:s|ing)?(?: up| back)?|stop(?:s|ping)?|slow(?:s|ing)?(?: down)?|imped(?:es?|ing)|obstruct(?:s|ing)?|keep(?:s|ing)?|"
         r"delay(?:s|ing)?|prevent(?:s|ing)?|hinder(?:s|ing)?)")
BLOCKERS = r"(?:blockers?|impediments?|obstacles?|road ?blocks?|showstoppers?|show ?stoppers?|bottlenecks?)"
WHERE = (r"(?: (?:of|on|for|in|at|with|to) (?:PROJECT|PERSON|us|me|my (?:tasks?|work|project)|the team|our team|our projects|all projects|"
         r"everybody|the portfolio))?")
WHICH = tuple(re.compile(f"{OPENS}{said}{WHERE}{NOW}$") for said in (
    (rf"(?:what|who|which (?:KINDS?|things)|is (?:anything|something|anybody|anyone)){NOW}(?: (?:is|are))?{NOW} {HOLDS}{NOW} {US}(?: (?:up|back|"
     rf"down|from \w+(?: \w+)?))?"),
    (rf"(?:(?:what|which|any|are there|are there any|do (?:we|i) have|do (?:we|i) have any|have we|what other|the|our|my|all|open|current|is there "
     rf"an?)(?: (?:is|are))? ?)*"
    rf"(?:the |our |my |any |open |current |all )*{BLOCKERS}(?: (?:do|are) (?:we|i|there)(?: have)?)?"),
    rf"(?:what|who|is (?:anything|something)){NOW}(?: (?:is|are|stands?))?{NOW} in (?:our|my|the|PERSON) way",
    rf"(?:where|with what|on what|why) (?:are|is|am) (?:we|i|PERSON|the team){NOW} (?:SAYING|stuck|blocked|held up)",
    rf"(?:are|am|is) (?:we|i|PERSON|the team){NOW} (?:SAYING|stuck|blocked|held up)(?: (?:anywhere|somewhere|on anything|with anything|by anything))?",
    rf"(?:what|who|whom) (?:am i|are we|is PERSON){NOW} (?:SAYING|waiting|stuck|blocked)(?: (?:for|on|by|with))?",
    (rf"(?:which|what) (?:of )?(?:my |our |PERSON )?KINDS?(?: of (?:mine|ours|PERSON|PROJECT))?(?: (?:is|are))?{NOW} (?:SAYING|stuck|blocked|held "
     rf"up),? (?:and )?(?:why|what for|by (?:what|whom)|"
    rf"because of what|for what reason|and what is the reason)"),
    rf"why (?:is|are) (?:the |these |those |my |our |all |so many )*(?:SAYING |blocked )?KINDS?{NOW} (?:SAYING|stuck|blocked|held up)",
    rf"why (?:is|are) (?:the |these |those |my |our |all |so many )*(?:SAYING|blocked|stuck) KINDS?(?: {HOLDS}| SAYING| blocked| stuck)?"))
CAN = r"(?:can|could|would|might|should|must|has to|is able to|may)"
CLEAR = r"(?:unblock|clear|free|unstick|resolve|sort out|release|help with|help unblock|get|solve)"
ONE = r"(?:it|that|this|them|these|those|KEY|the task|these tasks|those tasks|that one|this one|all of them|each of them)"
OF_ONE = tuple(re.compile(f"{OPENS}{said}{NOW}$") for said in (
    (rf"(?:who|which of us|which person|how|what)(?: else)? (?:{CAN}|do|does) (?:(?:we|i|one|you|somebody) )?{CLEAR} {ONE}(?: (?:unblocked|unstuck|"
     rf"going|moving|out))?(?: again)?"),
    rf"what (?:is|are) {ONE}{NOW} (?:SAYING|waiting|stuck|blocked|held up)(?: (?:for|on|by|with))?", rf"what (?:does|do) {ONE} (?:wait|depend)(?: (?:for|on))?",
    rf"what {NOW}?(?: ?(?:is|are))? ?{HOLDS} {ONE}(?: (?:up|back|down))?", rf"(?:who|what) (?:is|are){NOW} {HOLDS} {ONE}(?: (?:up|back|down))?",
    rf"why (?:is|are) {ONE}{NOW} (?:SAYING|stuck|blocked|held up|waiting)"))
MOST = 4


def blocking(heard: Heard, tools: Mapping[str, Tool], context: Context) -> tuple[Call, ...]:
    """The list of what is blocked, which tells why; or of each record that is meant what holds it up; () where nothing of the kind is asked."""
    found = next(((k, of) for k in KINDS if (of := reason_of(k)) is not None and any(STUCK in split(said) for said, _ in k.kind.sayings)), None)
    if found is None or heard.types & {"DATE", "MONEY", "HOURS", "PERCENT", "TEXT", "FIGURE"}:
        return ()
    kind, reason = found
    stuck = {w.lower() for words, _ in kind.kind.sayings if STUCK in split(words) for w in split(words)}
    said = heard.only_saying(stuck).shaped("person", "project", "KEY", "KIND", "SAYING")
    if any(form.match(said) for form in OF_ONE) and (keys := [k for k in heard.all("KEY") or context.meant(heard) if kind_coded(k) is kind]):
        teller = teller_of(tools.values())
        names = {s.holds: s.name for s in teller.slots} if teller else {}
        return tuple((teller.name, {names[Holds.record]: key, names[Holds.field]: reason.label}) for key in keys[:MOST]) if teller else ()
    if "KEY" in heard.types or set(heard.all("KIND")) - {kind.kind.one} or not any(form.match(said) for form in WHICH):
        return ()
    lister = lister_of(tools.values())
    where = {**next(dict(asked) for words, asked in kind.kind.sayings if STUCK in split(words)), **_whose(kind.kind, kind, heard)}
    values = {Holds.kind: kind.kind.one, Holds.conditions: where}
    return (called(lister, values),) if lister else ()


def reason_of(kind: type[Record]) -> FieldOf | None:
    """The field of a kind that tells why a record of it is stuck; None where there is none."""
    state = state_of(kind)
    stuck = next((asked.get(state.label) for words, asked in kind.kind.sayings if STUCK in split(words)), None) if state else None
    return next((f for f in fields(kind) if stuck and stuck in split(f.says.why)), None)


def _whose(named: Kind, kind: type[Record], heard: Heard) -> dict[str, str]:
    """The project and the owner that are said."""
    owner = next((f for f in fields(kind) if f.refers == Person.__tablename__ and f.name == "owner_id"), None)
    home = next((f for f in fields(kind) if f.refers == Project.__tablename__ and f.name == named.within), None)
    asked = heard.plain.replace("show me", "show").replace("tell me", "tell")
    who = ", ".join(heard.said(s) for s in heard.of("person")) or ("me" if re.search(r"\b(?:me|my|i)\b(?! have\b)", asked) else "")
    where = ", ".join(heard.all("project"))
    return {**({home.label: where} if home and where else {}), **({owner.label: who} if owner and who else {})}
