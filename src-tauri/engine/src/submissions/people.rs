//! Whose a row of a form is: by address, else by login, else by name, among those who applied for the role. Where two of these
//! are of different people, it is nobody's until somebody says whose: answers given to the wrong person are read as theirs.

use assay_domain::ids::{ApplicationId, CandidateId};
use assay_domain::submission::Entry;
use rusqlite::Connection;
use uuid::Uuid;

use crate::{Result, applications};

/// Somebody who applied for the role.
#[derive(Clone, Debug)]
pub(super) struct Applicant {
    pub candidate: CandidateId,
    pub application: ApplicationId,
    pub name: String,
    email: String,
    logins: Vec<String>,
}

/// Everybody who applied for the role; of several applications of one person those under way, else the newest, come first.
pub(super) fn applicants(conn: &Connection, role: Uuid) -> Result<Vec<Applicant>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT c.id, f.id, c.name, f.stage NOT IN ({}) AS active, c.email,
            (SELECT group_concat(a.login, char(10)) FROM account AS a
             JOIN candidate_account AS l ON l.account_id = a.id WHERE l.candidate_id = c.id)
         FROM application AS f JOIN candidate AS c ON c.id = f.candidate_id WHERE f.role_id = ?1
         ORDER BY active DESC, f.created_at DESC, f.id DESC",
        applications::ends_sql()
    ))?;
    let rows = statement.query_map([role], |row| {
        let logins: Option<String> = row.get(5)?;
        Ok(Applicant {
            candidate: CandidateId(row.get(0)?),
            application: ApplicationId(row.get(1)?),
            name: row.get(2)?,
            email: row.get(4)?,
            logins: logins.unwrap_or_default().lines().map(str::to_owned).collect(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whose the row is; or why that cannot be said, and whether it is that several could be meant.
pub(super) fn whose<'a>(
    entry: &Entry,
    all: &'a [Applicant],
) -> std::result::Result<&'a Applicant, (bool, String)> {
    let all_ways = [
        ("address", found(all, |one| same(&one.email, &entry.email))),
        ("login", found(all, |one| one.logins.iter().any(|login| same(login, &entry.login)))),
        ("name", found(all, |one| same(&one.name, &entry.name))),
    ];
    let mut ways = all_ways.into_iter().filter(|(_, meant)| !meant.is_empty());
    let Some((how, meant)) = ways.next() else {
        return Err((false, "nobody who applied for the role has this address, login or name".into()));
    };
    let apart = |(_, other): &(&str, Vec<&Applicant>)| {
        !other.iter().any(|one| meant.iter().any(|same| same.candidate == one.candidate))
    };
    if let Some((other, theirs)) = ways.find(apart) {
        return Err((
            true,
            format!(
                "its {how} is of {} and its {other} is of {}: put the row right, or add the answers by hand",
                names(&meant),
                names(&theirs)
            ),
        ));
    }
    let others = |one: &Applicant| {
        how == "name" && !entry.email.is_empty() && !one.email.is_empty() && !same(&one.email, &entry.email)
    };
    match meant[..] {
        [one] if others(one) => Err((
            true,
            format!("{} has another address here ({}): it may be a namesake", one.name, one.email),
        )),
        [one] => Ok(one),
        _ => Err((true, format!("{} people who applied have this {how}", meant.len()))),
    }
}

fn names(all: &[&Applicant]) -> String {
    all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(" or ")
}

/// One entry for each person: their first application, which is the one under way.
fn found(all: &[Applicant], is_meant: impl Fn(&Applicant) -> bool) -> Vec<&Applicant> {
    let mut meant: Vec<&Applicant> = Vec::new();
    for one in all.iter().filter(|one| is_meant(one)) {
        if !meant.iter().any(|other| other.candidate == one.candidate) {
            meant.push(one);
        }
    }
    meant
}

fn same(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    !other.trim().is_empty() && words(one) == words(other)
}
