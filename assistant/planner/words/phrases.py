"""The turns of phrase by which an order, a question, a refusal and a wish to see something are told apart."""
import re

from records.kinds import KINDS, Person, Project
from records.kinds.base import split

HOMES = (Project.kind.one, Person.kind.one)
NAMED = [k.kind for k in KINDS if k not in (Project, Person)]
ONE = "|".join(re.escape(n) for k in NAMED for n in (k.one, *split(k.also)) if not n.endswith("s"))      # what can be made
MANY = "|".join(re.escape(k.many) for k in NAMED)               # what can be listed
POLITE = (r"(?:(?:please|hi|hello|hey|ok|okay|now|also|then|just|so|and|can you|could you|would you|will you|can we|could we|i want you to|i want to|"
          r"we want to|we would like to|i "
          r"would like to|i would like you to|"
          r"i need to|i need you to|we need to|let us|kindly|go ahead and|you should|you can|maybe|well|yes|no|actually|rather|instead|oops|sorry|thanks|"
          r"great|good|quick one|assistant)\b[\s,]*)*")
ORDERS = (
    "create", "add", "make", "open", "log", "raise", "record", "register", "note", "remind", "ask", "assign", "put", "set", "move", "mark", "change",
    "close", "start", "finish", "complete", "reopen", "cancel", "push", "postpone", "reschedule", "replan", "reassign", "give", "approve", "reject",
    "rename", "book", "schedule", "plan", "block", "unblock", "undo", "revert", "take", "defer", "update", "extend", "bring", "reduce", "increase",
    "shift", "new", "task", "todo", "to-do", "draft", "delete", "remove", "drop", "capture", "enter", "file", "unassign", "get", "have", "need", "pause",
    "resume", "hand", "transfer", "delay", "bump", "swap", "switch", "pass", "declare", "lower", "tell", "let", "accept", "decline", "edit", "correct",
    "adjust", "jot", "identify", "request", "propose", "submit", "define", "introduce", "switch", "flag", "tick", "check", "wrap", "schedule",
    "reschedule", "replan", "repeat", "escalate", "cut", "shorten", "double", "halve", "appoint", "label", "tag", "scrap",
    "archive", "resolve", "save", "store", "apply", "adopt", "carry", "allocate", "staff", "reserve",
)
ORDER = re.compile(rf"^{POLITE}(?:{'|'.join(ORDERS)}|write down|send (?!me\b|us\b)|there is a (?:risk|danger|chance)|do not forget|make sure)\b")
NOTING = "put|note|log|record|enter|write|register|capture|add|book"          # “…, put it in”: what was told is to be written down
QUESTION = re.compile(rf"^{POLITE}(?:who|what|which|when|where|why|how|is|are|was|were|do(?! not)|does|did|has|have|should|will|would|may|must|can|could|"
                      rf"whose|am|"
                      rf"any|anything|anyone|anybody)\b")
ASKED_FOR = re.compile(r"^(?:(?:hi|hello|hey|please|ok|so|and)\b\s*)*(?:can|could|would|will) (?:you|somebody|someone|i ask you)\b")
ALL_GET = re.compile(rf"^{POLITE}(?:all|every|each|whatever|everything)\b(?!.*\b(?:which|who|what) (?:get|become|go))[^?]*?\b(?:gets?|"
                     r"becomes?|goes? to|moves? to|should (?:get|go|become|move))\b|"
                     rf"^{POLITE}(?:the|my|our|these|those) [\w' -]{{3,60}}?\b(?:must|should|shall|have to|need to|are to|ought to) (?:all |each |both |now )*"
                     r"(?:get|become|go to|move to|be (?:given|set|moved|handed|put)|have)\b")
OUR_WISH = re.compile(rf"^(?:(?:hi|hello|hey|please|ok|so|and)\b\s*)*(?:can|could) (?:we|i)(?: please| also)? (?:{'|'.join(ORDERS)})\b")
REFUSAL = re.compile(rf"^{POLITE}(?:do not|never|no need to|stop|you must not|you should not|i do not want|hands off|keep (?:your )?hands off)\b(?! forget)|"
                     rf"^{POLITE}(?:leave|let) .*\b(?:alone|as (?:it|they) (?:is|are)|untouched)$")
REMOVAL = re.compile(rf"^{POLITE}(?:delete|remove|erase|destroy|wipe|purge|drop|kill|nuke|get rid of|trash|throw away|clear out)\b")
SHOW = re.compile(r"\b(?:show|list|tell (?:me|us)|see|explain|give (?:me|us)|find|know|summari[sz]e|brief|remind me what|report on|help me understand|walk "
                  r"me through)\b")
HAVE_ALL = (r"(?:could|can|may|might) (?:i|we) (?:please |kindly )?(?:have|see) (?=(?:every|all|each|the list)\b)"
            r"(?![^?]* (?:moved|shifted|pushed|set|closed|assigned|given|handed|marked|reviewed|changed|postponed|done|cancelled|reassigned|updated)\b)")
LOOK = re.compile(rf"^{POLITE}(?:show|list|tell (?:me|us)|explain|give (?:me|us)|find|get me|open the|send me|report on|provide|display|see|i want to see|"
                  rf"i want to know|i need to know|let me (?:see|know)|bring me up|catch me up|brief me|fill me in|keep me|walk me|help me understand|"
                  rf"remind me (?:what|who|how|when|which|where|why)|"
                  rf"{HAVE_ALL}|open up (?=\S+-\d)|"
                  rf"(?:kindly )?revert (?:back )?(?:to (?:me|us) )?with)\b")
WRITE_UP = re.compile(r"\b(?:create|write|make|prepare|generate|draft|produce|compile|put together|give|need|get|do|send|have|want|build|export)\b[\w' -]*\b"
                      r"(?:report|summary|overview|one[- ]pager|briefing|write-up|update on|status update|list of|ranking|comparison|slides)\b")
NOUNS = re.compile(rf"^{POLITE}(?:open|new|all|my|done|finished|late|overdue|blocked|plan|file|need|change|task|record|book)\b(?!.*\b(?:should|must|go to|"
                   rf"to be|need to|have to)\b)"
                   r"[\w -]*?\b(?:tasks|risks|milestones|projects|points|topics|benefits|change requests|requests|to-dos|tickets|decisions|issues|"
                   r"register|costs|entries|"
                   rf"people|list|{MANY})\b")
RELATIVE = re.compile(r"^(?:all |the |our |show )*KINDS (?:that |which )?(?:PERSON|we|i|they|he|she) (?:still )?"
                      r"(?:has|have|had|must|should|needs?|owns?|is|are)\b")
STATED = re.compile(r"^(?:task |risk |milestone |the )*KEY\b(?: and KEY| KEY)*(?: (?:slips?|slipped|moves|moved|is|are|was|has|have|had|"
                    r"will|should|must|needs?|can|to|=|now|done|"
                    r"finished|blocked|complete|completed|started|cancelled|closed|in|on|goes|takes|ends?|starts?|begins?|repeats?|recurs|no longer|"
                    r"got|due|progress|probability|impact|owner|status|priority|PERCENT|DATE|PERSON|HOURS|MONEY|stuck|waiting|delayed|approved|rejected|"
                    r"ready|over)\b|$)")
SHOULD = re.compile(r"^(?!who|what|which|when|where|why|how|should|does|do|did|if|nobody|everybody|everyone|everything|whatever|"
                    r"anything)[\w' -]{2,40}?\b(?:should|needs? to|must|has "
                    r"to|have to|will|is going to|shall)\b (?!i\b|we\b|be\b)")
DID = re.compile(r"^(?!who|what|which|when|has|did|where|how)[\w' -]{0,40}?\b(?:finished|completed|started|closed|takes over|took over|takes|gets|"
                 r"will take|did|began|"
                 r"begun|is done with|am done with|is finished with|cannot continue|can not continue)\b.*KEY")
FOUND = re.compile(r"^(?:i|we|PERSON|there) (?:have |has |is |was |just )*(?:found|have|has|had|got|discovered|noticed|hit|identified|spotted|is|"
                   r"was) (?:an?|another|one more) "
                   r"(?:[\w-]+ ){0,2}KIND (?:on|in|at|with|that|where|which|because)\b.*\w{3}")
PAID = re.compile(r"^(?!who|what|which|when|how|has|have|did|do|is|are|was|were|why|show|list).*(?:\bMONEY\b.*\b(?:booked|paid|spent|invoiced|billed)\b|"
                  r"\b(?:booked|paid|spent|invoiced|billed)\b.*\bMONEY\b)")
KEEPING = re.compile(rf"^{POLITE}keep (?:this|that|it|the)\b.* as\b")
WORKED = re.compile(r"^(?!who|what|which|when|has|did|where|how)(?:[\w' -]{0,40}?\b(?:spent|worked|logged|booked|took)\b|DATE\b|today\b).*\bHOURS\b.*\bKEY\b|"
                    r"^(?:i |PERSON |DATE )*(?:have )?(?:worked|working) (?:on|at) KEY\b.*\bHOURS\b|"
                    r"^(?:DATE )?HOURS on KEY\b")
MORE_TIME = re.compile(r"^(?:i|we|PERSON|KEY) needs? .*\b(?:days?|weeks?) more\b|^(?:i|we|PERSON|KEY) needs? .*\bmore (?:days?|weeks?|time)\b")
WISH = re.compile(r"^(?:we (?:spent|paid|bought|need|should|might|may)|i (?:spent|paid|bought|am worried|am afraid|fear)|there (?:is|are|might|may|could) "
                  r"(?:a|be)|do not forget|new [\w-]+|it (?:may|might|could) happen)\b")
LABEL = re.compile(rf"^\W*(?:(?:new|another) )?(?:to-?do|task|risk|ticket|reminder|action(?: item)?|milestone|change request|{ONE})\b"
                   r"[^:\n]{0,60}(?::|\s[–-]\s)", re.I)
NEED = re.compile(r"^(?:i|we) (?:need|want|would like) (?:(?:a|another|the) )?(?:new )?(?:task|ticket|to-do|risk|milestone|reminder|someone|somebody|"
                  rf"PERSON|{ONE})\b")
MAKING = re.compile(r"^(?:(?:please|also|then|can|could|you|we|i) )*(?:create|add|open|log|raise|record|register|note|new|make|get|put|"
                    rf"have)\b(?:\s+\S+){{0,4}}?\s+(?:task|to-do|ticket|risk|milestone|change request|benefit|reminder|{ONE})\b|"
                    r"^remind (?:me|\w+)(?: (?:on|by|in|at|next|this|every)? ?[\w ]{2,20}?)? to\b|^undo\b")
MADE_FOR = re.compile(rf"{MAKING.pattern.partition('|^remind')[0]}\s+(?:for|to|in|on|called|named|that)\b")        # “create a task to send the report”
TOLD_TO = re.compile(r"^(?:(?:please|can you|could you|also|and)\s+)*(?:(?:remind|ask) (?:me|PERSON)|(?:i |we )?(?:tell|have|let|get|need|want) PERSON)\b|"
                     r"^PERSON (?:please|has to|must|should|needs to)\b")
EXCEPTED = r"(?:except(?: for)?|excluding|other than|apart from|but not)"
STANDS_IN = re.compile(r"\s+(?:stands? in|is standing in|covers?|is covering|will (?:cover|stand in|take over|replace|step in)|replaces|deputi[sz]es|steps in|"
                       r"is (?:my|the|his|her) (?:deputy|stand-in|cover|substitute)|takes over)\b", re.I)                # for whoever is away
NOT_DOING = re.compile(r"\s+(?:still |just )?(?:is (?:drowning|swamped|overloaded|overbooked|snowed under|sick|ill|away|off|too busy|fully booked|leaving|"
                       r"gone)\b|"
                       r"(?:said|says|agreed|agrees|okayed|confirmed|knows|suggested|is (?:ok|okay|fine|happy|good)(?: with)?)\b|"
                       r"(?:has|have|had|did|does|do|will|can|could|is|was|would)(?:n['’]?t| not| never)|won['’]?t|can['’]?t|"
                       r"cannot)\b", re.I)
ADDRESSED = re.compile(r"^(?:hi |hey |hello )?PERSON (?:please|kindly|can you|could you|would you)(?: please)? (?!show|tell|list|give me|explain)[a-z]+")
OUR_VERB = re.compile(rf"^(?:(?:hi|hello|hey|please|ok|so|and)\b\s*)*(?:can|could|would|will) (?:you|i ask you)(?: please| kindly| also| quickly|"
                      rf" to)* (?:{'|'.join(ORDERS)})\b")
HAVE = re.compile(r"^(?:please )?(?:have|let|get) PERSON (?:to )?(?!been|any|a|an|the|got|time|to do)[a-z]+")
SMALL_TALK = re.compile(r"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|thanks?(?: you)?(?: very much| a lot)?|help(?: me)?|what can (?:you|"
                        r"i) (?:do|ask|say)(?: you)?(?: here)?|who are you|what are you|how are you|"
                        r"how does this work|test|testing|cheers|bye|goodbye|great|nice|cool|ok|okay|perfect|well done|good job|there|assistant|please|can "
                        r"you help me|how can you help|what do you do|what is your name|lol)\s*)+$")
MAKES = re.compile(rf"^{POLITE}(?:create|new|another|create (?:a|an|another)|(?:add|log|raise|open|record|put|make) (?:a|an|another))\b(?: new)?")
ALTERS = re.compile(rf"^{POLITE}(?:update|change|set|edit|correct|adjust|move|push|postpone|reassign|rename|increase|reduce|lower|extend|mark)\b")
ALTERS_ONE = re.compile(rf"^{POLITE}(?:(?:update|change|edit|correct|adjust|rename) an?|(?:update|change|edit|correct|adjust|rename|push|move|postpone|"
                        r"extend|shift|delay|reschedule|bump) (?:the|my|our|this|that|PERSON)) (?:PROJECT )?KIND\b")
BACK = re.compile(r"\b(?:undo|undone|undoing|revert|reverse|restore|rollback|roll(?:ed)? .*back|back out|take .*back|put .*back|taken back|"
                  r"change \d+|as it was)\b|#\s?\d")
LISTS = re.compile(r"(?:\W|show|list|all|the|our|which|what|me|my|give|get|see|find|us|every|please|are|of|display|closed|open|new|in|who|owns|own)*")
OPENS = re.compile(r"\W*(?:(?:please|ok|put|make|for|me|write|note|log|add|create|raise|record|capture|down|new|another|a|an|the)\s+)*", re.I)
LOG_IT = re.compile(r"\b(?:log|record|capture|note|register|track) (?:it|this|that)\b")
MINE = re.compile(r"^i (?:have to|must|need to|ought to|should)\b(?!.*\b(?:know|see|understand)\b)")
OF_KEY = re.compile(r"^(?:the )?(?:new )?(?:deadline|due date|owner|status|priority|effort|estimate|progress|forecast|impact|probability|title) (?:of|for) "
                    r"(?:task )?KEY (?:is|moves|goes|becomes|changes|should|must|to|now|DATE|PERSON)\b")
CALLED_ON = re.compile(rf"^\W*[A-Z]\w+(?: [A-Z]\w+)?,\s*(?:(?:please|can you|could you|would you)\s+)*(?:{'|'.join(ORDERS)})\b")
UNDOING = re.compile(r"^(?:please )?(?:undo|revert(?! (?:back |to (?:me|us) )?(?:with|on|asap|by|soon|to (?:me|us))\b)|roll back|"
                     r"take back)\b|\b(?:undo|revert|roll back|take back|reverse) (?:it|that|this|them|"
                     r"what (?:i|we|you) (?:have )?"
                     r"(?:just )?(?:did|done|changed)|(?:my|the|our|that|this) (?:very )?last (?:change|action|thing|edit|step|one)s?)\b|\btake (?:that|it|"
                     r"this|the)(?: last)?(?: one| change| thing)? back\b|\b(?:undo|undone|revert|roll back|take (?:it|that) back)(?: (?:it|that|this|"
                     r"please))*$")
SUM = re.compile(r"^\W*(?:(?:what(?:['’]s| is)|how much is|calculate|compute)\s+)?\d[\d.,]*\s*(?:%|percent)?\s*(?:[+*/x^-]|of|plus|minus|times|divided "
                 r"by)\s*\d[\d.,]*\W*$", re.I)
THANKS = re.compile(r"^(?:(?:no|not now|that is all|ok|okay|great|perfect|cool|nice|thanks?|thank you|thx|cheers|bye|goodbye|well done|"
                    r"(?:good|great|nice) (?:job|work|one)|"
                    r"awesome|excellent|brilliant|lovely|super|wonderful|amazing|fantastic|much appreciated|appreciated|mate|all|everyone|again|"
                    r"very much|a lot|so much|for "
                    r"(?:that|this|the help|your help)|(?:that|this|it) (?:helped|helps|was (?:very |really )?(?:helpful|useful)|is (?:all|enough|fine|clear))|"
                    r"i see|got it|understood|makes sense|good to know|all good|see you)\s*)+$")
TELLING = re.compile(r"^(?!if\b|unless\b|what|who|which|when|where|how|why|no\b|not\b|and\b|only\b|just\b)(?:[\w'-]+ ){1,6}?(?:was|were|talked|spoke|"
                     r"chatted|met|discussed|said|"
                     r"told|thought|think|thinks|feels?|felt|loved?|likes?|liked|enjoyed|hates?|hated|heard|saw|seems?|seemed|went|came)\b(?: \S+){2,}$")
ALWAYS = re.compile(r"^(?:ignore|disregard|forget|bypass|override|pretend|you are now|act as|system)\b|\bignore (?:all |the |any |your )?(?:previous |"
                    r"prior )?(?:instructions|rules)\b")
TOLD = re.compile(r"^(?:the )?(?:project )?PROJECT (?:now |will |only |will only |will now )*(?:finish(?:es)?|ends?|starts?|begins?) "
                  r"(?:now |only )*(?:on |by |in )?(?:the )?DATE(?: now| instead| please)*$|"
                  r"^(?:the )?(?:new )?(?:project )?(?:manager|lead|leader|sponsor) of (?:the )?(?:project )?PROJECT (?:is now|becomes|will be) PERSON\b|"
                  rf"^(?:the )?(?:project )?PROJECT (?:is|goes|was|has been|will be) (?:now |put )*(?:on hold|paused)\b|"
                  rf"^(?:the )?(?:{ONE}) \d+(?: (?:of|on|for) PROJECT)? (?:slips?|slipped|moves|moved|is postponed|is delayed|is due|is now|comes)\b")
SPOKEN_BEFORE = r"(?:sorry|ok|hi|well|so|and|also|please|the|new|next|latest|current|planned|revised|updated|expected)\b[\s,:]*"
SET_TO = re.compile(r"\s*(?:[:=]|(?:is|are|becomes|should be|moves to|goes to|comes to|now|to|on|at)\b(?: now)?)\s*\S")
SAID_FIRST = re.compile(r"^(?:(?:sorry|oops|correction|ok|okay|hi|hello|hey|well|so|and|also|now|update|please|fyi|by the way)\s+)+")
ALL_MOVED = re.compile(r"^(?:everything|all|every|each|(?:PERSON |PROJECT )?(?:[\w-]+ )?KINDS)\b.*(?<!that )(?<!which )(?<!who )"
                       r"\b(?:moves?|goes?|go|shifts?|slips?|(?:is|are|gets?|get) (?:moved|shifted|postponed|pushed|reassigned|handed|given)|"
                       r"should go|must go) "
                       r"(?:over |out |back )?(?:to|by|until|till) (?:the )?(?:DATE|PERSON|\w+)")
COLOURED = re.compile(r"^(?:the )?(?:project )?PROJECT (?:is |goes |went |turns |turned |back to |back on )+(?:now )?(?:red|amber|yellow|green)"
                      r"(?: now| again| from now on)*(?: (?:please )?(?:declare|mark|set|note) (?:it|that)(?: so)?)?$")
JOTTED = re.compile(r"\s*,\s*|\s+[-–]\s+")
PIECE = re.compile(r"^(?:(?:for|by|due|until|till|on|in|to|at|owner|owned by|project|about|priority|prio|takes|the|it is|estimate|effort)\s+)*"
                   r"(?:PROJECT|PERSON|DATE|HOURS|ME|me|urgent|(?:critical|high|medium|low)(?: priority| prio)?)$")
FEW = 2
HARD = re.compile(rf"^{POLITE}(?:set|cut|shorten|double|halve|move|mark|change|push|postpone|reschedule|reassign|rename|extend|reduce|increase|lower|"
                  r"shift|delay|bump|swap|switch|transfer|cancel|scrap|reopen|approve|reject|assign|unassign|appoint|label|tag)\b(?! (?:of|in|on|for|by)\b)")
GIVES_ALL = re.compile(rf"^{POLITE}(?:give|hand|pass) PERSON (?:all|every|everything|whatever|the rest)\b")
SOMEBODY = re.compile(r"^(?:(?:hi|hello|hey|please|ok|so|and)\b\s*)*(?:can|could|would|will) (?:someone|somebody|anyone|anybody)(?: please|"
                      r" kindly)? (?!be\b|have\b)\w+")
MORE_TIME = re.compile(rf"^{POLITE}ask (?:PERSON|them|him|her) for (?:an? |some |the )?(?:\w+ )?(?:(?:more|extra|additional|another) )?(?:\w+ )?"
                       r"(?:days?|weeks?|months?|time|extension|hours)\b")
SEEN_FIRST = re.compile(r",?\s+(?:and |but )?(?:please )?(?:let me see|show me|i want to see|i(?:['’]d| would) like to see) "
                        r"(?:the list|them|it|what changes|the changes|an? preview|the preview)(?: (?:first|before|beforehand|before that|"
                        r"please))*(?=[\s.!]*$)", re.I)
KEPT_AS = re.compile(r"[.;,–-]\s*(?:and |so )?(?:please |can you |could you |would you )+(?:keep|put|note|log|record|enter|write|register|save|add|"
                     r"file|capture) "
                     r"(?:it|that|this)(?: down)? (?:as|in|into|to|on|under|among) ", re.I)
