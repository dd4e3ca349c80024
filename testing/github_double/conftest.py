# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A running API double, and a bare client to talk to it."""

import http.client
import json
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

from testing.github_double.double import Double
from testing.github_double.fixtures import bare  # noqa: F401 - a fixture


class Reply(NamedTuple):
    status: int
    body: object
    headers: dict


@pytest.fixture
def github():
    with Double(max_seconds=300) as double:
        yield double


@pytest.fixture
def ask():
    def ask(url, method="GET", body=None, token="", **headers):
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.netloc, timeout=10)
        try:
            if token:
                headers["Authorization"] = f"Bearer {token}"
            raw = None if body is None else json.dumps(body)
            connection.request(method, url.removeprefix(f"http://{parts.netloc}"), raw, headers)
            answer = connection.getresponse()
            text = answer.read()
        finally:
            connection.close()
        is_json = "json" in answer.headers["Content-Type"]
        value = json.loads(text) if text and is_json else text
        return Reply(answer.status, value, dict(answer.headers))

    return ask
