# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is known of one license, how it is found, and by whose word."""

from pathlib import Path

import pytest

from osaid_action.licenses.catalogue import (
    all_licenses,
    basis,
    copy_read,
    exception,
    exceptions,
    find,
    is_retired,
    spdx_list_version,
    spellings,
    stands_for,
)
from osaid_action.licenses.clauses import effect
from osaid_action.licenses.grant import granting
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


def letters(word):
    grants = find(word).grants
    return "".join(LETTERS[grants[freedom].outcome] for freedom in FREEDOMS)


def kinds(word):
    return {clause.kind for clause in find(word).clauses}


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


def test_what_the_osi_approved_grants_everything():
    approved = [license_ for license_ in all_licenses() if license_.osi is MET]

    assert len(approved) > 150
    assert [x.id for x in approved if granting(x.grants) is not MET] == []


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
    assert (letters(id_), find(id_).osi) == ("AAAA", UNMET)


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


def test_bsl_is_boost():
    assert find("bsl-1.0").id == "BSL-1.0"
    assert "Boost" in find("bsl-1.0").name
    assert find("bsl-1.0").osi is MET


def test_bsd_is_not_the_osis_as_a_whole():
    assert (letters("bsd"), find("bsd").osi) == ("AAAA", UNMET)


def test_clauses_are_plain():
    told = {(x.id, grant.clause) for x in all_licenses() for grant in x.grants.values()}

    assert {id_ for id_, clause in told if clause.endswith((".", " "))} == set()
    assert {id_ for id_, clause in told if not clause.isprintable()} == set()


def test_whatever_a_license_restricts_has_a_clause_of_a_kind():
    restricted = {
        (x.id, freedom)
        for x in all_licenses()
        for freedom, grant in x.grants.items()
        if grant.outcome is UNMET
    }
    explained = {
        (x.id, freedom)
        for x in all_licenses()
        for clause in x.clauses
        for freedom in clause.freedoms
        if effect(clause) is UNMET
    }

    assert restricted - explained == set()


@pytest.mark.parametrize(
    ("word", "kind", "freedom"),
    [
        ("openrail++", "remote-restriction", "use"),
        ("bigcode-openrail-m", "remote-restriction", "use"),
        ("stabilityai-nc-research-community", "revocable", "use"),
        ("flux-1-dev-non-commercial-license", "revocable", "share"),
        ("llama4", "territory", "use"),
        ("tencent-hunyuan-community", "territory", "use"),
        ("llama3", "display", "use"),
        ("llama3", "naming", "use"),
        ("kimi-k2", "display", "use"),
        ("minimax-m2", "display", "use"),
        ("CC-BY-NC-SA-2.0-FR", "noncommercial", "share"),
        ("CC-BY-ND-3.0-DE", "no-derivatives", "modify"),
        ("Aladdin", "listed-nonfree", "use"),
    ],
)
def test_clauses_that_were_asked_for(word, kind, freedom):
    assert any(c.kind == kind and freedom in c.freedoms for c in find(word).clauses)


def test_copies_of_exaone_may_go_along_with_the_agreement():
    shared = [c for c in find("exaone").clauses if c.kind == "share-limits"]

    assert shared[0].text.startswith("copies may be passed on with the agreement")
    assert "no-distribution" not in kinds("exaone")


def test_apples_sample_code_license_is_decided():
    license_ = find("apple-sample-code-license")

    assert license_.id == "LicenseRef-apple-ascl"
    assert license_.certainty != "low"
    assert kinds("apple-ascl") == {"notice"}


def test_what_was_not_confirmed_says_so():
    clauses = find("jamba-open-model").clauses

    assert all(clause.text.startswith("reported, not confirmed: ") for clause in clauses)


# ------------------------------------------------------------------ finding


@pytest.mark.parametrize(
    ("spelling", "id_"),
    [
        ("MIT", "MIT"),
        (" mit\t", "MIT"),
        ("Llama 2  Community\nLicense Agreement", "LicenseRef-llama2"),
        ("llama2", "LicenseRef-llama2"),
        ("LICENSEREF-LLAMA2", "LicenseRef-llama2"),
        ("LicenseRef-llama-2-community-license", "LicenseRef-llama2"),
        ("other", "LicenseRef-hf-other"),
        ("LicenseRef-hf-other", "LicenseRef-hf-other"),
        ("NOASSERTION", "LicenseRef-label-noassertion"),
        ("NONE", "LicenseRef-label-none"),
        ("UNLICENSED", "LicenseRef-label-unlicensed"),
        ("Unlicense", "Unlicense"),
        ("cc-by-nc", "CC-BY-NC"),
        (" CC-BY-2.5 ", "CC-BY-2.5"),
        ("cc-by-sa-3.0-hk", "CC-BY-SA-3.0-HK"),
    ],
)
def test_a_license_is_found_by_id_alias_or_name_without_regard_to_case(spelling, id_):
    assert find(spelling).id == id_


@pytest.mark.parametrize(
    "word",
    [
        "",
        "Foo-1.0",
        "MIT-",
        "CC-BY-5.0",
        "CC-BY-3",
        "CC-BY-ND-SA",
        "CC-BY-3.0-NETHER",
        "LicenseRef-other",
        "LicenseRef-hf-none",
        "hf-other",
        "LicenseRef-MIT",
        "LLVM-exception",
    ],
)
def test_what_is_nearly_a_name_is_none(word):
    assert find(word) is None


def test_everything_is_listed_once_and_found_by_its_id():
    ids = [license_.id for license_ in all_licenses()]

    assert len(ids) == len({*ids})
    assert [id_ for id_ in ids if find(id_).id != id_ or spellings()[id_.lower()] != id_] == []


def test_an_exception_is_spelled_as_spdx_does():
    assert exception("llvm-EXCEPTION") == "LLVM-exception"
    assert exception("MIT") is None
    assert [one for one in exceptions() if exception(one.upper()) != one] == []


# ------------------------------------------------------------------ what is known


def test_an_entry_of_ours_is_told_whole():
    found = find("llama2")

    assert (found.name, found.steward) == ("Llama 2 Community License Agreement", "Meta")
    assert (found.kind, found.source, found.certainty) == ("model", "catalogue", "high")
    assert found.aliases[:2] == ("llama2", "llama-2")
    assert found.url == "https://ai.meta.com/llama/license/"
    assert (basis(found.id), stands_for(found.id)) == ("read", (found.id,))
    assert "models/llama2/LICENSE" in copy_read(found.id)


def test_a_license_of_spdxs_list_alone_has_its_page_and_nobodys_reading():
    found = find("mit")

    assert (found.name, found.url) == ("MIT License", "https://spdx.org/licenses/MIT.html")
    assert (found.kind, found.certainty, found.aliases, found.note) == ("", "", (), "")
    assert (basis("MIT"), copy_read("MIT"), stands_for("MIT")) == ("", "", ("MIT",))


def test_an_entry_without_a_page_of_its_own_has_spdxs_if_there_is_one():
    assert find("GPL-2.0").url == "https://spdx.org/licenses/GPL-2.0.html"
    assert find("other").url == ""


@pytest.mark.parametrize(
    ("word", "aliases"), [("gpl", ("gpl",)), ("MIT", ()), ("other", ("other",))]
)
def test_a_label_goes_by_its_aliases_alone(word, aliases):
    assert find(word).aliases == aliases


@pytest.mark.parametrize(
    ("word", "fsf"),
    [
        ("MIT", True),
        ("GPL-2.0", True),
        ("Aladdin", False),
        ("CC-BY-NC-4.0", False),
        ("Xerox", None),
    ],
)
def test_the_fsf_calls_it_free_or_not_or_says_nothing(word, fsf):
    assert find(word).fsf is fsf


@pytest.mark.parametrize(
    ("word", "retired", "note"),
    [
        ("MIT", False, ""),
        ("eCos-2.0", True, "SPDX has retired this id."),
        ("GPL-2.0", True, "Write -only or -or-later: the label does not say which."),
    ],
)
def test_a_retired_id_says_so_unless_there_is_more_to_say(word, retired, note):
    assert (is_retired(word), find(word).note) == (retired, note)


def test_a_list_that_does_not_say_what_it_grants_sends_to_a_person():
    assert find("3D-Slicer-1.0").note.endswith(
        "does not say what it grants: a person has to read it"
    )


def test_the_fsfs_word_alone_is_a_clause():
    found = find("Aladdin")

    assert [(c.kind, c.freedoms, c.section) for c in found.clauses] == [
        ("listed-nonfree", ("use", "modify", "share"), "")
    ]
    assert found.grants["use"].clause == found.clauses[0].text


@pytest.mark.parametrize("word", ["MIT", "GFDL-1.3-only", "Xerox"])
def test_the_word_of_a_list_for_a_license_comes_without_clauses(word):
    assert (letters(word), find(word).clauses) == ("AAAA", ())


# ------------------------------------------------------------------ labels and families


def test_a_label_grants_no_more_than_each_text_that_it_may_stand_for():
    rank = {UNMET: 0, UNDECIDED: 1, MET: 2}
    labels = [x for x in all_licenses() if len(stands_for(x.id)) > 1]
    freer = [
        (label.id, member)
        for label in labels
        for member in map(find, stands_for(label.id))
        if rank[label.osi] > rank[member.osi]
        or any(rank[label.grants[f].outcome] > rank[member.grants[f].outcome] for f in FREEDOMS)
    ]

    assert len(labels) > 10
    assert freer == []


def test_a_label_is_as_doubtful_as_the_most_doubtful_of_its_texts():
    doubt = ["", "high", "medium", "low"]
    labels = [x for x in all_licenses() if len(stands_for(x.id)) > 1]

    assert {x.certainty for x in labels} > {""}
    for label in labels:
        members = [find(id_).certainty for id_ in stands_for(label.id)]
        assert label.certainty == max(members, key=doubt.index)


def test_a_label_has_one_clause_of_each_kind():
    places = [(c.kind, c.freedoms) for c in find("openrail").clauses]

    assert "use-policy" in kinds("openrail")
    assert len(places) == len({*places})


def test_a_label_that_names_no_text_may_be_approved_and_one_that_restricts_is_not():
    assert (letters("other"), find("other").osi) == ("????", UNDECIDED)
    assert (letters("noncommercial"), find("noncommercial").osi) == ("RARR", UNMET)


def test_a_text_that_leaves_all_open_is_not_approved():
    assert (letters("falcon-llm-license"), find("falcon-llm-license").osi) == ("????", UNMET)


def test_what_is_left_open_tells_what_was_reported():
    reported = find("jamba-open-model")

    assert "reported, not confirmed: " in reported.grants["use"].clause
    assert find("other").grants["use"].clause == ""


@pytest.mark.parametrize(
    ("word", "name", "kind", "note", "url"),
    [
        (
            "CC-BY-3.0-NL",
            "Creative Commons Attribution 3.0 Netherlands",
            "data-or-docs",
            "Read as CC-BY-4.0.",
            "https://spdx.org/licenses/CC-BY-3.0-NL.html",
        ),
        (
            "CC-BY-3.0-FR",
            "Creative Commons Attribution 3.0-FR",
            "data-or-docs",
            "Read as CC-BY-4.0.",
            "",
        ),
        (
            "CC-BY-ND",
            "Creative Commons Attribution-NoDerivatives",
            "label",
            "CC-BY-ND names no version: read as CC-BY-ND-4.0.",
            "",
        ),
    ],
)
def test_a_creative_commons_license_is_read_as_4_0_of_its_name(word, name, kind, note, url):
    found = find(word)

    assert (found.name, found.kind, found.note, found.url) == (name, kind, note, url)
    assert found.aliases == ()
    assert all(clause.section.endswith(" in 4.0") for clause in found.clauses)


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("CC-BY-SA-2.0", "open-family"),
        ("CC-BY", "open-family"),
        ("CC-BY-ND-2.0", "cc-family"),
        ("CC-BY-NC-2.0", "cc-family"),
    ],
)
def test_a_family_is_open_unless_it_bars_commerce_or_changes(word, source):
    assert find(word).source == source


@pytest.mark.parametrize(
    "name",
    [
        "cc-by-4.0-nc",
        "CC-BY-3.0-ND",
        "CC-BY-SA-4.0-NC",
        "CC-BY-4.0-IGO",
        "CC-BY-3.0-XX",
        "CC-BY-1.9",
    ],
)
def test_what_stands_behind_a_version_is_a_place_or_no_license_that_we_know(name):
    assert find(name) is None
