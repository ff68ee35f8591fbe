"""“Stop the Monday one”: a task that repeats is to repeat no more, told by its day or by what it reminds of."""
import re

from assistant.planner.heard.following import RECORD, Context
from language.titles import stems

LED = r"(?:(?:please|pls|ok|okay|and|now|can you|could you)\s+)*"
ENDED = "(?:stop|end|cancel|drop|kill|turn off|switch off|finish|do not repeat|don['’]t repeat)"
DAY = "(?P<d>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
BY_DAY = re.compile(rf"^\W*{LED}{ENDED} (?:my |the |that |this |our )?{DAY}(?:['’]s)? (?:one|reminder|task|series|repetition|job|thing)s?"
                    r"(?: please| now| again| for good| altogether)*\W*$", re.I)
BY_TITLE = re.compile(rf"^\W*{LED}(?:(?:stop|quit) reminding me|(?:do not|don['’]t|no longer|never) remind me|{ENDED} (?:the |my |that )?"
                      r"(?:reminder|repetition|series|repeating task)s?) (?:about|of|for|to|on|with) (?:the |my |our )?(?P<t>\w[\w' -]{3,60}?)"
                      r"(?: any ?more| please| now| again)*\W*$", re.I)
REPEATS = re.compile(r"(?P<key>[A-Z][\w-]*-\d+)\b[^\n]*recurrence: (?P<how>[^\n]*)", re.I)


def ended_series(text: str, context: Context) -> str:
    """The order to end it, with the key of what was seen here to repeat; else the question what repeats, where only its day is said."""
    said, day = BY_TITLE.match(text), BY_DAY.match(text)
    if said is None and day is None:
        return text
    answers = [turn.answer.replace("\\", "") for turn in context.past]
    repeat = {found["key"]: found["how"].lower() for answer in answers for found in REPEATS.finditer(answer) if RECORD.match(found["key"])}
    if day is not None:
        keys = [key for key, how in repeat.items() if day["d"].lower() in how]
        return f"stop repeating {keys[0]}" if len(keys) == 1 else "which of my tasks repeat"
    words = said["t"] if said else ""
    titles = {key: stems(m[1]) for key in repeat for answer in answers if (m := re.search(rf"{key} title: ([^\n]+)", answer))}
    keys = [key for key, title in titles.items() if set(stems(words)) <= set(title)]
    return f"stop repeating {keys[0] if len(keys) == 1 else 'the ' + words}"
