# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Comments of others with our first and last line in them, as a stranger makes them say."""

from osaid_action.action.marker import CLOSING, Marker, key_of
from testing.github_double.api.state import ACTIONS, OCTOCAT, OTHER_APP, Actor
from tests.action.bench import NAME

RUNS = (1, 10**18)
AUTHORS = {
    "another workflow": ACTIONS,  # which has the very author that we have
    "another app": OTHER_APP,
    "a user": OCTOCAT,
    "a user with a name like ours": Actor("github-actions", 7),
    "an account that is no more": None,
}


def whole(run, sha="a" * 40, words="The tests have passed."):
    """What is ours by all that stands in it."""
    return f"{Marker(key_of(NAME), sha, run)}\n{words}\n{CLOSING}\n"


def forged(run):
    """Bodies by the place where our lines stand in them; none is ours, whoever wrote it."""
    body = whole(run)
    marker, words, closing = body.splitlines()
    return {
        "first line alone": f"{marker}\n{words}",
        "first line, the last with words": f"{marker}\n{words}\n{closing} {words}",
        "first line, a line below the last": f"{body}\n*Posted by the checks.*",
        "first line with words, the last": f"{marker} {words}\n{closing}",
        "lines in the middle": f"{words}\n{body}{words}",
        "last lines": f"{words}\n{body}",
        "the last line alone": f"{words}\n{closing}",
        "marker last": f"{words}\n{marker}",
        "closing first, marker last": f"{closing}\n{words}\n{marker}",
        "in a code fence": f"```\n{body}```",
        "in a quote": "".join(f"> {line}\n" for line in body.splitlines()),
        "below a comment": f"<!-- the checks -->\n{body}",
        "below an empty line": f"\n{body}",
        "behind a blank": f" {body}",
        "behind a byte order mark": f"\ufeff{body}",
        "behind what is not seen": f"\u200b{body}",
        "behind another line end": f"{words}\u2028{body}",
        "twice": body + body,
        "a marker between": f"{marker}\n{words}\n{marker}\n{closing}",
        "of another version": body.replace(":v1", ":v2"),
        "a run beyond all numbers": whole("9" * 5000),
    }
