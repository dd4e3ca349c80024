# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The one question to GraphQL that the double knows: whose token is this?

GitHub answers it for every token, an app's too, and an app's login ends in ``[bot]`` there as in
the REST API.
"""

import re

from testing.github_double.api.call import Answer, Refusal
from testing.github_double.api.state import Token

GRAPHQL = "/graphql"
_VIEWER = re.compile(r"(query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}")


def viewer(token: Token | None, body: object) -> Answer:
    """Return who asks; another question is one that a client of ours has no business to ask."""
    if token is None:
        raise Refusal(401, "Bad credentials")
    query = body.get("query") if isinstance(body, dict) else None
    if not isinstance(query, str) or not _VIEWER.fullmatch(query.strip()):
        raise Refusal(422, "not the question that the double knows")
    return Answer(200, {"data": {"viewer": {"login": token.actor.login}}})
