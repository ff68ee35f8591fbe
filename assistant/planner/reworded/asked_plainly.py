"""Questions about hours, verdicts and worries put as everybody else says them."""
import re

from assistant.planner.reworded.asked_under_pressure import asked_under_pressure
from assistant.planner.reworded.promised import promised_and_came
from assistant.planner.reworded.turned import turned

NAME = r"[\w'-]+"
WHEN = r"(?:yesterday|today|so far|(?:in )?(?:last|this|the last|the past|in) (?:\d+ )?\w+|since \w+(?: \w+)?)"
ON_WHAT = r"(?:,? (?:and )?(?:on|for|to|against) (?:what|which (?:tasks?|projects?)))?"
QUOTES = "“”‘’\"'"
OBJECTIVE = r"(?:OBJ-\d+|[“\"'‘][^”\"'’]{3,80}[”\"'’])"
COSTS = r"costs?|money|spend(?:ing)?|expenses?|payments?|bills?|invoices?|orders?|commitments?"
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (r"^(?:so |and |ok )*what(?:['’]?s| is) next\W*$", "what is next for me?"),
    ((r"^(?P<lead>(?:so |and |ok )*)what (?P<did>(?:did|do|have|has) (?:we|they|you) (?:already )?(?:spend|spent|paid|pay)\b.*\b"
      r"(?:so far|to date|until now|by now))\W*$"), r"\g<lead>how much \g<did>?"),
    ((r"^(?:so |and |ok )*what(?:['’]?s| is| are)(?: (?:all|still|currently|now|actually))* (?P<c>red|amber|yellow|green)"
      r"(?: (?:right )?now| today| at the moment| currently)?\W*$"), r"which projects are \g<c>?"),
    ((r"^(?P<lead>(?:so |and )*)(?:at )?(?:which|what) (?:discount |interest )?rate (?:does|would|will|do) (?P<of>[\w'-]+) (?:just )?"
      r"(?:break even|breaks even|pay back|reach zero)\W*$"), r"\g<lead>what is the IRR of \g<of>?"),
    ((rf"^(?:so |and |hi |hello |please )*how (?:many hours|much time) (?:did|have|has) (?P<who>i|{NAME}(?: and {NAME})?) (?:already )?"
      rf"(?:book|log|work|report|record|enter|put in|spend)(?:e?d)?(?P<when> {WHEN})?{ON_WHAT}\W*$"),
     lambda m: f"hours {m['who'] if m['who'].lower() == 'i' else m['who'].capitalize()} booked{m['when'] or ''}"),
    ((r"^(?P<lead>(?:so |and |but )*)(?P<who>(?!who|what|which|how|there)[\w'’-]+(?: [\w'’-]+){0,3}?) (?P<is>is|are|was|were|has|have|will|can) "
      r"(?P<what>[^,?.!]+?),? (?:is|are|was|were|has|have|wo|ca)n['’]?t (?:he|she|it|they|we|i|there)\s*\?"), r"\g<lead>\g<is> \g<who> \g<what>?"),
    (r"(?P<a>\bhow many hours\b.+\band how many) (?P<b>(?:are|is|do i|does \w+|am i)\b.*(?:missing|lacking|to book|to log|not booked|not logged))",
     r"\g<a> hours \g<b>"),
    ((r"^(?:so |and |ok )*when (?:is|will|would|does) (?P<of>[\w'-]+(?: [\w'-]+)?) (?:be |get )?(?:done|finished|finish|end|ready|complete[d]?|over)(?: both)? "
      r"(?:according to|by|as per|in|on) (?:the )?(?:original )?plan,? (?:and|or|versus|vs\.?|compared (?:to|with)) (?:according to |by |in |as per )?(?:the )?"
      r"(?:current )?forecast\W*$"), r"what is the expected finish of \g<of>?"),
    ((r"^(?:so |and |ok )*(?:which|what) (?P<p>projects?|of (?:my|our|the) projects) (?:is|are|has|have|runs?|slips?|slipped)(?: been)? (?:the )?"
      r"(?P<way>furthest|farthest|most|worst|longest|least) (?:behind(?: (?:schedule|plan|its plan))?|delayed|late|overdue|off (?:schedule|plan))\W*$"),
     lambda m: (f"{'my projects' if 'my' in m['p'].split() else 'projects'} sorted by finish delay"
                f"{', smallest first' if m['way'].lower() == 'least' else ''}")),
    ((r"^(?:so |and )*which (?:one |ones )?of my projects (?:would|should|do|does|are|is|must) (?:you|i|we|one)?\s*(?:be |most )?"
      r"(?:worr(?:y|ied|ies)|concern\w*|lose sleep|troubl\w+)(?: you| me| about| over)*(?: the)?(?: most)?\W*$"), "my projects sorted by risk exposure"),
    ((rf"^(?:so |and |now )*(?:what|which|how much)(?:['’]s| is| are)?(?: (?:{COSTS}))?(?: is| are| do we have| have we)?(?: still| yet| there)* "
      rf"(?:to come|ahead|to be spent|to spend|coming)(?: (?:still|yet))?(?: in (?:{COSTS}))?(?P<of> (?:on|of|for|in|at) (?!time\b).+?)?\W*$"),
     r"costs to come\g<of>"),
    (r"^(?:so |and )*how much of (?:the |our )(?:whole |total )?budget is (?:still |yet )*(?:unspent|left|unused|not spent)(?: yet)?\W*$", "budget left"),
    ((r"^(?:so |and )*(?:what|which things?)(?: of (?:the )?work)? (?:(?:has|have|was|were) not|(?:has|have|was|were)n['’]?t)(?: been)? (?:changed|touched|"
      r"updated|moved|edited)"
      r"(?P<of> (?:on|in|of|at) (?!the last\b|the past\b)[\w-]+)? (?:in|for|since|over|within)(?: the)?(?: last| past)? (?P<n>\w+ (?:days?|weeks?|"
      r"months?))\W*$"),
     lambda m: f"tasks{m['of'] or ''} not touched for {m['n']}"),
    ((r"\b(?P<k>benefits?|projects?|tasks|risks) (?P<that>(?:that |which )?)(?:supports?|feeds?(?: into)?|pays? into|contributes? to) "
      rf"(?=(?:the |our )?(?:objective |goal )*{OBJECTIVE})"), r"\g<k> \g<that>serve "),
    ((rf"^(?:so |and )*(?:what|how much)(?: (?:value|money|benefits?|good|worth))? (?:does|do|will|would|did) (?:the |our )?(?:objective |"
      rf"goal )*(?P<of>{OBJECTIVE}) "
      r"(?:bring|give|yield|deliver|earn|gain|contribute|add|do for)(?: us)?(?: in)?(?: (?:all|money|value|total|euros?))?\W*$"),
     lambda m: f"what is the contribution to {m['of'].strip(QUOTES)}?"),
    ((rf"^(?:so |and )*(?:what|how much)(?: (?:value|money|benefits?))? (?:do|will|would|did) (?:we|you) (?:get|gain|have|earn|expect) (?:out of|from|"
      rf"by) (?:the |our )?"
      rf"(?:objective |goal )*(?P<of>{OBJECTIVE})\W*$"), lambda m: f"what is the contribution to {m['of'].strip(QUOTES)}?"),
    ((r"^(?:so |and )*(?:what|how much)(?: of (?:the |our |its )?(?:budget|money))?(?: money| budget)? (?:have|has|did) (?:we|it|the project|they) "
      r"(?:not|never)(?: yet)? spen[dt](?: yet| so far| until now)?(?P<of> (?:on|of|for) .+?)?\W*$"), r"budget left\g<of>"),
    ((r"^(?:so |and )*(?:what|how much)(?: of (?:the |our |its )?(?:budget|money))?(?: money| budget)? (?:haven['’]?t|hasn['’]?t|didn['’]?t) (?:we|it|they) "
      r"spen[dt](?: yet| so far| until now)?(?P<of> (?:on|of|for) .+?)?\W*$"), r"budget left\g<of>"),
))


def asked_plainly(text: str) -> str:
    """The same question in the usual words."""
    text = turned(text, WORDINGS)
    return promised_and_came(asked_under_pressure(text))
