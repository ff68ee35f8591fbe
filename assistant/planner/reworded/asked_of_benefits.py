"""What is asked of benefits by who answers for them: when they are measured next and by whom, who is behind with it, what was promised and what came,
whose they are and how far behind. Each is a list of benefits, put in the words of their fields."""
import re

LEAD = r"^\W*(?:(?:so|and|ok|but|then|now|please|also|hi|hello|hey|tell me|show me|list|give me)\b[\s,:;–-]*)*"
MEASURED = r"(?:measur(?:ed|ing|ement|ements|e)|re-?measured|reviewed?|reviews?|reviewing|checked|read(?: off)?)"
HAVE = (r"(?:(?:will |do |does |has |have |had )*(?:have to|has to|need to|needs to|must|should|shall|are to|is to|are due to|is due to|are|is|get|gets|come "
        r"up|will)(?: be)?)")
SOON = r"(?:(?:next|soonest|soon|first|now|again|coming(?: up)?|due|for|to be|in the (?:near future|coming weeks))\s*)*"
OPEN = r"(?P<which>(?:(?:of |the |our |my |all )*)?)"
NEXT = "which benefits have a measurement date after yesterday sorted by next measurement?"
LATE = "which benefits have a measurement date before today sorted by next measurement?"
WHO = (r"(?:,? (?:and|with) (?:who|by whom|whom|when|since when|on which day|their owners?|the owners?|owners?|whose)\b(?: (?:has|have|must|should|does|will|"
       r"is|are|to|it|that|them|do|"
       r"responsible|for|measure|measured|by|he|she|they|owns?|turn|job|due|did|been|since|then|each|one|ones|behind|so))*)?")
BEHIND = r"(?:behind|late|overdue|in arrears|lagging|delayed|slow|not up to date|out of date|missed|missing|outstanding|forgotten|due already)"
HOW_MUCH = (r"(?:how much|what|which)(?: (?:money|value|of (?:it|that|this|the benefits?)|(?:the )?(?:total )?benefits?|(?:the )?benefit))?(?: in (?:total|"
            r"all)|"
            r" in benefits)?")
WE = (r"(?:(?:did|do|have|has|had|was|were|is|are|will|can|should|may|might)(?:n['’]t)? )?(?:(?:we|they|it|you|the projects?|our projects?|all projects?|all "
      r"of them) )?")
ADVERB = r"(?:(?:really|actually|in fact|so far|already|now|still|then|originally|once|to|be|been|in total|altogether|in the end|currently|today|as of now) )*"
DID = (r"(?:promised?|believed?|expect(?:ed)?|forecast(?:ed)?|plann?(?:ed)?|plan|arrived?|come|came|come in|came in|realis(?:ed?|e)|realiz(?:ed?|e)|"
       r"deliver(?:ed)?|got|"
       r"get|"
       r"received?|achieved?|materialis(?:ed?|e)|materializ(?:ed?|e)|reached)")
BEHIND_DID = (r"(?: (?:in (?:total|all|benefits?)|altogether|now|so far|already|today|by now|until now|overall|across (?:(?:the|our|all|whole) "
              r")*(?:portfolio|projects|company)|us|in|(?:of|from|in) (?:the )?benefits?|to "
              r"date|in money))*")
ONE = rf"{HOW_MUCH} {WE}{ADVERB}{DID}{BEHIND_DID}"
OF = r"(?: (?:on|for|of|from|by|with|in) (?:the )?(?:project )?(?-i:[A-Z])[\w-]+)?"
NAMED = re.compile(r"\b(?:on|for|of|from|by|with|in) (?:the )?(?:project )?(?P<of>(?-i:[A-Z])[\w-]+)")
AND = r"(?:\s*[,;]\s*(?:and )?|\s+and\s+|\s+versus\s+|\s+against\s+|\s+vs\.? )"
GAP = r"(?:gaps?|drops?|shortfalls?|loss(?:es)?|difference|decline|fall|decrease|biggest loser|slump)"
LARGEST = r"(?:biggest|largest|greatest|worst|highest|deepest|steepest|most)"
LOST = "show the benefits sorted by lost of the promise"
WHERE_LOST = rf"where (?:is|are|was|do we (?:see|have)) (?:the |our )?{LARGEST} {GAP}"
OF_THEM = r" (?:in|of|among|on|between) (?:(?:the|our|all|promised|expected) )*benefits?(?: forecasts?)?"
TOTALS = re.compile(rf"{LEAD}(?:in all |in total |overall |altogether )?,?\s*(?P<all>{ONE}{OF}(?:{AND}(?:{ONE}|{ADVERB}{DID}{BEHIND_DID}){OF})*)"
                    rf"(?P<lost>{AND}{WHERE_LOST}(?:{OF_THEM})?)?\W*$", re.I)
SAYS_BENEFIT = re.compile(r"\bbenefits?\b", re.I)
COUNTS = re.compile(rf"\b{DID}\b", re.I)
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (rf"{LEAD}{WHERE_LOST}{OF_THEM}\W*$", LOST),
    ((rf"{LEAD}(?:(?:sort|order|rank|put) )?(?:me )?(?:the |our |all )*benefits? (?:by|with|in order of|sorted by) (?:the |their )?(?:{LARGEST} "
     rf")?{GAP}\b[^?]*\W*$"), LOST),
    ((rf"{LEAD}(?:which|what|whose) benefits? (?:(?:has|have|had|shows?) (?:the )?{LARGEST} {GAP}|"
      rf"(?:(?:has|have|had) )?(?:lost|loses?|dropped|drops|fell|falls|fallen|shrunk|shrank)(?: the)? {LARGEST})\W*$"), LOST),
    (rf"{LEAD}(?:which|what|whose|any|the)(?: of)?{OPEN}\s*(?:benefits?|ones) {HAVE} {SOON}{MEASURED}\s*{SOON}{WHO}\W*$", NEXT),
    (rf"{LEAD}(?:which|what) (?:benefits? {MEASURED}|{MEASURED} of (?:a |the )?benefits?|measur(?:ing|ements?)) (?:is|are|comes?) {SOON}{WHO}\W*$", NEXT),
    ((rf"{LEAD}(?:when|what) (?:is|are|comes?) (?:the |our )?next (?:benefits? (?:{MEASURED}|to be {MEASURED})|{MEASURED} of (?:a |the |our "
     rf")?benefits?){WHO}\W*$"), NEXT),
    (rf"{LEAD}(?:the |our )?next (?:benefits? (?:to be )?{MEASURED}|{MEASURED} of (?:a |the |our )?benefits?){WHO}\W*$", NEXT),
    ((rf"{LEAD}who (?:has to|have to|must|should|needs to|is to) (?:measure|review|check) (?:(?:a|the|our|their|his|her|which|any) )*benefits? "
     rf"?{SOON}{WHO}\W*$"), NEXT),
    ((rf"{LEAD}(?:who|whose|which|what|anybody|is (?:any(?:body|one))|are)(?: of us)?(?: (?:benefits?|owners?|benefit owners?|people))?(?: (?:is|are|has|"
      rf"have|was|were|runs?))? "
      rf"{BEHIND} (?:on|with|in|for|at|to)?\s*(?:(?:the|their|his|her|our) )*(?:benefits? {MEASURED}|{MEASURED}(?: of)?(?: (?:the|their|our|his|her))* "
      rf"benefits?){WHO}\W*$"), LATE),
    ((rf"{LEAD}(?:which|what|any|are any|are there any)(?: of)?(?: the| our)* (?:benefits? {MEASURED}|{MEASURED} of benefits?) (?:is|are|was|were|have been|"
     rf"has been) "
     rf"{BEHIND}{WHO}\W*$"), LATE),
    ((rf"{LEAD}(?:which|what|any)(?: of)?(?: the| our)* benefits? (?:have|has|were|was|are|is|should have)(?: been)? "
      rf"(?:(?:not|never)(?: been)? {MEASURED}(?: (?:in|on) time| when (?:they|it) should(?: have been)?| as planned)|{BEHIND} (?:for|with|on|in) (?:their "
      rf")?{MEASURED}|"
      rf"{MEASURED} by now|already {MEASURED} by now){WHO}\W*$"), LATE),
))
BEHIND_PLAN = re.compile(r"\b(?P<k>benefits) (?:are|is) (?:still |now )?behind(?=\s*(?:[?,;.]|$|and\b|by\b))", re.I)
HOOK = re.compile(r"\b(?P<be>am|is|are)(?P<who> i| you| [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?: (?:personally|myself|really|actually))*"
                  r" (?:(?:personally )?(?:on the hook|answerable|accountable|on the line|liable)) for\b", re.I)
ME_TOO = re.compile(r"\b(?P<be>am i|are you) personally (?P<w>responsible|in charge|accountable)\b", re.I)


def asked_of_benefits(text: str) -> str:
    """The same question in the usual words."""
    text = ME_TOO.sub(r"\g<be> \g<w>", HOOK.sub(lambda m: f"{m['be']}{m['who']} responsible for", text))
    text = BEHIND_PLAN.sub(r"\g<k> are behind plan", text)
    for said, plain in WORDINGS:
        if said.match(text):
            return plain
    m = TOTALS.match(text)
    if m is None or not is_of_totals(text):
        return text
    named = {each["of"] for each in NAMED.finditer(m["all"])}
    if m["lost"] and not named:
        return LOST
    return "list the benefits" if not named else f"benefits of {named.pop()}" if len(named) == 1 else text


def is_of_totals(text: str) -> bool:
    """Whether a message asks for totals of benefits beside each other, which one list tells."""
    m = TOTALS.match(text)
    return m is not None and (SAYS_BENEFIT.search(text) is not None or len(COUNTS.findall(m["all"])) > 1)
