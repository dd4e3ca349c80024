# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""scripts/generate.py: what is made from something else is current, and what is not is told."""

import generate
import pytest


class Made:
    """A module that makes one file."""

    def __init__(self, path, content, **more):
        self.content = {path: content}
        self.__dict__.update(more)

    def build(self):
        return self.content


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", generate.FROM_CODE + generate.BY_DOWNLOAD)
def test_every_file_is_current(name):
    assert generate.stale(generate.load(name)) == ""


def test_every_module_is_in_the_table():
    files = (generate.ROOT / "scripts" / "generated").glob("*.py")

    assert {path.stem for path in files} - {"packages"} == {
        *generate.FROM_CODE,
        *generate.BY_DOWNLOAD,
    }


@pytest.mark.parametrize("there", [None, b"old\n", b"new"])
def test_a_file_that_is_not_what_would_be_written_is_told(root, there):
    if there is not None:
        (root / "page.md").write_bytes(there)

    assert generate.stale(Made("page.md", b"new\n")) == "page.md is out of date"


def test_what_needs_a_download_is_asked_and_not_made():
    assert generate.stale(Made("page.md", b"", stale=lambda: "the inputs changed")) == (
        "the inputs changed"
    )


def test_a_file_is_written_once(root, capsys):
    (root / "page.md").write_bytes(b"old\n")

    generate.write(Made("page.md", b"new\n"))
    generate.write(Made("page.md", b"new\n"))

    assert (root / "page.md").read_bytes() == b"new\n"
    assert capsys.readouterr().out == "page.md: 4 bytes\n"


def test_check_says_which_and_how_to_make_it(root, capsys):
    assert generate.main(["--check", "rules_page"]) == 1
    assert capsys.readouterr().out == (
        "docs/rules.md is out of date: run python scripts/generate.py rules_page\n"
    )
    assert list(root.iterdir()) == []


def test_a_name_that_is_not_there_is_refused(capsys):
    with pytest.raises(SystemExit, match="2"):
        generate.main(["rule_page"])

    assert "no such name: rule_page; there are rule_examples" in capsys.readouterr().err
