# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a verdict says: the status, the license that was found, and the words that differ."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osaid_action.license_text import canonical, texts
from osaid_action.license_text.texts import Difference

APACHE = canonical.text("Apache-2.0")
MIT = canonical.text("MIT")
BODY = MIT[MIT.index("Permission is") :]


def line_of(text, words):
    return text[: text.index(words)].count("\n") + 1


def test_an_added_clause_is_quoted_with_its_line():
    clause = "The Work may not be used for commercial purposes."
    text = APACHE.replace(
        "2. Grant of Copyright License.", f"{clause}\n\n2. Grant of Copyright License.", 1
    )

    verdict = texts.verify(text, "Apache-2.0")

    expected = Difference("added", clause.rstrip("."), "", line_of(text, clause))
    assert verdict == ("altered", "Apache-2.0", (expected,))


def test_a_clause_after_the_text_is_quoted_with_its_line():
    clause = "You may not use this for commercial purposes."
    text = f"{APACHE.rstrip()}\n\n{clause}\n"

    assert texts.verify(text, "Apache-2.0").differences == (
        Difference("added", clause, "", line_of(text, clause)),
    )


def test_a_clause_in_a_copyright_line_is_quoted_with_its_line():
    line = "Copyright (c) 2024 Acme. Non-commercial use only"
    text = f"MIT License\n\n{line}\n\n{BODY}"

    assert texts.verify(text, "MIT") == ("altered", "MIT", (Difference("added", line, "", 3),))


def test_a_removed_sentence_is_quoted_where_it_should_stand():
    sentence = "The above copyright notice and this permission notice"
    start = BODY.index(sentence)
    end = BODY.index("THE SOFTWARE IS PROVIDED")

    verdict = texts.verify(BODY[:start] + BODY[end:], "MIT")

    (difference,) = verdict.differences
    assert (verdict.status, difference.kind) == ("altered", "removed")
    assert " ".join(difference.words.split()).startswith(sentence)
    assert difference.line == BODY[:start].count("\n") + 1


def test_a_changed_word_is_quoted_with_the_word_it_replaces():
    text = BODY.replace("without restriction", "with restriction", 1)

    assert texts.verify(text, "MIT").differences == (
        Difference("changed", "with", "without", line_of(text, "with restriction")),
    )


def test_another_license_is_a_mismatch():
    assert texts.verify(APACHE, "MIT") == ("mismatch", "Apache-2.0", ())
    assert texts.verify(canonical.text("JSON"), "MIT") == ("mismatch", "JSON", ())
    assert texts.verify(canonical.text("CC-BY-NC-4.0"), "CC-BY-4.0") == (
        "mismatch",
        "CC-BY-NC-4.0",
        (),
    )


def test_an_altered_copy_of_another_license_is_altered():
    verdict = texts.verify(f"{MIT}\nNo commercial use.\n", "Apache-2.0")

    assert verdict.status == "altered"
    assert verdict.license == "MIT"
    assert texts.identify(f"{MIT}\nNo commercial use.\n") is None


def test_licenses_of_models_are_recognized_by_title():
    text = (
        "LLAMA 2 COMMUNITY LICENSE AGREEMENT\nVersion Release Date: July 18, 2023\n\nBy clicking …"
    )

    assert texts.verify(text, "LicenseRef-llama2") == ("unknown", "LicenseRef-llama2", ())
    assert texts.verify(text, "MIT") == ("mismatch", "LicenseRef-llama2", ())
    assert texts.identify(text) == "LicenseRef-llama2"


@pytest.mark.parametrize(
    "text", ["", "\n", "Hello", "See https://example.org", "\x00\x01", "\u200b"]
)
def test_what_is_no_license_is_unknown(text):
    assert texts.verify(text, "MIT") == ("unknown", None, ())
    assert texts.identify(text) is None


def test_too_large_is_unknown():
    assert texts.verify(MIT + " " * 2**20, "MIT") == ("unknown", None, ())


def test_no_canonical_text_is_never_verified():
    assert texts.verify("Anything goes.", "LicenseRef-mine") == ("unknown", None, ())
    assert texts.verify(MIT, "LicenseRef-mine") == ("mismatch", "MIT", ())
    assert texts.verify_all(MIT, ()) == ("unknown", None, ())


def test_the_preface_of_creative_commons_may_be_missing_but_is_mentioned():
    text = canonical.text("CC0-1.0")
    start, end = text.index("CREATIVE COMMONS CORPORATION"), text.index("Statement of Purpose")

    verdict = texts.verify(text[:start] + text[end:], "CC0-1.0")

    assert verdict.status == "noted"
    assert verdict.differences[0].kind == "removed"


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("This project is licensed under the MIT License.", "noted"),
        (
            "This project is licensed under the MIT License - see the LICENSE file for details.",
            "noted",
        ),
        ("Acme SDK is a toolkit for robots.", "noted"),
        ("\u4e00\u4e2a\u6df1\u5ea6\u5b66\u4e60\u6846\u67b6", "noted"),  # a deep learning framework
        ("Free for research", "altered"),
        ("Contact sales for production deployments", "altered"),
        ("Commercial customers: see PRICING.md", "altered"),
        ("Licensed under the MIT License for research", "altered"),
        ("This project is licensed under the MIT License except for commercial use.", "altered"),
        ("MIT License (Non-Commercial)", "altered"),
        ("No MIT License", "altered"),
        ("\u0e1b\u0e23\u0e30\u0e01\u0e32\u0e28", "altered"),  # Thai is not read
    ],
)
def test_notes_in_front(note, status):
    assert texts.verify(f"{note}\n\n{BODY}", "MIT").status == status


def test_known_texts_are_the_ids_of_the_data():
    known = texts.known_texts()

    assert {
        "MIT",
        "Apache-2.0",
        "GPL-2.0",
        "GPL-2.0+",
        "CC-BY-4.0",
        "OpenMDW-1.0",
        "ODbL-1.0",
    } <= known
    assert len(known) >= 300


@given(st.text(max_size=300), st.sampled_from(sorted(texts.known_texts())))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_a_verdict_and_never_verified(text, declared):
    assert texts.verify(text, declared).status in {"altered", "mismatch", "unknown"}


@given(
    st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=20),
    st.integers(0, 900),
)
@settings(max_examples=100, deadline=None)
def test_any_word_put_into_the_text_is_seen(word, at):
    at = BODY.index(" ", at % (len(BODY) - 20))

    assert texts.verify(f"{BODY[:at]} {word} {BODY[at:]}", "MIT").status != "verified"
