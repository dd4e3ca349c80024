# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Small files of weights, whole and damaged, byte by byte, as tests make them."""

import json
import struct

from osaid_action.evidence.artifacts import header
from osaid_action.evidence.budget import Budget


class Bytes:
    """A tree of one file, which is all that is asked for."""

    def __init__(self, data):
        self.data, self.budget = data, Budget()

    def read(self, _path, limit):
        return self.data[:limit]

    def size(self, _path):
        return len(self.data)


def status(name, data):
    """What is seen of a file of that name."""
    return header(Bytes(data), name).status


# ------------------------------------------------------------------ safetensors


def tensor(start, end, dtype="F32", shape=None):
    shape = [(end - start) // 4] if shape is None else shape
    return {"dtype": dtype, "shape": shape, "data_offsets": [start, end]}


TENSORS = {
    "__metadata__": {"format": "pt"},
    "b": tensor(8, 24, shape=[2, 2]),
    "a": tensor(0, 8),
    "c": tensor(24, 26, "BF16", []),
}


def safetensors(header=TENSORS, body=26, length=None):
    """A file with a header, a text or JSON to be, and so many bytes after it."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + bytes(body)


def changed(**changes):
    """The header with a tensor changed."""
    return safetensors({**TENSORS, "b": {**TENSORS["b"], **changes}})


WHOLE_SAFETENSORS = {
    "three tensors": safetensors(),
    "none": safetensors({}, 0),
    "none but what is said of them": safetensors({"__metadata__": {}}, 0),
    "white space after the header": safetensors(json.dumps(TENSORS).encode() + b"   "),
    "white space before the header": safetensors(b" " + json.dumps(TENSORS).encode()),
    "a tensor of no numbers": safetensors({"a": tensor(0, 0, shape=[3, 0]), "b": tensor(0, 4)}, 4),
    "half bytes": safetensors({"a": tensor(0, 3, "F4", [6])}, 3),
}
CUT_SAFETENSORS = {
    "in the tensors": safetensors()[:-1],
    "in the header": safetensors()[:40],
    "after the length": safetensors()[:8],
    "in the length": safetensors()[:5],
    "empty": b"",
    "before all tensors": safetensors(body=0),
}
REFUSED_SAFETENSORS = {
    "bytes after it": safetensors(body=27),
    "an unknown type": changed(dtype="F99"),
    "a type that is no text": changed(dtype=1),
    "no type": safetensors({"a": {"shape": [1], "data_offsets": [0, 4]}}, 4),
    "no offsets": safetensors({"a": {"shape": [1], "dtype": "F32"}}, 4),
    "no shape": safetensors({"a": {"dtype": "F32", "data_offsets": [0, 4]}}, 4),
    "a shape that is too large": changed(shape=[2, 3]),
    "a shape below zero": changed(shape=[-2, -2]),
    "a shape of fractions": changed(shape=[2.0, 2]),
    "a shape of truths": changed(shape=[True, 4]),
    "a shape that overflows": safetensors({"a": tensor(0, 0, shape=[2**40, 2**40, 0])}, 0),
    "tensors that overlap": changed(data_offsets=[4, 20]),
    "a gap": safetensors({"a": tensor(0, 4), "b": tensor(8, 12)}, 12),
    "a beginning after zero": safetensors({"a": tensor(4, 8)}, 8),
    "an end before its beginning": safetensors({"a": tensor(4, 0, shape=[1])}, 4),
    "three offsets": changed(data_offsets=[8, 24, 24]),
    "a tensor that is a list": safetensors({"a": []}, 0),
    "a list for a header": safetensors(b"[]", 0),
    "no JSON": safetensors(b"{a:1}", 0),
    "JSON that goes on": safetensors(b"{}{}", 0),
    "NaN": safetensors(b'{"__metadata__":NaN}', 0),
    "latin-1": safetensors(b'{"\xe9":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4),
    "half a pair of surrogates": safetensors(
        b'{"\\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4
    ),
    "metadata of numbers": safetensors({"__metadata__": {"a": 1}}, 0),
    "metadata that is a text": safetensors({"__metadata__": "x"}, 0),
    "a page of a web server": b"<!DOCTYPE html>\n<html>404 not found</html>\n",
    "a length of one": safetensors(b"{}", 0, length=1),
    "a length of all numbers": safetensors(b"{}", 0, length=2**64 - 1),
}

# ------------------------------------------------------------------ GGUF

U32, STRING, ARRAY, U8 = 4, 8, 9, 0


def text(value):
    data = value if isinstance(value, bytes) else value.encode()
    return struct.pack("<Q", len(data)) + data


def setting(name, kind, value):
    return text(name) + struct.pack("<I", kind) + value


def placed(name, offset, shape=(4,), kind=0):
    shape = struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
    return text(name) + shape + struct.pack("<IQ", kind, offset)


SETTINGS = (
    setting("general.architecture", STRING, text("llama")),
    setting("general.alignment", U32, struct.pack("<I", 32)),
    setting("tokens", ARRAY, struct.pack("<IQ", STRING, 2) + text("a") + text("é")),
    setting("scores", ARRAY, struct.pack("<IQ", 6, 2) + bytes(8)),
)
PLACES = (placed("a", 0), placed("b", 32, (32, 2), 8))


def gguf(settings=SETTINGS, places=PLACES, body=32 + 68, version=3, counts=None):
    """A file with settings, the places of tensors, and so many bytes for them."""
    counts = counts or (len(places), len(settings))
    data = b"GGUF" + struct.pack("<IQQ", version, *counts) + b"".join((*settings, *places))
    return data + bytes(-len(data) % 32) + bytes(body)


def with_setting(*added):
    return gguf((*SETTINGS, *added))


WHOLE_GGUF = {
    "two tensors": gguf(),
    "the version before": gguf(version=2),
    "bytes after it": gguf(body=1000),
    "no settings": gguf(()),
    "settings alone": gguf(places=(), body=0),
    "nothing at all": gguf((), (), 8),
}
CUT_GGUF = {
    "in the tensors": gguf()[:-1],
    "before the tensors": gguf(body=0),
    "in a setting": gguf()[:40],
    "in a list": gguf()[:150],
    "in the places": gguf(body=0)[:-60],
    "in the counts": gguf()[:20],
    "after the magic": gguf()[:4],
    "a list of more than there is": with_setting(
        setting("x", ARRAY, struct.pack("<IQ", U8, 2**40))
    ),
    "more settings than there are bytes": gguf(counts=(2, 2**50)),
    "a text that goes on": with_setting(setting("x", STRING, struct.pack("<Q", 2**62))),
}
REFUSED_GGUF = {
    "another magic": b"GGML" + gguf()[4:],
    "empty": b"",
    "version 1": gguf(version=1),
    "version 4": gguf(version=4),
    "version 0": gguf(version=0),
    "an unknown type of setting": with_setting(setting("x", 77, bytes(8))),
    "an unknown type in a list": with_setting(setting("x", ARRAY, struct.pack("<IQ", 77, 1))),
    "a setting twice": with_setting(setting("scores", U32, bytes(4))),
    "a setting of the library's": with_setting(setting("GGUF.version", U32, bytes(4))),
    "a name that is no text": with_setting(setting(b"\xff\xfe", U32, bytes(4))),
    "an alignment of three": gguf((setting("general.alignment", U32, struct.pack("<I", 3)),)),
    "an alignment of none": gguf((setting("general.alignment", U32, bytes(4)),)),
    "an alignment of text": gguf((setting("general.alignment", STRING, text("32")),)),
    "a tensor twice": gguf(places=(PLACES[0], PLACES[0])),
    "an unknown type of tensor": gguf(places=(placed("a", 0, kind=99),)),
    "a type that is no more": gguf(places=(placed("a", 0, kind=4),)),
    "half a block": gguf(places=(placed("a", 0, (31, 2), 8),)),
    "a name of a tensor that is no text": gguf(places=(placed(b"\xff", 0),)),
}
REFUSED_BEYOND_THE_LIBRARY = {  # by llama.cpp, or by nobody who is asked in these tests
    "tensors that overlap": gguf(places=(placed("a", 0), placed("b", 0))),
    "a gap": gguf(places=(placed("a", 0), placed("b", 64))),
    "five dimensions": gguf(places=(placed("a", 0, (1, 1, 1, 1, 4)),)),
}

# ------------------------------------------------------------------ ONNX


def field(number, value):
    """A field of a protobuf message: a number, or bytes."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def varint(value):
    low = value & 0x7F
    return bytes([low | 0x80]) + varint(value >> 7) if value >> 7 else bytes([low])


WEIGHT = field(1, 2) + field(2, 1) + field(8, b"w") + field(9, bytes(8))
NODE = field(1, b"x") + field(2, b"y") + field(4, b"Add") + field(5, field(1, b"a") + field(3, 7))
VALUE = field(1, b"x") + field(2, field(1, field(1, 1) + field(2, field(1, field(1, 2)))))
GRAPH = field(1, NODE) + field(2, b"g") + field(5, WEIGHT) + field(11, VALUE)
OPERATORS = field(8, field(1, b"") + field(2, 17))


def onnx(graph=GRAPH, after=OPERATORS):
    """A model with a graph, and what comes after it."""
    return field(1, 8) + field(2, b"tests") + field(7, graph) + after


def in_tensor(more):
    return onnx(GRAPH + field(5, WEIGHT + more))


def short(number, value, length):
    """A field that tells of another length than it has."""
    return varint(number << 3 | 2) + varint(length) + value


WHOLE_ONNX = {
    "a model": onnx(),
    "nothing after the graph": onnx(after=b""),
    "an empty graph": onnx(b""),
    "lists of numbers": in_tensor(
        field(4, bytes(8)) + field(7, varint(300) + varint(2**63)) + field(10, bytes(16))
    ),
    "a field that nobody knows": onnx(after=field(99, b"\xff" * 9) + OPERATORS),
    "numbers of four and eight bytes": in_tensor(
        varint(4 << 3 | 5) + bytes(4) + varint(10 << 3 | 1) + bytes(8)
    ),
}
CUT_ONNX = {
    "in what comes after the graph": onnx()[:-1],
    "in a weight": onnx()[:60],
    "in the graph's length": (field(1, 8) + varint(7 << 3 | 2) + varint(300))[:-1],
    "after the graph's length": field(1, 8) + varint(7 << 3 | 2) + varint(300),
    "in a number": onnx(after=varint(5 << 3) + b"\x80"),
    "in a number of eight bytes": onnx(after=varint(99 << 3 | 1) + bytes(7)),
    "in a name": field(1, 8) + short(2, b"te", 5),
    "in a tag": onnx(after=b"\xff\xff"),
}
REFUSED_ONNX = {
    "field zero": onnx(after=b"\x00\x01"),
    "a field of the sixth kind": onnx(after=bytes([99 << 3 & 0x7F | 6, 1])),
    "a field of the seventh kind": onnx(after=bytes([5 << 3 | 7, 1])),
    "a tag that is too large": onnx(after=varint((1 << 32) | 8) + b"\x01"),
    "a number that does not end": onnx(after=varint(5 << 3) + b"\xff" * 11),
    "a node that goes on": onnx(field(1, NODE + short(3, b"n", 9)) + field(2, b"g")),
    "a weight that goes on": in_tensor(short(9, b"", 1)),
    "a name that goes on beyond its node": onnx(
        field(1, short(1, b"x", 200)) + field(2, b"g" * 250)
    ),
    "a list of numbers that breaks off": in_tensor(field(7, b"\x80")),
    "a list of numbers without end": in_tensor(field(7, b"\xff" * 10 + b"\x01")),
    "a list of fractions that breaks off": in_tensor(field(4, bytes(7))),
    "a list of long fractions that breaks off": in_tensor(field(10, bytes(9))),
    "field zero in a node": onnx(field(1, NODE + b"\x00\x01")),
}
REFUSED_BEYOND_PROTOBUF = {
    "no graph": field(1, 8) + field(2, b"tests"),
    "empty": b"",
    "a page of a web server": b"<!DOCTYPE html>\n<html>404 not found</html>\n",
}
