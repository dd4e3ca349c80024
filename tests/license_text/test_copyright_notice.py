# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The small grammar of copyright lines: what is of its form, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.license_text import copyright_notice, template
from osaid_action.license_text.copyright_notice import fills, is_notice
from osaid_action.license_text.verify import verify

HOLDERS = """
2024 Acme Robotics
2021 Weights and Biases, Inc.
2014 pre-commit dev team: Anthony Sottile, Ken Struys
2024 William Woodruff <william @ yossarian.net>
2017 Facebook Inc. (Soumith Chintala)
2011-2026, Open source contributors.
2013--2023, librosa development team.
2023 Hynek Schlawack and the svcs contributors
2024 Stability AI, CompVis, RunwayML
2024 Aleph Alpha Research GmbH
2021 deepset GmbH
2024 Bytedance Ltd. and/or its affiliates
2019 The Board of Trustees of The Leland Stanford Junior University
2016-2024 ExplosionAI GmbH, 2016 spaCy GmbH, 2015 Matthew Honnibal
2024 智谱AI
2020-present X.AI LLC. All rights reserved.
[year] [fullname]
2017 National Institute of Advanced Industrial Science and Technology (AIST)
2012 The General Hospital Corporation
2017 Private Octopus, Inc.
2023 ChatGLM team @ Zhipu AI
2020 Jane Doe, https://jane.example
2010-202x The platformdirs developers
2014-2026 Anthon van der Neut, Ruamel bvba
2023 @acme
2001-2002 Acme, Inc. 2003, Robotics Developers. All rights reserved.
[2020] [acme-ai]
[2020] [Acme Robotics]
2022, the respective contributors, as shown by the AUTHORS file
""".strip().split("\n")

RIDERS = """
, 700M MAU
, <1B MAU
 Exp 2027
. NOAI.
, academic use
 (for schools)
 for research only
, see the terms at https://acme.example/terms
, 仅限非商业用途
, not transferable
, Inc. for 2003, only
 as shown by our terms
; this grant ends in 2028
""".strip("\n").split("\n")


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_copyright_line(holder):
    assert is_notice(f"Copyright (c) {holder}")
    assert is_notice(f"Copyright {holder}")
    assert fills("{notices}", holder)


@pytest.mark.parametrize("rider", RIDERS)
def test_a_rider_is_no_copyright_line(rider):
    assert not is_notice(f"Copyright (c) 2024 Acme Robotics{rider}")


@pytest.mark.parametrize(
    "line",
    [
        "Acme Robotics",
        "2024 Acme",
        "Licensed to Acme",
        "Copyright law applies to everybody who reads this",
        "Copyright (c) 2024 " + " ".join(["Acme"] * 15),
        "Copyright (c) 2024 " + "A" * 500,
    ],
)
def test_what_is_no_copyright_line(line):
    assert not is_notice(line)


@pytest.mark.parametrize(
    "name", ["THE AUTHORS", "the copyright holders", "THE REGENTS OR CONTRIBUTORS"]
)
def test_a_role_fills_a_place_in_capitals(name):
    assert fills("{name}", name, capitals=True)


@pytest.mark.parametrize(
    "name", ["USERS", "NOBODY BUT ACME", "of THE AUTHORS", "THE AUTHORS EXCEPT JANE"]
)
def test_other_words_in_capitals_do_not(name):
    assert not fills("{name}", name, capitals=True)


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_holder_is_never_an_error_and_is_quoted(holder):
    bare = holder.split(" ", 1)[1].strip(".")
    mit = template.text("MIT")
    apache = template.text("Apache-2.0").replace("[yyyy] [name of copyright owner]", holder)
    bsd = template.text("BSD-3-Clause").replace(
        "the name of the copyright holder", f"the name of {bare}"
    )

    for text, id_ in (
        (f"Copyright (c) {holder}\n\n{mit}", "MIT"),
        (apache, "Apache-2.0"),
        (bsd, "BSD-3-Clause"),
    ):
        verdict = verify(text, [id_])
        assert verdict.answer != "contradicted"
        assert verdict.holders or verdict.quotes


@given(st.text())
def test_any_text_is_read(text):
    assert copyright_notice.is_notice(text) in {True, False}
    assert copyright_notice.fills("{name}", text) in {True, False}
