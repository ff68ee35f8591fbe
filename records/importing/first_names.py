"""A first name alone means the one person who has it, among those in the file and those there are; else nobody, and it is said why."""
from collections.abc import Sequence
from dataclasses import dataclass

from records.importing.base import Row
from records.importing.finding import Finder
from records.importing.persons import Persons, name_of


@dataclass(frozen=True)
class Meant:
    """Whom a first name means: a row of the file, or the id of a person; else `why` several stand in the way. All empty where it is no first name."""
    row: Row | None = None
    id: int | None = None
    why: str = ""
    note: str = ""
    is_one_word: bool = False


class FirstNames:
    """Each first name is looked up once."""

    def __init__(self, people: Persons, finder: Finder) -> None:
        self._people, self._finder = people, finder
        self._met: dict[str, Meant] = {}

    def of(self, said: str) -> Meant:
        if said not in self._met:
            is_one = len(said.split()) == 1 and "@" not in said
            self._met[said] = self._meant(said) if is_one and self._finder.named_person(said) is None else Meant(is_one_word=is_one)
        return self._met[said]

    def notes(self) -> Sequence[str]:
        return [meant.note for meant in self._met.values() if meant.note]

    def _meant(self, said: str) -> Meant:
        rows, known = self._people.first_named(said), self._finder.first_named(said)
        names = {name_of(str(row.values["name"])) for row in rows} | {name_of(person["name"]) for person in known}
        if len(names) > 1 or len(rows) > 1 or len(known) > 1:
            return Meant(why=f"several people are called “{said}”; give the whole name or the e-mail address", is_one_word=True)
        if not names:
            return Meant(is_one_word=True)
        name = str(rows[0].values["name"] if rows else known[0]["name"])
        note = f"“{said}” is taken to mean {name}, the only one of that first name."
        return Meant(rows[0], None, "", note, is_one_word=True) if rows else Meant(None, int(known[0]["id"]), "", note, is_one_word=True)
