"""Records by their keys, whatever they are called by: a word of their title and their kind, their title, and the project that they are in beside it."""
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from assistant.planner.meant.both_called import both_called
from assistant.planner.meant.by_its_kind import by_its_kind
from assistant.planner.meant.its_own_home import without_its_home
from assistant.planner.meant.titled import with_keys


def by_any_name(heard: Heard, asked: Asked, context: Context) -> Heard:
    """The message with a key for each record that it speaks of by its name."""
    return without_its_home(with_keys(by_its_kind(both_called(heard, asked), asked), asked, context), asked)
