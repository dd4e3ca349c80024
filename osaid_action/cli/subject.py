# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Of which commit a declaration is that was checked."""

import os

from osaid_action.cli.files import path_inside
from osaid_action.findings import Report
from osaid_action.repository.head import has, head_of
from osaid_action.repository.working_tree import top_of


def commit_of(report: Report) -> str:
    """The commit at HEAD, where the declaration that was read is as it is there; else empty."""
    top = top_of(os.path.dirname(report.path) or ".")
    inside = path_inside(top, report.path)
    if inside.startswith("../") or not has(top, inside, report.content):
        return ""
    return head_of(top).commit
