"""What is asked of a document itself, and not of what it says: who owns or approved it, when it is reviewed, which edition is in force; and the passage that
a citation names."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Call
from assistant.planner.heard.tool_for import asking_of, teller_of
from assistant.planner.heard.wishing import is_open
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.openings import opening
from knowledge.searching import CITED
from records.kinds import Document
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENING = opening()
HANDBOOK = "handbook"                   # the one that needs no other name
THE = r"(?:the |our )?"
# All that it says: of minutes that is what was discussed.
WHOLE = re.compile(OPENING + r"(?:what (?:was|were|has been|did (?:we|they|you)) (?:discuss(?:ed)?|talk(?:ed)? about|said|say|minuted|noted) "
                   rf"(?:in|at|during) {THE}it|what (?:does {THE}it say|is (?:written |said )?in {THE}it|stands in {THE}it|is {THE}it about)|"
                   rf"(?:read|summari[sz]e|sum up|quote)(?: me| us)? {THE}it|show(?: me| us)? the (?:text|wording|content)s? of {THE}it)\W*$")
OPENED = re.compile(OPENING + r"(?:open|show|read|see|display|quote|cite|give)(?: (?:me|us))?(?: the)?(?: (?:passage|section|clause|text|wording))?"
                    r"(?: of)? \S+$", re.I)
# The field, and how it is asked about; “it” stands for the document.
FIELDS = tuple((name, re.compile(OPENING + said + r"\W*$")) for name, said in (
    ("owner_id", (rf"who (?:owns|keeps|maintains|updates|looks after|takes care of|"
                  rf"is (?:the )?(?:owner of|author of|responsible for|in charge of)) {THE}it")),
    ("approver_id", rf"who (?:has )?(?:approved|approves|signed(?: off)?|released|signs off|is (?:the )?approver of) {THE}it"),
    ("review", (rf"(?:by )?when (?:is|was|must|should|has|does|will) {THE}it (?:(?:to|have to|need to) )?(?:be )?(?:next )?"
                r"(?:reviewed|due for (?:a |its )?review|up for review|looked at again)(?: next| again)?")),
    ("review", rf"when is (?:the )?(?:next )?review of {THE}it(?: due)?"),
    ("effective", (rf"(?:since|from) when (?:is|does|has|was) {THE}it (?:been )?(?:in force|valid|in effect|apply|applied|applicable)|"
                   rf"when (?:did|does|will) {THE}it (?:come|came|get|go|be) (?:into|in) (?:force|effect)")),
    ("edition", (rf"(?:which|what)(?: is the)? (?:edition|version|revision)(?: number)? of {THE}it(?: (?:is|are|do|does|applies|counts)\b.*)?|"
                 rf"(?:which|what) (?:edition|version|revision) is {THE}it")),
    ("status", (rf"(?:is|are) {THE}it (?:still |already |now |currently )*(?:in force|valid|in effect|a draft|superseded|retired|current|approved|"
                r"official|outdated|up to date)(?: today| now)?"))))


def on_document(heard: Heard, asked: Asked, tools: Mapping[str, Tool]) -> Call | None:
    """The call that opens a passage by its citation, or that tells the field of a document which is asked about."""
    is_asked, asking = not is_order(heard), asking_of(tools.values())
    if asking and CITED.search(heard.text) and (is_asked or OPENED.match(heard.text.strip())):
        return asking.name, {s.name: heard.text.strip() for s in asking.slots if is_open(s)}
    if not is_asked:
        return None
    teller = teller_of(tools.values())
    for said, key in _documents(heard, asked) if teller else ():
        text = heard.text.lower().replace(said.lower(), "it", 1)
        if asking and key != HANDBOOK and WHOLE.match(text):
            return asking.name, {s.name: key for s in asking.slots if is_open(s)}
        name = next((n for n, form in FIELDS if form.match(text)), "")
        if teller and name:
            label = next(f.label for f in fields(Document) if f.name == name)
            return teller.name, {s.name: key if s.holds is Holds.record else label for s in teller.slots if s.holds in (Holds.record, Holds.field)}
    return None


def _documents(heard: Heard, asked: Asked) -> Iterator[tuple[str, str]]:
    """The words that speak of a document, each with what names it."""
    code = f"{Document.kind.code}-"
    yield from ((key, key) for key in heard.all("KEY") if key.startswith(code))
    for said, keys in asked.titled.items():
        found = [k for k in keys.split() if k.startswith(code)]
        if len(found) == 1:
            yield said, found[0]
    if HANDBOOK in heard.text.lower():                     # “who owns it?” is of what was shown
        yield HANDBOOK, HANDBOOK
