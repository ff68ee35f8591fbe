"""Changes of a sort, whatever the record: “only the changes of dates”, “every change Victor made to money figures”, “which milestones were moved more than
once”, “what was deleted”, “everything that slipped, by how many days”, “did anything get worse?”."""
from collections.abc import Mapping
import re

from assistant.planner.asked.changed_by import NO_NAMES, figure_changed
from assistant.planner.asked.decided import decided_kinds
from assistant.planner.filled.filling import fill
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import asks_leave
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import NO_REASONS, NOT_GRADED, NOT_TIED
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.thoughts import last_thought
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.kinds import KINDS, Project, Task
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "show", "show me", "give me", "list", "i want to see", "i need", "let me see", "can you show me", "only", "just", "all", "every",
                "each", "any", "the")
MOVED = r"(?:moved|postponed|shifted|rescheduled|pushed(?: back| out)?|put (?:off|back)|delayed|slipped|extended|brought forward)"
CHANGED = (rf"(?:{MOVED}|changed|edited|modified|updated|altered|adjusted|touched|revised|corrected|amended|raised|lowered|increased|reduced|cut|deleted|"
           r"removed|erased)")
CHANGES = r"(?:changes?|edits?|moves?|adjustments?|corrections?|modifications?|updates?|revisions?|deletions?|removals?)"
ASKED = re.compile(rf"{OPENS}(?:(?:which|what|who|has|have|had|was|were|did|how many|how often)\b.*\b{CHANGED}\b|"
                   rf"(?:\w+ ){{0,3}}?(?:{CHANGES}|PERSON (?:\w+ )?{CHANGES})\b(?! requests?\b)|"
                   rf"(?:which|what|how many)(?: \w+){{0,3}} (?:{CHANGES})\b(?! requests?\b)|"
                   rf"(?:everything|all|anything|whatever|records|KINDS?)\b.*\b{CHANGED}\b)")
DAYS = re.compile(r"\b(?:dates|deadlines|due days|days on which|time ?lines|milestone days|date (?:changes|moves|shifts)|(?:changes?|moves?|shifts?) of "
                  r"(?:a |the |any )?(?:due )?(?:date|deadline))\b")
AMOUNTS = re.compile(r"\b(?:money|monetary|amounts?|sums|financial|financials|euros?|figures? in money|cash|budget figures|cost figures|money figures?)\b")
GONE = re.compile(r"\b(?:deleted?|deletions?|removed|removals?|erased?|purged|thrown away|wiped|dropped from the records)\b")
AGAIN = re.compile(r"\b(?:more than (?:once|one time)|twice|(?:several|multiple|many|two|three) times|repeatedly|again and again|over and over|at least twice|"
                   r"more often than once|most often|the most)\b")
MOVES = re.compile(rf"\b{MOVED}\b|\bmoves?\b")
SLIPPED = re.compile(r"\b(?:slipped|slips?|slippages?)\b")
TELLS_SLIP = re.compile(r"\b(?:days|how (?:far|much|long|late|many)|whose|owners?|who(?:se)? (?:is|are|it)|responsible|everything|all that|whatever|by whom|"
                        r"who moved)\b")
WORSE = re.compile(rf"{OPENS}(?:(?:did|has|have|is|are|which|what|who|where|how many)\b.*|KINDS? (?:that|which) )"
                   r"\b(?:(?:get|gets|got|gotten|getting|become|became|becoming|gone|went|turned|turn|grown|grew)(?: any| much| a lot| no)? "
                   r"(?P<way>worse|better)|(?P<did>worsened|deteriorated|gone downhill|went downhill|improved|recovered))\b")
THAN = re.compile(r"\b(?:is|are|was|were|look|looks|stand|stands|doing)\b.*\b(?P<way>worse|better)(?: off)? than (?:in |on |at |it was |they were |we were )*"
                  r"(?:DATE|before|the beginning|the start)\b")
BETTER = ("better", "improved", "recovered")
REASONS = re.compile(r"\b(?:reasons?|why|justif\w+|explain\w*|grounds)\b")
ONLY = re.compile(rf"{opening()}(?:only|just|what about|how about|and)\b")
NOW = re.compile(rf"\b(?:is|are) (?:still |now |already |currently |too )*{CHANGED}\b")
DID = re.compile(r"\bdid\b.*\b(?:change|edit|modify|update|alter|adjust|touch|revise|correct|amend|move|postpone|shift|reschedule|extend|raise|lower|"
                 r"increase|reduce|cut)\b")
DID_MOVE = re.compile(r"\bdid\b.*\b(?:move|postpone|shift|reschedule)\b")
WHICH = re.compile(rf"{OPENS}(?:which|what) (?:of (?:the |our )?)?(?:\w+ )?KINDS?\b")
REWORKED = re.compile(r"\b(?:changed|edited|modified|altered|adjusted|revised|corrected|amended)\b")
OVER_THERE = re.compile(r"\b(?:was|were|been|have|has|had|did)\b")
AGAINST_PLAN = re.compile(r"\b(?:against (?:the |its |their )?(?:plan|baseline)|than planned|(?:more|less|longer) than (?:an?|one|two|three|four|\d+) "
                          r"(?:days?|weeks?|months?)|by (?:more|less|at least|over) )")
MADE = re.compile(rf"{OPENS}(?:what|(?:which|what|all|any) (?:records?|entries)|everything|anything|all)(?: that| which)?(?: new)?"
                  r"(?: (?:was|were|has been|have been|did PERSON|PERSON has|PERSON))? (?:newly |first )?"
                  r"(?:created?|added?|entered?|written down|registered)\b")
MADE_KIND = re.compile(rf"{OPENS}(?:which|what|how many)(?: \w+)? KINDS (?:(?:was|were|has been|have been|did PERSON|has PERSON) )(?:newly |first )?"
                       r"(?:created?|added?|entered?|written down|registered)\b")
CHANGED_ON = re.compile(rf"{OPENS}what(?: all| else| exactly)?(?: has| was| have| had)?(?: been)? (?:changed|edited|updated|altered|modified|different) "
                        r"(?:on|in|about|with|for|to|at|among) (?:the |our |all |its |my )*(?:\w+ )?KINDS\b")
TOLD = re.compile(r"(?:(?:from )?what to what|by whom|who (?:did|moved|changed|made|caused|was|is|has|owns|removed|deleted|postponed)\b.*|whose\b.*|"
                  r"by how (?:much|many)\b.*|how (?:often|many times|much|far|late)\b.*|when|since when|why|(?:were|was|are|is) "
                  r"(?:there )?(?:any |a )?reasons?\b.*|what was the reason\b.*|(?:with )?the old\b.*)$", re.I)
NO_FIELDS = NO_NAMES | frozenset(("name", "title", "key", "type", "description", "date", "reason", "note", "on", "project", "text", "order", "number",
                                  "since", "until", "left", "by"))
WITHOUT_REQUEST = re.compile(r"\b(?:changes?|changed|moved|edits?|edited|altered)\b.*\bwithout (?:an? |any |the |having an? )?(?:approved |formal |proper )*"
                             r"(?:change )?requests?\b")
PASSED = frozenset(("go", "conditional go", "approved", "implemented"))
FOREIGN = frozenset(("KEY", "MONEY", "PERCENT", "HOURS", "TEXT", "objective"))
WISH = re.compile(r"^\W*(?:please )?(?:change|move|update|set|put|delete|remove)\b")


def such_changes(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The call of the tool that tells of changes, narrowed to the sort that is meant; None where no sort is said."""
    tool = next((t for t in tools.values() if t.slot(Holds.changed)), None)
    if tool is None or heard.types & FOREIGN or is_order(heard) or asks_leave(heard) or WISH.match(heard.plain):
        return None
    if len(heard.all("project")) > 1:
        return None
    if WITHOUT_REQUEST.search(heard.plain) and (unchecked := _unchecked(heard, tool, tools)) is not None:
        return unchecked
    sort = _sort(heard)
    if not sort:
        return None
    args = fill(tool, heard, context).args
    if not heard.of("project"):
        args = {n: v for n, v in args.items() if n not in {s.name for s in tool.slots if s.of is Project}}
    if ONLY.match(heard.plain) and context.last_call and context.last_call.tool == tool.name:
        args = {**context.last_call.said, **args}          # only those of what was just shown
    says = NO_REASONS if REASONS.search(heard.plain) else ""
    says = NOT_GRADED.format(many=sort) if _is_worse_of_kind(heard) else says
    behind = last_thought(heard.text)
    is_whole = behind is not None and TOLD.match(behind.said) is not None
    return Plan(((tool.name, {**args, next(s.name for s in tool.slots if s.holds is Holds.changed): sort}),), says, sure=True, whole=is_whole)


def _unchecked(heard: Heard, tool: Tool, tools: Mapping[str, Tool]) -> Plan | None:
    """What can be held against each other, where it is asked for changes that nobody had requested."""
    lister, home = lister_of(tools.values()), heard.first("project")
    if lister is None:
        return None
    here, of = ({"project": home} if home else {}), {s.name: home for s in tool.slots if s.of is Project and home}
    calls = []
    for kind in decided_kinds():
        state, passed = next((f for f in fields(kind) if f.choices and PASSED & set(f.choices)), None), PASSED
        if state is not None:
            where = {state.label: ", ".join(c for c in state.choices if c in passed), **here}
            calls.append(called(lister, {Holds.kind: kind.kind.one, Holds.conditions: where}))
    return Plan((*calls, (tool.name, {**of, **called(tool, {Holds.changed: "dates"})[1]})), NOT_TIED, sure=True)


def _sort(heard: Heard) -> str:
    """What sort of change, in the words of the tool; "" where none is said."""
    shaped = heard.shaped("KIND", "person", "project")
    if (m := WORSE.match(shaped)) and set(heard.all("KIND")) <= {Project.kind.one, Task.kind.one} and "FIGURE" not in heard.types:
        return "better" if (m["way"] or m["did"]) in BETTER else "worse"
    if found := kind_named(heard.all("KIND")[0]).kind.many if _is_worse_of_kind(heard) else _made(heard, shaped):
        return found
    if (than := THAN.search(heard.shaped("DATE"))) and set(heard.all("KIND")) <= {Project.kind.one} and "FIGURE" not in heard.types:
        return than["way"]
    is_asked = ASKED.match(shaped) or DID.search(heard.plain)
    if not is_asked or AGAINST_PLAN.search(heard.plain) or (NOW.search(heard.plain) and not OVER_THERE.search(heard.plain)):
        return ""                                          # what is delayed now is no change of it
    if SLIPPED.search(heard.plain):
        return "slips" if TELLS_SLIP.search(heard.plain) else ""
    return _figure(heard) or _of_fields(heard) or _of_one_field(heard) or _of_kind(heard, shaped)


def _is_worse_of_kind(heard: Heard) -> bool:
    """Whether it is asked what got worse or better of records that no figure judges: “which risks got worse since last month?”."""
    kinds = heard.all("KIND")
    return len(kinds) == 1 and kinds[0] not in (Project.kind.one, Task.kind.one) and WORSE.match(heard.shaped("KIND", "person", "project")) is not None


def _made(heard: Heard, shaped: str) -> str:
    """Whatever was written down, or the records of one kind that were."""
    if MADE.match(shaped) and not heard.types & {"KIND", "FIGURE"}:
        return "made"
    return f"made {kind_named(heard.all('KIND')[0]).kind.many}" if MADE_KIND.match(shaped) and len(heard.all("KIND")) == 1 else ""


def _of_one_field(heard: Heard) -> str:
    """A field that is named as what was changed, of the kind that is said or of all: “status changes”, “which tasks changed their owner?”."""
    kinds = [kind_named(one) for one in heard.all("KIND")]
    for label in sorted({f.label for k in (kinds or KINDS) for f in fields(k) if f.says.set_by == "person" or f.name == "status"}, key=lambda n: -len(n)):
        said = rf"\b{label}s? changes?\b|\b(?:changes?|changed) (?:of|to|in|on|their|its|the|his|her) (?:the |their |its |all )?(?:\w+ )?{label}s?\b"
        if label not in NO_FIELDS and label in heard.plain and re.search(said, heard.plain):
            return f"{kinds[0].kind.one} {label}" if len(kinds) == 1 else label
    return ""


def _figure(heard: Heard) -> str:
    """The figure of projects that were changed in it: “which projects changed their benefit forecast”."""
    if len(heard.all("KIND")) != 1 or len(heard.all("FIGURE")) != 1:
        return ""
    is_changed = REWORKED.search(heard.plain) or DID.search(heard.plain) or MOVES.search(heard.plain)
    return next((of for s in heard.of("FIGURE") if (of := figure_changed(heard.said(s), str(s.value)))), "") if is_changed else ""


def _of_fields(heard: Heard) -> str:
    """What was put away, amounts, or days, of one kind where one is said."""
    kinds = [kind_named(one) for one in heard.all("KIND") if one != Project.kind.one]
    if GONE.search(heard.plain) and len(kinds) <= 1:
        return "taken back"
    if AMOUNTS.search(heard.plain):
        return f"amounts{_again(heard)}"
    if DAYS.search(heard.plain) and not any(of for kind in kinds for of in _days(kind) if re.search(rf"\b{of}\b", heard.plain)):
        return f"{kinds[0].kind.one if len(kinds) == 1 and _days(kinds[0]) else ''} dates{_again(heard)}".strip()
    return ""


def _of_kind(heard: Heard, shaped: str) -> str:
    """The records of one kind that were moved, changed, or changed again and again."""
    kinds, again = [kind_named(one) for one in heard.all("KIND") if one != Project.kind.one], _again(heard)
    is_moved, is_which = MOVES.search(heard.plain) or DID_MOVE.search(heard.plain), WHICH.match(shaped)
    if len(kinds) == 1 and CHANGED_ON.match(shaped):
        return kinds[0].kind.many
    is_reworked = (is_which or again) and (DID.search(heard.plain) or REWORKED.search(heard.plain))
    if len(kinds) != 1 or not (heard.is_of_many or (again and is_which)) or not (is_moved or is_reworked):
        return ""
    return f"{kinds[0].kind.one} dates{again}" if is_moved and _days(kinds[0]) else f"{kinds[0].kind.many}{again}"


def _again(heard: Heard) -> str:
    return ", more than once" if AGAIN.search(heard.plain) else ""


def _days(kind: type[Record]) -> tuple[str, ...]:
    """The days of a kind that somebody sets, by their labels."""
    return tuple(f.label for f in fields(kind) if "date" in str(f.type) and not f.says.day_of and f.says.set_by == "person")
