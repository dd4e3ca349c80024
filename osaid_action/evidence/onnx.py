# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files of ONNX: one protobuf message that holds others (https://onnx.ai/onnx/repo-docs/IR.html).

What is followed is how protobuf frames them (https://protobuf.dev/programming-guides/encoding/):
each is whole, and ends where it says.
"""

import re
from functools import cache

from osaid_action.evidence.weights_file import (
    MAX_ITEMS,
    Beginning,
    WeightsCutError,
    WeightsRefusedError,
    WeightsUnreadError,
)

_VARINT, _EIGHT, _LENGTH, _FOUR = 0, 1, 2, 5
_GRAPH = 7
_MOST_DEPTH = 64
_AT_ONCE = 100  # fields that are counted together
_LONGEST_VARINT = 10

MESSAGES: dict[str, dict[int, str]] = {
    "model": {7: "graph", 8: "plain", 14: "entry", 20: "training", 25: "function", 26: "plain"},
    "graph": {
        1: "node",
        5: "tensor",
        **dict.fromkeys((11, 12, 13), "value"),
        14: "annotation",
        15: "sparse",
        16: "entry",
    },
    "node": {5: "attribute", 9: "entry", 10: "placed"},
    "attribute": {
        **dict.fromkeys((5, 10), "tensor"),
        **dict.fromkeys((6, 11), "graph"),
        **dict.fromkeys((14, 15), "type"),
        **dict.fromkeys((22, 23), "sparse"),
    },
    "tensor": {3: "plain", 13: "entry", 16: "entry"},
    "sparse": {1: "tensor", 2: "tensor"},
    "value": {2: "type", 4: "entry"},
    "type": {**dict.fromkeys((1, 8), "shaped"), **dict.fromkeys((4, 5, 9), "inner"), 7: "plain"},
    "shaped": {2: "shape"},
    "inner": {1: "type", 2: "type"},
    "shape": {1: "plain"},
    "annotation": {2: "entry"},
    "training": {1: "graph", 2: "graph", 3: "entry", 4: "entry"},
    "function": {7: "node", 9: "plain", 11: "attribute", 12: "value", 14: "entry"},
    "placed": {2: "sharding"},
    "sharding": {3: "pair", 4: "sharded"},
    "sharded": {2: "plain"},
    "entry": {},
    "pair": {},
    "plain": {},
}
"""Of each kind of message, which of its fields hold messages, and of which kind."""

PACKED: dict[str, dict[int, int]] = {
    "attribute": {7: 4, 8: 0},
    "tensor": {1: 0, 4: 4, 5: 0, 7: 0, 10: 8, 11: 0},
    "sparse": {3: 0},
    "sharding": {2: 0},
    "pair": {2: 0},
}
"""Fields that may hold many numbers at once, and how many bytes each has; 0 for varints."""


def read_onnx(file: Beginning) -> str:
    """What a file is, in words. Raises one of the errors of `weights_file`."""
    if file.data[:1] != b"\x08":  # ir_version, field 1, comes first
        raise WeightsRefusedError("it does not begin as a model of ONNX")
    reading = _Reading(file)
    if not any(number == _GRAPH for number, _, _ in reading.fields(0, file.size, is_whole=True)):
        raise WeightsRefusedError("it holds no graph")
    reading.walk()
    return "ONNX"


class _Reading:
    """A walk through the messages of a file."""

    def __init__(self, file: Beginning) -> None:
        self.file = file
        self.items = 0

    def walk(self) -> None:
        """Walk through all messages, the inner ones by a list of those that wait."""
        waiting = [("model", 0, self.file.size, 0)]
        while waiting:
            kind, start, end, depth = waiting.pop()
            if depth > _MOST_DEPTH:
                raise WeightsUnreadError(f"its messages are nested over {_MOST_DEPTH} deep")
            inner, packed = MESSAGES[kind], PACKED.get(kind, {})
            for number, at, until in self.fields(start, end):
                if number in inner:
                    waiting.append((inner[number], at, until, depth + 1))
                elif number in packed:
                    self.look_at_numbers(packed[number], at, until)

    def fields(self, at: int, end: int, *, is_whole: bool = False) -> list[tuple[int, int, int]]:
        """The fields of a message that have a length: their number, and from where to where.

        That of the whole file ends where the file does.
        """
        found = []
        while at < end:
            self.items += 1
            if self.items > MAX_ITEMS:
                raise WeightsUnreadError(f"it holds more than {MAX_ITEMS:,} fields")
            if self.items % _AT_ONCE == 1:
                self.file.count(2 * _AT_ONCE)  # each takes as long as two values of JSON
            tag, at = self.varint(at)
            number, kind = tag >> 3, tag & 7
            if not number or tag >= 1 << 32 or kind not in (_VARINT, _EIGHT, _LENGTH, _FOUR):
                raise WeightsRefusedError("there is a field that is none of protobuf's")
            start = at
            if kind == _VARINT:
                _, at = self.varint(at)
            elif kind == _LENGTH:
                length, start = self.varint(at)
                at = start + length
                found.append((number, start, at))
            else:
                at += 8 if kind == _EIGHT else 4
            if at > end and is_whole:
                raise WeightsCutError(f"it has {end:,} bytes, and tells of {at:,}")
            if at > end:
                raise WeightsRefusedError("a message in it does not end where it says")
        return found

    def varint(self, at: int) -> tuple[int, int]:
        """The number that begins at a place, and where it ends."""
        value = 0
        for shift in range(_LONGEST_VARINT):
            if at >= len(self.file.data):
                self.file.take(at, at + 1)
            byte = self.file.data[at]
            at += 1
            value |= (byte & 0x7F) << 7 * shift
            if byte < 0x80:
                return value, at
        raise WeightsRefusedError("there is a number that does not end")

    def look_at_numbers(self, width: int, start: int, end: int) -> None:
        """Refuse numbers, one after the other, of which the last is not whole."""
        data = self.file.take(start, end)
        wrong = len(data) % width if width else data[-1:] > b"\x7f" or _endless().search(data)
        if wrong:
            raise WeightsRefusedError("a list of numbers in it does not end where it says")


@cache
def _endless() -> re.Pattern[bytes]:
    return re.compile(rb"[\x80-\xff]{10}")
