//! What an extract says of itself: that it is one, for whom, and how much it does not hold.

use super::record::record;
use super::risk::ByKey;
use super::value::{Date, Str};

record! {
    /// How an extract was made. The file itself keeps it as it is written; it is read by those who ask.
    pub struct Made<'a> {
        /// Whom it was made for: `public`, `internal`, `party:` or `department:` and the id of the unit.
        pub receiver as "for": Str<'a>,
        /// The day it was made.
        pub date: Date,
        /// The version of Ombud that made it.
        pub version: Str<'a>,
        /// The version of the rules by which it was made, as `docs/extract.md` tells them.
        pub rules: u32,
        /// How many items it leaves out, by the ground.
        pub left_out: ByKey<'a, u32>,
    }
}
