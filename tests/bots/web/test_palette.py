"""The colours of the page have the contrast that WCAG AA asks for, light and dark: 4.5 for words, 3 for the edges of controls."""
import re

import pytest

from bots.web.pages import PAGE

WORDS, EDGES = 4.5, 3
ON = ("paper", "sheet")
PAIRS = [("ink", on, WORDS) for on in (*ON, "sunk", "accent-tint", "red-tint", "amber-tint", "green-tint", "mark")] + [
    ("soft", on, WORDS) for on in (*ON, "accent-tint", "red-tint", "amber-tint", "green-tint")] + [
    ("accent", on, WORDS) for on in (*ON, "accent-tint", "green-tint", "red-tint", "amber-tint")] + [
    (tone, f"{tone}-tint", WORDS) for tone in ("red", "amber", "green")] + [
    (tone, "sheet", WORDS) for tone in ("red", "amber", "green")] + [
    ("on-accent", "accent", WORDS), ("edge", "sheet", EDGES), ("edge", "paper", EDGES)]


def palettes() -> dict[str, dict[str, str]]:
    """Name to hexadecimal colour, of each `:root`; the dark one changes the light one."""
    roots = re.findall(r":root \{(.*?)\}", (PAGE / "style.css").read_text(), re.DOTALL)[:2]
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", root)) for root in roots)
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_edges_stand_out(scheme: str) -> None:
    colours = palettes()[scheme]
    weak = {f"{front} on {back}": round(found, 2) for front, back, least in PAIRS if (found := contrast(colours[front], colours[back])) < least}
    assert not weak


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
