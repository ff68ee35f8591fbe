"""What is told of a project's idea in a sentence beside it: who sponsors it, who owns its benefit and for how many years it counts, and what may go wrong."""
import re

from language.numbers import read_number

NAME = r"[A-ZÀ-Ý][\w'’-]+(?:\s+[A-ZÀ-Ý][\w'’-]+)?"
SPONSOR = re.compile(
    rf"[,;]?\s*\b(?:and\s+|with\s+)?(?:(?:the\s+|our\s+|as\s+)?[Ss]ponsor(?:ed by)?(?:\s+(?:is|will be|would be|should be|could be))?\s+(?P<who>{NAME})|"
    rf"(?P<by>{NAME})\s+(?:is|as|will be|would be|could be|should be)\s+(?:the\s+|our\s+|its\s+)?[Ss]ponsor\b|"
    rf"(?P<does>{NAME})\s+(?:sponsors|will sponsor|would sponsor|could sponsor)\s+(?:it|this|the project)\b)")
OWNER = re.compile(rf"\b(?P<who>{NAME})\s+(?:owns|(?:will|would|should|could) own|is responsible for|answers for)\s+"
                   r"(?:it|this|that|them|the benefits?|the savings?)\b")
YEARS = re.compile(r"\b(?:benefits?|savings?|gains?|it|that|this|which)?\s*(?:counts?\s+|holds?\s+|lasts?\s+|is\s+|are\s+)?(?:for|over)\s+"
                   r"(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+years\b", re.I)
RISK = re.compile(r"\b(?:(?:the|our|a|one|its)\s+)?(?:(?:biggest|main|greatest|largest|only|top|big|key)\s+)?risks?\s+(?:is|are|would be|could be)\s+"
                  r"(?:that\s+)?(?P<what>[^.;\n]+)", re.I)


def sponsor(text: str) -> str:
    """Who is told to sponsor it, "" where nobody is."""
    found = SPONSOR.search(text)
    return next((said for said in found.groups() if said), "") if found else ""


def without_sponsor(text: str) -> str:
    """The text without that, for it is no work."""
    return SPONSOR.sub("", text, count=1)


def owner(text: str) -> str:
    """Who is told to own the benefit."""
    found = OWNER.search(text)
    return found["who"] if found else ""


def years(text: str) -> int:
    """For how many years the benefit counts; 0 where nobody says."""
    found = YEARS.search(text)
    return int(read_number(found["n"]) or 0) if found else 0


def risks(text: str) -> list[str]:
    """What is told that may go wrong."""
    return [found["what"].strip() for found in RISK.finditer(text)]
