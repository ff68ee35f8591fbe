"""Words that choose among projects and meet nothing there is: which name that is, and what there is instead, so that nobody takes all projects for some."""
from collections.abc import Iterator, Sequence
import re

from language.names import find_names
from records.errors import NotFound
from records.figures.base import counted
from records.kinds import Objective, Person, Programme, Project
from records.kinds.office import Office
from records.reading import Reader

MOST = 5                        # of each that are named
LONGEST = 60                    # letters of what was said that are said again
TALK = re.compile(r"\?|\b(?:how|wh(?:ich|at|o|ose|ere|y|en)|is|are|am|was|were|do|does|did|has|have|can|could|should|show|give|tell|list|summar\w*|overview|"
                  r"report\w*|status|state|brief\w*|picture|health\w*|align\w*|value|money|budgets?|costs?|risks?|strateg\w+|please)\b", re.I)
COMMON = re.compile(r"all|every(?:thing|body|one)?|each|any|an?|the|our|my|your|their|this|that|these|those|them|us|ours|of|in|for|by|under|with|from|and|or|"
                    r"to|at|on|as|whole|entire|complete|total|full|company|office|business|organi[sz]ation|enterprise|house|portfolios?|projects?|program(?:me)?s?|"
                    r"objectives?|goals?|sponsor(?:s|ed)?|led|managed|tag(?:s|ged)?|open|current|live|active|running|ongoing|none|general|overall|me|mine|now|"
                    r"today", re.I)
KEY = re.compile(r"\b(?:PG|OBJ)-\d+\b", re.I)
SET = r"(?:program(?:me)?|objective|sponsor(?:ed by)?)"
NAMED = re.compile(rf"(?i:\b(?:{SET}|(?:portfolio|projects) (?:of|by|under)(?: the| our)?(?: {SET})?))\s+[“\"']?(?P<name>[A-Z][\w&’'.-]*(?: [A-Z][\w&’'.-]*)*)")
LAST = re.compile(rf"\b(?:sponsored by|(?:portfolio|projects) (?:of|under)(?: the| our)?(?: {SET})?|(?:of|in|under|for) (?:the |our ){SET})\s+"
                  r"[“\"']?(?P<name>[\w-]+)[”\"']?\W*$", re.I)


def designates(said: str) -> str:
    """What words name that are no sentence but a choice alone, as a language model gives it: “Atlantis” of “the programme Atlantis”; "" of all projects,
    and of a sentence."""
    tokens = re.findall(r"[^\s“”\"',;:()]+", said)
    while tokens and COMMON.fullmatch(tokens[0]):
        tokens.pop(0)
    while tokens and COMMON.fullmatch(tokens[-1].strip(".!")):
        tokens.pop()
    return "" if TALK.search(said) else " ".join(tokens)


def unmet(reader: Reader, said: str, every: Sequence[Project]) -> str:
    """The name of a set of projects that is said and is none; "" where nothing like that is said, or it is somebody or something else that is named."""
    for named in (KEY.search(said), NAMED.search(said), LAST.search(said)):
        name = named["name" if named.re.groups else 0].strip(" .") if named else ""
        if name and not COMMON.fullmatch(name) and not TALK.fullmatch(name) and not _is_known(reader, name, every):
            return name
    return ""


def is_office(reader: Reader, said: str) -> bool:
    """Whether it is the office itself that is named, whose projects are all."""
    return said.lower() in {name.lower() for name in reader.labels(Office).values()}


def no_such(reader: Reader, said: str, every: Sequence[Project]) -> NotFound:
    """The error that names what there is instead."""
    if project := next((p.name for p in every if said.lower() in (p.key.lower(), p.name.lower())), ""):
        return NotFound(f"“{project}” is one project, and this is about several; ask “how is {project} doing?”.")
    lists = "; ".join(_there_is(reader, every))
    return NotFound(f"I know no programme, sponsor, objective or tag “{said[:LONGEST]}”." + (f" There are {lists}." if lists else ""))


def tags(every: Sequence[Project]) -> list[str]:
    """All tags of these projects."""
    return sorted({tag.strip().lower() for p in every for tag in p.tags.split(",") if tag.strip()})


def _is_known(reader: Reader, name: str, every: Sequence[Project]) -> bool:
    names = {**{p.name: p.key for p in every}, **{p.key: p.key for p in every}, **{label: str(id_) for id_, label in reader.labels(Person).items()},
             **{label: label for label in reader.labels(Office).values()}}
    return any(True for _ in find_names(name, names))


def _there_is(reader: Reader, every: Sequence[Project]) -> Iterator[str]:
    sponsors = {p.sponsor_id for p in every}
    for one, found in (("programme", list(reader.labels(Programme).values())), ("objective", list(reader.labels(Objective).values())),
                       ("sponsor", [name for id_, name in reader.labels(Person).items() if id_ in sponsors]), ("tag", tags(every))):
        if found:
            more = f" and {counted(len(found) - MOST, 'other')}" if len(found) > MOST else ""
            yield f"the {one}{'s' if len(found) > 1 else ''} {', '.join(found[:MOST])}{more}"
