# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Questions to servers that strangers have named, within bounds.

* URL policy: which addresses may be asked at all; the danger is server-side request forgery
  (https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
* Transport: one request and its answer over TLS (https://www.rfc-editor.org/rfc/rfc9112).
* Fetcher: many questions, each asked once, with limits on time, size and redirects.
"""
