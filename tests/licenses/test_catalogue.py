# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What one license grants, and by whose word."""

from pathlib import Path

import pytest

from osaid_action.licenses.catalogue import all_licenses, find, spdx_list_version
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import FREE_BY_ASSERTION, NO_LICENSE
from osaid_action.model import FREEDOMS, Outcome

MET, UNMET, UNDECIDED = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED

LETTERS = {MET: "A", UNMET: "R", UNDECIDED: "?"}

HUGGING_FACE_IDS = [
    line
    for line in Path(__file__).with_name("hugging-face-ids.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]

OPEN_BUT_NOT_THE_OSIS = [
    "CC0-1.0",
    "CC-BY-1.0",
    "CC-BY-2.5-AU",
    "CC-BY-3.0-IGO",
    "CC-BY-3.0-DE",
    "CC-BY-4.0",
    "CC-BY-SA-2.1-JP",
    "CC-BY-SA-3.0-AT",
    "CC-BY-SA-4.0",
    "ODC-By-1.0",
    "ODbL-1.0",
    "PDDL-1.0",
    "CDLA-Permissive-1.0",
    "CDLA-Permissive-2.0",
    "CDLA-Sharing-1.0",
    "OpenMDW-1.0",
    "LicenseRef-OpenMDW-1.1",
]

CREATIVE_COMMONS_THAT_RESTRICT = [
    license_.id
    for license_ in all_licenses()
    if license_.id.startswith("CC-BY-N") and not license_.id.startswith("CC-BY-ND")
]


def letters(expression):
    grants = terms(expression).grants
    return "".join(LETTERS[grants[freedom].outcome] for freedom in FREEDOMS)


def test_the_list_has_a_version():
    assert spdx_list_version() == "3.29.0"


def test_hugging_face_has_83_ids():
    assert len(set(HUGGING_FACE_IDS)) == 83


@pytest.mark.parametrize("word", HUGGING_FACE_IDS)
def test_every_hugging_face_id_is_known(word):
    license_ = find(word)

    assert license_ is not None
    assert (
        word == "other"
        or license_.certainty == "low"
        or UNDECIDED not in {grant.outcome for grant in license_.grants.values()}
    )


@pytest.mark.parametrize(
    "license_", [x for x in all_licenses() if x.osi is MET], ids=lambda x: x.id
)
def test_what_the_osi_approved_grants_everything(license_):
    result = terms(license_.id)

    assert (result.osi, result.granting) == (MET, MET)
    assert result.expression == license_.id


def test_nothing_else_counts_as_approved_but_other_spellings_of_approved_ids():
    approved = {x.id for x in all_licenses() if x.osi is MET and x.source == "catalogue"}

    assert approved == {
        "AGPL-3.0",
        "GPL-2.0",
        "GPL-2.0-with-GCC-exception",
        "GPL-2.0-with-autoconf-exception",
        "GPL-2.0-with-bison-exception",
        "GPL-2.0-with-classpath-exception",
        "GPL-2.0-with-font-exception",
        "GPL-3.0",
        "GPL-3.0-with-autoconf-exception",
        "LGPL-2.1",
        "LGPL-3.0",
        "LicenseRef-lgpl",
    }


@pytest.mark.parametrize("id_", OPEN_BUT_NOT_THE_OSIS)
def test_open_families_grant_everything_without_the_osi(id_):
    assert (terms(id_).granting, terms(id_).osi) == (MET, UNMET)


@pytest.mark.parametrize("id_", CREATIVE_COMMONS_THAT_RESTRICT)
def test_non_commercial_creative_commons_restrict(id_):
    assert letters(id_) == "RARR"


@pytest.mark.parametrize("id_", ["CC-BY-ND-1.0", "CC-BY-ND-3.0-DE", "CC-BY-ND-4.0"])
def test_no_derivatives_restricts_modifying_and_sharing(id_):
    assert letters(id_) == "AARR"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("llama2", "RARR"),
        ("llama3.1", "RARR"),
        ("llama4", "RARR"),
        ("gemma", "RARR"),
        ("bigscience-bloom-rail-1.0", "RARR"),
        ("bigscience-openrail-m", "RARR"),
        ("creativeml-openrail-m", "RARR"),
        ("openrail++", "RARR"),
        ("openrail", "RARR"),
        ("deepfloyd-if-license", "RRRR"),
        ("fair-noncommercial-research-license", "RRRR"),
        ("kimi-k2", "?AAA"),
        ("minimax-m2", "?AAA"),
        ("kimi-k3", "RARR"),
        ("modified-mit", "????"),
        ("BSD-3-Clause-OpenWebUI", "?ARR"),
        ("apple-ascl", "AAAA"),
        ("exaone", "RRRR"),
        ("sam-license", "RRRR"),
        ("tongyi-qianwen-license-agreement", "RARR"),
        ("falcon-llm-license", "????"),
        ("nvidia-nemotron-open-model-license", "????"),
        ("arxiv-non-exclusive", "RARR"),
        ("noncommercial", "RARR"),
        ("proprietary", "RARR"),
        ("public-domain", "????"),
        ("bsl", "RARR"),
        ("cc0", "AAAA"),
        ("cc-by", "AAAA"),
        ("cc-by-nc", "RARR"),
        ("cc-by-nc-nd", "RARR"),
        ("faipl-1.0", "AAAA"),
        ("JSON", "RAAA"),
        ("dinov3-license", "RRRR"),
        ("BUSL-1.1", "RARR"),
        ("Elastic-2.0", "RARR"),
        ("SSPL-1.0", "RARR"),
        ("cc", "RARR"),
        ("unknown", "RARR"),
        ("other", "????"),
        ("GFDL-1.3-only", "AAAA"),
        ("Aladdin", "RARR"),
        ("3D-Slicer-1.0", "????"),
    ],
)
def test_grants(word, expected):
    assert letters(word) == expected


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("llama2", "catalogue"),
        ("CC-BY-4.0", "catalogue"),
        ("CC-BY-3.0-NL", "open-family"),
        ("CC-BY-NC-SA-2.0-FR", "cc-family"),
        ("MIT", "osi"),
        ("Artistic-1.0", "osi"),
        ("GFDL-1.3-only", "fsf-libre"),
        ("Aladdin", "fsf-nonfree"),
        ("Xerox", "blue-oak"),
        ("3D-Slicer-1.0", "unknown"),
    ],
)
def test_lookup_order(word, source):
    assert find(word).source == source


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("BSD-3-Clause-OpenWebUI", UNMET),
        ("BSD-3-Clause-No-Military-License", UNMET),
        ("BSD-3-Clause-No-Nuclear-License", UNMET),
        ("FSL-1.1-MIT", UNMET),
        ("BSD-3-Clause-Foo", UNDECIDED),
        ("MIT-", UNDECIDED),
        ("Apache-2.0.1", UNDECIDED),
    ],
)
def test_nothing_is_known_by_its_beginning(word, expected):
    assert (terms(word).granting, terms(word).osi) in {(expected, UNMET), (expected, UNDECIDED)}


def test_bsl_is_boost():
    assert find("bsl-1.0").id == "BSL-1.0"
    assert "Boost" in find("bsl-1.0").name
    assert terms("bsl-1.0").osi is MET


@pytest.mark.parametrize("license_", [x for x in all_licenses() if x.certainty == "low"])
def test_low_certainty_is_unknown_and_says_so(license_):
    result = terms(license_.id)

    assert letters(license_.id) == "????"
    assert result.osi is UNMET
    assert "not confirmed" in result.remarks[-1]


def test_a_condition_on_use_is_granted_with_a_remark():
    result = terms("openatom-model-1.0")

    assert result.grants["use"].outcome is MET
    assert any("a condition on use" in remark for remark in result.remarks)


@pytest.mark.parametrize("word", ["OpenMDW-1.0", "CC-BY-4.0", "CDLA-Sharing-1.0"])
def test_what_any_open_license_asks_is_no_remark(word):
    assert terms(word).clauses
    assert terms(word).remarks == ()


@pytest.mark.parametrize("word", ["gpl", "gpl-3.0", "openrail", "cc", "bsd", "lgpl", "bsl"])
def test_a_label_of_several_texts_is_the_worst_with_a_remark(word):
    assert "is taken as the worst of" in terms(word).remarks[0]


@pytest.mark.parametrize("word", ["other", "modified-mit", "public-domain"])
def test_a_label_of_no_one_text_is_unknown_with_a_remark(word):
    result = terms(word)

    assert (result.granting, result.osi) == (UNDECIDED, UNDECIDED)
    assert result.remarks


def test_a_creative_commons_name_without_a_version_says_so():
    assert terms("CC BY-NC".replace(" ", "-")).remarks == (
        "CC-BY-NC names no version: read as CC-BY-NC-4.0",
    )


def test_bsd_is_not_the_osis_as_a_whole():
    assert (terms("bsd").granting, terms("bsd").osi) == (MET, UNMET)


def test_blue_oak_is_weaker_evidence():
    assert terms("Xerox").remarks == (
        "Xerox is held to grant all four freedoms on the Blue Oak Council's word alone",
    )


def test_no_license_can_be_read_only():
    assert [NO_LICENSE.grants[f].outcome for f in FREEDOMS] == [UNMET, MET, UNMET, UNMET]
    assert (NO_LICENSE.granting, NO_LICENSE.osi) == (UNMET, UNMET)
    assert all(grant.clause for grant in NO_LICENSE.grants.values() if grant.outcome is UNMET)


def test_asserted_free_grants_everything_without_the_osi():
    assert {FREE_BY_ASSERTION.grants[f].outcome for f in FREEDOMS} == {MET}
    assert (FREE_BY_ASSERTION.granting, FREE_BY_ASSERTION.osi) == (MET, UNMET)


@pytest.mark.parametrize("license_", all_licenses(), ids=lambda x: x.id)
def test_clauses_are_plain(license_):
    for grant in license_.grants.values():
        assert not grant.clause.endswith((".", " "))
        assert grant.clause.isprintable()
