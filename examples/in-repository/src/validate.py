# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: MIT
"""Validation: how many bits a letter of the held-out text takes, fewer being better.

    python src/validate.py settings.json data/herons.txt weights/model.safetensors
"""

import json
import math
import sys
from pathlib import Path

from model import LETTERS, load
from prepare import prepared

if __name__ == "__main__":
    settings = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    text = prepared(Path(sys.argv[2]).read_text(encoding="utf-8"))
    held_out = text[round(len(text) * (1 - settings["held_out"])) :]
    table = load(Path(sys.argv[3]))
    pairs = list(zip(held_out, held_out[1:], strict=False))
    bits = [-math.log2(table[LETTERS.index(a)][LETTERS.index(b)]) for a, b in pairs]
    print(f"{sum(bits) / len(bits):.2f} bits a letter, over {len(pairs)} pairs")
