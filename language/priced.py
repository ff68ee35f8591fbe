"""The thing that a sentence says costs otherwise: “the robots cost 20 percent less”, “the price of the furniture falls by 10 %”."""
import re

NOUN = r"(?:(?:…|the|our|its|their|that|this|these|those|any|all|new|whole|a|an)\s+)*(?P<t>[a-z][\w' &-]*?)(?: (?:of|on|for|in|at) …)?"
OPENS = (r"^(?:(?:and|but|so|or|then|what|would|happens?|be|about|with|say|suppose|supposing|assume|assuming|imagine|that|if|when|also|once|in case)\b"
         r"[\s,]*)*")
MAY = r"(?:(?:only|would|will|might|could|should|also|suddenly|actually)\s+)*"
COST = r"(?:costs?|prices?|bills?|expenses?|fees?|charges?)"
MOVES = (r"(?:rises?|rose|falls?|fell|drops?|dropped|goes|go|went|gets?|got|becomes?|turns? out|comes?|came|increase[sd]?|decrease[sd]?|doubles?|doubled|"
         r"halves?|halved|(?:is|are|was|were) (?:cut|reduced|raised)|is|are|was|were|be|needs?|takes?)")
MOVED = re.compile(MOVES)
ABOUT = tuple(re.compile(said) for said in (
    rf"\b{COST} (?:of|for) {NOUN}(?= {MAY}{MOVES}\b|\s*(?:$|[?.,;!]|\bby\b|\d))",
    rf"\b(?:get|got|buy|bought|order|have|find|found) {NOUN} (?:for|at) (?:only |just )?(?=[\d€$£])",
    rf"{OPENS}{NOUN} {MAY}(?:raises?|raised|lowers?|lowered|increases?|puts? up|cuts?|reduces?) (?:the |its |their |his |her )?{COST}\b",
    rf"{OPENS}{NOUN} {MAY}(?:cost|costs|charges?|asks?|{COST} {MAY}{MOVES}|{MOVES})\b"))
WHOLE = frozenset(("it", "they", "that", "this", "project", "projects", "everything", "all", "work", "…", "cost", "costs", "price", "total", "whole", "thing",
                   "things", "we", "delivery", "each", "one", "portfolio", "company", "rest", "programme", "more", "less", "any", "them", "both", "expenses",
                   "estimate", "forecast", "expense", "eac", "spend", "spending", "implementation", "overall", "every", "running", "build"))
CLAUSE = frozenset(("and", "or", "if", "when", "us", "we", "you", "they", "it", "to", "which", "who", "because", "but", "not", "there", "nobody", "somebody"))
WORDS = 3                                        # that name one thing


def priced(text: str) -> str:
    """The thing whose cost is another one, in small letters; "" where that is said of the cost as a whole, or of none. Names are to stand as “…”."""
    for about in ABOUT:
        if m := about.search(text.lower().replace("’", "'")):
            said = re.findall(r"[\w'&-]+", m["t"])
            told = [w for w in said if w not in WHOLE and not MOVED.fullmatch(w)]      # “the costs of … rise” names none
            return " ".join(told) if told and len(told) <= WORDS and not CLAUSE & set(said) else ""
    return ""
