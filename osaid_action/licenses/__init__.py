# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a license lets people do: our catalogue, SPDX's list, and expressions over both."""

from osaid_action.licenses.catalogue import all_licenses, find, spdx_list_version
from osaid_action.licenses.grants import ASSERTED_FREE, NO_LICENSE, Grant, License, Terms
from osaid_action.licenses.spelling import nearest
from osaid_action.licenses.terms import ExpressionError, terms

__all__ = [
    "ASSERTED_FREE",
    "NO_LICENSE",
    "ExpressionError",
    "Grant",
    "License",
    "Terms",
    "all_licenses",
    "find",
    "nearest",
    "spdx_list_version",
    "terms",
]
