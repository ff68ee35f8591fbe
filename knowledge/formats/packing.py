"""Packed documents (DOCX, ODT, XLSX, PPTX): what one would unfold to is counted before anything is unfolded."""
import io
import zipfile

from records.errors import BadInput

MOST_UNFOLDED, MOST_PARTS, RATIO = 200 << 20, 5000, 100
LEAST_COUNTED = 1 << 20                 # what is packed better than that is no bomb as long as it is small
MOST_TEXT = 60 << 20                    # of one part of XML
MANIFEST = "META-INF/manifest.xml"
MACROS = ("vbaproject.bin", "basic/", "scripts/")
PARTS = {"docx": ("word/document.xml", "a Word document"), "xlsx": ("xl/workbook.xml", "a workbook"), "pptx": ("ppt/presentation.xml", "a presentation"),
         "odt": ("content.xml", "an OpenDocument text")}


def opened(content: bytes, name: str, kind: str) -> zipfile.ZipFile:
    """Return the packed file. Raises BadInput when it is damaged, locked, blown up, of another kind, or holds macros."""
    main, called = PARTS[kind]
    try:
        folded = zipfile.ZipFile(io.BytesIO(content))
        parts = folded.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise BadInput(f"{name} cannot be opened: it is damaged or cut off, no whole document. Get it anew from where it came from.") from None
    names = [part.filename for part in parts]
    if main not in names:
        other = next((what for other, (part, what) in PARTS.items() if part in names and other != kind), "a packed file of some other kind")
        raise BadInput(f"{name} is not {called} but {other}. Give it the ending of what it is, or unpack it and take in the files in it.")
    _refuse_blown(parts, name)
    if any(part.lower().endswith(MACROS[0]) or part.lower().startswith(MACROS[1:]) for part in names):
        raise BadInput(f"{name} holds macros, and I take in no files with programs in them. Save it without macros.")
    if any(part.flag_bits & 1 for part in parts) or (MANIFEST in names and b"encryption-data" in folded.read(MANIFEST)):
        raise BadInput(f"{name} is locked with a password. Save it without one.")
    return folded


def _refuse_blown(parts: list[zipfile.ZipInfo], name: str) -> None:
    unfolded, packed = sum(p.file_size for p in parts), sum(p.compress_size for p in parts)
    if len(parts) > MOST_PARTS:
        raise BadInput(f"{name} is too deeply packed to be read: it has {len(parts):,} parts, {MOST_PARTS:,} are the most.")
    if unfolded > MOST_UNFOLDED or unfolded > RATIO * max(packed, LEAST_COUNTED):
        raise BadInput(f"{name} is too deeply packed to be read: it would unfold to {unfolded >> 20:,} MB.")
    if any(p.file_size > MOST_TEXT for p in parts if p.filename.endswith((".xml", ".rels"))):
        raise BadInput(f"{name} is too large to be read: one of its parts unfolds to more than {MOST_TEXT >> 20} MB of text. Split it.")
