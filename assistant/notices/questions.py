"""A question about a record reaches who can answer, and the answer who asked. Both stand under the record as comments where people may write such."""
from assistant.notices.base import Case, Item, Outcome, Press, Sort, comment, comment_key, name, packed, row_of, text_field, unpacked
from records.errors import Sorry
from records.kinds import Comment
from records.notices import Due, Notice
from reports.blocks import Card
from tools.desk import Desk


def _asked(desk: Desk, notice: Notice) -> Item | None:
    return _shown(desk, notice, "asks about", (Press("answer", "Answer", (text_field("text", "Your answer"),), "Answer", is_main=True),))


def _replied(desk: Desk, notice: Notice) -> Item | None:
    return _shown(desk, notice, "answers about", (Press("ask", "Ask again", (text_field("text", "Your question"),), "Question"),))


def _shown(desk: Desk, notice: Notice, does: str, presses: tuple[Press, ...]) -> Item | None:
    about, text = _titled(desk, notice.about), _text(desk, notice)
    if not about or not text:
        return None
    said = f"{name(desk, notice.from_id)} {does} {about}"
    return Item(notice.id, (Card(said, "plain", (f"“{text}”",), (notice.about,)),), presses, headline=said)


def _titled(desk: Desk, key: str) -> str:
    """A record with its title, nothing where its reader may not see it."""
    try:
        kind, row = desk.named_any(key)
    except Sorry:
        return ""
    return f"{row.key} {getattr(row, kind.kind.title)}"


def _text(desk: Desk, notice: Notice) -> str:
    said = unpacked(notice)
    kept = row_of(desk, Comment, str(said["comment"])) if "comment" in said else None
    return kept.text if kept else str(said.get("text", ""))


def _passed(case: Case, sort: str) -> Outcome:
    to, text = case.notice.from_id, case.said["text"].strip()
    if to is None:
        return Outcome("There is nobody to tell.")
    _, row = case.desk.named_any(case.notice.about)
    project = getattr(row, "project_id", None)
    wish = (comment(case.desk, case.notice.about, project, text),) if project is not None else ()
    return Outcome(f"{name(case.desk, to)} gets your {'answer' if sort == 'reply' else 'question'}.", wish, is_needed=False,
                   also=lambda keys: (Due(f"{sort}:{comment_key(keys) or case.notice.id}", sort, to, case.notice.about, case.desk.asker.person,
                                          packed(comment=comment_key(keys), text="" if comment_key(keys) else text)),))


QUESTIONS = Sort("question", _asked, {"answer": lambda case: _passed(case, "reply")}, {"answer": "You answered about"})
REPLIES = Sort("reply", _replied, {"ask": lambda case: _passed(case, "question")}, {"ask": "You asked again about"}, gathers=True)
