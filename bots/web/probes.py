"""What machines ask: does the process live, is it of use, and its counts. No content and no names; the counts by a token of their own or from this machine."""
from collections.abc import Sequence
from hmac import compare_digest

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from assistant.operating.health import Health
from assistant.operating.metrics import TYPE, Metrics
from bots.web.edge import is_here

UNREADY, UNPROVEN = 503, 401
OF_A_PROXY = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
WHO = "The counts are told to whoever sends PMO_METRICS_TOKEN as a bearer token; without one that is set, to this machine only.\n"


def probes(health: Health, metrics: Metrics, token: str = "") -> Sequence[Route]:
    """The three addresses. `token` is what the counts are told for."""
    async def live(_: Request) -> Response:
        return JSONResponse({"ok": True})

    async def ready(_: Request) -> Response:
        found = await run_in_threadpool(health.readiness)
        return JSONResponse({"ready": found.is_ready, **found.parts}, 200 if found.is_ready else UNREADY)

    async def counts(request: Request) -> Response:
        if not _may(request, token):
            return PlainTextResponse(WHO, UNPROVEN, {"www-authenticate": "Bearer"})
        return Response(await run_in_threadpool(metrics.text), media_type=TYPE)

    return Route("/healthz", live), Route("/readyz", ready), Route("/metrics", counts)


def _may(request: Request, token: str) -> bool:
    """By the token that is set; where none is, from this machine itself and not for somebody else behind a proxy."""
    if token:
        return compare_digest(request.headers.get("authorization", "").encode(), f"Bearer {token}".encode())
    client = request.client.host if request.client else ""
    return is_here(client) and not any(name in request.headers for name in OF_A_PROXY)
