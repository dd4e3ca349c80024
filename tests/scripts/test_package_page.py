# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The page on the package index is the README, and every link and picture of it leads somewhere."""

import re

import package_page
import pytest
import release
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

README = (release.ROOT / "README.md").read_text(encoding="utf-8")
ONE = release.Release("v1.2.3", "1a2b3c4d" * 5)
HOME = "https://github.com/osaid-action/osaid-action/blob"
PICTURES = "https://raw.githubusercontent.com/osaid-action/osaid-action"


@pytest.fixture(scope="module")
def built():
    """What a build gives the index."""
    return ProjectMetadata(str(release.ROOT), PluginManager()).core.readme


def links(page):
    """Where the links and pictures outside of code lead."""
    text = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", text)


def test_no_link_of_the_metadata_is_relative(built):
    every = links(built)

    assert len(every) > 30
    assert [link for link in every if not link.startswith("https://")] == []
    assert [link for link in links(README) if link not in every] != []
    assert len(every) == len(links(README))


def test_what_is_linked_is_in_the_repository(built):
    ours = [link for link in links(built) if link.startswith((HOME, PICTURES))]
    names = [re.split("/main/|/[0-9a-f]{40}/", link)[1].partition("#")[0] for link in ours]

    assert len(names) > 20
    assert [name for name in names if not (release.ROOT / name).exists()] == []


def test_code_is_left_as_it_is(built):
    sample = "[![Open Source AI Definition 1.0](osaid.svg)](OPEN_AI_SYSTEM.yaml)"

    assert sample in README
    assert sample in built


@pytest.mark.parametrize(("last", "revision"), [(release.NONE, "main"), (ONE, ONE.commit)])
def test_links_lead_to_the_release_or_to_main(last, revision):
    for link in links(package_page.page(release.written(README, last))):
        if link.startswith((HOME, PICTURES)):
            assert link.startswith((f"{HOME}/{revision}/", f"{PICTURES}/{revision}/"))


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("docs/a.md", f"{HOME}/main/docs/a.md"),
        ("docs/a.md#b", f"{HOME}/main/docs/a.md#b"),
        ("#try-it", f"{HOME}/main/README.md#try-it"),
        ("docs/../x/", f"{HOME}/main/x"),
        ("docs/comment.png", f"{PICTURES}/main/docs/comment.png"),
        ("a.svg", f"{PICTURES}/main/a.svg"),
    ],
)
def test_an_address_is_whole(target, address):
    assert package_page.address(target, "main") == address
