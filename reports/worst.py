"""Which one project does worst by both verdicts together, with the reasons, and which ones do worse by one of them alone."""
from collections.abc import Sequence

from records.computing import Book
from records.kinds import Project
from records.kinds.project import ENDED
from records.verdicts import RANK, Verdict, delivery, value
from reports.blocks import Block, Source, Sources, Text
from reports.telling import card, few

MOST_NAMED = 3


def worst(book: Book, projects: Sequence[Project]) -> list[Block]:
    """The news in a sentence or two, and both verdicts of the one that does worst; more findings tell two of the same colours apart."""
    judged = {p.key: (delivery(book, p), value(book, p)) for p in projects if p.phase not in ENDED}
    live = [p for p in projects if p.key in judged]
    if not live:
        return [Text("There is no open project to judge.")]
    first = min(live, key=lambda p: (sum(RANK[v.tone] for v in judged[p.key]), -sum(len(v.because) for v in judged[p.key]), p.key))
    delivered, worth = judged[first.key]
    said = [f"{first.name} does worst, both verdicts counted alike: it is {delivered.word} in delivery and {worth.word} in value."]
    for n, of in enumerate(("delivery", "value")):
        mine = judged[first.key][n].tone
        if worse := [p for p in live if RANK[judged[p.key][n].tone] < RANK[mine]]:
            told = [f"{p.name} ({judged[p.key][n].word}{_why(judged[p.key][n])})" for p in worse]
            said.append(f"By {of} alone worse: {few(told, MOST_NAMED)}.")
    return [Text(" ".join(said)), card("Delivered well?", delivered), card("Still worth it?", worth), Sources((Source("record", first.key, first.name),))]


def _why(verdict: Verdict) -> str:
    return f": {verdict.because[0][1].says.rstrip('.')}" if verdict.because else ""
