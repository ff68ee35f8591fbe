"""A provider of OpenID Connect in small, over real HTTP on the loopback: it publishes itself, signs people in and gives tokens, and errs on request."""
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json
import threading
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, OctKey

CLIENT, SECRET = "pmo-client", "pmo-client-secret"
KEY = ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
OTHER = ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
NEXT = ECKey.generate_key("P-256", {"kid": "two", "use": "sig"})


@dataclass
class Idp:
    """`person` is who signs in there; `claims` replace those of the ID token (None leaves one out), `key` signs it, `said` is what it answered."""
    now: int
    issuer: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    key: Any = field(default_factory=lambda: KEY)
    published: list[Any] = field(default_factory=lambda: [KEY])
    alg: str = "ES256"
    refuses: bool = False
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def sign_in(self, address: str) -> dict[str, str]:
        """What a browser does at the address it was sent to; returns what it brings back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        assert (asked["response_type"], asked["code_challenge_method"], asked["client_id"]) == ("code", "S256", CLIENT)
        if self.refuses:
            return {"error": "access_denied", "error_description": "<b>no</b>", "state": asked["state"]}
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def description(self) -> dict[str, Any]:
        return {"issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize", "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys", "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"]}

    def token(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        asked = self.codes.pop(form.get("code", ""), None)
        challenge = urlsafe_b64encode(sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        is_client = authorization == "Basic " + b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked is None or challenge != asked["code_challenge"] or form["redirect_uri"] != asked["redirect_uri"] or not is_client:
            return 400, {"error": "invalid_grant"}
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": "u-1", "iat": self.now, "exp": self.now + 300, "nonce": asked["nonce"], "email_verified": True,
                  **self.person, **self.claims}
        said = {name: value for name, value in claims.items() if value is not None}
        id_token = jwt.encode({"alg": self.alg, "kid": self.key.kid}, said, self.key, algorithms=[self.alg])
        return 200, {"access_token": "at", "token_type": "Bearer", "id_token": id_token}


def shared_secret() -> OctKey:
    """The public key as a secret, with which somebody signs who hopes that the algorithm is not looked at."""
    return OctKey.import_key(json.dumps(KEY.as_dict(private=False)), {"kid": "one"})


@contextmanager
def serving(idp: Idp) -> Iterator[Idp]:
    """Serve it on a free port of the loopback."""
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            idp.asked.append(url.path)
            if url.path == "/authorize":
                said = idp.sign_in(self.path)
                self.send_response(302)
                self.send_header("Location", f"{parse_qs(url.query)['redirect_uri'][0]}?{urlencode(said)}")
                self.end_headers()
            elif url.path == "/keys":
                self._say(200, {"keys": [key.as_dict(private=False) for key in idp.published]})
            else:
                self._say(200, idp.description())

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self._say(*idp.token({name: values[0] for name, values in form.items()}, self.headers.get("Authorization", "")))

        def log_message(self, *_: object) -> None: ...

        def _say(self, status: int, said: dict[str, Any]) -> None:
            body = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        idp.issuer = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield idp
        server.shutdown()
