"""Drawings as PNG: by our own font whatever the machine has, and by the machine's only where ours lacks a script."""
from resvg_py import svg_to_bytes

from reports.formats.brand import Brand
from reports.formats.fonts import FACES, foreign

LOGO_PIXELS = 240               # high: sharp in print


def png_of(drawing: str, zoom: float = 2, background: str | None = "#ffffff") -> bytes:
    return bytes(svg_to_bytes(svg_string=drawing, zoom=zoom, background=background, font_files=list(FACES), skip_system_fonts=not foreign(drawing)))


def logo_png(brand: Brand) -> bytes:
    """The logo for files that take no SVG."""
    if not brand.is_drawn:
        return brand.logo_bytes
    return bytes(svg_to_bytes(svg_string=brand.logo, height=LOGO_PIXELS, font_files=list(FACES), skip_system_fonts=True))
