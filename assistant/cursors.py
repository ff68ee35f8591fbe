"""Where a list goes on: a text that nobody need read, bound to the very list and person it was given for."""
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
import json

from records.errors import BadInput

NOT_OURS = "That cursor belongs to another list or person, or was changed on its way; begin again without one."
LONGEST = 6000
TYPED: Mapping[str, Callable[[str], object]] = {"day": date.fromisoformat, "amount": Decimal}


def packed(of: Sequence[object], at: Sequence[object]) -> str:
    """The cursor of a list, told apart by what it is `of`, behind the row that these values tell."""
    body = json.dumps([_mark(of), *map(_kept, at)], separators=(",", ":"), ensure_ascii=False)
    return urlsafe_b64encode(body.encode()).decode().rstrip("=")


def unpacked(of: Sequence[object], said: str, many: int) -> list[object]:
    """The so many values behind which the list goes on. Raises `BadInput` for the cursor of another one.

    It holds a place and no right: whoever makes one up begins their own list somewhere else."""
    try:
        mark, *at = json.loads(urlsafe_b64decode(said.encode("ascii") + b"=" * (-len(said) % 4)))
        if mark == _mark(of) and len(at) == many and len(said) <= LONGEST:
            return [_read(value) for value in at]
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
        pass
    raise BadInput(NOT_OURS)


def _mark(of: Sequence[object]) -> str:
    return sha256(json.dumps(list(of), default=str).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _kept(value: object) -> object:
    """A value as JSON keeps it; of days and amounts also what they are."""
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return {"amount": str(value)} if isinstance(value, Decimal) else value


def _read(kept: object) -> object:
    if not isinstance(kept, dict):
        return kept
    ((what, said),) = kept.items()
    return TYPED[what](said)
