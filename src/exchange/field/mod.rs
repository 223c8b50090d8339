//! What a sheet can say: for each target its fields, with their headings in both languages and whatever else people
//! call them. Export writes these headings and import looks for them, so that the two agree.

mod departments;
mod ends;
mod items;
mod spoken;
mod workplaces;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

pub(super) use self::ends::bare_end;
pub use self::items::LATE;
use super::directory::Directory;
use super::names::{heading, normal};
use super::words::Words;
use crate::organisation::ListName;
use crate::organisation::value::Language;

/// What the rows of a sheet are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SheetTarget {
    /// Workplaces with their department and who is responsible there: units, people and posts in one go.
    Workplaces,
    /// Units of the organisation, one to a row.
    Units,
    /// People of the file, one to a row.
    People,
    /// Posts: who holds which role where.
    Posts,
    /// Risks of the register, one to a row.
    Risks,
    /// Measures against risks.
    Measures,
    /// Departments with who coordinates their security: units, people and posts in one go.
    Departments,
}

/// How a cell is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellForm {
    /// The item's id.
    Id,
    /// A text that is the same in every language.
    Plain,
    /// A text for people: the Swedish one, or the only one.
    Said,
    /// The English one of a text for people.
    SaidEn,
    /// A whole number, not negative.
    Whole,
    /// Steps up or down.
    Steps,
    /// A number, whole or not.
    Number,
    /// A day, written as a date.
    Day,
    /// Yes or no.
    Yes,
    /// One of a set of words.
    Word(Words),
    /// Who may see the item in an extract: a marking.
    Marking,
    /// Several texts that are the same in every language.
    Plains,
    /// Several texts for people.
    Saids,
    /// Something else of the file, by name or id.
    One(CellReference),
    /// Several things of the file, each by name or id.
    Many(CellReference),
    /// A level or a range of levels of likelihood, or that it cannot be said.
    Likelihood,
    /// A level or a range of levels of one dimension.
    Level,
    /// Not a field of the item: the target itself knows what it is for.
    Special,
}

/// What a cell points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CellReference {
    /// A unit, by name or id.
    Unit,
    /// A person, by name, e-mail address or id.
    Person,
    /// A role, by name or id.
    Role,
    /// A risk, by title or id.
    Risk,
    /// A matrix, by name or id.
    Matrix,
    /// A unit or a person.
    Owner,
}

/// A field that a column can fill.
#[derive(Debug, PartialEq, Eq)]
pub struct SheetField {
    /// The id of the field in a mapping. Never changes: mappings are remembered.
    pub id: &'static str,
    /// Where in the item it is: keys from the outermost.
    pub path: &'static [&'static str],
    /// How its cells are understood.
    pub form: CellForm,
    /// Whether a row means nothing without the field.
    pub needed: bool,
    /// The heading of the field in Swedish.
    pub sv: &'static str,
    /// The heading of the field in English.
    pub en: &'static str,
    /// What else it is called.
    pub also: &'static [&'static str],
}

/// A field with the dimension it is about, where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// The field that the column fills.
    pub field: &'static SheetField,
    /// Id of the consequence scale.
    pub dimension: Option<String>,
}

impl SheetTarget {
    /// All of them. Where a file has several, they are carried out in this order.
    pub const ALL: [Self; 7] =
        [Self::Units, Self::Workplaces, Self::People, Self::Posts, Self::Risks, Self::Measures, Self::Departments];

    /// The fields of the sheet.
    pub fn fields(self) -> &'static [SheetField] {
        match self {
            Self::Workplaces => workplaces::FIELDS,
            Self::Departments => departments::FIELDS,
            Self::Units => items::UNITS,
            Self::People => items::PEOPLE,
            Self::Posts => items::POSTS,
            Self::Risks => items::RISKS,
            Self::Measures => items::MEASURES,
        }
    }

    /// The list of the format that its rows are items of; `None` where they are of several.
    pub const fn list(self) -> Option<ListName> {
        match self {
            Self::Workplaces | Self::Departments => None,
            Self::Units => Some(ListName::Units),
            Self::People => Some(ListName::People),
            Self::Posts => Some(ListName::Assignments),
            Self::Risks => Some(ListName::Risks),
            Self::Measures => Some(ListName::Measures),
        }
    }

    /// The word for it on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Workplaces => "workplaces",
            Self::Departments => "departments",
            Self::Units => "units",
            Self::People => "people",
            Self::Posts => "posts",
            Self::Risks => "risks",
            Self::Measures => "measures",
        }
    }

    /// The target of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.word() == word)
    }

    /// The name of the target's sheet.
    pub fn name(self, language: Language) -> &'static str {
        let (sv, en) = match self {
            Self::Workplaces => ("Arbetsplatser", "Workplaces"),
            Self::Departments => ("Förvaltningar", "Departments"),
            Self::Units => ("Enheter", "Units"),
            Self::People => ("Personer", "People"),
            Self::Posts => ("Uppdrag", "Posts"),
            Self::Risks => ("Risker", "Risks"),
            Self::Measures => ("Åtgärder", "Measures"),
        };
        if language == Language::Swedish { sv } else { en }
    }

    /// The people whom a row about a unit names, by the fields that do; none of other rows.
    pub(super) const fn people(self) -> &'static [&'static str] {
        match self {
            Self::Workplaces => &["head", "representative", "substitute", "coordinator"],
            Self::Departments => &["head", "coordinator", "substitute"],
            _ => &[],
        }
    }

    /// Of the people whom a row about a unit names, the one whose term and substitute it tells.
    pub(super) const fn termed(self) -> Option<&'static str> {
        match self {
            Self::Workplaces => Some("representative"),
            Self::Departments => Some("coordinator"),
            _ => None,
        }
    }

    /// The field of this id: `employees`, or `consequence:life` where it has dimensions.
    pub fn column(self, id: &str) -> Option<SheetColumn> {
        let (name, dimension) = id.split_once(':').map_or((id, None), |(name, dimension)| (name, Some(dimension)));
        let field = self.fields().iter().find(|field| field.id == name)?;
        let fits = (field.form == CellForm::Level) == dimension.is_some();
        fits.then(|| SheetColumn { field, dimension: dimension.map(str::to_owned) })
    }

    /// The columns that this heading names outright.
    pub(super) fn headed(self, text: &str, directory: &Directory) -> Option<SheetColumn> {
        let wanted = heading(text);
        if wanted.is_empty() || text.len() > LONGEST_HEADING {
            return None;
        }
        let plain = self.known_by(&wanted).filter(|field| field.form != CellForm::Level);
        let plain = plain.map(|field| SheetColumn { field, dimension: None });
        let plain = plain.or_else(|| self.dimension_headed(text, directory));
        let of_someone = || self.column(&spoken::of_someone(text, self.termed()?)?);
        plain.or_else(of_someone).or_else(|| self.headed(&spoken::without_hint(text)?, directory))
    }

    /// The field that a heading, made alike, names.
    fn known_by(self, heading: &str) -> Option<&'static SheetField> {
        KNOWN.iter().find(|(target, _)| *target == self)?.1.get(heading).copied()
    }

    /// `Konsekvens: Liv och hälsa (life)`: the heading of a dimension, by its id or its name. One with neither is
    /// about the only dimension; where there are several it is left open, but for the headings of CISO Assistant, which
    /// are about the first.
    fn dimension_headed(self, text: &str, directory: &Directory) -> Option<SheetColumn> {
        let text = text.trim();
        let (head, rest) = text.split_once(':').map_or((text, ""), |(head, rest)| (head, rest.trim()));
        let field = self.known_by(&heading(head)).filter(|field| field.form == CellForm::Level)?;
        let dimension = directory.dimension(rest)?;
        if rest.is_empty() && directory.all_dimensions().len() > 1 && !text.contains('_') {
            return Some(SheetColumn { field, dimension: None });
        }
        Some(SheetColumn { field, dimension: Some(dimension.to_owned()) })
    }
}

/// What a heading may have at most, in bytes; a longer text is none.
const LONGEST_HEADING: usize = 400;

/// The fields of a target by their headings, made alike.
type KnownHeadings = FxHashMap<String, &'static SheetField>;

/// Every heading that is known, made alike once: a sheet may have thousands of columns, and be of any target.
static KNOWN: LazyLock<Vec<(SheetTarget, KnownHeadings)>> = LazyLock::new(|| {
    let known = |field: &'static SheetField| {
        let headings = [field.id, field.sv, field.en].into_iter().chain(field.also.iter().copied());
        headings.map(move |known| (heading(known), field))
    };
    SheetTarget::ALL.into_iter().map(|target| (target, target.fields().iter().flat_map(known).collect())).collect()
});

impl SheetColumn {
    /// The id of the column in a mapping.
    pub fn id(&self) -> String {
        match &self.dimension {
            Some(dimension) => format!("{}:{dimension}", self.field.id),
            None => self.field.id.to_owned(),
        }
    }

    /// The keys of the column, from the outermost.
    pub fn path(&self) -> Vec<&str> {
        self.field.path.iter().copied().chain(self.dimension.as_deref()).collect()
    }

    /// The heading of the column.
    pub fn heading(&self, directory: &Directory, language: Language) -> String {
        let heading = if language == Language::Swedish { self.field.sv } else { self.field.en };
        let Some(id) = &self.dimension else { return heading.to_owned() };
        let scale = directory.scales.iter().find(|scale| scale.id == *id);
        match scale.and_then(|scale| scale.name.as_ref()) {
            Some(name) if normal(name.say(language)) != normal(id) => {
                format!("{heading}: {} ({id})", name.say(language))
            }
            _ => format!("{heading}: {id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_fields_of_a_target_share_a_heading() {
        for target in SheetTarget::ALL {
            let mut seen = std::collections::BTreeMap::new();
            for field in target.fields() {
                let mut own: Vec<_> =
                    [field.id, field.sv, field.en].iter().chain(field.also).map(|text| heading(text)).collect();
                own.sort();
                own.dedup();
                for text in own {
                    let other = seen.insert(text.clone(), field.id);
                    assert_eq!(other, None, "{target:?}: {text} means {other:?} and {}", field.id);
                }
            }
        }
    }

    #[test]
    fn a_field_is_found_by_its_id() {
        for target in SheetTarget::ALL {
            for field in target.fields().iter().filter(|field| field.form != CellForm::Level) {
                assert_eq!(target.column(field.id).map(|column| column.id()).as_deref(), Some(field.id));
            }
        }
        assert_eq!(SheetTarget::Risks.column("consequence:life").unwrap().path(), ["consequence", "life"]);
        assert_eq!(SheetTarget::Risks.column("consequence"), None);
    }

    /// The lists in which what a cell points to is looked for.
    const fn lists(reference: CellReference) -> &'static [ListName] {
        match reference {
            CellReference::Unit => &[ListName::Units],
            CellReference::Person => &[ListName::People],
            CellReference::Role => &[ListName::Roles],
            CellReference::Risk => &[ListName::Risks],
            CellReference::Matrix => &[ListName::Matrices],
            CellReference::Owner => &[ListName::Units, ListName::People],
        }
    }

    #[test]
    fn a_cell_points_to_what_its_field_refers_to_by_the_tables_of_the_format() {
        for target in SheetTarget::ALL {
            let Some(list) = target.list() else { continue };
            for field in target.fields().iter().filter(|field| !field.path.is_empty()) {
                let said = match field.form {
                    CellForm::One(reference) | CellForm::Many(reference) => Some(lists(reference)),
                    _ => None,
                };
                let referred = list.referred(&field.path.join("/"));
                assert_eq!(said, referred.map(|to| to.lists), "{target:?}: {}", field.id);
            }
        }
    }
}
