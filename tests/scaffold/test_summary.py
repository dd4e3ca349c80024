# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How much is filled in."""

from osaid_action.scaffold.summary import summary
from tests.scaffold.trees import NETWORK, found


def test_claims_count_and_guesses_need_somebody():
    files = {
        "train.py": "",
        "model.py": NETWORK,
        "README.md": "https://huggingface.co/datasets/a/b",
    }
    told = summary(found(files))

    assert told.startswith("2 of 13 filled in; these need you: data provenance, ")
    assert "data sources" in told or "list of data" in told
    assert "training code" not in told
