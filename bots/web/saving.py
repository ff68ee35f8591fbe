"""A file as a browser saves it."""
import re

from fastapi import Response

from assistant.reporting.wanted import Written


def saved(file: Written) -> Response:
    return Response(file.content, media_type=file.mime, headers={"content-disposition": f'attachment; filename="{_plain(file.name)}"'})


def _plain(name: str) -> str:
    """A file's name as it may stand in a header."""
    return re.sub(r"[^\w. -]", "_", name, flags=re.ASCII)
