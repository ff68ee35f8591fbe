"""“Both hall moves”, “the two showroom rents”: just so many records of one kind whose titles hold the words, by their keys."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from records.kinds.base import Record
from tools.desk.holding import Holder

BOTH = re.compile(r"\b(?:both|the (?P<many>two|three)|all (?P<all>three))(?: of)?(?: the| our| my| those)? "
                  r"(?P<w>[a-z][a-z-]+(?: [a-z][a-z-]+){0,2}s)\b(?! of\b)", re.I)
MANY = {"two": 2, "three": 3}


def both_called(heard: Heard, asked: Asked) -> Heard:
    """The message with the keys in the place of the words; itself where they are of a kind, or another number of records is called so."""
    m = BOTH.search(heard.text)
    if m is None or heard.types & {"KEY", "TEXT"} or any(s.start < m.end("w") and m.start("w") < s.end for t, s in heard.spans if t != "SAYING"):
        return heard
    wanted, by_kind = MANY[(m["many"] or m["all"] or "two").lower()], dict[type[Record], list[Holder]]()
    for held in asked.holding(m["w"].removesuffix("s")):
        if held.is_titled and held.is_open:
            by_kind.setdefault(held.kind, []).append(held)
    found = next((each for each in by_kind.values() if len(each) == wanted), [])
    keys = sorted((h.key for h in found), key=lambda key: (key.rsplit("-", 1)[0], int(key.rsplit("-", 1)[1])))
    said = f"{', '.join(keys[:-1])} and {keys[-1]}" if keys else ""
    return asked.heard(f"{heard.text[:m.start()]}{said}{heard.text[m.end():]}") if said else heard
