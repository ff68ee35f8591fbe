"""The switch that keeps tests from the network bites."""
import socket

import pytest

from tests.no_network import is_here


def test_a_connection_that_leaves_this_machine_is_an_error() -> None:
    with socket.socket() as knocking, pytest.raises(AssertionError, match="closed to tests"):
        knocking.connect(("192.0.2.1", 80))


@pytest.mark.parametrize("address", [("127.0.0.1", 80), ("::1", 80, 0, 0), "/run/a.socket"])
def test_loopback_and_files_are_here(address: object) -> None:
    assert is_here(address)
