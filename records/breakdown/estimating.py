"""How long each task takes: as the description says, as similar work took here before, as the template has it, or a guess that is called one."""
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from records.breakdown.alike import NEAR, Titles
from records.breakdown.base import Activity, Effort

GUESS = (4.0, 8.0, 16.0)
MOST_NAMED = 3
LEAST, MOST = 0.75, 1.5                  # around a single task of our own


def estimated(activities: Sequence[Activity], history: Mapping[str, tuple[str, float]]) -> list[Activity]:
    """The activities with their efforts; `history` are finished tasks by key, each with its title and the hours it took."""
    titles = Titles((key, title) for key, (title, hours) in history.items() if hours > 0)
    return [a if a.form != "task" else replace(a, effort=_effort(a, titles, history)) for a in activities]


def _effort(a: Activity, titles: Titles, history: Mapping[str, tuple[str, float]]) -> Effort:
    if a.effort is not None and a.effort.source == "said":
        return a.effort
    if keys := titles.alike(a.title, NEAR):
        took = [history[key][1] for key in keys]
        named = ", ".join(keys[:MOST_NAMED]) + (f" and {len(keys) - MOST_NAMED} more" if len(keys) > MOST_NAMED else "")
        likely = median(took)
        low, high = (likely * LEAST, likely * MOST) if len(took) == 1 else (min(took), max(took))
        return Effort(round(low, 1), round(likely, 1), round(high, 1), "history", f"as {named} took")
    return a.effort or Effort(*GUESS, "guess", "nothing similar is known")
