"""What a PostgreSQL dump may hold: the tables, functions and triggers of our own migrations, told as pg_dump tells them, and nothing beside."""
from collections.abc import Iterable
import re

from records.errors import BadInput

HEAD = re.compile(r"-- (?:Data for )?Name: (.*); Type: (.*); Schema: .*; Owner: .*")
NEITHER_HERE_NOR_THERE = re.compile(r"CREATE SCHEMA public;|COMMENT ON SCHEMA public IS '[\w ]*';")     # PostgreSQL's own, told or not
TAKE_OURS = "Take a backup made with: pmo backup FILE"
Part = tuple[str, str, str]                         # its type, its name, and what it says


def parts(lines: Iterable[bytes], schema: str = "public") -> frozenset[Part]:
    """The parts of a dump without its data; those of another schema are told as if it were ours."""
    found: list[tuple[str, str, list[str]]] = [("preamble", "", [])]
    for line in (raw.decode(errors="replace").rstrip("\n") for raw in lines):
        if head := HEAD.fullmatch(line):
            found.append((head[2].lower(), head[1], []))
        elif not line.startswith("--") and len(found) > 1:
            found[-1][2].append(line)
    told = ((type_, name, _plain(said, schema)) for type_, name, said in found[1:])
    return frozenset((type_, name.replace(f"{schema}.", "public."), said) for type_, name, said in told if not NEITHER_HERE_NOR_THERE.fullmatch(said))


def refuse_strange(found: frozenset[Part], ours: frozenset[Part], name: str) -> None:
    """Raise `BadInput` for a dump that holds more, less or something else than our migrations made. Nothing of it was run."""
    if strange := sorted(found - ours):
        raise BadInput(f"{name} holds a {strange[0][0]} “{strange[0][1]}” that Project Assistant did not make, so it is not restored. "
                       f"It could run by itself and alter records. {TAKE_OURS}")
    if missing := sorted(ours - found):
        raise BadInput(f"{name} lacks the {missing[0][0]} “{missing[0][1]}” that Project Assistant makes, so it is not restored. {TAKE_OURS}")


def _plain(said: Iterable[str], schema: str) -> str:
    """A part's text without the empty lines about it, and without the settings that every dump repeats between its parts."""
    kept = [line for line in said if line.strip() and not re.fullmatch(r"SET default_(?:tablespace|table_access_method) = [\w']*;", line)]
    kept = [line for line in kept if not re.fullmatch(r"\\unrestrict \w+", line)]
    return "\n".join(kept).replace(f"{schema}.", "public.")
