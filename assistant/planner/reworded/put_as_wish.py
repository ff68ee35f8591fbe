"""Wishes without a verb of order put as everybody else says them: “all overdue tasks to priority critical”, “put me down for them”; and short keys."""
from collections.abc import Iterable
from functools import lru_cache
import re

from assistant.planner.heard.hearing import QUOTED
from assistant.planner.reworded.decided_now import decided_now
from assistant.planner.reworded.turned import Plain, turned
from assistant.planner.reworded.written_down import ABOUT, written_down
from assistant.planner.words.lexicon import CODES
from records.kinds import Person, Project
from records.kinds.base import fields

OF_PROJECT = "|".join(sorted({re.escape(n) for f in fields(Project) if f.says.set_by == "person" for n in f.names}, key=len, reverse=True))
STATED = "|".join(sorted({re.escape(n) for f in fields(Project) if f.says.set_by == "person" and (f.refers == "person" or f.type in (int, float))
                         for n in f.names}, key=len, reverse=True))
OF_PERSON = "|".join(sorted({re.escape(n) for f in fields(Person) if f.says.set_by == "person" for n in f.names}, key=len, reverse=True))
NO_NAME = "late|away|ill|sick|busy|missing|high|low|wrong|unknown|open|unclear|gone|out|not|still|too|very|nobody|good|bad|fine|done|who|what"
NAME = r"[\w'-]+"
OPENS = r"^(?P<lead>\W*(?:(?:please|ok|so|and|hi|hello|sorry)\b[\s,]*)*)"
LENGTH = (r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|another|\d+) (?:more |working |business |full )?"
          r"(?:days?|weeks?|months?|quarters?|fortnights?)")
ENDS = r"(?=\s*(?:[,.;!]|$))"
PERSON = r"(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?|[a-z][\w-]{2,}"
WHAT = r"what(?:ever)?|everything|all(?: that)?|anything|the rest(?: that)?"
WHO, WHOSE, WHOM = rf"(?P<who>{PERSON})", rf"(?P<whose>{PERSON})", rf"(?P<to>{PERSON})"
HAS = (r"(?:(?:still )?(?:has|has got|owns|holds|is (?:doing|on))(?: (?:still|open|left|not (?:done|finished|started)|to do|over|unfinished|yet))*|"
       r"(?:has(?: not|n['’]t)|did(?: not|n['’]t)) (?:finish(?:ed)?|done|do|completed?|start(?:ed)?)(?: yet)?)")
LEFT_OF = (r"(?:(?:(?:that )?(?:is|are)|['’]s)(?: still)? )?(?:still )?(?:left|open|undone|unfinished|not done|not finished|outstanding|remaining)(?: over)? "
           r"(?:of|from|by|with|for)")
PASSES = r"(?:goes|moves|passes|should go|should move|is to go|must go|go)(?: over)? to"
THERE = rf"(?: (?:on|in) (?:the )?(?P<of>{NAME}))?"
SINCE = r"(?: (?:from|as of|starting) (?:today|now|tomorrow)(?: on)?)?\W*$"
MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "next", "christmas", "easter")
TO = r"\s*(?:->|=>|→|:=|=)\s*"


def _all_open(m: re.Match[str]) -> str:
    """What somebody has left, wherever or in one project, goes to somebody else."""
    said = m.groupdict()
    at = f" on {said['of']}" if said["of"] else ""
    return f"{said['lead']}move all of {said['who'] or said['whose']}'s open tasks{at} to {said['to']}"


def _to_me(m: re.Match[str]) -> str:
    """What somebody wants to have themselves, every one of a kind in the plural: “give every benefit without owner to me”."""
    said = re.sub(r"\bwithout owner\b", "without an owner", re.sub(r"\b(?:every|each) ([a-z]+)\b", r"all \1s", m["w"]))
    return f"{m['lead']}assign {said} to me"


def _until(m: re.Match[str]) -> str:
    """An order without until when it is to be so, which is told as left out: “make me the owner until Ana finds somebody” makes Ana no owner."""
    day = (m["u"].lower() in DAY_NAMES) or m["u"].lower() in MONTHS.split("|")
    return m[0] if day else f"{m['lead']}{m['o']}"


TURNS: tuple[tuple[re.Pattern[str], Plain], ...] = tuple((re.compile(said, re.I), plain) for said, plain in (
    (rf"\b(?P<a>the|all|all the|every|my|our) (?P<m>{MONTHS}) (?P<k>tasks?|milestones?|tickets?|reviews?)\b", r"\g<a> \g<k> due in \g<m>"),
    ((r"^(?P<t>[^-–:;,.?!]{3,60}?|(?:[A-Za-z]\w*-)+\d+)\s*(?: [-–]|:|,|;)\s+(?P<c>\S.{3,200}?)\s*[.;,–-]\s*(?:please |pls )?"
      r"(?:note|put|add|write|log|record|save) (?:that|this|it)(?: down)? "
      r"(?:on|to|in|under) (?:the|that|its|this) (?:task|ticket|record|comments?|risk|issue|milestone)(?: as a comment)?\W*$"), r"comment on \g<t>: \g<c>"),
    ((rf"{OPENS}(?:make|take|leave|write|add|put|jot down|drop) (?:me )?(?:an?|the|this) (?:quick |short |brief )?note (?:down )?"
      r"(?:on|in|to|at|for|under|about) (?P<of>(?:[A-Za-z]\w*-)+\d+)\s*(?: that|:|,| saying| saying that)\s+(?P<c>\S.*)$"), r"\g<lead>note on \g<of>: \g<c>"),
    (rf"{OPENS}(?:make|take|leave|write|jot down|drop) (?:me )?(?:an?|the) (?:quick |short |brief )?note(?: down)?(?: that|:) ", r"\g<lead>note that "),
    (rf"{OPENS}(?:i am|i['’]?m|we are|we['’]re) (?:finally |now |all )?(?:done|finished|through) with (?=(?:the |my |our )?\w)", r"\g<lead>I finished "),
    ((r",?\s+(?:and |but |,)?(?:(?:he|she|they|it|[A-Z][\w-]+) )?(?:has|have|needs?|must|should|wants?|ought)(?: to)? (?:have|get) (?:it|that|this|them|those) "
      r"(?:done|finished|ready|completed?) (?=(?:by|before|until|till|on)\b)"), ", due "),
    (rf"{OPENS}(?:give|hand) (?P<w>(?:all|every|each|the|those|these|my|his|her|any)\b[^,;.?]+?) to me(?: please| pls)?\W*$", _to_me),
    ((rf"{OPENS}(?:also )?(?:note (?:that )?)?(?P<t>the [^,;.?]{{3,80}}?) (?:can|could|should|may|must|has to|needs to) (?:now |also )*"
      r"(?:go|come|be (?:put|set|brought|taken|lowered|raised|cut|moved))(?: down| up| back)? to (?:an? )?(?P<f>probability|impact|severity|priority|progress)"
      r"(?: of)? (?P<v>\d+|low|medium|high|critical)\W*$"), r"\g<lead>set the \g<f> of \g<t> to \g<v>"),
    ((rf"{OPENS}(?P<t>[^,;.?]{{3,60}}?) (?:will|is going to|['’]ll|would) (?:take|need)(?: (?:me|us|(?-i:[A-Z])[\w'-]+))? (?P<n>{LENGTH}) longer"
      r"(?: than (?:planned|expected|we thought))?(?=\W*$|[,;.])"), r"\g<lead>push \g<t> back by \g<n>"),
    ((rf"{OPENS}(?P<o>(?:make|put|set|give|assign|take)\b[^,;.?]*?),? until (?P<u>(?-i:[A-Z])[\w'-]+|he|she|they|we|somebody|someone) "
      r"(?P<v>(?!monday|tuesday|wednesday|thursday|friday)[a-z]+s?\b[^,;.?]*)\W*$"), _until),
    (rf"{OPENS}prio(?:rity)? (?P<v>low|medium|high|critical) (?:on|for|to) (?P<w>(?:all|every|each)\b[^,;?]+?)\W*$",
     r"\g<lead>set the priority of \g<w> to \g<v>"),
    ((rf"{OPENS}(?P<v>low|medium|high|critical|top) prio(?:rity)? (?:on|for|to) (?P<w>(?:all|every|each)\b[^,;?]+?)\W*$"),
     lambda m: f"{m['lead']}set the priority of {m['w']} to {'critical' if m['v'].lower() == 'top' else m['v']}"),
    ((rf"{OPENS}(?P<k>(?:[A-Za-z]\w*-)+\d+) (?:should|must|shall|has to|is to|needs to|ought to) be (?:called|named|titled|renamed(?: to| into)?) "
      r"(?P<t>\S.*?)[.! ]*$"), r"\g<lead>rename \g<k> to \g<t>"),
    ((rf"{OPENS}for (?P<k>(?:[A-Za-z]\w*-)+\d+),? (?:i|we) (?:take|choose|pick|go with|went with|decide for|decided for|vote for) (?P<o>[^,.;]{{2,60}}?)"
      r"(?P<why>[,.;–-]\s*.+)?$"), lambda m: f"{m['lead']}decide {m['k']}: {m['o'].strip()}{m['why'] or ''}"),
    (r"^(?P<h>\W*(?:log |book )?\d+(?:[.,]\d+)? ?(?:h|hrs?|hours?)\b[^,;.?]*?) for me\W*$", r"\g<h>"),
    (r"\band (?:then )?another (?=\d+(?:[.,]\d+)? ?(?:h|hrs?|hours?)\b)", "and "),
    (rf"{OPENS}(?:i )?did (?=\d+(?:[.,]\d+)?\s?(?:h|hrs?|hours?)\b)", r"\g<lead>worked "),
    (r"(?:that|which) (?:is|are) (?:still )?an? (?=draft\b)", "in "),
    ((rf"{OPENS}(?:the )?(?P<f>[\w -]{{3,30}}?) (?:of|for|on) (?P<of>[^,;:?]{{3,90}}?) "
      rf"(?:must|should|has to|have to|needs? to|is to|are to|shall|ought to) be (?:brought|set|changed|raised|lowered|put|increased|reduced|"
      rf"corrected|adjusted|cut)"
      rf"(?: up| down| back)? to (?P<v>\S(?:[^,;?]|,(?=\d))*?)"
      rf"(?: (?:after|following|because|since|as) [^?]*)?[\s.]*$"), r"\g<lead>set the \g<f> of \g<of> to \g<v>"),
    ((rf"{OPENS}{WHO} (?:takes over|will take over|is taking over|took over) (?P<of>{NAME}) "
      rf"as (?:the |its )?(?:new )?(?P<r>(?:project )?(?:manager|sponsor|lead))\b"),
     r"\g<lead>\g<who> is the new \g<r> of \g<of>"),
    (rf"{OPENS}(?:up|bump up|raise) the (?P<f>estimate|effort|budget|amount|forecast|hours) (?P<of>(?:of|for|on) [^,;:?]+?) to (?P<v>\S.*)$",
     r"\g<lead>set the \g<f> \g<of> to \g<v>"),
    ((rf"{OPENS}(?P<which>[\w'’ -]{{0,30}}\b(?P<was>low|medium|high|critical) (?:prio(?:rity)?) (?:tasks|issues|tickets))(?:{TO}| to )"
      r"(?P<v>low|medium|high|critical)\W*$"), r"\g<lead>set the priority of \g<which> to \g<v>"),
    ((rf"{OPENS}(?:status\W+)?(?:set|put|mark|turn|flag|switch) (?P<of>{NAME})(?: status)? (?:to |on |at )?(?P<c>amber|red|green)"
      rf"(?:,? (?:cause|cuz|coz|because|bc)(?: of)? (?P<why>[^,;]+?))?(?:,? (?:till|til|until) (?P<till>[^,;]+?))?\W*$"),
     lambda m: f"{m['lead']}declare {m['of']} {m['c']}{' until ' + m['till'] if m['till'] else ''}{', reason: ' + m['why'] if m['why'] else ''}"),
    ((rf"{OPENS}(?:give|hand|pass|assign|reassign)(?: over)? (?P<what>[^,;:?]+?) to (?:whoever|(?:some|any)(?:body|one) who) (?:has|have|is|got) "
      r"(?:time|free|capacity|room)\b[^?.]*$"), r"who could take over \g<what>?"),
    (r"\b(?:not|isn['’]?t|is not)(?: (?:very|too|so|that|all that|really|particularly|terribly))+ (?:likely|probable)\b", "unlikely"),
    (rf"{OPENS}im(?= (?:on|off|away|out|sick|ill|at|stuck|blocked|done|finished|still|not|working|through|home|back)\b)", r"\g<lead>I am"),
    ((rf"{OPENS}(?:i |we )?(?:worked|spent|put in|logged) (?P<n>\d+(?:[.,]\d+)?\s?(?:h|hrs?|hours?)) (?:on|for|with) (?:the )?(?P<t>[a-z][\w -]+?)"
     rf"(?P<day> today| yesterday)?[\s.!]*$"), r"\g<lead>\g<n> on \g<t>\g<day>"),
    (rf"{OPENS}(?:set|change|put|raise|lower|increase|reduce|cut) (?P<of>{NAME}(?: (?-i:[A-Z]){NAME})?)['’]s (?P<f>{OF_PERSON}) (?:down |up )?to (?P<v>\S.*)$",
     r"\g<lead>set the \g<f> of \g<of> to \g<v>"),
    (rf"{OPENS}(?P<v>set|change|raise|lower|put) our (?=[A-Za-z])", r"\g<lead>\g<v> the "),
    (rf"{OPENS}(?P<set>(?:set|change|put) [\w -]+? (?:of|for) {NAME}){TO}(?P<v>\S.*)$", r"\g<lead>\g<set> to \g<v>"),
    (rf"{OPENS}(?P<of>{NAME}) (?P<f>{OF_PROJECT})(?: date)?(?:{TO}| to )(?P<v>\S.*)$", r"\g<lead>set the \g<f> of \g<of> to \g<v>"),
    (rf"{OPENS}t(?P<n>\d{{1,3}})(?![\w-])(?=.*\w)", r"\g<lead>T-\g<n>"),
    (rf"(?P<key>(?<![\w-])(?:[A-Z]\w*-)*(?:{CODES})-\d+) (?:now |goes |went |moves )*(?:into|to|ready for) review(?!\w)", r"\g<key> is in review"),
    (rf"{OPENS}(?P<which>(?:all|every|everything)\b[^:?]*?) to (?P<what>(?:priority|status) [a-z ]+?)\W*$", r"\g<lead>set \g<which> to \g<what>"),
    (rf"{OPENS}(?P<which>all\b[^:?]*?\b(?:tasks?|milestones?|tickets?|work)\b[^:?]*?) (?P<by>{LENGTH} (?:later|earlier))\W*$",
     r"\g<lead>move \g<which> \g<by>"),
    (rf"{OPENS}(?:{WHAT}) {WHO} {HAS}{THERE} {PASSES} {WHOM}{SINCE}", _all_open),
    (rf"{OPENS}(?:{WHAT})(?: |(?=['’])){LEFT_OF} {WHO}{THERE} {PASSES} {WHOM}{SINCE}", _all_open),
    (rf"{OPENS}{WHOM} (?:gets|takes(?: over| on)?|inherits|picks up) (?:{WHAT}) (?:{WHO} {HAS}|{LEFT_OF} {WHOSE}){THERE}{SINCE}", _all_open),
    ((rf"{OPENS}(?:hand|give|pass|move|transfer|reassign|assign|shift)(?: over)? (?:{WHAT}) (?:{WHO} {HAS}|{LEFT_OF} {WHOSE}){THERE} (?:over )?to "
      rf"{WHOM}{SINCE}"), _all_open),
    (r"\b(?:what|whatever|everything|all|anything)(?: that)? i(?: have|['’]ve(?: got)?)(?: (?:still|open|left))*(?: that is)?(?= due\b)", "all my tasks"),
    (r"\beverything of mine\b", "all my tasks"),
    (r"\b(?:everything|whatever|what)(?:['’]s| is| that(?:['’]s| is))? due for me\b", "all my tasks due"),
    (rf"{OPENS}(?:bring|pull|draw|get) (?P<what>[^,;:?]+?) (?:forward|in|up)(?: by)? (?P<by>{LENGTH}){ENDS}", r"\g<lead>move \g<what> \g<by> earlier"),
    (rf"{OPENS}(?:bring|pull|draw|get) (?P<what>[^,;:?]+?)(?: by)? (?P<by>{LENGTH}) (?:forward|in|up|earlier){ENDS}", r"\g<lead>move \g<what> \g<by> earlier"),
    ((rf"{OPENS}(?P<what>(?:the|all|everything|every|each|our)\b[^,;:?]*?) (?:moves?|shifts?|slips?|slides?|comes?|go(?:es)?)(?: out| back)?(?: by)? "
      rf"(?P<by>{LENGTH})(?: back| later)?{ENDS}"), r"\g<lead>move \g<what> \g<by> later"),
    ((rf"{OPENS}(?P<what>(?:the|all|everything|every|each|our)\b[^,;:?]*?) (?:moves?|shifts?|comes?|go(?:es)?)(?: by)? (?P<by>{LENGTH}) earlier"
      rf"{ENDS}"), r"\g<lead>move \g<what> \g<by> earlier"),
    (rf"{OPENS}make (?P<what>[^,;:?]+?)(?: by)? (?P<by>{LENGTH} (?:later|earlier)){ENDS}", r"\g<lead>move \g<what> \g<by>"),
    ((rf"{OPENS}(?P<what>(?:the|my|our|all|every|each|everything)\b[^,;:?]*?) (?:gets?|should get) (?:the )?(?P<v>low|medium|high|critical) "
      r"priority\W*$"), r"\g<lead>set \g<what> to priority \g<v>"),
    ((rf"{OPENS}(?:(?:i |we )?(?:still )?(?:need|have|want|ought|got) to |(?:i |we )?(?:must|should) )(?P<t>[^,;.:?]{{5,120}}?)\s*[,;.–-]+\s*(?:and |so )?"
      r"(?:please |can you |could you )?(?:put|add|note|write|take) (?:it|that|this)(?: down)? (?:on|to|onto|in|into) my "
      r"(?:list|to-?dos?(?: list)?|tasks?(?: list)?)(?: as (?P<p>low|medium|high|critical|urgent)(?: priority)?)?(?:,? (?:so|otherwise|before|since) [^?]*)?"
      r"\W*$"), lambda m: f"{m['lead']}task for me: {m['t']}{', priority ' + m['p'] if m['p'] else ''}"),
    ((rf"{OPENS}(?:i am|i['’]?m|im) (?:totally |completely |still |really )*(?:stuck|blocked) (?:on|in|at) (?:the )?(?P<t>[\w' -]{{3,60}}?)"
      r"(?P<why>\s*(?:,|because\b|since\b|:|\s-)\s*\S.*)?\W*$"),
     lambda m: f"{m['lead']}{m['t']} is blocked{', ' + m['why'].strip(' ,:-') if m['why'] else ''}"),
    (r"(?<=[\w.]),?\s+and (?:please |also )*(?:add|leave|put|write) (?:a |the |this )?(?:comment|note)(?: saying| that)?\s*:?\s+(?=\S)", ", comment: "),
    (rf"{OPENS}(?P<key>(?:[A-Za-z]\w*-)+\d+)\s*[:,–-]\s*(?:please )?(?:add|leave|put|write) (?:a |the |this )?(?:comment|note)(?: saying| that)?\s*:\s*(?=\S)",
     r"\g<lead>comment on \g<key>: "),
    ((rf"{OPENS}(?P<of>{NAME}) (?:please|pls) (?:(?:now|back) )?(?:to|on)(?: be)? (?P<v>on hold|hold|active|(?:the )?(?:planning|execution|closing|closed|"
      r"cancelled)(?: phase)?)(?=\W|$)"), lambda m: f"{m['lead']}put {m['of']} to {'on hold' if m['v'].lower() == 'hold' else m['v']}"),
    (r"(?P<of>\bdeclare [\w-]+ (?:as )?(?:red|amber|green))\s*[.;]\s*(?:the )?reason(?: is| being| to state| to give)?\s*:?\s+", r"\g<of>, reason: "),
    ((rf"{OPENS}(?:what|this is what) (?P<of>{NAME}) (?:has )?(?:taught|showed|shown|teaches) us(?: is| was)?"
      rf"\s*[:,–-]\s*(?P<t>[^?:]{{8,200}}?)\s*[.;–-]+\s*(?:and |so )?"
      rf"(?:please |can you |could you )?(?:put|note|log|record|enter|write|register|capture|add|pop|stick|file|save) (?:it|that|this)"
      rf"(?: down| up| in)? (?:as|in|into|to|on|under|among) (?:an? |the |our )?(?:new )?(?P<what>{ABOUT})(?: log| register| list)?"
      r"(?:,? (?:please|would you|will you|could you))?\W*$"),
     lambda m: f"{m['lead']}{m['what']} on {m['of']}: “{m['t'][:1].upper()}{m['t'][1:]}”"),
    ((rf"{OPENS}(?P<who>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?|i) (?:is|am|will be|becomes) (?:now |from now on )?(?:the |our )?"
      r"(?P<role>owner|reviewer|decider|approver|sponsor|sender|contact|project manager|manager|requester) (?:of|for|on) "
      r"(?P<of>(?:[A-Za-z]\w*-)+\d+)\W*$"),
     lambda m: f"{m['lead']}set the {m['role']} of {m['of']} to {'me' if m['who'].lower() == 'i' else m['who']}"),
    ((rf"{OPENS}(?P<what>the [\w' -]{{3,60}}? risk(?: (?:on|of|for|in) {NAME})?) (?:has |have )?(?:now |just |actually )*(?:materiali[sz]ed|occurred|happened|"
      rf"come true|struck|hit us)(?P<at> (?:on|in|at) {NAME})?\s*(?:[.,;–-]+\s*(?:so |and )?(?:set |mark )?(?:the |its )?(?:status|state)?"
      r"(?: to| is| as)? ?triggered(?:,? please)?)?\W*$"), r"\g<lead>set the status of \g<what>\g<at> to triggered"),
    (rf"{OPENS}(?P<to>{PERSON}) (?:takes|picks up|will take|is taking) (?P<what>the [\w' -]{{3,60}}?) off (?:{PERSON})(?:['’]s (?:hands|plate|desk))?\W*$",
     r"\g<lead>give \g<what> to \g<to>"),
    ((rf"{OPENS}(?:the )?(?P<line>(?!(?:set|raise|lower|increase|reduce|change|put|make|update)\b)"
      rf"[\w&' -]{{3,30}}?) (?:budget )?line (?P<of>(?:of|on|in|for) {NAME})\s*[:,–-]?\s*(?:the )?(?:amount|budget)? ?"
      rf"(?:is |to |should |must |will |now |becomes? |be |=|at )+(?P<n>\d[\d.,]*\s?(?:k|m|EUR|€)?)(?:,? (?:per|as per|says|by|according to) [\w ]+)?\W*$"),
     r"\g<lead>set the \g<line> budget line \g<of> to \g<n>"),
    ((rf"{OPENS}(?:from now on|as of now|from today(?: on)?|starting today|now),? "
      rf"(?P<who>{PERSON}) (?:(?P<does>sponsors|manages|leads|runs)|is (?:the |our )?(?:new )?(?P<r>sponsor|(?:project )?manager) (?:of|for|on)) (?P<of>{NAME})"
      rf"(?:,? (?:please |so )*(?:reflect|note|enter|record|change|update) (?:that|this|it)(?: please)?)?\W*$"),
     lambda m: f"{m['lead']}set the {'sponsor' if 'sponsor' in (m['does'] or m['r']) else 'manager'} of {m['of']} to {m['who']}"),
    (rf"{OPENS}(?P<what>[\w' -]{{5,60}}?) (?:can|could|may) (?:now )?(?:go|move|be put) (?:in|into|to) review(?: now)?(?=\W|$)",
     r"\g<lead>\g<what> is in review"),
    (r"(?P<lead>\bdecision\b.*?[.,;]\s*)i (?:took|made) (?:it|this|that)(?: decision)?(?= (?:yesterday|today|on|this|last)\b)", r"\g<lead>I decided it"),
    (r"(?<=\w),\s*(?:and )?(?:she|he|they)(?:['’]s| is|['’]re| are) (?:an? )?(?P<s>external|internal)\b(?! \w)", r", side \g<s>"),
    ((r"(?P<who>\bstakeholders?\b.*?)\s*,?\s+and (?:still |only |just |currently |quite |rather )*(?P<v>supportive|neutral|resistant|unaware)"
      r"(?: so far| for now| at the moment| now)?(?=\W*$)"), r"\g<who>, current \g<v>"),
    ((r"(?<=\w),?\s+(?:and )?(?:she|he|they)(?:['’]s| is|['’]re| are)(?: quite| very| rather| still)? (?P<v>supportive|neutral|resistant|unaware)"
      r"(?: these days| now| by now| at last| today| again)?(?=\W*$)"), r", current \g<v>"),
    (rf"{OPENS}(?:a |another )?new (?P<k>project|programme) (?=(?-i:[A-Z]))(?![^,]*\?)", r"\g<lead>create a \g<k> "),
    ((rf"{OPENS}any (?P<of>[\w-]+ )?(?P<k>task|risk|issue|milestone|benefit|decision) (?P<which>[^,;:?]+?) "
      rf"(?:(?:goes|is to go|should go|must go|moves) to|(?:lands?|should land|is to land|belongs?|should be) with) {WHOM}\W*$"),
     r"\g<lead>give all \g<of>\g<k>s \g<which> to \g<to>"),
    ((rf"{OPENS}(?:the )?(?:new )?(?P<r>project lead|project manager|manager|lead|sponsor) (?:of|for|on) (?P<of>{NAME}) is (?:now )?(?P<who>(?-i:[A-Z])[\w'-]+)"
      r"(?: (?:now|from (?:today|now)(?: on)?|as of (?:today|now)|starting today))\W*$"),
     lambda m: f"{m['lead']}set the {'sponsor' if 'sponsor' in m['r'].lower() else 'manager'} of {m['of']} to {m['who']}"),
    ((rf"{OPENS}(?P<who>{PERSON}) (?:is|will be|goes) (?:off |away |out )?(?:on|for) (?:[\w-]+ )?(?:leave|holiday|vacation)\b[^,;.]*[,;.]\s*"
      r"(?:so |and |please )*"
      rf"(?P<v>give|move|hand|assign|reassign|pass)(?: over)? (?P<all>all (?:of )?)?(?:his|her|their) (?P<what>[^,;:?]+?) (?:over )?to {WHOM}\W*$"),
     r"\g<lead>\g<v> \g<all>\g<who>'s \g<what> to \g<to>"),
    ((rf"{OPENS}(?!(?:i|we|you|it)\b)(?P<t>[\w' ]{{8,60}}?)\s*(?: [-–]|[,:;])\s+(?:please |pls )?(?P<v>bump|raise|set|move|push|mark|give|close|reopen) "
      r"(?:that one|this one|that|it)(?P<rest> .+)$"), r"\g<lead>\g<v> \g<t>\g<rest>"),
    (rf"{OPENS}(?P<v>flip|switch|turn) (?P<which>all [^,;:?]+?) (?:that|which) are (?:in |on )?(?P<was>[a-z ]+?) to (?P<to>[a-z ]+)\W*$",
     r"\g<lead>set the status of all \g<was> \g<which> to \g<to>"),
    ((rf"{OPENS}what(?:ever|soever)? is (?P<how>overdue|late|blocked|open) (?P<of>on|in|at) (?P<p>{NAME}),? (?:raise|set|bump|move|push|lower) "
      r"(?:it|that|them|those) to (?P<v>low|medium|high|critical) priority\W*$"), r"\g<lead>set the priority of all \g<how> tasks of \g<p> to \g<v>"),
    (r"\bwith a due date (?:of |on |in )?(?=(?:this|next|last|today|tomorrow|on)\b|\d)", "due "),
    (r"(?<=\w),?\s+(?:and )?(?:they|he|she) (?:have |has )?promised? it for (?=\w)", ", promised for "),
    (rf"{OPENS}put me down for (?P<which>all of them|them|both|it|that|this|these|those)\W*$", r"\g<lead>assign \g<which> to me"),
    ((rf"{OPENS}(?P<verb>approve|accept|reject|decline) (?:the )?(?P<what>[\w -]+?) (?P<noun>change|request|change request) (?P<for>for (?:the )?"
     r"(?P<whom>[a-z]+))\W*$"), r"\g<lead>\g<verb> the \g<what> \g<whom> \g<noun>"),
    ((r"(?<=[,.;])\s*(?:and )?(?:(?:it['’]?s|it is|that['’]?s|this is) mine|mine|i(?:['’]ll| will)? (?:own|look after|take care of|take|answer for|handle) "
      rf"(?:it|this|that)){ENDS}"), " owner me"),
    (rf"(?<=[,.;])\s*(?:it['’]?s|it is|that['’]?s) an? (?P<must>must|should|could)(?:[- ]have)?{ENDS}", r" priority \g<must>"),
    (r"(?P<risk>\brisk\b.*?[,.;:]) *(?:i['’]?d say |i would say |say |about )?(?P<p>[1-5]) ?[x×*/] ?(?P<i>[1-5])\b(?![/.]\d)",
     r"\g<risk> probability \g<p>, impact \g<i>"),
    ((rf"{OPENS}(?:we|i)(?:['’]ve| have)(?: got)? an? (?:new )?(?P<what>problem|issue|bug|defect|risk) (?:on|with|in|at) (?P<of>{NAME})\s*[,:–-]\s*"),
     r"\g<lead>new \g<what> on \g<of>: "),
    ((rf"{OPENS}(?P<what>(?:all|every|everything|whatever|my|the|low|medium|high|critical|open|overdue|late|old|[\w'’]+['’]s)\b[^.;?!]*?)"
      r"(?: can wait| (?:is|are) (?:not|n['’]t) urgent)?"
      r"\s*(?:[–—,:;.]|\s-)\s*(?:please |pls |just |can you |could you )*"
      r"(?P<verb>shift|move|push|postpone|delay|mark|close|cancel|give|assign|reassign|hand|set|put) (?:the (?:whole )?lot|them all|all of (?:them|it)|it all|"
      r"the whole (?:bunch|batch)|(?:every |each )(?:single )?(?:one )?of them)\b"), r"\g<lead>\g<verb> \g<what>"),
    (rf"{OPENS}(?P<how>soft|hard|firm)(?:ly)?[- ]?(?P<book>book|reserve)\b(?P<rest>[^;?!]*?)\W*$", r"\g<lead>\g<book>\g<rest>, commitment \g<how>"),
    (rf"{OPENS}(?P<what>(?:new |another )?{NAME}(?: {NAME})? (?:for|on) {NAME}) (?:pls|plz|please)\s*[.,:]\s*", r"\g<lead>\g<what>: "),
    ((rf"{OPENS}(?P<a>(?:move|put|shift|push|give|set|hand|assign|change|postpone)\b[^;?]*?\b(?:all|every|each|the)\b[^;?]*?) (?:which|that) (?:is|are) "
      r"(?:still )?(?:not (?:done|finished|completed?|closed|ready)|open|unfinished|undone)(?: yet)?(?P<b> (?:to|over|by|on)\b.*)$"), r"\g<lead>\g<a>\g<b>"),
))
VALUE = re.compile(r"\d\s*(?:%|percent|h\b|hours?)|\b(?:owner|responsible|due|priority|high|low|critical|progress|review|because|should|must|please|set|"
                   r"mark|move|give|assign|make|put|tell|and)\b", re.I)
WHO, IS = r"(?:he|she|they|we|i|it|NAMES|(?:the|our|my) [a-z]+(?: [a-z]+)?)", r"(?:is|are|am|was|were|has|have|had|will be|can ?not|can['’]t|\w+n['’]t)"
REASON = rf"\s*(?:,|\s[–—-]\s)\s*(?P<why>(?:(?:since|as|cause|cos)\s+)?{WHO}(?:['’](?:s|re|m|ve)|\s+{IS})\b(?P<rest>[^,;:?]*))$"
PURPOSE = re.compile(r"\s*,?\s+(?P<why>so that [^;:?]+)$", re.I)
VERB = re.compile(rf"{OPENS}(?:move|push|postpone|delay|give|assign|reassign|hand|shift|reschedule|cancel|set|extend|bring|all)\b", re.I)


def put_as_wish(text: str, projects: Iterable[str]) -> str:
    """The same wish in the usual words; what is quoted stays."""
    if QUOTED.search(text) or "\n" in text.strip():
        return text
    if (named := _keyed(tuple(projects))) is not None:
        text = named.sub(lambda m: f"{m['of']} {m['code'].upper()}-{m['n']}", text)
    if (told := _told_of(tuple(projects))) is not None and not text.rstrip().endswith("?"):
        text = told.sub(lambda m: f"{m['lead']}set the {m['f1'] or m['f2'] or m['f3']} of {m['of1'] or m['of2'] or m['of3']} to {m['v']}", text)
    text = written_down(decided_now(text, projects), projects)
    return turned(text, TURNS)


def without_reason(text: str, people: Iterable[str]) -> tuple[str, str]:
    """An order without the clause behind it that only says why, and that clause: “push it back a week, ben is swamped”."""
    if not VERB.match(text) or ":" in text or QUOTED.search(text):
        return text, ""
    if (m := PURPOSE.search(text)) is not None:
        return text[:m.start()], m["why"].strip(" .!")
    m = _reason(tuple(people)).search(text.rstrip(" .!"))
    return (text[:m.start()], m["why"]) if m and not VALUE.search(m["rest"]) else (text, "")


@lru_cache(maxsize=16)
def _keyed(projects: tuple[str, ...]) -> re.Pattern[str] | None:
    names = "|".join(re.escape(n) for n in sorted(projects, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<of>{names}) (?P<code>{CODES})[ -]?(?P<n>\d{{1,4}})(?![\w-])", re.I) if names else None


@lru_cache(maxsize=16)
def _told_of(projects: tuple[str, ...]) -> re.Pattern[str] | None:
    """Who leads a project and what its numbers are, as it is told: “the sponsor of Apollo is Carla”, “Apollo: priority 1”."""
    names = "|".join(re.escape(n) for n in sorted(projects, key=len, reverse=True))
    f, value = rf"(?:{STATED})", rf"(?P<v>\d+(?:[.,]\d+)?|(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?|(?!(?:{NO_NAME})\b)[a-z]{{3,}})\W*$"
    ways = (rf"(?P<of1>{names})\s*[:,–-]\s*(?:the |new )*(?P<f1>{f})\s*(?:[:=]|is|to)?\s+",
            rf"(?:the )?(?:new )?(?P<f2>{f}) (?:of|for) (?P<of2>{names}) (?:is|will be)(?: now)? ",
            rf"(?P<of3>{names})['’]s (?:new )?(?P<f3>{f}) (?:is|will be)(?: now)? ")
    return re.compile(rf"{OPENS}(?:{'|'.join(ways)}){value}", re.I) if names else None


@lru_cache(maxsize=16)
def _reason(people: tuple[str, ...]) -> re.Pattern[str]:
    names = {part for name in people for part in (name, name.split()[0])}
    return re.compile(REASON.replace("NAMES", "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) or r"(?!)"), re.I)
