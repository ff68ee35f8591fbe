"""What an idea for a project says under labels: “sponsor: Elena”, “benefit: fewer calls, 50,000 EUR a year”, “out of scope: the dealers”."""
from collections.abc import Mapping
import re

LABELS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "title", "called", "nome", "título"), "purpose": ("purpose", "goal", "why", "aim", "objetivo", "finalidade"),
    "objective": ("objective", "serves", "strategic objective", "objective served", "objetivo estratégico"),
    "benefit": ("benefit", "benefits", "gain", "gains", "benefício", "benefícios"), "scope": ("scope", "in scope", "deliverables", "âmbito", "entregáveis"),
    "out": ("out of scope", "not in scope", "excluded", "fora do âmbito"), "sponsor": ("sponsor", "patrocinador"),
    "manager": ("manager", "project manager", "lead", "gestor", "responsável"), "budget": ("budget", "cost", "costs", "orçamento"),
    "finish": ("finish", "deadline", "until", "by", "end", "prazo", "fim"), "start": ("start", "from", "início"), "risk": ("risk", "risks", "risco", "riscos"),
    "milestone": ("milestone", "milestones", "marcos"), "success": ("success", "success criteria", "measure of success", "critérios de sucesso")}
_WORDS = {word: label for label, words in LABELS.items() for word in words}
LABEL = re.compile(rf"(?:^|(?<=[\n;.])\s*)[ \t*#-]*(?P<label>{'|'.join(sorted(_WORDS, key=len, reverse=True))})[ \t]*[:=][ \t]*", re.I)
PEOPLE, DAYS, MONEY = ("sponsor", "manager"), ("start", "finish"), ("budget",)
ANY = "|".join(sorted((re.escape(w) for w in _WORDS), key=len, reverse=True))
DAY = re.compile(r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
                 r"monday|tuesday|wednesday|thursday|friday|today|tomorrow|next|end of|quarter|q[1-4])", re.I)
SPOKEN = re.compile(rf"^(?:and |also |then |please |pls |the |its |our )*(?P<label>{ANY})(?: (?:for|of) (?P<of>[\w' -]{{2,60}}?))?"
                    r"(?P<sign>\s*[:=]\s*|\s+(?:is|are|will be|would be|should be|must be|is to be)\s+|\s+)(?P<said>\S.*)$", re.I | re.S)
REVERSED = re.compile(rf"^(?:and |also )*(?P<said>[\w'. -]{{2,60}}?)\s+"
                      rf"(?:is|will be|would be|should be|as|becomes)\s+(?:the |its |our )?(?P<label>{ANY})$", re.I)
CALLED = re.compile(r"^(?:and |please |let['’]?s |let us |just )*(?:call|name) (?:it|this|the project|that) (?P<said>\S.*)$", re.I)
READY = re.compile(r"^(?:and |it |this |the project |must |should |will |shall |has to |needs to |is to |be )*(?:ready|done|finished|live|complete)\s+"
                   r"(?P<said>(?:by|in|on|until|before|at)\b.+)$", re.I)
LED_BY = r"(?:(?:and|also|the|its|our|a|an|with|it|must|should|will|has to|be|is) )*"
NEXT = re.compile(rf"\s*(?:[,;]|\.(?=\s)|\n|\s(?:and|&)\s)\s*(?={LED_BY}(?:(?:{ANY}|ready|done|live|finished)\b|"
                  rf"[\w']+(?: [\w']+)? (?:is|as) (?:the )?(?:{ANY})\b|call it\b))", re.I)
HEADED = re.compile(rf"^\W*(?P<of>[\w' -]{{2,60}}?)\s*[:,–-]\s*(?=(?:the |its |our )*(?:{ANY})\b)", re.I)       # “Hermes: budget 80,000”
SENTENCE = re.compile(r"\b(?:is|are|was|were|times?|wants?|needs?|has|have)\b", re.I)
LONGEST_NAME = 4                         # words of somebody
OBJECTIVE, FEW = "objective", 2          # “objective use less energy” needs no sign


def spoken(text: str, name: str = "") -> str:
    """Answers without labels' colons put with them, a line each: “manager carla, sponsor elena”; "" where a part of the text is no such answer.
    `name` is what the draft is called that is answered: “budget for Hermes is 80000”."""
    if "?" in text:
        return ""
    if (m := HEADED.match(text)) and m["of"].lower() in name.lower():
        text = text[m.end():]
    lines = [answer_in(part.strip(" .!"), name) for part in NEXT.split(text.strip()) if part.strip(" .!,;")]
    return "\n".join(lines) if lines and all(lines) else ""


def answer_in(part: str, name: str = "") -> str:
    """One answer without its label's colon put with it; "" where the words are none. `name` is what the draft is called."""
    if m := CALLED.match(part):
        return f"name: {m['said']}"
    if (m := READY.match(part)) and DAY.search(m["said"]):
        return f"finish: {m['said']}"
    m = SPOKEN.match(part) or REVERSED.match(part)
    if m is None:
        return ""
    label, said, found = _WORDS[m["label"].lower()], m["said"].strip(), m.groupdict()
    of = (found.get("of") or "it").lower()
    if of not in ("it", "this", "that", "the project", "this project", "that project") and of not in name.lower():
        return ""
    if label in PEOPLE:
        is_one = len(said.split()) <= LONGEST_NAME and not re.search(r"\d", said) and not SENTENCE.search(said)
    elif label in (*DAYS, *MONEY):
        is_one = bool((DAY if label in DAYS else re.compile(r"\d")).search(said))
    else:
        is_one = (found.get("sign") or "").strip() != "" or (label == OBJECTIVE and len(said.split()) >= FEW)
    return f"{label}: {said}" if is_one else ""


def answers(text: str) -> dict[str, list[str]]:
    """What stands behind each label, as often as it is said; "" holds what stands before the first one."""
    found: dict[str, list[str]] = {"": [text[:m.start()] if (m := LABEL.search(text)) else text]}
    marks = list(LABEL.finditer(text))
    for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(text)][:len(marks)], strict=True):
        said = text[mark.end():end].strip(" \t\n;.")
        if said:
            found.setdefault(_WORDS[mark["label"].lower()], []).append(said)
    return found


def listed(said: list[str]) -> list[str]:
    """The lines, or else the parts between semicolons, of what was said."""
    return [part for each in said for part in (p.strip(" \t*•-.") for p in re.split(r"\n|;", each)) if part]
