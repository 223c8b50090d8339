//! The house is as `ARCHITECTURE.md` says: which room may import which, that files form no circles, what touches the
//! browser, that a type's name is its own, and that each documentation comment can be read alone.
//!
//! The sources are read as text, without comments and strings: `use` trees, and paths that begin with `crate`, `self`,
//! `super` or a name that is imported. A name that a module only passes on (`pub use`) is followed to the file that
//! declares it. What is compiled for tests alone counts as the rest does.
//!
//! Each list of exceptions is to be as short as it can: one that is no longer needed fails too.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

#[path = "structure/circles.rs"]
mod circles;
#[path = "structure/docs.rs"]
mod docs;
#[path = "structure/exceptions.rs"]
mod exceptions;
#[path = "structure/names.rs"]
mod names;
#[path = "structure/paths.rs"]
mod paths;
#[path = "structure/sources.rs"]
mod sources;

use std::collections::BTreeSet;

use exceptions::{IN_CIRCLES, UPWARDS, WEB_SYS};
use sources::Source;

/// The rooms from the ground up. A room may import those below its floor, and those on it, as long as no file is in a
/// circle.
const FLOORS: &[&[&str]] = &[
    &["organisation"],
    &["coverage", "risk"],
    &["disclosure", "draft", "verdict", "event"],
    &["exchange", "report", "trail", "travel"],
    &["engine"],
    &["text", "browser"],
    &["page", "publish"],
];

/// How many of a hundred types may have a name that another has too.
const SHARED_NAMES: usize = 5;

#[test]
fn no_room_imports_one_above_it() {
    assert_exceptions(&upwards(&sources::library()), &UPWARDS.iter().copied().collect());
}

/// Two files are in a circle when each needs the other, be it by way of further files. A file and those in its folder
/// (`risk/mod.rs` or `risk.rs`, and `risk/method.rs`) may need each other: what lies between those is not followed.
#[test]
fn no_files_are_in_a_circle_but_a_parent_and_its_children() {
    assert_exceptions(&in_circles(&sources::library()), &IN_CIRCLES.iter().copied().collect());
}

#[test]
fn only_the_browser_room_names_web_sys() {
    assert_exceptions(&naming_web_sys(&sources::below("src")), &WEB_SYS.iter().copied().collect());
}

/// A type counts once for each place that declares it: of `A`, `A` and `B`, two in three are shared.
#[test]
fn types_have_names_of_their_own() {
    let mut sources = sources::below("src");
    sources.extend(sources::below("tests"));
    let names = names::declared(&sources);
    let all: usize = names.values().map(Vec::len).sum();
    let shared: Vec<_> = names.iter().filter(|(_, places)| places.len() > 1).collect();
    let count: usize = shared.iter().map(|(_, places)| places.len()).sum();
    println!("{count} of {all} types share their name: {}.{} %", count * 100 / all, count * 1000 / all % 10);
    assert!(all > 500, "{all} types are found");
    assert!(count * 100 <= all * SHARED_NAMES, "{count} of {all} types share their name: {shared:#?}");
}

#[test]
fn every_documentation_comment_can_be_read_alone() {
    let mut sources = sources::below("src");
    sources.extend(sources::below("tests"));
    let all: usize = sources.iter().map(|source| source.docs.len()).sum();
    assert!(all > 3000, "{all} comments are found");
    let unreadable = docs::unreadable(&sources);
    assert!(unreadable.is_empty(), "they say nothing alone: {unreadable:#?}");
}

/// In the column of types, a name in capitals is a type, a variant or a field's type of the sources.
#[test]
fn the_documentation_names_all_that_the_page_remembers_in_a_browser() {
    let documented = std::fs::read_to_string("docs/keeping.md").expect("the page is there");
    let storage = std::fs::read_to_string("src/browser/storage.rs").expect("the file is there");
    let names: Vec<&str> = storage.split('"').filter(|text| text.starts_with("ombud.")).collect();
    assert!(names.len() > 5, "the names are found");
    let missing: Vec<&&str> = names.iter().filter(|name| !documented.contains(&format!("`{name}"))).collect();
    assert!(missing.is_empty(), "docs/keeping.md does not tell of {missing:?}");
}

#[test]
fn the_glossary_names_types_that_exist() {
    let sources = sources::below("src");
    let glossary = include_str!("../docs/glossary.md");
    let rows = glossary.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---"));
    let code =
        rows.filter_map(|row| row.split(" | ").nth(2)).skip(1).flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let names = code.flat_map(|code| code.split("::")).filter(|name| name.starts_with(char::is_uppercase));
    let unknown: Vec<_> = names.filter(|name| !sources.iter().any(|source| is_named(source, name))).collect();
    assert!(unknown.is_empty(), "no types of the sources: {unknown:?}");
}

fn is_named(source: &Source, name: &str) -> bool {
    source.code.contains(name) && paths::tokens(&source.code).iter().any(|(_, token)| *token == name)
}

#[test]
fn an_import_upwards_is_found_wherever_it_is_written() {
    let house = [
        Source::new("src/organisation/mod.rs", "pub mod day; // use crate::page::Title;\nuse std::fmt;"),
        Source::new("src/organisation/day.rs", "fn day() { let text = \"crate::text\"; crate::risk::now() }"),
        Source::new("src/risk.rs", "use crate::{organisation::day, text::{self, Word}};"),
        Source::new("src/text.rs", "mod tests { use crate::risk::Risk; }"),
        Source::new("src/page.rs", "use crate::text;"),
    ];
    let expected = [("src/organisation/day.rs", "risk"), ("src/risk.rs", "text")];
    assert_eq!(upwards(&house), expected.into_iter().collect());
}

#[test]
fn a_circle_is_found_through_a_name_that_is_passed_on() {
    let house = [
        Source::new("src/a/mod.rs", "mod one; mod two; pub use self::one::One; pub use two::*; pub struct Own;"),
        Source::new("src/a/one.rs", "use crate::a::{Own, Two as Other}; pub struct One;"),
        Source::new("src/a/two.rs", "pub struct Two(super::One);"),
        Source::new("src/b.rs", "use crate::a::{One, Own};"),
    ];
    assert_eq!(in_circles(&house), ["src/a/one.rs", "src/a/two.rs"].into_iter().collect());
}

#[test]
fn a_parent_and_its_children_are_no_circle() {
    let house = [
        Source::new("src/a.rs", "mod one; mod two; use one::One; use two::Two; pub struct Own;"),
        Source::new("src/a/one.rs", "use super::{Own, two::Two}; pub struct One;"),
        Source::new("src/a/two.rs", "use crate::a::Own; pub struct Two;"),
    ];
    assert_eq!(in_circles(&house), BTreeSet::new());
}

#[test]
fn web_sys_is_found_in_code_alone() {
    let house = [
        Source::new("src/browser/dom.rs", "use web_sys::Window;"),
        Source::new("src/page/a.rs", "// web_sys\nfn a(_: &leptos::web_sys::Event) {}"),
        Source::new("src/page/b.rs", "/// Not `web_sys`.\nfn b() { let _ = 'w'; let _ = r#\"web_sys\"#; }"),
    ];
    assert_eq!(naming_web_sys(&house), ["src/page/a.rs"].into_iter().collect());
}

#[test]
fn a_shared_name_is_found_within_macros_but_not_in_traits() {
    let source =
        "record! { pub struct Unit<'a> { type: Str } } impl Iterator for A { type Item = u8; } type Item = u8;";
    let names = names::declared(&[Source::new("src/a.rs", source), Source::new("src/b.rs", "enum Unit {}")]);
    let names: Vec<_> = names.iter().map(|(name, places)| (name.as_str(), places.len())).collect();
    assert_eq!(names, [("Item", 1), ("Unit", 2)]);
}

#[test]
fn a_comment_that_leans_or_says_nothing_is_found() {
    let house = [
        Source::new(
            "src/a.rs",
            "/// The same, read.\nfn a() {}\n\n    /// Its id, where it\n    /// has one.\n    id: Id,",
        ),
        Source::new("src/b.rs", "/// Units.\nA,\n/// Which risks.\nB,\n/// The list.\nC,\n///\nD,"),
    ];
    let expected = [
        "src/a.rs:1: The same, read.",
        "src/a.rs:4: Its id, where it has one.",
        "src/b.rs:1: Units.",
        "src/b.rs:3: Which risks.",
        "src/b.rs:5: The list.",
        "src/b.rs:7: ",
    ];
    assert_eq!(docs::unreadable(&house), expected);
}

#[test]
fn a_comment_that_says_what_is_meant_is_none_of_those() {
    let house = [
        Source::new(
            "src/a.rs",
            "/// The municipality.\nA,\n/// Its identity is hidden.\nB,\n/// Who\n/// leaves.\n/// When.\nC,",
        ),
        Source::new("src/b.rs", "// Units.\n//! Risks.\nlet a = \"/// Who.\";"),
    ];
    assert_eq!(docs::unreadable(&house), Vec::<String>::new());
}

fn upwards(sources: &[Source]) -> BTreeSet<(&str, &str)> {
    let floor = |room: &str| FLOORS.iter().position(|floor| floor.contains(&room));
    let mut upwards = BTreeSet::new();
    for need in paths::needs(sources) {
        let [from, to] = [&sources[need.from], &sources[need.to]];
        let [Some(below), Some(above)] = [from, to].map(|source| source.module.first()) else { continue };
        let known = |room: &str| floor(room).unwrap_or_else(|| panic!("the floor of {room} is not said in `FLOORS`"));
        if known(below) < known(above) {
            upwards.insert((from.file.as_str(), above.as_str()));
        }
    }
    upwards
}

fn in_circles(sources: &[Source]) -> BTreeSet<&str> {
    let mut edges = vec![Vec::new(); sources.len()];
    for need in paths::needs(sources) {
        let [from, to] = [need.from, need.to].map(|index| sources[index].module.as_slice());
        if !from.starts_with(to) && !to.starts_with(from) {
            edges[need.from].push(need.to);
        }
    }
    let circles = circles::circles(&edges);
    for circle in &circles {
        let files: Vec<_> = circle.iter().map(|index| sources[*index].file.as_str()).collect();
        println!("a circle of {}: {}", files.len(), files.join(" "));
    }
    circles.into_iter().flatten().map(|index| sources[index].file.as_str()).collect()
}

fn naming_web_sys(sources: &[Source]) -> BTreeSet<&str> {
    let outside = sources.iter().filter(|source| !source.file.starts_with("src/browser/"));
    outside.filter(|source| source.code.contains("web_sys")).map(|source| source.file.as_str()).collect()
}

/// The two are the same: nothing is found that is no exception, and no exception is without need.
fn assert_exceptions<T: Ord + Copy + std::fmt::Debug>(found: &BTreeSet<T>, exceptions: &BTreeSet<T>) {
    let new: Vec<_> = found.difference(exceptions).collect();
    let needless: Vec<_> = exceptions.difference(found).collect();
    assert!(new.is_empty(), "not to be: {new:#?}");
    assert!(needless.is_empty(), "exceptions that are no longer needed: {needless:#?}");
}
