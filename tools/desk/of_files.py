"""The keys that a message uses and a file brought along: “when is W-001 due?” asks about the record that was imported as W-001."""
from collections.abc import Mapping, Sequence
import re

from records.reading import Reader
from tools.desk.own import CODED, SHORT, fitting

MARK = re.compile(r"(?=[^\d\s]*\d)(?=\S*[A-Za-z])\w[\w./#-]*\w")                        # letters and figures in one piece
IN_TEXT = re.compile(rf"(?<![\w.@/-]){MARK.pattern}(?![\w@/-])")
MOST, LONGEST = 5, 60                           # such pieces that are looked for


def of_files(reader: Reader, text: str) -> Mapping[str, Sequence[str]]:
    """Each piece of a text that is the key of a record in the file it came from, with our key; several where it is not told which, ours among them."""
    said = list(dict.fromkeys(m[0].rstrip(".") for m in IN_TEXT.finditer(text) if len(m[0]) <= LONGEST))[:MOST]
    found = reader.bearing(said)
    return {each: tuple(dict.fromkeys((*_ours(reader, each), *keys))) for each, keys in found.items()}


def _ours(reader: Reader, said: str) -> Sequence[str]:
    """The keys of ours that are shortened so."""
    m = SHORT.fullmatch(said)
    return [row.key for row in fitting(reader, CODED[m["code"].upper()], m["n"])] if m else []
