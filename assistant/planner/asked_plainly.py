"""Questions about hours, verdicts and worries put as everybody else says them."""
import re

NAME = r"[\w'-]+"
WHEN = r"(?:yesterday|today|so far|(?:in )?(?:last|this|the last|the past|in) (?:\d+ )?\w+|since \w+(?: \w+)?)"
ON_WHAT = r"(?:,? (?:and )?(?:on|for|to) (?:what|which (?:tasks?|projects?)))?"
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((rf"^(?:so |and |hi |hello |please )*how (?:many hours|much time) (?:did|have|has) (?P<who>i|{NAME}) (?:already )?"
      rf"(?:book|log|work|report|record|enter|put in|spend)(?:e?d)?(?P<when> {WHEN})?{ON_WHAT}\W*$"),
     lambda m: f"hours {m['who'] if m['who'].lower() == 'i' else m['who'].capitalize()} booked{m['when'] or ''}"),
    ((rf"^(?:so |and |but )*why (?:is|was|would|are) (?P<of>{NAME}) (?:still |now |only )?(?:doubtful|in doubt|questionable|not worth it|no longer worth it|"
      r"no longer as promised|not as promised)\W*$"), r"is \g<of> still worth it?"),
    ((r"^(?:so |and )*which (?:one |ones )?of my projects (?:would|should|do|does|are|is|must) (?:you|i|we|one)?\s*(?:be |most )?"
      r"(?:worr(?:y|ied|ies)|concern\w*|lose sleep|troubl\w+)(?: you| me| about| over)*(?: the)?(?: most)?\W*$"), "my projects sorted by risk exposure"),
))


def asked_plainly(text: str) -> str:
    """The same question in the usual words."""
    for said, plain in WORDINGS:
        text = said.sub(plain, text)
    return text
