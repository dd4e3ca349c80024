# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A tree that is looked at within a budget; what is found in it is kept for the whole run."""

from collections.abc import Callable, Hashable
from typing import NamedTuple, TypeVar

from osaid_action.evidence.budget import HASHED, LISTED, READ, UNREADABLE, VALUES, Budget, Cost
from osaid_action.repository.index_tree import IndexTree
from osaid_action.repository.tree import Tree

_Value = TypeVar("_Value")
_SIGNS = (b"\n", b",", b":", b"[", b"{", b"=")
"""Before or behind each value of YAML, JSON and TOML one of these stands."""


class NotLookedAtError(OSError):
    """A file is past the budget."""


class _Kept(NamedTuple):
    value: object
    costs: tuple[Cost, ...]


BEGINNING = 64
"""Bytes that are read for nothing: whether a file holds more than a place."""


class MeasuredTree:
    """The files of a tree for one declaration; see `Tree`.

    Past the budget a folder has no names and a file cannot be read; the budget takes it down.
    """

    def __init__(self, tree: Tree, budget: Budget | None = None) -> None:
        self.tree, self.memory = tree, tree.memory
        self.budget = budget or Budget()
        self._listed = self.budget.cached(self._listing)

    def once(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """What ``make`` finds in this tree, found once in a run, and paid for as if found here."""
        kept = self.memory.get(key)
        if isinstance(kept, _Kept) and self.budget.pay_again(kept.costs):
            known: _Value = kept.value  # type: ignore[assignment]
            return known
        start = len(self.budget.costs)
        value, refused = self.budget.watched(make)
        if not refused:
            self.memory.keep(key, _Kept(value, tuple(self.budget.costs[start:])))
        return value

    def kind(self, path: str) -> str:
        """See `Tree`."""
        return self.tree.kind(path)

    def target(self, path: str) -> str:
        """See `Tree`."""
        return self.tree.target(path)

    def size(self, path: str) -> int:
        """See `Tree`."""
        return self.tree.size(path)

    def names(self, path: str) -> list[str]:
        """See `Tree`."""
        return self._listed(path, self.tree.names)

    def files(self, path: str) -> list[str]:
        """See `Tree`."""
        return self._listed(path, self.tree.files)

    def folders(self, path: str) -> list[str]:
        """See `Tree`."""
        return self._listed(path, self.tree.folders)

    def _listing(self, path: str, names_in: Callable[[str], list[str]]) -> list[str]:
        if not self.budget.has_left(LISTED, path or "the top of the repository"):
            return []
        names = names_in(path)
        self.budget.pay(Cost(LISTED, path or "the top of the repository", len(names)))
        return names

    def read(self, path: str, limit: int) -> bytes:
        """See `Tree`. Whether there is a first byte costs nothing."""
        if limit > 1 and not self.budget.has_left(READ, path):
            raise NotLookedAtError(f"{READ.told}, and no more")
        data = self.tree.read(path, limit)
        if limit > 1:
            self.budget.pay(Cost(READ, path, len(data)))
        return data

    def beginning(self, path: str) -> bytes:
        """The first bytes of a file; whether it holds something costs nothing."""
        return self.tree.read(path, BEGINNING)

    def parsed(self, path: str, limit: int, weight: int = 1) -> bytes:
        """The same of a file that is to be parsed: what it may hold counts as well.

        ``weight`` says how long a value takes. What cannot be read may say anything.
        """
        try:
            data = self.read(path, limit)
        except NotLookedAtError:
            raise
        except OSError:
            self.budget.refuse(UNREADABLE, path)
            raise
        if not self.budget.may(VALUES, path, weight * sum(map(data.count, _SIGNS))):
            raise NotLookedAtError(f"{VALUES.told}, and no more")
        return data

    def sha256(self, path: str, limit: int) -> str | None:
        """See `Tree`."""
        if not self.budget.may(HASHED, path, self.tree.size(path)):
            return None
        return self.tree.sha256(path, limit)

    def remark(self, path: str) -> str:
        """What git has to say of a file that counts; see `IndexTree`."""
        return self.tree.remark(path) if isinstance(self.tree, IndexTree) else ""


def parsed(tree: Tree, path: str, limit: int, weight: int = 1) -> bytes:
    """The first bytes of a file that is to be parsed, within the budget where there is one."""
    if isinstance(tree, MeasuredTree):
        return tree.parsed(path, limit, weight)
    return tree.read(path, limit)
