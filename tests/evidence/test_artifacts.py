# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a file or folder is beyond being there: pointers, containers of weights, settings."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.artifacts import (
    header,
    is_empty_folder,
    is_prose,
    lfs_pointer,
    runs_code,
    settings_trouble,
    weight_files,
)
from osaid_action.evidence.measured_tree import MeasuredTree
from osaid_action.repository.working_tree import DiskTree
from tests.evidence.weights import Bytes

SPEC = "version https://git-lfs.github.com/spec/v1\n"
HASH = "a" * 64


# ------------------------------------------------------------------ pointers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SPEC}oid sha256:{HASH}\nsize 5\n", (HASH, 5)),
        (f"{SPEC}ext-0-x sha256:{HASH}\noid sha256:{HASH}\nsize 5\n", (HASH, 5)),
        (f"{SPEC}oid sha256:{HASH}\nsize 5\n".replace("\n", "\r\n"), (HASH, 5)),
        (f"{SPEC}oid sha256:{HASH}\nsize 5\nwithout-a-value\n", None),
        (f"{SPEC}oid sha256:{HASH}\nsize 5\n\0weights", None),
        (f"{SPEC}oid sha256:{HASH}\nsize 5\n" + "more words\n" * 100, None),
        (f"{SPEC}oid sha256:{HASH}\nsize {'9' * 30}\n", None),
        (f"{SPEC}oid sha256:zz\nsize 5\n", None),
        (f"{SPEC}oid sha256:{HASH.upper()}\nsize 5\n", None),
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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("README", True),
        ("readme.txt", True),
        ("notes.MD", True),
        ("a.png", True),
        ("OPEN_AI_SYSTEM.yaml", True),
        (".gitattributes", True),
        ("model.safetensors", False),
        ("merges.txt", False),
        ("run", False),
    ],
)
def test_pages_and_pictures_are_known_by_their_names(name, expected):
    assert is_prose(name) is expected


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
    tree = MeasuredTree(DiskTree(str(write({f"w/{name}": "x" for name in names}))))

    assert list(weight_files(tree, "w", "folder")) == ["w/a.safetensors", "w/b.GGUF", "w/c.onnx"]
    assert list(weight_files(tree, "w/b.GGUF", "file")) == ["w/b.GGUF"]
    assert list(weight_files(tree, "w/d.pt", "file")) == []
    assert list(weight_files(tree, "w", "submodule")) == []


@pytest.mark.parametrize("name", ["w.safetensors", "w.gguf", "w.onnx", "W.GGUF"])
def test_a_pointer_in_the_place_of_weights(name):
    pointer = f"{SPEC}oid sha256:{HASH}\nsize 1234567\n".encode()

    assert header(Bytes(pointer), name) == ("a Git LFS pointer to 1,234,567 bytes", "unread")


ZIP = b"PK\x03\x04" + bytes(26) + b"archive/data.pkl"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("w.pt", ZIP, True),
        ("pytorch_model.bin", ZIP, True),
        ("W.PTH", b"\x80\x02}q\x00.", True),
        ("w.ckpt", b"\x80\x05\x95", True),
        ("w.pkl", b"\x80\x04\x95", True),
        ("w.bin", b"lmgg" + bytes(100), False),
        ("w.ckpt", b"PK\x03\x04 no more of it", False),
        ("w.pt", b"", False),
        ("w.safetensors", ZIP, False),
        ("w.pt", f"{SPEC}oid sha256:{HASH}\nsize 5\n".encode(), True),
        ("pytorch_model-00001-of-00002.bin", f"{SPEC}oid sha256:{HASH}\nsize 5\n".encode(), True),
        ("tokenizer.bin", f"{SPEC}oid sha256:{HASH}\nsize 5\n".encode(), False),
    ],
)
def test_a_pickle_is_known_by_its_beginning(name, data, expected):
    assert runs_code(Bytes(data), name) is expected


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
