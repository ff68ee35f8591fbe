"""One supposition at a time: each clause with a measure of its own stands alone, a rate that is said beside an amount or a delay is one of its own, and two
amounts that cannot be told apart are asked about."""
from collections.abc import Iterator, Sequence
from datetime import date
import re

from language.amounts import find_percents
from language.dates import find_periods
from records.errors import BadInput
from tools.desk.supposing.heard import Heard, in_figures
from tools.desk.supposing.measures import EVENT, LENGTH, Measures, amount, measures

JOINT = re.compile(r"\s*;\s*(?:and |but )?|,?\s+(?:and|but|plus|while|whereas|as well as|along with|together with)(?:\s+(?:also|then|that|on top|in addition))?"
                   r"(?:\s*,)?\s+(?:if |when )?(?=\S)|,\s+(?:if )?(?=\S)|\s+(?=without\s)|\s+with\s+", re.I)
RATE = r"(?:discount|interest|hurdle)?\s*rate\b(?:\s+of)?\s*"
LED = re.compile(rf"[\s,]*\b(?P<by>at|with|using|under)\s+(?:an?\s+|the\s+)?(?P<rate>{RATE})?(?:about\s+)?$", re.I)
VALUED = re.compile(r"\b(?:npv|value|worth|discounted|pays?|irr|bcr)\b", re.I)
FOLLOWED = re.compile(r"\s*(?:(?:discount|interest|hurdle)(?:\s+rate)?|rate)?(?=\s*(?:[,;?.!]|$|\b(?:if|when|and|should|assuming|once|supposing)\b))", re.I)
BETWEEN = re.compile(r"\b(?:instead of|rather than|from|between|than)\b", re.I)
TWO = "I am not sure what the {percent} is, beside {other}. Say such as “at a discount rate of {percent}”, or suppose one of the two at a time."
LEAD = re.compile(r"^(?:(?:and|but|so|ok|then|now|hm+)\b[\s,]*)*(?:(?:what|how)\b[^,;]*?\b(?:if|when)\b|suppos(?:e|ing)|assum(?:e|ing)|imagine|(?:let us )?say|"
                  r"if|when)(?: that)?\b\s*", re.I)
ASKS = re.compile(r"^(?:so )?(?:what|how|when|will|would|does|do|did|is|are|can|could|should|who|which|where|show|tell|please|then)\b", re.I)
ACTS = (r"(?:is|are|was|were|has|have|had|gets?|got|comes?|goes|go|will|would|takes?|slips?|delays?|fails?|falls?|rises?|decides?|stays?|stops?|wins?|loses?|"
        r"asks?|says?|pays?|does|do|can|cannot|becomes?|moves?|starts?|needs?|leaves?|changes?|helps?|works?|joins?)")
CLAUSE = re.compile(rf"^(?:\S+\s+){{1,5}}?{ACTS}(?:n['’]t)?\b|^\S+\s+{ACTS}\b", re.I)
WAY = re.compile(r"\b(?:later?|earlier|longer|shorter|lower|higher|less|more|fewer|cheaper|dearer|delay\w*|overdue|behind)\b", re.I)
OWN = (("benefits", r"benefits?|gains?|savings?|income|revenues?|returns?|earnings"), ("costs", r"costs?|expenses?|expensive|cheaper|dearer|prices?"),
       ("budget", r"budgets?|funding|funds"), ("rate", r"rates?|discount\w*|interest|hurdle"))
SUBJECT = {name: re.compile(rf"\b(?:{said})\b", re.I) for name, said in OWN}
PAIR = re.compile(r"\b(?P<a>benefits?|savings?|revenues?|costs?|expenses?|budgets?) (?:and|as well as) (?:the |its |their |also )?"
                  r"(?P<b>benefits?|savings?|revenues?|costs?|expenses?|budgets?)\b", re.I)
THEY = re.compile(r"^(?:they |both )?(?:only |also )?(?:come|are|arrive|start|begin|fall|drop|rise|slip)\b|\bthem\b", re.I)
ONLY_TIME = re.compile(rf"^(?:only |by |also )?(?:{LENGTH.pattern}) (?:later?|earlier|sooner)\W*$", re.I)
MORE = re.compile(r"\b(?:lower|higher|less|more|fewer|smaller|bigger|down|up)\b", re.I)


def apart(said: str, today: date) -> list[str]:
    """The parts of what is supposed, each with one measure. Raises `BadInput` where two of them stand in one part and could mean the same thing."""
    parts = [each for part in clauses(said, today) for one in _each_subject(part) for each in _without_rate(one, today)]
    found = list(_carried(parts, today))
    for part in found:
        _one_of(part, today)
    return found


def is_told(part: str, today: date) -> bool:
    """Whether words suppose anything: they measure something, or say that somebody or something acts."""
    bare = LEAD.sub("", part.strip(" ,.?!"))
    return bool(measures(part, today).keys() - {"day"}) or (ASKS.match(bare) is None and CLAUSE.match(bare) is not None)


def clauses(said: str, today: date) -> Iterator[str]:
    """What is said, cut where both sides suppose something; never within days or a length."""
    whole = [(s.start, s.end) for s in find_periods(said, today)]
    whole += [(m.start(), m.end()) for m in re.finditer(rf"(?:{LENGTH.pattern})(?:,? and |, )(?:{LENGTH.pattern})|\bbetween \S+ and \S+", said, re.I)]
    start, at = 0, 0
    for joint in JOINT.finditer(said):
        if joint.start() < at or any(a < joint.end() and joint.start() < b for a, b in whole):
            continue
        end = next((j.start() for j in JOINT.finditer(said, joint.end()) if not any(a < j.end() and j.start() < b for a, b in whole)), len(said))
        left, right = said[start:joint.start()], said[joint.end():end]
        if is_told(left, today) and _stands(right, joint[0], today):
            yield left
            start = joint.end()
    yield said[start:]


def _stands(right: str, joint: str, today: date) -> bool:
    """Whether what follows a joint supposes something of its own: behind a bare comma or “with”, only what says which way or that something acts."""
    is_loose = joint.strip() == "," or (joint.strip().lower() == "with" and not SUBJECT["rate"].search(right))
    if is_loose and not (WAY.search(right) or CLAUSE.match(right) or EVENT in measures(right, today)):
        return False
    return is_told(right, today)


def _each_subject(part: str) -> list[str]:
    """ "Benefits and costs rise by 10 %" is said of each."""
    m = PAIR.search(part)
    return [f"{part[:m.start()]}{m[name]}{part[m.end():]}" for name in ("a", "b")] if m else [part]


def _carried(parts: Sequence[str], today: date) -> Iterator[str]:
    """Each part with the subject that it takes from the one before: “benefits are 20 % lower and come a year later”."""
    before = ""
    for part in parts:
        own = next((name for name, said in SUBJECT.items() if said.search(part)), "")
        takes = not own and before not in ("", "rate") and _is_of(before, part, measures(part, today))
        before = own or before
        yield f"the {before} {part}" if takes else part


def _is_of(before: str, part: str, said: Measures) -> bool:
    """Whether a part without a subject says something of the one before it."""
    if "length" in said:
        return before == "benefits" and (THEY.search(part) or ONLY_TIME.match(part)) is not None
    return bool(said.keys() & {"share", "money"}) and MORE.search(part) is not None


def _without_rate(said: str, today: date) -> list[str]:
    """ "At 10 % if it costs 50k more": what is supposed of the costs, and the rate."""
    for span in find_percents(said):
        led, followed = LED.search(said[:span.start]), FOLLOWED.match(said, span.end)
        rest = f"{said[:led.start()]} {said[followed.end():]}".strip() if led and followed else ""
        is_rate = led is not None and (led["rate"] or VALUED.search(said))
        heard = Heard(in_figures(rest.lower()), today)
        if rest and is_rate and (heard.factor is not None or heard.length or amount(heard.text)):
            return [rest, f"the discount rate is {said[span.start:span.end]}"]
    return [said]


def _one_of(said: str, today: date) -> None:
    heard = Heard(in_figures(said.lower()), today)
    shares = list(dict.fromkeys(s.value for s in find_percents(said)))
    if len(shares) > 1 and not BETWEEN.search(said):
        raise BadInput(TWO.format(percent=f"{shares[1]:f} %", other=f"{shares[0]:f} %"))
    if heard.percent is not None and (other := amount(heard.text)):
        raise BadInput(TWO.format(percent=f"{heard.percent:f} %", other=other))
