"""What is said of a record's fields in the words of a talk, with the field's own name before its value: “3 in probability”, “I'll own it myself”,
“look at it again in two weeks”."""
import re

from assistant.planner.reworded.turned import turned

SCALES = "probability|likelihood|impact|severity|confidence|proximity"
PERSON = r"(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?"
JOINT = r"(?P<joint>\s*[,;.–-]+\s+(?:and |but |so )?|\s+and (?:then )?)"
THINK = r"(?:i['’]d say|i would say|i(?:['’]d| would)? (?:guess|think|reckon|put it at)|let['’]?s say|say|maybe|perhaps|rather)"
OWNS = r"(?:own(?:s)?|take(?:s)?(?: on| over)?|look(?:s)? after|be(?:ing)? the owner of|is the owner of)"
AGAIN = r"(?:look at|review|revisit|check|come back to|go over|re-?assess)"
OF_RISK = re.compile(r"\b(?:risk|[A-Z]\w*-R-\d+)\b", re.I)
MORE = r"(?P<n>an?|one|two|three|four|five|six|\d+) (?:more|another|extra|further) (?P<of>days?|weeks?)"
ENDS = r"(?=\s*(?:[,;.!]|and\b|$))"
WAYS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (rf"{JOINT}{THINK}(?: it['’]?s| it is| its)?(?: an?)? (?=[1-5] (?:in|for|on)\b|(?:{SCALES})\b)", r"\g<joint>"),
    (rf"(?P<lead>[,;:–-]\s+|\b(?:and|with)\s+)(?:an? )?(?P<n>[1-5])(?: out of (?:5|five))? (?:in|for|on) (?:the )?(?P<f>{SCALES})\b", r"\g<lead>\g<f> \g<n>"),
    (r"(?P<is>\bwill be (?:ready|done|finished|complete|there|delivered) (?:on|by) [^,;.!?]{3,20}?) instead(?=\s*(?:[,;.!]|$))", r"\g<is>"),
    (rf"(?P<first>\b(?:is|are|at)\b[^?]{{3,60}}?){JOINT}(?:i|we|it) (?:still |will |would )*needs? {MORE}(?! of\b| for\b)",
     r"\g<first>, and move it \g<n> \g<of> later"),
    (rf"{JOINT}(?:i['’]ll|i will|i(?: am going to| want to| can)?|let me) {OWNS} (?:it|that|this)(?: one)?(?: on)?(?: myself)?{ENDS}", r", owner me"),
    (rf"{JOINT}(?P<who>{PERSON}) (?:will |should |is to |can )?{OWNS} (?:it|that|this)(?: one)?(?: (?:him|her)self)?{ENDS}", r", owner \g<who>"),
))
REVIEWED = re.compile(rf"{JOINT}(?:(?:i['’]ll|i will|we['’]ll|we will|let['’]?s|let us|to|please|should|we|i) )*{AGAIN} (?:it|that|this)(?: again)? "
                      r"(?P<when>(?:in|on|by|next|at|within|tomorrow|every|after|the)\b[^,;.!?]*)", re.I)


def fields_in_talk(text: str) -> str:
    """The message with those fields called by their names; a question stays."""
    if text.rstrip().endswith("?"):
        return text
    text = turned(text, WAYS)
    return REVIEWED.sub(r", review \g<when>", text) if OF_RISK.search(text) else text
