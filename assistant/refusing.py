"""A refusal in blocks: the sentence, and what could have been meant to choose from."""
from records.errors import Ambiguous, Sorry
from reports.blocks import Block, Choices, Text


def refusal(sorry: Sorry, asked: str = "") -> tuple[Block, ...]:
    if isinstance(sorry, Ambiguous):
        # Each choice is the same question with the unclear words made clear, so that one click asks it.
        options = tuple(asked.replace(sorry.words, choice) if sorry.words and sorry.words in asked else choice for choice in sorry.choices)
        return (Choices(f"Which one do you mean by “{sorry.words}”?", options),)
    return (Text(str(sorry)),)
