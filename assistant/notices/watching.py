"""A new early sign reaches, once, whoever can act; with one tap it is a risk in the register, as the card says it."""
from collections.abc import Iterator

from assistant.notices.base import Case, Item, Office, Outcome, Press, Sort, View, name, row_of
from records.errors import NotFound
from records.kinds import Project
from records.kinds.project import ENDED
from records.notices import Due, Notice
from records.query import Query, Where
from records.rules.base import Threat
from records.rules.watch.falling_silent import falling_silent
from reports.blocks import Card
from reports.watch import Sign, new_threats, signs, worth
from tools.propose_risks import risk_of

AT_ONCE = 250                 # projects in one book, so that a large portfolio fits into memory
HELD = ">"                    # between the cause of a sign and who was told of it


def _daily(office: Office) -> Iterator[Due]:
    projects = office.reader.find(Query(Project, (Where("phase", "not in", ENDED),), limit=None))
    for start in range(0, len(projects), AT_ONCE):
        for sign in signs(office.book(projects[start:start + AT_ONCE])):
            to = sign.finding.who or sign.project.manager_id
            if to is not None and sign.rule is not falling_silent:                 # silence is asked about, not told
                yield Due(f"{sign.source}{HELD}{to}", "watch", to, sign.project.key)


def _told(view: View, notice: Notice) -> Item | None:
    """The sign as its receiver sees it, with their own rights; None when it is over, or somebody else's by now."""
    sign, threat = _sign(view, notice)
    if sign is None or (sign.finding.who or sign.project.manager_id) != view.asker.person:
        return None
    lines = (sign.project.name, *((f"As a risk: {threat.event} (probability {threat.probability}, impact {threat.impact} of 5; {threat.response})",
                                   f"Effect: {threat.effect}", worth(threat)) if threat else ()))
    return Item(notice.id, (Card(f"Early sign: {sign.finding.says}", sign.finding.severity, lines, sign.finding.keys or (sign.project.key,)),),
                PRESSES if threat else SEEN, headline=f"Early sign on {sign.project.name}: {sign.finding.says}")


def _sign(view: View, notice: Notice) -> tuple[Sign | None, Threat | None]:
    """The sign while it lasts, and the risk that it suggests while the register does not hold it."""
    project, source = row_of(view, Project, notice.about), notice.id.rpartition(HELD)[0]
    if project is None:
        return None, None
    book = view.book_of(project)
    sign = next((s for s in signs(book) if s.source == source), None)
    return sign, next((threat for s, threat in new_threats(book, project) if sign and s.source == source), None)


def _register(case: Case) -> Outcome:
    sign, threat = _sign(case.desk, case.notice)
    if sign is None or threat is None:
        raise NotFound("That sign is over, or its risk is in the register already.")
    return Outcome("It is in the risk register now.", (risk_of(case.desk, sign, threat),))


def _seen(case: Case) -> Outcome:
    return Outcome(f"Noted, {name(case.desk, case.desk.asker.person)}. I will not tell you of this sign again.")


SEEN = (Press("seen", "Seen"),)
PRESSES = (Press("register", "Add to the register", is_main=True), Press("seen", "No risk"))
WATCHING = Sort("watch", _told, {"register": _register, "seen": _seen}, {"register": "You put it into the register of", "seen": "You have seen a sign on"},
                gathers=True, daily=_daily)
