"""Words that mean nothing by themselves: those of every question, of politeness, and verbs that go with anything."""
from language.words import words

EMPTY = frozenset((
    "a", "an", "the", "of", "on", "in", "to", "for", "by", "is", "are", "me", "please", "and", "with", "its", "it", "i", "my", "what", "who", "which",
    "when", "where", "how", "do", "does", "did", "can", "could", "should", "would", "will", "was", "were", "has", "have", "had", "be", "been", "you",
    "your", "we", "our", "us", "they", "their", "them", "this", "that", "these", "those", "there", "here", "any", "all", "some", "every", "each", "many",
    "much", "show", "list", "give", "see", "find", "get", "want", "need", "like", "tell", "display", "view", "count", "number", "so", "ok", "hi", "hey",
    "hello", "now", "right", "just", "currently", "moment", "at", "or", "as", "from", "about", "not", "no", "up", "out", "got", "exist", "exists", "know",
    "us", "per", "sorted", "sort", "order", "overall", "total", "altogether", "across", "portfolio", "company", "whole", "entire", "complete", "full",
    "everything", "everyone", "somebody", "someone", "anybody", "anyone", "anything", "people", "person", "team", "work", "works", "working", "here",
    "going", "more", "than", "thing", "things", "stuff", "named", "called", "present", "existing", "different", "kind", "kinds", "ever", "yet", "still",
    "also", "then", "only", "too", "very", "really", "again", "above", "below", "over", "under", "between", "least", "most", "before", "after", "since",
    "until", "during", "today", "own", "owns", "owned", "register", "lead", "leads", "led", "manage", "manages", "managed", "run", "runs", "responsible",
    "am", "answer", "answers", "answering", "accountable",
    "search", "look", "looking", "coming", "why",
    "ones", "grouped", "except", "excluding", "apart", "other", "items", "item", "points", "point", "topics", "owe", "owes", "soon", "really",
    "ending", "ends", "ended", "starting", "starts", "finishing", "finishes", "expiring", "expires", "expire", "running", "happening", "takes", "place",
    "mind", "telling",
    "books", "split", "splitted",
    "good", "morning", "afternoon", "evening", "idea", "whether", "if", "abt", "something", "dear", "thanks", "thank", "because",
    "wonder", "wondering", "quickly", "maybe", "perhaps", "already", "far", "them", "exactly", "etc", "pls", "plz", "us", "shown", "tells",
    "assigned", "belong", "belongs", "related", "let", "u", "sir", "latest", "recent", "next", "upcoming", "biggest", "top",
    "fall", "falls", "lie", "lies", "newest", "oldest", "earliest", "dearest",
))
SAID_ANYHOW = frozenset((
    "about", "afternoon", "again", "all", "among", "any", "anymore", "are", "be", "been", "being", "brief", "can", "could", "currently", "did", "do", "does",
    "earth", "evening", "five", "for", "four", "from", "had", "has", "have", "here", "honest", "hour", "hours", "how", "inside", "just", "lately",
    "meeting", "minutes", "moment", "morning", "now", "one", "our", "play", "please", "question", "quick", "right", "sentences", "short", "should",
    "some", "thanks", "that", "the", "there", "these", "this", "those", "three", "two", "was", "what", "when", "where", "which", "while", "who",
    "why", "will", "with", "words", "would", "you", "your",
))
OF_ANYTHING = frozenset((
    "actually", "another", "anyway", "ask", "asked", "asks", "away", "back", "believe", "best", "better", "briefly", "came", "chase", "check",
    "comes", "discuss", "doin", "doing", "done", "down", "else", "first", "forward", "gave", "gets", "getting", "given", "goes", "gone", "happened",
    "happens", "held", "help", "holding", "holds", "honestly", "into", "keep", "keeps", "kept", "last", "looked", "looks", "made", "make", "makes",
    "mean", "means", "meant", "needs", "overview", "picture", "puts", "same", "sorry", "speak", "step", "supposed", "sure", "take", "taken", "talk",
    "think", "time", "times", "took", "version", "wanted", "wants", "whom", "whose", "wish", "worst",
    "says", "said", "deal", "dealing", "headline", "long", "shape", "without", "plan", "numbers", "cheapest", "dearest",
    "eaten", "come", "anywhere", "lose", "brought", "bring", "brings", "write", "must", "walk",
))
IDLE = EMPTY | SAID_ANYHOW | OF_ANYTHING | frozenset(words()["small"])
