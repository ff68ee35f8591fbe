"""Hearing trouble: somebody wrote words of trouble under a record lately; they are quoted, and what is denied or over does not count."""
from collections.abc import Iterator
from datetime import timedelta

from language.trouble import trouble
from records.figures.base import Rows
from records.kinds import Comment, Project, Task
from records.kinds.project import ENDED as OVER
from records.kinds.task import ENDED
from records.rules.base import Finding, Threat, Thresholds, rule

LATELY = timedelta(days=28)


@rule("risk", needs={Project: ("key", "phase"), Comment: ("id", "key", "text", "about", "author_id"), Task: ("key", "status", "owner_id")}, written=(Comment,),
      clause="What people write about trouble is read, and answered.")
def hearing_trouble(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (project,), since = rows[Project], rows.today - LATELY
    if project.phase in OVER:
        return
    over, owners = {t.key for t in rows[Task] if t.status in ENDED}, {t.key: t.owner_id for t in rows[Task]}
    said = [(c, quote) for c in rows[Comment] if rows.written(Comment, c)[0] > since and c.about not in over and (quote := trouble(c.text))]
    for about in dict.fromkeys(c.about for c, _ in said):
        comment, quote = next((c, q) for c, q in reversed(said) if c.about == about)
        where = about or project.key
        yield Finding("amber", f"On {where} somebody wrote: “{quote}”", (comment.key, where), who=owners.get(about), threat=Threat(
            where, f"A comment on {where} speaks of trouble.", f"What is said on {where} turns into a delay", "Work that rests on it comes late.",
            "other", 3, 3, "Ask who wrote it what they need, and answer.", quote=quote))

