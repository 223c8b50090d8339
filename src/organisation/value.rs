//! The small values of the format: texts in one or two languages, days, levels and ranges, markings.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Serialize, Serializer};

use super::json::{Read, Reader};
use super::problem::{Expected, Found};
use super::record::{Value, words};

/// Text borrowed from the file, or owned where the file had an escape or an edit made it.
pub type Str<'a> = Cow<'a, str>;

/// A day in the proleptic Gregorian calendar, written `YYYY-MM-DD`.
pub type Date = chrono::NaiveDate;

pub mod day;

/// What an item is called by the others; never empty, unique in its list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
        /// English.
        English = "en",
    }
}

/// A text for people: one text for all, or one per language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub enum Text<'a> {
    /// The same in every language.
    Plain(Str<'a>),
    /// A text per language; at least one is there.
    Languages {
        /// In Swedish.
        sv: Option<Str<'a>>,
        /// In English.
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
        match self {
            Self::Plain(text) => Label::plain(&**text),
            Self::Languages { .. } => {
                let (sv, en) = (self.say(Language::Swedish), self.say(Language::English));
                Label { sv: visible(sv), en: (sv != en).then(|| visible(en)) }
            }
        }
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
    /// The same text in every language.
    pub fn plain(text: impl AsRef<str>) -> Self {
        Self { sv: visible(text.as_ref()), en: None }
    }

    /// The text in `language`.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::Swedish => &self.sv,
            Language::English => self.en.as_deref().unwrap_or(&self.sv),
        }
    }
}

/// A text as it may be shown: characters that turn the direction of the text around them are replaced, so that a
/// name cannot rewrite the sentence it stands in. What is saved is not touched.
pub fn visible(text: &str) -> String {
    let turns = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.replace(turns, "\u{FFFD}")
}

/// What to compare names by: letters without case, with å, ä and ö after z as in a Swedish list.
pub fn sort_key(name: &str) -> String {
    let place = |c| match c {
        'å' => '{',
        'ä' | 'æ' => '|',
        'ö' | 'ø' => '}',
        other => other,
    };
    name.chars().flat_map(char::to_lowercase).map(place).collect()
}

/// A level (from 1, the lowest), or a range of levels with both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub enum Levels {
    /// One level.
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
    /// Everyone.
    Open,
    /// The municipality's own people.
    Internal,
    /// Secret on the ground named after `secret:`, such as `18:13` of the Swedish secrecy act.
    Secret(Str<'a>),
    /// Never in any extract.
    Never,
}

/// Reads a text that `parse` understands.
pub(crate) fn parse_text<T>(
    reader: &mut Reader<'_>,
    parse: impl FnOnce(&str) -> Option<T>,
    expected: fn() -> Expected,
) -> Read<T> {
    let offset = reader.offset();
    let Some(text) = text_or_refuse(reader, expected)? else { return Ok(None) };
    match parse(&text) {
        Some(value) => Ok(Some(value)),
        None => reader.refuse_read(offset, Found::Text, expected()),
    }
}

#[inline(never)]
fn text_or_refuse<'a>(reader: &mut Reader<'a>, expected: fn() -> Expected) -> Read<Str<'a>> {
    if reader.peek()? == Found::Text { reader.text().map(Some) } else { reader.refuse(expected()) }
}

/// Reads a number that `parse` understands.
fn parse_number<T>(reader: &mut Reader<'_>, parse: fn(&str) -> Option<T>, expected: fn() -> Expected) -> Read<T> {
    let offset = reader.offset();
    if reader.peek()? != Found::Number {
        return reader.refuse(expected());
    }
    let digits = reader.number()?;
    match parse(digits) {
        Some(value) => Ok(Some(value)),
        None => reader.refuse_read(offset, Found::Number, expected()),
    }
}

impl<'a> Value<'a> for Str<'a> {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        text_or_refuse(reader, || Expected::Text)
    }
}

impl<'a> Value<'a> for Id<'a> {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        let offset = reader.offset();
        let Some(text) = Str::read(reader)? else { return Ok(None) };
        if text.is_empty() { reader.refuse_read(offset, Found::Text, Expected::Text) } else { Ok(Some(Self(text))) }
    }
}

impl<'a> Value<'a> for Text<'a> {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        match reader.peek()? {
            Found::Text => Ok(Some(Self::Plain(reader.text()?))),
            Found::Object => {
                let offset = reader.offset();
                let (mut sv, mut en, mut usable) = (None, None, true);
                reader.object(|reader, key| {
                    let slot = match &*key {
                        "sv" => &mut sv,
                        "en" => &mut en,
                        _ => {
                            usable = false;
                            let expected = Expected::OneOf(vec!["sv".into(), "en".into()]);
                            return reader.refuse::<()>(expected).map(drop);
                        }
                    };
                    *slot = Str::read(reader)?;
                    usable &= slot.is_some();
                    Ok(())
                })?;
                if usable && sv.is_none() && en.is_none() {
                    return reader.refuse_read(offset, Found::Object, Expected::TextOrLanguages);
                }
                Ok(usable.then_some(Self::Languages { sv, en }))
            }
            _ => reader.refuse(Expected::TextOrLanguages),
        }
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(text) => serializer.serialize_str(text),
            Self::Languages { sv, en } => {
                let mut map = serializer.serialize_map(None)?;
                for (key, text) in [("sv", sv), ("en", en)] {
                    if let Some(text) = text {
                        map.serialize_entry(key, text)?;
                    }
                }
                map.end()
            }
        }
    }
}

impl<'a> Value<'a> for Date {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        parse_text(reader, parse_date, || Expected::Date)
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

impl<'a> Value<'a> for u32 {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        parse_number(reader, |digits| digits.parse().ok(), || Expected::Whole { from: 0, to: Self::MAX.into() })
    }
}

impl<'a> Value<'a> for i64 {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        parse_number(reader, |digits| digits.parse().ok(), || Expected::Whole { from: Self::MIN, to: Self::MAX })
    }
}

impl<'a> Value<'a> for i32 {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        parse_number(
            reader,
            |digits| digits.parse().ok(),
            || Expected::Whole { from: Self::MIN.into(), to: Self::MAX.into() },
        )
    }
}

impl<'a> Value<'a> for f64 {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        parse_number(reader, |digits| digits.parse().ok().filter(|n: &f64| n.is_finite()), || Expected::Number)
    }
}

impl<'a> Value<'a> for bool {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        if reader.peek()? == Found::Boolean {
            Ok(Some(reader.word()? == "true"))
        } else {
            reader.refuse(Expected::Boolean)
        }
    }
}

impl<'a, T: Value<'a>> Value<'a> for Option<T> {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        if reader.peek()? == Found::Null {
            reader.word()?;
            return Ok(Some(None));
        }
        Ok(T::read(reader)?.map(Some))
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// A list may be left out: it is then empty.
impl<'a, T: Value<'a>> Value<'a> for Vec<T> {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        if reader.peek()? != Found::List {
            return reader.refuse(Expected::List);
        }
        let (mut list, mut usable) = (Self::new(), true);
        reader.list(|reader, _| {
            match T::read(reader)? {
                Some(item) => list.push(item),
                None => usable = false,
            }
            Ok(())
        })?;
        Ok(usable.then_some(list))
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<'a> Value<'a> for Levels {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        match reader.peek()? {
            Found::Number => Ok(i32::read(reader)?.map(Self::Level)),
            Found::List => {
                let offset = reader.offset();
                let Some(ends) = Vec::<i32>::read(reader)? else { return Ok(None) };
                match ends[..] {
                    [low, high] => Ok(Some(Self::Range(low, high))),
                    _ => reader.refuse_read(offset, Found::List, Expected::LevelOrRange),
                }
            }
            _ => reader.refuse(Expected::LevelOrRange),
        }
    }
}

impl Serialize for Levels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Level(level) => serializer.serialize_i32(*level),
            Self::Range(low, high) => {
                let mut list = serializer.serialize_seq(Some(2))?;
                list.serialize_element(low)?;
                list.serialize_element(high)?;
                list.end()
            }
        }
    }
}

impl<'a> Value<'a> for Marking<'a> {
    #[inline(never)]
    fn read(reader: &mut Reader<'a>) -> Read<Self> {
        let expected = || Expected::OneOf(["open", "internal", "secret:18:13", "never"].map(Into::into).into());
        parse_text(
            reader,
            |word| match word {
                "open" => Some(Self::Open),
                "internal" => Some(Self::Internal),
                "never" => Some(Self::Never),
                _ => word.strip_prefix("secret:").map(|ground| Self::Secret(ground.to_owned().into())),
            },
            expected,
        )
    }

    fn absent() -> Option<Self> {
        Some(Self::Unmarked)
    }

    fn is_absent(&self) -> bool {
        *self == Self::Unmarked
    }
}

impl Serialize for Marking<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unmarked => serializer.serialize_none(),
            Self::Open => serializer.serialize_str("open"),
            Self::Internal => serializer.serialize_str("internal"),
            Self::Secret(ground) => serializer.collect_str(&format_args!("secret:{ground}")),
            Self::Never => serializer.serialize_str("never"),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Marking<'_> {
    fn schema_name() -> Cow<'static, str> {
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
