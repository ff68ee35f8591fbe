"""Questions of what holds for any record, and of none in particular: “how long may a blocked task wait?”, “may I approve my own request?”."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.openings import opening

OPENING = opening()
DUTY = r"(?:may|must|shall|should|has to|have to|needs? to|is (?:allowed|responsible|accountable|entitled|required|needed|reported|escalated|informed|supposed)"
WHOSE = r"an?|any|every|each|one['’]?s?|(?:my|your|our|his|her|his or her|their|its|the same) own|the same|skipping|missing"
ANY_BODY = "anyone|anybody|everyone|everybody|someone|somebody|people|nobody|no one"
THINGS = (r"KINDS?|project|sponsor|board|gate|template|owner|review|charter|handbook|manager|member|person|baseline|budget|contract|report|objective|"
          r"approval|offer")
ANY_ONE = re.compile(rf"\b(?:{WHOSE}) (?:\w+ ){{0,2}}(?:{THINGS})\b")
IN_RULE = tuple(re.compile(OPENING + said) for said in (
    rf"(?:am i|are we|(?:is|are) (?:it|one|{ANY_BODY})) (?:allowed|permitted|entitled|supposed|obliged|ok|fine|required)\b",
    rf"(?:may|can) (?:{ANY_BODY}|any \w+)\b(?!.*\b(?:for (?:me|us|him|her|them)|please|tell|help|show)\b)",
    (rf"(?:may|must|can|shall|should|could) (?:i|we|one|{ANY_BODY}|an?|the)\b"
    r"(?! (?:see|have|get|show|ask|know|add|create|look|help|find|take|move|change|do\b))"),
    r"do (?:i|we|you) (?:really |always |still )?(?:need|have) (?:to\b|an?\b)",
    r"(?:is|are) (?:an?|any|every|each|all) .+ (?:allowed|required|needed|mandatory|compulsory|necessary|permitted|optional)",
    (r"(?:from|at|above|below|until|up to|by|before|after|under|in|for|to|of|with) (?:which|what|whose|whom) .+ (?:is|are|must|does|do|may|can|has|"
    r"have|should)\b"),
    (r"how (?:long|often|soon|late|early|many \w+|much|big|large|high|fast|quickly) (?:.+ )?(?:may|must|can|should|has to|have to|is .+ (?:kept|"
    r"allowed|valid))\b"),
    rf"(?:when|what|who|where|which|whom|how) .*\b{DUTY}|are (?:allowed|responsible|needed|required)|happens|decides|approves|signs)\b",
    r"is an? (?:change|contract|purchase|order|cost|expense|overrun|payment)\b.*\b(?:decision|allowed|approved?|ok|fine|sign|limit)",
    (r"(?:does|do|is|are) .*\b(?:handbook|polic(?:y|ies)|rules?|governance|guidelines?)\b.*"
     r"\b(?:allow|permit|require|forbid|demand|say|tell|ask|want|need)\w*\b")))
OF_OURS = re.compile(r"\b(?:my|our|this|that|these|those|i have|we have|there (?:is|are)|do we have|are there|is there|now|today|currently|next|open|overdue|"
                     r"show|list|how many)\b(?! own)")
OF_PROJECT = re.compile(OPENING + r"(?:is|may|must|can|does|has|should) (?:the )?(?:project )?PROJECT (?:to )?(?:be )?"
                        r"(?:allowed|permitted|required|obliged|have to|need to|need an?|skip|leave out|start without|close without)\b")
OF_AMOUNT = re.compile(r"\ban? (?:change|contract|purchase|order|cost|expense|overrun|payment|invoice)s?(?: request)? "
                       r"(?:of|over|above|under|worth|for|below) MONEY\b")
TO_FOLLOW = re.compile(r"^(?:so |and |please )*what (?:is|are|would be) (?:the |our )?(?:right |correct |official |proper )?"
                       r"(?:process|procedure|steps|protocol|way)(?:es|s)? "
                       r"(?:to be followed|to follow|to go through|to take|that (?:we|i) (?:must|have to|should) follow)\b")


def asks_in_general(heard: Heard) -> bool:
    """Whether it asks for the rule, by its form and by speaking of any one; a change of some amount is one, whatever project it is for."""
    if OF_PROJECT.match(heard.shaped("project")) is not None and "KEY" not in heard.types:
        return True
    if not any(form.match(heard.plain) for form in IN_RULE):
        return False
    if OF_AMOUNT.search(heard.shaped("MONEY")):
        return True
    is_of_one = heard.types & {"project", "person", "KEY", "objective", "DATE", "TEXT", "FIGURE", "COUNT"}
    return not is_of_one and ANY_ONE.search(heard.shaped("KIND")) is not None and OF_OURS.search(heard.plain) is None
