"""“What was promised versus what came”, of whom or of what, is a list of benefits: what each promised, is expected to bring and has brought."""
import re

PROMISED = r"(?:(?:the |our |all )?(?:benefits? )?(?:promised|promises?|expected|planned|targeted)(?: (?:benefits?|values?|amounts?))?)"
CAME = (r"(?:(?:really |actually |so far |then |has |have |was |were |been |did |we |they |it |truly )*(?:came|come|comes|realised|realized|delivered|"
        r"achieved|arrived|happened|"
        r"materialised|got|gained|reality|actuals?|outcomes?)(?: (?:in|so far|true|out|benefits?|values?))*)")
WHAT = r"(?:what (?:(?:was|were|is|has been|had been|have|has|did|we|they|you) )*)?(?:the )?"
AGAINST = r"(?:vs\.?|versus|against|compared (?:to|with)|in comparison (?:to|with)|and|next to|beside)"
LEAD = r"^\W*(?:(?:so|and|please|now|show me|show|compare|give me|list|tell me|how does|how do)\s+)*"
REST = r"(?P<rest>(?:\s+(?:for|of|on|by|from|in|with|over|across|at)\s+.+?|\s+[A-Z][\w-]+['’]s.*)?)\W*$"
FORMS = tuple(re.compile(said, re.I) for said in (
    rf"{LEAD}{WHAT}{PROMISED} {AGAINST} {WHAT}{CAME}{REST}",
    rf"{LEAD}{WHAT}{CAME} {AGAINST} {WHAT}{PROMISED}{REST}",
    rf"{LEAD}{AGAINST} {WHAT}(?:{PROMISED}|{CAME}){REST}",
    (rf"{LEAD}what (?:did|do|have|has) (?:the |our |all )*(?P<rest>[\w -]{{3,20}} projects) promised?,? (?:and|or) (?:what )?(?:did |have |has |do |really )*"
     r"(?:they |it |we )?(?:really |actually )?(?:bring|brought|deliver|delivered|come|came|get|got|realise|realised|keep|kept|give|gave)"
     r"(?: us| of it| so far)?\W*$"),
    (rf"{LEAD}(?:did|do|have|has) (?:the |our |all )*(?P<rest>[\w -]{{3,20}} projects) (?:really |actually )?"
     r"(?:bring|brought|deliver|delivered|keep|kept|give|given|realise|realised) (?:us )?(?:what|all|as much as) (?:they|was|we were|they had|they have)"
     r"(?: been)? promised?\W*$"),
))
BENEFITS = re.compile(r"(?:['’]s)?\s*\b(?:the |our |all )*benefits?\b\s*", re.I)
WHOSE = re.compile(r"^\s*(?:for|of|on|by|from|in|with|over|across|at)\s+(?:the |our |all )*", re.I)


def promised_and_came(text: str) -> str:
    """The message, as the list of benefits that it asks for."""
    m = next(filter(None, (form.match(text) for form in FORMS)), None)
    if m is None:
        return text
    whose = WHOSE.sub("", BENEFITS.sub(" ", m["rest"]).strip()).strip(" ?.!")
    return f"benefits of {whose}" if whose else "list the benefits"
