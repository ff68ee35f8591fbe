"""What corrects the one preview that waits, in words: “no, 66,000”, “reason is the new rule”, “it was 5, not 4”; asked where several fields could take it,
or where what is named is another record than the one that waits."""
from collections.abc import Iterator, Mapping
import re
from typing import Any

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.repeating import on_other_day
from assistant.planner.heard.wording import NOT_WAITING, WHICH_VALUE
from assistant.planner.words.lexicon import kind_coded, kind_named
from records.kinds.base import FieldOf, Record, fields
from tools.base import Holds, Tool

Tools = Mapping[str, Tool]
LEAD = (r"^\W*(?:(?:no|nope|nah|sorry|oops|oh|ah|hm+|wait|actually|rather|and|also|ok|okay|yes|but|please|my mistake|correction|i meant|i mean)\b[\s,:–-]*)*")
END = r"(?:[\s,]+(?:now|then|please|instead|rather|though|of course|sorry|actually))*[\s.!]*$"
NUMBER = r"(?:(?:EUR|USD|GBP|€|\$|£)\s?)?\d(?:[\d.,]*\d)?(?:\s?(?:k|m|mn|%|percent|h|hrs?|hours?|days?|weeks?|EUR|USD|GBP|€|euros?|points?))?(?![\w-])"
IT_IS = (r"(?:(?:it|that|this|which)(?:['’]s| is| was| were| should be| should have been| must be| will be| has to be)|make (?:it|that|this)|should be|"
         r"should have been|say|to|at|set (?:it|that) to|change (?:it|that) to|put|only|just|more like)")
BARE = re.compile(rf"{LEAD}(?:{IT_IS}\s+)?(?:only |just |really |now )?(?P<v>{NUMBER}){END}", re.I)
NOT_SO = tuple(re.compile(rf"{LEAD}(?:{IT_IS}\s+)?{form}{END}", re.I) for form in (
    rf"(?P<v>{NUMBER})(?: now)?,?\s+(?:and )?(?:not|instead of|rather than|in place of)\s+(?P<old>{NUMBER})",
    rf"not\s+(?P<old>{NUMBER}),?\s+(?:but\s+)?(?P<v>{NUMBER})"))
IS = r"(?:(?:is|are|was|were|should be|should read|would be|will be|must be|has to be|becomes?|to|now|=|:)\s*)+"
OTHERS = (re.compile(r"^\W*(?:and|also|plus|then)\s+(?:the )?(?P<w>[A-Z][\w-]{2,}(?: [A-Z][\w-]+)*)(?!\w)"),
          re.compile(r"^\W*(?:and|also|plus|then|no|but)[\s,]+(?:also )?(?:the |that )(?P<w>[\w-]{3,}) (?:one|task|risk|thing)(?!\w)", re.I))
DIGITS = re.compile(r"\d[\d.,]*")
UNIT = re.compile(r"^\W*\d[\d.,]*(?P<u>\s?[A-Za-z%€$£]\S*)$")


def correcting(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """The wish that waits again with what is corrected, or the question which of its fields is meant; None where nothing of it is."""
    call = context.pending
    tool = tools.get(call.tool) if call else None
    values = tool.slot(Holds.values) if tool else None
    if call is None or tool is None or values is None or len(context.waiting) > 1 or heard.types & {"KEY"} or heard.text.rstrip().endswith("?"):
        return None
    kind, old = kind_named(str(call.said.get("kind", "task"))), dict(call.said.get(values.name) or {})
    found = _stated(kind, heard, is_new=tool.makes) or on_other_day(old, heard) or _not_so(heard, old) or _bare(kind, heard, old)
    if len(found) > 1:
        return Plan(says=WHICH_VALUE.format(value=_number(next(iter(found.values())))), choices=tuple(f"{label} {value}" for label, value in found.items()))
    return Plan(((tool.name, {**call.said, values.name: {**old, **found}}),)) if found else None


def _stated(kind: type[Record], heard: Heard, *, is_new: bool) -> dict[str, str]:
    """A field that is named, with what it is: “reason is the new privacy rules”, “the decider is Elena”, “Nora would be sponsor”."""
    of_title = kind.kind.title
    for of, name in _named(kind):
        if m := re.match(rf"{LEAD}(?:the |its |with )?{name}(?:\s+(?:date|field))?(?:\s+|(?=[:=])){IS}(?P<v>\S.*?){END}", heard.text, re.I):
            return {of.label: _plain(of, m["v"])} if is_new or of.name != of_title else {}
        if of.refers == "person" and (m := re.match(rf"{LEAD}(?P<v>[\w'-]+(?: [A-Z][\w'-]+)?) (?:is|would be|will be|should be|as)(?: the)? {name}{END}",
                                                    heard.text, re.I)):
            return {of.label: m["v"]}
    for of, name in _named(kind):
        if m := re.match(rf"{LEAD}(?:the |its )?{name}\s+(?P<v>{NUMBER}){END}", heard.text, re.I):
            return {of.label: m["v"]}
    return {}


def _named(kind: type[Record]) -> Iterator[tuple[FieldOf, str]]:
    """The fields that people set, by each of their names, the longest first."""
    every = ((of, n) for of in fields(kind) if of.says.set_by == "person" for n in of.names)
    yield from ((of, re.escape(n)) for of, n in sorted(every, key=lambda each: -len(each[1])))


def _plain(of: FieldOf, said: str) -> str:
    return said.strip(" '\"“”‘’") if of.type is str else re.sub(r"^(?:the|on the|on|by)\s+(?=\d)", "", said)


def _not_so(heard: Heard, old: Mapping[str, Any]) -> dict[str, str]:
    """The value that is told beside the one that it was: “it is 5,000, not 4,000”."""
    m = next((m for form in NOT_SO if (m := form.match(heard.text))), None)
    label = next((n for n, v in old.items() if m and _number(str(v)) == _number(m["old"]) != ""), "")
    return {label: _like(str(old[label]), m["v"])} if m and label else {}


def _bare(kind: type[Record], heard: Heard, old: Mapping[str, Any]) -> dict[str, str]:
    """A number alone, in each field that waits with one and may take it by its unit."""
    m = BARE.match(heard.text)
    if m is None:
        return {}
    numeric = {f.label for f in fields(kind) if (f.is_money or f.type in (int, float)) and not f.refers}
    waits = {n: str(v) for n, v in old.items() if n in numeric and _number(str(v))}
    unit = re.sub(r"[\d.,\s]|k$", "", m["v"])
    like = {n: v for n, v in waits.items() if unit and unit[:1].lower() in re.sub(r"[\d.,\s]", "", v).lower()[:1]}
    return {n: _like(v, m["v"]) for n, v in (like or ({} if unit else waits)).items()}


def corrected_of_shown(heard: Heard, asked: Asked, context: Context) -> Heard:
    """ "It is 9,500 now, not 9,000" right after one record was shown: an order on the field that told the old number."""
    m, last = next((m for form in NOT_SO if (m := form.match(heard.text))), None), context.past[-1] if context.past else None
    key = context.it or ""
    if m is None or last is None or context.pending or not RECORD.match(key) or heard.types & {"KEY", "TEXT"}:
        return heard
    labels = {f.label for f in fields(kind_coded(key)) if f.says.set_by == "person"}
    told = (line.strip(" *-|").partition(": ") for line in last.answer.replace("\\", "").splitlines())
    found = list(dict.fromkeys(label for label, _, value in told if label in labels and _number(value) == _number(m["old"]) != ""))
    return asked.heard(f"set the {found[0]} of {key} to {m['v']}") if len(found) == 1 else heard


def _number(said: str) -> str:
    m = DIGITS.search(said)
    return re.sub(r"[.,]00$|[.,](?=\d{3})", "", m[0].rstrip(".,")) if m else ""


def _like(old: str, new: str) -> str:
    """The new number with the unit of the old one, where it says none."""
    unit = UNIT.match(old)
    return f"{new}{unit['u']}" if unit and re.fullmatch(r"[\d.,]+", new) and not unit["u"].strip().lower().startswith("k") else new


def another_meant(heard: Heard, asked: Asked, context: Context) -> tuple[Heard, Plan | None]:
    """ "And Zurich a week later" while a change of Vienna waits: the order with the key of the other record, or the question which one that is."""
    call, wish = context.pending, context.wish
    m = next((m for form in OTHERS if (m := form.match(heard.text))), None) if call and "where" in call.said and wish else None
    if m is None or heard.types & {"KEY", "TEXT"} or m["w"].lower() in wish.lower():
        return heard, None
    if any(s.start < m.end("w") and m.start("w") < s.end for t, s in heard.spans if t != "SAYING"):
        return heard, None
    waits = str(call.said.get("where")).upper() if call else ""
    keys = {k for said, found in asked.titled.items() if m["w"].lower() in said.lower() for k in found.split()}
    if len(keys) == 1 and (key := next(iter(keys))) not in waits:
        return asked.heard(f"{key} {heard.text[m.end():]}"), None
    return heard, Plan(says=NOT_WAITING.format(words=m["w"], title=wish), choices=tuple(f"{key} {heard.text[m.end():].strip()}" for key in sorted(keys)))
