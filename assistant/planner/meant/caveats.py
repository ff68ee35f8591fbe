"""What a list says below itself where a word of the question is told by no field exactly: whether a bill was paid."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.plain import pattern
from records.kinds.base import split


def caveats(plan: Plan, heard: Heard) -> str:
    """The sentences of the kinds that are listed whose words were said."""
    listed = dict.fromkeys(str(args["kind"]) for _, args in plan.calls if args.get("kind") and args.get("values") is None)
    told = (kind_named(one).kind.caveats for one in listed)
    return " ".join(says for spoken, says in told if any(pattern(rf"\b{re.escape(w)}\b").search(heard.plain) for w in split(spoken)))
