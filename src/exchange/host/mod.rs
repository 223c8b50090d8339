//! What the page around an embedded view and the view say to each other. Every message is an object
//! `{ombud: 1, id?, type, …}`; an answer carries the `id` of what it answers.
//!
//! | to the view | to the page around it |
//! | --- | --- |
//! | `configure {theme?, language?}` | `ready` |
//! | `load {organisation, name?}` | `loaded {name, problems}` |
//! | `show {view?, unit?, date?}` | `selected {address}`, `height {height}` |
//! | `get {what: "verdict"}` | `verdict {verdict}` |
//! | `get {what: "extract"}` | `extract {extract}` |
//! | | `error {code, from?}` |
//!
//! Who is heard at all is for [`Embedders`] to say, how often for [`Pace`]; what is said is read here, and nothing of it
//! is taken that has no place here.

mod embedders;
mod framing;
pub mod snippet;
pub mod tokens;

pub use self::embedders::Embedders;
pub use self::framing::allows_any_frame;
use crate::organisation::record::words;
use crate::organisation::value::{Date, Language, parse_date};

words! {
    /// What is shown in a page of others.
    pub enum EmbeddedView {
        /// The situation picture.
        Overview = "overview",
        /// Every workplace as a cell.
        Map = "map",
        /// One unit; all of them where none is named.
        Unit = "unit",
        /// The risk matrix with its counts.
        Matrix = "matrix",
        /// The contact card of a workplace; of all where none is named.
        Card = "card",
        /// The risk management group.
        Group = "group",
    }
}

/// The version of the protocol.
pub const VERSION: f64 = 1.0;

/// Characters that a text in a message may have.
pub const MOST_TEXT: u32 = 1000;

/// Bytes, or characters, that an organisation may have.
pub const MOST_DATA: f64 = 64.0 * 1024.0 * 1024.0;

/// A field of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum HostField {
    /// The field is not there.
    Absent,
    /// A text of at most [`MOST_TEXT`] characters.
    Text(String),
    /// A text of more than [`MOST_TEXT`] characters, or bytes: how many.
    Long(f64),
    /// A number of the message.
    Number(f64),
    /// A value that is neither text nor number.
    Other,
}

/// A message from the page around, as it is understood.
#[derive(Debug, Clone, PartialEq)]
pub enum HostMessage {
    /// Light or dark, and the language.
    Configure {
        /// `light` or `dark`.
        theme: Option<String>,
        /// The language that texts are shown in.
        language: Option<Language>,
    },
    /// Opens the file in the field `organisation`.
    Load {
        /// The name of the file.
        name: Option<String>,
    },
    /// Shows another view, or from another day.
    Show {
        /// What is shown; the same as before where neither it nor a unit is named.
        view: Option<EmbeddedView>,
        /// Id of the unit that it is about.
        unit: Option<String>,
        /// The day from which things are looked at.
        date: Option<Date>,
    },
    /// The verdict of the day that is shown, as `ombud check --json` prints it.
    Verdict,
    /// The extract for the public: what a view is shown of is not thereby for the page around it to have.
    Extract,
}

/// Why something is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// The message is no message of this version, or a field is not what it must be.
    Malformed,
    /// There is no such type, or no such thing to get.
    Unknown,
    /// The message is longer than may be.
    TooLarge,
    /// There are more in a second than may be.
    TooMany,
    /// The message came before `ready`.
    NotReady,
    /// The file cannot be read.
    Unreadable,
    /// The file was not opened: it is sealed and another came, or the reader stayed with what is open.
    NotOpened,
}

impl Code {
    /// The word it is told by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Unknown => "unknown",
            Self::TooLarge => "too_large",
            Self::TooMany => "too_many",
            Self::NotReady => "not_ready",
            Self::Unreadable => "unreadable",
            Self::NotOpened => "not_opened",
        }
    }
}

/// Reads a message, given its fields by name: what is asked, or why it cannot be, and by what its answer is known.
pub fn read(field: impl Fn(&str) -> HostField) -> (Option<String>, Result<HostMessage, Code>) {
    match field("id") {
        HostField::Absent => (None, message(&field)),
        HostField::Text(id) if !id.is_empty() && id.len() <= 64 => (Some(id), message(&field)),
        _ => (None, Err(Code::Malformed)),
    }
}

fn message(field: &impl Fn(&str) -> HostField) -> Result<HostMessage, Code> {
    if field("ombud") != HostField::Number(VERSION) {
        return Err(Code::Malformed);
    }
    let text = |name: &str| match field(name) {
        HostField::Absent => Ok(None),
        HostField::Text(text) => Ok(Some(text)),
        HostField::Long(_) => Err(Code::TooLarge),
        HostField::Number(_) | HostField::Other => Err(Code::Malformed),
    };
    match text("type")?.as_deref() {
        Some("configure") => {
            let theme = text("theme")?;
            if theme.as_ref().is_some_and(|theme| !matches!(&**theme, "light" | "dark")) {
                return Err(Code::Malformed);
            }
            let language = known(text("language")?, Language::from_word)?;
            Ok(HostMessage::Configure { theme, language })
        }
        Some("load") => {
            let name = text("name")?;
            match field("organisation") {
                HostField::Long(size) if size > MOST_DATA => Err(Code::TooLarge),
                HostField::Text(_) | HostField::Long(_) => Ok(HostMessage::Load { name }),
                HostField::Absent | HostField::Number(_) | HostField::Other => Err(Code::Malformed),
            }
        }
        Some("show") => {
            let view = text("view")?.map(|view| EmbeddedView::from_word(&view).ok_or(Code::Unknown)).transpose()?;
            let unit = text("unit")?;
            let view = view.or(unit.as_ref().map(|_| EmbeddedView::Unit));
            Ok(HostMessage::Show { view, unit, date: known(text("date")?, parse_date)? })
        }
        Some("get") => match text("what")?.as_deref() {
            Some("verdict") => Ok(HostMessage::Verdict),
            Some("extract") => Ok(HostMessage::Extract),
            _ => Err(Code::Unknown),
        },
        Some(_) => Err(Code::Unknown),
        None => Err(Code::Malformed),
    }
}

/// What a word means, where there is one; it must mean something.
fn known<T>(word: Option<String>, meaning: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Code> {
    word.map(|word| meaning(&word).ok_or(Code::Malformed)).transpose()
}

/// How many messages are heard: so many a second. What is beyond is told once, then not at all until the next second.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pace {
    since: f64,
    heard: u32,
}

/// What becomes of one more message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageTurn {
    /// The message is heard.
    Heard,
    /// The message is refused.
    Refused,
    /// The message is passed over: one before it was refused.
    Passed,
}

impl Pace {
    /// Messages heard in a second.
    pub const MOST: u32 = 20;

    /// One more message, at a time in milliseconds.
    pub fn next(&mut self, now: f64) -> MessageTurn {
        if !(0.0..1000.0).contains(&(now - self.since)) {
            *self = Self { since: now, heard: 0 };
        }
        self.heard = self.heard.saturating_add(1);
        match self.heard {
            heard if heard <= Self::MOST => MessageTurn::Heard,
            heard if heard == Self::MOST + 1 => MessageTurn::Refused,
            _ => MessageTurn::Passed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> HostField {
        HostField::Text(text.into())
    }

    /// Reads a message of this version with these fields.
    fn told(fields: &[(&str, HostField)]) -> Result<HostMessage, Code> {
        let given = |name: &str| fields.iter().find(|(known, _)| *known == name).map(|(_, field)| field.clone());
        read(|name| given(name).unwrap_or(if name == "ombud" { HostField::Number(1.0) } else { HostField::Absent })).1
    }

    #[test]
    fn what_the_protocol_knows_is_read() {
        let configure = HostMessage::Configure { theme: Some("dark".into()), language: Some(Language::English) };
        assert_eq!(
            told(&[("type", text("configure")), ("theme", text("dark")), ("language", text("en"))]),
            Ok(configure)
        );
        let load = Ok(HostMessage::Load { name: Some("a.json".into()) });
        assert_eq!(
            told(&[("type", text("load")), ("name", text("a.json")), ("organisation", HostField::Long(1e6))]),
            load
        );
        let date = parse_date("2026-11-22");
        let show = Ok(HostMessage::Show { view: Some(EmbeddedView::Unit), unit: Some("eken".into()), date });
        let fields = [("type", text("show")), ("unit", text("eken")), ("date", text("2026-11-22"))];
        assert_eq!(told(&fields), show);
        assert_eq!(told(&[("type", text("show"))]), Ok(HostMessage::Show { view: None, unit: None, date: None }));
        assert_eq!(told(&[("type", text("get")), ("what", text("verdict"))]), Ok(HostMessage::Verdict));
        assert_eq!(told(&[("type", text("get")), ("what", text("extract"))]), Ok(HostMessage::Extract));
    }

    #[test]
    fn what_it_does_not_know_is_refused_and_why() {
        let long = HostField::Long(f64::from(MOST_TEXT) + 1.0);
        for (fields, code) in [
            (vec![], Code::Malformed),
            (vec![("ombud", HostField::Number(2.0)), ("type", text("get"))], Code::Malformed),
            (vec![("ombud", HostField::Absent), ("type", text("get"))], Code::Malformed),
            (vec![("type", HostField::Other)], Code::Malformed),
            (vec![("type", text("explode"))], Code::Unknown),
            (vec![("type", text("get")), ("what", text("people"))], Code::Unknown),
            (vec![("type", text("get"))], Code::Unknown),
            (vec![("type", text("show")), ("view", text("data"))], Code::Unknown),
            (vec![("type", text("show")), ("date", text("tomorrow"))], Code::Malformed),
            (vec![("type", text("show")), ("unit", long)], Code::TooLarge),
            (vec![("type", text("configure")), ("theme", text("pink"))], Code::Malformed),
            (vec![("type", text("configure")), ("language", text("fi"))], Code::Malformed),
            (vec![("type", text("load"))], Code::Malformed),
            (vec![("type", text("load")), ("organisation", HostField::Other)], Code::Malformed),
            (vec![("type", text("load")), ("organisation", HostField::Long(1e8))], Code::TooLarge),
        ] {
            assert_eq!(told(&fields), Err(code), "{fields:?}");
        }
    }

    #[test]
    fn an_answer_is_known_by_the_id_of_what_it_answers() {
        let with = |id: HostField| read(|name| if name == "id" { id.clone() } else { HostField::Absent });
        assert_eq!(with(text("a1")).0.as_deref(), Some("a1"));
        for id in [text(""), text(&"x".repeat(65)), HostField::Long(1e6), HostField::Number(1.0), HostField::Other] {
            assert_eq!(with(id.clone()), (None, Err(Code::Malformed)), "{id:?}");
        }
    }

    #[test]
    fn a_flood_is_refused_once_and_then_passed_over_until_the_next_second() {
        let mut pace = Pace::default();
        for _ in 0..Pace::MOST {
            assert_eq!(pace.next(5000.0), MessageTurn::Heard);
        }
        assert_eq!(pace.next(5001.0), MessageTurn::Refused);
        assert_eq!(pace.next(5999.0), MessageTurn::Passed);
        assert_eq!(pace.next(6000.0), MessageTurn::Heard);
        assert_eq!(pace.next(10.0), MessageTurn::Heard, "a clock that was set back");
    }
}
