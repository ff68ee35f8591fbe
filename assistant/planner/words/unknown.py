"""A word that stands where a project's name would and is none that the asker may see: it is passed on, so that "I know no such project" answers;
and a project that is described, such as “the closed project”."""
from collections.abc import Iterator
import re

from assistant.planner.words.plain import SHORT_FORMS
from language.words import Span

NAME = r"(?-i:[A-Z][\w&-]+(?: [A-Z][\w&-]+)*)"
WORD = r"[a-z][\w&-]{2,}"
GOING = "doing|going|coming|faring|looking|these|right"
WORDS = rf"{WORD}(?: (?!{GOING})[a-z]{{3,}})?"
THINGS = (r"status|health|state|updates?|report|overview|summary|news|tasks?|risks?|risk register|register|milestones?|budget|costs?|benefits?|changes?|"
          r"progress|decisions?|team|cpi|spi|eac|npv|roi|happened|"
          r"happening|changed|slipped|new|wrong|stand|overdue|late|blocked|due|left|spent|spend|spending|money|up|going on|situation|problems?|issues?|"
          r"trouble|done|going|doing|open|everything|anything|people|who is|works?")
STATES = (r"on track|off track|on time|red|green|amber|late|over|within|ok|okay|alright|all right|healthy|done|finish|finished|deliver|closed|in trouble|"
          r"still|delayed|paying|worth|going|doing|behind|overspent|at risk|blocked|delivering")
PLACES = tuple(re.compile(p, re.I) for p in (
    rf"\bhow(?:'s| is| are| was) (?:the )?(?:project )?(?P<n>{NAME}|{WORDS})(?: project)?(?=\s+(?:{GOING})\b|\W*$)",
    rf"\b(?:{THINGS}) (?:of|on|for|about) (?:the )?(?:project )?(?P<n>{WORD})(?=\W*$)",
    rf"^\W*(?P<n>{NAME})\W*$",
    rf"\b(?:{THINGS})(?: \w+)? (?:of|on|for|in|with|about|at|to|from) (?:the )?(?:project )?(?P<n>{NAME})",
    rf"\b(?:is|are|will|did|does|has|was) (?:the )?(?:project )?(?P<n>{NAME})(?= (?:project )?(?:{STATES})\b)",
    rf"\b(?:of|on|for|about|in|with) the (?P<said>(?!\w+est\b|most\b|least\b){WORD}(?: [a-z]{{3,}}){{0,2}}?) (?:project|thing)\b",
    rf"^\W*(?:is|are) the (?P<said>{WORD}(?: [a-z]{{3,}})?)(?= (?:on track|off track|on time|red|green|amber|over budget|at risk|in trouble|healthy)\b)",
    rf"\bproject (?P<n>{NAME})",
    rf"^\W*(?:please )?(?:put|pause|declare|close|cancel|resume|start|stop) (?P<n>{NAME})(?= on hold| green| amber| red|\W*$)",
    rf"(?P<n>{NAME}) project\b",
    rf"^\W*(?P<n>{NAME})(?:['’]s)? (?:status|health|progress|cpi|spi|npv|budget|risks|tasks|milestones|report|update)\b",
    rf"\b(?:what|how) about (?P<n>{NAME})",
    rf"\b(?:tell me (?:more )?about|summari[sz]e|brief me on|up to speed on|know about) (?:the )?(?:project )?(?P<n>{NAME})",
))
LEANING = re.compile(rf"\b(?:on|for|of|about|in|with|to) (?:the )?(?:project )?(?P<n>{NAME})", re.I)
DESCRIBED = re.compile(r"\bthe (?P<n>closed|candidate|cancelled|agile|hybrid|predictive|paused|on[- ]hold|restricted|finished|completed|proposed) "
                       r"(?:project|one)\b", re.I)
NO_NAME = frozenset((
    "it", "its", "my", "our", "we", "i", "they", "portfolio", "everything", "everyone", "everybody", "things", "the", "projects", "project", "all", "work",
    "that", "this", "me", "us", "you", "budget", "there", "what", "team", "company", "office", "today", "tomorrow", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "strategy", "cpi", "spi", "npv", "eac", "roi", "status", "handbook", "policy", "gate", "board", "eur",
    "usd", "gbp", "chf", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "your",
    "his", "her", "them", "both", "who", "anyone", "anything", "something", "nothing", "life", "business", "show", "list", "give", "tell", "and", "please",
    "can", "how", "what", "which", "when", "where", "why", "is", "are", "do", "does", "did", "will", "would", "should", "could", "write", "create", "make",
    "overall", "now", "then", "next", "last", "first", "pmo", "vmo", "ceo", "it's", "hello", "hi", "hey", "thanks", "ok", "okay", "yes", "no", "test",
    "any", "some", "every", "each", "another", "new", "help",
    "bye", "sorry", "good", "great", "whole", "entire", "rest", "other", "same", "day", "week", "weekend",
))


def unknown_projects(text: str, closed: tuple[Span, ...], known: frozenset[str]) -> Iterator[Span]:
    """Yield the described project, or else the first unknown name in a project's place; `closed` are pieces that mean something else,
    `known` words that name none when they are written small or stand alone."""
    if m := DESCRIBED.search(text):
        yield Span(m.start(), m.end(), f"the {m['n'].lower()} project")
        return
    for place in PLACES:
        for m in place.finditer(text):
            group = next(g for g in m.groupdict() if m[g])
            is_word = group != "said" and m[group].lower() in known and (m[group].islower() or m[0].strip(" ?.!") == m[group])
            if not is_word and _is_free(m[group], m.start(group), m.end(group), closed):
                yield Span(m.start(group), m.end(group), m[group])
                return


def leaning(text: str, closed: tuple[Span, ...]) -> str | None:
    """An unknown name with a capital after a word that leads to one: “tasks due this week on Hermes”."""
    return next((m["n"] for m in LEANING.finditer(text) if _is_free(m["n"], m.start("n"), m.end("n"), closed)), None)


def _is_free(name: str, start: int, end: int, closed: tuple[Span, ...]) -> bool:
    first = name.split(maxsplit=1)[0].lower()
    return first not in NO_NAME and first not in SHORT_FORMS and not any(s.start < end and start < s.end for s in closed)
