"""What stands at a place of the last list: “the first one”, “the second risk”, “number 3”, “the other one” by the keys of the records that stand there."""
import re

from assistant.planner.heard.following import Context, at_home
from assistant.planner.heard.hearing import KEY
from assistant.planner.words.the_other import is_other
from language.numbers import read_number
from records.kinds import KINDS

GATE = re.compile(r"(?<![\w-])G([0-5])(?![\w-])")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
PLACES = {**{w: n for n, w in enumerate(ORDINALS)}, "top": 0, "1st": 0, "2nd": 1, "3rd": 2, **{f"{n + 1}th": n for n in range(3, 20)},
          "last but one": -2, "second to last": -2, "last": -1}
KIND = "|".join(sorted((re.escape(k.kind.one) for k in KINDS), key=len, reverse=True))
NOUN = rf"(?: one| entry| record| item| in the list| of (?:them|these|those)| (?P<noun>{KIND}))?"
NO_DAY = r"(?<!\bsince )(?<!\buntil )(?<!\bbefore )(?<!\bfrom )"                # “since the first” is of the month
PLACED = re.compile(rf"(?:(?:{NO_DAY}\bthe |^(?:(?:ok|and|so|please) )*(?=\w+ (?:one|task|risk)\b))"
                    rf"(?P<n>{'|'.join(sorted(PLACES, key=len, reverse=True))}){NOUN}|"
                    r"\b(?:number|no\.?|nr\.?|item) (?P<m>\d\d?))"
                    r"(?:(?<= one)(?= (?!of\b|that\b|who\b|which\b)\w)|(?=\s*(?:$|[?.!,:]|\b(?:to|done|as|is|on|for|by|with|and|due|now|please|"
                    r"until|from|red|amber|yellow|green|late|"
                    r"overdue|blocked|open|not|still|too|then|really|also|about)\b)))", re.I)


SEVERAL = re.compile(r"\bthe (?P<end>first|last) (?P<many>two|three|four|five|six|[2-9])"
                     r"(?: ones| of (?:them|these|those)| (?:tasks|risks|issues|milestones|records|entries|items))?"
                     r"(?=\s*(?:$|[?.!,]|\b(?:to|done|as|is|are|on|for|by|with|and|due|now|please|until|from|back|out|should|go|get)\b))", re.I)


def placed(text: str, context: Context) -> str:
    """ "The first one", "the last", "number 3": the key of the record that stands there in the last list, in its place."""
    def key(m: "re.Match[str]") -> str:
        place = PLACES[m["n"].lower()] if m["n"] else int(m["m"]) - 1
        rows = context.rows((m["noun"] or "").lower())
        return rows[place] if -len(rows) <= place < len(rows) else m[0]
    def keys(m: "re.Match[str]") -> str:
        many = int(read_number(m["many"]) or 0)
        rows = context.rows()
        some = rows[:many] if m["end"].lower() == "first" else rows[-many:]
        return ", ".join(some[:-1]) + f" and {some[-1]}" if len(some) == many else m[0]
    return at_home(GATE.sub(r"gate \1", PLACED.sub(key, SEVERAL.sub(keys, text)) if context.rows() else text))


def other(text: str, context: Context) -> str | None:
    """ "No, the other one": the request before with the other of two that were shown; None when there are not just two."""
    last = context.past[-1] if context.past else None
    if last is None or not is_other(text):
        return None
    offered = re.findall(r"^- (.+)$", context.past[-2].answer, re.M) if len(context.past) > 1 else []
    if len(offered) == 2 and last.question in offered:  # noqa: PLR2004 - one of two
        return next(str(o) for o in offered if o != last.question)
    said = f"{last.question} {[c.said for c in last.calls]}".upper()
    rest = [k for k in context.listed if k not in said and not any(k.endswith(f"-{short[0]}") for short in KEY.finditer(said))]
    named = [k for k in context.listed if k not in rest]
    if len(rest) != 1 or len(named) != 1:
        return None
    place = KEY.search(last.question) or PLACED.search(last.question)
    return f"{last.question[:place.start()]}{rest[0]}{last.question[place.end():]}" if place else None
