# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → text in its several forms; computes nothing about a declaration.

* Finding: a rule that speaks, with its place, its reason and a remedy.
* Annotation: a finding that GitHub shows at a line of a file
  (https://docs.github.com/en/rest/checks/runs).
* Badge: the small picture of a README, drawn here or by https://shields.io.
* Escaping: what an author wrote is shown as it is, wherever it goes, and commands nothing there.
"""
