"""Somebody who was talked about before, by name: “and the risks he owns go to Ana”, “ask her for a recovery plan”."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.plan import Asked

LEAD = r"(?:(?:and|so|ok|okay|then|please|also|now|could you|can you)\b[\s,]*)*"
ASKS = "ask|tell|remind|nudge|ping|poke|prod|chase|message|inform|warn"
HAS = "owns?|has|is responsible for|is in charge of|leads|looks after|manages|holds"
NOUNS = r"(?:(?:open|overdue|remaining|own|other|current) )?(?:tasks?|risks?|issues?|work|stuff|milestones?|benefits?|decisions?|to-?dos?)"
FORMS = tuple(re.compile(said, re.I) for said in (
    rf"^\W*{LEAD}(?:{ASKS})(?: up)? (?P<who>him|her)\b", rf"\b(?:that |which )?(?P<who>he|she) (?=(?:still |also |now )?(?:{HAS})\b)",
    r"\b(?:does|did|has|will|can|should|is|was) (?P<who>he|she)\b", rf"\b(?P<whose>his|her) (?={NOUNS}\b)",
    r"\b(?:for|with|on|of|to|from) (?P<who>him|her)\s*(?:[?.!,]|$|\b(?:by|until|till|before|on|about|this|next|today|tomorrow|as soon|to)\b)",
    r"\bwith (?P<whose>his|her) name on (?:it|them)\b"))
GIVEN = "→"                                     # behind it stands who has it now
TAKES = re.compile(r"\b(?:to|for)\s+$", re.I)


def by_name(text: str, asked: Asked, context: Context) -> str:
    """The message with the name in the place of “he”, “her” or “his”, where nobody is named before it, and one person was talked about."""
    for form in FORMS:
        if (m := form.search(text)) is None:
            continue
        group = "who" if "who" in form.groupindex else "whose"
        if any(s.end <= m.start(group) for s in asked.heard(text).of("person")):
            return text
        name = next(_talked_of(asked, context), "")
        return f"{text[:m.start(group)]}{name}{chr(39) + 's' if group == 'whose' else ''}{text[m.end(group):]}" if name else text
    return text


def _talked_of(asked: Asked, context: Context) -> Iterator[str]:
    """Who was named alone in a turn, the last first: in what was asked, but not as who is to get something, or else in the answer."""
    people: Mapping[str, str] = asked.names.get("person", {})
    for turn in reversed(context.past):
        heard = asked.heard(turn.question)
        said = {str(s.value) for s in heard.of("person") if not TAKES.search(heard.text[:s.start])}
        found = said or next(filter(None, (
            {key for name, key in people.items() if name in line.rpartition(GIVEN)[2]} for line in turn.answer.splitlines())), set())
        found -= {people.get(asked.me, "")}
        if len(found) == 1:
            key = next(iter(found))
            yield next((name for name, of in people.items() if of == key), "")
