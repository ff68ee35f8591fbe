"""What is said of one record in the words of a talk, put as the order that it is: “I'd say R-1 is a 3 now”, “let Jonas own the robot risk”, “make it "
  "8 January”."""
import re

from assistant.planner.heard.hearing import QUOTED
from assistant.planner.words.phrases import ORDER

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
DAY = (rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})|(?:{MONTHS}) (?:the )?\d{{1,2}}|\d{{4}}-\d\d-\d\d|"
       r"(?:next |this |the following |end of |mid-?|early |late )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|tomorrow|the (?:month|week|year)|"
       rf"(?:{MONTHS})\b))")
PERSON = r"(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?"
OPENS = r"^(?P<lead>\W*(?:(?:please|ok|so|and|hi|hello|sorry|but)\b[\s,]*)*)"
ENDS = r"(?P<end>\s*(?:[,;.!]|$))"
OWNS = r"(?:own|have|take(?: over| on)?|look after|take care of|handle|be (?:the )?(?:owner of|responsible for|in charge of))"
SEEN = re.compile(r",?\s+(?:and |but )?(?:please )?(?:let me see|show me|i want to see|i(?:['’]d| would) like to see) (?:the list|them|it|what "
                  r"changes|the changes|an? preview|"
        r"the preview)(?: (?:first|before|beforehand|before that|please))*(?=[\s.!]*$)", re.I)
TURNS = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((rf"{OPENS}(?:(?:after|since|from|following|given|per|as of) [^,.;:?]{{3,40}}?,? )?(?:i['’]?d say|i would say|i(?: now)? think|i(?: now)? believe|i guess|"
      r"i(?:['’]d| would) guess|i reckon|in my view,?|if you ask me,?|i feel)(?: that)? (?=\S+ )(?!we\b|you\b|i\b|it\b|that\b|this\b|they\b|he\b|she\b)"),
     r"\g<lead>"),
    ((r"(?P<is>\b(?:is|are|goes to|moved? to)\b[^,;?]*),? (?:and |but |with )?(?:the |its )?(?:impact|probability|priority|severity|status|due date|"
      r"owner|rest|dates?) "
      r"(?:stays?|remains?|is left|is kept|does not change|doesn['’]t change)(?: (?:as (?:it is|is|it was|before)|the same|unchanged|put|"
      r"there))*\s*(?=[.!]*\s*$)"),
     r"\g<is>"),
    (rf"{OPENS}(?:let|have) (?P<who>{PERSON}) {OWNS} (?P<what>(?:the|this|that|[A-Z]+-)[^,;.!?]{{2,80}}?){ENDS}",
     r"\g<lead>make \g<who> the owner of \g<what>\g<end>"),
    ((rf"{OPENS}(?P<who>{PERSON}) (?:should|shall|must|will|is to|has to) (?:now )?(?:own|look after|be (?:the )?(?:owner of|responsible for|in charge of)) "
     rf"(?P<what>(?:the|this|that|[A-Z]+-)[^,;.!?]{{2,80}}?){ENDS}"), r"\g<lead>make \g<who> the owner of \g<what>\g<end>"),
    (rf"{OPENS}make (?P<what>it|this|that|the [\w' -]{{3,60}}?|(?:[A-Za-z]\w*-)+\d+) (?P<day>{DAY})(?=\W)", r"\g<lead>move \g<what> to \g<day>"),
    (rf"{OPENS}make (?P<what>it|this|that|the [\w' -]{{3,60}}?|(?:[A-Za-z]\w*-)+\d+) (?P<day>{DAY})$", r"\g<lead>move \g<what> to \g<day>"),
    (r"\b(?P<and>and|but|so) (?:i|we) (?:think|believe|guess|feel|would say|['’]d say)(?: that)? (?=it\b)", r"\g<and> "),
    ((rf"{OPENS}(?P<key>(?:[A-Za-z]\w*-)+\d+) (?:is|goes|should be|must be)(?: now)?(?: an?| at)? (?P<n>[1-5]) (?:in|for|on|by) "
     r"(?P<f>probability|impact|likelihood)(?: now)?(?=\W|$)"), r"\g<lead>set the \g<f> of \g<key> to \g<n>"),
    (r"(?P<n>\b\d{1,3}\s?(?:%|percent|per cent)) (?:of the way )?through\b(?! \w+ing)", r"\g<n> done"),
    (rf"{OPENS}(?:can|could|shall|should) we (?:please |now |just )?(?P<verb>raise|lower|set|change|increase|reduce|put) (?=(?:the )?[\w ]{{3,20}} of )",
     r"\g<lead>\g<verb> "),
    (rf"{OPENS}put (?P<who>me|{PERSON}) (?:on|onto|down for) (?P<what>the (?!project\b|team\b|list\b)[^,;.!?]{{3,60}}?){ENDS}",
     r"\g<lead>make \g<who> the owner of \g<what>\g<end>"),
    ((rf"{OPENS}(?P<what>(?:the )?[\w' -]{{3,60}}? benefit(?: (?:on|of|for|in) [\w-]+)?) (?:will|is going to|is expected to|should)(?: now| only| "
      rf"probably| just)* "
     rf"(?:bring|yield|deliver|be worth|come to|give us|make|earn)(?: us| in)?(?: only| just| about)? (?P<n>(?:EUR |€ ?)?\d[\d.,]*(?:\s?(?:k|m|EUR|€|"
     rf"euros?))?)(?=\W|$)"),
     r"\g<lead>set the forecast of \g<what> to \g<n>"),
))


def as_order(text: str) -> str:
    """The same as an order; what is quoted, asked or written in lines stays."""
    if QUOTED.search(text) or "\n" in text.strip():
        return text
    text = SEEN.sub("", text) if ORDER.match(text.lower()) else text                    # every change is shown before it is made
    for said, plain in TURNS:
        text = said.sub(plain, text)
    return text
