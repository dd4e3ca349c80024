# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which files are declarations: below a folder, or by a pattern."""

import os
import posixpath
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from osaid_action.repository.tree import Tree

NAMES = ("OPEN_AI_SYSTEM.yaml", "OPEN_AI_SYSTEM.yml")
MAX_DEPTH = 64


def declarations(tree: Tree, folder: str, patterns: Sequence[str]) -> dict[str, list[str]]:
    """The declarations that each pattern means, from ``folder`` of ``tree``; perhaps none.

    A pattern is a file, a folder (every declaration below it) or has wildcards: ``*``, ``?`` and
    ``[…]`` in a name, ``**`` for any number of folders.
    """
    return {pattern: list(dict.fromkeys(_meant(tree, folder, pattern))) for pattern in patterns}


def _meant(tree: Tree, folder: str, pattern: str) -> Iterator[str]:
    steps = [step for step in pattern.split("/") if step not in ("", ".")]
    literal = posixpath.join(folder, *steps)
    matches = [literal] if _kind(tree, literal) != "missing" else _matches(tree, folder, steps)
    for match in matches:
        if _kind(tree, match) == "folder":
            yield from below(tree, match)
        else:
            yield match


def _kind(tree: Tree, path: str) -> str:
    return tree.kind(path) if path else "folder"


def _matches(tree: Tree, folder: str, steps: Sequence[str], depth: int = 0) -> Iterator[str]:
    """Every path below ``folder`` that ``steps`` fit; what is wild never meets a hidden name."""
    if not steps:
        yield folder
        return
    step, rest = steps[0], steps[1:]
    if step == "**":
        yield from _matches(tree, folder, rest, depth)
        if depth < MAX_DEPTH:
            for name in _folders(tree, folder):
                yield from _matches(tree, posixpath.join(folder, name), steps, depth + 1)
        return
    for name in sorted(tree.names(folder)):
        hidden = name.startswith(".") and not step.startswith(".")
        path = posixpath.join(folder, name)
        if fnmatchcase(name, step) and not hidden and (not rest or tree.kind(path) == "folder"):
            yield from _matches(tree, path, rest, depth)


def below(tree: Tree, folder: str, depth: int = 0) -> Iterator[str]:
    """Every declaration below ``folder``; hidden folders but .github are left out."""
    names = set(tree.names(folder))
    for name in NAMES:
        path = posixpath.join(folder, name)
        if name in names and tree.kind(path) != "folder":
            yield path
    if depth < MAX_DEPTH:
        for name in _folders(tree, folder):
            yield from below(tree, posixpath.join(folder, name), depth + 1)


def _folders(tree: Tree, folder: str) -> list[str]:
    return [
        name
        for name in sorted(tree.names(folder))
        if (not name.startswith(".") or name == ".github")
        and tree.kind(posixpath.join(folder, name)) == "folder"
    ]


def declarations_below(folder: str) -> Iterator[str]:
    """Every declaration below ``folder``, in order; hidden folders but .github are left out."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") or f == ".github")
        for name in NAMES:
            if name in files:
                path = os.path.join(here, name)
                yield path.removeprefix("./") if folder == "." else path
