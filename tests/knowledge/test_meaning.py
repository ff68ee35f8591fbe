"""The built-in embedder says what its model is published to say; without one search goes by words and says so; a server's embedder is held to the same."""
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
import json
from pathlib import Path
import shutil
from threading import Thread

import numpy as np
import pytest

from knowledge.embedding import Served
from knowledge.meaning import WORDS_ALONE, Meaning
from knowledge.minilm import BUILT, MODEL, MiniLM, is_whole
from knowledge.vectors import Ask, Unembedded, packed, unpacked

# The example of the model's card on the hub: how like the first sentence the others are.
CARD = ("That is a happy person", "That is a happy dog", "That is a very happy person", "Today is a sunny day")
PUBLISHED = (0.6946, 0.9429, 0.2569)


def test_likenesses_are_those_that_the_model_is_published_with() -> None:
    first, *others = MiniLM().embed(CARD)
    assert [float(first @ other) for other in others] == pytest.approx(PUBLISHED, abs=0.02)


def test_a_text_has_one_vector_alone_or_among_others_and_its_length_is_one() -> None:
    made = MiniLM()
    together, alone = made.embed(CARD)[3], made.embed(CARD[3:])[0]
    assert float(together @ alone) > 0.99
    assert float(np.linalg.norm(alone)) == pytest.approx(1, abs=1e-4)


def test_vectors_are_stored_in_half_the_room_and_hardly_differ() -> None:
    vectors = MiniLM().embed(CARD[:2])
    assert len(packed(vectors)[0]) == 768
    assert np.abs(unpacked(packed(vectors)) - vectors).max() < 2e-4


def test_an_embedder_that_was_tampered_with_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "minilm"
    assert not is_whole(folder)
    shutil.copytree(BUILT, folder)
    assert is_whole(folder)
    with (folder / MODEL).open("r+b") as file:
        file.seek(5000)
        file.write(b"x")
    assert not is_whole(folder)


def test_without_an_embedder_search_says_why_it_goes_by_words() -> None:
    assert WORDS_ALONE.note == "Searched by words alone, for there is no embedder."
    assert WORDS_ALONE.embedder is None


class _Embeds(BaseHTTPRequestHandler):
    answers = "vectors"

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        rows = [{"object": "embedding", "index": i, "embedding": [3.0, 4.0] if self.answers == "vectors" else []} for i in range(len(asked["input"]))]
        told = json.dumps({"object": "list", "model": asked["model"], "data": rows[::-1], "usage": {"prompt_tokens": 1, "total_tokens": 1}}).encode()
        self.send_response(500 if self.answers == "nothing" else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    made = HTTPServer(("127.0.0.1", 0), _Embeds)
    Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}/v1"
    made.shutdown()
    made.server_close()


def test_a_server_embeds_and_its_vectors_have_a_model_of_their_own(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Embeds, "answers", "vectors")
    served = Served(server, "some-model", "")
    assert served.embed(["a", "b"]).tolist() == [[pytest.approx(0.6), pytest.approx(0.8)]] * 2
    assert served.model == f"some-model@{server}"


class Everywhere:
    note = ""

    def nearest(self, *_: object) -> Ask:
        return lambda *_: {1: 1.0}


@pytest.mark.slow
@pytest.mark.parametrize(("answers", "why"), [("nothing", "does not answer"), ("none", "answers with no vectors")])
def test_a_server_that_fails_leaves_the_words(server: str, monkeypatch: pytest.MonkeyPatch, answers: str, why: str) -> None:
    monkeypatch.setattr(_Embeds, "answers", answers)
    with pytest.raises(Unembedded, match=why):
        Served(server, "some-model", "").embed(["a"])
    meaning = Meaning(lambda: Served(server, "some-model", ""), Everywhere())
    assert meaning.near(None, None, "a", 1)() is None  # type: ignore[arg-type]
    assert why in meaning.note
