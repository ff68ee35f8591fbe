"""Signing in: one-time links, sessions and API tokens, each shown once and kept as a digest only. Rights are those the person has at each request."""
from base64 import urlsafe_b64encode
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_bytes
from typing import Literal

from language.cleaning import clean
from records import credentials, journal, tokens
from records.asker import Asker, Role
from records.database import Database, Reading, Writing
from records.errors import BadInput, NotFound, Refused, Unproven
from records.journal import Event
from records.tokens import Held, Token

SCOPES = ("read", "write", "admin", "mcp")
LINK, SESSION, IDLE = timedelta(minutes=15), timedelta(days=30), timedelta(days=7)
DAYS, MOST_DAYS = 90, 366
PREFIX = "pmo_"
NOTED = timedelta(minutes=10)           # how exactly it is known when something was last used
OVER = "That link has been used, or its 15 minutes are over. Ask for a new one."
SIGN_IN = "You are not signed in. Open /sign-in, or send a token (made with pmo token) as “Authorization: Bearer pmo_…”."
UNKNOWN = "That token is not known here, has expired or was revoked. Make a new one with pmo token."
ELSEWHERE = {"api": "That token is for MCP only. Make one for the API: pmo token PERSON --scope read", "mcp": "That token is not for MCP. Make one that is: "
             "pmo token PERSON --scope mcp --scope read"}


@dataclass(frozen=True)
class Entered:
    """A proven person, and what they may do by this way in; `session` is "" for a token."""
    email: str
    scopes: frozenset[str]
    session: str = ""


@dataclass(frozen=True)
class Issued:
    """A session or a token as a list shows it: everything but its secret."""
    id: str
    sort: str
    name: str
    email: str
    scopes: tuple[str, ...]
    made: datetime
    expires: datetime
    used: datetime | None

    @property
    def called(self) -> Literal["session", "token"]:
        return "session" if self.sort == "session" else "token"


class Entering:
    """Lets people in and out. `source` gives random bytes."""

    def __init__(self, database: Database, clock: Callable[[], datetime], source: Callable[[int], bytes] = token_bytes) -> None:
        self._database, self.clock, self._source = database, clock, source

    def link(self, by: str, person: str) -> str:
        """Make the secret of a one-time link for somebody, for an admin or themselves. Raises `Refused`, `NotFound`."""
        with self._database.writing() as tx:
            asker = credentials.asker(tx, by)
            return self._linked(tx, asker, self._person(tx, asker, person))

    def send_link(self, person: int) -> tuple[str, str] | None:
        """The secret of a link that somebody asked for on the page, and their address now; None for who is gone."""
        with self._database.writing() as tx:
            found = credentials.by_id(tx, person)
            return (self._linked(tx, found, found), found.email) if found else None

    def redeem(self, secret: str) -> str:
        """Sign in by a link, once; returns the secret of the new session. Raises `Unproven`."""
        now = self.clock()
        if self._found(secret, "link", now):                # a guess makes nobody wait who writes
            with self._database.writing() as tx:
                person = tokens.spend(tx, secret, now)
                found = credentials.by_id(tx, person) if person is not None else None
                if found is not None:
                    return self._opened(tx, found, "by a link")
        raise Unproven(OVER)

    def open(self, email: str, how: str) -> str:
        """Sign in somebody whose address was proven elsewhere; returns the secret of the new session. Raises `Refused` for who is not known."""
        with self._database.writing() as tx:
            return self._opened(tx, credentials.asker(tx, email), how)

    def caller(self, secret: str) -> Entered:
        """Who a session stands for. Raises `Unproven`."""
        now = self.clock()
        found = self._found(secret, "session", now)
        if found is None or (found.used or found.made) < now - IDLE:
            raise Unproven(SIGN_IN)
        self._touch(found, now)
        return Entered(found.email, frozenset(SCOPES), found.id)

    def by_token(self, secret: str, audience: str = "api") -> Entered:
        """Who an API token stands for at a face, "api" or "mcp". Raises `Unproven`."""
        now = self.clock()
        found = self._found(secret, "api", now) if secret.startswith(PREFIX) else None
        if found is None:
            raise Unproven(UNKNOWN)
        if found.audience != audience:
            raise Unproven(ELSEWHERE[audience])
        self._touch(found, now)
        return Entered(found.email, frozenset(found.scopes.split()))

    def token(self, by: str, person: str, scopes: Collection[str] = ("read",), days: int = DAYS, name: str = "") -> str:
        """Make an API token for somebody, for an admin or themselves; its secret is shown only here. One with the scope `mcp` is for MCP alone.
        Raises `BadInput`, `Refused`, `NotFound`."""
        wanted = [s for s in SCOPES if s in scopes]
        if len(wanted) != len(set(scopes)) or not set(wanted) - {"mcp"}:
            raise BadInput("A token has one or more of the scopes read, write and admin; with mcp too it is for MCP.")
        if not 0 < days <= MOST_DAYS:
            raise BadInput(f"A token lasts 1 to {MOST_DAYS} days.")
        with self._database.writing() as tx:
            asker = credentials.asker(tx, by)
            of = self._person(tx, asker, person)
            if "admin" in wanted and Role.admin not in of.roles:
                raise BadInput(f"{of.name} is no PMO admin, so their token cannot have the scope admin.")
            secret = PREFIX + self._secret()
            made = self._added(tx, secret, "api", of, asker, timedelta(days=days), name, wanted)
            self._note(tx, asker, Event.token_made, of, f"{made.id} ({made.scopes}), until {made.expires:%Y-%m-%d}")
        return secret

    def issued(self, by: str, person: str = "") -> Sequence[Issued]:
        """The sessions and tokens that hold: one's own, or for an admin anybody's, "" being everybody's. Raises `Refused`."""
        now = self.clock()
        with self._database.reading() as session:
            asker = credentials.asker(session, by)
            own = self._person(session, asker, person).person if person else None if Role.admin in asker.roles else asker.person
            return [Issued(t.id, t.sort, t.name, email, tuple(t.scopes.split()), t.made, t.expires, t.used)
                    for t, email in tokens.holding(session, now, own) if t.sort != "session" or (t.used or t.made) >= now - IDLE]

    def revoke(self, by: str, id_: str) -> None:
        """End one session or token, one's own, or for an admin anybody's. Raises `NotFound`."""
        with self._database.writing() as tx:
            asker, found = credentials.asker(tx, by), tokens.get(tx, id_) if id_.isalnum() else None
            if found is None or (found.person_id != asker.person and Role.admin not in asker.roles) or not tokens.revoke(tx, id_, self.clock()):
                raise NotFound(f"There is no session or token {id_} that you may end. pmo tokens lists them.")
            self._note(tx, asker, Event.session_ended if found.sort == "session" else Event.token_revoked, asker, id_)

    def sign_out(self, session: str) -> None:
        """End a session by its own secret; of one that is over nothing is said."""
        now = self.clock()
        if found := self._found(session, "session", now):
            with self._database.writing() as tx:
                if tokens.revoke(tx, found.id, now):
                    journal.note(tx, now, found.person_id, Event.session_ended, found.id)

    def revoke_all(self, by: str, person: str, *, sessions_only: bool = False) -> int:
        """End everything that lets somebody in, for an admin or themselves; returns how much there was. Raises `Refused`, `NotFound`."""
        with self._database.writing() as tx:
            asker = credentials.asker(tx, by)
            of = self._person(tx, asker, person)
            ended = tokens.end(tx, self.clock(), of.person, ("session", "link") if sessions_only else ("session", "api", "link"))
            self._note(tx, asker, Event.session_ended, of, f"{ended} ended, {'sessions' if sessions_only else 'sessions and tokens'}")
            return ended

    def _found(self, secret: str, sort: tokens.Sort, now: datetime) -> Held | None:
        """What holds with this secret."""
        if not secret:
            return None
        with self._database.reading() as session:
            return tokens.find(session, secret, sort, now)

    def _linked(self, tx: Writing, by: Asker, of: Asker) -> str:
        secret = self._secret()
        made = self._added(tx, secret, "link", of, by, LINK)
        self._note(tx, by, Event.link_made, of, made.id)
        return secret

    def _opened(self, tx: Writing, of: Asker, how: str) -> str:
        secret = self._secret()
        made = self._added(tx, secret, "session", of, of, SESSION, how)
        self._note(tx, of, Event.session_opened, of, f"{made.id} {how}")
        return secret

    def _added(self, tx: Writing, secret: str, sort: tokens.Sort, of: Asker, by: Asker, lasts: timedelta, name: str = "",  # noqa: PLR0913, PLR0917 - the columns of a row
               scopes: Sequence[str] = ()) -> Token:
        now = self.clock()
        made = Token(id=self._source(5).hex(), digest=tokens.digest(secret), sort=sort, person_id=of.person, name=clean(name).strip()[:100],
                     scopes=" ".join(scopes), audience="mcp" if "mcp" in scopes else sort, made=now, made_by=by.person, expires=now + lasts)
        tokens.add(tx, made)
        return made

    def _secret(self) -> str:
        return urlsafe_b64encode(self._source(32)).rstrip(b"=").decode()

    def _touch(self, token: Held, now: datetime) -> None:
        if token.used is None or token.used < now - NOTED:
            with self._database.writing() as tx:
                tokens.touch(tx, token.id, now)

    def _note(self, tx: Writing, by: Asker, event: Event, of: Asker, body: str) -> None:
        journal.note(tx, self.clock(), by.person, event, body if of.person == by.person else f"of {of.email}: {body}")

    def _person(self, session: Reading, asker: Asker, person: str) -> Asker:
        """Somebody whom an admin, or they themselves, lets in or out."""
        if person.lower() != asker.email and Role.admin not in asker.roles:
            raise Refused("Only the PMO admin may do that for somebody else.")
        try:
            return credentials.asker(session, person)
        except Refused:
            raise NotFound(f"There is nobody with the address {person}.") from None
