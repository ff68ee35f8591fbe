"""What leans on a figure, a supposition or a choice that was told last: another rate, another amount, or why."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.filled.supposed import AND_IF, is_supposing, slot_of
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.names_out import names_out
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.wording import ALONE, BETTER_THAN, MEANT_BEFORE
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import meaning
from records.figures import FIGURES
from records.kinds import Project
from tools.base import Holds, Slot, Tool

Tools = Mapping[str, Tool]
FEW = 2                                         # turns back to what led to something
LONG = 9                                        # words of what may lean on the turn before
WHY = re.compile(r"^(?:and |but |so |ok |hm )*(?:why|how come)(?: (?:is|was|are) (?:it|that|this|they))?(?: (?:so|that|this|too) )?(?: ?(?:so|that|too))? ?"
                 r"(?:low|high|bad|poor|good|late|small|big|large|little|much|negative|positive|below|above|red|amber)?(?: (?:one|zero|then|exactly))?$")
COLOURED = re.compile(r"^(?:and |but |so )*why (?:is it |not |still )*(?:red|amber|yellow|green)\b")
NUMBER = r"(?:this|that|the|your|these|those) (?:number|figure|value|result|amount|percentage|date|forecast|numbers|figures)"
HOW = re.compile(r"^(?:and |but |so )*(?:how (?:is|was|are|were|do you|did you)?(?: (?:it|that|this|they|you))? ?(?:exactly )?"
                 r"(?:computed|calculated|compute|calculate|get|got|worked out|work out|derived|come up with|come|arrive at|end up with|reach)"
                 rf"(?: (?:it|that|this|there|{NUMBER}))?(?: about)?|which formula|what formula|"
                 rf"where (?:does|did|do) (?:you )?(?:it|that|this|{NUMBER})?(?: ?(?:get|have|take))? ?(?:it|that|this|{NUMBER})?(?: come)? from|"
                 rf"(?:which|what) (?:records?|data|rows?|numbers?|sources?) (?:is|are|was|were|does|do) (?:it|that|this|these|those|they|"
                 rf"{NUMBER})(?: come)?(?: from| based on| made of)|"
                 r"(?:what|which|where) (?:is|are) (?:the|your|its) sources?|"
                 rf"(?:which|what) (?:records?|data|rows?|numbers?|sources?) (?:is|are|was|were|does|do) (?:it|that|this|these|those|they|{NUMBER})"
                 r"(?: come)?(?: from| based on| made of)|(?:what|which|where) (?:is|are) (?:the|your|its) sources?|"
                 rf"what is (?:it|that|this|{NUMBER}) (?:based on|made of|made up of))$")
AGAIN_IN = re.compile(r"\b(?:back|again)\b")
AND = r"(?:(?:ok|okay|so|now|then|please|but|and|hm+)\b[\s,]*)*"
SHORTENS = re.compile(rf"^{AND}(?:only )?(?:leave|leaving|take|drop|skip|exclude|excluding|ignore|kick|throw|keep|cut|without|except|but not|not|minus|"
                      r"apart from|same|the same|again|put|bring|include|add|do (?:it|that|this))\b.*\b(?:PROJECT|PERSON)\b")
LEADS = re.compile(rf"{SHORTENS.pattern}|"
                   r"^(?:the same|same|again|and|with|without|but|not|in|for|by|only|at|what about|how about|plus|excluding|except|including|if|then|"
                   r"or|now|also|say|make it|so|ok|okay|please)\b|"
                   r"^[\d€$£]|^KEY$|^PROJECT\b")
BARE_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)?(?![\w%.,-])")
PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s*(?:%|percent\b|per cent\b|pct\b)", re.I)
LENGTH = re.compile(r"\b(?:\d+|an?|half an?|one|two|three|four|five|six|nine|twelve) (?:days?|weeks?|months?|quarters?|years?)"
                    r"(?: (?:later|earlier|longer|shorter|late))?", re.I)
MONEY = re.compile(r"\b(?:\d[\d.,]*\s?(?:k|m|mn|mio|million|millions|thousand)\b|\d[\d.,]{3,})(?:\s?(?:EUR|USD|GBP|euros?|dollars?))?|"
                   r"\b(?:half a|a|one|two|three|four|five|six) (?:million|thousand)\b", re.I)
PERIOD = re.compile(r"\b(?:in |for )?(?:next year|this year|next quarter|20\d\d)\b", re.I)
WAY = re.compile(r"\b(?:lower|higher|less|more|fewer|cheaper|later|earlier|longer|shorter)\b", re.I)
ALL = re.compile(r"\b(?:all|every|each|everywhere|portfolio|projects|overall|we|company|board|driver|weigh\w*|rank\w*)\b")
GOES_ON = re.compile(r"^(?:ok |so |now )*(?:and|but|also|plus|then|on top)\b|.*\b(?:also|too|as well|on top|in addition)\b")
STARTS = re.compile(r"^(?:(?:and|but|so|ok|then|now|plus|or|also|what about|how about|what happens|what would happen|what)\b[\s,]*)*"
                    r"(?:(?:if|when|suppose|supposing|assume|assuming|with)\b[\s,]*)?", re.I)
ALSO = re.compile(r"\s*\b(?:also|too|as well|on top(?: of (?:that|this|it))?|in addition|additionally|besides|at the same time|both)\b\s*", re.I)
TELLS = re.compile(r"^(?:(?:and|plus|also|but|then)\b[\s,]*)+(?:if )?(?:it|this|PROJECT|PERSON|KEY|(?:the|its) \w+(?: \w+)?) (?:also |too |then )?"
                   r"(?:is|slips|comes|costs?|leaves|takes|needs|gets|starts|finishes|loses|falls?|rises?|drops?|happens)\b")
DRIVERS = {name: re.compile(rf"\b(?:{said})\b", re.I) for name, said in (
    ("benefit", r"benefits?|revenues?|savings?|income|returns?|come in"), ("cost", r"costs?|expenses?|spend(?:ing)?|dearer|cheaper|price[sd]?|expensive"),
    ("rate", r"rate|discount\w*|interest"), ("budget", r"budgets?"),
    ("time", r"slips?|late|later|delay\w*|longer|postpone\w*|earlier|takes?"), ("people", r"leaves?|away|ill|sick|without"))}
BETTER = re.compile(r"^(?:and |so |but )*which (?:one |of them )?is (?:the )?(?:better|best|worse|higher|lower)$")
ONE = re.compile(r"^(?:and |what about |how about )*(?:the )?(?P<w>[\w -]{2,30}?)(?: one| version| variant)$")


def leaned(heard: Heard, context: Context, tools: Tools, asked: Asked) -> Plan | None:
    """The plan for what leans on the last answer of a figure, a supposition or a choice; None when it does not."""
    call = context.last_call
    tool = tools.get(call.tool) if call else None
    if call is None or tool is None or len(heard.text.split()) > LONG or is_supposing(heard):
        return None
    said = dict(call.said)
    if COLOURED.match(heard.plain) and not heard.types & {"project", "KEY"} and (found := because(context.project, tools)):
        return Plan(found)
    if tool.slot(Holds.figure):
        return _of_figure(heard, tool, said, tools, asked)
    question = tool.slot(Holds.question)
    if question is None or tool.proposes or not isinstance(said.get(question.name), str):
        return None
    if slot_of(tool):
        text = _supposed_again(heard, str(said[question.name]), said, tool, asked)
    else:
        text = chosen_again(heard, str(said[question.name])) if question.name == "wish" else None
    if text is None:
        return None
    return Plan(((tool.name, {**said, question.name: text, **_its_choice(tool, heard), **_other_record(tool, heard, said)}),))


def _of_figure(heard: Heard, tool: Tool, said: dict[str, Any], tools: Tools, asked: Asked) -> Plan | None:
    project, figure = _slot(tool, Project), tool.slot(Holds.figure)
    named = next((f for f in FIGURES if figure and f.name == said.get(figure.name)), None)
    whose = said.get(project.name) if project else None
    if WHY.match(heard.plain):
        return Plan(((tool.name, said), *because(whose, tools)))
    if HOW.match(heard.plain):
        return Plan(((tool.name, said),))
    if BETTER.match(heard.plain):
        return Plan(says=BETTER_THAN.format(title=named.title if named else "figure"), choices=tuple(
            f"{named.title if named else 'NPV'} of {name}" for name, key in list(asked.projects.items()) if key != whose)[:3])
    supposing = next((t for t in tools.values() if slot_of(t)), None)
    rate = _rate(heard)
    if rate and supposing and named and named.of is Project and not heard.types & {"KEY", "FIGURE", "person"}:
        whose, slot, record = heard.first("project") or whose, slot_of(supposing), supposing.slot(Holds.record)
        return Plan(((supposing.name, {slot.name if slot else "": f"{named.title} of {whose or 'all projects'} at {rate}",
                                       **({record.name: whose} if record and whose else {})}),))
    if (one := ONE.match(heard.plain)) and named and figure:
        found = next((v for w in (f"{one['w']} {named.title.lower()}", f"{named.title.lower()} {one['w']}") for t, v in meaning(w) if t == "FIGURE"), None)
        return Plan(((tool.name, {**said, figure.name: found}),)) if found else None
    return None


def because(project: Any, tools: Tools) -> tuple[Call, ...]:
    """The findings on a project, by the tool that has a choice for why."""
    tool = next((t for t in tools.values() if (s := _slot(t, Project)) and s.required and (c := t.slot(Holds.choice)) and "why" in c.choices), None)
    whose, choice = (_slot(tool, Project), tool.slot(Holds.choice)) if tool else (None, None)
    return ((tool.name, {whose.name: project, choice.name: "why"}),) if tool and whose and choice and isinstance(project, str) else ()


def _rate(heard: Heard) -> str:
    if m := PERCENT.search(heard.text):
        return m[0]
    bare = re.fullmatch(r"\W*(?:and |then |what about |or )?(?:at|with) (\d+(?:[.,]\d+)?)\W*", heard.text.lower())
    return f"{bare[1]} %" if bare else ""


def _supposed_again(heard: Heard, before: str, said: dict[str, Any], tool: Tool, asked: Asked) -> str | None:
    """The same supposition with another rate, share, amount or time, or of another project; the same again for why and how."""
    if WHY.match(heard.plain) or HOW.match(heard.plain):
        return before
    if not LEADS.match(heard.typed) or is_order(heard):
        return None
    if (both := added(heard, before)):
        return both
    new = _quantity(heard, before)
    text = _replaced(before, new, WAY.search(heard.text)) if new else before
    other, record = heard.first("project"), tool.slot(Holds.record)
    if text and other and record:
        names = [n for n, key in asked.projects.items() if key == said.get(record.name)]
        for name in filter(None, (*names, str(said.get(record.name, "")))):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", other, text, flags=re.I)
    return text if text != before else None


def added(heard: Heard, before: str) -> str:
    """The supposition before with another one laid over it: “and if it also costs 10 % more?”; "" where the same thing is only said otherwise."""
    rest = STARTS.sub("", heard.text.strip(" ?.!"))
    of_now = {name for name, said in DRIVERS.items() if said.search(rest)}
    is_other = bool(of_now) and not of_now & {name for name, said in DRIVERS.items() if said.search(before)}
    says_what = bool(heard.types & {"PERCENT", "MONEY", "HOURS", "DATE", "person", "KEY"} or LENGTH.search(rest))
    is_supposed = is_other or (ALSO.search(rest) is not None and says_what)
    if not is_supposed or len(rest.split()) < 2:  # noqa: PLR2004 - a word alone supposes nothing
        return ""
    if "benefits" in before.lower():
        rest = re.sub(r"\bthey\b", "the benefits", rest, count=1, flags=re.I)
    return f"{before.strip(' ?.!')} and if {ALSO.sub(' ', rest).strip()}?".replace("  ", " ")


def supposed_on(heard: Heard, tool: Tool, context: Context) -> Plan | None:
    """A supposition right after another one: both where it says so, or else that it stands alone where it goes on from the one before."""
    question, record, call = slot_of(tool), tool.slot(Holds.record), context.last_call
    before = call.said.get(question.name) if call and question and call.tool == tool.name else None
    if question is None or record is None or call is None:
        return None
    if not isinstance(before, str):
        return _of_the_last(heard, tool, context)
    if not GOES_ON.match(heard.plain):
        return None
    if heard.types & {"project", "KEY", "person"} - ({"project"} if call.said.get(record.name) in heard.all("project") else set()):
        return None
    if (ALSO.search(heard.text) or AND_IF.match(heard.text.lower())) and (both := added(heard, before)):
        return Plan(((tool.name, {**call.said, question.name: both}),))
    whose = {record.name: call.said[record.name]} if call.said.get(record.name) and not heard.types & {"project", "KEY", "person"} else {}
    return Plan(((tool.name, {question.name: heard.text.strip(), **whose}),), ALONE)


def _of_the_last(heard: Heard, tool: Tool, context: Context) -> Plan | None:
    """A supposition that names nothing, right after a figure or the state of one project, or after what led to nothing: of that, which is told."""
    question, record, last = slot_of(tool), tool.slot(Holds.record), next((t for t in reversed(context.past[-FEW:]) if not t.failed), None)
    project = next((str(c.said["project"]) for c in last.calls if isinstance(c.said.get("project"), str)), None) if last else None
    if project is None or question is None or record is None or heard.types & {"project", "KEY", "person"} or ALL.search(heard.plain):
        return None
    name = next((n for n, k in context.projects.items() if k == project), project)
    return Plan(((tool.name, {question.name: heard.text.strip(), record.name: project}),), MEANT_BEFORE.format(name=name))


def also_supposed(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """What is told right after a supposition, led by “and”: one more supposition, which no order is: “and Ana is away in December”."""
    call = context.last_call
    tool = tools.get(call.tool) if call else None
    question = slot_of(tool) if tool else None
    before = call.said.get(question.name) if call and question else None
    if tool is None or question is None or call is None or not isinstance(before, str) or not TELLS.match(heard.shaped("project", "person", "KEY")):
        return None
    both = added(heard, before)
    return Plan(((tool.name, {**call.said, question.name: both}),)) if both else None


def _quantity(heard: Heard, before: str) -> str:
    """The share, time or amount that is said now; a bare number is a share where one was said before."""
    if rate := PERCENT.search(heard.text):
        return rate[0]
    if length := LENGTH.search(heard.text):
        old = LENGTH.search(before)
        way = WAY.search(old[0]) if old else None
        return length[0] if WAY.search(length[0]) or (old and not way) else f"{length[0]} {way[0] if way else 'later'}"
    number = BARE_NUMBER.search(heard.text)
    if number and PERCENT.search(before) and not MONEY.search(heard.text):
        return f"{number[0]} %"
    return money[0] if (money := MONEY.search(heard.text)) else ""


def _replaced(before: str, new: str, way: re.Match[str] | None) -> str | None:
    """The earlier words with the new quantity in the place of the old one, and its direction where that is said."""
    old = next((m for p in (PERCENT, LENGTH, MONEY) if (m := p.search(before))), None)
    if old is None:
        return None
    rest = before[old.end():]
    if LENGTH.match(new) and not LENGTH.match(old[0]):
        rest = re.sub(rf"\s*{WAY.pattern}", "", rest, count=1, flags=re.I)
    elif way and WAY.search(rest):
        rest = WAY.sub(way[0], rest, count=1)
    return f"{before[:old.start()]}{new}{rest}"


def chosen_again(heard: Heard, before: str) -> str | None:
    """The same choice with other money, another time, and with or without a project."""
    if not LEADS.match(heard.typed) and not re.search(r"\bmust\b|\bby npv\b|\bby score\b", heard.plain):
        return None
    if "FIGURE" in heard.types and not re.search(r"\bby\b", heard.plain):
        return None                                        # “Fortuna's NPV?” asks anew
    text = before
    if (money := MONEY.search(PERIOD.sub(" ", heard.text))) and (old := MONEY.search(before)):
        text = f"{text[:old.start()]}{money[0]}{text[old.end():]}"
    if (period := PERIOD.search(heard.text)) is not None:
        text = PERIOD.sub(period[0], text, count=1) if PERIOD.search(text) else f"{text.rstrip(' ?.')} {period[0]}"
    out = names_out(heard, "project")
    for span in heard.of("project"):
        name, is_out = heard.said(span), span in out
        text = re.sub(rf"[,;]? (?:without|with) {re.escape(name)}\b|[,;] {re.escape(name)} must be in\b", "", text.rstrip(" ?."), flags=re.I)
        text += f"; without {name}" if is_out else "" if AGAIN_IN.search(heard.typed) else f"; {name} must be in"
    return text if text != before or re.search(r"\bby (?:npv|score)\b", heard.plain) else None


def _its_choice(tool: Tool, heard: Heard) -> dict[str, Any]:
    """Another measure, where one is said."""
    slot = tool.slot(Holds.choice)
    said = next((c for c, ws in slot.choices.items() if any(re.search(rf"\bby (?:the )?{re.escape(w)}\b", heard.plain) for w in ws)), None) if slot else None
    return {slot.name: said} if slot and said else {}


def _other_record(tool: Tool, heard: Heard, said: dict[str, Any]) -> dict[str, Any]:
    slot = tool.slot(Holds.record)
    other = heard.first("project")
    return {slot.name: other} if slot and other and said.get(slot.name) else {}


def _slot(tool: Tool | None, kind: type[Project]) -> Slot | None:
    return next((s for s in tool.slots if s.of is kind), None) if tool else None
