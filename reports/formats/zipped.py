"""Office files are zip archives with a moment in each entry, and in the books they hold; without it the same report gives the same bytes."""
from io import BytesIO
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

THEN = (1980, 1, 1, 0, 0, 0)
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</)")


def steady(archive: bytes) -> bytes:
    """The same archive with every entry of one moment, and so what is embedded in it."""
    made = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, THEN)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, _embedded(old.read(name)) if name.endswith(".xlsx") else old.read(name))
    return made.getvalue()


def _embedded(book: bytes) -> bytes:
    """The numbers behind a chart, as a book without a moment."""
    made = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, THEN), MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z\2", old.read(name)) if name == "docProps/core.xml" else old.read(name))
    return made.getvalue()
