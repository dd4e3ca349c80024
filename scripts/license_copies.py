# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Write the digests of the license texts; with --check, compare them instead."""

import json
import os
import sys

from osaid_action.license_text import canonical, copies
from osaid_action.license_text.texts import verify

PATH = os.path.join(os.path.dirname(copies.__file__), "data", "copies.json")


def page() -> str:
    """The digests: of each text that is verified as it stands, the ids it is the text of."""
    found = {}
    for entry in canonical.index().values():
        text = canonical.text(entry.ids[0])
        ids = sorted(one.lower() for one in entry.ids if verify(text, one).status == "verified")
        if ids:
            found[copies.digest(text)] = ids
    return json.dumps({"copies": dict(sorted(found.items()))}, indent=0) + "\n"


def main() -> int:
    """Write the digests, or compare them; returns the exit code."""
    text = page()
    if "--check" in sys.argv:
        with open(PATH, encoding="utf-8") as file:
            current = file.read() == text
        if not current:
            print("copies.json is out of date: run python scripts/license_copies.py")
        return 0 if current else 1
    with open(PATH, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
