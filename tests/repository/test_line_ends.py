# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Text with other line ends on the disk than in git: what git would commit is what counts."""

import hashlib

import pytest

from osaid_action.repository.line_ends import as_kept, blob_id, sha256

TEXT = b"one\ntwo\n"
ON_WINDOWS = TEXT.replace(b"\n", b"\r\n")
BINARY = b"\0one\r\ntwo\r\n"
LENGTHS = pytest.mark.parametrize("length", [40, 64])


def test_a_content_has_the_id_that_git_gives_it(git, put):
    put({"a.txt": "one\ntwo\n"})

    assert blob_id(TEXT, 40) == git("hash-object", "a.txt")


@LENGTHS
def test_line_ends_that_git_takes_away_do_not_count(length):
    kept = blob_id(TEXT, length)

    assert as_kept(ON_WINDOWS, kept) == TEXT
    assert sha256(ON_WINDOWS, kept) == hashlib.sha256(TEXT).hexdigest()


@LENGTHS
@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (TEXT, TEXT),
        (ON_WINDOWS, ON_WINDOWS),  # it was committed so
        (ON_WINDOWS + b"three\r\n", TEXT),  # it was changed since
        (BINARY, BINARY.replace(b"\r\n", b"\n")),  # no text
        (b"one\rtwo\r", b"one\ntwo\n"),
    ],
)
def test_all_else_is_as_the_disk_has_it(content, kept, length):
    assert as_kept(content, blob_id(kept, length)) is content
    assert sha256(content, blob_id(kept, length)) == ""
