"""Is it an order, a question or a refusal? A question is never answered by writing, and "don't" does nothing."""
from functools import cache
import re

from assistant.planner.heard.besides import HOURS
from assistant.planner.heard.hearing import Heard, remembered
from assistant.planner.heard.permitting import asks_leave
from assistant.planner.heard.repeating import stops_repeating
from assistant.planner.words.lexicon import choice_words, kind_coded
from assistant.planner.words.phrases import (
    ADDRESSED,
    ALL_GET,
    ALL_MOVED,
    ALTERS,
    ALTERS_ONE,
    ALWAYS,
    ASKED_FOR,
    BACK,
    CALLED_ON,
    COLOURED,
    DID,
    FEW,
    FOUND,
    GIVES_ALL,
    HARD,
    HAVE,
    HOMES,
    JOTTED,
    KEEPING,
    LABEL,
    LISTS,
    LOG_IT,
    LOOK,
    MADE_FOR,
    MAKES,
    MAKING,
    MINE,
    MORE_TIME,
    NEED,
    NOUNS,
    OF_KEY,
    OPENS,
    ORDER,
    OUR_VERB,
    OUR_WISH,
    PAID,
    PIECE,
    POLITE,
    QUESTION,
    REFUSAL,
    RELATIVE,
    REMOVAL,
    SAID_FIRST,
    SET_TO,
    SHOULD,
    SHOW,
    SMALL_TALK,
    SOMEBODY,
    SPOKEN_BEFORE,
    STATED,
    SUM,
    TELLING,
    THANKS,
    TOLD,
    TOLD_TO,
    UNDOING,
    WISH,
    WORKED,
    WRITE_UP,
)
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.kinds.base import FieldOf, Record, fields


@remembered
def is_jotted(heard: Heard) -> bool:
    """What to do, and then in bare pieces whose, where and by when: “write up the findings, Zephyr, me, by 15/01”."""
    if heard.text.rstrip().endswith("?") or ":" in heard.text or "\n" in heard.text or "KEY" in heard.types or QUESTION.match(heard.plain):
        return False
    if heard.is_of_many:
        return False                                       # “tasks of Apollo, Ben, Friday” are to be shown
    first, *rest = (part.strip(" .!") for part in JOTTED.split(heard.jotted))
    pieces = [part for part in rest if part]
    typed = [part for part in pieces if PIECE.match(part)]
    return len(typed) >= FEW and len(typed) == len(pieces) and len(first.split()) >= FEW and not LOOK.match(heard.plain) and not REMOVAL.match(heard.plain)


def tells_change(heard: Heard) -> bool:
    """Whether it tells how things change, without a verb of order: “Corvus is amber now”, “everything overdue moves to Friday”."""
    is_said = COLOURED.match(heard.shaped("project")) or ALL_MOVED.match(heard.shaped("KIND", "person", "project", "DATE"))
    return is_said is not None and not heard.text.rstrip().endswith("?")


def is_hard(heard: Heard) -> bool:
    """Whether it opens with a verb that only changes what is there."""
    return HARD.match(heard.plain) is not None or GIVES_ALL.match(heard.typed) is not None


def is_looking(heard: Heard) -> bool:
    """Whether it opens with a wish to see something, or names a list or a report: “show …”, “open risks”, “create a status report”."""
    return bool(LOOK.match(heard.plain)) or _is_listing(heard)


def is_for_somebody(heard: Heard) -> bool:
    """ "Can somebody please look at the search?": something new to do, and not a record to change."""
    is_wanted = SOMEBODY.match(heard.plain) or ADDRESSED.match(heard.typed)
    return is_wanted is not None and not SHOW.search(heard.plain) and "KEY" not in heard.types


@remembered
def is_question(heard: Heard) -> bool:
    return bool(QUESTION.match(heard.plain) or heard.text.rstrip().endswith("?")) and not (ASKED_FOR.match(heard.plain) and not SHOW.search(heard.plain))


@remembered
def is_plain_order(heard: Heard) -> bool:
    """Whether the form alone tells that something is to be written: a command, a wish, or a statement about a record such as "T-12 is done"."""
    plain, typed = heard.plain, heard.typed
    if ALL_GET.match(plain) and not heard.text.rstrip().endswith("?"):
        return True
    if is_looking(heard) or asks_leave(heard):
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
    if ALTERS_ONE.match(heard.shaped("KIND", "project", "person")) and not is_labelled(heard):
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
    before, behind = _state_forms(str(kind_coded(key).__tablename__))
    first = heard.of("KEY")[0]
    breath = not heard.text[:first.start].strip() and pattern(rf"[\s,:]*{HOURS.pattern}").match(heard.text[first.end:])
    return bool(before.match(heard.typed) or breath or behind.match(heard.typed) or _sets_field(heard, kind_coded(key)))


@cache
def _state_forms(kind_table: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a choice of the kind is said as a verb before a key, and behind one."""
    words = "|".join(re.escape(w) for _, w, _ in choice_words(kind_table) if len(w) > 2)  # noqa: PLR2004 - no single letter
    return (re.compile(rf"^{POLITE}(?!(?:open|review|test|start)\b)(?:{words})\b(?: the)?(?: [\w -]{{0,30}})? ?KEY\b"),
            re.compile(rf"^(?:[\w -]{{0,30}} )?KEY (?:(?:is|was|has|has been|are|turned out|proved|looks|seems) )?(?:to be )?(?:now )?(?:{words})\b"))


def _sets_field(heard: Heard, kind: type[Record]) -> bool:
    """A field of the record, and what it is: “remaining hours of T-12: 10”."""
    key = heard.of("KEY")[0]
    before = heard.text[:key.start]
    names = "|".join(re.escape(n) for f in fields(kind) if f.says.set_by == "person" for n in among(f.names, before))
    of = pattern(rf"^\W*(?:{SPOKEN_BEFORE})*(?:[\w]+ )??(?:{names}) (?:(?:of|for|on|in) )?(?:the )?(?:\w+ )?$").match(before) if names else None
    return bool(of and SET_TO.match(heard.typed[heard.typed.find("KEY") + len("KEY"):] if "KEY" in heard.typed else ""))


def _commands(heard: Heard) -> bool:
    """The ways to want something that is no question."""
    said = (*((p, heard.plain) for p in (UNDOING, ORDER, SHOULD, WISH, LOG_IT)), *((p, heard.typed) for p in (NEED, DID, OF_KEY, WORKED, MORE_TIME)),
            (CALLED_ON, heard.text if "person" in heard.types else ""), (ADDRESSED, heard.typed if "KEY" not in heard.types else ""), (KEEPING, heard.plain),
            (FOUND, heard.shaped("KIND", "person")), (PAID, heard.typed if "project" in heard.types else ""),
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


def tells(heard: Heard) -> bool:
    """Whether it has the form of a tale: “lunch was great, we talked about Apollo”."""
    named = heard.types & {"KEY", "HOURS", "MONEY", "PERCENT", "TEXT", "FIGURE", "SAYING"}
    return TELLING.match(heard.plain) is not None and not named and not is_question(heard) and not LOOK.match(heard.plain)


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
