"""Whether a server that the settings name can be reached: a short knock at its port, for `pmo doctor`. Nothing is sent."""
import socket
from urllib.parse import urlsplit

PATIENCE = 2.0


def reachable(url: str) -> str:
    """Knock at a server's port; returns "" when it opens, else why not in a few words."""
    parts = urlsplit(url)
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        if not parts.hostname:
            return "that is no address"
        with socket.create_connection((parts.hostname, port), PATIENCE):
            return ""
    except ValueError:
        return "that is no address"
    except OSError as failed:
        return (failed.strerror or "no answer").lower()
