"""What a kind is: a table whose fields carry their own words. Everything generic is read off here."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from types import NoneType
from typing import Annotated, Any, ClassVar, Literal, TypeVar, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, create_model
import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from records.asker import Role

SEES_MONEY = (Role.manager, Role.value, Role.executive, Role.auditor, Role.admin)
LONGEST_TEXT = 4000
STRICT = {"sqlite_strict": True}

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


@dataclass(frozen=True)
class Says:
    """Words of one field: how a person says it, how each choice is said, who alone may read or set it."""
    also: str = ""
    words: tuple[tuple[str, str], ...] = ()
    only: tuple[Role, ...] = ()
    set_by: Literal["person", "code"] = "person"
    unit: str = ""                              # "h", "days", "%": shown after the number
    asker: bool = False                         # whoever asks is meant when nobody is named
    day_of: str = ""                            # the states that the record got on this day
    why: str = ""                               # the states that this text gives the reason for


@dataclass(frozen=True)
class Kind:
    """Words and rights of one record type. `within` names the column that rights are inherited along."""
    code: str
    one: str
    many: str
    also: str = ""
    within: str | None = None
    own: str = ""                               # the column that names whose it is, where nobody else sees it but who sees all
    title: str = "title"
    when: str = ""                              # the date that is meant when no other is named
    line: str = "{key} {title}"
    columns: tuple[str, ...] = ()               # what a list shows beside key and title
    write: tuple[Role, ...] = (Role.member, Role.manager, Role.admin)
    whose: str = ""                             # the column that names whom it is about, where everybody sees it
    write_own: tuple[Role, ...] = ()            # the roles beside `write` whose people may make and change those that are about themselves, and no others
    sayings: tuple[tuple[str, Mapping[str, str]], ...] = ()    # one word for several conditions: "overdue"
    called: tuple[tuple[str, Mapping[str, str]], ...] = ()     # a name that only some of them have: an invoice is no commitment
    caveats: tuple[str, str] = ("", "")         # words that no field tells exactly, and what stands for them instead
    # Whole sentences: (this|that), [maybe], and places for fields. {due} is said, {a+b} goes into both, {status=done} is meant,
    # {start..end} is a run of days, {@key} or {@number} says which record is changed, {@} the only one there is.
    tells: tuple[str, ...] = ()                 # that make a record, or change the one they name: "{person} is on {type} {start..end}"
    asks: tuple[str, ...] = ()                  # that list some: "who is {letter} for {deliverable}"

    @property
    def names(self) -> tuple[str, ...]:
        return (self.many, self.one, *split(self.also))


Check = Callable[[Any], str | None]
Values = Mapping[str, Any]
Follow = Callable[[Values, Values, date], Values]


class Record(SQLModel):
    """`checks` complain about a whole record in a sentence; `follows` says what else a change entails (before, after, today)."""
    __table_args__: Any = STRICT
    kind: ClassVar[Kind]
    checks: ClassVar[tuple[Check, ...]] = ()
    follows: ClassVar[tuple[Follow, ...]] = ()
    either: ClassVar[tuple[str, ...]] = ()              # references of which a record has one only: a name that is none of one is another's
    ahead: ClassVar[tuple[str, ...]] = ()               # types of such a record whose day is still to come

    id: Annotated[int | None, Says(set_by="code")] = Field(default=None, primary_key=True)
    key: Annotated[str, Says(set_by="code")] = Field(default="", unique=True, index=True)
    version: Annotated[int, Says(set_by="code")] = 1
    archived: Annotated[bool, Says(set_by="code")] = False
    source: Annotated[str, Says("imported from", set_by="code")] = Field("", max_length=200, index=True)

    def __init_subclass__(cls, **how: Any) -> None:
        """Give the table's name once; SQLModel would make it anew whenever it is asked."""
        super().__init_subclass__(**how)
        cls.__tablename__ = cls.__name__.lower()


R = TypeVar("R", bound=Record)


class Cents(sa.TypeDecorator[Decimal]):
    """Exact money on every engine: minor units in a BIGINT, a Decimal of two places in Python."""
    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _: sa.Dialect) -> int | None:
        return None if value is None else int(value.scaleb(2))

    def process_result_value(self, value: int | None, _: sa.Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)

    def coerce_compared_value(self, *_: object) -> "Cents":
        return self


def _two_places(value: Decimal) -> Decimal:
    rounded = value.quantize(Decimal("0.01"))
    if rounded != value:
        raise ValueError("money has at most two decimals")
    return rounded


Money = Annotated[Decimal, AfterValidator(_two_places)]
MOST_MONEY = Decimal("9e13")


def money(default: Any = ..., **limits: Any) -> Any:
    """A field of money; `Money` alone would become a float on SQLite."""
    return Field(default, sa_type=Cents, **{"le": MOST_MONEY, "ge": -MOST_MONEY, **limits})


def one_of(choices: Any, default: str) -> Any:
    """A field of fixed choices: Literal in Python, VARCHAR with a CHECK on both engines."""
    return Field(default, sa_type=sa.Enum(*get_args(choices), native_enum=False, create_constraint=True, length=30))


def long_text(**more: Any) -> Any:
    return Field("", max_length=LONGEST_TEXT, **more)


@cache
def table(of: type[Record]) -> sa.Table:
    found: sa.Table = sa.inspect(of).local_table
    return found


@dataclass(frozen=True)
class FieldOf:
    """One field as the planner, a form, a preview and an importer see it."""
    name: str
    label: str
    type: Any
    says: Says
    refers: str | None
    required: bool

    @cached_property
    def choices(self) -> tuple[str, ...]:
        return get_args(self.type) if get_origin(self.type) is Literal else ()

    @property
    def is_money(self) -> bool:
        return self.type == Money or self.type is Decimal

    @property
    def holds_key(self) -> bool:
        """Whether it is a text that names any record by its key, such as what a comment is about."""
        return self.type is str and "key" in split(self.says.also)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return (self.label, *split(self.says.also))


def _bare(annotation: Any) -> Any:
    args = [a for a in get_args(annotation) if a is not NoneType]
    found = args[0] if NoneType in get_args(annotation) and len(args) == 1 else annotation
    return str if getattr(found, "__origin__", None) is str else found           # a text with a check of its own is a text


@cache
def split(words: str) -> tuple[str, ...]:
    return tuple(w.strip() for w in words.split(",") if w.strip())


@cache
def fields(of: type[Record]) -> tuple[FieldOf, ...]:
    return tuple(_fields(of))


@cache
def key_fields(of: type[Record]) -> tuple[str, ...]:
    """The fields that hold the key of any record."""
    return tuple(f.name for f in fields(of) if f.holds_key)


def _fields(of: type[Record]) -> Iterator[FieldOf]:
    columns = table(of).c
    for name, info in of.model_fields.items():
        says = next((m for m in info.metadata if isinstance(m, Says)), Says())
        to = next((k.target_fullname.partition(".")[0] for k in columns[name].foreign_keys), None)
        label = info.title or name.removesuffix("_id").replace("_", " ")
        yield FieldOf(name, label, _bare(info.annotation), says, to, info.is_required())


@cache
def entry(of: type[Record]) -> type[BaseModel]:
    """The input model of every door. A change validates the merged whole, so one model serves create and change."""
    chosen: dict[str, Any] = {f.name: (of.model_fields[f.name].annotation, of.model_fields[f.name])
                              for f in fields(of) if f.says.set_by == "person"}
    return create_model(f"{of.__name__}Entry", __config__=ConfigDict(extra="forbid", str_strip_whitespace=True, allow_inf_nan=False), **chosen)
