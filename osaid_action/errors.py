# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Trouble in reaching a declaration: shown in one line, never as a traceback."""


class OsaidError(Exception):
    """Something that stops the work: what, where and what to do, in one line. Exit code 2."""
