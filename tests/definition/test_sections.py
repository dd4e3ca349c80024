# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Clauses say where they are from, and link to the words to look for."""

import pytest

from osaid_action.definition.sections import code, data_information, faq, osaid

PAGE = "https://opensource.org/ai/open-source-ai-definition"


@pytest.mark.parametrize(
    ("clause", "text", "url"),
    [
        (osaid("OSAID 1.0: so", "Code"), "OSAID 1.0: so", f"{PAGE}#:~:text=Code"),
        (osaid("so", "Open Source AI"), "so", f"{PAGE}#:~:text=Open%20Source%20AI"),
        (code("all"), "OSAID 1.0, Code: all", f"{PAGE}#:~:text=Code"),
        (
            data_information(" (2)"),
            "OSAID 1.0, Data Information (2)",
            f"{PAGE}#:~:text=Data%20Information",
        ),
        (faq("open data"), "OSI FAQ on OSAID 1.0: open data", "https://opensource.org/ai/faq"),
    ],
)
def test_a_clause_says_where_it_is_from_and_links_there(clause, text, url):
    assert (clause.text, clause.url) == (text, url)
