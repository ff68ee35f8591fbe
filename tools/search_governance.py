"""What the governance documents say."""
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
import re

from knowledge.searching import FORM, FORMS, Around, Hit, Only
from language.translating import in_english, language_of
from records.kinds import Document
from records.query import Query, Where
from reports.blocks import Block, Choices, Passage, Source, Sources, Text
from tools.base import Question, Result, tool
from tools.desk import Desk
from tools.desk.guiding import at_gate, beside, teaches, without_people, without_project
from tools.desk.limits import beside_limits
from tools.desk.wording import quoted

MOST, LOOKED_AT = 3, 10                 # passages that are shown, and those among which one may say otherwise
NEAR = 0.8                              # of the best one's score, from which on another passage answers too and does not only share words
LESSON = 6                              # parts of a lesson
TRAINING = "training"
FORM_WANTED = re.compile(r"\b(?:give|send|get|hand|have|need|want|where|is there)\b.*\b(?:template|form|blank)s?\b"
                         r"(?! (?:of|must|should|is|are|has|have)\b)", re.I)
KEY = re.compile(r"[A-Z]+-\d+")
WORD = re.compile(r"\w{4,}")
STEP = re.compile(r"(?<=[.;:!?]) (?P<number>[2-9]|1\d)\. (?=\S)")


@tool("what do I need before gate 2?", "can I skip the risk review?", "who approves a change request over 50,000?", "how often must I report status?",
      "what does the handbook say about closing a project?", "what happens when the CPI falls below 0.85?", "who owns the benefits after closure?",
      "who is accountable for benefits?", "do small projects need a charter?",
      "does every project need a risk register?",
      "do I need three offers?", "whose approval do I need for 50,000?",
      "what is the policy on restricted projects?", "must we keep lessons learned?", "what are the criteria for gate 3?",
      "is a business case required?", "who may approve changes?", "what does amber mean?", "when do I have to escalate a risk?",
      "what does gate 2 require?", "am I allowed to order before gate 2?", "what are the rules for buying?", "who decides at gate 1?",
      "how are colours defined?", "how long are lessons kept?", "when is a project red?", "how do I close a project?",
      "what is the process for escalation?", "what are the responsibilities of a sponsor?", "who has to sign off a change of 60,000 EUR?",
      "do we have to do a risk review?", "may I start without a business case?", "is it allowed to skip a gate?",
      "what happens if I skip the risk review?", "what counts as a major change?", "which documents does gate 1 need?",
      "how often do risks have to be reviewed?", "what is a change request?", "what does the PMO do?", "how is a benefit measured?",
      "what is the threshold for escalating an overrun?", "who is responsible for benefits?", "which template should I use for the report?",
      "when must the steering committee meet?", "can I order before approval?", "what are the approval limits?", "who approves changes over 50k?",
      "who decides about changes?", "is a change of 60,000 EUR allowed without the board?", "what happens after a project is closed?",
      "gate 2 requirements", "what must be handed in for gate 3?", "how much can a project manager approve?",
      "is it fine if we leave out the risk review?", "what is a sponsor supposed to do?", "from which amount on does the board decide?",
      "explain the colours", "how do we handle lessons learned?", "how do I write a risk?", "give me the template for a charter",
      "I need a blank risk entry form", "teach me earned value with Apollo's figures", "train me in agile delivery",
      "do I really need three quotes for 8,000 EUR?", "who has to be at the gate review?",
      "what is needed to close a project?", "when must a project be stopped?", "is there a rule for that?", "what does red mean officially?",
      "who may sign a contract?", "how long do we keep documents?", "should one close risks at all?", "what is our policy on contingency?",
      sign="Searching the handbook")
def search_governance(desk: Desk, question: Question) -> Result:
    """Quote what the governance documents (handbook, policies) say, with document, section and edition. For what must, may or should be done.
    Not for the state of projects or records."""
    question = at_gate(desk, question)
    if form := _form(desk, question):
        return Result((*form, *_noted(desk)))
    if FORM_WANTED.search(question):
        return Result((*_other_forms(desk), *_noted(desk)))
    hits = _found(desk, question)
    around = desk.search.around(question, MOST) if not hits else Around()
    if around.nearest is not None:
        hits = (around.nearest,)
    if not hits:
        return Result((Text("I cannot answer that: I found nothing about it in the documents you may read."), *_instead(around), *_noted(desk)))
    shown: list[Block] = [Text(_lead(question, hits))]
    for hit in hits if hits[0].type == TRAINING or KEY.fullmatch(question.strip()) else _as_an_answer(hits):
        if warning := _warning(hit, desk.today):
            shown.append(Text(f"Mind that this is {warning}:"))
        shown.append(_in_steps(quoted(hit.shortened(question))))
    if coming := desk.search.coming(hits[0], desk.today):
        shown.append(Text(f"Mind that {coming}."))
    return Result((*shown, *beside_limits(question, hits[0].text), *beside(desk, question, hits), *_noted(desk)))


def _found(desk: Desk, question: str) -> Sequence[Hit]:
    """What answers; of a document that is named and nothing else what it says from its beginning on; what was written to teach comes first where somebody
    wants to learn."""
    if parts := desk.search.parts(question.strip(), LESSON) if KEY.fullmatch(question.strip()) else ():
        return parts
    if teaches(question):
        question = without_project(desk, question)
        taught = desk.search.find(question, LOOKED_AT, Only(type=TRAINING))
        if lesson := [h for h in taught if h.document == taught[0].document and not h.title.endswith(h.text)][:LESSON]:
            return sorted(lesson, key=lambda h: h.order)
    found = _of_any(desk, question)
    at_odds = next(((one, other) for one in found[:MOST] for other in found if one.contradicts(other, question)), ())
    return (*at_odds, *(h for h in answering(found) if h not in at_odds))[:MOST]


def answering(found: Sequence[Hit]) -> Sequence[Hit]:
    """The passages that answer about as well as the best one; others only share words with the question."""
    return [h for h in found if h.score >= NEAR * found[0].score]


def _of_any(desk: Desk, question: str) -> Sequence[Hit]:
    """What is said of it by name, else what holds for any project; what is asked in another language is asked in English too."""
    of_any = without_project(desk, question)
    of_anybody = without_people(desk, of_any)
    asked = dict.fromkeys((question, of_any, of_anybody, in_english(of_anybody, language_of(of_anybody))))
    return next((found for q in asked if (found := desk.search.find(q, LOOKED_AT))), ())


def _form(desk: Desk, question: str) -> Sequence[Block]:
    """The template that is asked for, as the file itself, with how it is filled in."""
    hits = desk.search.find(question, LOOKED_AT, Only(type=FORMS)) if FORM.search(question) else ()
    if not hits:
        return ()
    said = set(WORD.findall(question.lower()))
    best = max(hits, key=lambda h: len(said & set(WORD.findall(h.title.partition(", ")[0].lower())) - {"template"}))
    named = best.title.partition(", ")[0]
    first = min((h for h in hits if h.document == best.document), key=lambda h: h.order)
    return (Text(f"Here is {named}{f' ({best.edition})' if best.edition else ''}, as a file to fill in. In it:"), quoted(first.shortened(question)),
            Sources((Source("file", best.document, named, best.edition),)))


def _other_forms(desk: Desk) -> Iterator[Block]:
    """That the form is not there which somebody wants to fill in, and which are."""
    there = desk.reader.find(Query(Document, (Where("type", "is", FORMS), Where("status", "is", "in force")), limit=None))
    yield Text("I find no such template among those that you may read.")
    if there:
        yield Choices("There are these:", tuple(f"give me the {d.title}" for d in sorted(there, key=lambda d: d.title)))


def _in_steps(passage: Passage) -> Passage:
    """Steps that a page of print runs together stand in lines of their own."""
    steps = list(STEP.finditer(passage.text))
    if [m["number"] for m in steps] != [str(n) for n in range(2, len(steps) + 2)] or "1. " not in passage.text:
        return passage
    return replace(passage, text=STEP.sub(r"\n\g<number>. ", re.sub(r"(?<=\S) (?=1\. )", "\n", passage.text)))


def _lead(question: str, hits: Sequence[Hit]) -> str:
    """Where it stands; plainly so when nothing speaks of just what was asked, or when two documents in force do not say the same."""
    best = hits[0]
    if best.type == TRAINING:
        return f"From {best.title.partition(', ')[0]}:"
    if other := next((h for h in hits[1:] if best.contradicts(h, question)), None):
        return f"{_where(best)} and {_where(other)} are both in force and do not say the same:"
    return f"{_where(best)} says:" if best.is_sure else f"I find no clause on exactly that. The nearest is {_where(best)}:"


def _where(hit: Hit) -> str:
    return f"{hit.title} ({hit.edition})" if hit.edition else hit.title


def _as_an_answer(hits: Sequence[Hit]) -> Sequence[Hit]:
    """The best first; then the others of its document in the order they stand there, then other documents likewise."""
    documents = list(dict.fromkeys(h.document for h in hits))
    return [hits[0], *sorted(hits[1:], key=lambda h: (bool(h.warning), documents.index(h.document), h.order))]


def _warning(hit: Hit, today: date) -> str:
    if hit.warning:
        return hit.warning
    return f"in force from {hit.effective:%-d %b %Y} only" if hit.effective and hit.effective > today else ""


def _instead(around: Around) -> Iterator[Block]:
    """What is nearest, and whom to ask."""
    if around.headings:
        yield Choices("They do speak of:", tuple(f"what does the handbook say about {h[:1].lower()}{h[1:]}?" for h in around.headings))
    if around.whom:
        yield Text(f"{around.whom} looks after the documents that come nearest, and may know.")


def _noted(desk: Desk) -> tuple[Block, ...]:
    return (Text(desk.search.note),) if desk.search.note else ()
