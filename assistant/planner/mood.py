"""Is it an order, a question or a refusal? A question is never answered by writing, and "don't" does nothing."""
import re

from assistant.planner.besides import HOURS
from assistant.planner.hearing import Heard, remembered
from assistant.planner.lexicon import choice_words, kind_coded
from assistant.planner.plain import among, pattern
from assistant.planner.repeating import stops_repeating
from language.words import Span
from records.kinds import KINDS, Person, Project
from records.kinds.base import FieldOf, Record, fields, split

HOMES = (Project.kind.one, Person.kind.one)
NAMED = [k.kind for k in KINDS if k not in (Project, Person)]
ONE = "|".join(re.escape(n) for k in NAMED for n in (k.one, *split(k.also)) if not n.endswith("s"))      # what can be made
MANY = "|".join(re.escape(k.many) for k in NAMED)               # what can be listed
POLITE = (r"(?:(?:please|hi|hello|hey|ok|okay|now|also|then|just|so|and|can you|could you|would you|will you|can we|could we|i want you to|i want to|i "
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
    "reschedule", "replan", "repeat", "escalate", "cut", "shorten", "double", "halve", "appoint", "archive", "resolve", "save", "store", "apply", "adopt", "carry", "allocate", "staff", "reserve",
)
ORDER = re.compile(rf"^{POLITE}(?:{'|'.join(ORDERS)}|write down|send (?!me\b|us\b)|there is a (?:risk|danger|chance)|do not forget|make sure)\b")
QUESTION = re.compile(rf"^{POLITE}(?:who|what|which|when|where|why|how|is|are|was|were|do(?! not)|does|did|has|have|should|will|would|may|must|can|could|"
                      rf"whose|am|"
                      rf"any|anything|anyone|anybody)\b")
ASKED_FOR = re.compile(r"^(?:(?:hi|hello|hey|please|ok|so|and)\b\s*)*(?:can|could|would|will) (?:you|somebody|someone|i ask you)\b")
OUR_WISH = re.compile(rf"^(?:(?:hi|hello|hey|please|ok|so|and)\b\s*)*(?:can|could) (?:we|i)(?: please| also)? (?:{'|'.join(ORDERS)})\b")
REFUSAL = re.compile(rf"^{POLITE}(?:do not|never|no need to|stop|you must not|you should not|i do not want|hands off|keep (?:your )?hands off)\b(?! forget)|"
                     rf"^{POLITE}(?:leave|let) .*\b(?:alone|as (?:it|they) (?:is|are)|untouched)$")
REMOVAL = re.compile(rf"^{POLITE}(?:delete|remove|erase|destroy|wipe|purge|drop|kill|nuke|get rid of|trash|throw away|clear out)\b")
SHOW = re.compile(r"\b(?:show|list|tell (?:me|us)|see|explain|give (?:me|us)|find|know|summari[sz]e|brief|remind me what|report on|help me understand|walk "
                  r"me through)\b")
LOOK = re.compile(rf"^{POLITE}(?:show|list|tell (?:me|us)|explain|give (?:me|us)|find|get me|open the|send me|report on|display|see|i want to see|i want "
                  rf"to know|i need to know|let me (?:see|know)|bring me up|catch me up|brief me|fill me in|keep me|walk me|help me understand|remind me "
                  rf"(?:what|who|how|when|which|where|why))\b")
WRITE_UP = re.compile(r"\b(?:create|write|make|prepare|generate|draft|produce|compile|put together|give|need|get|do|send|have|want|build|export)\b[\w' -]*\b"
                      r"(?:report|summary|overview|one-pager|briefing|write-up|update on|status update|list of|ranking|comparison|slides)\b")
NOUNS = re.compile(rf"^{POLITE}(?:open|new|all|my|done|finished|late|overdue|blocked|plan|file|need|change|task|record|book)\b(?!.*\b(?:should|must|go to|"
                   rf"to be|need to|have to)\b)"
                   r"[\w -]*?\b(?:tasks|risks|milestones|projects|points|topics|benefits|change requests|requests|to-dos|tickets|decisions|issues|register|costs|entries|"
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
DID = re.compile(r"^(?!who|what|which|when|has|did|where|how)[\w' -]{0,40}?\b(?:finished|completed|started|closed|takes over|took over|takes|gets|will take|did|began|"
                 r"begun|is done with|am done with|is finished with|cannot continue|can not continue)\b.*KEY")
FOUND = re.compile(r"^(?:i|we|PERSON|there) (?:have |has |is |was |just )*(?:found|have|has|had|got|discovered|noticed|hit|identified|spotted|is|was) (?:an?|another|one more) "
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
MAKING = re.compile(r"^(?:(?:please|also|then|can|could|you|we|i) )*(?:create|add|open|log|raise|record|register|note|new|make|get|"
                    rf"have)\b(?:\s+\S+){{0,4}}?\s+(?:task|to-do|ticket|risk|milestone|change request|benefit|reminder|{ONE})\b|"
                    r"^remind (?:me|\w+)(?: (?:on|by|in|at|next|this|every)? ?[\w ]{2,20}?)? to\b|^undo\b")
MADE_FOR = re.compile(rf"{MAKING.pattern.partition('|^remind')[0]}\s+(?:for|to|in|on|called|named|that)\b")        # “create a task to send the report”
TOLD_TO = re.compile(r"^(?:(?:please|can you|could you|also|and)\s+)*(?:(?:remind|ask) (?:me|PERSON)|(?:i |we )?(?:tell|have|let|get|need|want) PERSON)\b|"
                     r"^PERSON (?:please|has to|must|should|needs to)\b")
ADDRESSED = re.compile(r"^(?:hi |hey |hello )?PERSON (?:please|kindly|can you|could you|would you)(?: please)? (?!show|tell|list|give me|explain)[a-z]+")
OUR_VERB = re.compile(rf"^(?:(?:hi|hello|hey|please|ok|so|and)\b\s*)*(?:can|could|would|will) (?:you|i ask you)(?: please| kindly| also| quickly| to)* (?:{'|'.join(ORDERS)})\b")
HAVE = re.compile(r"^(?:please )?(?:have|let|get) PERSON (?:to )?(?!been|any|a|an|the|got|time|to do)[a-z]+")
SMALL_TALK = re.compile(r"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|thanks?(?: you)?(?: very much| a lot)?|help(?: me)?|what can (?:you|"
                        r"i) (?:do|ask|say)(?: here)?|who are you|what are you|how are you|"
                        r"how does this work|test|testing|cheers|bye|goodbye|great|nice|cool|ok|okay|perfect|well done|good job|there|assistant|please|can "
                        r"you help me|how can you help|what do you do|what is your name|lol)\s*)+$")
MAKES = re.compile(rf"^{POLITE}(?:create|new|another|create (?:a|an|another)|(?:add|log|raise|open|record) (?:a|an|another))\b(?: new)?")
ALTERS = re.compile(rf"^{POLITE}(?:update|change|set|edit|correct|adjust|move|push|postpone|reassign|rename|increase|reduce|lower|extend|mark)\b")
ALTERS_ONE = re.compile(rf"^{POLITE}(?:update|change|edit|correct|adjust|rename) (?:an?|the|my|our|this|that) KIND\b")
BACK = re.compile(r"\b(?:undo|undone|undoing|revert|reverse|restore|rollback|roll(?:ed)? .*back|back out|take .*back|put .*back|taken back|"
                  r"change \d+|as it was)\b|#\s?\d")
LISTS = re.compile(r"(?:\W|show|list|all|the|our|which|what|me|my|give|get|see|find|us|every|please|are|of|display|closed|open|new|in|who|owns|own)*")
OPENS = re.compile(r"\W*(?:(?:please|write|note|log|add|create|raise|record|capture|down|new|another|a|an|the)\s+)*", re.I)
LOG_IT = re.compile(r"\b(?:log|record|capture|note|register|track) (?:it|this|that)\b")
MINE = re.compile(r"^i (?:have to|must|need to|ought to|should)\b(?!.*\b(?:know|see|understand)\b)")
OF_KEY = re.compile(r"^(?:the )?(?:new )?(?:deadline|due date|owner|status|priority|effort|estimate|progress|forecast|impact|probability|title) (?:of|for) "
                    r"(?:task )?KEY (?:is|moves|goes|becomes|changes|should|must|to|now|DATE|PERSON)\b")
CALLED_ON = re.compile(rf"^\W*[A-Z]\w+(?: [A-Z]\w+)?,\s*(?:(?:please|can you|could you|would you)\s+)*(?:{'|'.join(ORDERS)})\b")
UNDOING = re.compile(r"^(?:please )?(?:undo|revert|roll back|take back)\b|\b(?:undo|revert|roll back|take back|reverse) (?:it|that|this|them|what (?:i|we|you) (?:have )?"
                     r"(?:just )?(?:did|done|changed)|(?:my|the|our) (?:very )?last (?:change|action|thing|edit|step|one)s?)\b|\btake (?:that|it|this|the)(?: last)?(?: one| change| thing)? back\b|\b(?:undo|undone|revert|roll back|take (?:it|that) back)(?: (?:it|that|this|"
                     r"please))*$")
SUM = re.compile(r"^\W*(?:(?:what(?:['’]s| is)|how much is|calculate|compute)\s+)?\d[\d.,]*\s*(?:%|percent)?\s*(?:[+*/x^-]|of|plus|minus|times|divided "
                 r"by)\s*\d[\d.,]*\W*$", re.I)
THANKS = re.compile(r"^(?:(?:no|not now|that is all|ok|okay|great|perfect|cool|nice|thanks?|thank you|thx|cheers|bye|goodbye|well done|good job|very much|a lot|so much|for "
                    r"(?:that|this|the help|your help))\s*)+$")
ALWAYS = re.compile(r"^(?:ignore|disregard|forget|bypass|override|pretend|you are now|act as|system)\b|\bignore (?:all |the |any |your )?(?:previous |"
                    r"prior )?(?:instructions|rules)\b")


TOLD = re.compile(r"^(?:the )?(?:new )?(?:project )?(?:manager|lead|leader|sponsor) of (?:the )?(?:project )?PROJECT (?:is now|becomes|will be) PERSON\b|"
                  rf"^(?:the )?(?:project )?PROJECT (?:is|goes|was|has been|will be) (?:now |put )*(?:on hold|paused)\b|"
                  rf"^(?:the )?(?:{ONE}) \d+(?: (?:of|on|for) PROJECT)? (?:slips?|slipped|moves|moved|is postponed|is delayed|is due|is now|comes)\b")


SPOKEN_BEFORE = r"(?:sorry|ok|hi|well|so|and|also|please|the|new|next|latest|current|planned|revised|updated|expected)\b[\s,:]*"
SET_TO = re.compile(r"\s*(?:[:=]|(?:is|are|becomes|should be|moves to|goes to|comes to|now|to|on|at)\b(?: now)?)\s*\S")
SAID_FIRST = re.compile(r"^(?:(?:sorry|oops|correction|ok|okay|hi|hello|hey|well|so|and|also|now|update|please|fyi|by the way)\s+)+")
ALL_MOVED = re.compile(r"^(?:everything|all|every|each|(?:PERSON |PROJECT )?(?:[\w-]+ )?KINDS)\b.*(?<!that )(?<!which )(?<!who )"
                       r"\b(?:moves?|goes?|go|shifts?|slips?|(?:is|are|gets?|get) (?:moved|shifted|postponed|pushed|reassigned|handed|given)|should go|must go) "
                       r"(?:over |out |back )?(?:to|by|until|till) (?:the )?(?:DATE|PERSON|\w+)")
COLOURED = re.compile(r"^(?:the )?(?:project )?PROJECT (?:is |goes |went |turns |turned |back to |back on )+(?:now )?(?:red|amber|yellow|green)"
                      r"(?: now| again| from now on)*(?: (?:please )?(?:declare|mark|set|note) (?:it|that)(?: so)?)?$")
JOTTED = re.compile(r"\s*,\s*|\s+[-–]\s+")
PIECE = re.compile(r"^(?:(?:for|by|due|until|till|on|in|to|at|owner|owned by|project|about|priority|prio|takes|the|it is|estimate|effort)\s+)*"
                   r"(?:PROJECT|PERSON|DATE|HOURS|ME|me|urgent|(?:critical|high|medium|low)(?: priority| prio)?)$")
FEW = 2


@remembered
def is_jotted(heard: Heard) -> bool:
    """What to do, and then in bare pieces whose, where and by when: “write up the findings, Zephyr, me, by 15/01”."""
    if heard.text.rstrip().endswith("?") or ":" in heard.text or "\n" in heard.text or "KEY" in heard.types or QUESTION.match(heard.plain):
        return False
    if any(heard.said(s).lower().endswith("s") for s in heard.of("KIND")):
        return False                                       # “tasks of Apollo, Ben, Friday” are to be shown
    first, *rest = (part.strip(" .!") for part in JOTTED.split(heard.jotted))
    pieces = [part for part in rest if part]
    typed = [part for part in pieces if PIECE.match(part)]
    return len(typed) >= FEW and len(typed) == len(pieces) and len(first.split()) >= FEW and not LOOK.match(heard.plain) and not REMOVAL.match(heard.plain)


def tells_change(heard: Heard) -> bool:
    """Whether it tells how things change, without a verb of order: “Corvus is amber now”, “everything overdue moves to Friday”."""
    is_said = COLOURED.match(heard.shaped("project")) or ALL_MOVED.match(heard.shaped("KIND", "person", "project", "DATE"))
    return is_said is not None and not heard.text.rstrip().endswith("?")


HARD = re.compile(rf"^{POLITE}(?:set|cut|shorten|double|halve|move|mark|change|push|postpone|reschedule|reassign|rename|extend|reduce|increase|lower|"
                  r"shift|delay|bump|swap|switch|transfer|cancel|reopen|approve|reject|assign|unassign|appoint)\b(?! (?:of|in|on|for|by)\b)")


def is_hard_order(heard: Heard) -> bool:
    """Whether it opens with a verb that only changes what is there, so that no list and no figure is the answer."""
    return HARD.match(heard.plain) is not None and is_order(heard)


SOMEBODY = re.compile(r"^(?:(?:hi|hello|hey|please|ok|so|and)\b\s*)*(?:can|could|would|will) (?:someone|somebody|anyone|anybody)(?: please| kindly)? (?!be\b)\w+")


def is_for_somebody(heard: Heard) -> bool:
    """ "Can somebody please look at the search?": something new to do, and not a record to change."""
    is_wanted = SOMEBODY.match(heard.plain) or ADDRESSED.match(heard.typed)
    return is_wanted is not None and not SHOW.search(heard.plain) and "KEY" not in heard.types


@remembered
def is_question(heard: Heard) -> bool:
    return bool(QUESTION.match(heard.plain) or heard.text.rstrip().endswith("?")) and not (ASKED_FOR.match(heard.plain) and not SHOW.search(heard.plain))


@remembered
def is_order(heard: Heard) -> bool:
    """Whether somebody wants something written: a command, a wish, or a statement about a record such as "T-12 is done"."""
    plain, typed = heard.plain, heard.typed
    if LOOK.match(plain) or _is_listing(heard):
        return False
    if STATED.match(SAID_FIRST.sub("", typed)) and len(typed.split()) > 1:
        return not heard.text.rstrip().endswith("?")
    if TOLD.match(SAID_FIRST.sub("", typed)) or tells_change(heard) or is_jotted(heard):
        return not heard.text.rstrip().endswith("?")
    is_our_wish = OUR_WISH.match(plain) and (heard.types & {"KEY", "person", "TEXT"} or MAKING.search(plain))
    if sets_state(heard) or cleared(heard) or HAVE.match(typed) or UNDOING.search(plain) or is_our_wish:
        return True
    return (not is_question(heard) or bool(ASKED_FOR.match(plain))) and _commands(heard)


@remembered
def is_new(heard: Heard) -> bool:
    """Whether a new record is said to be one of a kind: “requirement on Apollo: …”, “add a deliverable …”."""
    return (bool(heard.of("KIND")) and bool(is_labelled(heard) or MAKING.match(heard.plain)
                                             or FOUND.match(heard.shaped("KIND", "person")))) or is_jotted(heard)


@remembered
def makes(heard: Heard) -> bool:
    """Whether it plainly opens with something new, whose key is only what it belongs to: “new key result under OBJ-3: …”."""
    opening = MAKES.match(heard.plain)
    first = next(iter(heard.of("KIND")), None)
    return opening is not None and first is not None and len(heard.text[:first.start].split()) <= len(opening[0].split()) + 2


@remembered
def names_many(heard: Heard) -> bool:
    """Whether it opens with a kind as many are named, or one by its number: “contracts over 50k”, “which risks …”, “show sprint 6”."""
    first = next(iter(heard.of("KIND")), None)
    before = heard.text[:first.start] if first else ""
    for _, span in heard.spans:
        before = before.replace(heard.text[span.start:span.end], " ") if first and span.end <= first.start else before
    is_numbered = first is not None and re.match(r"\s+\d{1,3}\b", heard.text[first.end:]) is not None
    if not LISTS.fullmatch(before.lower()) or (is_numbered and len(heard.of("KIND")) > 1):
        return False
    return any(heard.said(s).lower().endswith("s") or re.match(r"\s+\d{1,3}\b", heard.text[s.end:]) for s in heard.of("KIND"))


def measures_something(heard: Heard) -> bool:
    """Whether it opens with a verb for amounts and names no kind: “raise the furniture budget to 480,000” is no piece of work."""
    return not heard.types & {"KIND", "MONEY", "SAYING"} and re.match(rf"^{POLITE}(?:raise|increase|reduce|lower|record|book)\b.*\d", heard.plain) is not None


def takes_back(heard: Heard) -> bool:
    """Whether something done is to be taken back, in so many words."""
    return BACK.search(heard.plain) is not None


def alters(heard: Heard) -> bool:
    """Whether it plainly opens with a change of what is there: “update the current value of OBJ-3”, “change a ticket”."""
    if ALTERS_ONE.match(heard.shaped("KIND")) and not is_labelled(heard):
        return True
    return "KEY" in heard.types and ALTERS.match(heard.plain) is not None and not is_labelled(heard)


@remembered
def is_labelled(heard: Heard) -> bool:
    """Whether it opens with a kind and goes on behind a colon, even when the kind is misspelt: “decison on Apollo: …”."""
    first = next(iter(heard.of("KIND")), None)
    opens = first is not None and OPENS.fullmatch(heard.text[:first.start])
    follows = first is not None and first.value not in HOMES and re.match(r"[^:\n?]{0,40}:\s*\S", heard.text[first.end:])
    return LABEL.search(heard.text) is not None or bool(opens and (follows or _is_placed(heard, first) or _is_dated(heard, first)))


def _is_dated(heard: Heard, kind: Span | None) -> bool:
    """ "Milestone “Go live” for Dione on 20 December": its name in quotation marks right behind the kind, and a day."""
    text = next(iter(heard.of("TEXT")), None)
    is_next = kind is not None and text is not None and not heard.text[kind.end:text.start].strip(" \"“'‘")
    return is_next and "DATE" in heard.types and not heard.text.rstrip().endswith("?")


def _is_placed(heard: Heard, kind: Span | None) -> bool:
    """Whether a kind in the singular and its project open it, and a comma parts what it is: “issue on Corvus, the firmware is outdated, medium”."""
    if kind is None or kind.value in HOMES or heard.said(kind).lower().endswith("s") or heard.text.rstrip().endswith("?"):
        return False
    home = next((s for s in heard.of("project") if s.start >= kind.end), None)
    return home is not None and re.fullmatch(r"\s*(?:(?:on|for|in|at|of)\s+(?:the )?(?:project )?)?", heard.text[kind.end:home.start], re.I) is not None \
        and re.match(r"\s*,\s*\S+ \S", heard.text[home.end:]) is not None


@remembered
def sets_state(heard: Heard) -> bool:
    """A verb of the record's own kind before its key, or a choice behind it: “resolve APOLLO-I-2”, “APOLLO-QC-1 passed”."""
    key = heard.first("KEY")
    if key is None or heard.text.rstrip().endswith("?") or (QUESTION.match(heard.plain) and not ASKED_FOR.match(heard.plain)):
        return False
    words = "|".join(re.escape(w) for _, w, _ in choice_words(str(kind_coded(key).__tablename__)) if len(w) > 2)  # noqa: PLR2004 - no single letter
    is_verb = re.match(rf"^{POLITE}(?!(?:open|review|test|start)\b)(?:{words})\b(?: the)?(?: [\w -]{{0,30}})? ?KEY\b", heard.typed)
    behind = rf"^(?:[\w -]{{0,30}} )?KEY (?:(?:is|was|has|has been|are|turned out|proved|looks|seems) )?(?:to be )?(?:now )?(?:{words})\b"
    first = heard.of("KEY")[0]
    breath = not heard.text[:first.start].strip() and pattern(rf"[\s,:]*{HOURS.pattern}").match(heard.text[first.end:])
    return bool(is_verb or breath or re.match(behind, heard.typed) or _sets_field(heard, kind_coded(key)))


def _sets_field(heard: Heard, kind: type[Record]) -> bool:
    """A field of the record, and what it is: “remaining hours of T-12: 10”."""
    key = heard.of("KEY")[0]
    before = heard.text[:key.start]
    names = "|".join(re.escape(n) for f in fields(kind) if f.says.set_by == "person" for n in among(f.names, before))
    of = pattern(rf"^\W*(?:{SPOKEN_BEFORE})*(?:{names}) (?:of|for) (?:the )?(?:\w+ )?$").match(before) if names else None
    return bool(of and SET_TO.match(heard.typed[heard.typed.find("KEY") + len("KEY"):] if "KEY" in heard.typed else ""))


def _commands(heard: Heard) -> bool:
    """The ways to want something that is no question."""
    said = (*((p, heard.plain) for p in (UNDOING, ORDER, SHOULD, WISH, LOG_IT)), *((p, heard.typed) for p in (NEED, DID, OF_KEY, WORKED, MORE_TIME)),
            (CALLED_ON, heard.text if "person" in heard.types else ""), (ADDRESSED, heard.typed if "KEY" not in heard.types else ""), (KEEPING, heard.plain), (FOUND, heard.shaped("KIND", "person")), (PAID, heard.typed if "project" in heard.types else ""),
            *(((MINE, heard.plain),) if "DATE" in heard.types else ()))
    is_asked = ASKED_FOR.match(heard.plain) and not SHOW.search(heard.plain) and (
        is_for_somebody(heard) or heard.types - {"ME", "COUNT"} or OUR_VERB.match(heard.plain))
    return any(p.search(text) for p, text in said) or is_labelled(heard) or stops_repeating(heard) or bool(is_asked)


def _is_listing(heard: Heard) -> bool:
    """ "Open risks", "new tasks of Ben", "create a status report": what looks like an order and wants something shown."""
    bare = not heard.of("TEXT") and ":" not in heard.text
    is_named = RELATIVE.match(heard.shaped("KIND", "person")) or _opens_with_figure(heard)
    is_report = WRITE_UP.search(heard.plain) and "KEY" not in heard.types and not MADE_FOR.match(heard.plain) and not TOLD_TO.match(heard.typed)
    return bare and bool(NOUNS.match(heard.plain) or is_named or is_report)


def _opens_with_figure(heard: Heard) -> bool:
    """ "Schedule variance Apollo": a figure's name, and no wish to schedule anything."""
    figure = next(iter(heard.of("FIGURE")), None)
    return figure is not None and "KEY" not in heard.types and " " in heard.said(figure) and not heard.text[:figure.start].strip(" \"'")


def is_sum(heard: Heard) -> bool:
    """A sum to work out, which is nobody's record."""
    return bool(SUM.match(heard.text))


def is_small_talk(heard: Heard) -> bool:
    """A greeting, thanks, or a cry for help."""
    return bool(SMALL_TALK.match(heard.plain)) or not heard.plain


def is_thanks(heard: Heard) -> bool:
    return bool(THANKS.match(heard.plain))


def is_refusal(heard: Heard) -> bool:
    return bool(REFUSAL.match(heard.plain)) and not stops_repeating(heard)


def is_removal(heard: Heard) -> bool:
    return bool(REMOVAL.match(heard.plain)) and not stops_repeating(heard) and cleared(heard) is None


def cleared(heard: Heard) -> FieldOf | None:
    """The field that an order empties: “remove the owner of APOLLO-R-2”, and no removal of the record."""
    key = heard.first("KEY")
    m = re.match(rf"^{POLITE}(?:remove|delete|clear|drop|unset|empty|erase) (?:the |its )?(?P<f>[\w -]{{2,40}}?) (?:of|from|on|for) (?:the )?(?:\w+ )?KEY$",
                 heard.typed)
    if key is None or m is None:
        return None
    return next((f for f in fields(kind_coded(key)) if f.says.set_by == "person" and m["f"] in {n.lower() for n in (f.label, *f.names)}), None)


def is_overriding(heard: Heard) -> bool:
    """An instruction to the assistant about itself ("ignore all previous instructions"), and no request."""
    return bool(ALWAYS.search(heard.plain))
