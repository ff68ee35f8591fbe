"""Which thing is to be split, by the words around what it is split into: “split ‘Move the first hall’ into”, “three sub-tasks of T-8”."""
import re

SPLIT = (re.compile(r"\b(?:split|divide|break)(?:ting|ing)?\s+(?!down\b)(?:up\s+)?(?P<what>\S[^\n]*?)\s+"
                    r"(?:into|in(?=\s+(?:two|three|four|five|six|\d+)\b))\b", re.I),
         re.compile(r"\b(?:sub-?\s?tasks|parts|children)\s+(?:of|for|to|under|below|out of|from)\s+(?P<what>\S[^\n:]*)", re.I),
         re.compile(r"(?P<what>(?<![\w-])(?:[a-z]\w*-)+\d+)(?!\w)", re.I))
NOUN = re.compile(r"^(?:(?:the|our|my|big|large)\s+)*(?:task|story|ticket|epic)\s+(?=\S)|\s+(?:task|up|down|apart)$", re.I)
NOTHING = re.compile(r"^(?:(?:this|that|the|following|it|them|these|text|description|work|task|story|feature|notes?|up|new|big|large|one|a|an|"
                     r"project|below|plan)(?:\s+|$))+$", re.I)


def what_is_split(lead: str) -> str:
    """The key or title of what an order splits, quotes and nouns taken off; empty where it names nothing of the records."""
    for said in SPLIT:
        if m := said.search(lead):
            what = NOUN.sub("", NOUN.sub("", m["what"].strip(" ,.:–-"))).strip("\"'“”‘’ ")
            return "" if NOTHING.match(what) else what
    return ""
