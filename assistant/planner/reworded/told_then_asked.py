"""A gate or a milestone that is told of and then asked about: “gate 2 of Corvus was passed a week late; who approved it?” asks who approved gate 2 of Corvus,
and moves no date."""
import re

REACHED = r"(?:passed|approved|held|reached|met|done|finished|completed|taken|decided|closed|delivered)"
LATE = r"(?:an?|one|two|three|four|five|six|\d+|several|a few|a couple of) (?:working )?(?:days?|weeks?|months?) (?:too )?(?:late|early|later|earlier)"
TOLD = re.compile(rf"^\W*(?:(?:so|and|but|ok|hi|hello)\b[\s,]*)*(?P<what>(?:the )?[\w' -]{{3,60}}?(?: (?:of|on|in|at) [\w-]+)?) (?:was|has been|got) "
                  rf"(?:only |finally |just )?{REACHED} (?:only )?{LATE}\s*[;,.:–-]+\s*(?:and |so )?(?P<asks>(?:who|by whom)(?: has| had)? [a-z]+ (?:off )?)"
                  r"(?P<it>it|that|this)\b(?P<rest>.*)$", re.I)


def told_then_asked(text: str) -> str:
    """The question, with what was told of in the place of “it”; any other message as it is."""
    m = TOLD.match(text)
    return f"{m['asks']}{m['what']}{m['rest']}" if m and "\n" not in text.strip() else text
