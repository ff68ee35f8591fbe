"""An order under a condition: “if Ben has fewer than five open tasks, give him T-12”. The condition is counted in the records before anything is proposed."""
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard, Names, hear
from assistant.planner.learned.weighing import ASKED_FOR, is_order, share
from assistant.planner.meant.conditions import conditions
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.phrases import MAKING
from language.numbers import read_number
from records.kinds import Project
from tools import TOOLS

NEW = tuple(t.name for t in TOOLS if t.makes)
IF = r"(?:only )?(?P<if>if|in case|provided(?: that)?|as long as|unless)"
FIRST = re.compile(rf"^\W*(?:(?:please|ok|and|so|hi|hello)\b[\s,]*)*{IF} (?P<cond>[^,;\n]+?)(?:\s*[,;]\s*(?:then |please )*|\s+then\s+)(?P<order>\S.*)$", re.I)
LAST = re.compile(rf"^(?P<order>[^\n]*?[^\s,])\s*,?\s+(?:but )?{IF} (?P<cond>[^,;\n?]+?)[\s.!]*$", re.I)
AMOUNT = (r"(?:(?P<op>fewer than|less than|under|below|more than|over|above|at least|at most|no more than|no fewer than|exactly|up to)\s+)?"
          r"(?P<n>\d+|an?|no|any|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?P<more> or more| or fewer| or less)?")
HAS = re.compile(rf"^(?P<who>.+?) (?:still |already |currently |now )*(?:has|have|owns|got|has got|works on)(?: got)? (?:still )?{AMOUNT}\s+"
                 r"(?P<what>\S.*)$", re.I)
THERE = re.compile(rf"^there (?:is|are)(?: still)? {AMOUNT}\s+(?P<what>\S.*)$", re.I)
HIM = re.compile(r"\b(?:him|her|them)\b", re.I)
IT = re.compile(r"\b(?:it|that)\b", re.I)


@dataclass(frozen=True)
class Provided:
    """What must be so: this list, or else records of a kind that meet `where`, compared with a number; and the order that is then given."""
    said: str
    order: str
    op: str
    number: int
    listed: str = ""
    owner: str = ""
    kind: str = ""
    where: Mapping[str, str] | None = None
    is_unless: bool = False

    def holds(self, count: int) -> bool:
        return {"below": count < self.number, "above": count > self.number, "at least": count >= self.number, "at most": count <= self.number,
                "is": count == self.number, "not": count != self.number}[self.op]

    @property
    def is_counted(self) -> bool:
        return bool(self.listed)


OPS = {"fewer than": "below", "less than": "below", "under": "below", "below": "below", "more than": "above", "over": "above", "above": "above",
       "at least": "at least", "no fewer than": "at least", "at most": "at most", "no more than": "at most", "up to": "at most", "exactly": "is"}
OPPOSITE = {"below": "at least", "above": "at most", "at least": "below", "at most": "above", "is": "not", "not": "is"}


def provided(text: str, names: Names, today: date, context: Context) -> Provided | None:
    """The condition and the order, or None when there is none; `op` is empty for a condition that cannot be read."""
    m = FIRST.match(text) or LAST.match(text)
    if m is None or text.rstrip().endswith("?"):
        return None
    cond, order = m["cond"].strip(), m["order"].strip()
    if m.re is LAST:
        cond = _named(cond, hear(order, names, today))
    about = hear(cond, names, today)
    order = _pointed(order, about)
    wish = hear(order, names, today)
    if not is_order(wish) or (m.re is LAST and (MAKING.match(wish.plain) or re.match(r"^(?:ask|tell|remind|let)\b", wish.plain))):
        return None                                      # “remind me if …” is a task
    found = _counted(cond, order, about) or _of_record(cond, order, about, context)
    if found is None:
        is_told = m.re is LAST and share(hear(text, names, today), NEW) >= ASKED_FOR
        return None if is_told else Provided(cond, order, "", 0)      # “a partner may leave us if the euro rises, log it as a risk”
    return replace(found, op=OPPOSITE[found.op], is_unless=True) if m["if"].lower() == "unless" else found


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
    return IT.sub(named, order, count=1) if named else order


def _counted(cond: str, order: str, about: Heard) -> Provided | None:
    m = HAS.match(cond) or THERE.match(cond)
    if m is None:
        return None
    n = m["n"].lower()
    number = 0 if n in ("no", "any") else int(read_number(n) or 0)
    op = "is" if n == "no" else "above" if n == "any" else OPS.get((m["op"] or "").lower(), "at least")
    op = {" or more": "at least", " or fewer": "at most", " or less": "at most"}.get((m["more"] or "").lower(), op)
    who = m.groupdict().get("who", "") or ""
    named = any(about.said(s) in who for t in ("person", "project") for s in about.of(t))
    listed = f"show the {m['what']}" + (f" of {who}" if named else "")
    return Provided(cond, order, op, number, listed, "" if named or not who else who)


def _of_record(cond: str, order: str, about: Heard, context: Context) -> Provided | None:
    """A state or a figure of one record: “T-5 is done”, “Apollo's CPI is below 0.9”."""
    key = about.first("KEY") or about.first("project")
    if key is None:
        return None
    kind = kind_coded(key) if about.first("KEY") else Project
    bare = Heard(about.text, tuple((t, s) for t, s in about.spans if t not in ("KEY", "project")))
    where = {n: v for n, v in conditions(kind, bare, Context((), context.projects)).items() if n not in ("key", "project")}
    return Provided(cond, order, "at least", 1, kind=kind.kind.one, where={"key": key, **where}) if where else None
