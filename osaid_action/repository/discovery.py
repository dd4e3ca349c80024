# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which files are declarations: below a folder, or by a pattern.

Hidden folders but .github are left out, and so are submodules: their files are of another
repository. Both are searched when they are named.
"""

import posixpath
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from osaid_action.repository.tree import Tree, declaration_file

NAMES = ("OPEN_AI_SYSTEM.yaml", "OPEN_AI_SYSTEM.yml")


def declarations(tree: Tree, folder: str, pattern: str) -> Iterator[str]:
    """The declarations that a pattern means, from ``folder`` of ``tree``, each once; perhaps none.

    A pattern is a file, a folder (every declaration below it) or has wildcards: ``*``, ``?`` and
    ``[…]`` in a name, ``**`` for any number of folders.
    """
    known: set[str] = set()
    for path in _meant(tree, folder, pattern):
        if path not in known:
            known.add(path)
            yield path


def is_search(tree: Tree, folder: str, pattern: str) -> bool:
    """Whether a pattern means what is found, be it nothing; else it names one thing."""
    literal = posixpath.join(folder, *_steps(pattern))
    return tree.kind(literal) in ("folder", "submodule") or any(mark in pattern for mark in "*?[")


def outer_first(path: str) -> tuple[list[str], str]:
    """What declarations are sorted by: those of outer folders come first."""
    folder, name = posixpath.split(path)
    return folder.split("/") if folder else [], name


def _steps(pattern: str) -> list[str]:
    return [step for step in pattern.split("/") if step not in ("", ".")]


def _meant(tree: Tree, folder: str, pattern: str) -> Iterator[str]:
    steps = _steps(pattern)
    literal = posixpath.join(folder, *steps)
    kind = tree.kind(literal)
    if kind in ("folder", "submodule"):
        yield from below(tree, literal)
    elif kind != "missing":
        yield literal
    else:
        for match in _matches(tree, folder, steps):
            yield from below(tree, match) if tree.kind(match) == "folder" else [match]


def _matches(tree: Tree, folder: str, steps: Sequence[str]) -> Iterator[str]:
    """Every path below ``folder`` that ``steps`` fit; what is wild never meets a hidden name."""
    if not steps:
        yield folder
        return
    step, rest = steps[0], steps[1:]
    if step == "**":
        for inner in _folders(tree, folder):
            yield from _matches(tree, inner, rest)
        return
    for name in sorted(tree.names(folder)):
        if fnmatchcase(name, step) and (step.startswith(".") or not name.startswith(".")):
            path = posixpath.join(folder, name)
            if tree.kind(path) == "folder" or (not rest and tree.kind(path) != "submodule"):
                yield from _matches(tree, path, rest)


def below(tree: Tree, folder: str) -> Iterator[str]:
    """Every declaration below ``folder``, in order."""
    for inner in _folders(tree, folder):
        names = set(tree.names(inner))
        for name in NAMES:
            path = posixpath.join(inner, name)
            if name in names and tree.kind(path) not in ("folder", "submodule"):
                yield path


def near_names(tree: Tree, folder: str) -> Iterator[str]:
    """Files in a folder, or in its .github, that are declarations but for how they are called."""
    folded = {name.lower() for name in NAMES}
    for inside in (folder, posixpath.join(folder, ".github")):
        for name in sorted(tree.names(inside)):
            if name not in NAMES and name.lower().replace("-", "_").replace(" ", "_") in folded:
                yield posixpath.join(inside, name)


def near_name(tree: Tree, path: str) -> str:
    """What a declaration that is not at ``path`` may be called by now; "" where nothing is."""
    return next(near_names(tree, declaration_file(tree, path).root), "")


def is_searched(path: str, folder: str) -> bool:
    """Whether a file below ``folder`` is looked at: no folder between is hidden but .github."""
    between = path[len(folder) :].strip("/").split("/")[:-1]
    return all(name == ".github" or not name.startswith(".") for name in between)


def _folders(tree: Tree, folder: str) -> Iterator[str]:
    """``folder`` and every folder below it that is searched, at any depth; the outer ones first."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        yield here
        names = (n for n in tree.folders(here) if n == ".github" or not n.startswith("."))
        waiting += (posixpath.join(here, name) for name in sorted(names, reverse=True))
