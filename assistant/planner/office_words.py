"""Short forms of the office, written out before anything is heard: w/o, prio, ppl; what is quoted stays."""
import re

from assistant.planner.hearing import QUOTED

SHORT = {"w/o": "without", "w/": "with", "prio": "priority", "prios": "priorities", "til": "until", "'til": "until", "em": "them", "'em": "them",
         "ppl": "people", "wrt": "about", "mgr": "manager", "proj": "project", "projs": "projects"}
WORD = re.compile(r"(?<![\w/.'’@-])(?:" + "|".join(re.escape(w) for w in sorted(SHORT, key=len, reverse=True)) + r")(?![\w/.'’-])", re.I)


def written_out(text: str) -> str:
    """The text with every short form written out."""
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(text)]
    return WORD.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in quoted) else SHORT[m[0].lower()], text)
