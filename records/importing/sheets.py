"""Sheets of cells, from whatever file: a Jira export, a business case, or a table of one kind of record."""
from collections.abc import Iterable, Sequence

from records.importing import business_case, jira_csv, listing
from records.importing.base import Read
from records.importing.choosing import choose, own_kind
from records.importing.tables import Sheet
from records.importing.vocabulary import Vocabulary
from records.importing.wanted import Wanted


def read(sheets: Sequence[Sheet], name: str, vocabulary: Vocabulary, wanted: Wanted) -> Read:
    """Read what the sheets hold. Raises BadInput when no table is found in them."""
    ours = [sheet for sheet in sheets if own_kind(sheet, vocabulary)]
    if ours and not wanted.kind and not wanted.sheet:
        return _together(listing.read(choose([sheet], vocabulary, wanted, name), wanted) for sheet in ours)
    if jira_csv.is_jira(sheets) and wanted.kind in ("", "task", "issue"):
        return jira_csv.read(sheets[0], vocabulary, wanted)
    if business_case.is_one(sheets, vocabulary, wanted):
        return business_case.read(sheets, name, vocabulary, wanted)
    return listing.read(choose(sheets, vocabulary, wanted, name), wanted)


def _together(reads: Iterable[Read]) -> Read:
    """What several sheets of our own say; a note that all of them share is said once."""
    whole = tuple(reads)
    return Read(tuple(row for read in whole for row in read.rows), tuple(s for read in whole for s in read.skipped),
                tuple(dict.fromkeys(note for read in whole for note in read.notes)))
