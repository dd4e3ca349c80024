# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid rules`: all of them, in order."""

import json

from osaid_action.definition.rules.registry import RULES


def test_rules(call):
    done = call("rules")

    assert [line.split()[0] for line in done.stdout.splitlines()] == list(RULES)
    data = json.loads(call("rules", "--format", "json").stdout)
    assert [one["id"] for one in data] == list(RULES)
