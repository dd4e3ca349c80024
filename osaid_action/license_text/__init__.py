# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a text is that of a license, and nothing else.

* Template: a license's text with the places that may differ
  (https://spdx.github.io/spdx-spec/v2.3/license-template-syntax/).
* Matching guidelines: what does not count when two texts are compared
  (https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/).
* Copyright notice: a line that says who holds the rights, since when.
"""
