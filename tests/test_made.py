# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The ground that other tests stand on: the whole declaration is met, without a word."""

from tests.made import freedoms, off, report


def test_the_whole_declaration_is_met_without_a_remark():
    made = report()

    assert made.findings == ()
    assert (made.verdict, made.label) == ("met", "open-source-ai-with-open-data")
    assert freedoms(made) == "met met met met"
    assert off(made) == {}
