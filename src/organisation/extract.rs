//! What an extract says of itself: that it is one, for whom, and how much it does not hold.

use super::json::JsonReader;
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
        /// The version of Ombud that made the extract.
        pub version: Str<'a>,
        /// The version of the rules by which it was made, as `docs/extract.md` tells them.
        pub rules: u32,
        /// How many items it leaves out, by the ground.
        pub left_out: ByKey<'a, u32>,
        /// The id of the round it was made for, where it was made for one.
        pub round: Option<Str<'a>>,
        /// The last day on which an answer to it is in time.
        pub answer_by: Option<Date>,
        /// The e-mail address that an answer to it goes to.
        pub answer_to: Option<Str<'a>>,
    }
}

/// Whether an extract is for someone who can answer it, by what it says of itself: a department, a company, an external
/// party or the municipality's own people. The public gets one to read.
pub fn can_be_answered(made: &str) -> bool {
    receiver(made).is_some_and(|receiver| receiver != "public")
}

/// The id of the department, the company or the external party that an extract is for, by what it says of itself; none
/// where it is for others.
pub fn part(made: &str) -> Option<String> {
    let receiver = receiver(made)?;
    let id = receiver.strip_prefix("department:").or_else(|| receiver.strip_prefix("party:"));
    id.map(str::to_owned)
}

/// Whom an extract is for, in the words of the format.
fn receiver(made: &str) -> Option<Str<'_>> {
    let mut reader = JsonReader::new(made);
    reader.enter().ok()?;
    while let Some(key) = reader.next_key().ok()? {
        if key == "for" {
            return reader.text().ok();
        }
        reader.skip().ok()?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{can_be_answered, part};

    #[test]
    fn an_extract_for_the_public_is_not_to_be_answered() {
        assert!(can_be_answered(r#"{"date":"2026-11-01","for":"department:buf"}"#));
        assert!(can_be_answered(r#"{"for":"party:polisen","left_out":{}}"#));
        for other in [r#"{"for":"public"}"#, "{}", r#"{"for":7}"#, ""] {
            assert!(!can_be_answered(other), "{other}");
        }
    }

    #[test]
    fn an_extract_for_a_department_or_a_party_is_about_a_part_and_others_are_not() {
        assert_eq!(part(r#"{"date":"2026-11-01","for":"department:buf"}"#).as_deref(), Some("buf"));
        assert_eq!(part(r#"{"for":"party:polisen","left_out":{}}"#).as_deref(), Some("polisen"));
        for other in [r#"{"for":"public"}"#, r#"{"for":"internal"}"#, "{}", r#"{"for":7}"#, ""] {
            assert_eq!(part(other), None, "{other}");
        }
    }
}
