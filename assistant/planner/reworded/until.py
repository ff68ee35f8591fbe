"""How long it is until something, put as the question when that is: “how many days until gate 2?”, “days until go-live”; and of whose project it is where none
is named."""
from datetime import date
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import OF_YOURS, WHICH_PROJECT
from assistant.planner.words.runs import run_of
from records.figures.base import counted

LEAD = r"^\W*(?:(?:and|so|but|ok|hi|hello|please|tell me)\b\W*)*"
UNITS = "(?:days?|weeks?|months?|time)"
UNTIL = re.compile(LEAD + rf"(?:(?:in )?how (?:many|much) (?:more |calendar )?{UNITS}(?: more)?"
                   r"(?: (?:is it|is there|is|are there|are|do we have|have we got|have we|remains?|left|to go|still|until now|there))*|"
                   rf"(?:what(?:['’]?s| is) )?(?:the )?(?:number of )?{UNITS}(?: (?:left|to go|remaining|still))*|"
                   r"how long(?: (?:is it|is there|do we have|have we got|will it be|still|left))*|(?:what(?:['’]?s| is) )?(?:the )?count ?down) "
                   r"(?:until|till|'til|til|to(?= (?:the|our|my|its|gate|go|launch|christmas|\d)\b)|before|up to) (?P<what>.+?)\W*$|"
                   + LEAD[1:] + r"how far (?:away|off) (?:is|are) (?P<far>.+?)\W*$", re.I)
IS_CLAUSE = re.compile(r"\b(?:must|should|shall|may|can|could|do|does|did|have|has|had|need|needs|i|runs?|lasts?|there|someone|nobody)\b", re.I)
GOAL = (r"(?:go[- ]live|going live|launch|finish|end|completion|deadline|finish line|hand ?over|end date|finish date|project end|end of (?:the )?project|"
        r"completion date|live date|go-live date)")
GATE = r"(?:(?:next |upcoming |coming |last |following )?(?:phase |stage )?gate(?:[ -]?\d| no\.? ?\d)?|G\d)"
OVER = re.compile(r"^(?:(?P<of>.+?) (?:(?:is|are|will be|gets?) (?:finished|done|completed?|over|ready|live|delivered)|goes live|go live|ends?|"
                  r"finish(?:es)?|launch(?:es)?))$", re.I)
OURS = re.compile(r"^(?:we|it|the project|my project|our project|this project)$", re.I)
NAMED = re.compile(rf"^(?:the |our |my |its )?(?P<goal>{GOAL})(?:(?: (?:of|for|on) (?P<of>.+?))|)$|^(?P<whose>[\w-]+)['’]s (?P<goal2>{GOAL})$", re.I)
WHEN = re.compile(LEAD + rf"when(?:['’]?s| is| are| will be| do we have| do we get to)(?: (?:the|our|my|its))? (?P<what>{GOAL}|{GATE})(?: (?:due|held|"
                         rf"planned|happening|decided))?\W*$",
                  re.I)
A_GATE = re.compile(rf"^(?:the |our |my )?(?P<gate>{GATE})$", re.I)
MOST = 6


def when_instead(text: str, asked: Asked, context: Context) -> tuple[str, str] | Plan:
    """The message, as the question when something is where it asks how long it is until then, and what must be said beside it; or the question whose it is."""
    until, when = UNTIL.match(text), WHEN.match(text)
    until = None if until and IS_CLAUSE.search(until["what"] or until["far"]) else until
    if until is None and when is None:
        return text, ""
    what = ((until["what"] or until["far"]) if until else when["what"] if when else "").strip()
    over, goal, gate = OVER.match(what), NAMED.match(what), A_GATE.match(what)
    of = over["of"] if over and not OURS.match(over["of"]) else (goal["of"] or goal["whose"]) if goal else ""
    if of:
        return f"when is {of} finished?", ""
    if not (over or goal or gate):
        return f"when is {what}?", ""
    form = f"when is {gate['gate']} of {{}}?" if gate else "when is {} finished?"
    known = {key: name for name, key in asked.projects.items()}
    if context.project:
        return form.format(known.get(context.project, context.project)), ""
    if asked.my_only:
        return form.format(asked.my_only), OF_YOURS.format(name=asked.my_only)
    return Plan(says=WHICH_PROJECT, choices=tuple(form.format(name) for name in list(asked.of_mine)[:MOST]))


def told_of_day(heard: Heard, today: date) -> Plan | None:
    """In how many days a day is, where nothing but that day is asked about."""
    if heard.shaped("DATE") != "when is DATE":
        return None
    run = run_of(heard.said(heard.of("DATE")[0]), today)
    if run is None:
        return None
    days = (run[0] - today).days
    said = "today" if not days else f"in {counted(days, 'day')}" if days > 0 else f"{counted(-days, 'day')} ago"
    return Plan(says=f"{run[0]:%a %-d %b %Y}: {said}.")
