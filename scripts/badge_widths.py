# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rebuild osaid_action/report/font_widths.py: how wide the letters on a badge are.

    python scripts/badge_widths.py            rebuild
    python scripts/badge_widths.py --check    exit 1 when the stored file differs

The widths come from one npm package by exact version, refused under another hash; they are those
that shields measures its badges by.
"""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile

PACKAGE, VERSION = "anafanafo", "2.0.0"
SHA256 = "ac113ea5abeb472c793b8486d79726ad71d2f319334e7eb6b60183a0879647b8"
MEMBER = "package/data/verdana-11px-normal.json"
TARGET = os.path.join(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))),
    *("osaid_action", "report", "font_widths.py"),
)
FIRST, LAST = 32, 126
"""Printable ASCII: a badge says nothing but our own words."""

HEAD = f'''\
# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-FileCopyrightText: 2018 Metabolize LLC
# SPDX-License-Identifier: Apache-2.0 AND MIT
"""How wide printable ASCII is in Verdana at 11 pixels, in hundredths of a pixel, from the space on.

Written by scripts/badge_widths.py from the npm package {PACKAGE} {VERSION} (MIT).
"""
'''


def package() -> bytes:
    """Fetch the package with npm; exit when it is not the one we pinned."""
    with tempfile.TemporaryDirectory() as folder:
        npm = shutil.which("npm") or "npm"
        command = [npm, "pack", "--pack-destination", folder, f"{PACKAGE}@{VERSION}"]
        subprocess.run(command, check=True, capture_output=True)
        (name,) = os.listdir(folder)
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{PACKAGE} {VERSION}: expected {SHA256}, found {found}")
    return content


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


def main() -> int:
    """Write the module, or compare it."""
    text = module(widths(package()))
    if "--check" in sys.argv[1:]:
        with open(TARGET, encoding="utf-8") as file:
            return int(file.read() != text)
    with open(TARGET, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
