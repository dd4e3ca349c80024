# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A sentence does not pass as a name, an address or a title; true names do."""

import pytest

from osaid_action.license_text import canonical, texts

MIT = (
    canonical.text("MIT")
    .replace("<year>", "2024")
    .replace("<copyright holders>", "Acme Laboratories")
)
BSD = canonical.text("BSD-3-Clause")
LINE = "Copyright (c) 2024 Acme Laboratories"
TAG = "SPDX-License-Identifier"

SENTENCES = """
. THE ABOVE IS WITHDRAWN.
. Jane Doe decides
; TIME LIMITED
, CHANGE DATE 2028
, Source Available
 - Max Five Seats
 / One Machine
 (Under One Million)
, By Invitation.
, Hospitals
, Freemium
, ITAR
, N C
, R e s e a r c h
, Members Of The Consortium
 Inc. KEEP OUT
, Edukacja
, Nonkomersial
, \u041e\u0431\u0440\u0430\u0437\u043e\u0432\u0430\u043d\u0438\u0435
, \uc790\uccb4\uc6a9
, \uc0ac \uc804   \ud5c8 \uac00   \ud544 \uc694
, \u6559 \u80b2 \u6a5f \u95a2 \u5411 \u3051
, C\u1ea5m S\u1eed D\u1ee5ng Cho M\u1ee5c \u0110\u00edch Th\u01b0\u01a1ng M\u1ea1i.
ForEvaluation
UseInWeaponsSystemsIsProhibited
 https://acme.example/the-above-is-withdrawn
 https://acme.example/by-invitation
 <Ask.Jane.first@acme.example>
""".strip("\n").split("\n")


@pytest.mark.parametrize("tail", SENTENCES)
def test_a_sentence_is_no_part_of_a_copyright_line(tail):
    assert texts.verify(MIT.replace(LINE, LINE + tail), "MIT").status in {"noted", "altered"}


@pytest.mark.parametrize("line", ["THE WEIGHTS STAY WITH ACME", "Small Business", "One Seat"])
def test_a_line_below_a_copyright_line_is_no_name(line):
    assert texts.verify(MIT.replace(LINE, f"{LINE}\n{line}"), "MIT").status != "verified"


@pytest.mark.parametrize(
    "name", ["THE ABOVE IS WITHDRAWN.", "ACME. ASK JANE", "ACME, HOSPITALS", "N C", "nobody"]
)
def test_a_sentence_is_no_name_in_the_wording(name):
    text = BSD.replace("SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE", f"SHALL {name} BE")

    assert text != BSD
    assert texts.verify(text, "BSD-3-Clause").status == "altered"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: f"~~{text.strip()}~~",
        lambda text: f"~~{text.split(LINE)[1].strip()}~~",
        lambda text: f"~{text.strip()}~",
        lambda text: text.replace("granted", "!granted"),
        lambda text: text.replace("granted", "~granted"),
        lambda text: "".join(f"-{line}\n" for line in text.split("\n")),
    ],
)
def test_what_is_struck_out_is_altered(change):
    assert texts.verify(change(MIT), "MIT").status == "altered"


@pytest.mark.parametrize(
    "head",
    [
        f"{TAG}: BUSL-1.1",
        f"{TAG}: NOASSERTION",
        f"{TAG}: (MIT) AND LicenseRef-Acme",
        "Server Side Public License",
        "# Elastic License 2.0",
        "License: CreativeML Open RAIL-M",
        "Functional Source License",
        "The JSON License",
        "Source Available License",
        "Acme EULA",
        "GNU GENERAL PUBLIC LICENSE",
    ],
)
def test_another_title_or_tag_in_front(head):
    assert texts.verify(f"{head}\n\n{MIT}", "MIT").status in {"altered", "mismatch"}


def test_an_alternative_in_a_tag_is_noted():
    assert texts.verify(f"{TAG}: MIT OR Apache-2.0\n\n{MIT}", "MIT").status == "noted"


HOLDERS = """
Chinese Academy of Sciences
Beijing Academy of Artificial Intelligence
Khan Academy
National Research Council Canada
European Organization for Nuclear Research (CERN)
\u00c9cole Polytechnique F\u00e9d\u00e9rale de Lausanne (EPFL)
Salesforce Research
ServiceNow Research
Salesforce.com, Inc.
Yahoo! Inc.
Max-Planck-Gesellschaft
Mayo Foundation for Medical Education and Research
U.S. Government
Nokia Corporation and/or its subsidiary(-ies)
Internet Systems Consortium, Inc. ("ISC")
Google, Inc., Netflix, Inc., Microsoft Corp. and contributors
Jane Doe and the widget-bindings contributors
Jane Doe <contact@jane.example.com> (jane.example.com)
Jane Doe &lt;jane@example.org&gt;
Jane Doe <JaneDoe@users.noreply.github.com>
Jane Doe <jane@research.example.org>
""".strip().split("\n")


@pytest.mark.parametrize("name", HOLDERS)
def test_holders(name):
    assert texts.verify(MIT.replace("Acme Laboratories", name), "MIT").status == "verified"


@pytest.mark.parametrize(
    "name",
    [
        "Fraunhofer-Gesellschaft zur F\u00f6rderung der angewandten Forschung e.V.",
        "CNRS, Inria, and Universit\u00e9 Paris-Saclay",
        "jane doe",
        "Jane Doe, @jane",
        "Fair Oaks Labs, Inc.",
    ],
)
def test_what_is_not_plainly_a_holder_is_noted(name):
    assert texts.verify(MIT.replace("Acme Laboratories", name), "MIT").status == "noted"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the name of the copyright holder nor", "the name of filesize nor"),
        ("the name of the copyright holder nor", "the name of the matplotlib project nor"),
        ("the name of the copyright holder nor", "the name of copyright holder nor"),
        ("the name of the copyright holder nor", "the name of Salesforce.com nor"),
        ("SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE", "SHALL <COPYRIGHT HOLDER> BE"),
        ("BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS", "BY THE COPYRIGHT HOLDER"),
    ],
)
def test_names_in_the_wording(old, new):
    assert old in BSD
    assert texts.verify(BSD.replace(old, new), "BSD-3-Clause").status == "verified"


def test_the_years_of_the_unicode_license():
    text = canonical.text("Unicode-3.0")

    assert texts.verify(text.replace("1991-2023", "1991-2025"), "Unicode-3.0").status == "verified"
    sold = text.replace("1991-2023", "1991-2025 Not for sale.")
    assert texts.verify(sold, "Unicode-3.0").status == "altered"


def test_the_notice_of_the_apache_license_without_its_appendix():
    text = canonical.text("Apache-2.0")
    terms, appendix = text.split("APPENDIX", 1)
    notice = "Copyright 2021 The Widget Authors\n" + appendix.split("owner]", 1)[1]

    assert texts.verify(terms + notice, "Apache-2.0").status == "verified"
    assert texts.verify(terms + notice + "\nAsk first.", "Apache-2.0").status == "altered"
    sold = notice.replace("Authors", "Authors. Not for sale.")
    assert texts.verify(terms + sold, "Apache-2.0").status == "altered"
