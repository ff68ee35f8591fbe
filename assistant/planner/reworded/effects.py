"""What a move does to the end: “does moving T-12 delay the end?” supposed, “what would that do to the go-live?” of the order that waits, and “what did that
do to it?” of the change just made, by how it stood before."""
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import KEY
from assistant.planner.heard.wording import ONE_SUPPOSED, SINCE_YESTERDAY
from assistant.planner.words.openings import opening

LEAD = opening()
SIZE = (r"(?:(?:by|for|of)(?: another)? )?(?P<n>(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+|half an?) "
        r"(?:more |working |calendar |full )?(?:days?|weeks?|months?|fortnights?))"
        r"(?: later| back| out)?")
DAY = r"to (?P<day>(?:the )?(?:\d|next|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\w ]*?)"
MOVING = (r"(?:moving|delaying|pushing|postponing|shifting|slipping|rescheduling|stretching|a delay (?:of|to|on|in|for)|a slip (?:of|on|in)|"
          r"delay of)(?: (?:back|out))?"
          rf" (?P<key>{KEY.pattern}|it|that|this(?: task)?)(?: (?:back|out))?(?: (?:{SIZE}|{DAY}))?")
TOUCHES = (r"(?:delays?|moves?|affects?|chang(?:es?|ed)|push(?:es)?|shifts?|endangers?|matters?|hurts?|impacts?|threatens?|breaks?|costs?|slips?|"
           r"influences?|touch(?:es)?)")
END = (r"(?:(?:the|our|its|my) )?(?:(?:project|whole|final|planned|expected|wanted) )*(?:end(?: date)?|finish(?: date)?|go[- ]live(?: date)?|"
       r"launch(?: date)?|deadline|"
       r"completion(?: date)?|delivery|hand ?over|schedule|plan|timeline|project|dates?|result|outcome|critical path|rest)")
MOVES = (re.compile(rf"{LEAD}(?:does|would|will|do|could|can|is|might) {MOVING} {TOUCHES}\b.*$", re.I),
         re.compile(rf"{LEAD}(?:what|how)(?: effect| impact)? (?:does|would|will|could) {MOVING} (?:do to|mean for|have on|cost|do|mean|affect|change|"
                    rf"delay)\b.*$", re.I),
         re.compile(rf"{LEAD}(?:if )?(?P<key>{KEY.pattern}) (?:slips?|moves?|is late|is delayed|gets delayed|takes longer)(?: (?:{SIZE}|{DAY}))?"
                    r"\s*[,;:.–-]+\s*(?:and |so )?(?:what|how) (?:does|would|will|is) (?:it|that|this)\b.*$", re.I))
THAT = r"(?:that|this|it|the (?:move|change|delay|shift|slip)|that (?:move|change|delay)|doing (?:that|this|so))"
ASKED = re.compile(rf"{LEAD}(?:what (?:did|does|would|will|has|is) {THAT} (?:do|done|mean|change|changed|cost|going to do)(?: to| for| about| of)?|"
                   rf"(?:does|did|will|would|has|could) {THAT} (?:{TOUCHES}|moved|delayed|affected|pushed|shifted)|"
                   rf"what(?: is| was)? the (?:effect|impact|consequence)s? (?:of {THAT} )?(?:on|for)|how (?:does|did|will|would) {THAT} (?:affect|change|"
                   rf"move|hit))"
                   rf"(?: {END})?(?: of [\w-]+)?\W*$", re.I)
RECENT = 4                                      # turns back in which a change was just made


def effect_asked(text: str, context: Context) -> tuple[str, str]:
    """The message, as a supposition or as the same day then and now where it asks what a move does; and what must be said beside it."""
    if m := next(filter(None, (form.match(text) for form in MOVES)), None):
        key = m["key"] if KEY.fullmatch(m["key"]) else context.it
        if key is None:
            return text, ""
        moved = f"moves to {m['day']}" if m["day"] else f"slips by {m['n'] or 'one week'}"
        return f"what if {key} {moved}?", "" if m["n"] or m["day"] else ONE_SUPPOSED
    is_asked = ASKED.match(text) is not None
    if is_asked and context.pending and (turn := next((t for t in reversed(context.past) if t.state == "pending"), None)):
        return f"what if we {turn.question.strip(' .!?')}?", ""
    if is_asked and any(t.state == "applied" for t in context.past[-RECENT:]) and context.project:
        return f"expected finish of {context.project} yesterday and now", SINCE_YESTERDAY
    return text, ""
