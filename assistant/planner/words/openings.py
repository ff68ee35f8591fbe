"""How a message may open before it says anything: “so”, “and”, “ok”, “please”; one list for all that look behind it."""

OPENERS = ("so", "and", "but", "then", "ok", "okay", "well", "hi", "hello", "hey", "h+m+", "actually", "now", "please", "right", "oh", "honestly", "wait")


def opening(*more: str) -> str:
    """A pattern of such words at the beginning, with `more` that only some questions may begin with: “tell me”."""
    return rf"^\W*(?:(?:{'|'.join((*OPENERS, *more))})\b[\s,.:;!…–-]*)*"
