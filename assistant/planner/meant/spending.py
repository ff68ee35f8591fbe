"""What was spent: in some days, on a thing that is no project, and by what it is parted. Always the booked costs themselves, never a figure of today."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.conditions import conditions, paid_to
from assistant.planner.meant.ordering import grouping
from assistant.planner.words.lexicon import kind_coded
from records.figures.earned_value import ac, committed
from records.kinds import CostEntry, Project
from records.kinds.base import fields

Args = Mapping[str, Any]
SPENT = re.compile(r"\b(?:(?:how much|what) (?:did|have|has|was|were|do|is) [\w ]*?\b(?:spen[dt]|paid|pay|cost)|spent|spending|actual costs?|ac|money spent)\b")
FLOWS = re.compile(r"\b(?:where|what) (?:is|does|did|has|have|was|are|do) (?:all )?(?:the |our |all our |all the )?(?:money|budget|cash|spending|funds)\b"
                   r".*\b(?:goe?s?|going|gone|went|flow(?:s|ing)?|spent)\b|^where (?:did|do|are|have) we (?:spend|spent|spending)\b|"
                   r"\bwhere the money (?:goes|went|is going)\b|\b(?:break ?down|split|distribution) of (?:the |our )?(?:spend|spending|money|costs)\b|"
                   r"\bwhat (?:did|do|have|are) we (?:spend|spent|spending)(?: the| our)?(?: money)? on\b(?=\W*(?:DATE|$))")
SPENT_ON = re.compile(r"^(?:so |and |please |tell me |show me )*(?:how much|what) (?:money )?(?:did|have|has|was|were|do) (?:(?:we|i|they|been) )?"
                      r"(?:already |ever |been )*(?:(?:spen[dt]|paid|pay|go|gone|spending)(?: so far| already| in total)? (?:on|for|to|into)|"
                      r"(?P<bare>pay|paid)) (?:the |our )?"
                      r"(?P<on>[\w&' -]{3,40}?)\W*$|^(?:what (?:is|was|are|were) )?"
                      r"(?:our |the |total |all )*(?:spend(?:ing)?|costs?|expenses?) (?:on|for|of) "
                      r"(?:the |our )?(?P<of>[\w&' -]{3,40}?)\W*$|^(?:what|how much) (?:did|do|have) "
                      r"(?:the |our )?(?P<who>[\w&' -]{3,40}?) cost(?: us)?\W*$", re.I)
LATE_WORDS = re.compile(r"\b(?:so far|already|until now|up to now|to date|in total|altogether|overall|all in all|in all|as of|"
                        r"in|during|for|since|over|by|of)\s*$", re.I)
COST_US = re.compile(r"\b(?:did|has|have|does) .+ cost(?: us)?\b", re.I)
RANKED = re.compile(r"\b(?:top|most|biggest|largest|highest|main|major|key|ranked?|ranking|sorted|costliest|dearest|expensive|cost(?:s)? us|how much (?:do|"
                    r"did|have) we)\b")
BY_MONEY = re.compile(r"\b(?:by|per|in order of|in terms of) (?:the |their |our |total |actual )*(?:spend(?:ing)?|costs?|amounts?|money|volume|value|"
                      r"invoices?|turnover|"
                      r"payments?|how much)\b")
WHO_IS_PAID = re.compile(r"^(?:and |so |now )*(?:who|whom|which (?:compan(?:y|ies)|firms?|businesse?s?|part(?:y|ies)|partners?))\b(?=.*\b(?:most|much|"
                         r"biggest|largest|money)\b)"
                         r".*\b(?:pay|pays|paid|paying|spend|spent|owe|owed|ordered?|invoiced?|bills?|billed|gets?|got|receives?|received|earns?|"
                         r"costs?)\b(?!.* (?:tasks?|hours|"
                         r"work|benefits?))")
NO_MONEY = re.compile(r"\b(?:late|later|delays?|delayed|risks?|risky|quality|complaints?|problems?|reliable|often|defects?|tasks?|hours|respond|answers?)\b")
OWED = re.compile(r"\b(?:owe|owed|owing|ordered|order|committed|commitments?|outstanding|unpaid)\b")
OF_TYPE = {ac.name: "actual", committed.name: "commitment"}
NO_THING = frozenset(("it", "that", "this", "them", "projects", "project", "all projects", "everything", "each project", "every project", "average", "what"))


def spending(heard: Heard, context: Context) -> Args | None:
    """What a list of booked costs takes to tell what was spent; None where that is not asked for."""
    if heard.moment or "person" in heard.types:
        return None
    if set(heard.all("KIND")) - {CostEntry.kind.one, Project.kind.one} or set(heard.all("FIGURE")) - set(OF_TYPE):
        return None
    return _on(heard, context) or (None if is_order(heard) else _of_the_paid(heard, context) or _on_record(heard, context) or _in(heard, context))


def _type(heard: Heard) -> str:
    return next((OF_TYPE[name] for name in heard.all("FIGURE")), "actual")


def _on_record(heard: Heard, context: Context) -> Args | None:
    """Costs on a record that a cost may belong to, such as a budget line: “how much did the design agency cost us?”."""
    keys = [(f.label, key) for key in heard.all("KEY") for f in fields(CostEntry) if f.refers == str(kind_coded(key).__tablename__) != "project"]
    if len(keys) != 1 or len(heard.all("KEY")) > 1 or not (SPENT.search(heard.plain) or COST_US.search(heard.plain)):
        return None
    days = next((v for n, v in conditions(CostEntry, heard, context).items() if n == "on"), "")
    return {"where": {"type": _type(heard), **dict(keys), **({"on": days} if days else {})}, "group": "total amount"}


def _of_the_paid(heard: Heard, context: Context) -> Args | None:
    """Those who are paid, the most first: “top suppliers”, “suppliers by spend this year”, “who do we pay most?”."""
    of = next((f for name in CostEntry.kind.columns for f in fields(CostEntry) if f.name == name and f.type is str and name != CostEntry.kind.title), None)
    names = "|".join(re.escape(n) for n in of.names) if of else r"(?!)"
    is_named = re.search(rf"\b(?:{names})s?\b", heard.plain) and (RANKED.search(heard.plain) or BY_MONEY.search(heard.plain))
    if of is None or "KEY" in heard.types or NO_MONEY.search(heard.plain) or not (is_named or WHO_IS_PAID.search(heard.plain)):
        return None
    where = conditions(CostEntry, heard, context)
    kept = {n: v for n, v in where.items() if n in ("on", "project", "type")}
    if "DATE" in heard.types and "on" not in kept:
        return None
    home = {"project": str(heard.first("project"))} if "project" in heard.types else {}
    type_ = "commitment" if OWED.search(heard.plain) else _type(heard)
    return {"where": {"type": type_, **kept, **home}, "group": f"total amount by {of.label}"}


def _in(heard: Heard, context: Context) -> Args | None:
    """Costs of a time, or parted: “how much did we spend on Apollo in October?”, “spent per supplier”, “where is the money going this quarter?”."""
    flows = FLOWS.search(heard.shaped("DATE"))
    by = grouping(CostEntry, heard, counts=True) or ("project" if flows and "project" not in heard.types else "category" if flows else "")
    is_said = flows or SPENT.search(heard.plain) or (by and "FIGURE" in heard.types and not any(by == f.label for f in fields(Project)))
    if "KEY" in heard.types or not is_said or not ("DATE" in heard.types or (by and by != "project") or flows):
        return None
    where = conditions(CostEntry, heard, context)
    where = {**where, **({"supplier": of} if (of := paid_to(CostEntry, heard)) else {})}
    days = next((v for n, v in where.items() if n == "on"), "")
    project = heard.first("project") or where.get("project", "")
    others = {**({"project": project} if project else {}), **{n: v for n, v in where.items() if n == "supplier"}}
    if not days and "DATE" in heard.types:
        return None
    by = "budget line" if by == "category" else by
    of = where.get("type") or _type(heard)
    return {"where": {"type": of, **({"on": days} if days else {}), **others}, "group": "total amount" + (f" by {by}" if by else "")}


def _on(heard: Heard, context: Context) -> Args | None:
    """Costs of a thing that is no project are those whose words name it: “how much did we spend on the design agency so far?”."""
    if heard.types & {"KIND", "KEY"} or set(heard.all("project")) & set(context.projects.values()):
        return None                                        # what is taken for a project that nobody knows may be who is paid
    rest = heard.without(heard.of("DATE")).text.strip(" ?.!")
    while (cut := LATE_WORDS.sub("", rest).strip(" ,?.!")) != rest:
        rest = cut
    m = SPENT_ON.match(rest)
    thing = (m["on"] or m["of"] or m["who"] or "").strip() if m else ""
    if (m and m["bare"] and "DATE" in heard.types) or not thing or thing.lower() in NO_THING or _is_figure(heard, thing):
        return None
    days = next((v for n, v in conditions(CostEntry, heard, context).items() if n == "on"), "")
    if not days and "DATE" in heard.types:
        return None
    return {"where": {"type": "actual", **({"on": days} if days else {})}, "group": "total amount", "words": thing}


def _is_figure(heard: Heard, thing: str) -> bool:
    """Whether the words name a figure or a saying, which are no thing that is bought."""
    at = heard.text.find(thing)
    return any(t in ("FIGURE", "SAYING", "MONEY", "HOURS") and s.start < at + len(thing) and at < s.end for t, s in heard.spans)
