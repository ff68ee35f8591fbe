"""A record that is spoken of by its title, in the place of which its key is read: “approve the scanner rental” is “approve CORVUS-CR-2”."""
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
import re

from assistant.planner.heard.following import IT, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.left_of_share import left_of_share
from assistant.planner.heard.mood import is_for_somebody, is_hard, is_labelled, is_new, is_question, makes
from assistant.planner.heard.permitting import asks_who_decides
from assistant.planner.heard.placing import PLACES
from assistant.planner.heard.plan import Asked
from assistant.planner.learned.weighing import odds, share
from assistant.planner.meant.moved import is_never_moved
from assistant.planner.words.idle import EMPTY
from assistant.planner.words.lexicon import choice_words, kind_coded, lexicon
from assistant.planner.words.phrases import ORDERS, POLITE, TOLD_TO
from assistant.planner.words.plain import among
from language.titles import stems
from language.words import Span
from records.kinds import KINDS, Task
from records.kinds.base import Record, fields
from tools import TOOLS
from tools.base import Holds

OF_RECORDS = frozenset(t.name for t in TOOLS if t.changes)          # they change what is there
OF_NEW = frozenset(t.name for t in TOOLS if t.makes)                # they make what is new
OF_ONE = frozenset(t.name for t in TOOLS if not t.proposes and any(s.holds is Holds.record and s.of is Record for s in t.slots)
                   and (t.slot(Holds.field) or t.slot(Holds.figure)))                                      # they tell of one record
FOR_OTHERS = 0.4                                # of the odds, so many for a tool that tells of no one record
LIKELY, SURELY_NEW = 0.5, 0.6                   # of the odds, so many for a change of what is there, and for something new
PERHAPS, SURELY = 0.25, 0.85                    # so many for something to be written at all, where it is so surely a change once the key is read
NOUNS = "|".join(sorted({re.escape(n) for k in KINDS for n in k.kind.names}, key=len, reverse=True))
FIELD_OF = re.compile(rf"(?P<field>[\w -]+?) (?:of|for|on) (?:the|an?|this|that|our|my) (?:{NOUNS})", re.I)
BEFORE = re.compile(rf"(?:\b(?:the|that|this|our|my)\s+)?(?:(?:{NOUNS})\s+)?(?:(?:of|called|named|for|about|on)\s+)?(?:the\s+|[\"“'‘])?$", re.I)
OPENING = re.compile(rf"(?:(?:the|that|this|our|my)\s+)?(?P<noun>{NOUNS})\s+(?:of|called|named|for|about|on)\b", re.I)
BEHIND = re.compile(rf"^(?:-\w+)*[\"”'’]?(?:\s+(?P<noun>{NOUNS})\b)?", re.I)
GIVEN = re.compile(rf"^{POLITE}(?:give|hand|assign|reassign|pass|transfer|make|put)\b")
REASON = re.compile(r"\b(?:that|because|since|as|if|when|once|until|being|reason|it['’]?s)\W+(?:the |an? |\w+ )?$", re.I)      # what follows is only told
POINTED = re.compile(r"\b(?:of|for|about|on)\b", re.I)                          # beside one word, these make it no title: “no time for robots”
BEHIND_IT = re.compile(rf"\b(?:it|(?:the|this|that)(?: (?:{NOUNS}))?)\s*(?:[,;:(]|\s[-–—]+)\s*(?:the\s+|an?\s+)?$", re.I)
IT_ORDERED = re.compile(rf"^{POLITE}(?:{'|'.join(ORDERS)}) (?:it|this|that|them|these|those|both)(?: (?:to|as|off|now|down|please|done))?(?: \w+)?(?=\s|$)")
STUCK = re.compile(r"\b(?:stuck|blocked|held up|hanging|stopped|waiting|waits?)\b[^,;.]{0,12}\b(?:on|by|at|for|with|because of)\s+(?:the\s+)?$", re.I)
AND = re.compile(r"\W*(?:(?:and|&|,|or|plus)\W*)+(?:the\s+)?$", re.I)
EVERYTHING = re.compile(r"(?:everything|anything|whatever|all)\b", re.I)         # “everything Ben has” is no “Every benefit has an owner”
ASKS_ITS = ((re.compile(r"^(?:so |and )?(?:by|until|till|before) when (?:must|do|does|should|shall|is|are|has|have|need|can|will)\b"),
             frozenset(("due", "decide_by", "forecast"))),
            (re.compile(r"^(?:so |and )?who (?:decides|has to decide|must decide|will decide|should decide|is to decide|is deciding) (?:about|on|over)\b"),
             frozenset(("decider_id",))))
DECLARED = re.compile(r"\W*(?:(?:please|and|so)\s+)*declare\b", re.I)          # the project is named, and why follows
OF = re.compile(r" (?:of|for)\b", re.I)                      # “the estimate for the fitting”
NUMBERED = re.compile(r"\bKINDS? \d+\b")
MODALS = frozenset(("can", "could", "may", "should", "must", "will", "would", "please", "now", "to", "we", "i", "you"))
ALL_OF = re.compile(r"\b(?:all|every|each)\s+(?:(?:of|the|our|my)\s+)*(?:[\w'’-]+\s+)?$", re.I)
LINKED = re.compile(r"\b(?:waits? for|depends? on|blocked by|after|before|until|than)\s+(?:the\s+)?$", re.I)
PLACED = re.compile(rf"(?:the|my)\s|[\w-]+['’]s?\s+(?:{'|'.join((*PLACES, 'next', 'final'))})\b", re.I)    # what is told by where it stands, and no title
COUNTED = re.compile(r"(?:the )?(?:(?:first|last|next) )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)?(?: ?(?:working |business )?"
                     r"(?:days?|weeks?|months?|years?|hours?|ones?))?", re.I)         # so many, or so long
NEAREST = re.compile(r"\b(?:next|last|final)\b", re.I)       # a question about these is answered by a list
MEASURED = ("DATE", "HOURS", "MONEY", "PERCENT", "REPEAT")
WORKED = re.compile(r"\b(?:\d+(?:[.,]\d+)?|an?|half an?|two|three|four)\s?(?:h|hrs?|hours?)\b.*\b(?:on|for|with|into)\s+(?:the\s+)?$", re.I)


def with_keys(heard: Heard, asked: Asked, context: Context) -> Heard:
    """The message with keys for titles, where it changes a record that is there, or asks about one, and names none by its key."""
    is_named = "KEY" in heard.types or NUMBERED.search(heard.shaped("KIND"))
    asks_for_time = left_of_share(heard) is not None and not heard.of("person")          # “who could take over 16 hours of testing?” names no work
    if not asked.titled or is_named or asks_for_time or is_new(heard) or DECLARED.match(heard.text) or is_labelled(heard) or makes(heard):
        return heard
    if (told := _placed(heard, asked)) is not None:
        return told
    text = heard.text
    for span in reversed(list(_pieces(heard, asked.titled, context))):
        text = f"{text[:span.start]}{span.value}{text[span.end:]}"
    if text == heard.text:
        return heard
    keyed = asked.heard(text)
    if _changes(heard, keyed) or _is_work(heard, asked) or _asks_its(heard, keyed.all("KEY")):
        return keyed
    is_named_so = any(_is_name(said, heard) for said in asked.titled) or (share(heard, OF_ONE) > LIKELY and len(asked.titled) == 1)
    is_of_one = is_question(heard) and is_named_so and not heard.is_of_many and not _is_for_others(heard)
    return keyed if is_of_one and len(keyed.all("KEY")) == 1 and _reads(keyed) else heard


def _placed(heard: Heard, asked: Asked) -> Heard | None:
    """The message with the key of what is told by its place: “push the second milestone of Corvus back”, “when is the third milestone of Apollo?”."""
    said = next((each for each in asked.titled if PLACED.match(each) and each in heard.text), None)
    if said is None:
        return None
    keyed = asked.heard(heard.text.replace(said, asked.titled[said], 1))
    is_one = _changes(heard, keyed) or (is_question(heard) and not NEAREST.search(said) and _reads(keyed))
    return keyed if is_one else None


def _asks_its(heard: Heard, keys: Sequence[str]) -> bool:
    """Whether it asks by when one record is due, or who decides about it: “until when do we have to have Vienna furnished?”."""
    known = {f.name for f in fields(kind_coded(keys[0]))} if len(keys) == 1 else set[str]()
    return any(form.match(heard.plain) and known & names for form, names in ASKS_ITS) or ("decider_id" in known and asks_who_decides(heard))


def _pieces(heard: Heard, titled: Mapping[str, str], context: Context) -> Iterator[Span]:
    """Where the record stands that is changed, with its key; several only when they are said in one breath."""
    end = -1
    for said, keys in sorted(titled.items(), key=lambda each: heard.text.find(each[0])):
        at, key = heard.text.find(said), _one(keys, heard, context)
        is_word = IT.search(said.lower()) is not None            # “hand those over” speaks of what was shown, and of no title
        is_time = any(t in MEASURED and s.start < at + len(said) and at < s.end for t, s in heard.spans)
        is_word |= _is_field_of(said) or (_is_ours(said) and OF.match(heard.text, at + len(said)) is not None)
        is_word |= (_is_ours(said) and not heard.text[:at].lower().endswith("the "))
        is_word |= ALL_OF.search(heard.text[:at]) is not None and any(s.start == at for s in heard.of("KIND"))          # “all Apollo risks get reviewed”
        is_word |= all(w in ORDERS or w in MODALS for w in said.lower().split())             # “we can close the risk”
        is_word |= bool(key) and is_never_moved(kind_coded(key), heard)
        if not key or _is_beside_hours(heard, at, key) or COUNTED.fullmatch(said) or EVERYTHING.match(said) or at < max(end, 0) or is_time or is_word:
            continue
        if end >= 0 and not (AND.fullmatch(heard.text[end:at]) or LINKED.search(heard.text[end:at])):
            continue
        if BEHIND_IT.search(heard.text[:at]) or IT_ORDERED.match(heard.plain):
            continue                                       # “close the risk - supplier delivered”, “approve it, good idea”: a reason behind what is meant
        if re.search(r"[\w-]$", heard.text[:at]) or re.match(r"[\w]", heard.text[at + len(said):]):
            continue                                       # “live” of “Go-live” is but a piece of a word
        found = _whole(heard, at, at + len(said))
        nouns = heard.text[found.start:at], heard.text[at + len(said):]
        if _tells(heard, at, said, found) and _is_of_its_kind(*nouns, key) and not REASON.search(heard.text[:found.start]):
            yield Span(found.start, found.end, key)
            end = found.end


def _is_beside_hours(heard: Heard, at: int, key: str) -> bool:
    """Whether hours are told, of which others that are booked are no change: “Ben did the order list, 5 hours”, nor what stands in the way of it."""
    is_told = "HOURS" in heard.types and not heard.of("KIND")
    return is_told and (_is_of_hours(kind_coded(key)) or STUCK.search(heard.text[:at]) is not None)


@cache
def _is_of_hours(kind: type[Record]) -> bool:
    """Whether records of a kind are hours that somebody worked on a day."""
    known = {f.name: f for f in fields(kind)}
    return kind.kind.when == "on" and "person_id" in known and any(f.says.unit == "h" and f.required for f in known.values())


def _tells(heard: Heard, at: int, said: str, found: Span) -> bool:
    """Whether words are a title: neither one word alone, as the verb “starts”, nor only what narrows a list, as “all of Ben's open” tasks."""
    around = f"{heard.text[found.start:at]} {heard.text[at + len(said):found.end]}"
    if len(stems(said)) == 1 and not POINTED.sub("", around).strip():
        return False
    left = heard.text
    for type_, span in heard.spans:
        if type_ in ("person", "project", "SAYING"):
            left = f"{left[:span.start]}{' ' * (span.end - span.start)}{left[span.end:]}"
    return any(w not in EMPTY for w in stems(left[at:at + len(said)]))


def _is_ours(said: str) -> bool:
    """Whether what could be of a title is a word of ours, such as an “estimate”."""
    return said.lower() in lexicon() or said.lower() in _field_names()


def _is_field_of(said: str) -> bool:
    """Whether words only say a field of a kind: “owner of the benefit” is no “Every benefit has an owner”."""
    m = FIELD_OF.fullmatch(said)
    return m is not None and m["field"].lower() in _field_names()


@cache
def _field_names() -> frozenset[str]:
    return frozenset(name.lower() for kind in KINDS for of in fields(kind) for name in of.names)


def _is_work(heard: Heard, asked: Asked) -> bool:
    """ "Book 7h today on the order history": hours that were worked on what is spoken of."""
    return any(WORKED.search(heard.text[:heard.text.find(said)]) for said in asked.titled)


def _is_of_its_kind(lead: str, rest: str, key: str) -> bool:
    """Whether the noun beside a title is one for such a record: “the Customer first programme” is no milestone, “the risk about …” no task."""
    behind, before = BEHIND.match(rest), OPENING.match(lead)
    names = {n.lower() for n in kind_coded(key).kind.names}
    return all(m is None or m["noun"] is None or m["noun"].lower() in names for m in (behind, before))


def _whole(heard: Heard, start: int, end: int) -> Span:
    """The title with its quotation marks, the article and the noun around it."""
    quote = next((s for s in heard.of("TEXT") if s.start <= start and end <= s.end), None)
    start, end = (quote.start, quote.end) if quote else (start, end)
    before, behind = BEFORE.search(heard.text[:start]), BEHIND.match(heard.text[end:])
    if WORKED.search(heard.text[:start]):
        before = None                                      # “7h on the order history” stays “7h on”
    return Span(before.start() if before else start, end + (behind.end() if behind else 0), "")


def _changes(heard: Heard, keyed: Heard) -> bool:
    """Whether it is a change of what is there: by its verb, or by what is learned of it and of what it is with the key."""
    if is_hard(heard) or share(heard, OF_RECORDS) > LIKELY:
        return True
    if TOLD_TO.match(heard.shaped("person")) or is_for_somebody(heard) or (share(heard, OF_NEW) > SURELY_NEW and "TEXT" not in heard.types):
        return False
    writes, changes = share(heard, OF_RECORDS | OF_NEW), share(keyed, OF_RECORDS)
    return (writes > LIKELY and changes > LIKELY) or (writes > PERHAPS and changes > SURELY)


def _reads(heard: Heard) -> bool:
    """Whether a question, read with the key, is one about this record."""
    return share(heard, OF_ONE) > LIKELY


def _is_name(said: str, heard: Heard) -> bool:
    """Whether words stand as a name does: “the load test”, “Orders won in the showrooms”; and are no day, project or person."""
    at = heard.text.find(said)
    is_other = any(s.start < at + len(said) and at < s.end for t, s in heard.spans if t in ("DATE", "project", "person"))
    return at >= 0 and not is_other and (said[0].isupper() or re.search(r"\b(?:the|our|this|that|my)\s+[\"“'‘]?$", heard.text[:at], re.I) is not None)


def _is_for_others(heard: Heard) -> bool:
    """Whether a question is plainly for a tool that tells of no one record, as the rules of the office are."""
    return any(odds(heard)[t.name] > FOR_OTHERS for t in TOOLS if t.name not in OF_ONE and not t.proposes and not t.slot(Holds.conditions))


def _one(keys: str, heard: Heard, context: Context) -> str:
    """The one that is meant: of several that of the kind whose choices are said, and of the project that is named or talked of; "" when none is."""
    several, home = keys.split(), heard.first("project") or context.project
    near = [k for k in several if home and k.startswith(f"{home}-")] or ([] if heard.of("project") else several)
    if len(near) > 1 and heard.of("person") and GIVEN.match(heard.plain):
        near = [k for k in near if kind_coded(k) is Task] or near           # it is work that is given to somebody, and no thing that comes of it
    if len(near) > 1:
        fit = {k: _fit(k, heard) for k in near}
        near = [k for k in near if fit[k] and fit[k] == max(fit.values())] or near
    return near[0] if len(near) == 1 else ""


def _fit(key: str, heard: Heard) -> int:
    """How many letters of the choices of a record's kind, and of its names, are said."""
    kind, low = kind_coded(key), heard.text.lower()
    own = among({w for _, w, _ in choice_words(str(kind.__tablename__)) if len(w) > 3}, low)  # noqa: PLR2004 - a short word is of any kind
    return sum(map(len, own)) + sum(len(heard.said(s)) for s in heard.of("KIND") if s.value == kind.kind.one)
