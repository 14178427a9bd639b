//! Law 8: erased means gone, to the last byte of the folder.
//!
//! The workspace is written without encryption (SQLCipher without a key writes SQLite's plain format): encryption would
//! hide what is left. Words that occur nowhere else stand in everything that is said about one candidate, and the
//! candidate's name, login and address in what is said about another.
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

#[path = "erasure/machine_words.rs"]
mod machine_words;
#[path = "erasure/process.rs"]
mod process;

#[path = "erasure/taken_back.rs"]
mod taken_back;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use assay_domain::candidate::CandidateInput;
use assay_domain::ids::CandidateId;
use assay_engine::candidates::{self, CandidateDetail};
use assay_engine::store::testing;
use assay_engine::{debriefs, erasure, search};
use assay_tests::journey::commands::every_candidate;
use assay_tests::journey::snapshots::{Login, Work, import, write_folder};
use assay_tests::journey::{World, at, new_candidate, provenance};
use serde_json::json;

const NAME: &str = "Zqxname Fixture";
/// As they were called before.
const EARLIER: &str = "Zqearlier Fixture";
const EMAIL: &str = "zqxmail@fixture.example";
const GONE: Login<'_> = Login { login: "zqxlogin-fixture", id: 987_654_321 };
const STAYS: Login<'_> = Login { login: "finn-fixture", id: 900_000_201 };

/// What must be nowhere afterwards. The first three, and the earlier name, are how others name the candidate.
const MARKS: &[&str] = &[
    "zqxname",
    "zqxlogin",
    "zqxmail",
    "zqlocation",
    "zqheadline",
    "zqnotes",
    "zqpermission",
    "zqbefore",
    "zqearlier",
    "zqbio",
    "zqreadme",
    "zqmessage",
    "zqbody",
    "zqmovereason",
    "zqcancelreason",
    "zqrated",
    "zqamended",
    "zqmisread",
    "zqroom",
    "zqdraft",
    "zqquote",
    "zqaddress",
    "zqdecided",
    "zqcontext",
    "zqoption",
    "zqbecause",
    "zqthree",
    "zqsix",
    "zqunknown",
    "zqquestion",
    "zqtakenback",
    "zqtwice",
    "zqanswer",
    "zqgoal",
    "zqoutcome",
    "zqgroup",
    "zqhanded",
    "zqasked",
    "zqtaken",
    "zqfile",
    "zqremoved",
];

fn work_of_the_erased() -> Work<'static> {
    Work {
        owner: GONE,
        name: NAME,
        bio: "A zqbio of queues.",
        readme: "# Kettle\n\nzqreadme boils.",
        author: GONE,
        message: "zqmessage: mend the lid",
        body: "zqbody leaked.",
    }
}

/// The other one's snapshot names the erased in every way that it can.
fn work_of_the_other() -> Work<'static> {
    Work {
        owner: STAYS,
        name: "Finn Fixture",
        bio: "Works with @zqxlogin-fixture on ledgers.",
        readme: "# Ledger\n\nThanks to Zqxname Fixture (@zqxlogin-fixture) for the evergreen idea.",
        author: GONE,
        message: "Merge https://github.com/zqxlogin-fixture/kettle",
        body: "Review by zqxlogin-fixture and ZQXNAME FIXTURE (once Zqearlier Fixture), zqxmail@fixture.example, said fine.",
    }
}

/// A workspace full of marks, and a backup of it. Gives the erased and the other candidate.
fn marked() -> (World, CandidateId, CandidateId) {
    let world = World::plain();
    let input = CandidateInput {
        name: NAME.into(),
        email: EMAIL.into(),
        location: "zqlocation".into(),
        headline: "zqheadline".into(),
        notes: "zqnotes".into(),
        provenance: provenance("zqpermission"),
    };
    let earlier = CandidateInput { name: EARLIER.into(), notes: "zqbefore".into(), ..input.clone() };
    let gone = world.candidate(earlier);
    candidates::update(&world.store, world.owner, at(3), gone, input).unwrap();
    let folder = world.beside().join("from zqxlogin-fixture");
    write_folder(&folder, &work_of_the_erased());
    import(&world, world.owner, at(4), &folder, "Zqxname Fixture said yes", Some(gone));
    let other = world.beside().join("other");
    write_folder(&other, &work_of_the_other());
    let report = import(&world, world.owner, at(4), &other, "sent on by Zqxname Fixture", None);
    assert_eq!(report.totals.refused, 0, "{report:?}");
    let page = candidates::list(&world.store, world.owner, &every_candidate("Finn")).unwrap();
    let stays = page.rows[0].id;
    process::process(&world, gone, stays);
    world.store.backup(|| at(8)).unwrap();
    (world, gone, stays)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found
}

/// The forms in which a word may stand in a file, in lower case.
fn forms(mark: &str) -> [Vec<u8>; 3] {
    let wide = |bytes: fn(u16) -> [u8; 2]| mark.encode_utf16().flat_map(bytes).collect();
    [mark.as_bytes().to_vec(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)]
}

fn holds(content: &[u8], bytes: &[u8]) -> bool {
    content.windows(bytes.len()).any(|window| window == bytes)
}

/// Each mark with the file that holds it. Case does not matter; the account's number counts as text and as SQLite stores it.
fn left(folder: &Path) -> BTreeSet<(String, PathBuf)> {
    let mut left = BTreeSet::new();
    for path in files(folder) {
        let mut content = std::fs::read(&path).unwrap();
        if holds(&content, &(GONE.id as u32).to_be_bytes()) {
            left.insert(("the account's number".to_owned(), path.clone()));
        }
        content.make_ascii_lowercase();
        let number = GONE.id.to_string();
        for mark in MARKS.iter().copied().chain([number.as_str()]) {
            if forms(mark).iter().any(|form| holds(&content, form)) {
                left.insert((mark.to_owned(), path.clone()));
            }
        }
    }
    left
}

/// Tables and columns whose text holds the word; for the reader of a failure.
fn places(world: &World, word: &str) -> Vec<String> {
    let sql = "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
        WHERE t.type = 'table' AND t.name NOT LIKE 'search_%'";
    let mut places = testing::rows(&world.store, sql).unwrap();
    places.retain(|row| {
        let sql = format!("SELECT 1 FROM {} WHERE instr(lower({}), '{word}') LIMIT 1", row[0], row[1]);
        !testing::rows(&world.store, &sql).unwrap().is_empty()
    });
    places.iter().map(|row| row.join(".")).collect()
}

fn show(world: &World, id: CandidateId) -> CandidateDetail {
    candidates::show(&world.store, world.owner, at(30), id).unwrap()
}

#[test]
fn no_byte_of_an_erased_candidate_stays() {
    let (world, gone, stays) = marked();
    let before = left(&world.folder);
    for mark in MARKS.iter().copied().chain(["the account's number"]) {
        assert!(
            before.iter().any(|(found, _)| found == mark),
            "{mark} was never written: this proof proves nothing"
        );
    }
    let backups = world.store.backups().unwrap();
    for mark in ["zqxname", "zqrated", "zqreadme"] {
        assert!(before.contains(&(mark.to_owned(), backups[0].clone())), "{mark} stands in the backup");
    }
    let reason =
        "Zqxname Fixture (zqxmail@fixture.example) asked for it, so ZQXNAME's wish, and zqxnames too";
    let receipt =
        erasure::erase(&world.store, world.owner, at(20), gone, &erasure::ErasureInput::because(reason))
            .unwrap()
            .value;
    assert_eq!(left(&world.folder), BTreeSet::new(), "{:?}", places(&world, &GONE.id.to_string()));
    let text = serde_json::to_string(&receipt).unwrap().to_lowercase();
    assert!(MARKS.iter().all(|mark| !text.contains(mark)), "the receipt names nobody: {text}");
    assert!(text.contains("asked for it") && receipt.backups_replaced == 1, "{text}");
    let report = world.store.verify().unwrap();
    assert!(report.ok, "{report:?}");
    assert_eq!(world.store.backups().unwrap().len(), 1, "there is a backup without them");
    the_other_is_complete(&world, stays);
    let world = world.restarted();
    assert_eq!(left(&world.folder), BTreeSet::new(), "nor after a restart");
    assert!(world.store.verify().unwrap().ok);
}

fn the_other_is_complete(world: &World, stays: CandidateId) {
    let detail = show(world, stays);
    assert_eq!(
        (detail.name.as_str(), detail.snapshots.len(), detail.decisions.len()),
        ("Finn Fixture", 1, 1)
    );
    let decision = &detail.decisions[0];
    assert!(decision.reason.contains("by a little"), "{decision:?}");
    assert!(decision.record.context.starts_with("Not told apart from"), "{decision:?}");
    let explained =
        debriefs::explain(&world.store, world.owner, at(30), detail.applications[0].id, None).unwrap();
    assert!(explained.score.is_some() && explained.parts[0].scorecards[0].summary.contains("evergreen"));
    let hits = search::all(&world.store, world.owner, chrono::Utc::now(), "evergreen").unwrap();
    assert!(hits.len() >= 3, "README, submission and scorecard are still found: {hits:?}");
    let counts = detail.snapshots[0].counts;
    assert_eq!((counts.repositories, counts.readmes, counts.commits, counts.pull_requests), (1, 1, 1, 1));
}

#[test]
fn of_the_addresses_in_commits_only_a_digest_is_ever_written() {
    let world = World::plain();
    let person = |who: &str| json!({"name": format!("{who} Fixture"), "email": format!("{who}@fixture.example"), "date": "2025-05-25T10:14:34Z"});
    let commits = json!([{
        "sha": "ab".repeat(20), "url": format!("https://api.github.com/repos/acme-fixture/kettle/commits/{}", "ab".repeat(20)),
        "author": null, "committer": null, "parents": [],
        "commit": {"author": person("zqauthor"), "committer": person("zqcommitter"),
            "message": "zqmessage\n\nCo-authored-by: Zqhelper Fixture <zqhelper@fixture.example>"},
    }]);
    let folder = world.beside().join("kettle");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("commits.json"), commits.to_string()).unwrap();
    let report = import(&world, world.owner, at(4), &folder, "said so", None);
    assert_eq!((report.totals.imported, report.totals.snapshots), (1, 1), "{report:?}");
    let anywhere = |word: &str| {
        files(&world.folder).iter().any(|path| {
            let mut content = std::fs::read(path).unwrap();
            content.make_ascii_lowercase();
            forms(word).iter().any(|form| holds(&content, form))
        })
    };
    assert!(anywhere("zqmessage"), "or this proof proves nothing");
    for word in ["zqauthor", "zqcommitter", "zqhelper"] {
        assert!(!anywhere(word), "{word}: {:?}", places(&world, word));
    }
    let digests = "SELECT length(author_digest) FROM evidence WHERE kind = 'commit'";
    assert_eq!(testing::rows(&world.store, digests).unwrap(), [["32"]]);
}

#[test]
fn an_erased_name_is_no_obstacle_to_the_next_one() {
    let (world, gone, _) = marked();
    erasure::erase(&world.store, world.owner, at(20), gone, &erasure::ErasureInput::because("")).unwrap();
    world.candidate(new_candidate(NAME));
    let folder = world.beside().join("from zqxlogin-fixture");
    let report = import(&world, world.owner, at(21), &folder, "asked anew", None);
    assert_eq!(report.totals.snapshots, 1, "the same files come in again: {report:?}");
    assert!(world.store.verify().unwrap().ok);
}

/// Text columns that redaction passes by, each with the reason.
const ARGUED: &[(&str, &str)] = &[
    ("workspace.*", "the workspace's own name and dates"),
    ("person.*", "colleagues, who are no candidates"),
    ("journal.*", "dates, operations and nouns of the program"),
    ("journal_payload.payload", "removed whole where it names the candidate"),
    ("receipt.*", "redacted before it is written"),
    ("rubric.*", "rubrics are files for everybody"),
    ("kit.*", "kits are files for everybody"),
    ("kit_file.*", "kits are files for everybody"),
    ("*.kit_id", "a kit's id"),
    ("*.at", "a date"),
    ("*.created_at", "a date"),
    ("*.added_at", "a date"),
    ("*.until", "a date"),
    ("*.given_on", "a date"),
    ("*.since", "a date"),
    ("*.seen_at", "a date"),
    ("*.taken_at", "a date"),
    ("*.imported_at", "a date"),
    ("*.assigned_at", "a date"),
    ("*.saved_at", "a date"),
    ("*.submitted_at", "a date"),
    ("debrief.opened_at", "a date"),
    ("open_question.asked_at", "a date"),
    ("open_question.closed_at", "a date"),
    ("*.first_at", "a date"),
    ("*.begun_at", "a date"),
    ("*.removed_at", "a date"),
    ("submission.origin", "a word of the program"),
    ("submission_part.question", "the id of a kit's question"),
    ("*.done_at", "a date"),
    ("voluntary_group.*", "the erased one's rows go; the others name nobody"),
    ("voluntary_sum.*", "sums over five people or more"),
    ("voluntary_counted.category", "what many were asked"),
    ("*.starts_local", "a date"),
    ("*.zone", "a zone's name"),
    ("*.kind", "a word of the program"),
    ("name_seen.why", "a word of the program"),
    ("*.state", "a word of the program"),
    ("*.stage", "a word of the program"),
    ("*.from_stage", "a word of the program"),
    ("*.to_stage", "a word of the program"),
    ("*.source", "a word of the program"),
    ("*.basis", "a word of the program"),
    ("*.outcome", "a word of the program"),
    ("*.shape", "a word of the program"),
    ("*.noun", "a word of the program"),
    ("*.recommendation", "a word of the program"),
    ("*.seniority", "a word of the program"),
    ("*.specialisation", "a word of the program"),
    ("*.rubric_id", "a rubric's id"),
    ("*.criterion", "a rubric's id"),
    ("stage_move.why", "a word of the program"),
    ("room_entry.event", "a word of the program"),
    ("room_entry.subject", "a kit's id"),
    ("red_flag.flag", "a rubric's id"),
    ("red_flag.title", "a rubric's words"),
    ("fact.fact", "a fact's id"),
    ("fact.evidence", "ids"),
    ("plan_assessment.mapping", "slugs"),
    ("decision.rests_on", "ids"),
    ("snapshot.counts", "counts"),
    ("import_run.totals", "counts"),
    ("*.language", "a programming language"),
    ("candidate.name", "the erased one's row goes; a namesake keeps their name"),
    ("candidate.email", "the erased one's row goes"),
    ("account.host", "a machine's name"),
    ("chosen_repository.host", "a machine's name"),
    ("*.chosen_at", "a date"),
    ("account.login", "the erased one's row goes or loses its login"),
    ("account_login.login", "the erased one's rows go"),
];

fn argued(table: &str, column: &str) -> bool {
    let forms = [format!("{table}.{column}"), format!("{table}.*"), format!("*.{column}")];
    ARGUED.iter().any(|(name, _)| forms.iter().any(|form| form == name))
}

#[test]
fn every_text_column_is_redacted_or_argued() {
    let world = World::plain();
    let sql = "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'search\\_%' ESCAPE '\\'
          AND c.type NOT IN ('INTEGER', 'REAL', 'BLOB')
        UNION ALL SELECT 'search_row', name FROM pragma_table_info('search_row') WHERE type = 'TEXT'";
    let columns = testing::rows(&world.store, sql).unwrap();
    assert!(columns.len() > 80, "the schema is read wrongly: {columns:?}");
    let redacted = erasure::redacted_columns();
    let forgotten: Vec<String> = columns
        .iter()
        .filter(|row| !redacted.contains(&(row[0].as_str(), row[1].as_str())) && !argued(&row[0], &row[1]))
        .map(|row| row.join("."))
        .collect();
    assert!(forgotten.is_empty(), "erasure (engine/src/erasure/redact.rs) passes them by: {forgotten:?}");
}
