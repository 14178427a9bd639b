//! What WebDriver cannot do: files dragged onto the window from another program, and typing into the system's own
//! dialogs. Spoken to the display directly (X11), as another program would.

use std::path::Path;
use std::time::{Duration, Instant};

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, InputFocus, MapState,
    PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window as XWindow,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME, NONE};

use super::{PATIENCE, keys};

const PAUSE: Duration = Duration::from_millis(40);
/// Version of the protocol that is spoken: <https://freedesktop.org/wiki/Specifications/XDND/>.
const XDND: u32 = 5;

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndAware, XdndEnter, XdndPosition, XdndStatus, XdndDrop, XdndFinished, XdndSelection, XdndActionCopy,
        URIS: b"text/uri-list",
    }
}

/// Another program's hands on a display.
pub struct Hands {
    display: RustConnection,
    root: XWindow,
    own: XWindow,
    atoms: Atoms,
}

impl Hands {
    /// Hands on the display with this name.
    pub fn on(display: &str) -> Self {
        let (display, screen) =
            x11rb::connect(Some(display)).unwrap_or_else(|error| panic!("no display: {error}"));
        let root = display.setup().roots[screen].root;
        let own = must(display.generate_id());
        let events = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        let (class, visual) = (WindowClass::INPUT_OUTPUT, COPY_FROM_PARENT);
        must(display.create_window(COPY_DEPTH_FROM_PARENT, own, root, 0, 0, 1, 1, 0, class, visual, &events));
        let atoms = must(must(Atoms::new(&display)).reply());
        Self { display, root, own, atoms }
    }

    /// Drags these files onto the window at a place inside it, in its pixels, and lets them go there.
    pub fn drop_files(&self, inside: (i16, i16), paths: &[&Path]) {
        let uris: String = paths.iter().map(|path| format!("file://{}\r\n", path.display())).collect();
        let target = self.wait("a window that takes files", || self.window_that_takes_files());
        let at = self.on_the_screen(target, inside);
        must(self.display.set_selection_owner(self.own, self.atoms.XdndSelection, CURRENT_TIME));
        self.tell(target, self.atoms.XdndEnter, [XDND << 24, self.atoms.URIS, NONE, NONE]);
        let place = [0, (at.0 << 16) | at.1, CURRENT_TIME, self.atoms.XdndActionCopy];
        let start = Instant::now();
        let mut accepted = 0;
        // A hand is never still: the target is asked several times, and may refuse until it has looked at the data.
        while accepted < 4 {
            assert!(start.elapsed() < PATIENCE, "the window takes no files at {at:?}");
            self.tell(target, self.atoms.XdndPosition, place);
            accepted += u32::from(self.answer(&uris, self.atoms.XdndStatus) == Some(true));
        }
        self.tell(target, self.atoms.XdndDrop, [0, CURRENT_TIME, 0, 0]);
        while self.answer(&uris, self.atoms.XdndFinished).is_none() {
            assert!(start.elapsed() < PATIENCE, "the window never finished taking the files");
        }
    }

    /// Types a path into the system's file dialog with this title, and confirms it.
    pub fn choose_in_dialog(&self, title: &str, path: &Path) {
        let dialog = self.wait(title, || self.window_with_title(title));
        must(self.display.set_input_focus(InputFocus::PARENT, dialog, CURRENT_TIME));
        must(self.display.sync());
        std::thread::sleep(PAUSE * 10);
        // The first `/` turns the dialog to its field for a path; what is typed before it has turned would be lost.
        let path = path.to_string_lossy();
        let (root, rest) = path.split_at(1);
        keys::write(&self.display, self.root, root);
        std::thread::sleep(PAUSE * 25);
        keys::write(&self.display, self.root, rest);
        std::thread::sleep(PAUSE * 25);
        keys::enter(&self.display, self.root);
        self.wait("the dialog to close", || self.window_with_title(title).is_none().then_some(()));
    }

    /// Types a path in the place of the name that the system's dialog for saving suggests, and confirms it.
    pub fn save_in_dialog(&self, title: &str, path: &Path) {
        let dialog = self.wait(title, || self.window_with_title(title));
        must(self.display.set_input_focus(InputFocus::PARENT, dialog, CURRENT_TIME));
        must(self.display.sync());
        std::thread::sleep(PAUSE * 10);
        // Of the suggested name only what stands before its ending is selected.
        keys::select_all(&self.display, self.root);
        keys::write(&self.display, self.root, &path.to_string_lossy());
        std::thread::sleep(PAUSE * 25);
        keys::enter(&self.display, self.root);
        self.wait("the dialog to close", || self.window_with_title(title).is_none().then_some(()));
    }

    /// Answers what is asked of us for a moment; tells whether the message came that is waited for, and its first flag.
    fn answer(&self, uris: &str, awaited: u32) -> Option<bool> {
        let start = Instant::now();
        while start.elapsed() < PAUSE * 3 {
            match must(self.display.poll_for_event()) {
                Some(Event::SelectionRequest(asked)) => self.hand_over(uris, &asked),
                Some(Event::ClientMessage(message)) if message.type_ == awaited => {
                    return Some(message.data.as_data32()[1] & 1 == 1);
                }
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        None
    }

    fn hand_over(&self, uris: &str, asked: &SelectionRequestEvent) {
        let known = asked.target == self.atoms.URIS;
        if known {
            let put = self.display.change_property8(
                PropMode::REPLACE,
                asked.requestor,
                asked.property,
                asked.target,
                uris.as_bytes(),
            );
            must(put);
        }
        let notify = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: if known { asked.property } else { NONE },
        };
        must(self.display.send_event(false, asked.requestor, EventMask::NO_EVENT, notify));
        must(self.display.flush());
    }

    fn tell(&self, target: XWindow, what: u32, data: [u32; 4]) {
        let words = [self.own, data[0], data[1], data[2], data[3]];
        let message = ClientMessageEvent::new(32, target, what, words);
        must(self.display.send_event(false, target, EventMask::NO_EVENT, message));
        must(self.display.flush());
    }

    fn on_the_screen(&self, window: XWindow, inside: (i16, i16)) -> (u32, u32) {
        let place =
            must(must(self.display.translate_coordinates(window, self.root, inside.0, inside.1)).reply());
        (u32::from(place.dst_x.unsigned_abs()), u32::from(place.dst_y.unsigned_abs()))
    }

    fn window_that_takes_files(&self) -> Option<XWindow> {
        self.windows()
            .into_iter()
            .find(|window| self.is_shown(*window) && !self.property(*window, self.atoms.XdndAware).is_empty())
    }

    fn window_with_title(&self, title: &str) -> Option<XWindow> {
        let name = AtomEnum::WM_NAME.into();
        let named =
            |window: &XWindow| self.is_shown(*window) && self.property(*window, name) == title.as_bytes();
        self.windows().into_iter().find(named)
    }

    fn windows(&self) -> Vec<XWindow> {
        must(must(self.display.query_tree(self.root)).reply()).children
    }

    /// A window may go while it is asked about; then it is not shown.
    fn is_shown(&self, window: XWindow) -> bool {
        let asked = self.display.get_window_attributes(window).ok().and_then(|asked| asked.reply().ok());
        asked.is_some_and(|told| told.map_state == MapState::VIEWABLE)
    }

    fn property(&self, window: XWindow, which: u32) -> Vec<u8> {
        let asked = self.display.get_property(false, window, which, AtomEnum::ANY, 0, 256).ok();
        asked.and_then(|asked| asked.reply().ok()).map(|told| told.value).unwrap_or_default()
    }

    fn wait<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
            std::thread::sleep(PAUSE);
        }
    }
}

fn must<T, E: std::fmt::Display>(result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| panic!("the display refused: {error}"))
}
