# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid init`: what is written where, what never is written over, what is said in the end."""

import os

import pytest

from tests.cli.calls import NAME, one_line_of_trouble

FILES = {"README.md": "# Heron\n\nHeron is a model.\n", "train.py": "import torch\n"}


def test_it_writes_a_declaration_that_is_valid_and_says_what_is_left(call, write):
    top = write(FILES)

    done = call("init", "--yes", cwd=top)

    assert (done.returncode, done.stdout) == (0, "")
    assert f"{NAME} is written" in done.stderr
    assert "of 13 found" in done.stderr
    assert "`osaid check` says of it now" in done.stderr
    assert "name: Heron" in (top / NAME).read_text()
    assert call("check", cwd=top).returncode == 0


@pytest.mark.parametrize("there", [NAME, "OPEN_AI_SYSTEM.yml", f".github/{NAME}"])
def test_what_is_there_is_not_written_over(call, write, there):
    top = write({**FILES, there: "mine"})

    done = call("init", "--yes", cwd=top)

    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert (top / there).read_text() == "mine"
    assert call("init", "--yes", "--force", cwd=top).returncode == 0
    assert "Heron" in (top / NAME).read_text()


def test_it_can_be_printed_or_written_elsewhere(call, write):
    top = write(FILES)

    printed = call("init", "--yes", "-o", "-", cwd=top)
    written = call("init", "--yes", "-o", "docs.yaml", cwd=top)

    assert printed.stdout == (top / "docs.yaml").read_text()
    assert (printed.returncode, written.returncode) == (0, 0)
    assert not (top / NAME).exists()


def test_a_link_is_not_followed(call, write):
    top = write(FILES)
    os.symlink("README.md", top / "link.yaml")

    done = call("init", "--yes", "--force", "-o", "link.yaml", cwd=top)

    one_line_of_trouble(done, "is a link; name the file itself")
    assert (top / "README.md").read_text() == FILES["README.md"]


@pytest.mark.parametrize(
    ("path", "told"), [("nowhere", "is not there"), ("README.md", "is a file")]
)
def test_it_takes_a_folder(call, write, path, told):
    one_line_of_trouble(call("init", path, cwd=write(FILES)), told)


def test_a_card_alone_is_enough(call, write):
    top = write({"card.md": "---\nlicense: mit\n---\n# Egret 2B\n", **FILES})

    done = call("init", "--yes", "-o", "-", "--from-model-card", "card.md", cwd=top)

    assert done.returncode == 0
    assert "Egret 2B" in done.stdout
    assert "Heron" not in done.stdout
