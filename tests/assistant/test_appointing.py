"""What a provider's groups make of people: the strongest role, a stranger let in by one, nobody who left, and never the last admin gone."""
import pytest
import sqlalchemy as sa

from assistant.appointing import Appointing
from records import credentials, log
from records.asker import Role
from records.database import Database
from records.errors import Refused
from tests.records.conftest import ADMIN, BEN, CLEO, NOW, Office
from tests.records.conftest import office as office  # noqa: PLC0414
from tests.records.conftest import office_file as office_file  # noqa: PLC0414

ROLES = (("pmo-admins", Role.admin), ("planners", Role.manager))


def appoint(office: Office, email: str, *groups: str, roles: tuple[tuple[str, Role], ...] = ROLES, name: str = "Eve Stone") -> tuple[int, set[Role]]:
    """Do it; returns how many changes that made, and which roles the person has now."""
    with office.database.reading() as session:
        before = log.head(session)
    Appointing(office.database, lambda: NOW, roles).appoint(email, name, groups)
    with office.database.reading() as session:
        made = log.head(session) - before
        known = email in {e for e, _, _ in credentials.people(session)}
        return made, set(credentials.asker(session, email).roles) if known else set()


def test_the_strongest_group_counts_and_only_once(office: Office) -> None:
    assert appoint(office, BEN, "staff", "planners", "pmo-admins") == (1, {Role.admin})
    assert appoint(office, BEN, "planners", "pmo-admins") == (0, {Role.admin})
    assert appoint(office, BEN, "planners") == (1, {Role.manager})


def test_it_is_a_change_like_any_other_in_the_offices_name(office: Office) -> None:
    appoint(office, BEN, "planners")
    with office.database.reading() as session:
        done = log.at(session, log.head(session))
        assert (done.asker_id, [(e["key"], e["before"], e["after"]) for e in done.edits]) == (
            0, [("P-3", {"role": "member"}, {"role": "project manager"})])
        assert log.verify(session) is None


def test_who_has_no_group_of_ours_stays_what_they_are(office: Office) -> None:
    assert appoint(office, CLEO, "staff") == (0, {Role.executive})


def test_a_stranger_comes_in_by_a_group_and_not_without(office: Office) -> None:
    assert appoint(office, "eve@office.example", "staff") == (0, set())
    assert appoint(office, "eve@office.example", "planners") == (1, {Role.manager})
    assert appoint(office, "max@office.example", roles=(*ROLES, ("*", Role.viewer))) == (1, {Role.viewer})


def test_the_last_admin_stays_one(office: Office) -> None:
    assert appoint(office, ADMIN, "planners") == (0, {Role.admin})
    appoint(office, BEN, "pmo-admins")
    assert appoint(office, ADMIN, "planners") == (1, {Role.manager})


def test_who_left_does_not_come_in_again_by_a_group(office: Office) -> None:
    with office.database.writing() as tx:
        tx.execute(sa.text("UPDATE person SET archived = (1 = 1) WHERE key = 'P-3'"))
    with pytest.raises(Refused, match="You left this office"):
        appoint(office, BEN, "pmo-admins")


def test_where_nothing_is_written_nobodys_role_is(office: Office) -> None:
    read_only = Office(Database(office.database.engine.url.render_as_string(hide_password=False), read_only=True))
    assert appoint(read_only, BEN, "pmo-admins") == (0, {Role.member})
