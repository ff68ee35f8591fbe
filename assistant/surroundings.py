"""What an installation stands on beside its records, for `pmo doctor`: what is configured, whether it can be reached, what the machine lacks."""
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from assistant.deployment import open_to_all, remote
from assistant.reaching import reachable
from assistant.settings import LOOPBACK, OPENAI, SHARED, Settings, secret_files

Check = tuple[bool, str, str]            # whether it is well, what it is, how it stands


def checks(settings: Settings, office_zone: str = "") -> Sequence[Check]:
    """What is configured and reachable beside the records, a line each: whether it is well, what it is, how it stands."""
    return tuple(_checks(settings, office_zone))


def _checks(settings: Settings, office_zone: str) -> Iterator[Check]:
    yield True, "state", f"in {settings.home.absolute()}"
    yield from _of_the_machine(settings)
    zone = f"{office_zone}, as the office's record says" if office_zone else f"{settings.time_zone} (PMO_TIME_ZONE; there is no record of the office)"
    if settings.read_only:
        yield True, "read only", "no record is changed (PMO_READ_ONLY); conversations are kept"
    yield True, "clock", f"stands still at {settings.clock()():%Y-%m-%d %H:%M} {settings.time_zone} (PMO_NOW)" if settings.now else f"time zone {zone}"
    if settings.has_model:
        yield _knocked("language model", settings.llm_base_url or OPENAI, f"{settings.llm_model} at {settings.llm_base_url or OPENAI}")
    else:
        yield True, "language model", "none set; the built-in planner answers (OPENAI_API_KEY or PMO_LLM_BASE_URL would set one)"
    other = ("SLACK_SIGNING_SECRET", settings.slack_signing_secret) if settings.slack_port else ("SLACK_APP_TOKEN", settings.slack_app_token)
    missing = [name for name, token in (("SLACK_BOT_TOKEN", settings.slack_bot_token), other) if not token]
    if len(missing) == 1:
        yield False, "Slack", f"{missing[0]} is missing beside the other token"
    elif missing:
        yield True, "Slack", "not connected (SLACK_BOT_TOKEN and SLACK_APP_TOKEN would connect it)"
    else:
        yield _knocked("Slack", settings.slack_api_url, f"tokens set, {settings.slack_api_url}")
    if settings.smtp_url:
        where = settings.smtp_url.get_secret_value().rpartition("@")[2].removeprefix("smtp://").removeprefix("smtps://").partition("?")[0].strip("/")
        where = where if ":" in where else f"{where}:{465 if settings.smtp_url.get_secret_value().startswith('smtps') else 587}"
        yield _knocked("e-mail", f"smtp://{where}", f"from {settings.mail_from or 'nobody (PMO_MAIL_FROM is missing)'} through {where}")
    else:
        yield True, "e-mail", "none goes out (PMO_SMTP_URL and PMO_MAIL_FROM would set it)"
    yield from _signing_in(settings)
    if settings.sample and not settings.is_local:
        yield False, "sample mode", f"it runs on this machine only, not on {settings.host}"


def _of_the_machine(settings: Settings) -> Iterator[Check]:
    if found := open_to_all(secret_files()):
        yield False, "secrets", f"everybody on this machine can read {', '.join(map(str, found))}; to mend it: chmod o-rwx {found[0]}"
    if settings.url.startswith("sqlite") and (kind := remote(Path(settings.url.partition(":///")[2]).parent)):
        yield False, "disk", f"the records lie on a network file system ({kind}), where SQLite cannot be trusted; use a local disk, or PostgreSQL"
    if not settings.is_local and not settings.proxies:
        yield False, "page", (f"it is served on {settings.host} without TLS; put a proxy in front, as in the folder deploy, let the page listen where only "
                              "that reaches it, and name it in PMO_PROXIES")


def _signing_in(settings: Settings) -> Iterator[Check]:
    if not settings.is_local and not settings.sample and not settings.public_url:
        yield False, "address", "links that sign somebody in need PMO_PUBLIC_URL, the address that people reach the page under"
    elif settings.public_url.startswith("http:") and urlsplit(settings.public_url).hostname not in LOOPBACK:
        yield False, "address", f"{settings.public_url} is not https, so whoever listens in the network can take a session over"
    if settings.has_oidc:
        yield _knocked("sign-in", settings.oidc_issuer, f"{settings.oidc_name} at {settings.oidc_issuer}, and links")
        if settings.oidc_issuer in SHARED and not settings.oidc_require:
            yield False, "sign-in", f"{settings.oidc_issuer} serves many companies, so PMO_OIDC_REQUIRE must say which is yours"
    elif settings.oidc_issuer or settings.oidc_client_id:
        yield False, "sign-in", f"{'PMO_OIDC_CLIENT_ID' if settings.oidc_issuer else 'PMO_OIDC_ISSUER'} is missing beside the other"
    else:
        ways = [name for name, there in (("Slack", settings.has_slack), ("e-mail", bool(settings.smtp_url))) if there]
        yield True, "sign-in", f"by links through {' or '.join(ways)}, or pmo link" if ways else "by links that pmo link makes"


def _knocked(what: str, url: str, detail: str) -> Check:
    why_not = reachable(url)
    return not why_not, what, detail + (f": not reachable, {why_not}" if why_not else ", reachable")
