"""One message as it is meant: something new that comes out of what is there, a note on it, both lists of two conditions, or an order with what is "
  "told beside it."""
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.meant.as_a_field import as_a_field
from assistant.planner.meant.either_of import each_of
from assistant.planner.told.also_as import also_as
from assistant.planner.told.beside_order import beside_order
from assistant.planner.told.linked_later import linked_later
from assistant.planner.told.noted_on_it import noted_on_it
from assistant.planner.told.only_so import only_so
from assistant.planner.told.out_of_it import in_parts, no_longer, of_what_is_found, out_of_it
from assistant.planner.told.several_told import several_told
from assistant.planner.told.taken_off import taken_off
from tools.base import Tool

Again = Callable[[str], Plan]


@dataclass(frozen=True)
class Writing:
    """The tools that change, make and list, and the names of those that may be used."""
    changer: Tool
    maker: Tool
    lister: Tool
    offered: Sequence[str]


def in_one_message(text: str, asked: Asked, tools: Writing, alone: Again, named: Again) -> Plan:
    """The plan of a message; `alone` plans words as they stand, `named` with what they call a record by as well."""
    changer, maker = tools.changer, tools.maker
    if maker.name in tools.offered and changer.name in tools.offered:
        new = also_as(text, changer, maker, named) or out_of_it(text, asked, maker, named) or no_longer(text, asked, maker, named)
        new = new or of_what_is_found(text, asked, maker, named) or in_parts(text, asked, maker)
        if plan := new or noted_on_it(text, asked, changer, named) or as_a_field(text, asked, changer):
            return plan
    whole = each_of(alone(text), asked.heard(text), tools.lister, alone)
    plan = beside_order(taken_off(whole, text, changer), text, asked, (changer, maker), named)
    plan = several_told(plan, text, asked, (changer, maker), named)
    return only_so(linked_later(plan, text, asked, maker), text, (changer, maker), named)
