# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a repository, and the network if asked, shows of what is declared.

* Observation: what was seen of one entry: verified, declared (nothing for or against it) or
  contradicted, with what was looked at.
* License file: a file by whose name a repository gives its terms (https://reuse.software/spec/).
* License metadata: other places that name a license, such as pyproject.toml
  (https://packaging.python.org/en/latest/specifications/pyproject-toml/), CITATION.cff
  (https://citation-file-format.github.io/) and model cards (https://huggingface.co/docs/hub/model-cards).
* Artifact: what is built, not written: weights, and the files beside them.
"""
