"""How a figure is compared with a printed reference."""
from decimal import Decimal


def as_printed(number: Decimal, like: str) -> str:
    """The number with as many decimals as the reference prints."""
    return f"{number:.{len(like.partition('.')[2])}f}"
