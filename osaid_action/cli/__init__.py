# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The command `osaid`: what is typed, what is printed, the exit code.

One module a command; `main` chooses among them, `arguments` reads what was typed, `output` writes.
Exit codes: 0 fine, 1 invalid or a required freedom not met, 2 usage or a file that cannot be read,
3 a bug of ours.
"""
