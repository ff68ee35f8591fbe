"""What was changed, put as everybody else says it: whether anybody did it is who did it, and a weekend of which it is told in the past is the last one."""
import re

LEAD = r"^\W*(?:(?:so|and|ok|but|then|now|please|also|hi|hello|tell me|can you tell me|do you know)\b[\s,:;–-]*)*(?:(?:if|whether) )?"
DONE = {"change": "changed", "lower": "lowered", "raise": "raised", "increase": "increased", "reduce": "reduced", "cut": "cut", "move": "moved",
        "edit": "edited", "touch": "touched", "alter": "altered", "adjust": "adjusted", "update": "updated", "modify": "modified", "postpone": "postponed",
        "delete": "deleted", "remove": "removed", "reopen": "reopened", "close": "closed", "correct": "corrected", "revise": "revised",
        "decrease": "decreased", "shift": "shifted", "push": "pushed"}
BASE = {done: verb for verb, done in DONE.items()}
ANYBODY = r"(?:any|some)(?: ?one| ?body)(?: else)?(?: of (?:us|you|them))?(?: (?:ever|really|actually|secretly|perhaps|maybe|again))*"
DID = re.compile(rf"{LEAD}(?:did|has|have|had) {ANYBODY} (?P<v>{'|'.join((*DONE, *BASE))})\b(?= )", re.I)
PAST = re.compile(rf"{LEAD}(?!.*\b(?:will|shall|should|going to|planned|due)\b)(?:what|which|who|whose|did|was|were|has|have|how many|how often|"
                  rf"anything|any|show|list|all|every)\b[^?]*\b"
                  rf"(?:{'|'.join(BASE)}|happened|created|added|entered|recorded|written|changes|edits)\b", re.I)
WEEKEND = re.compile(r"\b(?:on|at|over|during|in) (?:the|this) (?:last |past )?weekend\b", re.I)


MAKES = re.compile(rf"{LEAD}(?:did|has|have) (?P<who>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?) (?P<v>{'|'.join((*DONE, *BASE))}) (?:any|an?|some|"
                   rf"(?:any|some) of the) "
                   r"(?P<k>milestone|task|risk|issue|benefit|decision|budget line|project|assumption)s?\b", re.I)


def asked_of_changes(text: str) -> str:
    """The same question in the usual words."""
    text = MAKES.sub(lambda m: f"which {m['k'].lower()}s did {m['who']} {BASE.get(m['v'].lower(), m['v'].lower())}", text)
    text = DID.sub(lambda m: f"who {DONE.get(m['v'].lower(), m['v'].lower())}", text)
    return WEEKEND.sub("last weekend", text) if PAST.match(text) else text
