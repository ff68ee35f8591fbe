"""What a chart shows, as plain data: faces draw it, slides and sheets keep its numbers."""
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Discriminator

Tone = Literal["red", "amber", "green", "plain"]
State = Literal["to do", "in progress", "in review", "blocked", "done"]
Style = Literal["plan", "done", "spent", "forecast", "scope"]


@dataclass(frozen=True)
class Curve:
    """Days with an amount each, in order; `says` stands at its end."""
    name: str
    points: tuple[tuple[date, float], ...]
    style: Style
    says: str


@dataclass(frozen=True)
class Band:
    """Between which two amounts something is expected, day by day."""
    name: str
    points: tuple[tuple[date, float, float], ...]


@dataclass(frozen=True)
class Lines:
    """Amounts over time. With the unit “date” the amounts are days as ordinals."""
    unit: str
    curves: tuple[Curve, ...]
    bands: tuple[Band, ...] = ()
    today: date | None = None
    form: Literal["lines"] = "lines"


@dataclass(frozen=True)
class Bar:
    """A task, or a milestone where it starts and finishes on one day as `is_point`; `planned` is what was agreed."""
    key: str
    label: str
    start: date
    finish: date
    done: float = 0
    is_critical: bool = False
    is_point: bool = False
    planned: tuple[date, date] | None = None
    tone: Tone = "plain"
    state: State = "to do"


@dataclass(frozen=True)
class Gantt:
    bars: tuple[Bar, ...]
    today: date
    form: Literal["gantt"] = "gantt"


@dataclass(frozen=True)
class Spot:
    """A record in a matrix, from 1 to 5 each way, and where it was before, if it moved."""
    key: str
    label: str
    row: int
    column: int
    was: tuple[int, int] | None = None


@dataclass(frozen=True)
class Matrix:
    """Five by five; the tone of a cell is by row times column."""
    rows: str
    columns: str
    spots: tuple[Spot, ...]
    amber: int
    red: int
    form: Literal["matrix"] = "matrix"


@dataclass(frozen=True)
class Dot:
    """A record in a two-by-two: right and up are better, its area is its size."""
    key: str
    label: str
    right: bool
    up: bool
    size: float
    tone: Tone


@dataclass(frozen=True)
class Quadrants:
    """A two-by-two; `corners` names them from the upper left, by rows."""
    rows: str
    columns: str
    corners: tuple[str, str, str, str]
    dots: tuple[Dot, ...]
    form: Literal["quadrants"] = "quadrants"


Picture = Annotated[Lines | Gantt | Matrix | Quadrants, Discriminator("form")]
