"""How a cell names a person: by e-mail or name, "Doe, Jane", several with one separator or another."""
from collections.abc import Sequence
import re

ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+\w")
NOBODY = frozenset(("unassigned", "nobody", "no one", "not assigned", "n/a", "none", "(unassigned)"))
UNITS = re.compile(r"\s*\[[^\]]*\]")            # MS Project: "Ana Ruiz[50%]"
TITLE = r"(?:Dr|Prof|Dipl|Ing|Mag|Doz|Lic|M\.?Sc|B\.?Sc|Ph\.?D|rer|nat|med|phil|jur|oec|h\.c|e\.h)\.[\s-]*"
TITLES = re.compile(rf"(?<!\w)(?:{TITLE}|(?:Sr|Jr|St|Hr|Fr|Mr|Mrs|Ms|Mme|Sra)\.(?=[\s,-]|$)|(?:\w\.)+(?=[\s,-]|$))", re.I)
BEFORE = re.compile(rf"(?:{TITLE})+", re.I)
MOST_WORDS = 6


def is_turned(cells: Sequence[object]) -> bool:
    """Whether a comma in this column stands between last and first name, not between people: each cell with one has just two short parts."""
    with_comma = {c for c in cells if isinstance(c, str) and "," in c and "@" not in c and "[" not in c}
    parts = [[p.strip() for p in c.split(",")] for c in with_comma]
    alone = {c.strip() for c in cells if isinstance(c, str) and "," not in c}
    return bool(parts) and all(len(p) == 2 and 0 < len(p[0].split()) <= 3 and 0 < len(p[1].split()) <= 3 for p in parts) \
        and not any(part in alone for p in parts for part in p)  # noqa: PLR2004 - last name, first name


def people(cell: str, *, turned: bool) -> tuple[str, ...]:
    """Everybody a cell names, each by e-mail where there is one; nobody for words that say so."""
    if cell.strip().casefold() in NOBODY:
        return ()
    said = UNITS.sub("", cell)
    if found := ADDRESS.findall(said):
        return tuple(address.lower() for address in found)
    pieces = re.split(r"[;\n/|]" if turned else r"[;,\n/|]|\s+(?:and|und|&)\s+", said)
    return tuple(name for piece in pieces if (name := _name(piece, turned=turned)))


def is_name(said: str) -> bool:
    """Whether a text may be somebody's name: a few words with letters, no number or sentence. A title or initial has its full stop."""
    bare = TITLES.sub("", said)
    return any(c.isalpha() for c in bare) and len(bare.split()) <= MOST_WORDS and len(said) <= 100 and not re.search(r"\d{3}|[.!?:]\s|^#", bare)  # noqa: PLR2004


def untitled(said: str) -> str:
    """A name without the academic titles before it."""
    return said[m.end():] if (m := BEFORE.match(said)) else said


def _name(piece: str, *, turned: bool) -> str:
    last, comma, first = piece.partition(",")
    name = f"{first} {last}" if comma and turned else piece
    return " ".join(name.split()).lstrip("@").strip(" ,")
