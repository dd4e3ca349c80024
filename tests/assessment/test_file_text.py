# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A local file is read as a description is: what dresses it is no answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.assessment.file_text import read_file_text

TABLE = "| source | tokens |\n|---|---|\n| web | 3 B |\n| books | 150 B |\n"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"TODO\n", "empty"),
        (b"# Training data of the model in detail\n", "empty"),
        (b"Training data of the model in detail\n=====\n\nTBD\n", "empty"),
        (b"---\nlicense: mit\ntags: [a, b, c, d, e]\n---\n# Data\n", "empty"),
        (b"<!-- say here where the data\nis from, and what it is -->\nn/a", "empty"),
        (b"```\nprint('five words and more of code')\n```\n", "empty"),
        (b"![five words of a picture](x.png)\n", "empty"),
        (b"- [ ] write where the data is from\n- [ ] write what is in it\n", "empty"),
        (b"<script>var words = 'many more words in here'</script>\nn/a\n", "empty"),
        (b"<p>Not disclosed.</p><style>p { color: red; margin: one two }", "refusal"),
        (b"- [x] web pages of 41 libraries were taken\n", "answers"),
        (b"# Data\n\nNot\ndisclosed.\n", "refusal"),
        (b"* Provenance: not disclosed\n* Scope: confidential\n", "refusal"),
        (b"| provenance | not disclosed |\n|---|---|\n| scope | secret |\n", "refusal"),
        (b"# Data\nSee the paper.\n", "pointer"),
        ("# データ\n\n非公開です。\n".encode(), "refusal"),
        ("Nicht öffentlich.".encode("latin-1"), "refusal"),
        ("Not disclosed.".encode("utf-16"), "refusal"),
        (b"# Data\nWeb text\n", "too-short"),
        (b"# Data\n\nNot disclosed.\n\n" + TABLE.encode(), "answers"),
        (b"# Data\r\n\r\nWe took web pages\r\nof 41 libraries.\r\n", "answers"),
        (b"See [the paper](https://arxiv.org/abs/2402.00838), section 3.", "answers"),
        (b"source,tokens\nweb,3000\nbooks,150\n", "answers"),
    ],
)
def test_kinds_of_files(content, kind):
    assert read_file_text(content).kind == kind


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"\x00\x01\x02"])
def test_what_is_no_text_is_not_read(content):
    assert read_file_text(content) is None


@given(st.one_of(st.binary(), st.text(alphabet="ab .\n|#-`<>!()[]=\t3")))
def test_any_file_has_a_reading_or_is_no_text(content):
    reading = read_file_text(content)

    assert reading is None or reading.kind


@pytest.mark.parametrize("part", ["<!--", "|\n", "[](", "```\n", "<", "-->", "# a\n", "- a\n"])
@pytest.mark.usefixtures("ends")
def test_two_mebibytes_are_read(part):
    assert read_file_text(part * (2 * 1024 * 1024 // len(part))).kind
