"""A speaker with a language model, held to account: what may not leave and who used up their day is answered by the planner, and each turn is entered."""
import asyncio
from dataclasses import replace

from assistant.calling import Speaker, Told, Turn
from assistant.limits import Limits, midnight
from assistant.messages import Say, unheard
from assistant.model.leaving import Leaving
from records import journal
from records.database import Database
from reports.blocks import Text


class Accounted:
    """Wraps the speaker; what it enters in the journal is there even when the turn fails."""

    def __init__(self, speaker: Speaker, database: Database, leaving: Leaving, limits: Limits) -> None:
        self._speaker, self._database, self._leaving, self._limits = speaker, database, leaving, limits

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        use = turn.use
        use.asked = asked
        turn = await asyncio.to_thread(self._opened, asked, turn)
        try:
            told = await self._speaker.turn(asked, turn, say)
        finally:
            if use.calls or use.why:
                await asyncio.to_thread(self._entered, turn)
        said = (Text(told.text),) if told.text else ()
        return replace(told, text="", blocks=(*told.blocks[:told.left], Text(use.why), *said, *told.blocks[told.left:])) if use.why else told

    def _opened(self, asked: str, turn: Turn) -> Turn:
        if self._limits.daily_tokens or self._limits.daily_cost:
            with self._database.reading() as session:
                turn.use.why = self._limits.reached(journal.used(session, midnight(turn.now), turn.asker.person))
        return self._leaving.sifted(asked, turn)

    def _entered(self, turn: Turn) -> None:
        use = turn.use
        with self._database.writing() as tx:
            journal.note_spent(tx, journal.Spent(at=turn.now, asker_id=turn.asker.person, turn=use.id, calls=use.calls, tokens_in=use.tokens_in,
                                                 tokens_out=use.tokens_out, cost=self._limits.cost(use.tokens_in, use.tokens_out), why=use.why))


def own_words(turn: Turn) -> str:
    """All that the asker said in this thread, as far as it is known."""
    past = turn.past if turn.whole_past is None else turn.whole_past
    return "\n".join((*(p.question for p in past if not p.question.startswith("(")), turn.use.asked))
