//! The window itself.

use tauri::WebviewWindow;

use crate::error::{Answer, AppError};

/// Fills the screen with the window, or gives the screen back. The page needs no permission of its own for it.
#[tauri::command]
#[specta::specta]
pub async fn window_full_screen(window: WebviewWindow, on: bool) -> Answer<()> {
    let refused = |error: tauri::Error| {
        AppError::said(
            &format!("the window could not be changed: {error}"),
            "Use the system's own keys for it.",
        )
    };
    window.set_fullscreen(on).map_err(refused)
}
