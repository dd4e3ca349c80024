# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Of which commit a declaration is that was checked."""

import hashlib
import os

from osaid_action.findings import Report
from osaid_action.repository.git import GitRefusedError, answer, is_repository
from osaid_action.repository.working_tree import top_of


def commit_of(report: Report) -> str:
    """The commit at HEAD, where the declaration that was read is as it is there; else empty."""
    folder = os.path.dirname(os.path.abspath(report.path))
    top = top_of(folder)
    inside = os.path.relpath(os.path.abspath(report.path), top).replace(os.sep, "/")
    if not is_repository(top) or inside.startswith("../"):
        return ""
    try:
        printed = answer(top, "rev-parse", "--verify", "--end-of-options", f"HEAD:{inside}")
        blob = printed.decode().strip()
        if blob != _blob(report.content, len(blob)):
            return ""
        return answer(top, "rev-parse", "--verify", "HEAD").decode().strip()
    except GitRefusedError:
        return ""


def _blob(content: bytes, length: int) -> str:
    """The id that git gives a content, of SHA-1 or SHA-256 as the repository has it."""
    algorithm = "sha256" if length == hashlib.sha256().digest_size * 2 else "sha1"
    made = hashlib.new(algorithm, b"blob %d\0" % len(content), usedforsecurity=False)
    made.update(content)
    return made.hexdigest()
