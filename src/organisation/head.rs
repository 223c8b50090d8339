//! The fields of the file itself that a reader may change.

use super::Organisation;
use super::lists::read_value;
use super::problem::Problem;
use super::record::words;
use super::value::{Date, Str, Text};
use super::write::json;

words! {
    /// A field of the file itself that a reader may change.
    pub enum HeadField {
        /// What the municipality is called.
        Name = "name",
        /// A text shown with the data, such as that its people are invented.
        Notice = "notice",
        /// The day the file speaks of, where a reader asks for no other.
        AsOf = "as_of",
        /// Ids of the built-in rule packs to apply.
        Packs = "packs",
    }
}

impl HeadField {
    /// Reads a value of the field, and writes it in canonical form.
    pub fn read_value(self, text: &str) -> Result<String, Vec<Problem>> {
        match self {
            Self::Name | Self::Notice => read_value::<Text<'_>>(text),
            Self::AsOf => read_value::<Date>(text),
            Self::Packs => read_value::<Vec<Str<'_>>>(text),
        }
    }
}

impl Organisation<'_> {
    /// A field of the file itself as JSON, where it is there.
    pub fn head(&self, field: HeadField) -> Option<String> {
        match field {
            HeadField::Name => self.name.as_ref().map(|value| json(value)),
            HeadField::Notice => self.notice.as_ref().map(|value| json(value)),
            HeadField::AsOf => self.as_of.as_ref().map(|value| json(value)),
            HeadField::Packs => self.packs.as_ref().map(|value| json(value)),
        }
    }
}
