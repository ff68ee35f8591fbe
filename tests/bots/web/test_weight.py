"""What comes of the page when it is opened: everything it imports is named in its head, so that it comes at once, and all of it together is light."""
import gzip
import re

from bots.web.pages import PAGE

MOST = 60_000                    # bytes, as they come
LINKED = re.compile(r'(?:href|src)="/page/([\w.-]+)"')
IMPORTED = re.compile(r'^import .* from "\./([\w.-]+)";$', re.MULTILINE)


def named() -> set[str]:
    return set(LINKED.findall((PAGE / "index.html").read_text("utf-8")))


def test_every_module_of_the_page_is_asked_for_in_its_head() -> None:
    wanted, reached = {"app.js"}, set[str]()
    while more := wanted - reached:
        reached |= more
        wanted |= {name for module in more for name in IMPORTED.findall((PAGE / module).read_text("utf-8"))}
    assert {name for name in named() if name.endswith(".js")} == wanted


def test_all_of_the_page_comes_in_less_than_60_kb() -> None:
    assert sum(len(gzip.compress((PAGE / name).read_bytes())) for name in {*named(), "index.html"}) < MOST


def test_no_page_asks_for_what_is_not_there() -> None:
    for page in PAGE.glob("*.html"):
        assert [name for name in LINKED.findall(page.read_text("utf-8")) if not (PAGE / name).exists()] == []
