"""The same on PostgreSQL: what rests on its locks, its times and its statements."""
import pytest

from tests.assistant.test_entering import clock as clock  # noqa: PLC0414
from tests.assistant.test_entering import entering as entering  # noqa: PLC0414
from tests.assistant.test_entering import (
    test_a_list_shows_ones_own_and_an_admin_all as test_a_list_shows_ones_own_and_an_admin_all,  # noqa: PLC0414
)
from tests.assistant.test_entering import test_nothing_of_who_is_forgotten_is_left as test_nothing_of_who_is_forgotten_is_left  # noqa: PLC0414
from tests.assistant.test_entering import (
    test_of_two_who_take_a_link_at_once_one_is_let_in as test_of_two_who_take_a_link_at_once_one_is_let_in,  # noqa: PLC0414
)
from tests.assistant.test_entering import test_who_is_archived_is_out_at_once as test_who_is_archived_is_out_at_once  # noqa: PLC0414

pytestmark = pytest.mark.slow
