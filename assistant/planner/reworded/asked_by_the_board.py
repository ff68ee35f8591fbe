"""What people ask who have five minutes: before a meeting of the board, what is red, which project is worst, whether the money goes to the right things."""
import re

from assistant.planner.reworded.turned import turned
from assistant.planner.words.openings import opening

OPENS = opening("quick", "quickly")
MEETING = (r"(?:(?:the|a|my|our|next)\s+)?(?:board|steerco|steering (?:committee|group)|exco|executive (?:committee|board)|management (?:meeting|"
           r"board)|ceo|cfo|investors?|shareholders?|supervisory board|town ?hall|directors?)(?: (?:meeting|call|session))?")
SOON = (rf"(?:(?:i have |i am in |i['’]m in |we have |i meet |i see )?{MEETING}(?: (?:is|starts|meets|meeting|begins))?(?: (?:in|at|within|"
        rf"on)? ?[^.,;:!?–-]{{1,20}})?\s*[.,;:!–-]+\s*)")
TO_KNOW = (r"(?:what (?:do|must|should|shall|does) (?:i|one|we) (?:need to |have to |absolutely )*(?:know|say|tell(?: them| the board)?|report|be aware of)|"
           r"what (?:is|are) the (?:main|key|most important|top) (?:things?|points?|messages?|news|headlines?)|what matters|what is important|"
           r"anything i (?:should|must|need to) know|"
           r"brief me|give me the (?:gist|headlines|short version|news)|the short version|what (?:is|['’]s) (?:new|the news|going on|up))"
           rf"(?: (?:now|today|right now|quickly|before|first|(?:for|before|in|at) {MEETING}|before i go in|in (?:two|three|a few) sentences))*")
COLOUR = r"(?P<c>red|amber|yellow|green|at risk|off track|on track)"
NOW = r"(?: (?:right now|now|today|at the moment|currently|at present|this week))?"
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (rf"{OPENS}(?:{SOON}{TO_KNOW}|{TO_KNOW})\W*$", "anything the board should know?"),
    ((rf"{OPENS}(?:what|who|anything|is anything|what all|what else|so what)(?: is|['’]s| are)?(?: currently|"
     rf" still)? {COLOUR}{NOW}\W*$"), r"which projects are \g<c>?"),
    ((rf"{OPENS}(?:which (?:is|are|project (?:is|does|runs|goes|looks)|one (?:is|does|looks)) (?:our |the |doing (?:the )?)?(?:absolutely |"
      rf"by far )?worst(?: projects?| one| of all)?|"
      r"(?:what is |what['’]s )?(?:the |our )?(?:single )?worst project(?: of (?:all|ours))?|which project (?:worries|should worry) (?:you|me|"
      r"us) (?:the )?most|"
      rf"what is (?:the|our) (?:biggest )?problem child|(?:the |our )?problem child){NOW}(?:,? and why)?\W*$"), "how is the portfolio, the worst?"),
    ((rf"{OPENS}(?:are|do) we (?:really |even |still )?(?:spending|spend|investing|invest|putting|put)(?: our| the| all| the right)* ?(?:money|budget|"
      rf"euros|cash)? ?"
      r"(?:on|in|into|for) (?:the )?right (?:things|projects|places|stuff|goals|objectives|work)\W*$"),
     "how is the portfolio, strategy?"),
    ((rf"{OPENS}(?:is|does|goes) (?:our|the) (?:money|budget|spend(?:ing)?) (?:really )?(?:going|go|spent|well spent|invested|flowing)? ?(?:to|on|"
      rf"into|in) (?:the )?right "
      r"(?:things|projects|places|goals|objectives)\W*$"), "how is the portfolio, strategy?"),
))


def asked_by_the_board(text: str) -> str:
    """The same question in the usual words."""
    return turned(text, WORDINGS)
