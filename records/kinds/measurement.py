"""A measurement of a benefit, a metric or an objective: the value, or what people say, with its evidence."""
from datetime import date
from typing import Annotated, Any, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says


def measures_one_thing(of: Any) -> str | None:
    named = [n for n in (of.benefit_id, of.metric_id, of.objective_id) if n is not None]
    return None if len(named) == 1 else "Say what was measured: a benefit, a quality metric, or an objective, and only one of them."


def says_something(of: Any) -> str | None:
    return "Give the value that was measured, or the rating that was given." if of.value is None and of.rating is None else None


class Measurement(Record, table=True):
    kind: ClassVar[Kind] = Kind("ME", "measurement", "measurements", also="measured value, reading, NPS answer", within="project_id", title="evidence",
                                when="on", line="{key} {value} on {on}",
                                columns=("benefit_id", "metric_id", "objective_id", "on", "value", "rating"),
                                write=(Role.member, Role.manager, Role.value, Role.admin),
                                tells=("{metric} (was|is|measured|reached|came to|stands at) [now] [measured|at] {value} [*] [measured] {on}",
                                       "[we] (measured|measure) {metric} [was|is|at|as|with|to be] {value} [*] [{on}]",
                                       ("(record|log|add|enter|note) [a] (measurement|measured value|value) (of|for) {metric} [was|is|at|as] {value} [*] "
                                        "[{on}]"),
                                       "(record|log|add|enter|note) [a] (measurement|value) of {value} [*] (for|to|on) {metric} [for|on] [{on}]"),
                                asks=(("(what|how) (is|was|were|are) [the] [latest|last] (measurement|measurements|measured value|measured values) "
                                       "(of|for) {metric}"),
                                      "[the|all] [latest] (measurements|measured values) (of|for) {metric}",
                                      "how did {metric} develop"))
    checks: ClassVar = (measures_one_thing, says_something)
    either: ClassVar = ("metric_id", "benefit_id", "objective_id")

    project_id: int | None = Field(None, foreign_key="project.id", index=True)
    benefit_id: Annotated[int | None, Says("of benefit")] = Field(None, foreign_key="benefit.id", index=True)
    metric_id: Annotated[int | None, Says("of metric, quality metric")] = Field(None, foreign_key="metric.id", index=True)
    objective_id: Annotated[int | None, Says("key result")] = Field(None, foreign_key="objective.id", index=True)
    on: Annotated[date, Says("date, measured on, day")] = Field(index=True)
    value: Annotated[float | None, Says("result, measured value")] = None
    rating: Annotated[int | None, Says("score, NPS score")] = Field(None, ge=0, le=10)
    perception: Annotated[str, Says("quote, said")] = Field("", max_length=2000)
    sample: Annotated[int | None, Says("sample size, answers")] = Field(None, ge=1)
    evidence: Annotated[str, Says("proof, data from")] = Field("", max_length=500)
    document_id: Annotated[int | None, Says("evidence document, proven by document")] = Field(None, foreign_key="document.id", index=True)
    edition: Annotated[str, Says("edition of the document")] = Field("", max_length=50)
    verified_by_id: Annotated[int | None, Says("verified by, validated by finance")] = Field(None, foreign_key="person.id", index=True)
