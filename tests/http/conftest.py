# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A certificate authority, a server on loopback and a fetcher that trusts both, for tests alone."""

import ssl

import pytest
import trustme

from osaid_action.http.fetcher import Fetcher
from tests.http.server import Server

HOSTS = ("a.example", "b.example", "xn--bcher-kva.example", "huggingface.co", "hf.co")


@pytest.fixture(scope="session")
def authority():
    return trustme.CA()


@pytest.fixture(scope="session")
def certificate(authority):
    return authority.issue_cert(*HOSTS)


@pytest.fixture(scope="session")
def trust(authority):
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def server(certificate):
    with Server(certificate) as server:
        yield server


@pytest.fixture
def fetcher(server, trust):
    """Make fetchers for which every host is at the server, whatever their other limits."""

    def make(**limits):
        limits = {"environ": {}, "timeout": 5.0, "resolve": lambda _: [server.address]} | limits
        return Fetcher(allow_loopback=True, context=trust, **limits)

    return make
