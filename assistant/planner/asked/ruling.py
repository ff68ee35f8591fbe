"""Questions of the rules: what policy, handbook or procedure say on something, whatever record or figure has a word of it in its name."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.in_general import TO_FOLLOW, asks_in_general
from assistant.planner.heard.mood import is_question
from assistant.planner.words.lexicon import meaning
from assistant.planner.words.openings import opening
from language.words import words

TEXTS = r"(?:polic(?:y|ies)|handbook|rule ?book|rules?|guidelines?|procedures?|regulations?|governance|framework|house rules)"
ON = re.compile(rf"\b{TEXTS} (?:on|about|for|regarding|concerning|when|if|to|around|behind)\b|\bwhat (?:do|does|did) (?:the |our |"
                rf"your )?(?:[\w-]+ ){{0,3}}{TEXTS} "
                rf"(?:say|says|tell|state|require|demand|want|mean)\b|\baccording to (?:the |our )?(?:[\w-]+ ){{0,2}}{TEXTS}\b|"
                rf"\b(?:any|is there a|are there|do we have a|what is (?:the|our)|which) (?:[\w-]+ )?{TEXTS} (?:on|about|for|that|which|when|if)\b")
NUMBERED = re.compile(r"\b(?:section|clause|chapter|paragraph|article|§) ?\d+(?:\.\d+)*\b")
MEANT = re.compile(r"^(?:so |and |please )*what (?:does|do) [\w' -]{2,40} mean\b")
OPENING = opening("tell me")
HOW_MUCH_MAY = re.compile(OPENING + r"how (?:much|many|long|often|high|expensive|early|late|soon|far)\b(?: [\w'-]+){0,3}? "
                          r"(?:may|must|(?:am|are|is) (?:i|we|one|it|somebody|anyone)? ?allowed)\b")
SHOWN = re.compile(r"\b(?:show|list|open|download|documents?|broken|violated|break|breaks|violate|violates|fulfil|comply|compliant|in line|follow|follows)\b")


def asks_rules(heard: Heard) -> bool:
    """Whether it asks what is laid down, and not for a document or for who breaks it."""
    if TO_FOLLOW.match(heard.plain) and not heard.types & {"KEY", "project"}:
        return True
    if NUMBERED.search(heard.plain) and not heard.types & {"KEY", "project"}:
        return True
    if MEANT.match(heard.plain) and not heard.types & {"KEY", "project", "FIGURE", "KIND"}:
        return True
    if HOW_MUCH_MAY.match(heard.plain) and not heard.types & {"KEY", "project", "person"}:
        return True
    return ON.search(heard.plain) is not None and SHOWN.search(heard.plain) is None and not heard.types & {"KEY", "project"}

HAPPENS = re.compile(OPENING + r"what (?:happens|is done|is to be done|follows|do we do|must be done|has to be done) (?:if|when|once|as soon as|whenever)\b")
CLAUSE = re.compile(OPENING + r"(?:in )?(?:which|what) (?:clause|section|chapter|paragraph|rule|policy|document|guideline|procedure)s? "
                    r"(?:say|state|require|tell|demand|forbid|allow|cover|regulate|govern|define|describe|deal|is it|is about|are about)")
MINUTED = re.compile(OPENING + r"what (?:was|were|has been|did (?:we|they)) (?:discuss(?:ed)?|talk(?:ed)? about|said|say|minuted|noted) "
                     r"(?:in|at|during) (?:the |our )?\w")
FORM_WANTED = re.compile(OPENING + r"(?:(?:can|could|may) (?:i|we|you) (?:please )?(?:get|have|see|give|send|find)|give|send|show|get|i need|we need|i want|"
                         r"where (?:is|are|do i find|can i find|do we keep)|is there|do we have|have we got)\b(?!.*\bplan templates?\b)"
                         r".* (?:template|form|blank)s?(?: (?:as|in) (?:an? )?\w+| to fill in| file)*$")
WHERE_IS = re.compile(OPENING + r"where (?:is|are|do (?:i|we) find|can (?:i|we) (?:find|read)|is it (?:written|said|laid down|stated)) (?:the |our |that )?"
                      r"(?:[\w-]+ )*?(?:raci|responsibility matrix|polic(?:y|ies)|handbook|rules?|procedures?|guidelines?|charter template|"
                      r"life ?cycle|reporting calendar)\b")
# Whether somebody may decide on an amount, or is allowed to do something at all.
MAY_THEY = re.compile(OPENING + r"(?:(?:can|could) PERSON (?:alone |still )?"
                      r"(?:approve|sign(?: off)?|authori[sz]e|release|decide(?: on| about)?|spend)\b.*\bMONEY|"
                      r"may PERSON (?:alone |still )?(?:approve|sign|authori[sz]e|release|decide|spend|order|buy)\b|"
                      r"is PERSON (?:allowed|entitled|authori[sz]ed|permitted) to (?:approve|sign|authori[sz]e|release|decide|spend|order|buy)\b)")


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
    if asks_in_general(heard) or (MAY_THEY.match(heard.shaped("person", "MONEY")) and "KEY" not in heard.types):
        return True
    is_named = heard.types & {"project", "person", "KEY", "objective"}
    if not is_named and (any(form.match(heard.plain) for form in (HAPPENS, CLAUSE, WHERE_IS, MINUTED)) or FORM_WANTED.match(heard.text.lower().strip(" .?!"))):
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


def asks_of_things(heard: Heard) -> bool:
    """Whether it asks about things that are nothing of ours, of which only texts may speak: “who answers a complaint about a dish?”."""
    if heard.types - {"SAYING", "ME"} or not is_question(heard) or POINTS_BACK.search(heard.plain):
        return False
    return sum(len(w) >= THING and w not in words()["small"] and not meaning(w) and not meaning(w.removesuffix("s")) for w in heard.plain.split()) > 1


POINTS_BACK = re.compile(r"\b(?:it|its|this|that|these|those|they|them|their|he|she|him|her|one)\b")
THING = 4                               # letters of a word that names one
