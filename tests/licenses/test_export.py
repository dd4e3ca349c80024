# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is known of licenses, as programs are told."""

from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.export import clauses_data


def test_clauses_as_reports_carry_them():
    assert clauses_data(terms("kimi-k2").clauses) == [
        {
            "kind": "display",
            "freedoms": ["use"],
            "section": "last paragraph",
            "text": "commercial products with more than 100 million monthly users or 20 million US"
            " dollars of monthly revenue must display 'Kimi K2'",
        },
        {
            "kind": "notice",
            "freedoms": ["share"],
            "section": "the permission notice",
            "text": "notices and the license text go along",
        },
    ]
