//! Workbooks made for the purpose, harmless and not.

use std::io::Write;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::exchange::directory::Directory;
use crate::exchange::import::NoteKind;
use crate::exchange::intake::Intake;
use crate::exchange::read::read as open;
use crate::organisation::value::Language;

fn pack(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with one sheet, whose cells are written as XLSX has them.
fn book(sheet: &str) -> Vec<u8> {
    book_called("workbook.xml", "", sheet)
}

/// A workbook whose main part is called so, and whose sheet has a state.
fn book_called(main: &str, state: &str, sheet: &str) -> Vec<u8> {
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
    let workbook = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" {state} r:id="rId1"/></sheets></workbook>"#
    );
    let root = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/{main}"/></Relationships>"#
    );
    let links = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let sheet =
        format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#);
    pack(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        (&format!("xl/{main}"), workbook.as_bytes()),
        (&format!("xl/_rels/{main}.rels"), links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn refused(bytes: &[u8]) -> Refusal {
    open("x.xlsx", bytes, &mut |_| ()).expect_err("it is refused")
}

#[test]
fn fault_10_a_sheet_that_claims_every_cell_there_is_holds_what_it_holds() {
    let claims = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>Namn</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#;
    let opened = open("x.xlsx", &book(claims), &mut |_| ()).unwrap();
    assert_eq!(opened.sheets[0].rows, [[SheetCell::Text("Namn".into())]]);
    assert_eq!(opened.sheets[0].left_out.rows, 1);
}

#[test]
fn fault_10_an_archive_that_grows_too_large_is_refused() {
    let zeros = vec![b' '; 16 << 20];
    let bomb = pack(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(matches!(refused(&bomb), Refusal::Bomb { .. }));
    let tight = bounds::WorkbookBounds { bytes: 500, ..bounds::BOUNDS };
    let small = book("<sheetData/>");
    assert!(bounds::check(&small, &bounds::BOUNDS).is_ok());
    assert_eq!(bounds::check(&small, &tight), Err(Refusal::Bomb { limit: 500 }));
}

#[test]
fn fault_10_an_archive_that_lies_about_its_size_is_stopped_while_it_is_unpacked() {
    let zeros = vec![b' '; 16 << 20];
    let mut bomb = pack(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    let truth = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let lie = 1000_u32.to_le_bytes();
    let places: Vec<usize> = (0..bomb.len() - 4).filter(|at| bomb[*at..*at + 4] == truth).collect();
    assert!(!places.is_empty());
    for at in places {
        bomb[at..at + 4].copy_from_slice(&lie);
    }
    assert!(matches!(refused(&bomb), Refusal::Bomb { .. } | Refusal::Damaged));
}

#[test]
fn fault_10_an_archive_of_too_many_parts_is_refused() {
    let names: Vec<String> = (0..2_100).map(|part| format!("xl/{part}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b""[..])).collect();
    assert_eq!(refused(&pack(&parts)), Refusal::TooManyParts { limit: 2_000 });
}

#[test]
fn fault_10_old_protected_and_other_files_are_told_apart() {
    let old = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
    assert_eq!(refused(&old), Refusal::OldExcel);
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(&[old, name].concat()), Refusal::Protected);
    assert_eq!(refused(&pack(&[("word/document.xml", b"<x/>")])), Refusal::NotAWorkbook);
    assert_eq!(refused(&pack(&[("content.xml", b"<x/>"), ("mimetype", b"")])), Refusal::OtherWorkbook);
    assert_eq!(refused(&book("<sheetData>")[..200]), Refusal::Damaged);
    assert_eq!(refused(b""), Refusal::Empty);
}

#[test]
fn what_is_written_is_read_as_it_was() {
    let day = Date::from_ymd_opt(2026, 7, 1).unwrap();
    let rows = vec![
        vec![SheetCell::Text("Namn".into()), SheetCell::Text("Tal".into())],
        vec![
            SheetCell::Text("=1+1".into()),
            SheetCell::Number(-5.5),
            SheetCell::Date(day),
            SheetCell::Yes(true),
            SheetCell::Text("-5".into()),
        ],
        vec![],
        vec![SheetCell::Empty, SheetCell::Text("två\nrader; \"citat\" A\u{30A}".into())],
    ];
    let bytes = write(&[SheetTable::new("Blad: ett", rows.clone())]).unwrap();
    let opened = open("x.xlsx", &bytes, &mut |_| ()).unwrap();
    assert_eq!(opened.sheets[0].rows, rows);
    assert_eq!(opened.sheets[0].name, "Blad ett");
}

#[test]
fn a_number_without_bounds_is_an_error() {
    let cells = r#"<sheetData><row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>2</v></c></row></sheetData>"#;
    let sheet = &open("x.xlsx", &book(cells), &mut |_| ()).unwrap().sheets[0];
    assert_eq!(sheet.rows, [[SheetCell::Empty, SheetCell::Number(2.0)]]);
    assert_eq!(sheet.left_out.errors, [CellPlace::new(0, 0)]);
}

#[test]
fn days_are_counted_as_a_spreadsheet_counts() {
    let ymd = |year, month, day| Date::from_ymd_opt(year, month, day);
    assert_eq!(day(46_204.0, false), ymd(2026, 7, 1));
    assert_eq!([day(1.0, false), day(61.0, false)], [ymd(1900, 1, 1), ymd(1900, 3, 1)]);
    assert_eq!(day(1.5, true), ymd(1904, 1, 2));
    assert_eq!([day(-1.0, false), day(1e300, false)], [None, None]);
}

/// Texts in their places, as cells of XLSX.
fn text(place: &str, says: &str) -> String {
    format!(r#"<c r="{place}" t="str"><v>{says}</v></c>"#)
}

#[test]
fn a_cell_whose_error_is_unknown_says_nothing_and_the_others_what_they_say() {
    let cells = format!(
        r#"<sheetData><row r="1">{}<c r="B1" t="e"><v>#SPILL!</v></c><c r="C1"><v>12</v></c></row><row r="2"><c r="A2" t="e"><v>#N/A</v></c>{}</row></sheetData>"#,
        text("A1", "Eken"),
        text("B2", "Alen")
    );
    let opened = open("x.xlsx", &book(&cells), &mut |_| ()).unwrap();
    let (text, number) = (|text: &str| SheetCell::Text(text.into()), SheetCell::Number(12.0));
    assert_eq!(
        opened.sheets[0].rows,
        [vec![text("Eken"), SheetCell::Empty, number], vec![SheetCell::Empty, text("Alen")]]
    );
    assert_eq!(opened.sheets[0].left_out.errors, [CellPlace::new(0, 1), CellPlace::new(1, 0)], "both are told");
    let bare = r#"<sheetData><row><c t="e"><v>#SPILL!</v></c><c t="str"><v>Eken</v></c></row></sheetData>"#;
    assert_eq!(refused(&book(bare)), Refusal::Damaged, "the cells after it would move");
}

#[test]
fn the_main_part_is_the_one_the_package_names() {
    let cells = format!(r#"<sheetData><row r="1">{}</row></sheetData>"#, text("A1", "Namn"));
    let opened = open("x.xlsx", &book_called("arbetsbok7.xml", "", &cells), &mut |_| ()).unwrap();
    assert_eq!(opened.sheets[0].rows, [[SheetCell::Text("Namn".into())]]);
}

#[test]
fn what_a_spreadsheet_hides_is_left_out_and_counted_unless_it_is_asked_for() {
    let cells = format!(
        r#"<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData><row r="1">{}{}</row><row r="2" hidden="1">{}</row><row r="3" hidden="true"/><row r="4">{}</row></sheetData>"#,
        text("A1", "Namn"),
        text("B1", "Gammalt"),
        text("A2", "Eken"),
        text("A4", "Alen")
    );
    let book = book_called("workbook.xml", r#"state="veryHidden""#, &cells);
    let opened = open("x.xlsx", &book, &mut |_| ()).unwrap();
    let sheet = &opened.sheets[0];
    let text = |text: &str| vec![SheetCell::Text(text.into())];
    assert!(sheet.is_hidden);
    assert_eq!(sheet.rows, [text("Namn"), vec![], vec![], text("Alen")]);
    assert_eq!((&sheet.left_out.hidden_rows[..], &sheet.left_out.hidden_columns[..]), (&[1][..], &[1][..]));
    let reading = crate::exchange::read::Reading { with_hidden: true, ..Default::default() };
    let opened = crate::exchange::read::read_as("x.xlsx", &book, reading, &mut |_| ()).unwrap();
    assert_eq!(opened.sheets[0].rows[1], text("Eken"));
    assert!(opened.sheets[0].left_out.hidden_rows.is_empty());
}

#[test]
fn fault_29_a_hidden_sheet_and_hidden_rows_and_columns_are_told() {
    let sheet = format!(
        r#"<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData><row r="1">{}{}{}</row><row r="2" hidden="1">{}</row><row r="3">{}{}</row></sheetData>"#,
        text("A1", "Arbetsplats"),
        text("B1", "Anteckning"),
        text("C1", "Säkerhetsombud"),
        text("A2", "Eken"),
        text("A3", "Alen"),
        text("C3", "Bo Ek")
    );
    let told = |state: &str| {
        let opened = open("x.xlsx", &book_called("workbook.xml", state, &sheet), &mut |_| ()).unwrap();
        let directory = Directory::of(&crate::organisation::read(r#"{"format": 1}"#, &mut |_| ()).unwrap().0);
        let mut intake = Intake::default();
        intake.add("x.xlsx", opened, None, &directory);
        let import = intake.import(&directory, Language::Swedish);
        let is_of_hidden = |what: &NoteKind| {
            matches!(what, NoteKind::HiddenSheet | NoteKind::HiddenRows { .. } | NoteKind::HiddenColumns { .. })
        };
        let notes: Vec<NoteKind> = import.notes.into_iter().map(|note| note.what).filter(is_of_hidden).collect();
        (import.added > 0, notes)
    };
    let hidden = vec![NoteKind::HiddenRows { count: 1 }, NoteKind::HiddenColumns { count: 1 }];
    assert_eq!(told(""), (true, hidden), "what is in sight is taken in");
    assert_eq!(told(r#"state="hidden""#), (false, vec![NoteKind::HiddenSheet]));
}

#[test]
fn a_joined_cell_says_the_same_in_every_row_it_covers() {
    let cell = |place: &str, text: &str| format!(r#"<c r="{place}" t="str"><v>{text}</v></c>"#);
    let sheet = format!(
        r#"<sheetData><row r="1">{}{}{}</row><row r="2">{}{}<c r="C2"><v>30</v></c></row><row r="3">{}</row><row r="4" hidden="1">{}</row><row r="6">{}</row></sheetData><mergeCells count="4"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A6"/><mergeCell ref="C2:C3"/><mergeCell ref="B9:B1048576"/></mergeCells>"#,
        cell("A1", "Park"),
        cell("B1", "x"),
        cell("C1", "y"),
        cell("A2", "Barn"),
        cell("B2", "Asken"),
        cell("B3", "Linden"),
        cell("B4", "Gran"),
        cell("B6", "Tall"),
    );
    let sheet = &open("x.xlsx", &book(&sheet), &mut |_| ()).unwrap().sheets[0];
    let first: Vec<String> = (0..6).map(|row| sheet.cell(row, 0).plain()).collect();
    assert_eq!(first, ["Park", "Barn", "Barn", "", "", "Barn"], "neither a hidden row nor an empty one");
    assert_eq!(sheet.left_out.over_rows, [CellPlace { row: 1, column: 2 }]);
    assert!(sheet.cell(1, 2).is_empty() && sheet.cell(2, 2).is_empty(), "how much is whose is not known");
    assert_eq!(sheet.cell(0, 1).plain(), "x", "cells joined in one row alone stay");
}
