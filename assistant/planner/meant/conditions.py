"""Which records are meant: conditions in words, by field, from sayings, names, dates, choices and figures."""
from datetime import date
import re

from assistant.planner.heard.ageing import ages, without_ages
from assistant.planner.heard.comparing import COMPARED, of_figures, of_numbers
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.lacking import absent
from assistant.planner.heard.left_of_share import left_of_share
from assistant.planner.heard.naming import BY_KIND, POINTING, entitled
from assistant.planner.heard.pieces import choices
from assistant.planner.heard.sayings import DENIED, sayings
from assistant.planner.meant.filtering import bound, filtered
from assistant.planner.meant.graded_whole import graded_whole
from assistant.planner.meant.leftover import tells_more
from assistant.planner.meant.of_such_projects import of_such_projects
from assistant.planner.meant.ordering import LEAST, first_said
from assistant.planner.meant.paired_choices import paired_choices
from assistant.planner.meant.verdicts import by_slip
from assistant.planner.meant.whose import references
from assistant.planner.told.dating import days, still_open
from assistant.planner.words.idle import EMPTY
from assistant.planner.words.lexicon import choice_words, kind_coded, spaced, state_of
from assistant.planner.words.plain import among, pattern
from assistant.planner.words.spelling import spelling
from language.words import Span
from records.figures import FIGURES
from records.kinds.base import Record, fields, split

ABOUT = re.compile(r"(?<!what )(?<!how )\b(?:about|containing|contain|mention|mentioning|regarding|concerning|called|with the word)\s+(?:the "
                   r")?(?P<t>[a-z][\w -]{2,40}?)\W*$",
                   re.I)
SUPPLIED = re.compile(r"\b(?:from|by|of)\s+(?P<s>(?-i:[A-Z])[\w&-]+(?: (?-i:[A-Z])[\w&-]+)*)(?![\w'’-])", re.I)
PAID = re.compile(r"\b(?:from|(?:paid|billed|invoiced|charged)(?: by| to)?|pay)\s+(?:the )?(?P<s>[a-z][\w&-]+(?: [a-z][\w&-]+)?)(?![\w'’])", re.I)
SERVING = re.compile(r"\b(?:serves?|supports?|contributes? to|objective|goal)\b")
AMBIGUOUS = {"start", "finish", "close", "open", "high", "low", "medium", "review", "cancel", "drop", "done", "scope", "cost", "schedule", "value", "other",
             "people", "share", "begin", "manager", "doing", "state",
             "business", "approve", "accept", "supplier", "closed", "member", "big", "major", "minor", "certain", "negligible", "rare", "likely",
             "possible", "complete", "serious", "small", "severe", "moderate",
             "quality", "contract", "normal", "resume", "technical", "pause", "idea", "delivery", "execution", "free", "active", "green", "amber", "red",
             "external", "internal", "spent", "booked", "ordered", "paid", "invoiced", "billed"}
BEFORE_A_STOP = r"(?=\s*(?:[,;.:!?)]|$))"                                    # “which are not closed, the worst first”
OF_HOME = re.compile(r"\s*(?:(?:of|on|for|in|from)\s+(?:the )?[\w-]+\s*)?", re.I)       # between a kind and what is said of it
UNDENIED = re.compile(r"n['’]t\b| not\b(?: yet| been)*", re.I)              # whatever it is not, it is a quality

HOW = re.compile(r"\bhow (?!many\b|much\b|long\b|few\b)\w+(?= (?:is|are|was|were|it|they|that|those|these|each)\b)", re.I)        # asks, and narrows nothing


def conditions(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """What a listing is narrowed to."""
    heard = heard.without(Span(m.start(), m.end(), m[0]) for m in HOW.finditer(heard.text))
    aged, heard = ages(kind, heard)[0], without_ages(kind, heard)
    homes, heard = of_such_projects(kind, heard)
    if (first := first_said(kind, heard)[1]) is not None:
        heard = heard.without([first])                    # what stands on top is no condition
    said = sayings(kind, heard)
    if (left := left_of_share(heard)) and not heard.of("person"):
        said = {left[0]: left[1], **{n: v for n, v in said.items() if not any(f.left_of and f.title == left[0] and n == f.left_of.title for f in FIGURES)}}
    chosen = {n: v for n, v in _choices(kind, heard).items() if v != said.get(n)}          # “in force and up for review” is no draft
    chosen |= {n: _either(said[n], v) for n, v in chosen.items() if n in said and " or " in f" {heard.plain} "}
    found = said | of_figures(kind, heard) | chosen
    found = {of.label: "empty" for of, _ in absent(kind, heard)} | found
    if (late := by_slip(kind.kind.one, heard)) and "DATE" not in heard.types:
        found = {n: v for n, v in found.items() if n not in ("forecast", "actual", "due")} | late
        found |= {"status": "done"} if kind.kind.one == "task" else {}
    found |= of_numbers(kind, heard) | references(kind, heard, context) | days(kind, heard, found) | _words(kind, heard)
    found = still_open(kind, heard, found) | _by_key(kind, heard) | found
    found = _called(kind, heard) | found
    found = _of_a_time(kind, heard, found)
    found = graded_whole(kind, heard, _filtered(kind, heard, found))
    found = {n: v for n, v in (found | paired_choices(kind, heard)).items() if v}
    if (keys := heard.all("KEY")) and not found:
        found["key"] = ", ".join(keys)
    return found | homes | aged


def _called(kind: type[Record], heard: Heard) -> dict[str, str]:
    """What those are that have the name by which the kind is called: invoices are billed."""
    said = {heard.said(s).lower() for s in heard.of("KIND")}
    return {name: words for names, asked in kind.kind.called for name, words in asked.items() if said & set(split(names))}


def _is_no_title(kind: type[Record], said: str) -> bool:
    """Whether words that stand where a title could only point at something, or say a state or a field: “behind it”, “approved”, “reviews overdue”."""
    own = {w for f in fields(kind) for n in (*f.names, *f.choices) for w in n.lower().split()} | {w for _, w, _ in choice_words(str(kind.__tablename__))}
    own |= {w for n in kind.kind.names for w in n.lower().split()}
    own |= {w for spoken, _ in kind.kind.sayings for each in split(spoken) for w in each.lower().split()}
    words = re.findall(r"[\w'-]+", said.lower())
    own |= {w for w in words if LEAST.fullmatch(w)}
    return any(w in POINTING for w in words) or all(w in own or w.removesuffix("s") in own or w in EMPTY for w in words)


def _either(one: str, other: str) -> str:
    """Two states of one field of which either is enough; what is open in any state is already all of those."""
    return one if other in split(one) or (one.startswith("not ") and other not in one) else f"{one}, {other}"


def _of_a_time(kind: type[Record], heard: Heard, found: dict[str, str]) -> dict[str, str]:
    """A figure that there is of the time which is said, in place of that of all times: “over budget this month”."""
    times = [heard.said(s).lower() for s in heard.of("DATE")]
    for name, asked in found.items():
        titled = next((f.title for f in FIGURES for time in times if f.of is kind and f.title == f"{name} {time}"), "")
        if titled:
            dates = {f.label for f in fields(kind) if f.type is date}
            return {titled: asked, **{n: v for n, v in found.items() if n != name and not (n in dates and v.lower() in times)}}
    return found


def _filtered(kind: type[Record], heard: Heard, found: dict[str, str]) -> dict[str, str]:
    """The conditions with those that only the words around tell, where words or numbers in them are in none yet; a title made of such words is none."""
    more, lacked = dict[str, str](), [span for _, span in absent(kind, heard)]
    for of, said, span in filtered(kind, heard):
        if said == "empty" and of.label not in found and any(span.start < s.end and s.start < span.end for s in lacked):
            continue                                       # what is lacking there is another field: “without an effective date”
        is_dated = of.type is date and of.label in found and any(heard.said(d) in said and heard.said(d) not in str(found) for d in heard.of("DATE"))
        if is_dated or (of.label not in found and of.label not in more and (said == "empty" or tells_more(kind, heard, span, found))):
            found = {n: v for n, v in found.items() if n != of.label}           # “to be reviewed until Friday” says more than “to be reviewed”
            more[of.label] = said
            title = found.get(kind.kind.title, "").lower()
            words = heard.text[span.start:span.end].lower()
            if title and (title in words or words in title):
                found = {n: v for n, v in found.items() if n != kind.kind.title}
    return more | found


def _by_key(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Another record that a field names before its key: “tasks with parent APOLLO-T-1”, “risks of objective OBJ-3”."""
    found = dict[str, str]()
    for span in heard.of("KEY"):
        refers = [f for f in fields(kind) if f.refers == kind_coded(str(span.value)).__tablename__]
        of = next((f for f in refers if any(pattern(rf"\b{re.escape(n)}\W*$").search(heard.text[:span.start]) for n in among(f.names, heard.text))), None)
        of = of or (refers[0] if len(refers) == 1 and kind is not kind_coded(str(span.value)) else None)
        if of:
            found[of.label] = str(span.value)
    return found


def _choices(kind: type[Record], heard: Heard) -> dict[str, str]:
    """A fixed choice that is said and is no saying: "critical tasks", "agile projects", "tasks in review", "high impact risks"."""
    found = {f.label: value if f.choices else bound(value) for f, value, _ in choices(kind, heard)}
    found |= {n: v for n, v in _by_name(kind, heard).items() if n not in found}
    own = {w.lower() for spoken, _ in kind.kind.sayings for w in split(spoken)}
    taken = [(s.start, s.end, t) for t, s in heard.spans if t in ("KIND", "FIGURE") or (t == "SAYING" and str(s.value) in own)]
    every = choice_words(str(kind.__tablename__))
    said = {w for w in among((word for _, word, _ in every), heard.masked) if len(w) > 2}  # noqa: PLR2004 - "PM" is a role and a time of day
    for name, word, value in every:
        label = name.removesuffix("_id").replace("_", " ")
        if word not in said or label in found or (word in AMBIGUOUS and not _is_quality(word, heard)):
            continue
        m = pattern(rf"(?<![\w-]){spaced(word)}s?(?![\w-])").search(heard.masked)
        if m and not any(a < m.end() and m.start() < b and (" " not in word or not m.start() <= a <= b <= m.end() or (t == "KIND" and len(m[0]) == b - a))
                         for a, b, t in taken):
            is_denied = re.search(rf"{DENIED}\s*$", heard.masked[:m.start()], re.I) is not None
            found[label] = f"not {value}" if is_denied else value
    return found


def _is_quality(word: str, heard: Heard) -> bool:
    """Whether a word with several meanings stands where only a quality can: “which stakeholders are external?”, “external stakeholders”."""
    before = any(pattern(rf"(?<![\w-]){spaced(word)}$").search(heard.lead(s)) for s in heard.of("KIND"))
    before = before or pattern(rf"(?<![\w-]){spaced(word)} ones?\b|^\W*(?:and )?(?:only|just) (?:the )?{spaced(word)}\W*$").search(heard.text) is not None
    before = before or pattern(rf"\b(?:which|that|who) (?:is|are|were) (?:still |already |now )?{spaced(word)}{BEFORE_A_STOP}").search(
        UNDENIED.sub("", heard.text)) is not None
    before = before or pattern(rf"\bKINDS(?: (?:of|on|for|in|from) PROJECT)? (?:is|are|was|were|ha(?:s|ve|d) (?:already |now )?been) "
                               rf"(?:still |already |now )?{spaced(word)}\W*$").search(UNDENIED.sub("", heard.shaped("KIND", "project"))) is not None
    said = pattern(rf"\b(?:is|are|was|were)(?:n['’]t| not)? (?:still |already |now |yet )?{spaced(word)}{BEFORE_A_STOP}").search(heard.text)
    return before or (said is not None and any(OF_HOME.fullmatch(heard.text, s.end, said.start()) for s in heard.of("KIND")))


def _by_name(kind: type[Record], heard: Heard) -> dict[str, str]:
    """A choice that is a name of the kind, too: “open defects” are issues of one type."""
    spans = [s for s in heard.of("KIND") if s.value == kind.kind.one]
    said = {re.sub(r"ies$", "y", heard.said(s).lower()).removesuffix("s"): re.search(rf"{DENIED}$", heard.lead(s)) for s in spans}
    said.pop(kind.kind.one, None)
    state = state_of(kind)                                 # “to-dos” are tasks in any state
    return {name.removesuffix("_id").replace("_", " "): f"not {value}" if said[word] else value
            for name, word, value in choice_words(str(kind.__tablename__)) if word in said and not (state and name == state.name)}


def paid_to(kind: type[Record], heard: Heard) -> str:
    """Whom an amount went to: “from Acme”, or in small letters words that nobody knows, “from studio halbig”, “paid lichthaus”."""
    if not any(f.name == "supplier" for f in fields(kind)):
        return ""
    if m := SUPPLIED.search(heard.masked):
        return str(m["s"])
    m = PAID.search(heard.masked)
    unknown = [w for w in m["s"].split() if w.lower() not in spelling()] if m else []
    return str(m["s"]) if m and unknown and unknown[-1] == m["s"].split()[-1] else next(iter(unknown), "")


def _words(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Words that the title holds ("tasks about the login"), or the supplier that an amount went to."""
    if quoted := heard.first("TEXT"):
        served = any(f.name == "objective_id" for f in fields(kind)) and SERVING.search(heard.plain)
        return {"objective" if served else kind.kind.title: quoted}
    if not heard.of("KIND"):
        return {}
    if (named := heard.of("KIND")[0]) and (number := re.match(r"\s+(\d+)\b", heard.text[named.end:])) and not heard.said(named).endswith("s"):
        return {kind.kind.title: f"{heard.said(named)} {number[1]}"}
    if supplier := paid_to(kind, heard):
        return {"supplier": supplier}
    if not heard.is_of_many and (called := entitled(heard, BY_KIND)) and not COMPARED.match(called) and not _is_no_title(kind, called):
        return {kind.kind.title: called}
    m = ABOUT.search(heard.masked)
    chosen = next((n for n, w, _ in choice_words(str(kind.__tablename__)) if m and w == m["t"].strip().lower()), kind.kind.title)
    return {chosen: m["t"].strip()} if m and "\0" not in m["t"] else {}      # “lessons about stakeholders” are a category
