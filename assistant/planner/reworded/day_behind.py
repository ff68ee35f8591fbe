"""A day that is told by what happens on it: “before I start my holiday on 18 December” is before 18 December."""
import re

OFF = r"(?:holidays?|leave|vacation|trip|time off|days off|break|parental leave|sabbatical)"
GOES = (r"(?:start(?:s|ing)?|begin(?:s|ning)?|go(?:es|ing)?(?: away)?(?: on)?|leave(?:s)?(?: for| on)?|take(?:s)?|"
        r"(?:am|is) (?:away|off|gone|out|on)|going on)")
BEHIND = re.compile(rf"\b(?P<led>before|until|till|by|after)\s+(?:(?:i|we|he|she|they)\s+{GOES}(?:\s+(?:my|our|his|her|their|the|on))*(?:\s+{OFF})?|"
                    rf"(?:my|our|the|his|her|their)\s+{OFF}(?:\s+(?:starts?|begins?))?|going on {OFF}|starting (?:my |the )?{OFF})\s+(?:on|from|at)\s+"
                    r"(?=(?:the )?\d|(?:next |this )?[a-z]+day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|tomorrow)", re.I)


def day_behind(text: str) -> str:
    """The text with the day alone."""
    return BEHIND.sub(r"\g<led> ", text)
