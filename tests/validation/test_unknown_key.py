# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A slip in a key is one error, and names the key that was meant."""

import pytest

from osaid_action.check import check
from osaid_action.validation.location_hints import FROM_REGISTRIES

FORMAT, SYSTEM = 'open_ai_system: "1.0"\n', "system: {name: Heron}\n"
HEAD = FORMAT + SYSTEM
SOURCE = HEAD + "data: {sources: [{name: Texts, availability: open, "
PART = HEAD + "parameters: {weights: {"


def remedies(text):
    """The remedies of all errors on a file."""
    return [
        one.remedy for one in check(text.encode(), "x.yaml").findings if one.severity == "error"
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('open-ai-system: "1.0"\n' + SYSTEM, "open_ai_system"),
        ('osaid: "1.0"\n' + SYSTEM, "open_ai_system"),
        ('version: "1.0"\n' + SYSTEM, "open_ai_system"),
        (FORMAT + "model: {name: Heron}\n", "system"),
        (FORMAT + "system: {nmae: Heron}\n", "name"),
        (HEAD + "built_on: [{name: Stork, type: finetune}]\n", "relation"),
        (HEAD + "data: {sources: [{nam: Texts, availability: public}]}\n", "name"),
    ],
)
def test_a_key_that_has_another_name_is_not_missing_as_well(text, key):
    assert remedies(text) == [f"did you mean `{key}`?"]


def test_a_key_of_a_card_is_not_missing_as_well():
    assert remedies(FORMAT + "system: {title: Heron}\n") == [
        'that is `name` here: write `name: "Heron"`'
    ]


def test_a_key_that_stands_nowhere_is_missing():
    told = remedies(FORMAT + "system: {zebra: 1}\n")

    assert told[0].startswith("add `name`")
    assert told[1].endswith("a key of your own is called `x-zebra`")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (HEAD + "declared: {name: Heron Lab}\n", "by"),
        (FORMAT + "system: {name: Heron, type: model}\n", "kind"),
        (HEAD + "code: {model: src/model.py}\n", "architecture"),
        (HEAD + 'parameters: {model: "https://example.org/w"}\n', "weights"),
        (HEAD + "data: {description: {origin: docs/data.md}}\n", "provenance"),
        (HEAD + "data: {description: {scope: {description: Text.}}}\n", "text"),
        (HEAD + "data: {description: {labeling: {none: No labels.}}}\n", "not_applicable"),
        (SOURCE + 'reason: "privacy"}]}\n', "because"),
        (PART + "location: a, commit: 4f2a91c}}\n", "revision"),
        (PART + "huggingface: a/b}}\n", "location"),
        (HEAD + "code: {training: {location: a, comment: It is old.}}\n", "notes"),
    ],
)
def test_other_words_for_a_key_where_it_stands(text, key):
    assert remedies(text) == [f"did you mean `{key}`?"]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (HEAD + "licenses: {data: MIT}\n",
         "each data set names its own: write `license` in its entry of `data.sources`"),
        (HEAD + "licenses: {weights: MIT}\n",
         "weights name their own: write `license` beside the `location` of the weights"),
        (HEAD + "data: {description: {scope: {text:300 B tokens}}}\n",
         'a space is missing behind the colon: `text: "300 B tokens"`'),
        (HEAD + 'code: {libraries: {torch: "2.4"}}\n',
         f"if all libraries come from package registries write `libraries: {FROM_REGISTRIES[1:]}"),
        (HEAD + "parameters: {weight: {location: a}}\n",
         "that is `weights` here: rename the key"),
        (HEAD + "data: {datasets: [{name: a, availability: public, license: MIT}]}\n",
         "that is `sources` here: rename the key"),
    ],
)  # fmt: skip
def test_what_is_written_where_a_key_belongs_nowhere(text, remedy):
    assert remedies(text) == [remedy]


def test_a_key_of_ones_own_is_shown_as_it_may_be():
    assert remedies(HEAD + "x_note: hi\n")[0].endswith("a key of your own is called `x-note`")
    assert remedies(PART + "location: a, zebra: b}}\n")[0].endswith("called `x-zebra` at the top")
