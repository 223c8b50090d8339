//! What an import did, as JSON: for programs that read it.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::value::RawValue;

use super::{Intake, Taken};
use crate::exchange::field::SheetTarget;
use crate::exchange::import::{Doubt, Import, ImportQuestion, ItemFate, Note, NoteKind, SheetSpot};

/// How many items of each list.
type Counts = BTreeMap<&'static str, usize>;

#[derive(Serialize)]
struct Told<'i> {
    sheets: Vec<SheetTold<'i>>,
    added: Counts,
    changed: Counts,
    unchanged: Counts,
    notes: Vec<NoteTold<'i>>,
    questions: Vec<QuestionTold<'i>>,
    result: &'i RawValue,
}

#[derive(Serialize)]
struct SheetTold<'i> {
    file: &'i str,
    sheet: &'i str,
    target: Option<&'static str>,
    columns: Vec<ColumnTold>,
}

#[derive(Serialize)]
struct ColumnTold {
    heading: String,
    field: Option<String>,
}

/// Where something stands: `cell` is null where a whole row or sheet is meant, `row` where a sheet is.
#[derive(Serialize)]
struct PlaceTold<'i> {
    file: &'i str,
    sheet: &'i str,
    row: Option<u32>,
    cell: Option<String>,
}

#[derive(Serialize)]
struct NoteTold<'i> {
    #[serde(flatten)]
    place: PlaceTold<'i>,
    kind: String,
    found: &'i str,
    text: String,
}

#[derive(Serialize)]
struct QuestionTold<'i> {
    #[serde(flatten)]
    place: PlaceTold<'i>,
    kind: String,
    found: &'i str,
    email: Option<&'i str>,
    text: String,
}

/// An import as one object of JSON, with the file it makes. Sentences are made by `words`: they are no matter of this room.
pub fn json(
    intake: &Intake,
    import: &Import,
    result: &str,
    of_note: impl Fn(&Note) -> String,
    of_question: impl Fn(&ImportQuestion) -> String,
) -> Option<String> {
    let place = |at: SheetSpot, of_sheet: bool| {
        let sheet = intake.sheets.get(at.sheet as usize);
        PlaceTold {
            file: sheet.map_or("", |sheet| &sheet.file),
            sheet: sheet.map_or("", |sheet| &sheet.table.name),
            row: (!of_sheet).then(|| at.row + 1),
            cell: at.place().map(|place| place.to_string()),
        }
    };
    let told = Told {
        sheets: intake.sheets.iter().map(sheet).collect(),
        added: counts(import, ItemFate::Added),
        changed: counts(import, ItemFate::Changed),
        unchanged: counts(import, ItemFate::Same),
        notes: import
            .notes
            .iter()
            .map(|note| NoteTold {
                place: place(note.at, note.what.is_of_sheet()),
                kind: kind(&note.what),
                found: &note.found,
                text: of_note(note),
            })
            .collect(),
        questions: import
            .questions
            .iter()
            .map(|question| QuestionTold {
                place: place(question.at, false),
                kind: doubt(question.doubt),
                found: &question.name,
                email: question.email.as_deref(),
                text: of_question(question),
            })
            .collect(),
        result: serde_json::from_str(result).ok()?,
    };
    serde_json::to_string(&told).ok().map(|text| text + "\n")
}

fn sheet(sheet: &Taken) -> SheetTold<'_> {
    let heading_row = sheet.mapping.as_ref().and_then(|mapping| mapping.heading_row);
    let field = |place: usize| sheet.mapping.as_ref().and_then(|mapping| mapping.columns.get(place)?.clone());
    let heading = |place: usize| {
        heading_row.map_or(String::new(), |row| sheet.table.cell(row as usize, place).plain().trim().to_owned())
    };
    let column = |place: usize| ColumnTold { heading: heading(place), field: field(place) };
    SheetTold {
        file: &sheet.file,
        sheet: &sheet.table.name,
        target: sheet.mapping.as_ref().map(|mapping| mapping.target.word()),
        columns: (0..sheet.table.width()).map(column).collect(),
    }
}

/// The items of each list that have the fate; lists that a sheet can speak of stand there with 0.
fn counts(import: &Import, fate: ItemFate) -> Counts {
    let mut counts: Counts =
        SheetTarget::ALL.into_iter().filter_map(|target| Some((target.list()?.name(), 0))).collect();
    for item in import.items.iter().filter(|item| item.fate == fate) {
        if let Some(list) = item.target.list() {
            *counts.entry(list.name()).or_default() += 1;
        }
    }
    counts
}

/// The word for what a note tells: the name of its kind.
fn kind(what: &NoteKind) -> String {
    name(serde_json::to_value(what).ok())
}

/// The word for a doubt.
fn doubt(doubt: Doubt) -> String {
    name(serde_json::to_value(doubt).ok())
}

/// The name of a variant, `NotANumber` as `not_a_number`, whether or not it holds something.
fn name(value: Option<serde_json::Value>) -> String {
    let name = match value {
        Some(serde_json::Value::String(name)) => name,
        Some(serde_json::Value::Object(inside)) => inside.into_iter().next().map(|(name, _)| name).unwrap_or_default(),
        _ => String::new(),
    };
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_called_in_small_letters() {
        assert_eq!(kind(&NoteKind::NotADay), "not_a_day");
        assert_eq!(kind(&NoteKind::Contradicts { row: 3 }), "contradicts");
        assert_eq!(doubt(Doubt::OtherEmail), "other_email");
    }
}
