"""What has to do with something: the records whose texts hold the word, and that it is not narrowed to those that are open or of one project."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, seeker_of
from assistant.planner.heard.wording import NOT_USED
from assistant.planner.words.openings import opening
from tools.base import Holds, Tool

ASKED = re.compile(rf"{opening('show', 'list', 'me')}(?:what|which records?|everything|anything|all)(?P<more>[\w' -]*?)(?: that| which)? (?:has|have|having)"
                   r"(?: something| anything)? to do with (?:the |our )?(?P<w>[\w' -]{3,40}?)\s*[?.!]*$", re.I)
BARE = re.compile(r"^(?: (?:else|is|are|there|that))*(?P<rest>.*)$")


def to_do_with(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """Those records, whatever kind they are of; None where nothing of the kind is asked."""
    m, seeker = ASKED.match(heard.text), seeker_of(tools.values())
    if m is None or seeker is None or heard.types & {"KEY", "KIND", "TEXT"}:
        return None
    rest = BARE.sub(r"\g<rest>", m["more"]).strip()
    return Plan((called(seeker, {Holds.words: m["w"]}),), NOT_USED.format(words=rest) if rest else "", sure=True)
