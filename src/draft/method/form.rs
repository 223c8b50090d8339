//! A method as a form has it, and as the file of the format that it makes.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::draft::object::{self, JsonObject};
use crate::draft::patch::FieldValue as Field;
use crate::draft::slug::new_id;
use crate::organisation::method::{Class, Scale};
use crate::organisation::record::Value;
use crate::organisation::value::{Label, Text};
use crate::organisation::write::json;
use crate::risk::CheckedMatrix;
use crate::risk::change::{Carried, Remap};

/// A method as a form has it: what it was, and what it is to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MethodEdit {
    /// What the matrix is called.
    pub name: Label,
    /// The likelihood scale; none where risks are judged by consequence alone.
    pub likelihood: Option<ScaleEdit>,
    /// The scales of consequence, in the order of the matrix.
    pub dimensions: Vec<ScaleEdit>,
    /// The classes, the lowest first.
    pub classes: Vec<ClassEdit>,
    /// `grid[likelihood - 1][consequence - 1]` is an index into `classes`.
    pub grid: Vec<Vec<u8>>,
}

/// A scale as a form has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ScaleEdit {
    /// The id of the scale.
    pub id: String,
    /// The name of the scale.
    pub name: Label,
    /// What the bounds of the scale count; empty for nothing.
    pub unit: String,
    /// The levels of the scale, the lowest first.
    pub levels: Vec<LevelEdit>,
}

/// A level as a form has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LevelEdit {
    /// The number before of the level, from 1; none where it is new.
    pub was: Option<u8>,
    /// The name of the level.
    pub name: Label,
    /// What the level means.
    pub description: Label,
    /// The lower bound of the level.
    pub above: Option<f64>,
    /// The upper bound of the level.
    pub up_to: Option<f64>,
}

/// A class as a form has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ClassEdit {
    /// The place before of the class, from 0; none where it is new.
    pub was: Option<u8>,
    /// The name of the class.
    pub name: Label,
    /// The letter in its cells.
    pub letter: String,
    /// What the class demands.
    pub demands: Label,
}

/// The scales that a matrix goes by, likelihood first.
pub(super) fn scales<'t>(table: &'t CheckedMatrix<'t>) -> impl Iterator<Item = &'t Scale<'t>> {
    table.has_likelihood().then_some(table.likelihood).into_iter().chain(table.dimensions.iter().copied())
}

impl MethodEdit {
    /// A method as it is, for a form.
    pub fn of(table: &CheckedMatrix<'_>) -> Self {
        let text = |text: &Option<Text<'_>>| text.as_ref().map(Text::as_written).unwrap_or_default();
        let scale = |scale: &Scale<'_>| ScaleEdit {
            id: scale.id.to_string(),
            name: text(&scale.name),
            unit: scale.unit.as_deref().unwrap_or_default().to_owned(),
            levels: (1..)
                .zip(&scale.levels)
                .map(|(number, level)| LevelEdit {
                    was: Some(number),
                    name: level.name.as_written(),
                    description: text(&level.description),
                    above: level.above,
                    up_to: level.up_to,
                })
                .collect(),
        };
        let class = |(place, class): (u8, &Class<'_>)| ClassEdit {
            was: Some(place),
            name: class.name.as_written(),
            letter: class.letter.as_deref().unwrap_or_default().to_owned(),
            demands: text(&class.demands),
        };
        Self {
            name: text(&table.matrix.name),
            likelihood: table.has_likelihood().then(|| scale(table.likelihood)),
            dimensions: table.dimensions.iter().map(|dimension| scale(dimension)).collect(),
            classes: (0..).zip(table.classes()).map(class).collect(),
            grid: (1..=table.rows)
                .map(|row| (1..=table.columns).map(|column| table.class(row, column)).collect())
                .collect(),
        }
    }

    /// What levels become: those that are still there what they are now, and those that are gone nothing.
    pub(super) fn remap(&self, table: &CheckedMatrix<'_>) -> Remap {
        let becomes = |edit: &ScaleEdit, before: &Scale<'_>| -> Vec<Option<u8>> {
            let now = |was: u8| edit.levels.iter().position(|level| level.was == Some(was));
            let now = |was: u8| now(was).and_then(|place| u8::try_from(place + 1).ok());
            (1..=u8::MAX).take(before.levels.len()).map(now).collect()
        };
        let likelihood = self.likelihood.as_ref().filter(|_| table.has_likelihood());
        let carried = |edit: &ScaleEdit| {
            let before = table.dimensions.iter().find(|scale| *scale.id == *edit.id)?;
            let (to, from) = (edit.id.clone(), before.id.to_string());
            Some(Carried { to, from, levels: becomes(edit, before) })
        };
        Remap {
            likelihood: likelihood.map(|edit| becomes(edit, table.likelihood)).unwrap_or_default(),
            dimensions: self.dimensions.iter().filter_map(carried).collect(),
        }
    }

    /// A file of the format with the method as it is to be. What a form does not ask stays as it is in `table`.
    pub(super) fn file(&self, table: &CheckedMatrix<'_>) -> String {
        let mut file: Vec<String> = Vec::new();
        for edit in self.likelihood.iter().chain(&self.dimensions) {
            let before = scales(table).find(|scale| *scale.id == *edit.id);
            file.push(edit.line(before));
        }
        let mut matrix = parse(table.matrix);
        put_text(&mut matrix, "name", &self.name);
        matrix.remove("likelihood");
        if let Some(likelihood) = &self.likelihood {
            matrix.insert("likelihood", json(&&*likelihood.id));
        }
        matrix.insert("consequence", list(self.dimensions.iter().map(|dimension| json(&&*dimension.id))));
        let mut ids: Vec<String> = Vec::new();
        let classes: Vec<String> = self.classes.iter().map(|edit| edit.line(table, &mut ids)).collect();
        matrix.insert("classes", list(classes));
        let row = |row: &Vec<u8>| list(row.iter().map(u8::to_string));
        matrix.insert("grid", list(self.grid.iter().map(row)));
        format!(r#"{{"format":1,"scales":[{}],"matrices":[{}]}}"#, file.join(","), object::write(&matrix))
    }
}

impl ScaleEdit {
    fn line(&self, before: Option<&Scale<'_>>) -> String {
        let mut scale = before.map(|scale| parse(scale)).unwrap_or_default();
        scale.insert("id", json(&&*self.id));
        put_text(&mut scale, "name", &self.name);
        object::put(&mut scale, "unit", Field::text(&self.unit).json());
        let level = |edit: &LevelEdit| {
            let was = edit.was.and_then(|was| before?.levels.get(usize::from(was.checked_sub(1)?)));
            let mut level = was.map(|level| parse(level)).unwrap_or_default();
            put_text(&mut level, "name", &edit.name);
            put_text(&mut level, "description", &edit.description);
            for (field, bound) in [("above", edit.above), ("up_to", edit.up_to)] {
                object::put(&mut level, field, bound.and_then(|bound| Field::Number(bound).json()));
            }
            object::write(&level)
        };
        scale.insert("levels", list(self.levels.iter().map(level)));
        object::write(&scale)
    }
}

impl ClassEdit {
    /// The class, with the id it had or a new one that no other has.
    fn line(&self, table: &CheckedMatrix<'_>, ids: &mut Vec<String>) -> String {
        let was = self.was.and_then(|was| table.classes().get(usize::from(was)));
        let mut class = was.map(|class| parse(class)).unwrap_or_default();
        let id = was.map_or_else(
            || {
                let is_free = |id: &str| {
                    ids.iter().all(|known| known != id) && table.classes().iter().all(|class| *class.id != *id)
                };
                new_id("classes", self.name.en.as_ref().unwrap_or(&self.name.sv), &is_free)
            },
            |class| class.id.to_string(),
        );
        class.insert("id", json(&&*id));
        ids.push(id);
        put_text(&mut class, "name", &self.name);
        object::put(&mut class, "letter", Field::text(&self.letter).json());
        put_text(&mut class, "demands", &self.demands);
        object::write(&class)
    }
}

fn parse(item: &dyn Value<'_>) -> JsonObject {
    object::parse(&json(item)).unwrap_or_default()
}

/// Puts a text in place of another, unless both say the same.
fn put_text(object: &mut JsonObject, field: &str, label: &Label) {
    let now = object.get(field).map(|raw| match Field::of(raw) {
        Field::Languages { sv, en } => Text::Languages {
            sv: Some(sv.into()).filter(|text: &Cow<'_, str>| !text.is_empty()),
            en: Some(en.into()).filter(|text: &Cow<'_, str>| !text.is_empty()),
        },
        other => Text::Plain(other.words().to_owned().into()),
    });
    if now.map(|text| text.label()).unwrap_or_default() == *label {
        return;
    }
    let value = match &label.en {
        Some(en) => Field::Languages { sv: label.sv.trim().to_owned(), en: en.trim().to_owned() },
        None => Field::text(&label.sv),
    };
    object::put(object, field, value.json());
}

fn list(items: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", items.into_iter().collect::<Vec<_>>().join(","))
}
