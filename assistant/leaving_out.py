"""“The caching one is not needed”, “drop the follow-up”: one row of a preview that waits, told by words of its title, is left out of it.

What names no one row goes on as it was said.
"""
from collections.abc import Mapping, Sequence
from dataclasses import replace
import re

from language.titles import stems
from records.proposals import Change, Create, FieldChange, Proposal

LEADS = r"^\W*(?:(?:no|ok(?:ay)?|yes|please|but|and|well|sorry|actually|wait)\b[\s,]*)*"
THING = r"(?:one|task|row|line|item|thing|point|part|risk|issue|step|milestone|bit)"
OUT = tuple(re.compile(rf"{LEADS}{form}(?: please| then| though| after all)?\W*$", re.I) for form in (
    (rf"(?:the |that )?(?P<t>[\w'’ -]{{3,60}}?)(?: {THING})? (?:is|are|was)(?: not|n['’]t| no longer) (?:needed|necessary|wanted|required|ours|right)"
     r"(?: any ?more)?"),
    rf"(?:we |i )?(?:do not|don['’]t|no longer) (?:need|want) (?:the |that )?(?P<t>[\w'’ -]{{3,60}}?)(?: {THING})?(?: any ?more)?",
    rf"(?:the |that )?(?P<t>[\w'’ -]{{3,60}}?)(?: {THING})? (?:can go|can be (?:dropped|left out|removed|skipped)|is (?:nonsense|wrong|superfluous|a mistake))",
    rf"(?:drop|remove|skip|leave out|take out|strike|scratch|forget|delete|without|leave) (?:the |that )(?P<t>[\w'’ -]{{3,60}}?)(?: {THING})?(?: out)?"))
TITLES = ("title", "name", "text")


def without_titled(text: str, wish: Proposal, shown: Sequence[FieldChange]) -> Proposal | None:
    """The wish without the one record whose title holds the words; None where they are of none or of several, or nothing would be left."""
    said = next((m["t"] for form in OUT if (m := form.match(text))), "")
    words = set(stems(said))
    called = _titles(wish, {c.record: c.called for c in shown if c.called})
    found = [row for row, title in called.items() if words and words <= set(stems(title))]
    if len(found) != 1 or len(called) < 2:  # noqa: PLR2004 - of one there is no rest
        return None
    place, key = found[0]
    above = wish.wishes[place]
    if isinstance(above, Change):
        left = replace(above, keys=tuple(k for k in above.keys if k != key))
        kept = (*wish.wishes[:place], *((left,) if left.keys else ()), *wish.wishes[place + 1:])
    else:
        new = above.new if isinstance(above, Create) else 0
        if new and any(new in other.values.values() or str(new) in map(str, other.values.values()) for other in wish.wishes if isinstance(other, Create)):
            return None                                    # others hang on it
        kept = (*wish.wishes[:place], *wish.wishes[place + 1:])
    return replace(wish, wishes=kept, note="")


def _titles(wish: Proposal, called: Mapping[str, str]) -> dict[tuple[int, str], str]:
    """Each record of a wish by its place there and its key, with its title."""
    found = dict[tuple[int, str], str]()
    for place, each in enumerate(wish.wishes):
        if isinstance(each, Create):
            found[place, ""] = str(next((each.values[name] for name in TITLES if each.values.get(name)), ""))
        elif isinstance(each, Change):
            found |= {(place, key): called.get(key, "") for key in each.keys}
    return found
