//! The commands of the window, a file for each noun: arguments in, engine call, answer out.

mod applications;
mod candidates;
mod capture;
mod debriefs;
mod imports;
mod interviews;
mod journal;
mod people;
mod roles;
mod rubrics;
mod scorecards;
mod search;
mod snapshots;
mod workspace;

/// Every command. The one list there is: tauri-specta makes the handler and the typed bindings from it.
pub fn all() -> tauri_specta::Commands<tauri::Wry> {
    tauri_specta::collect_commands![
        workspace::app_start,
        workspace::workspace_create,
        workspace::workspace_create_sample,
        workspace::workspace_open,
        workspace::workspace_info,
        workspace::workspace_lock,
        workspace::workspace_forget_recent,
        workspace::workspace_change_passphrase,
        workspace::workspace_backup,
        workspace::workspace_data_version,
        workspace::viewer_choose,
        people::person_list,
        people::person_add,
        people::person_rename,
        people::person_set_pin,
        people::person_archive,
        roles::role_templates,
        roles::role_list,
        roles::role_show,
        roles::role_create,
        roles::role_update,
        roles::role_set_open,
        roles::plan_show,
        roles::plan_update,
        rubrics::rubric_list,
        rubrics::rubric_show,
        candidates::candidate_list,
        candidates::candidate_show,
        candidates::candidate_create,
        candidates::candidate_update,
        candidates::candidate_preview_list,
        candidates::candidate_add_list,
        candidates::candidate_preview_file,
        candidates::candidate_add_file,
        candidates::candidate_link,
        candidates::candidate_unlink,
        candidates::candidate_erase,
        candidates::candidate_history,
        candidates::receipt_list,
        candidates::account_unlinked,
        candidates::account_make_candidate,
        applications::application_add,
        applications::application_move,
        applications::application_list,
        capture::capture_plan,
        capture::capture_start,
        capture::capture_cancel,
        capture::capture_unfinished,
        capture::capture_discard,
        capture::token::capture_token_status,
        capture::token::capture_token_keep,
        capture::token::capture_token_forget,
        imports::import_start,
        imports::import_cancel,
        imports::import_report,
        imports::import_list,
        snapshots::snapshot_show,
        snapshots::evidence_list,
        snapshots::evidence_show,
        snapshots::fact_evidence,
        snapshots::repository_list,
        snapshots::repository_choose,
        snapshots::conversation_show,
        snapshots::tree_list,
        interviews::interview_list,
        interviews::interview_assign,
        interviews::interview_reassign,
        interviews::interview_cancel,
        interviews::today,
        scorecards::scorecard_form,
        scorecards::scorecard_save_draft,
        scorecards::scorecard_cite,
        scorecards::scorecard_check,
        scorecards::scorecard_submit,
        scorecards::scorecard_submit_paper,
        scorecards::scorecard_amend,
        scorecards::scorecard_show,
        debriefs::debrief_role,
        debriefs::debrief_preview,
        debriefs::debrief_explain,
        debriefs::decision_make,
        journal::journal_list,
        journal::journal_verify,
        journal::journal_undo,
        search::search,
    ]
}
