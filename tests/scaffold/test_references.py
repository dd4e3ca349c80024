# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Links whose addresses stand elsewhere in a text."""

import pytest

from osaid_action.scaffold.references import resolved
from tests.scaffold.trees import found, locations

ADDRESS = "https://arxiv.org/abs/2601.00001"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Our [paper] tells.", f"Our [paper]({ADDRESS}) tells."),
        ("Our [long text][Paper].", f"Our [long text]({ADDRESS})."),
        ("Our [ PAPER ][].", f"Our [ PAPER ]({ADDRESS})."),
        ("Our [paper](https://x.example/) and [other].", None),
        ("![paper] and \\[paper] and [paper]: no", None),
        ("- [x] done", None),
    ],
)
def test_a_link_has_its_address(line, expected):
    lines = [line, "", f'[paper]: {ADDRESS} "A title"', "[Paper]: https://second.example/"]

    assert resolved(lines)[0] == (expected or line)
    assert resolved(lines)[2:] == lines[2:]


def test_a_link_of_html_is_one():
    line = (
        f'The <a class="x" href="{ADDRESS}" target="_blank">Heron paper</a>, <a href="/x">here</a>'
    )

    assert resolved([line]) == [f'The [Heron paper]({ADDRESS}), <a href="/x">here</a>']
    assert resolved(["```", line]) == ["```", line]


def test_what_links_of_html_tell():
    row = "| all | <a href='https://reeds.example/a.json'>Download</a> |"
    text = f"# Heron\n\n## Training data\n\n{row}\n"

    assert locations(found({"README.md": text})["data.sources"], sure=False) == [
        "https://reeds.example/a.json"
    ]


def test_code_is_left_alone():
    lines = ["```", "x = [paper]", "```", f"[paper]: {ADDRESS}"]

    assert resolved(lines) == lines


def test_without_definitions_nothing_changes():
    assert resolved(["[paper]", "[a][b]"]) == ["[paper]", "[a][b]"]


def test_what_is_found_by_such_links():
    text = (
        "## Heron: A Network of Reeds\n\nIn our recent [paper] Heron combines [Reeds] well.\n\n"
        "1. Download our [published model]\n\n"
        f"[paper]: {ADDRESS}\n[Reeds]: https://reeds.example/\n"
        "[published model]: https://drive.google.com/open?id=1\n"
    )

    every = found({"README.md": text})

    assert locations(every["weights.linked"], sure=False) == ["https://drive.google.com/open?id=1"]
    assert locations(every["documents.research_paper"], sure=False) == [ADDRESS]
