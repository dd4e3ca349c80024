# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where rules and requirements come from: sections of OSAID 1.0 and of other texts, with links.

The page of the definition has no anchors of its own: links carry the words to look for.
"""

from osaid_action.findings import Clause

DEFINITION = "https://opensource.org/ai/open-source-ai-definition"
FAQ_PAGE = "https://opensource.org/ai/faq"
_REPOSITORY = "https://github.com/osaid-action/osaid-action/blob/main"
SCHEMA_URL = (
    "https://raw.githubusercontent.com/osaid-action/osaid-action/main/schemas/"
    "open-ai-system-1.schema.json"
)
"""The published schema: its own `$id`, which editors look for in the first line of a file."""


def osaid(text: str, heading: str) -> Clause:
    """A clause of OSAID 1.0, with a link to the words of its heading."""
    return Clause(text, f"{DEFINITION}#:~:text={heading.replace(' ', '%20')}", heading)


def data_information(text: str) -> Clause:
    """What OSAID 1.0 says under Data Information."""
    return osaid(f"OSAID 1.0, Data Information{text}", "Data Information")


def code(text: str) -> Clause:
    """What OSAID 1.0 says under Code."""
    return osaid(f"OSAID 1.0, Code: {text}", "Code")


def faq(text: str) -> Clause:
    """What the OSI's FAQ on OSAID 1.0 says."""
    return Clause(f"OSI FAQ on OSAID 1.0: {text}", FAQ_PAGE)


TERMS = osaid(
    "OSAID 1.0: made available under terms, and in a way, that grant the four freedoms",
    "Open Source AI",
)
CODE_TERMS = code("under OSI-approved licenses")
NO_ASKING = osaid(
    "OSAID 1.0: to use the system for any purpose and without having to ask for permission",
    "Use the system for any purpose",
)
PART = osaid("OSAID 1.0: the same is asked of a system and of each of its parts", "Open Source AI")
FORMAT = Clause(
    "The published JSON Schema of OPEN_AI_SYSTEM.yaml",
    f"{_REPOSITORY}/schemas/open-ai-system-1.schema.json",
)
READING = Clause("How declarations are read: plain YAML that every reader reads alike")
EVIDENCE = Clause("Evidence: a declaration is a claim, and what it points to is looked at")

KEPT_BACK = "when it is said not to be released"
KEPT_IN_PART = "when it is said not to be released in part"
"""Its producer says so, and may have no choice: what cannot be published stays as it is told."""

THIRD_PARTY = "when a third party describes what others made"
THIRD_PARTY_SAYS_NO = f"{THIRD_PARTY}, and says that it is not released"
THIRD_PARTY_SHOWS_NO = f"{THIRD_PARTY}, and names the source that says it is not released"
"""A cause that many rules have a remedy of their own for: only the producer can release."""
