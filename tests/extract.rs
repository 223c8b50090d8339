//! Extracts: what each receiver gets of a file, and that nobody gets what is left out.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

#[path = "extract/canaries.rs"]
mod canaries;
#[path = "extract/cells.rs"]
mod cells;
#[path = "extract/command.rs"]
mod command;
#[path = "extract/municipality.rs"]
mod municipality;
#[path = "extract/named.rs"]
mod named;
#[path = "extract/outputs.rs"]
mod outputs;
#[path = "extract/rounds.rs"]
mod rounds;

use ombud::disclosure::{self, Receiver};
use ombud::verdict::File;
use serde_json::Value;

/// The extract of a file for a receiver, as things stand on the file's day, made on another.
fn extract_text(file: &str, receiver: &Receiver) -> String {
    let file = File::read(file, &mut |_| ()).unwrap();
    let on = "2026-07-01".parse().unwrap();
    let made = "2026-07-02".parse().unwrap();
    disclosure::extract(&file.organisation, &file.index, receiver, on, made).unwrap().text()
}

/// An extract of a file, read as JSON.
fn extract_of(file: &Value, receiver: &str) -> Value {
    serde_json::from_str(&extract_text(&file.to_string(), &receiver.parse().unwrap())).unwrap()
}

/// Whoever an extract of the file can be made for.
fn receivers(file: &Value) -> Vec<Receiver> {
    disclosure::receivers(&File::read(&file.to_string(), &mut |_| ()).unwrap().organisation)
}
