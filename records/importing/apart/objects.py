"""JSON: our own export, Jira's search results, or a list of objects that is a table."""
import json
from typing import Any

from records.errors import BadInput
from records.importing import csv_file, jira_json, own_json, sheets
from records.importing.base import Read
from records.importing.carrying import Told, packed, understood
from records.importing.tables import Sheet
from records.importing.vocabulary import Vocabulary
from records.importing.wanted import Wanted


def work(content: bytes, name: str, more: Told) -> bytes:
    """Read JSON of a shape that is known. Raises BadInput."""
    wanted, vocabulary = understood(more)
    try:
        said = json.loads(csv_file.decoded(content)[0])
    except (json.JSONDecodeError, RecursionError) as broken:
        where = f" (line {broken.lineno})" if isinstance(broken, json.JSONDecodeError) else ""
        raise BadInput(f"{name} begins like JSON but is not whole{where}. Export it again.") from None
    return packed(_read(said, name, vocabulary, wanted))


def _read(said: Any, name: str, vocabulary: Vocabulary, wanted: Wanted) -> Read:
    if isinstance(said, dict) and said.get("format") == own_json.FORMAT:
        return own_json.read(said, vocabulary)
    if jira_json.is_jira(said):
        return jira_json.read(said, vocabulary, wanted)
    if isinstance(said, list) and said and all(isinstance(item, dict) for item in said):
        return sheets.read((_as_sheet(said),), name, vocabulary, wanted)
    raise BadInput(f"{name} is JSON of a shape I do not know. I read my own export, Jira's search results, and a list of objects, one for each record.")


def _as_sheet(items: list[dict[str, Any]]) -> Sheet:
    """A list of objects as a table: what is not plain text, a number or yes and no is left as it is written."""
    headers = list(dict.fromkeys(key for item in items for key in item))
    return Sheet("", [headers, *([_cell(item.get(header)) for header in headers] for item in items)])


def _cell(value: Any) -> str | int | float | bool | None:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    return value if isinstance(value, (str, int, float, bool)) or value is None else json.dumps(value, ensure_ascii=False)
