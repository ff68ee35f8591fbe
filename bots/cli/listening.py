"""A port to listen on, or one sentence on why it cannot be had."""
import os
import socket

from records.errors import Conflict


def listening(host: str, port: int, setting: str) -> socket.socket:
    """Listen there; raises `Conflict` with another port to try, by the name of the setting."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=2048)
    except OSError as failed:
        why = os.strerror(failed.errno).lower() if failed.errno and failed.errno > 0 else str(failed)
        raise Conflict(f"{host}:{port} cannot be served: {why}. To take another port: {setting}={port + 1}") from None
