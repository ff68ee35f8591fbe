"""An idea as it is told in chat: what it is, who had it, when it begins, is tried and ends, what it may cost, and what it brings in a year.

What a piece of it says of days and money is taken out of what it is, so that no figure and no greeting becomes a name or a task.
"""
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
import re

from language.amounts import find_money, read_money

GREETING = re.compile(r"^\W*(?:(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening)|morning|ola|olá|bom dia)\b"
                      r"(?: (?:all|there|team|everyone|everybody|both|folks))?"
                      r"[\s,!.:–-]*)+", re.I)
LED_IN = re.compile(r"^(?P<by>[^:.\n]{0,80}?\b(?:idea|suggestion|proposal|wish|request)\b[^:.\n]{0,30}?)"
                    r"\s*(?::|\s[–-]\s|,?\s+(?:is )?(?:that|to)\b)\s*(?=\w)", re.I)
FROM_WHOM = re.compile(r"^(?P<by>(?:from|of|by) [\w' -]{2,40}?)\s*(?::|\s[–-]\s)\s*(?=\w)", re.I)
TOLD_BY = re.compile(r"^(?P<by>(?:[\w'-]+\s+){1,2}?(?:(?:has|had)\s+)?(?:just\s+|again\s+)?(?:suggests?|suggested|proposes?|proposed|says|said|thinks|thought|"
                     r"came up with|told (?:me|us)|would like|wants|asked)(?:\s+(?:us|me))?)\s+(?:that\s+|to see\s+|to\s+|for\s+)?(?=\w)", re.I)
FROM = re.compile(r"[\s,(–-]*\b(?:it['’]?s|it is|it was|that['’]?s|this is|was|is)?\s*"
                  r"(?P<by>(?:(?:the |an? )?idea (?:of|from|by) [\w-]+(?: [A-Z][\w-]+)?|[\w-]+(?:['’]s) idea))\)?(?=\s*(?:[.;,]|$))", re.I)
ROUGHLY = r"(?:(?:about|around|roughly|approx(?:imately)?\.?|some|maybe|perhaps|up to|at most|max(?:imum)?\.?|ca\.?|say|nearly|almost|probably|likely)\s+)*"
CODE = r"(?:€|\$|£|eur|usd|gbp|chf|euros?|dollars|pounds)"
AMOUNT = rf"(?:{CODE}\s?)?\d[\d.,]*\s?(?:k|m|mio|million|thousand|mil)?(?![\w])(?:\s?{CODE}(?!\w))?"
EACH = r"(?:each|apiece|a ?piece|every|per|an?|a time)\b"
PER = r"(?:a|per|each|every|in a)\s+(?P<per>year|month|quarter|week)"
VERB = r"(?P<verb>(?:saves?|saving|save us|avoids?|avoiding|cuts?|spares?|brings?(?: in)?|earns?|gains?|makes?|worth|yields?|fewer|less)\b(?:\s+us)?\s+)"
GAINS = tuple(re.compile(said, re.I) for said in (
    (rf"{VERB}?{ROUGHLY}(?P<n>\d[\d,.]*)\s+(?P<what>[a-z][^,.;:\d]{{2,60}}?)\s+{PER}\b[\s,(]*"
    rf"(?:(?:and|that|which|at|of|for|with|x|×|@|cost(?:s|ing)?|each|worth|us)\b\s*)*"
    rf"(?:[x×@]\s*)?{ROUGHLY}(?P<price>{AMOUNT})(?:\s*{EACH}(?:\s+(?!year|month|quarter|week)[a-z]+)?)?\)?"),
    (rf"{VERB}?{ROUGHLY}(?P<n>\d[\d,.]*)\s+(?P<what>[a-z][^,.;:\d]{{2,60}}?)"
    rf"\s+(?:at|of|for|x|×|@)\s+{ROUGHLY}(?P<price>{AMOUNT})\s*(?:(?:each|apiece)\b)?[\s,]*{PER}\b"),
    rf"{VERB}{ROUGHLY}(?P<price>{AMOUNT})\s*(?:of [a-z ]{{3,40}}? )?{PER}\b"))
TIMES = {"year": 1, "quarter": 4, "month": 12, "week": 52}
LESS = re.compile(r"^(?:sav|avoid|cut|spare|fewer|less)", re.I)
COSTLY = re.compile(r"\bcost(?:s|ing)?\b", re.I)
BUDGETS = tuple(re.compile(said, re.I) for said in (
    (rf"\b(?:budgets?|costs?|spend|orçamento)\b\s*(?:(?:would|will|could|should|might|may|can)\s+)?(?:be|is|are|of|to|at|[:=]|de)?\s*{ROUGHLY}"
    rf"(?P<a>{AMOUNT})(?!\s*(?:{CODE}|{EACH}))"),
    rf"{ROUGHLY}(?P<a>{AMOUNT})\s+(?:of\s+|in\s+)?budget\b"))
OPENS = r"(?:(?:and|but|it|we|this|that|the|a|an|project|with|could|can|should|would|will|must|might|may|to|be|have|has|go|do|is|like|want|first)\s+)*"
STAGES = {"start": r"(?:start(?:s|ing|ed)?|begin(?:s|ning)?|kick(?:s|ed)?[ -]?off)",
          "pilot": r"(?:pilot(?:s|ed|ing)?|trial|test run|first version|mvp|prototype)",
          "finish": r"(?:finish(?:es|ed)?|done|ready|complete[ds]?|end(?:s|ed)?|over|live|rolled out|roll-?out|in use|deadline|"
                    r"deliver(?:ed)?)"}
STAGE = tuple((name, re.compile(rf"\b{words}\b(?:\s+(?:it|this|work))?\s*(?:(?:is|would be|will be|could be|planned|:)\s*)?"
                                rf"(?P<day>(?:(?:in|by|on|from|until|till|at|before|around|about|for|as of|the|end of|beginning of|early|"
                                rf"late|mid)\s+)*[\w.,/ -]{{3,40}})", re.I))
              for name, words in STAGES.items())
OPENING = re.compile(rf"^\W*{OPENS}(?:{'|'.join(STAGES.values())})\b", re.I)
REQUEST = re.compile(r"^\W*(?:(?:and|so|then|please|can|could|would|will|you|we|i|let['’]?s|us|want to|should)\s+)*"
                     r"(?:set up|make|create|start|open|draft|begin|launch|do|turn)\b[^.;!?]*\bproject\b[^.;!?]{0,30}$", re.I)
CLAUSE = re.compile(r"(?:[.;!?]\s+|\n+|,\s+(?:and\s+|then\s+)?|\s+and\s+(?=(?:pilot|finish|start|ready|done|live|budget|costs?)\b))", re.I)


@dataclass(frozen=True)
class Gain:
    """So many things a year at a price each, or an amount a year; `quote` are its words."""
    title: str
    yearly: Decimal
    reckoned: str
    quote: str


@dataclass(frozen=True)
class Idea:
    """`what` it is, in words that tell no day, amount or name; `days` are words for its start, pilot and finish."""
    what: str
    by: str = ""
    gains: tuple[Gain, ...] = ()
    budget: Decimal | None = None
    days: dict[str, str] = field(default_factory=dict)
    told: str = ""                       # all of it, without the greeting and who had it


def told_idea(text: str) -> Idea:
    """An idea taken apart."""
    text = GREETING.sub("", text.strip(), count=1)
    by, what = "", text
    for lead in (LED_IN, FROM_WHOM, TOLD_BY):
        if m := lead.match(what):
            by, what = m["by"], what[m.end():]
            break
    if not by and (m := FROM.search(what)):
        by, what = m["by"], f"{what[:m.start()]}{what[m.end():]}"
    what = "".join(f"{clause}{end}" for clause, end in _clauses(what) if not REQUEST.match(clause)) or what
    gains = tuple(_gains(what))
    bare = _blanked(what, [g.quote for g in gains])
    budget = next(((m, n) for said in BUDGETS for m in said.finditer(bare) if (n := amount(m["a"])) is not None), None)
    days, gone = dict[str, str](), [g.quote for g in gains] + ([budget[0][0]] if budget else [])
    kept = list[str]()
    for clause, end in _clauses(what):
        stages = [(name, m["day"].strip()) for name, said in STAGE if (m := said.search(clause))] if OPENING.match(clause) else []
        for name, day in stages:
            days.setdefault(name, day)
        if not stages and not any(quote in clause or clause.strip(" .") in quote for quote in gone):
            kept.append(f"{clause}{end}")
    left = "".join(kept).strip(" ,;") or what
    return Idea(left, by, gains, budget[1] if budget else _alone(bare), days, what)


def amount(said: str) -> Decimal | None:
    """The number of an amount, with or without a currency: “80k”, “EUR 80,000”."""
    if money := read_money(said):
        return money[0]
    m = re.fullmatch(r"\D*(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>k|m|mio|million|thousand|mil)?\D*", said.strip(" .,"), re.I)
    if m is None:
        return None
    unit = (m["unit"] or "").lower()
    return Decimal(m["n"].replace(",", "")) * (1000 if unit in ("k", "thousand", "mil") else 1_000_000 if unit else 1)


WORTH = re.compile(rf"[\s,]*\b(?:worth\s+|of\s+|about\s+|ca\.?\s+)?"
                   rf"(?P<a>(?:{CODE}\s?)?\d[\d.,]*\s?(?:(?:k|m|mio|million|thousand|mil)(?!\w))?(?:\s?{CODE}(?!\w))?)"
                   rf"(?P<per>\s*(?:(?:a|per|each|every)\s+year|yearly|annually|p\.?\s?a\.?|/\s?year)(?!\w))?", re.I)
LEAST = 1000                             # without a currency or a “k”, so much is an amount and no count


def worth_in(said: str) -> tuple[Decimal | None, str]:
    """What a benefit is said to be worth, and its words without that: “60k a year less energy” is 60,000, “less energy”."""
    for m in WORTH.finditer(said):
        found = amount(m["a"])
        if found is not None and (found >= LEAST or re.search(r"[^\d\s.,]", m["a"])):
            return found, re.sub(r"^\s*(?:for|of|by|in)\s+", "", f"{said[:m.start()]}{said[m.end():]}").strip(" ,")
    return None, said


def _gains(text: str) -> Iterator[Gain]:
    for said in GAINS:
        for m in said.finditer(text):
            found = m.groupdict()
            price, count = amount(found["price"]), Decimal((found.get("n") or "1").strip(",.").replace(",", ""))
            if price is None:
                continue
            times = TIMES[found["per"].lower()]
            yearly, what = price * count * times, found.get("what") or ""
            is_less = LESS.match(found.get("verb") or "") is not None or COSTLY.search(m[0]) is not None
            title = f"{'Fewer ' if is_less else ''}{what}" if what else "Lower costs" if is_less else "More income"
            parts = [f"{n:,f}" for n in (count, Decimal(times), price) if n != 1 or n == price]
            reckoned = f"{' × '.join(parts)} = {yearly:,f}" if len(parts) > 1 else f"{yearly:,f}"
            yield Gain(title[:1].upper() + title[1:], yearly, reckoned, m[0].strip())
            return


def _alone(text: str) -> Decimal | None:
    """The one amount with a currency that is no price of one thing and no sum a year."""
    found = [s.value[0] for s in find_money(text) if isinstance(s.value, tuple) and not re.match(rf"\s*{EACH}", text[s.end:], re.I)]
    return found[0] if len(found) == 1 else None


def _blanked(text: str, quotes: list[str]) -> str:
    for quote in quotes:
        text = text.replace(quote, " ")
    return text


def _clauses(text: str) -> Iterator[tuple[str, str]]:
    start = 0
    for m in CLAUSE.finditer(text):
        yield text[start:m.start()], text[m.start():m.end()]
        start = m.end()
    yield text[start:], ""
