//! A report as sheets: one for each kind of table, after one that says what it is and what is missing.

use crate::exchange::sheet::{SheetCell, SheetTable as Sheet};

use super::block::{Block, Report, ReportTable, TableCell};

/// The sheets of a report. Texts that a program would take for formulas are kept from that where the workbook is
/// written ([`crate::exchange::export::xlsx`]).
pub fn sheets(report: &Report) -> Vec<Sheet> {
    let mut sheets = vec![cover(report)];
    let tables = report.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let mut by_sheet: Vec<(&str, Vec<&ReportTable>)> = Vec::new();
    for table in tables {
        match by_sheet.iter_mut().find(|(name, _)| *name == table.sheet) {
            Some((_, tables)) => tables.push(table),
            None => by_sheet.push((&table.sheet, vec![table])),
        }
    }
    sheets.extend(by_sheet.into_iter().map(|(name, tables)| sheet(name, &tables)));
    sheets
}

/// What the report is: its title, day, preface, and what is missing under each heading.
fn cover(report: &Report) -> Sheet {
    let mut rows =
        vec![vec![text(&report.title), text(&report.municipality)], vec![SheetCell::Empty, text(&report.day)]];
    rows.extend(said(&report.preface).map(|line| vec![SheetCell::Empty, text(line)]));
    for (number, section) in (1..).zip(&report.sections) {
        rows.push(vec![text(format!("{number}. {}", section.title))]);
        rows.extend(said(&section.blocks).map(|line| vec![SheetCell::Empty, text(line)]));
    }
    rows.extend(report.colophon.iter().map(|line| vec![SheetCell::Empty, text(line)]));
    Sheet::new(report.title.clone(), rows)
}

/// The sentences of some blocks: what is no table.
fn said(blocks: &[Block]) -> impl Iterator<Item = String> {
    blocks.iter().flat_map(|block| match block {
        Block::Paragraph(text) | Block::Caution(text) => vec![text.clone()],
        Block::Own(texts) | Block::List(texts) | Block::Missing { sentences: texts, .. } => texts.clone(),
        Block::Facts(facts) => facts.iter().map(|(label, fact)| format!("{label}: {fact}")).collect(),
        Block::Heading(_) | Block::Table(_) | Block::Matrix(_) => Vec::new(),
    })
}

/// One sheet of one or more tables; of more, each row says which it is of. Columns of one name are one.
fn sheet(name: &str, tables: &[&ReportTable]) -> Sheet {
    let of = (tables.len() > 1).then(|| text(&tables[0].of));
    let mut heads: Vec<&str> = Vec::new();
    for column in tables.iter().flat_map(|table| &table.columns) {
        if !heads.contains(&&*column.name) {
            heads.push(&column.name);
        }
    }
    let mut rows = vec![of.iter().cloned().chain(heads.iter().map(|head| text(*head))).collect::<Vec<_>>()];
    for table in tables {
        let of = of.as_ref().map(|_| text(&table.title));
        let place = |head: &str| table.columns.iter().position(|column| column.name == head);
        let places: Vec<Option<usize>> = heads.iter().map(|head| place(head)).collect();
        let cells = |row: &[TableCell]| -> Vec<SheetCell> {
            places.iter().map(|place| place.map_or(SheetCell::Empty, |place| cell(&row[place]))).collect()
        };
        rows.extend(table.rows.iter().map(|row| of.iter().cloned().chain(cells(row)).collect()));
    }
    Sheet::new(name, rows)
}

fn text(text: impl Into<String>) -> SheetCell {
    SheetCell::text(text)
}

fn cell(cell: &TableCell) -> SheetCell {
    match cell {
        TableCell::Number(number, _) => SheetCell::Number(*number),
        TableCell::Day(day, _) => SheetCell::Date(*day),
        other => SheetCell::text(other.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::block::TableColumn;
    use crate::report::html::tests::report;

    fn table(title: &str, cells: Vec<TableCell>) -> Block {
        Block::Table(ReportTable {
            title: title.into(),
            sheet: "Metod".into(),
            of: "Skala".into(),
            columns: vec![TableColumn::narrow("Nivå"), TableColumn::wide("Namn")],
            rows: vec![cells],
        })
    }

    fn of(blocks: Vec<Block>) -> Vec<Sheet> {
        sheets(&report(blocks))
    }

    #[test]
    fn tables_of_one_sheet_stand_together_and_say_which_they_are() {
        let one = || TableCell::Number(1.0, "1".into());
        let sheets = of(vec![table("Liv", vec![one(), "få".into()]), table("Miljö", vec![one(), "liten".into()])]);
        assert_eq!(sheets.len(), 2);
        let plain: Vec<Vec<String>> =
            sheets[1].rows.iter().map(|row| row.iter().map(SheetCell::plain).collect()).collect();
        assert_eq!(plain, [["Skala", "Nivå", "Namn"], ["Liv", "1", "få"], ["Miljö", "1", "liten"]]);
    }

    #[test]
    fn tables_of_one_sheet_share_the_columns_they_have_in_common() {
        let Block::Table(mut short) = table("Miljö", vec!["2".into(), "liten".into()]) else { unreachable!() };
        short.columns.remove(0);
        short.rows[0].remove(0);
        let sheets = of(vec![table("Liv", vec!["1".into(), "få".into()]), Block::Table(short)]);
        let last: Vec<String> = sheets[1].rows[2].iter().map(SheetCell::plain).collect();
        assert_eq!(last, ["Miljö", "", "liten"]);
    }

    #[test]
    fn a_table_alone_in_its_sheet_needs_no_name_in_its_rows() {
        let sheets = of(vec![table("Liv", vec![TableCell::Nothing, "få".into()])]);
        assert_eq!(sheets[1].width(), 2);
    }

    #[test]
    fn a_formula_is_written_as_the_text_it_is() {
        let sheets = of(vec![table("Liv", vec![TableCell::Nothing, "=HYPERLINK(\"http://x\")".into()])]);
        assert_eq!(sheets[1].cell(1, 1), &SheetCell::Text("=HYPERLINK(\"http://x\")".into()));
        let book = crate::exchange::export::xlsx(&sheets).expect("a workbook");
        let opened = crate::exchange::read("x.xlsx", &book, &mut |_| ()).expect("it opens");
        assert_eq!(opened.sheets[1].cell(1, 1), &SheetCell::Text("=HYPERLINK(\"http://x\")".into()));
    }

    #[test]
    fn the_first_sheet_says_what_is_missing_under_which_heading() {
        let missing =
            Block::Missing { title: "Saknas".into(), sentences: vec!["Tre risker saknar motivering.".into()] };
        let cover = &of(vec![missing])[0];
        let lines: Vec<String> = cover.rows.iter().flatten().map(SheetCell::plain).collect();
        assert!(lines.iter().any(|line| line.starts_with("1. ")), "{lines:?}");
        assert!(lines.contains(&"Tre risker saknar motivering.".to_owned()), "{lines:?}");
    }
}
