# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where a report goes, and what is said when it cannot."""

import os
from pathlib import Path

import pytest

from tests.cli.calls import MET, NAME, UNMET, one_line_of_trouble


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_output_goes_to_a_file(call, write, form):
    top = write({NAME: UNMET, "old": "something longer" * 1000})
    printed = call("check", "--format", form, cwd=top).stdout

    done = call("check", "--format", form, "-o", "old", cwd=top)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (top / "old").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("path", ["no/such/folder/x", ".", "/dev/full"])
def test_output_that_cannot_be_written(call, write, path):
    top = write({NAME: MET})

    one_line_of_trouble(call("check", "-o", path, cwd=top), f"{path}: cannot be written")


@pytest.mark.parametrize("path", [NAME, f"./{NAME}", "link", "hard"])
def test_output_is_not_written_over_what_is_checked(call, write, path):
    top = write({NAME: MET, "link": Path(NAME)})
    os.link(top / NAME, top / "hard")

    done = call("check", NAME, "-o", path, cwd=top)

    assert done.returncode == 2
    assert (top / NAME).read_bytes() == MET
