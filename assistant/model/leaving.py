"""What may leave the house: a question, a record or a passage goes to a language model only where the office lets it.

Restricted projects and spaces stay by default; sharing rules say otherwise, for a project, a space or a kind of record.
"""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
import re

from assistant.calling import Past, Turn
from records import log, sample
from records.database import Database, Reading
from records.kinds import KINDS, Document, Project, Sharing, Space, kind_said
from records.query import Query
from records.reading import Reader
from reports.blocks import Block, Passage, Sources

CODES = "|".join(sorted({k.kind.code for k in KINDS if k.kind.code}, key=len, reverse=True))
KEY = re.compile(rf"(?<![\w-])(?:(?P<home>[A-Z0-9][A-Z0-9-]*)-)?(?P<code>{CODES})-\d+(?:@[^/\s]+)?(?:/[\w.-]*\w)?")


@dataclass(frozen=True)
class Policy:
    """Why a thing stays: projects and documents by key, kinds by code."""
    projects: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)          # of the projects that stay, with their keys
    documents: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def holds_something(self) -> bool:
        return bool(self.projects or self.documents or self.codes)

    @cached_property
    def _named(self) -> re.Pattern[str]:
        known = sorted({*self.projects, *self.names}, key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known)) or '(?!)'})(?!\w)")

    def why(self, keys: Iterable[str], text: str, seen: frozenset[str]) -> str:
        """Why records with these keys, or a text, stay; "" when they may leave. Of projects only those `seen` count: to others there are none."""
        for key in keys:
            if said := self._key(key, seen):
                return said
        if any((m := found)[0] for found in self._named.finditer(text) if (self.names.get(found[0], found[0])) in seen):
            key = self.names.get(m[0], m[0])
            return f"{key} {self.projects[key]}"
        return next((said for found in KEY.finditer(text) if (said := self._key(found[0], seen))), "")

    def _key(self, key: str, seen: frozenset[str]) -> str:
        if key in self.projects:
            return f"{key} {self.projects[key]}" if key in seen else ""
        found = KEY.fullmatch(key)
        if found is None:
            return ""
        home, code, document = found["home"] or "", found["code"], re.split("[@/]", key)[0]
        if home in self.projects and home in seen:
            return f"{home} {self.projects[home]}"
        return f"{document} {self.documents[document]}" if document in self.documents else self.codes.get(code, "")


class Leaving:
    """The office's policy, read anew after each change of records."""

    def __init__(self, database: Database) -> None:
        self._database, self._at, self.latest = database, -1, Policy()

    def policy(self) -> Policy:
        """What holds now; `latest` is what held when a turn last began."""
        with self._database.reading() as session:
            return self.seen_in(session)

    def seen_in(self, session: Reading) -> Policy:
        """The same, for whoever reads anyway."""
        if (head := log.head(session)) != self._at:
            self.latest, self._at = read(session), head
        return self.latest

    def sifted(self, asked: str, turn: Turn) -> Turn:
        """The turn with what may leave of its past; a question about what stays, or that goes on from it, is the planner's from the start."""
        policy, seen = self.policy(), visible(turn)
        if not policy.holds_something:
            return turn
        spoken = [key for name, key in turn.names.get("project", {}).items() if _says(asked, name)]
        held = [policy.why(*_of(p), seen) for p in turn.past]
        if said := policy.why(spoken, asked, seen) or ("" if spoken or not held else held[-1]):
            turn.use.why = turn.use.why or stays(said)
        left = tuple(p for p, why in zip(turn.past, held, strict=True) if not why)
        return turn if len(left) == len(turn.past) else replace(turn, past=left, whole_past=turn.past)


def read(session: Reading) -> Policy:
    """What stays, by the records as they are."""
    reader = Reader(session, sample.OFFICE)
    rules = reader.find(Query(Sharing, limit=None))
    projects = {p.key: p for p in reader.find(Query(Project, fields=("id", "key", "name", "access"), limit=None))}
    held = {p.key: said for p in projects.values() if (said := _said(p.access, [r for r in rules if r.project_id == p.id]))}
    spaces = {s.id: _said(s.access, [r for r in rules if r.space_id == s.id]) for s in reader.find(Query(Space, limit=None))}
    documents = {d.key: said for d in reader.find(Query(Document, fields=("id", "key", "space_id"), limit=None)) if (said := spaces.get(d.space_id, ""))}
    codes = {kind.kind.code: f"{kind.kind.many.capitalize()} stay in the house by {r.key}" for r in rules
             if r.leaves == "stays" and (kind := kind_said(r.record)) is not None}
    return Policy(held, {projects[key].name: key for key in held}, documents, codes)


def keys_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The records and passages that blocks rest on."""
    yield from (key for block in blocks for key in _keys(block))


def keys_in(text: str) -> Iterator[str]:
    """The keys that a text names."""
    yield from (found[0] for found in KEY.finditer(text))


def visible(turn: Turn) -> frozenset[str]:
    return frozenset(turn.names.get("project", {}).values())


def stays(why: str) -> str:
    return f"{why}, so I answered without the language model."


def _says(asked: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", asked, re.I) is not None


def _said(access: str, rules: Sequence[Sharing]) -> str:
    """Why something with this access and these rules stays; the stricter rule holds."""
    if by := next((r for r in rules if r.leaves == "stays"), None):
        return f"stays in the house by {by.key}"
    return "is restricted and stays in the house" if access == "restricted" and not rules else ""


def _keys(block: Block) -> Iterator[str]:
    if isinstance(block, Passage):
        yield block.source.key
    elif isinstance(block, Sources):
        yield from (s.key for s in block.items)
    else:
        yield from getattr(block, "keys", ())


def _of(past: Past) -> tuple[tuple[str, ...], str]:
    return past.keys, "\n".join((past.question, past.answer, *(str(dict(c.said)) for c in past.calls)))
