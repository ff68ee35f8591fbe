"""Counts for whoever watches an installation, in the words of Prometheus: what this process did, and how the installation stands. No text, no names.

The one door to prometheus_client.
"""
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
import logging

from prometheus_client import CollectorRegistry, Counter, Gauge, GCCollector, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

TYPE = CONTENT_TYPE_LATEST
QUICK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Number:
    """One thing that an installation stands at; `grows`: it never becomes less. Several of a name differ by `of`, each a label and what it says."""
    name: str
    help: str
    value: float
    grows: bool = False
    of: Mapping[str, str] = field(default_factory=dict)


Standing = Callable[[], Iterable[Number]]


class Metrics:
    """What one process counts. `standing` is asked each time somebody looks; what it cannot say then is left out."""

    def __init__(self, standing: Standing | None = None) -> None:
        self.registry = made = CollectorRegistry()
        self.requests = Counter("pmo_requests", "Requests by HTTP.", ("route", "method", "status"), registry=made)
        self.request_seconds = Histogram("pmo_request_seconds", "How long they took.", ("route",), buckets=QUICK, registry=made)
        self.turns = Counter("pmo_turns", "Turns of conversation: who worded the answer, and whether it was an answer.", ("by", "outcome"), registry=made)
        self.turn_seconds = Histogram("pmo_turn_seconds", "How long an answer took.", ("by",), buckets=QUICK, registry=made)
        self.tools = Counter("pmo_tool_calls", "Tools that were called in a turn.", ("tool",), registry=made)
        self.model_errors = Counter("pmo_model_errors", "Turns in which the language model failed and the planner took over.", ("type",), registry=made)
        self.breaker = Gauge("pmo_model_resting", "1 while a language model that failed again and again is left alone.", registry=made)
        ProcessCollector(registry=made)
        GCCollector(registry=made)
        if standing:
            made.register(_Asked(standing))

    def model_tried(self, wrong: str, is_resting: bool) -> None:  # noqa: FBT001 - what `Steady` says
        """Hear of one try of a language model: what went wrong, "" when nothing did, and whether its provider is left alone now."""
        if wrong:
            self.model_errors.labels(wrong).inc()
        self.breaker.set(is_resting)

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self.registry)


class _Asked(Collector):
    """Asks how things stand whenever somebody looks; a database that is away then costs these numbers and nothing else."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def describe(self) -> Iterator[Metric]:
        return iter(())

    def collect(self) -> Iterator[Metric]:
        try:
            numbers = list(self._standing())
        except Exception:
            log.exception("how the installation stands cannot be told")
            return
        for _, alike in groupby(numbers, lambda n: n.name):
            yield _family(tuple(alike))


def _family(numbers: tuple[Number, ...]) -> Metric:
    first = numbers[0]
    kind = CounterMetricFamily if first.grows else GaugeMetricFamily
    made = kind(first.name, first.help, labels=tuple(first.of))
    for each in numbers:
        made.add_metric(tuple(each.of.values()), each.value)
    return made
