"""The looks of an office on its reports: its logo, its colours and its font; ours where it said nothing."""
from base64 import b64decode, b64encode
from dataclasses import dataclass

ACCENT, INK, WHITE, NIGHT = "#1f4e79", "#1f2328", "#ffffff", "#0d1117"
READABLE = 4.5                  # the least contrast of text with what is behind it (WCAG 2.2, 1.4.3)
OFFICE_FONT = "Arial"           # for files that are edited on: it, or one of its measure, is on every machine


@dataclass(frozen=True)
class Brand:
    """`logo` is an SVG, or a PNG as base64; both were cleaned when they were kept."""
    name: str = ""
    accent: str = ACCENT
    ink: str = INK
    font: str = ""
    logo: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether the logo is an SVG, which is sharp at any size."""
        return self.logo.startswith("<")

    @property
    def logo_bytes(self) -> bytes:
        return self.logo.encode() if self.is_drawn else b64decode(self.logo)

    @property
    def logo_uri(self) -> str:
        return f"data:image/{'svg+xml' if self.is_drawn else 'png'};base64,{b64encode(self.logo_bytes).decode()}"

    @property
    def office_font(self) -> str:
        return self.font or OFFICE_FONT


OURS = Brand()


def contrast(one: str, other: str) -> float:
    """How well one colour is read on another, from 1 to 21 (relative luminance as WCAG has it)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another."""
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in zip(_parts(colour), _parts(other), strict=True))


def readable(colour: str, ground: str, least: float = READABLE) -> str:
    """The nearest shade of a colour that can be read on a ground: darker on a light one, lighter on a dark one."""
    towards = "#000000" if _luminance(ground) > 0.5 else WHITE  # noqa: PLR2004 - half of all light
    return next(shade for n in range(21) if contrast(shade := mixed(colour, towards, n / 20), ground) >= least)


def _luminance(colour: str) -> float:
    red, green, blue = (v / 12.92 if (v := part / 255) <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for part in _parts(colour))  # noqa: PLR2004 - sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[n:n + 2], 16) for n in (1, 3, 5))
