"""What was shown last once more, as it is now: “anything left?” after some of it was done, “give me all that as a list with the owners”."""
from collections.abc import Mapping, Sequence
import re

from assistant.planner.gone_on.of_shown import told_in_words
from assistant.planner.gone_on.over_list import listed_last
from assistant.planner.heard.asking import ASKED
from assistant.planner.heard.following import Context, Earlier
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import OF_SHOWN, SHOWN_AGAIN
from assistant.planner.words.lexicon import kind_coded, kind_named
from assistant.planner.words.openings import opening
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

Tools = Mapping[str, Tool]
OPENS = opening("so far", "good", "fine", "great", "thanks", "done")
LEFT = re.compile(rf"{OPENS}(?:(?:is|are) there |do i have |have i got |what |that )?(?:anything|something|any|many|how many|is|are|was)?(?: of (?:them|"
                  rf"those|these|it))?"
                  r" ?(?:that is |is |are |that )?(?:still )?(?:left|remaining|remains?|missing|outstanding|still open|still waiting|to go|left over|"
                  r"left to do|to do still)"
                  r"(?: (?:for me|for us|now|then|to do|on it|on that|open|there|to decide|of (?:them|those|these|it|that)|on (?:my|the) list))*$|"
                  rf"{OPENS}(?:(?:is|was) (?:that|this|it) (?:all|everything|it)|any more|more of (?:them|those|that)|who is left|what (?:else )?(?:is|"
                  rf"are) left)"
                  r"(?: (?:now|then|for me|for us|to decide|to do|of (?:them|those|these|it|that)))*$")
AGAIN = re.compile(rf"{OPENS}(?:(?:can|could|may|would) (?:you|i|we) (?:please )?)?(?:(?:give|show|send|get|tell|list|put|have|make|print|need|want|"
                   rf"see)(?: me| us)? )?"
                   r"(?:all (?:of )?)?(?:(?:that|this|it|them|those|these|the same)(?: all| again| once more)? )?(?:as|in|into) (?:an? |one )?(?:list|table|"
                   r"overview)"
                   r"(?P<rest>(?: please)?(?:,? (?:with|by|and|plus|sorted by|including) .+)?)$")
WITH = re.compile(r"\b(?:with|by|and|plus|including|sorted by) (?:the |their |its |all )?(?P<w>[a-z][a-z -]{2,20}?)$")
FEW, SEVERAL, MANY, KINDS = 10, 2, 60, 3


def once_more(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """The calls of the last answer that showed several, or the list with what is to stand in it; None where nothing like it is asked."""
    if heard.types & {"KEY", "project", "person", "KIND", "TEXT", "FIGURE", "DATE"} or (context.pending and not LEFT.match(heard.plain)):
        return None
    if LEFT.match(heard.plain):
        return _as_it_is_now(context, tools)
    m, lister = AGAIN.match(heard.plain), lister_of(tools.values())
    return _listed(m["rest"], context, lister) if m and lister else None


def _as_it_is_now(context: Context, tools: Tools) -> Plan | None:
    for turn in reversed(context.past[-FEW:]):
        reads = [(c.tool, c.said) for c in turn.calls if c.tool in tools and not tools[c.tool].proposes]
        if reads and len(reads) == len(turn.calls) and not turn.failed and len(turn.keys) >= SEVERAL and turn.question and _is_list(turn, tools):
            return Plan(tuple((name, dict(said)) for name, said in reads), SHOWN_AGAIN.format(words=turn.question.strip(" .?!")), sure=True)
    return None


def _is_list(turn: Earlier, tools: Tools) -> bool:
    """Whether a turn told of several records in a table, and neither quoted a document nor went on from another list."""
    is_of_some = any("key" in (c.said.get(s.name) or ()) for c in turn.calls for s in tools[c.tool].slots if s.holds is Holds.conditions)
    plain = " ".join(turn.question.lower().replace("’", "'").replace("'s ", " is ").strip(" ?.!").split())
    return "|" in turn.answer and not is_of_some and not LEFT.match(plain) and not any(
        tools[c.tool].slot(Holds.question) or any(s.of is Record for s in tools[c.tool].slots) for c in turn.calls)


def _listed(rest: str, context: Context, lister: Tool) -> Plan | None:
    """The last lists again, or the records of the first kind that were shown, by the field that is said."""
    kind = lister.slot(Holds.kind)
    if kind and (lists := listed_last(context, lister)):
        return Plan(tuple((lister.name, {**said, **_sorted(rest, kind_named(str(said[kind.name])), lister)}) for said in lists), sure=True)
    turn = next((t for t in reversed(context.past[-3:]) if t.keys and t.calls and not t.failed), None)
    keys = [key for key in turn.keys if KEY.fullmatch(key)] if turn else []
    told = [key for key in told_in_words(turn) if key in keys] if turn else []
    calls = tuple(_by_kind(told or keys, rest, lister))[:KINDS]
    many = " and ".join(kind_named(str(said[kind.name])).kind.many for _, said in calls) if kind else ""
    return Plan(calls, OF_SHOWN.format(many=many), sure=True) if calls else None


def _by_kind(keys: Sequence[str], rest: str, lister: Tool) -> list[Call]:
    kinds = dict.fromkeys(kind_coded(key) for key in keys)
    return [called(lister, {Holds.kind: of.kind.one, Holds.conditions: {"key": ", ".join([k for k in keys if kind_coded(k) is of][:MANY])}},
                   next(iter(_sorted(rest, of, lister).values()), "")) for of in kinds]


def _sorted(rest: str, of: type[Record], lister: Tool) -> dict[str, str]:
    """The order by a field that is to stand in the list, which puts it there; nothing where the kind has none of that name."""
    slot, m = lister.slot(Holds.field), WITH.search(rest)
    known = {f.name: f.label for f in fields(of)}
    named = next((f.label for f in fields(of) for n in f.names if m and m["w"] in {n.lower(), f"{n.lower()}s", f"{n.lower()[:-1]}ies"}), "") if m else ""
    label = named or next((known[n] for said, names in ASKED if m and said.search(m["w"]) for n in names if n in known), "") if m else ""
    return {slot.name: label} if slot and label and label not in {known.get(name) for name in of.kind.columns} else {}
