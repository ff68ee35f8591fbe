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
