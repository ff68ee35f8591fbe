"""Colours as people write them, and how well one is read on another. Numbers only, no words."""
import re

READABLE = 4.5                  # the least contrast of text with what is behind it (WCAG 2.2, 1.4.3)
WHITE, BLACK = "#ffffff", "#000000"
STEPS = 20                      # shades that are tried between a colour and black or white


def coloured(said: str) -> str:
    """“1F4E79”, “#1f4e79” or “#14b” as “#1f4e79”. Raises `ValueError`."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", said.strip())
    if not found:
        raise ValueError("a colour is written as #1f4e79: red, green and blue, two signs each")
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * d for d in digits))  # noqa: PLR2004 - two for each part


def contrast(one: str, other: str) -> float:
    """How well one colour is read on another, from 1 to 21 (relative luminance as WCAG has it)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another."""
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in zip(_parts(colour), _parts(other), strict=True))


def readable(colour: str, ground: str, least: float = READABLE) -> str:
    """The nearest shade of a colour that can be read on a ground: darker on a light one, lighter on a dark one."""
    towards = BLACK if contrast(BLACK, ground) > contrast(WHITE, ground) else WHITE
    return next((shade for n in range(STEPS) if contrast(shade := mixed(colour, towards, n / STEPS), ground) >= least), towards)


def _luminance(colour: str) -> float:
    red, green, blue = (v / 12.92 if (v := part / 255) <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for part in _parts(colour))  # noqa: PLR2004 - sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[n:n + 2], 16) for n in (1, 3, 5))
