//! The small values of the format: texts in one or two languages, days, levels and ranges, markings.

use std::fmt::{self, Write as _};
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::escape::{straight, write_text};
use super::json::{JsonReader, Read};
use super::letters::small;
use super::plain::{parse_text, put, text_or_refuse};
use super::problem::{Expected, JsonKind};
use super::record::{Value, words};
use super::write::ObjectWriter;

pub use super::day::{self, Date, parse_date};
pub use super::escape::{is_blank, visible};
pub use super::plain::Str;

/// What an item is called by the others; never empty, unique in its list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Id<'a>(#[cfg_attr(test, schemars(length(min = 1)))] pub Str<'a>);

impl Deref for Id<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

words! {
    /// A language the product speaks.
    pub enum Language {
        /// Swedish, the first language of the product.
        Swedish = "sv",
        /// English, the second language of the product.
        English = "en",
    }
}

/// A text for people: one text for all, or one per language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub enum Text<'a> {
    /// One text for every language.
    Plain(Str<'a>),
    /// A text per language; at least one is there.
    Languages {
        /// The text in Swedish.
        sv: Option<Str<'a>>,
        /// The text in English.
        en: Option<Str<'a>>,
    },
}

impl Text<'_> {
    /// The text in `language`, or in the other one where it is missing.
    pub fn say(&self, language: Language) -> &str {
        match (self, language) {
            (Self::Plain(text), _) => text,
            (Self::Languages { sv, en }, Language::Swedish) => sv.as_ref().or(en.as_ref()).map_or("", Deref::deref),
            (Self::Languages { sv, en }, Language::English) => en.as_ref().or(sv.as_ref()).map_or("", Deref::deref),
        }
    }

    /// The text taken out of the file, to be shown.
    pub fn label(&self) -> Label {
        let (sv, en) = (self.say(Language::Swedish), self.say(Language::English));
        match (is_blank(sv), is_blank(en)) {
            (false, false) => Label { sv: visible(sv), en: (sv != en).then(|| visible(en)) },
            (false, true) => Label { sv: visible(sv), en: None },
            (true, false) => Label { sv: visible(en), en: None },
            (true, true) => Label::blank(),
        }
    }

    /// The text taken out of the file, to be changed.
    pub fn as_written(&self) -> Label {
        let (sv, en) = (self.say(Language::Swedish), self.say(Language::English));
        Label { sv: straight(sv), en: (sv != en).then(|| straight(en)) }
    }
}

/// A text for people that stands on its own, apart from the file it came from.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Label {
    /// In Swedish, or in the only language there is.
    pub sv: String,
    /// In English, where that differs.
    pub en: Option<String>,
}

impl Label {
    /// A label with one text for every language.
    pub fn plain(text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        if is_blank(text) { Self::blank() } else { Self { sv: visible(text), en: None } }
    }

    /// What is shown of a text that would leave the page blank: a link has to have words.
    fn blank() -> Self {
        Self { sv: "(utan text)".to_owned(), en: Some("(no text)".to_owned()) }
    }

    /// The text in `language`.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.sv,
            Language::English => self.en.as_deref().unwrap_or(&self.sv),
        }
    }
}

/// What to compare names by: letters without case, with å, ä and ö after z as in a Swedish list.
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for letter in name.chars() {
        match small(letter) {
            'å' => key.push('{'),
            'ä' | 'æ' => key.push('|'),
            'ö' | 'ø' => key.push('}'),
            // The one capital whose small letter is two characters.
            '\u{130}' => key.push_str("i\u{307}"),
            other => key.push(other),
        }
    }
    key
}

/// A level (from 1, the lowest), or a range of levels with both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub enum Levels {
    /// One level, from 1, the lowest.
    Level(i32),
    /// `[low, high]`: somewhere from low to high.
    Range(i32, i32),
}

impl Levels {
    /// The lowest level it may be.
    pub fn low(self) -> i32 {
        match self {
            Self::Level(low) | Self::Range(low, _) => low,
        }
    }

    /// The highest level it may be.
    pub fn high(self) -> i32 {
        match self {
            Self::Level(high) | Self::Range(_, high) => high,
        }
    }
}

/// Who may see an item in an extract made for others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Marking<'a> {
    /// Not marked: as `Open`.
    #[default]
    Unmarked,
    /// Everyone may see it, the public too.
    Open,
    /// The municipality's own people.
    Internal,
    /// Secret on the ground named after `secret:`, such as `18:13` of the Swedish secrecy act.
    Secret(Str<'a>),
    /// Never in any extract.
    Never,
}

impl Marking<'_> {
    /// The marking that the format writes so.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "open" => Self::Open,
            "internal" => Self::Internal,
            "never" => Self::Never,
            _ => Self::Secret(word.strip_prefix("secret:")?.to_owned().into()),
        })
    }

    /// Whether the item is kept from everyone outside, the municipality's own people included.
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Secret(_) | Self::Never)
    }
}

impl<'a> Value<'a> for Id<'a> {
    fn blank() -> Self {
        Self(Str::blank())
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        let offset = reader.offset();
        if !self.0.read(reader)? {
            return Ok(false);
        }
        if self.is_empty() { reader.refuse_read(offset, JsonKind::Text, Expected::Text) } else { Ok(true) }
    }

    fn write(&self, out: &mut String) {
        write_text(self, out);
    }
}

impl<'a> Value<'a> for Text<'a> {
    fn blank() -> Self {
        Self::Plain(Str::blank())
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        if let Some(text) = reader.plain_text() {
            *self = Self::Plain(text.into());
            return Ok(true);
        }
        match reader.peek()? {
            JsonKind::Text => {
                *self = Self::Plain(reader.text()?);
                Ok(true)
            }
            JsonKind::Object => self.read_languages(reader),
            _ => reader.refuse(Expected::TextOrLanguages),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Plain(text) => write_text(text, out),
            Self::Languages { sv, en } => {
                let mut object = ObjectWriter::new(out);
                for (key, text) in [("sv", sv), ("en", en)] {
                    if let Some(text) = text {
                        write_text(text, object.key(key));
                    }
                }
                object.end();
            }
        }
    }
}

impl<'a> Text<'a> {
    #[inline(never)]
    fn read_languages(&mut self, reader: &mut JsonReader<'a>) -> Read {
        let offset = reader.offset();
        let (mut sv, mut en, mut usable) = (None, None, true);
        reader.enter()?;
        while let Some(key) = reader.next_key()? {
            let slot = match &*key {
                "sv" => &mut sv,
                "en" => &mut en,
                _ => {
                    usable = reader.refuse(Expected::OneOf(vec!["sv".into(), "en".into()]))?;
                    continue;
                }
            };
            *slot = text_or_refuse(reader, &|| Expected::Text)?;
            usable &= slot.is_some();
        }
        if usable && sv.is_none() && en.is_none() {
            return reader.refuse_read(offset, JsonKind::Object, Expected::TextOrLanguages);
        }
        *self = Self::Languages { sv, en };
        Ok(usable)
    }
}

impl<'a> Value<'a> for Levels {
    fn blank() -> Self {
        Self::Level(0)
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        match reader.peek()? {
            JsonKind::Number => {
                let mut level = 0;
                let usable = level.read(reader)?;
                *self = Self::Level(level);
                Ok(usable)
            }
            JsonKind::List => {
                let offset = reader.offset();
                let mut ends: Vec<i32> = Vec::new();
                if !ends.read(reader)? {
                    return Ok(false);
                }
                let [low, high] = ends[..] else {
                    return reader.refuse_read(offset, JsonKind::List, Expected::LevelOrRange);
                };
                *self = Self::Range(low, high);
                Ok(true)
            }
            _ => reader.refuse(Expected::LevelOrRange),
        }
    }

    fn write(&self, out: &mut String) {
        let _ = match self {
            Self::Level(level) => write!(out, "{level}"),
            Self::Range(low, high) => write!(out, "[{low},{high}]"),
        };
    }
}

impl<'a> Value<'a> for Marking<'a> {
    fn blank() -> Self {
        Self::Unmarked
    }

    #[inline(never)]
    fn read(&mut self, reader: &mut JsonReader<'a>) -> Read {
        let expected = || Expected::OneOf(["open", "internal", "secret:18:13", "never"].map(Into::into).into());
        parse_text(reader, &mut |word| put(self, Self::from_word(word)), expected)
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Unmarked => out.push_str("null"),
            Self::Open => write_text("open", out),
            Self::Internal => write_text("internal", out),
            Self::Secret(ground) => write_text(&format!("secret:{ground}"), out),
            Self::Never => write_text("never", out),
        }
    }

    fn must_be_there() -> bool {
        false
    }

    fn is_absent(&self) -> bool {
        *self == Self::Unmarked
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Marking<'_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Marking".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Who may see the item in an extract: `open` (everyone), `internal` (the municipality's own), `secret:` and the ground of secrecy, or `never`.",
            "type": "string",
            "pattern": "^(open|internal|never|secret:.+)$"
        })
    }
}
