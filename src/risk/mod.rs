//! Risk.
pub mod advice;
