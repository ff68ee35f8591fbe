"""How people tell something: the words that open what we found or fear, and the verbs by which a whole sentence is known."""
import re

from assistant.planner.words.phrases import ORDERS

CARRIER = re.compile(r"^\W*that\s+(?=(?:the|a|an|our|we|they|it|he|she|nobody|no)\s+\S+ \S)|"
                     r"^\W*there(?:['’]s| is| are) (?:an? |some )?(?:\w+ )?(?:chance|risk|danger|possibility) that (?=\S+ \S)|"
                     r"^\W*(?:(?:and|so|but|well|also|as|that)\s+)*(?:we|i)(?:['’](?:m|ve|re|d))?\s+(?:(?:have|had|was|were|am|are|just|also|only|now|"
                     r"already|really|a bit|rather)\s+)*(?:(?:found|noticed|discovered|realised|realized|saw|heard|learned|learnt|understood)(?: out)?|"
                     r"think|thought|believe|fear|feared|suspect|(?:worried|afraid|concerned|scared|sorry))\s+(?:that\s+)?(?=\S+ \S+ \S)", re.I)
SURELY_VERB = (r"(?:is|are|was|were|isn['’]?t|aren['’]?t|wasn['’]?t|has|hasn['’]?t|have|haven['’]?t|had|hadn['’]?t|will|won['’]?t|would|wouldn['’]?t|can|"
               r"can['’]?t|cannot|could|couldn['’]?t|should|must|may|might|does|doesn['’]?t|do|don['’]?t|did|didn['’]?t|told|said|says|thinks?|wants?|went|goes|"
               r"came|comes|sent|sends|got|gets|became|becomes|began|begins|waits|needs|means|knows|seems|looks|happens|happened|belongs?)")
THIRD = "|".join(f"{verb}(?:e?s)" for verb in ("start", "end", "depend", "arrive", "belong", "hang", "sit", "stand", "run", "slip", "move", "fail", "stop"))
VERB = re.compile(rf"\b(?:{SURELY_VERB}|{THIRD})(?![\w-])", re.I)
RELATIVE = re.compile(r"\b(?:who|which|that|what|whether|how|if|where|why|when|until|because|since|after|before|once|while|so)\b", re.I)
DOES = re.compile(rf"(?:{'|'.join(ORDERS)}|[a-z]+ (?:the|a|an|our|all|every|each|up|out|if|whether|how|that|what|who|why)|not to|never)\b", re.I)
NOT = re.compile(r"\b(?P<not>(?:never|not) to|never|not|no)\s+$", re.I)
ASIDE = re.compile(rf"\s*[,;]\s+(?=(?:because|since|as|so|but|and so|which|who)\b|(?:it|that|this|he|she|they|we|i|the [\w-]+(?: [\w-]+)?|(?-i:[A-Z])[\w-]+)"
                   rf"(?:['’]s)?\s+(?:(?:just|already|now)\s+)?{SURELY_VERB}\b)", re.I)


def is_clause(words: str) -> bool:
    """Whether some words are a whole sentence with its own verb, and so hardly the name of something to do or to have: “nobody has that on their list”."""
    told = RELATIVE.split(words)[0]
    verb = VERB.search(told)
    return verb is not None and DOES.match(words) is None
