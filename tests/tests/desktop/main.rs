//! The real window: the main job from the first start to an erasure with restarts in between, the same where there is
//! no network, and every screen in both themes.
#![cfg(target_os = "linux")]

mod asked;
mod blind;
mod candidates;
mod debrief;
mod files;
mod followed;
mod hostile;
mod interviews;
mod marking;
mod pipeline;
mod plan;
mod pressed;
mod remarked;
mod role;
mod room;
mod rubrics;
mod sample;
mod screens;
mod start;

use std::time::Duration;

use assay_tests::desktop::{Desk, NO_NETWORK, Theme, only_loopback_is_up, within, without_a_network};

/// So long that only a test that hangs meets it, on a busy machine too.
const LIMIT: Duration = Duration::from_secs(600);

/// Steps 1 to 10, each as a person does it; in light, and where there is no network in dark.
#[test]
fn main_job() {
    within(LIMIT, async {
        let offline = std::env::var_os(NO_NETWORK).is_some();
        assert!(!offline || only_loopback_is_up(), "this was to run without a network");
        let desk = Desk::new(if offline { Theme::Dark } else { Theme::Light });
        let window = desk.open().await;
        start::make_a_workspace(&window, &desk).await;
        role::open_a_role(&window).await;
        candidates::come_in_by_hand_and_list(&window).await;
        candidates::come_in_from_a_file(&window, &desk).await;
        candidates::come_in_from_a_snapshot(&window).await;
        candidates::is_linked_by_hand(&window).await;
        candidates::are_found_and_read(&window).await;
        interviews::people_are_added(&window).await;
        interviews::are_assigned(&window).await;
        interviews::is_cited_from_the_portfolio(&window).await;
        let mine = interviews::mine_is_scored(&window).await;
        window.close().await;

        let window = desk.open().await;
        start::open_it_again(&window, start::OWNER, None).await;
        interviews::the_other_is_scored(&window).await;
        debrief::shows_and_explains(&window).await;
        debrief::is_walked_through(&window).await;
        debrief::is_decided(&window).await;
        interviews::mine_is_amended(&window, &mine).await;
        candidates::one_is_erased(&window).await;
        window.close().await;

        let window = desk.open().await;
        start::open_it_again(&window, start::OWNER, None).await;
        start::all_is_there(&window).await;
        window.close().await;
    });
}

#[test]
fn main_job_without_a_network() {
    without_a_network("main_job");
}

#[test]
fn hostile_text_runs_nothing_and_loads_nothing() {
    within(LIMIT, hostile::nothing_runs_and_nothing_is_loaded());
}

#[test]
fn the_pipeline_is_worked_through_in_light() {
    within(LIMIT, pipeline::is_worked_through(Theme::Light));
}

#[test]
fn the_pipeline_is_worked_through_in_dark() {
    within(LIMIT, pipeline::is_worked_through(Theme::Dark));
}

#[test]
fn rubrics_are_kept_in_versions_in_light() {
    within(LIMIT, rubrics::are_kept_in_versions(Theme::Light));
}

#[test]
fn rubrics_are_kept_in_versions_in_dark() {
    within(LIMIT, rubrics::are_kept_in_versions(Theme::Dark));
}

#[test]
fn what_opens_on_a_press_is_looked_at_in_light() {
    within(LIMIT, pressed::is_looked_at(Theme::Light));
}

#[test]
fn what_opens_on_a_press_is_looked_at_in_dark() {
    within(LIMIT, pressed::is_looked_at(Theme::Dark));
}

#[test]
fn a_hire_is_followed_up_in_light() {
    within(LIMIT, followed::up_after_months(Theme::Light));
}

#[test]
fn a_hire_is_followed_up_in_dark() {
    within(LIMIT, followed::up_after_months(Theme::Dark));
}

#[test]
fn a_plan_is_edited() {
    within(LIMIT, plan::is_edited(Theme::Light));
}

#[test]
fn what_leaves_and_comes_in_goes_through_files() {
    within(LIMIT, files::leave_and_come_in(Theme::Light));
}

#[test]
fn a_blind_role_names_nobody_in_light() {
    within(LIMIT, blind::a_role_is_reviewed_blind(Theme::Light));
}

#[test]
fn a_blind_role_names_nobody_in_dark() {
    within(LIMIT, blind::a_role_is_reviewed_blind(Theme::Dark));
}

#[test]
fn marking_names_nobody_and_rates_by_keyboard() {
    within(LIMIT, marking::goes_through_a_question(Theme::Light));
}

#[test]
fn marking_in_dark() {
    within(LIMIT, marking::goes_through_a_question(Theme::Dark));
}

#[test]
fn every_screen_is_accessible_in_light() {
    within(LIMIT, screens::every_screen(Theme::Light));
}

#[test]
fn every_screen_is_accessible_in_dark() {
    within(LIMIT, screens::every_screen(Theme::Dark));
}

#[test]
fn what_few_mean_is_asked_about_in_light() {
    within(LIMIT, asked::before_it_is_done(Theme::Light));
}

#[test]
fn what_few_mean_is_asked_about_in_dark() {
    within(LIMIT, asked::before_it_is_done(Theme::Dark));
}

#[test]
fn what_is_odd_is_remarked_in_light() {
    within(LIMIT, remarked::on_what_is_odd(Theme::Light));
}

#[test]
fn what_is_odd_is_remarked_in_dark() {
    within(LIMIT, remarked::on_what_is_odd(Theme::Dark));
}

#[test]
fn interview_mode_loses_nothing_in_light() {
    within(LIMIT, room::nothing_is_lost(Theme::Light));
}

#[test]
fn interview_mode_loses_nothing_in_dark() {
    within(LIMIT, room::nothing_is_lost(Theme::Dark));
}
