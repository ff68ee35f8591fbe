"""An order and what is told beside it: why it is so, that somebody else should hear of it, that it is to be noted. Of those the order keeps the reason
where it is asked for, and the rest is said to be left out, so that a reason never hides an order and never becomes one."""
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
import re

from assistant.planner.heard.hearing import QUOTED, Heard
from assistant.planner.heard.left_out import content
from assistant.planner.heard.mood import is_labelled, is_question
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import LEFT_OUT, MEANT_BY, NO_TELLING
from assistant.planner.told.said_why import reason_field, reason_of_state
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import ORDERS
from tools.base import Holds, Tool

NOTED = r"(?:note|record|write|keep|log|put|state|enter|add|give|mention|document|capture|leave)(?: (?:down|in))?"
ENDS = r"(?=\s*(?:[,;.!?](?=\s|$)|$))"
OPENS = r"(?:^|\s*[,;.:–-]+\s+|\s+(?=and\b))(?:(?:and|but|so|also|please|then|can you|could you)\b[\s,]*)*"
THERE = r"too|as well|down|there|with it|on it|in|for it|for that|as an? comment|in an? comment|in the (?:comments?|record|log|notes?)"
NOTE = re.compile(rf"{OPENS}{NOTED} (?:(?:the|that|this|my|its) )?(?:reasons?|why(?: (?:it is|that is|it was|we do (?:it|that|this)|so))?)(?: (?:{THERE}))*"
                  rf"{ENDS}", re.I)
NOTE_WHY = re.compile(rf"{OPENS}{NOTED} (?:that |, )?(?P<why>(?:the |our |its )?[\w' -]{{3,60}}?) (?:was|is|being|were|are) (?:the|our|my) "
                      rf"(?:main |only |real )?reasons?{ENDS}", re.I)
NOTE_THAT = re.compile(rf"{OPENS}(?:(?:note|record|write|mention|state)(?: down)?|(?:put|add|leave|make|write|drop) (?:an?|another|the) "
                       rf"(?:note|comment|remark))(?: (?:on|in|at|to) (?:it|that|the record))? (?:saying )?that (?P<why>\S[^;!?]{{5,160}}?){ENDS}",
                       re.I)
DO_SO = re.compile(rf"{OPENS}(?:change|update|adjust|correct|set|move|enter|record) (?:(?:that|it|this)(?= |[,;.!?]|$)|(?:the|its) (?:forecast|dates?|"
                   rf"due date|status|plan|records?|value|amount|"
                   rf"figures?|progress|estimate|probability|score))(?: (?:accordingly|for (?:me|it|that)|in the (?:system|records?|plan)|too|please))*{ENDS}",
                   re.I)
BECAUSE = re.compile(r"\s*,?\s+(?:(?P<of>because of|due to|owing to)|because|since|cos\b|(?<!soon )as (?=(?:the|we|he|she|they|it|our|i|there|nobody)\b))\s*"
                     r"(?P<why>[^,;.!?]+)", re.I)
TELL = (rf"{OPENS}(?:(?:let|make sure|ensure) WHO (?:know|have (?:it|that|this))s?|(?:tell|inform|notify|message|ping|e-?mail|mail|text|call|write to|"
        r"send (?:an? )?(?:mail|e-?mail|message|note|word) to|warn|brief) WHO)"
        rf"(?: (?:why|so|too|as well|please|about (?:it|that|this)|of (?:it|that)|the reason|it|that|this|by \w+|when it is done|accordingly))*{ENDS}")
OTHERS = (r"them|him|her|everybody|everyone|all|"
          r"(?:the|my|our|his|her) (?:[\w-]+ )?(?:team|owners?|managers?|sponsors?|customers?|board|colleagues|people|supplier)")
SENTENCE = re.compile(r"(?:(?<=\?)\s+|[.!:]\s+|\s*;\s+|\s+[–—-]+\s+|,\s+)(?:so\s+)?(?=\S)")
AGREED_ON = re.compile(r"\b(?:(?:agreed|decided|want|plan|need|have|going) to|(?:need|want|get|agreed on)(?= an? )) (?P<what>\S.{4,80})$", re.I)
MADE = re.compile(r"(?P<lead>.*?\b(?:add|create|open|make|new|book|enter)\b(?: an?| the)? [a-z]+(?: [a-z]+)?)(?= of\b| for\b)", re.I)
FOR_IT = re.compile(r"\s+for (?:it|that|this)\b", re.I)
MEASURED = frozenset(("KEY", "DATE", "PERCENT", "HOURS", "MONEY"))
RESTS = re.compile(r"(?<=\bon hold)\s+(?P<why>(?:until|till) [\w ]+?)(?=\s*(?:[,;.!]|\band\b|$))", re.I)
ORDERED = re.compile(rf"[.!;]\s+(?:please |so |and )*(?:{'|'.join(ORDERS)}) (?:it|that|this|them)\b[^.;]*$", re.I)          # “…. Mark it blocked”
ONLY_SO = re.compile(r"^(?:and |but |so )*(?:except|but|only|unless|if|when|once|while|provided|as long as|without|not|no\b|apart|including|like|such as|with|"
                     r"for|to|by|until|till|on|at|in|from|or|and|then|which|that|who|whose|the ones?|those|these|also|plus|over|under|above|below)\b", re.I)
FINITE = re.compile(r"\b(?:is|are|am|was|were|has|have|had|does|do|did|will|would|can|could|cannot|may|might|must|should|seems?|needs?|wants?|knows?|"
                    r"said|says|told|\w{3,}ed|\w+n['’]t|closes?|costs?|comes?|goes|pushes|pushing|stands?|sits?|waits?|takes?|keeps?|moves?|slips?|shifts?|ends|starts|"
                    r"sent|came|went|gave|took|made|found|lost|broke|got|kept|forgot|fell|paid|met|quit|wrote|ran|bought|brought|began|became|saw|meant)\b|['’](?:s|re|m|ve|ll)\b",
                    re.I)
VERB = re.compile(rf"(?:(?:please|so|and|then|now|can you|could you|can we|let us|let['’]s)\b[\s,]*)*(?:{'|'.join(ORDERS)})\b", re.I)
WISHES = re.compile(r"\s+(?:(?:has |had |just |already )*(?:asked|agreed|insisted|suggested|told|said)|wants?|says|insists|prefers|is (?:away|ill|"
                    r"sick|on leave|"
                    r"on holiday|full|busy|overloaded|waiting)|has no time|can['’]?t|cannot)\b", re.I)
SHORTEST, FEW, LONGEST = 2, 3, 400


@dataclass(frozen=True)
class Beside:
    """An order alone, why it is so, whether the reason is to be kept, and who is to hear of it; and whether it may lack a field that the whole has."""
    order: str
    why: str = ""
    is_kept: bool = False
    told: str = ""
    may_lack: bool = False


def beside_order(whole: Plan, text: str, asked: Asked, tools: tuple[Tool, Tool], again: Callable[[str], Plan]) -> Plan:
    """The plan of the order alone, with the reason where it is to be kept; `whole` where nothing is told beside it. `tools` change and make."""
    if len(text) > LONGEST or "\n" in text.strip() or QUOTED.search(text) or is_labelled(heard := asked.heard(text)) or (
            is_question(heard) and not VERB.match(text)):
        return whole
    is_clean = _is_clean(whole, tools) and not _holds_order(whole, asked)
    for part in (*_marked(text, asked, is_clean=is_clean), *(_reasons(text, asked) if not is_clean else _wishes(text, whole, asked))):
        plan = again(part.order)
        if is_rest := part.may_lack and not part.why and not part.is_kept:
            plan = beside_order(plan, part.order, asked, tools, again)
        if (_is_clean(plan, tools) or (is_rest and _writes(plan, tools))) and (better := _with(plan, part, tools[0])) is not None:
            is_same = _writes(whole, tools) and better.says and better.says == whole.says
            if is_same or not (part.may_lack or _has_all(better, whole)):
                continue
            return better
    return whole


def _marked(text: str, asked: Asked, *, is_clean: bool) -> Iterator[Beside]:
    """The order without the words by which it is to be noted, written down or told to somebody."""
    order, told, why, is_kept = text, "", "", False
    while (m := _tell(asked).search(order)) is not None:
        told, order = ", ".join(filter(None, (told, m[0].strip(" ,;.:!–-").removeprefix("and ")))), order[:m.start()] + order[m.end():]
    if (m := NOTE_WHY.search(order) or NOTE_THAT.search(order)) is not None and m.start() > 0:
        order, why, is_kept = order[:m.start()] + order[m.end():], m["why"], True
    elif (m := NOTE.search(order)) is not None and m.start() > 0:
        order, is_kept = order[:m.start()] + order[m.end():], True
    is_done = not is_clean and (m := DO_SO.search(order)) is not None and m.start() > 0
    order = order[:m.start()] + order[m.end():] if m is not None and is_done else order
    if not (told or is_kept or is_done) or len(order.split()) < SHORTEST:
        return
    if not why and (because := _because(order, asked)) is not None:
        yield Beside(order[:because.start()] + order[because.end():], because["why"], True, told, may_lack=True)
    if not why and is_kept:
        yield from (replace(part, is_kept=True, told=told, may_lack=True) for part in _reasons(order, asked))
    yield Beside(order, why, is_kept, told, may_lack=True)


def _because(text: str, asked: Asked) -> re.Match[str] | None:
    """The clause that gives the reason in so many words; “since Monday” gives none."""
    return next((m for m in BECAUSE.finditer(text) if m["of"] or (FINITE.search(m["why"]) and not _begins_with_day(asked.heard(m["why"])))), None)


def _begins_with_day(heard: Heard) -> bool:
    """Whether words begin with a day that nothing is told of."""
    return any(s.start == 0 and not FINITE.match(heard.text[s.end:].lstrip()) for s in heard.of("DATE"))


def _reasons(text: str, asked: Asked) -> Iterator[Beside]:
    """The order without what only tells, the reason with its word first: behind it, or before it."""
    if (m := _because(text, asked)) is not None and len(text[:m.start()].split()) >= SHORTEST:
        yield Beside(f"{text[:m.start()]}{text[m.end():]}", m["why"], True)
    if (m := RESTS.search(text)) is not None:
        yield Beside(f"{text[:m.start()]}{text[m.end():]}", m["why"])      # how long a project rests is kept nowhere
    for m in SENTENCE.finditer(text):
        before, behind = text[:m.start()].strip(), text[m.end():].strip()
        if _only_tells(behind, asked) and len(before.split()) >= SHORTEST:
            yield Beside(before, behind.strip(" .!"))
    for m in reversed([*SENTENCE.finditer(text)]):
        before, behind = text[:m.start()].strip(), text[m.end():].strip()
        if _only_tells(before, asked) and (VERB.match(behind) or (FINITE.search(behind) and not asked.heard(before).types & MEASURED)):
            order = _with_title(behind, before)
            yield Beside(order, before if order == behind else "")


def _with_title(order: str, before: str) -> str:
    """The order with what was agreed as the title of what is made for it: “we agreed to hire a temp – add a budget line of 5,000 for it”."""
    m, kind = AGREED_ON.search(before), MADE.match(order)
    if m is None or kind is None or FOR_IT.search(order) is None:
        return order
    return FOR_IT.sub("", f"{kind['lead']} “{m['what'][:1].upper()}{m['what'][1:]}”{order[kind.end():]}", count=1)


def _wishes(text: str, whole: Plan, asked: Asked) -> Iterator[Beside]:
    """The order without who wishes it, where that would get a part in it: “move it to Friday, Ben asked for that” makes Ben no owner."""
    for m in SENTENCE.finditer(text):
        behind = text[m.end():].strip()
        who = next((name for s in asked.heard(behind).of("person") if s.start == 0 and WISHES.match(behind[s.end:]) and (name := behind[:s.end])), "")
        if who and any(who == value for _, args in whole.calls for value in (args.get("values") or {}).values()):
            yield Beside(text[:m.start()].strip(), behind.strip(" .!"), may_lack=True)


def _only_tells(said: str, asked: Asked) -> bool:
    """Whether words are a sentence that tells something, and neither an order, a question nor what an order is narrowed by."""
    heard = asked.heard(said)
    is_told = len(said.split()) >= FEW and "?" not in said and FINITE.search(said) is not None
    return is_told and not ONLY_SO.match(said) and not is_question(heard) and not VERB.match(said)


def _tell(asked: Asked) -> re.Pattern[str]:
    """Somebody who is to be told, by any name that is known here."""
    names = {part for name in asked.names.get("person", {}) for part in (name, name.split()[0])}
    return re.compile(TELL.replace("WHO", f"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))}|{OTHERS})"), re.I)


def _is_clean(plan: Plan, tools: tuple[Tool, Tool]) -> bool:
    """Whether a plan writes and leaves nothing open."""
    opened = MEANT_BY.partition("{")[0]
    return _writes(plan, tools) and plan.understood and (not plan.says or (plan.says.startswith(opened) and plan.says.count(". ") == 0))


def _writes(plan: Plan, tools: tuple[Tool, Tool]) -> bool:
    return bool(plan.calls) and all(name in {t.name for t in tools} for name, _ in plan.calls)


def _has_all(plan: Plan, whole: Plan) -> bool:
    """Whether a plan sets every field that the whole message would set of the same kind, so that nothing but a reason is dropped."""
    said = [(args.get("kind"), set(args.get("values") or {})) for _, args in plan.calls]
    return all(any(kind != args.get("kind") or set(args.get("values") or {}) <= has for kind, has in said) for _, args in whole.calls)


def _holds_order(plan: Plan, asked: Asked) -> bool:
    """Whether a text of a plan holds an order of its own: “hire a temp – add a budget line of 5,000 on Apollo” is no title."""
    for value in (str(v) for _, args in plan.calls for v in (args.get("values") or {}).values()):
        parts = [value[m.end():] for m in SENTENCE.finditer(value)]
        if any(VERB.match(part) and asked.heard(part).types & {"KEY", "MONEY", "KIND"} for part in parts):
            return True
    return False


def _with(plan: Plan, part: Beside, changer: Tool) -> Plan | None:
    """The plan of the order with its reason where one record keeps it, and what is left out of it told."""
    told, why = NO_TELLING.format(words=part.told) if part.told else "", ORDERED.sub("", part.why).strip(" ,;.:!–-")
    if part.is_kept and not why:
        return _kept_already(plan, told)
    values, where = changer.slot(Holds.values), changer.slot(Holds.conditions)
    if why and len(plan.calls) == 1 and (name := plan.calls[0][0]) == changer.name and values and where:
        args = plan.calls[0][1]
        kind, said = kind_named(str(args["kind"])), dict(args[values.name])
        field = reason_field(kind, said) if part.is_kept else reason_of_state(kind, said)
        if field and field not in said and set(args[where.name]) <= {"key", "project", kind.kind.title}:
            return replace(plan, calls=((name, {**args, values.name: {**said, field: why}}),), says=" ".join(filter(None, (plan.says, told))))
    said_too = not why or all(word in str(plan.calls).lower() for word in content(why))
    return replace(plan, says=" ".join(filter(None, (plan.says, told, "" if said_too else LEFT_OUT.format(words=why)))))


def _kept_already(plan: Plan, told: str) -> Plan | None:
    """The plan where it has taken the reason of itself; None where there is none that could be noted."""
    kinds = [(kind_named(str(args["kind"])), args.get("values") or {}) for _, args in plan.calls]
    is_kept = any({reason_of_state(kind, values), reason_field(kind, {})} & set(values) for kind, values in kinds)
    return replace(plan, says=" ".join(filter(None, (plan.says, told)))) if is_kept else None
