# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The stored slice is what the script makes of the package that it names."""

import hashlib
import json

import pytest
from generated import github_openapi_slice as script

from testing.github_double.api.openapi import SLICE, Description
from testing.github_double.api.routes import ROUTES


@pytest.fixture(scope="module")
def stored():
    with open(SLICE, encoding="utf-8") as file:
        return file.read()


def test_the_slice_names_the_package_that_the_script_would_fetch(stored):
    assert json.loads(stored)["x-source"] == script.SOURCE


def test_the_slice_is_the_one_whose_hash_it_carries(stored):
    document = json.loads(stored)
    digest = document.pop("x-sha256")
    document.pop("x-source")

    body = json.dumps(document, sort_keys=True, separators=(",", ":"))

    assert hashlib.sha256(body.encode()).hexdigest() == digest


def test_cutting_the_slice_again_changes_nothing(stored):
    assert script.text(script.cut(json.loads(stored))) == stored


def test_words_go_and_names_that_look_like_words_stay():
    node = {
        "description": "a word",
        "x-github": {"a": 1},
        "properties": {"description": {"type": "string", "description": "a word"}, "title": {}},
    }

    assert script.shape(node) == {
        "properties": {"description": {"type": "string"}, "title": {}},
    }


def test_every_operation_of_the_slice_has_a_handler_and_the_other_way_round():
    paths = Description().document["paths"]

    described = {(method.upper(), path) for path in paths for method in paths[path]}

    assert described == set(ROUTES)


@pytest.mark.parametrize(
    ("method", "path", "values"),
    [
        ("GET", "/repos/a/b/contents/x/y z.txt", {"owner": "a", "repo": "b", "path": "x/y z.txt"}),
        ("GET", "/repos/a/b/contents/", {"owner": "a", "repo": "b", "path": ""}),
        (
            "GET",
            "/repos/a/b/commits/refs/heads/x/check-runs",
            {"owner": "a", "repo": "b", "ref": "refs/heads/x"},
        ),
        ("GET", "/user", {}),
    ],
)
def test_a_path_finds_its_operation(method, path, values):
    assert Description().match(method, path).values == values


@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", "/user"), ("GET", "/repos/a/b/hooks"), ("POST", "/graphql"), ("GET", "/repos/a")],
)
def test_what_the_action_may_not_touch_is_not_found(method, path):
    assert Description().match(method, path) is None
