"""Questions about some or all projects put as everybody else says them: which is worst off and why, which are mine, which candidates there are, whether a gate
is still on; a question “in plain words” is the question."""
import re

from assistant.planner.reworded.turned import turned

LEAD = r"^\W*(?:(?:so|and|ok|but|then|now|please|also|hi|hello|hey|tell me|quick question)\b[\s,:;–-]*)*"
WHOSE = r"(?:(?:of )?(?P<mine>my|mine)|(?:of )?(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s?|(?:of )?(?:the|our|all(?: of)? our|all(?: of)? the))"
BAD = (r"(?:in the (?:very )?(?:worst|poorest|weakest|most critical) (?:shape|state|condition|position|health)|(?:the )?worst(?: off)?|worst (?:off|of all|"
       r"placed)|"
       r"doing (?:the )?(?:worst|poorest|badly the most)|going (?:the )?worst|running (?:the )?worst|in (?:the )?(?:most|deepest|biggest|worst) trouble|"
       r"the sickest|the weakest|the most troubled|the biggest problem|the problem child|looking (?:the )?worst|faring (?:the )?worst)")
WHY = r"(?:\s*,?\s*(?:and |, )?(?:why|for what reasons?|what are the reasons|because of what|how come)(?: (?:is that|so|is it))?)?"
IS = r"(?:is|are|does|do|looks?|stands?|has|seems?)"
WORST = tuple(re.compile(said) for said in (
    (rf"{LEAD}(?:[Ww]hich|[Ww]hat)(?: one)?(?: {WHOSE})?(?: (?:projects?|one))?(?: (?:currently|right now|now|at present))? {IS} (?:currently |right now |now "
    rf")?{BAD}"
    rf"(?: (?:now|today|right now|at the moment|currently))?{WHY}\W*$"),
    rf"{LEAD}(?:[Ww]hat|[Ww]hich) (?:is|are|['’]s) {WHOSE} (?:(?:single|very) )?(?:worst|weakest|sickest|most troubled) projects?{WHY}\W*$",
    rf"{LEAD}(?:[Ss]how(?: me)?|[Gg]ive me) {WHOSE} (?:worst|weakest|sickest) project{WHY}\W*$"))
PLAIN = (r"in (?:plain|simple|other|clear|a few plain|everyday) (?:words|terms|english|language)|in (?:layman['’]?s|laymen['’]?s|lay) terms|simply put|put "
         r"simply|"
         r"to put it simply|for a layman|without (?:the )?jargon")
LEFT = re.compile(r"how much (?:money |budget )?(?:is|have we|do we have)(?: still)? left\b(?! (?:on|of|for|in))", re.I)


def _heard_said(m: re.Match[str]) -> str:
    """What somebody says as the question whether it is so, and what is left as what is left of its project."""
    rest = LEFT.sub(f"how much budget is left on {m['s'].split()[0]}", m["rest"])
    return f"is it true that {m['s']}{rest}?"


RATE = r"(?:an? )?(?:discount |interest )?(?:rate of )?(?P<n>\d+(?:[.,]\d+)?) ?(?:%|per ?cent)(?: (?:discount|interest)(?: rate)?)?"
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((rf"{LEAD}(?:which|what|how many)(?: of (?:the|our|my))? projects? (?:(?:would|will|do|does|is|are|still|go|goes|turn|turns|become|becomes|not|"
      rf"no longer|even) )*"
      r"(?:hurt\w*|suffer\w*|los\w+|negative|worth\w*|surviv\w+|hold\w*|hit|earn\w*|pay\w*|make\w*|break\w*|stay\w*|remain\w*|positive|profitable)\b"
      rf"(?:(?! if\b| costs?\b| budgets?\b| benefits?\b)[^?])*? at {RATE}\W*$"), r"NPV of all projects at \g<n> %"),
    (rf"{LEAD}(?:please )?(?:rank|sort|order|compare) (?:the |our |all )*projects? (?:by (?:npv|value) )?at {RATE}\W*$",
     r"NPV of all projects at \g<n> %"),
    ((r"\bwhen (?:is|are|will|does|do|shall|can) (?:the |our )(?P<of>(?-i:[a-z])[\w'-]+(?: [\w'-]+){0,2}?)(?: (?:finally|really|actually))? "
      r"(?:be |go |goes |going (?:to )?(?:be |go )?)?live(?=\s*(?:$|[?.,;!]|and\b))"), r"when is \g<of> live"),
    (rf"^\W*(?:{PLAIN})\s*[,:–-]?\s*(?=\w)", ""),
    (rf"\s*,?\s*(?:please )?(?:{PLAIN})(?=\s*(?:please\s*)?[?.!]*$)", ""),
    ((rf"{LEAD}(?:which|what|how many|any|are there(?: any)?)(?: project)? candidates?(?: projects?)?(?: (?:do we have|are there|have we got|exist|are "
     rf"waiting))?\W*$"),
     "which projects are candidates?"),
    ((r"^(?P<a>.+?)\s*[,;–-]\s*(?:because |as |since )?(?:i|we) (?:keep|always|constantly|still|just|do) ?(?:losing|lose|forget|forgetting|miss|missing|"
     r"mix\w*|confus\w*) [^?.]*\W*$"),
     r"\g<a>"),
    ((r"^(?P<a>.+?)\s*[,;–-]\s*(?:because |as |since )?(?:(?:my|our|his|her|the|[A-Z]\w+['’]s) (?:figures?|numbers?|sums?|totals?)(?: and (?:mine|ours|yours|"
     r"his|hers|theirs|"
     r"[A-Z]\w+['’]s))?|we|they|both) (?:do(?:es)? not|don['’]?t|doesn['’]?t|never) (?:match|agree|add up|fit|tally)[^?.]*\W*$"), r"\g<a>"),
    ((rf"{LEAD}(?:give me|tell me|show me|i (?:want|need) (?:to know|to see)?) ?the next (?P<k>milestone|gate|deadline|decision|release)"
     r"(?: (?:across|over|in|of|for) (?:all|the|our)(?: of)?(?: the| our)? (?:projects|portfolio|company))?\W*$"), r"what is the next \g<k>?"),
    ((rf"{LEAD}(?P<q>(?:what|which|when) is the next (?:milestone|gate|deadline|decision|release)) (?:across|over|in|of|for) (?:all|the|our)(?: of)?(?: the| "
     rf"our)? "
     r"(?:projects|portfolio|company)\W*$"), r"\g<q>?"),
    (rf"{LEAD}how much(?: is)?(?: still)?(?: there)? (?:left|remaining|over) (?P<p>on|for|in|at|of) (?P<of>(?!the |it\b|that\b|this\b)[\w'-]+)\W*$",
     r"how much budget is left on \g<of>?"),
    ((r"^\W*(?:(?:somebody|someone|people|they|[A-Z]\w+) (?:told|tells?|said to|says to) (?:me|us|[A-Z]\w+)(?: that)?|(?:somebody|someone|people|they|"
      r"[A-Z]\w+) "
     r"(?:said?|says?|claims?|claimed|thinks?|thought|believes?|mentioned|heard)(?: that)?|(?:i|we) (?:hear|heard|was told|were told|read)(?: that)?|it is "
     r"said that) "
     r"(?P<s>[A-Z][\w-]+ [^.?!;]+?)\s*[.;!?–-]+\s*(?:so |and )?(?:is (?:that|it|this) (?:really |actually )?(?:true|right|correct|so|the case)|can that "
     r"be(?: true)?|true|really)"
     r"(?P<rest>[?]*|\s*,? and [^?]+)\W*$"), _heard_said),
    ((rf"{LEAD}(?:is|are) (?P<of>(?!it\b|this\b|that\b|the\b)[A-Z][\w-]+) (?:really |still |actually |in fact )*worth (?:the |about |around |some )?"
     r"(?P<n>[\d.,]+ ?(?:k|m|mn|million|thousand)?(?: EUR| euros?| €)?)(?P<rest>(?:,? or (?:is|are|was|were|does|do) (?:that|it|this|they)\b[^?]*)?)\W*$"),
     r"how was the NPV of \g<of> computed?"),
))

PARTED = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((rf"{LEAD}(?:can you |could you |please )*(?:break|split)(?: me)? (?:down )?(?:the |our |its )?(?:whole |total )?budgets?(?P<of> (?:of|on|for|in) "
     rf"(?!categ)[\w'-]+(?: [A-Z]\w+)?)?"
     r"(?: down)? (?:by|per|into) (?:the )?(?P<by>category|categories|type|phase|year|line)(?:,? (?:i|we) (?:need|want|would like|have) to (?:see|know|"
     r"compare) [^?.]*)?\W*$"),
     lambda m: f"total amount of the budget lines{m['of'] or ''} by {m['by'].replace('categories', 'category')}"),
))


def budget_parted(text: str) -> str:
    """The budget by what its lines have, which orders nothing whatever verb opens it: “break the budget down by category”."""
    return turned(text, PARTED)


def asked_of_projects(text: str) -> str:
    """The same question in the usual words."""
    text = turned(text, WORDINGS)
    m = next(filter(None, (form.match(text) for form in WORST)), None)
    if m is None:
        return text
    if m["mine"]:
        return "how are my projects doing, the worst?"
    is_named = m["who"] and m["who"].lower() not in ("our", "the", "all")
    return f"how are {m['who']}'s projects doing, the worst?" if is_named else "how is the portfolio, the worst?"
