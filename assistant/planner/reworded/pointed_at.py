"""“Approve it, good idea”, “close the risk - supplier delivered”: the one record that was shown last, by its key, where its state has such a verb or
a note is put on it."""
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.words.lexicon import choice_words, kind_coded, state_of
from assistant.planner.words.phrases import POLITE
from records.kinds.base import fields, split

OBJECT = r"(?P<it>(?:it|this|that|this one|that one|the (?P<noun>[a-z][a-z ]{2,24}?)))"
LEADS = re.compile(rf"^\W*{POLITE}(?P<verb>[a-z]+) {OBJECT}(?=\s*(?:$|[,.;:!(]|\s[-–—]|\s(?:because|since|as|too|now|please|then)\b))", re.I)
NOTE = re.compile(rf"^\W*{POLITE}(?:put|add|leave|write|make|attach|enter) (?:an?|the|another) (?:\w+ )?(?:note|comment|remark) (?:on|to|in|under|at|about) "
                  r"(?P<it>it|that one|this one|this|that)(?:\s*[:,–-]\s*|\s+)(?:(?:that|saying|to say)\s+(?:that\s+)?|(?<=[:,–-] ))", re.I)


def pointed_at(text: str, context: Context) -> str:
    """The text with the key of what is meant; as it is where something waits for a yes, or nothing of that kind was shown alone."""
    m, key = NOTE.match(text) or LEADS.match(text), context.it
    if m is None or key is None or not RECORD.match(key) or context.pending:
        return text
    kind = kind_coded(key)
    if m.re is NOTE:
        is_note = any(f.name == "about" for f in fields(kind))
        return text if is_note else f"{text[:m.start('it')]}{key}: {text[m.end():]}"
    state = state_of(kind)
    verbs = {w for n, w, _ in choice_words(str(kind.__tablename__)) if state and n == state.name}
    nouns = {n.lower() for n in (kind.kind.one, *split(kind.kind.also))}
    if m["verb"].lower() not in verbs or (m["noun"] and m["noun"].lower() not in nouns):
        return text
    return f"{text[:m.start('it')]}{key}{text[m.end('it'):]}"
