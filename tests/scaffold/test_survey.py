# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""All that is found, and what of it is sure when several say it."""

from osaid_action.scaffold.survey import claims, value, weights_place
from tests.scaffold.trees import found


def card(license_):
    return f"---\nlicense: {license_}\n---\n# Heron\n\nThe model is licensed under Apache 2.0.\n"


def test_where_card_and_readme_agree_the_license_is_sure():
    assert (
        claims(found({"README.md": card("apache-2.0")}), "weights.license")[0].value == "Apache-2.0"
    )


def test_where_they_differ_it_is_a_question():
    every = found({"README.md": card("mit")})["weights.license"]

    assert sorted(one.location for one in every) == ["Apache-2.0", "MIT"]
    assert not any(one.is_claim for one in every)


def test_weights_here_before_weights_linked():
    files = {"heron.onnx": "", "README.md": "https://huggingface.co/grey-heron/heron\n"}

    assert [one.location for one in weights_place(found(files))] == ["heron.onnx"]


def test_a_value_that_was_not_found_is_empty():
    assert value({}, "system.name") == ""


def test_what_it_is_made_from_is_not_its_weights():
    hub = "https://huggingface.co/x/heron-7b"
    text = f"---\nbase_model: x/heron-7b\n---\n# Heron 7B\n\nGet the weights: {hub}\n"

    assert not found({"README.md": text}, "")["weights.linked"]
    assert found({"README.md": text.replace("base_model", "x")}, "")["weights.linked"]
