"""The product's own verdicts asked about: why a project is doubtful or off track, what speaks against it, since when it is so, and who says so."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.filled.completing import completed
from assistant.planner.filled.filling import Filled
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, overview_of
from assistant.planner.heard.wording import WORKED_OUT
from assistant.planner.learned.weighing import is_order
from records.kinds import Project
from tools.base import Holds, Tool

Tools = Mapping[str, Tool]
WHY, WORTH, STOP = "why", "worth", "stop"           # the choices of a tool that tells of one project
DELIVERY, VALUE = "delivery", "value"               # and of one that tells of all of them
OPENS = r"^(?:(?:so|and|but|ok|okay|well|hm+|please|now|then|tell me|explain(?: to me)?|show me|can you tell me|do you know)\b ?)*"
OF_WORTH = (r"(?:doubtful|in doubt|dubious|questionable|doubted|(?:still |not |no longer |hardly |barely )*worth(?:while| it| doing| (?:the|its|our|their) "
            r"(?:money|effort|cost|while|costs))|(?:no longer|not|less(?: \w+)? than|still|any longer) (?:as )?promised)")
ITS_WORTH = (r"(?:(?:the |its )?(?:value|worth|business case)(?: verdict)?\b.*\b(?:in doubt|doubtful|questionable|doubted|at risk|red|amber|yellow|green|"
             r"gone|lost|poor|bad)\b)")
OF_DELIVERY = r"(?:on track|off track|at risk|delayed|red|amber|yellow|green|declared \w+)"
REASON = (r"(?:why|how come|what makes|what made|(?:for )?(?:what|which)(?: is| are)?(?: the)? (?:reasons?|grounds?|causes?)|because of what|on what grounds|"
          r"(?:the |any )?reasons? (?:why|that|for)|what is (?:the reason|behind it))")
WHY_WORTH = re.compile(rf"{OPENS}{REASON}\b.*\b(?:{OF_WORTH}|{ITS_WORTH})(?: any ?more| any longer| now| again| then| for you)*$")
WHY_DELIVERY = re.compile(rf"{OPENS}{REASON}\b(?: (?:is|was|are|has|have|do|does|you|say|says|think|that|it|this|PROJECT|the project|been|become|gone|turned|"
                          rf"gone|go|went|judged|rated|called|shown|only|still|now|not|already|suddenly|so|as|being|to be|in delivery))* {OF_DELIVERY}"
                          r"(?: any ?more| any longer| now| again| then| in delivery)*$")
WHOM = r"(?:PROJECT|it|that|this|the project|(?:going on|continuing|carrying on)(?: with)?(?: PROJECT| it| the project)?)"
AGAINST = re.compile(rf"{OPENS}(?:what|anything|is there anything|does anything)(?: all| else)? (?:that )?(?:speaks?|is there to say|can be said|argues?|"
                     rf"counts?|is|are)(?: really| there)? against {WHOM}$|"
                     rf"{OPENS}(?:what are |give me |list )?(?:the |all |any |your )*(?:arguments?|points?|reasons?|objections?|case|cons)(?: are there)? "
                     rf"(?:against|of|to) {WHOM}$")
FOR = re.compile(rf"{OPENS}(?:what|anything|is there anything|does anything)(?: all| else)? (?:that )?(?:speaks?|can be said|argues?) "
                 rf"(?:for|in favour of) {WHOM}$|"
                 rf"{OPENS}what (?:speaks|is there) for and against {WHOM}$|{OPENS}(?:what are |give me |list )?(?:the )?pros and cons of {WHOM}$")
OF_ALL = re.compile(rf"{OPENS}{REASON} (?:is|are|do|does|has|have|was|were) (?:everything|we|it all|all(?: of)?(?: our| the)? projects|our projects|"
                    r"the projects|the (?:whole )?portfolio|they all|so many(?: of our)? projects)\b"
                    r"(?:(?! (?:and|but|so) (?:what|how|who|which)\b).)*\b(?:late|delayed|behind|slow|slipping|"
                    rf"red|amber|off track|at risk|(?P<worth>{OF_WORTH}))(?: now| again)*$")
SINCE = re.compile(rf"{OPENS}(?:(?:since|from) when\b|how long\b|when (?:did|was|has|had|is)\b).*\b(?:(?P<worth>{OF_WORTH})|(?P<c>{OF_DELIVERY}))"
                   r"(?: any ?more| any longer| now| already)*$")
BARE_SINCE = re.compile(rf"{OPENS}(?:since when|for how long|how long already|since what day)(?: (?:is|has|was) (?:that|it|this)(?: been)?)?"
                        r"(?: so| like that| the case)?$")
BARE_WHY = re.compile(rf"{OPENS}(?:why|how come)(?: not)?(?: (?:is|was) (?:that|this|it))?(?: so)?$")
SAYS = re.compile(rf"{OPENS}(?:(?:who|what) (?:(?:says?|said|claims?|judges?|judged|determines?|thinks?|rated|rates)(?: (?:so|that|this|it))*|"
                  r"(?:decides?|decided)(?: (?:so|that|this|it))+)"
                  r"(?: (?:is|are) .*)?|says who|according to (?:whom|who|what)|who is saying (?:so|that|this)|(?:on|by) (?:what|whose) (?:authority|"
                  r"judgement|opinion|word|assessment)(?: is that| is it)?|is that (?:your|an?) (?:opinion|judgement|guess)|how do you know(?: that)?)$")
JUDGED = frozenset(("value", "worth", "business case"))      # what the verdict is on, and no list of such
MEANT = (("no longer worth it", r"(?:not|no longer|hardly|barely)\b.*\bworth"), ("no longer as promised", r"promised"), ("worth it", r"worth"),
         ("doubtful", r"doubt|dubious|questionable"))


def of_verdict(heard: Heard, asked: Asked, context: Context, tools: Tools) -> Plan | None:
    """The plan for such a question; None where it is none."""
    others = [s for s in heard.of("KIND") if s.value != Project.kind.one and not heard.lead(s).endswith(" at")          # “at risk” names no risk
              and heard.said(s).lower() not in JUDGED]
    said = heard.shaped("project")
    is_named = heard.types & {"KEY", "person", "objective", "TEXT", "MONEY"} or ("FIGURE" in heard.types and not WHY_WORTH.match(said))
    if is_order(heard) or is_named or others:
        return None
    if (who := _who_says(said, context, tools) or _gone_on(said, context, tools)) is not None:
        return who
    if "DATE" in heard.types:
        return None
    if (of_all := OF_ALL.match(said)) and "project" not in heard.types:
        return _overview(VALUE if of_all["worth"] else DELIVERY, tools)
    if m := SINCE.match(said):
        return _since(m, heard, asked, context, tools)
    focus = (WORTH if WHY_WORTH.match(said) else WHY if WHY_DELIVERY.match(said) or AGAINST.match(said) else STOP if FOR.match(said) else "")
    return _reasons(focus, heard, asked, context, tools) if focus else None


def _overview(concern: str, tools: Tools) -> Plan | None:
    """The verdicts on all projects beside each other."""
    tool = overview_of(tools.values(), concern)
    choice = tool.slot(Holds.choice) if tool else None
    return Plan(((tool.name, {choice.name: concern}),), sure=True) if tool and choice else None


def _reasons(focus: str, heard: Heard, asked: Asked, context: Context, tools: Tools) -> Plan | None:
    tool = next((t for t in tools.values() if (c := t.slot(Holds.choice)) and focus in c.choices
                 and any(s.of is Project and s.required for s in t.slots)), None)
    choice = tool.slot(Holds.choice) if tool else None
    return _of_project(tool, {choice.name: focus}, heard, asked, context) if tool and choice else None


def _since(m: re.Match[str], heard: Heard, asked: Asked, context: Context, tools: Tools) -> Plan | None:
    """Since when it is judged so, by the tool that tells of changes."""
    tool = next((t for t in tools.values() if t.slot(Holds.changed)), None)
    slot = tool.slot(Holds.changed) if tool else None
    if tool is None or slot is None or not (heard.first("project") or context.project):
        return None
    word = next((word for word, said in MEANT if m["worth"] and re.search(said, heard.plain)), "")
    is_colour = not m["worth"] and re.fullmatch(r"red|amber|yellow|green", m["c"])
    what = f"value {word}" if word else f"colour {m['c']}" if is_colour else f"delivery {m['c']}"
    return _of_project(tool, {slot.name: what}, heard, asked, context) if word or not m["c"].startswith("declared") else None


def _of_project(tool: Tool, said: Mapping[str, Any], heard: Heard, asked: Asked, context: Context) -> Plan:
    """The call for each project that is named, or for the one that is talked of; else the question which."""
    whose = next(s for s in tool.slots if s.of is Project)
    homes = heard.all("project") or tuple(filter(None, (context.project,)))
    if homes:
        return Plan(tuple((tool.name, {**said, whose.name: home}) for home in homes), sure=True)
    return completed(tool, Filled(dict(said), (whose,)), heard, asked)


def _gone_on(said: str, context: Context, tools: Tools) -> Plan | None:
    """Why, or since when, after what was told of one project: of the verdict that it was about."""
    call = context.last_call
    tool = tools.get(call.tool) if call else None
    choice = tool.slot(Holds.choice) if tool else None
    home = next((str(call.said[s.name]) for s in tool.slots if s.of is Project and s.name in call.said), "") if tool and call else ""
    if call is None or tool is None or choice is None or WHY not in choice.choices or not home:
        return None
    is_of_value = call.said.get(choice.name) in {WORTH, VALUE}
    changes = next((t for t in tools.values() if t.slot(Holds.changed)), None)
    if BARE_SINCE.match(said) and changes is not None:
        project = next(s.name for s in changes.slots if s.of is Project)
        return Plan(((changes.name, {project: home, **called(changes, {Holds.changed: "value" if is_of_value else "colour"})[1]}),), sure=True)
    is_told = call.said.get(choice.name) in {WHY, WORTH}
    if is_told or not BARE_WHY.match(said) or not (is_of_value or " not" in said):
        return None
    return Plan(((tool.name, {**call.said, choice.name: WORTH if is_of_value else WHY}),), sure=True)


def _who_says(said: str, context: Context, tools: Tools) -> Plan | None:
    """By what the verdict, the figure or the record that was told last is as it is."""
    call = context.last_call
    tool = tools.get(call.tool) if call else None
    if call is None or tool is None or tool.proposes or not SAYS.match(said):
        return None
    choice = tool.slot(Holds.choice)
    if tool.slot(Holds.figure):
        return Plan(((tool.name, dict(call.said)),), sure=True)
    if choice is not None and WHY in choice.choices:
        focus = WORTH if call.said.get(choice.name) in {WORTH, "value"} else WHY
        return Plan(((tool.name, {**call.said, choice.name: focus}),), WORKED_OUT, sure=True)
    changes = next((t for t in tools.values() if t.slot(Holds.changed)), None)
    if changes is not None and tool is not changes and RECORD.match(context.it or ""):
        return Plan((called(changes, {Holds.changed: context.it}),), sure=True)
    return None
