//! `docs/rules.md` keeps its word: its examples give what it says, and its table matches the pack it is about.

use ombud::coverage::{Finding, judge, packs};
use ombud::organisation::rule::{Rule, Shape};
use ombud::organisation::value::Language;
use ombud::organisation::{Index, read};
use ombud::page::route::{Location, Route};
use ombud::text::shell;

const PAGE: &str = include_str!("../docs/rules.md");
const SENTENCES: &str = include_str!("../src/coverage/packs/tyreso_2016.txt");

/// The fenced blocks of a language, in order.
fn blocks(language: &str) -> Vec<&'static str> {
    let open = format!("```{language}\n");
    PAGE.split(&open).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

/// What is found in a file on its `as_of`, a line each.
fn told(text: &str) -> String {
    let (mut organisation, mut problems) = read(text, &mut |_| ()).unwrap();
    let mut index = Index::new(&mut organisation, text, &mut problems);
    assert_eq!(problems.list, [], "{text}");
    let coverage = judge(&organisation, &mut index, organisation.as_of.unwrap());
    let line = |finding: &Finding| {
        let mut line = format!("{} {}", coverage.id(finding, &organisation, &index), finding.state.word());
        for (word, day) in [("since", finding.since), ("until", finding.until)] {
            line.extend(day.map(|day| format!(" {word} {day}")));
        }
        line + "\n"
    };
    coverage.findings.iter().map(line).collect()
}

/// A row of the table: the sentence, the ids of the rules it became, and the views with their addresses.
struct SentenceRow {
    sentence: &'static str,
    rules: Vec<&'static str>,
    views: Vec<(&'static str, &'static str)>,
}

fn rows() -> Vec<SentenceRow> {
    let table = PAGE.split("| sentence | rule | view |\n").nth(1).expect("the table");
    let lines = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let cells = lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    // A view is written as its address between backticks, and what the navigation calls it.
    let view = |view: &'static str| {
        let (address, name) = view.trim_start_matches('`').split_once("` ").expect("an address and a name");
        (name, address)
    };
    cells
        .map(|cells| SentenceRow {
            sentence: cells[0],
            rules: cells[1].split(", ").map(|id| id.trim_matches('`')).collect(),
            views: cells[2].split(", ").map(view).collect(),
        })
        .collect()
}

fn source(rule: &Rule<'_>) -> String {
    rule.source.as_ref().unwrap().say(Language::Swedish).to_owned()
}

#[test]
fn every_example_gives_what_the_page_says() {
    let (files, expected) = (blocks("json"), blocks("text"));
    assert_eq!(files.len(), expected.len());
    for (file, expected) in files.into_iter().zip(expected) {
        assert_eq!(told(file), expected, "{file}");
    }
}

#[test]
fn every_shape_has_an_example() {
    let files = blocks("json").concat();
    for key in Shape::KEYS {
        assert!(files.contains(&format!("\"{key}\": {{")), "{key} has no example");
        assert!(PAGE.contains(&format!("\n### {key}\n")), "{key} has no section");
    }
}

#[test]
fn every_sentence_is_in_the_table_once_and_in_order() {
    let sentences: Vec<_> = rows().into_iter().map(|row| row.sentence).collect();
    assert_eq!(sentences, SENTENCES.lines().collect::<Vec<_>>());
}

#[test]
fn every_rule_quotes_exactly_the_sentences_the_table_gives_it() {
    let rules = packs::rules(packs::DEFAULT).unwrap();
    for rule in rules {
        let rows = rows().into_iter().filter(|row| row.rules.contains(&&*rule.id));
        let quoted: Vec<_> = rows.map(|row| row.sentence).collect();
        assert_eq!(source(rule), quoted.join(" "), "{}", rule.id);
        assert!(!quoted.is_empty(), "{}", rule.id);
    }
    for SentenceRow { sentence, rules: ids, .. } in rows() {
        for id in ids {
            assert!(rules.iter().any(|rule| *rule.id == *id), "no rule {id}: {sentence}");
        }
    }
}

#[test]
fn every_view_the_table_names_is_a_page_and_is_called_so() {
    for SentenceRow { sentence, views, .. } in rows() {
        for (name, address) in views {
            let location = Location::parse(address);
            assert_ne!(location.route, Route::NotFound, "{sentence}");
            assert_eq!(location.fragment(), address, "{sentence}");
            assert_eq!(navigation(&location.route), Some(name), "{sentence}");
        }
    }
    assert_eq!(Location::parse("#/no-such-page").route, Route::NotFound);
}

/// What the navigation calls a page, where it leads to it.
fn navigation(route: &Route) -> Option<&'static str> {
    let called = match route {
        Route::Overview => shell::overview,
        Route::SecurityUnit => shell::security_unit,
        Route::Coordinators { .. } => shell::coordinators,
        Route::Representatives { .. } => shell::representatives,
        Route::Group => shell::group,
        Route::Contact => shell::contact,
        Route::Risks { .. } => shell::risks,
        _ => return None,
    };
    Some(called(Language::Swedish))
}
