"""A day that is told by a record: “before APOLLO-MS-2” is before the day on which that is expected."""
import re

from records.errors import BadInput
from records.kinds.base import fields
from records.reading import Reader
from tools.desk import naming

KEY = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]*-(?:[A-Z0-9]+-)*[A-Z]{1,3}-\d+(?![\w-])|(?<![\w-])(?:MS|G|T)-\d+(?:@[A-Z][A-Z0-9]*)?(?![\w-])")
ON = ("actual", "forecast", "due", "planned", "finish")


def with_days(reader: Reader, said: str) -> str:
    """The condition with the day of a record in the place of its key. Raises `BadInput` where the record has none."""
    return KEY.sub(lambda m: _day(reader, m[0]), said)


def _day(reader: Reader, key: str) -> str:
    kind, row = naming.named_any(reader, key)
    known = {f.name for f in fields(kind)} & set(reader.columns(kind))
    found = next((value for name in ON if name in known and (value := getattr(row, name))), None)
    if found is None:
        raise BadInput(f"{row.key} has no day, so I cannot tell what is before or after it.")
    return f"{found:%Y-%m-%d}"
