"""A message parted into what it begins with and its last thought: another question, an order about what was said before it, or only that it be written down."""
from dataclasses import dataclass, replace
import re

from assistant.planner.heard.following import A_TIME
from assistant.planner.heard.hearing import QUOTED
from assistant.planner.reworded.asked_of_benefits import is_of_totals
from assistant.planner.words.phrases import KEPT_AS, SEEN_FIRST

AUX = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may)"
ASKS = (r"(?:what(?! an?\b)|which|who|whose|whom|why|how \w+|"
        rf"(?:when|where|how) (?=(?:exactly )?{AUX}\b)|since when|by when|until when|"
        r"(?:from|on|for|in|to|with|of|at|by) (?:which|what|whom|how (?:much|many|long|far))|"
        rf"(?!(?:can|could|would|will) you\b){AUX} "
        r"(?=(?:there|it|its|they|them|those|these|that|this|any|anything|anybody|anyone|we|i|you|he|she|his|her|their|the|all|both|some|each|"
        r"one of|[A-Z])\b))")
TELLS = (r"(?:tell (?:me|us)|show (?:me|us)?|say|list|let (?:me|us) (?:know|see)|give (?:me|us)|remind (?:me|us)|explain|check|see)"
         r"(?: (?:whether|if|about))?")
ORDERS = (r"(?:push|move|give|set|mark|close|assign|reassign|hand|make|shift|postpone|put|cancel|reopen|approve|reject|drop|lower|raise|sort|order|group|"
          r"remind|ask|invite|chase|warn|thank|unblock|"
          r"block|start|finish|delete|remove|add|book|log|note|update|change|leave|bump|extend|bring|pull)"
          r"(?! (?:dates?|is|are|was|were|has|requests?|of|reviews?|logs?|lists?)\b)")
KEEPS = r"(?:enter|record|register|save|file|capture|write)(?= (?:it|this|that|them|these|those|both|down)\b)"
NEXT = r"next(?: up| in line)?(?: is|:| comes| i\b)"
OTHERS = r"(?:the|those) ones? (?=\w)|whether (?=\w)"
GROUPS = (r"(?:(?:per|for each) (?=[a-z]+\W*$)|by (?=(?:owner|person|project|programme|status|month|week|team|phase|priority|kind|type|category|supplier|"
          r"sponsor|manager)\W*$))")
SOFTLY = (r"(?:(?:and|but|also|then|so|or|plus|now|please|pls|can you|could you|would you|i(?:['’]d| would) like (?:you )?to|kindly|just|maybe|"
          r"finally|if so|if yes|if any|in that case|otherwise)[ ,]+)*")
SENTENCE, COMMA, AND = r"\s*[?!;]+\s*|(?<=[a-z\d)’'\"”])\.\s+", r"\s*,\s*|\s+[–—-]+\s+|:\s+", r"\s*,?\s+(?=(?:and|but|so|then|or|plus)\b)"
OPENER = rf"(?P<asks>{ASKS}\b|{GROUPS}|{OTHERS})|(?P<tells>{TELLS}\b)|(?P<orders>{ORDERS}\b|{KEEPS}|{NEXT})"
JOINT = re.compile(rf"(?:(?P<end>{SENTENCE})|(?P<and>{AND})|(?P<comma>{COMMA}))(?P<soft>{SOFTLY})(?={OPENER})", re.I)
PUT_DOWN = re.compile(rf"(?:{SENTENCE}|{AND}|{COMMA}){SOFTLY}(?:log|enter|book|put|record|add|write|save|register|file|capture|note|reflect|keep|"
                      r"(?:let (?:us|me)|i want to|i need to) (?:log|note|record))(?: down| in)? "
                      r"(?:it|this|that|both|them|these|those|all of (?:it|that|them)|all that|everything)(?: down| in| up)?"
                      r"(?: (?:in|into|to|on|onto|for)(?: (?:the|our|my))? (?:systems?|records?|tool|me|us|plan|log|books?|(?:to-?do )?list|tasks?))?"
                      r"(?: for me)?(?: too| as well)?"
                      r"(?:,? please)?[.! ]*$", re.I)
LOOKS = re.compile(r"(?:(?:let me|i want to|i['’]d like to) (?:see|check|look at)|show me) (?:it|them|that|the (?:list|preview|changes?|tasks?)) "
                   r"(?:first|before(?: that| it happens)?)", re.I)
FEWEST, SHORTEST, LONGEST = 2, 8, 600            # words of a thought, and letters of what stands before it and of the message
ELLIPTIC = re.compile(rf"^(?P<w>which|how many)(?: ones?)? (?={AUX}n?\b|(?:haven|hasn|isn|aren|wasn|weren|don|doesn|didn)['’]t\b|needs?\b)", re.I)
MANY = re.compile(r"\b(?:them|those|these|they|their|theirs|of (?:it|them)|any of|both)\b(?! (?:who|that|which)\b)", re.I)
ONE = re.compile(rf"\b(?:it|its|that{A_TIME}|this{A_TIME}|he|she|his|her|him)\b", re.I)
TAG = re.compile(rf"{AUX}(?:n['’]t)? (?:i|you|we|he|she|it|they|that|this)(?: please| not| though)?", re.I)
SAME = re.compile(r"\b(?:i\.? ?e\.?|that is to say|in other words|meaning|namely|like|such as|for example|e\.? ?g\.?)\W*$", re.I)
BOUND = re.compile(rf"\W*(?:(?:and|so|ok|please)\b\W*)*(?:(?:if|unless|once|as soon as|suppose|supposing|in case|before|after|should)\b|"
                   rf"when (?!{AUX}\b))", re.I)
BEHIND = re.compile(rf"\?\s+(?!{SOFTLY}(?:{OPENER}))"
                    rf"(?=.*(?:['’](?:m|s|re|ve|d|ll)\b|\b(?:{AUX}|am|need\w*|want\w*|told|said|says|meets?|comes?|looks?|seems?|sounds?|feels?|only|"
                    r"\w{3,}ed)\b))(?P<said>(?:i|we|it|that|this|the|my|our|he|she|they|looks?|seems?|sounds?|feels?|(?-i:[A-Z])\w+)\b[^?]{6,})$", re.I)
SAYS = rf"(?:{AUX}|wants?|needs?|asks?|asked|keeps?|kept|hates?|says|said|told|thinks?|knows?|likes?|insists?|expects?|waits?|meets?)"
TAIL = re.compile(rf"(?:,|\.|\s[–—-])\s+(?!{SOFTLY}(?:{OPENER})|(?:i mean|i meant|that is|rather)\b)"
                  r"(?P<said>(?:(?:i|we|he|she|they|it|nobody|somebody|everybody|people)(?:['’](?:m|s|re|ve|d|ll)\b| [a-z]+)|"
                  rf"(?:the|my|our|his|her|that|(?-i:[A-Z])\w+)(?: [\w'’-]+){{0,3}}?(?: {SAYS}\b|['’]s ))[^?,]*)[.! ]*$", re.I)
LED = re.compile(rf"^\W*{SOFTLY}(?:which|who|whose|whom)\b", re.I)
RELATIVE = re.compile(r"\b(?:which|who|whose)\b|\bthat (?:is|are|was|were|has|have|had|will|can|we|i|you|he|she|they|nobody|no one|need|lack)\b", re.I)
A_QUESTION = re.compile(rf"^\W*{SOFTLY}{ASKS}", re.I)
BARE = re.compile(r"^(?:why|since when|by when|until when|(?:for|by) how (?:much|many|long)|"
                  r"how (?:much|many|late|long|far)|who|when|where|"
                  r"from (?:what|when|whom|which) to (?:what|when|whom|which)|(?:per|by|for each) [a-z]+)\W*$", re.I)
EMPTY = re.compile(r"^what(?:['’]s| is| are)? (?:still |yet |else )*(?:missing|lacking|due|open|left|needed|outstanding)(?: then| now)?$", re.I)
WHOM = re.compile(r"^(?:who|whose|whom)\b", re.I)


@dataclass(frozen=True)
class Thought:
    """The last thought of a message, with what stands before it; `asks` a question, `tells` what is only told behind one, or else an order."""
    before: str
    said: str
    asks: bool
    tells: bool = False

    @property
    def is_put_down(self) -> bool:
        """Whether it only asks that what was said be written down, or shown before it is."""
        return (PUT_DOWN.fullmatch(f", {self.said}") or LOOKS.fullmatch(self.said)) is not None

    @property
    def is_next(self) -> bool:
        """Whether it tells only what is done after this."""
        return not self.asks and re.match(NEXT, self.said, re.I) is not None

    @property
    def leans(self) -> bool:
        """Whether it is of several that were spoken of before."""
        return MANY.search(self.said) is not None

    @property
    def points(self) -> bool:
        """Whether it is of one thing that was spoken of before."""
        return BARE.match(self.said) is not None or ONE.search(self.said) is not None

    @property
    def looks_back(self) -> bool:
        """Whether it may be about what stands before it, and so waits until that is shown."""
        return self.leans or self.points or ELLIPTIC.match(self.said) is not None


def last_thought(text: str) -> Thought | None:
    """The last thought of a message that has several; None where it has one, or its parts are a title, a quotation or a list."""
    text = SEEN_FIRST.sub("", text.strip())
    if KEPT_AS.search(text) or is_of_totals(text):
        return None                                        # where to keep what was told is no thought of its own; one list has all totals
    if "\n" in text or len(text) > LONGEST:
        return None
    quoted, found = [m.span() for m in QUOTED.finditer(text)], None
    for m in JOINT.finditer(text):
        said, before = text[m.end():].strip(" ?.!,"), text[:m.start()].strip(" ,;–—-")
        said = re.sub(rf"^(?:{TELLS})\s+(?=(?:{ASKS}|if|whether)\b)", "", said, flags=re.I)
        if TAG.fullmatch(said):
            continue
        is_short = len(before) < SHORTEST or len(before.split()) < FEWEST or (len(said.split()) < FEWEST and not BARE.match(said))
        if not is_short and not any(start < m.end() < end for start, end in quoted) and not _is_clause(m, before, text):
            found = Thought(before, said, not m["orders"])
    told = BEHIND.search(text) or TAIL.search(text)
    if told and (found is None or len(found.before) < told.start()) and not any(start < told.start() < end for start, end in quoted):
        return Thought(text[:told.start() + 1].rstrip(",.–—- "), told["said"].strip(" ."), asks=False, tells=True)
    if found is None or not text.endswith("?") or found.before.endswith("?"):
        return found
    inner = last_thought(f"{found.before}?")
    is_asked = inner.asks if inner else A_QUESTION.match(found.before) is not None
    return replace(found, before=f"{found.before}?") if is_asked else found


def _is_clause(m: re.Match[str], before: str, text: str) -> bool:
    """Whether what follows only tells more of what stands before it, as in “tasks, which are late” and “if it is late, move it”."""
    if BOUND.match(before) and not m["end"]:
        return True
    if m["comma"] and ":" in m["comma"] and not re.match(r"\W*(?:i|we|my|our|it)\b", before, re.I):
        return True                                        # “put a decision on the agenda: should we go on?”
    if SAME.search(before):
        return True
    word = (m["asks"] or "").lower()
    if word in ("which", "who", "whose", "whom") and not m["end"]:
        rest = LED.sub("", before)
        is_told = re.search(rf"\b{word}\b", rest, re.I) is not None or ("," not in m[0] and RELATIVE.search(rest) is not None)
        return is_told or (m["comma"] is not None and not text.rstrip().endswith("?"))
    return bool(m["tells"] or m["orders"]) and m["comma"] is not None and re.search(r"[,:]\s*$|\b(?:to|and|or)$", before) is not None
