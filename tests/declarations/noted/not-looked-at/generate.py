# SPDX-FileCopyrightText: 2026 The osaid-action authors
"""Runs the model."""
