# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The commit that is checked out, what it follows, and whether a file is as it has it."""

from typing import NamedTuple

from osaid_action.repository.git import GitRefusedError, answer, is_repository
from osaid_action.repository.line_ends import as_kept, blob_id


class Head(NamedTuple):
    """A commit and its parents; empty where there is none, or git is not to be asked."""

    commit: str = ""
    parents: tuple[str, ...] = ()


def head_of(top: str) -> Head:
    """The commit at HEAD of the repository at ``top``.

    Its parents are read from the commit itself: a shallow clone has them there, and nowhere else.
    """
    if not is_repository(top):
        return Head()
    try:
        commit = answer(top, "rev-parse", "--verify", "--end-of-options", "HEAD^{commit}")
        text = answer(top, "cat-file", "commit", "HEAD")
    except GitRefusedError:
        return Head()
    lines = [line.split() for line in text.partition(b"\n\n")[0].splitlines()]
    parents = [words[1].decode() for words in lines if len(words) == 2 and words[0] == b"parent"]
    return Head(commit.decode().strip(), tuple(parents))


def is_refused(top: str) -> bool:
    """Whether there is a repository that git does not read, as that of another user."""
    try:
        answer(top, "rev-parse", "--git-dir")
    except GitRefusedError:
        return is_repository(top)
    return False


def has(top: str, path: str, content: bytes) -> bool:
    """Whether the commit at HEAD has a content at a path, line ends aside."""
    if not is_repository(top):
        return False
    try:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"HEAD:{path}")
        blob = answer(top, *asked, nothing=1).decode().strip()
    except GitRefusedError:
        return False
    return bool(blob) and blob_id(as_kept(content, blob), len(blob)) == blob
