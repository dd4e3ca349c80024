# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What somebody might try to slip in, and what comes of it."""

import pytest

from osaid_action.license_text import template
from osaid_action.license_text.verify import decode, verify

V, D, C = "verified", "declared", "contradicted"
LINE = "Copyright (c) 2024 Acme Robotics"
BODY = template.text("MIT").replace(" ,", ",").replace(" .", ".").strip()
MIT = f"MIT License\n\n{LINE}\n\n{BODY}\n"
APACHE = template.text("Apache-2.0")
BSD = f"{LINE}\n\n{template.text('BSD-3-Clause')}"
NONCOMMERCIAL = template.text("CC-BY-NC-4.0")
TAG = "SPDX-" + "License-Identifier:"

INSIDE_MIT = [
    ("to deal", "\u202eto deal"),
    ("to deal", "<!-- not --> to deal"),
    ("free of charge", "~~free of charge~~"),
    ("without restriction", "without\u200d restriction"),
    ("restriction", "restric\u00adtion"),
    ("restriction", "restr\0iction"),
    ("restriction", "re\u0336striction"),
    ("free of", "\uff46ree of"),
    ("any person", "any &lt;!-- registered --&gt; person"),
    ("free of charge", "free of charge\u00b9"),
    ("free of charge", "free of charge[1]"),
    ("sell copies", "sell\n10. copies"),
    ("sell copies", "sell (c) copies"),
    ("any person", "\u0430ny person"),
]
INSIDE_BSD = [
    ("2. Redis", "2. Only for research.\n 3. Redis"),
    ("1. Redistributions", "1. ONLY Redistributions"),
    ("1. Redistributions", "i. no Redistributions"),
    ("the copyright holder nor", "the copyright holder and users nor"),
    ("SHALL THE COPYRIGHT HOLDER", "SHALL ACME"),
    ("THE COPYRIGHT HOLDERS AND CONTRIBUTORS", "THE COPYRIGHT HOLDERS AND no CONTRIBUTORS"),
    ("THE COPYRIGHT HOLDERS AND CONTRIBUTORS", "THE COPYRIGHT HOLDERS AND Not CONTRIBUTORS"),
    ("SHALL THE COPYRIGHT HOLDER OR", 'SHALL THE COPYRIGHT HOLDER "No" OR'),
    ("the copyright holder nor", "Acme, only team members, nor"),
    ("PROVIDED BY THE COPYRIGHT HOLDERS AND", "PROVIDED TO ACADEMICS BY THE"),
    ("are met:\n", "are met:\n\nAll rights reserved by Acme.\n\n"),
]


@pytest.mark.parametrize(("old", "new"), INSIDE_MIT)
def test_inside_mit(old, new):
    assert old in MIT

    assert verify(MIT.replace(old, new, 1), ["MIT"]).answer in {D, C}


@pytest.mark.parametrize(("old", "new"), INSIDE_BSD)
def test_inside_bsd(old, new):
    assert old in BSD

    assert verify(BSD.replace(old, new, 1), ["BSD-3-Clause"]).answer in {D, C}


BESIDE = [
    (f"Research preview\n\n{MIT}", D),
    (f"{MIT}\nResearch preview", D),
    (f"NOT MIT License\n\n{MIT}", D),
    (f"MIT License Without Software\n\n{MIT}", D),
    (f"GNU General Public License\n\n{MIT}", D),
    (f"{TAG} MIT AND CC-BY-NC-4.0\n\n{MIT}", D),
    (f"{TAG} MIT WITH Commons-Clause\n\n{MIT}", D),
    (f'<div style="display:none">research only</div>\n{MIT}', C),
    (f"{MIT}\n<script>x</script>", D),
    (f"{MIT}\n[//]: # (research only)", C),
    (f"```research-only\n{MIT}```\n", C),
    (MIT.replace("Robotics", "Robotics (see LICENSE-EXTRA)"), D),
    (MIT.replace("Robotics", "Robotics, see AUTHORS for the terms"), D),
    (MIT.replace("Robotics", "Robotics <https://acme.example/terms>"), D),
    (decode(f"{MIT}\n仅限非商业用途".encode("gb18030")), D),
    (decode(f"{MIT}\n\u0442\u043e\u043b\u044c\u043a\u043e \u0434\u043b\u044f".encode("koi8-r")), D),
    (decode(MIT.encode("utf-16-le")), D),
    (MIT.replace("Robotics", "Robotics, see AUTHORS for more information"), V),
    (MIT.replace("\n", "\r"), V),
    (MIT.replace("free of charge", "free\x0bof\x0ccharge"), V),
    (MIT.replace("any person", "any&nbsp;person"), V),
]


@pytest.mark.parametrize(("text", "answer"), BESIDE)
def test_beside_mit(text, answer):
    assert verify(text, ["MIT"]).answer == answer


@pytest.mark.parametrize("text", [f"{MIT}\n\n{NONCOMMERCIAL}", f"{NONCOMMERCIAL}\n\n{MIT}"])
def test_a_second_license_in_the_file_is_named(text):
    assert verify(text, ["MIT"]).others == ("CC-BY-NC-4.0",)


@pytest.mark.parametrize(
    ("holder", "answer"),
    [
        ("Acme, for research only", C),
        ("Acme\n\n   The above applies to schools.", D),
        ("Acme. Ask before use", D),
    ],
)
def test_in_the_appendix(holder, answer):
    text = APACHE.replace("[name of copyright owner]", holder)

    assert verify(text, ["Apache-2.0"]).answer == answer


def test_joined_words_read_the_same():
    assert verify(APACHE.replace("non-exclusive", "nonexclusive"), ["Apache-2.0"]).answer == V
    assert verify(APACHE.replace("non-exclusive", "no n-exclusive"), ["Apache-2.0"]).answer == C
