//! What day and time it is, and waiting.

use js_sys::{Date as Clock, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::organisation::value::Date;

/// Today, where the reader is.
pub fn today() -> Date {
    day(&Clock::new_0())
}

/// Now, in milliseconds since 1970.
pub fn now() -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is long after 1970")]
    let now = Clock::now() as u64;
    now
}

/// The day, hour and minute of a time in milliseconds since 1970, where the reader is.
pub fn local(time: u64) -> (Date, u32, u32) {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds fit")]
    let clock = Clock::new(&JsValue::from(time as f64));
    (day(&clock), clock.get_hours(), clock.get_minutes())
}

/// By how many minutes the reader's clock was ahead of universal time then.
pub fn ahead(time: u64) -> i32 {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds fit")]
    let clock = Clock::new(&JsValue::from(time as f64));
    #[allow(clippy::cast_possible_truncation, reason = "minutes of a day")]
    let behind = clock.get_timezone_offset() as i32;
    -behind
}

/// Waits so many milliseconds.
pub async fn wait(milliseconds: i32) {
    // A browser that cannot wait does not.
    let _ = JsFuture::from(after(milliseconds)).await;
}

/// Is kept, with nothing, after so many milliseconds.
pub(super) fn after(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        let _ = super::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    })
}

fn day(clock: &Clock) -> Date {
    let year = i32::try_from(clock.get_full_year()).unwrap_or_default();
    Date::from_ymd_opt(year, clock.get_month() + 1, clock.get_date()).unwrap_or_default()
}
