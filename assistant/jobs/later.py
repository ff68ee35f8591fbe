"""Not now: raised by work that is to be done at another moment."""
from datetime import datetime


class Later(Exception):
    """Puts a job off, which counts as no failure."""

    def __init__(self, at: datetime) -> None:
        super().__init__(f"{at}")
        self.at = at
