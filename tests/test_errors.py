# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What stops the work is an error of its own kind."""

from osaid_action.errors import OsaidError


def test_it_is_not_taken_for_a_fault_of_the_system_or_of_a_value():
    assert not issubclass(OsaidError, OSError | ValueError)
