"""Unreviewed document: it is in force or in draft, and the day on which it was to be reviewed has passed."""
from collections.abc import Iterator

from records.figures.base import Rows
from records.kinds import Document
from records.rules.base import Finding, Thresholds, rule


@rule("strategy", of=Document, needs={Document: ("key", "title", "status", "review", "owner_id")}, clause="A document is reviewed by its review date.")
def unreviewed_document(rows: Rows, thresholds: Thresholds) -> Iterator[Finding]:  # noqa: ARG001
    (document,) = rows[Document]
    if document.status in ("in force", "draft") and document.review and document.review < rows.today:
        yield Finding("amber", f"The review of “{document.title}” was due on {document.review:%-d %b %Y}.", (document.key,), who=document.owner_id)
