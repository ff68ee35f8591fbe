"""Where each task stands: under which summary task, and which rows of the file are no tasks of this project."""
from collections.abc import Iterator
from dataclasses import dataclass

from records.importing.mspdi.document import Item
from records.importing.mspdi.values import whole, yes
from records.importing.schedule import Gathered, counted

PROJECT_ITSELF = "0"


@dataclass
class Place:
    """One task of the file. `parent` is the UID of its summary task, empty at the top."""
    item: Item
    uid: str
    where: str
    parent: str = ""
    is_summary: bool = False


@dataclass(frozen=True)
class Outline:
    """The tasks in the order of the file by UID, and the UIDs that are in the file but not of this project."""
    places: dict[str, Place]
    root: Item
    external: frozenset[str]


def lay(items: list[Item], gathered: Gathered) -> Outline:
    places: dict[str, Place] = {}
    root, external, blank = Item(), set[str](), 0
    above: list[tuple[int, str]] = []
    for item in items:
        uid = item.said("UID") or item.said("ID")
        if yes(item.said("IsNull")):
            blank += 1
        elif uid == PROJECT_ITSELF:
            root = item
        elif yes(item.said("ExternalTask")):
            external.add(uid)
            other = item.said("ExternalTaskProject") or item.said("Project") or "not named"
            gathered.skip(where(item), f"It belongs to another project ({other}) and is left out")
        elif not uid or uid in places:
            gathered.skip(where(item), f"Another task has the UID {uid} too; this one is left out" if uid else "It has no UID and is left out")
        else:
            places[uid] = _put(item, uid, above, places)
    if blank:
        gathered.note(f"{counted(blank, 'blank row')} of the file, which are no tasks, are left out.")
    return Outline(places, root, frozenset(external))


def where(item: Item) -> str:
    """How a person finds a task: by the number of its row."""
    name = " ".join(item.said("Name").split())[:80]
    return f"task {item.said('ID') or item.said('UID')}" + (f" “{name}”" if name else "")


def _put(item: Item, uid: str, above: list[tuple[int, str]], places: dict[str, Place]) -> Place:
    """Under the nearest task before it that stands at a lower level."""
    level = _level(item)
    while above and above[-1][0] >= level:
        above.pop()
    parent = above[-1][1] if above else ""
    if parent:
        places[parent].is_summary = True
    above.append((level, uid))
    return Place(item, uid, where(item), parent, yes(item.said("Summary")))


def _level(item: Item) -> int:
    level = whole(item.said("OutlineLevel"))
    if level is not None:
        return level
    return item.said("OutlineNumber").count(".") + 1


def milestones(outline: Outline) -> Iterator[str]:
    """The UIDs of milestones: marked as such and no summary; where a file marks none, what takes no time."""
    for uid, place in outline.places.items():
        marked = place.item.said("Milestone")
        if not place.is_summary and (yes(marked) if marked else place.item.said("Duration") in ("PT0H0M0S", "PT0S", "PT0M0S", "PT0H")):
            yield uid
