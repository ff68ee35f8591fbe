"""The order in which records were made, for kinds that hold no day of their own: comments, risks, lessons. Whoever asks for the latest means it."""
from records.kinds.base import Record, fields

MADE = ("created", "created on", "created at", "date", "made", "added", "entered", "time")
LATEST = ("newest", "latest", "most recent", "recent")


def made_order(kind: type[Record], sort: str) -> str:
    """The order by id that a wish for an order means, "" where it means a field of the kind, or nothing."""
    said = sort.removeprefix("-").lower().replace("_", " ").strip()
    if any(said in (f.name.replace("_", " "), *(n.lower() for n in f.names)) for f in fields(kind)):
        return ""
    return "-id" if said in LATEST or (said in MADE and sort.startswith("-")) else "id" if said in MADE else ""
