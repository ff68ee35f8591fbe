"""Things that are to be there, each with the verb that brings it about: “a privacy notice” is to be written, “migration of the mail” is to migrate it."""
from collections.abc import Iterator
import re

from language.cleaning import folded
from language.describing.lexicon import Lexicon, pattern
from language.describing.phrasing import BRACKETS, first_of, small, split, verb_at
from language.words import words as common

FEW = 2                                  # words that are enough for a thing to stand alone in a list
LISTED = 3                               # parts between commas that make a list
NOT_BEHIND = ("review", "train", "update")                   # a “user training” is held, a “code review” is run
WHOLE = ("all", "every", "each", "todos", "todas")
ACTED_ON, BEHIND_HEAD, SUCH_AS, ACTING = pattern("acted_on"), pattern("behind_head"), pattern("such_as"), pattern("acting")


def things(said: str, words: Lexicon) -> Iterator[str]:
    """Things that are to be there, each with the verb that brings it about; “migration of A and B” migrates both."""
    verb = ""
    for thing in listed(said, words):
        known = head_of(thing, words) in words.things or verb_at(thing, words) or action(thing, words)
        if verb and not known:
            yield f"{verb} {thing}"
        elif made := from_thing(thing, words):
            verb = words.actions.get(folded(thing.partition(" ")[0]), "") if action(thing, words) else ""
            yield made


def from_thing(thing: str, words: Lexicon) -> str:
    thing = SUCH_AS.sub("", thing.strip(" ,.;:"))
    if not thing or not re.search(r"[^\W\d_]{3}", thing) or words.says["fragment"].match(thing):
        return ""
    if (made := first_of(thing, words.done)) is not None and words.says["fragment"].match(made[1]):
        return ""                                            # “agreed with the works council” tells of what stands before it
    if (found := verb_at(thing, words)) is not None and not is_noun(thing, found, words):
        return thing
    if (found := first_of(thing, words.doing)) is not None and found[1]:
        return " ".join(found)
    if (named := action(thing, words)) is not None:
        return named
    is_acting = words.name == "en" and ACTING.match(thing[:1].lower() + thing[1:]) is not None          # “brew the coffee”: a verb that no list has
    verb = words.things.get(head_of(thing, words)) or words.things.get(folded(" ".join(thing.split()[-2:]))) or words.default
    return thing if is_acting else f"{verb} {small(thing, words)}"


def action(thing: str, words: Lexicon) -> str | None:
    """ “Migration of the mailboxes”, “the data migration”: the verb that the noun stands for, with what is acted on."""
    bare = unarticled(thing, words)
    first, _, rest = bare.partition(" ")
    verb = words.actions.get(folded(first))
    if verb and not rest:
        return None if folded(first) in words.things or words.name != "en" else f"complete the {folded(first)}"
    if verb and (m := re.match(rf"(?:{'|'.join(words.action_of)})\s+(?P<what>.+)$", rest, re.I)):
        return f"{verb} {m['what']}"
    return _behind(bare, words) if words.name == "en" else None


def _behind(bare: str, words: Lexicon) -> str | None:
    """ “The data migration to the new system”: the noun of the action stands behind what is acted on."""
    m = ACTED_ON.match(bare)
    verb = words.actions.get(folded(m["noun"])) if m else None
    if m is None or verb is None or verb in NOT_BEHIND or len(m["what"].split()) > LISTED:
        return None
    what = m["what"]
    return f"{verb} {what.lower() if folded(what) in common()['common'] else small(what, words)}{m['rest']}"


def is_noun(clause: str, found: tuple[str, str], words: Lexicon) -> bool:
    """Whether a word that could be a verb stands for a thing here: “Test report”, “Plan of the hall”, “Design”, “Support desk in Porto”."""
    rest = found[1]
    head, following = (folded(said.partition(" ")[0]) for said in (clause, rest))
    if not rest:
        return head in words.things or head in words.actions
    if following in words.articles or following[:1].isdigit():
        return False
    if words.says["fragment"].match(following) and head in (words.things.keys() | words.actions.keys()):
        return True
    return head in words.nouny and head_of(rest, words) in words.things and " " not in rest


def head_of(thing: str, words: Lexicon) -> str:
    """The noun that a phrase is about: the last word before the first preposition, in English; the first one elsewhere."""
    bare = BRACKETS.sub("", unarticled(thing, words))
    if words.name != "en":
        return folded(bare.partition(" ")[0]).strip(",.;:")
    before = BEHIND_HEAD.split(bare, maxsplit=1)[0].split()
    for size in (2, 1):
        if (head := folded(" ".join(before[-size:]))) in words.things:
            return head
    return folded(before[-1]) if before else ""


def unarticled(thing: str, words: Lexicon) -> str:
    parts = thing.split()
    while len(parts) > 1 and folded(parts[0]) in words.articles and folded(parts[0]) not in WHOLE:
        parts = parts[1:]
    return " ".join(parts)


def listed(said: str, words: Lexicon) -> list[str]:
    """The parts of a list of things; what only looks like one stays whole."""
    parts = split(said, words, bool)
    if len(parts) < FEW or len(parts) >= LISTED:
        return [said] if any(not p.strip() for p in parts) else parts
    first, second = (part.split() for part in parts)
    is_article = folded(second[0]) in words.articles or second[0][:1].isdigit()
    return parts if is_article or (len(first) >= FEW and len(second) >= FEW) else [said]
