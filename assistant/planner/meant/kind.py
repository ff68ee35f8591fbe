"""Which kind of record a request is about: the one named, or that a key, a saying, a figure or the talk belongs to."""
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.naming import entitled
from assistant.planner.learned.weighing import likely_kind
from assistant.planner.meant.verdicts import by_slip
from assistant.planner.words.lexicon import choice_words, kind_coded, kind_named, meaning, spelt
from assistant.planner.words.phrases import HOMES
from language.words import Span
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import KINDS, CostEntry, Dependency, Lesson, Person, Project, Task
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

LIKELY, SURELY, VERY = 0.55, 0.7, 0.9            # of the odds of what was learned: where no kind is named, and where another one is
ON_IT = re.compile(r"\b(?:on|in|for) (?:it|that|this)\b|\bthere\b|\bon (?:the|this|that) (?:project|team)\b")
WORK = re.compile(r"^(?:please |can you |could you )*(?:(?:remind|ask|tell|have|let|get) (?:me|PERSON|him|her)(?: to)? |"
                  r"(?:i|we) (?:need|want|would like) PERSON to )")
SPENT = re.compile(r"^(?:please |i |we |have )*(?:book|booked|spend|spent|pay|paid|bought)\b")
STAFFING = re.compile(r"^(?:please |can you |could you )*(?:allocate|staff|reserve) PERSON\b")
GIVEN = re.compile(r"\b(?:to|as|is|are|now)\s+(?:an? )?(?P<c>[a-z][a-z -]{2,30}?)\W*$", re.I)
AKIN = tuple((re.compile(rf"\b(?:{said})\b", re.I), kind) for said, kind in (
    (r"(?:ever |already |have |has |did )*(?:we|they|i|anyone|anybody|somebody)(?: ever| also| already| have)* (?:learn|learnt|learned)|learnings?", Lesson),
    (r"(?:we|they|i|been|have|has|already) (?:already |ever |so far )*(?:paid|invoiced|billed|charged)|(?:paid|billed|invoiced|charged) (?:us|by|to)",
     CostEntry),
    ((r"(?:get|receive|expect|need|waiting for|wait for|come|coming)(?= (?:\w+ ){0,3}from (?:the |our )?(?:\w+ ){0,3}(?:team|supplier|department|"
      r"vendor|partner|agency))"), Dependency)))
WHO_HAS = re.compile(r"^(?:so |and |please )*(?:who|whose|which of us) (?:has|have|had|gets?)\b")
PARTED = re.compile(r"\b(?:by|per) (?P<f>[a-z]+)\b")
GROUPED = re.compile(r"\b(?:by|per|for (?:each|every)|each|every)\s+$", re.I)
OPENING = re.compile(r"\W*(?:(?:please|can you|could you|also|and|i want to|let us)\b[\s,]*)*", re.I)
NEW = re.compile(r"(?:\b(?:new|another|an?|add|create|make)\s+)+$", re.I)
JOINING = re.compile(r"^(?:please |can you |could you )*(?:add|put|bring) PERSON (?:to|on|onto|into) (?:the )?(?:team of |project |team on )?PROJECT(?: "
                     r"team)?(?: as\b|$)")


def kind_of(heard: Heard, tool: Tool, context: Context) -> type[Record]:
    """The kind that was named, or that a key, a saying or the talk belongs to, or a task."""
    if key := heard.first("KEY"):
        return _beside(heard, kind_coded(key)) if not tool.proposes else kind_coded(key)
    if not tool.proposes:
        return _of_question(heard, tool, context)
    return _of_change(heard, tool, context) if tool.slot(Holds.conditions) else _of_creation(heard, tool)


def _beside(heard: Heard, of_key: type[Record]) -> type[Record]:
    """What is asked for beside a key that only tells whose: “all measurements for ELARA-QM-1”."""
    others = [k for k in map(kind_named, dict.fromkeys(heard.all("KIND"))) if k is not of_key and any(f.refers == of_key.__tablename__ for f in fields(k))]
    return others[0] if len(others) == 1 else of_key


def _of_question(heard: Heard, tool: Tool, context: Context) -> type[Record]:
    if _asks_for_a_role(heard) or _asks_for_what_people_have(heard):
        return Person
    akin = akin_to(heard)
    if (meant := akin[0] if akin else _of_groups(heard)) is not None:
        return meant
    if named := heard.of("KIND"):
        sure = likely_kind(heard, VERY) if set(heard.all("KIND")) <= set(HOMES) else None       # “hours booked in October by project” are time entries
        return sure or _named_kind(heard, tool, list(named))
    if heard.of("SAYING"):
        return _kind_of_saying(heard, tool)
    if re.search(r"\bwho\b", heard.plain) and context.project and ON_IT.search(heard.plain):
        return _membership()
    return _kind_of_rest(heard, tool)


def _of_groups(heard: Heard) -> type[Record] | None:
    """The kind that is meant where only what it is parted by is named: “hours booked on Apollo, split by person” are time entries."""
    named = heard.of("KIND")
    return likely_kind(heard, SURELY) if named and all(GROUPED.search(heard.text[:s.start]) for s in named) else None


def akin_to(heard: Heard) -> tuple[type[Record], Span] | None:
    """The kind that what is done tells, where none is named but people and projects, and where it is said: what was learned, what was paid."""
    if set(heard.all("KIND")) - {Person.kind.one, Project.kind.one}:
        return None
    return next(((kind, Span(m.start(), m.end(), m[0])) for said, kind in AKIN if (m := said.search(heard.masked))), None)


def _asks_for_a_role(heard: Heard) -> bool:
    """ "Who are our project managers?": people by their role, and no projects."""
    roles = "|".join(re.escape(w) for name, w, _ in choice_words(str(Person.__tablename__)) if name == "role")
    return "project" not in heard.types and re.search(rf"^(?:who (?:are|is)|list|show|which are)\b.*\b(?:{roles})s$", heard.plain) is not None


def _asks_for_what_people_have(heard: Heard) -> bool:
    """ "Who has a rate above 100?": people by a field of theirs, which is the name of another kind as well."""
    own = {n.lower() for f in fields(Person) if not f.refers for n in f.names}
    return WHO_HAS.match(heard.plain) is not None and any(heard.said(s).lower() in own for s in heard.of("KIND"))


def _of_change(heard: Heard, tool: Tool, context: Context) -> type[Record]:
    if meant := context.meant(heard):
        return kind_coded(meant[0]) if re.search(r"-\d+$", meant[0]) else Project
    called = entitled(heard) or ""
    numbered = rf"(?:{'|'.join(re.escape(heard.said(s)) for s in heard.of('KIND'))}) \d+"
    # “Test the invoice download” is no invoice, but “gate 2” is a gate.
    if named := [s for s in heard.of("KIND") if heard.said(s) not in called or re.fullmatch(numbered, called)]:
        return _named_kind(heard, tool, named)
    if _is_of_project(heard):
        return Project
    return _kind_of_choice(heard) or (_kind_of_saying(heard, tool) if heard.of("SAYING") else Task)


def _kind_of_choice(heard: Heard) -> type[Record] | None:
    """The kind that alone has the choice an order ends with or the verb it opens with: what becomes “supportive” is no task."""
    said = GIVEN.search(heard.masked)
    every = [k for k in KINDS if said and any(w == said["c"].strip().lower() for _, w, _ in choice_words(str(k.__tablename__)))]
    return every[0] if every and Task not in every else None


def _labelled(heard: Heard) -> type[Record] | None:
    """The kind that opens an order as its label, whose it is before the colon: “task for Ana: risk review” is a task."""
    first = next(iter(heard.of("KIND")), None)
    m = re.match(r"[^:\n]{1,60}:\s*\S", heard.text[first.end:]) if first and OPENING.fullmatch(NEW.sub("", heard.text[:first.start])) else None
    whose = first and m and any(t in ("person", "ME") and first.end <= s.start < first.end + len(m[0]) for t, s in heard.spans)
    return kind_named(str(first.value)) if first and whose else None


def _of_creation(heard: Heard, tool: Tool) -> type[Record]:
    if (told := _labelled(heard)) is not None:
        return told
    opened = ((JOINING, _membership), (WORK, lambda: Task), (STAFFING, _staffing))
    if meant := next((of() for form, of in opened if form.match(heard.typed)), None):
        return meant
    if "MONEY" in heard.types and SPENT.match(heard.typed):
        return _of_money()
    named = [s for s in heard.of("KIND") if len(heard.of("KIND")) == 1 or not _is_verb(heard, s)]
    if named and all(_is_there(heard, s) for s in named):
        return likely_kind(heard, VERY) or Task                # “book a room for gate 2” is no gate
    if named:
        return likely_kind(heard, VERY) or _named_kind(heard, tool, named)                      # “a review of the service desk training” is no service
    return likely_kind(heard, LIKELY) or (_kind_of_saying(heard, tool) if heard.of("SAYING") else _kind_of_rest(heard, tool))


def _is_verb(heard: Heard, span: Span) -> bool:
    """Whether a kind's name only opens the order as its verb: “schedule a reminder”, “record a risk”."""
    return OPENING.fullmatch(heard.text[:span.start]) is not None and re.match(r"\s+(?:an?|the|another|my)\b", heard.text[span.end:], re.I) is not None


def _is_there(heard: Heard, span: Span) -> bool:
    """Whether a kind's name and a number are a record that is there, and not the one to be made: “posters for gate 2”, but “new gate 3”."""
    numbered = re.match(r"\s+\d{1,3}\b(?!\s*:)", heard.text[span.end:]) is not None
    return numbered and not re.search(r"\b(?:new|add|create|another|an?|make|record|log|plan|schedule)\s+(?:the\s+)?$|^\W*$", heard.text[:span.start], re.I)


def _is_of_project(heard: Heard) -> bool:
    """Whether a change without a kind is one of the named project itself, and not of what somebody has there."""
    return "project" in heard.types and not any(heard.owns(s) for s in heard.of("person")) and "everything" not in heard.plain


def _kind_of_saying(heard: Heard, tool: Tool) -> type[Record]:
    said = heard.all("SAYING")
    return next((k for k in _likely(heard, tool) if any(w in map(str.lower, split(spoken)) for spoken, _ in k.kind.sayings for w in said)), Task)


def _kind_of_rest(heard: Heard, tool: Tool) -> type[Record]:
    if not tool.proposes and (sure := likely_kind(heard, VERY)) is not None:
        return sure                                        # “hours booked this month, summed up for each person” are time entries
    if not tool.proposes and (figure := next((f for f in FIGURES if f.name == heard.first("FIGURE")), None)):
        return _behind(figure, heard)
    if re.search(r"\bwho\b", heard.plain):
        return _membership() if "project" in heard.types else Person
    return _of_money() if "MONEY" in heard.types and tool.proposes else likely_kind(heard, SURELY) or Task


def _behind(figure: Figure, heard: Heard) -> type[Record]:
    """The kind a figure is of, or the one it is made from whose field parts it: “the budgets by category” are budget lines."""
    by = PARTED.search(heard.plain)
    if by is None or any(by["f"] in f.names for f in fields(figure.of)):
        return figure.of
    made = (kind for of in (figure, *figure.reads) for kind in of.needs)
    return next((k for k in made if any(by["f"] in f.names for f in fields(k))), figure.of)


def _likely(heard: Heard, tool: Tool) -> tuple[type[Record], ...]:
    """The kinds in the order in which a saying without a kind is one of theirs: of people after “who”, else of tasks."""
    return (Person, *KINDS) if re.search(r"\b(?:who|anyone|anybody|someone|somebody|people)\b", heard.plain) and not tool.proposes else (Task, *KINDS)


def _named_kind(heard: Heard, tool: Tool, spans: list[Span]) -> type[Record]:
    """Of several kinds the one that is listed ("risks per project"), for a new record the first that is said."""
    said: list[type[Record]] = [_meant_by(heard, s) for s in spans]
    if tool.proposes:
        return next((k for k in said if k is not Project), said[0]) if len(said) > 1 and said[0] is Project else said[0]
    if computed := _computed(heard, said):
        return computed
    if said[0] is Person and "project" in heard.types:
        return _membership()
    many = [k for k, s in zip(said, spans, strict=True) if heard.said(s).lower().endswith("s")]
    return many[0] if many and said[0] is Project and said[0] not in many[:1] else many[0] if many else said[0]


def _meant_by(heard: Heard, span: Span) -> type[Record]:
    """The kind that a word names; of several that share it the one which has the saying that is said."""
    every = [kind_named(value) for type_, value in meaning(spelt(heard.said(span))) if type_ == "KIND"] or [kind_named(str(span.value))]
    sayings = set(heard.all("SAYING"))
    return next((k for k in every if sayings & {w.lower() for spoken, _ in k.kind.sayings for w in split(spoken)}), every[0])


def _computed(heard: Heard, said: list[type[Record]]) -> type[Record] | None:
    """ "Which benefits are drifting": a saying about a figure belongs to the kind that has it."""
    words = {w for w in heard.all("SAYING") if not any(w in map(str.lower, split(spoken)) for k in said for spoken, _ in k.kind.sayings)}
    if not words or any(by_slip(k.kind.one, heard) for k in said):
        return None
    about = [f for f in FIGURES if any(k.kind.one in f.title for k in said)]          # the drift of benefits, but not the slip of milestones
    figures = {n for f in about for n in (f.name, f.title, f.name.replace("_", " "), *split(f.also))}
    return next((k for k in (Project, Person) for spoken, asked in k.kind.sayings if words & set(map(str.lower, split(spoken))) and figures & set(asked)),
                None)


def _membership() -> type[Record]:
    """The kind that places people on projects: who is on Apollo."""
    return next(k for k in KINDS if {"person_id", "project_id"} <= {f.name for f in fields(k)})


def _staffing() -> type[Record]:
    """The kind that gives a person's hours to a project for a time."""
    return next(k for k in KINDS if {"person_id", "project_id", "hours", "start", "end"} <= {f.name for f in fields(k)})


def _of_money() -> type[Record]:
    """The kind that is an amount on a day: what “book 500 EUR” makes."""
    return next(k for k in KINDS if k.kind.when and any(f.is_money and f.required for f in fields(k)))
