"""Signing in by OpenID Connect, at any provider: the code flow with PKCE, state and nonce. The one door to Authlib.

Nothing is kept here between the two steps: state, nonce and verifier follow from one secret that the browser holds meanwhile in a cookie."""
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from hmac import compare_digest
import logging
from ssl import SSLContext
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.core import CodeIDToken
from httpx2 import HTTPError, create_ssl_context
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from records.errors import Unproven

SCOPE = "openid email profile"
SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]     # never a secret that both sides know
VERIFIED = ("email_verified", "xms_edov")          # what says so; the second is Microsoft Entra's name for it
KNOWN_FOR, PATIENCE, LEEWAY = timedelta(hours=1), 10.0, 60
NOT_BEGUN = "This sign-in was not begun in this browser, or it took too long. Please begin again."
REFUSED = "{name} did not let you in. Please begin again, or ask your PMO for a link."
LATE = "That sign-in was used already, or it took too long. Please begin again."
UNREACHED = "{name} cannot be reached just now. Try again in a moment, or ask your PMO for a link."
UNSOUND = "What {name} said about you cannot be trusted ({why}), so you are not signed in. Please begin again; if it stays so, tell your PMO."
UNVERIFIED = "{name} does not say that your e-mail address is verified, so it proves nothing here. Verify it there, or ask your PMO for a link."
STRANGE = "{name} knows you, but not as one of this office's people. Take the account that your office gave you, or ask your PMO for a link."
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Client:
    """This installation at its provider. `required` is a claim and what it must say; empty where nothing is."""
    issuer: str
    id: str
    secret: str
    name: str
    redirect: str
    required: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Proven:
    """Who signed in, as the provider says: a verified address, and the groups they are in there."""
    email: str
    name: str
    groups: tuple[str, ...]


class Provider:
    def __init__(self, client: Client, clock: Callable[[], datetime]) -> None:
        self.name, self._client, self._clock = client.name, client, clock
        self._known: dict[str, tuple[datetime, Any]] = {}

    async def begin(self, keepsake: str) -> str:
        """The address at the provider where somebody signs in; `keepsake` is what their browser keeps meanwhile. Raises `Unproven`."""
        asks = await self._metadata()
        async with self._session(asks) as session:
            address, _ = session.create_authorization_url(asks["authorization_endpoint"], state=_derived(keepsake, "state"), nonce=_derived(keepsake, "nonce"),
                                                          code_verifier=_derived(keepsake, "verifier"))
        return str(address)

    async def finish(self, said: Mapping[str, str], keepsake: str) -> Proven:
        """Who came back with what the provider said. Raises `Unproven` for all that proves nobody."""
        if not keepsake or not compare_digest(said.get("state", "").encode("utf-8", "replace"), _derived(keepsake, "state").encode()):
            raise Unproven(NOT_BEGUN)
        asks = await self._metadata()
        if said.get("error") or not said.get("code") or said.get("iss", asks["issuer"]) != asks["issuer"]:
            raise self._no(REFUSED)
        return self._proven(await self._claims(asks, said["code"], keepsake))

    async def _claims(self, asks: Mapping[str, Any], code: str, keepsake: str) -> Mapping[str, Any]:
        async with self._session(asks) as session:
            try:
                token = await session.fetch_token(asks["token_endpoint"], grant_type="authorization_code", code=code,
                                                  code_verifier=_derived(keepsake, "verifier"))
            except (OAuthError, ValueError) as failed:
                log.warning("sign-in: the provider gave no token: %s", type(failed).__name__)
                raise self._no(LATE if getattr(failed, "error", "") == "invalid_grant" else REFUSED) from None
            except HTTPError as failed:
                raise self._unreached(failed) from None
        try:
            return await self._read(asks, token, _derived(keepsake, "nonce"))
        except (JoseError, ValueError, TypeError, KeyError) as wrong:
            log.warning("sign-in: an ID token is not sound: %s", type(wrong).__name__)
            raise self._no(UNSOUND, _why(wrong)) from None

    async def _read(self, asks: Mapping[str, Any], token: Mapping[str, Any], nonce: str) -> Mapping[str, Any]:
        """The claims of the ID token: signed by the provider, of now, for this client and this sign-in."""
        registry = JWSRegistry(algorithms=SIGNED_BY, strict_check_header=False)
        try:
            read = jwt.decode(token["id_token"], await self._keys(asks), registry=registry)
        except (InvalidKeyIdError, ValueError):
            read = jwt.decode(token["id_token"], await self._keys(asks, afresh=True), registry=registry)      # it signs with a new key
        wanted = {"iss": {"essential": True, "value": asks["issuer"]}, "aud": {"essential": True, "value": self._client.id},
                  "nonce": {"essential": True, "value": nonce}}
        claims = CodeIDToken(read.claims, read.header, wanted, {"nonce": nonce, "client_id": self._client.id, "access_token": token.get("access_token")})
        claims.validate(now=int(self._clock().timestamp()), leeway=LEEWAY)
        return dict(claims)

    def _proven(self, claims: Mapping[str, Any]) -> Proven:
        claim, must = self._client.required
        if claim and str(claims.get(claim, "")) != must:
            raise self._no(STRANGE)
        email = claims.get("email")
        if not isinstance(email, str) or not any(_is_yes(claims.get(claim)) for claim in VERIFIED):
            raise self._no(UNVERIFIED)
        return Proven(email.lower(), str(claims.get("name") or email), tuple(g for c in ("groups", "roles") for g in _listed(claims.get(c))))

    async def _metadata(self) -> Mapping[str, Any]:
        found = await self._fetched(f"{self._client.issuer}/.well-known/openid-configuration")
        if not isinstance(found, dict) or str(found.get("issuer", "")).rstrip("/") != self._client.issuer or not {
                "authorization_endpoint", "token_endpoint", "jwks_uri"} <= found.keys():
            raise self._no(UNSOUND, "its description is of another")
        return found

    async def _keys(self, asks: Mapping[str, Any], *, afresh: bool = False) -> KeySet:
        return KeySet.import_key_set(await self._fetched(asks["jwks_uri"], afresh=afresh))

    async def _fetched(self, url: str, *, afresh: bool = False) -> Any:
        """What the provider publishes, kept for an hour."""
        now = self._clock()
        if not afresh and url in self._known and self._known[url][0] > now - KNOWN_FOR:
            return self._known[url][1]
        async with self._session({}) as session:
            try:
                answer = await session.request("GET", url, withhold_token=True)
                answer.raise_for_status()
                found = answer.json()
            except (HTTPError, ValueError) as failed:
                raise self._unreached(failed) from None
        self._known[url] = (now, found)
        return found

    def _session(self, asks: Mapping[str, Any]) -> AsyncOAuth2Client:
        client, ways = self._client, asks.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        way = "none" if not client.secret else "client_secret_basic" if "client_secret_basic" in ways else "client_secret_post"
        return AsyncOAuth2Client(client.id, client.secret or None, token_endpoint_auth_method=way, scope=SCOPE, redirect_uri=client.redirect,
                                 code_challenge_method="S256", timeout=PATIENCE, verify=_trusted(), follow_redirects=False)

    def _unreached(self, failed: Exception) -> Unproven:
        log.warning("sign-in: the provider cannot be reached: %s", type(failed).__name__)
        return self._no(UNREACHED)

    def _no(self, sentence: str, why: str = "") -> Unproven:
        said = sentence.format(name=self.name, why=why)
        return Unproven(said[:1].upper() + said[1:])


@cache
def _trusted() -> SSLContext:
    """Whom clients trust; made once, for that takes longer than a call."""
    return create_ssl_context()


def _derived(keepsake: str, what: str) -> str:
    return urlsafe_b64encode(sha256(f"{what}:{keepsake}".encode()).digest()).rstrip(b"=").decode()


def _is_yes(said: object) -> bool:
    return said in {True, "true", "1"} if isinstance(said, (bool, int, str)) else False


def _listed(said: object) -> Sequence[str]:
    return [said] if isinstance(said, str) else [each for each in said if isinstance(each, str)] if isinstance(said, list) else []


def _why(wrong: Exception) -> str:
    """What is wrong with an ID token, in words."""
    claim = str(getattr(wrong, "claim", "") or "")
    return {"iss": "it comes from another issuer", "aud": "it is meant for another application", "nonce": "it is of another sign-in",
            "exp": "it has expired"}.get(claim, "it has expired" if "expired" in type(wrong).__name__.lower() else "it is not signed as it should be")
