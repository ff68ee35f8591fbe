"""How a project is opened in running text: its name, and who manages it, by when and for how much, each put as the answer that it is.

“Helios: a solar roof, manager Sofia, budget 420k” is the idea “a solar roof” with three answers; only what is plainly an answer is taken out of an idea.
"""
import re

from language.describing.answering import ANY, DAYS, LABEL, MONEY, NEXT, PEOPLE, answer_in

ORDER = re.compile(r"^\W*(?:(?:please|pls|can you|could you|i want to|we want to|i(?:['’]d| would) like to|let['’]?s|let us|start|create|set up|open|"
                   r"launch|begin|add|make|initiate|kick off|draft|new|a|an|another|the|our)\s+)*project\b\s*(?:[:–-]\s+)?", re.I)
CALLED = r"(?:(?:it['’]?s |it is |is )?(?:called|named)|(?:with|by|under) the name(?: of)?|name is)"
TITLED = r"(?-i:[A-ZÀ-Ý])[\w&-]*(?:\s+(?:(?-i:[A-ZÀ-Ý0-9])[\w&-]*|of|the|and|for|\d+))*?"
NAME = re.compile(rf"^(?:,?\s*{CALLED}\s+)?(?:[\"“„‘'](?P<quoted>[^\"”’'\n]{{2,80}})[\"”“’']|(?P<plain>{TITLED}))"
                  rf"(?:\s*(?P<sign>[:,.;–—-])(?=\s|$)\s*|\s*$|\s+(?=(?:with|for|to|by|until|in order|so that|from)\b))", re.I)
INSIDE = re.compile(rf",?\s*\b{CALLED}\s+(?:[\"“„‘'](?P<quoted>[^\"”’'\n]{{2,80}})[\"”“’']|(?P<plain>{TITLED}))"
                    rf"(?=\s*(?:[:,.;]|$)|\s+(?:with|for|to|by|that)\b)\s*", re.I)
LONGEST = 5                              # words of a name that stands before a colon
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n+")
PERSON = re.compile(r"(?:(?:the|our|my)\s+)?[A-ZÀ-Ý][\w'’-]+(?:\s+[A-ZÀ-Ý][\w'’-]+){0,2}$")
WHEN = re.compile(r"(?:(?:by|in|on|at|from|until|till|before|the|end of|beginning of|early|late|mid|is|planned|around|about|for|no later than)[\s-]+)*"
                  r"(?:\d|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|today|tomorrow|mon|tue|wed|thu|fri|spring|summer|autumn|winter|easter|"
                  r"christmas|year|now\b)", re.I)
WITH = re.compile(r"^(?:(?:with|and|having)\s+)?(?:an?\s+|the\s+)?", re.I)
AMOUNT = re.compile(r"(?:(?:about|around|roughly|up to|at most|max\.?|ca\.?)\s+)?(?:[€$£]\s?)?\d[\d.,]*\s?"
                    r"(?:(?:k|m|mio|million|thousand)\b\s?(?:€|\$|£|eur|usd|gbp|chf|euros?)?|"
                    r"(?:€|\$|£|eur|usd|gbp|chf|euros?))", re.I)
OF = re.compile(r": of\s+")
REST = re.compile(r"^[\s,;:.–—-]+|[\s,;:–—-]+$")


def laid_out(lead: str, body: str) -> str:
    """What is said of a new project, with its name and every plain answer on a line of its own behind what it is about; `lead` are the words of the order."""
    ordered = ORDER.match(body)
    body = body[ordered.end():] if ordered else body
    led = _named(ORDER.sub("", lead), is_ordered=True)[0] if ORDER.match(lead) else ""
    name, body = (led, body) if led else _named(body, is_ordered=ordered is not None)
    marks = [m.start() for m in LABEL.finditer(body)]
    parts = [body[a:b] for a, b in zip([0, *marks], [*marks, len(body)], strict=True)]
    lines = list[str]()
    for n, part in enumerate(parts):
        rest, told = _told_apart(part)
        lines += [rest.rstrip("\n"), *([f"name: {name}"] if name and not n else []), *told]          # what is answered later stands behind it
    return "\n".join(filter(None, lines)) if name or len(lines) > len(parts) else body


def _named(body: str, *, is_ordered: bool) -> tuple[str, str]:
    """What it is called, and the text without that: a name in quotation marks, one behind “called”, or a short one before a colon."""
    m = NAME.match(body)
    if m and (name := m["quoted"] or m["plain"]) and len(name.split()) <= LONGEST and not re.fullmatch(ANY, name, re.I) and (
            m["quoted"] or is_ordered or m["sign"] == ":" or (m["sign"] == "," and " " not in name)):
        return name.strip(), body[m.end():]
    if (m := INSIDE.search(body)) and m.start() < len(body.partition("\n")[0]):
        return (m["quoted"] or m["plain"]).strip(), REST.sub("", f"{body[:m.start()]}{body[m.end():]}")
    return "", body


def _told_apart(part: str) -> tuple[str, list[str]]:
    """A stretch of text without its answers, and these."""
    kept, told, start = list[str](), list[str](), 0
    for cut in (*SENTENCE.finditer(part), None):
        sentence, end = part[start:cut.start() if cut else len(part)], cut[0] if cut else ""
        start = cut.end() if cut else start
        pieces = NEXT.split(sentence)
        read = [("", piece) if n == 0 and LABEL.match(piece) else _answer(piece) for n, piece in enumerate(pieces)]
        rest = ", ".join(left for _, left in read if left.strip(" .,;"))
        answers = [answer for answer, _ in read if answer]
        told += answers
        stop = "." if sentence.rstrip().endswith(".") and not rest.rstrip().endswith(".") else ""
        kept.append(f"{f'{REST.sub(str(), rest)}{stop}' if answers else sentence}{end}" if rest.strip(" .,;") else "")
    return "".join(kept), told


def _answer(piece: str) -> tuple[str, str]:
    """A piece as an answer, where its words can be nothing else - a person by a name, a day, an amount - and what is left of it behind a comma."""
    if AMOUNT.fullmatch(piece.strip(" .")):
        return f"budget: {piece.strip(' .')}", ""            # “…, 300k, done by October”
    said, left = answer_in(WITH.sub("", piece.strip(" .!,;"))), ""
    if (label := said.partition(": ")[0]) in (*PEOPLE, *DAYS, *MONEY):
        first, _, left = piece.partition(", ")
        said = answer_in(WITH.sub("", first.strip(" .!,;")))
    value = said.partition(": ")[2]
    is_one = bool(PERSON.fullmatch(value.strip()) if label in PEOPLE else WHEN.match(value) if label in DAYS else said and (
        label in MONEY or ":" in piece or label in ("objective", "name")))
    return (OF.sub(": ", said, count=1), left) if is_one else ("", piece)
