"""The words by which hours worked are told: verbs, openings, what parts two entries, and what shows that something else is meant."""
import re

from assistant.planner.told.told_of_work import DONE
from assistant.planner.words.phrases import ORDERS

VERB = (r"(?:log|book|record|enter|register|track|add|note|put|put down|write down|worked|spent|did|booked|logged|had|took|was|clocked|"
        r"reported)")
WORKED = re.compile(rf"(?:^|[\s,.;:])(?!took\b){VERB}(?:\s|$)|[A-Z][\w-]*-\d+ took\b", re.I)
ELSE = re.compile(r"\b(?:estimate[sd]?|remaining|left to do|hours left|budget|due|deadline|should take|will take|task:|new task|add a task|create|free|"
                  r"capacity|"
                  r"per week|weekly|reminds?|every)\b", re.I)
STANDS = re.compile(rf"\b(?:it|that|this|task|[A-Z][\w-]*-\d+)(?: is|['’]s)?(?: now| all)? {DONE}\b|\b{DONE} [A-Z][\w-]*-\d+", re.I)   # how far it is
ASKS = re.compile(r"^\W*(?:and |so |but )*(?:who|what|which|when|where|why|how|is|are|am|does|do|did(?! \d)|has|have(?! spent| worked| logged| booked)|can i|"
                  r"could i)\b", re.I)
OTHERWISE = re.compile(rf"^\W*(?:and |please |then |also |can you |could you )*(?:{'|'.join(ORDERS)}|show|list|tell|give)\b", re.I)
PUT_IN = re.compile(rf"(?:^|[.,;!:–-]|\band\b)\s*(?:please |pls |can you |could you |so )*{VERB}(?: (?:both|all|it|that|this|them|these|those))?"
                    r"(?: of (?:it|them|those))?(?: (?:in|down|up|please|pls|for me|too))*\s*[.!?]*$", re.I)
FORGOT = re.compile(r"^\W*(?:(?:please|hi|hello|hey|ok|so|and|also|sorry|can you|could you|i would like to|i want to|let me)\b[\s,]*)*"
                    r"(?:i (?:have |had )?(?:forgot(?:ten)?|did not|didn['’]t|still have|still need|need|have|missed) (?:to )?"
                    r"(?:log|book|enter|record|register)(?:ging|ing)? ?(?:anything|my (?:time|hours)|hours|time)?(?: (?:for|on))?|"
                    r"i (?:have )?(?:logged|booked|entered|recorded) nothing(?: (?:for|on))?)\s*", re.I)
JOINT = re.compile(r"\s*(?:[;:]|[,.](?=\s|$)|\s[–—-]\s|,?\s\band\b(?=\s)|,?\s\bplus\b|,?\s\bthen\b)\s*", re.I)
EACH_DAY = re.compile(r"\b(?P<n>\d+(?:[.,]\d+)?) ?(?:h|hrs?|hours?)?\s+(?:(?:a|per|each|every) (?:working )?day|daily|each)\b(?! of)", re.I)
TIMED = re.compile(r"(?<![\w.,-])(?:\d+(?:[.,]\d+)?|an?|half an?|one|two|three|four|five|six|seven|eight) ?(?:h|hrs?|hours?|mins?|minutes)\b"
                   r"(?! (?:a|per|each|every) (?:week|month))", re.I)
TASK_LED = re.compile(r"^(?:spent |worked |of work )*(?:on|for|with|into|at|to|against)\s+(?:the\s+)?(?P<what>.+)$", re.I)
EMPTY = re.compile(rf"^\W*(?:(?:i|we|me|my|myself|have|has|it|that|this|the|of|all|on|for|with|in|at|to|into|work|working|{VERB}|also|again|just|about|around|"
                   r"another|more|from|until|through|each|day|so|please|in total|altogether|both|whole|hours?|time|and|down|up|then|of it|"
                   r"first|rest|so far|for me|there|a)\b[\s,]*)*$", re.I)
KEYED = re.compile(r"^(?:KEY HOURS(?: DATE)?(?: and| plus)? ?){2,}$")
OPENS_SO = re.compile(rf"^(?:(?:of|can|could|would|you|i|we|me|have|has|just|also|then|please|{VERB}|another|of work|for me|"
                      r"all of|all|about|around|some|down|in|myself)\s+)+", re.I)
IT_WAS = re.compile(r"^(?:it|that|this|they|all of it|both) (?:was|were|went) (?:for |on |into )?", re.I)
WEEK = re.compile(r"\b(?:(?:in|of) )?(?:last|this|the|previous) week\b", re.I)
DAY, AMOUNT = "\1", "\2"                        # what stands for a day and for hours
DAYS = rf"{DAY}+(?:\s*(?:to|until|till|through|[–-])\s*{DAY}+)?"
BARE = re.compile(rf"^(?:and\s+|then\s+|another\s+)*(?P<n>\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight)"
                  rf"(?=\s+(?:more\s+)?(?:for|on|to|into|with|{DAY})|\s*$)", re.I)
BARE_FIRST = re.compile(r"^(?:log |book |record |enter |i |worked |spent |did |booked |logged )*\d+(?: \d)? (?:on|for) KEY\b")
