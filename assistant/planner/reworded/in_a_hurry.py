"""What people in a hurry write, put as everybody else says it: “what did I miss since Monday?”, “who has most on their plate?”."""
import re

from assistant.planner.reworded.turned import turned
from assistant.planner.words.lexicon import CODES

NAME = r"[\w'-]+"
LEAD = r"^(?P<lead>\W*(?:(?:and|so|ok|please|pls|hi|hello|hey)\b[\s,]*)*)"
NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|twelve|fifteen|twenty)"
LENGTH = rf"(?:{NUMBER}|an?) (?:working )?(?:days?|weeks?|months?)"
DROPS = r"\b(?:drops? out|falls? ill|gets? sick|is out|is gone|calls? in sick)\b"
HOURS = r"\d+(?:[.,]\d+)?"
WHEN = (r"(?: (?:in|during|for|over|until|by|from|between|before|after|next|this) (?!me\b|us\b|him\b|her\b)[^?,.]{3,40}?| (?:today|tomorrow))")
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (r"\b(?P<w>who|what|where|why|how|when) (?:on earth|in the world|the hell|the heck|in heaven['’]?s name|the devil)\b", r"\g<w>"),
    (r"^(?P<q>\W*(?:is|are|was|were|has|have|had|did|does|do|will)\b[^?,;.]*?) (?:really|actually|truly|in fact)(?= \w)", r"\g<q>"),
    (r"\b(?:has|have|with) no (?:status )?(?:colou?r|traffic light|rating) (?:declared|set|given|said)(?=\W|$)", "without a declared colour"),
    ((r"\b(?:(?:that|which) )?(?:has|have|had|with) no (?P<f>[a-z]+(?: [a-z]+)?) (?:written down|recorded|noted(?: down)?|given|on record|documented|filled in)"
      r"(?=\W|$)"), r"without a \g<f>"),
    ((rf"\b(?P<k>tasks|tickets)(?P<of> (?:on|of|in|for) {NAME})?(?: (?:that|which) are| are)? (?:(?:more than|over|longer than) (?P<n>{LENGTH}) "
      rf"(?:late|overdue|past due)|(?:late|overdue) (?:by|for) (?:more than|over) (?P<n2>{LENGTH})|due (?:more than|over) (?P<n3>{LENGTH}) ago)(?=\W|$)"),
     lambda m: f"{m['k']}{m['of'] or ''} due before {m['n'] or m['n2'] or m['n3']} ago"),
    (rf"{LEAD}what (?:did|have|has) (?:i|we) miss(?:ed)?(?P<of> on {NAME})?(?P<when> (?:since|from|last|this|in|during|over|yesterday)\b[^?]*?)\W*$",
     r"\g<lead>what changed\g<of>\g<when>?"),
    ((rf"{LEAD}who(?:['’]s| is| has)?(?: got)?(?: currently| now| at the moment| right now)? (?:the )?most "
      r"(?:on (?:their|his|her|the) (?:plates?|desks?|lists?|hands)|to do|to handle|on)\W*$"), r"\g<lead>who is the most loaded?"),
    (rf"{LEAD}(?:are|is) there (?:already |still |now )?(?:any )?(?:more|fewer|less|no more|no fewer) than {NUMBER} (?P<k>[\w ]{{3,40}}?s)\W*$",
     r"\g<lead>how many \g<k> are there?"),
    ((rf"{LEAD}(?:did|have) (?:we|you|they|somebody|anybody|anyone) (?:ever )?(?:writ(?:e|ten)|put|noted?|recorded?|kept?|taken?|take|documented?|made|make) "
      r"(?:down |up )?(?P<k>any|some)(?= \w)"), r"\g<lead>\g<k>"),
    ((rf"{LEAD}(?:has |have |did )?anything (?:changed?|happened?|moved?|new|come up|gone on)(?P<of> (?:on|with|at|in) {NAME})? while i (?:was|have been) "
      rf"(?:out|away|off|ill|sick|gone|on (?:holiday|leave|vacation))(?P<when>{WHEN}| last \w+| yesterday| since [^?]+?)?\W*$"),
     lambda m: f"{m['lead']}what changed{m['of'] or ''}{m['when'] or ''}?"),
    (rf"{LEAD}(?:which|what) benefit (?:is|would be) (?:worth|bringing(?: in| us)?) (?:the )?most(?=\W|$)", r"\g<lead>benefits by expected, the highest first"),
    ((rf"{LEAD}(?:the |any |our )?(?P<k>lessons|decisions|assumptions|risks|issues)(?: learned| learnt)? (?P<of>(?:on|of|from|in) {NAME}) "
      r"(?:about|concerning|regarding) (?:the |our )?(?P<w>[^?,;]{3,50}?)\W*$"), r"\g<lead>which \g<k> \g<of> are about \g<w>?"),
    ((rf"{LEAD}(?:which|what) (?P<k>change requests?|requests?)(?: is| are)? (?:costs?|would cost|is) (?:us )?(?:the )?"
      r"(?:most(?: expensive)?|dearest|costliest)(?=\W|$)"), r"\g<lead>change requests by cost effect, the highest first"),
    ((rf"{LEAD}(?:can|could|may) (?P<who>{NAME}) (?:take|do|handle|manage|absorb)(?: on)? (?:another |about |some |still )?{HOURS}(?: more| extra| further)?"
      rf" ?(?:h|hrs?|hours?)(?: more| extra)?(?P<when>{WHEN})?\W*$"), lambda m: f"{m['lead']}what is {m['who']}'s load{m['when'] or ''}?"),
    ((rf"{LEAD}(?:write|give|send|prepare|draft|get)(?: me| us)? "
      r"(?:something|a few (?:lines|words)|a (?:short |brief |little )?(?:text|note|paragraph|piece|summary)) "
      rf"(?:about|on|for|of) (?P<of>{NAME})(?: (?:that|which|so (?:that )?)\b[^?]*| (?:for|to) [^?]*)?\W*$"), r"\g<lead>status report of \g<of>"),
    ((rf"{LEAD}i (?:just |only )?need (?:something|a (?:page|paper|sheet|handout|one-?pager)) (?:on|about|for) (?P<of>{NAME})(?: (?:that|which) (?:i|we) can "
      r"(?:print(?: out)?|show|send|forward|hand (?:out|over)|give|take(?: along)?|present)\b[^,;.?]*)?(?=\W*$|[,;.])"), r"\g<lead>status report of \g<of>"),
    ((r"(?<!for )(?<!every )\b(?P<d>(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day|tomorrow) (?:mornings?|afternoons?|evenings?|night)"
      r"(?=\s*(?:[,.;!?]|$|(?:and|but|so|because|for|instead|please)\b))"), r"\g<d>"),
    ((rf"{LEAD}(?:would|will) it be possible (?:for (?:me|us) )?to (?:see|get|have|look at) "), r"\g<lead>show me "),
    (r",? (?:whatever|whichever|no matter (?:which|what)|regardless of|in whatever|independent of) (?:the )?projects?(?=\W|$)", " on all projects"),
    ((r"(?<=[a-z]),? (?:so |and |please )*(?:can|could|may) (?:i|we) (?:please )?(?:have|get|see) (?:that|this|it|the)(?: list| overview| report)?"
      r"(?: please)?\?+\s*$"), "?"),
    (rf"{LEAD}def(?:\.|inition)? of (?P<w>[\w -]{{3,40}}?)(?: please| pls)?\W*$", r"\g<lead>what is the definition of \g<w>?"),
    ((rf"{LEAD}if (?P<if>(?-i:[A-Za-z])[^?]{{5,120}}?), (?:then )?what (?:slips|moves|happens|changes|gets late|is late|would (?:slip|happen|move|change))\?"
      r"(?P<rest>.*)$"), lambda m: f"{m['lead']}what if {re.sub(DROPS, 'is away', m['if'], flags=re.I)}?{m['rest']}"),
    (r"\bbenefits? (?P<is>is|are) (?:the )?(?:furthest|farthest|most) (?:below|short of|behind|under) (?:what (?:we|was) |the |its |their )*promised?(?=\W|$)",
     "benefits have a forecast less than promised, the worst first"),
    ((rf"{LEAD}(?:set|put|raise|lower|bump)(?: the)? (?:prio|priority)(?: to| on)? (?P<v>low|medium|high|critical) "
      r"(?:on|for|of) (?:whatever|everything|all|anything|what)(?: that)?(?:['’]s| is| are)? (?P<how>overdue|late|blocked|open) "
      rf"(?:on|in|at|of|for) (?P<p>{NAME})\W*$"), r"\g<lead>set the priority of all \g<how> tasks of \g<p> to \g<v>"),
    ((rf"{LEAD}(?P<of>(?!(?:{CODES})-|(?:and|but|also|what|which|anything|this|that|still|amber|green)\b)[a-z]\w{{3,}})(?: is| still| again)* "
      r"(?P<c>amber|red)(?: again| still| now)?\?+$"), r"\g<lead>why is \g<of> \g<c>?"),
))


def in_a_hurry(text: str) -> str:
    """The same message in the usual words."""
    return turned(text, WORDINGS)
