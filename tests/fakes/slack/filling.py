"""What a person puts into a form, as Slack's client checks and sends it."""
from collections.abc import Callable
from typing import Any

from tests.fakes.slack.contract import Json

Offering = Callable[[Json, str, str], Any]


class NotTakable(AssertionError):
    """Slack's client would not let the form go like this."""


def label(block: Json) -> str:
    return str(block["label"]["text"])


def inputs(view: Json) -> dict[str, Json]:
    """The inputs of a form by what stands above them."""
    return {label(block).lower(): block for block in view["blocks"] if block["type"] == "input"}


async def state(view: Json, said: dict[str, Any], offered: Offering) -> Json:
    """The state of a form's inputs with what was said, by label; what was not said stays as the form came. `offered` looks options up."""
    fields = inputs(view)
    if unknown := said.keys() - fields.keys():
        raise NotTakable(f"this form has no {sorted(unknown)}; it has {sorted(fields)}")
    values: Json = {}
    for name, block in fields.items():
        element = block["element"]
        given = await _given(block, said[name], offered) if name in said else _initial(element)
        if not block.get("optional") and not any(v for k, v in given.items() if k != "type"):
            raise NotTakable(f"Slack asks to complete the field {name!r}")
        values.setdefault(block["block_id"], {})[element["action_id"]] = given
    return values


def untouched(view: Json) -> Json:
    """The state of a form that nobody wrote into yet."""
    return {block["block_id"]: {block["element"]["action_id"]: _initial(block["element"])} for block in inputs(view).values()}


async def _given(block: Json, said: Any, offered: Offering) -> Json:
    element = block["element"]
    kind = element["type"]
    match kind:
        case "plain_text_input" | "number_input":
            if said and not element.get("min_length", 0) <= len(str(said)) <= element.get("max_length", 3000):
                raise NotTakable(f"{label(block)}: Slack refuses {len(str(said))} characters")
            return {"type": kind, "value": None if said in (None, "") else str(said)}
        case "datepicker":
            return {"type": kind, "selected_date": said or None}
        case "users_select":
            return {"type": kind, "selected_user": said or None}
        case "checkboxes":
            return {"type": kind, "selected_options": [option for option in element["options"] if option["value"] in said]}
        case "static_select" | "external_select":
            options = element["options"] if kind == "static_select" else await offered(block, element["action_id"], str(said))
            found = next((o for o in options if str(said).lower() in o["text"]["text"].lower()), None)
            if said and found is None:
                raise NotTakable(f"{label(block)}: there is no option {said!r}")
            return {"type": kind, "selected_option": found if said else None}
        case _:
            raise NotImplementedError(kind)


def _initial(element: Json) -> Json:
    kind = element["type"]
    name = {"datepicker": "selected_date", "users_select": "selected_user", "checkboxes": "selected_options"}.get(
        kind, "selected_option" if kind.endswith("select") else "value")
    start = {"datepicker": "initial_date", "users_select": "initial_user", "checkboxes": "initial_options"}.get(
        kind, "initial_option" if kind.endswith("select") else "initial_value")
    return {"type": kind, name: element.get(start) or ([] if kind == "checkboxes" else None)}
