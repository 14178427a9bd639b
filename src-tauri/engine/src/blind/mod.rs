//! Blind review: in a blind role, whoever has not submitted for an application sees a label in the place of its candidate.
//!
//! It holds in every read, because it stands under every read: [`Store::read`] gives a blind viewer a connection on which
//! temporary views stand in the place of the tables with people's words ([`views`]), so that no query of this crate can reach
//! a name. What is hidden follows from a [`Veil`], which [`who`] makes for a viewer. Writes read the tables themselves;
//! what they answer is read anew, their errors pass the veil, and what a viewer gives back as they read it stays as it is stored
//! ([`Over`]).

mod label;
mod mark;
mod open;
mod over;
mod seen;
mod state;
mod switch;
mod veil;
mod views;
mod who;
mod words;

pub(crate) use mark::{keep as keep_mark, note_submitted};
pub use open::open_portfolio;
pub(crate) use over::Over;
pub(crate) use seen::{at_keyboard, note_witnesses, witnesses};
pub(crate) use state::of as state_of;
pub use state::{BlindException, BlindState, Coordinator};
pub use switch::{BlindInput, switch};
pub(crate) use switch::{touch as touch_names, undo_switch};
pub(crate) use veil::{Veil, Veils, ensure_portfolio, ensure_snapshot};
pub(crate) use views::{VeiledReader, put_up as put_up_functions};
pub(crate) use who::{any, ensure_may_undo, ensure_named, ensure_named_all, ensure_names_all, note};
pub(crate) use words::{now_of_all as identities_now, of as identity_of, of_all as identities_of};
