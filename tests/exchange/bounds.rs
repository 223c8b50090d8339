//! Large sheets, and the desk that the worker runs.

use ombud::exchange::desk::SheetService;
use ombud::exchange::export;
use ombud::exchange::field::SheetTarget;
use ombud::exchange::mapping::guess;
use ombud::exchange::request::{Format, ImportPlan, SheetReply, SheetRequest};
use ombud::exchange::sheet::{SheetCell, SheetTable};
use ombud::organisation::value::Language;

use super::support::*;

const ROWS: usize = 45_000;

fn large() -> SheetTable {
    let text = |text: String| SheetCell::Text(text);
    let mut rows: Vec<Vec<SheetCell>> =
        vec![["Arbetsplats", "Förvaltning", "Säkerhetsombud", "E-post"].map(|heading| text(heading.into())).to_vec()];
    rows.extend((0..ROWS).map(|row| {
        vec![
            text(format!("Arbetsplats {row}")),
            text(format!("Förvaltning {}", row % 7)),
            text(format!("Ada {}son", letters(row))),
            text(format!("person.{row}@example.se")),
        ]
    }));
    SheetTable::new("Arbetsplatser", rows)
}

/// A number as letters: a name with figures in it is not taken for a person's.
fn letters(mut number: usize) -> String {
    let mut name = String::from("A");
    while number > 0 {
        name.push(char::from(b'a' + u8::try_from(number % 26).expect("below 26")));
        number /= 26;
    }
    name
}

#[test]
fn fault_11_a_sheet_of_a_whole_country_is_taken_in() {
    let table = large();
    let import = take_in(EMPTY, "stor.csv", &export::csv(&table));
    assert_eq!(import.notes, []);
    assert_eq!(import.added as usize, 7 + 3 * ROWS);
    // A workbook of it holds the same cells, so that the same is taken in.
    let opened = open("stor.xlsx", &export::xlsx(std::slice::from_ref(&table)).expect("a workbook"));
    assert_eq!(opened.sheets, [table]);
}

#[test]
fn a_sheet_of_headings_with_thousands_of_hints_is_taken_in() {
    let hinted = |heading: &str| format!("{heading}{}", " (s)".repeat(8_000));
    let headings: Vec<String> = (0..20).map(|at| hinted(["Arbetsplats", "Ombud", "Till", "Telefon"][at % 4])).collect();
    let sheet = format!("{}\nEken;Bo Ek", headings.join(";"));
    let opened = open("lista.csv", sheet.as_bytes());
    assert_eq!(guess(&opened.sheets[0], &directory(EMPTY)), None);
}

#[test]
fn the_desk_goes_from_a_file_to_wishes_and_back_to_a_file() {
    let mut desk = SheetService::new(ombud::text::exchange::legend);
    let quiet = &mut |_| ();
    assert_eq!(desk.handle(SheetRequest::Know(Box::new(directory(EMPTY))), quiet), SheetReply::Known);
    let sheet = "Arbetsplats;Säkerhetsombud;Chefens färg\nEken;Bo Ek;grön";
    let SheetReply::Opened { sheets, .. } = desk.open("lista.csv", sheet.as_bytes(), quiet) else {
        panic!("it is opened")
    };
    assert_eq!((&*sheets[0].name, sheets[0].target), ("lista", Some(SheetTarget::Workplaces)));
    let guess = SheetRequest::Guess { sheet: 0, target: None, remembered: vec![] };
    let SheetReply::Mapped(view) = desk.handle(guess, quiet) else { panic!("it is guessed") };
    let fields: Vec<_> = view.columns.iter().map(|column| column.field.as_deref()).collect();
    assert_eq!(fields, [Some("workplace"), Some("representative"), None]);
    assert_eq!((&*view.columns[2].letters, &*view.columns[2].samples[0]), ("C", "grön"));
    let again = SheetRequest::Guess { sheet: 0, target: None, remembered: vec![view.remembered.clone()] };
    assert_eq!(desk.handle(again, quiet), SheetReply::Mapped(view.clone()));
    let plan = ImportPlan { sheets: vec![(0, view.mapping)], answers: [].into(), language: Language::Swedish };
    let preview = SheetRequest::Preview { plan: plan.clone(), from: 0, count: 50 };
    let SheetReply::Preview(preview) = desk.handle(preview, quiet) else { panic!("it is previewed") };
    assert_eq!((preview.added, preview.items.len()), (3, 3));
    let SheetReply::Patches { patches, .. } = desk.handle(SheetRequest::Import(plan), quiet) else {
        panic!("it is imported")
    };
    assert_eq!(patches.len(), 3);
    let export = SheetRequest::Export {
        targets: vec![SheetTarget::Units],
        format: Format::Xlsx,
        language: Language::Swedish,
        on: "2026-11-22".parse().expect("a day"),
    };
    let SheetReply::File(file) = desk.handle(export, quiet) else { panic!("it is exported") };
    assert_eq!(open("x.xlsx", &file).sheets.len(), 2);
}

#[test]
fn a_file_that_is_refused_leaves_the_one_before() {
    let mut desk = SheetService::new(ombud::text::exchange::legend);
    desk.open("a.csv", b"Namn\nEken", &mut |_| ());
    assert!(matches!(desk.open("b.xlsx", b"PK\x03\x04", &mut |_| ()), SheetReply::Refused(_)));
    let guess = SheetRequest::Guess { sheet: 0, target: Some(SheetTarget::Units), remembered: vec![] };
    assert!(matches!(desk.handle(guess, &mut |_| ()), SheetReply::Mapped(_)));
}
