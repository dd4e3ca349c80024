# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""scripts/release.py: the examples name the last release, all the same, and none that never was."""

import re
import subprocess

import pytest
import release
from release import NONE, Release

ONE = Release("v1.2.3", "1a2b3c4d" * 5)
PAGES = {name: (release.ROOT / name).read_text(encoding="utf-8") for name in release.PAGES}
CHANGELOG = (release.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_examples_name_one_release_that_there_is():
    assert release.wrong(PAGES, CHANGELOG) == []
    assert release.main(["--check"]) == 0


def test_nothing_else_names_a_release():
    """Not by a tag, a branch or a version: of all these some do not exist."""
    files = subprocess.run(
        ["git", "-C", str(release.ROOT), "ls-files", "*.md", "*.yml", "*.yaml"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    named = r"(?<!acme/)osaid-action(?:/osaid-action)?(?:@|==|~=)(?!0{40}\b|[0-9a-f]{40}\b)[\w.]+"
    found = {
        name: re.findall(named, (release.ROOT / name).read_text(encoding="utf-8"))
        for name in files
        if not name.startswith("tests/")
    }

    assert len(files) > 50
    assert {name: several for name, several in found.items() if several} == {}


@pytest.mark.parametrize(("name", "number"), [("README.md", 2), ("docs/action.md", 6)])
def test_every_example_is_written(name, number):
    page = release.written(PAGES[name], ONE)

    assert release.named(page) == [ONE] * number
    assert page.count(f"osaid-action@{ONE.commit} # v1.2.3\n") == number - (name == "README.md")
    assert (f"    rev: {ONE.commit}  # frozen: v1.2.3\n" in page) is (name == "README.md")
    assert "These examples name the last release, v1.2.3, by its commit" in page
    assert "no release yet" not in page
    assert release.written(page, ONE) == page
    assert release.written(page, NONE) == release.written(PAGES[name], NONE)


def test_until_there_is_a_release_the_pages_say_so():
    for page in PAGES.values():
        none = release.written(page, NONE)

        assert {*release.named(none)} == {NONE}
        assert "There is no release yet: the forty zeros" in none


CHANGES = "# Changelog\n\n## 1.2.3 (2026-12-01)\n"


@pytest.mark.parametrize(
    ("first", "second", "changelog", "words"),
    [
        (ONE, ONE, CHANGES, []),
        (NONE, NONE, "# Changelog\n", []),
        (ONE, ONE, "# Changelog\n", ["CHANGELOG.md has no release v1.2.3"]),
        (ONE._replace(tag=""), ONE._replace(tag=""), CHANGES, ["CHANGELOG.md has no release 1a2b"]),
        (ONE, NONE, CHANGES, ["the examples name 2 releases: "]),
    ],
)
def test_what_is_wrong_is_told(first, second, changelog, words):
    pages = {
        name: release.written(page, one)
        for (name, page), one in zip(PAGES.items(), (first, second), strict=True)
    }

    found = release.wrong(pages, changelog)

    assert len(found) == len(words)
    assert all(told.startswith(start) for told, start in zip(found, words, strict=True))


def test_a_line_that_was_changed_by_hand_is_told():
    pages = {name: release.written(page, ONE) for name, page in PAGES.items()}
    pages["README.md"] = pages["README.md"].replace("a tag can be moved", "a tag moves")

    (told,) = release.wrong(pages, CHANGES)
    assert told == "README.md: python scripts/release.py writes it otherwise"


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone with the pages, and a tag."""
    for name, page in {**PAGES, "CHANGELOG.md": CHANGES}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page, encoding="utf-8")
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for words in (
        ("init", "-q"),
        ("add", "-A"),
        (*who, "commit", "-q", "-m", "x"),
        (*who, "tag", "-a", "-m", "x", "v1.2.3"),
    ):
        subprocess.run(["git", "-C", tmp_path, *words], check=True)
    monkeypatch.setattr(release, "ROOT", tmp_path)
    return tmp_path


def test_git_knows_the_commit_of_a_tag(clone):
    head = subprocess.run(
        ["git", "-C", clone, "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()

    assert release.main(["v1.2.3"]) == 0
    readme = (clone / "README.md").read_text(encoding="utf-8")
    assert {*release.named(readme)} == {Release("v1.2.3", head)}
    assert release.main(["--check"]) == 0


@pytest.mark.usefixtures("clone")
def test_a_tag_that_is_elsewhere_is_told(capsys):
    assert release.main(["v1.2.3", ONE.commit]) == 0
    assert release.main(["--check"]) == 1
    assert f", not {ONE.commit}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["1.2.3", ONE.commit], ["v1.2", ONE.commit], ["v9.9.9"], ["v1.2.3", "main"],
     ["v1.2.3", ONE.commit, "x"], ["v01.2.3", ONE.commit]],
)  # fmt: skip
def test_what_is_no_release_is_refused(clone, arguments, capsys):
    assert release.main(arguments) == 2
    assert (clone / "README.md").read_text(encoding="utf-8") == PAGES["README.md"]
    assert "scripts/release.py v1.2.3" in capsys.readouterr().err
