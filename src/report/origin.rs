//! What a report was made of, as its file says it to programs: enough to make the same report again and compare.

use std::fmt::Write as _;

use super::escape::{escape, unescape};
use crate::disclosure::Audience;
use crate::organisation::value::{Date, Language, parse_date};
use crate::report::FIRST_RULES;

/// What a report was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportOrigin {
    /// The language it is said in.
    pub language: Language,
    /// The day it speaks of.
    pub on: Date,
    /// The readers the report is for.
    pub audience: Audience,
    /// The version of Ombud that made the report.
    pub version: String,
    /// The version of the rules by which it says what is for whom; the first rules are not told.
    pub rules: u32,
    /// The SHA-256 of the data, in hexadecimal; none where the data had changes that no file held.
    pub data: Option<String>,
    /// Id of the profile its headings come from.
    pub profile: String,
}

/// What stands before it and after, and between it and its rules where these are not the first.
const MARKS: [&str; 2] = ["<meta name=\"ombud-report\" content=\"", "\">"];
const RULES_MARK: &str = "\" data-rules=\"";
/// Stands for data that no file held.
const UNSAVED: &str = "unsaved";

impl ReportOrigin {
    /// The element of the file's head.
    pub(super) fn element(&self) -> String {
        let [before, after] = MARKS;
        let Self { language, on, audience, version, rules, data, profile } = self;
        let data = data.as_deref().unwrap_or(UNSAVED);
        let mut said = format!("{} {on} {} {version} {data} {}", language.word(), audience.word(), escape(profile));
        if *rules != FIRST_RULES {
            let _ = write!(said, "{RULES_MARK}{rules}");
        }
        format!("{before}{said}{after}\n")
    }

    /// What the file of a report says of itself; none where it is no report, or does not say.
    pub fn of(html: &str) -> Option<Self> {
        let [before, after] = MARKS;
        let (_, rest) = html.split_once(before)?;
        let (said, _) = rest.split_once(after)?;
        let (said, rules) = match said.split_once(RULES_MARK) {
            Some((said, rules)) => (said, rules.parse().ok()?),
            None => (said, FIRST_RULES),
        };
        let mut words = said.splitn(6, ' ');
        let origin = Self {
            language: Language::from_word(words.next()?)?,
            on: parse_date(words.next()?)?,
            audience: Audience::from_word(words.next()?)?,
            version: words.next()?.to_owned(),
            rules,
            data: Some(words.next()?.to_owned()).filter(|data| data != UNSAVED),
            profile: unescape(words.next()?),
        };
        Some(origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::RULES;

    fn origin(data: Option<&str>, profile: &str, rules: u32) -> ReportOrigin {
        ReportOrigin {
            language: Language::Swedish,
            on: parse_date("2026-11-22").unwrap(),
            audience: Audience::Public,
            version: "0.1.0".into(),
            rules,
            data: data.map(str::to_owned),
            profile: profile.into(),
        }
    }

    #[test]
    fn what_is_written_is_read_whatever_the_profile_is_called() {
        for profile in ["msbfs-2015-5", "", "två ord", "\"><script>&amp;'"] {
            for (data, rules) in [(Some("3a01"), RULES), (None, RULES), (Some("3a01"), FIRST_RULES)] {
                let origin = origin(data, profile, rules);
                assert_eq!(ReportOrigin::of(&format!("<head>{}</head>", origin.element())), Some(origin));
            }
        }
    }

    #[test]
    fn what_is_no_report_says_nothing() {
        let whole = origin(None, "p", FIRST_RULES).element();
        for text in
            ["", "<!doctype html>", "{\"format\": 1}", &whole[..whole.len() - 3], &whole.replace("public", "everyone")]
        {
            assert_eq!(ReportOrigin::of(text), None, "{text}");
        }
    }
}
