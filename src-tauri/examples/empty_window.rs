//! A window of the same toolkit with nothing in it: what the application's start and memory are compared with.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    let mut context = tauri::generate_context!();
    context.config_mut().app.windows.clear();
    tauri::Builder::<tauri::Wry>::default()
        .setup(|app| {
            let blank = WebviewUrl::CustomProtocol("about:blank".parse()?);
            WebviewWindowBuilder::new(app, "empty", blank).inner_size(1280.0, 800.0).build()?;
            Ok(())
        })
        .run(context)
}
