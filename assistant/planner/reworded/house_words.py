"""“In our house "parked" means on hold”: a word of the house's own, however it is opened, put as “"parked" means on hold”."""
import re

HOUSE = (r"(?:(?:in|at|within|across) (?:our|this|the) (?:house|company|firm|team|office|department|organi[sz]ation|place|shop|programme|project office)|"
         r"with us|around here|over here|here|at ours|for us|in our (?:language|words|terms|jargon|lingo)|among us|internally|to us)")
LED = r"^\W*(?:(?:please|note that|remember(?: that)?|fyi|ok|so|and|by the way|just so you know)\b[\s,:]*)*"
WORD = r"(?P<w>[\"“‘'][^\"”’']{2,60}[\"”’']|[\w-]+)"
MEANS = r"(?:means?|stands? for|refers? to|is used for|equals|is the same as|translates to|is short for|is our (?:word|name|term) for)"
LATER = r"(?:\s+(?:from now on|here|in future|from today(?: on)?))*"
OPENED = re.compile(rf"{LED}(?:{HOUSE}[\s,:]+)?{WORD}\s+(?:{HOUSE}\s+)?{MEANS}\s+(?P<m>[^?\n]{{2,60}}?){LATER}\W*$", re.I)
CALLED = re.compile(rf"{LED}(?:{HOUSE}[\s,:]+)?we (?:call|name|refer to) (?P<m>[^?\n]{{2,60}}?) (?:as )?(?P<w>[\"“‘'][^\"”’']{{2,60}}[\"”’']){LATER}\W*$", re.I)
WHAT_WE_CALL = re.compile(rf"{LED}(?:{HOUSE}[\s,:]+)?(?P<w>[\"“‘'][^\"”’']{{2,60}}[\"”’']) is (?:what|how) we call (?P<m>[^?\n]{{2,60}}?){LATER}\W*$", re.I)
PRONOUN = re.compile(r"(?:this|that|it|which|what|who|these|those|he|she|they|there|here)$", re.I)


def house_word(text: str) -> str:
    """The plain form of such a sentence; any other message as it is."""
    m = next((m for form in (OPENED, CALLED, WHAT_WE_CALL) if (m := form.match(text))), None)
    return text if m is None or PRONOUN.match(m["w"]) or text.rstrip().endswith("?") else f"{m['w']} means {m['m']}"
