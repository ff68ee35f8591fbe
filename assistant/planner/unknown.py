"""A word that stands where a project's name would and is none that the asker may see: it is passed on, so that "I know no such project" answers."""
import re

from assistant.planner.hearing import Heard

UNKNOWN = re.compile(r"\b(?:how (?:is|are)|is|on|for|of|about|in|why is|status|with|did|does|will|tell me about)\s+(?:the )?(?:project "
                     r")?(?P<n>(?-i:[A-Z][\w&-]+(?: [A-Z][\w&-]+)*))|"
                     r"\b(?:how is|how are|status of|update on|report (?:for|on)|up with|why is|health of) (?:the )?(?:project )?(?P<m>[\w-]{3,}(?: "
                     r"(?!doing|going|on|red|green|amber|now|today|at|in|late|over)[\w-]{3,})?)", re.I)
NO_NAME = {"it", "its", "my", "our", "we", "i", "they", "portfolio", "everything", "everyone", "things", "the", "projects", "project", "all", "work",
           "that", "this", "me", "us", "you", "budget", "there", "what",
           "team", "company", "office", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "strategy",
           "cpi", "spi", "npv", "eac", "roi", "status"}


def unknown_project(heard: Heard, *, sure: bool = False) -> str | None:
    """A word that stands where a project's name would, and is none that the asker may see; to be sure it begins with a capital."""
    for m in UNKNOWN.finditer(heard.masked):
        which = "n" if m["n"] else "m"
        name = (m[which] or "").strip(" ?.!")
        if name and not (sure and which == "m") and "\0" not in name and name.split()[0].lower() not in NO_NAME and not _means_something(heard, m, which):
            return name
    return None


def _means_something(heard: Heard, m: "re.Match[str]", which: str) -> bool:
    """Whether the words are a kind, a saying or a figure and so no name."""
    return any(s.start <= m.end() and m.start(which) < s.end for t, s in heard.spans if t in ("KIND", "SAYING", "FIGURE"))
