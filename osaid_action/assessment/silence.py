# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What an author asked not to be told again: a remark that no outcome hangs on."""

from collections.abc import Mapping

from osaid_action.findings import ERROR, Finding, Report

MARK = b"osaid: ignore["
"""What a file holds that has such a comment; most do not, and need not be looked through."""


def silenced(report: Report, ignores: Mapping[int, frozenset[str]]) -> Report:
    """The report without the notes and warnings that comments on their lines name.

    An error stays, and so does what is a reason of an outcome. The report counts what is gone.
    """
    reasons = report.reasons()
    kept = tuple(one for one in report.findings if not _is_silenced(one, ignores, reasons))
    return report._replace(findings=kept, silenced=len(report.findings) - len(kept))


def _is_silenced(
    finding: Finding, ignores: Mapping[int, frozenset[str]], reasons: set[str]
) -> bool:
    named = ignores.get(finding.line, frozenset())
    return finding.rule.id in named and finding.severity != ERROR and finding.id not in reasons
