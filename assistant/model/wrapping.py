"""A text as data: between two marks that it cannot hold itself."""
import re

TAG = re.compile(r"<(?=\s*/?\s*data\b)", re.I)


def wrapped(text: str, of: str) -> str:
    """Text from `of` between its marks."""
    return f'<data from="{of}">\n{TAG.sub("‹", text)}\n</data>'
