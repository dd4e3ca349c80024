# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: MIT
"""Inference: write some letters.

    python src/generate.py weights/model.safetensors
"""

import random
import sys
from pathlib import Path

from model import LETTERS, load

if __name__ == "__main__":
    table, letter = load(Path(sys.argv[1])), " "
    for _ in range(80):
        letter = random.choices(LETTERS, table[LETTERS.index(letter)])[0]  # noqa: S311
        print(letter, end="")
    print()
