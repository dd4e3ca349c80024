# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: MIT
"""Training: count which letter follows which, with the settings of a file.

    python src/train.py settings.json data/herons.txt weights/model.safetensors
"""

import json
import sys
from pathlib import Path

from model import LETTERS, SIZE, Table, save
from prepare import prepared


def trained(text: str, smoothing: float) -> Table:
    """The share of each letter among those that follow a letter."""
    counts = [[smoothing] * SIZE for _ in range(SIZE)]
    for one, following in zip(text, text[1:], strict=False):
        counts[LETTERS.index(one)][LETTERS.index(following)] += 1
    return [[number / sum(row) for number in row] for row in counts]


if __name__ == "__main__":
    settings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    text = prepared(Path(sys.argv[2]).read_text(encoding="utf-8"))
    end = round(len(text) * (1 - settings["held_out"]))
    save(trained(text[:end], settings["smoothing"]), Path(sys.argv[3]))
