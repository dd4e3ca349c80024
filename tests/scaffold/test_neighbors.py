# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Other repositories that READMEs link."""

import pytest

from tests.scaffold.trees import found, locations

LINES = [
    (
        "code.data_processing",
        "[Data preparation](https://github.com/grey-heron/prep)",
        "grey-heron/prep",
    ),
    ("code.training", "It was trained with [NeoX](https://github.com/x/neox).", "x/neox"),
    ("code.evaluation", "To evaluate, clone https://github.com/x/harness", "x/harness"),
    ("code.libraries", "Based on [Nest](https://github.com/grey-heron/nest).", "grey-heron/nest"),
]


@pytest.mark.parametrize(("key", "line", "name"), LINES)
def test_what_a_line_says_it_is_for(key, line, name):
    assert locations(found({"README.md": f"# H\n\n{line}\n"})[key], sure=False) == [
        f"https://github.com/{name}"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "See https://github.com/x/y",
        "[kit](https://github.com/x/y): pre-trained models with samplers",
        "The training code requires [kit](https://github.com/x/y) in version 2",
        "Based on https://github.com/x/y",
        "trained with https://github.com/grey-heron/heron",
        "## Acknowledgements\n\nWe evaluate with https://github.com/x/y",
    ],
)
def test_what_is_for_nothing(line):
    every = found({"README.md": f"# H\n\n{line}\n"})

    assert not any(every[key] for key, _, _ in LINES)


def test_a_trainer_of_others_is_offered_where_no_training_is_here():
    line = "# H\n\nIt was trained with [NeoX](https://github.com/x/neox).\n"

    assert locations(found({"README.md": line, "train.py": ""})["code.training"], sure=False) == []
    assert locations(found({"README.md": line})["code.training"], sure=False) == [
        "https://github.com/x/neox"
    ]
