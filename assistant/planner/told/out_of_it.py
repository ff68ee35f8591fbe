"""A new record that comes out of one that is there: “the supplier risk has happened, turn it into an issue for Ben”; and one that is split into parts."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
import re

from assistant.planner.heard.hearing import QUOTED
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.heard.wording import LEFT_OUT, SPLIT
from assistant.planner.words.lexicon import called_in_projects, kind_coded
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

OPENS = r"(?:(?:and|so|please|then|can you|could you|let us|let['’]s|we should|i want to)\b[\s,]*)*"
WHAT = r"(?:it|that|this|the [\w' -]{3,60}?|(?:[A-Z]\w*-)+\d+)"
INTO = re.compile(rf"^(?P<before>.*?)(?:^|[,;.–]\s+|\s+[–—-]\s+|\s+(?=and\b)){OPENS}(?:(?:turn|convert|make|change) {WHAT} (?:in)?to (?:an? )?(?:new "
                  rf")?(?P<kind>[a-z]+(?: [a-z]+)?)|"
                  rf"(?:make|open|raise|create|log) an? (?:new )?(?P<of>[a-z]+(?: (?!out\b|of\b|from\b)[a-z]+)?) (?:out )?(?:of|from) "
                  rf"{WHAT})(?P<rest>(?:\s+(?:for|with|on|"
                  rf"due|by)\b|\s*,).*)?"
                  r"[\s.!]*$", re.I)
CAME = re.compile(r"\b(?:happened|occurred|materiali[sz]ed|c[ao]me true|struck)\b", re.I)
HAPPENED = re.compile(rf"^(?P<before>.*?{CAME.pattern}.*?)(?:[,;.–]\s+|\s+(?=and\b)){OPENS}"
                      r"(?:(?:open|raise|create|log|make|add) an? (?:new )?(?P<kind>[a-z]+)|"
                      r"(?:log|record|raise|put|enter|note|make|file) (?:it|that|this) (?:down |in |up )?as an? (?P<of>[a-z]+))"
                      r"(?P<rest>(?:\s+(?:for|with|on|due|by)\b|\s*,).*)?[\s.!?]*$", re.I | re.S)
POINTED = re.compile(r"\b(?:it|that|this|(?:that|this|the) risk) (?:has |now |just |really )*" + CAME.pattern, re.I)
NO_LONGER = re.compile(rf"^(?P<before>.*?)(?:^|[,;.–-]\s+|\s+)(?:so |and |therefore |which means )*(?:{WHAT}|which)(?: is|['’]s|"
                       rf"(?: has)? bec[ao]me)(?: now)? "
                       r"(?:no longer (?:just |only )?an? (?P<was>[a-z]+)|not (?:just |only )?an? (?P<was2>[a-z]+)(?: any ?more| any longer|"
                       r" now)?)(?:\s*[,;.–-]+\s*|\s+)"
                       r"(?:but |and )?(?:(?:it|that|this)(?: is|['’]s|(?: has)? bec[ao]me) )?(?:now )?(?:already )?an? (?:real )?(?P<kind>[a-z]+)(?: now)?"
                       r"(?P<rest>(?:\s*[,;.–-]|\s+(?:for|with|due)\b)\s*\S.*)?[\s.!]*$", re.I)
OWNED = re.compile(r"(?:^\W*|[,;.]\s+|\s+and\s+)(?:please )?(?:make|let|have) (?P<who>[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?) (?:be )?(?:its|"
                   r"the)? ?(?P<role>[a-z]+)(?= and\b|\s*[,;.]|\s*$)",
                   re.I)
SET_TO = re.compile(r"(?:^\W*|[,;.]\s+|\s+and\s+)(?:please )?(?:set|make|put) (?:it|that|this|the due date|the deadline)(?: to be)? (?:due )?(?:for |"
                    r"on |by |to )?", re.I)
FOUND = re.compile(rf"^(?P<before>.*?)(?:^|[,;.]\s+|\s+)(?:but |and |so )*(?:i|we|they)(?:['’]ve| have)? (?:also |just )*(?:found|saw|have|got|"
                   rf"discovered|noticed|see)(?: out)?(?: that)? "
                   rf"(?P<what>[^,;.]{{4,80}}?)\s*[,;.–]+\s*{OPENS}(?:i(?:['’]d| would) like to |i want to |let me )?(?:open|raise|log|create|add|"
                   rf"make|file|report) an? (?:new )?"
                   r"(?P<kind>[a-z]+(?: [a-z]+)?) (?:for|about|on|of|out of) (?:that|it|this|them)(?P<rest>(?:\s+(?:for|with|on|due|by)\b|"
                   r"\s*,).*)?[\s.!]*$", re.I)
APART = re.compile(rf"^\W*{OPENS}(?:split|divide|break)(?: up| down)? {WHAT}(?: up)? in(?:to)? (?:(?:two|three|four|2|3|4|separate|smaller|the) )*(?:tasks|"
                   rf"parts|pieces)?\s*:?\s*"
                   r"(?P<parts>[^:;.?]+?)(?:,? (?:with |of |at )?(?P<n>\d+(?:[.,]\d+)?) ?(?:h|hrs?|hours?) each)?[\s.!]*$", re.I)
JOINED = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|\+|&)\s*", re.I)
PARTS = re.compile(r"[,;.]\s+(?:and |so |but )?")
LONGEST, FEWEST, MOST = 80, 2, 6


def out_of_it(text: str, asked: Asked, maker: Tool, again: Callable[[str], Plan]) -> Plan | None:
    """The new record, and what is told to have become of the one that it comes from; None where none is asked for."""
    is_one = not QUOTED.search(text) and "\n" not in text.strip()
    m = (HAPPENED.match(text) or (None if text.rstrip().endswith("?") else INTO.match(text))) if is_one else None
    kind = called_in_projects().get((m["kind"] or m["of"]).lower()) if m else None
    refers = {f.refers: f.label for f in fields(kind)} if kind else {}
    found = (_source(text, asked, refers) or _of_plan(again(m["before"].strip(" ,;.")), asked, refers)) if m else None
    if m is None or kind is None or found is None:
        return None
    key, made = found[0], _made(kind, found, m["rest"] or "", maker, again)
    if made is None:
        return None
    before = [part for part in PARTS.split(m["before"].strip(" ,;.")) if part.strip()]
    is_pointed = any(POINTED.search(part) for part in before)          # then what else is told is only how it came
    plans = [again(f"{key} has happened") if CAME.search(part) and (m.re is HAPPENED or is_pointed) else Plan() if is_pointed else again(part)
             for part in before]
    kept = [call for plan in plans for call in plan.calls if (call[1].get("where") or {}).get("key") == key]
    left = [part for part, plan in zip(before, plans, strict=True) if not any(call in kept for call in plan.calls)]
    says = " ".join(filter(None, (made.says, LEFT_OUT.format(words="; ".join(left)) if left else "")))
    return replace(made, calls=(*kept, *made.calls), says=says, whole=m.re is HAPPENED)


def _made(kind: type[Record], source: tuple[str, str, str], rest: str, maker: Tool, again: Callable[[str], Plan]) -> Plan | None:
    """The new record that refers to the one that it comes from, and is called as that one; None where it is not plainly read."""
    key, label, title = source
    made = again(f"new {kind.kind.one} on {_home(key)}: “{title or f'Out of {key}'}”{rest}")
    values = maker.slot(Holds.values)
    if len(made.calls) != 1 or made.calls[0][0] != maker.name or values is None:
        return None
    name, args = made.calls[0]
    return replace(made, calls=((name, {**args, values.name: {**args[values.name], label: key}}),))


def no_longer(text: str, asked: Asked, maker: Tool, again: Callable[[str], Plan]) -> Plan | None:
    """The new record of what one that is there has become: “that's no longer a risk, it's an issue. Make Ben the owner”; None where none is told of."""
    m = NO_LONGER.match(text) if not QUOTED.search(text) and "\n" not in text.strip() and not text.rstrip().endswith("?") else None
    was, kind = (called_in_projects().get(said.lower()) for said in (m["was"] or m["was2"], m["kind"])) if m else (None, None)
    label = next((f.label for f in fields(kind) if was and f.refers == str(was.__tablename__)), "") if kind else ""
    sources = {key: title for key, title in _named(text, asked) if was and kind_coded(key) is was}
    if m is None or kind is None or not label or len(sources) != 1:
        return None
    (key, title), = sources.items()
    made = _made(kind, (key, label, title), SET_TO.sub(", due ", OWNED.sub(r", \g<role> \g<who>", m["rest"] or "")), maker, again)
    told, state = m["before"].strip(" ,;."), again(f"{key} has happened")
    if made is None:
        return None
    before = [call for call in state.calls if (call[1].get("where") or {}).get("key") == key]
    left = LEFT_OUT.format(words=told) if told and told != key else ""
    return replace(made, calls=(*before, *made.calls), says=f"{made.says} {left}".strip(), whole=True)


def of_what_is_found(text: str, asked: Asked, maker: Tool, again: Callable[[str], Plan]) -> Plan | None:
    """The new record of what was found, in the project of what is named before it, and what is told of that; None where nothing is to be made of it."""
    m = FOUND.match(text) if not QUOTED.search(text) and "\n" not in text.strip() else None
    kind = called_in_projects().get(m["kind"].lower()) if m else None
    if m is None or kind is None:
        return None
    heard = asked.heard(text)
    homes = {_home(key) for key, _ in _named(m["before"], asked)} | {str(s.value) for s in heard.of("project")}
    on = f" on {homes.pop()}" if len(homes) == 1 else ""
    made = again(f"new {kind.kind.one}{on}: “{m['what'][:1].upper()}{m['what'][1:]}”{m['rest'] or ''}")
    before = again(m["before"].strip(" ,;.")) if m["before"].strip() else Plan()
    if len(made.calls) != 1 or made.calls[0][0] != maker.name:
        return None
    left = LEFT_OUT.format(words=m["before"].strip(" ,;.")) if m["before"].strip() and not before.calls else ""
    return replace(made, calls=(*before.calls, *made.calls), says=" ".join(filter(None, (before.says if before.calls else "", left, made.says))))


def in_parts(text: str, asked: Asked, maker: Tool) -> Plan | None:
    """New records under the one that is to be split, which itself stays; None where none is."""
    m = APART.match(text) if not QUOTED.search(text) else None
    parts = [part.strip() for part in JOINED.split(m["parts"]) if part.strip()] if m else []
    if m is None or not FEWEST <= len(parts) <= MOST or any(len(part) > LONGEST for part in parts):
        return None
    key, title = next(((k, t) for k, t in _named(text, asked) if _above(kind_coded(k))), ("", ""))
    return Plan(tuple(_part(key, title, part, m["n"], maker) for part in parts), SPLIT.format(key=key)) if key else None


def _part(key: str, title: str, part: str, hours: str | None, maker: Tool) -> Call:
    kind = kind_coded(key)
    name = f"{title}: {part}" if title else f"{part[:1].upper()}{part[1:]}"
    values: Mapping[str, str] = {kind.kind.title: name, "project": _home(key), _above(kind): key, **({"hours": hours} if hours else {})}
    return called(maker, {Holds.kind: kind.kind.one, Holds.values: values})


def _above(kind: type[Record]) -> str:
    """The field that says which record of its own kind it is a part of."""
    return next((f.label for f in fields(kind) if f.refers == kind.__tablename__), "")


def _source(text: str, asked: Asked, refers: Mapping[str | None, str]) -> tuple[str, str, str] | None:
    """The one record that is named and that the new one can refer to, with the field and what it is called."""
    found = {key: (refers[table], title) for key, title in _named(text, asked) if (table := str(kind_coded(key).__tablename__)) in refers}
    return next(((key, *of) for key, of in found.items()), None) if len(found) == 1 else None


def _of_plan(told: Plan, asked: Asked, refers: Mapping[str | None, str]) -> tuple[str, str, str] | None:
    """The one record that what was told before is planned to change, as `_source` tells it."""
    keys = {str((args.get("where") or {}).get("key", "")) for _, args in told.calls}
    key = keys.pop() if len(keys) == 1 else ""
    table = str(kind_coded(key).__tablename__) if re.fullmatch(r"[A-Z]\w*-[A-Z]+-\d+", key) else ""
    titles = {h.key: h.title for said in asked.titled for h in asked.holding(said)} if table in refers else {}
    return (key, refers[table], titles.get(key, "")) if table in refers else None


def _named(text: str, asked: Asked) -> Iterator[tuple[str, str]]:
    """The records that are named, by their keys or titles, with their titles where they are known."""
    for span in asked.heard(text).of("KEY"):
        yield str(span.value), ""
    for said, keys in asked.titled.items():
        titles = {h.key: h.title for h in asked.holding(said)} if said in text else {}
        for key in keys.split() if said in text else ():
            yield key, titles.get(key, "")


def _home(key: str) -> str:
    return key.rsplit("-", 2)[0]
