"""Words of trouble: whether a text says that something goes wrong, now; what is denied or over does not count."""
import re

LONGEST = 240
SENTENCE = re.compile(r"[^.!?;\n]+[.!?;]?")
# What people write when something goes wrong, by what it is about.
SAID = (
    # work that will not be done
    r"(won'?t|will not) (make|be (ready|done|finished|able))", r"(cannot|can'?t) (finish|continue|deliver|start)",
    # lateness
    r"(badly|seriously|far) (late|behind)", r"running (late|behind)", r"fall(ing|s)? (further )?behind", r"slipp(ing|ed|s)",
    r"(postponed|delayed) again", r"another delay",
    # waiting and standing still
    r"(still|again) (waiting|blocked|broken|failing|late|stuck)", r"(is|are|am|was|completely|totally) stuck",
    r"no (answer|reply|response) (from|yet|so|for)", r"(does not|doesn't|do not|don't|did not|didn't) (answer|reply|respond|call back)",
    # things that fail
    r"fail(s|ed|ing)? again", r"keeps? failing", r"(does not|doesn'?t) work", r"(is|are|was|went) (down|offline) again",
    # money, people, suppliers
    r"(running )?out of (budget|money|time)", r"over budget", r"(has|have|is|are) (resigned|leaving|quitting|quit)",
    r"(cost|take|need)s? (us )?another (week|month)", r"overload(ed)?",
    r"insolven\w+", r"bankrupt\w*",
    # moods and sizes
    r"unhappy", r"worried", r"underestimated", r"escalat(e|ed|ing)", r"threaten(s|ed)",
    r"serious (problem|delay|trouble|risk|bug)s?", r"big (problem|trouble)s?")
TROUBLE = re.compile(rf"\b({'|'.join(SAID)})\b", re.I)
DENIED = re.compile(r"\b(no longer|not any ?more|not|no(?! (answer|reply|response))|never|without|nobody|nothing|unlikely|isn'?t|aren'?t|wasn'?t|"
                    r"solved|resolved|fixed)\b[^,:]*$", re.I)
OVER = re.compile(r"\b(solved|resolved|fixed|sorted|over now|done now|works now|back on track)\b", re.I)


def trouble(text: str) -> str:
    """The first sentence that says trouble which is neither asked, nor denied before it, nor over after it; empty when there is none."""
    for sentence in SENTENCE.findall(" ".join(text.replace("’", "'").split())):
        found = TROUBLE.search(sentence)
        if found and not sentence.endswith("?") and not DENIED.search(sentence[:found.start()]) and not OVER.search(sentence[found.end():]):
            return str(sentence.strip()[:LONGEST])
    return ""
