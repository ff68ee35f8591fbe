"""What a tool is: a function whose parameters are kinds and plain values; the desk turns words into them."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
import inspect
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from language.dates import Period
from records.asker import Asker
from records.errors import BadInput, NotFound
from records.figures.base import Figure
from records.kinds import KINDS, kind_said
from records.kinds.base import Record, split
from records.proposals import Proposal
from reports.blocks import Block, Text
from tools.desk import Desk


class Holds(StrEnum):
    """What a parameter holds; the planner fills it and the desk reads it by this, never by its name."""
    record = "record"            # a record of one kind, or of any (`of` is Record), by key or name
    kind = "kind"
    figure = "figure"
    period = "period"
    conditions = "conditions"    # field -> condition in words
    values = "values"            # field -> value in words
    field = "field"              # a field or figure of the kind, "-due" for the greatest first
    question = "question"        # the person's whole sentence
    lines = "lines"              # one wish a line
    choice = "choice"            # one of a few words
    number = "number"
    words = "words"              # words that are looked for in all texts
    passage = "passage"          # a text of the person, word for word: a description, meeting notes, an idea
    among = "among"              # which projects: those of a programme, sponsor, objective or tag, in the words of the person
    days = "days"                # over which a figure that looks ahead is computed
    changed = "changed"          # what of the records was changed: a record, a kind, a field and what it became
    columns = "columns"          # fields or figures that a list is to show beside its own
    without = "without"          # projects that are left out of an order or a choice
    moment = "moment"            # a past day: the desk is then laid as of its end


AnyRecord = Annotated[tuple[type[Record], Record], Holds.record]      # a record with its kind
@dataclass(frozen=True, init=False)
class Words:
    """How people say each choice of a parameter: what the planner listens for."""
    said: dict[str, tuple[str, ...]]

    def __init__(self, **said: str) -> None:
        object.__setattr__(self, "said", {choice: split(words) for choice, words in said.items()})


Conditions = Annotated[dict[str, str], Holds.conditions]
Values = Annotated[dict[str, str], Holds.values]
FieldName = Annotated[str, Holds.field]
Question = Annotated[str, Holds.question]
Among = Annotated[str, Holds.among]
Lines = Annotated[list[str], Holds.lines]
Sought = Annotated[str, Holds.words]
Without = Annotated[str, Holds.without, Field(description="projects to leave out, by key or name: APOLLO, DIONE")]
Columns = Annotated[str, Holds.columns, Field(description="fields or figures to show, too: owner, NPV")]
Passage = Annotated[str, Holds.passage]
Changed = Annotated[str, Holds.changed, Field(description="a record, field or kind, and what it became: APOLLO-T-7 status blocked; "
                                              "budget; colour red; APOLLO-C-1 made, made rent: who wrote it down")]
Days = Annotated[str, Holds.days, Field(description="days to come for load or free hours: next week")]
ANY: dict[str, str] = {}

KindName = Annotated[str, Field(description="a kind of record")]        # the prompt lists them once
FigureName = Annotated[str, Field(description="its usual name, such as cpi, npv, critical path; a wrong one is answered with all")]


@dataclass(frozen=True)
class Result:
    """What a reading tool shows; `looked`: the records whose report it is, by their keys, which is kept with the answer."""
    blocks: tuple[Block, ...]
    looked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slot:
    """One parameter: `of` is the kind it names, `choices` what it may hold."""
    name: str
    holds: Holds
    required: bool
    of: type[Record] | None = None
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)       # each with the words it is said by


@dataclass(frozen=True)
class Tool:
    """A declared tool; `sign` is what a face shows while it works."""
    name: str
    says: str
    examples: tuple[str, ...]
    proposes: bool
    slots: tuple[Slot, ...]
    args: type[BaseModel]
    sign: str
    run: Callable[..., Result | Proposal]

    def call(self, desk: Desk, said: dict[str, Any]) -> Result | Proposal:
        """Run the tool on words; raises the family of errors when they cannot be read."""
        try:
            given = dict(self.args.model_validate(said))
        except ValidationError as wrong:
            where = ".".join(str(part) for part in wrong.errors()[0]["loc"])
            raise BadInput(f"{self.name}: {wrong.errors()[0]['msg']} ({where}).") from None
        if day := given.pop(AS_OF, ""):
            return self._then(desk.at(day), given)
        return self._now(desk, given)

    def _now(self, desk: Desk, given: Mapping[str, Any]) -> Result | Proposal:
        return self.run(desk, **{s.name: _resolved(desk, s, given[s.name]) for s in self.slots if s.name in given})

    def _then(self, desk: Desk, given: Mapping[str, Any]) -> Result | Proposal:
        """What the tool shows at a desk of a past day, which is said at its top; and so it is when something was not there yet."""
        try:
            made = self._now(desk, given)
        except NotFound as lacking:
            raise NotFound(f"{desk.as_of} {lacking}" if desk.as_of else str(lacking)) from None
        return Result((Text(desk.as_of), *made.blocks)) if isinstance(made, Result) and desk.as_of else made

    def slot(self, holds: Holds) -> Slot | None:
        return self._by_holds.get(holds)

    @cached_property
    def _by_holds(self) -> Mapping[Holds, Slot]:
        """The first slot of each sort: of every message each tool is asked for some."""
        return {s.holds: s for s in reversed(self.slots)}

    @property
    def makes(self) -> bool:
        """Whether it makes a record of the values that are said."""
        return self.slot(Holds.values) is not None and self.slot(Holds.conditions) is None

    @property
    def changes(self) -> bool:
        """Whether it gives values to records that are there."""
        return self.slot(Holds.values) is not None and self.slot(Holds.conditions) is not None


def tool(*examples: str, sign: str = "Looking into the records", past: bool = False) -> Callable[[Callable[..., Result | Proposal]], Tool]:
    """Declare a tool by what people say for it; examples are for the planner and the README, never in the prompt.

    A tool of the `past` can be asked as of a day: it takes one more parameter, and works at a desk of that day without knowing of it.
    """
    def declare(run: Callable[..., Result | Proposal]) -> Tool:
        hints = get_type_hints(run, include_extras=True)
        back = hints.pop("return")
        if back not in (Result, Proposal) or not run.__doc__:
            raise TypeError(f"{run.__name__} needs a docstring and -> Result or -> Proposal.")
        slots, takes = [], {}
        for p in list(inspect.signature(run).parameters.values())[1:]:
            required = p.default is p.empty
            slot, hint = _slot(p.name, hints[p.name], required=required)
            slots.append(slot)
            takes[p.name] = (hint if required or p.default is not None else hint | None, ... if required else p.default)
        if past:
            slots.append(Slot(AS_OF, Holds.moment, required=False))
            takes[AS_OF] = (str, "")                                    # the prompt says what it is
        config = ConfigDict(extra="forbid", json_schema_extra=_shortened)
        args: type[BaseModel] = create_model(run.__name__, __config__=config, **takes)  # type: ignore[call-overload]
        return Tool(run.__name__, inspect.cleandoc(run.__doc__), examples, back is Proposal, tuple(slots), args, sign, run)
    return declare


def offered(tool: Tool, asker: Asker) -> bool:
    """Whether this asker may use the tool at all; what they may not use, or what is switched off, is not even offered."""
    return tool.name not in asker.without and may_use(tool, asker)


def may_use(tool: Tool, asker: Asker) -> bool:
    """Whether the tool is one for this asker's roles, be it on or off."""
    return not tool.proposes or any(asker.roles & {*k.kind.write, *k.kind.write_own} for k in KINDS)


def _shortened(schema: dict[str, Any]) -> None:
    """Leave out what the model need not read each turn: titles that say the names again, defaults of nothing, and that nothing else is taken."""
    schema.pop("title", None)
    schema.pop("additionalProperties", None)
    for part in schema.get("properties", {}).values():
        part.pop("title", None)
        if said := [each for each in part.pop("anyOf", []) if each != {"type": "null"}]:
            part.update(said[0])
        if not part.get("default", True):
            del part["default"]


def _slot(name: str, hint: Any, *, required: bool) -> tuple[Slot, Any]:
    """Read off an annotation what the parameter holds, and what its schema is."""
    marked = next((h for h in get_args(hint) if isinstance(h, Holds)), None)
    if marked is Holds.record:
        return Slot(name, marked, required, Record), Annotated[str, Field(description="any record: its key")]
    if marked is not None:
        return Slot(name, marked, required), hint
    words = next((h for h in get_args(hint) if isinstance(h, Words)), Words())
    bare = get_args(hint)[0] if words.said else next(h for h in get_args(hint) if h is not NoneType) if NoneType in get_args(hint) else hint
    if get_origin(bare) is Literal:
        return Slot(name, Holds.choice, required, choices={c: words.said.get(c, (c,)) for c in get_args(bare)}), bare
    return _typed_slot(name, bare, required=required)


def _typed_slot(name: str, bare: Any, *, required: bool) -> tuple[Slot, Any]:
    """A parameter that its plain type says all of."""
    plain = {Figure: (Holds.figure, FigureName), int: (Holds.number, int),
             Period: (Holds.period, Annotated[str, Field(description="such as: last 14 days, since Monday")])}
    if get_origin(bare) is type:
        return Slot(name, Holds.kind, required), KindName
    if bare in plain:
        holds, schema = plain[bare]
        return Slot(name, holds, required), schema
    if isinstance(bare, type) and issubclass(bare, Record):
        return Slot(name, Holds.record, required, bare), Annotated[str, Field(description=f"{bare.kind.one}: name or key")]
    raise TypeError(f"“{name}” of this tool has no type that the planner can fill.")


def _resolved(desk: Desk, slot: Slot, said: Any) -> object:
    if said is None or (slot.holds in PLAIN):
        return said
    if slot.holds is Holds.record:
        return desk.named_any(said) if slot.of is Record else desk.named(slot.of or Record, said)
    if slot.holds is Holds.kind:
        return _kind_named(said)
    return desk.figure(said) if slot.holds is Holds.figure else desk.period(said)


def _kind_named(said: str) -> type[Record]:
    """The kind that a model or a form means, in its one name or any other."""
    if (kind := kind_said(str(said))) is not None:
        return kind
    raise BadInput(f"“{said}” is no kind of record; there are {', '.join(k.kind.many for k in KINDS)}.")


PLAIN = (Holds.conditions, Holds.values, Holds.field, Holds.question, Holds.lines, Holds.choice, Holds.number, Holds.words, Holds.passage,
         Holds.among, Holds.days, Holds.changed, Holds.without, Holds.columns)
AS_OF = "as_of"
