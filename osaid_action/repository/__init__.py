# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository as a tree of files: on disk, or in git's objects.

* Tree: names, files, links and submodules below one top, as git has them
  (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects).
* Working tree: the files on disk; a revision: the files of a commit
  (https://git-scm.com/docs/gitglossary).
* Root: the folder of a tree from which the paths of a declaration begin.
* Discovery: which files of a tree are declarations.
"""
