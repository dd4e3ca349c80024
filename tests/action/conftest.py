# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A bench to run the action on, in this process, against a double of GitHub's API."""

import pytest

from testing.github_double.double import Double
from testing.github_double.fixtures import bare  # noqa: F401 - a fixture
from tests.action.bench import GOOD, NAME, WRITER, Bench


@pytest.fixture
def github():
    with Double(max_seconds=300) as double:
        yield double


@pytest.fixture
def acme(github):
    """A repository whose declaration meets everything."""
    acme = github.repository("acme/model")
    acme.commit({NAME: GOOD, "README.md": "A model.\n"})
    return acme


@pytest.fixture
def bench(tmp_path, github, acme):
    return Bench(tmp_path, github, acme)


@pytest.fixture
def token(github):
    return github.grant(WRITER)
