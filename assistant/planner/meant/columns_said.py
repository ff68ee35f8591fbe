"""What a list is wanted with: “with owner, hours and what they wait for”, “with NPV and ROI”, “with finish date and traffic light”."""
from collections.abc import Mapping
from functools import cache
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.figure_words import MORE
from language.words import Span
from records.figures import FIGURES
from records.kinds import Project
from records.kinds.base import FieldOf, Record, fields, split

OF_THEM = r"who (?:owns|does|has|looks after|is on|has to do|must do|takes care of|is responsible for) (?:it|them|each|those|these)\b"
LED = re.compile(r",? and (?=(?:the )?(?:cumulat|running))|\b(?:with|including|incl\.?|showing|together with|along with|plus|and(?: (?:tell|show|give) me| "
                 rf"add)?(?= (?:their|its)\b))\s+|,? and (?=(?:{OF_THEM}))", re.I)
ARTICLE = r"(?:(?:the|their|its|each one['’]s|each|his|her|also|both)\s+)*"
PARTS = re.compile(r"\s*(?:,\s*(?:and|as well as|plus)?|\b(?:and|as well as|plus)\b|&)\s*", re.I)
ENDS = re.compile(r"\s*(?:$|[?.!;:)]|[–—-]\s|,?\s*(?:please|pls|for each|of each|for all|each|sorted|ordered|ranked|in (?:a|one) (?:table|list)|side by side|"
                  r"(?:the )?\w+ (?:ones )?first|next to)\b)", re.I)
JUDGED = {"colour": ("traffic light", "traffic lights", "colour", "colours", "color", "colors", "rag", "rag status", "light", "lights", "health"),
          "value": ("value verdict", "verdict on its value", "worth")}
CUMULATED = ("cumulated total", "cumulative total", "running total", "cumulated sum", "cumulated amount", "cumulated amounts", "cumulated",
             "cumulative", "running sum", "cumulated cash flow", "total so far", "cumulated totals")
ASKED = {"blocked by": ("what they wait for", "what it waits for", "what they are waiting for", "what blocks them", "what blocks it", "blocker", "blockers"),
         "owner": ("who owns them", "who owns it", "who does it", "who is on it", "who has it",
                   *(f"who {does} {what}" for does in ("owns", "looks after", "has to do", "must do", "takes care of", "is responsible for")
                     for what in ("it", "them", "each", "each of them", "those", "these"))),
         "manager": ("who manages them", "who manages it", "who leads them", "who leads it", "project manager"),
         "due": ("when they are due", "when it is due", "day", "date", "dates"), "status": ("where they stand", "how far they are")}
WHO_OF = re.compile(r"(?:,\s*|,? and |,? & )(?:(?:please |also )?(?:tell|show|give) me )?who(?: all)? (?:(?:has|have|need|needs|is|are|"
                    r"supposed|going|must|should|will|would) (?:to )?)*(?:do|does|doing|look|looks|looking|take|takes|care|own|owns|responsible|answer|answers|"
                    r"accountable|review|reviews|handle|handles|keep|keeps|deal|deals|maintain|maintains|finish|fix|in charge)(?: (?:care|after))?"
                    r"(?: (?:of|for|with))? (?:it|them|each(?: (?:one|of (?:them|those)))?|those|these|that|all of them)(?=\W*$)", re.I)
LONGEST = 7                                     # words of a name


def columns_said(kind: type[Record], heard: Heard) -> tuple[str, tuple[Span, ...]]:
    """The names of fields and figures, and where they are said; ("", ()) where a list is wanted with nothing, or with what is none of its kind."""
    text = heard.text
    for led in LED.finditer(text):
        found, at = list[str](), led.end()
        while (name := name_at(kind, text, at)) is not None:
            found, at = [*found, name[0]], name[1]
            if ENDS.match(text, at):
                return ", ".join(dict.fromkeys(found)), (Span(led.start(), at, ", ".join(found)),)
            if (more := PARTS.match(text, at)) is None or more.end() == at:
                break
            at = more.end()
    who, owner = WHO_OF.search(text), next((f.label for f in fields(kind) if f.name == "owner_id"), "")
    return (owner, (Span(who.start(), who.end(), owner),)) if who and owner else ("", ())


def to_sort_by(kind: type[Record], heard: Heard) -> Heard:
    """The message without the figures that only sound like a column which is wanted: a “finish date” is no expected finish to sort by."""
    shown, spans = columns_said(kind, heard)
    only = [s for s in heard.of("FIGURE") if any(w.start <= s.start < w.end for w in spans)
            and not any(f.name == s.value and f.title in split(shown) for f in FIGURES)]
    return heard.without(only) if only else heard


def without_columns(kind: type[Record], heard: Heard) -> Heard:
    """The message without the words for the columns that are wanted."""
    return heard.without(columns_said(kind, heard)[1])


def columns_named(kind: type[Record], heard: Heard) -> tuple[str, ...]:
    """The titles of the figures of a kind that are named, in the order in which they are said."""
    titles = {f.name: f.title for f in FIGURES}
    own = {f.title for f in FIGURES if f.of is kind}
    return tuple(title for name in heard.all("FIGURE") if (title := titles[name]) in own)


def name_at(kind: type[Record], text: str, at: int) -> tuple[str, int] | None:
    """The field or figure whose name stands there, and where that ends: the longest."""
    lead = re.compile(ARTICLE, re.I).match(text, at)
    start = lead.end() if lead else at
    words = list(re.compile(r"[^\W_][\w’'()/-]*").finditer(text[start:start + 80]))[:LONGEST]
    known = _names(kind)
    for last in reversed(words):
        said = re.sub(r"\s+", " ", text[start:start + last.end()]).lower()
        if (name := known.get(said) or known.get(said.removesuffix("s"))) and not re.search(r"[,;.]", said):
            return name, start + last.end()
    return None


@cache
def _names(kind: type[Record]) -> Mapping[str, str]:
    """What each column may be called: what is asked in words, a field, a figure, and of projects their colours."""
    known = {f.label: f for f in fields(kind) if f.name not in ("id", "version", "archived", "source")}
    found = {n.lower(): f.title for f in reversed(FIGURES) if f.of is kind for n in (f.name.replace("_", " "), f.title, *split(f.also),
                                                                                     *split(MORE.get(f.name, "")))}
    found |= {n: label for label, of in known.items() for n in _ways(of)}
    money = next((f.label for f in known.values() if f.is_money), "")
    found |= {n: money for n in ("cost", "costs", "amount", "money", "price") if money and n not in found}
    found |= {n: label for label, said in ASKED.items() if label in known for n in said if n not in found}
    found |= dict.fromkeys(CUMULATED, "cumulated") if {"year", "forecast"} <= {f.name for f in known.values()} else {}
    return found | ({n: name for name, said in JUDGED.items() for n in said if n not in found} if kind is Project else {})


def _ways(of: FieldOf) -> tuple[str, ...]:
    names = [n.lower() for n in of.names]
    dated = [f"{n} date" for n in names] + [f"{n} day" for n in names] if "date" in str(of.type) else []
    return (*names, *dated)
