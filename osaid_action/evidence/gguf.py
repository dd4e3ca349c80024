# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files of GGUF: settings with types, the places of tensors, and the tensors.

https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from math import prod
from typing import Literal

from osaid_action.evidence.weights_file import (
    MAX_ITEMS,
    Beginning,
    WeightsCutError,
    WeightsRefusedError,
    WeightsUnreadError,
)
from osaid_action.text import plural

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_WIDTHS = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
"""How many bytes a setting of each plain type has."""
_UINT32, _STRING, _ARRAY = 4, 8, 9
_MOST_DIMENSIONS = 4
_LONGEST_NAME = 65_535
_ALIGNMENT = "general.alignment"
_OWN_NAMES = ("GGUF.version", "GGUF.tensor_count", "GGUF.kv_count")  # the library's own
BLOCKS = {
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34),
    9: (32, 40), 10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210),
    15: (256, 292), 16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18),
    21: (256, 110), 22: (256, 82), 23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8),
    28: (1, 8), 29: (256, 56), 30: (1, 2), 34: (256, 54), 35: (256, 66), 39: (32, 17),
    40: (64, 36), 41: (128, 18),
}  # fmt: skip
"""Of each type of tensors, how many numbers and how many bytes a block has."""


def read_gguf(file: Beginning) -> str:
    """What a file is, in words. Raises one of the errors of `weights_file`."""
    if file.data[:4] != _MAGIC:
        raise WeightsRefusedError("it does not begin with GGUF")
    return _Reading(file).whole()


class _Reading:
    """A walk through the header of a file."""

    def __init__(self, file: Beginning) -> None:
        self.file = file
        self.at = 4
        self.order: Literal["little", "big"] = "little"
        self.items = 0

    def whole(self) -> str:
        """Walk through all of the header, and see whether the tensors fit into the file."""
        version = self.number(4)
        if version and not version & 0xFFFF:
            self.order, version = "big", version.to_bytes(4, "little")[3]
        if version not in _VERSIONS:
            raise WeightsRefusedError(f"it is of version {version}, which is not read any more")
        tensors, settings = self.number(8), self.number(8)
        self.count(tensors + settings)
        alignment = self.settings(settings)
        places = self.tensors(tensors)
        self.fit(places, alignment)
        return f"GGUF version {version}, {plural(tensors, 'tensor')}"

    def count(self, items: int) -> None:
        """Count what is about to be read; more than is read is not begun."""
        self.items += items
        if self.at + items > self.file.size:
            raise WeightsCutError(f"it has {self.file.size:,} bytes, too few for what it tells of")
        if self.items > MAX_ITEMS:
            raise WeightsUnreadError(f"its header holds more than {MAX_ITEMS:,} things")
        self.file.count(2 * items)  # each takes as long as two values of JSON

    def skip(self, width: int) -> None:
        """Go on by ``width`` bytes, which are there."""
        self.at += width
        if self.at > self.file.size:
            raise WeightsCutError(f"it has {self.file.size:,} bytes, and its header goes on")

    def number(self, width: int) -> int:
        """The next number, of ``width`` bytes."""
        at = self.at
        self.at += width
        if self.at > len(self.file.data):
            self.file.take(at, self.at)
        return int.from_bytes(self.file.data[at : self.at], self.order)

    def name(self, seen: set[str]) -> str:
        """The next text, which is none of those ``seen``."""
        length = self.number(8)
        if length > _LONGEST_NAME:
            raise WeightsRefusedError("a name in its header is too long")
        self.at += length
        try:
            name = self.file.take(self.at - length, self.at).decode()
        except UnicodeDecodeError:
            raise WeightsRefusedError("a name in its header is no text") from None
        if name in seen:
            raise WeightsRefusedError(f"its header has {name[:60]} twice")
        seen.add(name)
        return name

    def settings(self, number: int) -> int:
        """Go through the settings; the alignment that they ask for."""
        alignment, seen = 32, set(_OWN_NAMES)
        for _ in range(number):
            name, kind = self.name(seen), self.number(4)
            if name != _ALIGNMENT:
                self.value(kind)
                continue
            alignment = self.number(4) if kind == _UINT32 else 0
            if not alignment or alignment & (alignment - 1):
                raise WeightsRefusedError(f"its {_ALIGNMENT} is no power of two")
        return alignment

    def value(self, kind: int) -> None:
        """Go over a setting."""
        if kind == _STRING:
            self.skip(self.number(8))
        elif kind == _ARRAY:
            self.array(self.number(4), self.number(8))
        elif kind in _WIDTHS:
            self.skip(_WIDTHS[kind])
        else:
            raise WeightsRefusedError(f"a setting is of the unknown type {kind}")

    def array(self, kind: int, length: int) -> None:
        """Go over a list of settings."""
        if kind in _WIDTHS:
            self.skip(_WIDTHS[kind] * length)
        elif kind == _STRING:
            self.count(length)
            for _ in range(length):
                self.skip(self.number(8))
        else:
            raise WeightsRefusedError(f"a list is of the type {kind}, which is not read")

    def tensors(self, number: int) -> list[tuple[int, int]]:
        """Where each tensor begins, and how many bytes it has."""
        places, seen = [], set[str]()
        for _ in range(number):
            name, dimensions = self.name(seen), self.number(4)
            if dimensions > _MOST_DIMENSIONS:
                raise WeightsRefusedError(f"its tensor {name[:60]} has {dimensions:,} dimensions")
            shape = [self.number(8) for _ in range(dimensions)]
            kind, offset = self.number(4), self.number(8)
            if kind not in BLOCKS:
                raise WeightsRefusedError(f"its tensor {name[:60]} has the unknown type {kind}")
            numbers, width = BLOCKS[kind]
            if (shape[0] if shape else 1) % numbers or prod(shape) >= 2**63:
                raise WeightsRefusedError(f"its tensor {name[:60]} is not made of whole blocks")
            places.append((offset, prod(shape) // numbers * width))
        return places

    def fit(self, places: list[tuple[int, int]], alignment: int) -> None:
        """Refuse tensors that do not follow each other, or reach beyond the file."""
        start, at = _padded(self.at, alignment), 0
        for offset, width in places:
            if offset != at:
                raise WeightsRefusedError("its tensors overlap, or leave gaps")
            if start + at + width > self.file.size:
                told = start + at + width
                message = f"it has {self.file.size:,} bytes, and its header tells of {told:,}"
                raise WeightsCutError(message)
            at = _padded(at + width, alignment)


def _padded(place: int, alignment: int) -> int:
    return -(-place // alignment) * alignment
