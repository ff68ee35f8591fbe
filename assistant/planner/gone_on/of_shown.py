"""What is asked of the records that were shown last, which their keys tell: which one is worst, whose they are, what they come to, only some of them."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
import re

from assistant.planner.gone_on.leaning import because
from assistant.planner.gone_on.of_aspect import aspect_said
from assistant.planner.heard.asking import ASKED
from assistant.planner.heard.following import Context, Earlier
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.names_out import names_out
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import BY_WHAT, OF_SHOWN, OF_SHOWN_BY, TOTAL_OF_WHICH
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.ordering import LOWER_IS_BETTER
from assistant.planner.words.lexicon import kind_coded, kind_named
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.figures.earned_value import eac
from records.kinds import Project
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

Tools = Mapping[str, Tool]
LONG, SEVERAL, LATELY, FEW, MANY = 10, 2, 3, 6, 60
OPENS = opening()
THEM = r"(?:them|those|these|they|all of (?:them|those|these)|each of (?:them|those|these)|both|both of them)"
WHICH = re.compile(rf"{OPENS}(?:which (?:ones?|of (?:them|those|these|the (?:two|three|four|five)|both))\b|which (?=is|are|has|was|comes|costs|needs?|"
                   rf"deserves?|wants?|worries)|"
                   rf"what is (?=the \w+(?: one)?(?: of {THEM})?$)|(?:show me |give me )?(?=the \w+(?: \w+)? one$)|"
                   rf"who (?=is|of) ?(?:of (?:them|those|these) )?(?=is the))")
HURTS = (r"(?:hurts?|delays?|pushes|push|shifts?|moves?|affects?|harms?|threatens?|endangers?|costs?|sets?|holds?|throws?) (?:us |it |up |back )*(?:the |our "
         r"|its )?"
         r"(?:(?:finish|schedule|go-live|deadline|end|plan|timeline|dates?|launch|time|days?|delivery)(?: date)? ?)*(?:the )?(?:more|most|longest|longer|"
         r"furthest)"
         r"(?: (?:time|days|delay|back))?")
ORDERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((name, re.compile(rf"\b(?:{said})\b")) for name, said in (
    ("delay", (rf"(?!costs? (?:us )?(?:the )?(?:most|more)$){HURTS}|(?:the )?(?:longest|longer|bigger|biggest|worst|worse|most|more) (?:delay|slip|days "
              rf"effect)")),
    ("behind", (r"(?:furthest|farthest|further|farther|most|more|the longest) (?:behind|late|delayed|overdue|back)|latest|slowest|"
                 r"(?:lags?|slipped|slips|delayed) (?:the )?(?:most|more|furthest)|least (?:far|advanced)|later")),
    ("dear", r"(?:most|more) (?:expensive|costly)|costs? (?:the )?(?:most|more)|costliest|dearest|dearer"),
    ("soon", r"(?:due|comes?|is|ends?|starts?) (?:first|next|soonest|earliest)|soonest|earliest|(?:most|more) urgent"),
    ("old", r"oldest|older"),
    ("least", r"smallest|smaller|lowest|lower|least (?:severe|serious|important|risky|critical|dangerous|likely)|least bad|harmless|better|best"),
    ("worst", (r"worse|worst|(?:most|more) (?:serious|severe|critical|important|dangerous|risky|pressing|probable|likely|harmful)|riskier|riskiest|"
               r"matters? (?:the )?(?:most|more)|(?:needs?|deserves?|wants?) (?:\w+ ){0,3}(?:the )?(?:most|more)(?: [\w ]+)?|worries"
               r" (?:\w+ )?(?:the )?(?:most|more)")),
    ("big", r"biggest|bigger|greatest|greater|largest|larger|highest|higher|top"),
))
DELAYS = re.compile(rf"\b{HURTS}\b")
FIGURES_BEHIND = (("attainment", ""), ("finish_delay", "-"), ("shortfall", "-"))
TOTAL = re.compile(rf"{OPENS}(?:how much|how many hours|what|how high)\b.*\b(?:total|altogether|in all|together|adds? up to|sum|comes? to)\b|"
                   rf"{OPENS}(?:what is )?the (?:total|sum)(?: of (?:that|{THEM}))?$|"
                   rf"{OPENS}(?:add|sum) (?:that|it|{THEM})(?: all)? up$|{OPENS}(?:and )?in total$|"
                   rf"{OPENS}how much (?:is|are|was|were) (?:that|this|{THEM})(?: worth| then)?$")
ADD = re.compile(rf"{OPENS}(?:add|sum)\b")
OF_THEM = re.compile(rf"\b(?:{THEM}|their|theirs)\b")
ONLY = re.compile(rf"{OPENS}(?:only|just|show (?:me )?(?:only|just)|what about|how about|show (?:me )?)? ?(?:the|those that are)?"
                  r"(?: (?!its\b|his\b|her\b|their\b|all\b)\w+)? ?KINDS(?: (?:among|of|out of|in) (?:them|those|these|that|it)| please| only| alone| then)?$")
OWN_ONES = re.compile(r"\bthe (?P<p>[\w'’-]+) ones?\b", re.I)
OF_ONE = frozenset(("it", "its", "that", "this", "that one", "this one"))
OF_OTHERS = frozenset(("KEY", "project", "person", "TEXT", "DATE", "MONEY", "PERCENT"))
HAS_MOST = re.compile(r"\b(?:has|have|with) (?:the )?(?:more|most|fewer|fewest|less|least)(?: open)? KINDS?\b")
ABLE = re.compile(r"\b(?:could|can|would|should|may|might|must)\b")
CUT = re.compile(r"\b[Tt]he first \d+ of \d+")
LACKS = re.compile(r"\b(?:no|nobody|without|lacks?|lacking|missing|(?:has|have|had|do|does)(?: not|n['’]t))\b")
WHY = re.compile(r"\b(?:reasons?|why|causes?|how come)\b")


def of_shown(heard: Heard, context: Context, tools: Tools, asked: Asked) -> Plan | None:
    """The plan for such a question; None where nothing was shown lately, or it asks for something of its own."""
    turn, lister = shown_last(context), lister_of(tools.values())
    told, is_which = _told_of(context), WHICH.match(heard.plain) and not is_order(heard)
    if lister and told and is_which and not context.pending and not heard.types & OF_OTHERS and len(heard.text.split()) <= LONG:
        return _counted(heard, told, lister) or _most(heard, told, lister, context, asked)
    if turn is None or lister is None or context.pending or len(heard.text.split()) > LONG or (is_order(heard) and not ADD.match(heard.plain)):
        return None
    is_of_most = WHICH.match(heard.plain) and is_most(heard.plain) and (OF_THEM.search(heard.plain) or DELAYS.search(heard.plain))
    if heard.types & {"TEXT", "KEY", "person", "MONEY", "PERCENT", "DATE"} or ("FIGURE" in heard.types and not is_of_most):
        return None
    shown = Shown(turn, of_kind_first(turn, asked))
    if "KIND" in heard.types and not (is_which and shown.kind and aspect_said(heard.plain, shown.kind, "worst")):
        return _only_kind(heard, turn, lister, context)
    if (home := heard.first("project")) is not None:
        return _of_home(heard, shown, home, tools)
    return _most(heard, shown, lister, context, asked) or _total(heard, turn, lister, asked) or _field(heard, shown, tools)


@dataclass(frozen=True)
class Shown:
    """A turn that showed records, with the keys of those of the kind that stood first."""
    turn: Earlier
    keys: tuple[str, ...]

    @property
    def kind(self) -> type[Record] | None:
        return next((kind_coded(key) if KEY.fullmatch(key) else Project for key in self.keys), None)


def _told_of(context: Context) -> Shown | None:
    """The projects of which the last answer told, each by its name, and listed none: two that were compared."""
    turn = next((t for t in context.past[-1:] if t.question and not t.failed), None)
    named = {str(v).upper(): None for c in turn.calls for v in c.said.values() if isinstance(v, str)} if turn else {}
    keys = tuple(key for key in named if key in context.projects.values())
    return Shown(turn, keys) if turn and len(keys) >= SEVERAL else None


def shown_last(context: Context) -> Earlier | None:
    """The turn that showed records last, where what was said since led to none; what was written does not count."""
    for turn in reversed(context.past[-LATELY:]):
        if turn.keys and (turn.question or turn.calls):
            return turn
        if turn.keys or (turn.calls and not turn.failed):
            return None
    return None


def of_kind_first(turn: Earlier, asked: Asked) -> tuple[str, ...]:
    """The records of the kind that stands first in the tables that were shown, or else of the only kind that was spoken of."""
    named = [key for key, _ in turn.named] or ([] if any(set(c.said) & {"figure", "question", "project"} for c in turn.calls) else list(turn.keys))
    kinds = {key: _kind(key, asked) for key in named}
    first = next((kind for kind in kinds.values() if kind), None)
    return tuple(dict.fromkeys(key for key in named if kinds[key] is first))[:MANY] if first else ()


def _kind(key: str, asked: Asked) -> type[Record] | None:
    if key in asked.projects.values():
        return Project
    return kind_coded(key) if KEY.fullmatch(key) else None


def _only_kind(heard: Heard, turn: Earlier, lister: Tool, context: Context) -> Plan | None:
    """Those of one kind, where several kinds were shown: those that the sentences named, else those of the tables."""
    named = list(dict.fromkeys(heard.all("KIND")))
    if len(named) != 1 or "project" in heard.types or not ONLY.match(heard.shaped("KIND")):
        return None
    kind = kind_named(named[0])
    keyed = [key for key in dict.fromkeys((*told_in_words(turn), *turn.keys)) if KEY.fullmatch(key)]
    told = [key for key in told_in_words(turn) if key in keyed and kind_coded(key) is kind]
    keys = told or [key for key in keyed if kind_coded(key) is kind]
    if not keys or len({kind_coded(key) for key in keyed}) < SEVERAL:
        return None
    where = {n: v for n, v in conditions(kind, heard, Context((), context.projects)).items() if n != "key"}
    return Plan((_listed(lister, kind, {**where, "key": ", ".join(keys[:MANY])}),), OF_SHOWN.format(many=kind.kind.many))


def told_in_words(turn: Earlier) -> tuple[str, ...]:
    """The records that the sentences of an answer name, apart from its tables."""
    said = (line for line in turn.answer.replace("\\", "").splitlines() if not line.lstrip().startswith("|"))
    return tuple(dict.fromkeys(m[0].upper() for line in said for m in KEY.finditer(line)))


def _of_home(heard: Heard, shown: Shown, home: str, tools: Tools) -> Plan | None:
    """Of those of one project: “what is the reason for the Apollo ones?”, “only the Apollo ones”."""
    m, kind, lister = OWN_ONES.search(heard.text), shown.kind, lister_of(tools.values())
    own = [key for key in shown.keys if key.startswith(f"{home}-")]
    if m is None or kind is None or lister is None or not own or len(heard.all("project")) > 1:
        return None
    if WHY.search(heard.plain) and (found := because(home, tools)):
        return Plan(found)
    label = asked_label(heard, kind) if not names_out(heard, "project") else None
    return Plan((_listed(lister, kind, {"key": ", ".join(own)}, label),)) if label else None


def _counted(heard: Heard, shown: Shown, lister: Tool) -> Plan | None:
    """Which of the projects has most records of a kind: how many each has."""
    named = list(dict.fromkeys(heard.all("KIND")))
    kind = kind_named(named[0]) if len(named) == 1 and HAS_MOST.search(heard.shaped("KIND")) else None
    home = next((f.label for f in fields(kind) if f.refers == "project"), "") if kind else ""
    group = next((s.name for s in lister.slots if s.holds is Holds.field and s != lister.slot(Holds.field)), "")
    if kind is None or not home or not group or shown.kind is not Project:
        return None
    name, said = called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {home: ", ".join(shown.keys)}})
    return Plan(((name, {**said, group: home}),), sure=True)


def _most(heard: Heard, shown: Shown, lister: Tool, context: Context, asked: Asked) -> Plan | None:
    """Which of them is the worst, the furthest behind, the biggest, of the last list where one was looked at since; None where it is not asked."""
    way = next((name for name, said in ORDERS if said.search(heard.plain)), "") if WHICH.match(heard.plain) else ""
    if way and len(shown.keys) < SEVERAL:
        lists = (Shown(turn, of_kind_first(turn, asked)) for turn in reversed(context.past[-FEW:]) if turn.keys)
        shown = next((each for each in lists if len(each.keys) >= SEVERAL), shown)
    kind = shown.kind
    if not way or kind is None or len(shown.keys) < SEVERAL:
        return None
    by = aspect_said(heard.plain, kind, way)
    by = _by_figure(shown.turn, kind, way) or order_of(kind, way) if by is None else by
    if not by:
        return Plan(says=BY_WHAT.format(many=kind.kind.many), choices=tuple(f"show {key}" for key in shown.keys[:LATELY]), understood=False)
    label, which = by.removeprefix("-"), "the highest" if by.startswith("-") else "the lowest"
    is_day = any(f.label == label and f.type is date for f in fields(kind))
    says = OF_SHOWN_BY.format(many=kind.kind.many, by=label, which="the earliest" if is_day else which)
    return Plan((_listed(lister, kind, _where(shown.turn, kind, shown.keys, lister), by),), says)


def is_most(plain: str) -> bool:
    """Whether one is asked for that is the most of something."""
    return any(said.search(plain) for _, said in ORDERS)


def is_of_list(text: str, context: Context) -> bool:
    """Whether it asks which of several that were just shown is the most of something, so that it is no question of the whole office."""
    plain, turn = " ".join(text.lower().strip(" ?.!").split()), shown_last(context)
    return turn is not None and len(turn.keys) >= SEVERAL and WHICH.match(plain) is not None and is_most(plain)


def _by_figure(turn: Earlier, kind: type[Record], way: str) -> str:
    """The figure that the list was of, the worst or the best of it first; "" where it was of none."""
    said = str([c.said for c in turn.calls])
    figure = next((f for f in FIGURES if f.of is kind and re.search(rf"['-](?:{f.name}|{re.escape(f.title)})'", said)), None)
    if figure is None or way not in ("worst", "least", "big"):
        return ""
    is_bad = figure.name in LOWER_IS_BETTER or (figure.name, "-") in FIGURES_BEHIND
    is_up = way == "least" if way == "big" else is_bad == (way == "least")
    return f"{'' if is_up else '-'}{figure.title}"


def order_of(kind: type[Record], way: str) -> str:
    """The field or figure, with a minus for the greatest first, that puts records of a kind into an order that is asked for; "" where none does."""
    of = {f.name: f for f in fields(kind)}
    scored = of["score"].label if {"score", "impact"} <= of.keys() else ""
    graded = next((f.label for f in of.values() if f.choices and {"low", "high"} <= set(f.choices)), "")
    money = next((f.label for f in of.values() if f.is_money), "") if kind is not Project else ""
    when = next((f.label for f in of.values() if f.name == kind.kind.when), "")
    behind = next((f"{sign}{f.title}" for name, sign in FIGURES_BEHIND for f in FIGURES if f.of is kind and f.name == name), "")
    lain = next((f.label for f in of.values() if f.name in ("raised_on", "on", "start")), "")
    great, big = scored or graded, scored or money or graded
    dear = eac.title if kind is Project else money
    delay = next((f.label for f in of.values() if f.says.unit == "days" and any("delay" in n.split() for n in f.names)), "")
    return {"delay": f"-{delay}" if delay else behind, "behind": behind or (when if {"due", "decide_by"} & of.keys() else ""), "soon": when, "old": lain,
            "worst": f"-{great}" if great else behind, "least": great, "big": big and f"-{big}", "dear": dear and f"-{dear}"}[way]


def _total(heard: Heard, turn: Earlier, lister: Tool, asked: Asked) -> Plan | None:
    """What they come to in money, or in hours where that is said; asked of which, where several kinds have some."""
    if not TOTAL.search(heard.plain):
        return None
    is_of_hours = re.search(r"\b(?:hours|effort|work)\b", heard.plain) is not None
    kinds = dict.fromkeys(kind for key in turn.keys if (kind := _kind(key, asked)) and kind is not Project and _summed(kind, is_of_hours=is_of_hours))
    if not kinds:
        return None
    if len(kinds) > 1:
        ways = tuple(f"only the {kind.kind.many}" for kind in kinds)
        return Plan(says=TOTAL_OF_WHICH.format(words=", ".join(kind.kind.many for kind in kinds)), choices=ways[:LATELY], understood=False)
    kind = next(iter(kinds))
    keys = [key for key in turn.keys if _kind(key, asked) is kind]
    name, said = _listed(lister, kind, _where(turn, kind, keys[:MANY], lister))
    group = next((s.name for s in lister.slots if s.holds is Holds.field and s != lister.slot(Holds.field)), "")
    added = {group: f"total {_summed(kind, is_of_hours=True)}"} if is_of_hours and group else {}
    return Plan(((name, {**said, **added}),), OF_SHOWN.format(many=kind.kind.many))


def _summed(kind: type[Record], *, is_of_hours: bool) -> str:
    return next((f.label for f in fields(kind) if (f.says.unit == "h" and f.type in (int, float) if is_of_hours else f.is_money)), "")


def asked_label(heard: Heard, kind: type[Record]) -> str | None:
    """The label of the field of a kind that the words ask for, by how it is asked for or by its name."""
    known = {f.name: f.label for f in fields(kind)}
    named = next((f.label for f in fields(kind) for n in f.names if f.says.set_by == "person" and f.name != kind.kind.title
                  and re.search(rf"\b{re.escape(n.lower())}(?:s|d|ed)?\b", heard.plain)), None)
    return named or next((known[n] for said, names in ASKED if said.search(heard.plain) for n in names if n in known), None)


def _field(heard: Heard, shown: Shown, tools: Tools) -> Plan | None:
    """One field of all of them: “whose are they?”, “when are they due?”."""
    lister, teller, kind = lister_of(tools.values()), teller_of(tools.values()), shown.kind
    is_of_them = OF_THEM.search(heard.plain) and not LACKS.search(heard.plain) and not ABLE.search(heard.plain)
    if not is_of_them or lister is None or teller is None or kind is None or kind is Project:
        return None
    label = asked_label(heard, kind)
    if label is None:
        return None
    if len(shown.keys) == 1 and len({kind_coded(key) for key in shown.turn.keys if KEY.fullmatch(key)}) > LATELY:
        return None                                        # one of many sorts that only hold some words
    if len(shown.keys) == 1:
        return Plan((called(teller, {Holds.record: shown.keys[0], Holds.field: label}),))
    return Plan((_listed(lister, kind, _where(shown.turn, kind, shown.keys, lister), label),))


def _listed(lister: Tool, kind: type[Record], where: Mapping[str, str], sort: str = "") -> Call:
    return called(lister, {Holds.kind: kind.kind.one, Holds.conditions: dict(where)}, sort)


def _where(turn: Earlier, kind: type[Record], keys: Sequence[str], lister: Tool) -> dict[str, str]:
    """What tells the records that were shown: their keys, or the conditions of their list where it held more than were shown."""
    lists = [c.said for c in turn.calls if c.tool == lister.name]
    where, of, words = lister.slot(Holds.conditions), lister.slot(Holds.kind), lister.slot(Holds.words)
    is_cut = len(lists) == len(turn.calls) == 1 and CUT.search(turn.answer) is not None
    if is_cut and where and of and lists[0].get(of.name) == kind.kind.one and not (words and lists[0].get(words.name)):
        return dict(lists[0].get(where.name) or {})
    return {"key": ", ".join(keys)}
