"""A form as Slack's modal: an input for each question, menus that look records up while somebody types, and what was filled in read back."""
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
import json
from typing import Any

from assistant.forms import Field, Form, Option
from bots.slack.pieces import Json, cut, literal

TITLE, LABEL, OPTION, PLACEHOLDER = 24, 150, 75, 150
RECORD_FORM, REPORT_FORM = "record_form", "report_form"
OPEN, REPORT = "open:", "report"        # how the buttons begin that open a form, and the word for that of a report
INPUT, EVERYTHING, SAID = "said", "form:whole", "q:"          # the names of an input's element, of the button for more, and how inputs' blocks begin


@dataclass(frozen=True)
class Context:
    """What a form brings back with it: what it is about, and where its receipt belongs. `ts`: the message it replaces."""
    kind: str = ""
    proposal: str = ""
    stamp: str = ""
    channel: str = ""
    thread: str = ""
    ts: str = ""

    def written(self) -> str:
        return json.dumps({k: v for k, v in asdict(self).items() if v})


def context(view: Mapping[str, Any]) -> Context:
    """What a view was opened with."""
    return Context(**json.loads(view.get("private_metadata") or "{}"))


def modal(form: Form, about: Context) -> Json:
    """The view of a record's form; a short one has a button for all its questions."""
    more = [] if form.is_whole else [{"type": "actions", "block_id": EVERYTHING, "elements": [
        {"type": "button", "action_id": EVERYTHING, "text": plain("Show all fields", OPTION)}]}]
    return view(RECORD_FORM, form.title, "Save", [*(question(f) for f in form.fields), *more], about)


def view(callback: str, title: str, submit: str, blocks: list[Json], about: Context) -> Json:
    return {"type": "modal", "callback_id": callback, "title": plain(title, TITLE), "submit": plain(submit, TITLE), "close": plain("Cancel", TITLE),
            "private_metadata": about.written(), "blocks": blocks}


def question(field: Field) -> Json:
    """One input."""
    hint = {"hint": plain(field.hint, LABEL)} if field.hint else {}
    return {"type": "input", "block_id": f"{SAID}{field.name}", "label": plain(field.label, LABEL), "optional": not field.required,
            "element": {**_element(field), "action_id": INPUT}, **hint}


def options(found: Iterable[Option]) -> list[Json]:
    """Entries of a menu."""
    return [_option(o) for o in found if o.value and o.label.strip()]


def filled(view: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by question; "" where nothing was."""
    return {block_id.removeprefix(SAID): _said(given[INPUT]) for block_id, given in view["state"]["values"].items()
            if block_id.startswith(SAID) and INPUT in given}


def wrong(complaints: Mapping[str, str]) -> dict[str, str]:
    """Complaints by question as Slack puts them below its inputs."""
    return {f"{SAID}{name}": cut(literal(why), OPTION * 2) for name, why in complaints.items()}


def plain(text: str, most: int) -> Json:
    return {"type": "plain_text", "text": cut(literal(text).strip() or "–", most), "emoji": False}


def _element(field: Field) -> Json:
    first = field.initial
    match field.holds:
        case "record":
            return {"type": "external_select", "min_query_length": 0, **({"initial_option": _option(first)} if first and first.value else {})}
        case "choice":
            return {"type": "static_select", "options": [_option(o) for o in field.options], **({"initial_option": _option(first)} if first else {})}
        case "date":
            return {"type": "datepicker", **({"initial_date": first.value} if first else {})}
        case _:
            return {"type": "plain_text_input", "multiline": field.holds == "text", "max_length": field.most,
                    **({"initial_value": cut(first.value, field.most)} if first else {})}


def _option(option: Option) -> Json:
    return {"text": plain(option.label, OPTION), "value": option.value}


def _said(given: Mapping[str, Any]) -> str:
    chosen = given.get("selected_option") or {}
    return str(chosen.get("value") or given.get("selected_date") or given.get("value") or "")
