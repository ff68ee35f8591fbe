"""Somebody who is ill, by what they have or what they said of it: “Mia has the flu, out until Thursday”, “Ben called in sick”."""
from collections.abc import Collection
import re

WHO = r"(?P<who>i|we|(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?)"
ILLNESS = (r"(?:flu|influenza|fever|cold|covid(?:[- ]19)?|corona|virus|bug|stomach bug|stomach flu|migraine|bronchitis|pneumonia|food poisoning|infection|"
           r"bad back|back pain|sore throat|sick note|tonsillitis|toothache|temperature)\b"
           r"(?=\s*(?:$|[,;.!]|(?:and|until|till|since|so|from|for|again|today|this|but|on|back|out|off|at|now|in|over)\b))")
HAS = (rf"(?:has|have|['’]s|got|has got|has caught|caught|is down with|is in bed with|suffers from|is out with|is off with|is at home with|came down with|"
       rf"am down with|is home with) (?:again |still )?(?:the |an? |some |his |her )?(?:(?:bad|nasty|high|heavy|slight|terrible|kind of) )*{ILLNESS}")
ILL = r"(?:called|phoned|reported|rang) in (?:sick|ill)|(?:is|am|are|['’]s) (?:off |out |at home )?(?:sick|ill|unwell)(?=\s*[,;]|\s+and\b)"
OUT = (r"(?:\s*[,;]?\s*(?:and |so )*(?:(?:he|she|they|i)\b)?(?:\s*(?:['’]s|['’]ll be|is|will be|are|am|will stay|stays))?\s*"
       r"(?:out|off|away|absent|not in|not here|at home|home|in bed|gone)\b)?")
FORM = re.compile(rf"^(?P<lead>\W*(?:(?:hi|hello|hey|so|and|fyi|update|sorry|unfortunately)\b[\s,]*)*){WHO}\s*(?:{HAS}|{ILL}){OUT}(?P<rest>.*)$", re.I | re.S)
CALLED_IN = re.compile(r"\b(?:called|phoned|reported|rang) in\b", re.I)
DAY_OVER = re.compile(r"\s*(?:on|last|yesterday|since)\b", re.I)              # who called in sick on Monday did so on the one that is over


def is_ill(text: str, people: Collection[str]) -> str:
    """The message as everybody else says it: “Mia is sick until Thursday”."""
    m = FORM.match(text)
    is_one = m is not None and (m["who"].lower() in ("i", "we") or any(m["who"].lower() in (name.lower(), name.split()[0].lower()) for name in people))
    if m is None or not is_one or text.rstrip().endswith("?"):
        return text
    is_over = CALLED_IN.search(m[0][:m.start("rest")]) and DAY_OVER.match(m["rest"])
    return f"{m['lead']}{m['who']} {'was' if is_over else 'am' if m['who'].lower() == 'i' else 'is'} sick{m['rest'] if m['rest'].strip(' .!') else ''}"
