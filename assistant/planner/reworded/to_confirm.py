"""What somebody is to confirm is a question and never an order, and what is asked of every record asks for those of which it is not so:
“can you confirm that nobody is overloaded?” who is, “does every risk have an owner?” which have none."""
import re

from assistant.planner.words.lexicon import meaning, spelt
from assistant.planner.words.openings import opening

FOR_ME = r"(?:(?: to| for)? (?:me|us))?"
SURE = rf"(?:confirm|verify|attest|reassure|assure|vouch|guarantee|double-?check){FOR_ME}"
CONFIRM = re.compile(rf"{opening()}(?:(?:(?:can|could|would|will) (?:you|somebody|someone|anybody|anyone)|(?:i|we)(?:['’]d| would)? (?:like|want|need) you to)"
                     rf"(?: (?:please|kindly|just|quickly))* {SURE}|{SURE}|(?:i|we)(?:['’]d| would)? (?:like|want|need) to be (?:sure|certain))"
                     r"(?: please)? (?:that|whether|if) (?=\w)", re.I)
NOBODY = re.compile(r"^(?:nobody|no one|no-one|none of us|not one of us) (?=\w)", re.I)
MANY = r"(?P<k>(?:(?!of\b|the\b|project manager)[a-z][a-z-]* ){0,2}?[a-z][a-z-]*?)"
PLACE = (r"(?P<at>(?: (?:on|of|in|for) [\w-]+)?(?: (?:with|scor\w+|that|which|above|over|below|under|due|costing|worth)\b[^,;?]{2,50}?"
         r"(?=,? (?:have|has|is|are|got)\b))?)")
NONE = re.compile(rf"^(?:no|none of the|not one) {MANY}{PLACE} (?P<v>is|are|has|have) (?=\w)", re.I)
# Whoever is meant above all is one of those who are meant.
ABOVE_ALL = re.compile(r",? (?:and )?(?:(?:especially|particularly|in particular|above all|notably|most of all) (?:not )?[\w'-]+|[\w'-]+ "
                       r"(?:in particular|above all|especially|most of all))(?:,? (?:since|because|as|who|given that) [^,;]*)?$", re.I)
IS_SO = re.compile(r"^(?P<who>(?!it\b|there\b|that\b|this\b)[\w'’-]+(?: (?!who\b|which\b|that\b)[\w'’-]+){0,6}?) (?P<v>is|are|was|were|has|have|will|can) "
                   r"(?P<rest>\w.*)$", re.I)
EVERY = r"(?:every(?: single)?|each|each and every|all(?: of)?(?: the| our| my)?)"
HAVE = rf"{EVERY} {MANY}{PLACE} (?:(?:has|have)(?: got)?) (?:an?|its|their(?: own)?|the)? ?(?P<f>[a-z][a-z ]*?)"
TOLD_OF_ALL = re.compile(rf"^{HAVE}(?P<end>(?: (?:on|of|in|for) [\w-]+)?)\W*$", re.I)
ASKED_OF_ALL = re.compile(rf"{opening('tell me')}(?:(?:does|do|has|have) {EVERY} {MANY}{PLACE} (?:have|got|have got) (?:an?|its|their(?: own)?|the)? ?"
                          rf"(?P<f>[a-z][a-z ]*?)|(?:is|are) {EVERY} {MANY.replace('<k>', '<k2>')} (?P<owned>owned))"
                          r"(?P<end>(?: (?:on|of|in|for) [\w-]+)?)(?:[.?!,;]\s*(?:and )?(?:(?:if (?:not|no),? )?(?:please )?(?:name|list|show|tell|"
                          r"give|which|what)\b"
                          r"(?: me| us)?(?: (?:are|is))?(?: (?:all )?(?:the |those |them)?(?: ?ones?)?)?(?: (?:that|which|who|where))?"
                          r"(?: (?:do|does|have|has|are|is)(?: not|n['’]t|nt)?(?: have(?: one| them| it| both)?)?| without|"
                          r" it is (?:not|missing)| lack\w*)?))?\W*$", re.I)
AND = re.compile(r",? and (?:also )?(?:an? |the |its |their )?", re.I)


def to_confirm(text: str) -> str:
    """The same message as the question it is."""
    if (asked := CONFIRM.match(text)) is None:
        return _of_all(ASKED_OF_ALL.match(text)) or text
    claim = text[asked.end():].rstrip(" .!?")
    if NOBODY.match(claim):
        return NOBODY.sub("who ", ABOVE_ALL.sub("", claim)) + "?"
    if (none := NONE.match(claim)) and _many(none["k"]):
        return f"which {_many(none['k'])}{none['at']} {'have' if none['v'].lower().startswith('ha') else 'are'} {claim[none.end():]}?"
    if found := _of_all(TOLD_OF_ALL.match(claim)):
        return found
    return f"{so['v'].lower()} {so['who']} {so['rest']}?" if (so := IS_SO.match(claim)) else f"is it true that {claim}?"


def _of_all(m: "re.Match[str] | None") -> str:
    """The question which of them lack it; "" where it is said of nothing that is kept."""
    groups = m.groupdict() if m else {}
    kind = _many(groups.get("k") or groups.get("k2") or "")
    lacked = "owner" if groups.get("owned") else groups.get("f") or ""
    return f"which {kind}{groups.get('at') or ''} have no {AND.sub(' or no ', lacked)}{groups['end'] or ''}?" if kind and lacked else ""


def _many(said: str) -> str:
    """The name of a kind in the plural with the words before it, “high risks”; "" where it names no kind."""
    if not said:
        return ""
    first, last = said.rpartition(" ")[0], said.rpartition(" ")[2].lower()
    of = next((last for t, _ in meaning(spelt(last)) if t == "KIND"), "")
    more = of if of.endswith("s") else f"{of[:-1]}ies" if of.endswith("y") else f"{of}s"
    return f"{first} {more}".strip() if of else ""
