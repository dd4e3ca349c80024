# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Checks that what the action installs has wheels for the Pythons and systems that it promises.

    python scripts/check_wheels.py               # asks the package index, by way of pip
    python scripts/check_wheels.py 3.15 Windows  # the pairs with these words alone

For each pair, ``pip install --dry-run --require-hashes --only-binary :all:`` resolves
requirements/action.txt as pip would there, with what the packages say that they need. Prints a
table; ends in 1 when a wheel is missing that docs/action.md does not say is missing, or when one is
there that it says is missing.
"""

import itertools
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PYTHONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
AT_ONCE = 2  # pip keeps a processor busy


def glibc(machine: str, oldest: int) -> list[str]:
    """The tags of Linux with glibc 2.28, which Debian 10 and Red Hat 8 have; newer have more."""
    tags = [f"manylinux_2_{minor}_{machine}" for minor in range(28, oldest - 1, -1)]
    return [*tags, f"manylinux2014_{machine}", f"linux_{machine}"]


def musl(machine: str) -> list[str]:
    """The tags of Linux with musl 1.2, which Alpine has since 3.13."""
    return [f"musllinux_1_{minor}_{machine}" for minor in (2, 1, 0)] + [f"linux_{machine}"]


PLATFORMS = {  # pip adds the older ones to those of macOS
    "Linux x86-64": glibc("x86_64", 5),
    "Linux arm64": glibc("aarch64", 17),
    "musl x86-64": musl("x86_64"),
    "musl arm64": musl("aarch64"),
    "macOS x86-64": ["macosx_13_0_x86_64"],
    "macOS arm64": ["macosx_14_0_arm64"],
    "Windows x86-64": ["win_amd64"],
    "Windows arm64": ["win_arm64"],
}
Pair = tuple[str, str]  # of a Python and a platform


def main(words: Sequence[str]) -> int:
    """Print the table and what is wrong with it; returns the exit code."""
    pairs = list(wanted(words))
    said = {pair: names for pair, names in known().items() if pair in pairs}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = dict(zip(pairs, pool.map(lambda pair: missing(*pair), pairs), strict=True))
    print(table(found))
    wrong = [pair for pair in pairs if found[pair] != said.get(pair, frozenset())]
    for pair in wrong:
        print(f"{' on '.join(pair)}: no wheel of {shown(found[pair])};", end=" ")
        print(f"docs/action.md says: of {shown(said.get(pair, ()))}")
    return bool(wrong)


def wanted(words: Sequence[str]) -> Iterator[Pair]:
    """The pairs of Python and platform that have all of the words."""
    for pair in itertools.product(PYTHONS, PLATFORMS):
        if all(word in " ".join(pair) for word in words):
            yield pair


def known() -> dict[Pair, frozenset[str]]:
    """What docs/action.md says has no wheel: the rows of its table of gaps."""
    with open(os.path.join(ROOT, "docs", "action.md"), encoding="utf-8") as file:
        rows = re.findall(
            r"^\| (3\.[\d., ]+) \| ([\w ,-]+) \| (`.+`) \|", file.read(), re.MULTILINE
        )
    return {
        (python, platform): frozenset(re.findall("`(.+?)`", packages))
        for pythons, platforms, packages in rows
        for python in pythons.split(", ")
        for platform in platforms.split(", ")
    }


def missing(python: str, platform: str) -> frozenset[str]:
    """The packages of the lock that have no wheel there."""
    lock = os.path.join(ROOT, "requirements", "action.txt")
    with open(lock, encoding="utf-8") as file:
        rest, gone = file.read(), set[str]()
    with tempfile.TemporaryDirectory() as folder:
        while name := refused(python, platform, lock, whole=not gone):
            gone.add(name)  # and see whether it is the only one
            rest = re.sub(rf"^{name}==.*\n(?:    .*\n)*", "", rest, flags=re.MULTILINE)
            lock = os.path.join(folder, "rest.txt")
            with open(lock, "w", encoding="utf-8") as file:
                file.write(rest)
    return frozenset(gone)


def refused(python: str, platform: str, lock: str, *, whole: bool) -> str:
    """The first package of the lock that pip finds no wheel of; empty when it finds them all."""
    with tempfile.TemporaryDirectory() as target:
        command = [sys.executable, "-I", "-m", "pip", "install", "--dry-run", "--quiet"]
        command += ["--require-hashes", "--only-binary", ":all:", "--requirement", lock]
        command += ["--target", target, "--python-version", python, "--implementation", "cp"]
        command += [word for tag in PLATFORMS[platform] for word in ("--platform", tag)]
        command += [] if whole else ["--no-deps"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    name = re.search(r"No matching distribution found for ([\w.-]+)==", done.stderr)
    if done.returncode and not name:
        raise SystemExit(f"{python} on {platform}: pip says\n{done.stderr}")
    return name[1].lower() if name else ""


def table(found: dict[Pair, frozenset[str]]) -> str:
    """Markdown: a row for each Python, a column for each platform."""
    platforms = list(dict.fromkeys(platform for _, platform in found))
    rows = [("Python", *platforms), ("---",) * (len(platforms) + 1)]
    rows += [
        (python, *(shown(found[python, platform], "yes") for platform in platforms))
        for python in dict.fromkeys(python for python, _ in found)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def shown(names: Iterable[str], none: str = "none") -> str:
    """The names for people."""
    return ", ".join(sorted(names)) or none


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
