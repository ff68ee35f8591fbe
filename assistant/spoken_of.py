"""The words of a message that speak of a record by its title or by its place in a list; read when the planner asks for them, which beside a language
model it seldom does."""
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from records.asker import Asker
from records.database import Database
from records.reading import Reader
from tools.desk import Desk
from tools.desk.holding import Holder, holding
from tools.desk.of_files import of_files
from tools.desk.placing import placed

Said = TypeVar("Said")


class LookedUp(Mapping[str, Said]):
    """What words of a message mean, read from the records once it is asked for."""

    def __init__(self, database: Database, asker: Asker, text: str) -> None:
        self._database, self._asker, self._text = database, asker, text

    @abstractmethod
    def _read(self, reader: Reader) -> Mapping[str, Said]:
        """Read them."""

    @cached_property
    def _found(self) -> Mapping[str, Said]:
        with self._database.reading() as session:
            return self._read(Reader(session, self._asker))

    def __getitem__(self, said: str) -> Said:
        return self._found[said]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


class Titles(LookedUp[str]):
    """Each with the key, or the keys of all that are as near."""

    def __init__(self, database: Database, asker: Asker, text: str, now: datetime, before: str = "") -> None:
        """`before`: what the message before called a record that it could do nothing with, so that “it” may be that."""
        super().__init__(database, asker, text)
        self._now, self._before = now, before

    def _read(self, reader: Reader) -> Mapping[str, str]:
        before = {said: keys for said, keys in reader.spoken_of(self._before).items() if said == self._before} if self._before else {}
        return {**before, **reader.spoken_of(self._text), **placed(Desk(self._asker, reader, self._now), self._text)}


class FileKeys(LookedUp[Sequence[str]]):
    """The keys of a message that a file brought along, each with our key, or the keys of all that it may be."""

    def _read(self, reader: Reader) -> Mapping[str, Sequence[str]]:
        return of_files(reader, self._text)


class Holding:
    """The records that hold some words, looked up only for a message that leads to nothing without, and of one message once for the same words."""

    def __init__(self, database: Database, asker: Asker) -> None:
        self._database, self._asker = database, asker
        self._found: dict[str, Sequence[Holder]] = {}

    def __call__(self, said: str) -> Sequence[Holder]:
        if said not in self._found:
            with self._database.reading() as session:
                self._found[said] = holding(Reader(session, self._asker), said)
        return self._found[said]
