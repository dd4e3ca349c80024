# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a check contradicts is no claim: an empty file of weights, one that ends before its end."""

from osaid_action.findings import Report
from osaid_action.scaffold.found import as_guesses
from osaid_action.scaffold.survey import Survey

_KEYS = {
    "parameters.weights": ("weights.here", "weights.linked", "weights.license"),
    "code.training": ("code.training", "code.settings"),
}
"""Where the places in a declaration are from, when not from the key of the same name."""


def without_contradicted(found: Survey, report: Report) -> Survey:
    """The survey in which that is a guess which the report on its declaration has errors for."""
    places = {".".join(one.pointer.lstrip("/").split("/")[:2]) for one in report.errors}
    keys = {key for place in places for key in _KEYS.get(place, (place,))}
    return {key: as_guesses(every) if key in keys else every for key, every in found.items()}
