"""Whether a word has to do with a tool or a kind, by what was learned from what is said for it."""
from functools import lru_cache

from assistant.planner.learned.features import stem
from assistant.planner.learned.learned import What, learned
from assistant.planner.words.concepts import concepts


@lru_cache(maxsize=8192)
def is_heeded(said: str, name: str, what: What = "tools") -> bool:
    """Whether a word, by itself or by what it means, makes a tool or a kind likelier; or what is named, as “~task” for a kind."""
    known = learned(what)
    features = (said,) if said.startswith("~") else (stem(said), *(f"@{meant}" for meant in concepts(said)))
    return any(known.speaks_for(feature, name) for feature in features)
