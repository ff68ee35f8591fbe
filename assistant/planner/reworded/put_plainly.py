"""Wordings put as everybody else says them: signs, short forms and turns of phrase that mean one figure or one question."""
import re

from assistant.planner.reworded.as_condition import as_condition
from assistant.planner.reworded.asked_by_auditors import asked_by_auditors
from assistant.planner.reworded.asked_by_the_board import asked_by_the_board
from assistant.planner.reworded.asked_of_benefits import asked_of_benefits
from assistant.planner.reworded.asked_of_changes import asked_of_changes
from assistant.planner.reworded.asked_of_money import asked_of_money
from assistant.planner.reworded.asked_of_people import asked_of_people
from assistant.planner.reworded.asked_of_projects import asked_of_projects, budget_parted
from assistant.planner.reworded.asked_plainly import asked_plainly
from assistant.planner.reworded.asked_with_a_verb import asked_with_a_verb
from assistant.planner.reworded.in_a_hurry import in_a_hurry
from assistant.planner.reworded.said_by_officers import said_by_officers
from assistant.planner.reworded.said_in_full import said_in_full
from assistant.planner.reworded.spelt_grades import spelt_grades
from assistant.planner.reworded.to_confirm import to_confirm
from assistant.planner.reworded.told_in_two import told_in_two
from assistant.planner.reworded.told_then_asked import told_then_asked
from assistant.planner.reworded.turned import turned
from assistant.planner.reworded.wordings import put_otherwise
from assistant.planner.reworded.written_down import ABOUT
from assistant.planner.words.phrases import HAVE_ALL
from language.numbers import read_number

LACKED = "owner|sponsor|manager|objective|due date|review date|response"
ANYBODY, KEYED = "someone|somebody|anyone|anybody|nobody", r"(?:[A-Za-z]\w*-)+\d+"
ASKS = "who|what|when|where|which|how|why|whether|if"
MUST, FINISH = "(?:must|has to|have to|needs? to|got to|should)", "(?:finish|complete|do|deliver|close|get done)"
KINDS_ASKED = "benefit|risk|issue|milestone|decision|objective|requirement"
TROUBLE = (r"(?:it|that)(?: is|['’]s)(?: not)? (?:too much|much|any|a|no|ok|okay|all right|fine|convenient|possible)"
           r"(?: (?:trouble|bother|hassle|problem))?(?: (?:for|with) you)?")
MIND = (r"possible|(?:you|u) (?:do not|don['’]?t|would not|wouldn['’]t) mind|i may|you please|you(?: can| could|['’]d| would)?(?: please)? "
        r"(?:be so (?:kind|good)|have (?:a|the|one) (?:minute|moment|second|sec|time))")
COURTESY = re.compile(rf"^\W*(?:(?:hi|hello|hey|good|morning|afternoon|evening|dear \w+|ok|so|and)\b\W*)*if (?:{TROUBLE}|{MIND})\s*[,;–-]\s*(?=\w)|"
                      rf"(?:,\s*if (?:{TROUBLE}|{MIND})|\s+if (?:{MIND}))(?:,? please)?\s*(?=[.?!]*$)", re.I)
THANKS = re.compile(r"^\W*(?:(?:ok|okay|oh|ah|and)\b\W*)*(?:many thanks|thanks|thank you|thank u|thx|ty|cheers|great|perfect|super|wonderful|"
                    r"excellent|cool|nice|got it|i see|"
                    r"good to know|understood|very good|alright|all right)(?: (?:a lot|very much|so much|ana|assistant))*\s*(?:[,.!;–—]|\s-\s)+\s*"
                    r"(?=(?:and|what|how|who|which|why|when|where|only|now|then|the|same|is|are|show)\b)", re.I)
MANY_THANKS = re.compile(r"[,.!;–-]\s*(?:many )?thanks (?:a )?(?:million|mil|bunch|lot|ton|heap|again)[.! ]*$", re.I)     # a million of them is no amount
COUNTS = "two|three|four|five|six|seven|eight|nine|ten"
TENS = "eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SPELT = rf"(?:(?:a|one|{COUNTS}|{TENS}) )?(?:one|{COUNTS}|{TENS}|hundred|thousand|million)(?: thousand| million)?"


def _figure(said: str) -> str:
    number = read_number(said)
    return said if number is None else f"{number:g}"


SPOKEN = tuple((re.compile(said, re.I), plain) for said, plain in (
    ((rf"^\W*(?:(?:hi|hello|hey|good|morning|afternoon|evening|dear \w+|please|ok|so)\b\W*)*(?:"
     rf"(?:could|can|would|will) you (?:please |kindly |maybe |perhaps |quickly |just )*"
     rf"(?:(?:tell|let) (?:me|us)(?: know)?|look up|check|find out|see)|would you mind telling (?:me|us)|"
     rf"(?:i|we)(?: would|['’]d)? (?:just )?(?:like|want|need) to know|(?:i|we)(?: would|['’]d) be interested(?: to know| in knowing)?|"
     r"(?:i|we) (?:just )?(?:want|wanted) to know|(?:i am|i['’]m|i was|just) wondering|"
     rf"i wonder|remind (?:me|us)(?:,| again,?)|(?:have you |do you have )?any idea|do you (?:happen to )?know) (?:if |whether )?"
     rf"(?=(?:{ASKS}|is|are|has|have|does|do|did|[A-Z]\w+ has)\b)"), ""),
    ((r"^(?:are|is) (?:we|anybody|anything|any project|the portfolio) (?:over-?spending|over ?budget|spending too much) (?:anywhere|somewhere|on any\w*)"
      r"(?: right now| now| currently)?\W*$"), "which projects are over budget?"),
    (r"[.?;,]\s*(?:only|just) (?:the |a )?(?:number|count|figure|total)\b[^?]*$", "?"),
    ((r"^(?P<q>how many|which|what) (?P<k>[a-z ]{3,20}s) (?:are|is) (?:still |currently )?(?:hanging|lying|sitting) (?:on|with|at) "
      r"(?P<who>[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?)(?: at the moment| right now| now| today)?(?=\W*$)"), r"\g<q> open \g<k> does \g<who> have"),
    ((r"^\W*(?:i am|i['’]m|we are|we['’]re) (?:just |currently )?(?:reconciling|checking|looking (?:at|into)|going (?:through|over)|auditing|reviewing|"
      r"working on|dealing with) (?P<what>(?:the |our )[\w' -]{3,60}?)\s*[.;,:–-]+\s*(?P<q>(?:and |so )?(?:what|who|which|how|"
      r"when|where|why|is|are|was|has|have)\b[^.?!]*?) (?:it|that|this)\b(?P<end>[^.?!]*\?*\W*)$"), r"\g<q> \g<what>\g<end>"),
    (r"\?\s+(?:it|that|this) (?:would|will|could|is going to) be (?:really |so |very |quite |rather )?\w+ (?:if|when|to)\b[^?:]*$", "?"),
    ((r"\?\s+(?:(?:i am|i['’]m|we are|we['’]re|just|only|am)\s+)*(?:trying|planning|preparing|asking|putting|writing|working out|needed (?:it|this)|"
      r"(?:i |we )?(?:need|want) (?:it|this|that) for|(?:it|this|that)(?: is|['’]s) for|for (?:the|my|our))\b[^?:]*$"), "?"),
    ((r"^\W*(?:(?:hiya|heya|hola|yo|gm)\b[\s,!.]*(?:(?:it['’]s |it is )?(?:just |only )?me again\b)?|(?:hi|hello|hey)\b[\s,!.]*(?:(?:it['’]s |it is )?"
      r"(?:just |only )?me again|quick (?:question|one))\b)[\s,!.:;()–-]*(?=\w+ \w)"), ""),
    ((r"^\W*(?:(?:sorry|maybe|perhaps|probably|this is|it['’]s|an?|but)\b[\s,]*)*(?:stupid|silly|dumb|daft|naive|quick|small|simple|basic) (?:question|one)\b"
      r"[\s,:;.!–-]*(?:but\s+)?(?=\w)"), ""),
    (r"\b(?P<m>should|could|would|must|might)['’]?ve\b", r"\g<m> have"),
    (r"^[^?:;]{5,80}?,? (?:i\.\s?e\.|ie|that is to say|in other words|meaning),? (?=(?:which|what|who|how many|show)\b)", ""),
    (r"\s+(?:somewhere|anywhere|by any chance)(?=\s+(?:about|on|that|in|for)\b|\W*$)", ""),
    (r"^(?:please )?(?:show|tell)(?: me| us)? what (?P<who>[a-z'-]+) (?:has |have )?(?:touched|edited|altered|changed)\b", r"what did \g<who> change"),
    (r"^(?:and |so )?what ought (?P<who>[a-z'-]+) to be (?:busy with|doing|working on|getting on with)\b", r"what should \g<who> work on"),
    (r"^(?:please )?open up (?P<k>(?:[A-Za-z]\w*-)+\d+)(?: please| will you| for me)?\W*$", r"show \g<k>"),
    (r"\bon (?:their|his|her|my|the|your) (?:hol+iers|hols|holidays|jollies|vacations)\b", "on holiday"),
    (r"^(?P<lead>\W*(?:please )?)actuali[sz]e (?:please )?", r"\g<lead>update "),
    (r"^(?:would|could|can) you ever (?:please )?", "could you "),
    ((r"^(?:could|can|would) you (?:please )?(?:pull together|dig out|dig up|get me|put together) (?:what|everything) (?P<who>[\w'-]+) "
      r"(?:has|have|still has|has got) (?:still )?(?:left )?to (?:finish|do|complete|deliver)\b"), r"show \g<who>'s open tasks"),
    (r"(?<=[\w.]),\s*(?:it|this|that)(?: is|['’]s) for (?:the|my|our)\b[^?:;,]*$", ""),
    (r"(?<=\w),? (?:quick(?:ly)?|pronto)(?:,| -|:)\s[^?:;]*$", ""),
    (r"^(?:(?:can|could|would) you )?(?:please )?sum (?:me |us )?(?:up )?(?=the )", "sum "),
    ((r"^(?:and |so )?(?:what|which(?: work| tasks| things)?) (?:did|do|have) we (?:put|planned|plan|pulled?|taken?|loaded?) (?:in|into|for) "
      r"(?P<s>sprint \d+)\b(?P<of> (?:of|on|in) [\w-]+)?[^?]*\??.*$"), r"tasks in \g<s>\g<of>"),
    ((r"^(?:the )?(?:total |sum of (?:the )?)?hours (?:booked|worked|logged|spent)(?P<when> (?:in|last|this|during|since|on|from|for) [\w ]+?)?,? (?:split )?"
      r"(?:by|per|for each|for every) (?P<by>person|task|project)\b"), r"total hours of the time entries\g<when> by \g<by>"),
    ((r"^(?:and |so |please )?"
      r"(?:how many (?:total )?hours (?:were|have been|are|did we|have we)(?: been)? (?:book(?:ed)?|work(?:ed)?|logged|spent)|"
      r"hours (?:booked|worked|logged|spent)) (?:by|per|for each|for every|on each|on every) (?P<by>person|task|project)"
      r"(?P<when> (?:in|last|this|during|since|from|for) [\w ]+?)?(?: so far| until now| to date)?(?:,? as an? [\w ]+)?\W*$"),
     r"total hours of the time entries\g<when> by \g<by>"),
    (rf"\b(?:the )?(?:entries|items|lines) (?:of|in|on|from) (?:the|our) (?P<k>{ABOUT})(?P<log> log| register| list)?(?!\w)",
     lambda m: re.sub(r" (?:log|register|list)s?$", "", m["k"], flags=re.I).removesuffix("s") + "s"),
    ((r"\b(?:in which|where|for which|with) (?:no|not any) (?P<f>(?!one\b|body\b)[\w ]{3,20}?) (?:was|is|has been|were|are|have been) "
      r"(?:recorded|given|noted|written(?: down)?|entered|filled in|set|documented|stated)\b"), r"without a \g<f>"),
    ((r"^(?:and |so )?(?:did|has|have) (?:some|any)(?:body|one) (?:already )?(?:mark(?:ed)?|set|closed?|finish(?:ed)?|complete[d]?|done?) "
      r"(?P<t>the [\w' -]{3,60}?)"
      r"(?: (?:as )?(?:done|finished|closed|complete))?(?: already| yet)?\W*$"), r"is \g<t> done?"),
    (r"^(?P<lead>\W*)hw\b", r"\g<lead>how"),
    ((r"\bsince (?:the |our )?(?:last |previous )?(?:board|meeting|steerco|steering committee|review|committee)(?: meeting)?,?"
      r" (?:in|on|of|back in) (?=(?:the )?\w)"), "since "),
    ((r"^(?:and |so )?(?:what|which|any|who(?: has| have)?|whose|show(?: me)?|list|are there(?: any)?)(?: are| is)?(?: the| our| all| any)? (?:overdue "
      r"(?P<k>risk|document|benefit|assumption) reviews?|(?P<k2>risk|document|benefit|assumption) reviews?(?: is| are)? (?:overdue|late|missed))\W*$"),
     lambda m: f"which {m['k'] or m['k2']}s are overdue for review?"),
    ((r"^\W*(?:(?:ok|so|and|now|please|good morning|morning)\b\W*)*(?:let us|let['’]?s|can we|i want to|we need to|we want to)? ?(?:go|look|run|walk|step) "
      r"(?:through|over|at) (?:all )?(?:the|my|our) (?P<k>risks|tasks|issues|decisions|benefits|milestones|assumptions|change requests)\s*[,;:.–-]+\s*"
      r"(?P<w>which|how many) of (?P<m>mine|ours|them|those|these) "),
     lambda m: f"{m['w']} of {'my' if m['m'].lower() == 'mine' else 'our' if m['m'].lower() == 'ours' else 'the'} {m['k']} "),
    ((r"^(?P<lead>(?:and |so )?)what(?:['’]?s| is| are| does| do) my (?:own |whole )?(?:team|people|department|colleagues|crew)(?: members)? (?:all )?"
      r"(?:currently )?(?:working on|doing|busy with|up to|work on|do)(?: now| right now| today| at the moment)?\W*$"),
     r"\g<lead>tasks in progress of my team"),
    (r"^(?P<q>(?:and |so )?(?:is|was) there (?:an? |any )[\w ]{3,25}?) behind (?P<it>it|this|that|[\w-]+)\W*$", r"\g<q> on \g<it>?"),
    (r"\b(?:total |overall )?(?:risk money|money at risk|risk in money)\b", "risk exposure"),
    ((r"\b(?:that|which) (?:should|ought to|must|had to) (?:already |long )?(?:be|have been) (?:done|finished|completed|closed|ready)(?: already)?"
      r"(?: by (?:now|today)| long ago| already)\b"), "overdue"),
    ((r"\b(?P<op>more than|less than|fewer than|at least|at most|above|below|over|under|longer than) (?P<n>two|three|four|five|six|seven|eight|nine|"
      r"ten|eleven|twelve|"
      r"fifteen|twenty|thirty|forty|fifty|sixty|a hundred)\b(?! (?:hundred|thousand|million)\b)"), lambda m: f"{m['op']} {read_number(m['n']):g}"),
    ((rf"\b(?P<op>below|above|over|under|beyond|exceed\w*|(?:more|less|larger|bigger|higher|lower) than|at least|at most) (?P<n>{SPELT})"
      r"(?= (?:euros?|EUR|percent|dollars|pounds)\b|\W*$|[,.;]| (?:and|or|the|if|with|please)\b)"), lambda m: f"{m['op']} {_figure(m['n'])}"),
    (rf"\b(?P<a>{COUNTS}) or (?P<b>{COUNTS}|more|higher|above|less|lower)\b", lambda m: f"{_figure(m['a'])} or {_figure(m['b'])}"),
    (r"(?<![\w.,])\.(?=\d)", "0."),
    ((r"^(?:and |so |but )*why (?:has|have|did|is|are) (?:the |its |our )?(?:cost )?(?:forecast|eac|estimate at completion)(?P<of1> (?:of|for|on) [\w-]+)? "
      r"(?:gone|go|going|went|risen|rise|rising|increased|increasing|grown|grow|growing|changed|changing|jumped|dropped|fallen|so)\b[\w ]*?"
      r"(?P<of2> (?:of|for|on|in) [\w-]+)?(?: now| again| this \w+)?\W*$"),
     lambda m: f"what is the EAC{(m['of1'] or m['of2'] or ' of it')} and how was it computed?"),
    ((r"^what(?:['’]?s| is| are we| do we| does \w+| do i)?(?: still)? (?:need|needed|lack|lacking|missing|miss|open|to do)(?: to (?:have|show|do|hand in))? "
      r"(?:for|before|to pass|at|until|to get through) (?:the )?(?P<g>next gate|gate \d+) (?:of|on|for|in|at) (?P<p>[\w-]+)\W*$"),
     r"what does the handbook say about what \g<p> needs before \g<g>?"),
    (r"\b(?P<w>must|should|could|won['’]?t)-(?=requirements?\b)", r"\g<w> "),
    ((r"(?<!milestones )(?<!milestones are )\b(?:already )?(?:overdue|late|past due)(?: already)?,? (?:or|and/or|and) (?:are |is )?"
      r"due (?:by |until |on |in )?"
      r"(?:(?P<run>(?:this|next|the coming) (?:week|month|quarter))\b|"
      r"(?=(?:today|tomorrow|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)\b))"),
     lambda m: f"due by the end of {m['run']}" if m["run"] else "due by "),
    (r"(?<=\w) n (?=\w)", " and "), (r"(?<=\w) w (?=[a-z])", " with "),
    (r"^(?P<p>\W*(?:please |pls )?)(?:nudge|ping|poke|prod|buzz) me\b", r"\g<p>remind me"),
    (r"^(?:and |so )?whose (?:job|task|duty|turn|business) is it to (?P<t>[\w' -]{4,60}?)\W*$", r"who owns \g<t>?"),
    ((rf"^(?:and |so )?who(?:['’]s| has| is)? (?:got|having|holding|on) the (?P<t>[\w' -]{{3,50}}? (?:{KINDS_ASKED}|task|action)s?)"
      r"(?P<of> (?:on|of|in|for) [\w-]+)?\W*$"), r"who owns the \g<t>\g<of>?"),
    ((r"^\W*(?:(?:oops|sorry|damn|no|oh|wait|hm+|please)\b\W*)*(?:scrap|forget|reverse|revert|bin|undo|take back|roll back) "
      r"(?:what|whatever|everything|the thing) (?:that )?(?:i|you) (?:have |had |'ve )?(?:just |last )?"
      r"(?:changed|did|done|made|entered|wrote|saved)\b(?: last| just now)?(?:\s*[,.;-].*)?$"),
     "undo my last change"),
    (r"^(?P<p>\W*(?:please |pls )?)slip (?=(?:every|all|the|my|our|both|these|those|them|it|\w*-?T-\d)\b.* by )", r"\g<p>move "),
    (r"\b(?P<v>move|shift|push|give|hand|set|close|assign|postpone|bump) (?:the|this|that) (?:whole |entire )?(?:lot|bunch)(?= (?:to|by|over|as|on)\b|\W*$)",
     r"\g<v> them all"),
    ((r"^\W*(?:(?:and|so|also|then|please) )*(?P<what>(?:the|all|his|her|my|[\w-]+(?: [\w-]+)?['’]s?) (?:[\w-]+ )??(?:tasks|risks|issues|milestones|benefits)"
      r"(?: (?:that |which )?[\w-]+(?: [\w-]+)? (?:owns|has))?) (?:go|are handed|are given|pass|move)(?: over)? to (?P<who>(?-i:[A-Z])[\w-]+(?: [\w-]+)?)"
      r"(?: now| then| please| instead)?\W*$"), r"give \g<what> to \g<who>"),
    ((r"^\W*(?:(?:so|and|hi|hello) )*(?P<who>who(?: else)?)(?:['’]s| has| have)(?: got)? (?:the |some |any )?time to (?:help|support|assist|join)\b[^?]*?"
      r"(?P<when> (?:in|next|this|on|during|from|until) (?:[a-z]+day|week|month|january|february|march|april|may|june|july|august|september|october|"
      r"november|december)\b[^?]*)?\s*\?*$"), lambda m: f"{m['who']} has time{m['when'] or ''}?"),
    ((r"^(?P<lead>(?:and |so )?)what(?:['’]?s| is| do i have| have i got)(?: still)? due (?P<when>(?:before|until|till|by|in|on|next|this|after|between|from) "
      r"[^?]*?) (?:for|from|with|of) me(?=\W*$| and\b)"), r"\g<lead>which of my open tasks are due \g<when>"),
    (r"\b(?:either )?today (?:or|and|/) tomorrow\b", "between today and tomorrow"),
    ((r"\bwhose (?:the )?(?P<f>[\w -]{3,30}?)(?: date)? (?:has |have )?(?:already |long )?"
      r"(?:(?:lies?|is|are) (?:already |long )?(?:in the past|past|over|gone)|"
     r"gone by|passed|elapsed|went by|expired)(?: already| by now)?\b(?P<and> and (?:which|that)(?= (?:are|is)\b))?"),
     lambda m: f"with {m['f']}{'' if m['f'].lower() in ('end', 'start', 'finish') else ' date'} before today{' that' if m['and'] else ''}"),
    ((r"^(?P<q>how many [\w -]+?) (?:do we have|are there|have we got|exist)(?: in total)? (?:across|over|in) (?:all|the|our)(?: of)?(?: the| our)? "
      r"(?:projects|portfolio|company)\W*$"), r"\g<q> are there"),
    (r"^(?P<q>(?:and |so )?how many [\w -]+? (?:do we have|are there|have we got|exist)) (?:in total|altogether|overall|in all|all in all)\W*$", r"\g<q>"),
    (r"^(?P<lead>\W*(?:and |so |please )*)(?:what|which) all (?=[\w -]{3,40}?s\b)", r"\g<lead>which "),
    (rf"^(?P<lead>\W*(?:(?:hi|hello|hey|please|and|so)\b\W*)*){HAVE_ALL}(?P<what>[^?]*)\?*", r"\g<lead>show me \g<what>"),
    ((r"\b(?P<what>verif|approv|valid|accept|review|deliver|implement|sign)(?:ication|al|ation|ance|y|ature)?s? (?:is|are|was|has) (?:not|n['’]t)"
      r"(?: yet)?(?: been)? (?:over|done|finished|completed?|given|through|in|there)(?: yet)?\b"),
     lambda m: f"not yet {m['what']}{'ied' if m['what'] == 'verif' else 'ated' if m['what'] == 'valid' else 'd' if m['what'].endswith('e') else 'ed'}"),
    (r"\b(?P<who>(?-i:[A-Z])\w+)['’]s (?P<the>the|our) (?P<role>owner|manager|sponsor|reviewer|decider|sender|lead)\b", r"\g<who> is \g<the> \g<role>"),
    (r"^(?P<lead>\W*(?:please |kindly )*)revert (?:back )?(?:to (?:me|us) )?with (?=\w)", r"\g<lead>show me "),
    (r"\b(?:ought to|should|is supposed to|has to|must) be (?:getting on with|working on|cracking on with|busy with)\b", "should work on"),
    ((r"\s*,?\s*(?:no matter|regardless of|never mind|whatever) (?:which|what|whose|the) (?:project|team|owner|kind|person|department)s?"
      r"(?: it is| they are)?(?=\W*$)"), ""),
    ((r"^(?:i|we) (?:was|were|have been) (?:(?:away|out|off|on (?:holiday|leave|vacation))(?: for)?(?: the last)? )?(?P<n>[\w-]+ (?:days|weeks|months))"
      r"(?: (?:in|at|on|away|off) ?(?:the )?[\w-]*)?\W+"
      r"what(?: is|['’]?s| has)?(?: different| new| changed| happened| moved)(?P<of> (?:on|in|with|at) (?:the )?[\w-]+)?"
      r"(?: in the meantime| meanwhile| since| since then| now)?(?:,? and (?:what|which) [^?]*)?\W*$"),
     lambda m: f"what changed{m['of'] or ''} in the last {m['n']}?"),
    (r"^(?P<q>every|all) (?P<k>invoices?|bills?|receipts?|costs?) (?:charged|booked|posted) (?:to|on|against) ", r"show all \g<k>s of "),
    (r"^(?:my )?(?:to-?dos|todos|to-?do list)\W*$", "what should I do today?"),
    (r"\bof the [\"'“‘](?P<w>[a-z-]+)[\"'”’] (?:sort|kind|type)\b", r"of type \g<w>"),
    (r"^what(?:['’]?s| is) (?:late|overdue) (?:ac+ross|over|in|on) all (?:the |our )?projects,? (?P<k>tasks|milestones|risks|issues) only(?: please| pls)?\W*$",
     r"which \g<k> are overdue?"),
    (r"\balthough (?:their|its|the) (?P<f>[\w -]{3,20}?) (?:day|date) (?:has |have )?(?:gone by|passed|is over|is past)\b", r"with \g<f> before today"),
    (r"\b(?P<as>(?:marked|flagged|rated|graded)(?: as)?|in status|priority|status) [\"'“‘](?P<w>[a-z-]+)[\"'”’]", r"\g<as> \g<w>"),
    ((r"^(?P<q>(?:show |list |give )?(?:me )?(?:all )?[a-z-]+ [a-z ]{3,25}s) (?:over|across|throughout) (?:the|our) (?:entire |whole |full |complete )?"
      r"(?:portfolio|company|organi[sz]ation)(?:,? please)?\W*$"), r"\g<q>"),
    ((r"^\W*for (?:my|our|the) [\w -]{3,30}?,? (?:i|we) (?:require|need|would need|want|would like)(?: to (?:see|have))? "
      r"(?=(?:all|every|each|the list)\b)"), "show "),
    ((r"(?P<k>\b[a-z]+s) (?:that |which )?(?:we|i|they|you|people) (?:haven['’]?t|have not|did not|didn['’]?t|never) (?:yet )?(?P<v>[a-z]+ed)"
      r"(?: yet| so far)?(?=\W*$)"), r"\g<k> not \g<v> yet"),
    ((r"^(?:any ?thing|what(?:ever)?|everything)(?: that)? we (?:have |['’]ve )?(?:paid|spent|booked|committed)"
      r"(?:,? (?:or|and) (?:paid|spent|booked|committed))* "
      r"(?P<op>above|over|under|below|more than|less than) (?P<n>[\d.,]+ ?(?:k|m|mn)?(?: EUR| euros?)?)\b.*$"), r"cost entries \g<op> \g<n>"),
    (r"^(?:my )?(?:to-?do|todo)s?(?: list)?(?: for)? (?P<when>this week|next week|today|tomorrow)\W*$", r"what should I do \g<when>?"),
    (r"^is there (?:any ?thing|something) (?:that )?i (?:should|must|ought to|need to|have to)(?: be)? (?:doing|do)\b", "what should I do"),
    (r"^(?:and )?after how (?:long|many years) (?:does|do|will) (?P<of>[\w-]+) pay(?: itself| for itself)?(?: back)?\b", r"what is the payback of \g<of>"),
    (r"(?<=\w )rn\b", "right now"), (r"\bhrs\b", "hours"), (r"\b(?:don['’]?t|do not) let me forget (?:to|that i (?:have to|must|should))\b", "remind me to"),
    (r"^(?P<q>how (?:is|are) .+?), (?:still|already|only) [\d.,]+ ?(?:k|m|%|million|percent|EUR|€)?\W*$", r"\g<q>?"),
    (r"^when (?:the )?(?P<of>[\w -]{3,40}?) (?P<v>goes|comes|gets|is) (?P<rest>live|out|ready|done|finished)(?P<end>\W*)$",
     lambda m: f"when {'does' if m['v'] == 'goes' else 'is'} the {m['of']} {'go ' if m['v'] == 'goes' else ''}{m['rest']}{m['end']}"),
    (rf"^how (?:is|are) the (?P<one>{KINDS_ASKED}) (?P<of>with|about|on|for) (?P<w>[\w -]{{4,60}}?) (?:doing|going|coming along)(?: now)?\W*$",
     r"show the \g<one> \g<of> \g<w>"),
    ((r"^(?:so )?what(?:['’]?s| is)? (?P<who>[\w'-]+) (?:sitting on|got on (?:his|her|their) (?:plate|desk))(?P<late> (?:that|which) "
      r"(?:should|ought to) have been (?:finished|done|closed|ready)(?: already| by now| long ago)?)?\W*$"),
     lambda m: f"{m['who']}'s overdue tasks" if m["late"] else f"what is {m['who']} working on"),
    (r"\b(?:do not|don['’]?t|does not|doesn['’]?t) (?:yet )?belong to (?:anybody|anyone|someone|somebody)(?: yet)?\b", "have no owner"),
    (r"\bbelongs? to (?:nobody|no one|no-one)(?: yet)?\b", "have no owner"),
    ((r"^(?P<w>(?:which|what) [\w -]+?) (?:has|have|did|does|do|is) (?:nobody|no one|no-one) (?:yet )?(?:taken|took|take|accepted|accepts?|taking) "
      r"(?:any |the )?(?:responsibility|ownership|charge)(?: for| of)?(?: yet)?\b"), r"\g<w> have no owner"),
    ((r"\b(?:that |which )?(?:nobody|no one|no-one) (?:has |have )?(?:yet )?(?:taken|took|takes|accepted|accepts) (?:any |the )?"
      r"(?:responsibility|ownership|charge)(?: for| of)?(?: yet)?\b"), "have no owner"),
    (r"^(?:is|are) (?:any ?thing|something|things|the portfolio|our portfolio) (?:currently )?(?:on fire|burning|ablaze)\b(?: right now| now| today)?",
     "how is the portfolio"),
    (r"^(?:the )?portfolio on fire\b", "how is the portfolio"),
    (r"^(?:is|are) (?:the )?(?P<t>[\w -]{4,60}?) (?:mine|yours|ours) or [\w'’-]+\W*$", r"who owns the \g<t>?"),
    ((r"^who (?:has |have )?(?:touched|edited|fiddled with|messed with) (?P<of>[\w-]+?)['’]?s (?P<f>[\w ]{3,30}?)"
      r"(?= (?:in|since|during|over|this|last)\b|\W*$)"), r"what changed on \g<of>"),
    ((r"\b(?:total|sum of(?: the)?) (?P<f>expected|promised|forecast|realised|realized) (?P<k>benefits) (?:per|by|for each|of each) (?P<by>project|"
      r"owner|type|status|objective)\b"), r"total \g<f> of \g<k> per \g<by>"),
    (r"\bbenefits forecast (?P<op>below|under|above|over|less than|more than|at least|at most) (?P<n>[\d.,]+ ?(?:k|m|mn|million)?)(?!\w)",
     r"benefits with forecast \g<op> \g<n>"),
    (r"(?P<lead>\b(?:who|anybody|anyone|somebody|someone)\b.*?) (?:around|about|near) (?:christmas|xmas|x-mas)\b",
     r"\g<lead> from 24 December to 31 December"),
    (r"^who (?:has to|must|needs to|should) (?:agree|approve|sign|consent|be asked)(?: off)? before (?:i|we|one) (?P<do>[\w -]+?)\W*$",
     r"what does the handbook say about who has to agree before I \g<do>?"),
    (r"\b(?:cost forecast|forecast(?: of the)? costs?|expected costs?) (?:at|by) (?:the end|completion)\b", "estimate at completion"),
    ((r"^(?:suppose|say|assume|imagine|if) (?:that )?(?:i|we) (?:had|have|got) (?P<n>[\d.,]+ ?(?:k|m|mn|million|thousand)?(?: EUR| euros?)?)"
     r"(?P<for>(?: for| in) 20\d\d)?,? (?:which|what) (?:ones|one|projects?) (?P<rest>would .+?)\W*$"),
     lambda m: f"with {m['n']}{m['for'] or ''}, which projects {m['rest'].replace('take', 'fund')}?"),
    (r"^(?:and |but |so )*(?:what )?if (?:you|we|i) (?:go|went|sort|sorted|rank|ranked|order) (?:them )?by (?P<by>[\w -]{3,30}?)\W*$",
     r"rank the projects by \g<by>"),
    (r"(?<=\s)@\s*(?=\d)", "at "),
    ((r"^(?:is |are )?(?:any ?one|any ?body|somebody|someone) (?:else )?(?:from us |of us )?(?P<out>on (?:leave|holiday|vacation)|off|away|"
     r"out of office|sick|ill)\b"),
     r"who is \g<out>"),
    (r"\bmonte[- ]?carlo\b(?: (?:simulation|finish))?(?: (?:of|for|on))?", "finish P80 of"),
    (r"(?<=\d)\s*(?:pct|p\.?c\.?|per ?cent)(?!\w)", " %"),
    (r"^\W*%\s*(?:complete|completed|done|finished)(?: (?:of|on|for))?\b", "progress of"),
    (r"^how much (?:of the |of its )?(?:budget|money)(?: is)? (?:of|on|for|at|in) (?P<of>[\w' -]+?) (?:is|are) (?:still |there )*(?:left|unspent)\b",
     r"what is the budget left of \g<of>"),
    (r"\b(?:sum|total) of (?:all |the |our )+budgets\b(?! (?:by|per)\b)", "total budget of all projects"),
    (r"^(?:please )?level (?P<of>all|our|the|all our|all the) projects\b", r"levelled finish of \g<of> projects"),
    (r"^slack (?P<of>of|on|for|in)\b", r"least float \g<of>"),
    (r"^(?:any|which|are there(?: any)?|show(?: me)?(?: the| all)?|list(?: the| all)?) watermelons?\b(?: projects?)?",
     "which projects are declared green but not green"),
    (r"^which projects? would you (?:stop|cancel|kill|drop|end)\b(?!.*(?:\d|\bmillion\b))", "which project should we stop"),
    (r"^which projects (?:should|could|must|can|do) (?:we|i) (?:stop|cancel|kill|drop|end|abandon|terminate)\b(?!.*(?:\d|\bmillion\b))",
     "which projects are no longer worth it"),
    (r"^(?:what is|what['’]s|who is in|show(?: me)?) the raci (?:of|for|on) (?!the\b|an?\b)", "RACI of "),
    (r"^(?P<w>which of (?:my|our|the) \w+s) (?P<v>is|was)\b", r"\g<w> are"),
    (r"\b(?P<w>late|behind|overdue|delayed|over budget|slipped),? and by how (?:much|many days|long)\b", r"\g<w>"),
    (r"^(?P<p>please )?(?:show|see|open|give)(?: me)? (?:the|my|our) (?:last |latest )?receipts?\W*$", "what did I change today"),
    ((rf"^(?:could|can) (?!(?:you|we|i|it|he|she|they|{ANYBODY})\b)(?P<who>[\w'-]+(?: [\w'-]+)?) (?:please )?"
      rf"(?:take over|take on|take care of) (?:the )?(?:task )?(?P<key>{KEYED})\b.*$"), r"hand \g<key> over to \g<who>"),
    ((r"^(?P<who>[\w'-]+(?: [\w'-]+)?) (?:has |have |is |will )?(?:just )?(?:left|leaves|leaving|leave|quit|quits|resigned|gone)"
      r"(?: us| the (?:company|team|project|office))?\s*[,.;:-]\s*(?:so |and |please |now )*(?:give|hand|move|assign|reassign|transfer|pass)(?: over)? "
      r"(?:all (?:of )?)?(?:her|his|their) (?:open |remaining )?(?:work|tasks?|stuff|things|to-?dos)(?: over)? to (?P<to>[\w' -]+?)\W*$"),
     r"move all of \g<who>'s open tasks to \g<to>"),
    (r"^(?:so )?when (?:does|will|do) (?P<of>[\w -]+?)['’]s (?:first|earliest) benefits? (?:start|begin|come)s?\b", r"when do the benefits of \g<of> come"),
    (r"\bwhich (?:tasks?|activity|activities) (?:is|are) (?:the |a )?bottlenecks?\b", "critical path"),
    (r"^(?:which|what) (?P<one>milestones) (?:have |has )?slipped (?:on|of|in|for) (?P<of>(?!the (?:last|past)\b|last\b|this\b|past\b)[\w -]+?)\W*$",
     r"which milestones of \g<of> are later than planned"),
    (r"\bwhich tasks are critical (?P<of>on|of|for|in)\b", r"critical path \g<of>"),
    ((rf"^(?P<q>which|what) (?P<k>[a-z][a-z -]{{2,20}}s) (?:does|do|must|has|have|should) (?P<who>[\w'-]+) (?:still |yet )*(?:{MUST} )?(?:still )?"
      rf"{FINISH}(?: still)?(?P<d>,? (?:before|by|until|till) .+?)\W*$"), r"open \g<k> of \g<who> due\g<d>"),
    ((rf"\b(?P<k>tasks|to-?dos|tickets) (?:that|which|what) (?P<who>[\w'-]+) (?:still )?{MUST} (?:still )?{FINISH}"
      r"(?P<d> (?:before|by|until|till) .+?)\W*$"), r"open \g<k> of \g<who> due\g<d>"),
    ((r"^who (?:of (?:us|our \w+|the \w+) |here |in (?:the|our) \w+ )?"
      r"(?:knows?|can (?:use|do|handle|work with)|is (?:good|skilled|experienced) (?:at|with|in)) "
      r"(?!(?:some|any)thing\b|about\b|what\b|how\b|why\b|when\b|if\b|that\b|the\b|it\b)(?P<s>[\w+# .-]{2,25}?)\W*$"), r"people with skill \g<s>"),
    (rf"^(?P<kind>benefit|risk|task|milestone|project|cost|issue)s?['’]? (?P<field>{LACKED})s? (?:is |are )?(?:missing|lacking|empty|not set)\b",
     r"\g<kind>s without \g<field>"),
))


FINE = re.compile(r"(?<=\w)\s*[,.;–-]+\s*(?:an? )?(?:quick|short|simple|rough|plain) (?:table|list|overview|answer|count|number)s?"
                  r"(?: (?:is|are|will be|would be|will|would))? (?:fine|enough|ok|okay|good|do|sufficient|all i need)\W*$", re.I)
RECORDED = re.compile(r"^\W*(?:just )?(?:for the record|for your information|fyi|just so you know|so you know)\s*[:,–-]+\s*(?=\S+ \S)", re.I)
GREETING = re.compile(r"^\W*(?:gm|gmorning|g['’]day|morning|good morning|hi|hello|hey)\b[\s,.!:;–-]*(?=(?:my )?(?:to-?dos|todos|to-?do list)\W*$)", re.I)


def without_courtesy(text: str) -> str:
    """A message without thanks for the last answer and “if it is no trouble” before it, and “if you don't mind” behind it, which are no conditions."""
    text = said_in_full(spelt_grades(to_confirm(told_in_two(in_a_hurry(budget_parted(asked_with_a_verb(asked_of_people(told_then_asked(text)))))))))
    return FINE.sub("", MANY_THANKS.sub("", THANKS.sub("", COURTESY.sub("", GREETING.sub("", RECORDED.sub("", text))))))


def put_plainly(text: str) -> str:
    """The same message in the usual words."""
    text = as_condition(said_by_officers(text))
    text = turned(text, SPOKEN)
    return put_otherwise(asked_plainly(asked_by_the_board(asked_of_money(asked_of_benefits(asked_by_auditors(asked_of_changes(asked_of_projects(text))))))))
