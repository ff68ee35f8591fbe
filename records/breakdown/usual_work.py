"""Work that is much the same in every project, by the verb it begins with: who does it, and how long it takes."""
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
import tomllib

from language.cleaning import folded

LEAD = "project manager"
Usual = tuple[str, tuple[float, float, float]]


def usual(verb: str, role: str, roles: frozenset[str]) -> Usual | None:
    """Who does work of this verb and its hours, where its verb tells; a role that a method does not know falls to who leads the project."""
    found = _known().get(folded(verb))
    if found is None:
        return None
    own, hours = found
    return (role if not own else own if own in roles else LEAD), hours


@cache
def _known() -> Mapping[str, Usual]:
    said = tomllib.loads(files("records.breakdown").joinpath("work.toml").read_text("utf-8"))["work"]
    return {folded(verb): (w["role"], (float(w["hours"][0]), float(w["hours"][1]), float(w["hours"][2]))) for w in said for verb in w["verbs"]}
