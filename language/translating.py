"""A message of another language in English words, by that language's lexicon: days and words of the trade are put, names and people's own words stay."""
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
import re
import tomllib

from language.synonyms import QUOTED
from language.words import words

LANGUAGES = ("pt",)
CALLED = {"portuguese": "pt", "português": "pt", "portugues": "pt", "english": "en", "inglês": "en"}         # as people and their profiles call them
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, eq=False)
class Lexicon:
    telling: frozenset[str]
    shared: frozenset[str]
    own_words: tuple[re.Pattern[str], ...]
    opens_own: re.Pattern[str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]
    always: Mapping[str, str]
    every: Mapping[str, str]


def language_of(text: str, preferred: str = "") -> str:
    """The language that a person prefers and that the text may be, or else is told by its words; English when in doubt."""
    said = [w.lower() for w in WORD.findall(text) if not w.isupper()]
    preferred = CALLED.get(preferred.strip().lower(), re.split(r"[-_]", preferred.strip().lower())[0])
    for language in LANGUAGES:
        lexicon = _lexicon(language)
        telling = sum(w in lexicon.telling for w in said)
        english = sum(w in _english() and w not in lexicon.shared for w in said)
        if telling > english or (preferred == language and telling == english == 0 and any(w in lexicon.shared for w in said)):
            return language
    return "en"


def in_english(text: str, language: str) -> str:
    """The text in English words; what is quoted stays."""
    if language not in LANGUAGES:
        return text
    lexicon, kept = _lexicon(language), list[str]()

    def keep(m: re.Match[str]) -> str:
        kept.append(m[0])
        return f"\0{len(kept) - 1}\0"
    text = QUOTED.sub(keep, text)
    for pattern, put in lexicon.patterns:
        text = pattern.sub(put, text)
    at = _own(text, lexicon)
    text = _put(text[:at], lexicon.every) + (_joined(text[:at]) + _put(text[at:], lexicon.always) if at < len(text) else "")
    return re.sub(r"\0(\d+)\0", lambda m: kept[int(m[1])], text)


def _own(text: str, lexicon: Lexicon) -> int:
    """Where words of one's own begin; the end of the text when there are none."""
    if not lexicon.opens_own.search(text):
        return len(text)
    first = lexicon.opens_own.search(text)
    after = first.end() if first else 0
    return min((m.start() for p in lexicon.own_words if (m := p.search(text, after))), default=len(text))


def _joined(before: str) -> str:
    """An order that goes on with a verb: “for Ana” + “to” + “corrigir …”."""
    return "to " if before and not re.search(r"[:]\s*$|\b(?:para|de)\s*$", before) else ""


def _put(text: str, table: Mapping[str, str]) -> str:
    return _any(tuple(table)).sub(lambda m: table[" ".join(m[0].lower().split())], text)


@cache
def _any(said: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(said, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(s).replace(chr(92) + ' ', chr(92) + 's+') for s in longest)})(?![\w-])", re.I)


@cache
def _english() -> frozenset[str]:
    w = words()
    return frozenset({*w["small"], *w["common"], *w.counted["numbers"], *w.counted["weekdays"], *w.counted["months"]})


@cache
def _lexicon(language: str) -> Lexicon:
    said = tomllib.loads(files("language").joinpath(f"lexicon/{language}.toml").read_text("utf-8"))
    patterns = tuple((re.compile(p, re.I if "[A-Z" not in p else 0), put) for p, put in said["patterns"].items())
    lower = {name: {k.lower(): v for k, v in said[name].items()} for name in ("always", "phrases")}
    every = {**lower["phrases"], **lower["always"]}
    shared = frozenset(said["shared"])
    telling = frozenset({*said["telling"], *(w for w in every if WORD.fullmatch(w) and w not in _english())}) - shared
    return Lexicon(telling, shared, tuple(re.compile(p) for p in said["own_words"]), re.compile(said["opens_own"], re.I), patterns, lower["always"], every)
