# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a file or folder is, beyond being there: a pointer, a container of weights, nothing at all.

Formats: Git LFS pointers (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md), safetensors
(an 8-byte length and a JSON header), GGUF (magic, version, two counts), ONNX (a protobuf message).
"""

import json
import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.evidence.structure import read_json, read_toml
from osaid_action.repository.tree import Tree
from osaid_action.text import shorten
from osaid_action.validation.yaml_reader import yaml_trouble

_LFS = b"version https://git-lfs.github.com/spec/v1\n"
_PREFIX = 64 * 1024
_MAX_HEADER = 100 * 1024 * 1024
_MAX_ENTRIES = 2000
_PLACEKEEPERS = frozenset([".gitkeep", ".gitignore", ".keep", ".ds_store"])
WEIGHTS = (".safetensors", ".gguf", ".onnx")


class Pointer(NamedTuple):
    """A Git LFS pointer: what the file is that it stands for."""

    sha256: str
    size: int


def lfs_pointer(data: bytes) -> Pointer | None:
    """The pointer that a file's first bytes are, or None."""
    if not data.startswith(_LFS):
        return None
    fields = dict(
        line.split(" ", 1) for line in data.decode("utf-8", "replace").splitlines() if " " in line
    )
    kind, _, digest = fields.get("oid", "").partition(":")
    size = fields.get("size", "")
    if kind != "sha256" or not size.isdecimal():
        return None
    return Pointer(digest, int(size[:20]))


def is_empty_folder(tree: Tree, path: str) -> bool:
    """Whether a folder holds no file: git keeps no such folder."""
    waiting, seen = [path], 0
    while waiting and seen < _MAX_ENTRIES:
        folder = waiting.pop()
        for name in sorted(tree.names(folder)):
            seen += 1
            here = posixpath.join(folder, name)
            if (kind := tree.kind(here)) == "folder":
                waiting.append(here)
            elif kind != "special" and name.lower() not in _PLACEKEEPERS:
                return False
    return not waiting


def weight_files(tree: Tree, path: str, kind: str) -> Iterator[str]:
    """The files of weights at a path whose header can be read: itself, or those in the folder."""
    if kind == "file":
        yield from [path] if path.lower().endswith(WEIGHTS) else []
    elif kind == "folder":
        for name in sorted(tree.names(path))[:_MAX_ENTRIES]:
            here = posixpath.join(path, name)
            if name.lower().endswith(WEIGHTS) and tree.kind(here) == "file":
                yield here


def header(tree: Tree, path: str) -> str | None:
    """What the header of a file of weights says, None when it is not what its name says.

    Raises OSError when the file cannot be read.
    """
    start = tree.read(path, _PREFIX)
    if pointer := lfs_pointer(start):
        return f"a Git LFS pointer to {pointer.size:,} bytes"
    suffix = posixpath.splitext(path)[1].lower()
    if suffix == ".safetensors":
        return _safetensors(tree, path, start)
    return _gguf(start) if suffix == ".gguf" else _onnx(start)


def _safetensors(tree: Tree, path: str, start: bytes) -> str | None:
    length = int.from_bytes(start[:8], "little")
    if len(start) <= 8 or not 1 < length <= _MAX_HEADER:
        return None
    text = tree.read(path, 8 + length)[8:]
    try:
        tensors = json.loads(text) if len(text) == length else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(tensors, dict):
        return None
    return f"safetensors, {len(tensors) - ('__metadata__' in tensors):,} tensors"


def _gguf(start: bytes) -> str | None:
    version = int.from_bytes(start[4:8], "little")
    if start[:4] != b"GGUF" or not 1 <= version <= 99 or len(start) < 16:
        return None
    tensors = int.from_bytes(start[8 : 12 if version == 1 else 16], "little")
    return f"GGUF version {version}, {tensors:,} tensors"


_ONNX_GRAPH = 7
_LENGTH_DELIMITED = 2


def _onnx(start: bytes) -> str | None:
    """Walk the fields of a ModelProto until its graph (field 7) begins."""
    at = 0
    if start[:1] != b"\x08":  # ir_version, field 1, comes first
        return None
    while at < len(start):
        tag, at = _varint(start, at)
        value, at = _varint(start, at)
        if tag >> 3 == _ONNX_GRAPH and tag & 7 == _LENGTH_DELIMITED:
            return "ONNX"
        if tag & 7 == _LENGTH_DELIMITED:
            at += value
        elif tag & 7:
            return None
    return None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < 70:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if not data[at - 1] & 0x80:
            break
    return value, at


def settings_trouble(name: str, data: bytes) -> str | None:
    """Why a file of settings does not parse, None when it does or is of no format known here."""
    suffix = posixpath.splitext(name)[1].lower()
    try:
        if suffix == ".json":
            read_json(data)
        elif suffix == ".toml":
            read_toml(data)
        elif suffix in (".yaml", ".yml"):
            return yaml_trouble(data)
    except ValueError as error:
        return shorten(str(error), 200)
    return None
