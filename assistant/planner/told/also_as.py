"""What is told of a record and is to be kept as something new besides: “Furnish Vienna will be a week late because the lamps are stuck, and that needs to go
in as an issue too”. The record is changed, and what is new has the reason for its title."""
from collections.abc import Callable
from dataclasses import replace
import re

from assistant.planner.heard.following import RECORD
from assistant.planner.heard.hearing import QUOTED
from assistant.planner.heard.plan import Plan
from assistant.planner.words.lexicon import called_in_projects, kind_coded
from records.kinds.base import fields
from tools.base import Holds, Tool

KEEP = "log|raise|enter|record|note|put|write|file|register|add|open|create|make"
ALSO = re.compile(r"^(?P<fact>\S.{8,240}?)\s*(?:[,;.–-]+\s*(?:and |so |but )?|\s+and )(?:also |please |can you |could you )*"
                  r"(?:(?:that|this|it|the reason|which)(?: also)? (?:needs to|has to|ought to|should|must|is to|can|may)(?: also)? "
                  r"(?:go|be (?:put|logged|entered|recorded|raised|noted|registered|written))(?: in| down| up| on the list)? "
                  r"as an? (?:new )?(?P<one>[a-z]+(?: [a-z]+)?)|"
                  rf"(?:{KEEP}) (?:that|this|it|the reason)(?: in| down| up)? as an? (?:new )?(?P<as>[a-z]+(?: [a-z]+)?)|"
                  rf"(?:{KEEP}) an? (?:new )?(?P<of>[a-z]+(?: [a-z]+)?) (?:for|about|of|out of) (?:that|this|it))"
                  r"(?: too| as well| also)?(?:,? please)?[\s.!]*$", re.I)
BECAUSE = re.compile(r"\s*,?\s+(?:because(?: of)?|since|due to|owing to|as)\s+(?P<why>\S.{5,120})$", re.I)
ARTICLE = re.compile(r"^(?:the|our|an?)\s+", re.I)
SHORT = re.compile(r"\s+(?:too|as well|also|please)$", re.I)


def also_as(text: str, changer: Tool, maker: Tool, again: Callable[[str], Plan]) -> Plan | None:
    """The change of the record and the new one beside it; None where nothing is to be kept so, or the first is no change of one record."""
    m = ALSO.match(text) if not QUOTED.search(text) and "\n" not in text.strip() else None
    kind = called_in_projects().get(SHORT.sub("", m["one"] or m["as"] or m["of"]).lower()) if m else None
    if m is None or kind is None or (why := BECAUSE.search(m["fact"])) is None:
        return None
    first, values, where = again(m["fact"][:why.start()]), maker.slot(Holds.values), changer.slot(Holds.conditions)
    key = str(first.calls[0][1].get(where.name, {}).get("key", "")) if len(first.calls) == 1 and where and first.calls[0][0] == changer.name else ""
    if not RECORD.match(key) or values is None:
        return None
    title = ARTICLE.sub("", why["why"].strip())
    new = again(f"new {kind.kind.one} on {key.split('-')[0]}: “{title[:1].upper()}{title[1:]}”")
    if len(new.calls) != 1 or new.calls[0][0] != maker.name:
        return None
    name, args = new.calls[0]
    link = {f.label: key for f in fields(kind) if f.refers == kind_coded(key).__tablename__}
    kept = dict(list(link.items())[:1])
    return replace(first, calls=(*first.calls, (name, {**args, values.name: {**args[values.name], **kept}})))
