"""A small SVG canvas: what is drawn on it keeps its colours in light, in dark and in print, and its text stays text."""
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

Theme = Literal["auto", "light", "dark"]
Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
FONT = "'Source Sans Pro', 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif"
LIGHT = {"ink": "#1f2328", "quiet": "#57606a", "grid": "#d8dee4", "ground": "#f6f8fa", "paper": "#ffffff",
         "plan": "#57606a", "done": "#0969da", "spent": "#bc4c00", "forecast": "#8250df", "scope": "#1f2328",
         "red": "#cf222e", "amber": "#9a6700", "green": "#1a7f37", "plain": "#6e7781",
         "red-pale": "#ffd8d3", "amber-pale": "#fff1c2", "green-pale": "#d5f0dc"}
DARK = {"ink": "#e6edf3", "quiet": "#9198a1", "grid": "#3d444d", "ground": "#151b23", "paper": "#0d1117",
        "plan": "#9198a1", "done": "#4493f8", "spent": "#f0883e", "forecast": "#ab7df8", "scope": "#e6edf3",
        "red": "#f85149", "amber": "#d29922", "green": "#3fb950", "plain": "#9198a1",
        "red-pale": "#5d1f22", "amber-pale": "#4d3800", "green-pale": "#123d22"}
WIDTHS = {**dict.fromkeys("iljtf.,:;'|! ", 0.32), **dict.fromkeys("mwMWQO%&@", 0.9), **dict.fromkeys("ABCDEFGHKNPRSTUVXYZ", 0.7)}

BOLDER = 1.13


@dataclass
class Canvas:
    """Shapes in the order they are drawn. A colour is named, never given: `done`, `red-pale`."""
    width: float
    height: float
    title: str
    alt: str
    drawn: list[str] = field(default_factory=list)

    def text(self, at: Point, said: str, *, anchor: Anchor = "start", size: float = 11, colour: str = "ink", bold: bool = False,  # noqa: PLR0913
             turned: bool = False, clear: bool = False) -> None:
        """A text; `clear` keeps what is drawn below from running through it."""
        x, y = at
        turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
        weight = ' font-weight="600"' if bold else ""
        halo = ' paint-order="stroke" stroke-width="3" stroke-linejoin="round"' if clear else ""
        named = f"f-{colour}{' s-paper' if clear else ''}"
        self.drawn.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}"{weight}{turn}{halo} class="{named}">'
                          f"{escape(said)}</text>")

    def line(self, start: Point, end: Point, *, colour: str = "grid", width: float = 1, dashed: bool = False) -> None:
        self.path((start, end), colour=colour, width=width, dashed=dashed)

    def path(self, points: Iterable[Point], *, colour: str, width: float = 2, dashed: bool = False) -> None:
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        self.drawn.append(f'<polyline points="{_joined(points)}" fill="none" stroke-width="{width:g}" stroke-linejoin="round"{dash} class="s-{colour}"/>')

    def area(self, points: Iterable[Point], *, colour: str, opacity: float = 1, edge: str = "") -> None:
        stroke = f" s-{edge}" if edge else ""
        self.drawn.append(f'<polygon points="{_joined(points)}" fill-opacity="{opacity:g}" class="f-{colour}{stroke}"/>')

    def box(self, at: Point, size: Point, *, colour: str, round_: float = 2, opacity: float = 1, edge: str = "") -> None:
        stroke = f" s-{edge}" if edge else ""
        self.drawn.append(f'<rect x="{at[0]:.1f}" y="{at[1]:.1f}" width="{max(size[0], 0):.1f}" height="{max(size[1], 0):.1f}" rx="{round_:g}" '
                          f'fill-opacity="{opacity:g}" class="f-{colour}{stroke}"/>')

    def hatch(self, at: Point, size: Point, *, colour: str, apart: float = 5, upright: bool = False) -> None:
        """Lines across a box, slanting or upright, so that what it means is seen without any colour."""
        (x, y), (wide, high) = at, (max(size[0], 0), size[1])
        lean = 0.0 if upright else high
        start = apart / 2 if upright else apart / 2 - high
        while start < wide:
            low, high_end = max(start, 0.0), min(start + lean, wide)
            if low <= high_end:
                below, above = (y + high, y) if upright else (y + high - (low - start), y + high - (high_end - start))
                self.line((x + low, below), (x + high_end, above), colour=colour, width=1.1)
            start += apart

    def circle(self, at: Point, radius: float, *, colour: str, opacity: float = 1, edge: str = "") -> None:
        stroke = f" s-{edge}" if edge else ""
        self.drawn.append(f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius:.1f}" fill-opacity="{opacity:g}" class="f-{colour}{stroke}"/>')

    def mark(self, at: Point, tone: str, size: float = 6) -> None:
        """A colour with its shape: red a triangle, amber a diamond, green a circle, plain a ring."""
        x, y = at
        match tone:
            case "red":
                self.area(((x, y - size), (x + size, y + size * 0.8), (x - size, y + size * 0.8)), colour="red")
            case "amber":
                self.area(((x, y - size), (x + size, y), (x, y + size), (x - size, y)), colour="amber")
            case "green":
                self.circle(at, size * 0.85, colour="green")
            case _:
                self.circle(at, size * 0.8, colour="paper", edge="plain")

    def svg(self, theme: Theme = "auto") -> str:
        """The whole picture. `auto` follows the reader's light or dark, and prints light; the others are for renderers that know no such wish."""
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {self.height:g}" width="{self.width:g}" height="{self.height:g}" '
                f'role="img" aria-label={quoteattr(self.alt)} font-family={quoteattr(FONT)}><title>{escape(self.title)}</title><desc>{escape(self.alt)}</desc>'
                f"<style>{_style(theme)}</style>{''.join(self.drawn)}</svg>")


def width_of(said: str, size: float = 11, *, bold: bool = False) -> float:
    """About how wide a text is, so that it can be kept inside."""
    return sum(WIDTHS.get(c, 0.6 if c.isascii() else 1.0) for c in said) * size * (BOLDER if bold else 1)


def cut(said: str, room: float, size: float = 11, *, bold: bool = False) -> str:
    """A text that fits its room, its end left out where it must be."""
    if width_of(said, size, bold=bold) <= room:
        return said
    kept = said
    while kept and width_of(kept + "…", size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _style(theme: Theme) -> str:
    if theme == "auto":
        return f"{_rules(LIGHT)}@media screen and (prefers-color-scheme: dark){{{_rules(DARK)}}}"
    return _rules(DARK if theme == "dark" else LIGHT)


def _rules(colours: dict[str, str]) -> str:
    return "".join(f".f-{name}{{fill:{colour}}}.s-{name}{{stroke:{colour}}}" for name, colour in colours.items())


def _joined(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
