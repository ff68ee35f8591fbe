"""What words are found by: their stems, numbers in one spelling, and a thing with its number ("gate 2") as one more."""
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
import re
import tomllib

import Stemmer

from language.cleaning import folded

TOKEN = re.compile(r"\d+(?:\.\d+)+|[^\W_]+")
THOUSANDS = re.compile(r"(?<=\d)[,.' ](?=\d{3}\b)")
THOUSAND = re.compile(r"\b(\d+)\s?k\b")
COUNTED = {word: str(n) for n, word in enumerate(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")) if n != 1}
LAST_COUNT = 99                         # "gate 2" names a gate; "budget 5000" names no budget
ANY_COUNT = "#"


@dataclass(frozen=True)
class Lexicon:
    """`stop` words are not looked at; `plain` ones ask more than they tell; `alike` are stems that stand for each other; `phrases` are said for
    a word, `forms` are of one."""
    stop: frozenset[str]
    plain: frozenset[str]
    alike: dict[str, frozenset[str]]
    phrases: tuple[tuple[str, str], ...]
    forms: dict[str, str]


def terms(text: str) -> list[str]:
    """The stems of a text, without the words that tell nothing."""
    tokens = [_token(t) for t in TOKEN.findall(_spelt(text))]
    stop = lexicon().stop
    found = [_stem(t) for t in tokens if t not in stop]
    for thing, number in pairwise(tokens):
        if thing.isalpha() and thing not in stop and number.isdigit() and int(number) <= LAST_COUNT:
            found += (f"{_stem(thing)} {int(number)}", f"{_stem(thing)} {ANY_COUNT}")
    return found


def counted(heading: str, above: str, text: str) -> Counter[str]:
    """How often each stem counts in a passage: its heading's three times, those of the headings above once more."""
    found = Counter(terms(text))
    for words, weight in ((heading, 3), (above, 1)):
        for term in terms(words):
            found[term] += weight
    return found


def asked(question: str) -> list[str]:
    """The stems of a question, its phrases put in a word."""
    text = f" {' '.join(_spelt(question).split())} "
    for phrase, word in lexicon().phrases:
        text = re.sub(rf"\b{phrase}\b", word, text)
    return list(dict.fromkeys(terms(text)))


@cache
def lexicon() -> Lexicon:
    read = tomllib.loads(files("knowledge").joinpath("words.toml").read_text("utf-8"))
    groups = [group.split(", ") for group in read["alike"]]
    alike: dict[str, frozenset[str]] = {}
    for group in groups:
        stems = frozenset(_stem(word) for word in group if " " not in word)
        for stem in stems:
            alike[stem] = alike.get(stem, frozenset()) | (stems - {stem})
    phrases = tuple((re.escape(phrase), group[0]) for group in groups for phrase in group if " " in phrase)
    forms = dict(form.split() for form in read["forms"].split(","))
    return Lexicon(frozenset(read["stop"].split()), frozenset(_stem(w) for w in read["plain"].split()), alike, phrases, forms)


def _spelt(text: str) -> str:
    """Folded, 50,000 and 50k as one number."""
    return THOUSAND.sub(r"\g<1>000", THOUSANDS.sub("", folded(text)))


def _token(said: str) -> str:
    said = COUNTED.get(said) or lexicon().forms.get(said, said)
    return said.rstrip("0").rstrip(".") if "." in said else said


@cache
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
