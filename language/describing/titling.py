"""What a clause asks for, as titles that begin with a verb: “all accounts must be migrated by May” -> “Migrate all accounts by May”.

Rules of grammar only. What fits none of them has no title: a noisy plan is worse than a missed task.
"""
from collections.abc import Callable, Iterator, Mapping
import re

from language.cleaning import folded
from language.describing.lexicon import Lexicon
from language.words import words as common

LONGEST = 110
FEW = 2                                  # words that are enough for a thing to stand alone in a list
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
ABLE = re.compile(r"^(?:be able to|can|poder)\s+", re.I)
TO = re.compile(r"^(?:to|for)\s+", re.I)
WORDS = re.compile(r"\S+")
FEWEST_WORDS = 5
UNKNOWN_VERB = re.compile(r"(?!(?:be|have|not|get|go|remain|stay|cost|take place|last|rise|fall|always|never|only|work|exist|happen|depend)\b)[a-z]{3,}(?<!ly)\s+\S", re.I)
LISTED = 3                               # parts between commas that make a list


def titles(clause: str, words: Lexicon, *, is_listed: bool) -> list[str]:
    """The titles of what a clause asks for; `is_listed`: it stands in a list of work, so that a thing alone is asked for too."""
    clause = _bared(clause, words)
    if not clause or words.says["nobody"].match(clause):
        return []
    for read in (_passive, _having, _active, _imperative, _needing, _existing):
        if found := [t for t in read(clause, words) if t]:
            return [titled(t) for t in found]
    if is_listed:
        return [titled(t) for t in _things(clause, words)]
    return []


def titled(said: str) -> str:
    """A title: its first letter large, no full stop, not too long."""
    said = " ".join(said.split()).strip(" ,;:.-–—")
    said = re.sub(r"\s+(?:afterwards|first|too|as well|then|later|meanwhile|and|or)$", "", said)
    if len(said) > LONGEST:
        said = said[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-")
        said = said[:said.rfind("(")].rstrip() if said.count("(") > said.count(")") and said.rfind("(") > 0 else said
    return said[:1].upper() + said[1:]


def verb_at(said: str, words: Lexicon) -> tuple[str, str] | None:
    """The verb that words begin with and what follows it, as long as a verb can be: “roll out the app” -> (roll out, the app)."""
    return _first(said, words.verbs)


def _first(said: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    found = list(WORDS.finditer(said))[:3]
    for size in range(len(found), 0, -1):
        head = folded(said[:found[size - 1].end()]).strip(" ,;:.")
        if head in known:
            return known[head], said[found[size - 1].end():].strip()
    return None


def _bared(clause: str, words: Lexicon) -> str:
    """The clause without courtesies, linking words and a full stop."""
    clause, before = " ".join(clause.split()).strip(" .;:,!–—-"), ""
    while clause != before:
        before = clause
        clause = words.says["polite"].sub("", clause).strip()
    return clause


def _plain(said: str, words: Lexicon) -> str:
    """What follows without the small words that only colour it: “also carefully test the app”."""
    before = ""
    while said != before:
        before, said = said, words.says["filler"].sub("", said)
    return said


def _passive(clause: str, words: Lexicon) -> Iterator[str]:
    """ “The roof must be insulated and covered”: a title for each participle, and for those behind things of their own: “…, the walls painted”."""
    m = re.search(rf"(?<!\w){words.says['passive'].pattern}\s+(?P<rest>.+)$", clause, re.I)
    if m is None or not (subject := _subject(clause[:m.start()], words)):
        return
    done, rest = list[str](), _plain(m["rest"], words)
    while (found := _first(rest, words.done)) is not None:
        verb, rest = found
        done.append(verb)
        joined = re.match(rf"^(?:,\s*(?:(?:{words.joins})\s+)?|(?:{words.joins})\s+)", rest, re.I)
        if joined is None or _first(rest[joined.end():], words.done) is None:
            break
        rest = rest[joined.end():]
    rest, more = _elliptic(rest, words)
    for verb in done:
        named = _action(subject, words) if verb in words.weak else None
        yield f"{named} {rest}" if named else f"{verb} {_small(subject, words)} {rest}"
    yield from more
    if not done and not m[0].lower().startswith(tuple(f"{w} get" for w in ("should", "must", "shall", "will"))):
        yield f"{words.fallback} {_small(subject, words)} {'is' if words.name == 'en' else 'fica'} {m['rest']}"


LED = re.compile(r"^(?P<led>(?:for|from|in|on|at|with|within|during|out of)\s+(?:[\w-]+\s+){1,5}?),?\s*(?P<thing>(?:an?|the|all|every|each|our|two|three|\d+)\s+.+)$", re.I)


def _subject(said: str, words: Lexicon) -> str:
    """What a wish is about, without what is told of it before: “the switches are too old and” -> “the switches”."""
    if led := LED.match(said.strip(" ,")):
        said = f"{led['thing']} {led['led'][:1].lower()}{led['led'][1:].strip()}"
    said = re.sub(r"^(?:that|then|que)\s+", "", said.strip(" ,"), flags=re.I)
    bare = re.sub(rf"\s+(?:{words.joins})$", "", said, flags=re.I)
    if bare != said:
        return re.sub(r"\s+(?:(?:is|are|was|were|has|have|é|são|está|estão|tem|têm)\b.*|[a-z]+s(?:\s+(?:too|very|not)\b.*)?)$", "", bare)
    renewed = re.match(r"(?:(?:the|our|a|this)\s+)?(?P<what>[\w -]+?)\s+(?:for|of|in|with|ends?|expires?|is|are|has|was|will|runs?|does)\b.*\band\s+(?:a|the)\s+new\s+one$", bare, re.I)
    return f"a new {renewed['what']}" if renewed else bare


def _elliptic(rest: str, words: Lexicon) -> tuple[str, list[str]]:
    """What is left of a sentence before further things that share its “must be”, and these: “…, mailboxes migrated to our tenant, and files moved”."""
    cuts = list(re.finditer(rf",\s*(?:(?:{words.joins})\s+)?", rest, re.I)) or list(re.finditer(rf"\s+(?:{words.joins})\s+", rest, re.I))
    more, end = list[str](), len(rest)
    for m in reversed(cuts):
        part = rest[m.end():end]
        found = next(((verb, part[:w.start()].strip(), behind) for w in WORDS.finditer(part) if w.start() and (known := _first(part[w.start():], words.done))
                      for verb, behind in [known]), None)
        if found is not None and 0 < len(found[1].split()) <= FEWEST_WORDS:
            more.append(f"{found[0]} {found[1]} {found[2]}")
            end = m.start()
    return rest[:end], more[::-1]


def told(clause: str, words: Lexicon, *, is_all: bool) -> list[str]:
    """What is told in the present tense as it will be: “the floor is tiled later”, “the electrician renews the wiring”; `is_all`: without “later” too."""
    if not is_all and not words.says["later"].search(clause):
        return []
    clause = _bared(clause, words)
    m = re.search(rf"{words.says['present'].pattern}\s+(?P<rest>.+)$", clause, re.I)
    if m is not None and (found := _first(m["rest"], words.done)) is not None and (subject := _subject(clause[:m.start()], words)):
        must = f"{subject} {'must be' if words.name == 'en' else 'deve ser'} {m['rest']}"
        return [] if words.says["states"].match(found[0]) or words.says["fragment"].match(subject) else list(_passive(must, words))
    for w in list(WORDS.finditer(clause))[:FEWEST_WORDS]:
        if (known := _first(clause[w.start():], words.third)) and known[1] and not words.says["fragment"].match(clause):
            return [f"{known[0]} {known[1]}"] if is_all and not words.says["states"].match(known[0]) else []
    return []


def _having(clause: str, words: Lexicon) -> Iterator[str]:
    m = re.search(rf"(?<!\w){words.says['having'].pattern}\s+(?P<rest>.+)$", clause, re.I)
    if m is not None and clause[:m.start()].strip():
        yield from _things(m["rest"], words)


def _active(clause: str, words: Lexicon) -> Iterator[str]:
    """ “We must migrate the data and train the desk”: what the verbs behind the wish say."""
    for m in re.finditer(rf"(?:(?<=\W)|^){words.says['active'].pattern}\s+(?P<rest>.+)$", clause, re.I):
        rest = _plain(m["rest"], words)
        able = ABLE.match(rest)
        found = verb_at(rest, words) or (_first(rest, words.doing) if not able else None)
        subject = clause[:m.start()].strip(" ,:")
        if words.says["nobody"].search(subject):
            return
        if able is not None or ((found is not None or UNKNOWN_VERB.match(rest)) and _is_thing(subject, words)):
            if re.search(words.says["wish"], m[0]) and subject:
                yield f"{('let' if able else 'make') if words.name == 'en' else 'permitir que'} {_small(subject, words)} {rest[able.end() if able else 0:]}"
                return
        if found is not None:
            yield from _verbs(rest if verb_at(rest, words) else " ".join(found), words)
            return
        if words.name == "en" and UNKNOWN_VERB.match(rest) and m[0][:3].lower() not in ("to ", "nee") or re.match(r"needs? to\b", m[0], re.I):
            yield rest
            return


def _imperative(clause: str, words: Lexicon) -> Iterator[str]:
    rest = TO.sub("", _plain(clause, words)) if TO.match(clause) else clause
    if (found := verb_at(rest, words)) is not None and not _is_noun(rest, found, words):
        yield from _verbs(rest, words)
    elif TO.match(clause) and clause[:3].lower() == "to " and UNKNOWN_VERB.match(rest):
        yield rest
    elif (found := _first(rest, words.doing)) is not None and found[1]:
        verb, what = found
        what = re.sub(rf"^(?:{'|'.join(words.action_of)})\s+", "", what, flags=re.I)
        yield from _verbs(f"{verb} {what}", words)


def _is_noun(clause: str, found: tuple[str, str], words: Lexicon) -> bool:
    """Whether a word that could be a verb stands for a thing here: “Test report”, “Plan of the hall”, “Design”, “Support desk in Porto”."""
    verb, rest = found
    head = folded(clause.split()[0])
    following = folded(rest.split()[0]) if rest else ""
    if not rest:
        return head in words.things or head in words.actions
    if following in words.articles or following[:1].isdigit():
        return False
    if following in ("of", "for", "is", "are", "has", "must", "needs", "will", "by", "de", "do", "da", "with", "in") and head in (words.things.keys() | words.actions.keys()):
        return True
    last = _head(rest, words)
    return head in NOUNY and verb == folded(verb) and last in words.things and len(rest.split()) == 1


NOUNY = ("test", "design", "project", "risk", "budget", "support", "order", "report", "plan", "review", "training", "market", "supply", "contract", "release", "program",
         "stage", "cover", "register", "search", "view", "log", "scale", "rate", "date", "name", "filter", "exchange", "count", "help", "show", "wash", "brand", "display", "stop",
         "seal", "process", "change", "survey", "research", "study", "model", "audit", "pilot", "map", "film", "fire", "staff", "office", "host")


def _verbs(said: str, words: Lexicon) -> Iterator[str]:
    """Each part of a run of orders: “print the flyers, book the hall and invite all”. Things that share one verb are told apart where they are a list."""
    parts = _split(said, words, lambda part: verb_at(part, words) is not None and len(part.split()) >= FEW)
    for part in parts:
        found = verb_at(part, words)
        if found is None:
            yield part
            continue
        verb, rest = found
        things = _listed(rest, words)
        if len(things) >= LISTED or (len(things) == FEW and verb in words.weak and all(len(t.split()) >= FEW for t in things)):
            yield from (f"{verb} {thing}" if verb not in words.weak or verb == "train" else _better(verb, thing, words) for thing in things)
        else:
            yield part if verb not in words.weak else _better(part[:len(part) - len(rest)].strip(), rest, words)


def _better(verb: str, thing: str, words: Lexicon) -> str:
    """A weak verb before an action gives way to it, a hollow one to what brings the thing about: “do a survey” -> “run a survey”."""
    named = _action(thing, words)
    if named is not None and folded(verb) not in ("build", "write", "plan", "prepare"):
        return named
    return _from_thing(thing, words) or f"{verb} {thing}" if words.says["hollow"].match(verb) else f"{verb} {thing}"


def _needing(clause: str, words: Lexicon) -> Iterator[str]:
    """ “We need a logo and flyers”, “the kitchen gets new equipment”: things, for whoever needs them where that is not the project."""
    m = re.search(rf"(?:(?<=\W)|^){words.says['needing'].pattern}\s*:?\s+(?P<rest>.+)$", clause, re.I)
    if m is None or words.says["fragment"].match(m["rest"]):
        return
    rest, subject = _plain(m["rest"], words), clause[:m.start()].strip(" ,:")
    is_own = bool(subject) and len(subject.split()) <= FEWEST_WORDS and not words.says["subject"].match(subject) and ABOUT_ALL.search(subject) is None
    whom = f" {'for' if words.name == 'en' else 'para'} {_small(subject, words)}" if is_own else ""
    if (found := _first(rest, words.done)) is None or folded(rest.split()[0]) in words.articles:
        yield from (f"{thing}{whom}" for thing in _things(rest, words))
    elif found[1]:
        yield " ".join(found)


ABOUT_ALL = re.compile(r"\b(?:deliverables?|scope|project|projects|it|this|that|which|what|there|who|plan|programme|entregáveis|âmbito|projeto|isto)\b", re.I)


def _existing(clause: str, words: Lexicon) -> Iterator[str]:
    m = re.search(rf"\s{words.says['existing'].pattern}\b(?P<rest>.*)$", clause, re.I)
    if m is not None:
        rest = m["rest"] if TO.match(m["rest"].strip()) else m["rest"]
        yield from (f"{thing} {rest}" if n == 0 else thing for n, thing in enumerate(_things(clause[:m.start()], words)))


def _things(said: str, words: Lexicon) -> Iterator[str]:
    """Things that are to be there, each with the verb that brings it about; “migration of A and B” migrates both."""
    verb = ""
    for thing in _listed(said, words):
        known = _head(thing, words) in words.things or verb_at(thing, words) or _action(thing, words)
        if verb and not known:
            yield f"{verb} {thing}"
        elif made := _from_thing(thing, words):
            verb = words.actions.get(folded(thing.split()[0]), "") if _action(thing, words) else ""
            yield made


def _from_thing(thing: str, words: Lexicon) -> str:
    thing = re.sub(r"^(?:that|the following|e\.g\.|such as|for example|like)\s+", "", thing.strip(" ,.;:"), flags=re.I)
    if not thing or not re.search(r"[^\W\d_]{3}", thing) or words.says["fragment"].match(thing):
        return ""
    if (made := _first(thing, words.done)) is not None and words.says["fragment"].match(made[1]):
        return ""                                            # “agreed with the works council” tells of what stands before it
    if (found := verb_at(thing, words)) is not None and not _is_noun(thing, found, words):
        return thing
    if (found := _first(thing, words.doing)) is not None and found[1]:
        return " ".join(found)
    if (named := _action(thing, words)) is not None:
        return named
    verb = words.things.get(_head(thing, words)) or words.things.get(folded(" ".join(thing.split()[-2:]))) or words.default
    return f"{verb} {_small(thing, words)}"


def _action(thing: str, words: Lexicon) -> str | None:
    """ “Migration of the mailboxes”, “the data migration”: the verb that the noun stands for, with what is acted on."""
    bare = _unarticled(thing, words)
    parts = bare.split()
    of = "|".join(words.action_of)
    if len(parts) == 1 and folded(bare) in words.actions and words.name == "en":
        return f"complete the {folded(bare)}"
    if parts and (verb := words.actions.get(folded(parts[0]))) and (m := re.match(rf"\S+\s+(?:{of})\s+(?P<what>.+)$", bare, re.I)):
        return f"{verb} {m['what']}"
    head = re.match(r"(?P<what>[\w &/'’-]+?)\s+(?P<noun>[\w-]+)(?P<rest>(?:\s+(?:to|into|in|on|at|from|for|with|by|of|within|before|after|until)\b.*)?)$", bare, re.I)
    if words.name == "en" and head and (verb := words.actions.get(folded(head["noun"]))) and verb not in ("review", "train", "update") and len(head["what"].split()) <= LISTED:
        what = head["what"]
        return f"{verb} {what.lower() if folded(what) in common()['common'] else _small(what, words)}{head['rest']}"
    return None


def _head(thing: str, words: Lexicon) -> str:
    """The noun that a phrase is about: the last word before the first preposition, in English; the first one elsewhere."""
    bare = BRACKETS.sub("", _unarticled(thing, words))
    if words.name != "en":
        first = bare.split()
        return folded(first[0]).strip(",.;:") if first else ""
    before = re.split(r"\s+(?:for|of|with|in|on|to|at|from|that|which|by|as|about|between|including|without|within|against|per|into|before|after|until|via|using|covering|and|&)\b|[,:;(–]", bare, maxsplit=1)[0].split()
    for size in (2, 1):
        if (head := folded(" ".join(before[-size:]))) in words.things:
            return head
    return folded(before[-1]) if before else ""


def _unarticled(thing: str, words: Lexicon) -> str:
    parts = thing.split()
    while len(parts) > 1 and folded(parts[0]) in words.articles and folded(parts[0]) not in ("all", "every", "each", "todos", "todas"):
        parts = parts[1:]
    return " ".join(parts)


def _listed(said: str, words: Lexicon) -> list[str]:
    """The parts of a list of things; what only looks like one stays whole."""
    parts = _split(said, words, lambda part: True)
    if len(parts) < FEW or len(parts) >= LISTED:
        return [said] if any(not p.strip() for p in parts) else parts
    first, second = parts
    is_two = len(first.split()) >= FEW and (len(second.split()) >= FEW or folded(second.split()[0]) in words.articles)
    with_own = folded(second.split()[0]) in ("a", "an", "the", "um", "uma", "o", "a", "os", "as") or second[:1].isdigit()
    return parts if is_two or with_own else [said]


def _split(said: str, words: Lexicon, goes_on: Callable[[str], bool]) -> list[str]:
    """Split at commas and “and” outside brackets, where what follows stands for itself."""
    masked = BRACKETS.sub(lambda m: "\0" * len(m[0]), said)
    parts, start = list[str](), 0
    for m in re.finditer(rf"\s*,\s*(?:(?:{words.joins})\s+)?|\s+(?:{words.joins})\s+|\s*;\s*", masked, re.I):
        part, rest = said[start:m.start()].strip(), said[m.end():].strip()
        following = re.split(r",|;", rest, maxsplit=1)[0]
        if part and rest and not re.match(r"\d", rest[:1] if m[0].strip() == "," and said[m.start() - 1:m.start()].isdigit() else "x") and goes_on(following) and goes_on(part) and not words.says["fragment"].match(following):
            parts.append(part)
            start = m.end()
    return [*parts, said[start:].strip()]


def _is_thing(subject: str, words: Lexicon) -> bool:
    """Whether a wish is about a thing that shall do something: “the system must send reminders”."""
    return bool(subject) and words.says["subject"].match(subject) is None and subject.split()[0].lower() in ("the", "a", "an", "each", "every", "all", "users", "customers", "our", "o", "a", "os", "as") \
        and len(subject.split()) <= 7  # noqa: PLR2004 - a longer one is a sentence


def _small(said: str, words: Lexicon) -> str:
    """The words with a small first letter, where it is large only because a sentence begins there; two large ones are a name."""
    first, _, rest = said.partition(" ")
    is_plain = first[1:].islower() and not rest[:1].isupper() and (rest or first.endswith("s"))
    return said[:1].lower() + said[1:] if is_plain or folded(first) in words.articles or folded(first) in words.small else said


def plainly(clause: str, words: Lexicon) -> str:
    """A clause as it follows “ensure that”: without what makes a wish of it."""
    bare = re.sub(r"\b(?:must|should|shall|has to|have to|needs to|need to|is to|are to|tem de|deve|devem)\s+(?=(?!be\b|not\b)\w)", "", clause, count=1, flags=re.I)
    return _small(bare, words)
