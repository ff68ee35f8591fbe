"""What a template cannot do without: a quick look at the words of a text tells whether its pattern is worth making and trying."""
from functools import cache
import re

from language.words import Words

FIGURE = "#"                                    # stands for any number in figures
TOKEN = re.compile(r"[^\W\d_]+|\d+")
PART = re.compile(r"\{(?P<word>[a-z_]+)\}|(?P<figure>\\d)|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<either>\|)|"
                  r"(?P<maybe>[?*]|\{0,\d*\})|(?P<other>\\.|\[[^\]]*\]|.)")
HEADINGS = {"month": ("months",), "weekday": ("weekdays",), "year_word": ("year",), "spelled": ("ordinals", "numbers"), "unit": ("units",),
            "length": ("units",), "nth": ("ordinals",), "count": ("numbers",)}
IN_FIGURES = ("nth", "count", "dom", "nth_day")
Needs = tuple[frozenset[str], ...]


def said_in(text: str) -> frozenset[str]:
    """The words of a text in small letters; any number in figures is one of them."""
    return frozenset(FIGURE if m[0].isdigit() else m[0] for m in TOKEN.finditer(text.lower()))


def may_hold(template: str, language: Words, said: frozenset[str]) -> bool:
    """Whether a text of these words could match a template at all."""
    return all(not said.isdisjoint(any_of) for any_of in needs(template, language))


@cache
def needs(template: str, language: Words) -> Needs:
    """Of each thing that a template cannot leave out the words that it begins with; nothing of what may be left out or only must not follow."""
    levels: list[list[list[Needs]]] = [[[]]]                   # open groups, their alternatives, what follows each other there
    looks = list[bool]()
    for m in PART.finditer(template):
        match m.lastgroup:
            case "look" | "open":
                levels.append([[]])
                looks.append(m.lastgroup == "look")
            case "close":
                group = levels.pop()
                levels[-1][-1].append(() if looks.pop() else _of_either(group))
            case "either":
                levels[-1].append([])
            case "maybe":
                levels[-1][-1].pop()
            case "word":
                levels[-1][-1].append(_begun(m["word"], language))
            case kind:
                levels[-1][-1].append((frozenset((FIGURE,)),) if kind == "figure" else ())
    return _of_either(levels[0])


def _of_either(alternatives: list[list[Needs]]) -> Needs:
    """All that the one way needs; of several ways one thing of each, if each needs any."""
    ways = [tuple(need for each in way for need in each) for way in alternatives]
    if len(ways) == 1:
        return ways[0]
    return (frozenset().union(*(way[0] for way in ways)),) if all(ways) else ()


def _begun(name: str, language: Words) -> Needs:
    """What the sayings of a meaning begin with; nothing when one of them begins with no letter."""
    figures = (FIGURE,) if name in IN_FIGURES else ()
    spoken = [] if name in ("dom", "nth_day") else [w for heading in HEADINGS.get(name, (name,)) for w in language.spoken(heading)]
    first = [TOKEN.match(w.lower()) for w in spoken]
    return (frozenset((*figures, *(FIGURE if m[0].isdigit() else m[0] for m in first if m))),) if all(first) else ()
