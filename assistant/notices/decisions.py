"""A decision that is wanted reaches who decides, and once more on its last day: options, recommendation, what happens without it. A tap decides, and what
it records stands on the card."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.forms import Field, Option
from assistant.notices.base import (
    LATER,
    Case,
    Item,
    Office,
    Outcome,
    Press,
    Sort,
    View,
    comment,
    comment_key,
    labelled,
    later,
    name,
    packed,
    project_name,
    text_field,
    who_leads,
)
from records.errors import NotFound, Refused, Sorry
from records.kinds import ChangeRequest, Decision, Gate, Milestone, Project
from records.kinds.base import Record, fields
from records.kinds.project import ENDED
from records.notices import Due, Notice
from records.proposals import Change, Create, Proposal, Wish
from records.query import Query, Where
from reports.blocks import Card
from reports.deciding import Wanted, decisions_wanted
from reports.telling import day
from tools.desk import Desk
from tools.desk.wording import shown

OPEN = Where("phase", "not in", ENDED)
TAPPED = "decided by a tap on what was shown"


@dataclass(frozen=True)
class Asked:
    """A decision as its decider sees it."""
    wanted: Wanted
    kind: type[Record]
    row: Record

    def says(self, field: str) -> str:
        return str(getattr(self.row, field, "") or "")


def _often(office: Office) -> Iterator[Due]:
    projects = office.reader.find(Query(Project, (OPEN,), limit=None))
    for wanted in decisions_wanted(office.reader, projects, office.today):
        if wanted.decider_id is not None:
            once = f"decision:{wanted.key}:{wanted.decider_id}"
            yield Due(once, "decision", wanted.decider_id, wanted.key)
            if wanted.by == office.today and _was_told_before(office, wanted.key, wanted.decider_id):
                yield Due(f"{once}:{wanted.by}", "decision", wanted.decider_id, wanted.key)


def _was_told_before(office: Office, key: str, decider: int) -> bool:
    """Whether the decider was told on an earlier day, so that the last one is worth a word more."""
    last = office.last("decision", key, decider)
    return last is not None and last.state == "told" and last.told is not None and last.told.astimezone(office.now.tzinfo).date() < office.today


def _asked(desk: Desk, key: str) -> Asked | None:
    """What is wanted, None when it is decided, somebody else's, or not to be seen."""
    try:
        kind, row = desk.named_any(key)
    except Sorry:
        return None
    projects = desk.reader.find(Query(Project, (Where("id", "is", getattr(row, "project_id", None)), OPEN), limit=1))
    found = next((w for w in decisions_wanted(desk.reader, projects, desk.today) if w.key == row.key and w.decider_id == desk.asker.person), None)
    return Asked(found, kind, row) if found else None


def _told(desk: View, notice: Notice) -> Item | None:
    asked = _asked(desk, notice.about)
    if asked is None:
        return None
    by = ", today is the last day" if asked.wanted.by == desk.today else f", by {day(asked.wanted.by)}" if asked.wanted.by else ""
    approve = _approving(desk, asked)
    main = Press("approve", _label(asked), is_main=True) if approve else Press("approve", "Decide…", (
        text_field("decision", "What is decided?"), text_field("rationale", "Why?")), "Decide", "Decide", is_main=True)
    refused = {main: _refused(desk, (approve or _decided(asked, "–", "–"),)), _rejecting(asked): _refused(desk, _rejected(desk, asked, "–"))}
    records = f"“{_label(asked)}” records: {_in_words(approve)}" if approve and not refused[main] else ""
    lines = (*labelled(project=project_name(desk, asked.wanted.project_id), **_words(desk, asked), without_a_decision=asked.wanted.without),
             *filter(None, (records, *dict.fromkeys(refused.values()))))
    return Item(notice.id, (Card(f"Decision wanted{by}: {asked.row.key} {asked.wanted.decision}", "amber", lines, (asked.row.key,)),),
                (*(press for press, why in refused.items() if not why), ASK, Press(LATER, "Tomorrow")), asked.row.version,
                f"Decision wanted: {asked.wanted.decision}{by}")


def _refused(desk: View, wishes: tuple[Wish, ...]) -> str:
    """Why somebody may not decide so, "" where they may: nobody gets a button that would only refuse them."""
    try:
        desk.preview(Proposal(wishes))
    except Refused as refused:
        return str(refused)
    except Sorry:
        return ""                               # what is amiss with it is said when it is pressed
    return ""


def _words(desk: Desk, asked: Asked) -> dict[str, str]:
    """What a decider reads of each kind, as far as they may."""
    known = {f.name: shown(desk.reader, f, getattr(asked.row, f.name, None)) for f in fields(asked.kind) if f.name in desk.reader.columns(asked.kind)}
    if asked.kind is ChangeRequest:
        effects = ", ".join(f"{label} {known[n]}" for n, label in (("cost_effect", "cost"), ("days_effect", "schedule")) if known.get(n))
        return {"asked_by": known.get("requester_id", ""), "why": known.get("reason", "") or known.get("description", ""), "effect": effects,
                "options": known.get("alternatives", "")}
    if asked.kind is Decision:
        return {"options": known.get("options", ""), "recommended": known.get("recommendation", "")}
    if asked.kind is Gate:
        return {"phase": known.get("phase", ""), "held_on": known.get("finish", "")}
    return {"milestone": known.get("title", ""), "planned": known.get("planned", "")}


def _label(asked: Asked) -> str:
    return "Go" if asked.kind is Gate else "Approve"


def _approving(desk: Desk, asked: Asked) -> Wish | None:
    """What one tap records; None where nothing is recommended, so that it must be said."""
    key, reason = asked.row.key, asked.says("reason").strip()
    if asked.kind is ChangeRequest:
        return Change("changerequest", (key,), {"status": "approved", "rationale": f"As asked for: {reason}" if reason else f"Approved, {TAPPED}."})
    if asked.kind is Decision:
        wanted = asked.says("recommendation").strip()
        as_said = {"decision": f"As recommended: {wanted}", "rationale": f"The recommendation was followed, {TAPPED}."}
        return Change("decision", (key,), as_said) if wanted else None
    if asked.kind is Gate:
        return Change("gate", (key,), {"decision": "go"})
    return _minuted(desk, asked, "Approved", f"Approved, {TAPPED}.")


def _minuted(desk: Desk, asked: Asked, decision: str, rationale: str) -> Create:
    """The decision that a milestone asks for, as a record of its own: the milestone has no place for its outcome."""
    return Create("decision", {"title": asked.wanted.decision, "project_id": asked.wanted.project_id, "decision": f"{decision} (at {asked.row.key})",
                               "rationale": rationale, "decider_id": desk.asker.person, "status": "decided"})


def _rejecting(asked: Asked) -> Press:
    if asked.kind is Gate:
        options = tuple(Option(o, o) for o in ("hold", "recycle", "kill"))
        return Press("reject", "No go…", (Field("decision", "What instead?", "choice", required=True, options=options, initial=options[0]),
                                          text_field("rationale", "Why?")), "No go", "Decide")
    return Press("reject", "Reject…", (text_field("rationale", "Why?"),), "Reject", "Reject")


def _in_words(wish: Wish) -> str:
    values = wish.values if isinstance(wish, Change | Create) else {}
    told = {n: v for n, v in values.items() if n in ("status", "decision", "rationale")}
    return "; ".join(f"{n} {str(v).rstrip('.')}" for n, v in told.items())


def _approve(case: Case) -> Outcome:
    asked = _still(case)
    wish = _approving(case.desk, asked)
    if wish is None:
        wish = _decided(asked, case.said["decision"].strip(), case.said["rationale"].strip())
    return Outcome(f"{asked.row.key} is decided.", (wish,))


def _decided(asked: Asked, decision: str, rationale: str) -> Change:
    return Change("decision", (asked.row.key,), {"decision": decision, "rationale": rationale})


def _reject(case: Case) -> Outcome:
    asked = _still(case)
    return Outcome(f"{asked.row.key} is decided.", _rejected(case.desk, asked, case.said["rationale"].strip(), case.said.get("decision", "hold")))


def _rejected(desk: Desk, asked: Asked, why: str, instead: str = "hold") -> tuple[Wish, ...]:
    wishes: Mapping[type[Record], tuple[Wish, ...]] = {
        ChangeRequest: (Change("changerequest", (asked.row.key,), {"status": "rejected", "rationale": why}),),
        Decision: (_decided(asked, "Rejected", why),),
        Gate: (Change("gate", (asked.row.key,), {"decision": instead}),
               *((comment(desk, asked.row.key, asked.wanted.project_id, why),) if asked.wanted.project_id else ())),
        Milestone: (_minuted(desk, asked, "Rejected", why),)}
    return wishes[asked.kind]


def _ask(case: Case) -> Outcome:
    asked, text = _still(case), case.said["question"].strip()
    me = case.desk.asker.person
    requester = getattr(asked.row, "requester_id", None)
    to = requester if requester not in (None, me) else who_leads(case.desk.reader, asked.wanted.project_id, me)
    if to is None or asked.wanted.project_id is None:
        return Outcome("Nobody else stands for that project, so there is nobody to ask. Ask the PMO.", stays=True)
    return Outcome(f"{name(case.desk, to)} gets your question about {asked.row.key}.", (comment(case.desk, asked.row.key, asked.wanted.project_id, text),),
                   is_needed=False, stays=True, also=lambda keys: (
                       Due(f"question:{comment_key(keys) or case.notice.id}", "question", to, asked.row.key, me,
                           packed(comment=comment_key(keys), text="" if comment_key(keys) else text)),))


def _still(case: Case) -> Asked:
    if (found := _asked(case.desk, case.notice.about)) is None:
        raise NotFound(f"{case.notice.about} waits for no decision of yours any more.")
    return found


ASK = Press("ask", "Ask…", (text_field("question", "Your question"),), "Question")
DECISIONS = Sort("decision", _told, {"approve": _approve, "reject": _reject, "ask": _ask, LATER: later(1)},
                 {"approve": "You decided", "reject": "You decided", "ask": "You asked about"}, often=_often)
