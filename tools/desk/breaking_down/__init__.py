"""Breaking a description down at the desk: what a plan is drawn against is read here, and the plan becomes one proposal."""
from tools.desk.breaking_down.chartering import chartered
from tools.desk.breaking_down.proposing import proposed

__all__ = ["chartered", "proposed"]
