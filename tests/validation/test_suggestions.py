# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was probably meant by a word that the schema does not have."""

import pytest

from osaid_action.validation.schema import schema
from osaid_action.validation.suggestions import home_of, nearest_word


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("licence", "license"),
        ("LICENSE", "license"),
        ("url", "location"),
        ("path", "location"),
        ("acess", "access"),
        ("zebra", None),
        ("", None),
        ("l" * 1000, None),
    ],
)
def test_the_nearest_word(word, meant):
    assert nearest_word(word, ["location", "license", "license_file", "access"]) == meant


@pytest.mark.parametrize(
    ("key", "path", "home"),
    [
        ("weights", ("code",), "parameters"),
        ("training", (), "code"),
        ("provenance", ("data",), "data.description"),
        ("training", ("code",), None),
        ("zebra", (), None),
    ],
)
def test_where_a_key_belongs(key, path, home):
    assert home_of(key, path, schema()) == home
