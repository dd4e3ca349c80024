# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files of weights beside the libraries of their formats: only what they open is verified."""

import json
from importlib import import_module

import pytest

import osaid_action.evidence.gguf as our_gguf
import osaid_action.evidence.onnx as our_onnx
import osaid_action.evidence.safetensors as our_safetensors
from tests.evidence import weights
from tests.evidence.weights import field, onnx, safetensors, status, tensor

pytestmark = pytest.mark.needs_tools


def opens(kind, data, folder):
    """Whether the library of a format opens a file."""
    path = folder / "file"
    path.write_bytes(data)
    try:
        if kind == "SAFETENSORS":
            import_module("safetensors").deserialize(data)
        elif kind == "GGUF":
            import_module("gguf").GGUFReader(str(path))
        else:
            import_module("onnx").load_model_from_string(data)
    except Exception:  # noqa: BLE001 - each has errors of its own
        return False
    return True


def files(*kinds):
    """The files of the given kinds of each format, with their names."""
    for format_ in ("SAFETENSORS", "GGUF", "ONNX"):
        for kind in kinds:
            for name, data in getattr(weights, f"{kind}_{format_}").items():
                if name != "a list of more than there is":  # which keeps the library busy
                    yield pytest.param(format_, data, id=f"{format_}-{kind}-{name}")


@pytest.mark.parametrize(("format_", "data"), [*files("WHOLE")])
def test_the_library_opens_what_is_verified(format_, data, tmp_path):
    assert opens(format_, data, tmp_path)


@pytest.mark.parametrize(("format_", "data"), [*files("CUT", "REFUSED")])
def test_the_library_refuses_what_is_not(format_, data, tmp_path):
    assert not opens(format_, data, tmp_path)


@pytest.mark.parametrize("format_", ["SAFETENSORS", "GGUF", "ONNX"])
def test_with_any_byte_changed_only_what_the_library_opens_is_verified(format_, tmp_path):
    data = next(iter(getattr(weights, f"WHOLE_{format_}").values()))
    for at in range(len(data)):
        for value in (0, 1, 0x7F, 0xFF, data[at] ^ 1, data[at] ^ 0x20):
            other = data[:at] + bytes([value]) + data[at + 1 :]
            seen = status(f"w.{format_.lower()}", other)
            if seen == "opens":
                assert opens(format_, other, tmp_path), other


@pytest.mark.parametrize("format_", ["SAFETENSORS", "GGUF", "ONNX"])
def test_cut_anywhere_only_what_the_library_opens_is_verified(format_, tmp_path):
    data = next(iter(getattr(weights, f"WHOLE_{format_}").values()))
    for end in range(len(data)):
        if status(f"w.{format_.lower()}", data[:end]) == "opens":
            assert opens(format_, data[:end], tmp_path), end


def test_the_types_of_safetensors_are_the_librarys(tmp_path):
    known = {*our_safetensors.BITS, "F128", "I4", "U4", "F8", "C128", "I128", "BIT", "F6"}
    for dtype in known:
        bits = our_safetensors.BITS.get(dtype, 8)
        data = safetensors({"a": tensor(0, bits, dtype, [8])}, bits)
        assert opens("SAFETENSORS", data, tmp_path) is (dtype in our_safetensors.BITS), dtype


def test_the_blocks_of_gguf_are_the_librarys():
    sizes = import_module("gguf.constants").GGML_QUANT_SIZES

    assert {int(kind): size for kind, size in sizes.items()} == our_gguf.BLOCKS


def described():
    """Each message of the library: its fields that hold messages, its lists of numbers."""
    found, waiting = {}, [import_module("onnx").ModelProto.DESCRIPTOR]
    while waiting:
        message = waiting.pop()
        if message.full_name not in found:
            found[message.full_name] = message
            waiting += [one.message_type for one in message.fields if one.message_type]
    return found


def test_every_message_of_onnx_is_followed():
    messages = described()

    def matches(kind, name):
        message = messages[name]
        inner = {one.number: one.message_type for one in message.fields if one.message_type}
        assert {*our_onnx.MESSAGES[kind]} >= {*inner}, name
        numbers = {one.number for one in message.fields if one.type in range(1, 9) or one.type > 12}
        repeated = {one.number for one in message.fields if one.is_repeated}
        assert {*our_onnx.PACKED.get(kind, {})} >= numbers & repeated, name
        return [(our_onnx.MESSAGES[kind][number], one.full_name) for number, one in inner.items()]

    seen, waiting = set(), [("model", "onnx.ModelProto")]
    while waiting:
        pair = waiting.pop()
        if pair not in seen:
            seen.add(pair)
            waiting += matches(*pair)
    assert {name for _, name in seen} == {*messages}


def test_a_model_that_the_library_writes_is_read():
    library = import_module("onnx")
    helper = library.helper
    node = helper.make_node("Gemm", ["x", "w"], ["y"], alpha=0.5, transB=1)
    floats = library.TensorProto.FLOAT
    shown = [helper.make_tensor_value_info(name, floats, ["batch", 4]) for name in "xy"]
    weight = helper.make_tensor("w", floats, [4, 4], [0.5] * 16)
    graph = helper.make_graph([node], "g", shown[:1], shown[1:], [weight])
    model = helper.make_model(graph, producer_name="tests")

    assert status("w.onnx", model.SerializeToString()) == "opens"


def test_tensors_that_the_library_writes_are_read():
    zeros = import_module("numpy").zeros(2, dtype="float32")
    data = import_module("safetensors.numpy").save({"a": zeros, "b": zeros}, {"format": "pt"})

    assert status("w.safetensors", data) == "opens"
    assert json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])["a"]["dtype"] == "F32"


def test_a_file_that_the_library_of_gguf_writes_is_read(tmp_path):
    numpy, path = import_module("numpy"), tmp_path / "w.gguf"
    writer = import_module("gguf").GGUFWriter(str(path), "llama")
    writer.add_array("tokens", ["a", "b"])
    writer.add_custom_alignment(64)
    writer.add_tensor("a", numpy.zeros((3, 5), dtype=numpy.float32))
    writer.add_tensor("b", numpy.zeros(7, dtype=numpy.float16))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()

    assert status("w.gguf", path.read_bytes()) == "opens"


def test_messages_that_nest_too_deep_are_not_verified(tmp_path):
    inner = b""
    for _ in range(120):
        inner = field(4, field(1, inner))
    deep = onnx(field(11, field(2, inner)))

    assert status("w.onnx", deep) == "unread"
    assert not opens("ONNX", deep, tmp_path)
