"""How right the planner is, by what each line wants: `tools` (any of these may answer; none: it must ask back or decline; `or_asks`: or it may) and
`slots`.

A slot's path reaches into conditions and values ("where.owner"); its value is the key, ISO date or word that must stand there, "~word" one that must be
part of it, "*" anything. A proposal where none is wanted, or another one than was wanted, is a wrong proposal.
"""
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Made = Mapping[str, Any]


def is_tool_right(row: Row, made: Made) -> bool:
    wanted, is_called = row["tools"], not made["asks"] or (bool(made["slots"]) and bool(row["tools"]))
    if not is_called:
        return not wanted or bool(row.get("or_asks"))
    return bool(made["tools"]) and made["tools"][0] in wanted


def is_among_three(row: Row, made: Made) -> bool:
    return is_tool_right(row, made) or bool(set(row["tools"]) & set(made["tools"]))


def wrong_slots(row: Row, made: Made) -> list[str]:
    return [f"{path} is {_at(made['slots'], path)!r}" for path, wanted in row.get("slots", {}).items() if not _fits(_at(made["slots"], path), wanted)]


def is_wrong_proposal(row: Row, made: Made) -> bool:
    """A change offered where none was wanted, by another tool, or with a value that was not said."""
    return made["proposal"] is not None and (not is_tool_right(row, made) or bool(wrong_slots(row, made)))


def report(rows: Sequence[Row], made: Sequence[Made], *, show: bool = False) -> str:
    """The four shares, and on demand each line that went wrong."""
    found = {m["id"]: m for m in made}
    pairs = [(row, found[row["id"]]) for row in rows if "tools" in row]
    right = [(r, m) for r, m in pairs if is_tool_right(r, m)]
    whole = [(r, m) for r, m in right if not wrong_slots(r, m)]
    among = [(r, m) for r, m in pairs if is_among_three(r, m)]
    wrong = [(r, m) for r, m in pairs if is_wrong_proposal(r, m)]
    lines = [_line("tool right", len(right), len(pairs)), _line("tool and slots right", len(whole), len(pairs)),
             _line("right among three", len(among), len(pairs)), _line("wrong proposals", len(wrong), len(pairs))]
    if show:
        lines += [_told(r, m) for r, m in pairs if (r, m) not in whole or (r, m) in wrong]
    return "\n".join(lines)


def _told(row: Row, made: Made) -> str:
    why = f"tools {made['tools']}, wanted {row['tools']}" if not is_tool_right(row, made) else "; ".join(wrong_slots(row, made))
    return f"{'WRONG PROPOSAL ' if is_wrong_proposal(row, made) else ''}{row['id']} {row['text']!r}: {why} asks {made['asks']} {made['slots']}"


def _line(what: str, n: int, of: int) -> str:
    return f"{what:22} {n:4}/{of:4} = {n / of:.1%}" if of else f"{what:22} none"


def _at(slots: Mapping[str, Any], path: str) -> Any:
    found: Any = slots
    for part in path.split("."):
        found = next((v for name, v in found.items() if name.lower() == part.lower()), None) if isinstance(found, Mapping) else None
    return found


def _fits(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return any(_fits(found, each) for each in wanted)
    said = "" if found is None else str(found).lower().strip(" .")
    if wanted == "*":
        return bool(said)
    return str(wanted)[1:].lower() in said if str(wanted).startswith("~") else said == str(wanted).lower()
