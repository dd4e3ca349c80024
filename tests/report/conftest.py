# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A report that is too long for every place."""

import pytest

from tests.report import heron


@pytest.fixture(scope="session")
def huge():
    return heron.huge()
