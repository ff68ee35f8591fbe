"""What of a question a listing left out: words that narrow it and that nothing here could read, so that a long list never passes for the answer."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.concepts import CONCEPTS
from assistant.planner.hearing import Heard
from assistant.planner.lexicon import kind_named
from assistant.planner.plain import tokens
from assistant.planner.plan import Plan
from assistant.planner.wording import NOT_READ
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

NARROW = ("project", "owner")                   # conditions that say whose and where, and not which
MANY = 3                                        # words left out of a listing that is narrowed by others
EMPTY = frozenset((
    "a", "an", "the", "of", "on", "in", "to", "for", "by", "is", "are", "me", "please", "and", "with", "its", "it", "i", "my", "what", "who", "which",
    "when", "where", "how", "do", "does", "did", "can", "could", "should", "would", "will", "was", "were", "has", "have", "had", "be", "been", "you",
    "your", "we", "our", "us", "they", "their", "them", "this", "that", "these", "those", "there", "here", "any", "all", "some", "every", "each", "many",
    "much", "show", "list", "give", "see", "find", "get", "want", "need", "like", "tell", "display", "view", "count", "number", "so", "ok", "hi", "hey",
    "hello", "now", "right", "just", "currently", "moment", "at", "or", "as", "from", "about", "not", "no", "up", "out", "got", "exist", "exists", "know",
    "us", "per", "sorted", "sort", "order", "overall", "total", "altogether", "across", "portfolio", "company", "whole", "entire", "complete", "full",
    "everything", "everyone", "somebody", "someone", "anybody", "anyone", "anything", "people", "person", "team", "work", "works", "working", "here",
    "going", "more", "than", "thing", "things", "stuff", "named", "called", "present", "existing", "different", "kind", "kinds", "ever", "yet", "still",
    "also", "then", "only", "too", "very", "really", "again", "above", "below", "over", "under", "between", "least", "most", "before", "after", "since",
    "until", "during", "today", "own", "owns", "owned", "register", "lead", "leads", "led", "manage", "manages", "managed", "run", "runs", "responsible",
    "assigned", "belong", "belongs", "related", "let", "u", "sir", "latest", "recent", "next", "upcoming", "biggest", "top",
))


def unread(tool: Tool, args: Mapping[str, Any], heard: Heard) -> Plan | None:
    """The plan to ask instead, when a listing is narrowed by nothing, or by less than it should be, although the question has words that would."""
    slot, kind = tool.slot(Holds.conditions), tool.slot(Holds.kind)
    if slot is None or kind is None or tool.proposes or any(args.get(s.name) for s in tool.slots if s.holds is Holds.field):
        return None
    said = _left(heard, kind_named(str(args[kind.name])))
    if len(said) < (MANY if set(args.get(slot.name, {})) - set(NARROW) else 1):
        return None
    one = kind_named(str(args[kind.name])).kind
    ways = [f"which {one.many} are {split(spoken)[0]}?" for spoken, _ in one.sayings]
    return Plan(says=NOT_READ.format(words=" ".join(said), many=one.many), choices=(*ways[:3], f"show all {one.many}"), understood=False)


def _left(heard: Heard, kind: type[Record]) -> list[str]:
    """The words that no piece of this kind holds and that mean something."""
    own = {w.lower() for spoken, _ in kind.kind.sayings for w in split(spoken)}
    read = [s for t, s in heard.spans if t != "REPEAT" and (t != "SAYING" or {str(s.value), str(s.value).removeprefix("still ")} & own)]
    left = (w for t in tokens(heard.text) for w in t.word.split() if not any(s.start < t.end and t.start < s.end for s in read))
    return [w for w in left if w not in EMPTY and not re.search(r"\d", w) and not _says_the_kind(w, kind)]


def _says_the_kind(word: str, kind: type[Record]) -> bool:
    """Whether a word only says what is listed anyway, as "score" of risks does."""
    own = {w for f in fields(kind) for n in f.names for w in n.lower().split()} | set(re.findall(r"\w+", CONCEPTS["who"] + CONCEPTS["people"]))
    return word.rstrip("s") in {w.rstrip("s") for w in own} or word in kind.kind.names
