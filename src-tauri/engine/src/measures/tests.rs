//! A role of several raters: what the reads say against the domain's functions fed by hand.

mod agreement;
mod drift;
mod mirror;
mod order;
mod panel;
mod weights;
