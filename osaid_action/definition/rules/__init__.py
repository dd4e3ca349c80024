# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Every rule that a finding can speak by, each a typed constant beside those of its group.

* `form`: how a declaration is written. `components`: what has to be there, and how it can be got
  at. `terms`: what licenses grant. `evidence`: what the repository and the network show.
* `registry`: all of them by id, for whoever lists them. A finding's rule carries all that is said
  of it, so that a check needs no list.
* `examples`: for a rule, a declaration that is wrong and the same one mended.
"""
