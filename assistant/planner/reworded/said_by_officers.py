"""What executives, value managers and auditors ask of money, benefits and gates in words of their own, put as everybody else asks it: whether a project has
earned back what it cost, whether any of my projects is over budget, what is expected of all benefits, which benefits lie so far below the promise."""
import re

from assistant.planner.reworded.turned import turned
from assistant.planner.words.openings import opening
from language.numbers import read_number

OPENS = opening("tell me", "show me", "list", "i wonder")
PROJECT = r"(?P<p>(?:the )?(?:project )?(?-i:[A-Z])[\w-]+|it|that project|the project)"
COST = (r"(?:what (?:it|that|we|they) (?:has |have |had |ever )*(?:cost|costs|spent|put|paid|invested)(?: us| in| into it| on it| for it)*|"
        r"(?:its|the|our|all (?:its|the|our)|all of (?:its|the|our)) (?:costs?|money|investments?|budget|spending|outlay|price)|itself)")
BACK = (rf"(?:earn(?:ed|s|t)?|brought|bring|brings|made|make|got|get|gotten|recovered|recouped?|returned?|paid|pay) (?:back |in |us )?{COST}"
        r"(?: back| again| in)?")
NOW = r"(?: (?:by now|so far|already|yet|now|today|in the meantime|until now|to date))*"
SOME = r"(?:any|one|either|some|all|none)(?: of)?"
OVER = r"(?:over(?: the| our| my| their)? ?budget|over-?spen(?:t|ding)|above(?: the| my| our)? budget|beyond(?: the| my| our)? budget|spending too much)"
MANY = r"(?:all (?:of )?(?:the |our |these )?|(?:the |our )(?:whole |sum of (?:all )?(?:the )?)?)"
ALTOGETHER = r"(?: (?:together|altogether|in total|in all|overall|taken together|added up|as a whole|in sum))*"
IS_IN = (r"(?:,? and (?:how much|what|what part|which part|how many)(?: of (?:it|that|them|this))?(?: money)? (?:is|has|have|was|did|are|came|come)"
         r"(?: (?:already|really|actually|so far|been|come|in|here|there|realised|realized|arrived|delivered|earned|got|us|to us|now|today|yet))*)?")
SHARE = r"(?P<n>\d+(?:[.,]\d+)?|[a-z]+) ?(?:%|percent|per cent|pct)"
MORE = r"(?P<op>more than|over|at least|above|less than|under|at most)"
BELOW = r"(?:below|under|short of|less than|behind|beneath|off)"
PROMISE = (r"(?:what (?:was|had been|were|we|they|is|has been|it|had)(?: \w+)?|(?:plan|promise|target)(?=,| |\W*$)|(?:the|their|its|our) (?:original |first )?)"
           r"(?:\s*(?:promise[ds]?|planned|expected|approved|plan|target|business case|promised value))?")
ORDERED = r"(?P<order>,? (?:the )?(?:worst|largest|biggest|highest|most)(?: one| ones)? (?:first|on top)|,? sorted by [\w ]+)?"
LOST = "lost share of the promise"
AHEAD = (r"(?P<when>(?:next|the coming|this|the following) (?:week|month|quarter)|the week after(?: next)?|tomorrow|in the next (?:two|three|four|\d+) weeks|"
         r"(?:from|between) [^,;?]{3,40} (?:to|and|until) [^,;?]{3,30})")
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (rf"{OPENS}(?:has|have|had|did|does|will|is) {PROJECT} (?:ever |already |really |now |yet |finally )*{BACK}{NOW}\W*$", r"has \g<p> paid off?"),
    ((rf"{OPENS}(?:am i|are we|is) (?:currently |now )?{OVER} (?:on|in|with|for|at) {SOME} ?(?:of )?(?P<whose>my|our) (?:running |open |own )*"
      rf"projects?{NOW}\W*$"), r"which of \g<whose> projects are over budget?"),
    (rf"{OPENS}(?:is|are) {SOME} ?(?:of )?(?P<whose>my|our) (?:running |open |own )*projects? (?:currently |now |going |running )*{OVER}{NOW}\W*$",
     r"which of \g<whose> projects are over budget?"),
    ((rf"{OPENS}(?:how many hours|how much)(?: work)? (?:is|are|am|has|have|does|do|will) (?P<w>(?!i\b|we\b|there\b|it\b)[\w'-]+"
      rf"(?: (?-i:[A-Z])[\w'-]+)?) (?:still |already |now |be |been )*(?:booked(?: out)?|allocated|scheduled|assigned|planned(?: in)?|booked up|committed)"
      rf"(?: (?:for|in|on|to|during|over))? "
      rf"{AHEAD}\W*$"), r"how full is \g<w> \g<when>?"),
    ((rf"{OPENS}(?:what|how much)(?: money)? (?:do|did|can|should|will|are|is) (?:we|they|you|the company|the office|i) (?:really |still |now |to )*"
     rf"(?:expect(?:ing)?|hope for|get|gain|count on|forecast(?:ing)?|receive) (?:from|of|out of|with|by) {MANY}benefits{ALTOGETHER}{IS_IN}\W*$"),
     "show all benefits"),
    ((rf"{OPENS}(?:what|how much) (?:do|did|will|have|should|are|is) {MANY}benefits (?:bring|brought|come to|came to|amount to|add up to|give|yield|worth)"
     rf"(?: us| in)?{ALTOGETHER}{NOW}{IS_IN}\W*$"), "show all benefits"),
    ((rf"{OPENS}(?:which|what|whose|any) benefits (?:(?:lie|lies|are|is|stand|stands|fell|have fallen|has fallen|run|come in|now|that) )*"
     rf"(?:(?P<op>more than|over|at least|above|less than|at most) )?{SHARE} (?:or more )?{BELOW} {PROMISE}{ORDERED}\W*$"),
     lambda m: f"which benefits have a {LOST} {m['op'] or 'at least'} {_number(m['n'])}{f' sorted by {LOST}' if m['order'] else ''}?"),
))


def said_by_officers(text: str) -> str:
    """The same question in the usual words."""
    return turned(text, WORDINGS)


def _number(said: str) -> str:
    number = read_number(said)
    return said if number is None else f"{number:g}"
