//! A record as a row of evidence: where it stands, what it is called, its text, and what lists sort and filter by.

use assay_domain::import::{AccountRef, Comment, CommentKind, PullState, Record, RepoRef, Repository, Seen};

use crate::Instant;

/// The columns of a record.
#[derive(Debug, Default)]
pub(super) struct EvidenceColumns<'a> {
    pub kind: &'static str,
    pub address: String,
    pub repo: Option<String>,
    pub title: String,
    pub body: String,
    pub at: Option<Instant>,
    pub author: Option<&'a AccountRef>,
    pub state: Option<String>,
    pub language: Option<String>,
    pub stars: Option<i64>,
    pub fork: Option<bool>,
    /// What it is the record of; empty where two such records are always two things.
    pub key: String,
    /// Whether it can be found by full text.
    pub searched: bool,
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or("").trim().chars().take(300).collect()
}

fn text(seen: &Seen<String>) -> String {
    seen.value().cloned().unwrap_or_default()
}

fn name(repo: Option<&RepoRef>) -> Option<String> {
    repo.map(RepoRef::full_name)
}

fn at(repo: Option<&RepoRef>, mark: &str, rest: &str) -> String {
    format!("{}{mark}{rest}", name(repo).unwrap_or_default())
}

/// About how many bytes a record takes in memory.
pub(super) fn weight(record: &Record) -> usize {
    let long = match record {
        Record::Readme { text, .. } => text.len(),
        Record::Tree { paths, .. } => paths.iter().map(|path| path.len() + 32).sum(),
        Record::Commit(commit) => {
            commit.message.len() + commit.files.iter().flatten().map(|file| file.len() + 32).sum::<usize>()
        }
        Record::PullRequest(pull) => pull.body.value().map_or(0, String::len),
        Record::Comment(comment) => comment.body.len() + comment.diff_hunk.as_ref().map_or(0, String::len),
        Record::Issue(issue) => issue.body.value().map_or(0, String::len),
        Record::Release(release) => release.body.value().map_or(0, String::len),
        _ => 0,
    };
    long + 512
}

/// The columns of a record.
pub(super) fn columns(record: &Record) -> EvidenceColumns<'_> {
    let mut columns = bare(record);
    if columns.key.is_empty()
        && !columns.address.is_empty()
        && !matches!(record, Record::Comment(_) | Record::Tree { .. })
    {
        columns.key = columns.address.clone();
    }
    columns
}

fn bare(record: &Record) -> EvidenceColumns<'_> {
    match record {
        Record::Subject(profile) => EvidenceColumns {
            kind: "profile",
            address: format!("{}/{}", profile.account.host, profile.account.login),
            title: text(&profile.name),
            body: [&profile.bio, &profile.company, &profile.location, &profile.blog].map(text).join("\n"),
            at: profile.updated_at.value().copied(),
            author: Some(&profile.account),
            searched: true,
            ..Default::default()
        },
        Record::Repository(repository) => repository_columns("repository", repository),
        Record::Starred(repository) => repository_columns("starred", repository),
        Record::Readme { repo, path, text } => EvidenceColumns {
            kind: "readme",
            address: at(repo.as_ref(), ":", path),
            repo: name(repo.as_ref()),
            title: path.clone(),
            body: text.clone(),
            searched: true,
            ..Default::default()
        },
        Record::Languages { repo, bytes } => EvidenceColumns {
            kind: "languages",
            address: at(repo.as_ref(), "", ""),
            repo: name(repo.as_ref()),
            title: "Languages".into(),
            body: bytes.iter().map(|(language, bytes)| format!("{language}: {bytes} bytes\n")).collect(),
            ..Default::default()
        },
        Record::Tree { repo, sha, paths, .. } => EvidenceColumns {
            kind: "tree",
            address: at(repo.as_ref(), "@", sha.as_deref().unwrap_or("")),
            repo: name(repo.as_ref()),
            title: "Files".into(),
            body: paths.join("\n"),
            ..Default::default()
        },
        Record::Tag { repo, name: tag, sha, at: when } => EvidenceColumns {
            kind: "tag",
            address: at(repo.as_ref(), "@", &format!("refs/tags/{tag}")),
            repo: name(repo.as_ref()),
            title: tag.clone(),
            body: sha.clone(),
            at: *when,
            ..Default::default()
        },
        Record::Gist { id, owner, description, files, created_at } => EvidenceColumns {
            kind: "gist",
            address: format!("gist:{id}"),
            title: text(description),
            body: files.join("\n"),
            at: *created_at,
            author: owner.as_ref(),
            ..Default::default()
        },
        Record::Account { account, relation, repo, count } => EvidenceColumns {
            kind: "account",
            repo: name(repo.as_ref()),
            title: format!("{relation:?}"),
            body: count.map(|count| format!("{count} contributions")).unwrap_or_default(),
            author: Some(account),
            ..Default::default()
        },
        Record::Nothing { of, repo } => EvidenceColumns {
            kind: "nothing",
            repo: name(repo.as_ref()),
            title: of.clone(),
            ..Default::default()
        },
        Record::Commit(_) | Record::PullRequest(_) | Record::Issue(_) | Record::Release(_) => work(record),
        Record::Comment(comment) => comment_columns(comment),
        Record::Event(event) => EvidenceColumns {
            kind: "event",
            address: format!("event:{}", event.id),
            repo: name(event.repo.as_ref()),
            title: event
                .action
                .as_ref()
                .map_or(event.kind.clone(), |action| format!("{} {action}", event.kind)),
            at: event.at,
            author: event.actor.as_ref(),
            ..Default::default()
        },
    }
}

fn work(record: &Record) -> EvidenceColumns<'_> {
    match record {
        Record::Commit(commit) => EvidenceColumns {
            kind: "commit",
            address: at(commit.repo.as_ref(), "@", &commit.sha),
            repo: name(commit.repo.as_ref()),
            title: first_line(&commit.message),
            body: commit.message.clone(),
            at: commit.authored_at,
            author: commit.author.as_ref(),
            searched: true,
            ..Default::default()
        },
        Record::PullRequest(pull) => EvidenceColumns {
            kind: "pull-request",
            address: at(Some(&pull.repo), "#", &pull.number.to_string()),
            repo: name(Some(&pull.repo)),
            title: pull.title.clone(),
            body: text(&pull.body),
            at: pull.created_at,
            author: pull.author.as_ref(),
            state: Some(
                match pull.state {
                    PullState::Open => "open",
                    PullState::Closed => "closed",
                    PullState::Merged => "merged",
                    PullState::ClosedUnknown => "closed-unknown",
                }
                .into(),
            ),
            searched: true,
            ..Default::default()
        },
        Record::Issue(issue) => EvidenceColumns {
            kind: "issue",
            address: at(Some(&issue.repo), "#", &issue.number.to_string()),
            repo: name(Some(&issue.repo)),
            title: issue.title.clone(),
            body: text(&issue.body),
            at: issue.created_at,
            author: issue.author.as_ref(),
            state: Some(if issue.open { "open" } else { "closed" }.into()),
            searched: true,
            ..Default::default()
        },
        Record::Release(release) => EvidenceColumns {
            kind: "release",
            address: at(release.repo.as_ref(), "@", &release.tag),
            repo: name(release.repo.as_ref()),
            title: release.name.value().cloned().unwrap_or_else(|| release.tag.clone()),
            body: text(&release.body),
            at: release.published_at,
            author: release.author.as_ref(),
            ..Default::default()
        },
        _ => EvidenceColumns::default(),
    }
}

fn repository_columns<'a>(kind: &'static str, repository: &'a Repository) -> EvidenceColumns<'a> {
    let full = format!("{}/{}", repository.owner.login, repository.name);
    let topics = repository.topics.value().map(|topics| topics.join(" ")).unwrap_or_default();
    EvidenceColumns {
        kind,
        address: full.clone(),
        title: full.clone(),
        repo: Some(full),
        body: format!("{}\n{topics}", text(&repository.description)).trim().to_string(),
        at: [&repository.pushed_at, &repository.updated_at, &repository.created_at]
            .into_iter()
            .find_map(|seen| seen.value().copied()),
        author: Some(&repository.owner),
        language: repository.language.value().cloned(),
        stars: repository.stars.value().and_then(|stars| i64::try_from(*stars).ok()),
        fork: repository.fork.value().copied(),
        searched: kind == "repository",
        ..Default::default()
    }
}

fn comment_columns(comment: &Comment) -> EvidenceColumns<'_> {
    let repo = comment.repo.as_ref();
    let number = comment.number.map(|number| number.to_string());
    let address = match (&comment.commit, &comment.path) {
        (Some(commit), Some(path)) => {
            let line = comment.line.map(|line| format!(":{line}")).unwrap_or_default();
            at(repo, "@", &format!("{commit}:{path}{line}"))
        }
        (Some(commit), None) if number.is_none() => at(repo, "@", commit),
        _ => at(repo, "#", number.as_deref().unwrap_or("")),
    };
    let sort = match comment.kind {
        CommentKind::Issue => "Comment",
        CommentKind::Review => "Review",
        CommentKind::ReviewLine => "Review comment",
        CommentKind::Commit => "Comment on a commit",
    };
    EvidenceColumns {
        kind: "comment",
        address,
        repo: name(repo),
        title: comment.path.as_ref().map_or(sort.to_string(), |path| format!("{sort} at {path}")),
        body: comment.body.clone(),
        at: comment.created_at,
        author: comment.author.as_ref(),
        state: comment.verdict.as_ref().map(|verdict| verdict.to_lowercase().replace('_', "-")),
        key: comment
            .id
            .map(|id| format!("{sort}:{}:{id}", name(repo).unwrap_or_default()))
            .unwrap_or_default(),
        ..Default::default()
    }
}
