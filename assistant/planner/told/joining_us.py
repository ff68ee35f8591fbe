"""Somebody new who is told of by name, in capital or in small letters: “lena braun joins as tester” is nobody who is here already, however
the first name sounds."""
from collections.abc import Mapping
import re

from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.heard.wording import LEFT_OUT, NEW_FIRST
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.phrases import POLITE
from assistant.planner.words.spelling import spelling
from language.cleaning import folded
from language.dates import find_dates
from language.names import find_names
from language.words import words
from records.kinds import Person
from tools.base import Holds, Tool

PART = r"[^\W\d_][\w'’.-]+"
NAME = rf"(?P<n>{PART}(?: (?:van|von|de|der|da|di|el|al|la|le))? {PART}(?: {PART})??)"
JOB = r"(?:an? |our |the |their )?(?:new )?(?P<job>[a-z][\w-]+(?: [a-z][\w-]+){0,3}?)"
TEAM = r"(?:us|the team|our team|the company|the office|the PMO|(?:the )?(?:project )?(?P<of>[\w-]+)(?: team| project)?)"
WHEN = r"(?P<when>[\s,]+(?:on|from|next|this|in|tomorrow|today|as of|starting|since)\b.*)?"
HOURS = r"(?P<hours>[\s,]+(?:with|for|at) \d{1,2}(?:[.,]\d)? ?(?:h|hrs|hours) (?:a|per|each|every) week)?"
ENDS = rf"{HOURS}{WHEN}[\s.!]*$"
FORMS = tuple(re.compile(rf"^\W*{POLITE}{said}{ENDS}", re.I) for said in (
    (rf"{NAME}(?:, {JOB},)? (?:joins|is joining|will join|joined|has joined)(?: {TEAM})?(?: as {JOB.replace('<job>', '<job2>')})?(?: (?:in|on|for|"
     rf"at|to) {TEAM.replace('<of>', '<of2>')})?"),
    rf"{NAME} (?:starts|is starting|begins|will start|started)(?: (?:at|in|with|on) {TEAM})?(?P<when2>[\s,]+(?:on|from|next|tomorrow|today) .+?)? as {JOB}",
    rf"{NAME} (?:is|becomes|will be) (?:our|the|a) new (?P<job>[a-z][\w-]+(?: [a-z][\w-]+){{0,2}}?)(?: (?:on|in|for|at) {TEAM})?",
    (rf"(?:we |i )?(?:have |has |just |have just )*(?:hired|hire|welcome|onboard|onboarded|introduce|employed|recruited)(?: to "
     rf"{TEAM.replace('<of>', '<of2>')})?:? {NAME}(?:,? (?:as )?{JOB})?(?: (?:to|for|on|in) {TEAM})?"),
    rf"(?:add|create|register|enter|invite) {NAME} as {JOB}(?: (?:to|for|on|in) {TEAM})?"))
SMALL = ("van", "von", "de", "der", "da", "di", "el", "al", "la", "le")


def joins(text: str, asked: Asked, maker: Tool) -> Plan | None:
    """The plan for a person of that name; None where somebody has it, or it is none."""
    said = next((m for form in FORMS if (m := form.match(text))), None)
    if said is None or "\n" in text.strip() or "@" in text or not _is_new(said["n"], asked.names.get("person", {})):
        return None
    parts = said.groupdict()
    name = said["n"] if any(c.isupper() for c in said["n"]) else " ".join(p if p in SMALL else p.capitalize() for p in said["n"].split())
    job = next((parts[n] for n in ("job", "job2") if parts.get(n)), "")
    if job.lower() in {n.lower() for n in (*Person.kind.names, "colleague", "member", "user")}:
        job = ""                                           # “as a new person” tells no job
    home = next((str(s.value) for n in ("of", "of2") if parts.get(n) for s in find_names(parts[n], asked.projects)), "")
    role = next((value for n, word, value in choice_words(str(Person.__tablename__)) if n == "role" and word == job.lower()), "")
    values = {Person.kind.title: name, **({"role": role} if role else {"job": job} if job else {})}
    hours = (parts["hours"] or "").strip(" ,")
    values |= {"weekly hours": re.sub(r"\D+$", "", hours.partition(" ")[2])} if hours and not home else {}
    days = [text[s.start:s.end] for s in find_dates(text, asked.today)]
    names = {Holds.kind: Person.kind.one, Holds.values: values}
    call = called(maker, names)
    duty = (f" as {job}" if job else "") + (f" {hours}" if hours else "")
    first = NEW_FIRST.format(name=name, project=next(n for n, key in asked.projects.items() if key == home), duty=duty) if home else ""
    told = (first, LEFT_OUT.format(words=days[0]) if days else "")
    return Plan((call,), " ".join(filter(None, told)))


def _is_new(name: str, people: Mapping[str, str]) -> bool:
    """Whether words are the name of somebody whom nobody here is called like: a family name that is no word and no colleague's."""
    parts, known = [folded(p) for p in name.split()], {folded(n) for n in people}
    families = {folded(p) for n in people for p in n.split()[1:]}
    if folded(name) in known or parts[-1] in families or any(w in words()["small"] for w in parts):
        return False
    given = words()["given"]
    is_capital = all(p[:1].isupper() for p in name.split() if p not in SMALL)
    return parts[-1] not in spelling() and parts[0] not in ("new", "the") and (is_capital or parts[0] in given or parts[0] not in spelling())
