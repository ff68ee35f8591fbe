"""What is answered without any tool: greetings and thanks, don'ts, removals, instructions to the assistant, days that do not exist."""
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_overriding, is_refusal, is_removal, is_small_talk, is_sum, is_thanks
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import (
    LIKE_WHAT,
    LOST,
    NO_ARCHIVE,
    NO_JUDGEMENT,
    NO_SENDING,
    NO_UNCONFIRMED,
    NO_WRITING,
    OVERRIDING,
    REFUSED,
    REMOVAL,
    SMALL_TALK,
    STOP_OR_HOLD,
    WELCOME,
    WHICH_PREVIEW,
    helpful,
    instead_of_removal,
    no_such_date,
)
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.phrases import MORE_TIME, POLITE
from language.dates import impossible_dates

YES_OR_NO = re.compile(r"(?:(?:yes|ok|okay|sure|fine|alright|please|well|good|then|and|now|just) )*(?:yes|no|yep|nope|yeah|confirm|discard|approved?|"
                       r"apply|go ahead|go for it|do it|do that|never mind|cancel)(?: (?:please|it|that|this|them|all))*$")

DROPPED = re.compile(r"\b(?:never mind|forget (?:it|that|about it)|scratch that|ignore that|no,? leave it|do not bother)\W*$")

ALONE = re.compile(r"(?:and )?(?:why|how|how come|when|who|what|which|where)(?: so| then| is that)?")     # leans on nothing

WISHES = re.compile(r"^(?:(?:i|we|let us|so|and|just)\s+)*(?:hope|hoping|wish|wishing|good luck|fingers crossed|congratulations|congrats|"
                    r"happy (?:birthday|new year|holidays)|"
                    r"enjoy|have a (?:nice|good|great|lovely)|merry christmas|get well)\b(?!.*\b(?:task|risk|add|create|log|show me|tell me)\b)")
JUDGED = re.compile(r"\bPERSON (?:really |actually |still )*(?:(?:any )?good|bad|lazy|incompetent|useless|smart|stupid|reliable|trustworthy|"
                    r"worth (?:his|her|their)|nice|"
                    r"competent|productive|underperforming|a good|a bad|the best|the worst)\b|"
                    r"\b(?:who is|which (?:person|colleague|employee) is|who are) (?:the |our |my )?(?:best|worst|laziest|smartest|weakest|"
                    r"strongest) (?:employee|colleague|worker|person|"
                    r"performer|team member|project manager|people)s?\b|\b(?:fire|sack|promote|demote|lay off|give a raise to) PERSON\b")
LEAD = "please |can you |could you |and |ok |now "
SENT = re.compile(rf"^(?:{LEAD})*(?:(?:send|forward|mail|email|share|pass|cc)(?: on)? (?:it|this|that|them|these|all this|"
                  r"the (?:answer|list|table|result|results|numbers|figures|summary))(?: on| over)?(?: to| with) PERSON|"
                  r"(?:tell|inform|notify|ping|message|let) (?:PERSON|them|him|her|everybody|everyone|the team)(?: know)?(?: (?:about|of))?"
                  r"(?: (?:it|this|that|why|so|too|then|the reason))*(?: (?:that|about|how|when|what) .+)?)$")
WRITING = re.compile(rf"^(?:{LEAD}|would you |i need you to |help me (?:to )?)*"
                     r"(?:draft|write|compose|formulate|prepare|word|type up)"
                     r"(?: (?:me|us|up))?(?: an?| the| another| some)?(?: (?:short|quick|polite|friendly|formal|nice|brief|little))*"
                     r" (?:e-?mails?|mails?|letters?|messages?|repl(?:y|ies)|slack (?:message|post)|announcements?|newsletters?|reminders?|press "
                     r"releases?|memos?|"
                     r"speech(?:es)?|invitations?)\b")
MAIL = re.compile(r"\b(?:reminders?|e-?mails?|mails?|letters?|messages?) (?:to|for) ")
ASKED_FOR = re.compile(rf"^(?:{LEAD}|would you |go and )*(?:ask|tell) PERSON "
                       r"(?:when|whether|if|why|how (?:far|long|much|is)|what|where|who)\b")
PRAISED = re.compile(r"^(?:please |and )*(?:(?:tell|say to|give|let) PERSON\b.*|PERSON )?\b(?:well done|good job|nice work|great work|nice one|kudos)\b")
UNCONFIRMED = re.compile(r"\b(?:changed?|changes|edited|edits|written|modified|done|happened|updated|created|made)\b.*\b"
                         r"(?:without (?:an?y?|my|our|the|being|asking|"
                         r"having been)? ?(?:\w+ )?(?:confirmations?|confirmed|confirming|consent|yes|asking|asked|okay|preview)|un-?confirmed|not confirmed|"
                         r"(?:nobody|no one|never) (?:was |has |had |been )*confirmed|(?:by|on) (?:yourself|itself|its own|your own)|behind (?:my|our) backs?|"
                         r"automatically|secretly)\b|\bun-?confirmed (?:changes|edits)\b")
ALIKE = re.compile(r"^(?:so |and |but )*(?:did|have|has|had|do|was|were|is|are) (?:we|they|anyone|anybody|somebody|there) "
                   r"(?:ever |already |not )*(?:have |had |seen? |been )?"
                   r"(?:ever |already )?(?:anything|something|a case|cases|one|that|this|it)? ?(?:like|similar to) (?:that|this|it)(?: here)?"
                   r"(?: (?:before|already|earlier|in the past|ever|elsewhere|in other projects|in an? (?:earlier|other) project))*$|"
                   r"^(?:so |and |but )*(?:did|have|has|had) (?:we|that|this|it|such a thing) (?:ever |already )*(?:had|have|happen(?:ed)?|occur(?:red)?|seen)"
                   r"(?: (?:this|that|it|something similar|such a thing|the same))?(?: (?:before|already|earlier|in the past|elsewhere))+$")
PUT_AWAY = r"(?:archive|file away|put away|move (?:[\w-]+ ){0,6}?(?:to|into) (?:the |an )?archive|put (?:[\w-]+ ){0,6}?(?:in|into) (?:the |an )?archive)"
ARCHIVING = re.compile(rf"^(?:{LEAD}|would you |i want to |let us )*{PUT_AWAY}\b|"
                       rf"\b(?:i mean|i meant|or rather|rather|better|sorry|actually|no)\W+(?:please |just )*archive (?:it|them|those|these|that|this|all)\b")


STOPS = re.compile(rf"^{POLITE}(?:stop|halt|terminate|end)(?: the| our)?(?: project)? (?:PROJECT|KEY)(?: now| then| please)?$")


def is_archiving(heard: Heard) -> bool:
    """Whether records are to be put into an archive, be it as a second thought: “close them … I mean archive them”."""
    return bool(heard.types & {"KEY", "project", "KIND"}) and ":" not in heard.text and ARCHIVING.search(heard.plain) is not None and is_order(heard)


SAID = (
    (lambda heard: WRITING.match(heard.plain) and (not heard.types & {"KEY"} or MAIL.search(heard.plain)), NO_WRITING),
    (lambda heard: ASKED_FOR.match(heard.shaped("person")), NO_SENDING),
    (lambda heard: UNCONFIRMED.search(heard.plain) and not is_order(heard), NO_UNCONFIRMED), (lambda heard: ALIKE.match(heard.plain), LIKE_WHAT),
    (lambda heard: SENT.match(heard.shaped("person")) or MORE_TIME.match(heard.shaped("person")), NO_SENDING),
    (lambda heard: PRAISED.match(heard.shaped("person")), NO_SENDING),
    (lambda heard: WISHES.match(heard.plain), SMALL_TALK), (lambda heard: JUDGED.search(heard.shaped("person")), NO_JUDGEMENT),
    (lambda heard: YES_OR_NO.fullmatch(heard.plain), WHICH_PREVIEW), (is_thanks, WELCOME),
    (lambda heard: DROPPED.search(heard.plain), REFUSED), (is_sum, LOST), (is_small_talk, SMALL_TALK),
    (is_overriding, OVERRIDING), (lambda heard: STOPS.match(heard.typed), STOP_OR_HOLD),
    (is_refusal, REFUSED), (is_archiving, NO_ARCHIVE), (is_removal, REMOVAL),
)
CHOICES = {NO_UNCONFIRMED: ("what changed this week?", "who changed what today?"),
           LIKE_WHAT: ("search lessons for supplier", "search records for late delivery")}


def declined(heard: Heard, context: Context) -> Plan | None:
    """The plan for a message that no tool is for, or None."""
    if not context.past and ALONE.fullmatch(heard.plain):
        return Plan(says=LOST, choices=tuple(helpful((), heard, context.projects)), understood=False)
    says = next((says for is_it, says in SAID if is_it(heard)), None)
    if says is not None:
        return Plan(says=says, choices=_instead(says, heard, context), understood=says != OVERRIDING)
    day = _impossible(heard)
    return Plan(says=no_such_date(day)) if day else None


def _instead(says: str, heard: Heard, context: Context) -> tuple[str, ...]:
    """What works instead of what is declined."""
    if says == STOP_OR_HOLD:
        named = heard.said((*heard.of("project"), *heard.of("KEY"))[0])
        return f"cancel {named}", f"put {named} on hold"
    if says == NO_SENDING and len(keys := heard.all("KEY")) == 1:
        return (f"comment on {keys[0]}: {heard.text.strip(' .!?')}",)
    if says == NO_SENDING:
        of = next((name for name, key in context.projects.items() if key == context.project), None) or next(iter(context.projects), "portfolio")
        return (f"send me the {of} report every Monday at 8",)
    if says == NO_WRITING:
        key = heard.first("project") or context.project
        name = next((n for n, k in context.projects.items() if key in (k, n)), next(iter(context.projects), ""))
        return (f"how is {name} doing?", f"why is {name} late?") if name else ("how is the portfolio?",)
    if says in CHOICES or says in (WELCOME, REFUSED):
        return CHOICES.get(says, ())
    return tuple(helpful((), heard, context.projects, context.project) if says in (SMALL_TALK, OVERRIDING, LOST) else instead_of_removal(heard))


def _impossible(heard: Heard) -> str | None:
    """A day that no calendar has, unless it stands in a quotation or a key."""
    if not re.search(r"\d", heard.text):
        return None
    closed = (*heard.of("TEXT"), *heard.of("KEY"))
    return next((str(s.value) for s in impossible_dates(heard.text) if not any(q.start <= s.start < q.end for q in closed)), None)
