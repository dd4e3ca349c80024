# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the tests of questions to the network have in common: weights, and pages of an API."""

import json

from osaid_action.validation.loader import load
from tests.http.server import response

WEIGHTS = ("parameters", "weights")
MODEL = "https://huggingface.co/acme/one"
FIELDS = "?expand=gated&expand=tags&expand=cardData"


def declared(**groups):
    return load({"open_ai_system": "1.0", "system": {"name": "One"}, **groups})


def weights(location=MODEL, **keys):
    return declared(parameters={"weights": {"location": location, **keys}})


def api(info, kind="models", name="acme/one", status=200, **revisions):
    """Pages of the API: what is said of a repository, and the status of revisions of it."""
    body = info if isinstance(info, bytes) else json.dumps(info).encode()
    pages = {f"/api/{kind}/{name}{FIELDS}": response(status, body)}
    for revision, found in revisions.items():
        pages[f"/api/{kind}/{name}/revision/{revision}?expand=sha"] = response(found, b"{}")
    return pages


def rules(looked):
    return [diagnostic.rule.id for diagnostic in looked.diagnostics]
