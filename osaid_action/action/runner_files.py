# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files that the action writes: the runner's own, and those asked for, never through a link."""

import os
import secrets
from collections.abc import Mapping, Sequence

from osaid_action.errors import OsaidError

SUMMARY_LIMIT = 1024 * 1024
"""Bytes; of more the runner keeps nothing."""


def append_summary(path: str, text: str) -> None:
    """Add to the job summary, as far as there is room for it."""
    if path and text:
        data = text.encode("utf-8", "replace")[: SUMMARY_LIMIT - 1]
        with open(path, "ab") as file:
            file.write(data.decode("utf-8", "ignore").encode() + b"\n")


def append_outputs(path: str, outputs: Mapping[str, str]) -> None:
    """Add outputs, each closed by a delimiter that no value can know."""
    if not path:
        return
    with open(path, "a", encoding="utf-8", newline="\n") as file:
        for name, value in outputs.items():
            delimiter = f"osaid-{secrets.token_hex(16)}"
            file.write(f"{name}<<{delimiter}\n{value}\n{delimiter}\n")


def write_inside(roots: Sequence[str], path: str, text: str) -> str:
    """Write a file below one of ``roots`` and return where it is; relative to the first.

    A pull request may hold a link where a file or a folder is to be written: nothing is written
    through it. Raises OsaidError.
    """
    target = os.path.normpath(os.path.join(roots[0], path))
    root = next((r for r in roots if _is_inside(target, r)), None)
    if root is None:
        raise OsaidError(f"{path}: it lies neither in the workspace nor in RUNNER_TEMP")
    folder = os.path.dirname(target)
    if ".git" in os.path.relpath(target, root).split(os.sep):
        raise OsaidError(f"{path}: nothing is written into .git")
    try:
        _refuse_links(root, folder, path)
        os.makedirs(folder, exist_ok=True)
        _write(target, text)
    except OSError as error:
        raise OsaidError(f"{path}: cannot be written: {error.strerror or error}") from None
    return target


def _is_inside(path: str, root: str) -> bool:
    try:
        return path != root and os.path.commonpath([path, root]) == root
    except ValueError:  # another drive
        return False


def _refuse_links(root: str, folder: str, path: str) -> None:
    """Raises OsaidError when a folder on the way is a link, or a junction."""
    here = os.path.join(os.path.realpath(root), os.path.relpath(folder, root))
    if os.path.realpath(folder) != os.path.normpath(here):
        raise OsaidError(f"{path}: a link is in the way; nothing is written through it")


def _write(target: str, text: str) -> None:
    if os.path.islink(target):
        raise OsaidError(f"{target}: it is a link; nothing is written through it")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(target, flags, 0o644), "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
