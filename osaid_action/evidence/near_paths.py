# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which path was meant by one at which nothing is: a slip in one of its names."""

import posixpath
import re

from osaid_action.evidence.measured_tree import MeasuredTree
from osaid_action.repository.tree import ResolvedPath, Tree, resolve

_ALIKE = 0.65
_MOST_NAMES = 200  # in a folder; in a larger one nothing is guessed
_LONGEST = 64  # of a name
_SLIP = 2  # letters more or fewer


def near_path(resolved: ResolvedPath, location: str, tree: Tree | MeasuredTree, root: str) -> str:
    """The path that is there and one name away from a missing one; "" when there is none.

    ``resolved`` is where the path at ``location`` ends, and it is written from the folder ``root``.
    """
    file, hash_, anchor = location.partition("#")
    meant = posixpath.normpath(posixpath.join(root, file))
    here = resolved.path
    if not here or (meant != here and not meant.startswith(f"{here}/")):
        return ""  # a link led elsewhere
    folder, name = posixpath.split(here)
    for near in _alike(name, tree.names(folder)):
        path = posixpath.join(folder, near) + meant[len(here) :]
        found = resolve(tree, "", path)
        if found.kind in ("file", "folder"):
            slash = "/" if file.endswith("/") and found.kind == "folder" else ""
            return posixpath.relpath(path, root or ".") + slash + hash_ + anchor
    return ""


def _alike(name: str, names: list[str]) -> list[str]:
    """The names that are a slip away from ``name``, the likest first; figures are no slips."""
    if len(name) > _LONGEST or len(names) > _MOST_NAMES:
        return []
    near = [one for one in sorted(names) if abs(len(one) - len(name)) <= _SLIP]
    near = [one for one in near if re.sub(r"\D", "", one) == re.sub(r"\D", "", name)]
    likeness = {one: _likeness(name, one) for one in near}
    return sorted((one for one in near if likeness[one] >= _ALIKE), key=lambda one: -likeness[one])


def _likeness(name: str, other: str) -> float:
    """How alike two names are; an ending that both have says nothing."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a file with an error needs it

    (stem, suffix), (its_stem, its_suffix) = map(posixpath.splitext, (name, other))
    if suffix == its_suffix:
        name, other = stem, its_stem
    return SequenceMatcher(None, name, other).ratio()
