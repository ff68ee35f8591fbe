"""The typesetter as a program: reads from its standard input what to set and how, writes the file. Asked for nothing, it names the fonts of the machine.

One process for each report: typst takes 40 MB to load and as much again to set a page, and keeps what it worked out. All of that goes when it is done.
"""
import json
from pathlib import Path
import sys
from typing import Any

import font_source_sans_pro
import typst

TEMPLATE = Path(__file__).with_name("report.typ")
FOLDER = Path(font_source_sans_pro.__file__).parent / "files"


def main() -> None:
    asked = json.load(sys.stdin)
    fonts = typst.Fonts(font_paths=[str(FOLDER)])           # ours first; the machine's where ours lack a script
    sys.stdout.buffer.write(_set(fonts, asked["report"], asked["how"]) if asked else _named(fonts))


def _set(fonts: typst.Fonts, report: str, how: dict[str, Any]) -> bytes:
    made: Any = typst.Compiler(TEMPLATE.read_bytes(), font_paths=fonts).compile(sys_inputs={"report": report}, **how)
    return bytes(made[0] if isinstance(made, list) else made)


def _named(fonts: typst.Fonts) -> bytes:
    """The font files of the machine, each with the number of the font in it."""
    return json.dumps(list(dict.fromkeys((str(f.path), f.index) for f in fonts.fonts() if f.path))).encode()


if __name__ == "__main__":
    main()
