"""Which records hold some words, in their titles or else in their own texts: what people call “Vienna” or “the scanners” when they mean one of them."""
from collections.abc import Sequence
from dataclasses import dataclass
import re

from language.cleaning import folded
from language.titles import ENDINGS, STEM, stems
from records.errors import BadInput
from records.kinds.base import Record
from records.query import Query, Where
from records.reading import Found, Reader
from tools.desk.own import OVER, names_asker, projects

MOST, LONG = 60, 5                              # that are looked at; letters of a beginning that is of no other word: a plan is no plant
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Holder:
    """One of them: of which kind it is, whether all words stand in its title, and whether it is of a project of the asker's, theirs, and not over yet."""
    kind: type[Record]
    key: str
    title: str
    is_titled: bool
    is_own: bool
    is_theirs: bool
    is_open: bool

    @property
    def home(self) -> str:
        """The key of its project."""
        return self.key.rsplit("-", 2)[0]


def none_hold(_: str) -> Sequence[Holder]:
    """Where nobody looks for them."""
    return ()


def holding(reader: Reader, said: str) -> Sequence[Holder]:
    """The records of projects that hold all of these words, in whatever form of theirs, the best first."""
    begins = [_begin(w) for w in WORD.findall(folded(said)) if stems(w)]
    try:
        found = [f for f in reader.search(" ".join(begins), limit=MOST) if not f.partly and f.kind.kind.within == "project_id"]
    except BadInput:
        return ()
    mine, rows = projects(reader), dict[str, Record]()
    for kind in dict.fromkeys(f.kind for f in found):
        rows |= {row.key: row for row in reader.find(Query(kind, (Where("key", "in", [f.key for f in found if f.kind is kind]),), limit=None))}
    held = [_held(reader, f, rows[f.key], mine, begins) for f in found if f.key in rows]
    return [h for h in held if h.is_titled or all(len(b) >= LONG for b in begins)]


def _begin(word: str) -> str:
    """The beginning that a word has in all of its forms, where it is long enough to be of no other."""
    bare = ENDINGS.sub("", word)
    return bare if len(bare) >= STEM else word


def _held(reader: Reader, found: Found, row: Record, mine: frozenset[int], begins: Sequence[str]) -> Holder:
    spoken = WORD.findall(folded(found.title))
    is_titled = all(any(w == b or _begin(w) == b or (len(b) >= LONG and w.startswith(b)) for w in spoken) for b in begins)
    return Holder(found.kind, found.key, found.title, is_titled, getattr(row, "project_id", None) in mine, names_asker(reader, found.kind, row),
                  getattr(row, "status", "") not in OVER)
