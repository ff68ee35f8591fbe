"""When a task began or was done of which the file says only that it has: on its planned day, not on the day of the import; and said."""
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

PLANNED = {"done": ("done_on", "due"), "in progress": ("began_on", "start")}
DONE = "done and the file does not say when: the due date was taken."
TODAY = "done and the file does not say when, nor a due date that is past: today was taken."
BEGUN = "in progress and the file does not say since when: the start was taken."


@dataclass
class Undated:
    """How often a planned day stood in for the real one, and how often the day of the import."""
    today: date
    done: int = 0
    begun: int = 0
    today_taken: int = 0

    def dated(self, values: Mapping[str, Any], may: Collection[str]) -> dict[str, Any]:
        """A new task with the day on which it was planned to be done, or to begin, where that lies behind."""
        name, planned = PLANNED.get(str(values.get("status")), ("", ""))
        day = str(values.get(planned) or "")
        if name not in may or values.get(name):
            return dict(values)
        if not day or day > self.today.isoformat():
            self.today_taken += name == "done_on"
            return dict(values)
        self.done, self.begun = self.done + (name == "done_on"), self.begun + (name == "began_on")
        return {**values, name: day}

    def notes(self) -> tuple[str, ...]:
        """What a person is told of it."""
        return tuple(f"{number:,} {'task is' if number == 1 else 'tasks are'} {said}"
                     for number, said in ((self.done, DONE), (self.today_taken, TODAY), (self.begun, BEGUN)) if number)

