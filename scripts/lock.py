# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rebuilds requirements/*.txt: what is installed, by version and hash.

    python scripts/lock.py            # needs uv; keeps versions that still fit
    python scripts/lock.py --upgrade

| file          | what it installs |
|---|---|
| action.txt    | what the GitHub Action imports, all of it |
| check.txt     | of action.txt, word by word, what a verdict needs |
| test.txt      | what the plain tests need, and what installs the project itself |
| dev.txt       | that, and everything that the gate runs |
| installed.txt | packages whose license files are looked at |
| lowest.txt    | the lowest releases that pyproject.toml allows, for Python 3.11 on Linux |

The locks are for every system and Python from 3.11. A later lock takes the versions of the ones
before it. No file names an index or a folder, and no setting of this machine adds one.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "requirements")
PROJECT = "pyproject.toml"
HEADER = """\
# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
# Made by scripts/lock.py, which says what it is for.
"""
# the rest of uv's variables would change what is found, or where
_KEPT = ("UV_CACHE_DIR", "UV_DEFAULT_INDEX", "UV_NATIVE_TLS")


def main(options: Sequence[str]) -> None:
    """Write the locks; ``options`` are further ones for uv."""
    action = [PROJECT, "--extra", "action", *options]
    lock("action", action)
    write("check", subset("action"))
    lock("test", [*action, "--group", "test"], "action")
    lock("dev", [*action, "--group", "dev"], "action", "test")
    lock("installed", ["--group", "installed", *options], "dev")
    write("lowest", lowest())


def lock(name: str, wanted: Sequence[str], *after: str) -> None:
    """Resolve what is ``wanted``, with the versions of the locks that it comes ``after``."""
    words = ["--universal", "--generate-hashes", *wanted]
    for one in after:
        words += ["--constraint", path(one)]
    compiled([*words, "--output-file", path(name)])  # where uv finds the versions to keep
    write(name, "".join(entries(name)))


def subset(name: str) -> str:
    """The entries of a lock that the dependencies of the project need."""
    needed = compiled([PROJECT, "--universal", "--constraint", path(name)])
    names = {line.partition("==")[0] for line in needed.splitlines()}
    return "".join(entry for entry in entries(name) if entry.partition("==")[0] in names)


def lowest() -> str:
    """The lowest releases of what the command needs, and of PyGithub, that have wheels."""
    here = [PROJECT, "--only-binary", ":all:", "--python-platform", "linux"]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(compiled([*here, "--resolution", "lowest"]))
        file.flush()
        words = ["--resolution", "lowest-direct", "--extra", "action", "--constraint", file.name]
        return compiled([*here, *words, "--generate-hashes"])


def compiled(words: Sequence[str]) -> str:
    """What uv prints: the versions that fit, without remarks."""
    still = ["--quiet", "--no-config", "--no-header", "--no-annotate", "--no-strip-extras"]
    command = ["uv", "pip", "compile", "--python-version", "3.11", *still, *words]
    environ = {k: v for k, v in os.environ.items() if not k.startswith("UV_") or k in _KEPT}
    return subprocess.run(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, encoding="utf-8", check=True
    ).stdout


def entries(name: str) -> list[str]:
    """The entries of a lock, each a name with its version and hashes."""
    with open(path(name), encoding="utf-8") as file:
        found = re.split(r"^(?=\S)", file.read(), flags=re.MULTILINE)
    return [entry for entry in found if entry.strip() and not entry.startswith("#")]


def path(name: str) -> str:
    """Where the lock of that name is."""
    return os.path.join(ROOT, "requirements", f"{name}.txt")


def write(name: str, text: str) -> None:
    """Write a lock with its head."""
    with open(path(name), "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER + text)


if __name__ == "__main__":
    main(sys.argv[1:])
