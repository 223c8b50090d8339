//! How a day crosses between engine and page: as a number, for `#[serde(with)]`. As text it would need all that reads
//! every way to write a time. What people read, the verdict as JSON, has it as text all the same.

use chrono::Datelike;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Date;

/// Writes a day.
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        day.serialize(serializer)
    } else {
        day.num_days_from_ce().serialize(serializer)
    }
}

/// Reads a day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    if deserializer.is_human_readable() {
        return Date::deserialize(deserializer);
    }
    Date::from_num_days_from_ce_opt(i32::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no such day"))
}

/// The same for a day that may not be there.
pub mod option {
    use super::{Date, Datelike, Deserialize, Deserializer, Error, Serialize, Serializer};

    /// Writes the day, if there is one.
    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            day.serialize(serializer)
        } else {
            day.map(|day| day.num_days_from_ce()).serialize(serializer)
        }
    }

    /// Reads the day, if there is one.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        if deserializer.is_human_readable() {
            return Option::deserialize(deserializer);
        }
        let of = |days| Date::from_num_days_from_ce_opt(days).ok_or_else(|| D::Error::custom("no such day"));
        Option::<i32>::deserialize(deserializer)?.map(of).transpose()
    }
}
