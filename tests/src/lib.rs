//! What the proofs share: the harness that drives the real window, and workspaces that the engine's proofs work in.

#[cfg(target_os = "linux")]
pub mod desktop;
pub mod journey;
