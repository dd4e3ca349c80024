# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What lies at home, whose a URL is, and which places are the producer's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.assessment.home import is_at_home, is_producers, owner, owners
from osaid_action.validation.loader import load
from tests.made import GONE, whole

FORGES = ("github.com", "gitlab.com", "huggingface.co", "codeberg.org", "bitbucket.org")


def at(repository="", weights="w.bin", homepage=""):
    """A declaration of a system that lies at these places."""
    places = {"system.repository": repository, "system.homepage": homepage}
    return load(whole({**places, "parameters.weights.location": weights}))


@pytest.mark.parametrize(
    ("repository", "location", "expected"),
    [
        ("https://x.y/lab/model", "src/x.py", True),
        ("", "src/x.py", True),
        ("https://x.y/lab/model", "", True),
        ("https://x.y/lab/model", "pkg:pypi/torch", False),
        ("https://x.y/lab/model", "https://x.y/lab/model", True),
        ("https://x.y/lab/model", "https://x.y/lab/model.git", True),
        ("https://x.y/lab/model.git", "https://x.y/lab/model", True),
        ("https://x.y/lab/model.git", "https://x.y/lab/model/tree/v1", True),
        ("https://x.y/lab/model", "https://X.Y/lab/model/x", True),
        ("https://x.y/lab/model", "https://x.y/lab/models", False),
        ("https://x.y/lab/model", "https://x.y/lab", False),
        ("https://x.y/lab/model", "https://x.y/lab.git/model", False),
        ("https://x.y/lab", "https://x.y/lab/model", False),
        ("https://x.y/group/lab/model", "https://x.y/group/lab/model/x", True),
        ("https://x.y/group/lab/model", "https://x.y/group/lab", False),
        ("", "https://x.y/lab/model", False),
        ("https://x.y/lab/model", "https://x.y/lab/model/%2e%2e/other", False),
        ("https://x.y/lab/model", "https://x.y", False),
    ],
)
def test_at_home_is_a_path_or_what_is_below_the_repository(repository, location, expected):
    assert is_at_home(location, at(repository)) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://github.com/Lab/model", ("github.com", "lab")),
        ("https://GitHub.com/lab", ("github.com", "lab")),
        ("https://github.com/lab?tab=repositories", ("github.com", "lab")),
        ("https://huggingface.co/lab/model", ("huggingface.co", "lab")),
        ("https://huggingface.co/datasets/lab/texts", ("huggingface.co", "lab")),
        ("https://huggingface.co/spaces/lab/demo", ("huggingface.co", "lab")),
        ("https://huggingface.co/datasets", None),
        ("https://github.com/datasets/texts", ("github.com", "datasets")),
        ("https://github.com/a/../lab", ("github.com", "lab")),
        ("https://github.com", None),
        ("https://github.com/", None),
        ("http://github.com/lab", None),
        ("lab/model", None),
        ("", None),
    ],
)
def test_an_owner_is_a_host_and_the_first_step(url, expected):
    assert owner(url) == expected


def test_the_owners_of_a_system_are_those_of_its_repository_its_page_and_its_weights():
    places = ("https://github.com/lab/model", "https://huggingface.co/org/model", "https://x.y/me")

    assert owners(at(*places)) == {("github.com", "lab"), ("huggingface.co", "org"), ("x.y", "me")}
    assert owners(at("", "w.bin", "")) == set()


@pytest.mark.parametrize("forge", FORGES)
def test_on_a_forge_a_place_is_an_owner(forge):
    declaration = at(f"https://{forge}/lab/model")

    assert is_producers(f"https://{forge}/lab/texts", declaration)
    assert not is_producers(f"https://{forge}/others/texts", declaration)
    assert not is_producers(f"https://{forge}", declaration)


@pytest.mark.parametrize("place", ["repository", "weights", "homepage"])
def test_elsewhere_a_place_is_a_site(place):
    declaration = at(**{place: "https://lab.example/a/model"})

    assert is_producers("https://lab.example/b/texts", declaration)
    assert is_producers("https://lab.example", declaration)
    assert not is_producers("https://vendor.example/a/model", declaration)


@pytest.mark.parametrize("location", ["pkg:pypi/texts", "https://x.y/ /z", "https://github.com"])
def test_what_is_no_place_is_nobodys(location):
    assert not is_producers(location, at("https://github.com", "pkg:x/y", "https://x.y/ /z"))


def test_a_path_is_the_producers_own():
    assert is_producers("data/texts", load(whole({"system.repository": GONE})))


@given(st.text())
def test_any_text_has_an_answer(text):
    declaration = at("https://x.y/lab/model")
    url = f"https://{text}"

    assert owner(url) is None or owner(url)[1] == owner(url)[1].lower()
    assert is_at_home(url, declaration) <= is_producers(url, declaration)
