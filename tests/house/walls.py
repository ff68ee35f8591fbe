"""The walls as functions over source text, so that each can be shown a house that keeps it and one that does not."""
import ast
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
import subprocess

TOP = Path(__file__).parents[2]
ROOMS = ("bots", "assistant", "tools", "reports", "knowledge", "records", "language", "prompts")
IN_TOOLS_AND_REPORTS: Mapping[str, AbstractSet[str]] = {
    "records": {"kinds", "figures", "rules", "query", "reading", "computing", "verdicts", "working_time", "breakdown", "proposals", "asker", "errors"},
    "knowledge": {"searching"},
}
IN_FACES: Mapping[str, AbstractSet[str]] = {
    "reports": {"blocks", "formats"}, "records": {"errors", "asker", "query"}, "tools": frozenset(), "knowledge": frozenset(), "prompts": frozenset(),
}


def files(*rooms: str) -> Iterator[Path]:
    """The Python files of some rooms, or of all."""
    for room in rooms or ROOMS:
        yield from sorted((TOP / room).rglob("*.py"))


def name(file: Path) -> str:
    """The path of a file, from the top of the house."""
    return file.relative_to(TOP).as_posix()


def says(source: str, *words: str) -> bool:
    """Whether any of these words is in a file: where none is, its syntax need not be looked through, which takes seconds for all files."""
    return any(word in source for word in words)


def imports(source: str) -> Iterator[str]:
    """What a file imports; `from records import log` is `records.log`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module if "." in node.module else f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def foreign(source: str, allowed: Mapping[str, AbstractSet[str]]) -> list[str]:
    """Imports from a limited room that its allow-list does not name."""
    parts = ((i, *f"{i}.".split(".")[:2]) for i in imports(source))
    return [i for i, room, door in parts if room in allowed and door not in allowed[room]]


def pens(source: str) -> list[str]:
    """Ways to `records.changing.apply`: by its module, or by its name."""
    if not says(source, "changing"):
        return []
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "records.changing":
            found += [f"line {node.lineno}" for alias in node.names if alias.name == "apply"]
        elif isinstance(node, ast.Attribute) and node.attr == "apply" and ast.unparse(node.value).endswith("changing"):
            found.append(f"line {node.lineno}")
    return found


def readers_of_the_environment(source: str) -> list[str]:
    """Every use of the environment: os.environ, os.getenv, pydantic-settings."""
    if not says(source, "environ", "getenv", "pydantic_settings"):
        return []
    used = [i for i in imports(source) if i in ("os.environ", "os.getenv", "os.environb") or i.split(".")[0] == "pydantic_settings"]
    reached = [n.attr for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Attribute) and n.attr in ("environ", "getenv", "environb")]
    return used + reached


def hidden_imports(source: str) -> list[str]:
    """Imports that do not stand at the top of their file."""
    tree = ast.parse(source)
    at_top = {id(node) for node in tree.body}
    return [f"line {n.lineno}" for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom) and id(n) not in at_top]


def relationships(source: str) -> list[str]:
    """Models that hold each other by attribute instead of by key."""
    if not says(source, "Relationship"):
        return []
    names = (n.id if isinstance(n, ast.Name) else n.attr for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Name | ast.Attribute))
    return [n for n in (*imports(source), *names) if n.rpartition(".")[2] == "Relationship"]


def forgotten(leaves: AbstractSet[str], declared: AbstractSet[str]) -> list[str]:
    """What stands in a leaf folder and not in its tuple, or the other way about, as the line to write or to take out."""
    return [f"forgotten in __init__.py: {leaf}" for leaf in sorted(leaves - declared)] + \
           [f"in the tuple without a file of its name: {leaf}" for leaf in sorted(declared - leaves)]


def opening(source: str) -> str:
    """The first words of a file, which say what lives there."""
    return ast.get_docstring(ast.parse(source)) or ""


def tracked() -> list[Path]:
    """Every file that git keeps."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=True).stdout  # noqa: S607
    return [TOP / path for path in listed.split("\0") if path and (TOP / path).is_file()]
