"""Wordings put as everybody else says them: signs, short forms and turns of phrase that mean one figure or one question."""
import re

from assistant.planner.wordings import put_otherwise

LACKED = "owner|sponsor|manager|objective|due date|review date|response"
ANYBODY, KEYED = "someone|somebody|anyone|anybody|nobody", r"(?:[A-Za-z]\w*-)+\d+"
SPOKEN = tuple((re.compile(said, re.I), plain) for said, plain in (
    (r"(?<=\s)@\s*(?=\d)", "at "),
    ((r"^(?:is |are )?(?:any ?one|any ?body|somebody|someone) (?:else )?(?:from us |of us )?(?P<out>on (?:leave|holiday|vacation)|off|away|"
     r"out of office|sick|ill)\b"),
     r"who is \g<out>"),
    (r"\bmonte[- ]?carlo\b(?: (?:simulation|finish))?(?: (?:of|for|on))?", "finish P80 of"),
    (r"(?<=\d)\s*(?:pct|p\.?c\.?|per ?cent)(?!\w)", " %"),
    (r"^\W*%\s*(?:complete|completed|done|finished)(?: (?:of|on|for))?\b", "progress of"),
    (r"^how much (?:of the |of its )?(?:budget|money)(?: is)? (?:of|on|for|at|in) (?P<of>[\w' -]+?) (?:is|are) (?:still |there )*(?:left|unspent)\b",
     r"what is the budget left of \g<of>"),
    (r"\b(?:sum|total) of (?:all |the |our )+budgets\b", "total budget of all projects"),
    (r"^(?:please )?level (?P<of>all|our|the|all our|all the) projects\b", r"levelled finish of \g<of> projects"),
    (r"^slack (?P<of>of|on|for|in)\b", r"least float \g<of>"),
    (r"^(?:any|which|are there(?: any)?|show(?: me)?(?: the| all)?|list(?: the| all)?) watermelons?\b(?: projects?)?",
     "which projects are declared green but not green"),
    (r"^which projects? would you (?:stop|cancel|kill|drop|end)\b", "which project should we stop"),
    (r"^which projects (?:should|could|must|can|do) (?:we|i) (?:stop|cancel|kill|drop|end|abandon|terminate)\b", "which projects are no longer worth it"),
    (r"^(?:what is|what['’]s|who is in|show(?: me)?) the raci (?:of|for|on) (?!the\b|an?\b)", "RACI of "),
    (r"^(?P<w>which of (?:my|our|the) \w+s) (?P<v>is|was)\b", r"\g<w> are"),
    (r"\b(?P<w>late|behind|overdue|delayed|over budget|slipped),? and by how (?:much|many days|long)\b", r"\g<w>"),
    (r"^(?P<p>please )?(?:show|see|open|give)(?: me)? (?:the|my|our) (?:last |latest )?receipts?\W*$", "what did I change today"),
    ((rf"^(?:could|can) (?!(?:you|we|i|it|he|she|they|{ANYBODY})\b)(?P<who>[\w'-]+(?: [\w'-]+)?) (?:please )?"
      rf"(?:take over|take on|take care of) (?:the )?(?:task )?(?P<key>{KEYED})\b.*$"), r"hand \g<key> over to \g<who>"),
    ((r"^(?P<who>[\w'-]+(?: [\w'-]+)?) (?:has |have |is |will )?(?:just )?(?:left|leaves|leaving|leave|quit|quits|resigned|gone)"
      r"(?: us| the (?:company|team|project|office))?\s*[,.;:-]\s*(?:so |and |please |now )*(?:give|hand|move|assign|reassign|transfer|pass)(?: over)? "
      r"(?:all (?:of )?)?(?:her|his|their) (?:open |remaining )?(?:work|tasks?|stuff|things|to-?dos)(?: over)? to (?P<to>[\w' -]+?)\W*$"),
     r"move all of \g<who>'s open tasks to \g<to>"),
    (r"^(?:so )?when (?:does|will|do) (?P<of>[\w -]+?)['’]s (?:first|earliest) benefits? (?:start|begin|come)s?\b", r"when do the benefits of \g<of> come"),
    (r"\bwhich (?:tasks?|activity|activities) (?:is|are) (?:the |a )?bottlenecks?\b", "critical path"),
    (r"^(?:which|what) (?P<one>milestones) (?:have |has )?slipped (?:on|of|in|for) (?P<of>[\w -]+?)\W*$",
     r"which milestones of \g<of> are later than planned"),
    (r"^(?:so )?which (?:project|one) (?:is|does|runs|goes|looks) (?:doing )?(?:the )?worst\W*$|^(?:the )?worst project\W*$",
     "how are the projects doing, delivery"),
    (r"\bwhich tasks are critical (?P<of>on|of|for|in)\b", r"critical path \g<of>"),
    (rf"^(?P<kind>benefit|risk|task|milestone|project|cost|issue)s?['’]? (?P<field>{LACKED})s? (?:is |are )?(?:missing|lacking|empty|not set)\b",
     r"\g<kind>s without \g<field>"),
))


def put_plainly(text: str) -> str:
    """The same message in the usual words."""
    for said, plain in SPOKEN:
        text = said.sub(plain, text)
    return put_otherwise(text)
