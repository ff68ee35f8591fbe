"""A business case as a spreadsheet."""
from collections.abc import Sequence

from records.importing.base import Read
from records.importing.tables import Sheet
from records.importing.vocabulary import Vocabulary
from records.importing.wanted import Wanted


def is_one(sheets: Sequence[Sheet], vocabulary: Vocabulary, wanted: Wanted) -> bool:
    return False


def read(sheets: Sequence[Sheet], name: str, vocabulary: Vocabulary, wanted: Wanted) -> Read:
    raise NotImplementedError
