# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Bytes → Declaration, or in plain words why they are none.

* YAML: the core schema of version 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema).
* JSON Schema: which keys and values a declaration has
  (https://json-schema.org/draft/2020-12/json-schema-core).
* Semantics: what a schema cannot say, such as whether a license expression is one.
* Loader: the plain values of a valid file → Declaration.
"""
