"""Words that are looked for in all records: "find everything about single sign-on", "search the tasks for scanner"."""
import re

from assistant.planner.heard.hearing import KEY, Heard, Names
from assistant.planner.words.concepts import concept_words, concepts
from assistant.planner.words.lexicon import meaning, spelt
from assistant.planner.words.phrases import QUESTION
from assistant.planner.words.plain import TOKEN
from language.words import words as small

ABOUT = r"(?:about|mentioning|that (?:mentions?|contains?|speaks? of)|containing|regarding|concerning|with the words?|to do with|related to)"
POLITELY = r"^(?:(?:hi|hello|hey|please|can you|could you|i want to|i would like to|we need to|let us)\b[\s,]*)*"
ALL = r"(?:everything|anything|all(?: the)? records|records|(?:whatever|what|all that) (?:we|you) (?:have|know))"
WHERE = r"(?P<where>records|everything|database|system|[a-z][a-z -]{2,20}?)"
PLACES = tuple(re.compile(POLITELY + p + r"\s+(?P<words>.+?)\W*$", re.I) for p in (
    rf"(?:find|show|list|get|give|bring|collect|search)(?: me| us| for| up)* {ALL}(?: (?:we|you) have)?(?: there is)? {ABOUT}",
    rf"(?:(?:is|are) there|do we have|have we got) (?:anything|any records?|records?|something)(?: written)?(?: in the records)? {ABOUT}",
    rf"(?:which|what|any|all) records? (?:mentions?|contains?|speaks? of|refers? to|talks? about|says?|are {ABOUT}|is {ABOUT}|{ABOUT})",
    rf"(?:full[- ]text )?(?:search|look)(?: up)?(?: (?:in|through))?(?: (?:all|the|our|my|all the|all our))? {WHERE} for(?: the words?)?",
    (rf"(?:is|are) there (?:already |still |yet )*(?:an? |any |some )(?:already )?{WHERE} (?:yet |already )*"
     rf"(?:for|on|{ABOUT})(?: the)?"), (rf"(?:do|did|have) (?:we|i|anyone|anybody|somebody) (?:already |ever )*(?:have|got|had|raise|raised|log|logged) "
                                         rf"(?:an? |any |some )(?:already )?{WHERE} (?:yet |already )*(?:for|{ABOUT})(?: the)?"),
    rf"(?:everything|anything|all records|records)(?: there is)? {ABOUT}",
    r"full[- ]text (?:search|find|look)(?: for| of)?",
    r"where (?:do|did) (?:we|i|they) (?:mention|write about|say)", r"where is(?= .+ mentioned)", r"who (?:mentions|mentioned|wrote about)"))
FOR = re.compile(POLITELY + r"(?:search|look|look everywhere|search everywhere)(?: for)(?: the words?)?\s+(?P<words>.+?)\W*$", re.I)       # or a listing
FIND = re.compile(POLITELY + r"find(?: the words?)?\s+(?P<words>(?!out\b|me\b|us\b|all\b|any\b|every|the\b|an?\b|who|what|which|where|how|when|"
                  r"something|someone|somebody)\S+(?:\s+\S+){0,3})\W*$", re.I)
HANDBOOK = re.compile(r"\b(?:handbook|polic(?:y|ies)|governance|guidelines?|documents?|manual|rule ?book|rules?|library)\b", re.I)
EVERYWHERE = ("records", "everything", "database", "system", "record")
END = re.compile(r"\s+(?:mentioned|anywhere|everywhere|in (?:all|the|our|any) (?:the )?records?|in the system|please)$", re.I)


def sought(heard: Heard, names: Names) -> tuple[str, str] | None:
    """The kind that is searched ("" for all) and the words, or None when nothing is looked for, or what is the documents' or a record's name."""
    said = next((m for p in (*PLACES, FOR, FIND) if (m := p.search(heard.text.strip()))), None)
    if said is None or HANDBOOK.search(heard.text):
        return None
    words = END.sub("", END.sub("", said["words"])).strip(" \"'“”‘’?.!")
    where = (said.groupdict().get("where") or "").lower().strip()
    kind = "" if where in ("", *EVERYWHERE) else _kind(where)
    is_listing = said.re in (FOR, FIND) and heard.types & {"KIND", "SAYING", "FIGURE"}
    is_none = not words or words.lower() in ("it", "this", "that", "them", "these", "those")
    return None if is_none or kind is None or is_listing or _is_named(words, names) else (kind, words)


THING = re.compile(r"\b(?:the|our|this|that) (?P<t>(?!project|portfolio|team|company|board|office|budget)[a-z][\w-]{3,}(?: [a-z][\w-]{3,})?)", re.I)
SUPPOSED = re.compile(r"\bif\b")
ASKED_OF = frozenset(("status", "late", "time", "changed"))


def thing_asked(heard: Heard) -> str | None:
    """A thing that a question is about and that no record is called, so that what mentions it is looked for: “how late is the portal?”."""
    if heard.types - {"SAYING", "DATE", "ME"} or not ASKED_OF & set(concepts(heard.plain)) or HANDBOOK.search(heard.text) or not QUESTION.match(heard.plain) \
            or SUPPOSED.search(heard.plain):
        return None
    days = heard.of("DATE")
    for m in THING.finditer(heard.text):
        if any(s.start < m.end("t") and m.start("t") < s.end for s in days):
            continue                                # “this quarter” is a time
        word = m["t"].lower().split()[0]
        if not {word, word.removesuffix("s")} & concept_words() and not meaning(word) and word not in small()["small"]:
            return word.removesuffix("s") if len(word) > LONG else word
    return None


LONG = 5                                        # letters from which a plural is looked for in the singular


def _kind(said: str) -> str | None:
    """The kind that the words begin or are, or None."""
    tokens = [m[0] for m in TOKEN.finditer(said.lower())]
    found = [value for n in (len(tokens), 2, 1) for type_, value in meaning(spelt(" ".join(tokens[:n]))) if type_ == "KIND"]
    return found[0] if found else None


def _is_named(words: str, names: Names) -> bool:
    """Whether what is looked for is just a project or person of ours, or a key: these have ways of their own."""
    bare = re.sub(r"^(?:the |project )+", "", words, flags=re.I).lower()
    known = {n.lower() for type_ in ("project", "person") for name, key in names.get(type_, {}).items() for n in (name, key)}
    return bare in known or KEY.fullmatch(bare) is not None
