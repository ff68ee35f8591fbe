"""Who may approve a record: “could Carla approve the scanner rent herself?”, “who has to decide it then?” are told by its amount and the limits."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING, asks_leave, asks_who_decides
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import asking_of, called, teller_of
from assistant.planner.words.lexicon import kind_coded
from records.kinds import KINDS
from records.kinds.base import fields
from tools.base import Holds, Tool

OWN = "can I approve a {one} I raised myself?"
COST = "cost effect"
MAY = "may approve"                             # the field that a teller is asked for
DECIDED = frozenset(("decider_id", "cost_effect", "requester_id"))            # the fields of what is decided by its amount
LEFT = re.compile(rf"{OPENING}who (?:has to|must|may|can|would have to|is to)(?: \w+)?(?: then| instead)?(?:,? and (?:by )?when| and by when)?$")
IF_AMOUNT = re.compile(rf"{OPENING}(?:who|whose approval) (?:may|can|must|has to|have to|approves|decides|signs|is needed|do i need|would)\b[\w ,]*\bif "
                       r"(?:it|that|this|the (?:amount|change|request|cost))(?: costs?| is| was| were| comes to| came to|['’]s| would be| goes up to)+ "
                       r"(?:over |above |more than |about )?(?P<n>\d[\d.,]*(?: ?k\b| thousand| ?m\b| million)?(?: ?(?:EUR|euros?|€))?)\W*$", re.I)
SUM = r"(?P<n>[€$£]? ?\d[\d.,]*(?: ?k\b| thousand| ?m\b| million)?(?: ?(?:EUR|euros?|€))?)"
OF_AMOUNT = re.compile(rf"{OPENING}(?:tell me )?(?:who|by whom|whose (?:approval|signature|decision|yes|ok)|which (?:role|body|board|person))\b"
                       r"(?! (?:has |have |had |was )?(?:approved|decided|signed|rejected|accepted|raised|asked|"
                       r"requested|wanted|made|paid)\b)[^?.;]*?\b(?:an?|any|the|our)? ?"
                       r"(?:change requests?|changes?|requests?|CRs?)\b(?: (?:that|which|who|would|will|is|are|was|were))* ?"
                       r"(?:costs?|costing|of|for|worth|at|above|over|beyond|under|below|up to|with)\b[^?.;\d€$£]{0,40}"
                       rf"{SUM}(?: (?:be |is )?(?:approved|decided|signed(?: off)?))?(?: or (?:more|above))?\W*$", re.I)
VERBS = r"(?:approv\w+|decid\w+|sign\w*|accept\w*|grant\w*|authori[sz]\w*|release\w*|agree\w*)"
ITS_OWN = re.compile(rf"\b{VERBS}(?: \w+)? (?:my|our|your|their|his|her|its|one['’]?s|[\w-]+['’]s) own\b|"
                     rf"\b{VERBS}\b.*\b(?:requests?|changes?|wish\w*|what) (?:that |which )?(?:i|we|he|she|they|one|somebody) (?:has |have |had )?(?:\w+ )?"
                     r"(?:raised|asked|requested|wrote|made|submitted|wanted|wants?|raises?|asks?)\b|"
                     r"\brequesters?\b.*\b(?:deciders?|approvers?|approve|decide)\b|\b(?:deciders?|approvers?)\b.*\b(?:requesters?|asked for it)\b|"
                     r"\bself[- ]?approv\w+", re.I)
LEAVE = re.compile(rf"{OPENING}(?:tell me )?(?:(?:can|could|may|might|must|shall|should|would|is|are|am|was|were)\b|"
                   r"(?:what|how) (?:about|if|happens)\b|does (?:the|our) (?:handbook|rules?|policy)\b|do we allow\b)", re.I)
SELF = re.compile(r"\b(?:i|me|myself|we|ourselves)\b")


def may_decide(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The teller's answer on the record that is named or was talked of; None where none is, or it is nothing that is decided."""
    teller, is_of_one = teller_of(tools.values()), asks_leave(heard)
    is_asked = asks_who_decides(heard) or LEFT.match(heard.plain)
    if LEAVE.match(heard.plain) and ITS_OWN.search(heard.plain) and not heard.types & {"KEY", "project"} and (ruled := _of_own(heard, tools)):
        return ruled
    if (amount := IF_AMOUNT.match(heard.text.strip()) or OF_AMOUNT.match(heard.text.strip())) is not None and not heard.types & {"project", "person", "KEY"}:
        return _of_amount(re.sub(r"(?<=\d) ?k\b", ",000 EUR", amount["n"], flags=re.I), tools)
    if is_asked and not heard.named and (plan := _of_waiting(heard, tools, context)) is not None:
        return plan
    key = heard.first("KEY") or next(iter(context.meant(heard)), None) or (context.it if LEFT.match(heard.plain) else None)
    if teller is None or not is_asked or not key or len(heard.all("KEY")) > 1:
        return None
    if not {f.name for f in fields(kind_coded(key))} >= DECIDED:
        return None
    who = next((heard.said(s) for s in heard.of("person")), "me" if SELF.search(heard.plain) else "") if is_of_one else ""
    return Plan((called(teller, {Holds.record: key, Holds.field: f"{MAY}: {who}" if who else MAY}),), sure=True)


def _of_own(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """What the documents say on one's own request, before what they say on amounts and parts: what forbids comes before what limits."""
    asking, one = asking_of(tools.values()), _decided_kind()
    if asking is None or not one or re.match(rf"{OPENING}(?:is|are|was|were) (?:any|there|somebody|someone)", heard.plain):
        return None
    first = called(asking, {Holds.question: OWN.format(one=one)})
    return Plan((first, called(asking, {Holds.question: heard.text.strip()})) if heard.types & {"MONEY", "HOURS"} else (first,), sure=True)


def _of_waiting(heard: Heard, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """What the documents say on one's own request, or on its amount, where the request only waits for a yes."""
    said = context.pending.said if context.pending else {}
    asking = asking_of(tools.values())
    one = _decided_kind()
    last = context.last_call if LEFT.match(heard.plain) else None
    was = str(next((last.said.get(s.name, "") for s in asking.slots if s.holds is Holds.question), "")) if asking and last and last.tool == asking.name else ""
    is_new = said.get("kind") == one and "where" not in said
    if asking is None or not (is_new or (one and one in was)):
        return None
    amount = next((f" of {v}" for n, v in said.get("values", {}).items() if n == COST), "")
    own = asks_leave(heard) and SELF.search(heard.plain)
    return Plan((called(asking, {Holds.question: OWN.format(one=one) if own else f"who approves a {one}{amount}?"}),), sure=True)


def _decided_kind() -> str:
    """What is decided by its amount, as it is called; "" where nothing is."""
    return next((k.kind.one for k in KINDS if {f.name for f in fields(k)} >= DECIDED), "")


def _of_amount(amount: str, tools: Mapping[str, Tool]) -> Plan | None:
    """What the documents say on an amount that is only supposed, of whatever request was talked of."""
    asking = asking_of(tools.values())
    one = _decided_kind()
    return Plan((called(asking, {Holds.question: f"who approves a {one} of {amount}?"}),), sure=True) if asking and one else None
