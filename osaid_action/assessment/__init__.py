# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Declaration + evidence → Report: which of the four freedoms hold, and why.

* Freedom: to use, study, modify and share; requirement: what OSAID asks for, component by component
  (https://opensource.org/ai/open-source-ai-definition).
* Outcome: met, unmet, or undecided where what is known does not tell.
* Effective terms: the license that applies to a part, its own or the default of the declaration.
* Lineage: the models that a system is built on; it inherits no more freedom than they have.
* Label: the rung of a ladder from `closed` to `open-source-ai-with-open-data`.
"""
