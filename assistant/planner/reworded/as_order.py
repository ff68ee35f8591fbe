"""What is said of one record in the words of a talk, put as the order that it is: “I'd say R-1 is a 3 now”, “let Jonas own the robot risk”, “make it "
  "8 January”."""
from collections.abc import Callable, Iterable
import re

from assistant.planner.heard.hearing import QUOTED
from assistant.planner.reworded.fields_in_talk import fields_in_talk
from assistant.planner.reworded.turned import turned
from assistant.planner.words.phrases import ORDER, SEEN_FIRST

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
DAY = (rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})|(?:{MONTHS}) (?:the )?\d{{1,2}}|\d{{4}}-\d\d-\d\d|"
       r"(?:next |this |the following |end of |mid-?|early |late )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|tomorrow|the (?:month|week|year)|"
       rf"(?:{MONTHS})\b))")
PERSON = r"(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?"
OPENS = r"^(?P<lead>\W*(?:(?:please|ok|so|and|hi|hello|sorry|but)\b[\s,]*)*)"
ENDS = r"(?P<end>\s*(?:[,;.!]|$))"
OWNS = r"(?:own|have|take(?: over| on)?|look after|take care of|handle|be (?:the )?(?:owner of|responsible for|in charge of))"
LOGGED = re.compile(rf"{OPENS}(?:put|place|add|note|write|bring|log|record)? ?(?:an?|the)? ?(?:new |open )?decision(?: (?:on|onto|to|in|into) (?:the|our) "
                    r"(?:\w+ )?(?:agenda|list|log|register|table))?(?: (?:for|on) (?P<of>[\w-]+))?\s*[:–-]\s*(?P<q>[^?“”\"]{5,150}\?)(?P<rest>.*)$", re.I)
BY = re.compile(r"(?:^|(?<=[,;] ))by (?=\w)", re.I)
DECIDES = re.compile(r"(?<![\w’'])i(?:['’]ll| will| shall| am to)? decide(?: (?:it|that|on it))?(?=\W|$)", re.I)
SAVED = re.compile(r" (?:savings?|gains?|reduction|effects?)(?= (?:at|of|on|in|for)\b|$)", re.I)
MONEY = re.compile(r"(?:EUR |€ ?)?\b\d[\d.,]*\d(?:\s?(?:k|m|EUR|€|euros?))?(?![\w%])", re.I)


def _realised(m: re.Match[str]) -> str:
    """What is booked as realised, where one amount is said or told before it."""
    amounts = [m["n"]] if m["n"][-1:].isdigit() or MONEY.search(m["n"]) else MONEY.findall(m["told"] or "")
    return f"{m['lead']}set the realised of {SAVED.sub(' benefit', m['what'])} to {amounts[0]}" if len(amounts) == 1 else m[0]


Plain = str | Callable[[re.Match[str]], str]
TURNS: tuple[tuple[re.Pattern[str], Plain], ...] = tuple((re.compile(said, re.I), plain) for said, plain in (
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
    ((rf"{OPENS}(?:(?:{PERSON} |they |we )?(?:(?:have |has |just )*(?:asked|told|want|wants|wanted|told) me|i (?:was|have been|am|['’]m) (?:asked|"
      rf"told)|i should|i am|i['’]ll) to )"
      rf"take (?:over|on) (?P<what>the [^,;.:?]{{3,60}}?)(?: too| as well)?\s*[,;.–-]+\s*(?:so |and )?(?:please |can you |could you )*(?:put|enter|"
      rf"note|set|make) me "
      rf"(?:on|down for|in for|the owner of) (?:it|that|this)(?P<end>(?:\s*[,;.].*)?)$"), r"make me the owner of \g<what>\g<end>"),
    (r"\b(?P<and>and|but|so) (?:i|we) (?:think|believe|guess|feel|would say|['’]d say)(?: that)? (?=it\b)", r"\g<and> "),
    ((rf"{OPENS}(?:can you |could you )?ask (?P<who>{PERSON}) (?:to (?:give|send|get|hand|provide|bring|show|write|make|prepare)(?: me| us) |for )"
      r"(?P<what>(?:an?|the|his|her|their|some|another)\b(?! (?:extension|time|week|day|month|hour|few|bit|couple|help)\b)[^,;:?]{3,80}?)"
      r"(?P<by>,? (?:by|until|till|before|on) [\w ]+?)?(?:,? please)?[\s.!]*$"), r"I need \g<what> from \g<who>\g<by>"),
    ((rf"{OPENS}(?P<what>the [\w' -]{{3,60}}?(?: (?:at|of|on|in|for) [\w-]+)?|(?:[A-Za-z]\w*-)+\d+) (?:was|is|has been|were) (?:now |just |last "
      rf")?measured (?:at|to be|with) "
      r"(?P<n>(?:EUR |€ ?)?\d[\d.,]*(?:\s?(?:k|m|EUR|€|euros?))?)(?: (?:by now|so far|now|already|until now|to date))?(?=\W|$)"),
     lambda m: f"{m['lead']}set the realised of {SAVED.sub(' benefit', m['what'])} to {m['n']}"),
    ((rf"{OPENS}(?:(?P<told>[^?:]{{8,200}}?)\s*[,;.–-]+\s*(?:so |and )?)?(?:please |can you |could you )*(?:book|record|enter|log|count|put|note)"
      rf"(?: down)? (?P<n>(?:EUR |€ ?)?\d[\d.,]*(?:\s?(?:k|m|EUR|€|euros?))?|that|it|this|them) as (?:realised|realized|achieved)(?: value| benefit)? "
      r"(?:on|of|for|to|at|under|in) (?:the )?(?P<what>[^,;:?]{3,60}?)[\s.!]*$"), _realised),
    ((rf"{OPENS}(?P<set>set|change|update|put) the realised (?:amount|value|benefit|figure|sum) (?:of|for) (?P<what>[^,;:?]{{3,60}}?) to (?P<n>(?:EUR |"
     rf"€ ?)?\d\S*)(?=\W|$)"),
     r"\g<lead>set the realised of \g<what> to \g<n>"),
    ((rf"{OPENS}(?P<key>(?:[A-Za-z]\w*-)+\d+) (?:is|goes|should be|must be)(?: now)?(?: an?| at)? (?P<n>[1-5]) (?:in|for|on|by) "
     r"(?P<f>probability|impact|likelihood)(?: now)?(?=\W|$)"), r"\g<lead>set the \g<f> of \g<key> to \g<n>"),
    ((rf"{OPENS}(?:add|note|record|log|write(?: down)?|put|enter|save)(?: down)? (?:an?|the|this|another) lesson(?: learn(?:ed|t))? (?:to|on|for|in|"
     rf"at) (?P<of>[\w-]+)\s*[:–-]\s+"),
     r"\g<lead>lesson on \g<of>: "),
    ((rf"{OPENS}what (?:we|i|they)(?: have|['’]ve)? (?:learn(?:ed|t)|found out|saw)(?: (?:in|from|at|on|with|during) [\w' -]{{2,40}}?)?(?: (?:is|"
      rf"was))?(?: that)?\s*[:,–-]\s*"
      rf"(?P<t>[^?:]{{8,200}}?)\s*[.;–-]+\s*(?:and |so )?(?:please |can you |could you )*(?:keep|put|note|log|record|enter|write|register|save|add|"
      rf"file) (?:it|that|this)"
      rf"(?: down)? (?:as|in|into|to|on|under) (?:an? |the |our )?(?:new )?lessons?(?: learn(?:ed|t))?(?: log| register)? (?:for|on|of|in|to|at) "
      rf"(?P<of>[\w-]+)[\s?.!]*$"),
     r"\g<lead>lesson on \g<of>: \g<t>"),
    ((rf"{OPENS}(?:send|mail|e-?mail|give|post)(?: me| us)? (?:a |the |my )?(?P<what>[\w' -]{{3,40}}? (?:report|summary|overview)) (?P<often>(?:every|"
      rf"each|on) [^,;?]+?)"
      r",? (?:instead of|and no longer|rather than|not)(?: on| every)?(?: each)? [\w ]+?[\s.!]*$"), r"\g<lead>move my \g<what> to \g<often>"),
    ((rf"{OPENS}(?P<s>(?:send|give|mail) (?:me|us) (?:a|the|my) [\w -]{{3,40}}? (?:report|summary|overview))(?:,? (?:please|now|again|asap|right "
     rf"away))+[\s.!]*$"),
     r"\g<lead>\g<s>"),
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


def as_order(text: str, projects: Iterable[str] = ()) -> str:
    """The same as an order; what is quoted, asked or written in lines stays."""
    text = _asked_of_board(text, projects)
    if QUOTED.search(text) or "\n" in text.strip():
        return text
    text = SEEN_FIRST.sub("", text) if ORDER.match(text.lower()) else text                    # every change is shown before it is made
    text = turned(text, TURNS)
    return fields_in_talk(text)


def _asked_of_board(text: str, projects: Iterable[str]) -> str:
    """A question that is put on the agenda as the title of a decision, with the project that it names and who decides it."""
    if (m := LOGGED.match(text)) is None:
        return text
    home = m["of"] or next((name for name in projects if re.search(rf"\b{re.escape(name)}\b", m["q"], re.I)), "")
    title, rest = m["q"].strip(), BY.sub("decide by ", DECIDES.sub("decider me", m["rest"].strip(" ,.;")))
    return f"{m['lead']}new decision{f' on {home}' if home else ''}: “{title[:1].upper()}{title[1:]}”{', ' if rest else ''}{rest}"
