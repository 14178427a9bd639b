//! A user, an organisation, or whoever owns repositories, with what was asked for of theirs.

use assay_domain::import::{AccountRef, Profile, Record, Relation, Seen};

use super::{items, repository, thread};
use crate::account::{kind, login_only};
use crate::json::{
    Fields, Object, either, has, has_any, number, object, seen, seen_bool, seen_number, seen_text, seen_time,
    text, time,
};
use crate::read::{Out, Verdict};
use crate::shape::gh_repo_list;
use crate::url::{self, GITHUB};

const FIELDS: Fields = Fields {
    numbers: &["databaseId"],
    times: &["createdAt", "updatedAt"],
    texts: &["name", "bio", "company", "location", "email", "websiteUrl"],
};

/// Reads a person and everything below.
pub(super) fn read(root: &Object, out: &mut Out<'_>) {
    let Some(login) = text(root, "login").filter(|login| !login.is_empty()) else {
        return out.note(Verdict::skip("a person without a login"));
    };
    let address = text(root, "url").and_then(url::parse);
    let host = address.map_or_else(|| GITHUB.to_owned(), |address| address.host);
    if has_any(root, &["databaseId", "createdAt", "bio", "name"]) {
        out.unread(root, &FIELDS);
        out.push(Record::Subject(Box::new(profile(root, account(root, login, &host)))));
    }
    let pinned: Option<Vec<&str>> = object(root, "pinnedItems").map(|_| {
        items(root, "pinnedItems").into_iter().filter_map(|node| text(node, "nameWithOwner")).collect()
    });
    for key in ["repositories", "repositoriesContributedTo", "topRepositories"] {
        items(root, key).into_iter().for_each(|node| repository::read(node, pinned.as_deref(), out));
    }
    for node in items(root, "starredRepositories") {
        if let Some(reference) = gh_repo_list::reference(node) {
            out.unread(node, &gh_repo_list::FIELDS);
            out.push(Record::Starred(Box::new(gh_repo_list::repository(node, reference))));
        }
    }
    items(root, "pullRequests").into_iter().for_each(|node| thread::pull(node, None, out));
    items(root, "issues").into_iter().for_each(|node| thread::issue(node, None, out));
    for node in items(root, "issueComments") {
        thread::comment(node, &thread::Thread::of_comment(node), out);
    }
    others(root, &host, out);
    gists(root, &account(root, login, &host), out);
}

/// Accounts that were asked for beside the person.
fn others(root: &Object, host: &str, out: &mut Out<'_>) {
    let relations = [
        ("followers", Relation::Follower),
        ("following", Relation::Following),
        ("organizations", Relation::Organization),
    ];
    for (key, relation) in relations {
        for node in items(root, key) {
            let Some(login) = text(node, "login") else { continue };
            let mut account = account(node, login, host);
            if relation == Relation::Organization {
                account.kind = kind(Some("Organization"), login);
            }
            out.push(Record::Account { account, relation, repo: None, count: None });
        }
    }
}

fn gists(root: &Object, owner: &AccountRef, out: &mut Out<'_>) {
    for node in items(root, "gists") {
        // The name of a gist is the id that its address carries.
        let Some(id) = text(node, "name") else { continue };
        let files = items(node, "files").into_iter().filter_map(|file| text(file, "name").map(str::to_owned));
        out.push(Record::Gist {
            id: id.to_owned(),
            owner: Some(owner.clone()),
            description: seen_text(node, "description"),
            files: files.collect(),
            created_at: time(node, "createdAt"),
        });
    }
}

fn account(root: &Object, login: &str, host: &str) -> AccountRef {
    let named = text(root, "__typename").or(has(root, &["isHireable"]).then_some("User"));
    AccountRef {
        id: crate::account::id(root, "databaseId"),
        kind: kind(named, login),
        ..login_only(login, host)
    }
}

fn profile(root: &Object, account: AccountRef) -> Profile {
    let total = |key| seen(root, key, |value| number(value.as_object()?, "totalCount"));
    Profile {
        kind: account.kind,
        account,
        name: seen_text(root, "name"),
        bio: either(seen_text(root, "bio"), seen_text(root, "description")),
        company: seen_text(root, "company"),
        location: seen_text(root, "location"),
        email: seen_text(root, "email"),
        blog: seen_text(root, "websiteUrl"),
        hireable: seen_bool(root, "isHireable"),
        // The connection may be narrowed (no forks, public only), so its count is not GitHub's count.
        public_repos: Seen::Absent,
        followers: either(total("followers"), seen_number(root, "followersCount")),
        following: total("following"),
        created_at: seen_time(root, "createdAt"),
        updated_at: seen_time(root, "updatedAt"),
        suspended: Seen::Absent,
    }
}
