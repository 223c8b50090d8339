//! Other formats in and out.
pub mod guard;
pub mod names;
pub mod personal;
pub mod read;
pub mod sheet;
pub mod xlsx;
