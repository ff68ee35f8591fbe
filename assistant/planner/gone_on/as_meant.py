"""The message with the keys in the place of what points to them, or what must be asked of it first."""
from assistant.planner.gone_on.correcting import another_meant, corrected_of_shown
from assistant.planner.gone_on.further import in_the_same_words
from assistant.planner.gone_on.measured import measured
from assistant.planner.gone_on.pointed import pointed
from assistant.planner.gone_on.shown_before import both_said, with_shown
from assistant.planner.gone_on.told_of_shown import told_of_shown
from assistant.planner.gone_on.whose_field import whose_field
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan


def in_place(heard: Heard, asked: Asked, context: Context) -> Heard:
    """The records that were shown, by their keys."""
    return with_shown(pointed(heard, asked, context), asked, context)


def as_meant(heard: Heard, asked: Asked, context: Context) -> tuple[Heard, Plan | None]:
    """What is corrected of a record, which other record is meant, and whose field."""
    heard = measured(heard, asked, context)
    heard = in_the_same_words(heard, asked, context)
    heard = told_of_shown(corrected_of_shown(heard, asked, context), asked, context)
    heard, first = another_meant(heard, asked, context)
    heard, second = whose_field(both_said(heard, asked), context, asked)
    return heard, first or second
