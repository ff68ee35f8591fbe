"""A word of the office's own for one of the fixed choices, or for anything: their “Parked” is our “on hold”, “the red book” the risk policy."""
from typing import Annotated, ClassVar

import sqlalchemy as sa
from sqlmodel import Field

from records.asker import Role
from records.kinds.base import STRICT, Kind, Record, Says

ANYTHING, MEANING = "anything", "meaning"          # record and field of a word that stands for no choice but for other words


class Word(Record, table=True):
    __table_args__ = (sa.UniqueConstraint("record", "field", "word"), STRICT)
    kind: ClassVar[Kind] = Kind("W", "office word", "office words", also="own word, status name, own status name", title="word",
                                line="{key} {word} = {choice}", columns=("record", "field", "word", "choice"), write=(Role.admin,),
                                tells=("(we|we here) (call|say|name) [a|an|the] {choice} {word} [here|now]",
                                       "(we|we here) (call|say|name) {record} [that are|which are|on] {choice} {word} [here|now]",
                                       "(we|we here) (call|say|name) [a|an] {choice} {record} {word} [here|now]",
                                       "{word} means {choice} [(for|of) {record}] [here]",
                                       "[on this board|here] we (say|use|call) {word} (for|instead of) {choice}"),
                                asks=("(which|what) [own] words (do we|does the office) use",
                                      "[what are] [the|our|all] own words",
                                      "what do we call {choice}"))

    word: Annotated[str, Says("name, we say, own name")] = Field(min_length=1, max_length=60)
    record: Annotated[str, Says("kind, record type, of")] = Field(min_length=1, max_length=60)
    field: Annotated[str, Says("column")] = Field("status", min_length=1, max_length=60)
    choice: Annotated[str, Says("means, stands for, fixed choice")] = Field(min_length=1, max_length=60)
