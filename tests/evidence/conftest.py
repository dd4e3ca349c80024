# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The server and the fetcher of the tests of http: what is asked online is asked there too."""

from tests.http.conftest import authority, certificate, fetcher, server, trust

__all__ = ["authority", "certificate", "fetcher", "server", "trust"]
