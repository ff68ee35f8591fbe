"""What narrows a list, said as a sentence of its own: “that haven't been started”, “which score 12 or more”, “nobody answered”."""
import re

from assistant.planner.reworded.turned import turned
from assistant.planner.words.openings import opening

NOT_YET = r"(?:have|has)(?:n['’]?t| not|nt)(?: yet| ever)?"
HOW = (r"(?:above|over|below|under|beyond|at least|at most|more than|less than|higher than|lower than)")
MUCH = (rf"(?:(?P<how>{HOW}) (?P<n>\d{{1,2}})|(?P<m>\d{{1,2}} (?:or|and) (?:more|higher|above|over|less|lower|below|under)))(?!\s*(?:%|percent|k\b|EUR|"
        rf"€|h\b|,?\d))")
NOT_A_TIME = r"(?!\s+(?:for|since|in|within|during|by|this|last|before|after|on)\b)"
WORK = r"(?:chase|call|write to|mail|e-?mail|talk to|speak to|ask|remind|contact|get back to|follow up with|tell|nudge|ping|warn)"


def _with_score(m: re.Match[str]) -> str:
    return f"{m['k']} with a score of {m['m']}" if m["m"] else f"{m['k']} with a score {m['how']} {m['n']}"


LISTED_BY = r"project|owner|person|status|priority|due date|date|manager|severity|score"
TURNS = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((r"\b(?P<k>decisions?|change requests?)(?: that| which)? (?:have|has|are|were|is|was)(?:n['’]?t| not)(?: yet)?(?: been)? "
      r"(?:decided|made|taken|answered)(?: (?:up)?on)?(?: yet)?\b"), r"open \g<k>"),
    (rf"\b(?P<who>that |which |who )?{NOT_YET} been (?P<v>[a-z]{{3,}}ed|begun|done|met|written|sent|paid)\b{NOT_A_TIME}", r"\g<who>are not \g<v>"),
    (rf"\b(?P<k>risks?|threats|opportunities)(?: that| which)? (?:have |has )?scor(?:e|es|ed|ing)(?: of| at)? {MUCH}", _with_score),
    (rf"\b(?P<k>risks?|threats|opportunities)(?: that are| which are| are)? {MUCH}(?! (?:days?|weeks?|months?|years?|old|tasks|hours?|people)\b)", _with_score),
    (r"\b(?P<or>or|and) (?:that |which )?(?:nobody|no one|noone) (?:has |have )?(?:yet )?(?:answered|responded to|reacted to)(?: (?:them|it))?(?: yet)?\b",
     r"\g<or> without a response"),
    (r"\b(?:(?:that|which) )?(?:has |have )?(?:nobody|no one|noone) (?:has |have )?(?:yet )?(?:answered|responded to|reacted to)(?: (?:them|it))?(?: yet)?\b",
     "without a response"),
    ((rf"^(?P<q>[^?]{{8,}}\?)\s+(?:i|we)(?:['’]d| would| will|['’]ll)? (?:need to|have to|want to|must|should|like to|hate to|rather not) (?:{WORK}|"
     rf"find out|be) [^?;:]*$"),
     r"\g<q>"),
    ((rf"{opening()}i (?:only |just )?(?:want|need|would like)(?: only| just| to see| to have)* (?P<what>(?:the |all |every )?(?:[\w'-]+ "
      rf"){{0,2}}?(?:tasks|risks|issues|"
     r"milestones|benefits|decisions|change requests|costs)\b[^?;:]*?)(?:,? (?:and )?(?:nothing else|nothing more|no others?|only those))?(?:,? "
     r"please)?[\s.]*$"),
     r"show \g<what>"),
    (rf"\s*[.?!,;–-]+\s*(?:please )?(?:list|show|give)(?: me)? (?:them|these|those)(?: all)? by (?P<f>{LISTED_BY})(?:,? please)?[\s.!]*$",
     r" sorted by \g<f>"),
))


def as_condition(text: str) -> str:
    """The same message with such sentences as the conditions that they are."""
    return turned(text, TURNS)
