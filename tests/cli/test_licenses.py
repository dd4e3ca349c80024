# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid licenses`: all of them, or those that are asked for."""

import json


def test_licenses(call):
    every = call("licenses").stdout
    some = call("licenses", "llama").stdout
    restricting = json.loads(call("licenses", "--restricts", "study", "--format", "json").stdout)

    assert "Apache-2.0" in every
    assert "llama" in some.lower()
    assert "Apache-2.0" not in some
    assert restricting
