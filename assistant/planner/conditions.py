"""Which records are meant: conditions in words, by field, from sayings, names, dates, choices and figures."""
from collections.abc import Mapping
from datetime import date
import re

from assistant.planner.following import Context
from assistant.planner.hearing import Heard
from assistant.planner.lexicon import choice_words, kind_coded, kind_named, meaning, spaced, spelt
from assistant.planner.mood import POLITE
from assistant.planner.naming import BY_KIND, entitled
from assistant.planner.pieces import choices
from assistant.planner.plain import among, pattern
from assistant.planner.sentences import RUN
from assistant.planner.unknown import leaning
from assistant.planner.verdicts import by_slip
from language.words import Span
from records.figures import FIGURES
from records.kinds import Person, Project
from records.kinds.base import FieldOf, Record, fields, split

COMPARED = re.compile(r"(?P<op>no less than|no more than|below|under|less than|lower than|worse than|above|over|more than|higher than|better than|at least|"
                      r"at most|greater than|bigger than|larger than|longer than|dearer than|costlier than|more expensive than|smaller than|shorter than|"
                      r"cheaper than|up to|fewer than|<=?|>=?)\s*"
                      r"(?P<n>\d[\d.,]*)\s*(?:%|percent)?", re.I)
BETWEEN = re.compile(r"\bbetween \d[\d.,]*\s*%? and \d+(?:[.,]\d+)*(?:\s*%|(?!\s*[a-z]))", re.I)
OR_MORE = re.compile(r"\b(?P<n>\d[\d.,]*)\s*(?:%|percent)?\s*(?:or|and) (?P<way>more|higher|above|less|lower|below|fewer)\b", re.I)
MEANT = {"under": "below", "less than": "below", "lower than": "below", "worse than": "below", "over": "above", "more than": "above",
         "higher than": "above", "greater than": "above",
         **dict.fromkeys(("bigger than", "better than", "larger than", "longer than", "dearer than", "costlier than", "more expensive than"), "above"),
         **dict.fromkeys(("smaller than", "shorter than", "cheaper than", "fewer than"), "below"), "up to": "at most", "no less than": "at least", "no more than": "at most"}
ABOUT = re.compile(r"\b(?:about|containing|contain|mention|mentioning|regarding|concerning|called|with the word)\s+(?:the )?(?P<t>[a-z][\w -]{2,40}?)\W*$",
                   re.I)
SUPPLIED = re.compile(r"\b(?:from|by|of)\s+(?P<s>(?-i:[A-Z])[\w&-]+(?: (?-i:[A-Z])[\w&-]+)*)(?![\w'’-])", re.I)
DUE = re.compile(r"\b(?:due|finish|finished|done|completed|by|until|before|on|deadline|expire|happen|closed)\b")
COMING = re.compile(r"\b(?:due|next|upcoming|coming|deadline|by|before|until)\b")
OTHER = re.compile(r"\s+(?:(?:no\.? |number )?(?P<n>\d{1,3})\b|[“\"']?(?P<t>(?-i:[A-Z])[\w-]*(?: [\w-]+){0,4}?)[”\"']?(?=\W*$))", re.I)
OTHER_BEFORE = re.compile(r"\bthe [“\"']?(?P<t>(?-i:[A-Z])[\w-]*(?: [\w-]+){0,4}?)[”\"']?\s*$", re.I)
SERVING = re.compile(r"\b(?:serves?|supports?|contributes? to|objective|goal)\b")
LACKING = re.compile(r"\b(?:without|with no|w/o|ha(?:s|ve|ving) no|lack(?:s|ing)?|missing|"
                     r"do(?:es)? not have|do(?:es)?n['’]t have)\s+(?:an? |any |the |their |its |yet )*", re.I)
NOBODY = re.compile(r"\b(?:(?:that|which|who)\s+)?(?:have|has|with|without|there is|for which there is)?\s*(?:nobody|no one|no-one|noone|anyone|anybody|not anyone)\s+"
                    r"(?:is |who is |who )?(?:in charge|responsible|assigned|accountable|looks after (?:them|it)|looking after (?:them|it)|takes care of (?:them|it)|"
                    r"owns (?:them|it)|on (?:them|it)|cares? (?:for|about) (?:them|it))\b|\b(?:nobody|no one)(?:['’]s| has| is)? "
                    r"(?:owns|looks after|responsible for|picked up|picks up|taken(?: on)?|took|takes|claimed|claims|working on|works on)\b", re.I)
OWNING = ("owner_id", "manager_id", "person_id")
IN_STATE = r"\s+(?:(?:of|on|in|for) [\w-]+ )?(?:in|that (?:is|are)(?: still| now)?|which (?:is|are)(?: still| now)?)\s+{word}(?![\w-])"
EVERY = re.compile(r"\b(?:all|every|each|everything|work|things|rest)\b")
LOW = ("1", "2")
LARGE = 4                                       # digits from which a bare number is money
ROLES = (("sponsor_id", "sponsor"), ("requester_id", r"request(?:ed|er|s)?\b|raised"),
         ("manager_id", "led|leads?|leading|manage[sd]?|managing|manager|run by|runs|responsible"))
AMBIGUOUS = {"start", "finish", "close", "open", "high", "low", "medium", "review", "cancel", "drop", "done", "scope", "cost", "schedule", "value", "other",
             "people", "share", "begin", "manager", "doing", "state",
             "business", "approve", "accept", "supplier", "closed", "member", "big", "major", "minor", "certain", "negligible", "rare", "likely",
             "possible", "complete", "serious", "small", "severe", "moderate",
             "quality", "contract", "normal", "resume", "technical", "pause", "idea", "delivery", "execution", "free", "active", "green", "amber", "red",
             "external", "internal", "spent", "booked", "ordered"}


def conditions(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """What a listing is narrowed to."""
    found = _sayings(kind, heard) | _figures(kind, heard) | _choices(kind, heard)
    found = {of.label: "empty" for of, _ in absent(kind, heard)} | found
    if (late := by_slip(kind.kind.one, heard)) and "DATE" not in heard.types:
        found = {n: v for n, v in found.items() if n not in ("forecast", "actual", "due")} | late
        found |= {"status": "done"} if kind.kind.one == "task" else {}
    found |= _numbers(kind, heard) | _references(kind, heard, context) | _dates(kind, heard, found) | _words(kind, heard)
    found = _still_open(kind, heard, found) | _by_key(kind, heard) | found
    if (keys := heard.all("KEY")) and not found:
        found["key"] = ", ".join(keys)
    return found


def _by_key(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Another record that a field names before its key: “tasks with parent APOLLO-T-1”, “risks of objective OBJ-3”."""
    found = dict[str, str]()
    for span in heard.of("KEY"):
        refers = [f for f in fields(kind) if f.refers == kind_coded(str(span.value)).__tablename__]
        of = next((f for f in refers if any(pattern(rf"\b{re.escape(n)}\W*$").search(heard.text[:span.start]) for n in among(f.names, heard.text))), None)
        if of:
            found[of.label] = str(span.value)
    return found


def absent(kind: type[Record], heard: Heard) -> list[tuple[FieldOf, Span]]:
    """Fields that hold nothing: “projects without a sponsor”, “risks that have no review date”."""
    found = list[tuple[FieldOf, Span]]()
    if (m := NOBODY.search(heard.masked)) and (of := next((f for f in fields(kind) if f.name in OWNING), None)):
        found.append((of, Span(m.start(), m.end(), m[0])))
    for m in LACKING.finditer(heard.masked):
        for of in fields(kind):
            names = sorted(among((*of.names, *(f"{n} date" for n in of.names if of.type is date)), heard.text), key=len, reverse=True)
            said = next((n for n in names if pattern(rf"{re.escape(n)}s?(?!\w)").match(heard.text[m.end():])), None)
            if said and of.says.set_by == "person":
                found.append((of, Span(m.start(), m.end() + len(said), said)))
                break
    return found


def targets(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """Which records a change is for: those named by key, "it", or all that fit a description."""
    if keys := heard.all("KEY"):
        return {"key": ", ".join(keys)}
    found = _sayings(kind, heard, of_order=True) | _owned(kind, heard)
    plural = any(s.value == kind.kind.one and heard.said(s).lower().endswith("s") for s in heard.of("KIND")) or re.search(r"\beverything\b",
        heard.plain) is not None
    meant = context.meant(heard) if not (plural and found) else ()
    if pointed := {"key": ", ".join(meant)} if meant else _numbered(kind, heard):
        return pointed
    if kind is Project and "project" in heard.types:
        return {"key": heard.first("project") or ""}
    if plural and "project" in heard.types and any(f.name == "project_id" for f in fields(kind)):
        found["project"] = heard.first("project") or ""
    if plural:
        found = {**found, **_described(kind, heard)}
        return {**found, kind.kind.title: quoted} if (quoted := heard.first("TEXT")) else found
    if called := entitled(heard):
        return {"key": called}
    return found if found.keys() - {"status"} - (set() if EVERY.search(heard.plain) else {"owner"}) else {}


def _described(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Choices that stand before the kind in the plural: “all to do tasks”, “every critical issue of Apollo”."""
    found = dict[str, str]()
    for span in heard.of("KIND"):
        before = heard.text[:span.start]
        for name, word, value in choice_words(str(kind.__tablename__)):
            label = name.removesuffix("_id").replace("_", " ")
            if label not in found and len(word) > 2 and among((word,), heard.text) and pattern(IN_STATE.format(word=spaced(word))).match(heard.text, span.end):  # noqa: PLR2004 - no letter
                found[label] = value
            if label not in found and among((word,), before) and pattern(rf"\b(?:all|every|each|the|my|our|of)\s+(?:[\w-]+\s+)??{spaced(word)}\s+(?:[\w-]+\s+)?$").search(before):
                found[label] = value
    return found


def _numbered(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "Sprint 6", "gate 2 of Apollo": the record of this kind with the number, in its title or on its own."""
    for span in heard.of("KIND"):
        number = re.match(r"\s+(\d{1,3})\b(?!\s*(?:%|h\b|hours|days|EUR))", heard.text[span.end:])
        if number and any(kind_named(value) is kind for type_, value in meaning(spelt(heard.said(span))) if type_ == "KIND"):
            home = {"project": heard.first("project") or ""} if "project" in heard.types else {}
            own = any(f.name == "number" and f.says.set_by == "person" for f in fields(kind))
            called = f"{heard.said(span)} {number[1]}"
            return {"number": number[1], **home} if own else {kind.kind.title: called, **home} if home else {"key": called}
    return {}


def _sayings(kind: type[Record], heard: Heard, *, of_order: bool = False) -> dict[str, str]:
    """ "Overdue" and its like; in an order its verb and the new state ("close …", "… as blocked") tell nothing of which records."""
    spans = [s for s in heard.of("SAYING") if not of_order or not _is_told(heard, s)]
    said = {str(s.value).removeprefix("still "): s for s in spans} | {str(s.value): s for s in spans}
    found = dict[str, str]()
    for spoken, named in kind.kind.sayings:
        for word in said.keys() & {w.lower() for w in split(spoken)}:
            found |= _turned(kind, heard.lead(said[word]), named)
    return found


def _turned(kind: type[Record], lead: str, named: Mapping[str, str]) -> Mapping[str, str]:
    """What a saying asks for after the words before it: "to be finished" is still open, "not blocked" the opposite."""
    if named.get("status") == "done" and re.search(r"\b(?:to|must|should|shall|has to|have to) be$", lead):
        return next((asked for spoken, asked in kind.kind.sayings if "open" in split(spoken)), named)
    is_denied = len(named) == 1 and re.search(r"\bnot(?: yet)?$", lead) is not None
    return {name: f"not {asked}" for name, asked in named.items()} if is_denied else named


def _is_told(heard: Heard, span: Span) -> bool:
    before = heard.text[:span.start].lower()
    if re.search(r"\b(?:that|which|who|whatever|what) (?:is|are|was|were)\s*$", before):
        return False
    return re.fullmatch(rf"\W*{POLITE}\W*", before) is not None or re.search(r"\b(?:as|to|to be|are|is|into|=)\s*$", before) is not None


def _figures(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "CPI below 0.9": a figure beside a comparison."""
    found = {}
    for span in heard.of("FIGURE"):
        figure = next(f for f in FIGURES if f.name == span.value)
        m = COMPARED.search(heard.text, span.end, span.end + 30) or COMPARED.search(heard.text, max(0, span.start - 30), span.start)
        if figure.of is kind and (between := BETWEEN.search(heard.text, span.end, span.end + 40)):
            found[figure.title] = between[0].lower()
        elif figure.of is kind and m:
            found[figure.title] = f"{MEANT.get(m['op'].lower(), m['op'].lower())} {m['n']}"
    return found


def _numbers(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "Score above 12", "more than 40 hours": a counted field beside a comparison."""
    found = {}
    after = COMPARED.pattern.replace("<op>", "<op2>").replace("<n>", "<n2>")
    for f in (f for f in fields(kind) if f.type in (int, float) and f.name not in ("id", "version")):
        names = "|".join(re.escape(n) for n in among(f.names, heard.text)) or r"(?!)"
        if m := pattern(rf"\b(?:{names})\b\s*(?:of |is |are )?{BETWEEN.pattern}").search(heard.text):
            found[f.label] = m[0][m[0].lower().index("between"):].lower()
        elif m := pattern(rf"\b(?:{names})\b\s*(?:of |is |are )?{COMPARED.pattern}|{after}\s*(?:{names})\b").search(heard.text):
            op, n = (m["op"] or m["op2"]).lower(), m["n"] or m["n2"]
            found[f.label] = f"{MEANT.get(op, op)} {n}"
        elif f.name == "hours" and (m := COMPARED.search(heard.text)) and any(s.start <= m.start("n") < s.end for s in heard.of("HOURS")):
            found[f.label] = f"{MEANT.get(m['op'].lower(), m['op'].lower())} {m['n']}"
        elif (m := OR_MORE.search(heard.text)) and pattern(rf"\b(?:{names}|scoring|scored)\b").search(heard.text):
            found[f.label] = f"{'at least' if m['way'].lower() in ('more', 'higher', 'above') else 'at most'} {m['n']}"
    return found | _amounts(kind, heard)


def _amounts(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "Contracts over 50k", "budget lines above 20,000 EUR": money beside a comparison, in the field that is named or the kind's own."""
    money = [f for f in fields(kind) if f.is_money]
    m = next((m for m in COMPARED.finditer(heard.text) if any(s.start <= m.start("n") < s.end for s in heard.of("MONEY"))), None)
    plain = None if m else COMPARED.search(heard.text)
    counts = any(f.type in (int, float) and not f.refers and f.name not in ("id", "version") for f in fields(kind))
    named = next((f for f in money if any(pattern(rf"\b{re.escape(n)}\b").search(heard.text) for n in among(f.names, heard.text))), None)
    if named is None and plain and money and not counts and len(re.sub(r"\D", "", plain["n"])) >= LARGE and plain["n"].isdigit():
        named = money[0]                                   # a large bare number of what has no other numbers is money
    if (m is None and (plain is None or named is None or "MONEY" in heard.types)) or not money or _measures(heard, m):
        return {}
    said = m or plain
    op = said["op"].lower() if said else ""
    amount = next((heard.said(s) for s in heard.of("MONEY") if m and s.start <= m.start("n") < s.end), said["n"] if said else "")
    return {(named or money[0]).label: f"{MEANT.get(op, op)} {amount}"}


def _measures(heard: Heard, compared: re.Match[str] | None) -> bool:
    """Whether a figure is compared; “more expensive than” names none."""
    return any(compared is None or not compared.start() <= s.start < compared.end() for s in heard.of("FIGURE"))


def _choices(kind: type[Record], heard: Heard) -> dict[str, str]:
    """A fixed choice that is said and is no saying: "critical tasks", "agile projects", "tasks in review", "high impact risks"."""
    found = {f.label: value if f.choices else f"at most {value}" if value in LOW else f"at least {value}" for f, value, _ in choices(kind, heard)}
    found |= {n: v for n, v in _by_name(kind, heard).items() if n not in found}
    own = {w.lower() for spoken, _ in kind.kind.sayings for w in split(spoken)}
    taken = [(s.start, s.end) for t, s in heard.spans if t in ("KIND", "FIGURE") or (t == "SAYING" and str(s.value) in own)]
    for name, word, value in choice_words(str(kind.__tablename__)):
        label = name.removesuffix("_id").replace("_", " ")
        if label in found or len(word) <= 2 or (word in AMBIGUOUS and not _is_quality(word, heard)):  # noqa: PLR2004 - "PM" is a role and a time of day
            continue
        m = pattern(rf"(?<![\w-]){spaced(word)}s?(?![\w-])").search(heard.masked) if among((word,), heard.masked) else None
        if m and not any(a < m.end() and m.start() < b and not (" " in word and m.start() <= a and b <= m.end()) for a, b in taken):   # “in progress”
            is_denied = re.search(r"\bnot(?: yet| been)?\s*$", heard.masked[:m.start()], re.I) is not None
            found[label] = f"not {value}" if is_denied else value
    return found


def _is_quality(word: str, heard: Heard) -> bool:
    """Whether a word with several meanings stands where only a quality can: “which stakeholders are external?”, “external stakeholders”."""
    before = any(pattern(rf"(?<![\w-]){spaced(word)}$").search(heard.lead(s)) for s in heard.of("KIND"))
    before = before or pattern(rf"(?<![\w-]){spaced(word)} ones?\b|^\W*(?:and )?(?:only|just) (?:the )?{spaced(word)}\W*$").search(heard.text) is not None
    return before or pattern(rf"\bKINDS (?:is|are|was|were) (?:still |already |now )?{spaced(word)}\W*$").search(heard.shaped("KIND")) is not None


def _by_name(kind: type[Record], heard: Heard) -> dict[str, str]:
    """A choice that is a name of the kind, too: “open defects” are issues of one type."""
    said = {re.sub(r"ies$", "y", heard.said(s).lower()).removesuffix("s") for s in heard.of("KIND") if s.value == kind.kind.one} - {kind.kind.one}
    return {name.removesuffix("_id").replace("_", " "): value for name, word, value in choice_words(str(kind.__tablename__)) if word in said}


def _still_open(kind: type[Record], heard: Heard, found: dict[str, str]) -> dict[str, str]:
    """What is due is what is still open, unless something else is said."""
    if not COMING.search(heard.plain) or not any(f.label in found for f in fields(kind) if f.type is date):
        return {}
    return next((dict(asked) for spoken, asked in kind.kind.sayings if "open" in split(spoken)), {})


def _words(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Words that the title holds ("tasks about the login"), or the supplier that an amount went to."""
    if quoted := heard.first("TEXT"):
        served = any(f.name == "objective_id" for f in fields(kind)) and SERVING.search(heard.plain)
        return {"objective" if served else kind.kind.title: quoted}
    if not heard.of("KIND"):
        return {}
    if (named := heard.of("KIND")[0]) and (number := re.match(r"\s+(\d+)\b", heard.text[named.end:])) and not heard.said(named).endswith("s"):
        return {kind.kind.title: f"{heard.said(named)} {number[1]}"}
    if any(f.name == "supplier" for f in fields(kind)) and (m := SUPPLIED.search(heard.masked)) and "\0" not in m["s"]:
        return {"supplier": m["s"]}
    if not any(heard.said(s).lower().endswith("s") for s in heard.of("KIND")) and (called := entitled(heard, BY_KIND)):
        return {kind.kind.title: called}
    m = ABOUT.search(heard.masked)
    chosen = next((n for n, w, _ in choice_words(str(kind.__tablename__)) if m and w == m["t"].strip().lower()), kind.kind.title)
    return {chosen: m["t"].strip()} if m and "\0" not in m["t"] else {}      # “lessons about stakeholders” are a category


def _references(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    known = {f.name: f for f in fields(kind)}
    found = dict[str, str]()
    if "project_id" in known and (project := heard.first("project") or _said_project(heard, context)):
        found["project"] = project
    people = [heard.said(s) for s in heard.of("person")] or (["me"] if _is_mine(heard) else [])
    place = _role(known, heard)
    if people and kind is Person:
        found["name"] = people[0]
    elif people and place:
        found[known[place].label] = ", ".join(people)
    if (objective := heard.first("objective")) and "objective_id" in known:
        found["objective"] = objective
    return found | _of_others(known, heard)


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


def _is_mine(heard: Heard) -> bool:
    mine = re.search(r"\b(?:my|mine|i|assigned to me|for me)\b", heard.plain) is not None
    return mine and re.search(r"\b(?:show|tell|give|can|may|could) (?:me|i)\b(?!.*\b(?:my|mine|i)\b)", heard.plain) is None


def _role(known: dict[str, FieldOf], heard: Heard) -> str | None:
    """The field that a named person stands in: the one whose role is said, else the owner."""
    said = heard.shaped("KIND").lower()                                      # of a change request nobody is the requester yet
    role = next((name for name, word in ROLES if name in known and re.search(rf"\b(?:{word})", said)), None)
    return role or next((name for name in ("owner_id", "person_id", "manager_id", "decider_id") if name in known), None)


def _said_project(heard: Heard, context: Context) -> str | None:
    if _is_of_last(heard, context):
        return context.project
    from_talk = re.search(r"\b(?:its|there|(?:on|in|for|of) it|this project|the project|that project)\b", heard.plain)
    return context.project if from_talk and context.project else leaning(heard.masked, heard.named)


def _is_of_last(heard: Heard, context: Context) -> bool:
    """ "What are the risks?" right after an answer about one project."""
    last = Context(context.past[-1:], context.projects).project
    is_definite = any(re.search(r"\bthe(?: open| main| biggest| next| top| current)?$", heard.lead(s)) for s in heard.of("KIND"))
    return bool(last) and is_definite and not re.search(r"\b(?:all|our|every|each|across|portfolio|company|projects|overall)\b", heard.plain)


def _owned(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Whose records a change is for: “Ben's overdue tasks”, “the tasks of Ben”, “my tasks”."""
    owner = next((f for f in fields(kind) if f.name == "owner_id"), None)
    for span in heard.of("person") if owner else ():
        has = re.match(r" (?:has|have|owns|had|is)\b", heard.text[span.end:]) is not None
        if has or heard.owns(span) or re.search(r"\b(?:of|from|by|owned by|assigned to|has|for)$", heard.lead(span)):
            return {"owner": heard.said(span)}
    return {"owner": "me"} if owner and re.search(r"\b(?:all )?my\b", heard.plain) else {}


def _dates(kind: type[Record], heard: Heard, found: dict[str, str]) -> dict[str, str]:
    """A date or a run of days against the date of the kind that is meant."""
    years = [m[0] for s in heard.of("DATE") if (m := re.fullmatch(r"(?:19|20)\d\d", heard.said(s)))]
    if years and (of := next((f for f in fields(kind) if f.name == "year"), None)):
        return {of.label: years[0]}
    field = _date_field(kind, heard, done=found.get("status") == "done")
    if field is None or field.label in found:
        return {}
    if run := RUN.search(heard.text):
        return {field.label: run[0]}
    spans = heard.of("DATE")
    if not spans or (heard.said(spans[0]).lower() == "today" and found and not DUE.search(heard.plain)):
        return {}
    if len(spans) > 1 and re.search(r"\b(?:between|from)$", heard.lead(spans[0])) and \
            re.fullmatch(r"\s*(?:and|to|until|till|-|–)\s*", heard.text[spans[0].end:spans[1].start]):
        return {field.label: f"{heard.said(spans[0])} to {heard.said(spans[1])}"}
    return {field.label: _compared(heard, spans[0])}


def _compared(heard: Heard, span: Span) -> str:
    lead, said = heard.lead(span), heard.said(span)
    if re.fullmatch(r"(?:19|20)\d\d", said):               # a year is its days
        first, last = f"{said}-01-01", f"{said}-12-31"
        return f"before {first}" if lead.endswith("before") else f"after {last}" if lead.endswith("after") else f"at least {first}" \
            if lead.endswith(("since", "from")) else f"at most {last}" if lead.endswith(("by", "until", "till")) else f"1 January {said} to 31 December {said}"
    if re.search(r"\bbefore$", lead):
        return f"before {said}"
    if re.search(r"\b(?:since|after|from)$", lead):
        return f"{'at least' if lead.endswith(('since', 'from')) else 'after'} {said}"
    if re.search(r"\b(?:by|until|till|up to|no later than)$", lead):
        return f"at most {said}"
    return said


def _date_field(kind: type[Record], heard: Heard, *, done: bool) -> FieldOf | None:
    dates = [f for f in fields(kind) if f.type is date]
    if done and (finished := next((f for f in dates if f.name == "done_on"), None)):
        return finished
    said = (f for f in dates if f.name != "done_on" and among((f.label,), heard.text) and pattern(rf"\b{f.label}\b").search(heard.text))
    return next(said, next((f for f in dates if f.name == kind.kind.when), None))
