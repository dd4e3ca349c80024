# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The objects that GitHub's API answers with, made of what the double remembers.

Fields that a client may look at are set here; the rest of what the description requires is
filled in by ``Description.complete``, so that every answer is whole.
"""

import base64
from typing import Any
from urllib.parse import quote

from testing.github_double.api import state
from testing.github_double.api.gitstore import SUBMODULE, SYMLINK, Commit, Entry, blob_sha, changes
from testing.github_double.api.openapi import Description

Json = dict[str, Any]
_APP_IDS = {"github-actions": 15368, "dependabot": 29110}


class Answers:
    """Builds answers whose addresses start with ``base``, the way the client came in."""

    def __init__(self, description: Description, base: str) -> None:
        self._complete = description.complete
        self.base = base
        self.site = base.removesuffix("/api/v3")

    def user(self, actor: state.Actor) -> Json:
        url = f"{self.base}/users/{actor.login.replace('[', '%5B').replace(']', '%5D')}"
        page = f"apps/{actor.app}" if actor.app else actor.login
        known = {
            "login": actor.login,
            "id": actor.id,
            "type": actor.type,
            "gravatar_id": "",
            "url": url,
            "html_url": f"{self.site}/{page}",
        }
        return self._complete("simple-user", known | _node("U", actor.id))

    def current_user(self, actor: state.Actor) -> Json:
        return self._complete("public-user", self.user(actor) | {"user_view_type": "public"})

    def app(self, actor: state.Actor) -> Json | None:
        if not actor.app:
            return None
        number = _APP_IDS.get(actor.app, actor.id)
        known = {
            "id": number,
            "slug": actor.app,
            "name": actor.app.replace("-", " ").title(),
            "client_id": f"Iv1.{number:016x}",
            "owner": self.user(state.Actor("github", 9919)),
            "html_url": f"{self.site}/apps/{actor.app}",
            "url": f"{self.base}/apps/{actor.app}",
            "permissions": {"checks": "write", "contents": "read", "issues": "write"},
            "events": [],
        }
        return self._complete("nullable-integration", known | _node("A", number))

    def repository(self, repository: state.Repository, schema: str = "full-repository") -> Json:
        known = {
            "id": repository.id,
            "name": repository.name,
            "full_name": repository.full_name,
            "private": repository.private,
            "archived": repository.archived,
            "visibility": "private" if repository.private else "public",
            "fork": repository.parent is not None,
            "owner": self.user(_owner(repository)),
            "url": self._repo(repository),
            "html_url": f"{self.site}/{repository.full_name}",
            "default_branch": repository.default_branch,
            "permissions": {"admin": False, "push": False, "pull": True},
        }
        if repository.parent and schema == "full-repository":
            known["parent"] = self.repository(repository.parent, "repository")
            known["source"] = known["parent"]
        return self._complete(schema, known | _node("R", repository.id))

    def comment(self, repository: state.Repository, comment: state.Comment) -> Json:
        page = f"{self.site}/{repository.full_name}/pull/{comment.number}"
        author = comment.author
        known = {
            "id": comment.id,
            "user": self.user(author) if author else None,
            "body": comment.body,
            "url": f"{self._repo(repository)}/issues/comments/{comment.id}",
            "html_url": f"{page}#issuecomment-{comment.id}",
            "issue_url": f"{self._repo(repository)}/issues/{comment.number}",
            "author_association": "NONE" if author is None or author.app else "MEMBER",
            "created_at": comment.created_at,
            "updated_at": comment.updated_at,
            "performed_via_github_app": self.app(author) if author else None,
        }
        return self._complete("issue-comment", known | _node("IC", comment.id))

    def pull(self, pull: state.PullRequest, *, whole: bool) -> Json:
        repository, git = pull.repository, pull.repository.git
        url = f"{self._repo(repository)}/pulls/{pull.number}"
        known = {
            "id": 1_000_000 + pull.number,
            "number": pull.number,
            "state": pull.state,
            "title": pull.title,
            "body": None,
            "locked": pull.locked,
            "draft": False,
            "user": self.user(pull.author),
            "url": url,
            "html_url": f"{self.site}/{repository.full_name}/pull/{pull.number}",
            "comments_url": f"{self._repo(repository)}/issues/{pull.number}/comments",
            "issue_url": f"{self._repo(repository)}/issues/{pull.number}",
            "author_association": "CONTRIBUTOR",
            "created_at": pull.created_at,
            "updated_at": pull.created_at,
            "merge_commit_sha": pull.merge_sha,
            "head": self._side(pull.head_repository, pull.head_ref, pull.head_sha),
            "base": self._side(repository, pull.base_ref, pull.base_sha),
        }
        if whole:
            ahead = set(git.ancestors(pull.head_sha)) - set(git.ancestors(pull.base_sha))
            known |= {
                "merged": pull.merged,
                "mergeable": None if pull.state == "closed" else True,
                "mergeable_state": "clean",
                "comments": len(pull.comments),
                "commits": len(ahead),
                "changed_files": len(pull.changes),
            }
        schema = "pull-request" if whole else "pull-request-simple"
        return self._complete(schema, known | _node("PR", 1_000_000 + pull.number))

    def _side(self, repository: state.Repository, ref: str, sha: str) -> Json:
        return {
            "label": f"{repository.owner}:{ref}",
            "ref": ref,
            "sha": sha,
            "user": self.user(_owner(repository)),
            "repo": self.repository(repository, "repository"),
        }

    def check_run(self, repository: state.Repository, check: state.CheckRun) -> Json:
        url = f"{self._repo(repository)}/check-runs/{check.id}"
        output = check.fields.get("output", {})
        known = {
            "id": check.id,
            "name": check.fields["name"],
            "head_sha": check.fields["head_sha"],
            "status": check.status,
            "conclusion": check.fields.get("conclusion"),
            "external_id": check.fields.get("external_id", ""),
            "started_at": check.fields.get("started_at"),
            "completed_at": check.fields.get("completed_at"),
            "url": url,
            "html_url": f"{self.site}/{repository.full_name}/runs/{check.id}",
            # GitHub puts its own page here for checks of the workflow token, whatever was asked.
            "details_url": f"{self.site}/{repository.full_name}/runs/{check.id}",
            "check_suite": {"id": 4_000_000 + repository.id},
            "app": self.app(check.app),
            "pull_requests": [
                self._minimal_pull(pull)
                for pull in repository.pulls.values()
                if pull.head_sha == check.fields["head_sha"] and not pull.is_fork
            ],
            "output": {
                "title": output.get("title"),
                "summary": output.get("summary"),
                "text": output.get("text"),
                "annotations_count": len(check.annotations),
                "annotations_url": f"{url}/annotations",
            },
        }
        return self._complete("check-run", known | _node("CR", check.id))

    def annotation(self, repository: state.Repository, check: state.CheckRun, sent: Json) -> Json:
        blob = f"{self.site}/{repository.full_name}/blob/{check.fields['head_sha']}/{sent['path']}"
        blank = dict.fromkeys(("start_column", "end_column", "title", "raw_details"))
        return self._complete("check-annotation", blank | sent | {"blob_href": blob})

    def _minimal_pull(self, pull: state.PullRequest) -> Json:
        def side(repository: state.Repository, ref: str, sha: str) -> Json:
            known = {"id": repository.id, "name": repository.name, "url": self._repo(repository)}
            return {"ref": ref, "sha": sha, "repo": known}

        return {
            "id": 1_000_000 + pull.number,
            "number": pull.number,
            "url": f"{self._repo(pull.repository)}/pulls/{pull.number}",
            "head": side(pull.head_repository, pull.head_ref, pull.head_sha),
            "base": side(pull.repository, pull.base_ref, pull.base_sha),
        }

    def workflow_run(self, repository: state.Repository, run: state.WorkflowRun) -> Json:
        commit = repository.git.commits[run.head_sha]
        known = {
            "id": run.id,
            "name": "osaid",
            "event": run.event,
            "status": "completed",
            "conclusion": run.conclusion,
            "head_sha": run.head_sha,
            "head_branch": run.head_branch,
            "path": run.path,
            "run_number": 1,
            "run_attempt": run.attempt,
            "workflow_id": 77,
            "display_title": "A change",
            "url": f"{self._repo(repository)}/actions/runs/{run.id}",
            "html_url": f"{self.site}/{repository.full_name}/actions/runs/{run.id}",
            "actor": self.user(run.actor),
            "triggering_actor": self.user(run.actor),
            "pull_requests": [self._minimal_pull(pull) for pull in run.pulls],
            "repository": self.repository(repository, "minimal-repository"),
            "head_repository": self.repository(run.head_repository, "minimal-repository"),
            "head_commit": {
                "id": commit.sha,
                "tree_id": commit.tree,
                "message": commit.message,
                "timestamp": "2026-01-01T00:00:00Z",
                "author": {"name": "octocat", "email": "octocat@example.org"},
                "committer": {"name": "octocat", "email": "octocat@example.org"},
            },
        }
        return self._complete("workflow-run", known | _node("WFR", run.id))

    def content(self, repository: state.Repository, ref: str, path: str, entry: Entry) -> Json:
        """One file, link or submodule, as the contents API shows it by itself."""
        known = self.content_item(repository, ref, path, entry)
        if entry.mode == SYMLINK:
            known |= {"target": entry.data.decode()}
        elif entry.mode == SUBMODULE:
            known |= {"submodule_git_url": "https://git.example.org/submodule.git"}
        elif len(entry.data) > 1 << 20:
            known |= {"content": "", "encoding": "none"}
        else:
            known |= {"content": _base64(entry.data), "encoding": "base64"}
        return known

    def content_item(self, repository: state.Repository, ref: str, path: str, entry: Entry) -> Json:
        """One line of a folder's listing."""
        sha = entry.data.decode() if entry.mode == SUBMODULE else blob_sha(entry.data)
        return self._item(repository, ref, path, sha, _KINDS.get(entry.mode, "file"))

    def content_folder(self, repository: state.Repository, ref: str, path: str, sha: str) -> Json:
        """The line of a folder in its parent's listing."""
        return self._item(repository, ref, path, sha, "dir")

    def _item(self, repository: state.Repository, ref: str, path: str, sha: str, kind: str) -> Json:
        url = f"{self._repo(repository)}/contents/{path}?ref={ref}"
        page = f"{self.site}/{repository.full_name}/blob/{ref}/{path}"
        git = f"{self._repo(repository)}/git/{'trees' if kind == 'dir' else 'blobs'}/{sha}"
        return {
            "type": kind,
            "name": path.rpartition("/")[2],
            "path": path,
            "sha": sha,
            "size": len(repository.git.blobs.get(sha, b"")),
            "url": url,
            "html_url": page,
            "git_url": git,
            "download_url": None if kind == "dir" else f"{self.site}/raw/{ref}/{path}",
            "_links": {"self": url, "git": git, "html": page},
        }

    def blob(self, repository: state.Repository, sha: str) -> Json:
        data = repository.git.blobs[sha]
        return {
            "sha": sha,
            "node_id": f"B_{sha}",
            "size": len(data),
            "url": f"{self._repo(repository)}/git/blobs/{sha}",
            "content": _base64(data),
            "encoding": "base64",
        }

    def commit(self, repository: state.Repository, commit: Commit) -> Json:
        url = f"{self._repo(repository)}/commits/{commit.sha}"
        person = {"name": "octocat", "email": "octocat@example.org", "date": "2026-01-01T00:00:00Z"}
        known = {
            "sha": commit.sha,
            "node_id": f"C_{commit.sha}",
            "url": url,
            "html_url": f"{self.site}/{repository.full_name}/commit/{commit.sha}",
            "commit": {
                "message": commit.message,
                "author": person,
                "committer": person,
                "comment_count": 0,
                "tree": {
                    "sha": commit.tree,
                    "url": f"{self._repo(repository)}/git/trees/{commit.tree}",
                },
                "url": f"{self._repo(repository)}/git/commits/{commit.sha}",
            },
            "author": self.user(state.OCTOCAT),
            "committer": self.user(state.OCTOCAT),
            "parents": [{"sha": sha, "url": url} for sha in commit.parents],
        }
        return self._complete("commit", known)

    def change(self, repository: state.Repository, head: Commit, path: str, status: str) -> Json:
        """One changed file of a comparison, without a patch, as GitHub shows large ones."""
        entry = head.files.get(path)
        place = f"{head.sha}/{quote(path)}"
        known = {
            "filename": path,
            "status": status,
            "sha": blob_sha(entry.data) if entry else None,
            "blob_url": f"{self.site}/{repository.full_name}/blob/{place}",
            "raw_url": f"{self.site}/{repository.full_name}/raw/{place}",
            "contents_url": f"{self._repo(repository)}/contents/{quote(path)}?ref={head.sha}",
        }
        return self._complete("diff-entry", known)

    def comparison(self, repository: state.Repository, base: Commit, head: Commit) -> Json:
        git = repository.git
        merge_base = git.commits[git.merge_base(base.sha, head.sha)]
        ahead = [sha for sha in git.ancestors(head.sha) if sha not in set(git.ancestors(base.sha))]
        behind = set(git.ancestors(base.sha)) - set(git.ancestors(head.sha))
        known = {
            "url": f"{self._repo(repository)}/compare/{base.sha}...{head.sha}",
            "base_commit": self.commit(repository, base),
            "merge_base_commit": self.commit(repository, merge_base),
            "status": _STATUS[bool(ahead), bool(behind)],
            "ahead_by": len(ahead),
            "behind_by": len(behind),
            "total_commits": len(ahead),
            "commits": [self.commit(repository, git.commits[sha]) for sha in reversed(ahead)],
            "files": [
                self.change(repository, head, path, status)
                for path, status in changes(merge_base.files, head.files).items()
            ],
        }
        return self._complete("commit-comparison", known)

    def _repo(self, repository: state.Repository) -> str:
        return f"{self.base}/repos/{repository.full_name}"


_KINDS = {SYMLINK: "symlink", SUBMODULE: "submodule"}
_STATUS = {
    (False, False): "identical",
    (True, False): "ahead",
    (False, True): "behind",
    (True, True): "diverged",
}


def _owner(repository: state.Repository) -> state.Actor:
    return state.Actor(repository.owner, 1000 + sum(repository.owner.encode()))


def _node(kind: str, number: int) -> Json:
    return {"node_id": f"{kind}_kwDO{number:08x}"}


def _base64(data: bytes) -> str:
    # GitHub breaks the lines, as base64.encodebytes does; clients must cope.
    return base64.encodebytes(data).decode()
