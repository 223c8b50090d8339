//! Random organisations written as sheets in many styles: import gives them back, or tells of every cell it did not use, and
//! nobody exists afterwards whom the organisation did not have.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

#[path = "import_properties/oracle.rs"]
mod oracle;
#[path = "import_properties/organisation.rs"]
mod organisation;
#[path = "import_properties/style.rs"]
mod style;
#[path = "import_properties/twice.rs"]
mod twice;
#[path = "import_properties/written.rs"]
mod written;

use std::collections::BTreeSet;

use ombud::draft::{apply, resolve};
use ombud::exchange::intake::Intake;
use ombud::exchange::{Directory, read};
use ombud::organisation::value::Language;
use ombud::organisation::{Index, canonical, read as read_file};
use proptest::prelude::*;
use serde_json::{Value, json};

use self::oracle::After;
use self::organisation::{Dice, Municipality};
use self::style::{Layout, Style};
use self::written::Writer;

/// The styles of the statement.
const STYLES: usize = 50;

/// The file that a list is imported into: nothing but the municipality, or its units and some of its people too.
fn base(all: &Municipality, layout: Layout, with_units: bool, with_people: bool) -> (String, Vec<String>) {
    // Levels are those of a method.
    let packs: &[&str] = if layout == Layout::Risks { &["tyreso-2016"] } else { &[] };
    let mut units = vec![json!({ "id": "k", "name": "K", "kind": "municipality" })];
    if with_units {
        for (at, department) in all.departments.iter().enumerate() {
            units.push(json!({ "id": format!("d{at}"), "name": department.name, "kind": "department", "parent": "k" }));
        }
        for (at, place) in all.places.iter().enumerate() {
            let parent = format!("d{}", place.department);
            units.push(json!({ "id": format!("p{at}"), "name": place.name, "kind": "workplace", "parent": parent }));
        }
    }
    let known: Vec<_> = all.people.iter().step_by(2).filter(|_| with_people).collect();
    let person = |(at, someone): (usize, &&organisation::Someone)| {
        let mut person = json!({ "id": format!("q{at}"), "name": someone.name() });
        if let Some(email) = &someone.email {
            person["email"] = json!(email);
        }
        person
    };
    let people: Vec<Value> = known.iter().enumerate().map(person).collect();
    let file = json!({ "format": 1, "as_of": "2026-01-01", "packs": packs, "units": units, "people": people });
    (file.to_string(), known.iter().map(|someone| someone.name()).collect())
}

/// What is wrong with the import of a municipality's list in a style, if anything is.
fn fault(all: &Municipality, style: Style, layout: Layout, dice: &mut Dice) -> Option<String> {
    let is_list = matches!(layout, Layout::Workplaces | Layout::Departments);
    let (base, known) = base(all, layout, !is_list || dice.one_in(2), dice.one_in(2));
    let written = Writer { all, style, layout }.write(dice);
    let (organisation, _) = read_file(&base, &mut |_| ()).expect("the base is read");
    let directory = Directory::of(&organisation);
    let opened = match read(written.name, &written.bytes, &mut |_| ()) {
        Ok(opened) => opened,
        Err(refusal) => return Some(format!("{refusal:?}")),
    };
    let mut intake = Intake::default();
    intake.add(written.name, opened, None, &directory);
    let import = intake.import(&directory, Language::Swedish);
    let edits = resolve(&import.patches, &organisation, &Index::default()).expect("every wish can be carried out");
    let after = apply(&base, &organisation, &edits).expect("they fit the file");
    let read = read_file(&after, &mut |_| ()).expect("it can be read again").0;
    let file = serde_json::from_str(&canonical::write(&read)).expect("it is JSON");
    let after = After { file, import: &import, all, written: &written, layout, known: &known };
    let target = intake.sheets[0].mapping.as_ref().map(|mapping| mapping.target.word());
    let is_taken = target == Some(after.target());
    let fault = if is_taken { after.fault() } else { Some(format!("it is taken for {target:?}")) };
    let shown = || {
        let line = |row: &Vec<written::Cell>| row.iter().map(|cell| &*cell.text).collect::<Vec<_>>().join(" | ");
        let rows: Vec<String> = written.rows.iter().map(line).collect();
        let notes: Vec<String> = import.notes.iter().map(|note| format!("{:?} {:?}", note.at, note.what)).collect();
        format!("{layout:?} {style:?}\n{}\n{}\n{}", rows.join("\n"), notes.join("\n"), after.file)
    };
    fault.map(|fault| format!("{fault}\n{}", shown()))
}

fn throws() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 1..220)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, ..ProptestConfig::default() })]

    #[test]
    fn in_each_of_fifty_styles_an_organisation_comes_back_or_every_cell_not_used_is_told(throws in throws()) {
        for number in 0..STYLES {
            let other = Layout::ALL[1 + (number + throws.len()) % (Layout::ALL.len() - 1)];
            for layout in [Layout::Workplaces, other] {
                let mut dice = Dice::new(throws.clone());
                let all = Municipality::thrown(&mut dice);
                let fault = fault(&all, Style::numbered(number), layout, &mut dice);
                prop_assert!(fault.is_none(), "style {number}: {}", fault.unwrap_or_default());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn in_any_style_an_organisation_comes_back_or_every_cell_not_used_is_told(throws in throws()) {
        let mut dice = Dice::new(throws);
        let (layout, style) = (Layout::ALL[dice.below(Layout::ALL.len())], Style::thrown(&mut dice));
        let all = Municipality::thrown(&mut dice);
        let fault = fault(&all, style, layout, &mut dice);
        prop_assert!(fault.is_none(), "{}", fault.unwrap_or_default());
    }
}

#[test]
fn the_fifty_styles_are_fifty() {
    let day = |style: Style| (style.day((2027, 3, 30), true), style.day((2028, 6, 5), true));
    let someone = organisation::Someone { given: "Ada", family: "Fors", email: None, phone: None };
    let written = |number: usize| {
        let style = Style::numbered(number);
        (style.heading(style::Column::Place), day(style), style.nobody(0), style.name(&someone))
    };
    let written: BTreeSet<_> = (0..STYLES).map(written).collect();
    assert_eq!(written.len(), STYLES, "no two are written alike");
    let each = |of: &dyn Fn(Style) -> String| {
        (0..STYLES).map(|number| of(Style::numbered(number))).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(each(&|style| style.heading(style::Column::Holder).to_owned()), style::HEADINGS);
    assert_eq!(
        (each(&|style| style.day((2028, 6, 5), true)), each(&|style| style.name(&someone))),
        (style::DATES, style::NAMES)
    );
    assert!(each(&|style| style.nobody(0).to_owned()) >= 10);
}
