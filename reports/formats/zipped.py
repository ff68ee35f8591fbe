"""Office files are zip archives with the moment of their making in each entry; without it the same report gives the same bytes."""
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

THEN = (1980, 1, 1, 0, 0, 0)


def steady(archive: bytes) -> bytes:
    """The same archive with every entry of one moment."""
    made = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, THEN)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, old.read(name))
    return made.getvalue()
