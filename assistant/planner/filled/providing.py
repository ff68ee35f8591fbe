"""An order under a condition: “if Ben has fewer than five open tasks, give him T-12”. The condition is counted in the records before anything is proposed."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
import re
from typing import Any

from assistant.planner.filled.cut_order import COURTESY, Cut, cut, is_new_behind
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard, Names, hear
from assistant.planner.heard.plan import Call
from assistant.planner.heard.wording import READ_AS
from assistant.planner.learned.weighing import ASKED_FOR, is_order, share
from assistant.planner.meant.conditions import conditions
from assistant.planner.words.lexicon import kind_coded, kind_named
from language.dates import read_date
from language.numbers import read_number
from language.words import Span
from records.figures import FIGURES
from records.kinds import Person, Project
from records.kinds.base import Record, fields
from tools import TOOLS

NEW = tuple(t.name for t in TOOLS if t.makes)
AMOUNT = (r"(?:(?P<op>fewer than|less than|under|below|more than|over|above|at least|at most|no more than|no fewer than|exactly|up to)\s+)?"
          r"(?P<n>\d+|an?|no|none|any|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?P<more> or more| or fewer| or less)?")
HAS = re.compile(rf"^(?P<who>.+?) (?:still |already |currently |now )*(?:has|have|owns|got|has got|works on)(?: got)? (?:still )?{AMOUNT}\s+"
                 r"(?P<what>\S.*)$", re.I)
THERE = re.compile(rf"^there (?:is|are)(?: still)? {AMOUNT}\s+(?P<what>\S.*)$", re.I)
OF_THOSE = re.compile(rf"^{AMOUNT}\s+(?:of )?(?:the |our )?(?P<what>\S.*?) (?P<does>is|are|has|have|was|were|scores?) (?P<so>\S.*)$", re.I)
EVERY = re.compile(r"^(?:all|every|each)(?: of)? (?:the |our )?(?P<what>\S.*?) (?:is|are) (?P<so>[\w -]+)$", re.I)
NUMBERED = re.compile(rf"^the (?:number|count) of (?P<what>\S.*?) (?:is |exceeds |stands at )+{AMOUNT}$", re.I)
OF_HOURS = re.compile(r"^(?:hours?|h) (?:of )?(?P<w>[a-z][a-z -]+?)(?: left)?$", re.I)
AWAY = re.compile(r"^PERSON (?:is|will be) (?P<not>not )?(?:still )?(?:away|absent|off|out|out of office|unavailable)(?: (?:on |in |for )?DATE)?$")
IS = ("is", "are", "was", "were")
UNIT = re.compile(r"(?<=\d)\s*(?:hours?|hrs?|h|days?)\b", re.I)
HIM = re.compile(r"\b(?:him|her|them)\b", re.I)
IT = re.compile(r"\b(?:it|that)\b", re.I)
TO = re.compile(r"\bto (?P<to>\S.*?)(?=$| on | in | until | by )", re.I)
GIVEN = re.compile(r"^(?:give|assign|hand|pass) (?:it|that|them) (?=to\b)", re.I)
NOTHING = re.compile(r"(?:(?:do|change|propose) )?nothing|leave (?:it|them|that|everything)(?: as (?:it|they) (?:is|are))?|not|forget it|skip it", re.I)
SIGN = re.compile(r"\b(?:negative|positive)\b", re.I)
COMPARED = re.compile(r"\b(?:more|less|fewer|later|longer|earlier|higher|lower) than\b|\b(?:above|below|at least|at most|before|after|exceeds?)\b", re.I)
ITS = re.compile(r"\bits\b", re.I)
BY = re.compile(r"\b(?:by|until|till|before)\b", re.I)
OF_A_DAY = re.compile(r"\b(?:due|planned|expected|forecast|foreseen|scheduled|starts?|ends?|begins?|deadline|finish|wanted|away|absent|off)\b", re.I)


@dataclass(frozen=True)
class Provided:
    """What must be so: one of these lists, or else records of a kind that meet `where`, compared with a number; the order that is then given, and
    the one otherwise."""
    said: str
    order: str
    op: str
    number: int
    listed: tuple[str, ...] = ()
    owner: str = ""
    kind: str = ""
    where: Mapping[str, str] | None = None
    is_unless: bool = False
    is_counted: bool = True
    key: str = ""
    other: str = ""
    when: str = ""

    def holds(self, count: int) -> bool:
        return {"below": count < self.number, "above": count > self.number, "at least": count >= self.number, "at most": count <= self.number,
                "is": count == self.number, "not": count != self.number}[self.op]


OPS = {"fewer than": "below", "less than": "below", "under": "below", "below": "below", "more than": "above", "over": "above", "above": "above",
       "at least": "at least", "no fewer than": "at least", "at most": "at most", "no more than": "at most", "up to": "at most", "exactly": "is"}
OPPOSITE = {"below": "at least", "above": "at most", "at least": "below", "at most": "above", "is": "not", "not": "is"}


def provided(text: str, names: Names, today: date, context: Context) -> Provided | None:
    """The condition and the order, or None when there is none; `op` is empty for a condition that cannot be read."""
    of = cut(text, names, today)
    if of is None or COURTESY.fullmatch(of.cond):
        return None
    cond = _named(of.cond, hear(of.order, names, today)) if of.is_last else of.cond
    about = hear(cond, names, today)
    order = _pointed(of.order, about)
    wish = hear(order, names, today)
    if not is_order(wish) or (of.is_last and is_new_behind(wish)):
        return None                                      # “remind me if …” is a task
    found = _counted(cond, order, about) or _of_person(cond, order, about) or _of_record(cond, order, about, context)
    if found is None:
        is_told = of.is_last and share(hear(text, names, today), NEW) >= ASKED_FOR
        if is_told:
            return None                                  # “a partner may leave us if the euro rises, log it as a risk”
        found = Provided(cond, order, "", 0)
    if (when := _ahead(about, today)) and BY.search(cond) and not OF_A_DAY.search(cond):
        found = Provided(cond, order, "", 0)                 # “is not done by Friday” is no due date, and nobody knows it yet
    found = replace(found, other=_other(of, order, names, today), when=when)
    return replace(found, op=OPPOSITE[found.op], is_unless=True) if of.is_unless and found.op else found


def reads_numbers(said: str, args: Mapping[str, Any]) -> bool:
    """Whether every comparison and number that a condition says is in what is looked for, and nothing else is compared: “overdue by more than a week”
    says one, and no colour is above 400,000."""
    kind, where = kind_named(str(args["kind"])) if "kind" in args else None, dict(args.get("where", {}))
    values = str(list(where.values())).lower().replace("before today", "")
    numbers = [n for n in re.findall(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])", said) if n not in values and n.replace(",", ".") not in values]
    compared, found = len(COMPARED.findall(said)), len(COMPARED.findall(values))
    texts = {f.label for f in fields(kind) if f.type is str} if kind else set()
    return not numbers and (not compared or compared == found) and not any(n in texts and COMPARED.match(v) for n, v in where.items())


def _other(of: Cut, order: str, names: Names, today: date) -> str:
    """The order that is given where the condition is not met: one of its own, or the same to another: “otherwise to Dev”; “-” for nothing."""
    if not of.other:
        return ""
    if NOTHING.fullmatch(of.other):
        return "-"
    if (to := TO.match(GIVEN.sub("", of.other))) and (mine := TO.search(order)):
        return f"{order[:mine.start()]}to {to['to']}{order[mine.end():]}"
    it = hear(order, names, today).first("KEY")
    other = IT.sub(it, of.other, count=1) if it else of.other
    return other if is_order(hear(other, names, today)) else f"? {of.other}"


def _ahead(about: Heard, today: date) -> str:
    """A day to come by which something is to be so; only what is so now can be told."""
    return next((about.said(s) for s in about.of("DATE") if (day := read_date(about.said(s), today)) and day > today), "")


def _named(cond: str, order: Heard) -> str:
    """The condition with “he” and “its” as those whom the order names."""
    people = order.of("person")
    cond = re.sub(r"^(?:he|she|they)\b", order.said(people[-1]), cond, flags=re.I) if people else cond
    named = order.first("KEY") or next((order.said(s) for s in order.of("project")), None)
    return re.sub(r"\bit\b", named, re.sub(r"\bits\b", f"{named}'s", cond, flags=re.I), flags=re.I) if named else cond


def _pointed(order: str, about: Heard) -> str:
    """The order with “him” and “it” as those whom the condition names."""
    if people := about.of("person"):
        order = HIM.sub(about.said(people[0]), order, count=1)
    elif who := re.match(r"(?-i:[A-Z])[\w-]+", about.text):
        order = HIM.sub(who[0], order, count=1)
    named = about.first("KEY") or next((about.said(s) for s in about.of("project")), None)
    return IT.sub(named, ITS.sub(f"{named}'s", order, count=1), count=1) if named else order


def _counted(cond: str, order: str, about: Heard) -> Provided | None:
    """So many of a kind: “Ben has fewer than five open tasks”, “more than 3 tasks of Apollo are overdue”, “all tasks of Apollo are done”."""
    if every := EVERY.match(cond):
        bare = every["so"].removeprefix("not ") if every["so"].startswith("not ") else f"not {every['so']}"
        return Provided(cond, order, "is", 0, (f"show the {every['what']} that are {bare}",), is_counted=False) if about.of("KIND") else None
    those = OF_THOSE.match(cond) if about.of("KIND") else None
    m = THERE.match(cond) or NUMBERED.match(cond) or those or (None if about.of("KEY") else HAS.match(cond))
    if m is None:
        return None
    n = m["n"].lower()
    number = 0 if n in ("no", "none", "any") else int(read_number(n) or 0)
    usual = "is" if m.re is NUMBERED else "at least"
    op = "is" if n in ("no", "none") else "above" if n == "any" else OPS.get((m["op"] or "").lower(), usual)
    op = {" or more": "at least", " or fewer": "at most", " or less": "at most"}.get((m["more"] or "").lower(), op)
    who, what = m.groupdict().get("who", "") or "", m["what"]
    if m.re is OF_THOSE:
        what = f"{what} that {'are' if m['does'].lower() in IS else m['does']} {m['so']}"
    if hours := OF_HOURS.match(what):
        return _of_hours(cond, order, about, hours["w"].lower(), op, number)
    named = any(about.said(s) in who for t in ("person", "project") for s in about.of(t))
    listed = f"show {what}" + (f" of {who}" if named else "")
    return Provided(cond, order, op, number, (listed,), "" if named or not who else who)


def _of_hours(cond: str, order: str, about: Heard, words: str, op: str, number: int) -> Provided | None:
    """Hours of something that a person has, by the figure of people in hours that tells of all its words."""
    said = set(words.split())
    fit = [f for f in FIGURES if f.of is Person and f.unit == "hours" and all(w in f"{f.title} {f.also} {f.run.__doc__}".lower() for w in said)]
    figure, who = min(fit, key=lambda f: len(f.title.split()), default=None), about.first("person")
    if figure is None or who is None:
        return None
    compared = {"is": str(number), "above": f"above {number}", "below": f"below {number}"}.get(op, f"{op} {number}")
    where = {"key": str(about.of("person")[0].value), figure.title: compared}
    return Provided(cond, order, "at least", 1, kind=Person.kind.one, where=where, is_counted=False)


def _of_person(cond: str, order: str, about: Heard) -> Provided | None:
    """That somebody is away, or what is worked out of them."""
    if not about.of("person"):
        return None
    if away := AWAY.match(about.shaped("person", "DATE").replace("isn't", "is not").replace("is n't", "is not")):
        asked = re.sub(r"^(?P<who>.+?) (?P<is>is|will be)(?: not|n['’]t)?\b", lambda m: f"is {m['who']}", re.sub(r"\bisn['’]t\b", "is not", cond), count=1)
        return Provided(cond, order, "is" if away["not"] else "at least", 0 if away["not"] else 1, (f"{asked}?",), is_counted=False)
    return _asked_of(cond, order, about, Person, about.of("person")[0])


def _of_record(cond: str, order: str, about: Heard, context: Context) -> Provided | None:
    """A state or a figure of one record: “T-5 is done”, “Apollo's CPI is below 0.9”."""
    key = about.first("KEY") or about.first("project")
    if key is None:
        return None
    kind = kind_coded(key) if about.first("KEY") else Project
    if any(of != kind.kind.one for of in about.all("KIND")) or len(about.all("KEY")) > 1:
        return None
    asked = _asked_of(cond, order, about, kind, (about.of("KEY") or about.of("project"))[0])
    bare = Heard(about.text, tuple((t, s) for t, s in about.spans if t not in ("KEY", "project")))
    where = {n: v for n, v in conditions(kind, bare, Context((), context.projects)).items() if n not in ("key", "project")}
    if not where:
        return asked
    return Provided(cond, order, "at least", 1, asked.listed if asked else (), kind=kind.kind.one, where={"key": key, **where}, is_counted=False, key=key)


def _asked_of(cond: str, order: str, about: Heard, kind: type[Record], of: Span) -> Provided | None:
    """The same put as what is asked of all of the kind, and narrowed to the one."""
    lead, rest, many, key = about.text[:of.start].strip().lower(), about.text[of.end:].strip(), kind.kind.many, str(of.value)
    if field := re.fullmatch(r"(?:the |its |our )?(?P<f>[\w %()-]+?) (?:of|for|on)(?: the)?(?: project| task| risk)?", lead):
        said = f"show the {many} whose {field['f']} {rest}"
    elif re.fullmatch(r"(?:the )?(?:project|task|risk|milestone|issue)?", lead) and (own := re.match(r"['’]s? (?P<r>\S.*)", rest)):
        said = f"show the {many} whose {own['r']}"
    elif re.fullmatch(r"(?:the )?(?:project|task|risk|milestone|issue)?", lead):
        does = re.sub(r"^is\b", "are", re.sub(r"^has\b", "have", re.sub(r"^(\w+[^s])s(?= (?:above|below|more|less|at|over|under)\b)", r"\1", rest)))
        said = f"show the {many} that {does}"
    else:
        return None
    said = SIGN.sub(lambda m: "below 0" if m[0].lower() == "negative" else "above 0", said)
    bare = UNIT.sub("", said)
    return Provided(cond, order, "at least", 1, (said, *((bare,) if bare != said else ())), kind=kind.kind.one, is_counted=False, key=key)


def read_as(cond: Provided, calls: Sequence[Call]) -> str:
    """What a condition on one record was read as, where its words do not say so: “costs more than 400,000”."""
    where = next((v for _, args in calls for v in args.values() if isinstance(v, Mapping)), {})
    other = [f"{n} {v}" for n, v in where.items() if n not in ("key", "project", "person") and n.lower() not in cond.said.lower() and v not in cond.said]
    figured = [w for w in other if any(w.startswith(f"{f.title} ") for f in FIGURES)]
    return READ_AS.format(words="”, “".join(figured)) if cond.key and figured else ""
