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


def test_those_that_osi_lists(call):
    listed = json.loads(call("licenses", "--osi", "--format", "json").stdout)
    every = json.loads(call("licenses", "--format", "json").stdout)

    assert 50 < len(listed) < len(every)
    assert {"MIT", "Apache-2.0"} <= {one["id"] for one in listed}
    assert "CC0-1.0" not in {one["id"] for one in listed}


def test_a_word_and_a_freedom_together(call):
    done = call("licenses", "llama", "--restricts", "use", "--format", "json")

    found = {one["id"] for one in json.loads(done.stdout)}
    assert done.returncode == 0
    assert "LicenseRef-llama2" in found
    assert all("llama" in name.lower() for name in found)


def test_text_has_a_line_for_each(call):
    text = call("licenses", "llama").stdout
    listed = json.loads(call("licenses", "llama", "--format", "json").stdout)

    assert all(one["id"] in text for one in listed)
