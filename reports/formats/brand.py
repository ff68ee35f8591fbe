"""The looks of an office on its reports: its logo, its colours and its font; ours where it said nothing."""
from base64 import b64decode, b64encode
from dataclasses import dataclass

ACCENT, INK = "#1f4e79", "#1f2328"
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
