"""OpenID Connect against a provider over real HTTP: a good sign-in proves somebody, and everything that is not right proves nobody, in plain words."""
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from assistant.openid import Client, Proven, Provider
from records.errors import Unproven
from tests.fakes.idp import CLIENT, KEY, NEXT, OTHER, SECRET, Idp, serving, shared_secret
from tests.records.conftest import BEN, NOW

HOME = "http://127.0.0.1:8000/sign-in/oidc/callback"
MINE = "keepsake-of-this-browser"


@pytest.fixture(scope="module")
def running() -> Iterator[Idp]:
    with serving(Idp(int(NOW.timestamp()))) as idp:
        yield idp


@pytest.fixture
def idp(running: Idp) -> Idp:
    """The provider as it is on a good day."""
    running.person = {"email": BEN, "name": "Ben Okafor", "groups": ["planners", "staff"]}
    running.claims, running.key, running.alg, running.refuses, running.published = {}, KEY, "ES256", False, [KEY]
    return running


def provider(idp: Idp, **more: Any) -> Provider:
    return Provider(Client(idp.issuer, CLIENT, SECRET, "your company account", HOME, **more), lambda: NOW)


async def signed_in(idp: Idp, at: Provider | None = None) -> Proven:
    at = at or provider(idp)
    return await at.finish(idp.sign_in(await at.begin(MINE)), MINE)


async def refused(idp: Idp, at: Provider | None = None) -> str:
    with pytest.raises(Unproven) as why:
        await signed_in(idp, at)
    return str(why.value)


async def test_who_signs_in_there_is_proven_with_their_groups(idp: Idp) -> None:
    idp.claims = {"roles": ["lead"]}
    assert await signed_in(idp) == Proven(BEN, "Ben Okafor", ("planners", "staff", "lead"))


async def test_what_the_provider_publishes_is_kept_for_an_hour(idp: Idp) -> None:
    idp.asked.clear()
    at = provider(idp)
    await signed_in(idp, at)
    await signed_in(idp, at)
    assert idp.asked == ["/.well-known/openid-configuration", "/keys"]
    at._clock = lambda: NOW + timedelta(hours=1, seconds=1)
    await at.begin(MINE)
    assert len(idp.asked) == 3


async def test_a_key_that_was_changed_is_learned(idp: Idp) -> None:
    at = provider(idp)
    await signed_in(idp, at)
    idp.key, idp.published = NEXT, [NEXT]
    assert (await signed_in(idp, at)).email == BEN


@pytest.mark.parametrize(("claims", "why"), [
    ({"iss": "https://evil.example"}, "it comes from another issuer"), ({"aud": "another-app"}, "it is meant for another application"),
    ({"aud": ["another-app"]}, "it is meant for another application"), ({"nonce": "of-another"}, "it is of another sign-in"),
    ({"nonce": None}, "it is of another sign-in"), ({"exp": int(NOW.timestamp()) - 120}, "it has expired"), ({"exp": None}, "it has expired"),
    ({"iat": int(NOW.timestamp()) + 600}, "it is not signed as it should be"),
])
async def test_an_id_token_that_says_something_else_proves_nobody(idp: Idp, claims: dict[str, Any], why: str) -> None:
    idp.claims = claims
    assert await refused(idp) == (f"What your company account said about you cannot be trusted ({why}), so you are not signed in. Please begin again; "
                                  "if it stays so, tell your PMO.")


@pytest.mark.parametrize(("key", "alg"), [(OTHER, "ES256"), (shared_secret(), "HS256")])
async def test_an_id_token_that_somebody_else_signed_proves_nobody(idp: Idp, key: Any, alg: str) -> None:
    idp.key, idp.alg = key, alg
    assert "it is not signed as it should be" in await refused(idp)


@pytest.mark.parametrize("claims", [{"email_verified": False}, {"email_verified": None}, {"email_verified": "no"}, {"email": None}, {"email_verified": [True]}])
async def test_an_address_that_is_not_verified_proves_nobody(idp: Idp, claims: dict[str, Any]) -> None:
    idp.claims = claims
    assert await refused(idp) == ("Your company account does not say that your e-mail address is verified, so it proves nothing here. Verify it there, or "
                                  "ask your PMO for a link.")


async def test_what_microsoft_calls_verified_is(idp: Idp) -> None:
    idp.claims = {"email_verified": None, "xms_edov": True}
    assert (await signed_in(idp)).email == BEN


@pytest.mark.parametrize("said", [{"state": "of-another"}, {"state": ""}, {"state": "\ud800"}])
async def test_what_was_begun_in_another_browser_ends_nowhere(idp: Idp, said: dict[str, str]) -> None:
    at = provider(idp)
    back = idp.sign_in(await at.begin(MINE)) | said
    for keepsake in (MINE, "of-another", ""):
        with pytest.raises(Unproven, match="not begun in this browser"):
            await at.finish(back, keepsake)


async def test_a_code_is_worth_nothing_without_the_verifier_of_its_browser_nor_twice(idp: Idp) -> None:
    at = provider(idp)
    theirs, mine = idp.sign_in(await at.begin("of-another")), idp.sign_in(await at.begin(MINE))
    for said in ({"state": mine["state"]}, mine | {"iss": "https://evil.example"}):
        with pytest.raises(Unproven, match="Your company account did not let you in"):
            await at.finish(said, MINE)
    for said in (mine | {"code": theirs["code"]}, mine | {"code": "guessed"}):
        with pytest.raises(Unproven, match="That sign-in was used already, or it took too long"):
            await at.finish(said, MINE)
    await at.finish(mine, MINE)
    with pytest.raises(Unproven, match="was used already"):
        await at.finish(mine, MINE)


async def test_who_is_refused_there_hears_no_word_of_the_provider(idp: Idp) -> None:
    idp.refuses = True
    assert await refused(idp) == "Your company account did not let you in. Please begin again, or ask your PMO for a link."


async def test_of_a_shared_provider_only_ones_own_company_counts(idp: Idp) -> None:
    at = provider(idp, required=("https://slack.com/team_id", "T0123"))
    assert "not as one of this office's people" in await refused(idp, at)
    idp.claims = {"https://slack.com/team_id": "T9999"}
    assert "not as one of this office's people" in await refused(idp, at)
    idp.claims = {"https://slack.com/team_id": "T0123"}
    assert (await signed_in(idp, at)).email == BEN


async def test_a_provider_that_is_not_there_is_said() -> None:
    away = Provider(Client("http://127.0.0.1:9", CLIENT, SECRET, "Okta", HOME), lambda: NOW)
    with pytest.raises(Unproven, match="Okta cannot be reached just now"):
        await away.begin(MINE)
