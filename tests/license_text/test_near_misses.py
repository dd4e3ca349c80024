# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Nothing that was added to, taken out of or changed in a license text is let through."""

import re
from collections import Counter

import pytest

from osaid_action.license_text import template
from osaid_action.license_text.verify import verify

BASES = {
    "spdx/CC-BY-3.0",
    "spdx/ISC",
    "spdx/ODC-By-1.0",
    "spdx/PostgreSQL",
    "choosealicense/apache-2.0",
    "choosealicense/bsd-2-clause",
    "choosealicense/bsd-3-clause",
    "choosealicense/cc-by-4.0",
    "choosealicense/cc0-1.0",
    "choosealicense/gpl-2.0",
    "choosealicense/mit",
    "choosealicense/mpl-2.0",
    "choosealicense/mulanpsl-2.0",
    "choosealicense/ncsa",
    "choosealicense/ofl-1.1",
    "choosealicense/zlib",
}

STILL_TRUE = {
    ("spdx/CC-BY-3.0", "without paragraph 1"): "SPDX: the preface is optional",
    ("choosealicense/cc0-1.0", "without paragraph 2"): "SPDX: the preface is optional",
    (
        "choosealicense/gpl-2.0",
        "without paragraph 58",
    ): "last of the appendix; older copies have none",
    ("choosealicense/ofl-1.1", "without paragraph 1"): "says where the license is; not part of it",
}
"""Mutations that leave a true copy, and why."""


def chosen(bases):
    return [base for base in bases if base[0] in BASES]


@pytest.mark.corpus
def test_near_misses_are_never_verified(bases, near_misses_of, figures):
    counts, verified = Counter(), set()
    for source, one, text in chosen(bases):
        for what, changed in near_misses_of(text):
            if changed.strip() == text.strip():
                continue
            status = verify(changed, [one]).answer
            counts[status] += 1
            if status == "verified":
                verified.add((source, what))

    figures.append(
        f"near misses: {counts.total()} of {len(BASES)} licenses, {len(verified - set(STILL_TRUE))}"
        f" verified ({len(STILL_TRUE)} are true copies still); {dict(counts)}"
    )
    assert counts.total() >= 400
    assert verified == set(STILL_TRUE)


EXCUSES = {
    "a title or a copyright line at the top": lambda before, line, _: (
        (
            len(before) < 1200
            and re.match(r"\W*(?:portions )?(?:copyright|\(c\))", line, re.IGNORECASE)
        )
        or (len(before) < 400 and len(line.split()) < 10)
    ),
    "the number of a paragraph": lambda before, _, after: (
        re.search(r"(?:^|\n|[:;.] |\band |\bor )[\s(*-]*$", before)
        and re.match(r"\w{1,4}[.)]", after)
    ),
    "a name of a holder in a place that SPDX leaves open": lambda before, *_: re.search(
        r"\bthe university of (?:california )?$", before, re.IGNORECASE
    ),
    "a place for the names of the licensors": lambda before, *_: re.search(
        r"(?:in no event shall|provided by|neither the names? of|and)\W+(?:[\w,]+\s+){0,6}$",
        before,
        re.IGNORECASE,
    ),
    "ISC has both, and and and/or": lambda before, *_: before.endswith("modify, and/"),
    "an address of the Free Software Foundation": lambda before, *_: re.search(
        r"(?:Street|Floor|Place|Mass|Suite|https?://)[\w ,.-]*$", before
    ),
}
"""Where true copies differ: a word exchanged there leaves one."""


def excuse(text, at):
    """Say why a mutation at a place leaves a true copy; nothing when it does not."""
    line = text[text.rfind("\n", 0, at) + 1 : (text + "\n").find("\n", at)]
    return next((why for why, is_so in EXCUSES.items() if is_so(text[:at], line, text[at:])), "")


@pytest.mark.corpus
def test_random_mutations_are_never_verified(bases, mutate, chance, figures):
    counts, unexplained, excused = Counter(), [], Counter()
    for source, one, text in chosen(bases):
        for _ in range(70):
            what, word, at, changed = mutate(text, chance)
            status = verify(changed, [one]).answer if changed else "the same"
            counts[status] += 1
            if status == "verified":
                why = excuse(text, at)
                excused[why] += 1
                if not why:
                    unexplained.append((source, what, word, text[max(0, at - 40) : at + 20]))

    figures.append(
        f"random mutations of one word: {dict(counts)}; verified because in: {dict(excused)}"
    )
    assert counts.total() >= 1000
    assert unexplained == []


MIT = " ".join(template.text("MIT").split()).replace(" ,", ",").replace(" .", ".")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("any person", "\u0430ny person"),  # Cyrillic a
        ("any person", "any\u200b person"),  # zero width
        ("any person", "any per\u00adson"),  # soft hyphen
        ("any person", "any \u202eperson"),  # written backwards from here
        ("any person", "\uff41ny person"),  # full width
        ("sublicense", "subl\u0131cense"),  # dotless i
        ("without restriction", "with<!-- out --> restriction"),
        ("without restriction", "<!-- without restriction -->"),
        ("without restriction", "<without restriction>"),
        ("without restriction", "~~without restriction~~"),
        ("without restriction", "w\u0336ithout restriction"),
        ("any person", "[any person](https://acme.example/researchers)"),
        ("any person", "any person[^1]"),
        ("and/or sell", "and/or sell 3"),
        ("copies of the Software, and", "copies (\u2264 10) of the Software, and"),
        ("free of charge", "free of charge \u20ac5"),
        ("the rights to use", "the rights not to use"),
        ("AUTHORS OR COPYRIGHT HOLDERS", "AUTHORS OR COPYRIGHT HOLDERS OR USERS"),
        ("AUTHORS OR COPYRIGHT HOLDERS", "AUTHORS EXCEPT COPYRIGHT HOLDERS"),
    ],
)
def test_tricks_inside_the_text(old, new):
    assert old in MIT

    assert verify(MIT, ["MIT"]).answer == "verified"
    assert verify(MIT.replace(old, new, 1), ["MIT"]).answer != "verified"


@pytest.mark.parametrize(
    "tail",
    [
        "NO",
        "See also PATENTS",
        "[^1]: academic",
        "<!-- research only -->",
        "[//]: # (research only)",
        "\u200b",
        "https://acme.example/acceptable-use-policy",
        "https://acme.example/terms",
        "Copyright 2024 Acme (research only)",
        "\u4ec5\u4f9b\u5b66\u4e60",
        "2. No commercial use.",
    ],
)
def test_nothing_may_follow_the_text(tail):
    assert verify(f"{MIT}\n\n{tail}\n", ["MIT"]).answer != "verified"


@pytest.mark.parametrize(
    "tail",
    ["", "\n\n", "Copyright 2024 Acme Inc.", "https://opensource.org/licenses/MIT", "-----", "```"],
)
def test_what_may_follow_the_text(tail):
    assert verify(f"{MIT}\n\n{tail}", ["MIT"]).answer == "verified"
