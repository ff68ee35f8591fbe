"""A table while it is read: what was chosen, its rows' values so far, and what was left out."""
from dataclasses import dataclass, field

from records.importing.base import Skipped, To
from records.importing.choosing import Chosen
from records.importing.numbers import Style
from records.importing.tables import Cell
from records.importing.text import plainly
from records.importing.vocabulary import KindWords
from records.importing.wanted import Wanted


@dataclass
class Listed:
    """Values, skipped and notes grow while the table is read."""
    chosen: Chosen
    wanted: Wanted
    values: list[dict[str, object]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarked: int = 0                           # rows whose remark is the reason why they are blocked

    @property
    def kind(self) -> KindWords:
        return self.chosen.kind

    def where(self, at: int) -> str:
        return f"row {self.chosen.body.rows[at][0]}"

    def column(self, field_name: str) -> list[Cell] | None:
        """The cells of a field's column, or None when no column is it."""
        at = self.chosen.matched.fields.get(field_name)
        return None if at is None else self.chosen.body.column(at)

    def header(self, field_name: str) -> str:
        return self.chosen.body.headers[self.chosen.matched.fields[field_name]]

    def is_told(self, field_name: str) -> bool:
        """Whether a person said which column this field is, or it was guessed."""
        return field_name in self.chosen.matched.fields and (
            plainly(self.header(field_name)) in map(plainly, self.wanted.columns) or field_name in (guess.field for guess in self.chosen.guesses))

    def home(self, at: int) -> str:
        """The project a row belongs to, as the file or the person says it."""
        said = self.values[at].get(self.kind.within) if self.kind.within else None
        return said.said if isinstance(said, To) else self.wanted.project


def usual_style(listed: Listed) -> Style:
    """How numbers are written where the cells leave it open: a file parted by semicolons has decimal commas, any other is the office's."""
    return Style("," if listed.chosen.sheet.by == ";" else listed.wanted.decimal)
