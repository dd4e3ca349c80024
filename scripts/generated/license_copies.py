# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""license_text/data/copies.json: the digests of the license texts that are verified as they are."""

import json

from osaid_action.license_text import canonical, copies
from osaid_action.license_text.texts import verify

FILE = "osaid_action/license_text/data/copies.json"


def build() -> dict[str, bytes]:
    """The digests, by their path: of each text, the ids it is the text of."""
    found = {}
    for entry in canonical.index().values():
        text = canonical.text(entry.ids[0])
        ids = sorted(one.lower() for one in entry.ids if verify(text, one).status == "verified")
        if ids:
            found[copies.digest(text)] = ids
    text = json.dumps({"copies": dict(sorted(found.items()))}, indent=0) + "\n"
    return {FILE: text.encode()}
