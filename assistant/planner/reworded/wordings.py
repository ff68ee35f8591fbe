"""More wordings put as everybody else says them: what is left to do, what is looked for, how work goes on, and who has most of something."""
import re

from assistant.planner.reworded.turned import turned

KEYED = r"(?:[A-Za-z]\w*-)+\d+"
NAME = r"[\w'-]+"
DOING = {"reject": "reject", "approv": "approve", "accept": "accept", "declin": "decline", "cancel": "cancel", "clos": "close", "reopen": "reopen",
         "start": "start", "finish": "finish", "complet": "complete", "defer": "defer", "postpon": "postpone", "block": "block", "resolv": "resolve"}
YES = r"(?:(?:has |have )?(?:said|says|given|gave|gives)) (?:their |his |her |its |the |us )*(?:yes|ok|okay|go|go-ahead|green light|blessing|approval)"
CALENDAR = r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d|christmas|easter)"
AT = r"(?: (?:on|in|next|this|tomorrow|today|from|until|during|the|at|between|over)\b[^?,;]*?)?"
COMING = r"(?!spare\b|the\b|an?\b|my\b|our\b|me\b|us\b|it\b|that\b|this\b|him\b|her\b|them\b|(?-i:[A-Z]))[a-z]+"
REVIEWED = r"(?:risks|assumptions|benefits|documents|business cases|objectives)"
WORDINGS = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((rf"\b(?P<k>{REVIEWED}) (?:that |which )?(?:still |now |urgently )*(?:needs?|requires?|calls? for|wants?) (?:an? |their |another |the )?(?:review|"
     rf"reviewing)"
     r"(?=\s*(?:$|[?.,;]|and\b))"), r"\g<k> are due for review"),
    ((r"^\W*(?:(?:so|and|ok)\b\W*)*(?:has|have|was|were) (?:the |our |all )*(?P<k>risk|issue|benefit|assumption)s?(?: register| log| list)?"
      r"(?: ever| already)? (?:been )?reviewed\b[^?]*\W*$"), r"when were the \g<k>s last reviewed?"),
    (r"\bgates (?P<w>were|was|are|have been|got) passed with (?:open |unmet |missing )*(?:items?|points?|criteria|conditions?|questions?|things?|issues?)\b",
     "phase gates have the decision conditional go"),
    ((r"\b(?:do|have) i (?:have |got )?(?:any |some )?(?:open |pending |outstanding )*decisions(?: (?:to (?:take|make)|open|pending|left))?(?=\s*(?:$|"
     r"[?.,;]|and\b))"),
     "which open decisions are mine"),
    (r"(?P<p>\bprojects?\b.*\b(?:sort(?:ed)?|order(?:ed)?|rank(?:ed)?)?\s*by) (?:the |their )?(?:delay|lateness)\b", r"\g<p> finish delay"),
    (r"\bwho (?P<is>is|are) (?P<w>late|behind|overdue|in arrears) with (?:what|which (?:tasks?|things?|work))\b", r"who \g<is> \g<w>"),
    ((rf"^(?P<q>\W*(?:(?:so|and|hi|hello|please)\b\W*)*who(?:['’]s| is| are| has)?(?: (?:else|all|has|have))*(?: (?:some|any|enough|the))? (?:free|"
      rf"available|time|room)(?P<at>{AT})) (?:to|for) "
      rf"(?![^?]*-\d){COMING}\b[^?;]*\W*$"), r"\g<q>?"),
    ((r"\b(?P<k>decisions|change requests)(?: that)? (?P<is>are|is) (?:currently |still |now )?(?:on the table|up for (?:decision|grabs)|outstanding|"
     r"in front of us|"
     r"up in the air|hanging|to come)\b"), r"\g<k> \g<is> open"),
    ((r"^(?P<q>\W*(?:so |and )*)who (?:has |have )?(?:approved|signed off|signed|accepted|released|waved through|okayed) (?:on )?(?:the|all|these|"
      r"those|our|any|"
      r"recent|last|such)(?: the| of the)? changes(?P<of>(?: (?:on|of|for|in|to) (?-i:[A-Z])[\w-]+)?)(?:,? and when)?\W*$"),
     r"\g<q>approved change requests\g<of>"),
    ((r"^(?:so |and |ok )*how (?:is|are|does|do) (?P<a>(?-i:[A-Z])[\w-]+) (?:doing |going |looking |performing |standing |look |stand |fare |do )?"
      r"(?:compared (?:to|with)|in comparison (?:to|with)|against|next to|relative to|beside) (?P<b>(?-i:[A-Z])[\w-]+)\W*$"), r"compare \g<a> and \g<b>"),
    ((r"\b(?P<k>projects?|benefits?|tasks|risks) (?:(?:that|which) )?(?:supports?|contributes? to|works? (?:for|towards?)|helps?(?: with| to reach)?|"
     r"pays? into) "
     r"(?=(?:the |our )?[\w -]{3,30}? (?:goal|objective)\b)"), r"\g<k> serve "),
    ((r"^(?P<q>\W*(?:so |and )?(?:which|what) lessons) (?:did|have|had|do) (?:we|you|they|people)(?: all| already)* "
      r"(?:learn|learned|learnt|write down|written down|note|noted|record|recorded|make|made|have|had|got|keep|kept|collect|collected)(?: so far| already)*"
      r"(?P<of> (?:on|from|in|of) (?-i:[A-Z])[\w-]+)\W*$"), r"\g<q>\g<of>?"),
    (rf"^(?:so |and |but )*what (?:will|does|would) (?P<of>{NAME}) (?:bring|yield|earn|give)(?: us| me| the (?:company|office|business))?\W*$",
     r"what are the benefits of \g<of>?"),
    ((r"^(?:so |and |please )*(?:(?:what|which)(?: are| were)?|are there|do we have|have we|show(?: me| us)?|list|tell me|give me|any|find)?"
      r"(?: any| all| the| our| some)*"
      r" ?(?:lessons(?: learn(?:ed|t))?|learnings)(?: (?:do we have|have we|are there|we have|did we (?:learn|have|record)))?"
      r"(?: (?:from|of|in|on) (?:the |our )?(?:(?:earlier|previous|past|old|older|former|other|completed|closed|finished|all|similar) )+projects?)?"
      r" (?:about|regarding|concerning|around|on the subject of|to do with|with|on) (?!it\b|this\b|that\b)(?P<w>(?-i:[a-z])[\w '-]+?)"
      r"(?: from (?:the |our )?(?:(?:earlier|previous|past|old|former|other|closed|finished) )+projects?)?\W*$"), r"search lessons for \g<w>"),
    ((r"^(?:so |and )*what (?:did|have|had|do) (?:we|they|other projects|earlier projects|previous projects|past projects) (?:learn|learned|learnt|know) "
      r"(?:(?:from|in|on) (?:the |our )?(?:(?:earlier|previous|past|old|former|other) )+projects? )?"
      r"(?:about|on|regarding|from|with) (?P<w>(?-i:[a-z])[\w '-]+?)"
      r"(?: (?:from|in|on) (?:the |our )?(?:(?:earlier|previous|past|old|former|other) )+projects?)?\W*$"), r"search lessons for \g<w>"),
    (rf"^(?:the |our )?(?P<who>[\w -]{{2,30}}?) {YES} (?:to|for|on) (?:[^()\n]*\()?(?P<key>{KEYED})\)?(?P<rest>.*)$", r"\g<key> is approved\g<rest>"),
    (rf"^how much (?:work|stuff) (?:is )?(?:still )?(?:left )?(?:for|with|has|does|had) (?P<who>{NAME})(?: still)?(?: have| got)?(?: left| to do)*\W*$",
     r"what does \g<who> still have to do?"),
    (r"^(?:please )?(?:full[- ]text )?(?:search|find|look ?up|grep)\s*[:–]\s*(?P<w>\S.*)$", r"search records for \g<w>"),
    ((r"^(?:where|in which records?) (?:do|did|have|is|was) (?:we|you|i|there) (?:have |got |keep |find |see |say |write )*(?:something|anything|things|stuff)"
      r"(?: written)? (?:on|about|for|regarding|concerning) (?P<w>.+?)\W*$"), r"search records for \g<w>"),
    (r"^(?P<lead>(?:is|are) there |do we have |have we got )(?P<any>anything|something) on (?:the subject of )(?P<w>.+?)\W*$",
     r"\g<lead>\g<any> about \g<w>"),
    (r"\b(?P<has>has|have|does|do) each of us\b", r"\g<has> each person"),
    ((r"^(?P<which>which|what) (?P<one>milestone|task)s? (?:has |have )?(?:moved|slipped|drifted|shifted|strayed)(?: the)? "
     r"(?:furthest|farthest|most)(?: from (?:its|the|their) plan\w*)?\b"), r"which \g<one>s are later than planned"),
    ((r"^what (?:else )?(?:could|can|might|may) (?:still |else |also )*(?:go wrong|hit us|happen|bite us) (?:on|with|in|at|"
     r"to) (?P<of>[\w-]+),? (?:that|which|and) "
     r"(?:nobody|no one|none of us|we|no-one)\b.*$"), r"which risks are we overlooking on \g<of>?"),
    ((r"^(?:what|who) (?:do|are) (?:we|i) (?:depend|wait|rely|depending|waiting|relying) (?:up)?on(?: from| of)? (?:others?|outside|externally|third parties|"
     r"other teams|somebody else)\b.*$"), "list the dependencies"),
    (r"^what (?:do|are) we (?:depend|depending|rely|relying) on\b.*$", "list the dependencies"),
    (rf"^(?:now )?(?:i|we)(?:['’]m| am|['’]re| are| have| will|['’]ll)(?: just| now| hereby)? (?P<v>{'|'.join(DOING)})(?:ing|ed|e)? (?P<key>{KEYED})",
     lambda m: f"{DOING[m['v'].lower()]} {m['key']}"),
    (rf"^(?:i|we)(?:['’]m| am|['’]re| are)(?: still| now)? (?P<v>stuck|blocked|waiting) (?:on|with|at|in) (?P<key>{KEYED})\b",
     r"\g<key> is \g<v>"),
    (rf"\b(?P<v>approve|accept|reject|decline|defer) (?P<key>{KEYED})\s*[.;:–-]\s*(?P<why>(?!.*[A-Z]-\d)[A-Za-z][^.!?]*)[.!\s]*$",
     r"\g<v> \g<key> because \g<why>"),
    (rf"^(?P<key>{KEYED})(?:\s*[,:–-])?\s+(?:please )?(?:re)?name(?:d)?(?: it)?(?: to| as| into)?\s+(?P<t>\S.*)$", r"rename \g<key> to \g<t>"),
    (r"^(?:which|what) (?P<f>[\w -]{4,30}?) (?:do|does) (?:we|you|they) (?:use|apply|take|have|calculate with) (?:for|on|of|in) (?P<of>[\w -]+?)\W*$",
     r"what is the \g<f> of \g<of>"),
    ((r"^(?:what(?:['’]s| is) )?(?:the )?expected (?:loss|value|damage) (?:from|of|on|for|through|by) (?:all |"
     r"the )*(?P<of>[\w-]+?)(?:['’]s)? (?:open )?risks?\b.*$"),
     r"risk exposure of \g<of>"),
    (r"^(?:please )?(?:show|see|open|display|give)(?: me| us)? (?:the |our )?(?:project |work )?plan (?:of|for|on) (?P<of>[\w -]+?)\W*$",
     r"tasks of \g<of> sorted by start"),
    ((r"^(?:please )?(?:show|see|draw|display|give|plot)(?: me| us)? (?:the |our |an? )?(?:s[- ]curve|cost curve|earned value (?:chart|curve)) "
      r"(?:of|for|on) (?P<of>[\w -]+?)\W*$"), r"how are the finances of \g<of>?"),
    ((r"^(?:please )?(?:show|see|draw|display|give|plot)(?: me| us)? (?:the |our |an? )?(?:gantt(?: chart)?|timeline|bar chart|schedule chart) "
      r"(?:of|for|on) (?P<of>[\w -]+?)\W*$"), r"how is the timeline of \g<of>?"),
    ((r"^(?:is|are) there (?:an?|any) (?P<one>project|task|risk|milestone|benefit|issue)s? "
      r"(?P<rest>(?:without|with (?:an?|no|the|more|less|only)|that|which|whose|who|where)\b.*)$"),
     r"which \g<one>s \g<rest>"),
    (r"\bprojects? (?:that |which )?costs? more than(?= [\d€$£])", "projects have a budget above"),
    (r"\bprojects? (?:that |which )?costs? less than(?= [\d€$£])", "projects have a budget below"),
    (r"\bbudget (?:vs\.?|versus|against|and) (?:the )?(?:actuals?|spent|spend|spending)\b", "budget and actual cost"),
    ((r"^how (?:confident|sure|certain) are (?:we|you) (?:in|of|about|with|on) (?:the )?(?P<of>[\w-]+?)(?:['’]s)? (?:end |finish )?(?:date|finish|"
      r"deadline|go-live)\W*$"),
     r"chance in time of \g<of>"),
    (r"^how (?:confident|sure|certain|safe|reliable) are (?:(?:we|you) (?:in|of|about) )?(?:the |our )?benefits(?P<of> (?:of|on|for|in) [\w -]+?)?\W*$",
     r"list the benefits\g<of> sorted by confidence"),
    ((rf"^how (?:much|many)(?: free| spare)? (?:time|hours) (?:does|do|has|have) (?P<who>{NAME}(?: [A-Z][\w'-]+)?) (?:still |yet )*"
      r"(?:have|has|got)(?: left| free| to spare)?"
      rf"(?P<d>(?! (?:on|in) (?:each\b|every\b|(?!{CALENDAR})(?-i:[A-Z])))"
      r" (?:on|in|next|this|from|until|till|before|between|over|tomorrow|today|the)\b[^?]*)?\W*$"),
     lambda m: f"how many hours {'am I' if m['who'].lower() == 'i' else 'is ' + m['who']} free{m['d'] or ''}"),
    ((r"^(?:and |so )*(?:can|could|would|might) (?:any ?one|any ?body|some ?one|some ?body)(?: else)? (?P<do>spare|take over|take on|take) "
      r"(?=[\d.,]+ ?(?:h|days?)|\w+ (?:hours|days))"),
     r"who could \g<do> "),
    ((r"^(?P<has>has|does|is there) (?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)(?: have| got)? (?:any|some) "
      r"(?:air|time|spare time|free time|room|capacity)(?: left| free)?\b"),
     r"is \g<who> free"),
    ((r"^who (?:else )?(?:could|can|might|would) (?:help|support|relieve|stand in for|cover for|take over from|take work from) (?!out\b)(?P<of>[\w' -]+?)"
      r"(?P<d> (?:next|this|on|in|before|until|till|from|tomorrow|today|between|over|during)\b.*?)?\W*$"), r"who has time\g<d>?"),
    (r"^(?:please )?compare (?:the )?(?P<f>[\w -]{3,30}?)s of (?P<a>[\w-]+) (?:and|with|to) (?P<b>[\w-]+)\W*$", r"what is the \g<f> of \g<a> and \g<b>?"),
    ((r"^(?:please )?(?:remind me )?(?:again )?what (?:did|have|had) (?:we|they|you|i) (?:already )?(?:decided?|agreed?|said|say|written|write|noted?|"
      r"promised?|"
      r"learn(?:ed|t)?|discuss(?:ed)?) (?:about|on|regarding|for) (?:the |our )?(?P<w>.+?)\W*$"), r"search records for \g<w>"),
    ((r"^(?:please )?remind me (?:again )?what (?:we|they|you|i) (?:had |have )?(?:already )?(?:decided|agreed|said|wrote|written|noted|promised|"
      r"learned|learnt|"
      r"discussed) (?:about|on|regarding|for) (?:the |our )?(?P<w>.+?)\W*$"), r"search records for \g<w>"),
    ((r"^who (?:all |else )?(?:can|may|is allowed to|has the right to|has access to|is able to) (?:see |read |view |look at |open )?(?:the )?(?:project )?"
      r"(?P<of>[A-Z]\w+)\W*$"), r"who is on \g<of>? What does the handbook say about who may see a restricted project?"),
    ((r"^who (?:all |else )?(?:can|may|is allowed to) (?:see|read|view|look at) (?:the )?(?P<what>budget|money|costs?|rates?|finances|salar\w+)"
      r"(?: (?:of|on|for) .*)?$"), r"what does the handbook say about who may see the \g<what>?"),
))


def put_otherwise(text: str) -> str:
    """The same message in the usual words."""
    return turned(text, WORDINGS)
