# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""True copies of license texts are verified: copies that other packages ship, in many layouts."""

import os
import re
from collections import Counter

import pytest

from osaid_action.license_text import template
from osaid_action.license_text.verify import verify

DEBIAN = "/usr/share/common-licenses"
DEBIAN_IDS = {
    "Apache-2.0": "Apache-2.0",
    "Artistic": "Artistic-1.0-Perl",
    "BSD": "BSD-3-Clause",
    "CC0-1.0": "CC0-1.0",
    "GFDL-1.2": "GFDL-1.2-or-later",
    "GFDL-1.3": "GFDL-1.3-only",
    "GPL-1": "GPL-1.0-only",
    "GPL-2": "GPL-2.0-only",
    "GPL-3": "GPL-3.0-or-later",
    "LGPL-2": "LGPL-2.0-only",
    "LGPL-2.1": "LGPL-2.1-only",
    "LGPL-3": "LGPL-3.0-only",
    "MPL-2.0": "MPL-2.0",
}


@pytest.mark.corpus
def test_true_variants_are_verified(bases, wrong_copies, true_variants, figures):
    counts, licenses, errors = Counter(), set(), Counter()
    for source, one, text in bases:
        if source in wrong_copies:
            continue
        licenses.add(one)
        for vary in true_variants.values():
            answer = verify(vary(text, one), [one]).answer
            counts[answer] += 1
            errors[source] += answer == "contradicted"

    total = counts.total()
    figures.append(
        f"true variants: {len(licenses)} licenses, {len(true_variants)} layouts, {total} texts:"
        f" {counts['verified'] / total:.1%} verified; {dict(counts)}"
    )
    assert len(licenses) >= 120
    assert counts["verified"] / total >= 0.97
    assert counts["contradicted"] / total <= 0.01, +errors


def test_wrong_copies_are_found(bases, wrong_copies):
    found = {
        source: verify(text, [one]).answer for source, one, text in bases if source in wrong_copies
    }

    assert set(found) == set(wrong_copies), "the table names a copy that is no longer shipped"
    assert "verified" not in found.values()


def test_copies_that_are_true_by_the_template(bases, true_by_spdx):
    found = {source: verify(text, [one]) for source, one, text in bases if source in true_by_spdx}

    assert set(found) == set(true_by_spdx)
    assert {one.answer for one in found.values()} == {"verified"}
    assert found["choosealicense/vim"].holders == ("[project]",)


@pytest.mark.parametrize("name", sorted(DEBIAN_IDS))
def test_debian_copies_are_verified(name):
    path = f"{DEBIAN}/{name}"
    if not os.path.exists(path):
        pytest.skip("no copy here")
    with open(path, encoding="utf-8") as file:
        text = file.read()

    assert verify(text, [DEBIAN_IDS[name]]).answer == "verified"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GPL-3.0-only", "GPL-3.0-or-later"),
        ("GPL-2.0-only", "GPL-2.0"),
        ("GPL-2.0-or-later", "GPL-2.0+"),
        ("LGPL-2.1-only", "LGPL-2.1+"),
        ("AGPL-3.0-only", "AGPL-3.0"),
        ("GFDL-1.3-only", "GFDL-1.3-or-later"),
    ],
)
def test_ids_with_the_same_text_verify_each_other(one, other):
    text = template.text(template.keys()[one.lower()])

    assert {verify(text, [one]).answer, verify(text, [other]).answer} == {"verified"}


def test_an_appendix_may_be_cut():
    apache = template.text("Apache-2.0").split("END OF TERMS AND CONDITIONS")[0]
    gpl = template.text(template.keys()["gpl-3.0-only"]).split("How to Apply These Terms")[0]

    assert verify(apache, ["Apache-2.0"]).answer == "verified"
    assert verify(gpl, ["GPL-3.0-or-later"]).answer == "verified"


WITHOUT_AN_OFFICE = (
    (
        r"write to the Free\s+Software\s+Foundation, Inc\.,[^.]*USA",
        "see <https://www.gnu.org/licenses/>",
    ),
    (r"(Foundation, Inc\.,?\s+)(?:51|59|675|31) [^.]*?USA", r"\1<https://fsf.org/>"),
    ("Ty Coon", "Moe Ghoul"),
)
"""What the foundation changed in its texts when it gave up its office."""


@pytest.mark.parametrize("key", ["GPL-1.0", "GPL-2.0", "LGPL-2.0", "LGPL-2.1"])
def test_the_foundation_names_its_page_and_no_office(key):
    text = template.text(key)
    for old, new in WITHOUT_AN_OFFICE:
        text = re.sub(old, new, text)

    assert "gnu.org/licenses" in text
    assert "02110" not in text
    assert verify(text, [f"{key}-or-later"]).answer == "verified"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Moe Ghoul", "Moe Ghoul, who may withdraw it"),
        ("see <https://www.gnu.org", "see <https://www.acme.example"),
        ("<https://fsf.org/>", "<https://acme.example/>"),
    ],
)
def test_no_other_place_is_taken_for_the_foundations(old, new):
    text = template.text("LGPL-2.1")
    for before, after in WITHOUT_AN_OFFICE:
        text = re.sub(before, after, text)

    assert old in text
    assert verify(text.replace(old, new), ["LGPL-2.1-only"]).answer != "verified"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (
            "For more information, please see\n<http://creativecommons.org/publicdomain/zero/1.0/>",
            "verified",
        ),
        ("For more information, please see <https://acme.example/terms>", "declared"),
        ("For more information, see no more", "declared"),
    ],
)
def test_cc0_ends_with_the_address_of_its_deed(line, answer):
    assert verify(f"{template.text('CC0-1.0')}\n{line}\n", ["CC0-1.0"]).answer == answer
