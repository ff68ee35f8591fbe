"""What a process writes to its log: a line for each event, as text or as JSON, and nothing of what people or records say.

    {"time": "2026-11-26T09:00:00.000+00:00", "level": "info", "from": "bots.web.watched", "says": "request", "request": "3f2a91c04b7e",
     "route": "/api/v1/ask", "method": "POST", "status": 200, "ms": 41, "person": 3}

An error is told by its type and by where it happened, never by its own words, which may hold what somebody wrote. The reference that a person was told
stands in `says`; whoever asks about it finds the line by that.
"""
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
import json
import logging
from pathlib import Path
import sys
import traceback
from typing import Any, Literal, TextIO

OURS = ("assistant", "bots", "knowledge", "records", "reports", "tools", "uvicorn")      # of the others' lines nobody knows what they hold
FIELDS = "fields"                    # under this name a line brings its own: log.info("request", extra={FIELDS: {"status": 200}})
DEEPEST, CAUSES = 12, 4
REQUESTS = "bots.web.watched"
How = Literal["text", "json"]


@dataclass
class Request:
    """What is being answered; `who` asks, once that is proven. Only a number of theirs is written."""
    id: str
    who: str = ""


current: ContextVar[Request | None] = ContextVar("request", default=None)


def asked_by(who: str) -> str:
    """Note who makes the request that is being answered; returns them."""
    if request := current.get():
        request.who = who
    return who


def begin(how: How, to: TextIO | None = None) -> None:
    """Have this process write its log so, on stderr unless said otherwise; as JSON with a line for each request."""
    handler = logging.StreamHandler(to or sys.stderr)
    handler.setFormatter(AsJson() if how == "json" else AsText())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(REQUESTS).setLevel(logging.INFO if how == "json" else logging.WARNING)


class AsJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(told(record), ensure_ascii=False, default=str)


class AsText(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = told(record)
        errors = (f"\n  {e['type']}" + "".join(f"\n    {at}" for at in e["where"]) for e in line.get("error", ()))
        request = f" (request {line['request']})" if "request" in line else ""
        return f"{line['time'][:19]}Z {line['level']} {line['from']}: {line['says']}{request}{''.join(errors)}"


def told(record: logging.LogRecord) -> dict[str, Any]:
    """One line: what happened where, in which request, and what is known of an error."""
    is_ours = record.name.partition(".")[0] in OURS
    line: dict[str, Any] = {"time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"), "level": record.levelname.lower(),
                            "from": record.name, "says": record.getMessage() if is_ours else f"at {record.module}:{record.lineno}"}
    if request := current.get():
        line["request"] = request.id
    own: Mapping[str, Any] = getattr(record, FIELDS, {})
    error = record.exc_info[1] if record.exc_info else None
    return {**line, **own, **({"error": list(_errors(error))} if error else {})}


def _errors(error: BaseException | None) -> Iterator[dict[str, Any]]:
    """An error and what led to it, the last one first."""
    for _ in range(CAUSES):
        if error is None:
            return
        yield {"type": _type(error), "where": [_at(frame) for frame in traceback.extract_tb(error.__traceback__)[-DEEPEST:]]}
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _type(error: BaseException) -> str:
    """The type of an error, with what its own system calls it: the name of a number, which holds nobody's words."""
    below = getattr(error, "orig", error)
    more = getattr(below, "sqlstate", None) or getattr(below, "sqlite_errorname", None) or (error.strerror if isinstance(error, OSError) else None)
    return type(error).__name__ + (f" ({more})" if more else "")


def _at(frame: traceback.FrameSummary) -> str:
    return f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
