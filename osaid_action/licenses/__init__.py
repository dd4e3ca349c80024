# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What licenses let people do: our catalogue, SPDX's list, and expressions over both.

* License id and license expression: `Apache-2.0`, `MIT OR Apache-2.0`
  (https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/).
* Grant: what a license says to one of the four freedoms; terms: what a whole expression amounts to.
* OSI-approved: on the OSI's list (https://opensource.org/licenses).
* Basis and certainty: how our catalogue knows what it says of a license, and how well.
"""
