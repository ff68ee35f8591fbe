"""What is asked by who checks or adds up, put as everybody else says it: what came in, spending without a line, what is absent, each change to a record."""
import re

from assistant.planner.reworded.turned import turned
from assistant.planner.words.lexicon import meaning, spelt

LEAD = r"^\W*(?:(?:so|and|ok|but|then|now|please|also)\b[\s,:;–-]*)*"
OF_ALL = r"(?: (?:(?:over|across|in|on|for|of|from) )?(?:all|every|the whole|our)(?: of)?(?: the| our)? (?:projects?|portfolio|company|benefits?))"
CAME = (r"(?:come|came|come in|came in|come true|come out of it|arrived|been realised|been realized|been achieved|materialised|materialized|been gained|"
        r"been earned|been saved)")
SPENDING = r"(?:spending|spend|spendings|expenses?|costs?|payments?|money|bookings?|cost bookings?|outlays?)"
NO_LINE = (r"(?:(?:that |which )?(?:has|have|had|is|are|was|were|goes|go|with|on|of|under|booked|not)(?: (?:been|booked|on|to|in|under))* )?"
           r"(?:no|any|without(?: an?| any)?)")
SO_FAR = r"(?: so far| until now| already| by now| to date| yet)"
WHAT_CAME = (rf"{LEAD}(?:what|how much)(?: money| value| benefits?| of (?:it|that|this|them))? (?:(?:has|have|did|was|were) )?(?:really |actually )?{CAME}"
             r"(?: in)?")
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (rf"{WHAT_CAME}(?:{SO_FAR}+(?:{OF_ALL})?|{SO_FAR}*{OF_ALL})\W*$", "sum of realised benefits"),
    ((rf"{LEAD}(?P<q>which|what|any) (?P<k>objectives|goals) (?:have|has|with|have got|are there with) (?:nothing|nobody|no one|none|no projects?|no project|"
      r"no benefits?)(?: (?:contributing|contribute|working|serving|supporting|linked|behind|helping|aimed|that contributes|which contributes|that serves))*"
      r"(?: (?:to|towards|on|for|at|with))?(?: (?:them|it))?\W*$"), r"which \g<k> have no project"),
    (r"\b(?:owned by|belonging to|held by) me\b", "of mine"),
    ((r"(?:\b(?:is|are|works?|worked|goes|planned|booked)(?: (?:on|for|at|with|two|three|many|several|too|things|tasks|projects|planned|booked|"
      r"working))* )"
      r"(?:over|above|beyond|more than|longer than) (?:their|his|her|the)(?: own)? (?:weekly|week['’]s|contract\w*|normal|regular) (?:working )?"
      r"(?:hours|time)\b"), "is overloaded"),
    ((rf"{LEAD}(?:which|what|any|is there(?: any)?|are there(?: any)?|show(?: me)?|list|how much)(?: of)?(?: the| our| all| any)* {SPENDING} {NO_LINE} "
      r"(?:(?:budget|its|their|own) )*(?:budget )?lines?\W*$"), "which cost entries have no budget line"),
    ((rf"{LEAD}(?:please )?(?:list|show(?: me)?|give me|tell me|what (?:are|were|is)|see|print) (?:every|each|all|all the|all of the|the) "
      r"(?:single )?(?:changes?|edits?|modifications?) (?:to|of|on|in|made to|done to) (?P<k>[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d+)\W*$"),
     r"what was changed on \g<k>"),
))
ABSENT = re.compile(rf"{LEAD}(?:please )?(?:list|show(?: me)?|which are|what are|give me|name|find|any|are there(?: any)?)(?: the| all| all the)? "
                    r"(?:absent|missing|lacking|non-?existent|nonexisting|not existing) (?P<k>[a-z][a-z -]{2,30}?)\W*$", re.I)


def asked_by_auditors(text: str) -> str:
    """The same question in the usual words."""
    text = turned(text, WORDINGS)
    if (m := ABSENT.match(text)) and (kind := next((v for t, v in meaning(spelt(m["k"].lower())) if t == "KIND"), "")):
        return f"which projects have no {kind}"
    return text
