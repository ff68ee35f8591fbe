"""Which characters can be shown: by our own font, by those that the typesetter brings, by those of the machine; and which by none."""
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
import json
from pathlib import Path
import struct
import unicodedata

import font_source_sans_pro

from reports.formats.setting import run

FOLDER = str(Path(font_source_sans_pro.__file__).parent / "files")
FACES = tuple(str(Path(FOLDER) / f"SourceSansPro-{weight}.ttf") for weight in ("Regular", "Semibold", "Bold"))
# Signs that the monospaced font has that the typesetter brings along: arrows, of mathematics, boxes and shapes.
BROUGHT = ((0x3F0, 0x3FF), (0x4D2, 0x4F9), (0x2000, 0x2023), (0x205F, 0x20B3), (0x2194, 0x2213), (0x2217, 0x2220), (0x2234, 0x223D), (0x2241, 0x2269),
           (0x2500, 0x262F), (0x2638, 0x268B), (0x2690, 0x269C), (0x270C, 0x2727))
UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn")        # what has no shape of its own
MOST_NAMED = 8


@cache
def machine_files() -> tuple[tuple[str, int], ...]:
    """The font files of the machine, each with the number of the font in it; asked once."""
    return tuple((path, index) for path, index in json.loads(run({})))


def foreign(text: str) -> str:
    """The characters of a text that our own font lacks, each once."""
    own = covered(FACES[0])
    return "".join(sorted({c for c in text if ord(c) not in own and unicodedata.category(c) not in UNSEEN}))


def missing(text: str, files: Sequence[tuple[str, int]] | None = None) -> str:
    """The characters that no font at hand has: neither ours nor one that is brought along nor one of these files, by default the machine's."""
    left = {c for c in foreign(text) if not any(low <= ord(c) <= high for low, high in BROUGHT)}
    for path, index in machine_files() if left and files is None else files or ():
        if not left:
            break
        left = {c for c in left if ord(c) not in covered(path, index)}
    return "".join(sorted(left))


def is_leftward(text: str) -> bool:
    """Whether a text begins in a script that runs from right to left."""
    first = next((kind for c in text if (kind := unicodedata.bidirectional(c)) in ("L", "R", "AL")), "L")
    return first != "L"


def told(characters: str) -> str:
    """A sentence on characters that cannot be shown, by their script and number, as they cannot be shown."""
    scripts = ", ".join(dict.fromkeys(_script(c) for c in characters))
    numbers = ", ".join(f"U+{ord(c):04X}" for c in characters[:MOST_NAMED])
    more = f" and {len(characters) - MOST_NAMED} more" if len(characters) > MOST_NAMED else ""
    shown, has = ("character", "is shown as an empty box: no font of this machine has it") if len(characters) == 1 else (
        "characters", "are shown as empty boxes: no font of this machine has them")
    return f"{len(characters)} {shown} ({scripts}: {numbers}{more}) {has}. Install one, such as Noto, or ask for HTML."


def _script(character: str) -> str:
    """The script of a character as its name begins: Arabic, CJK, Hangul; of a sign, a sign."""
    name = unicodedata.name(character, "")
    first = name.partition(" ")[0]
    if unicodedata.category(character).startswith("S"):
        return "signs and emoji"
    return first if first == "CJK" else first.capitalize() or "private"


@cache
def covered(path: str, index: int = 0) -> frozenset[int]:
    """The characters that a font file has, as its table says (cmap, formats 4 and 12); none where it cannot be read."""
    try:
        data = Path(path).read_bytes()
        return frozenset(_characters(data, _table(data, index)))
    except (OSError, struct.error, ValueError):
        return frozenset()


def _table(data: bytes, index: int) -> int:
    """Where the table of characters begins; a file may be a collection of fonts."""
    start = struct.unpack_from(f">{index + 1}I", data, 12)[-1] if data[:4] == b"ttcf" else 0
    count, = struct.unpack_from(">H", data, start + 4)
    for n in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * n)
        if tag == b"cmap":
            return int(offset)
    raise ValueError("the font has no table of characters")


def _characters(data: bytes, table: int) -> Iterator[int]:
    count, = struct.unpack_from(">H", data, table + 2)
    for n in range(count):
        platform, _, offset = struct.unpack_from(">HHI", data, table + 4 + 8 * n)
        if platform not in (0, 3):
            continue
        at = table + offset
        form, = struct.unpack_from(">H", data, at)
        if form == 12:  # noqa: PLR2004 - the form of the table
            groups, = struct.unpack_from(">I", data, at + 12)
            for g in range(groups):
                first, last, _ = struct.unpack_from(">III", data, at + 16 + 12 * g)
                yield from range(first, min(last, 0x10FFFF) + 1)
        elif form == 4:  # noqa: PLR2004 - the form of the table
            yield from _segments(data, at)


def _segments(data: bytes, at: int) -> Iterable[int]:
    """The characters of a table of form 4; one whose glyph is number 0 is not there."""
    twice, = struct.unpack_from(">H", data, at + 6)
    many = twice // 2
    ends, starts, deltas, offsets = (struct.unpack_from(f">{many}H", data, at + 14 + twice * n + (2 if n else 0)) for n in range(4))
    for n in range(many):
        for character in range(starts[n], min(ends[n], 0xFFFE) + 1):
            if offsets[n] == 0:
                glyph = (character + deltas[n]) & 0xFFFF
            else:
                place = at + 16 + twice * 3 + 2 * n + offsets[n] + 2 * (character - starts[n])
                glyph, = struct.unpack_from(">H", data, place)
            if glyph:
                yield character
