"""An order that is told in two breaths, put as one: “I can't make it by Friday; Monday is realistic”, “6 hours today and yesterday. Book it on Tuesday”,
“they come only on 7 December. Move the order accordingly”, “give Jonas until Tuesday”."""
import re

from assistant.planner.reworded.as_order import MONTHS

WEEKDAY = r"(?:(?:next |this |the coming |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:next week|after next|in a week))?)"
DAY = (rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})|(?:{MONTHS}) (?:the )?\d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}-\d\d-\d\d|{WEEKDAY}|"
       r"the \d{1,2}(?:st|nd|rd|th)|tomorrow|next week|the day after tomorrow)")
GONE = rf"(?:today|yesterday|{WEEKDAY}|this (?:morning|afternoon)|the day before(?: yesterday)?)"
LEAD = r"^(?P<lead>\W*(?:(?:hi|hello|hey|sorry|ok|so|and|but|unfortunately|i['’]m afraid|i am afraid)\b[\s,:]*)*)"
CANNOT = (r"(?:can['’]?t|cannot|can not|won['’]?t|will not|am not able to|['’]m not able to|won['’]?t be able to|will not be able to|"
          r"don['’]?t think (?:i|we) can|"
          r"don['’]?t manage to)")
DONE = r"(?:make|finish|do|deliver|complete|get|meet|manage|close|have|hand in)"
REALISTIC = (r"(?:is|would be|will be|looks|seems|should be|might be)(?: (?:more|only|the|probably|rather|still))* "
             r"(?:realistic|possible|likely|doable|feasible|fine|earliest|safe|ok|okay|achievable|manageable)")
NOT_BY = re.compile(rf"{LEAD}(?:i|we|he|she) {CANNOT} {DONE} (?P<what>(?!it\b|that\b|this\b)[^,;.:?]{{3,80}}?)(?: done| ready| finished)? (?:by|"
                    rf"before|until|till|for|on) "
                    rf"{DAY}(?P<why>,? (?:because|since|as) [^;?.]+?)?\s*[;,.–-]+\s*(?:but |so |and )*(?:it['’]s |it is |it will be )?"
                    rf"(?:(?P<day>{DAY}) {REALISTIC}|(?:make it|rather|more likely|realistically|(?:at the )?earliest(?: is)?|let['’]?s say|i can do|"
                    rf"i need until|we need until) (?P<late>{DAY})(?: instead)?)\W*$", re.I)
CAN_IT = re.compile(rf"{LEAD}(?:i|we|he|she) {CANNOT} {DONE} (?P<what>(?!it\b|that\b|this\b)[^,;.:?]{{3,80}}?)(?: done| ready| finished)? "
                    rf"(?:by|before|until|till|for|on) {DAY}(?P<why>[^?]*?)\s*[;,.!–-]+\s*(?:but |so |and |please )*"
                    r"(?:can|could|may) (?:it|that|this|we|i)(?: please| also)? "
                    r"(?:go|move|be (?:moved|pushed|done|due)|be|wait|slip|have(?: it)?|make it|push it|move it)(?: back| out)?"
                    rf"(?: to| until| till| for| by| on)? (?P<day>{DAY})(?: instead| then)?\?\W*$", re.I)
NOT_BEFORE = re.compile(rf"^(?P<told>.*?[;,.–-]\s*)(?:and |so |therefore |which means )*(?:my task|the task|my part|it|that|this|i|we|he|she) {CANNOT}(?: be)? "
                        rf"(?:(?:{DONE}(?:ed|d)?|finished|done|ready|completed|delivered)(?: it| that| this| (?:my|the) task)?(?: done)?) (?:before|"
                        rf"earlier than) "
                        rf"(?P<day>{DAY})\s*[,;.–-]+\s*(?:so |and |please |can you |could you |then )*"
                        r"(?:move|postpone|push|shift|reschedule|change|put|adapt) (?:it|that|this|(?:the|my) task)(?: back| out| accordingly| then|"
                        r" please)*\W*$", re.I)
NEEDS_MORE = re.compile(rf"(?:i|we|he|she|they) (?:(?:still|will) )*(?:needs?|require) (?:until|till|up to|time until) (?P<day>{DAY}) (?:and|"
                        rf"plus) (?:another|a further|some|about)? ?"
                        r"(?P<h>\d+(?:[.,]\d+)?) (?:more |further )?(?:h|hrs?|hours?)(?: more| of work)?\b", re.I)
HOURS = re.compile(rf"(?P<h>\b\d+(?:[.,]\d+)? ?(?:h|hrs?|hours?)\b)(?: (?:in total|altogether|all in all|overall))?(?P<days>(?:(?:,| and| \+|"
                   rf"/)? ?(?:on )?{GONE})*)", re.I)
BOOK = re.compile(rf"\s*[.;,–-]+\s*(?:and |so |please |can you |could you )*(?:book|log|enter|put|record|post)(?: it| them| that| those| these| all|"
                  rf" everything|"
                  rf" the hours| the time| of)+(?: down| in)? (?:on|for|to|under) (?P<day>{GONE})(?: please)?(?: (?=and\b)|(?=\W*$)|(?=\s*[.,;]))", re.I)
EXPECT = re.compile(rf"(?P<lead>^\W*|[,;.–-]\s+|\band (?:then |please )?)expect (?P<what>it|that|them|this|the [\w' -]{{3,60}}?)(?: to be)?(?: back|"
                    rf" done| ready| finished)?"
                    rf" (?:by|on|for|until|not before|at) (?=(?:{DAY})\b)", re.I)
SO_MOVED = re.compile(r"\b(?:move|set|push|change|update|shift|adjust|postpone|delay|put)(?: back)? (?P<what>the [\w' -]{3,60}?|(?:[A-Z]\w*-)+\d+|it|that)"
                      r"(?: back)? (?:accordingly|to (?:that|this|the same) (?:day|date)|to match)(?=\W|$)", re.I)
UNTIL = re.compile(rf"{LEAD}(?:(?:please|then)\b[\s,]*)*(?:give|allow|grant) (?!me\b|us\b|it\b)(?P<who>(?-i:[A-Z])[\w'-]+|him|her|them) (?:time |"
                   rf"more time |some more time )?(?:until|till) "
                   rf"(?P<day>{DAY})(?: (?:for|with|on) (?P<what>[^,;.?]{{3,60}}?))?(?: then)?(?P<rest>\s*[,;.–-].*)?\W*$", re.I)
KEEPS = re.compile(r"^\s*[,;.–-]+\s*(?:but |and )*(?:please )?(?:keep|leave) (?:the rest|everything else|all else|all the rest|all others?|the others?)"
                   r"(?: of (?:the|it)(?: plan)?)?(?: (?:as (?:it is|they are|is|planned|before)|untouched|unchanged|alone|where it is))?\W*$", re.I)


CALLED = re.compile(rf"{LEAD}(?P<who>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?) (?:has |had )?(?:just |now )?(?:called|phoned|rang|e-?mailed|texted|"
                    rf"wrote in|"
                    r"messaged)(?: me| us| in)?\s*(?:[:,–-]+|to say(?: that)?|and (?:said|says)(?: that)?)\s+(?=\w)", re.I)


def told_in_two(text: str) -> str:
    """The message as one order with the day that is meant; any other as it is."""
    if "\n" in text.strip() or text.lstrip().startswith(("“", '"')):
        return text
    text = CALLED.sub(r"\g<lead>", text)
    if m := NOT_BY.match(text):
        return f"{m['lead']}move {_named(m['what'])} to {m['day'] or m['late']}{m['why'] or ''}"
    if m := CAN_IT.match(text):
        return f"{m['lead']}move {_named(m['what'])} to {m['day']}{m['why'] or ''}"
    if m := NOT_BEFORE.match(text):
        return f"{m['told'].strip()} so move it to {m['day']}"
    if m := UNTIL.match(text):
        rest = "" if not m["rest"] or KEEPS.match(m["rest"]) else m["rest"]
        return f"{m['lead']}move {m['what'] or 'it'} to {m['day']}{rest}"
    text = NEEDS_MORE.sub(r"it is due \g<day> with \g<h> hours left", text)
    return EXPECT.sub(r"\g<lead>move \g<what> to ", _moved_so(_booked_on(text)))


def _named(what: str) -> str:
    """What is spoken of without a pronoun that has gone with the verb: “make the order list”."""
    return re.sub(r"\s+(?:done|ready|finished)$", "", what.strip(), flags=re.I)


def _booked_on(text: str) -> str:
    """Hours with the one day that they are to be booked on, in the place of the days on which they were worked."""
    book = BOOK.search(text)
    hours = list(HOURS.finditer(text, 0, book.start())) if book else []
    if book is None or len(hours) != 1:
        return text
    told = f"{text[:hours[0].start()]}{hours[0]['h']} on {book['day']}{text[hours[0].end():book.start()]}"
    rest = re.sub(r"^\W*(?:and\b)?\s*", "", text[book.end():])
    return f"{told}. {rest[:1].upper()}{rest[1:]}" if rest else told


def _moved_so(text: str) -> str:
    """What is to be moved accordingly, to the one day that is told before it."""
    m = SO_MOVED.search(text)
    days = re.findall(rf"\b{DAY}(?!\w)", text[:m.start()], re.I) if m else []
    if m is None or len(days) != 1:
        return text
    told, behind = text[:m.start()].strip(" ,;.–-").removesuffix(" so").removesuffix(" and"), re.sub(r"^\W*(?:and\b)?\s*", "", text[m.end():])
    order = f"move {m['what']} to {days[0]}"
    if re.search(r"[.;:!]\s|\bbecause\b", told):
        return f"{text[:m.start()]}{order}{text[m.end():]}"
    return f"{order} because {told}. {behind[:1].upper()}{behind[1:]}" if behind else f"{order} because {told}"
