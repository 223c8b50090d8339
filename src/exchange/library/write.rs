//! From matrices to a library.

use serde_json::{Value, json};

use super::{LISTS, LibraryObject, ORDER, language, put, put_own};
use crate::exchange::yaml;
use crate::organisation::method::{Foreign, Level};
use crate::organisation::value::{Language, Text};
use crate::risk::CheckedMatrix;

/// Writes matrices as one library. They are put where they came from; matrices of several libraries, or of none, come
/// together under what the first of them says of its library.
///
/// A library has one scale of impact and no bounds: of a matrix with several dimensions the first is written.
pub fn write<'t>(tables: impl IntoIterator<Item = &'t CheckedMatrix<'t>>, name: Option<&Text<'_>>) -> String {
    let tables: Vec<&CheckedMatrix<'_>> = tables.into_iter().collect();
    let kept: Vec<LibraryObject> = tables.iter().map(|table| foreign(table.matrix.library.as_ref())).collect();
    let own = kept.iter().find_map(|kept| kept.get("library")?.as_object().cloned());
    let mut library = own.unwrap_or_else(|| header(&tables, name));
    let locale = language(library.get("locale"));
    let mut lists: Vec<(&str, Vec<Value>)> = Vec::new();
    for (table, kept) in tables.iter().zip(&kept) {
        let named = kept.get("list").and_then(Value::as_str);
        let list = LISTS
            .into_iter()
            .find(|list| Some(*list) == named)
            .unwrap_or_else(|| lists.first().map_or(LISTS[1], |(list, _)| list));
        let matrix = matrix(table, kept, locale);
        match lists.iter_mut().find(|(known, _)| *known == list) {
            Some((_, matrices)) => matrices.push(matrix),
            None => lists.push((list, vec![matrix])),
        }
    }
    let objects = library.entry("objects").or_insert_with(|| LibraryObject::new().into());
    if let Some(objects) = objects.as_object_mut() {
        objects.extend(lists.into_iter().map(|(list, matrices)| (list.to_owned(), matrices.into())));
    }
    yaml::write(&library.into(), &ORDER)
}

/// What a library of one's own says of itself.
fn header(tables: &[&CheckedMatrix<'_>], name: Option<&Text<'_>>) -> LibraryObject {
    let id = tables.first().map_or("matrix", |table| &*table.matrix.id);
    let named = tables.first().and_then(|table| table.matrix.name.as_ref());
    let mut library = LibraryObject::new();
    for (key, value) in [
        ("urn", json!(format!("urn:ombud:risk:library:{id}"))),
        ("locale", json!(Language::Swedish.word())),
        ("ref_id", json!(id)),
        ("name", json!(id)),
        ("description", json!("")),
        ("version", json!(1)),
        ("provider", json!(name.map_or("ombud", |name| name.say(Language::Swedish)))),
        ("packager", json!("ombud")),
    ] {
        library.insert(key.to_owned(), value);
    }
    put(&mut library, "name", named, Some(Language::Swedish));
    library
}

fn matrix(table: &CheckedMatrix<'_>, kept: &LibraryObject, locale: Option<Language>) -> Value {
    let matrix = table.matrix;
    let mut own = kept.get("matrix").and_then(Value::as_object).cloned().unwrap_or_else(|| {
        let mut own = LibraryObject::new();
        own.insert("urn".to_owned(), json!(format!("urn:ombud:risk:matrix:{}", matrix.id)));
        own.insert("ref_id".to_owned(), json!(&*matrix.id));
        own.insert("name".to_owned(), json!(&*matrix.id));
        own.insert("description".to_owned(), json!(""));
        own
    });
    put(&mut own, "name", matrix.name.as_ref(), locale);
    let levels = |levels: &[Level<'_>]| -> Vec<Value> {
        levels.iter().zip(0..).map(|(level, place)| self::level(level, place, locale)).collect()
    };
    let classes = table.classes().iter().zip(0..).map(|(class, place)| {
        let mut own = object_of(class.library.as_ref(), place);
        put(&mut own, "name", Some(&class.name), locale);
        put(&mut own, "description", class.demands.as_ref(), locale);
        for (key, text) in [("abbreviation", &class.letter), ("hexcolor", &class.colour)] {
            if let Some(text) = text {
                put_own(&mut own, key, text);
            }
        }
        Value::Object(own)
    });
    let grid: Vec<Vec<u8>> =
        (1..=table.rows).map(|row| (1..=table.columns).map(|column| table.class(row, column)).collect()).collect();
    own.insert("probability".to_owned(), levels(&table.likelihood.levels).into());
    own.insert("impact".to_owned(), levels(table.dimensions.first().map_or(&[][..], |scale| &scale.levels)).into());
    own.insert("risk".to_owned(), classes.collect::<Vec<_>>().into());
    own.insert("grid".to_owned(), json!(grid));
    own.into()
}

fn level(level: &Level<'_>, place: u32, locale: Option<Language>) -> Value {
    let mut own = object_of(level.library.as_ref(), place);
    put(&mut own, "name", Some(&level.name), locale);
    put(&mut own, "description", level.description.as_ref(), locale);
    own.into()
}

/// What the library said of a level or class; what every library says, where it came from none.
fn object_of(library: Option<&Foreign<'_>>, place: u32) -> LibraryObject {
    if library.is_some() {
        return foreign(library);
    }
    let mut own = LibraryObject::new();
    own.insert("id".to_owned(), place.into());
    own.insert("abbreviation".to_owned(), (place + 1).to_string().into());
    own.insert("description".to_owned(), "".into());
    own
}

fn foreign(library: Option<&Foreign<'_>>) -> LibraryObject {
    library.and_then(|kept| serde_json::from_str(&kept.0.0).ok()).unwrap_or_default()
}
