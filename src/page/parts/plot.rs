//! Places in a chart along days, counted from its corner: a unit a day, a unit a count.

use crate::organisation::value::Date;

/// Days from one day to another, none where the other comes first.
pub(in crate::page) fn days(from: Date, day: Date) -> u32 {
    u32::try_from((day - from).num_days()).unwrap_or_default()
}

/// A part of a whole in hundredths: `12.34%`.
pub(in crate::page) fn share(part: u32, whole: u32) -> String {
    let parts = u64::from(part) * 10_000 / u64::from(whole.max(1));
    format!("{}.{:02}%", parts / 100, parts % 100)
}
