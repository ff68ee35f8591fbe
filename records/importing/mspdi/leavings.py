"""What a file holds and our records do not: counted and said, so that nothing is lost in silence."""
from collections import Counter

from records.importing.mspdi.document import Document, Item
from records.importing.mspdi.outline import Outline
from records.importing.mspdi.values import amount, on, whole
from records.importing.schedule import Gathered, counted

MOST_NAMED = 12


def tell(document: Document, outline: Outline, milestones: frozenset[str], gathered: Gathered) -> None:
    tasks = [place.item for place in outline.places.values()]
    if custom := _custom(document, [*tasks, *document.sections["Resources"], *document.sections["Assignments"]]):
        gathered.note(f"Custom fields are not kept: {custom}.")
    if costs := sum(any(amount(t.said(name)) for name in ("Cost", "FixedCost", "ActualCost")) for t in tasks):
        gathered.note(f"Costs of {counted(costs, 'task')} are not kept: a budget is its own record.")
    if baselines := sorted({whole(b.said("Number")) or 0 for t in tasks for b in t.all("Baseline")} - {0}):
        gathered.note(f"Of the baselines the first is kept; number {', '.join(map(str, baselines))} is not.")
    if gathered.counts["summary work"]:
        gathered.note(f"Hours of {counted(gathered.counts['summary work'], 'summary task')} are the sum of the tasks below and are not kept a second time.")
    if gathered.counts["recurring"]:
        gathered.note(f"{counted(gathered.counts['recurring'], 'task')} of a series: the file tells each occurrence, not the rule, and so each is a task.")
    if milestones:
        gathered.note("Milestones stand beside the outline: their WBS code says where they belong.")
    gathered.note("Durations and slack are not kept: they follow from the dates and the links.")
    if status := on(document.project.said("StatusDate")):
        gathered.note(f"The file tells how things stood on {status}.")


def _custom(document: Document, items: list[Item]) -> str:
    names = {a.said("FieldID"): f"{a.said('FieldName')} “{a.said('Alias')}”" if a.said("Alias") else a.said("FieldName")
             for a in document.sections["ExtendedAttributes"]}
    used = Counter(names.get(a.said("FieldID")) or f"field {a.said('FieldID')}" for item in items for a in item.all("ExtendedAttribute"))
    used.update("outline code " + (names.get(code.said("FieldID")) or code.said("FieldID")) for item in items for code in item.all("OutlineCode"))
    said = [f"{name} ({count:,})" for name, count in used.most_common(MOST_NAMED)]
    return ", ".join(said) + (f" and {len(used) - MOST_NAMED} more" if len(used) > MOST_NAMED else "")
