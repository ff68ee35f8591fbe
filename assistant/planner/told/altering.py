"""The new values that records get: a status by its verb, an owner, a day or a move, a measure, a choice, another name."""
from collections.abc import Iterator, Sequence
from datetime import date
import re

from assistant.planner.heard.besides import beside, hours, without_comment
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.labelling import labelled
from assistant.planner.heard.mood import cleared
from assistant.planner.heard.pieces import Found, choices, date_field, day, happened, measures
from assistant.planner.heard.repeating import stops_repeating
from assistant.planner.learned.marking import WHICH, marking
from assistant.planner.told.alike import first_of_alike
from assistant.planner.told.dating import which_days
from assistant.planner.told.days_aside import without_days_aside
from assistant.planner.told.valuing import SURE, is_named, likelier_day, overlaps, valued
from assistant.planner.words.lexicon import choice_words, state_of
from assistant.planner.words.phrases import EXCEPTED, NOT_DOING, POLITE
from assistant.planner.words.plain import among, pattern
from language.dates import find_moves
from language.words import Span
from records.kinds.base import FieldOf, Record, fields

BLOCKED = re.compile(r"\b(?:waiting (?:for|on)|waits (?:for|on)|blocked (?:by|because(?: of)?|until|on)|held up by|stuck (?:on|because(?: of)?)|because(?: "
                     r"of)?|until|by|as)\s+(?P<why>(?!blocked|waiting|stuck)[^,;.!?]+)", re.I)
STUCK = re.compile(r"\b(?:blocked|stuck|waiting (?:for|on)|waits (?:for|on)|held up|(?:can not|cannot) (?:continue|go on|proceed))\b")
BLOCKING = re.compile(rf"^{POLITE}block\b")
DEADLINE = re.compile(rf"^{POLITE}(?:finish|complete|close|deliver)\b.*\bKEY (?:by|until|till|before) DATE$")        # is not done yet
RENAMED = re.compile(r"\b(?:rename|retitle|call|title)\b.*?\b(?:to|as|it)?\s*[\"“'‘](?P<t>[^\"”'’]+)|\b(?:rename|retitle)\b.*?\b(?:to|as|"
                     r"into)\s+(?P<u>.+?)\W*$", re.I)
TO_COME = re.compile(r"\bKEY (?:will|should|must|shall|has to|needs? to|is to|can) (?:only )?be (?:done|finished|completed?|ready|delivered|closed|over)"
                     r"(?: only)?(?: on| by| until| till| before| in)? DATE\b")
DENIED = re.compile(r"(?:\bnot?|n['’]t|\b(?:ai|is|are|was|wo|do|does|did|ca)nt|\bnever|\bcannot)\s+(?:be |been |yet |get |it |quite )*$|"
                    r"\b(?:almost|nearly|mostly|partly|partially|practically|half(?:way)?|(?:two[- ]|three[- ]|a |one[- ])?(?:thirds?|quarters?|fifths?)|"
                    r"close to|about to be|as good as|virtually)\s+(?:of (?:it|that|the way) )?(?:is |are |being )?$", re.I)       # part of it is no status
BY_A_DAY = re.compile(r"\b(?:finish|complete|close|deliver|do) KEY (?:by|until|till|before|no later than) DATE\b")      # what is wished to come
NOT_BEFORE = re.compile(r"\bKEY (?:will not|is not going to|can not|cannot|could not|is not) (?:be )?(?:done|finished|completed?|ready|delivered|"
                        r"closed|finish|end) "
                        r"(?:before|until|till) DATE\b")
BECOMES = re.compile(r"\b(?:as|to|into)\s+(?P<v>[a-z][a-z -]{2,20}?)\W*$", re.I)
PUTS = re.compile(rf"^{POLITE}(?:put|set|bring|switch)\b")
PUT_IN = re.compile(r"\bin\s+(?P<v>[a-z][a-z -]{2,20}?)\W*$", re.I)
MOVING = re.compile(r"\b(?:postpone|slips?|slipped|moves|moved|"
                    r"move|push|slide|reschedule|due|date|deadline|forecast|shift|delay|bump|until|to|by|extend|bring forward|pull in|instead|"
                    r"finish|start|review(?:ed)?|promise[sd]?|expect(?:s|ed)?)\b")
MORE = re.compile(r"\b(?P<n>\w+) more (?P<a>(?:working |business )?(?:days?|weeks?))\b|\b(?P<m>\w+) (?P<b>(?:working |business )?(?:days?|weeks?)) more\b",
                  re.I)
ANSWERED = re.compile(rf"^{POLITE}(?:(?P<yes>yes|ok|okay|go ahead|go|green light|thumbs up)|no|nope|not ok)\b,? (?:to|for|with|on) (?:the )?(?:\w+ )?KEY\b")
PUT_OFF = re.compile(r"\bKEY (?:will not|wont|won t|can not|cannot|cant|does not|did not|is not going to)\b.*?\bDATE\b.*?\bDATE\b")
TO_A_DAY = re.compile(rf"^{POLITE}(?:move|push|shift|postpone|put|set|reschedule|delay|bring|extend)\b.*?\b(?:to|until|till|on) (?:the )?DATE\b")
TAGGED = re.compile(rf"^{POLITE}(?:label|tag)\b.*?\b(?:tasks?|tickets?|to-?dos?|[A-Z]+-T-\d+)\s+(?:(?:as|with)\s+)?(?:the label\s+)?"
                    r"[\"“'‘]?(?P<v>[\w-]+)[\"”'’]?[\s.!]*$", re.I)
STARTS = re.compile(r"starts?|begins?|starting|beginning", re.I)
UNLIKELY = 0.05                                 # of belief, so little speaks for a value
BY = re.compile(r"\b(?!owned|taken|handled|managed|led|done|run|covered|picked|looked)\w+ by\s+$", re.I)
AGREED = ("planned",)                          # what is agreed moves by a change request; a day that moves is its forecast
FEW_LETTERS = 4                                 # that the day of a state shares with it: “decided on” of decided
PAUSED = re.compile(r"\b(?:on hold|paused?)\b.* (?:until|till)\b")      # when it goes on is no finish
LEFT_ALONE = re.compile(rf"\b(?:{EXCEPTED}|that are not|which are not)\s+(?:the |those |all )*$", re.I)
DONE_TO = re.compile(r"(\w{3,})ed (to|by)")           # “escalated to”, of which an order says “escalate it to …”
MADE = re.compile(r"\b(?:make|name|appoint|put|with|have|set)\s*$|^\W*$", re.I)
AFTER_ALL = r"(?:\s+(?:now|again|please|from now on))*(?:,?\s+(?:please )?(?:declare|mark|set|note) (?:it|that)(?: so)?)?"
MANY_OF = "tasks|risks|milestones|change requests|requests|projects|benefits|issues|decisions|to-?dos|tickets|everything"
TARGETS = rf"[\w -]*?\b(?:{MANY_OF})\b"
TOLD_OF = re.compile(r" (?:is(?! (?:on it|doing|taking|the owner))|was|has(?! (?:it|this|that|to)\b)|had|can ?not|can['’]t|won['’]t|will not|needs|said|says|"
                     r"wants|thinks)\b")                   # a reason that somebody is told of in


def changed(kind: type[Record], heard: Heard) -> dict[str, str]:
    """The values that records get, by field."""
    if (empty := cleared(heard)) is not None:
        return {empty.label: "nothing"}
    heard, said = without_comment(kind, heard)
    named = list(labelled(kind, heard))
    in_roles = list(roles(kind, heard))
    owner = [each for each in _owner(kind, heard) if each[2] is None or all(each[2] != span for _, _, span in in_roles)]
    found = [each for part in (owner, in_roles, _meant_days(kind, heard), measures(kind, heard), choices(kind, heard), named) for each in part]
    read, whole = {of.label: words for of, words, _ in found}, heard
    heard = heard.without([span for _, _, span in named])
    read = dict(_texts(kind, heard)) | read | _tagged(kind, heard)
    read |= {n: v for n, v in _status(kind, heard) if n not in read and v not in read and not _only_tells_which(kind, n, whole)}
    read |= _renamed(kind, heard) | beside(kind, heard) | said
    read = read or {of.label: words for of, words in _chosen(kind, heard)}
    read |= {of.label: words for of, words in _marked(kind, whole, [s for _, _, s in found if s]) if of.label not in read}
    when = next((f.label for f in fields(kind) if f.name == kind.kind.when), "")
    for of in (f for f in fields(kind) if f.name in AGREED and f.label != when and read.get(f.label) and read.get(f.label) == read.get(when)):
        if not is_named(of, whole):
            del read[of.label]                             # a day that moves is the one that is foreseen, and what is agreed stays
    read = _when_reached(kind, whole, _why_so(kind, first_of_alike(kind, whole, read)))
    is_to_come = TO_COME.search(whole.typed) or NOT_BEFORE.search(whole.typed)
    return without_days_aside(kind, heard, read, is_to_come=is_to_come is not None)


def _why_so(kind: type[Record], read: dict[str, str]) -> dict[str, str]:
    """The values with the reason of what becomes of it in that reason's field: who says “rejected, reason: too pricey” tells not why it was asked for."""
    state, labels = state_of(kind), {f.label for f in fields(kind)}
    is_so = state is not None and state.label in read and {"reason", "rationale"} <= labels and "rationale" not in read
    return {"rationale" if is_so and n == "reason" else n: v for n, v in read.items()}


def _when_reached(kind: type[Record], heard: Heard, read: dict[str, str]) -> dict[str, str]:
    """The values with the day of a state in that state's field: who says “approved yesterday” tells when it was decided, and not when it was done."""
    state, days = state_of(kind), [f for f in fields(kind) if f.type is date and f.name.endswith("_on")]
    said = next((f for f in days if f.label in read and not is_named(f, heard)), None)
    if state is None or said is None or state.label not in read:
        return read
    of_state = {f: [c for c in state.choices if c.startswith(f.name[:FEW_LETTERS])] for f in days}
    own = [f for f, choices_ in of_state.items() if read[state.label] in choices_] or [f for f, choices_ in of_state.items() if not choices_]
    return {own[0].label if n == said.label else n: v for n, v in read.items()} if len(own) == 1 else read


def _only_tells_which(kind: type[Record], label: str, heard: Heard) -> bool:
    """Whether a status that is said is surely the one that the records have, and none is said that they get: “everything in the backlog gets …”; or
    one of somebody or something else, beside what is surely new: “all of Ben's goes to Friday, he is stuck in Vienna”."""
    verbs = "|".join(re.escape(w) for name, w, _ in choice_words(str(kind.__tablename__)) if (of := state_of(kind)) and name == of.name)
    if verbs and pattern(rf"^{POLITE}(?:{verbs}) (?:all|every|each|the|my|our|any|both|these|those)\b").match(heard.plain):
        return False                                       # “close all open risks”: its verb is what they become
    found = marking(heard, kind, "changes")
    which = found.run(f"{WHICH}{label}")
    is_aside = "KEY" not in heard.types and found.most(label) < UNLIKELY and any(m.share >= SURE for m in found.runs() if not m.field.startswith(WHICH))
    return found.run(label) is None and (is_aside or (which is not None and which.share >= SURE))


def _last_word(heard: Heard, span: Span) -> int:
    """Where the last word of some words begins."""
    return span.start + heard.text[span.start:span.end].rstrip().rfind(" ") + 1


def _marked(kind: type[Record], heard: Heard, taken: Sequence[Span]) -> Iterator[tuple[FieldOf, str]]:
    """What only the words around tell, where nothing else was read from the same words."""
    used = [*taken, *heard.of("REPEAT"), *(each.span for each in hours(kind, heard))]
    is_to_come = TO_COME.search(heard.typed) or BY_A_DAY.search(heard.typed) or NOT_BEFORE.search(heard.typed)
    for of, words, span in valued(kind, heard, marking(heard, kind, "changes")):
        is_denied = of == state_of(kind) and (is_to_come or DENIED.search(heard.text[:_last_word(heard, span)]))
        is_pause = of.type is date and PAUSED.search(heard.plain)
        if of.refers == "person" and (BY.search(heard.text[:span.start]) or NOT_DOING.match(heard.text[span.end:])) and not is_named(of, heard):
            continue                                       # “T-12 is validated by Carla”: who did something to it does not own it
        if not overlaps(span, used) and not is_denied and not is_pause:
            yield of, words


def roles(kind: type[Record], heard: Heard) -> Found:
    """People in a part that is named: “make Carla the manager of Apollo”, “the sponsor is Elena”, “escalate it to Elena”."""
    for of in (f for f in fields(kind) if f.refers == "person" and f.says.set_by == "person"):
        done = "|".join(rf"{m[1]}(?:e|es|ed|ing)\b[^,;]*?\b{m[2]}" for n in of.names if (m := DONE_TO.fullmatch(n)))
        names = "|".join([re.escape(n) for n in sorted(among(of.names, heard.text), key=len, reverse=True)] + ([done] if done else []))
        for span in heard.of("person") if names else ():
            before, after = heard.text[:span.start], heard.text[span.end:]
            is_made = pattern(rf"\s+(?:as |is |becomes |will be )?(?:the |its |our )?(?:new )?(?:{names})\b").match(after) and MADE.search(before)
            if is_made or pattern(rf"\b(?:{names})\b(?:(?:\s+of)?[^,;]*?\b(?:to|is|as|becomes|will be)(?: now)?|\s*[:=])?\s*$").search(before):
                yield of, heard.said(span), span


def _texts(kind: type[Record], heard: Heard) -> Iterator[tuple[str, str]]:
    """A text or another record that is set by its field's name: “set the goal of BOREALIS-SR-3 to 'ready for the pilot'”."""
    texts = (f for f in fields(kind) if (f.type is str or f.refers not in (None, "person")) and not f.choices and f.says.set_by == "person")
    for of in (f for f in texts if f.name not in ("blocked_by", "recurrence", kind.kind.title)):
        names = "|".join(re.escape(n) for n in sorted(among(of.names, heard.text), key=len, reverse=True))
        if names and (m := pattern(rf"^\W*(?:please )?(?:set|change|update) (?:the )?(?:{names})\b(?: of .+?)? to (?P<v>.+?)[\s.!]*$").match(heard.text)):
            yield of.label, m["v"].strip("\"“”'‘’")
            return


def _tagged(kind: type[Record], heard: Heard) -> dict[str, str]:
    """The word that is put on records: “label all open tasks of Corvus warehouse”, “tag APOLLO-T-7 as urgent”."""
    of, m = next((f for f in fields(kind) if f.name == "labels"), None), TAGGED.search(heard.text)
    return {of.label: m["v"]} if of and m and not any(s.start <= m.start("v") < s.end for s in heard.named) else {}


def _chosen(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, str]]:
    """A choice that closes an order without its field: “set APOLLO-RQ-2 to should”."""
    for name, word, value in choice_words(str(kind.__tablename__)):
        if among((word,), heard.masked) and pattern(rf"\b(?:to|as|is|are|now|an?)\s+(?:an? )?{re.escape(word)}\b{AFTER_ALL}\W*$").search(heard.masked):
            yield next(f for f in fields(kind) if f.name == name), value
            return


def _renamed(kind: type[Record], heard: Heard) -> dict[str, str]:
    m = RENAMED.search(heard.text)
    return {kind.kind.title: (m["t"] or m["u"]).strip()} if m else {}


def _meant_days(kind: type[Record], heard: Heard) -> Found:
    """The days, each in the field that it is likeliest for where none is named: “the letter was signed on Monday” is when a milestone was reached."""
    heard = heard.without(span for _, _, span in which_days(kind, heard))
    for of, said, span in _days(kind, heard):
        is_open = span and not is_named(of, heard) and not NOT_BEFORE.search(heard.typed)
        likelier = likelier_day(kind, of, span, marking(heard, kind, "changes")) if span and is_open else None
        likelier = likelier or (happened(kind, of, span, heard) if span and is_open else None)
        yield likelier if likelier and likelier.name not in AGREED else of, said, span


def _days(kind: type[Record], heard: Heard) -> Found:
    dates = [] if PAUSED.search(heard.plain) else [f for f in fields(kind) if f.type is date]
    if dates and (more := MORE.search(heard.text)) and not (heard.of("DATE") and TO_A_DAY.search(heard.typed)):
        promised = next((f for f in dates if "promised" in f.names), None)         # who needs longer promises another day, and it is needed as it was
        of = promised or date_field(kind, dates, heard.text[:more.start()], new=False)
        unit = re.sub(r"^(?=days?$)", "working ", more["a"] or more["b"])
        if "review" not in of.name:                        # a risk needs no more time
            yield of, f"{more['n'] or more['m']} {unit} later", None
        return
    if (TO_COME.search(heard.typed) or NOT_BEFORE.search(heard.typed)) and (usual := next((f for f in dates if f.name == kind.kind.when), None)):
        yield usual, heard.said(heard.of("DATE")[0]), heard.of("DATE")[0]
        return
    moves = [s for s in find_moves(heard.text) if not any(q.start <= s.start < q.end for q in (*heard.of("TEXT"), *heard.of("REPEAT")))]
    if dates and moves:
        said = heard.without(heard.of("SAYING")).text      # “what has not started yet” names no day
        yield date_field(kind, dates, said[:moves[0].start], new=False), heard.text[moves[0].start:moves[0].end], None
    elif dates and "KEY" in heard.types and (other := PUT_OFF.search(heard.typed)) and len(heard.of("DATE")) > 1:
        last = heard.of("DATE")[other[0].count("DATE") - 1]
        yield date_field(kind, dates, heard.text[:last.start], new=False), heard.said(last), last
    elif dates and (MOVING.search(heard.plain) or any(pattern(rf"\b{re.escape(n)}\b").search(heard.text) for f in dates for n in among(f.names, heard.text))):
        yield from ((f, said, span) for f, said, span in day(kind, heard, new=False) if not _is_aside(kind, heard, span))


def _is_aside(kind: type[Record], heard: Heard, span: Span | None) -> bool:
    """ "3h today": when it was worked, not when it is due."""
    return span is not None and any(each.span.start <= span.start < each.span.end for each in hours(kind, heard))


def _owner(kind: type[Record], heard: Heard) -> Iterator[tuple[FieldOf, str, Span | None]]:
    owner = next((f for f in fields(kind) if f.name in ("owner_id", "manager_id")), None)
    if owner is None:
        return
    if re.search(r"\b(?:unassign|remove the owner)\b" + (r"|\bno owner\b|\bwithout an owner\b" if "KEY" in heard.types else ""), heard.plain):
        yield owner, "nobody", None
    elif span := min((s for s in heard.of("person") if _gets_it(heard, s)), key=lambda s: not heard.lead(s).endswith(" to"), default=None):
        yield owner, heard.said(span), span
    elif re.search(r"\b(?:to me|i will take|assign me|i take over|i take|make me the (?:new )?owner)\b", heard.plain):
        yield owner, "me", None


def _gets_it(heard: Heard, span: Span) -> bool:
    """Whether this person is the new owner, and not the one things are taken from."""
    lead, after = heard.lead(span), heard.text[span.end:span.end + 20].lower()
    if heard.owns(span) or re.search(r"\b(?:of|from|by)$", lead) or NOT_DOING.match(heard.text[span.end:]):
        return False
    if re.search(r"\bmake\b.*\bowner\b|\btakes? over\b|\btook over\b|\bwill take\b|\bresponsible\b", heard.plain):
        return True
    if TOLD_OF.match(after) and not re.search(r"\b(?:to|owner|for)$", lead):
        return False
    is_giving = re.match(r"^(?:\w+ )*?(?:give|assign|hand)\b", heard.plain) is not None
    return bool(re.search(r"(?:\b(?:to|owner|is|for|no|rather|with)|[=:,@]|->)$", lead)) or is_giving or re.match(r" (?:instead|takes|gets|will (?:do|take|own|"
                                                                                                                  r"get|have)|does)\b", after) is not None


def _status(kind: type[Record], heard: Heard) -> Iterator[tuple[str, str]]:
    """The status or phase that a verb or an adjective says; “waiting for …” is being blocked, with the reason."""
    state = state_of(kind)
    if state is None or stops_repeating(heard):
        return
    stuck = STUCK.search(heard.plain)
    is_meant = stuck and not re.match(TARGETS, heard.plain[stuck.start():]) and not LEFT_ALONE.search(heard.plain[:stuck.start()])
    is_stuck = is_meant or BLOCKING.match(heard.plain)
    if any(f.name == "blocked_by" for f in fields(kind)) and is_stuck and not re.search(r"\bunblock|\bno longer (?:blocked|stuck)\b|\bnot "
                                                                                                         r"blocked\b", heard.plain):
        yield state.label, "blocked"
        if why := BLOCKED.search(heard.text) or re.search(r"(?:stuck|blocked|continue)[,:]\s*(?P<why>[^.;!?]+)", heard.text, re.I):
            yield "blocked by", why["why"].strip()
    elif (value := _state_said(kind, state, heard)) and not DEADLINE.match(heard.typed) and not TO_COME.search(heard.typed):
        yield state.label, value


def _state_said(kind: type[Record], state: FieldOf, heard: Heard) -> str | None:
    if any(f.name == "progress" for f in fields(kind)) and any(heard.said(s).rstrip(" %") != "100" for s in heard.of("PERCENT")):
        return None                                      # "80 % complete" is a progress and no status
    if answer := ANSWERED.match(heard.typed):
        return next((v for n, w, v in choice_words(str(kind.__tablename__)) if n == state.name and w == ("approve" if answer["yes"] else "reject")), None)
    if (ends := _ends_in(kind, state, heard)) is not None:
        return ends
    for name, word, value in choice_words(str(kind.__tablename__)):
        if name == state.name and among((word,), heard.masked):
            for m in pattern(rf"(?<![\w-]){re.escape(word)}(?![\w-])").finditer(heard.masked):
                if not (_tells_which(heard, m.start()) or _tells_when(heard, m) or DENIED.search(heard.masked[:m.start()])):
                    return value
    return None


def _tells_when(heard: Heard, word: re.Match[str]) -> bool:
    """Whether a word only leads to a day: “starts 19 Nov”."""
    return STARTS.fullmatch(word[0]) is not None and any(s.start - word.end() in range(5) for s in heard.of("DATE"))


def _ends_in(kind: type[Record], state: FieldOf, heard: Heard) -> str | None:
    """What it becomes by the words at its end: “mark the tasks in review as done”."""
    said = BECOMES.search(heard.masked) or (PUT_IN.search(heard.masked) if PUTS.match(heard.plain) else None)
    words = {word: value for name, word, value in choice_words(str(kind.__tablename__)) if name == state.name}
    return words.get(said["v"].strip().lower()) if said else None


def _tells_which(heard: Heard, at: int) -> bool:
    """Whether a word tells which records are meant ("all done tasks") and not what they get."""
    opens = re.search(r"^\W*(?:(?!(?:all|every|each|any|my|our)\b)\w+\s+)?$", heard.text[:at], re.I) is not None
    if LEFT_ALONE.search(heard.text[:at]):
        return True                                      # “all but not the blocked ones”
    if re.search(r"\b(?:every|each)\s+(?:[\w-]+\s+){0,2}$", heard.text[:at], re.I):
        return True                                      # “every open Apollo risk”
    if re.search(rf"(?:{MANY_OF})(?: (?:of|on|in|for) [\w-]+)? (?:in|that (?:is|are)|which (?:is|are))(?: still| now)?\s*$", heard.text[:at], re.I):
        return True                                      # “all tasks in to do” are those meant
    return not opens and re.match(TARGETS, heard.text[at:], re.I) is not None
