"""Questions about who has too much to do, who could help and who would have time, put as everybody else says them."""
import re

from assistant.planner.reworded.given_to_each import given_to_each
from assistant.planner.reworded.turned import turned

WHO = r"(?:who|any ?(?:one|body)|some ?(?:one|body)|which (?:of us|people|colleagues?))"
WHEN = (r"(?:next|this|in|on|for|over|during|until|till|from|between|today|tomorrow|right now|now|at the moment|currently|before|after|the (?:coming|next))\b"
        r"[^?,;]*?")
WORK = r"(?:work|tasks?|things?|stuff|to do|hours (?:planned|booked|of work|assigned)|assigned|planned|booked|on (?:their|his|her) (?:plate|desk|list|hands))"
ROOM = r"(?:hours|time|capacity|room|working hours|working time|hours in the week|(?:can|could) (?:do|handle|manage|cope with|take|work)|fits?|is possible)"
MORE = (rf"(?:more (?:{WORK})(?: {WORK})?(?P<a> {WHEN})? than (?:(?:they|he|she)(?: have| has)?(?: got)?|(?:their|his|her|the|there (?:is|are)))?"
        rf"(?: ?{ROOM})(?: for| left| to give| available| in it| into it)*|too much (?:work |to do )?on (?:their|his|her) (?:plates?|desks?|lists?|hands))")
ASIDE = r"^(?P<lead>\W*(?:(?:so|and|but|ok|then|please|tell me|also)\b[\s,]*)*)"
REASON = (r"(?:he|she|they|there|we|i|it|that|(?-i:[A-Z])[\w'-]+)(?:['’]s|['’]re)? (?:is|are|has|have|seems?|looks?)?(?: (?:got|currently|already|just|still|"
          r"too|so|way|really|completely))*(?: ?(?:an?|the|two|three|four|five|six|seven|eight|\d+|many|much|several|lots? of))*"
          r" ?(?:overdue|late|overloaded|overbooked|swamped|drowning|behind|open|work|to do|tasks?|things)\b[^?,;]*")
OWNERLESS = (r"(?:nobody|no one|no-one|none of us) (?:owns|has|takes care of|looks after|is on|is responsible for|is doing|does)|(?:there is|"
             r"there['’]s) nobody (?:for|on)")
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((rf"{ASIDE}(?:does |do |has |have |is |are |will )?(?:there )?{WHO}(?: (?:else|here|with|who|that))*(?: (?:have|has|having|get|got|gets))? {MORE}"
     rf"(?P<b> {WHEN})?\W*$"),
     lambda m: f"{m['lead']}who is overloaded{m['a'] or m['b'] or ''}?"),
    ((rf"{ASIDE}whose (?:plates?|desks?|lists?|weeks?|calendars?|diary) (?:is|are|will be)(?: (?:much|far|way))? (?:too full|overfull|overflowing|overbooked)"
     rf"(?P<b> {WHEN})?\W*$"),
     lambda m: f"{m['lead']}who is overloaded{m['b'] or ''}?"),
    ((rf"^(?P<q>\W*(?:so |and )?(?:who|which of us|any ?(?:one|body)|can any ?(?:one|body)|could any ?(?:one|body)|is there any ?(?:one|body))\b[^?.!]*\b"
     rf"(?:help|support|relieve|time|free|take (?:over|on)|spare)\b[^?.!]*)[?.!]+\s+{REASON}[.!]*\s*$"), r"\g<q>?"),
    (rf"{ASIDE}{REASON}[.,;:–-]+\s*(?:so |and )?(?P<q>who (?:else )?(?:could|can|might|would) (?:help|support|relieve)\b[^?]*\?)\W*$", r"\g<lead>\g<q>"),
    ((rf"^\W*(?:(?:so|and|but)\b[\s,]*)*(?:{OWNERLESS}) [^?;]*?\s*[,;.:–-]+\s*(?:so |and )*who (?:else )?(?:would|could|might|will|does|can|has|is)? ?"
     rf"(?:have|has|free|get|find)?(?: (?:the|some|any|enough|still))* ?(?:time|room|capacity)(?: left)?(?: for (?:them|it|that|this|these|those|both)"
     rf"| to (?:do|take|take on|own) (?:them|it|that|this|these|those|both))?(?P<b> {WHEN})?\W*$"),
     lambda m: f"who has time{m['b'] or ''}?"),
    ((rf"{ASIDE}who (?:else )?(?:would|could|might|will|does|can)? ?(?:have|has|find)(?: (?:the|some|any|enough|still))* (?:time|room|capacity)(?: left)? "
     rf"for (?:the |our |my |an? )?(?!an? (?:hour|day)|[\d])[a-z][\w' -]*?(?P<b> {WHEN})?\W*$"), lambda m: f"{m['lead']}who has time{m['b'] or ''}?"),
    ((rf"{ASIDE}(?:are|is|will) (?:all )?(?:of )?my benefits? (?:(?:still|really|all|be|go|going|running|doing|coming|come) )*(?:on (?:course|track|"
      rf"schedule|target|"
     r"plan|time)|in time|to plan|as (?:planned|promised)|well|ok(?:ay)?|safe|in danger|at risk)(?: now| today)?\W*$"), r"\g<lead>show my benefits"),
    ((rf"{ASIDE}how (?:much|many)(?: percent)? (?:of )?(?:my|(?P<who>(?-i:[A-Z])[\w-]+)['’]s) (?:working )?(?:time|hours|week|capacity|days?) (?:is|are) "
     rf"(?:(?:already|currently|still) )*(?:taken|booked|used(?: up)?|committed|planned|gone|spoken for|filled|full|blocked|allocated)(?P<b> {WHEN})?\W*$"),
     lambda m: f"{m['lead']}how full {'is ' + m['who'] if m['who'] else 'am I'}{_both(m['b'] or '')}?"),
    ((rf"{ASIDE}how (?P<full>full|busy|loaded|booked|overloaded) (?P<who>am i|is [\w-]+|are \w+) (?P<b>(?:for |in )?this (?:week|month) (?:and|"
     rf"or) (?:the )?next(?: one)?)\W*$"),
     lambda m: f"{m['lead']}how full {m['who']} {_both(m['b'])}?"),
    ((r"^(?P<lead>\W*(?:so |and )*)how much (?:money )?(?:have|did|has|had) (?:we|been|you) (?:already )?(?:spent?|paid|used)(?: up)?(?: so far|"
      r" to date| until now)?,? "
      r"(?:and|,) (?:how much|what) (?:is|do we have|have we got|remains?)(?: still)?(?: left| to spend)?,? ?(?:project by project|(?:by|per|for each|"
      r"of each|for every|"
      r"on each) project|each|in each project)\W*$"), r"\g<lead>show all projects with budget, actual cost and budget left"),
))
BOTH = re.compile(r"\bthis (?P<of>week|month) (?:and|or) (?:the )?next(?: one)?$", re.I)


def _both(when: str) -> str:
    """ "This week and next" with the noun of both."""
    return BOTH.sub(r"this \g<of> and next \g<of>", when)


def asked_of_people(text: str) -> str:
    """The same question in the usual words; any other message as it is."""
    if "\n" in text.strip():
        return text
    text = turned(text, WORDINGS)
    return given_to_each(text)
