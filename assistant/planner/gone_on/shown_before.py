"""What was shown or written in this thread is spoken of in a few words: “the cloud hosting thing”, “the overtime one”, “the decision and the risk”."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.heard.following import IT, RECORD, Context, Earlier
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.mood import is_labelled, is_new, makes
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import teller_of
from assistant.planner.heard.wording import NONE_WRITTEN, TITLE_ASKED
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded, kind_named, meaning
from assistant.planner.words.openings import opening
from language.titles import spoken_of, stems
from records.kinds.base import Record
from tools.base import Holds, Tool

LATELY = 6                                      # turns that may still be spoken of in a word or two
OPENS = opening("also")
THE_ONE = re.compile(r"\b(?:the|that|this)\s+(?P<w>[\w'’-]+(?:\s+(?!one\b|thing\b)[\w'’-]+){0,3}?)\s+"
                     r"(?:one|thing|matter|bit|topic|point|item|question|story)\b(?!\s+of\b)", re.I)
PLACE = re.compile(r"^(?:other|same|right|wrong|only|next|new|old|whole|best|worst|main|important|good|bad|big|biggest|current|latest|first|second|third|"
                   r"fourth|fifth|last|top|bottom|\d+\w*)\b", re.I)
ABOUT = re.compile(rf"{OPENS}(?:(?:what|how) (?:about|of)|what(?:['’]s| is) (?:up with|with|the story with)|tell me (?:more )?about)\s+(?P<w>[^?.!,;:]+?)"
                   r"(?:\s+then)?\s*[?.!]*$", re.I)
LED = re.compile(rf"{OPENS}(?P<w>[^?.!,;:]{{3,60}}?)\s*(?:\s[–—-]\s|:\s|,\s|\?\s)\s*"
                 r"(?=(?:so |and )?(?:(?:what|how|who|when|why|where)(?:['’]?s)?|is|are|does|do|will|can|should|which)\b)", re.I)
KEPT = re.compile(r"\b(?:keep|kept|save[sd]?|record(?:ed)?|note[sd]?|writ(?:e|ten)|wrote|log(?:ged)?|add(?:ed)?|creat(?:e|ed)|enter(?:ed)?|make|made|"
                  r"got|get|there|in|stored?|captured?|done|forget|forgotten|forgot|lost|lose)\b"
                  r"(?: (?:them|it|that|those|both|these|down|up|too|all|in|as well))*$")
SHOWN_AGAIN = re.compile(r"^(?:(?:ok|so|and|but|well|now|please|can you|could you)\b ?)*(?:what about|how about|where (?:is|are)|"
                         r"what (?:happened to|became of)|show(?: me)?(?: again)?|let me see|did you|have you|do you have|is|are)\b")
THAT_AS = re.compile(r"^(?:(?:please|ok|so|and|then|can you|could you|let us)\b ?)*"
                     r"(?:raise|log|record|note|add|put|write|enter|file|register|report|flag|capture|open|make) (?:that|this|it)(?: down| up| in)? "
                     r"as (?:an? )?(?:new )?KIND\b")
ITSELF = re.compile(r"\b(?:the|that|my|our) (?:new )?KIND\b(?: and (?:the )?KIND\b)*")
NAME = r"[\w'-]+(?: [\w'-]+)?"
GAPPED = re.compile(rf"^\W*(?:(?:please|ok|so|and)\b[\s,]*)*make (?P<a>{NAME}) (?:the )?(?P<f>owner|manager|sponsor|decider) of (?P<x>{KEY.pattern}),? "
                    rf"and (?P<b>{NAME}) (?:(?:the )?(?P=f) )?(?:of|for) (?P<y>{KEY.pattern})\W*$", re.I)
ASKS = r"(?:what|how|who|when|why|where|is|are|does|do|will|can|should|which)"
DECIDED = re.compile(r"^(?:(?:ok|okay|yes|please|and|then|so|well|fine)\b[\s,]*)*(?:approve|accept|reject|decline|refuse) (?:it|that|this)(?: please| then)?$")
DEFINITE = re.compile(r"\b(?:the|that|those|these|both|my|our)\s+(?:new\s+)?$", re.I)


def with_shown(heard: Heard, asked: Asked, context: Context) -> Heard:
    """The message with the key of the one record shown before that it speaks of in words of its title; itself where it speaks of none, or of several."""
    if (title := context.it or "") in asked.titled and " " not in asked.titled[title] and IT.search(heard.plain) and is_order(heard):
        return asked.heard(IT.sub(asked.titled[title], heard.text, count=1))
    if DECIDED.match(heard.plain) and not context.pending and RECORD.match(context.it or ""):
        return asked.heard(IT.sub(str(context.it), heard.text, count=1))
    if heard.types & {"KEY", "TEXT"} or not context.past or is_new(heard) or makes(heard) or is_labelled(heard):
        return heard
    for form in (THE_ONE, ABOUT, LED):
        m = form.search(heard.text)
        if m is None or PLACE.match(m["w"]) or _names_another(heard, m, asked):
            continue
        if key := _one_of(m["w"], context, asked):
            start, end = (m.start(), m.end()) if form is THE_ONE else m.span("w")
            return asked.heard(_asked_of(_in_full(f"{heard.text[:start]}{key}{heard.text[end:]}", context), key))
    return heard


def both_said(heard: Heard, asked: Asked) -> Heard:
    """ "Make Nora owner of APOLLO-BN-2 and Jonas of CORVUS-BN-2": the second with its verb, where both records are named by their keys."""
    m = GAPPED.match(heard.text) if len(heard.of("KEY")) == len(heard.of("person")) == 2 else None  # noqa: PLR2004 - two of each
    return asked.heard(GAPPED.sub(r"make \g<a> \g<f> of \g<x> and make \g<b> \g<f> of \g<y>", heard.text)) if m else heard


def _asked_of(text: str, key: str) -> str:
    """A question behind the record that it is about, asked of that: “APOLLO-DE-1, who decides that?” is “who decides APOLLO-DE-1?”."""
    m = re.match(rf"{OPENS}{re.escape(key)}\s*(?:[,:?–—-]\s*)+(?P<q>(?:so |and )?{ASKS}\b.*)$", text, re.I)
    return IT.sub(key, m["q"], count=1) if m and IT.search(m["q"].lower()) and not KEY.search(m["q"]) else text


def _in_full(text: str, context: Context) -> str:
    """The text with the keys of others that were shown where their whole titles stand."""
    for turn in _lately(context):
        for key, title in turn.named:
            if RECORD.match(key) and len(title.split()) > 1:
                text = re.sub(rf"(?<![\w-]){re.escape(title)}(?![\w-])", key, text, flags=re.I)
    return text


def _names_another(heard: Heard, m: re.Match[str], asked: Asked) -> bool:
    """Whether a project or person who is there is named in the words, and no title."""
    inside = (str(s.value) for t in ("project", "person") for s in heard.of(t) if s.start < m.end("w") and m.start("w") < s.end)
    return any(value in {*asked.names.get(t, {}), *asked.names.get(t, {}).values()} for value in inside for t in ("project", "person"))


def _one_of(said: str, context: Context, asked: Asked) -> str:
    """The key of the record that is meant: of those shown lately by any of its words, the latest answer first; else by what is said of its title."""
    words = set(stems(said)) - {s for name in _nouns(said) for s in stems(name)}
    if not words:
        return ""
    for turn in _lately(context):
        titles = {key: title for key, title in turn.named if RECORD.match(key)}
        found = [key for key, title in titles.items() if words <= set(stems(title))] or [str(s.value) for s in spoken_of(said, titles)]
        if found:
            return found[0] if len(found) == 1 and " " not in found[0] else ""
    shown = {key for turn in _lately(context) for key in turn.keys}
    near = {key for phrase, keys in asked.titled.items() if phrase.lower() in said.lower() or said.lower() in phrase.lower() for key in keys.split()}
    return next(iter(near & shown)) if len(near & shown) == 1 else ""


def _nouns(said: str) -> Iterator[str]:
    """The words that name a kind, which tell nothing of a title."""
    yield from (w for w in re.findall(r"[\w-]+", said) if any(t == "KIND" for t, _ in meaning(w.lower())))


def _lately(context: Context) -> list[Earlier]:
    return list(reversed(context.past[-LATELY:]))


def of_kinds(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The records of the kinds that are named as known, which were written here, or else shown last: “the decision and the risk, did you keep them?”."""
    tool = teller_of(tools.values())
    kinds = heard.of("KIND")
    if tool is None or not kinds or not SHOWN_AGAIN.match(heard.plain) or heard.types - {"KIND", "ME", "SAYING"}:
        return None
    if not all(DEFINITE.search(heard.text[:s.start]) or _goes_on(heard, s.start) for s in kinds) or any(heard.said(s).lower().endswith("s") for s in kinds):
        return None
    is_kept = KEPT.search(ITSELF.sub("", heard.shaped("KIND")).strip()) is not None
    if not (is_kept or _is_all(heard)):
        return None
    meant = [(kind_named(str(s.value)), _last_of(kind_named(str(s.value)), context)) for s in kinds]
    record = next(s.name for s in tool.slots if s.holds is Holds.record)
    if not any(key for _, key in meant):
        return Plan(says=NONE_WRITTEN.format(words=" and no ".join(kind.kind.one for kind, _ in meant))) if is_kept else None
    none = [kind.kind.one for kind, key in meant if not key]
    return Plan(tuple((tool.name, {record: key}) for _, key in meant if key), NONE_WRITTEN.format(words=" and no ".join(none)) if none else "")


def untold(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """ "Raise that as an issue": what it is called was said nowhere in the message, so that is asked."""
    is_able = any(t.makes and t.slot(Holds.kind) for t in tools.values())
    return Plan(says=TITLE_ASKED) if is_able and THAT_AS.match(heard.shaped("KIND")) and not heard.types & {"KEY", "TEXT"} and ":" not in heard.text else None


def _goes_on(heard: Heard, at: int) -> bool:
    return re.search(r"\b(?:and|or|nor)\s+(?:the\s+)?$", heard.text[:at], re.I) is not None


def _is_all(heard: Heard) -> bool:
    """Whether nothing is said but the kinds and what asks for them."""
    left = re.sub(r"\bKINDS?\b", " ", SHOWN_AGAIN.sub(" ", heard.shaped("KIND")))
    return not re.sub(r"\b(?:and|or|the|that|both|my|our|new|again|please|then|now|too)\b", " ", left).strip(" ,?.!")


def _last_of(kind: type[Record], context: Context) -> str:
    """The record of a kind that was written here last, or else shown as the only one of it."""
    written = [k for t in reversed(context.past) if not t.question and not t.calls for k in t.keys if RECORD.match(k) and kind_coded(k) is kind]
    shown = ([k for k in t.keys if RECORD.match(k) and kind_coded(k) is kind] for t in reversed(context.past))
    return written[0] if written else next((keys[0] for keys in shown if len(keys) == 1), "")
