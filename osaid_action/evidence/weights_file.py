# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The beginning of a file of weights, read as far as its header goes; why one cannot be used."""

from collections.abc import Callable

FIRST = 64 * 1024
MAX_HEADER = 16 * 1024 * 1024
MAX_ITEMS = 500_000
"""Tensors, settings and entries of lists in one header."""


class WeightsCutError(ValueError):
    """The file ends before its own header says."""


class WeightsRefusedError(ValueError):
    """The library of the format does not open the file."""


class WeightsUnreadError(ValueError):
    """The header is longer than is read."""


class Beginning:
    """The bytes of a file from its beginning on, read as they are asked for."""

    def __init__(
        self,
        read: Callable[[int], bytes],
        size: int,
        afford: Callable[[int], bool] = lambda _: True,
    ) -> None:
        """``read`` gives so many of the first bytes of a file of ``size`` bytes.

        ``afford`` says whether a header of so many values is looked at still.
        """
        self._read, self._afford = read, afford
        self._values = 0
        self.size = size
        self.data = read(FIRST)

    def count(self, values: int) -> None:
        """Go on to so many more values. Raises WeightsUnreadError when they are too many."""
        self._values += values
        if not self._afford(self._values):
            raise WeightsUnreadError("its header holds more than is looked at")

    def take(self, start: int, end: int) -> bytes:
        """The bytes from ``start`` to ``end``. Raises WeightsCutError, WeightsUnreadError."""
        if end > self.size:
            raise WeightsCutError(f"it has {self.size:,} bytes, and goes on to {end:,}")
        if end > len(self.data):
            if end > MAX_HEADER:
                raise WeightsUnreadError(f"its header has more than {MAX_HEADER:,} bytes")
            self.data = self._read(min(self.size, MAX_HEADER, max(end, 4 * len(self.data))))
            if end > len(self.data):
                raise WeightsCutError(f"it ends at {len(self.data):,} bytes")
        return self.data[start:end]
