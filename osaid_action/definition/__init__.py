# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""OSAID 1.0 as data: its requirements beside their words, the freedoms, and our rules.

The definition: https://opensource.org/ai/open-source-ai-definition (version 1.0, 28 October 2024).

* Requirement: a thing that the definition asks for, by its place in a declaration.
* Freedom: to use, study, modify and share; which of them need which requirement.
* Rule: what a finding speaks by; its id is never used again for something else.
"""
