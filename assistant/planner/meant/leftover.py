"""What of a question a listing left out: words that narrow it and that nothing here could read, so that a long list never passes for the answer."""
from collections.abc import Mapping, Sequence
from datetime import date
import re
from typing import Any

from assistant.planner.heard.ageing import without_ages
from assistant.planner.heard.comparing import BETWEEN, COMPARED
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.lacking import LACKING, absent
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import LOOKED_FOR, NOT_READ
from assistant.planner.learned.marking import SURELY_BESIDE, is_beside
from assistant.planner.meant.columns_said import columns_said, without_columns
from assistant.planner.meant.either_of import either_of
from assistant.planner.meant.filtering import filtered
from assistant.planner.meant.graded_whole import grade_words
from assistant.planner.meant.kind import akin_to
from assistant.planner.meant.ordering import ON_TOP
from assistant.planner.told.valuing import overlaps
from assistant.planner.words.concepts import CONCEPTS
from assistant.planner.words.idle import EMPTY
from assistant.planner.words.lexicon import choice_words, kind_named, meaning, spelt
from assistant.planner.words.phrases import HOMES
from assistant.planner.words.plain import tokens
from assistant.planner.words.spelling import spelling
from language.words import Span
from records.figures import FIGURES
from records.kinds import BY_TABLE, Person, Task
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

INTO = re.compile(r"\b(?:(?:pa(?:y|ys|ying|id)|feeds?|counts?|goe?s?|flows?|contribut(?:es?|ing)|works?|adds?|serv(?:es?|ing)|support(?:s|ing)?|helps?|"
                  r"belongs?|link(?:s|ed)?|tied|depends?|hangs?)(?: in ?to| to| towards?| on| for| under| behind)?|behind|under|towards?|into)"
                  r"(?= (?:the |our )?(?:objective |goal )?(?:OBJ-\d|[“\"']))", re.I)
WHETHER = re.compile(r"^(?!.*\b(?:any|anything|something|anyone|anybody|ever|about)\b)(?:(?:so|and|but|then|ok)\s+)*"
                     r"(?:was|were|is|are|did|does|has|will|would) (?:each|every one|all of (?:them|those|these)|"
                     r"it|they|we|that|those|these)\b(?! (?:any|an?)\b)")
MY_TEAM = re.compile(r"\b(?:for|of|from|in|by|to) my (?:own |whole )?(?:team|department|people|colleagues|group|unit|crew|area)\b|"
                     r"\bmy (?:team|department|people|colleagues)['’]?s\b")                # whose people those are, a condition must say
NARROW = ("project", "owner")                   # conditions that say whose and where, and not which
BASELINE = re.compile(r"\b(?:since|against|from|than|compared (?:to|with)) (?:the |its |their |our )?(?:last |first |original )?baseline\b", re.I)
DENIED = re.compile(r"\b(?:not|never)(?: yet| been| be)* (?P<w>[a-z]{3,}(?:ed|en|wn))\b")
NOW = ("today", "now", "this moment")            # a listing is of now in any case
MANY = 2                                        # words left out of a listing that is narrowed by others
MOST_WORDS = 4                                  # that can still be what is looked for
LONG = 5                                        # letters from which a plural is looked for in the singular
SUMS = frozenset(("average", "avg", "mean", "sum", "sums", "summed", "add", "adds", "added", "totals", "altogether", "come", "comes"))


def unread(tool: Tool, args: Mapping[str, Any], heard: Heard) -> Plan | None:
    """The plan to ask instead, or to look for the words, when a listing is narrowed by less than it should be, although the question has words that would."""
    slot, kind = tool.slot(Holds.conditions), tool.slot(Holds.kind)
    if slot is None or kind is None or tool.proposes or any(args.get(s.name) for s in tool.slots if s.holds is Holds.field):
        return None
    of = kind_named(str(args[kind.name]))
    heard = without_ages(of, heard)
    ways = tuple(f"which {of.kind.many} are {split(spoken)[0]}?" for spoken, _ in of.kind.sayings)[:3]
    choices = (*ways, f"show all {of.kind.many}")
    if (at_once := either_of(of, heard) or _whether(of, args.get(slot.name, {}), heard, choices)) is not None:
        return at_once
    if "slip" in args.get(slot.name, {}):
        return None                                        # what it is compared with is its plan
    said, is_foreign = _left(heard, of, args), _foreign(heard, of)
    if unused := _unused(heard, of, args):
        said = [*(w for w in said if w not in " ".join(unused).split()), *unused]
    elif not is_foreign and len(said) < (MANY if _is_narrowed(of, args.get(slot.name, {}), heard) else 1):
        return None
    looked = None if unused or is_foreign or heard.moment else _looked_for(tool, of, said, args, heard, ways)
    if looked is not None:
        return looked
    return Plan(says=NOT_READ.format(words=" ".join(said), many=of.kind.many), choices=choices, understood=False)


def _whether(kind: type[Record], where: Mapping[str, str], heard: Heard, choices: tuple[str, ...]) -> Plan | None:
    """That a question if something is so was not read, as no list is its answer: “will we finish?”, “was each within its budget line?”."""
    if WHETHER.match(heard.plain) is None or ("KIND" in heard.types and set(where) - set(NARROW)):
        return None
    return Plan(says=NOT_READ.format(words=heard.text.strip(" .?!"), many=kind.kind.many), choices=choices, understood=False)


def _is_narrowed(kind: type[Record], where: Mapping[str, str], heard: Heard) -> bool:
    """Whether something tells which; of a kind that nobody named, a time alone tells no more than when."""
    days = [f.label for f in fields(kind) if f.type is date] if "KIND" not in heard.types else []
    return bool(set(where) - {*NARROW, *days})


def _looked_for(tool: Tool, kind: type[Record], left: Sequence[str], args: Mapping[str, Any], heard: Heard, ways: tuple[str, ...]) -> Plan | None:
    """The search for the words that are no condition, within the kind that is said and what else narrows it."""
    words = tool.slot(Holds.words)
    if words is None or not 0 < len(left) <= MOST_WORDS:
        return None
    is_said = heard.types & {"KIND", "SAYING", "FIGURE"} or kind is not Task
    said = [w.removesuffix("s") if len(w) > LONG else w for w in left]
    kept = {s.name: args[s.name] for s in tool.slots if s.name in args and s.holds in (Holds.kind, Holds.conditions)} if is_said else {}
    many = kind.kind.many if is_said else "records"
    return Plan(((tool.name, {**kept, words.name: " ".join(dict.fromkeys(said))}),), LOOKED_FOR.format(words=" ".join(left), many=many), ways, understood=False)


def passed_over(tool: Tool, args: Mapping[str, Any], heard: Heard) -> list[str]:
    """The word that a narrowed listing could not read, so that it is not lost in silence."""
    slot, kind = tool.slot(Holds.conditions), tool.slot(Holds.kind)
    if slot is None or kind is None or tool.proposes or not args.get(slot.name) or "slip" in args[slot.name]:
        return []
    of, said = kind_named(str(args[kind.name])), str(args).lower()
    heard = without_ages(of, heard)
    asked_over = next((str(args[s.name]).lower() for s in tool.slots if s.holds is Holds.days and s.name in args), "")
    days = [heard.said(s) for s in heard.of("DATE") if not any(f.type is date for f in fields(of)) and heard.said(s).lower() not in (*NOW, *said.split("'"))
            and not (asked_over and heard.said(s).lower() in asked_over)]
    return [*(w for w in _left(heard, of, args) if w not in spelling()), *days]


def reads_all(tool: Tool, args: Mapping[str, Any], heard: Heard, *, but_beside: bool = False) -> bool:
    """Whether a listing leaves out nothing that is said: every word, name, day and number is its kind or in its conditions; `but_beside`: or surely
    narrows nothing."""
    kind = next((kind_named(str(args[s.name])) for s in tool.slots if s.holds is Holds.kind and s.name in args), None)
    heard = without_ages(kind, heard) if kind else heard
    if any("slip" in said for said in args.values() if isinstance(said, Mapping)):
        return True                                        # what it is compared with is its plan
    if kind is None or either_of(kind, heard) or (_left if but_beside else _words_left)(heard, kind, args) or _unused(heard, kind, args):
        return False
    said = str(args).lower()
    return all(str(s.value).lower() in said or heard.said(s).lower().rstrip(" %") in said for t, s in heard.spans
               if t in ("project", "person", "DATE", "MONEY", "PERCENT", "HOURS", "TEXT", "KEY"))


def _against(heard: Heard, kind: type[Record], said: str) -> str:
    """The baseline that is compared with, or the two ends of a span, where no condition holds them."""
    if (agreed := BASELINE.search(heard.text)) and "baseline" not in said and any("baseline" in n for f in fields(kind) for n in f.names):
        return agreed[0]
    between = BETWEEN.search(heard.text)
    return between[0] if between and between[0].lower() not in said else ""


def _unused(heard: Heard, kind: type[Record], args: Mapping[str, Any]) -> list[str]:
    """The day, or what is compared, that is in no condition, such as “rate above 100” of tasks, which have none, or none that this listing can read."""
    said = str(args).lower()
    heard = without_columns(kind, heard) if columns_said(kind, heard)[0] in args.values() else heard
    if (mine := MY_TEAM.search(heard.plain)) and kind is not Person and "team" not in said:
        return [mine[0]]
    spoken = [heard.said(s) for s in heard.of("DATE") if not is_beside(heard, kind, s, SURELY_BESIDE)]
    days = [day for day in spoken if day.lower() not in said and day.lower() not in ("today", "now", "this moment")]
    if days and not heard.moment and any(f.type is date for f in fields(kind)):
        return days[:1]
    lacking = [*(span for _, span in absent(kind, heard)), *(span for of, words, span in filtered(kind, heard) if words == "empty" and f"'{of.label}'" in said)]
    for lack in LACKING.finditer(heard.masked):
        if (of := re.match(r"[\w-]+", heard.masked[lack.end():])) and not any(s.start <= lack.start() < s.end for s in (*lacking, *heard.of("SAYING"))):
            return [lack[0].strip(), of[0]]
    denied = next((m for m in DENIED.finditer(heard.plain) if m["w"] not in said and "not " not in said and "empty" not in said), None)
    if denied and not any(denied["w"] in str(s.value) for s in heard.of("SAYING")) and not any(span for span in lacking):
        return [denied[0]]
    if (against := _against(heard, kind, said)) or (against := _of_money(heard, kind, args)):
        return [against]
    compared = [(m.start(), m.end()) for m in COMPARED.finditer(heard.text)]         # “more expensive than” names no figure
    named = {n.lower() for f in fields(kind) if f"'{f.label}'" in said for n in f.names}
    named |= {heard.said(s).lower() for of, _, span in filtered(kind, heard) if f"'{of.label}'" in said for s in heard.of("FIGURE") if overlaps(span, [s])}
    figures = (heard.said(s) for s in heard.of("FIGURE") if not any(f.name == s.value and f.title.lower() in said for f in FIGURES)
               and not any(a <= s.start < b for a, b in compared) and heard.said(s).lower() not in named)
    return _uncompared(heard, kind, args) or list(figures)[:1]


def _of_money(heard: Heard, kind: type[Record], args: Mapping[str, Any]) -> str:
    """A share that would be compared with an amount: “over 80 % used” is no amount above 80."""
    where = next((v for v in args.values() if isinstance(v, Mapping)), {})
    money = " ".join(str(where[f.label]) for f in fields(kind) if f.is_money and f.label in where)
    return next((heard.said(s) for s in heard.of("PERCENT") if (n := re.match(r"[\d.,]+", heard.said(s))) and n[0] in money and "%" not in money), "")


def _uncompared(heard: Heard, kind: type[Record], args: Mapping[str, Any]) -> list[str]:
    """A comparison whose number is in no condition, with the word before it."""
    m = next((m for m in COMPARED.finditer(heard.text) if m["n"].rstrip(".,") not in str(args)), None)
    if m is None or any(s.start <= m.start("n") < s.end for t in ("DATE", "COUNT", "KEY", "TEXT") for s in heard.of(t)):
        return []
    lead = re.search(r"([\w-]+)\s+(?:(?:is|are|of|was)\s+)?$", heard.text[:m.start()])
    names = [lead[1].lower()] if lead and lead[1].lower() not in (*EMPTY, *kind.kind.names) else []
    return [*names, m[0]]


def _foreign(heard: Heard, kind: type[Record]) -> bool:
    """Whether a saying of people is said and others are listed: “how much capacity is left” is no list of tasks."""
    own = {w.lower() for spoken, _ in kind.kind.sayings for w in split(spoken)}
    people = {w.lower() for spoken, _ in Person.kind.sayings for w in split(spoken)}
    return any(str(s.value) in people - own for s in heard.of("SAYING"))


def tells_more(kind: type[Record], heard: Heard, span: Span, found: Mapping[str, str]) -> bool:
    """Whether some words of a piece, or a number in it, are in no condition yet."""
    known, numbers = str(found).lower(), re.findall(r"\d+", heard.text[span.start:span.end])
    is_figure = any(overlaps(span, [s]) for s in heard.of("FIGURE"))         # “commitments” of cost entries are no figure
    return is_figure or any(n not in known for n in numbers) or any(span.start <= at < span.end for _, at in _words_left(heard, kind, {"where": found}))


def _left(heard: Heard, kind: type[Record], args: Mapping[str, Any]) -> list[str]:
    """The words that no piece of this kind holds and that may narrow it."""
    return [word for word, at in _words_left(heard, kind, args) if not is_beside(heard, kind, Span(at, at + len(word), word))]


def _words_left(heard: Heard, kind: type[Record], args: Mapping[str, Any]) -> list[tuple[str, int]]:
    """Those words, and where each begins."""
    own = {w.lower() for spoken, _ in kind.kind.sayings for w in split(spoken)}
    near = {kind.kind.one, *HOMES, *(k.kind.one for f in fields(kind) if f.refers for k in (BY_TABLE[f.refers],))}
    read = [s for t, s in heard.spans if t != "REPEAT"
            and (t != "KIND" or near & {str(s.value), *(v for u, v in meaning(spelt(heard.said(s))) if u == "KIND")})
            and (t != "SAYING" or {str(s.value), str(s.value).removeprefix("still ")} & own)]
    read += [span for _, span in absent(kind, heard)]
    read += [Span(m.start(), m.end(), "") for m in INTO.finditer(heard.text) if any(f.refers == "objective" for f in fields(kind))]
    where = next((v for v in args.values() if isinstance(v, Mapping)), {})
    read += [Span(m.start(), m.end(), "") for m in ON_TOP.finditer(heard.text)]
    read += [span for of, said, span in filtered(kind, heard) if where.get(of.label) == said]
    read += [akin[1]] if (akin := akin_to(heard)) is not None and akin[0] is kind else []
    shown, spans = columns_said(kind, heard)
    read += spans if shown in args.values() else ()
    left = [(w, t.start) for t in tokens(heard.text) for w in t.word.split() if not any(s.start < t.end and t.start < s.end for s in read)]
    values = set(re.findall(r"\w+", " ".join(map(str, args.values())).lower()))
    values |= {part for name, word, _ in choice_words(str(kind.__tablename__)) if f"'{name.replace('_', ' ')}'" in str(args) for part in word.split()}
    values |= grade_words(kind, args)
    empty = EMPTY | SUMS if re.search(r"'(?:total|average) ", str(args)) else EMPTY
    is_held = {w: values >= set(w.split("-")) or w.removesuffix("s") in values for w, _ in left}
    return [(w, at) for w, at in left if w not in empty and not is_held[w] and not re.search(r"\d", w) and not _says_the_kind(w, kind)]


def _says_the_kind(word: str, kind: type[Record]) -> bool:
    """Whether a word only says what is listed anyway, as "score" of risks does."""
    own = {w for f in fields(kind) for n in f.names for w in n.lower().split()} | set(re.findall(r"\w+", CONCEPTS["who"] + CONCEPTS["people"]))
    return word.rstrip("s") in {w.rstrip("s") for w in own} or word in kind.kind.names
