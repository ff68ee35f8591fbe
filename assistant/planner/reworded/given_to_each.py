"""Work that is given to several people with one verb, said with a verb for each: “give the first to Ana and the second to Carla”."""
import re

WHAT = r"(?:(?:the|my|our|his|her|this|that)\s[\w' -]{2,60}?|(?:[A-Z]\w*-)*[A-Z]{1,3}-\d+)"
WHO = r"(?:(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?|me|myself)"
GIVEN = re.compile(rf"\b(?P<give>(?:give|assign|hand(?: over)?|pass(?: on)?) )(?P<first>{WHAT} to {WHO})(?:,? and |, )(?P<then>{WHAT} to {WHO})"
                   rf"(?=\s*(?:$|[,.;!?]|and\b|please\b|due\b|by\b))", re.I)


def given_to_each(text: str) -> str:
    """The order with its verb before each; any other message as it is."""
    if text.rstrip().endswith("?") or "\n" in text.strip():
        return text
    while (m := GIVEN.search(text)) is not None:
        text = f"{text[:m.start()]}{m['give']}{m['first']} and {m['give'].lower()}{m['then']}{text[m.end():]}"
    return text
