"""The colour that a manager declares, spoken of as theirs: “set my rating to red” is that of the project talked about, or of the only one that they lead."""
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.plan import Asked

RATED = re.compile(r"^(?P<lead>\W*(?:(?:ok|okay|then|so|and|please|well|fine|all right|alright)\b[\s,]*)*)(?:set|change|put|turn|switch|make|"
                   r"move) (?:my|our|the|its) "
                   r"(?:own )?(?:declared )?(?:rating|colour|color|rag|rag status|traffic light|status colou?r|light|assessment)(?: (?:of|for|"
                   r"on) (?P<of>[\w-]+))? "
                   r"(?:back )?(?:to |on |as )?(?P<c>red|amber|yellow|green)(?P<rest>\W.*)?$", re.I)

WHY = re.compile(r"^\s*(?:[,;–-]|\.\s)+\s*(?=(?:i|we|it|the|that)\b)", re.I)


def my_rating(text: str, asked: Asked, context: Context) -> str:
    """The order to declare that colour of the project; the text as it is where none is meant."""
    m = RATED.match(text)
    known = {key: name for name, key in asked.projects.items()}
    of = (m["of"] or known.get(context.project or "", "") or asked.my_only) if m else ""
    if m is None or not of:
        return text
    colour, rest = m["c"].lower().replace("yellow", "amber"), WHY.sub(", reason: ", (m["rest"] or "").rstrip(" .!"))
    return f"{m['lead']}declare {of} {colour}{rest}"
