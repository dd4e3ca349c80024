# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was found in the files of a tree, kept for the other declarations of a run."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_MOST = 1024

_Value = TypeVar("_Value")


class Memory:
    """Values by what they are of; of many the last ones, so that a run of any length has room."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._kept: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        """How many values are kept."""
        return len(self._kept)

    def get(self, key: Hashable) -> Any:  # noqa: ANN401 - whoever keeps it knows what it is
        """What was kept; None when nothing is."""
        return self._kept.get(key)

    def keep(self, key: Hashable, value: object) -> None:
        """Keep a value, instead of the oldest one when there are too many."""
        if key not in self._kept and len(self._kept) >= self._most:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = value

    def once(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """What was kept, or is made now and kept."""
        if (kept := self._kept.get(key)) is not None:
            value: _Value = kept
            return value
        value = make()
        self.keep(key, value)
        return value
