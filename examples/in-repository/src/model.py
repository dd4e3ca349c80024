# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: MIT
"""The model: for each letter, how likely each letter is to follow. A file of it is safetensors."""

import json
import struct
from pathlib import Path

LETTERS = " abcdefghijklmnopqrstuvwxyz"
SIZE = len(LETTERS)

Table = list[list[float]]


def save(table: Table, path: Path) -> None:
    """Write the table: the length of a header, the header, then the numbers."""
    flat = [number for row in table for number in row]
    entry = {"dtype": "F32", "shape": [SIZE, SIZE], "data_offsets": [0, 4 * len(flat)]}
    header = json.dumps({"next_letter": entry}, separators=(",", ":")).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + struct.pack(f"<{len(flat)}f", *flat))


def load(path: Path) -> Table:
    """Read a table that `save` wrote."""
    data = path.read_bytes()
    start = 8 + struct.unpack("<Q", data[:8])[0]
    flat = struct.unpack(f"<{SIZE * SIZE}f", data[start:])
    return [list(flat[row * SIZE : (row + 1) * SIZE]) for row in range(SIZE)]
