"""What would be proposed and can hardly be wanted: a whole sentence for a name, a record that is there made once more, a rumour. It is asked instead."""
from collections.abc import Mapping
from dataclasses import replace
import re
from typing import Any

from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.mood import is_labelled, is_plain_order
from assistant.planner.heard.permitting import asks_leave
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.sentences import is_long
from assistant.planner.heard.wording import NO_TITLE, ONLY_ASKED, ONLY_TOLD, TOLD_OF_ONE, WHICH_WEEK
from assistant.planner.learned.weighing import as_new
from assistant.planner.told.hardly_changed import hardly_changed
from assistant.planner.told.tidied import tidied
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import ASKED_FOR, ORDERS, POLITE, QUESTION
from assistant.planner.words.told_clauses import is_clause
from records.kinds import Benefit, BudgetLine, CostEntry, Deliverable, Milestone, Product, Programme, Project, Stakeholder, Task
from records.kinds.base import Record, fields, split
from tools.base import Tool

THINGS = (Benefit, BudgetLine, CostEntry, Deliverable, Milestone, Product, Programme, Project, Stakeholder, Task)      # these have a name, and say nothing
REMINDED = re.compile(r"\b(?:remind|tell|ask)\b[^,;.]*\bthat\s+(?:the\s+)?$", re.I)
ON_THE = re.compile(r"\b(?:on|in|under|for|against) (?:the|that|this) (?:[\w-]+ ){1,3}$", re.I)
FEW = 2                                         # words of what is only spoken of
PUT = re.compile(r"(?<!record)(?<!information)(?<!know)(?<!fyi):|[\"“‘]|\b(?:called|named|titled|as follows)\b", re.I)
NO_NAME = re.compile(r"^(?:(?:a )?lots?|(?:some|any|every)thing|nothing|much)(?: (?:from|of|about|with)\b|$)|^(?:about|than|from|by) \S+ \S|"
                     r"\b(?:can['’]?t|cannot|won['’]?t|don['’]?t|doesn['’]?t|will|would|should|must|is|are|was|were|has|have|because|which|the|an?)$", re.I)
PARTED = re.compile(r"[,;.!?:](?=\s)|\s[–—-]+\s|(?<=\S )\b(?:and|but|so)\b")         # what is told is one thing, and what is asked another
YES_OR_NO = re.compile(r"^(?:(?:so|and|ok|hi|hello)\b ?)*(?:is it (?:true|so|right|correct) (?:that )?|(?:do|does|did|are|were|was|have|has) "
                       r"(?:both|all|the|these|those|any|our|my|it|they|he|she)\b|(?:does|did|is|was|has|will|would) "
                       r"(?!you\b|we\b|i\b|someone\b|somebody\b|anyone\b|anybody\b|there\b)\w)")
THAT_WEEK = re.compile(r"\b(?:in|of) that (?:same )?(?:week|month)\b", re.I)
INCLINED = re.compile(r"\b(?:i|we)(?:['’]m| am|['’]re| are)(?: (?:rather|still|quite|very|really|just))* "
                      r"(?:inclined|tempted|minded|thinking (?:of|about)|considering|leaning|toying|wondering|in two minds)\b[^.;?!]*", re.I)
JUDGED = re.compile(r"[^,.;?]*\b(?:is|are|seems?|looks?|sounds?|feels?)(?: (?:like|very|far|too|quite|rather|really|a bit|awfully))* "
                    r"(?:dear|expensive|cheap|a lot|too much|steep|much|little|crazy|ridiculous|reasonable|fair|outrageous|silly)\b", re.I)
CHECKED = re.compile(r"\b(?:can|could|would|will) (?:you|somebody|someone|anybody) (?:please |just |quickly )*"
                     r"(?:check(?! (?:it |that |this )?(?:off|in)\b)|verify|confirm|look into|find out)\b", re.I)
WISH = re.compile(rf"(?:^|[.!;,]\s+|\band |\bso |\b(?:can|could|would|will) (?:you|we|i|somebody|someone) (?:please |also |just )*){POLITE}"
                  rf"(?:{'|'.join(ORDERS)})\b|\b(?:please|how about|what about|why not|shall|should we|may i|can i|would you mind)\b", re.I)


def as_wanted(plan: Plan, heard: Heard, asked: Asked, tools: tuple[Tool, Tool]) -> Plan:
    """The plan with its names and values tidied, or what is said instead where it would propose what can hardly be wanted; `tools` are the maker and
    the changer."""
    maker, changer = tools
    plan = tidied(plan, heard, maker, asked.today)
    if not any(name in (maker.name, changer.name) for name, _ in plan.calls):
        return plan
    if (rumour := _only_asked(heard)) is not None:
        return rumour
    doubt = next(filter(None, (_of_new(args, heard, asked) if name == maker.name else hardly_changed(args, heard) for name, args in plan.calls
                               if name in (maker.name, changer.name))), None)
    if doubt is None:
        return plan
    rest = tuple(call for call in plan.calls if call[0] not in (maker.name, changer.name))
    return replace(doubt, calls=rest)


def _only_asked(heard: Heard) -> Plan | None:
    """A statement with a question mark that orders nothing: “somebody told me that voice picking is cancelled?”."""
    text = heard.text.strip()
    is_asked = YES_OR_NO.match(heard.plain) is not None and "?" in text and not PARTED.search(text.partition("?")[0])
    if (m := THAT_WEEK.search(text)) is not None and "DATE" in heard.types:
        return Plan(says=WHICH_WEEK.format(words=m[0]), understood=False)
    if (m := INCLINED.search(text)) is not None:
        return Plan(says=ONLY_TOLD.format(lines=m[0].strip()), choices=tuple(f"show {key}" for key in heard.all("KEY")), understood=False)
    judged = JUDGED.search(text) if "KEY" in heard.types and heard.types & {"MONEY", "HOURS", "PERCENT"} and not is_plain_order(heard) else None
    if judged is not None:
        return Plan(says=ONLY_TOLD.format(lines=judged[0]), understood=False)
    if is_asked or (CHECKED.search(text) and not is_plain_order(heard)):
        return Plan(says=ONLY_ASKED, choices=tuple(f"show {key}" for key in heard.all("KEY")), understood=False)
    if not text.endswith("?") or PARTED.search(text) or QUESTION.match(heard.plain) or ASKED_FOR.match(heard.plain) or asks_leave(heard) or WISH.search(text):
        return None
    keys = heard.all("KEY")
    return Plan(says=ONLY_ASKED, choices=(f"show {keys[0]}",) if len(keys) == 1 else (), understood=False)


def _of_new(args: Mapping[str, Any], heard: Heard, asked: Asked) -> Plan | None:
    values = args.get("values")
    kind = kind_named(str(args["kind"])) if isinstance(values, Mapping) and args.get("kind") else None
    title = str(values.get(kind.kind.title, "")) if kind and isinstance(values, Mapping) else ""
    if kind is None or not title or not _is_guessed(kind, title, heard):
        return None
    if (key := _there(kind, title, asked) or _told_of(kind, title, heard, asked)) and title.lower() not in (said.lower() for said in asked.titled):
        return Plan(says=TOLD_OF_ONE.format(key=key, one=kind.kind.one, words=title), choices=(f"show {key}", f"{kind.kind.one}: {title}"), understood=False)
    if KEY.match(title) or _on_one_there(kind, heard) or NO_NAME.search(title) or _is_another(kind, title, heard) or (kind in THINGS and is_clause(title)):
        return Plan(says=NO_TITLE.format(kind=kind.kind.one, words=title), choices=as_new(heard), understood=False)
    return None


def _is_guessed(kind: type[Record], title: str, heard: Heard) -> bool:
    """Whether a title is what was left of a sentence, and nobody put it as one."""
    of = next(f for f in fields(kind) if f.name == kind.kind.title)
    at = heard.text.lower().find(title.lower())
    is_put = "TEXT" in heard.types or is_labelled(heard) or PUT.search(heard.text[:max(at, 0)]) is not None
    is_put |= REMINDED.search(heard.text[:max(at, 0)]) is not None
    return at > -1 and not of.choices and not is_long(kind, of) and not is_put


def _on_one_there(kind: type[Record], heard: Heard) -> bool:
    """Whether something is to be put on one that is there: “record that on the energy benefit” makes no benefit."""
    return any(heard.said(s).lower() in (kind.kind.one, *split(kind.kind.also)) and ON_THE.search(heard.text[:s.start]) for s in heard.of("KIND"))


def _told_of(kind: type[Record], title: str, heard: Heard, asked: Asked) -> str:
    """The key of the one open record of this kind that has the words in its title, where nobody called for a new one: “he needs a week for the migration”."""
    if "KIND" in heard.types or is_plain_order(heard) or len(title.split()) > FEW or kind not in THINGS:
        return ""
    held = [h for h in asked.holding(title) if h.kind is kind and h.is_titled and h.is_open]
    return held[0].key if len(held) == 1 else ""


def _is_another(kind: type[Record], title: str, heard: Heard) -> bool:
    """Whether something new would have the bare name of a project or of somebody: “Fortuna belongs to the same programme” makes no programme Fortuna."""
    of = ("project", "person")
    return kind in THINGS and not any(f.refers == "person" and f.name == kind.kind.title for f in fields(kind)) and any(
        t in of and str(kind.__tablename__) != t and heard.said(s).lower() == title.lower() for t, s in heard.spans)


def _there(kind: type[Record], title: str, asked: Asked) -> str:
    """The key of a record of this kind whose whole name opens what a new one would be called: “Train the first shift starts”."""
    for said, keys in asked.titled.items():
        if " " in said and title.lower().startswith(f"{said.lower()} ") and len(keys.split()) == 1:
            held = next((h for h in asked.holding(said) if h.key == keys and h.title.lower() == said.lower()), None)
            if held is not None and held.key.rsplit("-", 2)[-2] == kind.kind.code:
                return held.key
    return ""
