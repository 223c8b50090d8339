//! Ombud.
pub mod organisation;
/// Risk.
pub mod risk;
