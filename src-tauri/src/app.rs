//! Start: plugins, state, window.

use std::process::ExitCode;

use assay_domain::days::YEARS;
use assay_domain::scorecard::RAISE_WORDS;
use tauri::Manager as _;

use crate::recents::Recents;
use crate::session::Session;
use crate::{commands, events};

/// The commands and events of the window, with their types.
pub fn bindings() -> tauri_specta::Builder<tauri::Wry> {
    let events = tauri_specta::collect_events![
        events::CaptureProgress,
        events::ImportProgress,
        events::WorkspaceChanged
    ];
    tauri_specta::Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .commands(commands::all())
        .events(events)
        .constant("RAISE_WORDS", RAISE_WORDS)
        .constant("FIRST_YEAR", *YEARS.start())
        .constant("LAST_YEAR", *YEARS.end())
}

/// Runs the window until it is closed.
pub fn run() -> ExitCode {
    let builder = bindings();
    let result = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            let folder = match std::env::var_os("ASSAY_DATA_DIR") {
                Some(folder) => folder.into(),
                None => app.path().app_data_dir()?,
            };
            app.manage(Recents::new(folder));
            app.manage(Session::default());
            Ok(())
        })
        .run(tauri::generate_context!());
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write as _;
            let _ = writeln!(std::io::stderr(), "assay-app: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/generated/bindings.ts");

    /// With `ASSAY_WRITE_BINDINGS` set it writes them; otherwise it fails where the committed ones are stale.
    #[test]
    fn bindings_are_current() {
        let folder = tempfile::tempdir().unwrap();
        let fresh = folder.path().join("bindings.ts");
        bindings().export(specta_typescript::Typescript::default(), &fresh).unwrap();
        let fresh = std::fs::read_to_string(fresh).unwrap();
        if std::env::var_os("ASSAY_WRITE_BINDINGS").is_some() {
            std::fs::write(PATH, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(PATH).unwrap();
        assert!(committed == fresh, "run `cargo xtask bindings`: ui/src/generated/bindings.ts is stale");
    }
}
