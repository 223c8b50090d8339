//! Sheets.
fn main() {}
