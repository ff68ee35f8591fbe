"""What a clause asks for, as titles that begin with a verb: “all accounts must be migrated by May” -> “Migrate all accounts by May”.

Rules of grammar only. What fits none of them has no title: a noisy plan is worse than a missed task.
"""
from language.describing import clauses
from language.describing.clauses import active, existing, having, imperative, needing, passive
from language.describing.lexicon import Lexicon
from language.describing.phrasing import bared, plainly, titled, verb_at
from language.describing.things import things

__all__ = ["plainly", "titled", "titles", "told", "verb_at"]


def titles(clause: str, words: Lexicon, *, is_listed: bool) -> list[str]:
    """The titles of what a clause asks for; `is_listed`: it stands in a list of work, so that a thing alone is asked for too."""
    clause = bared(clause, words)
    if not clause or words.says["nobody"].match(clause):
        return []
    for read in (passive, having, active, imperative, needing, existing):
        if found := [t for t in read(clause, words) if t]:
            return [titled(t) for t in found]
    if is_listed:
        return [titled(t) for t in things(clause, words)]
    return []


def told(clause: str, words: Lexicon, *, is_all: bool) -> list[str]:
    """The titles of what a clause tells in the present tense as it will be; `is_all`: without a “later” too."""
    return [titled(t) for t in clauses.told(clause, words, is_all=is_all)]
