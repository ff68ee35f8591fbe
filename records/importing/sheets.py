"""Sheets of cells, from whatever file: a Jira export, a business case, or a table of one kind of record."""
from collections.abc import Sequence

from records.importing import business_case, jira_csv, listing
from records.importing.base import Read
from records.importing.choosing import choose
from records.importing.tables import Sheet
from records.importing.vocabulary import Vocabulary
from records.importing.wanted import Wanted


def read(sheets: Sequence[Sheet], name: str, vocabulary: Vocabulary, wanted: Wanted) -> Read:
    """Read what the sheets hold. Raises BadInput when no table is found in them."""
    if jira_csv.is_jira(sheets) and wanted.kind in ("", "task", "issue"):
        return jira_csv.read(sheets[0], vocabulary, wanted)
    if business_case.is_one(sheets, vocabulary, wanted):
        return business_case.read(sheets, name, vocabulary, wanted)
    return listing.read(choose(sheets, vocabulary, wanted, name), wanted)
