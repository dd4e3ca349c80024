# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""osaid_action/report/font_widths.py: how wide letters on a badge are, as shields has them."""

import io
import json
import tarfile
from pathlib import Path

from generated.packages import download

PACKAGE = "anafanafo"
PINNED = {
    "registry": "npm",
    "version": "2.0.0",
    "sha256": "ac113ea5abeb472c793b8486d79726ad71d2f319334e7eb6b60183a0879647b8",
}
MEMBER = "package/data/verdana-11px-normal.json"
FILE = "osaid_action/report/font_widths.py"
FIRST, LAST = 32, 126
"""Printable ASCII: a badge says nothing but our own words."""

HEAD = f'''\
# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-FileCopyrightText: 2018 Metabolize LLC
# SPDX-License-Identifier: Apache-2.0 AND MIT
"""How wide printable ASCII is in Verdana at 11 pixels, in hundredths of a pixel, from the space on.

Written by scripts/generate.py from the npm package {PACKAGE} {PINNED["version"]} (MIT).
"""
'''


def build() -> dict[str, bytes]:
    """The module, by its path."""
    return {FILE: module(widths(download(PACKAGE, PINNED))).encode()}


def stale() -> str:
    """Why the module is not the one that was made of this package."""
    made = (Path(__file__).parents[2] / FILE).read_text(encoding="utf-8")
    return "" if made.startswith(HEAD) else f"{FILE} is made of another package"


def widths(content: bytes) -> list[int]:
    """The widths in hundredths, from the package's ranges of characters."""
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        member = archive.extractfile(MEMBER)
        ranges = json.load(member) if member else []
    known = {
        code: round(width * 100) for first, last, width in ranges for code in range(first, last + 1)
    }
    return [known[code] for code in range(FIRST, LAST + 1)]


def module(found: list[int]) -> str:
    """The module's text."""
    rows = [found[at : at + 16] for at in range(0, len(found), 16)]
    lines = "".join(f"    *({', '.join(map(str, row))}),\n" for row in rows)
    return f"{HEAD}\nFIRST = {FIRST}\nWIDTHS = (\n{lines})\n"
