# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Check a declaration of an AI system against the Open Source AI Definition 1.0."""

__version__ = "0.1.0"
