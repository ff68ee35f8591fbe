"""The two-by-two of a portfolio: delivered well against still worth it, never blended."""
from collections.abc import Sequence

from records.computing import Book
from records.figures.earned_value import bac
from records.kinds import Project
from records.kinds.project import ENDED
from records.verdicts import RANK, delivery, value
from reports.blocks import Chart
from reports.pictures import Dot, Quadrants, Tone
from reports.telling import few

CORNERS = ("worth it, not delivered well", "worth it, delivered well", "doubtful or no longer worth it, not delivered well",
           "doubtful or no longer worth it, delivered well")
PLACES = ((True, False), (True, True), (False, False), (False, True))          # up and right, as the corners are named
MOST_NAMED = 6


def two_by_two(book: Book, projects: Sequence[Project]) -> Chart | None:
    """Each open project in its corner; those that cannot be judged on both are left to the table, and so are all where one corner holds them."""
    known = _known(book, projects)
    if len(_corners(known)) < 2:  # noqa: PLR2004 - of one corner there is nothing to see
        return None
    sizes = {p.id: float(book.value(p, bac).number or 0) for p, _, _ in known}
    dots = tuple(Dot(p.key, p.name, well == "green", worth == "green", sizes[p.id], min(well, worth, key=RANK.__getitem__)) for p, well, worth in known)
    said = [f"{name}: {', '.join(d.label for d in dots if (d.up, d.right) == at) or 'none'}"
            for name, at in zip(CORNERS, PLACES, strict=True)]
    sized = "a circle is as large as its budget, its mark" if any(sizes.values()) else "a mark is"
    return Chart(f"Delivery and value; {sized} the worse of both", f"{'; '.join(said)}.",
                 Quadrants("still worth it", "delivered well", CORNERS, dots), tuple(d.key for d in dots))


def _known(book: Book, projects: Sequence[Project]) -> list[tuple[Project, Tone, Tone]]:
    """The open projects that are judged on both, with the tone of each."""
    judged = [(p, delivery(book, p).tone, value(book, p).tone) for p in projects if p.phase not in ENDED]
    return [(p, well, worth) for p, well, worth in judged if "plain" not in (well, worth)]


def _corners(known: Sequence[tuple[Project, Tone, Tone]]) -> list[str]:
    """Which corners hold any."""
    return [name for name, at in zip(CORNERS, PLACES, strict=True) if any((worth == "green", well == "green") == at for _, well, worth in known)]


def absent(book: Book, projects: Sequence[Project]) -> str:
    """Which open projects the picture does not show, or why there is none, in a sentence."""
    known = _known(book, projects)
    if len(held := _corners(known)) == 1:
        return f"No picture of delivery and value, as all that are judged on both stand in one corner: {held[0]}."
    if not known:
        return ""
    names = [p.name for p in projects if p.phase not in ENDED and "plain" in (delivery(book, p).tone, value(book, p).tone)]
    return f"Not in the picture, as not judged on both: {few(names, MOST_NAMED)}." if names else ""
