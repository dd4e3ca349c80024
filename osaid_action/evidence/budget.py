# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What may be looked at for one declaration: a budget of work that is the same on every machine.

It counts what is read, listed and compared, never time. What is past it is refused, and who asked
says so: not looked at is neither for nor against anything. A declaration's budget is its own: what
another one has looked at costs it as much as if it were alone.
"""

from collections import ChainMap, Counter
from collections.abc import Callable, Hashable, Mapping, MutableMapping, Sequence
from typing import NamedTuple, ParamSpec, TypeVar

_Value = TypeVar("_Value")
_Asked = ParamSpec("_Asked")


class Limit(NamedTuple):
    """How much of something is looked at, as it is told, and what is past it."""

    most: int
    told: str
    past: str = ""  # the cause that `NOT_LOOKED_AT` has a remedy for
    is_crossed: bool = False  # what begins below the line is looked at whole


READ = Limit(
    64 * 1024**2, "64 MiB are read for one declaration", "files that are read", is_crossed=True
)
LISTED = Limit(
    100_000,
    "100,000 files are listed for one declaration",
    "files that are listed",
    is_crossed=True,
)
TEXTS = Limit(64, "64 license texts are compared for one declaration", "license texts")
WORDS = Limit(
    2_000_000,
    "2,000,000 words of license texts are matched for one declaration",
    "license texts",
)
VALUES = Limit(
    500_000,
    "500,000 values of settings, cards and headers are parsed for one declaration",
    "files that are read",
)
WEIGHTS = Limit(2000, "2,000 files of weights are opened for one declaration", "files of weights")
HASHED = Limit(2 * 1024**3, "2 GiB are hashed for one declaration", "files that are hashed")
FOLDER = Limit(
    32, "32 license files, notices or policies of one folder are read", "files of a folder"
)
LICENSES = Limit(
    32,
    "32 licenses of one expression are compared with texts",
    "licenses of one expression",
)
UNREADABLE = Limit(0, "what cannot be read here")
"""No limit of ours: files that are there, and that a clone lacks or nobody may read."""


class Cost(NamedTuple):
    """So much of a limit, for one thing; what is looked at again costs nothing more."""

    limit: Limit
    what: Hashable
    amount: int


class Refused(NamedTuple):
    """Something that is past a limit."""

    limit: Limit
    name: str  # a path, or what else it is


_Key = tuple[Limit, Hashable]


class Budget:
    """What is left for one declaration, and what was refused."""

    def __init__(self) -> None:
        self.refused: list[Refused] = []
        self.costs: list[Cost] = []
        self._spent: Counter[Limit] = Counter()
        self._paid: dict[_Key, int] = {}
        self._first: dict[Limit, str] = {}

    def spent(self, limit: Limit) -> int:
        """How much of a limit is used."""
        return self._spent[limit]

    def may(self, limit: Limit, name: str, amount: int = 1, what: Hashable = None) -> bool:
        """Whether so much can be spent still, and spend it; else it is refused.

        ``what`` is what is looked at where that is not its ``name``.
        """
        cost = Cost(limit, name if what is None else what, amount)
        return self.pay_again([cost]) or self.refuse(limit, name)

    def has_left(self, limit: Limit, name: str) -> bool:
        """Whether anything is left for what may take any amount; else it is refused."""
        is_open = (limit, name) in self._paid or self._spent[limit] < limit.most
        return is_open or self.refuse(limit, name)

    def pay(self, cost: Cost) -> None:
        """Take a cost from what is left."""
        self.costs.append(cost)
        _take(cost, self._spent, self._paid)

    def pay_again(self, costs: Sequence[Cost]) -> bool:
        """Take all the costs of what may be known already; nothing when one is too much: False.

        What a declaration alone could not find out it is not told when others have.
        """
        spent, paid = Counter(self._spent), ChainMap(dict[_Key, int](), self._paid)
        for cost in costs:
            if not _fits(cost, spent, paid):
                return False
            _take(cost, spent, paid)
        for cost in costs:
            self.pay(cost)
        return True

    def refuse(self, limit: Limit, name: str) -> bool:
        """Take down that something is not looked at."""
        self.refused.append(Refused(limit, name))
        self._first.setdefault(limit, name)
        return False

    def first(self, limit: Limit) -> str:
        """The first thing that is past a limit."""
        return self._first.get(limit, "")

    def watched(self, look: Callable[[], _Value]) -> tuple[_Value, tuple[Refused, ...]]:
        """What somebody sees, and what was refused to them."""
        before = len(self.refused)
        value = look()
        return value, tuple(dict.fromkeys(self.refused[before:]))

    def cached(self, function: Callable[_Asked, _Value]) -> Callable[_Asked, _Value]:
        """The function, each answer found once; who asks again is refused the same things."""
        known: dict[Hashable, tuple[_Value, tuple[Refused, ...], list[Cost]]] = {}

        def answer(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Value:
            key = (args, tuple(kwargs.items()))
            if key in known:
                value, refused, costs = known[key]
                self.refused += refused
                self.costs += costs
                return value
            start = len(self.costs)
            value, refused = self.watched(lambda: function(*args, **kwargs))
            known[key] = (value, refused, self.costs[start:])
            return value

        return answer


def _fits(cost: Cost, spent: Mapping[Limit, int], paid: Mapping[_Key, int]) -> bool:
    before = paid.get((cost.limit, cost.what))
    if before is not None and (before >= cost.amount or cost.limit.is_crossed):
        return True
    left = cost.limit.most - spent[cost.limit]
    return left > 0 if cost.limit.is_crossed else cost.amount - (before or 0) <= left


def _take(cost: Cost, spent: Counter[Limit], paid: MutableMapping[_Key, int]) -> None:
    key = (cost.limit, cost.what)
    before = paid.get(key, 0)
    spent[cost.limit] += max(0, cost.amount - before)
    paid[key] = max(cost.amount, before)
