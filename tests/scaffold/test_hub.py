# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Ids of Hugging Face in texts."""

import pytest

from osaid_action.scaffold.checkout import Line
from osaid_action.scaffold.hub import (
    data_linked,
    is_id,
    models_linked,
    models_loaded,
    models_named,
)


def ids(reader, *lines):
    return [one.id for one in reader([Line(at, text) for at, text in enumerate(lines, 1)])]


@pytest.mark.parametrize(
    "url",
    ["https://huggingface.co/a/b", "https://hf.co/a/b/tree/main", "(https://huggingface.co/a/b)."],
)
def test_models(url):
    assert ids(models_linked, url) == ["a/b"]


@pytest.mark.parametrize(
    "page",
    ["spaces/a", "docs/x", "datasets/a", "blog/x", "papers/1", "collections/x", "a", "a/b-{size}"],
)
def test_pages_that_are_no_models(page):
    assert ids(models_linked, f"https://huggingface.co/{page}") == []


def test_models_that_are_loaded():
    assert ids(models_loaded, 'm.from_pretrained("a/b")', "x.from_pretrained(", '  "c/d",') == [
        "a/b",
        "c/d",
    ]
    assert ids(models_loaded, 'm.from_pretrained(".")') == []


def test_data_sets():
    assert ids(
        data_linked, "https://huggingface.co/datasets/a/b", "https://huggingface.co/datasets/c4"
    ) == ["a/b", "c4"]
    assert ids(data_linked, "https://huggingface.co/datasets/huggingface/badges/x.svg") == []


def test_what_is_an_id():
    assert is_id("a/b")
    assert not is_id("a/../b")
    assert not is_id("a")


@pytest.mark.parametrize("path", ["datasets/reeds.zip", "data/reeds", "grey/reeds.jsonl", "ckpt/a"])
def test_a_path_of_a_machine_is_no_id(path):
    assert not is_id(path)


def test_things_of_an_owner_in_quotes():
    def named(*lines):
        return ids(lambda every: models_named(every, "grey"), *lines)

    assert named('load("grey/heron")') == ["grey/heron"]
    assert named('fetch(repo_id="grey/reeds",', '  repo_type="dataset")') == []
    assert named("`grey/heron-xxx-v1`") == []
