# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""URLs of the repository that is checked out here: what they point to is looked up in the checkout.

Only where one of git's remotes is that repository; what is not there is at another commit perhaps,
and stays a URL that nobody has looked at.
"""

import posixpath
import re
from collections.abc import Callable
from typing import TypeVar

from osaid_action.model import Component, Declaration, Part, Source, is_url
from osaid_action.repository.index_tree import IndexTree
from osaid_action.repository.tree import Tree, resolve

_Entry = TypeVar("_Entry", Part, Source)
_VIEWS = re.compile(r"(?:-/)?(?:blob|tree|raw|resolve|src/branch|src/tag|src/commit)/[^/]+/?")
"""How forges and hubs write what stands before a path: ``blob/main/``, ``-/tree/v1/``."""
_ADDRESS = re.compile(r"(?:\w+://)?(?:[^@/\s]*@)?([\w.-]+\.\w+)(?::\d+/|[:/])([\w./~-]+)")
"""An address of a repository: ``https://host/owner/name.git``, ``git@host:owner/name``."""


def with_local_paths(declaration: Declaration, tree: Tree, root: str) -> Declaration:
    """The declaration with paths in place of the URLs whose files are in this checkout."""
    home = repository_name(declaration.system.repository)
    if not home or not isinstance(tree, IndexTree) or not _has_url_below(declaration, home):
        return declaration
    if home not in map(repository_name, tree.repository.remotes()):
        return declaration

    def local(location: str) -> str:
        return _local(location, home, tree, root)

    components = {name: _component(one, local) for name, one in declaration.components.items()}
    sources = tuple(_entry(one, local) for one in declaration.source_list)
    return declaration._replace(components=components, source_list=sources)


def repository_name(address: str) -> str:
    """Host, owner and name of a repository by its address, in lower case; empty for no address."""
    parts = _ADDRESS.fullmatch(address)
    path = parts[2].strip("/").removesuffix(".git") if parts else ""
    return f"{parts[1]}/{path}".lower() if parts and "/" in path else ""


def _has_url_below(declaration: Declaration, home: str) -> bool:
    locations = [part.location for one in declaration.components.values() for part in one.parts]
    locations += [source.location for source in declaration.source_list]
    return any(_inside(location, home) is not None for location in locations)


def _inside(location: str, home: str) -> str | None:
    """The rest of a URL below a repository; None for one that is elsewhere."""
    whole = location.removeprefix("https://").partition("#")[0].partition("?")[0]
    is_below = is_url(location) and f"{whole.lower()}/".startswith(f"{home}/")
    return whole[len(home) :].lstrip("/") if is_below else None


def _local(location: str, home: str, tree: Tree, root: str) -> str:
    """The path here of what a URL points to, from ``root``; the URL itself when it is not here."""
    rest = _inside(location, home)
    view = _VIEWS.match(rest or "")
    if not view or rest is None:
        return location
    path = rest[view.end() :]
    if "%" in path:
        from urllib.parse import unquote  # noqa: PLC0415 - few paths need it, and it is not small

        path = unquote(path)
    if resolve(tree, "", path or ".").kind not in ("file", "folder"):
        return location
    return posixpath.relpath(path or ".", root or ".") + "".join(location.partition("#")[1:])


def _component(component: Component, local: Callable[[str], str]) -> Component:
    return component._replace(parts=tuple(_entry(part, local) for part in component.parts))


def _entry(entry: _Entry, local: Callable[[str], str]) -> _Entry:
    """An entry with its path here; one with a hash may be pinned to another commit's file."""
    return entry if entry.sha256 else entry._replace(location=local(entry.location))
