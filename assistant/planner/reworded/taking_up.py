"""A message before it is heard: names, signs and slips put into full words, “the other one” and “the second” into the record they stand for."""
from dataclasses import dataclass
import re

from assistant.planner.heard.comparing import by_this_year
from assistant.planner.heard.following import Context, in_project
from assistant.planner.heard.placing import other, placed
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import LEFT_OUT, WHICH_OTHER, WHICH_PERSON
from assistant.planner.reworded.as_order import as_order
from assistant.planner.reworded.called import fully_named, two_called
from assistant.planner.reworded.day_behind import day_behind
from assistant.planner.reworded.day_words import days_spelt, runs_spelt
from assistant.planner.reworded.effects import effect_asked
from assistant.planner.reworded.handed_on import handed_on
from assistant.planner.reworded.him_or_her import by_name
from assistant.planner.reworded.ill import is_ill
from assistant.planner.reworded.in_that_time import in_that_time
from assistant.planner.reworded.my_rating import my_rating
from assistant.planner.reworded.office_words import written_out
from assistant.planner.reworded.pointed_at import pointed_at
from assistant.planner.reworded.put_as_wish import put_as_wish, without_reason
from assistant.planner.reworded.quick_adding import in_words
from assistant.planner.reworded.reported import as_told
from assistant.planner.reworded.stance import stance
from assistant.planner.reworded.until import when_instead
from assistant.planner.words.the_other import is_other

MOST_OFFERED = 3


@dataclass(frozen=True)
class Taken:
    """The message in full words, what of it is in no field, and the labels of a new task; or the question that must be asked first."""
    text: str
    says: str = ""
    asks: Plan | None = None
    labels: str = ""


def taken_up(text: str, asked: Asked, context: Context) -> Taken:
    people = asked.names.get("person", {})
    text = in_that_time(as_told(handed_on(is_ill(written_out(text), people), people, context), people), people, context)
    if (shared := two_called(text, people)) is not None:
        said, names = shared
        return Taken(text, asks=Plan(says=WHICH_PERSON.format(words=said), choices=tuple(re.sub(rf"\b{said}\b", n, text, count=1) for n in names)))
    text, labels = in_words(stance(text), asked.projects, people)
    text, why = without_reason(day_behind(runs_spelt(days_spelt(by_name(fully_named(text, people), asked, context)))), people)
    text = put_as_wish(as_order(my_rating(text, asked, context), asked.projects), asked.projects)
    if is_other(text):
        text = other(text, context) or ""
    if not text:
        return Taken(text, asks=Plan(says=WHICH_OTHER, choices=tuple(f"show {key}" for key in context.listed[:MOST_OFFERED])))
    text, supposed = effect_asked(text, context)
    dated = when_instead(by_this_year(text, asked.today), asked, context)
    if isinstance(dated, Plan):
        return Taken(text, asks=dated)
    text, whose = dated
    says = " ".join(filter(None, (LEFT_OUT.format(words=why) if why else "", whose, supposed)))
    return Taken(in_project(placed(pointed_at(text, context), context), asked.projects), says, labels=labels)
