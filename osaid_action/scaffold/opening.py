# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A checkout from a folder of this machine, or from one model card."""

import os
import posixpath
from collections.abc import Iterator

from osaid_action.errors import OsaidError
from osaid_action.repository.git import GitRefusedError
from osaid_action.repository.index_tree import Repository
from osaid_action.repository.tree import DeclarationFile, Tree
from osaid_action.repository.working_tree import DiskTree, open_regular
from osaid_action.scaffold.checkout import MOST_FILES, Checkout
from osaid_action.scaffold.folders import is_in_any
from osaid_action.scaffold.origin import remote_of

_MAX_CARD = 256 * 1024
_MAX_MODULES = 64 * 1024
_ENVIRONMENT = "pyvenv.cfg"
CARD = "README.md"
"""How a model card is called where it is at home."""


def open_checkout(repository: Repository, file: DeclarationFile) -> Checkout:
    """What is there for a declaration: what git has or could have, else what lies on the disk."""
    tree, root = file.tree, file.root
    try:
        kinds = repository.paths(file) if repository.is_git else dict(_on_disk(tree, root))
    except GitRefusedError:
        kinds = dict(_on_disk(tree, root))
    prefix = f"{root}/" if root else ""
    inside = {path[len(prefix) :]: kind for path, kind in kinds.items() if path.startswith(prefix)}
    modules = _addresses(tree)
    return Checkout(
        tree,
        root,
        [path for path in _of_no_environment(inside, "file") if prefix + path != file.path],
        {path: modules.get(prefix + path, "") for path in _of_no_environment(inside, "submodule")},
        remote_of(repository.top) if repository.is_git else "",
    )


def _of_no_environment(kinds: dict[str, str], kind: str) -> list[str]:
    """The paths of a kind, but for those in an environment of Python's."""
    names = [path for path in kinds if posixpath.basename(path) == _ENVIRONMENT]
    environments = {posixpath.dirname(path) for path in names} - {""}
    return [
        path for path, one in kinds.items() if one == kind and not is_in_any(path, environments)
    ]


def _on_disk(tree: Tree, root: str) -> Iterator[tuple[str, str]]:
    """The files below a folder; no hidden folders, no environments of Python, not without end."""
    left, folders = MOST_FILES, [root]
    while folders and left > 0:
        folder = folders.pop()
        if tree.kind(posixpath.join(folder, _ENVIRONMENT)) == "file":
            continue
        for name in sorted(tree.files(folder))[:left]:
            left -= 1
            yield posixpath.join(folder, name), tree.kind(posixpath.join(folder, name))
        inner = (name for name in sorted(tree.folders(folder)) if not name.startswith("."))
        folders += [posixpath.join(folder, name) for name in inner]


def _addresses(tree: Tree) -> dict[str, str]:
    """The addresses of submodules by their paths, as .gitmodules has them."""
    try:
        text = tree.read(".gitmodules", _MAX_MODULES).decode("utf-8", "replace")
    except OSError:
        return {}
    found: dict[str, str] = {}
    path = ""
    for line in text.splitlines():
        key, _, value = (part.strip().strip('"') for part in line.partition("="))
        if key.startswith("["):
            path = ""
        elif key == "path":
            path = value
        elif key == "url" and path:
            found[path] = value
    return found


class _OneFile(DiskTree):
    """A tree that holds one text and nothing else."""

    def __init__(self, data: bytes) -> None:
        super().__init__(os.devnull)
        self.data = data

    def read(self, path: str, limit: int) -> bytes:
        """See `Tree`."""
        if path != CARD:
            raise FileNotFoundError(path)
        return self.data[:limit]


def open_card(path: str) -> Checkout:
    """A checkout that holds a model card alone. Raises OsaidError when it cannot be read."""
    try:
        with open_regular(path, follow=True) as file:
            data = file.read(_MAX_CARD)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise OsaidError(f"{path}: cannot be read: {why}; name a model card") from None
    return Checkout(_OneFile(data), "", [CARD])
