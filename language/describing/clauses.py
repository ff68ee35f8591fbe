"""What clauses of each form ask for: passive, active, imperative, needing, telling. Titles in words, their first letter still small."""
from collections.abc import Iterator
import re

from language.cleaning import folded
from language.describing.lexicon import Lexicon, pattern
from language.describing.phrasing import WORDS, bared, first_of, plain, small, split, verb_at
from language.describing.things import FEW, LISTED, action, from_thing, is_noun, listed, things

FEWEST_WORDS, LONGEST_SUBJECT = 5, 7
PARTICLES, ARTICLES = ("over", "up", "down", "off", "away", "back"), ("the ", "a ", "an ", "our ")
KEEPS = ("build", "write", "plan", "prepare")                # what is written about a migration is no migration
ABLE, TO, UNKNOWN_VERB, LED = pattern("able"), pattern("to"), pattern("unknown_verb"), pattern("led")
RENEWED, TOLD_BEFORE, ABOUT_ALL, AMID = pattern("renewed"), pattern("told_before"), pattern("about_all"), pattern("amid")


def passive(clause: str, words: Lexicon) -> Iterator[str]:
    """ “The roof must be insulated and covered”: a title for each participle, and for those behind things of their own: “…, the walls painted”."""
    m = re.search(rf"(?<!\w){words.says['passive'].pattern}\s+(?P<rest>.+)$", clause, re.I)
    if m is None:
        return
    subject = subject_of(clause[:m.start()], words)
    done, rest = list[str](), plain(m["rest"], words)
    while (found := first_of(rest, words.done)) is not None:
        verb, rest = _with_particle(*found)
        done.append(verb)
        joined = re.match(rf"^(?:,\s*(?:(?:{words.joins})\s+)?|(?:{words.joins})\s+)", rest, re.I)
        if joined is None or first_of(rest[joined.end():], words.done) is None:
            break
        rest = rest[joined.end():]
    rest, more = _elliptic(rest, words)
    for verb in done:
        named = (from_thing(subject, words) if words.says["hollow"].match(verb) else action(subject, words)) if verb in words.weak else None
        yield f"{named} {rest}" if named else f"{verb} {small(subject, words)} {rest}"
    yield from more
    if not done and subject and not re.search(r"\bget\s", m[0]):
        yield f"{words.fallback} {small(subject, words)} {words.words['be']} {m['rest']}"


def subject_of(said: str, words: Lexicon) -> str:
    """What a wish is about, without what is told of it before: “the switches are too old and” -> “the switches”."""
    if led := LED.match(said.strip(" ,")):
        said = f"{led['thing']} {led['led'][:1].lower()}{led['led'][1:].strip()}"
    said = re.sub(r"^(?:that|then|que)\s+", "", said.strip(" ,"), flags=re.I)
    bare = re.sub(rf"\s+(?:{words.joins})$", "", said, flags=re.I)
    if bare != said:
        return TOLD_BEFORE.sub("", bare)
    renewed = RENEWED.match(bare)
    return f"a new {renewed['what']}" if renewed else bare


def _with_particle(verb: str, rest: str) -> tuple[str, str]:
    """ “Taken over”: the small word behind a participle is a part of its verb."""
    particle, _, more = rest.partition(" ")
    return (f"{verb} {particle}", more) if particle in PARTICLES and " " not in verb and not more.startswith(ARTICLES) else (verb, rest)


def _elliptic(rest: str, words: Lexicon) -> tuple[str, list[str]]:
    """What is left of a sentence before further things that share its “must be”, and these: “…, mailboxes migrated to our tenant, and files moved”."""
    rest = f" {rest}"
    cuts = list(re.finditer(rf",\s*(?:(?:{words.joins})\s+)?", rest, re.I)) or list(re.finditer(rf"\s+(?:{words.joins})\s+", rest, re.I))
    more, end = list[str](), len(rest)
    for m in reversed(cuts):
        if made := _shared(rest[m.end():end], words):
            more.append(made)
            end = m.start()
    return rest[:end].strip(), more[::-1]


def _shared(part: str, words: Lexicon) -> str:
    """ “Mailboxes migrated to our tenant”: a thing with the participle behind it."""
    for w in list(WORDS.finditer(part))[1:FEWEST_WORDS + 1]:
        if known := first_of(part[w.start():], words.done):
            return f"{known[0]} {part[:w.start()].strip()} {known[1]}"
    return ""


MANY = re.compile(r"(?P<who>(?:[A-Za-z]+ )?[A-Za-z]{3,}[^s\W]s) (?=[a-z])")


def told(clause: str, words: Lexicon, *, is_all: bool) -> list[str]:
    """What is told in the present tense as it will be: “the floor is tiled later”, “the electrician renews the wiring”; `is_all`: without “later” too."""
    if not is_all and not words.says["later"].search(clause):
        return []
    clause = bared(clause, words)
    m = re.search(rf"{words.says['present'].pattern}\s+(?P<rest>.+)$", clause, re.I)
    if m is not None and (found := first_of(m["rest"], words.done)) is not None and (subject := subject_of(clause[:m.start()], words)):
        must = f"{subject} {words.words['must_be']} {m['rest']}"
        return [] if words.says["states"].match(found[0]) or words.says["fragment"].match(subject) else list(passive(must, words))
    for w in list(WORDS.finditer(clause))[:FEWEST_WORDS]:
        if (known := first_of(clause[w.start():], words.third)) and known[1] and not words.says["fragment"].match(clause):
            return [f"{known[0]} {known[1]}"] if is_all and not words.says["states"].match(known[0]) else []
    if (m := MANY.match(clause)) and is_all and words.name == "en" and verb_at(clause[m.end():], words) and not words.says["fragment"].match(clause):
        return [f"{words.words['let']} {small(m['who'], words)} {clause[m.end():]}"]             # “dealers upload a price list”
    return []


def having(clause: str, words: Lexicon) -> Iterator[str]:
    m = re.search(rf"(?<!\w){words.says['having'].pattern}\s+(?P<rest>.+)$", clause, re.I)
    if m is not None and clause[:m.start()].strip():
        yield from things(m["rest"], words)


def active(clause: str, words: Lexicon) -> Iterator[str]:
    """ “We must migrate the data and train the desk”: what the verbs behind the wish say."""
    for m in re.finditer(rf"(?:(?<=\W)|^){words.says['active'].pattern}\s+(?P<rest>.+)$", clause, re.I):
        rest, subject = plain(m["rest"], words), AMID.sub("", clause[:m.start()].strip(" ,:"))
        able = ABLE.match(rest)
        doing = None if able else first_of(rest, words.doing)
        if words.says["nobody"].search(subject):
            return
        is_verb = verb_at(rest, words) is not None or doing is not None or (words.name == "en" and UNKNOWN_VERB.match(rest) is not None)
        if subject and words.says["wish"].search(m[0]) and (able or (is_verb and _is_thing(subject, words))):
            is_let = able or folded(subject.partition(" ")[0]) not in words.articles
            yield f"{words.words['let'] if is_let else words.words['make']} {small(subject, words)} {rest[able.end() if able else 0:]}"
            return
        if verb_at(rest, words) or doing:
            yield from _verbs(" ".join(doing) if doing and not verb_at(rest, words) else rest, words)
            return
        if is_verb and not TO.match(m[0]):
            yield rest
            return


def imperative(clause: str, words: Lexicon) -> Iterator[str]:
    rest = TO.sub("", plain(clause, words)) if TO.match(clause) else clause
    if (found := verb_at(rest, words)) is not None and not is_noun(rest, found, words):
        yield from _verbs(rest, words)
    elif TO.match(clause) and clause[:3].lower() == "to " and UNKNOWN_VERB.match(rest):
        yield rest
    elif (found := first_of(rest, words.doing)) is not None and found[1]:
        verb, what = found
        what = re.sub(rf"^(?:{'|'.join(words.action_of)})\s+", "", what, flags=re.I)
        yield from _verbs(f"{verb} {what}", words)


def _verbs(said: str, words: Lexicon) -> Iterator[str]:
    """Each part of a run of orders: “print the flyers, book the hall and invite all”. Things that share one verb are told apart where they are a list."""
    parts = split(said, words, lambda part: verb_at(part, words) is not None and len(part.split()) >= FEW)
    for part in parts:
        found = verb_at(part, words)
        if found is None:
            yield part
            continue
        verb, rest = found
        things = listed(rest, words)
        if len(things) >= LISTED or (len(things) == FEW and verb in words.weak and all(len(t.split()) >= FEW for t in things)):
            yield from (f"{verb} {thing}" if verb not in words.weak else _better(verb, thing, words) for thing in things)
        else:
            yield part if verb not in words.weak else _better(part[:len(part) - len(rest)].strip(), rest, words)


def _better(verb: str, thing: str, words: Lexicon) -> str:
    """A weak verb before an action gives way to it, a hollow one to what brings the thing about: “do a survey” -> “run a survey”."""
    named = action(thing, words)
    if named is not None and folded(verb) not in KEEPS:
        return named
    return from_thing(thing, words) or f"{verb} {thing}" if words.says["hollow"].match(verb) else f"{verb} {thing}"


def needing(clause: str, words: Lexicon) -> Iterator[str]:
    """ “We need a logo and flyers”, “the kitchen gets new equipment”: things, for whoever needs them where that is not the project."""
    m = re.search(rf"(?:(?<=\W)|^){words.says['needing'].pattern}\s*:?\s+(?P<rest>.+)$", clause, re.I)
    if m is None or words.says["fragment"].match(m["rest"]):
        return
    rest, subject = plain(m["rest"], words), clause[:m.start()].strip(" ,:")
    is_own = bool(subject) and len(subject.split()) <= FEWEST_WORDS and not words.says["subject"].match(subject) and ABOUT_ALL.search(subject) is None
    whom = f" {words.words['whom']} {small(subject, words)}" if is_own else ""
    if (found := first_of(rest, words.done)) is None or folded(rest.partition(" ")[0]) in words.articles:
        yield from (f"{thing}{whom}" for thing in things(rest, words))
    elif found[1]:
        yield " ".join(found)


def existing(clause: str, words: Lexicon) -> Iterator[str]:
    m = re.search(rf"\s{words.says['existing'].pattern}\b(?P<rest>.*)$", clause, re.I)
    if m is not None:
        yield from (f"{thing} {m['rest']}" if n == 0 else thing for n, thing in enumerate(things(clause[:m.start()], words)))


def _is_thing(subject: str, words: Lexicon) -> bool:
    """Whether a wish is about a thing that shall do something: “the system must send reminders”."""
    first = folded(subject.partition(" ")[0])
    is_noun_phrase = first in words.articles or first in words.small or first.endswith("s")
    return is_noun_phrase and words.says["subject"].match(subject) is None and len(subject.split()) <= LONGEST_SUBJECT
