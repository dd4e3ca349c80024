# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Remotes as addresses that anybody can open, without what opens more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.scaffold.origin import owner_of, public_address, resembles

ADDRESS = "https://github.com/heron/nest"


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/heron/nest.git",
        "https://user:s3cret@github.com/heron/nest",
        "https://s3cret@GitHub.com/heron/nest.git/",
        "http://github.com/heron/nest?token=s3cret#s3cret",
        "git@github.com:heron/nest.git",
        "ssh://git@github.com:22/heron/nest.git",
        "git://github.com/heron/nest",
    ],
)
def test_remotes(url):
    assert public_address(url) == ADDRESS


@pytest.mark.parametrize(
    "url",
    [
        "/srv/nest.git",
        "../nest",
        "file:///srv/nest",
        "C:\\nest",
        "https://localhost/a/b",
        "",
        "nest",
        "https://github.com/heron/../x",
        "https://github.com/heron/nest\nx",
        "https://github.com",
    ],
)
def test_what_is_no_address(url):
    assert public_address(url) == ""


@given(st.text(alphabet="abc/:@.?#\n ~", max_size=60), st.text(max_size=20))
def test_no_credentials_ever(path, secret):
    address = public_address(f"https://u{secret}:p@{path}")

    assert "@" not in address
    assert not address or address.startswith("https://")


def test_owner():
    assert owner_of(ADDRESS) == "heron"
    assert owner_of("https://example.org/x") == ""


def test_names_of_one_owner():
    assert resembles("meta-llama", "Meta Llama")
    assert resembles("facebookresearch", "facebook")
    assert resembles("haotian-liu", "liuhaotian")
    assert resembles("greyheron", "heron_grey")
    assert not resembles("ai", "airbnb")
    assert not resembles("grey-heron", "grey-egret")
    assert not resembles("", "")
