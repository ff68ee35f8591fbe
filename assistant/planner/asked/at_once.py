"""What some words alone ask for: how the office works, what is to be decided, who has time, who changed what, who the asker is."""
from collections.abc import Mapping
from dataclasses import replace
import re

from assistant.planner.asked.against_plan import against_plan
from assistant.planner.asked.agreed import agreed
from assistant.planner.asked.at_which import at_which
from assistant.planner.asked.blocking import blocking
from assistant.planner.asked.booked_time import booked_time
from assistant.planner.asked.by_week import by_week
from assistant.planner.asked.certainty import how_sure
from assistant.planner.asked.changed_by import changed_by, done_by, written_by
from assistant.planner.asked.decided import decided, happened
from assistant.planner.asked.declared_otherwise import declared_otherwise
from assistant.planner.asked.declared_since import declared_since
from assistant.planner.asked.figures_beside import figures_beside
from assistant.planner.asked.for_readers import for_readers
from assistant.planner.asked.gates import of_gate
from assistant.planner.asked.gates_ahead import of_gates_ahead
from assistant.planner.asked.gates_passed import gates_passed
from assistant.planner.asked.goes_with import goes_with
from assistant.planner.asked.having_time import free_time
from assistant.planner.asked.in_few_words import in_few_words
from assistant.planner.asked.in_my_projects import in_my_projects
from assistant.planner.asked.last_reviewed import last_reviewed
from assistant.planner.asked.loads import loads
from assistant.planner.asked.main_problem import main_problem
from assistant.planner.asked.may_decide import may_decide
from assistant.planner.asked.may_take import may_take
from assistant.planner.asked.mine_to_decide import mine_to_decide
from assistant.planner.asked.of_its import of_its
from assistant.planner.asked.of_measure import of_measure
from assistant.planner.asked.of_objectives import of_objectives
from assistant.planner.asked.of_verdict import of_verdict
from assistant.planner.asked.on_concerns import on_concerns
from assistant.planner.asked.on_documents import on_document
from assistant.planner.asked.reckoning import by_month
from assistant.planner.asked.reporting import reported
from assistant.planner.asked.reviews_due import reviews_due
from assistant.planner.asked.rights import of_rights
from assistant.planner.asked.ruling import asks_of_office
from assistant.planner.asked.scored import scored
from assistant.planner.asked.since_broken import since_broken
from assistant.planner.asked.sprints import of_sprints
from assistant.planner.asked.such_changes import such_changes
from assistant.planner.asked.to_be_decided import to_be_decided
from assistant.planner.asked.to_chase import to_chase
from assistant.planner.asked.to_decide import from_somebody, to_decide, to_decide_now, waits_and
from assistant.planner.asked.to_do_with import to_do_with
from assistant.planner.asked.top_problems import top_problems
from assistant.planner.asked.turned import turned
from assistant.planner.asked.untouched import unread_since, untouched
from assistant.planner.asked.waiting_for import waits_for
from assistant.planner.asked.waits_for_others import waits_for_others
from assistant.planner.asked.who_breaks import who_breaks
from assistant.planner.asked.who_decides import who_decides
from assistant.planner.asked.who_does import who_does
from assistant.planner.asked.why_became import why_became
from assistant.planner.asked.why_benefits import why_benefits
from assistant.planner.asked.why_so import whose
from assistant.planner.asked.why_still import why_still
from assistant.planner.asked.will_it_be import will_it_be
from assistant.planner.filled.completing import completed
from assistant.planner.filled.filling import fill
from assistant.planner.gone_on.why_listed import why_listed
from assistant.planner.heard.ageing import ages, lasting, without_ages
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import asking_of, called, lister_of, teller_of
from assistant.planner.heard.wording import NOT_ONE_CHANGE, NOT_SINCE, NOT_TWO_WEEKS, NOT_USED
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.kind import kind_of
from assistant.planner.reworded.until import told_of_day
from tools.base import Holds, Tool

WHO_AM_I = re.compile(r"^(?:so |and )*(?:who am i|what is my (?:name|role|job|profile)|what do you know about me|show (?:me )?my (?:profile|role|"
                      r"record))(?: here)?$")
ONE_CHANGE = re.compile(r"^(?:please )?(?:show|see|open|display|what (?:was|is|did|happened)|tell me|who (?:made|did))\b")


def asked_at_once(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a question, by `tools`, those that may be used; None where it is none."""
    if plan := (waits_for_others(heard, tools) or why_became(heard, tools) or who_breaks(heard, tools)
                or booked_time(heard, asked, context, tools) or _of_more(heard, asked, context, tools)):
        return plan
    asking = asking_of(tools.values())
    of_office = (asking.name, fill(asking, heard, context).args) if asking and asks_of_office(heard) else None
    if call := on_document(heard, asked, tools) or of_office:
        return Plan((call,))
    calls = to_decide_now(heard, tools) or to_decide(heard, tools) or waits_for(heard, tools) or by_month(heard, asked.today, tools) or by_week(heard, tools)
    calls = calls or loads(heard, tools) or blocking(heard, tools, context)
    if plan := Plan(calls, sure=True) if calls else (free_time(heard, tools) or written_by(heard, tools, context) or turned(heard, tools, context)
                                                     or changed_by(heard, asked, tools, context) or done_by(heard, tools, context)):
        return plan
    if asked.me and WHO_AM_I.match(heard.plain) and (teller := teller_of(tools.values())):
        return Plan((called(teller, {Holds.record: asked.me}),))
    if (number := heard.first("CHANGE")) and ONE_CHANGE.match(heard.plain):
        return Plan(says=NOT_ONE_CHANGE, choices=("what changed today?", f"undo change #{number}"))
    return None


def _of_more(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """What has been there for so long, how sure something is, in how many days a day is, what others are to be told, why something is on a list."""
    if plan := (to_do_with(heard, tools) or goes_with(heard, tools) or mine_to_decide(heard, tools) or waits_and(heard, tools)
                or agreed(heard, asked, tools, context) or why_still(heard, asked, context, tools)
                or declared_since(heard, tools) or gates_passed(heard, tools) or declared_otherwise(heard, tools) or to_be_decided(heard, tools)):
        return plan
    if plan := who_decides(heard, asked, tools, context) or of_rights(heard, tools) or since_broken(heard, tools):
        return plan
    if plan := (reviews_due(heard, asked, tools, context) or reported(heard, tools) or figures_beside(heard, context, tools)
                or on_concerns(heard, context, tools)
                or of_objectives(heard, asked, context, tools) or why_benefits(heard, context, tools)
                or of_its(heard, context, tools) or of_verdict(heard, asked, context, tools)
                or to_chase(heard, asked, tools) or who_does(heard, asked, tools)
                or in_few_words(heard, asked, context, tools) or main_problem(heard, asked, context, tools)
                or top_problems(heard, tools)):
        return plan
    if lain := untouched(heard, tools):
        unread = unread_since(heard)
        return Plan(lain, f"{NOT_USED.format(words=unread)} {NOT_TWO_WEEKS}" if unread else "", sure=True)
    return (of_measure(heard, asked, context, tools) or against_plan(heard, tools) or may_decide(heard, tools, context) or may_take(heard, tools, context)
            or decided(heard, tools) or happened(heard, context, tools) or last_reviewed(heard, tools, context)
            or such_changes(heard, tools, context)
            or at_which(heard, tools, context) or of_gates_ahead(heard, asked, tools, context) or of_gate(heard, asked, tools, context)
            or in_my_projects(heard, tools) or of_sprints(heard, asked, context, tools) or from_somebody(heard, tools, context.project)
            or scored(heard, context, tools) or will_it_be(heard, asked, context, tools)
            or _of_an_age(heard, asked, context, tools) or how_sure(heard, asked, context, tools) or told_of_day(heard, asked.today)
            or for_readers(heard, context, tools) or why_listed(heard, context, tools) or whose(heard, context, tools))


def _of_an_age(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of what has been there, or has lain untouched, for so long; what was changed since then is another question."""
    lister = lister_of(tools.values())
    if lister is None or not heard.is_of_many or is_order(heard):
        return None
    kind, filled = kind_of(heard, lister, context), fill(lister, heard, context)
    unknown = lasting(kind, heard)
    if filled.missing or not (unknown or ages(kind, heard)[0]):
        return None
    plan = completed(lister, filled, without_ages(kind, heard), asked)
    return replace(plan, says=f"{NOT_SINCE.format(words=unknown)} {plan.says}".strip()) if unknown and plan.calls else plan
