"""A report as a file beside an answer: named by a key of its own, such as “APOLLO.pdf”, and written when somebody opens it, with their rights."""
import re

from reports.blocks import Source

FORMATS = {"pdf": "PDF", "pptx": "PowerPoint", "docx": "Word", "xlsx": "Excel", "html": "web page", "md": "Markdown", "png": "picture"}
PORTFOLIO = "portfolio"
KEY = re.compile(rf"(?P<of>[A-Z][A-Z0-9]*|{PORTFOLIO})(?:_(?P<readers>[a-z]+(?:-[a-z]+)*))?\.(?P<as>{'|'.join(FORMATS)})")


def attached(of: str, name: str, as_: str, readers: str = "") -> Source:
    """The file of a project's report by its key, or of the portfolio."""
    said = f" for the {readers}" if readers else ""
    return Source("file", f"{of}{'_' + readers.replace(' ', '-') if readers else ''}.{as_}", f"{name}{said} ({FORMATS[as_]})")


def opened(key: str) -> tuple[str, str, str] | None:
    """Of what a file is (nothing for the portfolio), for which readers and in which format; None where the key is no report's."""
    m = KEY.fullmatch(key)
    return ("" if m["of"] == PORTFOLIO else m["of"], (m["readers"] or "").replace("-", " "), m["as"]) if m else None
