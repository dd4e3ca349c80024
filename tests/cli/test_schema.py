# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid schema`: the two that we publish."""

import json

import pytest

from osaid_action.validation.schema import schema_text


@pytest.mark.parametrize(
    ("arguments", "name"), [((), "open-ai-system-1"), (("--report",), "report-1")]
)
def test_schema(call, tmp_path, arguments, name):
    done = call("schema", *arguments, cwd=tmp_path)

    assert done.returncode == 0
    assert done.stdout == schema_text(name)
    assert json.loads(done.stdout)["$id"].endswith(f"{name}.schema.json")
