"""Whether a server that the settings name can be reached: a short knock at its port, for `pmo doctor`. Nothing is sent."""
import socket
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

PATIENCE = 2.0


def reachable(url: str) -> str:
    """Knock at a server's port, or at that of the proxy that leads to it; returns "" when it opens, else why not in a few words."""
    try:
        parts = urlsplit(url)
        if not parts.hostname:
            return "that is no address"
        proxy = "" if proxy_bypass(parts.hostname) else getproxies().get(parts.scheme, "")
        host, port = _port(proxy) if proxy else _port(url)
        with socket.create_connection((host, port), PATIENCE):
            return ""
    except ValueError:
        return "that is no address"
    except OSError as failed:
        return f"{'the proxy: ' if proxy else ''}{(failed.strerror or 'no answer').lower()}"


def _port(url: str) -> tuple[str, int]:
    parts = urlsplit(url if "//" in url else f"//{url}")
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
