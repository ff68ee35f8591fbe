"""No line of the log holds what people or records say: what is put into one is a reference, a key, a number or a type."""
import ast

import pytest

from tests.house.walls import files, name

MAY_BE_TOLD = {"reference", "name", "key", "occasion", "tried", "kind", "tries", "wait", "why", "reason", "error", "_named", "failed", "wrong", "type",
               "__name__", "sorry", "line", "self", "_folder"}


def told(source: str) -> set[str]:
    """The names of what is put into lines of the log."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
             and ast.unparse(node.func.value) == "log" and node.func.attr in {"exception", "error", "warning", "info"}]
    return {leaf.id if isinstance(leaf, ast.Name) else leaf.attr for call in calls for argument in call.args[1:] for leaf in ast.walk(argument)
            if isinstance(leaf, ast.Name | ast.Attribute)}


def test_what_is_put_into_the_log_is_no_content() -> None:
    found = {name(f): more for f in files() if (more := told(f.read_text()) - MAY_BE_TOLD)}
    assert not found


@pytest.mark.parametrize("planted", ['log.info("%s", question.text)', 'log.exception("failed: %s", sentence)'])
def test_a_planted_sentence_is_seen(planted: str) -> None:
    assert told(planted) - MAY_BE_TOLD
