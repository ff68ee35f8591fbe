"""What stands for something in an address or a body: a conversation, a record, a proposal. No character that nobody can see, for no such thing has one."""
from typing import Annotated

from fastapi import Path
from pydantic import AfterValidator, Field

from language.cleaning import clean

SEEN = r"^[^\x00-\x1f]*$"


def _visible(thread: str) -> str:
    if not thread.strip() or clean(thread) != thread:
        raise ValueError("give a visible name without control characters, or leave it out")
    return thread


Thread = Annotated[str, Field(max_length=100), AfterValidator(_visible)]
Key = Annotated[str, Path(max_length=100, pattern=SEEN, description="A record's key.", examples=["APOLLO-T-5"])]
Proposal = Annotated[str, Path(max_length=100, pattern=SEEN, description="A proposal's id; to undo also the number of a change.", examples=["P-1a2b3c4d"])]
Own = Annotated[str, Field(max_length=100, pattern=SEEN)]
