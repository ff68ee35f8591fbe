"""The words of a description's language, read from `<lang>.toml`, and which language a text is in."""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
import re
import tomllib

from language.cleaning import folded

LANGUAGES = ("en", "pt")
ENDINGS = ("o", "a", "os", "as")               # of a Portuguese participle
PUT_TOGETHER = ("be", "must_be", "let", "make", "whom", "done_as")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """`verbs` by what they look like in a text: “migrated” and “migrate” are both migrate; `says` are whole patterns."""
    name: str
    verbs: Mapping[str, str]
    done: Mapping[str, str]                  # participles, by their verb
    doing: Mapping[str, str]                 # gerunds, by their verb
    third: Mapping[str, str]                 # “checks”, by its verb
    weak: frozenset[str]
    actions: Mapping[str, str]
    things: Mapping[str, str]
    says: Mapping[str, re.Pattern[str]]
    headings: Mapping[str, str]
    small: frozenset[str]
    articles: frozenset[str]
    joins: str
    default: str
    fallback: str
    nouny: frozenset[str]                    # words that are verbs and nouns alike
    words: Mapping[str, str]                 # single words that titles are put together with
    action_of: tuple[str, ...]


@cache
def pattern(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """A pattern that holds for every language, with what must stand around it."""
    return re.compile(f"{before}{_common()[name]}{after}", re.I | re.M)


@cache
def _common() -> Mapping[str, str]:
    return tomllib.loads(files("language.describing").joinpath("common.toml").read_text("utf-8"))


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language, read once."""
    said = tomllib.loads(files("language.describing").joinpath(f"{language}.toml").read_text("utf-8"))
    says = {name: re.compile(pattern.strip(), re.I) for name, pattern in said["says"].items()}
    headings = {folded(words): meaning for meaning, every in said["headings"].items() for words in every}
    verbs = {folded(verb): verb for verb in said["verbs"]}
    made = _inflected if language == "en" else _listed
    done, doing = made(said["verbs"], said)
    things = {folded(noun): verb for verb, nouns in said["things"].items() for noun in nouns}
    joins = "|".join(re.escape(j) for j in sorted(said["joins"], key=len, reverse=True))
    small, articles = (frozenset(map(folded, said[name])) for name in ("small", "articles"))
    third = {folded(_third(verb)): verb for verb in said["verbs"]} if language == "en" else {}
    return Lexicon(language, verbs, done, doing, third, frozenset(said["weak"]), _by_word(said["actions"]), things, says, headings, small, articles, joins,
                   said["default"], said["fallback"], frozenset(said["nouny"]), {n: said[n] for n in PUT_TOGETHER}, tuple(said["action_of"]))


def language_of(text: str) -> str:
    """The language whose small words a text has most of; the first there is when none has any."""
    words = [folded(word) for word in WORD.findall(text)]
    return max(LANGUAGES, key=lambda each: sum(word in lexicon(each).small for word in words))


def _inflected(verbs: list[str], said: Mapping[str, Mapping[str, Sequence[str]]]) -> tuple[dict[str, str], dict[str, str]]:
    """English participles and gerunds by rule, but for those that are listed: “set up” -> “set up”, “stop” -> “stopped”."""
    done, doing = dict[str, str](), dict[str, str]()
    for verb in verbs:
        head, _, rest = verb.partition(" ")
        more = f" {rest}" if rest else ""
        for stem in _stems(head):
            done.setdefault(f"{stem}ed{more}", verb)
            doing.setdefault(f"{stem}ing{more}", verb)
        if head.endswith("y"):
            done.setdefault(f"{head[:-1]}ied{more}", verb)
            doing.setdefault(f"{head}ing{more}", verb)
    return done | _by_word(said["irregular"]), doing


def _third(verb: str) -> str:
    head, _, rest = verb.partition(" ")
    more = f" {rest}" if rest else ""
    if head.endswith("y") and head[-2] not in "aeiou":
        return f"{head[:-1]}ies{more}"
    return f"{head}{'es' if head.endswith(('s', 'x', 'z', 'ch', 'sh', 'o')) else 's'}{more}"


def _stems(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb[:-1],)
    return (verb, verb + verb[-1]) if re.search(r"[^aeiou][aeiou][^aeiouwxy]$", verb) else (verb,)


def _listed(verbs: list[str], said: Mapping[str, Mapping[str, Sequence[str]]]) -> tuple[dict[str, str], dict[str, str]]:
    done = {f"{folded(verb)[:-2]}{'ad' if verb.endswith('ar') else 'id'}{ending}": verb for verb in verbs if " " not in verb for ending in ENDINGS}
    return done | _by_word(said["irregular"]), {}


def _by_word(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {folded(word): verb for verb, every in table.items() for word in every}
