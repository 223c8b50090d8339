//! From what stands in the forms of a profile to the wishes that carry it out.

use crate::draft::FieldValue;
use crate::draft::patch::PatchField;
use crate::engine::view::ReportView;
use crate::engine::view::report::{HeadingView, ReportPart};
use crate::organisation::report::Content;
use crate::organisation::value::Label;
use crate::organisation::write::ObjectWriter;

/// A text in Swedish, and in English where that differs.
type Both = (String, String);

/// A heading as its form has it.
#[derive(Clone, Default)]
pub(super) struct HeadingWish {
    pub(super) title: Both,
    pub(super) text: Both,
    pub(super) contents: Vec<Content>,
    /// Fields the format does not know, as they are written.
    rest: Vec<(String, String)>,
}

impl HeadingWish {
    pub(super) fn new(view: &HeadingView) -> Self {
        Self {
            title: both(Some(&view.title)),
            text: both(view.text.as_ref()),
            contents: view.parts.iter().map(ReportPart::content).collect(),
            rest: view.rest.clone(),
        }
    }

    /// A heading of this name, with nothing under it.
    pub(super) fn titled(title: &str) -> Self {
        Self { title: (title.to_owned(), String::new()), ..Self::default() }
    }

    /// Takes what its form held.
    pub(super) fn take(&mut self, values: &[(String, String)]) {
        let pair = |name: &str| {
            let english = format!("{name}:en");
            (value(values, name).to_owned(), value(values, &english).to_owned())
        };
        (self.title, self.text) = (pair("title"), pair("text"));
        let chosen = values.iter().filter(|(name, _)| name == "content");
        self.contents = Vec::new();
        for content in chosen.filter_map(|(_, word)| Content::from_word(word)) {
            if !self.contents.contains(&content) {
                self.contents.push(content);
            }
        }
    }

    /// The heading with what its form held.
    pub(super) fn taking(&self, values: &[(String, String)]) -> Self {
        let mut taking = self.clone();
        taking.take(values);
        taking
    }

    /// Whether nothing stands under the heading.
    fn is_empty(&self) -> bool {
        self.contents.is_empty() && self.text.0.is_empty() && self.text.1.is_empty() && self.rest.is_empty()
    }

    fn json(&self) -> String {
        let mut out = String::new();
        let mut object = ObjectWriter::new(&mut out);
        object.key("title").push_str(&text(&self.title.0, &self.title.1).json().unwrap_or_else(|| "\"\"".into()));
        if let Some(text) = text(&self.text.0, &self.text.1).json() {
            object.key("text").push_str(&text);
        }
        let contents = self.contents.iter().map(|content| content.word().to_owned()).collect();
        object.key("contents").push_str(&FieldValue::Texts(contents).json().unwrap_or_else(|| "[]".into()));
        for (key, raw) in &self.rest {
            object.key(key).push_str(raw);
        }
        object.end();
        out
    }
}

/// The headings that a pasted text has, one on a line, with what stands under those that are there already. The page
/// numbers them: numbers before them are left out. What stands under others is not lost, they come after.
pub(super) fn pasted(text: &str, known: &[HeadingWish]) -> Vec<HeadingWish> {
    let mut others = known.to_vec();
    let titles = text.lines().map(unnumbered);
    let of = |title| match others.iter().position(|heading| heading.title.0 == title) {
        Some(at) => others.remove(at),
        None => HeadingWish::titled(title),
    };
    let mut all: Vec<HeadingWish> = titles.filter(|title| !title.is_empty()).map(of).collect();
    all.extend(others.into_iter().filter(|heading| !heading.is_empty()));
    all
}

/// A heading without the number before it.
fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let sign = [' ', '\t', ')', '§'];
    if rest.len() < line.len() && rest.starts_with(sign) { rest.trim_start_matches(sign) } else { line }
}

/// The field that holds the headings of a profile.
pub(super) fn with_headings(headings: &[HeadingWish]) -> PatchField {
    let all: Vec<String> = headings.iter().map(HeadingWish::json).collect();
    ("headings".to_owned(), FieldValue::Json(format!("[{}]", all.join(","))))
}

/// The value of a field in a form.
pub(super) fn value<'v>(values: &'v [(String, String)], name: &str) -> &'v str {
    values.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.trim())
}

/// A text per language, or one where the second is the same or empty.
pub(super) fn text(sv: &str, en: &str) -> FieldValue {
    if en.is_empty() || en == sv {
        FieldValue::text(sv)
    } else {
        FieldValue::Languages { sv: sv.to_owned(), en: en.to_owned() }
    }
}

/// An id that no profile of the file has.
pub(super) fn free_id(view: &ReportView) -> String {
    let is_free = |id: &String| view.profiles.iter().all(|profile| profile.id != *id);
    (1..=u32::MAX).map(|number| format!("own-{number}")).find(is_free).unwrap_or_default()
}

fn both(label: Option<&Label>) -> Both {
    label.map_or_else(Both::default, |label| (label.sv.clone(), label.en.clone().unwrap_or_default()))
}
