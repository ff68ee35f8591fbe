"""The one switch that keeps tests from the network: a connection that leaves this machine is an error."""
from collections.abc import Iterator
from contextlib import contextmanager
import ipaddress
import socket
from typing import Any

import pytest


def is_here(address: Any) -> bool:
    """Whether an address is a file of this machine or on its loopback."""
    if not isinstance(address, tuple):
        return True
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return address[0] in ("localhost", "")


@contextmanager
def at_home() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    with pytest.MonkeyPatch.context() as patched:
        for way in ("connect", "connect_ex"):
            patched.setattr(socket.socket, way, _refusing(getattr(socket.socket, way)))
        yield


def _refusing(connect: Any) -> Any:
    def refuse(self: socket.socket, address: Any) -> Any:
        if not is_here(address):
            raise AssertionError(f"a test wants to reach {address}: the network is closed to tests")
        return connect(self, address)
    return refuse
