"""What is asked of money at a closing of the month and of a business case, put as everybody else says it: what is ordered and not billed, what came in,
what would have to change for a project to pay off, who is paid and how much."""
import re

from assistant.planner.reworded.turned import turned

LEAD = r"^\W*(?:(?:so|and|ok|but|then|now|please|monthly closing|month[- ]end(?: closing)?|closing)\b[\s,:;–-]*)*"
OF = r"(?P<of>(?: (?:on|of|for|in|at|from|with) (?!(?:the )?(?:moment|total|all)\b)[\w&' -]{2,40}?)?)"
NOT_BILLED = r"(?:not|never|n['’]t|un)[ -]?(?:yet |been |yet been )*(?:billed|invoiced|booked|charged|paid)(?: yet| for)?"
ORDERED = r"(?:committed|ordered|on order|contracted|commissioned|signed for)"
PAYS = (r"(?:pays? off|pays? (?:itself )?back|pays? for itself|(?:be|is) worth (?:it|doing|while|the money)|breaks? even|make sense|make money|"
        r"be profitable|be (?:a )?positive|have (?:a )?positive (?:npv|value)|get (?:a )?positive|turn positive)")
WHOSE = r"(?P<p>it|this|that|they|(?!us\b|you\b|me\b)[A-Za-z][\w'-]*)"
DO = r"(?:would|must|should|has|needs?|had|does|do)"
COSTING = (r"(?: (?:us|me|the company|so far|up to now|until now|to date|by now|already|in (?:all|total)|all in all|altogether|now|today))*")
NAMED = r"(?P<of>(?!it\b|that\b|this\b|they\b|the\b|we\b|an?\b)(?-i:[A-Z])[\w-]+)"
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (rf"{LEAD}what (?:does |do |has |have |did ){NAMED} (?:already |really )?cost{COSTING}\W*$", r"how are the finances of \g<of>?"),
    (rf"{LEAD}what {NAMED} (?:has |have |does |did )?(?:already |really )?costs?{COSTING}\W*$", r"how are the finances of \g<of>?"),
    (rf"{LEAD}(?:what (?:is|are) |show(?: me)? |give me |tell me )?(?:the )?cost (?:of|for|on) {NAMED}(?: so far| until now| to date| please)*\W*$",
     r"how are the finances of \g<of>?"),
    (r"^\W*(?:monthly|month[- ]end|quarterly|quarter[- ]end|year[- ]end|annual) clos(?:ing|e)\s*[:,;–-]\s*", ""),
    (r"\b(?P<d>since|from|before|until|after|by) the first(?: of (?:the|this) month)?(?=\s*(?:[?.!,;]|$| (?:to|until|and|till)\b))", r"\g<d> the 1st"),
    ((rf"{LEAD}(?:what|how much)(?: is| are| do we have| have we| money is| of it is)?(?: still| all)* {ORDERED}(?:,? (?:but|and|yet))?(?: is| are)? "
      rf"{NOT_BILLED}{OF}\W*$"), r"show the unbilled cost entries\g<of>"),
    ((rf"{LEAD}(?:what|how much) (?:has been|have been|was|were|is|did we|have we|do we)(?: all)? (?:booked|posted|charged|spent|put|paid|spend|book|billed)"
      r"(?: so far| already)? (?:against|on|onto|to|under|from) (?:the )?(?P<line>(?!the\b)[\w &'-]{3,30}?) (?:budget )?line"
      r"(?P<of>(?: (?:of|on|in|for) [\w-]+)?)(?: so far| until now)?\W*$"), r"cost entries\g<of> on the \g<line> budget line"),
    ((rf"{LEAD}(?:what|which (?:costs?|invoices?|bills?|payments?)|how much)(?: money| costs?)?(?: has| have| was| were)?(?: come| came| been| got)? "
      r"(?:in|booked|billed|invoiced|posted|charged)(?P<when> since .+?)\W*$"), r"show the cost entries\g<when>"),
    ((rf"{LEAD}what {DO} (?:have |has |need )?(?:to )?(?:change|happen|improve|be different|go better|go right|be true|give)"
      rf"(?: with it)?(?:,? (?:for|so that|before|until|that)) {WHOSE} (?:to |would |will |could |can |does )?{PAYS}(?: after all| again| at all)?\W*$"),
     r"what is the switching value of \g<p>?"),
    (rf"{LEAD}what (?:would|does|will) it take (?:for {WHOSE} to|to make (?P<q>[\w'-]+)) {PAYS}(?: after all| again| at all)?\W*$",
     lambda m: f"what is the switching value of {m['p'] or m['q']}?"),
    ((rf"{LEAD}(?:by )?how (?:much )?(?:cheaper|better|less|more) {DO} {WHOSE} (?:have to |need to |to )?(?:be|become|get|bring|cost|earn)(?: for it)? "
      rf"(?:to|before it would|until it would) {PAYS}\W*$"), r"what is the switching value of \g<p>?"),
    (r"\b(?P<no>no|any|an?) costs? (?=(?:are |is |was |were |has been |been )?(?:booked|entered|posted|recorded|billed|invoiced)\b)",
     r"\g<no> cost entries "),
    (rf"(?P<lead>{LEAD}(?:which|what|show|list|all|any|how many)(?: me)?(?: of)?(?: the| our| all)*) payments?\b(?! (?:plan|milestone|date|term))",
     r"\g<lead> invoices"),
    (r"\b(?P<how>(?:largest|biggest|highest|smallest|lowest|top|latest|newest|oldest|costliest|dearest)(?: \w+)?) payment(?P<s>s?)\b",
     r"\g<how> invoice\g<s>"),
    ((rf"{LEAD}who (?:is|are) (?:the |our |its |their )?(?:suppliers?|vendors?|contractors?)(?P<of>(?: (?:of|on|for|in) [\w-]+)?),? and (?:what|how much) "
      r"(?:have we paid|did we pay|do we pay|do we owe|have we spent on|went to|goes to)(?: to)? (?:them|him|her|it|each)"
      r"(?: so far| until now| already)?\W*$"), r"total amount of the cost entries\g<of> by supplier"),
))


def asked_of_money(text: str) -> str:
    """The same question in the usual words."""
    return turned(text, WORDINGS)
