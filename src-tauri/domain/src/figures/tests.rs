use chrono::{DateTime, TimeDelta, Utc};

use super::{Course, RatedBefore, Step, pace, reasons, sources, stages};
use crate::candidate::SourceKind;
use crate::ending::EndReason;
use crate::stage::Stage;

const DAY_0: &str = "2026-03-02T09:00:00Z";

fn day(number: i64) -> DateTime<Utc> {
    DAY_0.parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(number)
}

fn course(moves: &[(i64, Stage)]) -> Course {
    let moves = moves.iter().map(|(number, to)| Step { at: day(*number), to: *to }).collect();
    Course { source: SourceKind::Applied, moves, rated: false, reason: None }
}

use Stage::{Applied, Debrief, Hired, Interviewing, Offer, Prospect, Rejected, Screening, Withdrawn};

#[test]
fn every_application_that_reached_a_stage_is_accounted_for() {
    let courses = [
        course(&[(0, Applied), (2, Screening), (5, Interviewing), (12, Debrief), (14, Offer), (16, Hired)]),
        course(&[(0, Applied), (3, Rejected)]),
        course(&[(0, Applied), (2, Interviewing), (9, Withdrawn)]),
        course(&[(0, Applied), (2, Screening), (4, Interviewing), (6, Screening)]),
        course(&[(1, Prospect)]),
    ];
    let used = [Prospect, Applied, Screening, Interviewing, Debrief, Offer, Hired, Rejected, Withdrawn];
    let funnel = stages(&courses, &used, day(20));
    let told: Vec<_> = funnel
        .iter()
        .map(|one| (one.stage, one.reached, one.passed, one.rejected, one.withdrawn, one.under_way))
        .collect();
    assert_eq!(
        told,
        [
            (Prospect, 1, 0, 0, 0, 1),
            (Applied, 4, 3, 1, 0, 0),
            // Who went from "applied" straight to interviews passed the screening.
            (Screening, 3, 3, 0, 0, 0),
            // Withdrawn stays in the figures; who went back a stage has come this far and no further.
            (Interviewing, 3, 1, 0, 1, 1),
            (Debrief, 1, 1, 0, 0, 0),
            (Offer, 1, 1, 0, 0, 0),
            (Hired, 1, 1, 0, 0, 0),
        ]
    );
    assert!(
        funnel.iter().all(|one| one.reached == one.passed + one.rejected + one.withdrawn + one.under_way)
    );
    assert_eq!((funnel[3].passing, funnel[6].passing), (Some(0.5), None));
}

#[test]
fn who_is_rated_before_the_interviews_reached_them_and_stands_where_it_stands() {
    let rated = |moves: &[(i64, Stage)]| Course { rated: true, ..course(moves) };
    let courses = [
        rated(&[(0, Applied), (2, Screening)]),
        rated(&[(0, Applied), (2, Screening), (5, Rejected)]),
        rated(&[(1, Prospect)]),
        rated(&[(0, Applied), (2, Interviewing)]),
    ];
    let funnel = stages(&courses, &[Prospect, Applied, Screening, Interviewing, Hired], day(20));
    let told: Vec<_> = funnel
        .iter()
        .map(|one| (one.stage, one.reached, one.passed, one.rejected, one.under_way, one.standing.count))
        .collect();
    let before = RatedBefore { rejected: 1, withdrawn: 0, under_way: 2 };
    assert_eq!(
        funnel.iter().map(|one| one.rated_before).collect::<Vec<_>>()[2..4],
        [RatedBefore::default(), before]
    );
    assert_eq!(
        told,
        [
            (Prospect, 1, 0, 0, 1, 1),
            (Applied, 3, 3, 0, 0, 0),
            (Screening, 3, 1, 1, 1, 1),
            (Interviewing, 4, 0, 0, 1, 1),
            (Hired, 0, 0, 0, 0, 0),
        ]
    );
    assert_eq!(sources(&courses)[0].interviewed, 4);
}

#[test]
fn who_was_rated_and_ended_before_the_interviews_did_not_go_on_past_them() {
    let rated = |moves: &[(i64, Stage)]| Course { rated: true, ..course(moves) };
    let courses = [
        rated(&[(0, Applied), (2, Interviewing), (5, Offer), (9, Hired)]),
        rated(&[(0, Applied), (9, Rejected)]),
        rated(&[(0, Applied), (8, Withdrawn)]),
        rated(&[(0, Applied)]),
    ];
    let funnel = stages(&courses, &[Applied, Interviewing, Offer, Hired], day(20));
    let there = &funnel[1];
    assert_eq!(
        (there.reached, there.passed, there.rejected, there.withdrawn, there.under_way),
        (4, 1, 0, 0, 0)
    );
    assert_eq!(there.rated_before, RatedBefore { rejected: 1, withdrawn: 1, under_way: 1 });
    // One of the three who are no longer under way.
    assert_eq!(there.passing, Some(1.0 / 3.0));
    // From "applied" one of three went on too: who was rated there ended there.
    assert_eq!((funnel[0].passed, funnel[0].rejected, funnel[0].passing), (1, 1, Some(1.0 / 3.0)));
}

#[test]
fn a_stage_that_the_role_leaves_out_is_no_step_of_the_funnel() {
    let courses = [course(&[(0, Applied), (2, Interviewing)]), course(&[(0, Applied)])];
    let funnel = stages(&courses, &[Applied, Interviewing, Hired], day(5));
    let told: Vec<_> = funnel.iter().map(|one| (one.stage, one.reached, one.passed, one.under_way)).collect();
    assert_eq!(told, [(Applied, 2, 1, 1), (Interviewing, 1, 0, 1), (Hired, 0, 0, 0)]);
}

#[test]
fn time_in_a_stage_counts_all_visits_and_never_what_has_not_ended() {
    let back = course(&[(0, Applied), (2, Screening), (4, Interviewing), (6, Screening), (9, Rejected)]);
    let stands = course(&[(0, Applied), (1, Screening)]);
    let funnel = stages(&[back, stands], &[Applied, Screening, Interviewing], day(20));
    let screening = &funnel[1];
    assert_eq!((screening.days.count, screening.days.least, screening.days.most), (1, Some(5.0), Some(5.0)));
    assert_eq!((screening.standing.count, screening.standing.most), (1, Some(19.0)));
    assert_eq!(funnel[0].days.count, 2);
}

#[test]
fn a_reopened_application_stands_where_it_stands() {
    let again = course(&[(0, Applied), (3, Rejected), (10, Interviewing)]);
    let funnel = stages(std::slice::from_ref(&again), &[Applied, Interviewing], day(12));
    assert_eq!((funnel[0].rejected, funnel[1].under_way), (0, 1));
    assert_eq!(
        (again.ended_at(), funnel[0].days.most),
        (None, Some(3.0)),
        "the days after its end are in no stage"
    );
}

#[test]
fn the_pace_is_held_against_the_calendar() {
    let courses = [
        course(&[(0, Prospect), (10, Applied), (24, Hired)]),
        course(&[(0, Applied), (18, Rejected)]),
        course(&[(0, Applied), (19, Rejected)]),
        course(&[(0, Applied), (4, Withdrawn)]),
        course(&[(0, Applied)]),
        course(&[(15, Applied)]),
        course(&[(0, Prospect)]),
    ];
    let told = pace(&courses, 18, day(30));
    assert_eq!(
        (told.to_hire.count, told.to_hire.most),
        (1, Some(14.0)),
        "from the application, not from the finding"
    );
    assert_eq!((told.in_time, told.decided), (2, 3), "a withdrawal is no decision of ours");
    assert_eq!((told.overdue, told.under_way), (1, 2), "a prospect waits for nothing");
    assert_eq!((told.to_end.count, told.to_end.median), (4, None), "too few to tell");
}

#[test]
fn a_prospect_who_is_ended_has_not_applied() {
    let ended = [course(&[(0, Prospect), (9, Rejected)]), course(&[(0, Prospect), (3, Withdrawn)])];
    assert!(ended.iter().all(|one| one.applied_at().is_none() && one.days_to_end().is_none()));
    let told = pace(&ended, 18, day(30));
    assert_eq!((told.to_end.count, told.decided, told.in_time, told.under_way), (0, 0, 0, 0));
    let back = course(&[(0, Prospect), (3, Withdrawn), (8, Applied), (12, Rejected)]);
    assert_eq!((back.applied_at(), back.days_to_end()), (Some(day(8)), Some(4.0)));
}

#[test]
fn sources_and_reasons_are_counted() {
    let mut referred = course(&[(0, Applied), (4, Interviewing), (9, Withdrawn)]);
    referred.source = SourceKind::Referral;
    referred.reason = Some(EndReason::OtherOffer);
    let mut rejected = course(&[(0, Applied), (2, Rejected)]);
    rejected.reason = Some(EndReason::Pay);
    let courses = [
        referred,
        rejected.clone(),
        rejected,
        course(&[(0, Applied), (2, Rejected)]),
        course(&[(0, Applied)]),
    ];
    let told: Vec<_> = sources(&courses)
        .iter()
        .map(|one| {
            (one.source, one.applications, one.interviewed, one.rejected, one.withdrawn, one.under_way)
        })
        .collect();
    assert_eq!(told, [(SourceKind::Applied, 4, 0, 3, 0, 1), (SourceKind::Referral, 1, 1, 0, 1, 0)]);
    let told: Vec<_> = reasons(&courses).iter().map(|one| (one.end, one.reason, one.count)).collect();
    assert_eq!(
        told,
        [
            (Rejected, Some(EndReason::Pay), 2),
            (Rejected, None, 1),
            (Withdrawn, Some(EndReason::OtherOffer), 1),
        ]
    );
}
