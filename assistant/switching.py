"""Which tools the office switched off, by role and by face. Only tools are: what is clicked, and the forms and lists of the page and the API, go on as ever."""
from collections.abc import Mapping

from records.asker import Asker, Face
from records.database import Reading
from records.kinds.tool_rule import ToolRule
from records.query import Query
from records.reading import Reader
from tools import TOOLS
from tools.base import Tool, may_use

OFF = "The PMO switched “{tool}” off here ({key})."
ALL = "all"


def without(session: Reading, asker: Asker, face: Face) -> Mapping[str, str]:
    """The tools that are off for an asker at a face, each with the key of the rule that holds: the one said most closely, of several the latest.

    A rule for a role and a face goes before one for a role, that before one for a face, and that before one for all."""
    rules = [r for r in Reader(session, asker).find(Query(ToolRule, limit=None)) if r.role in (ALL, *asker.roles) and r.face in (ALL, face)]
    holds = {rule.tool: rule for rule in sorted(rules, key=lambda rule: (rule.role != ALL, rule.face != ALL, rule.id or 0))}
    return {tool: rule.key for tool, rule in holds.items() if rule.state == "off"}


def switched_off(tool: Tool, asker: Asker) -> str:
    """The sentence that says so, "" for a tool that is on, or that is none for this asker anyway."""
    key = asker.without.get(tool.name)
    return OFF.format(tool=tool.name.replace("_", " "), key=key) if key and may_use(tool, asker) else ""


def off(asker: Asker) -> Mapping[str, str]:
    """Each tool that this asker might use, were it not switched off, with the sentence that says so."""
    return {tool.name: said for tool in TOOLS if (said := switched_off(tool, asker))}
