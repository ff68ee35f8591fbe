"""Where others still look for `exact`."""
from records.figures.delivery.planning import exact

__all__ = ["exact"]
