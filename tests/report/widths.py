# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a phone of 400 pixels has room for, in characters: the tables of a page as they are seen."""

import re
from html import unescape

COLUMNS = 3
LINE = 40  # characters that stand side by side, all columns of a table together
CELL = 300


def tables(page):
    """The tables of a page: lists of rows of cells, as a reader sees them."""
    found, rows = [], []
    for line in [*page.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([_seen(cell) for cell in line.strip("|").split("|")])
        elif rows:
            found.append([rows[0], *rows[2:]])
            rows = []
    return found


def _seen(cell):
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", cell).replace("**", "").replace("`", "")
    return unescape(text).replace("\u200b", " ").strip(" ")


def narrowest(rows):
    """Characters that the longest words of each column take side by side."""
    columns = zip(*rows, strict=True)
    return sum(max(len(word) for cell in column for word in cell.split(" ")) for column in columns)
