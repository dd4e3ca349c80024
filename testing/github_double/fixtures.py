# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the tests of the double and those of the action share; a conftest takes it from here."""

import pytest

from testing.github_double.interpreters import bare_python


@pytest.fixture(scope="session")
def bare(tmp_path_factory):
    """The folder of a Python with the standard library and pip alone; see interpreters.py."""
    return bare_python(str(tmp_path_factory.mktemp("python")))
