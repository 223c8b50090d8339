//! Random organisations written as sheets in many styles: import gives them back, or tells of every cell it did not use, and
//! nobody exists afterwards whom the organisation did not have.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::collections::{BTreeMap, BTreeSet};

use ombud::draft::{apply, resolve};
use ombud::exchange::field::SheetTarget;
use ombud::exchange::import::Import;
use ombud::exchange::mapping::guess;
use ombud::exchange::{Directory, import, read};
use ombud::organisation::value::Language;
use ombud::organisation::{Index, canonical, read as read_file};
use proptest::prelude::*;
use proptest::sample::{Index as Pick, select};
use serde_json::Value;

/// A workplace as a list has it.
#[derive(Debug, Clone)]
struct Place {
    name: String,
    department: usize,
    /// Whole names of those who represent it, given name first; none where the post is vacant.
    holders: Vec<(&'static str, &'static str)>,
    /// The last day of their term.
    until: Option<(i32, u32, u32)>,
    employees: u32,
    has_email: bool,
}

/// How a list is written: each number picks one of several ways.
#[derive(Debug, Clone)]
struct Style {
    headings: usize,
    name_order: usize,
    between: usize,
    vacancy: Pick,
    date: usize,
    separator: char,
    title: bool,
    /// Whether a department stands in the first of its rows only.
    joined: bool,
    /// What stands where something else than a name, a day or a number is written.
    noise: Option<(Pick, Pick)>,
}

const GIVEN: [&str; 8] = ["Ada", "Birk", "Cleo", "Disa", "Egil", "Frej", "Gry", "Hedda"];
const FAMILY: [&str; 8] = ["Ahlgren", "Berglund", "Dahlin", "Ekström", "Fors", "Granath", "Hällqvist", "Lööf"];
const DEPARTMENTS: [&str; 3] = ["Barnförvaltningen", "Gatuförvaltningen", "Omsorgsförvaltningen"];

/// Workplace, department, representative, address, last day, employees.
const HEADINGS: [[&str; 6]; 8] = [
    ["Arbetsplats", "Förvaltning", "Säkerhetsombud", "Ombudets e-post", "Ombud till och med", "Anställda"],
    [
        "Workplace",
        "Department",
        "Security representative",
        "Representative's e-mail",
        "Representative until",
        "Employees",
    ],
    ["Enhet", "Förvaltning/bolag", "Ombud", "E-post", "T.o.m.", "Antal anställda"],
    ["ARBETSPLATS", "FÖRVALTNING", "SÄKERHETSOMBUD (NAMN)", "MEJL OMBUD", "OMBUD T.O.M.", "ANTAL ANST."],
    ["Arbetsställe", "Sektor", "Namn säkerhetsombud", "E-postadress", "Gäller till", "Medarbetare"],
    ["Enhetens namn", "Nämnd", "Säk.ombud", "E-post till ombud", "Till och med", "Antal medarb."],
    ["Skolenhet", "Avdelning", "Lokalt säkerhetsombud", "Ombud e-post", "Slutdatum", "Anst."],
    ["Verksamhet/enhet", "Förv.", "Ordinarie ombud", "Mail ombud", "Förordnad till", "Antal personal"],
];

const VACANT: [&str; 16] = [
    "Vakant",
    "VAKANT",
    "(vakant)",
    "Vakant, rekrytering pågår",
    "N.N.",
    "ej utsedd",
    "Tillsätts i höst",
    "–",
    "ingen",
    "saknas f.n.",
    "vacant",
    "not appointed",
    "ubesat",
    "ikke utpekt",
    "TBA",
    "Vakant fr.o.m. 1/9",
];

/// What is no name, no day and no number.
const NOISE: [&str; 14] = [
    "se chef",
    "enl. lista",
    "#SAKNAS!",
    "#N/A",
    "d:o",
    "rektor",
    "A-12",
    "våren 2027",
    "Vakar Nilsson",
    "Hyrs in",
    "3/4/2027",
    "85.000",
    "ca 12",
    "1234",
];

fn day_as((year, month, day): (i32, u32, u32), style: usize) -> String {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let month_name = MONTHS[month as usize - 1];
    match style {
        0 => format!("{year}-{month:02}-{day:02}"),
        1 => format!("{year}{month:02}{day:02}"),
        2 => format!("{day} {month_name} {year}"),
        3 => format!("den {day} {month_name} {year}"),
        4 => format!("{day}/{month} {year}"),
        5 => format!("{day}/{month}-{:02}", year % 100),
        6 => format!("{year}/{month:02}/{day:02}"),
        7 => format!("t.o.m. {day} {} {year}", &month_name[..3]),
        _ => format!("{day}.{month}.{year}"),
    }
}

fn name_as((given, family): (&str, &str), order: usize) -> String {
    match order {
        0 => format!("{given} {family}"),
        1 => format!("{family}, {given}"),
        2 => format!("{}, {given}", family.to_uppercase()),
        3 => format!("{given}\u{a0}{family} "),
        _ => format!("{} {}", given.to_uppercase(), family.to_uppercase()),
    }
}

fn address((given, family): (&str, &str)) -> String {
    let plain = |text: &str| text.to_lowercase().replace(['ä', 'å'], "a").replace('ö', "o");
    format!("{}.{}@example.org", plain(given), plain(family))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Where the noise is, and what it says: in the name, the day or the number of one of so many rows.
fn noise_in(style: &Style, rows: usize) -> Option<(usize, usize, &'static str)> {
    let (place, noise) = style.noise.as_ref()?;
    let place = place.index(rows * 3);
    Some((place / 3, [2, 4, 5][place % 3], *noise.get(&NOISE)))
}

/// The list as a file of text.
fn written(places: &[Place], style: &Style) -> String {
    let mut rows: Vec<[String; 6]> = Vec::new();
    let mut above = None;
    for place in places {
        let holders: Vec<String> = place.holders.iter().map(|name| name_as(*name, style.name_order)).collect();
        let between = ["; ", " / ", "\n"][style.between % 3];
        let vacancy = style.vacancy.get(&VACANT);
        let department =
            if style.joined && above == Some(place.department) { "" } else { DEPARTMENTS[place.department] };
        above = Some(place.department);
        let emails: Vec<String> = place.holders.iter().filter(|_| place.has_email).map(|name| address(*name)).collect();
        rows.push([
            place.name.clone(),
            department.to_owned(),
            if holders.is_empty() { (*vacancy).to_owned() } else { holders.join(between) },
            emails.join("; "),
            place.until.filter(|_| !holders.is_empty()).map_or(String::new(), |day| day_as(day, style.date)),
            place.employees.to_string(),
        ]);
    }
    if let Some((row, column, noise)) = noise_in(style, rows.len()) {
        noise.clone_into(&mut rows[row][column]);
    }
    let separator = style.separator.to_string();
    let line = |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(&separator);
    let headings = HEADINGS[style.headings].map(str::to_owned);
    let title = style.title.then(|| "Säkerhetsombud, våren 2026".to_owned());
    title.into_iter().chain([line(&headings)]).chain(rows.iter().map(|row| line(row))).collect::<Vec<_>>().join("\r\n")
}

/// What an import makes of an empty municipality, what it tells, and the cells it was given.
fn taken_in(text: &str) -> (Value, Import, Vec<Vec<String>>) {
    const BASE: &str =
        r#"{"format": 1, "as_of": "2026-01-01", "units": [{"id": "k", "name": "K", "kind": "municipality"}]}"#;
    let (organisation, _) = read_file(BASE, &mut |_| ()).expect("the base is read");
    let directory = Directory::of(&organisation);
    let opened = read("list.csv", text.as_bytes(), &mut |_| ()).expect("it is opened");
    let table = &opened.sheets[0];
    let mapping = guess(table, &directory).expect("its headings are known");
    assert_eq!(mapping.target, SheetTarget::Workplaces, "{text}");
    let import = import(&[(0, table, &mapping)], &directory, &BTreeMap::new(), Language::Swedish, &mut |_| ());
    let edits = resolve(&import.patches, &organisation, &Index::default()).expect("every wish can be carried out");
    let after = apply(BASE, &organisation, &edits).expect("they fit the file");
    let read = read_file(&after, &mut |_| ()).expect("it can be read again").0;
    let cells =
        table.rows.iter().map(|row| row.iter().map(ombud::exchange::sheet::SheetCell::plain).collect()).collect();
    (serde_json::from_str(&canonical::write(&read)).expect("it is JSON"), import, cells)
}

fn list<'v>(file: &'v Value, name: &str) -> &'v [Value] {
    file[name].as_array().map_or(&[], Vec::as_slice)
}

fn places() -> impl Strategy<Value = Vec<Place>> {
    let holder = (select(GIVEN.to_vec()), select(FAMILY.to_vec()));
    let until = prop_oneof![1 => Just(None), 3 => (2026_i32..2030, 1_u32..=12, 13_u32..=28).prop_map(Some)];
    let place = (prop::collection::vec(holder, 0..3), 0..DEPARTMENTS.len(), until, 1_u32..900, any::<bool>());
    prop::collection::vec(place, 1..9).prop_map(|all| {
        let mut used = BTreeSet::new();
        let mut places: Vec<Place> = Vec::new();
        for (number, (holders, department, until, employees, has_email)) in all.into_iter().enumerate() {
            // Everyone represents one place, so that nobody's place or address can be in doubt.
            let holders = holders.into_iter().filter(|holder| used.insert(*holder)).collect();
            let name = format!("Hus {}", char::from(b'A' + u8::try_from(number).expect("few")));
            places.push(Place { name, department, holders, until, employees, has_email });
        }
        places.sort_by_key(|place| place.department);
        places
    })
}

fn style() -> impl Strategy<Value = Style> {
    let ways = (0..HEADINGS.len(), 0..5_usize, 0..3_usize, any::<Pick>(), 0..9_usize);
    let noise = prop_oneof![1 => Just(None), 2 => (any::<Pick>(), any::<Pick>()).prop_map(Some)];
    (ways, select(vec![';', ',', '\t', '|']), any::<bool>(), any::<bool>(), noise).prop_map(
        |((headings, name_order, between, vacancy, date), separator, title, joined, noise)| Style {
            headings,
            name_order,
            between,
            vacancy,
            date,
            separator,
            title,
            joined,
            noise,
        },
    )
}

/// Names as they are compared: letters of one case, one space.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_list_in_any_style_comes_back_or_every_cell_of_it_that_is_not_used_is_told(places in places(), style in style()) {
        let text = written(&places, &style);
        let (file, import, cells) = taken_in(&text);
        let people: BTreeMap<&str, String> =
            list(&file, "people").iter().map(|one| (one["id"].as_str().unwrap(), plain(one["name"].as_str().unwrap()))).collect();
        // Nobody is made up.
        let known: BTreeSet<String> = places
            .iter()
            .flat_map(|place| &place.holders)
            .map(|(given, family)| plain(&format!("{given} {family}")))
            .collect();
        for name in people.values() {
            prop_assert!(known.contains(name), "{name} is made up from\n{text}");
        }
        let told: BTreeSet<(usize, usize)> = import
            .notes
            .iter()
            .map(|note| note.at)
            .chain(import.questions.iter().map(|question| question.at))
            .filter_map(|at| Some((at.row as usize, at.column? as usize)))
            .collect();
        let first = cells.len() - places.len();
        for (number, place) in places.iter().enumerate() {
            let row = first + number;
            let is_told = |column: usize| told.contains(&(row, column));
            let unit = list(&file, "units").iter().find(|unit| unit["name"] == *place.name).expect("each place is there");
            let department = list(&file, "units").iter().find(|other| other["id"] == unit["parent"]);
            prop_assert_eq!(&department.expect("it belongs somewhere")["name"], DEPARTMENTS[place.department]);
            // What is written over a number may be another number.
            let employees = match noise_in(&style, places.len()) {
                Some((at, 5, noise)) if at == number => noise.parse().unwrap_or(0),
                _ => place.employees,
            };
            prop_assert!(unit["employees"] == employees || is_told(5), "employees in row {row} of\n{text}");
            let posts: Vec<&Value> = list(&file, "assignments").iter().filter(|post| post["unit"] == unit["id"]).collect();
            let holders: BTreeSet<&String> = posts.iter().filter_map(|post| people.get(post["person"].as_str()?)).collect();
            let expected: BTreeSet<String> =
                place.holders.iter().map(|(given, family)| plain(&format!("{given} {family}"))).collect();
            if !is_told(2) || style.noise.is_none() {
                prop_assert_eq!(holders, expected.iter().collect::<BTreeSet<_>>(), "row {} of\n{}", row, &text);
                prop_assert_eq!(posts.len(), expected.len().max(1), "a post is held or vacant: row {} of\n{}", row, &text);
                let until = place.until.filter(|_| !expected.is_empty()).map(|day| day_as(day, 0));
                for post in posts {
                    prop_assert!(post["until"].as_str() == until.as_deref() || is_told(4), "the day in row {row} of\n{text}");
                }
                for holder in list(&file, "people").iter().filter(|one| expected.contains(&plain(one["name"].as_str().unwrap()))) {
                    let email = place.holders.iter().map(|name| address(*name)).find(|email| holder["email"] == **email);
                    prop_assert_eq!(email.is_some(), place.has_email, "addresses in row {} of\n{}", row, &text);
                }
            }
        }
    }
}

#[test]
fn the_styles_are_more_than_fifty() {
    let dates = (0..9).map(|style| day_as((2027, 6, 30), style)).collect::<BTreeSet<_>>();
    let names = (0..5).map(|order| name_as(("Ada", "Fors"), order)).collect::<BTreeSet<_>>();
    assert!(HEADINGS.len() * dates.len() * names.len() * VACANT.len() > 50);
    assert_eq!((dates.len(), names.len()), (9, 5), "each is written in another way");
}
