"""Whether to stop or to go on, what would be recommended, how sure it is, whether more is spent than planned and a promise will be reached: what the records
say to it, of the project or the record that is spoken of."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_question
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of, teller_of
from assistant.planner.heard.wording import RECOMMENDED, WHAT_TO_RECOMMEND
from assistant.planner.words.openings import opening
from records.figures.confidence import confidence
from records.kinds import Project
from records.kinds.project import ENDED
from tools.base import Holds, Tool

STOP, COST, VALUE, DATA = "stop", "cost", "value", "data"           # the choices of a tool that tells of one project
THEM, FEW = re.compile(r"\b(?:them|those|these|they|both|both of them|all of them)\b"), 4
STOPPED = frozenset((*ENDED, "on hold"))
OPENS = opening()
OBJECT = (r"(?:\s+(?:on|with|the|our|project|work|working|all|funding|money|cash|into|in|for|pouring|spending|investing|doing|at))*"
          r"(?:\s+(?:PROJECT|it|this|that|now|today|DATE|here|right)\b|\s*$)")
VERBS = r"(?:stop|kill|cancel|abandon|terminate|scrap|drop|shut down|give up|pull the plug|call off|continue|carry on|go on|keep(?: going)?)"
DONE = r"(?:stopped|killed|cancell?ed|abandoned|terminated|scrapped|dropped|gave up|pulled the plug|called off|continued|carried on|went on)"
OF_ALL = r"\s+(?:would|will|save|saves|cost|costs|be|make|makes|bring|brings|mean|means|lose|gain|pay)\b"
DOING = (r"(?:stopping|killing|cancell?ing|abandoning|terminating|scrapping|dropping|giving up|pulling the plug|calling off|continuing|"
         rf"carrying on|going on|finishing)(?:{OBJECT}|{OF_ALL})")
WHETHER = re.compile(OPENS + rf"(?:(?:should|shall|must|do|would|could|had)\b.*\b(?:{VERBS}{OBJECT}|{DOING})|"
                     rf"(?:is|was|would|does|will) (?:it|PROJECT)\b.*\b(?:worth|better|time|right|sense|pay|make sense|cheaper)\b.*\b(?:{VERBS}{OBJECT}|"
                     rf"{DOING})|"
                     rf"(?:what|how much)\b.*\b(?:would|does|do|will|if|could|can|is)\b.*\b(?:{VERBS}{OBJECT}|{DOING})|"
                     rf".*\bif (?:we|i|you|they|the board)\b.*\b(?:{VERBS}|{DONE}){OBJECT}|"
                     rf".*\bif (?:PROJECT|it|that|this) (?:is|was|were|gets|got|should be|has to be)(?: now| then)? (?:{DONE}|put on hold|ended|frozen)\b)")
LOSING = re.compile(OPENS + r"(?:and )?(?:what|how much) (?:do|would|will|could|can|did) (?:we|it|that|this|they)(?: then| still)? (?:lose|save|gain|win|cost|"
                    r"free(?: up)?|get(?: back| out)?|give up|keep|miss(?: out on)?)(?: us| up| out)?"
                    r"(?: (?:by|with|from|through|of|out of|in) (?:it|that|this|doing (?:so|that|it)))?(?: then| in (?:money|total|the end|all))*$")
OF_RULES = re.compile(r"\b(?:who|when|approv\w*|allowed|permitted|handbook|polic(?:y|ies)|rules?|process|procedure|gate|approval|must be done|has to be done|"
                      r"from \w+ing)\b|^what (?:would |could |can |might |will |does )?stops?\b")
RECOMMEND = re.compile(OPENS + r"(?:what|which(?: one)?|how) (?:would|do|should|can|could) you (?:recommend|advise|suggest|decide)"
                       r"(?: (?:then|here|now|about it|with it|i do|we do|me to do|us to do|to do|doing|for it|me|us))*$|" + OPENS +
                       r"(?:what is |give me )?your (?:recommendation|advice|suggestion|honest opinion|opinion|view|take)(?: (?:on|about|of) (?:it|"
                       r"this|that))?$|"
                       + OPENS + r"what would you do(?: (?:then|here|about it|with it|in my (?:place|shoes)|if you were me))*$")

PAST = r"(?:have|has|did|do|are|is)"
WHOSE = r"(?:we|it|they|PROJECT)"
OVERSPENT = re.compile(OPENS + rf"{PAST} {WHOSE}\b.*\b(?:spent|spend|spending|used|paid)\b.*\b(?:more|less|too much|faster|over|under|above|below)\b|" +
                       OPENS + rf"(?:what|how much|how many euros)\b.*\b(?:{WHOSE}|us)\b.*\b(?:cost|costs|costing|spent|spend|spending|paid|paying)\b.*"
                       r"\b(?:compared (?:to|with)|versus|vs|against|in comparison (?:to|with)|relative to)\b.*\b(?:plan|plans|planned|budget|budgeted|"
                       r"estimates?|estimated|expected|approved)\b|" +
                       OPENS + rf"(?:what|how much)\b.*\b(?:cost|costs|costing|spent|spend|spending|paid|paying)\b.*\b{WHOSE}\b.*"
                       r"\b(?:compared (?:to|with)|versus|vs|against|in comparison (?:to|with)|relative to)\b.*\b(?:plan|plans|planned|budget|budgeted|"
                       r"estimates?|estimated|expected|approved)\b|" +
                       OPENS + rf"(?:is|was|will|has) {WHOSE}\b.*\b(?:cheaper|dearer|costlier|(?:more|less) (?:expensive|costly)) than\b.*"
                       r"\b(?:planned|plan|budget|budgeted|expected|estimated|thought|approved)\b|" +
                       OPENS + r"(?:the |its )?(?:costs?|spending|money)(?: of PROJECT)? (?:compared (?:to|with)|versus|vs|against) (?:the |its |what was )?"
                       r"(?:plan|planned|budget|budgeted)(?: (?:of|for|on) PROJECT)?$|" +
                       OPENS + rf"how much (?:more|less) (?:have|has|did) {WHOSE}\b.*\b(?:spent|spend|used)\b.*\bthan\b")
REACHED = re.compile(OPENS + rf"(?:(?:are|will|do|can|is|did|have|has|shall) {WHOSE}\b.*|how (?:likely|close|far)\b.*)"
                     r"\b(?:reach|reached|reaching|hit|make|get|getting|got|achieve|see|come|bring|land)\b(?: (?:to|up|at|on|from))*"
                     r"(?: (?:the|those|that|our|its|promised|planned|full))* (?:MONEY\b|\d[\d.,]* ?(?:k|m|mn|million|thousand)?\b)(?! (?:more|less|"
                     r"budget|left))")
AGAINST = re.compile(r"\b(?:planned|promised|expected|target|plan|promise)\b (?:vs|versus|against|and|or|compared (?:to|with)) (?:what (?:we|has|it) )?"
                     r"(?:got|gotten|actual|actuals|realised|realized|achieved|delivered|come|came|real|reality|received)\b|"
                     r"\b(?:got|actual|realised|realized|achieved|delivered|come) (?:vs|versus|against|compared (?:to|with)) (?:the |what was )?"
                     r"(?:planned|promised|expected|target|plan|promise)\b")
OF_VALUE = re.compile(r"\b(?:savings?|benefits?|gains?|value|revenue|earnings|income|pay ?off|profit|margin)\b")
HOW_SURE = re.compile(OPENS + r"(?:how (?:sure|certain|confident|reliable|trustworthy|solid) (?:are|is) (?:you|we|that|this|it|they|the data|"
                      r"(?:these|those|the) (?:numbers|figures|forecast|records))(?: (?:of|about|on|with) (?:it|that|this|them|all that|these|those))?|"
                      r"(?:are|is) (?:you|that|this) (?:sure|certain|reliable)(?: (?:of|about) (?:it|that|this))?|can (?:i|we) (?:trust|rely on) "
                      r"(?:it|that|this|these|those|them|the (?:data|numbers|figures)|these numbers|those numbers))$")


def advised(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a question; None where it is none, or nothing tells whose it is."""
    if heard.types & {"KEY", "person"} or len(heard.all("project")) > 1:
        return None
    if RECOMMEND.match(heard.plain):
        return _recommended(context, tools)
    if of_them := _of_them(heard, context, tools) or (
            (_of_project(context.project, tools, DATA) or _of_all(tools)) if HOW_SURE.match(heard.plain) else None):
        return of_them
    if (choice := _choice(heard)) is not None:
        return _of_project(heard.first("project") or context.project, tools, choice)
    lost = _of_project(_to_stop(context, tools), tools) if LOSING.match(heard.plain) and not heard.of("project") else None
    is_asked = is_question(heard) or WHETHER.match(heard.typed)
    if lost or not is_asked or not WHETHER.match(heard.typed) or OF_RULES.search(heard.plain):
        return lost
    return _of_project(heard.first("project") or context.project, tools)


def _of_them(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """Whether to stop each of the few projects that were listed last, and what that would save: “what would we save by stopping them?”"""
    keys = [key for key in (context.past[-1].keys if context.past else ()) if key in context.projects.values()]
    said = THEM.sub("it", heard.typed)
    if "project" in heard.types or said == heard.typed or not 0 < len(keys) <= FEW or OF_RULES.search(heard.plain):
        return None
    if not (WHETHER.match(said) or LOSING.match(said)):
        return None
    each = [plan.calls[0] for key in dict.fromkeys(keys) if (plan := _of_project(key, tools))]
    return Plan(tuple(each), sure=True) if each else None


def _to_stop(context: Context, tools: Mapping[str, Tool]) -> str | None:
    """The project whose end was asked about, supposed or proposed last; None where nothing of the kind was."""
    call = context.pending or context.last_call
    tool = tools.get(call.tool) if call else None
    if call is None or tool is None:
        return None
    if STOP in call.said.values():
        return context.project
    told, key = {str(v) for v in (call.said.get("values") or {}).values()}, str((call.said.get("where") or {}).get("key", ""))
    return key if key in context.projects.values() and told & STOPPED else None


def _recommended(context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """What the record that was shown holds for and against itself, what the records say of going on with a project, or that it must be said of what."""
    teller = teller_of(tools.values())
    key = context.it or ""
    if teller is not None and RECORD.match(key):
        return Plan(((teller.name, {s.name: key for s in teller.slots if s.holds is Holds.record}),), RECOMMENDED)
    return _of_project(context.project, tools) or Plan(says=WHAT_TO_RECOMMEND, choices=("which project should we stop?", "what do I have to decide?"),
                                                       understood=False)


def _choice(heard: Heard) -> str | None:
    """Of what the question is: spending against plan, or what has come of a promise."""
    if OVERSPENT.match(heard.typed) and not heard.types & {"HOURS"}:
        return COST
    is_of_value = REACHED.match(heard.typed) or (AGAINST.search(heard.plain) and OF_VALUE.search(heard.plain))
    return VALUE if is_of_value and not re.search(r"\b(?:costs?|budget|spend|spent|hours)\b", heard.plain) else None


def _of_all(tools: Mapping[str, Tool]) -> Plan | None:
    """How far the data of all projects can be trusted, where none is talked of."""
    lister = lister_of(tools.values())
    if lister is None:
        return None
    kind, where = (next(s.name for s in lister.slots if s.holds is holds) for holds in (Holds.kind, Holds.conditions))
    return Plan(((lister.name, {kind: Project.kind.one, where: {}, "sort": confidence.title}),))


def _of_project(project: str | None, tools: Mapping[str, Tool], wanted: str = STOP) -> Plan | None:
    for tool in tools.values():
        whose, choice = next((s for s in tool.slots if s.of is Project and s.required), None), tool.slot(Holds.choice)
        if project and whose and choice and wanted in choice.choices:
            return Plan(((tool.name, {whose.name: project, choice.name: wanted}),))
    return None
