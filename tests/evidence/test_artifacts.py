# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a file or folder is beyond being there: pointers, containers of weights, settings."""

import json
import os
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.artifacts import (
    header,
    is_empty_folder,
    lfs_pointer,
    settings_trouble,
    weight_files,
)
from osaid_action.repository.working_tree import DiskTree

SPEC = "version https://git-lfs.github.com/spec/v1\n"
HASH = "a" * 64


class Bytes:
    """A tree of one file, which is all that is asked for."""

    def __init__(self, data):
        self.data = data

    def read(self, _path, limit):
        return self.data[:limit]


def told(name, data):
    return header(Bytes(data), name)


# ------------------------------------------------------------------ pointers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SPEC}oid sha256:{HASH}\nsize 5\n", (HASH, 5)),
        (f"{SPEC}ext-0 x\noid sha256:{HASH}\nsize 5\nwithout-a-value\n", (HASH, 5)),
        (f"{SPEC}oid sha256:{HASH}\nsize {'9' * 30}\n", (HASH, 10**20 - 1)),
        (f"{SPEC}oid sha1:{HASH}\nsize 5\n", None),
        (f"{SPEC}oid sha256:{HASH}\n", None),
        (f"{SPEC}oid sha256:{HASH}\nsize -5\n", None),
        (f"{SPEC}size 5\n", None),
        (f" {SPEC}oid sha256:{HASH}\nsize 5\n", None),
        ("version https://git-lfs.github.com/spec/v2\n", None),
        ("", None),
    ],
)
def test_a_pointer_stands_for_a_file(text, expected):
    found = lfs_pointer(text.encode())

    assert (found and (found.sha256, found.size)) == expected


@given(st.binary())
def test_any_bytes_are_a_pointer_or_none(data):
    assert lfs_pointer(data) is None
    found = lfs_pointer(SPEC.encode() + data)
    assert found is None or found.size >= 0


# ------------------------------------------------------------------ empty


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, True),
        ({"f/.gitkeep": ""}, True),
        ({"f/.gitignore": "x", "f/.keep": "", "f/.DS_Store": "x"}, True),
        ({"f/a/b/.gitkeep": ""}, True),
        ({"f/a": ""}, False),
        ({"f/.gitkeep": "", "f/a/b/c": "x"}, False),
        ({"f/gitkeep": ""}, False),
    ],
)
def test_a_folder_is_empty_when_it_holds_no_file_of_its_own(write, files, expected):
    top = write(files)
    (top / "f" / "inner").mkdir(parents=True, exist_ok=True)

    assert is_empty_folder(DiskTree(str(top)), "f") is expected


def test_what_is_no_file_and_no_folder_does_not_fill_a_folder(write):
    top = write({})
    (top / "f").mkdir()
    os.mkfifo(top / "f" / "pipe")

    assert is_empty_folder(DiskTree(str(top)), "f")


def test_a_folder_of_very_many_entries_is_not_called_empty():
    class Wide:
        def names(self, path):
            return [f"d{number}" for number in range(3000)] if not path else []

        def kind(self, _path):
            return "folder"

    assert not is_empty_folder(Wide(), "")


# ------------------------------------------------------------------ weights


def test_files_of_weights_are_found_in_a_folder_and_not_below(write):
    names = ["b.GGUF", "a.safetensors", "c.onnx", "d.pt", "e.txt", "in/f.gguf", "g.onnx/x"]
    tree = DiskTree(str(write({f"w/{name}": "x" for name in names})))

    assert list(weight_files(tree, "w", "folder")) == ["w/a.safetensors", "w/b.GGUF", "w/c.onnx"]
    assert list(weight_files(tree, "w/b.GGUF", "file")) == ["w/b.GGUF"]
    assert list(weight_files(tree, "w/d.pt", "file")) == []
    assert list(weight_files(tree, "w", "submodule")) == []


def safetensors(text, length=None):
    return struct.pack("<Q", len(text) if length is None else length) + text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (safetensors(b'{"a":{}}') + b"\0" * 8, "safetensors, 1 tensors"),
        (safetensors(b'{"a":{},"__metadata__":{}}'), "safetensors, 1 tensors"),
        (safetensors(b"{}"), "safetensors, 0 tensors"),
        (safetensors(json.dumps(dict.fromkeys(map(str, range(1234)))).encode()),
         "safetensors, 1,234 tensors"),
        (safetensors(b"[]"), None),
        (safetensors(b"{", 2), None),
        (safetensors(b"{}", 3), None),
        (safetensors(b"{}", 1), None),
        (safetensors(b"", 2), None),
        (safetensors(b"{}", 100 * 1024**2 + 1), None),
        (safetensors(b"{ }" + b" " * 70_000), "safetensors, 0 tensors"),
        (safetensors(b"[" * 99_999), None),
        (safetensors(b"\xff\xfe"), None),
        (b"\2\0\0\0\0\0\0\0", None),
        (b"", None),
    ],
)  # fmt: skip
def test_safetensors(data, expected):
    assert told("w.safetensors", data) == expected


def gguf(version, *counts, magic=b"GGUF"):
    return magic + struct.pack("<I", version) + b"".join(counts)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (gguf(3, struct.pack("<QQ", 291, 9)), "GGUF version 3, 291 tensors"),
        (gguf(1, struct.pack("<II", 7, 9)), "GGUF version 1, 7 tensors"),
        (gguf(2, struct.pack("<QQ", 2**32, 0)), "GGUF version 2, 4,294,967,296 tensors"),
        (gguf(99, bytes(8)), "GGUF version 99, 0 tensors"),
        (gguf(100, bytes(8)), None),
        (gguf(0, bytes(8)), None),
        (gguf(3, bytes(7)), None),
        (gguf(3, bytes(8), magic=b"GGML"), None),
        (b"", None),
    ],
)
def test_gguf(data, expected):
    assert told("w.gguf", data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\x08\x08\x3a\x05", "ONNX"),
        (b"\x08\x08\x12\x03abc\x3a\x05", "ONNX"),
        (b"\x08\x88\x01\x28\x01\x3a\x05", "ONNX"),
        (b"\x08\x08\x12\x7fabc\x3a\x05", None),
        (b"\x08\x08\x38\x01", None),
        (b"\x08\x08\x15\0\0\0\0\x3a\x05", None),
        (b"\x3a\x05", None),
        (b"\x08" + b"\xff" * 5000, None),
        (b"", None),
    ],
)
def test_onnx(data, expected):
    assert told("w.onnx", data) == expected


@pytest.mark.parametrize("name", ["w.safetensors", "w.gguf", "w.onnx", "W.GGUF"])
def test_a_pointer_in_the_place_of_weights(name):
    pointer = f"{SPEC}oid sha256:{HASH}\nsize 1234567\n".encode()

    assert told(name, pointer) == "a Git LFS pointer to 1,234,567 bytes"


@given(st.sampled_from(["w.safetensors", "w.gguf", "w.onnx"]), st.binary())
def test_any_bytes_have_a_header_or_none(name, data):
    start = {"w.safetensors": b"", "w.gguf": b"GGUF\3\0\0\0", "w.onnx": b"\x08"}[name]

    assert told(name, start + data) is None or told(name, start + data).split()[0] in (
        "safetensors,",
        "GGUF",
        "ONNX",
    )


# ------------------------------------------------------------------ settings


@pytest.mark.parametrize(
    ("name", "data", "is_fine"),
    [
        ("a.json", b'{"a": 1}', True),
        ("A.JSON", b"{", False),
        ("a.json", b"\xff", False),
        ("a.toml", b"a = 1", True),
        ("a.toml", b"a =", False),
        ("a.toml", b"\xff", False),
        ("a.yaml", b"a: [1", False),
        ("a.yml", b"a: [1", False),
        ("a.yaml", b"a: [1]", True),
        ("a.py", b"(", True),
        ("json", b"(", True),
    ],
)
def test_settings_parse_or_say_why_not(name, data, is_fine):
    assert (settings_trouble(name, data) is None) is is_fine


@pytest.mark.parametrize("name", ["a.json", "a.toml"])
def test_what_is_nested_too_deep_is_said_so(name):
    start = b"a = " if name == "a.toml" else b""

    assert settings_trouble(name, start + b"[" * 100_000) == "nested too deep"


def test_a_long_reason_is_cut():
    assert len(settings_trouble("a.toml", b"a = 1\n" + b"b" * 5000 + b" = 1\n" * 2)) <= 200
