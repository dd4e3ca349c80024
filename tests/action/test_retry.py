# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Asking GitHub again: when that can help, and for how long."""

import threading

import pytest

from osaid_action.action.retry import GitHubError, within


def test_what_takes_too_long_is_left_behind():
    forever = threading.Event()

    with pytest.raises(GitHubError, match="too long"):
        within(0.05, forever.wait)
    forever.set()
    with pytest.raises(GitHubError, match="too long"):
        within(0, lambda: 1)
    with pytest.raises(KeyError):
        within(5, lambda: {}["nothing"])
    assert within(5, lambda: None) is None
