# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The beginning of a file of weights: what is read of it, and when it cannot be."""

import pytest

from osaid_action.evidence import weights_file
from osaid_action.evidence.weights_file import Beginning, WeightsCutError, WeightsUnreadError

DATA = bytes(range(256)) * 1024


def beginning(size=256 * 1024, data=DATA):
    reads = []
    return Beginning(lambda limit: reads.append(limit) or data[:limit], size), reads


def test_what_was_read_is_not_read_again():
    file, reads = beginning()

    assert file.take(8, 16) == DATA[8:16]
    assert file.take(0, weights_file.FIRST) == DATA[: weights_file.FIRST]
    assert len(reads) == 1


def test_more_is_read_in_few_steps():
    file, reads = beginning()

    assert file.take(weights_file.FIRST, weights_file.FIRST + 1) == DATA[weights_file.FIRST :][:1]
    assert file.take(0, len(DATA)) == DATA
    assert len(reads) == 2


def test_a_file_that_ends_before_is_cut():
    with pytest.raises(WeightsCutError, match="has 10 bytes, and goes on to 11"):
        beginning(10, DATA[:10])[0].take(0, 11)
    with pytest.raises(WeightsCutError, match="it ends at 100 bytes"):
        beginning(1000, DATA[:100])[0].take(0, 101)


def test_a_header_without_end_is_not_read(monkeypatch):
    monkeypatch.setattr(weights_file, "MAX_HEADER", 100_000)
    file, _ = beginning()

    assert file.take(99_999, 100_000) == DATA[99_999:100_000]
    with pytest.raises(WeightsUnreadError, match="more than 100,000 bytes"):
        file.take(0, 100_001)
