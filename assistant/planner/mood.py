"""Is it an order, a question or a refusal? A question is never answered by writing, and "don't" does nothing."""
import re

POLITE = (r"(?:(?:please|hi|hello|hey|ok|okay|now|also|then|just|so|and|can you|could you|would you|will you|can we|could we|i want you to|i want to|"
          r"i'd like to|i would like to|i need to|we need to|let's|let us|kindly)\b[\s,!]*)*")
ORDERS = ["create", "add", "make", "open", "log", "raise", "record", "register", "note", "remind", "ask", "assign", "put", "set", "move", "mark",
          "change", "close", "start", "finish", "complete", "reopen", "cancel", "push", "postpone", "reschedule", "replan", "shift", "reassign",
          "give", "approve", "reject", "rename", "book", "schedule", "plan", "block", "unblock", "undo", "revert", "take", "defer", "update",
          "extend", "bring", "reduce", "increase", "shift", "new", "task", "todo", "draft", "delete", "remove", "drop", "capture", "enter", "file",
          "report", "complete", "unassign", "get", "have", "need", "pause", "resume", "hand"]
ORDER = re.compile(rf"^\W*{POLITE}(?:{'|'.join(ORDERS)})\b", re.I)
QUESTION = re.compile(rf"^\W*(?:{POLITE})?(?:who|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|should|will|would|may|must|can|"
                      rf"could|whose|am|any|anything)\b", re.I)
ASKED_FOR = re.compile(r"^\W*(?:can|could|would|will) (?:you|we|somebody|someone|i get|i have)\b", re.I)
REFUSAL = re.compile(rf"^\W*{POLITE}(?:do not|don't|dont|never|no need to|stop)\b(?! forget)", re.I)
REMOVAL = re.compile(rf"^\W*{POLITE}(?:delete|remove|erase|destroy|wipe|purge|drop)\b", re.I)
STATEMENT = re.compile(r"^\W*(?:[\w-]+-\d+)\b.*\b(?:is|are|was|done|blocked|finished|started|needs?|%)|^\W*[\w-]+-\d+\s+\d+\s?%", re.I)
SHOULD = re.compile(r"^\W*(?!who|what|which|when|where|why|how)[\w' -]{2,40}\b(?:should|needs? to|must|has to|have to)\b(?! (?:i|we)\b)", re.I)
DID = re.compile(r"^\W*(?!who|what|which|when|has|did)[\w' -]{2,40}\b(?:finished|completed|started|closed|takes over|took over|will take)\s+(?:the "
                 r")?[\w-]*-\d+\W*$", re.I)
THERE_IS = re.compile(r"^\W*(?:we (?:spent|paid|bought)|i (?:spent|paid|bought)|there (?:is|'s) a|i(?:'m| am) (?:worried|afraid)|we (?:might|may)|"
                      r"don't forget|new \w+|todo|task|risk|ticket)\b", re.I)


def is_question(text: str) -> bool:
    return bool(QUESTION.match(text) or text.rstrip().endswith("?")) and not (ASKED_FOR.match(text) and not SHOW.search(text))


LOOK = re.compile(rf"^\W*{POLITE}(?:show|list|tell|explain|give (?:me|us)|find|get me|open the|send me|report on)\b", re.I)
SHOW = re.compile(r"\b(?:show|list|tell|see|explain|give me|find)\b", re.I)


def is_order(text: str) -> bool:
    """Whether somebody wants something written: a command, a wish, or a statement about a record such as "T-12 is done"."""
    if LOOK.match(text):
        return False
    if STATEMENT.match(text) and not text.rstrip().endswith("?"):
        return True
    if is_question(text) and not ASKED_FOR.match(text):
        return False
    return bool(ORDER.match(text) or DID.match(text) or SHOULD.match(text) or THERE_IS.match(text) or (ASKED_FOR.match(text) and not SHOW.search(text)))


def is_small_talk(text: str) -> bool:
    """A greeting, thanks, or a cry for help."""
    return bool(SMALL_TALK.match(text))


SMALL_TALK = re.compile(r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: very much)?|help(?: me)?|what can (?:you|i) "
                        r"(?:do|ask|say)|who are you|how does this work|test|\?+)\W*$", re.I)


def is_refusal(text: str) -> bool:
    return bool(REFUSAL.match(text))


def is_removal(text: str) -> bool:
    return bool(REMOVAL.match(text))
