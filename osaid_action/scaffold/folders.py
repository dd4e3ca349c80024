# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The folders above paths, asked for by name: each question takes as long as a path is deep."""

from bisect import bisect_left
from collections.abc import Collection, Iterator


def above(path: str) -> Iterator[str]:
    """The folders that a path lies in, the nearest first, without the top."""
    steps = path.rstrip("/").split("/")
    for end in range(len(steps) - 1, 0, -1):
        yield "/".join(steps[:end])


def is_in_any(path: str, folders: Collection[str]) -> bool:
    """Whether a path lies in one of some folders."""
    return any(one in folders for one in above(path))


def outermost(folders: Collection[str]) -> set[str]:
    """Those of some folders that lie in none of the others."""
    return {one for one in folders if not is_in_any(one, folders)}


def below(paths: list[str], folder: str) -> list[str]:
    """Those of sorted paths that lie in a folder or below it."""
    return paths[bisect_left(paths, f"{folder}/") : bisect_left(paths, f"{folder}0")]
