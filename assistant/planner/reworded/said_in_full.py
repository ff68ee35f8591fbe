"""What the second half of a message leaves unsaid of its first, put in full, so that each is a question of its own: “is it on time and within budget?”,
“what is it worth at 10 percent, and at 12?”, “tasks without an owner and tasks without a date”; “and if not, when?” asks when, whatever the first comes to."""
import re

STATE = (r"(?:(?:still |really |well )?(?:(?:on|in|within|under|over|below|above|inside|behind|ahead of)(?: the| its| our)? (?:time|schedule|plan|"
         r"budget|track|target|"
         r"scope|cost)|late|delayed|worth it|profitable|overloaded|too expensive|at risk))")
WHO = r"(?P<is>is|are) (?P<of>(?!there\b|it\b|that\b|they\b)(?:the |our |my )?[\w'-]+(?: [\w'-]+)?)"
BOTH = re.compile(rf"(?<!\w){WHO} (?P<a>{STATE})(?:,? (?P<or>and|but|or)(?: also| still)?|,) (?P<b>{STATE})(?=\W*$|,? (?:and|but)\b|[,?])", re.I)
RATES = re.compile(r"^(?P<q>(?:and |so )?(?:what|how much|how)\b[^?.,;]*? at )(?P<a>\d+(?:[.,]\d+)?) ?(?:%|per ?cent),? (?:and|or)(?: what)?(?: at)? "
                   r"(?P<b>\d+(?:[.,]\d+)?)(?: ?(?:%|per ?cent))?\W*$", re.I)
WITHOUT = re.compile(r"^(?P<lead>.*?)\b(?P<k>[a-z]+s) (?P<a>(?:without|with no|that have no|which have no) [^,;?]+?),? and (?:the )?(?P<k2>[a-z]+s|those|ones) "
                     r"(?P<b>(?:without|with no|that have no|which have no) [^,;?]+?)\W*$", re.I)
PLACES = re.compile(r"^(?P<q>\W*(?:and |so )?(?P<w>which|what) [^?,;]+? )(?P<at>on|in|of|for|at|from) (?P<a>(?-i:[A-Z])[\w-]+),? and (?:which|what)(?: ones?)? "
                    r"(?:on|in|of|for|at|from) (?P<b>(?-i:[A-Z])[\w-]+)\W*$", re.I)
OF_YES = re.compile(r"^\W*(?:(?:so|and|ok|but|hi|hello|tell me|please)\b\W*)*(?:is|are|was|were|do|does|did|has|have|will|can|could|should|would|"
                    r"whether|if)\b(?! not\b)", re.I)
IF_NOT = re.compile(r"(?P<end>[?.]?)\s*,?\s*(?:(?:and|but|or)\b,?\s*)?if (?:not|no|so|yes|any|it (?:is|does|will)(?: not|n['’]t)?|"
                    r"(?:they|we) (?:are|do|will)(?: not|n['’]t)?|(?:that is|that['’]s) (?:so|not so|the case|not the case))\s*,?\s*(?:then\s+)?"
                    r"(?=(?:by |since |until )?(?:when|why|where|how \w+|what|who|whom)\W*$|(?:by|since|until) (?:when|how \w+)\b|(?:how|why|when) \w+|"
                    r"(?:who|whom|what|where) (?:do|should|can|must|shall|could|would) (?:i|we)\b)", re.I)
OPENS_LIST = re.compile(r"^\W*(?:(?:so|and|please|can you|could you)\b\W*)*(?:list|show|sort|rank|order|which|what|give me|how many|all|open|overdue)\b", re.I)
SHOWN = re.compile(r",? and (?:please |also |then )?(?:show|add|give|include|tell me|list)(?: me)?(?: also)? (?P<c>(?:(?:the|their|its|each|whose)(?: "
                   r"one['’]s)? )?"
                   r"(?:owners?|managers?|sponsors?|status|due dates?|deadlines?|dates?|hours|progress|amounts?|deciders?|suppliers?|phases?|scores?))"
                   r"(?: too| as well| of each| for each| of them| each)?\W*$", re.I)
SUPPOSES = re.compile(r"^(?P<q>(?:.*?\b)?(?:if|suppose|supposing|assuming)\b )(?P<a>[^,?;]*?\d+(?:\.\d+)? ?(?:%|per ?cent)[^,?;]*?),? or (?:if )?"
                      r"(?P<b>[^,?;]*?\d+(?:\.\d+)? ?(?:%|per ?cent)[^,?;]*?)\W*$", re.I)
TURNED = re.compile(r"^(?P<lead>\W*(?:(?:so|and|ok)\b\W*)*)which (?P<k>(?:of (?:my|our|the) )?projects) (?:have |has )?(?:changed|switched|turned|"
                    r"moved)(?: (?:its|their|the))? "
                    r"(?:colou?rs?|traffic lights?|rating|rag(?: status)?|health)(?P<when>(?: (?:this|last|since|in|over|during|from)\b[^,?;]*?)?)"
                    r"(?P<why>,? (?:and )?(?:why|for what reasons?))?\W*$", re.I)


def _small(said: str) -> str:
    return said[:1].lower() + said[1:]


def said_in_full(text: str) -> str:
    """The message with the second half in full."""
    text = IF_NOT.sub(lambda m: "? " if m["end"] else ", and ", text) if OF_YES.match(text) else text
    text = SHOWN.sub(r" with \g<c>", text) if OPENS_LIST.match(text) else text
    if m := TURNED.match(text):
        return f"{m['lead']}which {m['k']} got worse{m['when']}, and which {m['k']} got better{m['when']}?"
    text = SUPPOSES.sub(lambda m: f"{m['q']}{m['a']}, and {_small(m['q'].strip())} {m['b']}?", text)
    text = BOTH.sub(lambda m: f"{m[0][:m.start('a') - m.start()]}{m['a']}, and {m['is'].lower()} {m['of']} {m['b']}", text)
    text = RATES.sub(lambda m: f"{m['q']}{m['a']} %, and {_small(m['q'])}{m['b']} %?", text)
    text = PLACES.sub(lambda m: f"{m['q']}{m['at']} {m['a']}, and {_small(m['q'].strip())} {m['at']} {m['b']}?", text)
    m = WITHOUT.match(text)
    is_same = m is not None and m["k2"].lower() in (m["k"].lower(), "those", "ones")
    return f"{m['lead']}{m['k']} {m['a']}, and show {m['k']} {m['b']}" if m and is_same else text
