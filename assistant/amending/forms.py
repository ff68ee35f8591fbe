"""How people say what is left of a preview that waits, what is left out of it, and what becomes of a part."""
import re

from assistant.amending.values import GRADED_AS

QUESTION = re.compile(r"^\W*(?:what|which|who|whose|when|why|how|where|is|are|does|do (?:i|we|you|they|any)|did|can|could|would|will|should|shall|show|list|"
                      r"tell|give me)\b(?! me only)", re.I)
NO = r"(?:no|nope)(?:\s*[,.;:–—-]+\s*|\s+(?=(?:only|just|not|make|it|that|sorry|wait)\b)|$)"
FILLERS = re.compile(rf"^(?:{NO}|(?:ok|okay|yes|fine|good|please|but|and|well|actually|sorry|wait|hm+|oh|so|now|then|right|also|oops|ah|alright)\b"
                     r"[\s,.:;–—-]*)+", re.I)
KEPT = (re.compile(r"^(?:only|just|keep(?: only| just)?|take(?: only| just)|do(?: only| just)|apply(?: only| just)?|create only|make only|"
                   r"i (?:only|just) (?:want|meant?|need)|nothing but|none but|no (?:one|others?) but|limit (?:it|that|this) to)\s+"
                   r"(?:do |take |keep |for |in |on |of |with |to )?(?P<x>.+)$", re.I),
        re.compile(r"^(?P<x>.+?)\s+(?:only|alone)$", re.I))
OUT = (r"(?:not|no|without|except(?: for)?|but not|apart from|"
       r"(?:all|everything|everyone|anything|each|them all|all of them) (?:but|except(?: for)?|without|apart from)|"
       r"drop|skip|leave out|take out|remove|strike|scratch|forget(?: about)?|delete|cancel|exclude|excluding|minus|omit|ignore|kick out|cut|lose|"
       r"(?:do not|don['’]t|dont|never) (?:change|move|touch|do|include|give|add|make|take|create|need|want|reassign|hand over)|"
       r"(?:i|we) (?:do not|don['’]t|dont|no longer) (?:need|want))")
AS_IS = r"(?:as (?:it|they) (?:is|are|was|were)|where (?:it|they) (?:is|are))"
GONE = (re.compile(rf"^{OUT}\s+(?P<x>.+?)(?:\s+(?:out|away|off|altogether|completely|from (?:it|that|the list)))?$", re.I),
        re.compile(rf"^(?:leave|keep)\s+(?P<x>.+?)\s+(?:out(?: of (?:it|this|that))?|alone|{AS_IS}|untouched|unchanged|off)$", re.I),
        re.compile(rf"^(?P<x>.+?)\s+(?:not|stays?(?: (?:{AS_IS}|out|put))?|(?:is|are) out|can stay|can go|(?:is|are) not needed|"
                   r"should (?:stay|not|be left out|be left alone)(?: .{0,20})?)$", re.I))
THAT_ONE = re.compile(r"^(?P<x>.+?)\s*[,;:–—-]+\s*(?:that one|this one|that|it|this|they|those|these|them)\s+(?P<v>.+)$", re.I)
CLAUSE = re.compile(r"\s*[,;.]\s*(?:and |but |or )*(?=(?:no|not|without|only|just|except|drop|skip)\b)|"
                    r"\s+(?:and|but)\s+(?=(?:no|not|without|only|just|drop|skip|leave|keep)\b)", re.I)
PIECE = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+", re.I)
VERB = re.compile(r"^(?:make|set|move|change|put|push|give|assign|hand(?: over)?|let|shift|leave|postpone|pull|have|do|plan|schedule|for|reassign|with)\s+"
                  r"(?!only\b|just\b)", re.I)
EXTENDS = re.compile(r"^(?:extend|prolong|lengthen|stretch)\s+(?P<x>.+?)\s+(?:to|until|till|by)\s+", re.I)
LEADS = re.compile(r"(?:to|is|are|was|goes|go|gets|for|due|on|by|at|as|with|should|must|needs?|will|has|until|till|from|in|be|an?|one|two|three|four|five|"
                   r"\d\S*|next|tomorrow|today|mon|tue|wed|thu|fri|owner|priority|prio|hours|high|low|medium|critical|only|rather|instead|belongs|"
                   r"starts?|takes?|(?:mon|tues|wednes|thurs|fri)days?|every|each|weekly|daily|monthly|mine|end|no)(?=\W|$)", re.I)
DOES = re.compile(r"^\s*(?:does|do|takes?|gets?|has|have|handles?|owns?|is (?:on|doing|responsible for|to do|taking)|are doing|"
                  r"(?:should|will|can|could|shall|must|may|['’]ll) (?:do|take|get|have|handle|own))\s+(?P<x>.+)$", re.I)
ME_DOES = re.compile(r"^i(?:['’]ll| will| can| shall)?\s+(?:do|take|get|have|handle|own)\s+(?:care of\s+)?(?P<x>.+)$", re.I)
ALONE = re.compile(rf"^(?:(?:it|that|this)\b(?:['’]s| is| to| at| as)?\s+)?(?P<v>(?=.*(?:{GRADED_AS}|\bmine\b)).+)$", re.I)
