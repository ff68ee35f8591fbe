"""Where a source opens: on the page, where people reach that by an address of its own. Only addresses of ours; what a record says is never one."""
from collections.abc import Sequence
from urllib.parse import quote

from bots.slack.pieces import Json, cut, literal
from bots.slack.speaking import cited
from reports.blocks import Block, Passage, Source, Sources

MOST, LONGEST = 12, 150


def address(source: Source, page: str) -> str:
    """The address that opens it; "" without a page, and for a file, which comes along."""
    if not page or source.kind == "file":
        return ""
    key = quote(source.key, safe="")
    quoted = f":{source.start}-{source.stop}" if source.stop else ""
    return f"{page.rstrip('/')}/{f'#section/{key}{quoted}' if source.kind == 'section' else f'records/{key}'}"


def citations(blocks: Sequence[Block], sources: Sequence[Source], page: str) -> list[Json]:
    """The cited sections of an answer as Slack's own sources of a step, each once."""
    shown = [s for b in blocks for s in (b.items if isinstance(b, Sources) else (b.source,) if isinstance(b, Passage) else ())]
    found = {s.key: s for s in (*sources, *shown) if s.kind == "section" and address(s, page)}
    return [{"type": "url", "url": address(s, page), "text": cut(literal(cited(s)), LONGEST)} for s in list(found.values())[:MOST]]
