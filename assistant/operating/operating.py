"""What a process that serves is looked after by, put together once."""
from dataclasses import dataclass

from assistant.operating.health import Health
from assistant.operating.metrics import Metrics
from assistant.operating.people import Numbers


@dataclass(frozen=True)
class Operating:
    """`token` is what the counts are told for."""
    health: Health
    metrics: Metrics
    numbers: Numbers
    token: str = ""
