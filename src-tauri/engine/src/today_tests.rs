use assay_domain::decision::{DecisionKind, DecisionRecord};

use super::today;
use crate::bench::{Bench, at};
use crate::decisions::{self, DecisionInput};
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
