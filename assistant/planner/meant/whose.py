"""Whose records and where: the project, the people in their roles, and other kinds' records that are named beside a kind."""
from collections.abc import Mapping
from itertools import pairwise
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.learned.marking import SURELY_BESIDE, is_beside
from assistant.planner.words.lexicon import kind_named, meaning, spelt
from assistant.planner.words.phrases import EXCEPTED
from assistant.planner.words.unknown import leaning
from records.kinds import Person, Project
from records.kinds.base import FieldOf, Record, fields

OTHER = re.compile(r"\s+(?:(?:no\.? |number )?(?P<n>\d{1,3})\b|[“\"']?(?P<t>(?-i:[A-Z])[\w-]*(?: [\w-]+){0,4}?)[”\"']?(?=\W*$))", re.I)
OTHER_BEFORE = re.compile(r"(?:\bthe [“\"']?(?=(?-i:[A-Z]))|\b(?:on|of|for|against|under|from|to) the )"
                          r"(?P<t>[\w-]+(?: (?!the\b)[\w-]+){0,4}?)[”\"']?\s*$", re.I)
AND = re.compile(r"(?:['’]s)?\s*(?:,\s*(?:and|or)?|and|or|&|plus|as well as|and also)\s*(?:(?:of|on|for|in|at|from)\s+)?(?:the\s+)?(?:project\s+)?", re.I)
LEFT_OUT = re.compile(rf"(?:\bnot|\b{EXCEPTED}|\bwithout|\ball but|\b(?:is|are)n['’]t)(?: of| from| by)?\s+$", re.I)
FROM_TALK = re.compile(r"\b(?:its|there|(?:on|in|for|of) it|(?:do|does|did|will|would|has|had|can) it|it (?:has|have|had)|"
                       r"(?:this|the|that) project)\b")
MINE = "my projects"                            # those that who asks leads, sponsors or works on
MY_PROJECTS = re.compile(r"\b(?:in|of|on|across|for|from|over|within) (?:all |any |each |every )?(?:of )?my (?:own )?projects?\b")
MY_TEAM = "my team"                              # those who report to whoever asks
MY_OTHERS = re.compile(r"\b(?:for |of |in |from |by )?my (?:own |whole )?(?:team|department|people|colleagues|group|unit|crew|area|side)\b(?!['’]?s? leader)")
ON = re.compile(r"\b(?:who|whom|which|any ?(?:one|body)|some ?(?:one|body)|every ?(?:one|body)|nobody|people|persons?|colleagues?|members?|those|team|all)\s+"
                r"(?:(?:of|on|in|from) (?:the )?(?:team|people|project|crew|staff) )?(?:who (?:is|are|works?) )?(?:on|of|in|from|at) (?:the "
                r")?(?:project )?$", re.I)
TEAM = re.compile(r"(?:['’]s)? (?:project )?(?:team|people|crew|members?|staff)\b", re.I)
ROLES = (("sponsor_id", "sponsor"), ("requester_id", r"request(?:ed|er|s)?\b|raised"),
         ("manager_id", "led|leads?|leading|manage[sd]?|managing|manager|run by|runs|responsible"))


def references(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    known = {f.name: f for f in fields(kind)}
    found = dict[str, str]()
    if kind is Project and MY_PROJECTS.search(heard.plain):
        found["key"] = MINE
    elif "project_id" in known and MY_PROJECTS.search(heard.plain):
        found["project"] = MINE
    elif "project_id" in known and (project := _joined(heard) or heard.first("project") or _said_project(heard, context)):
        found["project"] = project
    people = _denied(heard) or [heard.said(s) for s in heard.of("person")] or (
        [MY_TEAM] if MY_OTHERS.search(heard.plain) and kind is not Person else ["me"] if _is_mine(kind, heard) else [])
    place = _role(known, heard)
    if kind is Person and (team := MY_TEAM if MY_OTHERS.search(heard.plain) else _of_one_team(heard) if not people else ""):
        return found | {"key": team}
    if people and kind is Person:
        found |= {"key": ", ".join(heard.all("person"))} if len(heard.all("person")) > 1 and people[0] != "me" else {"name": people[0]}
    elif people and place:
        found[known[place].label] = ", ".join(people)
    if (objective := heard.first("objective")) and "objective_id" in known:
        found["objective"] = objective
    return found | _of_others(known, heard)


def _of_one_team(heard: Heard) -> str:
    """Those who are on the one project that is named: “who on Apollo is overloaded?”; who has time for it may be anybody."""
    named = heard.of("project")
    is_of = len(named) == 1 and (ON.search(heard.text[:named[0].start]) or TEAM.match(heard.text, named[0].end))
    return f"team of {named[0].value}" if is_of else ""


def _joined(heard: Heard) -> str:
    """Several projects that are named in one breath: “risks of Apollo and Corvus”."""
    spans = heard.of("project")
    joined = all(AND.fullmatch(heard.text[a.end:b.start]) for a, b in pairwise(spans))
    return ", ".join(heard.all("project")) if len(heard.all("project")) > 1 and joined else ""


def _denied(heard: Heard) -> list[str]:
    """Those who are left out, where only such are named: “due before Christmas and not Ben's”, “all but Ana's”."""
    said = heard.of("person")
    return [f"not {', '.join(heard.said(s) for s in said)}"] if said and all(LEFT_OUT.search(heard.text[:s.start]) for s in said) else []


def _of_others(known: Mapping[str, FieldOf], heard: Heard) -> dict[str, str]:
    """Another kind's record that is named beside its kind: "criteria of gate 2", "tasks in sprint 6", "projects of the Customer first programme"."""
    found = dict[str, str]()
    for span in heard.of("KIND"):
        kinds = {kind_named(value) for type_, value in meaning(spelt(heard.said(span))) if type_ == "KIND"} - {Project, Person}
        of = next((f for f in known.values() if f.refers in {k.__tablename__ for k in kinds}), None)
        after, before = OTHER.match(heard.text, span.end), OTHER_BEFORE.search(heard.text[:span.start])
        if of and (after or before) and not heard.said(span).endswith("s"):
            found[of.label] = f"{heard.said(span)} {after['n']}" if after and after["n"] else (after["t"] if after else before["t"] if before else "")
    return found


def _is_mine(kind: type[Record], heard: Heard) -> bool:
    """Whether it is one's own that are asked for, and not only said what one needs them for: “I must prepare the round”."""
    if all(is_beside(heard, kind, s, SURELY_BESIDE) for s in heard.of("ME")):
        return False
    plain = MY_OTHERS.sub("", MY_PROJECTS.sub("", heard.plain))
    mine = re.search(r"\b(?:my|mine|i|assigned to me|for me)\b", plain) is not None
    return mine and re.search(r"\b(?:show|tell|give|can|may|could) (?:me|i)\b(?!.*\b(?:my|mine|i)\b)", plain) is None


def _role(known: dict[str, FieldOf], heard: Heard) -> str | None:
    """The field that a named person stands in: the one whose role is said, else the owner."""
    said = heard.shaped("KIND").lower()                                      # of a change request nobody is the requester yet
    by = next((f.name for f in known.values() if f.refers == "person" and any(n.endswith(" by") and n.lower() in heard.plain for n in f.names)), None)
    did = next((f.name for f in known.values() if f.refers == "person" for n in f.names if n.endswith(" by") and any(
        re.match(rf"\s+(?:has |have |had )?{re.escape(n.removesuffix(' by'))}\b", heard.text[s.end:], re.I) for s in heard.of("person"))), None)
    role = did or by or next((name for name, word in ROLES if name in known and re.search(rf"\b(?:{word})", said)), None)
    return role or next((name for name in ("owner_id", "person_id", "manager_id", "decider_id") if name in known), None)


def _said_project(heard: Heard, context: Context) -> str | None:
    if _is_of_last(heard, context):
        return context.project
    from_talk = FROM_TALK.search(heard.plain)
    return context.project if from_talk and context.project else leaning(heard.masked, heard.named)


def _is_of_last(heard: Heard, context: Context) -> bool:
    """ "What are the risks?" right after an answer about one project."""
    last = Context(context.past[-1:], context.projects).project
    is_definite = any(re.search(r"\bthe(?: open| main| biggest| next| top| current)?$", heard.lead(s)) for s in heard.of("KIND"))
    return bool(last) and is_definite and not re.search(r"\b(?:all|our|every|each|across|portfolio|company|projects|overall)\b", heard.plain)
