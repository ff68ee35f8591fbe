"""The Web API methods of forms and the Home tab."""
from collections.abc import Callable, Mapping
from typing import Any

from tests.fakes.slack import blockkit
from tests.fakes.slack.contract import Call, Json, SlackError, invalid_arguments
from tests.fakes.slack.workspace import APP, BOT_ID, TEAM, Workspace


def stored(ws: Workspace, view: Any, owner: str, id_: str = "") -> Json:
    """Keep a view as Slack hands it back: with ids for what has none, and an empty state."""
    if found := blockkit.view_problems(view):
        raise invalid_arguments(*(f"{problem} [json-pointer:/view]" for problem in found))
    id_ = id_ or ws.next_id("V")
    blocks = [{"block_id": ws.next_id("b"), **block} for block in view["blocks"]]
    made = {"private_metadata": "", "callback_id": "", **view, "blocks": blocks, "id": id_, "team_id": TEAM, "app_id": APP, "bot_id": BOT_ID,
            "hash": ws.next_id("h"), "state": {"values": {}}, "root_view_id": id_, "previous_view_id": None}
    ws.views[id_], ws.owners[id_] = made, owner
    return made


def views_open(ws: Workspace, call: Call) -> Json:
    trigger = ws.triggers.get(str(call.args["trigger_id"]))
    if trigger is None:
        raise SlackError("invalid_trigger_id")
    if trigger.is_spent:
        raise SlackError("exchanged_trigger_id")
    trigger.is_spent = True
    view = stored(ws, call.args["view"], trigger.user)
    ws.modals[trigger.user] = view["id"]
    return {"view": view}


def views_update(ws: Workspace, call: Call) -> Json:
    old = ws.views.get(str(call.args.get("view_id")))
    if old is None:
        raise SlackError("not_found")
    if call.args.get("hash") not in (None, old["hash"]):
        raise SlackError("hash_conflict")
    return {"view": stored(ws, call.args["view"], ws.owners[old["id"]], old["id"])}


def views_publish(ws: Workspace, call: Call) -> Json:
    user = call.args["user_id"]
    old = ws.homes.get(user)
    if user not in ws.people:
        raise invalid_arguments("user_id: user not found")
    ws.homes[user] = stored(ws, call.args["view"], user, old["id"] if old else "")
    return {"view": ws.homes[user]}


VIEWING: Mapping[str, Callable[[Workspace, Call], Json]] = {"views.open": views_open, "views.update": views_update, "views.publish": views_publish}
