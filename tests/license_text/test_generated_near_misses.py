# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Thousands of texts that are nearly a license: none is verified.

``nox -s near_misses``, which runs every week, makes 14,000: OSAID_NEAR_MISSES says how
many words of each license are changed.
"""

import os
import random
import re
from collections import Counter

import pytest

from osaid_action.license_text import template
from osaid_action.license_text.verify import verify
from osaid_action.license_text.words import words_of

NAMES = """
0BSD AFL-3.0 Apache-1.1 Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CC-BY-4.0
CC-BY-SA-4.0 CC0-1.0 CDLA-Permissive-2.0 ECL-2.0 EPL-2.0 EUPL-1.2 ISC MIT MIT-0 MPL-2.0
MulanPSL-2.0 NCSA OFL-1.1 PostgreSQL UPL-1.0 Unlicense W3C X11 Zlib
"""
BESIDE = """
This software is for evaluation.
Not for use in production.
https://acme.example/terms
https://commonsclause.com/
https://spdx.org/licenses/BUSL-1.1.html
Change Date: 2030-01-01
See PATENTS as well.
Contact sales@acme.example before any deployment.
Licensed to Acme customers
Nur für Forschung und Lehre.
Uniquement pour la recherche.
Solo para investigación.
Vietato l'uso commerciale.
Somente para fins acadêmicos.
Только для исследований.
仅供学术研究使用。
研究目的に限る。
연구 목적으로만 사용할 수 있습니다.
للبحث فقط
Endast för forskning.
2. Additional terms apply.
The grant ends when Acme says so.
""".strip().split("\n")
WORDS_EACH = int(os.environ.get("OSAID_NEAR_MISSES", "6"))
STILL_TRUE = {
    ("BSD-3-Clause", "without specific"): "SPDX: optional",
    ("BSD-3-Clause", "without its"): "SPDX: one of its ways to write the clause",
}
"""Changes that leave a true copy, and why."""
LOOKALIKES = str.maketrans("aeocpxy", "аеосрху")  # noqa: RUF001 - Cyrillic on purpose


def near_misses(text, chance):
    """Notes in every place, and single words changed, taken out, negated or faked."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    for note in BESIDE:
        yield f"in front: {note}", f"{note}\n\n{text}"
        yield f"behind: {note}", f"{text.rstrip()}\n\n{note}\n"
        at = chance.randrange(1, len(paragraphs)) if paragraphs[1:] else 0
        if at:
            mixed = [*paragraphs[:at], note, *paragraphs[at:]]
            yield f"between: {note}", "\n\n".join(mixed)
        spot = chance.choice([one.start() for one in re.finditer(r"(?<=[a-z]) (?=[a-z])", text)])
        yield f"within: {note}", f"{text[:spot]} {note} {text[spot:]}"
    spots = [one.span() for one in re.finditer(r"(?<![^\s])[a-z]{3,}(?![^\s])", text)]
    for start, end in chance.sample(spots, min(len(spots), WORDS_EACH)):
        word = text[start:end]
        yield f"without {word}", f"{text[:start]}{text[end:]}"
        yield f"{word}: acme", f"{text[:start]}acme{text[end:]}"
        yield f"not {word}", f"{text[:start]}not {text[start:]}"
        fake = word.translate(LOOKALIKES)
        if fake != word:
            yield f"faked {word}", f"{text[:start]}{fake}{text[end:]}"


@pytest.mark.corpus
def test_generated_near_misses_are_never_verified(figures):
    chance = random.Random(20261128)  # noqa: S311 - the same texts at every run
    counts, passed = Counter(), []
    for key in NAMES.split():
        text = template.text(template.keys()[key.lower()])
        before = words_of(text).words
        for what, changed in near_misses(text, chance):
            if words_of(changed).words == before or (key, what) in STILL_TRUE:
                continue
            answer = verify(changed, [key]).answer
            counts[answer] += 1
            passed += [(key, what)] if answer == "verified" else []

    figures.append(f"generated near misses: {counts.total()}, {dict(counts)}; verified: {passed}")
    assert counts.total() >= 2_500
    assert passed == []
