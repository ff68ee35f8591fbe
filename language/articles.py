"""The article of a noun."""


def one(noun: str) -> str:
    """"a task", "an issue"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
