"""Whether Slack would accept Block Kit in a message, a form or the Home tab: shapes and most lengths as slack_sdk knows them, and what it leaves out."""
from collections import Counter
from collections.abc import Iterator
import logging
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block, BlockElement

from tests.fakes.slack.contract import Json

EVERYWHERE = {"actions", "context", "divider", "header", "image", "input", "rich_text", "section"}
KINDS = {"message": EVERYWHERE | {"context_actions", "data_table", "markdown", "table"}, "home": EVERYWHERE | {"data_table", "table"}, "modal": EVERYWHERE}
MOST = {"message": 50, "home": 100, "modal": 100}
MOST_METADATA, MOST_TITLE = 3_000, 24
MOST_MARKDOWN, MOST_TEXT, MOST_FIELD = 12_000, 3_000, 2_000
MOST_IN_ALL = 13_200            # as seen in slackapi/bolt-js#2509
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 101, 20, 10_000
TABLE = {"type", "block_id", "rows", "caption", "page_size", "row_header_column_index"}
ELEMENTS = {"button", "checkboxes", "datepicker", "external_select", "feedback_buttons", "number_input", "overflow", "plain_text_input", "static_select",
            "timepicker", "users_select"}
MOST_OPTIONS, MOST_OPTION = 100, 75
RICH = {"rich_text_section", "rich_text_list", "rich_text_quote", "rich_text_preformatted"}
logging.getLogger("slack_sdk.models.blocks.blocks").setLevel(logging.ERROR)


def problems(blocks: Any, surface: str = "message") -> list[str]:
    """Every fault in the blocks of a message, a modal or a Home tab, each with its JSON pointer."""
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        return ["blocks must be an array of objects"]
    return [*_totals(blocks, surface), *(problem for number, block in enumerate(blocks) for problem in _block(block, f"/{number}", surface))]


def view_problems(view: Any) -> list[str]:
    """Every fault in a modal or a Home tab."""
    if not isinstance(view, dict) or view.get("type") not in ("modal", "home"):
        return ["/type: unsupported"]
    found = [f"/blocks{problem}" for problem in problems(view.get("blocks"), view["type"])]
    found += [f"/{name}: must be less than {MOST_TITLE + 1} characters" for name in ("title", "submit", "close")
              if len((view.get(name) or {}).get("text", "")) > MOST_TITLE]
    if len(view.get("private_metadata") or "") > MOST_METADATA:
        found.append("/private_metadata: must be less than 3001 characters")
    if view["type"] == "modal" and not (view.get("title") or {}).get("text"):
        found.append("/title: missing required field")
    if view["type"] == "modal" and not view.get("submit") and any(block.get("type") == "input" for block in view.get("blocks") or []):
        found.append("/submit: must be present when the view has an input block")
    return found


def length(node: Any) -> int:
    """The characters of text in some Block Kit."""
    if isinstance(node, dict):
        return sum(len(v) if k in ("text", "caption") and isinstance(v, str) else length(v) for k, v in node.items())
    return sum(map(length, node)) if isinstance(node, list) else 0


def _totals(blocks: list[Json], surface: str) -> Iterator[str]:
    if len(blocks) > MOST[surface]:
        yield f"no more than {MOST[surface]} items allowed [have {len(blocks)}]"
    for block_id, times in Counter(block["block_id"] for block in blocks if block.get("block_id")).items():
        if times > 1:
            yield f"`block_id` {block_id} already exists"
    if sum(len(block.get("text", "")) for block in blocks if block.get("type") == "markdown") > MOST_MARKDOWN:
        yield f"markdown text exceeds {MOST_MARKDOWN} characters in total"
    if sum(block.get("type") == "table" for block in blocks) > 1:
        yield "only one table is allowed per message"
    if sum(length(block) for block in blocks if block.get("type") == "data_table") > MOST_CELLS * 2:
        yield "data tables exceed the characters of a message"


def _block(block: Json, at: str, surface: str) -> Iterator[str]:
    kind = block.get("type")
    if kind not in KINDS[surface]:
        yield f"{at}/type: unsupported type: {kind}"
    elif kind == "data_table":
        yield from _unknown(block, TABLE, at)
        yield from _table(block, at)
    else:
        yield from _modelled(Block.parse(dict(block)), block, at)
        yield from _objects(block, at)


def _modelled(model: Any, given: Json, at: str) -> Iterator[str]:
    """What the library's own model says of a block or an element."""
    if model is None:
        yield f"{at}/type: unsupported: {given.get('type')}"
        return
    yield from _unknown(given, model.attributes | {"type"}, at)
    try:
        model.to_dict()
    except SlackObjectFormationError as error:
        yield f"{at}: {error}"


def _unknown(given: Json, known: set[str], at: str) -> Iterator[str]:
    yield from (f"{at}/{name}: unknown field" for name in sorted(given.keys() - known))


def _objects(node: Any, at: str) -> Iterator[str]:
    """Texts and elements anywhere under a block."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _objects(item, f"{at}/{number}")
    elif isinstance(node, dict):
        yield from _text(node, at)
        yield from _elements(node, at)
        for name, value in node.items():
            yield from _objects(value, f"{at}/{name}")


def _text(node: Json, at: str) -> Iterator[str]:
    kind, text = node.get("type"), node.get("text")
    if kind in ("mrkdwn", "plain_text"):
        if not isinstance(text, str) or not 1 <= len(text) <= (MOST_FIELD if "/fields/" in at else MOST_TEXT):
            yield f"{at}/text: must be 1 to {MOST_TEXT} characters"
        yield from _unknown(node, {"type", "text", "emoji" if kind == "plain_text" else "verbatim"}, at)
    elif kind == "text" and not text:
        yield f"{at}/text: must be at least 1 character"
    elif kind == "button" and node["text"].get("type") != "plain_text":
        yield f"{at}/text/type: must be plain_text"


def _elements(node: Json, at: str) -> Iterator[str]:
    actions = Counter(e["action_id"] for e in node.get("elements", []) if isinstance(e, dict) and e.get("action_id"))
    yield from (f"{at}/elements: `action_id` {name} already exists" for name, times in actions.items() if times > 1)
    if node.get("type") == "rich_text" and not RICH.issuperset(e.get("type") for e in node["elements"]):
        yield f"{at}/elements: unsupported element of rich text"
    if str(node.get("type")).startswith("rich_text") and not node.get("elements"):
        yield f"{at}/elements: must not be empty"
    if node.get("type") in ELEMENTS:
        if not node.get("action_id"):
            yield f"{at}/action_id: an app cannot tell clicks apart without it"
        yield from _modelled(BlockElement.parse(dict(node)), node, at)
    if "options" in node and node.get("type") in ELEMENTS:
        yield from _options(node["options"], at)


def _options(options: list[Json], at: str) -> Iterator[str]:
    if not 1 <= len(options) <= MOST_OPTIONS:
        yield f"{at}/options: must have 1 to {MOST_OPTIONS} options"
    for number, option in enumerate(options):
        if not 1 <= len(option.get("text", {}).get("text", "")) <= MOST_OPTION or not 1 <= len(option.get("value", "")) <= MOST_OPTION * 2:
            yield f"{at}/options/{number}: text or value is empty or too long"


def _table(block: Json, at: str) -> Iterator[str]:
    rows = block.get("rows") or []
    if not block.get("caption"):
        yield f"{at}/caption: missing required field"
    if not 2 <= len(rows) <= MOST_ROWS:
        yield f"{at}/rows: must have 2 to {MOST_ROWS} rows [have {len(rows)}]"
    if len({len(row) for row in rows}) > 1 or not all(1 <= len(row) <= MOST_COLUMNS for row in rows):
        yield f"{at}/rows: every row must have the same number of cells, 1 to {MOST_COLUMNS}"
    if any(cell.get("type") not in ("raw_text", "raw_number", "rich_text") or not cell.get("text", "") for row in rows for cell in row):
        yield f"{at}/rows: a cell is of no known type, or empty"
    if length(rows) > MOST_CELLS:
        yield f"{at}/rows: text exceeds {MOST_CELLS} characters in total"
