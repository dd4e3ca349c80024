# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Lines that are made of a license's own words, and the copyright lines that stand alone."""

import pytest

from osaid_action.evidence.license_verdicts import LISTED
from osaid_action.license_text import template
from osaid_action.license_text.verify import MOST_HOLDERS, verify

V, D = "verified", "declared"
LINE = "Copyright (c) 2024 Acme Robotics"
TITLES = [
    ("MIT-0", "MIT No Attribution", V),
    ("MIT-0", "No License", D),
    ("MIT-0", "No license: public software", D),
    ("MIT-0", "MIT: no license", D),
    ("MIT-0", "MIT: No", D),
    ("MPL-2.0", "Mozilla: no public license", D),
    ("AFL-3.0", "Academic Free License v. 3.0", V),
    ("AFL-3.0", "Academic Version", D),
    ("AFL-3.0", "Free Academic Software", D),
    ("ECL-2.0", "Educational Community License, Version 2.0", V),
    ("ECL-2.0", "Educational Software", D),
    ("GPL-3.0-only", "GNU GPL v3 only", V),
    ("GPL-3.0-only", "Only the Software", D),
    ("CC0-1.0", "CC0 1.0 Universal", V),
    ("CC0-1.0", "Zero License", D),
    ("BSD-3-Clause", "New BSD License", V),
    ("BSD-3-Clause", 'BSD 3-Clause "New" or "Revised" License', V),
    ("0BSD", "Zero-Clause BSD", V),
    ("MIT", "~~MIT License~~", D),
    ("GPL-3.0-only", "GPLv2", D),
    ("GPL-3.0-only", "LGPL", D),
    ("GPL-3.0-only", "GNU AGPL v3", D),
    ("GPL-3.0-only", "GPLv3", V),
    ("CC-BY-4.0", "Creative Commons NoDerivs", D),
    ("CC-BY-ND-4.0", "Creative Commons Attribution-NoDerivs 4.0", V),
    ("CC-BY-4.0", "CC0 Public Domain Dedication", D),
    ("MPL-2.0", "Mozilla Public License Version 1.1", D),
    ("Apache-2.0", "Apache License 1.1", D),
    ("BSD-3-Clause", "BSD 2-Clause License", D),
    ("BSD-2-Clause", "3-Clause BSD License", D),
    ("BSD-2-Clause", "BSD 2-Clause License", V),
    ("MIT", "~MIT~", D),
    ("MIT", "http://www.opensource.org/licenses/mit-license.php", V),
    ("MIT", "https://opensource.org/licenses/bsd-license.php", D),
    ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", V),
    ("CC-BY-4.0", "https://creativecommons.org/licenses/by-nc/4.0/", D),
]


@pytest.mark.parametrize(("id_", "line", "answer"), TITLES)
@pytest.mark.parametrize("place", ["{line}\n\n{text}", "{text}\n\n{line}\n"])
def test_a_title_has_the_words_of_a_name_together(id_, line, answer, place):
    text = template.text(template.keys()[id_.lower()])

    verdict = verify(place.format(line=line, text=text), [id_])

    assert verdict.answer == answer
    assert answer == V or verdict.quotes[0].words == line


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Acme Inc. All rights reserved.", V),
        ("Commercial rights reserved", D),
        ("Patent Rights Reserved.", D),
        ("Some rights reserved", D),
        ("By Invitation Only", D),
        ("By Using This Software You Accept The Acme Terms", D),
        ("Copyright by Acme", V),
        ("Copyright (c) 2024 @acme", V),
        ("Copyright (c) 2024 Conor O'Brien, Seán d'Arcy, Jane l\u2019Hôpital", V),
        ("Copyright (c) 2024 Acme d'accord", D),
    ],
)
def test_a_line_about_rights_has_a_mark_or_all_of_them(line, answer):
    text = f"{LINE}\n\n{template.text('MIT')}\n{line}\n"

    assert verify(text, ["MIT"]).answer == answer


@pytest.mark.parametrize(
    ("kind", "answer"), [("", V), ("text", V), ("noncommercial", D), ("schools", D)]
)
@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_fence_says_only_that_it_holds_text(fence, kind, answer):
    text = f"{fence}{kind}\n{LINE}\n\n{template.text('MIT')}\n{fence}\n"

    assert verify(text, ["MIT"]).answer == answer


def test_a_link_definition_is_seen_without_a_space_too():
    text = template.text("MIT").replace("The above copyright", "[The above]:copyright")

    assert verify(text, ["MIT"]).answer != V


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Dual licensed under MIT and Apache-2.0.", V),
        ("You may choose either license, at your option.", V),
        ("This is made available under either of the licenses found below.", V),
        ("This project is dual-licensed under the MIT License and the Apache License 2.0.", V),
        ("This project is not for use under either license.", D),
        ("See conditions in file", D),
        ("You may also see the software", D),
        ("This is available at the foundation", D),
    ],
)
def test_a_sentence_of_a_choice_offers_one(sentence, answer):
    text = f"{sentence}\n\n{template.text('MIT')}\n\n{template.text('Apache-2.0')}"

    assert verify(text, ["MIT", "Apache-2.0"], choice=True).answer == answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Copyright (c) 2020, Jane Roe (https://jane.example),\nwith Reserved Font Name Foo.", V),
        ('Copyright (c) 2020 Jane Roe, with Reserved Font Names "Foo" and "Bar Mono".', V),
        ("Copyright (c) 2020 Jane Roe, with Reserved Font Name Foo. Ask before use.", D),
        ("with Reserved Font Name Foo", D),
    ],
)
def test_reserved_font_names_belong_to_a_copyright_line(line, answer):
    verdict = verify(f"{line}\n\n{template.text('OFL-1.1')}", ["OFL-1.1"])

    assert verdict.answer == answer
    assert answer == D or "Reserved Font Name" in verdict.holders[-1]


def test_only_fonts_reserve_names():
    text = f"{LINE}, with Reserved Font Name Foo.\n\n{template.text('MIT')}"

    assert verify(text, ["MIT"]).answer == D


def test_what_fills_a_place_does_not_begin_a_paragraph_of_its_own():
    verdict = verify(f"{template.text('NASA-1.3')}\n\nAcademic Use\n", ["NASA-1.3"])

    assert (verdict.answer, verdict.quotes[0].words) == (D, "Academic Use")


def test_a_copyright_line_is_shown_whole():
    line = f"Copyright (c) 2024 {'Robotics-' * 30}Works, Acme Schools"

    assert verify(f"{line}\n\n{template.text('MIT')}", ["MIT"]).holders == (line,)


def test_more_copyright_lines_than_are_shown_are_not_verified():
    lines = [f"Copyright (c) 2024 Person {'I' * at}" for at in range(1, MOST_HOLDERS + 2)]
    few, many = ("\n".join(some) for some in (lines[1:], lines))

    assert verify(f"{few}\n\n{template.text('MIT')}", ["MIT"]).answer == V
    assert verify(f"{many}\n\n{template.text('MIT')}", ["MIT"]).answer == D
    assert MOST_HOLDERS == LISTED


def test_true_variants_of_single_words():
    mit = template.text("MIT").replace("software and associated", "software and/or associated")
    mpl = template.text("MPL-1.1").replace(
        "Sections 3.1, 3.2, 3.3, 3.4 and 3.5 have", "Section 3.1-3.5 have"
    )

    assert verify(mit, ["MIT"]).answer == V
    assert verify(mpl, ["MPL-1.1"]).answer == V


def test_a_license_whose_sample_holds_another_is_named():
    text = template.text("LGPL-3.0")
    own = text[: text.index("GNU GENERAL PUBLIC LICENSE\n")]

    assert verify(own, ["GPL-3.0-only"]).instead == "LGPL-3.0"


def test_a_license_that_holds_the_declared_one_is_named():
    verdict = verify(template.text("FSL-1.1-MIT"), ["MIT"])

    assert (verdict.answer, verdict.others) == (D, ("FSL-1.1-MIT",))


def test_what_is_not_seen_is_quoted_by_its_code():
    verdict = verify(f"\u202d{LINE}\n\n{template.text('MIT')}", ["MIT"])

    assert verdict.quotes[0].words.startswith("<U+202D>")
    assert (
        verify(f"Copyright 2024 \u4f1a\u200b\u793e\n\n{template.text('MIT')}", ["MIT"]).answer == D
    )


CLAUSE = "If you have many users, you display our name on each page of your product."


@pytest.mark.parametrize(
    ("license_", "place", "named"),
    [
        ("MIT", "THE SOFTWARE IS", "MIT"),  # and not JSON, which is as like
        ("ISC", "THE SOFTWARE IS", "ISC"),
        ("BSD-3-Clause", "THIS SOFTWARE IS", "BSD-3-Clause"),  # and no longer one of its kin
    ],
)
def test_an_altered_copy_is_that_of_the_plainest_license(license_, place, named):
    text = template.text(license_).replace(place, f"{CLAUSE}\n\n{place}", 1)

    verdict = verify(f"{LINE}\n\n{text}", ["Apache-2.0"])

    assert (verdict.answer, verdict.license) == ("contradicted", named)


def test_a_text_with_many_kin_is_found_behind_a_holders_name():
    text = template.text("BSD-3-Clause").replace(
        "the copyright holder nor the names of its contributors",
        "the Acme Institute of Robotics nor the names of any contributors",
    )

    assert verify(f"{LINE}\nAll rights reserved.\n\n{text}", ["MIT"]).instead == "BSD-3-Clause"
