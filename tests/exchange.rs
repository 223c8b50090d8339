//! Sheets in and out, through what the page and its worker use.

#[path = "exchange/accounts.rs"]
mod accounts;
#[path = "exchange/bounds.rs"]
mod bounds;
#[path = "exchange/cells.rs"]
mod cells;
#[path = "exchange/given.rs"]
mod given;
#[path = "exchange/questions.rs"]
mod questions;
#[path = "exchange/reading.rs"]
mod reading;
#[path = "exchange/round_trip.rs"]
mod round_trip;
#[path = "exchange/support.rs"]
mod support;
#[path = "exchange/workplaces.rs"]
mod workplaces;
