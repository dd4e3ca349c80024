# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The three answers, what they quote, and the texts that they are about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osaid_action.license_text import template
from osaid_action.license_text.verify import Difference, Quote, decode, identify, verify

APACHE = template.text("Apache-2.0")
BODY = template.text("MIT").replace(" ,", ",").replace(" .", ".").strip()
MIT = f"MIT License\n\nCopyright (c) 2024 Acme Robotics\n\n{BODY}\n"
BSD = f"Copyright (c) 2024 Acme\n\n{template.text('BSD-3-Clause')}"
EITHER = "Licensed under either of Apache License, Version 2.0 or MIT license at your option."
NOTICE = "Copyright 2024 Acme\n\n" + APACHE[APACHE.index("Licensed under the Apache License, V") :]


def answer(text, *ids, **options):
    return verify(text, ids, **options).answer


def line_of(text, words):
    return text[: text.index(words)].count("\n") + 1


def test_holders_are_quoted_and_not_judged():
    verdict = verify(MIT.replace("Robotics", "Robotics, Excl China"), ["MIT"])

    assert verdict.answer == "verified"
    assert verdict.holders == ("Copyright (c) 2024 Acme Robotics, Excl China",)


def test_an_added_clause_is_quoted_with_its_line():
    clause = "The Work may not be used for commercial purposes."
    text = APACHE.replace("Accepting Warranty", f"{clause} Accepting Warranty", 1)

    verdict = verify(text, ["Apache-2.0"])

    assert (verdict.answer, verdict.license) == ("contradicted", "Apache-2.0")
    assert verdict.differences == (
        Difference("added", clause.rstrip("."), "", line_of(text, clause)),
    )


def test_a_sentence_beside_the_text_that_plainly_limits_contradicts():
    clause = "You may not use this for commercial purposes."
    text = f"{APACHE.rstrip()}\n\n{clause}\n"

    verdict = verify(text, ["Apache-2.0"])

    assert (verdict.answer, verdict.limited) == ("contradicted", True)
    assert verdict.quotes == (Quote(clause, line_of(text, clause)),)


@pytest.mark.parametrize(
    "words",
    [
        "This is the license of our model.",
        "https://commonsclause.com/",
        "https://acme.example/code-of-conduct",
        "https://spdx.org/licenses/BUSL-1.1.html",
        "Effective 2028-01-01",
        "Change Date: 2030-01-01",
        "MIT-style License",
        "node-http-proxy",
        "\u200b",
    ],
)
def test_other_words_beside_the_text_are_quoted_and_leave_it_declared(words):
    for text in (f"{words}\n\n{MIT}", f"{MIT}\n\n{words}\n"):
        verdict = verify(text, ["MIT"])

        assert verdict.answer == "declared"
        assert [quote.words for quote in verdict.quotes] == [words.replace("\u200b", "<U+200B>")]


@pytest.mark.parametrize(
    "words",
    [
        "The MIT License (MIT)",
        "Expat",
        "https://opensource.org/licenses/MIT",
        "https://spdx.org/licenses/MIT.html",
        "SPDX-" + "License-Identifier: MIT",
        "All rights reserved.",
        "=====",
    ],
)
def test_titles_tags_and_the_licenses_own_addresses_may_stand_beside_it(words):
    assert answer(f"{words}\n\n{MIT}", "MIT") == answer(f"{MIT}\n\n{words}", "MIT") == "verified"


def test_another_license_instead():
    verdict = verify(template.text("CC-BY-NC-4.0"), ["MIT"])

    assert (verdict.answer, verdict.instead) == ("contradicted", "CC-BY-NC-4.0")


def test_a_title_of_another_license_contradicts_and_one_of_the_declared_is_said():
    text = "LLAMA 2 COMMUNITY LICENSE AGREEMENT\n\nYou agree to what follows.\n"

    assert verify(text, ["MIT"]).instead == "LicenseRef-llama2"
    assert verify(text, ["LicenseRef-llama2"])[0] == "declared"
    assert verify(text, ["LicenseRef-llama2"]).titled == "LicenseRef-llama2"
    assert verify("CC-BY-NC-4.0\n", ["MIT"]).instead == "CC-BY-NC-4.0"


def test_a_short_notice_is_no_text():
    assert answer(NOTICE, "Apache-2.0") == "declared"
    assert answer("Licensed under the Apache License, Version 2.0.", "Apache-2.0") == "declared"
    assert answer("", "Apache-2.0") == "declared"


def test_a_cut_text_is_altered():
    assert answer(APACHE[:3000], "Apache-2.0") == "contradicted"


def test_several_licenses_in_one_file():
    both = f"{MIT}\n{'-' * 72}\n\n{APACHE}"

    assert answer(both, "Apache-2.0", "MIT") == "verified"
    assert answer(f"{both}\nNot for commercial use.", "Apache-2.0", "MIT") == "contradicted"
    assert verify(both, ["MIT"]).others == ("Apache-2.0",)
    assert answer(MIT, "Apache-2.0", "MIT") != "verified"


def test_a_choice_may_be_said_and_nothing_but_a_choice():
    both = f"{EITHER}\n\n{APACHE}\n\n{MIT}"

    assert answer(both, "Apache-2.0", "MIT", choice=True) == "verified"
    assert answer(both, "Apache-2.0", "MIT") == "declared"


def test_bundled_texts_of_others_are_named():
    verdict = verify(f"{MIT}\n\nFoo is bundled with it:\n\n{BSD}", ["MIT"])

    assert (verdict.answer, verdict.others) == ("declared", ("BSD-3-Clause",))
    assert [quote.words for quote in verdict.quotes] == ["Foo is bundled with it:"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("UTF-16", decode(MIT.encode("utf-16"))),
        ("UTF-16 big endian", decode(b"\xfe\xff" + MIT.encode("utf-16-be"))),
        ("UTF-8 with a mark", decode(MIT.encode("utf-8-sig"))),
        ("Latin-1", decode(MIT.replace("Acme", "Acmé").encode("latin-1"))),
        ("a DOS end of file", f"{MIT}\x1a"),
        ("form feeds", MIT.replace("The above", "\x0cThe above")),
        ("entities", MIT.replace('"', "&quot;").replace("(c)", "&copy;")),
        ("a fence", f"```text\n{MIT}\n```\n"),
        ("pre", f"<pre>\n{MIT}</pre>\n"),
        ("comments", "".join(f"// {line}\n" for line in MIT.split("\n"))),
        ("a block comment", "/*\n" + "".join(f" * {line}\n" for line in MIT.split("\n")) + " */"),
        ("ligatures", MIT.replace("fi", "\ufb01")),
    ],
)
def test_what_only_wraps_the_text_does_not_count(name, text):
    assert answer(text, "MIT") == "verified", name


def test_a_link_whose_text_is_its_address_does_not_count():
    address = "http://www.apache.org/licenses/LICENSE-2.0"

    assert answer(APACHE.replace(address, f"[{address}]({address})"), "Apache-2.0") == "verified"
    other = f"[{address}](https://acme.example/terms)"
    assert answer(APACHE.replace(address, other), "Apache-2.0") != "verified"


def test_a_list_mark_takes_no_word():
    text = BSD.replace("3. Neither", "ONLY Neither", 1)

    assert text != BSD
    assert answer(BSD.replace("1.", "(a)").replace("2.", "*"), "BSD-3-Clause") == "verified"
    assert answer(text, "BSD-3-Clause") != "verified"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the name of the copyright holder nor", "the name Acme nor"),
        ("of the copyright holder nor the names of its", "of the author nor the names of other"),
        ("nor the names of its", "nor the name of any"),
        ("are met:\n", "are met:\n\nAll rights reserved.\n"),
        ("from this software", "from this soft-\nware"),
    ],
)
def test_what_true_copies_of_bsd_say_otherwise(old, new):
    assert old in BSD

    assert answer(BSD.replace(old, new, 1), "BSD-3-Clause") == "verified"


@pytest.mark.parametrize(
    ("id_", "old", "new"),
    [
        ("BSD-3-Clause", "the copyright holder nor", "copyright holder nor"),
        ("BSD-3-Clause", "the copyright holder nor", "the holder nor"),
        ("BSD-3-Clause", "BY THE COPYRIGHT HOLDERS AND", "BY COPYRIGHT HOLDERS AND"),
        ("BSD-3-Clause", "are met:\n", "are met: All rights reserved.\n"),
        ("BSD-3-Clause", "are met:\n", "are met:\n\nNo rights reserved.\n"),
        ("X11", "the name of the X Consortium", "the name of X Consortium"),
        ("Apache-1.1", '"Apache" and "Apache', '"Apache" "Apache'),
        ("NCSA", "<URL for Development", "<URL Development"),
    ],
)
def test_an_open_place_whose_sample_lost_a_word_is_quoted(id_, old, new):
    text = template.text(id_)
    assert old in text

    assert answer(text, id_) == "verified"
    assert answer(text.replace(old, new, 1), id_) != "verified"


def test_the_text_of_another_license_with_a_note_is_named():
    text = f"Some product of ours.\n\n{template.text('BSD-3-Clause-Open-MPI')}"

    verdict = verify(text, ["BSD-3-Clause"])

    assert (verdict.answer, verdict.instead) == ("contradicted", "BSD-3-Clause-Open-MPI")


def test_identify():
    assert identify(MIT) == "MIT"
    assert identify("Tongyi Qianwen LICENSE AGREEMENT\n\nBy clicking") == (
        "LicenseRef-tongyi-qianwen-2023"
    )
    assert identify("Some other text") is None
    assert identify(MIT.replace("free of charge", "for a fee")) is None


def test_a_license_that_we_have_no_text_of():
    assert answer("No commercial use.", "LicenseRef-OpenMDW-1.1") == "declared"
    assert verify(MIT, ["LicenseRef-acme"]).instead == "MIT"


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_nothing_that_is_put_into_the_wording_is_verified(words):
    text = MIT.replace("without restriction", f"without {words} restriction", 1)

    assert answer(text, "MIT") != "verified" or not [one for one in words if one.isalnum()]


@settings(max_examples=50)
@given(st.text(max_size=300), st.binary(max_size=300))
def test_anything_is_read(text, data):
    assert answer(text, "MIT") in {"verified", "declared", "contradicted"}
    assert isinstance(decode(data), str)
