"""What a sign-in provider says of somebody's groups, made true in the records: their role, and who is let in for the first time."""
from collections.abc import Callable, Sequence
from datetime import datetime
from secrets import token_hex

from assistant.confirming import submitted
from records import credentials, sample
from records.asker import Role
from records.database import Database, Writing
from records.errors import Refused
from records.kinds import Person
from records.proposals import Change, Create, Proposal, Wish
from records.query import Query, Where
from records.reading import Reader

EVERYBODY = "*"
GONE = "You left this office, so your sign-in opens nothing here. If that is wrong, ask your PMO to add you again."


class Appointing:
    """`roles` are those of the provider's groups, the strongest first; the group * is everybody's."""

    def __init__(self, database: Database, clock: Callable[[], datetime], roles: Sequence[tuple[str, Role]]) -> None:
        self._database, self._clock, self._roles = database, clock, roles

    def appoint(self, email: str, name: str, groups: Sequence[str]) -> None:
        """Give somebody the role of their groups, in the office's name; a stranger comes in who has one. Raises `Refused` for who left."""
        role = next((role for group, role in self._roles if group in groups or group == EVERYBODY), None)
        with self._database.writing() as tx:
            found = Reader(tx, sample.OFFICE).find(Query(Person, (Where("email", "is", email),), limit=1))
            if not found and credentials.was_here(tx, email):
                raise Refused(GONE)
            if role is None or tx.is_read_only or (found and (found[0].role == str(role) or self._is_last_admin(tx, found[0]))):
                return
            wish: Wish = Change("person", (found[0].key,), {"role": str(role)}) if found else Create(
                "person", {"name": name[:200], "email": email, "role": str(role)})
            submitted(tx, sample.OFFICE, f"sign-in-{token_hex(8)}", Proposal((wish,)), self._clock())

    def _is_last_admin(self, tx: Writing, person: Person) -> bool:
        """Whether nobody would be left who lets others in."""
        return person.role == str(Role.admin) and sum(role == Role.admin for _, _, role in credentials.people(tx)) == 1
