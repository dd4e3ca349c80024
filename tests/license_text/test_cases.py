# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Texts as repositories have them, one line each: what goes in, what comes out, what is quoted."""

import pytest

from osaid_action.license_text import template
from osaid_action.license_text.verify import decode, verify

V, D, C = "verified", "declared", "contradicted"
APACHE = template.text("Apache-2.0")
BODY = template.text("MIT").replace(" ,", ",").replace(" .", ".").strip()
LINE = "Copyright (c) 2024 Acme Robotics"
MIT = f"{LINE}\n\n{BODY}\n"
BSD = f"Copyright (c) 2024 Acme\n\n{template.text('BSD-3-Clause')}"
SHORT = "Copyright 2024 Acme\n\n" + APACHE[APACHE.index("Licensed under the Apache License, V") :]
EITHER = "Licensed under either of Apache License, Version 2.0 or MIT license at your option."


def mit(*, line="", before="", after=""):
    """MIT with another copyright line, or with something before or after it."""
    return f"{before}{line or LINE}\n\n{BODY}\n{after}"


def appendix(holder):
    """Apache-2.0 whose appendix is filled in."""
    return APACHE.replace("[yyyy] [name of copyright owner]", holder)


def first_quote(verdict):
    return verdict.quotes[0].words if verdict.quotes else ""


CASES = {
    # addresses: only the license's own are titles
    "an address of other terms in front": (
        f"https://commonsclause.com/\n\n{APACHE}", D, "https://commonsclause.com/"),
    "the address of another license behind": (
        f"{APACHE}\n\nhttps://spdx.org/licenses/BUSL-1.1.html", D,
        "https://spdx.org/licenses/BUSL-1.1.html"),
    "an address of terms behind": (
        f"{APACHE}\n\nhttps://www.microsoft.com/legal/terms", D,
        "https://www.microsoft.com/legal/terms"),
    # short notices are no text
    "the short notice alone": (SHORT, D, "Licensed under the Apache License"),
    "the short notice in front of the text": (f"{SHORT}\n\n{APACHE}", D, "Licensed under the Apa"),
}  # fmt: skip
CASES_OF_MIT = {
    "the address of a license of business": (
        mit(after="\nhttps://mariadb.com/bsl11/"), D, "https://mariadb.com/bsl11/"),
    "an address of conduct in front": (
        mit(before="https://acme.example/code-of-conduct\n\n"), D,
        "https://acme.example/code-of-conduct"),
    "a date of effect": (mit(before="Effective 2028-01-01\n\n"), D, "Effective 2028-01-01"),
    "a date of change": (mit(before="Change Date: 2030-01-01\n\n"), D, "Change Date: 2030-01-01"),
    "a style of license": (mit(before="MIT-style License\n\n"), D, "MIT-style License"),
    "UTF-16": (decode(b"\xff\xfe" + MIT.encode("utf-16-le")), V, ""),
    "a DOS end": (f"{MIT}\x1a", V, ""),
    "entities": (MIT.replace('"', "&quot;").replace("(c)", "&copy;"), V, ""),
    "a fence": (f"```text\n{MIT}```\n", V, ""),
    "a bundled license": (
        f"{MIT}\nBundled: foo\n\nBSD 3-Clause License\n\n{BSD}", D, "Bundled: foo"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_apache(name):
    text, answer, quoted = CASES[name]

    verdict = verify(text, ["Apache-2.0"])

    assert verdict.answer == answer
    assert first_quote(verdict).startswith(quoted)


@pytest.mark.parametrize("name", CASES_OF_MIT)
def test_mit(name):
    text, answer, quoted = CASES_OF_MIT[name]

    verdict = verify(text, ["MIT"])

    assert verdict.answer == answer
    assert first_quote(verdict).startswith(quoted)


def test_a_choice_of_two_with_its_sentence():
    assert verify(f"{EITHER}\n\n{APACHE}\n\n{MIT}", ["MIT", "Apache-2.0"], choice=True).answer == V


def test_plural_holders_in_the_clause_of_bsd():
    clause = "the name of the copyright holder nor the names of its contributors"
    other = "the name of the copyright holder(s) nor the names of any contributors"

    assert verify(BSD.replace(clause, other), ["BSD-3-Clause"]).answer == V


AI_LAB_HOLDERS = """
2025 X.AI LLC
2021 deepset GmbH
2020-2022 Lightning-AI team
2024 Bytedance Ltd. and/or its affiliates
2024 H2O.ai, Inc.
2024 Weights and Biases, Inc.
2024 fast.ai, Inc.
2024 rinna Co., Ltd.
2024 Xiaomi LLM-Core Team
2024 LLM360
2024 HPC-AI Technology Inc.
2024 Cohere For AI
2019 The Board of Trustees of The Leland Stanford Junior University
2014 pre-commit dev team: Anthony Sottile, Ken Struys
2024 William Woodruff <william @ yossarian.net>
2017 Facebook Inc. (Soumith Chintala),
2011-2026, Open source contributors.
2013--2023, librosa development team.
2024 Stability AI, CompVis, RunwayML
2024 Aleph Alpha Research GmbH
""".strip().split("\n")


@pytest.mark.parametrize("holder", AI_LAB_HOLDERS)
def test_holders_as_labs_write_them_are_verified_and_shown(holder):
    in_front = verify(mit(line=f"Copyright (c) {holder}"), ["MIT"])
    behind = verify(appendix(holder), ["Apache-2.0"])

    assert in_front.answer == behind.answer == V
    for verdict in (in_front, behind):
        assert holder.rstrip(".,>") in " ".join(verdict.holders)


@pytest.mark.parametrize("holder", ["2021 Joachim Jablon, kieferro", "2024 SK telecom"])
def test_a_second_word_in_small_letters_is_quoted(holder):
    line = f"Copyright (c) {holder}"

    verdict = verify(mit(line=line), ["MIT"])

    assert (verdict.answer, first_quote(verdict)) == (D, line)


RIDERS = {
    ", Outside EU": V, ", 700M MAU": D, ", Rev Cap": V, ", Ex China": V, " OpenRAIL": V,
    " AUP": V, " Hippocratic": V, " Nonmilitary": V, " Exp 2027": D, ", Early Access": V,
    " Geofenced": V, ", Token Holders": V, " Donationware": V, ", NATO Members": V,
    ", EEA Zone": V, " Metered": V, " Community Edition": V, ", NoAI": V, ", AI Opt-Out": V,
    ", non-commercial use only": C,
}  # fmt: skip
"""Words behind a holder. Of a name's form: nobody judges them, every reader sees them quoted."""


@pytest.mark.parametrize("rider", RIDERS)
def test_a_rider_on_a_copyright_line_is_seen(rider):
    verdict = verify(mit(line=LINE + rider), ["MIT"])

    assert verdict.answer == RIDERS[rider]
    seen = [*verdict.holders, *(quote.words for quote in verdict.quotes)]
    assert f"{LINE}{rider}" in seen


TITLES = {
    "CreativeML Open RAIL-M": "LicenseRef-creativeml-openrail-m",
    "Tongyi Qianwen RESEARCH LICENSE AGREEMENT": "LicenseRef-tongyi-qianwen-research",
    "Llama 3.2 Acceptable Use Policy": "LicenseRef-llama3.2",
}


@pytest.mark.parametrize("title", TITLES)
def test_the_text_of_a_model_license_is_named_by_its_title(title):
    verdict = verify(f"{title}\n\nSection I. You agree to what follows.\n", ["Apache-2.0"])

    assert (verdict.answer, verdict.instead) == (C, TITLES[title])


def test_mit_with_a_clause_is_an_altered_mit_not_another():
    clause = "Our only modification part is that you shall display our name prominently."

    verdict = verify(mit(after=f"\n{clause}\n"), ["Apache-2.0"])

    assert verdict.answer == C
    assert (verdict.instead or verdict.license) == "MIT"
