//! The archives of captures in the app's own folder: their names, and what goes with a candidate who is erased.

use std::path::{Path, PathBuf};

use assay_engine::accounts::Account;
use assay_github::capture;
use chrono::Utc;

const ENDING: &str = ".tar.zst";

/// What archives of an account begin with.
fn stem(login: &str, host: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') { c } else { '_' };
    let part = |text: &str| text.to_ascii_lowercase().chars().map(plain).collect::<String>();
    format!("{}@{}-", part(login), part(host))
}

/// A name that no archive has yet.
pub(super) fn new_out(folder: &Path, login: &str, host: &str) -> PathBuf {
    let stem = format!("{}{}", stem(login, host), Utc::now().format("%Y-%m-%d"));
    let name = |number: u32| match number {
        1 => folder.join(format!("{stem}{ENDING}")),
        more => folder.join(format!("{stem}-{more}{ENDING}")),
    };
    (1..).map(name).find(|path| !path.exists()).unwrap_or_else(|| name(1))
}

/// The last archive of the account that was kept.
pub(super) fn newest(folder: &Path, login: &str, host: &str) -> Option<PathBuf> {
    archives(folder, login, host).into_iter().max()
}

fn archives(folder: &Path, login: &str, host: &str) -> Vec<PathBuf> {
    let begins = stem(login, host);
    let is_one = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with(&begins) && name.ends_with(ENDING)
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(is_one).collect()
}

/// Takes away every capture of the accounts, finished or not (law 8); gives what could not be taken away.
pub fn erase(folder: &Path, accounts: &[Account]) -> Vec<PathBuf> {
    let mut left = Vec::new();
    for account in accounts {
        for login in account.former_logins.iter().chain([&account.login]) {
            let gone = |path: &PathBuf| std::fs::remove_file(path).is_err();
            left.extend(archives(folder, login, &account.host).into_iter().filter(gone));
            let unfinished = capture::unfinished(folder).into_iter();
            let own =
                unfinished.filter(|one| one.host == account.host && one.login.eq_ignore_ascii_case(login));
            left.extend(own.map(|one| one.out).filter(|out| capture::discard(out).is_err()));
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use assay_domain::ids::AccountId;
    use assay_domain::import::AccountKind;

    use super::*;

    #[test]
    fn archives_are_named_after_account_and_day_and_never_twice() {
        let home = tempfile::tempdir().unwrap();
        let first = new_out(home.path(), "Ada-Fixture", "git.example:8443");
        assert!(first.to_string_lossy().contains("ada-fixture@git.example_8443-"), "{first:?}");
        std::fs::write(&first, "").unwrap();
        let second = new_out(home.path(), "ada-fixture", "git.example:8443");
        assert_ne!(first, second);
        std::fs::write(home.path().join("ada-fixture-two@git.example_8443-2026-01-01.tar.zst"), "").unwrap();
        assert_eq!(newest(home.path(), "ada-fixture", "git.example:8443"), Some(first));
        assert_eq!(newest(home.path(), "ada", "git.example:8443"), None);
    }

    #[test]
    fn the_captures_of_an_erased_candidate_go_and_those_of_others_stay() {
        let home = tempfile::tempdir().unwrap();
        let (own, former) = (
            new_out(home.path(), "ada-fixture", "github.com"),
            new_out(home.path(), "ada-old", "github.com"),
        );
        let other = new_out(home.path(), "ada-fixture-two", "github.com");
        for path in [&own, &former, &other] {
            std::fs::write(path, "").unwrap();
        }
        let unfinished = home.path().join("ada-fixture@github.com-2026-01-01.tar.zst.unfinished");
        std::fs::create_dir(&unfinished).unwrap();
        let about =
            r#"{"login":"Ada-Fixture","host":"github.com","api":"https://api.github.com","depth":"full"}"#;
        std::fs::write(unfinished.join("about.json"), about).unwrap();
        let account = Account {
            id: AccountId(uuid::Uuid::nil()),
            host: "github.com".into(),
            github_id: None,
            login: "ada-fixture".into(),
            former_logins: vec!["ada-old".into()],
            kind: AccountKind::User,
            joined_to: None,
            candidate_id: None,
            linked_by_hand: false,
        };
        assert!(erase(home.path(), &[account]).is_empty());
        assert_eq!(
            [own.exists(), former.exists(), unfinished.exists(), other.exists()],
            [false, false, false, true]
        );
    }
}
