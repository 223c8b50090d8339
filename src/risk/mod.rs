//! Risks: which come first, and what that verdict rests on.
//!
//! A matrix is a lookup table from data ([`method`]); nothing is multiplied. The worst dimension decides and is
//! named, ranges give ranges, and what cannot be placed stands beside the matrix in a state of its own
//! ([`register`]). What has been done moves a risk from where it was judged ([`position`]). Where levels have numbers
//! ([`bounds`]), they tell the expected loss of a year ([`loss`]) and how likely it is that one risk outranks another
//! ([`outrank`]). What is unwise about a matrix is said, not forbidden ([`advice`]). An analysis is frozen as an edition,
//! and later ones are compared with it ([`edition`]). What stops when something that others need is lost is told with the
//! worst and the best that can be known ([`vulnerability`]).
//!
//! A newcomer may add an advice ([`advice`]) or a built-in scale, each a file or a line with its test. How risks are
//! placed, sorted and ranked ([`register`]) is a contract that `tests/cases` holds.

pub mod advice;
pub mod bounds;
pub mod built_in;
pub mod change;
pub mod edition;
pub mod json;
pub mod loss;
pub mod method;
pub mod outrank;
pub mod position;
pub mod register;
mod table;
#[cfg(test)]
mod testing;
pub mod vulnerability;

pub use self::method::Methods;
pub use self::position::{Acting, Positions, positions};
pub use self::register::{Before, Placement, Rated, Register, RiskNumber, Unplaced, assess};
pub use self::table::{CheckedMatrix, Lookup};
