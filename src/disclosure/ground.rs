//! Why an item is left out.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Why an item is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WithheldBecause {
    /// The item is marked `internal`.
    Internal,
    /// The item is marked `secret`, on this ground where that is a section of a law; any other text is told to nobody.
    Secret(Option<String>),
    /// The item is marked `never`.
    Never,
    /// The item concerns another part of the municipality than the receiver's.
    Elsewhere,
    /// The list of the item tells where the municipality is vulnerable.
    Vulnerability,
    /// A person whom nothing in the extract mentions.
    Unmentioned,
    /// The item is about something that is left out.
    Reference,
    /// The item could not be read, so nobody knows what it says.
    Unread,
}

impl WithheldBecause {
    /// That an item is secret on a ground: told if it is written as chapter and section (`18:13`, `15:1 a`).
    pub(super) fn secret(ground: &str) -> Self {
        let is_short = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_section = ground.split_once(':').is_some_and(|(chapter, section)| {
            let (number, letter) = section.split_once(' ').unwrap_or((section, "a"));
            is_short(chapter) && is_short(number) && matches!(letter.as_bytes(), [b'a'..=b'z'])
        });
        Self::Secret(is_section.then(|| ground.to_owned()))
    }

    /// Whether it is a marking that leaves the item out, and nothing else that is known of it.
    pub const fn is_marking(&self) -> bool {
        matches!(self, Self::Internal | Self::Secret(_) | Self::Never)
    }

    /// What an extract calls it.
    pub fn word(&self) -> Cow<'static, str> {
        match self {
            Self::Internal => "internal".into(),
            Self::Secret(None) => "secret".into(),
            Self::Secret(Some(section)) => format!("secret:{section}").into(),
            Self::Never => "never".into(),
            Self::Elsewhere => "elsewhere".into(),
            Self::Vulnerability => "vulnerability".into(),
            Self::Unmentioned => "unmentioned".into(),
            Self::Reference => "reference".into(),
            Self::Unread => "unread".into(),
        }
    }

    /// The ground an extract calls so.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "internal" => Self::Internal,
            "secret" => Self::Secret(None),
            "never" => Self::Never,
            "elsewhere" => Self::Elsewhere,
            "vulnerability" => Self::Vulnerability,
            "unmentioned" => Self::Unmentioned,
            "reference" => Self::Reference,
            "unread" => Self::Unread,
            _ => match Self::secret(word.strip_prefix("secret:")?) {
                Self::Secret(None) => return None,
                secret => secret,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ground_of_secrecy_is_told_only_where_it_is_a_section_of_a_law() {
        for (ground, word) in [
            ("18:13", "secret:18:13"),
            ("15:1 a", "secret:15:1 a"),
            ("the cellar of the town hall", "secret"),
            ("18:13 the cellar", "secret"),
            ("18:", "secret"),
            ("", "secret"),
        ] {
            assert_eq!(WithheldBecause::secret(ground).word(), word);
        }
    }

    #[test]
    fn every_ground_is_known_by_its_word() {
        let secret = WithheldBecause::secret("18:13");
        let all = [
            WithheldBecause::Internal,
            secret,
            WithheldBecause::Secret(None),
            WithheldBecause::Never,
            WithheldBecause::Elsewhere,
        ];
        let rest = [
            WithheldBecause::Vulnerability,
            WithheldBecause::Unmentioned,
            WithheldBecause::Reference,
            WithheldBecause::Unread,
        ];
        assert!(rest.iter().all(|ground| !ground.is_marking()), "what is known otherwise");
        assert_eq!(all.iter().filter(|ground| ground.is_marking()).count(), 4);
        for ground in all.into_iter().chain(rest) {
            assert_eq!(WithheldBecause::from_word(&ground.word()), Some(ground));
        }
        assert_eq!(WithheldBecause::from_word("secret:the cellar"), None);
    }
}
