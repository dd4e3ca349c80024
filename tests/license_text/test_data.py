# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The templates are what the script wrote, small enough to ship, and each allows what it says."""

import os
import tomllib
from collections import Counter

import pytest
from generated import license_templates

from osaid_action.license_text import copies, similarity, template
from osaid_action.license_text.verify import verify
from osaid_action.license_text.words import words_of
from tests.license_text.renderings import renderings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FILES = ("sketches.bin", "templates.bin", "templates.json", "copies.json")
DATA = os.path.join(ROOT, "osaid_action", "license_text", "data")


def test_data_is_current():
    assert license_templates.stale() == ""


def test_data_is_small(figures):
    sizes = {name: os.path.getsize(os.path.join(DATA, name)) for name in FILES}

    figures.append(f"data: {len(template.index())} texts, {sum(sizes.values()):,} bytes; {sizes}")
    assert sum(sizes.values()) < 650_000


def test_every_local_addition_has_its_reason_and_its_example():
    with open(license_templates.ADDITIONS, "rb") as file:
        local = tomllib.load(file)

    assert all(one["reason"] and one["example"] for one in local["addition"])
    assert all(one["reason"] for one in local["names"])


def test_sketches_are_of_the_words_that_are_compared():
    shorter = map(license_templates.without_long_parts, map(template.source, template.index()))
    words = (words_of(template.sample(nodes)).words for nodes in shorter)

    assert b"".join(map(similarity.sketch, words)) == similarity.sketches()


def test_every_template_is_the_text_of_its_license():
    unlike = {key for key in template.index() if verify(template.text(key), [key])[0] != "verified"}

    assert unlike == set()


@pytest.mark.corpus
def test_every_place_that_varies(figures):
    counts, unlike = Counter(), []
    for key in template.index():
        for what, text in renderings(key):
            answer = verify(text, [key]).answer
            counts[answer] += 1
            unlike += [(key, what)] if answer != "verified" else []

    figures.append(f"renderings of {len(template.index())} templates: {dict(counts)}")
    assert counts["contradicted"] == 0
    assert counts["verified"] / counts.total() >= 0.99, unlike


@pytest.mark.parametrize("key", ["MIT", "BSD-3-Clause", "X11", "ISC", "Zlib"])
def test_every_place_that_varies_in_a_short_license(key):
    assert [what for what, text in renderings(key) if verify(text, [key])[0] != "verified"] == []


@pytest.mark.parametrize("key", ["Apache-2.0", "CC0-1.0"])
def test_a_copy_is_known_by_its_digest_and_a_changed_one_is_not(key):
    with open(os.path.join(ROOT, "LICENSES", f"{key}.txt"), encoding="utf-8") as file:
        text = file.read()

    assert key.lower() in copies.copied(text.replace("\n", "\r\n"))
    assert key.lower() not in copies.copied(f"{text}No.")
    assert key.lower() not in copies.copied(text.replace(" not ", " ", 1))
    assert "isc" not in copies.copied(text)
