# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The time of a run."""

import os
import time

_MOST_DIGITS = 11


def now() -> str:
    """The time in UTC; SOURCE_DATE_EPOCH is kept to, so that a run can be repeated."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    is_time = given.isascii() and given.isdecimal() and len(given) <= _MOST_DIGITS
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(given) if is_time else time.time()))
