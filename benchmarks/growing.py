"""How times grow with the size of the portfolio: a table, a picture, and the steepness of each curve; 1 is in proportion."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
import math
from pathlib import Path

from benchmarks import importing, reading, writing
from benchmarks.large import Grounds, Large
from benchmarks.measuring import Measure
from benchmarks.portfolio import Size

SIZES = (10_000, 30_000, 100_000)
STEEPEST = 1.1                          # 1 and what a machine that does other things as well makes of it
Curves = Mapping[str, Sequence[float]]  # milliseconds for each size
WIDE, HIGH, EDGE, LINE = 760, 420, 56, 15
COLOURS = ("#0b6e99", "#c1440e", "#3f7d20", "#7b4397", "#8a6d00", "#555555")

CURVES: Mapping[str, Callable[[Large], Iterator[Measure]]] = {
    "50 next tasks, with rights": reading.next_tasks,
    "overdue tasks of each project": reading.overdue,
    "search for words": reading.words,
    "the log verified": writing.whole,
}
IMPORT, UNDO = "import of a CSV", "undo of the import"


def measured(folder: Path, now: datetime, sizes: Sequence[int] = SIZES, *, quick: bool = False) -> Curves:
    """Each curve's milliseconds for portfolios of these sizes, on SQLite."""
    curves: dict[str, list[float]] = {name: [] for name in (*CURVES, IMPORT, UNDO)}
    for size in sizes:
        home = folder / f"of-{size}"
        home.mkdir()
        made = Grounds(home, now, Size.of(size), None, quick=quick)
        large = made.sqlite()
        for name, measuring in CURVES.items():
            first = next(iter(measuring(large)))
            curves[name].append(first.figure)
        took = importing.in_a_process(made.empty("SQLite"), size)
        curves[IMPORT].append((took.load + took.confirm) * 1000)
        curves[UNDO].append(took.undo * 1000)
    return curves


def steepness(sizes: Sequence[int], took: Sequence[float]) -> float:
    """The slope of a curve when both axes are logarithms: 0 the same for every size, 1 in proportion, 2 with the square."""
    return math.log(took[-1] / took[0]) / math.log(sizes[-1] / sizes[0])


def measures(curves: Curves, sizes: Sequence[int] = SIZES) -> Iterator[Measure]:
    for name, took in curves.items():
        yield Measure(f"growth from {sizes[0]:,} to {sizes[-1]:,} tasks: {name}", steepness(sizes, took), "", most=STEEPEST)


def table(curves: Curves, sizes: Sequence[int] = SIZES) -> str:
    """The curves as a Markdown table, in milliseconds."""
    rows = [("milliseconds for", *(f"{size:,} tasks" for size in sizes), "steepness"), ("---", *["---:"] * (len(sizes) + 1))]
    rows += [(name, *(f"{ms:,.3g}" if ms < 100 else f"{ms:,.0f}" for ms in took), f"{steepness(sizes, took):.2f}") for name, took in curves.items()]  # noqa: PLR2004
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def picture(curves: Curves, sizes: Sequence[int] = SIZES) -> str:
    """The curves as SVG, both axes in powers of ten; the dashed line grows in proportion."""
    low, high = (math.floor(math.log10(min(min(t) for t in curves.values()))), math.ceil(math.log10(max(max(t) for t in curves.values()))))

    def at(size: float, ms: float) -> str:
        across = (math.log10(size) - math.log10(sizes[0])) / (math.log10(sizes[-1]) - math.log10(sizes[0]))
        return f"{EDGE + across * (WIDE - 260 - EDGE):.0f},{HIGH - EDGE - (math.log10(ms) - low) / (high - low) * (HIGH - 2 * EDGE):.0f}"

    def text(where: str, said: str, more: str = "") -> str:
        x, _, y = where.partition(",")
        return f'<text x="{x}" y="{y}" {more}>{said}</text>'

    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="sans-serif" font-size="12">',
             f'<rect width="{WIDE}" height="{HIGH}" fill="white"/>', text(f"{EDGE},{EDGE - 30}", "How times grow with the number of tasks")]
    for power in range(low, high + 1):
        y = at(sizes[0], 10.0**power).partition(",")[2]
        lines += [f'<line x1="{EDGE}" x2="{WIDE - 260}" y1="{y}" y2="{y}" stroke="#ddd"/>', text(f"{EDGE - 6},{y}", _worded(power), 'text-anchor="end"')]
    lines += [text(at(size, 10.0**low).replace(at(size, 10.0**low).partition(",")[2], str(HIGH - EDGE + 20)), f"{size:,}", 'text-anchor="middle"')
              for size in sizes]
    start = 10.0**low * 3
    lines.append(f'<polyline points="{at(sizes[0], start)} {at(sizes[-1], start * sizes[-1] / sizes[0])}" stroke="#999" stroke-dasharray="5" fill="none"/>')
    lowest = HIGH
    for colour, (name, took) in sorted(zip(COLOURS, curves.items(), strict=True), key=lambda each: each[1][1][-1]):
        points = " ".join(at(size, ms) for size, ms in zip(sizes, took, strict=True))
        lines.append(f'<polyline points="{points}" stroke="{colour}" stroke-width="2" fill="none"/>')
        x, _, y = points.rpartition(" ")[2].partition(",")
        lowest = min(int(y) + 4, lowest - LINE)          # names stand above each other where curves end together
        lines.append(text(f"{int(x) + 8},{lowest}", name, f'fill="{colour}"'))
    return "\n".join((*lines, "</svg>\n"))


def _worded(power: int) -> str:
    return f"{10.0**power:g} ms" if power < 3 else f"{10 ** (power - 3)} s"  # noqa: PLR2004 - a thousand of them
