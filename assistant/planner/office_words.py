"""Short forms of the office, written out before anything is heard: w/o, prio, ppl; what is quoted stays."""
import re

from assistant.planner.hearing import QUOTED

SHORT = {"w/o": "without", "w/": "with", "prio": "priority", "prios": "priorities", "til": "until", "'til": "until", "em": "them", "'em": "them",
         "ppl": "people", "wrt": "about", "mgr": "manager", "proj": "project", "projs": "projects"}
WORD = re.compile(r"(?<![\w/.'’@-])(?:" + "|".join(re.escape(w) for w in sorted(SHORT, key=len, reverse=True)) + r")(?![\w/.'’-])", re.I)


MORE = re.compile(r"\b(?:needs?|takes?|will take|requires?|wants?)\s+(?:about |another |some )?(?P<n>\d+(?:[.,]\d+)?)\s*(?:more|additional|extra|further)\s+"
                  r"(?P<unit>h|hrs?|hours?)\b(?!\s+(?:per|a|each|of)\b)", re.I)


def written_out(text: str) -> str:
    """The text with every short form written out; hours that are needed still are hours left."""
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(text)]
    text = text if quoted else MORE.sub(r"has \g<n> \g<unit> left", text)
    return WORD.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in quoted) else SHORT[m[0].lower()], text)
