//! Days: read and written as `YYYY-MM-DD`, and sent as a number.
//!
//! As what serde calls `with`, this module is how a day crosses between the page and the engine. Chrono's own way is a
//! text, and its reader of texts would be a twentieth of the engine's program.

use std::fmt::Write;

use chrono::Datelike;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::json::{JsonReader, Read};
use super::plain::{parse_text, put};
use super::problem::Expected;
use super::record::Value;

/// A day in the proleptic Gregorian calendar, written `YYYY-MM-DD`.
pub type Date = chrono::NaiveDate;

impl<'a> Value<'a> for Date {
    fn blank() -> Self {
        Self::default()
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        parse_text(reader, &mut |text| put(self, parse_date(text)), || Expected::Date)
    }

    fn write(&self, out: &mut String) {
        let _ = write!(out, "\"{self}\"");
    }
}

/// The day that `YYYY-MM-DD` names, where there is one.
pub fn parse_date(text: &str) -> Option<Date> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = i32::try_from(number(&bytes[..4])?).ok()?;
    Date::from_ymd_opt(year, number(&bytes[5..7])?, number(&bytes[8..])?)
}

/// Writes a day.
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    day.num_days_from_ce().serialize(serializer)
}

/// Reads a day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    Date::from_num_days_from_ce_opt(i32::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("a day"))
}

/// Days that may be absent, written and read as numbers.
pub mod option {
    use super::{Date, Datelike, Deserialize, Deserializer, Error, Serialize, Serializer};

    /// Writes a day or its absence.
    #[allow(clippy::ref_option, reason = "serde hands over the field")]
    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.num_days_from_ce()).serialize(serializer)
    }

    /// Reads a day or its absence.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let days = Option::<i32>::deserialize(deserializer)?;
        days.map(|days| Date::from_num_days_from_ce_opt(days).ok_or_else(|| D::Error::custom("a day"))).transpose()
    }
}
