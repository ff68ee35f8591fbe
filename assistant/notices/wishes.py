"""What somebody wants to record and may not: whoever may is asked, and confirms the exact change as their own, or declines it."""
from assistant.notices.base import Case, Item, Outcome, Press, Sort, View, name, packed, read_wish, text_field, unpacked
from records.errors import Sorry
from records.notices import Due, Notice
from reports.blocks import Card


def _told(desk: View, notice: Notice) -> Item | None:
    who, said = name(desk, notice.from_id), unpacked(notice)
    try:
        changes = desk.preview(read_wish(said["wish"]))
    except Sorry:
        return None
    lines = tuple(c.line for c in changes.shown)
    asked = f"{who} asks you to record: {changes.title}"
    return Item(notice.id, (Card(asked, "plain", lines, (notice.about,)),), PRESSES, headline=asked)


def _confirm(case: Case) -> Outcome:
    return Outcome("It is recorded.", read_wish(unpacked(case.notice)["wish"]).wishes)


def _decline(case: Case) -> Outcome:
    to, me = case.notice.from_id, case.desk.asker.person
    text = case.said.get("text", "").strip() or "No."
    due = (Due(f"declined:{case.notice.id}", "reply", to, case.notice.about, me, packed(text=f"Not recorded: {text}")),) if to else ()
    return Outcome("It is not recorded; who asked hears why.", also=lambda _: due)


PRESSES = (Press("confirm", "Confirm", is_main=True), Press("decline", "Decline…", (text_field("text", "Why not?", required=False),), "Decline", "Decline"))
WISHES = Sort("wish", _told, {"confirm": _confirm, "decline": _decline}, {"confirm": "You recorded it for", "decline": "You declined it for"})
