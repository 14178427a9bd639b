//! A keyboard: presses keys on a display as a person would (X11's XTEST).

use std::time::Duration;

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Window};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{CURRENT_TIME, NONE};

/// Keysyms: <https://www.x.org/releases/current/doc/xproto/x11protocol.html#keysym_encoding>.
const SHIFT: u32 = 0xffe1;
const RETURN: u32 = 0xff0d;
const CONTROL: u32 = 0xffe3;

/// Types a text of Latin letters, digits and signs; their keysyms are their code points.
pub fn write(display: &RustConnection, root: Window, text: &str) {
    for letter in text.chars() {
        press(display, root, u32::from(letter));
    }
}

/// Presses Enter.
pub fn enter(display: &RustConnection, root: Window) {
    press(display, root, RETURN);
}

/// Selects all that the field holds: Ctrl+A.
pub fn select_all(display: &RustConnection, root: Window) {
    let (control, _) = key_of(display, CONTROL);
    fake(display, root, KEY_PRESS_EVENT, control);
    press(display, root, u32::from('a'));
    fake(display, root, KEY_RELEASE_EVENT, control);
    display.sync().unwrap_or_else(|error| panic!("the display refused: {error}"));
}

fn press(display: &RustConnection, root: Window, keysym: u32) {
    let (key, shifted) = key_of(display, keysym);
    let (shift, _) = key_of(display, SHIFT);
    let down = |code| fake(display, root, KEY_PRESS_EVENT, code);
    let up = |code| fake(display, root, KEY_RELEASE_EVENT, code);
    if shifted {
        down(shift);
    }
    down(key);
    up(key);
    if shifted {
        up(shift);
    }
    display.sync().unwrap_or_else(|error| panic!("the display refused: {error}"));
    std::thread::sleep(Duration::from_millis(8));
}

/// The key that gives a keysym, and whether Shift must be held.
fn key_of(display: &RustConnection, keysym: u32) -> (u8, bool) {
    let (first, last) = (display.setup().min_keycode, display.setup().max_keycode);
    let map = display.get_keyboard_mapping(first, last - first + 1).ok().and_then(|asked| asked.reply().ok());
    let map = map.unwrap_or_else(|| panic!("the display has no keyboard"));
    let rows = map.keysyms.chunks(usize::from(map.keysyms_per_keycode));
    let found = rows.enumerate().find_map(|(row, signs)| {
        let place = signs.iter().take(2).position(|sign| *sign == keysym)?;
        Some((first + u8::try_from(row).ok()?, place == 1))
    });
    found.unwrap_or_else(|| panic!("no key gives keysym {keysym:#x}"))
}

fn fake(display: &RustConnection, root: Window, kind: u8, code: u8) {
    let sent = display.xtest_fake_input(kind, code, CURRENT_TIME, root, 0, 0, NONE as u8);
    sent.map(|_| ()).unwrap_or_else(|error| panic!("the display refused: {error}"));
}
