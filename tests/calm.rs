//! No page calls met what is accepted or cannot be told: of every case of the contract, of the whole and of each unit.
#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::fs;
use std::path::Path;

use ombud::coverage::{State, Tally};
use ombud::engine::lens::{FindingFilter, Lens, Window};
use ombud::engine::view::RuleRow;
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::rule::Severity;
use ombud::organisation::value::{Date, Language, parse_date};
use ombud::text::overview::Sentence;
use ombud::text::{map, overview, pages};

const MET: [&str; 5] = [
    "inga avvikelser i sin säkerhetsorganisation",
    "krav är uppfyllda",
    "regler är uppfyllda",
    "är uppfylld i dag",
    "uppfyller kraven",
];

/// How often something stood in a state that is neither met nor a gap, and nothing was a gap.
#[derive(Default)]
struct SeenStates {
    accepted: u32,
    unknown: u32,
}

impl SeenStates {
    /// Checks what is said of so many subjects, where none of them is a gap and not all are met.
    fn check(&mut self, tally: Tally, said: &[Sentence], about: &str) {
        if tally.gaps() > 0 || tally.accepted + tally.unknown == 0 {
            return;
        }
        self.accepted += tally.accepted;
        self.unknown += tally.unknown;
        let said: String = said.iter().flat_map(|it| [&it.before, &it.stress, &it.after]).map(String::as_str).collect();
        assert!(MET.iter().all(|met| !said.contains(met)), "{about}: {said}, of {tally:?}");
    }
}

/// The file of a case, its day, and the ids of its units.
fn opened(case: &Path) -> (Engine, Date, Vec<String>) {
    let text = fs::read_to_string(case.join("organisation.json")).unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let mut engine = Engine::default();
    engine.open("organisation.json".to_owned(), text.into_bytes(), &mut |_| ()).unwrap();
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { panic!("it is open") };
    let day = fs::read_to_string(case.join("as_of")).ok();
    let on = day.map_or(summary.as_of, |day| parse_date(day.trim())).expect("a case has a day");
    let units = file["units"].as_array().into_iter().flatten();
    (engine, on, units.filter_map(|unit| unit["id"].as_str()).map(str::to_owned).collect())
}

/// What the overview calls met: the requirements, where there are any.
fn required(rules: &[RuleRow]) -> Tally {
    let required = pages::sum(rules.iter().filter(|rule| rule.severity == Severity::Must));
    if required.applicable > 0 { required } else { pages::sum(rules.iter()) }
}

#[test]
fn what_is_accepted_or_cannot_be_told_is_called_met_on_no_page() {
    let mut seen = SeenStates::default();
    for case in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")).unwrap() {
        let case = case.unwrap().path();
        let (mut engine, on, units) = opened(&case);
        for within in units.into_iter().map(Some).chain([None]) {
            let about = format!("{}, {within:?}", case.display());
            let lens = Lens { on, within: within.clone() };
            if let Reply::Overview(view) = engine.handle(&Request::Overview { lens: lens.clone() }) {
                seen.check(required(&view.rules), &overview::headline(&view, Language::Swedish), &about);
            }
            let (filter, window) = (FindingFilter::default(), Window { from: 0, count: 0 });
            if let Reply::Findings(page) = engine.handle(&Request::Findings { lens: lens.clone(), filter, window }) {
                seen.check(
                    pages::sum(page.rules.iter()),
                    &[pages::coverage_verdict(&page.rules, Language::Swedish)],
                    &about,
                );
            }
            if let Reply::Map(view) = engine.handle(&Request::Map { lens: lens.clone(), rule: None }) {
                seen.check(view.tally(), &[map::verdict(&view, Language::Swedish)], &about);
            }
            let ask = Request::Units {
                lens: lens.clone(),
                parent: None,
                find: String::new(),
                window: Window { from: 0, count: 1 },
            };
            if let Reply::Units(page) = engine.handle(&ask)
                && let [root] = &page.rows[..]
            {
                let below =
                    Tally { missing: root.gaps, unknown: root.unknown, accepted: root.accepted, ..Tally::default() };
                seen.check(below, &[pages::organisation_verdict(root, &page, Language::Swedish)], &about);
            }
            let Some(id) = within else { continue };
            if let Reply::Unit(view) = engine.handle(&Request::Unit { lens: Lens::whole(on), id }) {
                let mut tally = Tally::default();
                for finding in &view.findings {
                    match finding.state {
                        State::Missing => tally.missing += 1,
                        State::Broken => tally.broken += 1,
                        State::Unknown => tally.unknown += 1,
                        State::Accepted => tally.accepted += 1,
                        State::Met | State::Expiring => {}
                    }
                }
                seen.check(tally, &[pages::unit_verdict(&view, Language::Swedish)], &about);
            }
        }
    }
    assert!(seen.accepted > 0 && seen.unknown > 0, "the cases have both");
}
