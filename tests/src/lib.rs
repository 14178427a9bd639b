//! What the proofs share: the harness that drives the real window.

#[cfg(target_os = "linux")]
pub mod desktop;
