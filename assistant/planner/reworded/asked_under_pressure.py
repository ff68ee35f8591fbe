"""Questions of people who have little time put as everybody else says them: all that is late, who waits for me, what was learnt, what falls short."""
import re

from assistant.planner.reworded.turned import turned

NAME = r"[\w'-]+"
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((r"\bwait(?:s|ing)? (?:for|on) (?P<w>me|[\w'-]+) to (?:finish|do|complete|deliver|decide|answer|approve|send|get)\b(?: (?:on )?(?:something|anything|"
      r"it|things|stuff|my work|(?:his|her) work))?"), r"waiting for \g<w>"),
    ((r"^(?P<lead>(?:so |and |hi |hello )*)did (?:anyone|anybody|somebody|someone|any of us|people|the team) (?:already )?(?:log|book|enter|record|report|"
      r"put in|write down) (?:any |their |some )*(?:hours?|time)\b"), r"\g<lead>who logged hours"),
    ((r"(?P<lead>^|[.?!] )how long (?:would|will|might|could|should|does|do) (?P<of>the [\w -]{3,60}?|[A-Z]+(?:-[A-Z]+)?-\d+)(?: really| actually)? take\b"
      r"(?: us| me| you| realistically| really| at best| at most| in the worst case| at worst)*(?=\W*$|[?,])"), r"\g<lead>how many hours does \g<of> take"),
    ((r"\b(?P<k>(?:benefits?|tasks|risks|issues|projects|decisions|objectives|measurements?)) (?:that |which )?(?:depend|rest|hang)s? "
      r"(?:on|with|upon) me\b"), r"\g<k> are mine"),
    (r"\b(?:(?:is|are|stands?|run|runs) in|carr(?:y|ies)|bears?|have|has|under) my name\b(?: on (?:it|them))?", "are mine"),
    ((r"^(?P<lead>(?:so |and |hi |hello )*)(?:what (?:did|have|has) (?:we|they|you|the team) (?:learn(?:ed|t)?)|(?:did|have|has) (?:we|they|you|the team) "
      r"(?:learn(?:ed|t)?) (?:anything|something|(?:any )?lessons?)) (?:at|on|from|during|with|in) (?P<of>(?-i:[A-Z])[\w-]+)\b[^?]*\?*\s*$"),
     r"\g<lead>lessons of \g<of>"),
    ((r"(?<!is )(?<!are )(?<!why )\b(?:everything|all|anything|whatever)(?: (?:that|which)(?: is|['’]s)|['’]s)?(?: currently| already| now)? "
      r"(?:late|overdue|delayed|past due|behind schedule)\b(?! (?:tasks?|milestones?|risks?|projects?|items?|reviews?))"), "all overdue tasks"),
    ((r",? (?:along |together )?with (?:the (?:person|people|one|name|names)|whoever|who) (?:of (?:the )?(?:person|people|one) )?(?:who |that )?"
      r"(?:has|have|needs?|is|are) (?:to (?:move|act|do it|do them|fix it)|responsible|in charge)"), " with owner"),
    ((r"^(?P<lead>(?:so |and )*)where (?:are|do) we (?:now |currently )*(?:forecast(?:ing)?|expect(?:ing)?) (?:to get )?(?:less|lower|worse) than "
      r"(?:we |was |were |what |had |originally )*promised"), r"\g<lead>which benefits have a forecast less than promised"),
    ((r"\bbenefits (?:that |which )?(?:(?:are|is|were) )?(?:now )?(?:forecast|expected)(?:ed)? (?:to (?:be|come in) )?(?:below|less than|under|lower than|"
      r"short of) (?:what |we |was |were |had |is |originally |the |their )*promise[sd]?"), "benefits with a forecast less than promised"),
    ((r"\bbenefits (?:that |which |will |would )?(?:(?:do(?:es)? not|do(?:es)?n['’]t|wo?n['’]t|will not) (?:reach|meet|keep|deliver|make)|"
      r"fall(?:s|ing)? (?:short of|below)|miss(?:es|ing)?|are (?:short of|below)) (?:their|its|the|what was|what we|our) (?:promise[sd]?|target)"),
     "benefits with a forecast less than promised"),
    ((rf"\bwhich of (?P<whose>(?:{NAME}['’]s)) (?:open )?(?:tasks|things|work) (?:could|can|might) (?:(?:be (?:handed|given|passed)(?: over| on)? to )?"
      r"(?:somebody|someone|anybody|anyone|another person|others?)(?: else)?(?: (?:who|with)\b[^?.,]*)?(?: (?:take|do|have)(?: over)?)?|"
      r"be (?:handed|passed|given)(?: over| on| away)?)"), r"who could take over \g<whose> tasks"),
    ((r"\bif (?P<p>(?-i:[A-Z])[\w-]+) (?:gets? a no|is (?:refused|rejected|turned down|not approved|killed|dropped|called off)|(?:does not|doesn['’]t) "
      r"(?:get approved|go ahead|happen)|falls through)\b(?=.*\b(?:free[ds]?|save[ds]?|left|back)\b)"), r"if \g<p> is stopped"),
    (r"^(?P<lead>(?:so |and |hi |hello )*)(?:did|has) (?P<who>(?-i:[A-Z])[\w-]+) changed? (?:anything|something)\b", r"\g<lead>what did \g<who> change"),
    ((r"\b(?:is there |do i have )?(?:anything|something) (?:that )?i (?:promised|agreed|have|had|was supposed|am supposed|said i would)(?: to do| to| do)? "
      r"(?:but|and|that i) (?:have |had )?(?:not|never|n['’]t)(?: yet| even)* (?:start(?:ed)?|begun)(?: yet)?"), "my tasks that are not started"),
    ((r"^(?P<lead>(?:so |and |ok )*)how (?:is|does|was) (?P<a>(?-i:[A-Z])[\w-]+) (?:doing |look(?:ing)? |going )?(?:compared|in comparison|relative) "
      r"(?:to|with) (?P<b>(?-i:[A-Z])[\w-]+)\b"), r"\g<lead>compare \g<a> and \g<b>"),
    ((r"^(?P<c>(?:please )?compare [\w-]+ (?:and|with|to) [\w-]+),? (?:and |so )*(?:tell me )?which (?:one )?(?:of (?:the two|them|these|those|both) )?"
      r"(?:should|do|must|would) (?:i|we|you) (?:worry|be (?:more )?worried|care|be concerned)[^?,;]*\?*$"), r"\g<c>"),
    ((r"^(?P<lead>(?:so |and |ok |please )*)(?:(?:show|tell|give) me |list )?what (?:did i|i(?: have|['’]ve)?) (?:already )?"
      r"(?:finish(?:ed)?|completed?|get done|got done|closed?)(?= (?:last|this|in|since|yesterday|today|so far)\b|\W*$)"), r"\g<lead>which tasks did I finish"),
    (r"^(?P<lead>(?:so |and |ok )*)is there (?:anything|something) (?P<who>(?-i:[A-Z])[\w'-]+) is (?:still )?waiting for\b",
     r"\g<lead>what is \g<who> waiting for"),
    (r"\b(?P<h>has|have|with|got) (?:nobody|no one|no-one) as (?:an? |the |their |its )?(?P<f>sponsor|manager|owner|lead)\b", r"\g<h> no \g<f>"),
    ((r"\b(?P<c>changes?|edits?)(?: (?:that (?:was|were) )?(?:made|done))? to (?:the )?(?P<p>(?-i:[A-Z])[\w-]+)(?:['’]s)? (?P<f>budget|status|forecast)"
      r"\b"), r"\g<c> to the \g<f> of \g<p>"),
    (r",? or not(?=\?)", ""),
))


def asked_under_pressure(text: str) -> str:
    """The same question in the usual words."""
    return turned(text, WORDINGS)
