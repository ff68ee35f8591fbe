"""Every word that is known here."""
from functools import cache

from assistant.planner.words.concepts import concept_words
from assistant.planner.words.lexicon import lexicon
from language.words import words


@cache
def spelling() -> frozenset[str]:
    """Every word that is known here, so that what is almost one can be put right and what is one is left alone."""
    common = words()
    declared = {w for said in lexicon() for w in said.split()}
    return frozenset(declared | concept_words() | {*common["common"], *common["small"], *common["given"]})
