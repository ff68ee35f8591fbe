"""Questions that a verb of order opens or a state ends, such as “list every edit by Ben” and “the pilot done yet?”: whatever it is, they order nothing."""
import re

from assistant.planner.reworded.turned import turned

ASKS = "who|what|when|where|which|how|why|whether|if"
QUESTIONS = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((rf"^\W*(?:the )?(?P<t>(?!(?:{ASKS}|is|are|was|were|has|have|did|do|all|any|every\w*|no|my|our|anything)\b)"
      r"(?!.*\b(?:tasks|risks|issues|milestones|projects|to-?dos)\b)[\w'-]+(?: [\w'-]+){1,4}) (?:done|finished|ready|complete|closed)"
      r"(?: yet| already)?\s*\?+$"), r"is the \g<t> done?"),
    ((r"^(?:please |kindly )?(?:list|show)(?: me)? (?:each|every|all(?: the)?) (?:edits?|changes?) (?:made )?by (?P<who>[\w'-]+)"
      r"(?P<when> (?:in|since|during|over|this|last) [^?]*?)?"
      r"\W*$"), r"what did \g<who> change\g<when>"),
    ((r"^(?P<when>yesterday|today)['’]s (?:changes|edits)(?:,? (?:please|pls))?(?:,? (?:by )?(?:everybody|everyone|all))?(?:,? everywhere)?\W*$"),
     r"what changed \g<when>?"),
    ((r"^(?:all|everything|what)(?: that| which)? (?P<who>[\w'-]+) (?:has |have )?(?:got done|finished|completed|done|closed)"
      r"(?P<when> (?:in|since|during|this|last) [\w ]+)\W*$"), r"which tasks did \g<who> finish\g<when>?"),
    (r"^\W*audit trail(?: please)?\s*[:,–-]\s*(?:edits|changes)(?: made)? (?:to|on|of) (?P<of>[\w-]+)\b", r"what changed on \g<of>"),
    ((r"^(?:please )?(?:add up|sum up|total) the hours (?P<who>[\w'-]+) (?:has |have )?(?:booked|worked|logged)(?P<when> [\w ]+)?\W*$"),
     r"total hours of the time entries of \g<who>\g<when>"),
    ((r"^(?P<lead>(?:please |(?:can|could) you (?:please )?)*)(?:put|set|hold|show) (?P<a>[\w-]+) (?:next to|beside|side by side with|alongside) (?P<b>[\w-]+)"
      r"(?: for me| please)*(?=\W*$|,)"), r"compare \g<a> and \g<b>"),
    ((r"^\W*(?:(?:hi|hello|so|ok|and)\b[\s,]*)*(?:[\w'’-]+ (?:told|tells) (?:me|us)|[\w'’-]+ (?:says|said|claims|thinks|heard)|"
      r"i (?:heard|hear|was told)|they say)(?: that)? (?P<claim>[^?.;!]{8,120}?)\s*[,;.–-]+\s*(?:so |and )*"
      r"(?:is (?:it|that|this) (?:so|true|right|correct)|(?:can|could|would|will) (?:you|somebody|someone|anybody) (?:please |pls |just |quickly )*"
      r"(?:check|verify|confirm|look into|find out|have a look at))(?: (?:that|it|this|if (?:that|it)(?:['’]s| is) (?:so|true|right|correct)))?(?: please)?"
      r"(?P<rest>\s*(?:[,;.?!].*)?)$"), r"is it true that \g<claim>?\g<rest>")))


def asked_with_a_verb(text: str) -> str:
    """The same question in the usual words."""
    return turned(text, QUESTIONS)
