# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rebuilds requirements/action.txt: what the GitHub Action installs, by version and hash.

    python scripts/lock_action.py            # needs uv; keeps versions that still fit
    python scripts/lock_action.py --upgrade

The lock is for every system and Python from 3.11. It leaves out what PyGithub asks for and the
action never loads: cryptography for logging in as an app, PyNaCl for writing secrets, and what
they need. That is half of the bytes to fetch; tests/action shows that nothing misses them.
"""

import os
import re
import subprocess
import sys
import tomllib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOCK = os.path.join(ROOT, "requirements", "action.txt")
NOT_LOADED = ("cffi", "cryptography", "pycparser", "pynacl")
HEADER = """\
# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
# What action.yml installs, with --no-deps; made by scripts/lock_action.py.
"""


def main() -> None:
    """Write the lock."""
    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        project = tomllib.load(file)["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["action"]]
    os.makedirs(os.path.dirname(LOCK), exist_ok=True)
    words = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-config"]
    words += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    subprocess.run(
        ["uv", "pip", "compile", *words, "--quiet", *sys.argv[1:], "-", "--output-file", LOCK],  # noqa: S607
        input="\n".join(wanted).encode(),
        check=True,
    )
    with open(LOCK, encoding="utf-8") as file:
        locked = file.read()
    with open(LOCK, "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER + kept(locked))


def kept(locked: str) -> str:
    """The lock without comments and without what is never loaded."""
    entries = re.split(r"^(?=\S)", locked, flags=re.MULTILINE)
    return "".join(
        entry
        for entry in entries
        if not entry.startswith("#") and entry.partition("==")[0] not in NOT_LOADED
    )


if __name__ == "__main__":
    main()
