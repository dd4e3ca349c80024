# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files of safetensors: a length, a JSON header, and the tensors, which fill the rest.

https://github.com/huggingface/safetensors: `validate` and `read_metadata` of its tensor.rs.
"""

import json
from itertools import pairwise
from math import prod
from typing import Any, NoReturn, TypeGuard

from osaid_action.evidence.structure import MAX_VALUES, number_of_values
from osaid_action.evidence.weights_file import (
    Beginning,
    WeightsCutError,
    WeightsRefusedError,
    WeightsUnreadError,
)
from osaid_action.text import plural

_LENGTH = 8
_MOST = 100_000_000  # bytes of a header, by the library
_LARGEST = 2**64
BITS = {
    "F4": 4,
    **dict.fromkeys(("F6_E2M3", "F6_E3M2"), 6),
    **dict.fromkeys(("BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0"), 8),
    **dict.fromkeys(("F8_E4M3FNUZ", "F8_E5M2FNUZ"), 8),
    **dict.fromkeys(("I16", "U16", "F16", "BF16"), 16),
    **dict.fromkeys(("I32", "U32", "F32"), 32),
    **dict.fromkeys(("I64", "U64", "F64", "C64"), 64),
}
"""How many bits a number of each type has."""


def read_safetensors(file: Beginning) -> str:
    """What a file is, in words. Raises one of the errors of `weights_file`."""
    length = int.from_bytes(file.take(0, _LENGTH), "little")
    if not 1 < length <= _MOST or file.data[_LENGTH : _LENGTH + 1].strip() not in (b"{", b""):
        raise WeightsRefusedError("it does not begin with a header of safetensors")
    text = file.take(_LENGTH, _LENGTH + length)
    values = number_of_values(text)
    if values > MAX_VALUES:
        raise WeightsUnreadError(f"its header holds more than {MAX_VALUES:,} values")
    file.count(values)
    tensors = _tensors(text)
    end = _end(tensors)
    if file.size < _LENGTH + length + end:
        message = f"it has {file.size:,} bytes, and its header tells of {_LENGTH + length + end:,}"
        raise WeightsCutError(message)
    if file.size > _LENGTH + length + end:
        raise WeightsRefusedError("there are bytes after its last tensor")
    return f"safetensors, {plural(len(tensors), 'tensor')}"


def _tensors(text: bytes) -> dict[str, Any]:
    """The tensors of a header by their names, what else it says aside."""
    try:
        header = json.loads(
            text.decode(), object_pairs_hook=_once, parse_int=_plain, parse_constant=_refuse
        )
        if b"\\u" in text:
            json.dumps(header, ensure_ascii=False).encode()  # no half of a pair of surrogates
    except (ValueError, RecursionError):
        raise WeightsRefusedError("its header is not the JSON of safetensors") from None
    if not isinstance(header, dict):
        raise WeightsRefusedError("its header is no JSON object")
    told = header.pop("__metadata__", None)
    told = {} if told is None else told
    if not isinstance(told, dict) or not all(isinstance(one, str) for one in told.values()):
        raise WeightsRefusedError("its `__metadata__` holds more than texts")
    return header


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key twice")
    return found


def _plain(digits: str) -> int:
    if digits.startswith("-"):
        raise ValueError("a number below zero")
    return int(digits)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _end(tensors: dict[str, Any]) -> int:
    """Where the last tensor ends, as each begins where the one before it ends."""
    places = sorted(_place(name, told) for name, told in tensors.items())
    for before, after in pairwise([(0, 0), *places]):
        if before[1] != after[0]:
            raise WeightsRefusedError("its tensors overlap, or leave gaps")
    return places[-1][1] if places else 0


def _place(name: str, told: object) -> tuple[int, int]:
    """Where a tensor begins and ends."""
    wrong = WeightsRefusedError(f"its tensor {name[:60]} is not whole")
    if not isinstance(told, dict):
        raise wrong
    shape, offsets, kind = told.get("shape"), told.get("data_offsets"), told.get("dtype")
    if not _are_numbers(shape) or not _are_numbers(offsets) or len(offsets) != 2:
        raise wrong
    start, end = offsets
    bits = BITS.get(kind) if isinstance(kind, str) else None
    if bits is None:
        raise WeightsRefusedError(f"its tensor {name[:60]} has an unknown type")
    if end < start or prod(shape) * bits != (end - start) * 8 or _overflows(shape, bits):
        raise WeightsRefusedError(f"its tensor {name[:60]} does not fill its place")
    return start, end


def _are_numbers(value: object) -> TypeGuard[list[int]]:
    """Whether a value is a list of whole numbers."""
    return isinstance(value, list) and all(type(one) is int and one < _LARGEST for one in value)


def _overflows(shape: list[int], bits: int) -> bool:
    """Whether a step on the way to the size is too large for the library."""
    size = 1
    for one in shape:
        size *= one
        if size * bits >= _LARGEST:
            return True
    return False
