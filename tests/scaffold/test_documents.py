# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Cards, papers, terms of use."""

import pytest

from tests.scaffold.trees import found, locations

BIBTEX = "@article{h,\n title={Heron},\n eprint={2401.00001},\n}\n"
LINK = "[Paper](https://arxiv.org/abs/2401.00001)\n"


def papers(text, *, sure, key="research_paper"):
    return locations(found({"README.md": f"# H\n\n{text}"})[f"documents.{key}"], sure=sure)


def test_a_paper_that_is_cited_and_linked_is_sure():
    assert papers(LINK + BIBTEX, sure=True) == ["https://arxiv.org/abs/2401.00001"]


@pytest.mark.parametrize("text", [LINK, BIBTEX, f"[{LINK.strip()}]"])
def test_one_of_both_is_a_guess(text):
    assert papers(text, sure=True) == []
    assert papers(text, sure=False) == ["https://arxiv.org/abs/2401.00001"]


def test_a_technical_report_is_called_so():
    report = BIBTEX.replace("{Heron}", "{Heron Technical Report}")

    assert papers(LINK + report, sure=True, key="technical_report")
    assert not papers(LINK + report, sure=True)


def test_papers_of_others_are_none():
    assert papers("as in https://arxiv.org/abs/2301.00001\n", sure=False) == []


def test_one_card_is_sure_and_several_are_a_question():
    assert locations(found({"MODEL_CARD.md": ""})["documents.model_card"], sure=True)
    several = found({"cards/A_MODEL_CARD.md": "", "cards/B_MODEL_CARD.md": ""})
    assert len(locations(several["documents.model_card"], sure=False)) == 2


def test_a_readme_with_front_matter_is_a_card():
    card = found({"README.md": "---\nlicense: mit\n---\n"})["documents.model_card"]

    assert locations(card, sure=True) == ["README.md"]


def test_terms_of_use():
    terms = found({"USE_POLICY.md": "", "Responsible-Use-Guide.pdf": "", "CODE_OF_CONDUCT.md": ""})[
        "weights.terms"
    ]

    assert locations(terms, sure=True) == ["USE_POLICY.md"]
    assert "CODE_OF_CONDUCT.md" not in locations(terms, sure=False)


@pytest.mark.parametrize(
    "text",
    [
        "This is the codebase for [Wading](https://arxiv.org/abs/2401.00001).",
        "Models from the papers\n\n- [Wading](https://arxiv.org/abs/2401.00001)",
    ],
)
def test_a_paper_that_the_first_lines_say_this_is_of(text):
    papers = found({"README.md": f"# H\n\n{text}\n"})["documents.research_paper"]

    assert locations(papers, sure=False) == ["https://arxiv.org/abs/2401.00001"]


def test_a_paper_that_is_only_spoken_of_is_none():
    text = "# H\n\n- [Other](https://arxiv.org/abs/2401.00001) wades better.\n"

    assert not found({"README.md": text})["documents.research_paper"]


def test_a_card_by_its_folder():
    files = {"model_cards/heron.md": "# Heron", "model_cards/README.md": ""}

    assert locations(found(files)["documents.model_card"], sure=True) == ["model_cards/heron.md"]


def test_a_template_is_no_card():
    assert not found({"docs/model_card_template.md": "# Card"})["documents.model_card"]
