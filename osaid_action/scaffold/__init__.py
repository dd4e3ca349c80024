# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What `osaid init` finds in a repository, and writes.

* Claim: what a rule of finding shows surely; it is written. Guess: what a rule finds less surely;
  it is written as a comment, to be confirmed.
* Survey: all that was found, by the key of the declaration it is for.
* Checkout: the files that are looked at, as git has them, and the address they come from.
"""
