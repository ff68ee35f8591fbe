"""Where somebody goes after signing in: a page of ours, whatever an address says."""
import re

OURS = re.compile(r"/(?![/\\])[!-~]*")
SIGN_IN = "/sign-in"


def landing(said: str) -> str:
    """The path that was wanted, with its query; the first page for what leads elsewhere, or back to signing in."""
    is_ours = OURS.fullmatch(said) and "\\" not in said and not said.startswith((SIGN_IN, "/api/"))
    return said if is_ours else "/"
