# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: MIT
"""Data processing: the text in lower case, with letters and single spaces and nothing else."""

import re
import sys
from pathlib import Path


def prepared(text: str) -> str:
    """What the model is trained on."""
    return re.sub("[^a-z]+", " ", text.lower()).strip()


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(prepared(Path(sys.argv[1]).read_text(encoding="utf-8")) + "\n")
