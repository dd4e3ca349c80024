# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Several repositories in one folder, as one tree: each stands at a path of its own."""

import posixpath
from collections.abc import Mapping

from osaid_action.repository.memory import Memory
from osaid_action.repository.tree import Tree


class MountedTree:
    """Trees by the paths where they stand; "" is the one around the others. See `Tree`.

    Those below are submodules to a search: it enters them when they are named.
    """

    def __init__(self, trees: Mapping[str, Tree], *, entered: frozenset[str] = frozenset()) -> None:
        """``entered`` are the paths of those that a search enters as it enters any folder."""
        self._trees = trees
        self._entered = entered
        self.memory = Memory()

    def at(self, path: str) -> tuple[str, Tree | None, str]:
        """Where the tree stands that a path is in, that tree, and the path from its top."""
        above = path
        while above and above not in self._trees:
            above = posixpath.dirname(above)
        inside = path[len(above) :].lstrip("/")
        return above, self._trees.get(above), inside

    def kind(self, path: str) -> str:
        """See `Tree`."""
        if path in self._trees and path:
            return "folder" if path in self._entered else "submodule"
        _, tree, inside = self.at(path)
        if not inside or any(one.startswith(f"{path}/") for one in self._trees):
            return "folder"
        return tree.kind(inside) if tree else "missing"

    def target(self, path: str) -> str:
        """See `Tree`."""
        _, tree, inside = self.at(path)
        return tree.target(inside) if tree else ""

    def names(self, path: str) -> list[str]:
        """See `Tree`."""
        _, tree, inside = self.at(path)
        return [*dict.fromkeys([*(tree.names(inside) if tree else []), *self._below(path)])]

    def files(self, path: str) -> list[str]:
        """See `Tree`."""
        _, tree, inside = self.at(path)
        return tree.files(inside) if tree else []

    def folders(self, path: str) -> list[str]:
        """See `Tree`."""
        _, tree, inside = self.at(path)
        every = dict.fromkeys([*(tree.folders(inside) if tree else []), *self._below(path)])
        return [name for name in every if self.kind(posixpath.join(path, name)) == "folder"]

    def read(self, path: str, limit: int) -> bytes:
        """See `Tree`."""
        tree, inside = self._file(path)
        return tree.read(inside, limit)

    def size(self, path: str) -> int:
        """See `Tree`."""
        tree, inside = self._file(path)
        return tree.size(inside)

    def sha256(self, path: str, limit: int) -> str | None:
        """See `Tree`."""
        tree, inside = self._file(path)
        return tree.sha256(inside, limit)

    def _below(self, path: str) -> list[str]:
        """The names in a folder that lead to the trees below it."""
        start = f"{path}/" if path else ""
        inner = (one[len(start) :] for one in self._trees if one and one.startswith(start))
        return [one.partition("/")[0] for one in inner if one]

    def _file(self, path: str) -> tuple[Tree, str]:
        _, tree, inside = self.at(path)
        if tree is None:
            raise FileNotFoundError(path)
        return tree, inside
