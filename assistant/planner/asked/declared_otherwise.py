"""Whether what managers declare is what the records say: “is the declared status the same as what the records say?”, “why does Ana call Apollo green?”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.thoughts import last_thought
from assistant.planner.words.openings import opening
from records.kinds import Project
from tools.base import Holds, Tool

OPENS = opening("tell me", "show me", "list", "show")
DECLARED = r"(?:declar\w+|self[- ]reported|reported|claimed|stated|official|own|managers?['’]?s?) (?:status|colou?rs?|health|state|traffic lights?|rag)\b"
DECLARES = r"\b(?:declar\w+|calls?|claims?|reports?|paints?|rates?|says?|shows?)\b"
COMPARED = (r"\b(?:same|match\w*|agree\w*|differ\w*|differences?|deviat\w+|contradict\w*|mismatch\w*|discrepanc\w+|other than|another|unlike|although|"
            r"even though|but|while|when|versus|vs|against|than|true|honest|fit|fits|correspond\w*|consistent|in line with|different)\b")
TRUTH = r"\b(?:records?|figures?|computed?|calculated?|numbers|reality|facts?|data|system|real|actual|verdicts?|judged?|red|amber|yellow|green|PROJECT)\b"
OF_ALL = re.compile(rf"(?=.*\b{DECLARED})(?=.*{COMPARED})(?=.*{TRUTH})")
COLOUR = r"(?:red|amber|yellow|green|on track)"
CALLED = re.compile(rf"{OPENS}(?:why|how come|on what grounds|with what reason|which|who|what)\b.*{DECLARES}.*\b{COLOUR}\b(?=.*{COMPARED})|"
                    rf"{OPENS}(?:why|how come|on what grounds|with what reason)\b.*\b(?:declares?|calls?)\b.*\b{COLOUR}\b|"
                    rf"{OPENS}(?:which|who|what)\b.*\bdeclar\w+ (?:\w+ )?(?:colou?r|status|state)\b.*{COMPARED}")
AS = re.compile(r"\bdeclared (?:as |to be )?(?P<c>red|amber|green)\b")
THOSE = re.compile(r"\b(?:differences?|differ|those|only|mismatches|deviations)\b", re.I)
IS_PLAIN = re.compile(r"\b(?:since when|when was|who set|who declared|history|declared green but not green)\b")


def declared_otherwise(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of those that differ, or of the one that is named; None where the two are not compared."""
    lister, said = lister_of(tools.values()), heard.shaped("project")
    others = set(heard.all("KIND")) - {Project.kind.one}
    if lister is None or is_order(heard) or heard.types & {"KEY", "MONEY", "PERCENT", "TEXT", "DATE"} or (others and "declar" not in heard.plain):
        return None
    if IS_PLAIN.search(heard.plain) or not (OF_ALL.search(said) or CALLED.match(said)):
        return None
    named = AS.search(heard.plain)
    where = {"key": ", ".join(heard.all("project")), "declared colour": named["c"] if named else "", "declared": "otherwise"}
    asked = {Holds.kind: Project.kind.one, Holds.conditions: {name: words for name, words in where.items() if words}}
    behind = last_thought(heard.text)
    return Plan((called(lister, asked),), sure=True, whole=behind is not None and THOSE.search(behind.said) is not None)
