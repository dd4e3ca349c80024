# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The packed texts are what the script wrote, and small enough to ship."""

import os

from generated import license_texts

from osaid_action.license_text import canonical, nearest
from osaid_action.license_text.words import clean, words_of

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FILES = ("sketches.bin", "texts.bin", "texts.json")
DATA = os.path.join(ROOT, "osaid_action", "license_text", "data")


def test_data_is_current():
    assert license_texts.stale() == ""


def test_data_is_small(figures):
    sizes = {name: os.path.getsize(os.path.join(DATA, name)) for name in FILES}

    figures.append(f"data: {len(canonical.index())} texts, {sum(sizes.values()):,} bytes; {sizes}")
    assert sum(sizes.values()) < 600_000


def test_every_id_has_a_text():
    assert all(canonical.text(key).strip() for key in canonical.keys().values())


def test_sketches_are_of_the_words_that_are_compared():
    made = (nearest.sketch(words_of(clean(canonical.text(key))).words) for key in canonical.index())

    assert b"".join(made) == canonical.sketches(), "run scripts/generate.py license_texts"
