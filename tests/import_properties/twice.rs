//! A list taken in twice: the second time says what the file says, and changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use ombud::draft::{apply, resolve};
use ombud::exchange::field::SheetTarget;
use ombud::exchange::mapping::guess_as;
use ombud::exchange::{Directory, import, read};
use ombud::organisation::value::Language;
use ombud::organisation::{Index, canonical, read as read_file};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::organisation::Dice;

const PEOPLE: [&str; 5] = ["Eva Al", "Finn Dal", "Gun Falk", "Hans Il", "Siv Gran"];
const PLACES: [&str; 4] = ["Granens boende", "Lindens förskola", "Aspens skola", "Furans förråd"];
const DEPARTMENTS: [&str; 2] = ["Omsorgsförvaltningen", "Kulturförvaltningen"];
const DAYS: [&str; 5] = ["2025-01-01", "2026-03-31", "2026-12-31", "2027-06-30", "2028-01-31"];

/// A file that has some of the units, most of the people, and posts with and without days.
fn file(dice: &mut Dice) -> String {
    let mut units = vec![json!({ "id": "k", "name": "K", "kind": "municipality" })];
    for (at, name) in DEPARTMENTS.iter().enumerate() {
        units.push(json!({ "id": format!("d{at}"), "name": name, "kind": "department", "parent": "k" }));
    }
    for (at, name) in PLACES.iter().enumerate().take(3) {
        units.push(
            json!({ "id": format!("p{at}"), "name": name, "kind": "workplace", "parent": format!("d{}", at % 2) }),
        );
    }
    let people: Vec<Value> =
        PEOPLE.iter().take(4).enumerate().map(|(at, name)| json!({ "id": format!("q{at}"), "name": name })).collect();
    let mut posts: Vec<Value> = Vec::new();
    for _ in 0..dice.below(6) {
        let (role, unit) = match dice.below(3) {
            0 => ("head", format!("p{}", dice.below(3))),
            1 => ("security_coordinator", format!("d{}", dice.below(2))),
            _ => ("security_representative", format!("p{}", dice.below(3))),
        };
        let mut post = json!({ "role": role, "unit": unit });
        if !dice.one_in(4) {
            post["person"] = json!(format!("q{}", dice.below(4)));
        }
        let (first, last) = (dice.below(DAYS.len()), dice.below(DAYS.len()));
        if dice.one_in(2) {
            post["from"] = json!(DAYS[first.min(last)]);
        }
        if dice.one_in(2) {
            post["until"] = json!(DAYS[first.max(last)]);
        }
        posts.push(post);
    }
    json!({ "format": 1, "as_of": "2026-01-01", "units": units, "people": people, "assignments": posts }).to_string()
}

fn person(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 => String::new(),
        1 => "Vakant".into(),
        2 => format!("{} / {}", PEOPLE[dice.below(5)], PEOPLE[dice.below(5)]),
        _ => PEOPLE[dice.below(5)].into(),
    }
}

fn day(dice: &mut Dice) -> &'static str {
    match dice.below(4) {
        0 => "tills vidare",
        1 => "",
        _ => DAYS[dice.below(DAYS.len())],
    }
}

/// A list, in which rows about one post come more than once.
fn list(target: SheetTarget, dice: &mut Dice) -> String {
    let mut rows = vec![match target {
        SheetTarget::Workplaces => {
            "Arbetsplats;Förvaltning;Chef;Säkerhetsombud;Ombud fr.o.m.;Ombud t.o.m.;Ersättare;Säkerhetssamordnare"
                .into()
        }
        SheetTarget::Departments => "Förvaltning;Säkerhetssamordnare;Samordnare t.o.m.;Ersättare;Chef".to_owned(),
        _ => "Roll;Enhet;Person;Från;Till".to_owned(),
    }];
    for _ in 0..=dice.below(7) {
        let place = dice.below(PLACES.len());
        let (place, department) = (PLACES[place], DEPARTMENTS[place % 2]);
        let mut cells = match target {
            SheetTarget::Workplaces => vec![place.to_owned(), department.to_owned(), person(dice), person(dice)],
            SheetTarget::Departments => vec![department.to_owned(), person(dice)],
            _ if dice.one_in(3) => vec!["Säkerhetssamordnare".to_owned(), department.to_owned(), person(dice)],
            _ => vec!["Säkerhetsombud".to_owned(), PLACES[dice.below(3)].to_owned(), person(dice)],
        };
        cells.extend(match target {
            SheetTarget::Departments => vec![day(dice).to_owned(), person(dice), person(dice)],
            SheetTarget::Workplaces => vec![day(dice).into(), day(dice).into(), person(dice), person(dice)],
            _ => vec![day(dice).to_owned(), day(dice).to_owned()],
        });
        rows.push(cells.join(";"));
        if dice.one_in(3) {
            rows.push(cells.join(";"));
        }
    }
    rows.join("\n")
}

/// The file once a list is taken in.
fn after(file: &str, list: &str, target: SheetTarget) -> String {
    let (organisation, _) = read_file(file, &mut |_| ()).expect("the file is read");
    let directory = Directory::of(&organisation);
    let opened = read("list.csv", list.as_bytes(), &mut |_| ()).expect("the list is opened");
    let mapping = guess_as(&opened.sheets[0], target, &directory);
    let sources = [(0, &opened.sheets[0], &mapping)];
    let import = import(&sources, &directory, &BTreeMap::new(), Language::Swedish, &mut |_| ());
    let edits = resolve(&import.patches, &organisation, &Index::default()).expect("every wish can be carried out");
    let text = apply(file, &organisation, &edits).expect("they fit the file");
    canonical::write(&read_file(&text, &mut |_| ()).expect("it is read again").0)
}

/// The posts of a file, each with the one it is of: a role, a unit and a holder.
fn posts(file: &str) -> Vec<(String, Value)> {
    let file: Value = serde_json::from_str(file).expect("it is JSON");
    let all = file["assignments"].as_array().cloned().unwrap_or_default();
    let key =
        |post: &Value| ["role", "unit", "person", "substitute_for"].map(|field| post[field].to_string()).join(" ");
    all.into_iter().map(|post| (key(&post), post)).collect()
}

/// Whether two posts have a day in common.
fn meet(one: &Value, other: &Value) -> bool {
    let before =
        |last: &Value, first: &Value| last.as_str().zip(first.as_str()).is_some_and(|(last, first)| last < first);
    !before(&one["until"], &other["from"]) && !before(&other["until"], &one["from"])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_list_taken_in_twice_changes_nothing_the_second_time(throws in prop::collection::vec(any::<u16>(), 1..160)) {
        let mut dice = Dice::new(throws);
        let targets = [SheetTarget::Workplaces, SheetTarget::Posts, SheetTarget::Departments];
        let target = targets[dice.below(targets.len())];
        let (file, list) = (file(&mut dice), list(target, &mut dice));
        let once = after(&file, &list, target);
        let twice = after(&once, &list, target);
        prop_assert_eq!(&once, &twice, "{}\n{}", file, list);
        // Nobody holds a post twice on one day by what the list has brought.
        let known: BTreeSet<String> = posts(&file).into_iter().map(|(key, _)| key).collect();
        let all = posts(&once);
        let is_held = |post: &Value| post["person"].is_string();
        let brought = all.iter().enumerate().filter(|(_, (key, post))| is_held(post) && !known.contains(key));
        for (at, (key, post)) in brought {
            let again = all[at + 1..].iter().find(|(other, again)| other == key && meet(post, again));
            prop_assert!(again.is_none(), "{post} and {again:?}\n{file}\n{list}");
        }
    }
}
