//! Headings of Swedish lists and the fields they mean: `headings.csv`, one a row.

use ombud::exchange::Directory;
use ombud::exchange::field::SheetTarget;
use ombud::exchange::mapping::{guess, guess_as};
use ombud::exchange::sheet::{SheetCell, SheetTable};
use ombud::organisation::read;

/// The fields that a sheet with these headings fills.
fn fields(target: SheetTarget, headings: &[&str]) -> Vec<Option<String>> {
    let (file, _) = read("{\"format\": 1}", &mut |_| ()).unwrap();
    let row = headings.iter().map(|heading| SheetCell::text(*heading)).collect();
    guess_as(&SheetTable::new("", vec![row]), target, &Directory::of(&file)).columns
}

#[test]
fn every_heading_of_the_list_is_known() {
    let list = include_str!("headings.csv");
    let mut known = 0;
    for line in list.lines().skip(1) {
        let [target, heading, field] = line.split(';').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let target = SheetTarget::from_word(target).unwrap();
        let expected = Some(field.to_owned()).filter(|field| !field.is_empty());
        assert_eq!(fields(target, &[heading]), [expected], "{line}");
        known += 1;
    }
    assert!(known >= 100, "{known}");
}

#[test]
fn a_heading_is_the_same_whatever_its_case_dots_lines_and_hints() {
    for heading in
        ["säkerhetsombud", "SÄKERHETSOMBUD", "Säkerhets-\nombud:", " Säkerhets ombud (namn) *", "Sakerhetsombud"]
    {
        let expected = (heading != "Sakerhetsombud").then(|| "representative".to_owned());
        assert_eq!(fields(SheetTarget::Workplaces, &[heading]), [expected], "{heading}");
    }
}

#[test]
fn a_bare_mobile_belongs_to_whoever_stands_before_it() {
    let columns = fields(SheetTarget::Workplaces, &["Arbetsplats", "Säkerhetsombud", "Mobil", "Chef", "Mobil", "Tfn"]);
    let expected = ["workplace", "representative", "representative_phone", "head", "head_phone"];
    let expected = expected.map(|field| Some(field.to_owned())).into_iter().chain([None]);
    assert_eq!(columns, expected.collect::<Vec<_>>());
}

#[test]
fn a_name_beside_a_unit_makes_nobody_its_representative_unless_the_sheet_says_so() {
    let of = |table: SheetTable| {
        let mapping = guess(&table, &Directory::default()).expect("its headings are known");
        (mapping.target, mapping.columns.into_iter().flatten().collect::<Vec<_>>())
    };
    let rows = |first: &str| {
        let row = |cells: [&str; 3]| cells.map(SheetCell::text).to_vec();
        vec![row([first, "", ""]), row(["Enhet", "Namn", "E-post"]), row(["Eken", "Eva Al", "eva@example.se"])]
    };
    let (target, fields) = of(SheetTable::new("Blad1", rows("Kontaktlista")));
    assert_eq!((target, fields.len()), (SheetTarget::People, 3));
    let told = [SheetTable::new("Blad1", rows("Säkerhetsombud 2026")), SheetTable::new("Ombud", rows(""))];
    for table in told {
        let (target, fields) = of(table);
        assert_eq!(target, SheetTarget::Workplaces);
        assert!(fields.iter().any(|field| field == "representative"), "{fields:?}");
    }
}

#[test]
fn what_stands_behind_a_hidden_column_is_not_taken_for_the_units_own() {
    let row = |cells: [&str; 4]| cells.map(SheetCell::text).to_vec();
    let heads = row(["Arbetsplats", "", "Telefon", "E-post"]);
    let mut table = SheetTable::new("", vec![heads, row(["Eken", "", "070-123 45 67", "eva.al@example.se"])]);
    let own = |field: &str| Some(field.to_owned());
    let guessed = |table: &SheetTable| guess_as(table, SheetTarget::Workplaces, &Directory::default()).columns;
    assert_eq!(guessed(&table), [own("workplace"), None, own("unit_phone"), own("unit_email")]);
    table.left_out.hidden_columns = vec![1];
    assert_eq!(guessed(&table), [own("workplace"), None, None, None]);
}
