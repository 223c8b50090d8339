//! What day it is.

use js_sys::Date as Clock;

use crate::organisation::value::Date;

/// Today, where the reader is.
pub fn today() -> Date {
    let now = Clock::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    Date::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}
