"""Files of other systems, read into rows of our kinds: `read` is the door, everything behind it runs in a bounded child process."""
from records import bounded
from records.errors import BadInput
from records.importing.base import Read
from records.importing.carrying import told, unpacked
from records.importing.detecting import reader_for
from records.importing.wanted import Wanted as Wanted
from records.importing.wording import vocabulary

LARGEST = 128 << 20


def read(content: bytes, name: str, wanted: Wanted) -> Read:
    """Read a file of whatever format, recognised by its content. Raises BadInput with a sentence that says what to do."""
    shown = bounded.shown(name)
    if len(content) > LARGEST:
        raise BadInput(f"{shown} has {len(content) >> 20} MB; {LARGEST >> 20} is the most. Split it.")
    work = f"records.importing.apart.{reader_for(content, shown)}.work"
    return unpacked(bounded.run(work, content, shown, None, told(wanted, vocabulary())))
