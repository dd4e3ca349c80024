# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Did you mean: never a freer license, another family or another version."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.licenses.catalogue import all_licenses, find
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.suggestions import another_spelling, meant, suggest, versions
from osaid_action.model import FREEDOMS, Outcome

RANK = {Outcome.UNMET: 0, Outcome.UNDECIDED: 1, Outcome.MET: 2}

ONE_MEANT = {
    "Apache2": "Apache-2.0",
    "Apache 2": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "The Apache Licence v2.0": "Apache-2.0",
    "BSD-3": "BSD-3-Clause",
    "BSD 2-clause": "BSD-2-Clause",
    "GPLv3": "GPL-3.0-only",
    "GNU GPL v3": "GPL-3.0-only",
    "AGPLv3": "AGPL-3.0-only",
    "LGPL v2.1": "LGPL-2.1-only",
    "GPL-2.0 or later": "GPL-2.0-or-later",
    "MPL 2": "MPL-2.0",
    "Mozilla Public License 2.0": "MPL-2.0",
    "MIT Licence": "MIT",
    "unlicence": "Unlicense",
    "zlib license": "Zlib",
    "Elastic License 2.0": "Elastic-2.0",
    "CC BY 4.0": "CC-BY-4.0",
    "CCBY4": "CC-BY-4.0",
    "cc by sa 4": "CC-BY-SA-4.0",
    "CC0 1.0 Universal": "CC0-1.0",
    "Creative Commons Attribution 4.0": "CC-BY-4.0",
    "Creative Commons Attribution Non Commercial 4.0": "CC-BY-NC-4.0",
    "Creative Commons Attribution Non Commercial Share Alike 4.0": "CC-BY-NC-SA-4.0",
    "Creative Commons Attribution-NoDerivatives 4.0": "CC-BY-ND-4.0",
    "kimi-k2": "LicenseRef-kimi-k2-modified-mit",
    "Kimi K2 License": "LicenseRef-kimi-k2-modified-mit",
    "Kimi K3 License": "LicenseRef-kimi-k3",
    "Modified MIT": "LicenseRef-modified-mit",
    "Llama 3 Community License": "LicenseRef-llama3",
    "Llama 3 Community License Agreement": "LicenseRef-llama3",
    "Meta Llama 3 Community License Agreement": "LicenseRef-llama3",
    "Llama 3.1 Community License": "LicenseRef-llama3.1",
    "llama-v2": "LicenseRef-llama2",
    "Gemma Terms of Use": "LicenseRef-gemma",
    "DeepSeek License Agreement": "LicenseRef-deepseek-1.0",
    "BigCode OpenRAIL-M v1 license agreement": "LicenseRef-bigcode-openrail-m",
    "Tongyi Qianwen License Agreement": "LicenseRef-tongyi-qianwen-2023",
    "Tongyi Qianwen Research License": "LicenseRef-tongyi-qianwen-research",
    "Falcon-180B TII License": "LicenseRef-falcon-180b-tii-1.0",
    "LTX-2 Community": "LicenseRef-ltx-2-community",
    "Coqui Public Model License": "LicenseRef-coqui-public-model-1.0.0",
    "Apple Sample Code License": "LicenseRef-apple-ascl",
    "arXiv.org perpetual, non-exclusive license 1.0": "LicenseRef-arxiv-nonexclusive-1.0",
    "arXiv.org - Non-exclusive license": "LicenseRef-arxiv-nonexclusive-1.0",
    "non commercial": "LicenseRef-label-noncommercial",
    "Mistral AI Research Licence": "LicenseRef-mistral-research-0.1",
    "AI Sweden's LLM AI Model License Agreement": "LicenseRef-ai-sweden",
}

NONE_MEANT = [
    "Modified BSD",
    "Foo-1.0",
    "apache-3.0",
    "apache-2.O",
    "Apache-2.0.1",
    "GPL-4.0",
    "CC-BY-5.0",
    "llama3.4",
    "Llama 5",
    "openai",
    "sai-community",
    "mpt",
    "mti",
    "MIT-like",
    "RAIL",
    "kimi",
    "kimi-k4",
    "minimax-m3",
    "BSD-5",
    "solar-mit",
    "my-apache-2.0",
    "noncommercial-apache",
    "gama",
    "()",
    "",
    "-",
    "x" * 100_000,
    "apache " * 20,
]


@pytest.mark.parametrize(("text", "expected"), ONE_MEANT.items())
def test_what_is_meant(text, expected):
    assert meant(text) == expected
    assert suggest(text)[0] == expected


@pytest.mark.parametrize("text", NONE_MEANT)
def test_what_means_nothing_known(text):
    assert meant(text) is None
    assert suggest(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BSD License", ("BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause")),
        ("apache", ("Apache-2.0", "Apache-1.1", "Apache-1.0")),
        ("MPL", ("MPL-2.0", "MPL-1.1", "MPL-1.0")),
        ("GPLv3", ("GPL-3.0-only", "GPL-3.0-or-later")),
        ("Apahce-2.0", ("Apache-2.0",)),
        ("mozila public license 2.0", ("MPL-2.0",)),
        ("gamma", ("LicenseRef-gemma",)),
        ("deepseak", ("LicenseRef-deepseek-1.0",)),
        ("Elastic", ("Elastic-2.0",)),
        ("Unlicens", ("Unlicense",)),
        ("UNLICENSD", ()),
        ("FFULLRSD", ()),
    ],
)
def test_several_or_a_slip(text, expected):
    assert suggest(text) == expected


@pytest.mark.parametrize("text", ["bsl", "BSL License", "CC License", "creative commons"])
def test_a_label_of_unlike_texts_never_means_the_freest(text):
    found = [find(id_) for id_ in suggest(text)]

    assert all(terms(license_.id).granting is Outcome.UNMET for license_ in found)


def test_nearest_keeps_to_its_limit():
    assert len(suggest("apache", 1)) == 1
    assert len(suggest("lgpl", 2)) == 2


def is_freer(one, other):
    return any(RANK[one.grants[f].outcome] > RANK[other.grants[f].outcome] for f in FREEDOMS)


def test_a_name_means_its_own_license_or_none_that_grants_more():
    freer = [
        (name, id_)
        for license_ in all_licenses()
        for name in (license_.id, license_.name, *license_.aliases)
        for id_ in suggest(name)
        if id_ != license_.id and is_freer(find(id_), license_)
    ]

    assert freer == []


NAMES = [name for x in all_licenses() for name in (x.id, x.name, *x.aliases)]


NUMBERED = [name for name in NAMES if re.search(r"\d", name)]


@given(st.sampled_from(NUMBERED), st.sampled_from(["9", "9.9", "7.0", "-9.1"]))
def test_another_version_means_nothing(name, version):
    digits = re.sub(r"\d+(\.\d+)*", version, name, count=1)

    for id_ in suggest(digits):
        known = " ".join((id_, find(id_).name, *find(id_).aliases))
        assert re.search(rf"(?<![\d.]){re.escape(version.strip('-').removesuffix('.0'))}", known)


@given(st.sampled_from(NAMES), st.sampled_from(["research", "acme", "custom", "noncommercial"]))
def test_another_word_means_no_license_without_it(name, word):
    for id_ in suggest(f"{word} {name}"):
        known = " ".join((id_, find(id_).name, *find(id_).aliases)).lower()
        assert word in known or (word == "noncommercial" and "nc" in known)


@given(st.text())
def test_any_text_is_answered(text):
    assert all(find(id_) for id_ in suggest(text))
    assert meant(text) is None or find(meant(text))


# ------------------------------------------------------------------ order and bounds


@pytest.mark.parametrize("text", ["cecill", "EUPL", "glm", "libpng public"])
def test_versions_that_grant_different_things_are_not_guessed_among(text):
    assert suggest(text) == ()


def test_the_latest_version_comes_first():
    assert suggest("afl", 9) == ("AFL-3.0", "AFL-2.1", "AFL-2.0", "AFL-1.2", "AFL-1.1")


def test_ids_that_the_osi_approved_come_before_the_others():
    found = suggest("gpl", 9)

    assert [id_[:7] for id_ in found] == ["GPL-2.0"] * 2 + ["GPL-3.0"] * 2 + ["GPL-1.0"] * 2


def test_ids_in_force_come_before_retired_ones():
    assert suggest("GPL 3.0 only", 9)[0] == "GPL-3.0-only"


def test_three_are_named_unless_more_are_asked_for():
    assert len(suggest("lgpl")) == 3
    assert len(suggest("lgpl", 5)) == 5


def test_a_word_has_80_characters_at_most():
    longest = "MIT".ljust(80)

    assert (meant(longest), suggest(longest)) == ("MIT", ("MIT",))
    assert (meant(f"{longest} "), suggest(f"{longest} ")) == (None, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("apach 2.0", ("Apache-2.0",)),
        ("apachee 2.0", ("Apache-2.0",)),
        ("apacheee 2.0", ()),
        ("zimbr 1.3", ("Zimbra-1.3",)),
        ("zlip", ()),
        ("mozila publik license 2.0", ()),
        ("elastic 20", ()),
        ("appcha 2.0", ()),
    ],
)
def test_one_slip_is_forgiven_in_one_long_word(text, expected):
    assert suggest(text) == expected


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("apache", ("Apache-2.0", "Apache-1.1", "Apache-1.0")),
        ("mit-license", ("MIT",)),
        ("Apahce-2.0", ()),
        ("apache-3.0", ()),
        ("", ()),
        ("x" * 1000, ()),
    ],
)
def test_another_spelling_is_no_slip(word, ids):
    assert another_spelling(word) == ids


def test_every_version_of_a_name_without_one_is_named_whatever_it_grants():
    assert {"LicenseRef-llama-1", "LicenseRef-llama2", "LicenseRef-llama4"} < {*versions("llama")}
    assert (versions("llama2"), versions(""), versions("x" * 99)) == ((), (), ())


def test_a_name_without_a_version_is_told_which_there_are():
    (remark,) = terms("llama").remarks

    assert remark.startswith("llama names no version: it can be ")
    assert "llama-1" in remark
    assert "LicenseRef" not in remark
