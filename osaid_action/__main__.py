# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`python -m osaid_action`: the command, for where no script is on the path."""

from osaid_action.cli.entry import run

if __name__ == "__main__":
    run()
