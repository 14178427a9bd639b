use assay_domain::decision::{DecisionKind, DecisionRecord};

use super::{Wait, WaitKind, today};
use crate::bench::{Bench, at};
use crate::decisions::{self, DecisionInput};
use crate::interviews::InterviewTime;
use crate::{interviews, scorecards};

#[test]
fn it_says_what_waits_for_whom() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let mine = bench.assign(eda, 0, bench.bo);
    let theirs = bench.assign(eda, 1, bench.cy);
    let now = today(&bench.store, bench.bo, at(5)).unwrap();
    let id = |list: &[interviews::Interview]| list.iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!((id(&now.to_score), id(&now.waiting)), (vec![mine.id], vec![theirs.id]));
    assert!(now.to_decide.is_empty(), "scorecards are still to come");
    scorecards::submit(&bench.store, bench.bo, at(6), mine.id, bench.card(0, 4)).unwrap();
    scorecards::submit(&bench.store, bench.cy, at(7), theirs.id, bench.card(1, 4)).unwrap();
    let waiting = || today(&bench.store, bench.owner, at(9)).unwrap().to_decide;
    assert_eq!(waiting().iter().map(|one| one.id).collect::<Vec<_>>(), [eda]);
    let hold = DecisionInput {
        application_id: eda,
        kind: DecisionKind::Hold,
        reason: "One more talk.".into(),
        scorecard_ids: vec![],
        record: DecisionRecord::default(),
    };
    decisions::make(&bench.store, bench.owner, at(8), &hold).unwrap();
    assert!(waiting().is_empty(), "decided on what is in");
    let more = bench.assign(eda, 0, bench.cy);
    scorecards::submit(&bench.store, bench.cy, at(9), more.id, bench.card(0, 4)).unwrap();
    assert_eq!(waiting().len(), 1, "there is something new");
}

#[test]
fn it_says_whose_time_ends() {
    let bench = Bench::new();
    for (name, until) in
        [("Eda Fixture", "2026-03-20"), ("Finn Fixture", "2026-09-20"), ("Gil Fixture", "2026-02-20")]
    {
        bench.application(name);
        bench
            .store
            .scratch(|tx| Ok(tx.execute("UPDATE candidate SET until = ?2 WHERE name = ?1", [name, until])?))
            .unwrap();
    }
    let due = today(&bench.store, bench.owner, at(5)).unwrap().due;
    let told: Vec<_> = due.iter().map(|one| (one.who.name.as_str(), one.on.to_string())).collect();
    assert_eq!(told, [("Gil Fixture", "2026-02-20".to_owned()), ("Eda Fixture", "2026-03-20".to_owned())]);
}

/// For what, who is to act, and since which minute.
fn told(wait: &Wait) -> (WaitKind, &str, i64) {
    (wait.kind, wait.person_name.as_str(), (wait.since - at(0)).num_minutes())
}

#[test]
fn it_says_who_waits_for_whom_and_since_when() {
    const DAY: i64 = 24 * 60;
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let waits = |minute| today(&bench.store, bench.owner, at(minute)).unwrap().waits;
    assert_eq!(waits(5).iter().map(told).collect::<Vec<_>>(), [(WaitKind::NextStep, "", 3)]);
    // A code review is marked in one's own time: its scorecard is owed; a conversation on design needs a time.
    let review = bench.assign(eda, 0, bench.bo);
    let design = bench.assign(eda, 1, bench.cy);
    let expected = [(WaitKind::Scorecard, "Bo Fixture", 4), (WaitKind::Time, "Cy Fixture", 4)];
    assert_eq!(waits(5).iter().map(told).collect::<Vec<_>>(), expected);
    // 3 March 2026, 10:00 in Berlin is 09:00 UTC, a day after minute nought; it takes 45 minutes.
    let time = InterviewTime { starts_local: "2026-03-03T10:00".into(), zone: "Europe/Berlin".into() };
    interviews::reschedule(&bench.store, bench.owner, at(6), design.id, &time).unwrap();
    assert_eq!(waits(DAY + 44).iter().map(told).collect::<Vec<_>>(), expected[..1], "it is not over yet");
    let expected = [expected[0], (WaitKind::Scorecard, "Cy Fixture", DAY + 45)];
    assert_eq!(waits(DAY + 45).iter().map(told).collect::<Vec<_>>(), expected);
    scorecards::submit(&bench.store, bench.bo, at(DAY + 50), review.id, bench.card(0, 4)).unwrap();
    scorecards::submit(&bench.store, bench.cy, at(DAY + 60), design.id, bench.card(1, 4)).unwrap();
    assert_eq!(waits(DAY + 70).iter().map(told).collect::<Vec<_>>(), [(WaitKind::Decision, "", DAY + 60)]);
    let late = waits(19 * DAY);
    let expected = [(WaitKind::Decision, "", DAY + 60), (WaitKind::Calendar, "", 18 * DAY + 3)];
    assert_eq!(late.iter().map(told).collect::<Vec<_>>(), expected);
    assert_eq!(late[1].calendar_days, Some(18));
}
