"""Somebody who is to be reminded, nudged or asked for something: a task of theirs, for nothing is sent to people from here."""
from collections.abc import Collection, Iterator
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.heard.wording import NO_REMINDERS, NO_REMINDING
from assistant.planner.words.phrases import MORE_TIME
from records.kinds import Task
from tools.base import Holds, Tool

WHO, DAY, OFTEN, HOME, KEY = "\1+", "\2+", "\3+", "\4+", "\5+"        # what stands for somebody, a day, how often, a project and a key
SIGNS = {"person": "\1", "DATE": "\2", "REPEAT": "\3", "project": "\4", "KEY": "\5"}
LEAD = r"^\W*(?:(?:please|pls|can you|could you|would you|and|so|ok|okay|also|now|then|i want you to|we should|let us)\b[\s,]*)*"
NUDGES = r"(?:remind|nudge|ping|poke|prod|buzz|chase(?: up)?|follow up with)"
SOMEBODY = rf"(?P<who>{WHO}|me|us|myself)"
SOFTLY = r"(?: (?:again|please|gently|once more|kindly|quickly))*"
OF = r"(?:about|of|on|for|regarding|concerning|with)"
END = r"[\s.!,;]*(?:please|pls|thanks|thank you)?[\s.!]*$"
SET = r"(?:set(?: up)?|create|make|add|schedule|put(?: in)?|plan|i need|i want|i would like|i['’]d like|give me|send me)"
NOTED = r"(?:(?:note|write down|keep in mind|remember|take down|put down)(?: down)?(?: that)?:? )"
WISHED = r"(?:i|we) (?:still |also |really )?(?:want|need|expect|would like|await|am waiting for|are waiting for)"
BY = r"(?:by|until|till|before|on|for)"
IT = re.compile(r"(?:it|this|that|them|those|these)$", re.I)
FORMS = tuple(re.compile(f"{LEAD}{said}{END}", re.I) for said in (
    rf"{NUDGES} {SOMEBODY}{SOFTLY}(?: (?:on |by )?{DAY})?(?: {OFTEN})? {OF} (?P<of>.+?)",
    rf"{NUDGES} {SOMEBODY}{SOFTLY}(?: (?:on |by )?{DAY})? to (?P<do>.*{KEY}.*?)",
    (rf"{SET}(?: me| up)? (?:an? |the )?(?P<often>{OFTEN}|monthly|weekly|daily|yearly|quarterly|fortnightly|recurring)? ?(?:reminder|nudge|alarm|alert)"
    rf"(?: for {SOMEBODY})?(?: (?:on |by )?{DAY})? (?:to (?P<do>.+?)|{OF} (?P<of>.+?))"),
    rf"{NOTED}{WISHED} (?P<of>(?:an?|the|his|her|their|some|another|more)\b.+?) from (?P<who>{WHO})(?: (?:{BY} )?{DAY})?",
    rf"{WISHED} (?P<of>(?:an?|the|his|her|their|some|another|more)\b.+?) from (?P<who>{WHO}) {BY} {DAY}",
    rf"ask (?P<who>{WHO}) (?:please )?for (?P<of>(?:an?|the|his|her|their|some|another|more)\b.+?)"))
ALONE = re.compile(rf"{LEAD}{NUDGES} (?:{SOMEBODY}|(?P<those>(?:the |all |both )*(?:managers?|owners?|leads?|sponsors?|people|team|everyone|"
                   rf"everybody|them|those)\b.*?)){SOFTLY}(?: (?:on |by )?{DAY})?{END}", re.I)
OUTSIDE = re.compile(rf"{LEAD}(?P<all>{NUDGES} (?P<name>(?-i:[A-Z])[\w&.-]+(?: (?-i:[A-Z])[\w&.-]+)?) (?:{OF}|to|that) .+?){END}", re.I)
PIECE = re.compile(rf"\s*,?\s*(?:(?:by|until|till|on|at|from|before|due|every|for|in)\s+)?(?:{DAY}|{OFTEN})(?:\s+(?:morning|afternoon|evening|noon))?")
PLACE = re.compile(rf"\s*(?:on|in|for|at|of)\s+(?:the\s+)?(?:project\s+)?{HOME}(?:\s+project)?\s*$")
ARTICLE = re.compile(r"^(?:the|an?|his|her|their|some)\s+", re.I)


def reminded(heard: Heard, context: Context, maker: Tool, offered: Collection[str]) -> Plan | None:
    """The task for whoever is to be reminded, with what can be done instead where nobody is named; None where nobody is."""
    if maker.name not in offered or heard.text.rstrip().endswith("?") or "\n" in heard.text.strip() or heard.types & {"TEXT"} or MORE_TIME.match(
            heard.shaped("person")):                       # who is asked for more time gets no task of it
        return None
    signed = heard.signed(*((span, SIGNS[type_]) for type_, span in heard.spans if type_ in SIGNS))
    for form in FORMS:
        if m := form.match(signed):
            said = next(heard.text[m.start(g):m.end(g)] for g in ("of", "do") if m.groupdict().get(g))
            at = next(m.start(g) for g in ("of", "do") if m.groupdict().get(g))
            often = heard.text[m.start("often"):m.end("often")] if m.groupdict().get("often") else ""
            title = _title(said, signed[at:at + len(said)])
            return _task(heard, _shown(context) if IT.match(title) else title, _who(m, heard), often, maker)
    if m := ALONE.match(signed):
        who = _who(m, heard) if m["who"] else ""
        if who and (title := _shown(context)):
            return _task(heard, title, who, "", maker)
        rest = heard.text[m.start("those"):m.end("those")] if m["those"] else who
        day = "" if "DATE" in heard.types else " today"
        return Plan(says=NO_REMINDING, choices=(f"task for me: remind {rest}{day}", *((f"task for {who}: send the status report by Friday",) if who else ())))
    if (m := OUTSIDE.match(signed)) and not heard.of("person"):
        said = heard.text[m.start("all"):m.end("all")]
        return _task(heard, _title(said, signed[m.start("all"):m.end("all")]), "me", "", maker)
    return None


def _who(m: re.Match[str], heard: Heard) -> str:
    said = heard.text[m.start("who"):m.end("who")] if m.groupdict().get("who") else "me"
    return "me" if said.lower() in ("me", "us", "myself") else said


def _task(heard: Heard, title: str, who: str, often: str, maker: Tool) -> Plan | None:
    if not title:
        return None
    values = {"title": title, "owner": who, **dict(_pieces(heard)), **({"recurrence": often} if often else {})}
    whose = "your" if who == "me" else f"{who}'s"
    return Plan((called(maker, {Holds.kind: Task.kind.one, Holds.values: values}),), NO_REMINDERS.format(whose=whose), sure=True)


def _pieces(heard: Heard) -> Iterator[tuple[str, str]]:
    """The day, how often, and the project: the one that is named, or that of the record that is."""
    if day := next(iter(heard.of("DATE")), None):
        yield "due", heard.said(day)
    if often := next(iter(heard.of("REPEAT")), None):
        yield "recurrence", heard.said(often)
    home = heard.first("project") or (heard.first("KEY") or "").rpartition("-")[0].rpartition("-")[0]
    if home:
        yield "project", home


def _title(said: str, signed: str) -> str:
    """What is to be done, without its day, how often, and the project."""
    for m in reversed([*PIECE.finditer(signed), *PLACE.finditer(signed)]):
        said, signed = said[:m.start()] + said[m.end():], signed[:m.start()] + signed[m.end():]
    bare = ARTICLE.sub("", said.strip(" ,.;:-")).strip()
    return f"Follow up {bare}" if re.fullmatch(KEY, signed.strip(" ,.;:-")) else f"{bare[:1].upper()}{bare[1:]}"


def _shown(context: Context) -> str:
    """The one record that was shown last, as what is to be followed up."""
    key = context.it if context.past else None
    name = next((n for t in reversed(context.past) for k, n in t.named if k == key), "")
    return f"Follow up {key} {name}".strip() if key and "-" in key else ""
