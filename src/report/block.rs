//! What a report is made of, whatever it is drawn on: headings, paragraphs, tables, matrices, and notes of what is
//! missing. All texts are said already, in one language, and are texts: none of them is ever read as markup.

use super::ReportOrigin;
use crate::organisation::value::Date;

/// A report, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The file that the report was made of.
    pub origin: ReportOrigin,
    /// The name of the municipality.
    pub municipality: String,
    /// The title of the report: `Risk- och sårbarhetsanalys`.
    pub title: String,
    /// The day it speaks of, in words.
    pub day: String,
    /// For whom it is, by which headings, and what was left out.
    pub preface: Vec<Block>,
    /// What the list of contents is called.
    pub contents: String,
    /// Stands beside a heading under which something is missing: `ofullständig`.
    pub lacking: String,
    /// The parts of the report, in order.
    pub sections: Vec<ReportSection>,
    /// What it was made of, and with what: the hash of the data, the program.
    pub colophon: Vec<String>,
    /// `Sida`: stands before the number of a page.
    pub page: String,
}

/// One heading of a report with all under it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportSection {
    /// The heading, without its number.
    pub title: String,
    /// Whether something is missing under the heading.
    pub lacks: bool,
    /// The blocks that stand under the heading.
    pub blocks: Vec<Block>,
}

/// A piece of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading inside a section.
    Heading(String),
    /// A paragraph of running text.
    Paragraph(String),
    /// What the municipality says in its own words: paragraphs.
    Own(Vec<String>),
    /// What is missing, a sentence each.
    Missing {
        /// What the sentences are about: `Det här saknas`.
        title: String,
        /// The sentences that say what is missing.
        sentences: Vec<String>,
    },
    /// What to mind.
    Caution(String),
    /// Facts, each with its label.
    Facts(Vec<(String, String)>),
    /// Things in a row.
    List(Vec<String>),
    /// A table with headed columns.
    Table(ReportTable),
    /// A matrix with its legend.
    Matrix(MatrixBlock),
}

/// A table. What is one sheet in a workbook may be several tables on paper.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportTable {
    /// The title of the table, which stands above it.
    pub title: String,
    /// The sheet it goes to.
    pub sheet: String,
    /// What the table's title is called where several tables share a sheet: `Skala`.
    pub of: String,
    /// The columns of the table.
    pub columns: Vec<TableColumn>,
    /// The rows of the table, each with a cell per column.
    pub rows: Vec<Vec<TableCell>>,
}

impl ReportTable {
    /// The table without the columns that say nothing in any row.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        let says = |column: usize| self.rows.iter().any(|row| row[column] != TableCell::Nothing);
        let kept: Vec<bool> = (0..self.columns.len()).map(says).collect();
        let mut keep = kept.iter().copied();
        self.columns.retain(|_| keep.next().unwrap_or(true));
        for row in &mut self.rows {
            let mut keep = kept.iter().copied();
            row.retain(|_| keep.next().unwrap_or(true));
        }
        self
    }

    /// The place of the column whose cells name the rows: the first that does not number or date them.
    pub fn naming(&self) -> usize {
        let names = |cell: &TableCell| !matches!(cell, TableCell::Number(..) | TableCell::Day(..));
        self.rows.first().and_then(|row| row.iter().position(names)).unwrap_or_default()
    }

    /// The classes by which the columns are styled: whether a column is narrow, and whether it holds figures, which end
    /// under each other. A figure that is not stated is told as a text among them.
    pub fn column_classes(&self) -> Vec<Option<&'static str>> {
        let naming = self.naming();
        let class = |(at, column): (usize, &TableColumn)| {
            let mut cells = self.rows.iter().filter_map(|row| row.get(at));
            let is_told =
                |cell: &TableCell| matches!(cell, TableCell::Number(..) | TableCell::Text(_) | TableCell::Nothing);
            let holds_figures =
                at > naming && cells.clone().all(is_told) && cells.any(|cell| matches!(cell, TableCell::Number(..)));
            match column.width {
                Width::Narrow if holds_figures => Some("narrow figure"),
                Width::Narrow => Some("narrow"),
                Width::Wide => None,
            }
        };
        self.columns.iter().enumerate().map(class).collect()
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// The heading of the column.
    pub name: String,
    /// How much room it needs.
    pub width: Width,
}

/// How much room a column needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A number, a letter, a day: no more than it holds.
    Narrow,
    /// The column takes the width that is left.
    Wide,
}

impl TableColumn {
    /// A column for numbers, letters and days.
    pub fn narrow(name: impl Into<String>) -> Self {
        Self { name: name.into(), width: Width::Narrow }
    }

    /// A column for texts.
    pub fn wide(name: impl Into<String>) -> Self {
        Self { name: name.into(), width: Width::Wide }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum TableCell {
    /// There is nothing to say.
    #[default]
    Nothing,
    /// A text to be shown.
    Text(String),
    /// Texts, a line each.
    Lines(Vec<String>),
    /// A number, and how it is said.
    Number(f64, String),
    /// A day, and how it is said.
    Day(Date, String),
    /// A class of risks.
    Class(ShadeMark),
}

impl TableCell {
    /// The cell as one text.
    pub fn text(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) | Self::Number(_, text) | Self::Day(_, text) => text.clone(),
            Self::Lines(lines) => lines.join("\n"),
            Self::Class(mark) => format!("{} {}", mark.letter, mark.name),
        }
    }
}

impl From<String> for TableCell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl From<&str> for TableCell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Option<String>> for TableCell {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Nothing, Self::from)
    }
}

impl From<Vec<String>> for TableCell {
    fn from(lines: Vec<String>) -> Self {
        if lines.is_empty() { Self::Nothing } else { Self::Lines(lines) }
    }
}

/// The mark of a class: a letter, a name, and a shade that is a pattern as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShadeMark {
    /// The letter of the class.
    pub letter: String,
    /// The name of the class.
    pub name: String,
    /// From 1 for the lowest to 5 for the highest, whatever the number of classes.
    pub shade: u8,
}

/// A matrix: likelihood from the highest down, consequence from the lowest on.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixBlock {
    /// What the matrix shows; stands above it.
    pub title: String,
    /// Name of the axis of likelihood.
    pub likelihood: String,
    /// Name of the axis of consequence.
    pub consequence: String,
    /// Levels of consequence, the lowest first.
    pub columns: Vec<String>,
    /// Levels of likelihood, the highest first, each with its cells.
    pub rows: Vec<(String, Vec<Square>)>,
    /// The classes, the lowest first, with what each demands.
    pub legend: Vec<(ShadeMark, String)>,
    /// What the matrix is not for. No matrix stands without it.
    pub caution: String,
}

/// A cell of a matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Square {
    /// The class of the square.
    pub mark: ShadeMark,
    /// The risks in it: by their places in the register, as they are said.
    pub places: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::{ReportTable, TableCell, TableColumn};

    #[test]
    fn figures_after_the_name_are_told_from_what_numbers_the_rows_and_from_texts() {
        let number = |number: u32| TableCell::Number(number.into(), number.to_string());
        let columns = ["No.", "Part", "Status", "Cost"].map(TableColumn::narrow).to_vec();
        let rows = vec![
            vec![number(1), "Roof".into(), "Ongoing".into(), number(5)],
            vec![number(2), "Wall".into(), "Done".into(), "not stated".into()],
        ];
        let table = ReportTable { title: String::new(), sheet: String::new(), of: String::new(), columns, rows };
        assert_eq!(table.column_classes(), [Some("narrow"), Some("narrow"), Some("narrow"), Some("narrow figure")]);
    }
}
