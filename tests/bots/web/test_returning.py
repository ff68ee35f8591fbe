"""Signing in elsewhere and coming back, as a browser does it: a session for who is proven there, and a plain page for everything else."""
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from tests.bots.web.doors import READ, Door
from tests.fakes.idp import OTHER, Idp
from tests.records.conftest import BEN


async def gone(door: Door, wanted: str = "/") -> str:
    """The address at the provider that the browser is sent to."""
    answer = await door.browser.get("/sign-in/oidc", params={"next": wanted})
    assert answer.status_code == 303
    return str(answer.headers["location"])


async def signed_in(door: Door, idp: Idp, wanted: str = "/") -> httpx.Response:
    return await door.browser.get("/sign-in/oidc/callback", params=idp.sign_in(await gone(door, wanted)))


@pytest.mark.slow
async def test_who_signs_in_there_is_in_here_where_they_wanted_to_go(door: Door, idp: Idp) -> None:
    answer = await signed_in(door, idp, "/projects/APOLLO?period=month")
    assert (answer.status_code, answer.headers["location"]) == (303, "/projects/APOLLO?period=month")
    new, over = (said.partition("=") for said in answer.headers.get_list("set-cookie"))
    assert (new[0], new[2].partition(";")[2]) == ("__Host-pmo", " HttpOnly; Max-Age=2592000; Path=/; SameSite=lax; Secure")
    assert (over[0], over[2].partition(";")[0]) == ("__Host-pmo-going", '""')
    assert (await door.browser.get("/api/v1/session")).json()["email"] == BEN


async def test_what_the_browser_keeps_meanwhile_is_not_what_the_address_shows(door: Door, idp: Idp) -> None:
    address = await gone(door)
    kept = door.browser.cookies["__Host-pmo-going"].partition(".")[0]
    assert kept not in address
    assert urlsplit(address).netloc == urlsplit(idp.issuer).netloc


async def test_nobody_is_led_elsewhere_by_it(door: Door, idp: Idp) -> None:
    assert (await signed_in(door, idp, "//evil.example")).headers["location"] == "/"


@pytest.mark.parametrize(("claims", "says"), [
    ({"iss": "https://evil.example"}, "it comes from another issuer"), ({"aud": "another"}, "it is meant for another application"),
    ({"nonce": "another"}, "it is of another sign-in"), ({"exp": 1}, "it has expired"), ({"email_verified": False}, "your e-mail address is verified"),
])
async def test_what_proves_nobody_is_said_on_the_page_and_opens_nothing(door: Door, idp: Idp, claims: dict[str, Any], says: str) -> None:
    idp.claims = claims
    answer = await signed_in(door, idp)
    assert (answer.status_code, "__Host-pmo=" in str(answer.headers)) == (401, False)
    assert says in answer.text
    assert (await door.browser.get(READ)).status_code == 401


async def test_a_forged_token_opens_nothing(door: Door, idp: Idp) -> None:
    idp.key = OTHER
    assert (await signed_in(door, idp)).status_code == 401


async def test_what_somebody_else_began_does_not_end_in_this_browser(door: Door, idp: Idp) -> None:
    theirs = idp.sign_in(await gone(door))
    await gone(door)
    answer = await door.browser.get("/sign-in/oidc/callback", params=theirs)
    assert (answer.status_code, "was not begun in this browser" in answer.text) == (401, True)
    door.browser.cookies.clear()
    assert (await door.browser.get("/sign-in/oidc/callback", params=theirs)).status_code == 401


async def test_coming_back_twice_signs_in_once(door: Door, idp: Idp) -> None:
    said = idp.sign_in(await gone(door))
    assert [(await door.browser.get("/sign-in/oidc/callback", params=said)).status_code for _ in range(2)] == [303, 401]


async def test_who_is_unknown_here_is_told_whom_to_ask(door: Door, idp: Idp) -> None:
    idp.person = {"email": "eve@office.example", "name": "<b>Eve</b>"}
    answer = await signed_in(door, idp)
    assert (answer.status_code, "I don&#x27;t know you here yet. Ask the PMO to add you" in answer.text) == (403, True)
    assert "Northlight says that it is eve@office.example." in answer.text


async def test_a_code_that_is_over_says_so_and_who_begins_again_still_goes_where_they_wanted_to(door: Door, idp: Idp) -> None:
    said = idp.sign_in(await gone(door, '/records/APOLLO-R-1?"><b>'))
    idp.codes.clear()
    answer = await door.browser.get("/sign-in/oidc/callback", params=said)
    assert (answer.status_code, "That sign-in was used already, or it took too long." in answer.text) == (401, True)
    assert '<main data-next="/records/APOLLO-R-1?&quot;&gt;&lt;b&gt;">' in answer.text


async def test_a_group_lets_a_stranger_in_with_its_role(door: Door, idp: Idp) -> None:
    idp.person = {"email": "max@office.example", "name": "Max Stone", "groups": ["planners"]}
    assert (await signed_in(door, idp)).status_code == 303
    assert [r.value for r in door.roles("max@office.example")] == ["project manager"]


async def test_nothing_that_the_provider_or_an_address_says_gets_into_the_page(door: Door, idp: Idp) -> None:
    idp.refuses = True
    said = idp.sign_in(await gone(door))
    answer = await door.browser.get("/sign-in/oidc/callback", params=said | {"error": "<script>", "error_description": "<script>alert(1)</script>"})
    assert answer.status_code == 401
    assert "alert(1)" not in answer.text
    assert "Northlight did not let you in." in answer.text
