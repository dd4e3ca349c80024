# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a file or folder is, beyond being there: a pointer, a container of weights, nothing at all.

Git LFS pointers: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. Pickles, which run
code when they are loaded: https://docs.python.org/3/library/pickle.html.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from osaid_action.evidence.budget import VALUES
from osaid_action.evidence.budget import WEIGHTS as MOST_WEIGHTS
from osaid_action.evidence.measured_tree import MeasuredTree
from osaid_action.evidence.structure import read_json, read_toml
from osaid_action.evidence.weights_file import (
    Beginning,
    WeightsCutError,
    WeightsRefusedError,
    WeightsUnreadError,
)
from osaid_action.parts import load_part
from osaid_action.repository.tree import Tree
from osaid_action.text import shorten
from osaid_action.validation.yaml_reader import yaml_trouble

_LFS = b"version https://git-lfs.github.com/spec/v1"
_LFS_LINE = re.compile(r"[a-z0-9.-]+ \S.*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DIGITS = 20
MAX_POINTER = 1024
"""Bytes; a pointer has fewer."""
_MAX_ENTRIES = 2000
_PLACEKEEPERS = frozenset([".gitkeep", ".gitignore", ".keep", ".ds_store"])
_PAGES = frozenset(["readme", "open_ai_system", ".gitattributes"])
PROSE = (".md", ".markdown", ".rst", ".pdf", ".doc", ".docx", ".html", ".htm")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg", ".mp4", ".ico")
WEIGHTS = (".safetensors", ".gguf", ".onnx")
PICKLES = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle")
OPENS, UNREAD, REFUSED, CUT = "opens", "unread", "refused", "cut"
"""What is seen of a file of weights; unread says nothing for or against it."""


class Pointer(NamedTuple):
    """A Git LFS pointer: what the file is that it stands for."""

    sha256: str
    size: int


def lfs_pointer(data: bytes) -> Pointer | None:
    """The pointer that a file's first bytes are, or None.

    It is all of the file, which is how one tells it from a file that only begins so.
    """
    if len(data) >= MAX_POINTER or not data.startswith(_LFS):
        return None
    lines = data.decode("utf-8", "replace").splitlines()
    fields = dict(line.split(" ", 1) for line in lines if _LFS_LINE.fullmatch(line))
    kind, _, digest = fields.get("oid", "").partition(":")
    size = fields.get("size", "")
    if len(fields) < len(lines) or kind != "sha256" or not _SHA256.fullmatch(digest):
        return None
    return Pointer(digest, int(size)) if size.isdecimal() and len(size) <= _DIGITS else None


def is_empty_folder(tree: Tree, path: str) -> bool:
    """Whether a folder holds no file: git keeps no such folder."""
    return holds_only(tree, path, is_placekeeper)


def is_placekeeper(name: str) -> bool:
    """Whether a file of that name only keeps its folder."""
    return name.lower() in _PLACEKEEPERS


def is_prose(name: str) -> bool:
    """Whether a file of that name is a page or a picture, which is neither code nor weights."""
    stem, suffix = posixpath.splitext(name.lower())
    return suffix in (*PROSE, *PICTURES) or stem in _PAGES


def holds_only(tree: Tree, path: str, is_nothing: Callable[[str], bool]) -> bool:
    """Whether all files of a folder have such names; of very many nobody looks at all."""
    waiting, seen = [path], 0
    while waiting and seen < _MAX_ENTRIES:
        folder = waiting.pop()
        for name in sorted(tree.names(folder)):
            seen += 1
            here = posixpath.join(folder, name)
            if (kind := tree.kind(here)) == "folder":
                waiting.append(here)
            elif kind != "special" and not is_nothing(name):
                return False
    return not waiting


def weight_files(
    tree: MeasuredTree, path: str, kind: str, suffixes: tuple[str, ...] = WEIGHTS
) -> Iterator[str]:
    """The files of weights at a path, by their names: itself, or those in the folder.

    Those that are too many for one declaration are left out; its budget says so.
    """
    if kind == "file":
        yield from [path] if path.lower().endswith(suffixes) else []
    elif kind == "folder":
        for name in sorted(tree.files(path)):
            here = posixpath.join(path, name)
            if not name.lower().endswith(suffixes):
                continue
            if not tree.budget.may(MOST_WEIGHTS, here):
                return
            if tree.kind(here) == "file":
                yield here


class Shown(NamedTuple):
    """What a file of weights shows: what it is, and whether the library of its format opens it."""

    said: str
    status: str = OPENS


def header(tree: MeasuredTree, path: str) -> Shown:
    """What the header of a file of weights says, compared with the file.

    Raises OSError when the file cannot be read.
    """

    def afford(values: int) -> bool:
        return tree.budget.may(VALUES, path, values)

    file = Beginning(lambda limit: tree.read(path, limit), tree.size(path), afford)
    if pointer := lfs_pointer(file.data):
        return Shown(f"a Git LFS pointer to {pointer.size:,} bytes", UNREAD)
    read: Callable[[Beginning], str] = load_part(_READERS[posixpath.splitext(path)[1].lower()])
    try:
        return Shown(read(file))
    except WeightsCutError as error:
        return Shown(str(error), CUT)
    except WeightsRefusedError as error:
        return Shown(str(error), REFUSED)
    except WeightsUnreadError as error:
        return Shown(str(error), UNREAD)


_READERS = {
    ".safetensors": "evidence.safetensors:read_safetensors",
    ".gguf": "evidence.gguf:read_gguf",
    ".onnx": "evidence.onnx:read_onnx",
}
_PICKLE = re.compile(rb"\x80[\x01-\x05]|PK\x03\x04.{22,60}(?:data\.pkl|archive/|/)", re.DOTALL)


def runs_code(tree: Tree, path: str) -> bool:
    """Whether a file is a pickle: one that runs code when it is loaded."""
    name = posixpath.basename(path).lower()
    if not name.endswith(PICKLES):
        return False
    try:
        start = tree.read(path, 1024)
    except OSError:
        return False
    if lfs_pointer(start):
        return not name.endswith(".bin") or name.startswith("pytorch")
    return _PICKLE.match(start) is not None


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
