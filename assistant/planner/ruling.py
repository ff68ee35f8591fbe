"""Questions of the rules: what policy, handbook or procedure say on something, whatever record or figure has a word of it in its name."""
import re

from assistant.planner.hearing import Heard
from assistant.planner.in_general import asks_in_general

TEXTS = r"(?:polic(?:y|ies)|handbook|rule ?book|rules?|guidelines?|procedures?|regulations?|governance|framework|house rules)"
ON = re.compile(rf"\b{TEXTS} (?:on|about|for|regarding|concerning|when|if|to|around|behind)\b|\bwhat (?:do|does|did) (?:the |our |"
                rf"your )?(?:[\w-]+ ){{0,3}}{TEXTS} "
                rf"(?:say|says|tell|state|require|demand|want|mean)\b|\baccording to (?:the |our )?(?:[\w-]+ ){{0,2}}{TEXTS}\b|"
                rf"\b(?:any|is there a|are there|do we have a|what is (?:the|our)|which) (?:[\w-]+ )?{TEXTS} (?:on|about|for|that|which|when|if)\b")
NUMBERED = re.compile(r"\b(?:section|clause|chapter|paragraph|article|§) ?\d+(?:\.\d+)*\b")
MEANT = re.compile(r"^(?:so |and |please )*what (?:does|do) [\w' -]{2,40} mean\b")
SHOWN = re.compile(r"\b(?:show|list|open|download|documents?|broken|violated|break|breaks|violate|violates|fulfil|comply|compliant|in line|follow|follows)\b")


def asks_rules(heard: Heard) -> bool:
    """Whether it asks what is laid down, and not for a document or for who breaks it."""
    if NUMBERED.search(heard.plain) and not heard.types & {"KEY", "project"}:
        return True
    if MEANT.match(heard.plain) and not heard.types & {"KEY", "project", "FIGURE", "KIND"}:
        return True
    return ON.search(heard.plain) is not None and SHOWN.search(heard.plain) is None and not heard.types & {"KEY", "project"}


THEIR_PART = (r"(?:project manager|programme manager|project leader|manager of project|product owner|scrum master|sponsor|pmo|project office|"
              r"steering committee|(?:portfolio |project )?board|benefit owner|risk owner|team member|value manager|key user|change board|controller)")
OF_OFFICE = re.compile(
    r"^(?:(?:so|and|hi|hello|please|tell me|explain|can you tell me)\s+)*(?:"
    r"(?:what is |what are |is there )?(?:the |a )?differen\w+ between (?:an? |the )?\w[\w -]* and (?:an? |the )?\w[\w -]*|"
    r"what (?:is|are) (?:the |our )?(?:tolerances?|thresholds?|limits?|criteri(?:a|on)|procedures?|process|rules?|requirements?|minimum|maximum|"
    r"approach|standard|conditions?|exceptions?) (?:for|of|on|to|when|at|in) (?:the |an? |our )?(?!PROJECT)[\w -]+|"
    r"when (?:is|are|must|does|do) (?:the |our |my )?(?:\w+ )?(?:reports?|minutes|timesheets?) (?:be )?(?:due|handed in|delivered|sent|come)\b.*|"
    r"who (?:chairs?|presides over|sits on|sits in|heads|is (?:on|in|the chair of)|belongs to|are the members of) (?:the |our )?(?:[\w-]+ )?"
    r"(?:board|committee|steerco|pmo)|"
    r"(?:what is |what are |is there )?(?:the |a |any )?(?:penalt(?:y|ies)|sanctions?|punishments?|consequences?|fines?) (?:for|of|if|when) .+|"
    r"(?:what is |who is in |show )?(?:the )?raci (?:for|of|on) (?:the |an? )?(?!PROJECT)[\w -]+|"
    rf"what (?:is|are) (?:the |an? )?(?:role|roles|part|papel|job|duty|duties|responsibilit(?:y|ies)|tasks) of (?:the |an? |our )?{THEIR_PART}s?|"
    rf"what (?:does|must|should) (?:the |an? ){THEIR_PART} do)$")


def asks_of_office(heard: Heard) -> bool:
    """Whether it asks how the office works, of no record: what a word means beside another, who sits on the board, what somebody's part is."""
    if asks_in_general(heard):
        return True
    is_of_one = heard.types & {"project", "person", "KEY", "objective"}
    is_figure = "FIGURE" in heard.types and BETWEEN_TWO.match(heard.plain) is None
    return not is_of_one and not is_figure and OF_OFFICE.match(heard.shaped("project")) is not None


BETWEEN_TWO = re.compile(r"^(?:(?:so|and|please)\s+)*(?:(?:what|where) is |what are )?(?:the |a )?differen\w+ between\b")


HOW_TO = re.compile(r"^(?:(?:so|and|hi|hello|please|tell me|can you tell me)\s+)*how (?:do|should|must|can|shall|would) (?:we|i|one) (?!know\b|do\b|"
                    r"stand\b|look\b|compare\b|get back\b|spend\b)\w+")


def asks_how_to(heard: Heard) -> bool:
    """Whether it asks how something is done here, of nothing in particular: “how do we decide if a risk is high?”."""
    return HOW_TO.match(heard.plain) is not None and not heard.types & {"project", "person", "KEY", "FIGURE", "MONEY", "PERCENT", "DATE", "objective"}
