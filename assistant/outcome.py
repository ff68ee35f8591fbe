"""What the tools of one turn made, in their order, and how far a turn may go; the same with a language model and without."""
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant import keeping
from assistant.calling import Planned, Turn
from assistant.messages import Sign
from assistant.planner.offline import Known
from assistant.switching import off
from records.errors import Sorry
from reports.blocks import Block, Choices, Fact, Heading, Text
from tools import TOOLS
from tools.base import Result, offered

MOST_TOOLS = 16                             # in one turn
LONGEST_TURN = 180.0                        # seconds
TOOLS_TAKE = 60.0                           # of them, at most, beside a model
TOO_LONG = "That took too long, so I stopped. Nothing was changed; please ask for a part of it."
Came = Result | Planned | Sorry


def longest(model: float) -> float:
    """The seconds of a turn in which a model may take so many: where it takes too long, time is left for the planner to answer."""
    return max(LONGEST_TURN, model + TOOLS_TAKE)


@dataclass(frozen=True)
class Outcome:
    """Each tool's name with what it made; a refusal counts unless it was made good, by its place."""
    each: Sequence[tuple[str, Came]]
    made_good: Collection[int] = ()

    @property
    def refusals(self) -> list[tuple[str, Sorry]]:
        return [(name, came) for n, (name, came) in enumerate(self.each) if isinstance(came, Sorry) and n not in self.made_good]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All that is shown; of several lists by one tool those that hold something stand first."""
        made = [came for _, came in self.each if isinstance(came, Result)]
        if len({name for name, _ in self.each}) == 1:
            made.sort(key=is_none)
        return tuple(_each_once(block for came in made for block in came.blocks))

    @property
    def plans(self) -> tuple[Planned, ...]:
        """Each change that was planned; `assistant/joining.py` makes one of several."""
        return tuple(came for _, came in self.each if isinstance(came, Planned))

    @property
    def planned(self) -> Planned | None:
        return next(iter(self.plans), None)

    @property
    def error(self) -> str | None:
        """The first refusal, where nothing else came of it."""
        return str(self.refusals[0][1]) if self.refusals and not self.planned and not self.blocks else None


def _each_once(blocks: Iterable[Block]) -> Iterator[Block]:
    """What several tools show, once; headings part what stands below them, so they stay."""
    seen, slots = list[Block](), set[tuple[str, str]]()
    for block in blocks:
        if isinstance(block, Fact):
            if (block.slot, block.display) in slots:
                continue
            slots.add((block.slot, block.display))
        elif not isinstance(block, Heading) and block in seen:
            continue
        seen.append(block)
        yield block


def is_none(came: Result) -> bool:
    """Whether it says only that there is none, with what else may be asked."""
    return bool(came.blocks) and isinstance(came.blocks[-1], Choices) and all(isinstance(block, Text | Choices) for block in came.blocks)


def known_of(turn: Turn) -> Known:
    """What the planner must know of a turn: it may know the whole past, for nothing leaves the house with it."""
    past = turn.past if turn.whole_past is None else turn.whole_past
    return Known(turn.names, turn.now.date(), tuple(past)[-keeping.WINDOW:], turn.asker.name, turn.words, turn.titled, turn.preferences.get("language", ""),
                 off(turn.asker), turn.own, turn.holding, turn.filed)


def offered_in(turn: Turn) -> list[str]:
    """The names of the tools that the asker may use."""
    return [tool.name for tool in TOOLS if offered(tool, turn.asker)]


def once(sign: Sign) -> Sign:
    """A sign that does not say the same twice in a row."""
    latest = [""]

    def show(said: str) -> None:
        if said != latest[0]:
            latest[0] = said
            sign(said)
    return show
