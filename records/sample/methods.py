"""How the sample company does each type of project: the built-in methods as records of its own, which it may change."""
from collections.abc import Iterator

from records.breakdown.base import Method
from records.breakdown.methods import built_in
from records.proposals import Create


def templates() -> tuple[Create, ...]:
    """A plan template for each method with its steps."""
    return tuple(wish for method in built_in() for wish in _template(method))


def _template(method: Method) -> Iterator[Create]:
    yield Create("template", {"name": method.name, "heard": ", ".join(method.heard), "purpose": method.purpose})
    for s in method.steps:
        best, likely, worst = s.effort or (None, None, None)
        yield Create("templatestep", {"template_id": method.name, "number": s.number, "phase": s.phase, "title": s.title, "type": s.type, "size": s.size,
                                      "outcome": s.outcome, "acceptance": s.acceptance, "role": s.role, "optimistic": best, "hours": likely,
                                      "pessimistic": worst, "after": ", ".join(s.after), "heard": ", ".join(s.heard), "because": s.because})
