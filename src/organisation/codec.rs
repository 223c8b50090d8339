//! What every value of the format can do: be read, and be written.

use super::json::{JsonReader, Read};
use super::walk::{Referred, Walk};

/// A type that a JSON value of the format can be read as, and written from.
pub trait Value<'a> {
    /// What stands in a value's place until it is read.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads the next value into this one, or notes why it cannot be used and skips it.
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read;

    /// Writes it as compact JSON.
    fn write(&self, out: &mut String);

    /// Whether a field of this type must be there. One that need not be is [`Value::blank`] where it is not.
    fn must_be_there() -> bool
    where
        Self: Sized,
    {
        true
    }

    /// Whether it is what a field means that is not there; such a field is left out when writing.
    fn is_absent(&self) -> bool {
        false
    }

    /// Whether a value of this type can hold a reference.
    fn may_refer() -> bool
    where
        Self: Sized,
    {
        false
    }

    /// Walks to every reference in the value.
    fn each_ref(&self, _walk: &mut Walk<'_>) {}

    /// What the field at the end of a way refers to, where it is one that does. Elements of lists take no step.
    fn referred(_way: &[&str]) -> Option<Referred>
    where
        Self: Sized,
    {
        None
    }
}
