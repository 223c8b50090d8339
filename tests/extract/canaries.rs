//! Nothing that is left out is in the bytes of an extract, whatever the file and whoever receives it.

use std::collections::BTreeSet;

use ombud::disclosure::{self, Receiver, extract, tally};
use ombud::engine::view::ReceiverView;
use ombud::exchange::portable::{copy, told};
use ombud::organisation::canonical;
use ombud::organisation::problem::ProblemKind;
use ombud::organisation::value::{Label, Language};
use ombud::text::portable as said;
use ombud::verdict::File;
use proptest::prelude::*;
use serde_json::Value;

use crate::municipality::{Canary, Dice, Municipality, municipality};
use crate::{extract_text, receivers};

/// The template of portable copies, without all that it holds.
const TEMPLATE: &[u8] = b"<!doctype html>\n<!-- The extract follows. -->\n";

/// The fields that only the municipality's own people see.
const INSIDE: [&str; 9] =
    ["note", "motive", "motives", "vulnerabilities", "dependencies", "needs", "tasks", "reason", "capability"];

/// The people whose posts let a party know them by name, were every such post to leave.
pub(crate) fn could_be_named(municipality: &Municipality) -> Vec<&str> {
    let file = &municipality.file;
    let places = [5, 6].map(|place| municipality.ids["units"][place].as_str());
    let works_with_parties = |post: &&Value| {
        post["role"] == "security_coordinator" || places.contains(&post["unit"].as_str().unwrap_or_default())
    };
    let posts = file["assignments"].as_array().unwrap().iter().filter(works_with_parties);
    posts.filter_map(|post| post["person"].as_str()).collect()
}

/// Whether a text of a round is about a receiver: the round asks it, and the text stands in no other's entry.
fn is_asked(canary: &Canary, receiver: &Receiver, municipality: &Municipality) -> bool {
    let has = |value: &Value| value.to_string().contains(&format!("\"{}\"", canary.text));
    let asks = |asked: &Value| receiver.unit().is_some_and(|unit| asked["unit"] == unit);
    let rounds = municipality.file["rounds"].as_array().unwrap();
    let Some(round) = rounds.iter().find(|round| has(round)) else { return false };
    let receivers = round["receivers"].as_array().unwrap();
    receivers.iter().any(asks) && receivers.iter().find(|asked| has(asked)).is_none_or(asks)
}

/// Whether a receiver may find this text in an extract.
pub(crate) fn may_see(canary: &Canary, receiver: &Receiver, municipality: &Municipality, named: &[&str]) -> bool {
    let is_own = matches!(receiver, Receiver::Internal | Receiver::Department(_));
    let marked = |marking: &String| match marking.as_str() {
        "" | "open" => false,
        "internal" => !is_own,
        _ => true,
    };
    if canary.list() == "history"
        || canary.markings.iter().any(marked)
        || canary.aside && *receiver != Receiver::Internal
    {
        return false;
    }
    if canary.list() == "rounds" && !is_asked(canary, receiver, municipality) {
        return false;
    }
    if is_own {
        return true;
    }
    let is_unknown = canary.path.iter().any(|field| field.starts_with('?'));
    if is_unknown || canary.is_in(&INSIDE) || canary.list() == "dependencies" {
        return false;
    }
    if canary.list() == "editions" && canary.path.contains(&"dependencies".to_owned()) {
        return false;
    }
    if canary.list() == "profiles" && canary.is_in(&["text"]) {
        return false;
    }
    if canary.list() == "people" {
        let file = &municipality.file;
        let own = |person: &&Value| person.to_string().contains(&format!("\"{}\"", canary.text));
        let person = file["people"].as_array().unwrap().iter().find(own);
        let is_named = person.and_then(|person| person["id"].as_str()).is_some_and(|id| named.contains(&id));
        return matches!(receiver, Receiver::Party(_)) && is_named && !canary.is_in(&["phone"]);
    }
    true
}

/// The portable copy of an extract, with all that it says of itself.
fn portable_copy(extract: &str, receiver: &Receiver, file: &Value) -> String {
    let unit = file["units"].as_array().unwrap().iter().find(|unit| unit["id"].as_str() == receiver.unit());
    let name = unit.map_or_else(Label::default, |unit| match &unit["name"] {
        Value::String(text) => Label::plain(text),
        both => Label { sv: both["sv"].to_string(), en: Some(both["en"].to_string()) },
    });
    let view = ReceiverView { key: receiver.to_string(), receiver: receiver.clone(), name };
    let (made, told) = ("2026-07-02".parse().unwrap(), told(extract, receiver));
    let name = said::content_name(told, made, Language::Swedish);
    let copy = copy(TEMPLATE, &name, |language| said::made_for(told, &view, made, language), extract);
    String::from_utf8(copy.unwrap()).unwrap()
}

/// The canaries in a text.
pub(crate) fn found(text: &str) -> BTreeSet<&str> {
    let ends = |at: usize| text[at + 1..].find(|c: char| !c.is_ascii_digit()).map(|end| at + 1 + end);
    let starts = text.match_indices('k').filter_map(|(at, _)| Some((at, ends(at)?)));
    starts.filter(|(at, end)| text[*end..].starts_with('k') && end - at > 1).map(|(at, end)| &text[at..=end]).collect()
}

fn shuffle(file: &Value, dice: &mut Dice) -> Value {
    let mut shuffled = file.clone();
    for (list, items) in shuffled.as_object_mut().unwrap() {
        if let Some(items) = items.as_array_mut().filter(|_| list != "matrices") {
            for place in (1..items.len()).rev() {
                items.swap(place, dice.throw(place + 1));
            }
        }
    }
    shuffled
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn no_text_that_is_not_for_a_receiver_is_in_the_bytes_of_an_extract_or_a_portable_copy(seed: u64) {
        let municipality = municipality(seed, true);
        let named = could_be_named(&municipality);
        for receiver in receivers(&municipality.file) {
            let text = extract_text(&municipality.text(), &receiver);
            let copy = portable_copy(&text, &receiver, &municipality.file);
            let there = found(&copy);
            prop_assert!(there.is_superset(&found(&text)));
            for canary in municipality.canaries.iter().filter(|canary| there.contains(canary.text.as_str())) {
                let may = may_see(canary, &receiver, &municipality, &named);
                prop_assert!(may, "{receiver} sees {canary:?}\n{copy}");
            }
        }
    }

    #[test]
    fn what_is_counted_for_a_receiver_is_what_their_extract_holds_and_leaves_out(seed: u64) {
        let text = municipality(seed, true).text();
        let file = File::read(&text, &mut |_| ()).expect("it can be read");
        let on = "2026-07-01".parse().expect("a day");
        for receiver in disclosure::receivers(&file.organisation) {
            let drawn = extract(&file.organisation, &file.index, &receiver, on, on).expect("a receiver of the file");
            let tally = tally(&file.organisation, &file.index, &receiver, on).expect("a receiver of the file");
            prop_assert_eq!((tally.leaving, tally.left_out), (drawn.leaving(), drawn.left_out));
        }
    }

    #[test]
    fn what_is_open_is_there(seed: u64) {
        let municipality = municipality(seed, true);
        let text = extract_text(&municipality.text(), &Receiver::Public);
        let (there, file) = (found(&text), municipality.file.to_string());
        let in_file = found(&file);
        let is_open = |canary: &&Canary| {
            let whole = canary.path.len() <= 3 && !canary.path.contains(&"content".to_owned());
            let is_marked = !canary.markings.iter().all(|marking| ["", "open"].contains(&marking.as_str()));
            let unknown = canary.path.iter().any(|field| field.starts_with('?'));
            whole && !is_marked && !unknown && !canary.aside
        };
        let shown = |canary: &&Canary| match canary.list() {
            "units" => canary.is_in(&["id", "name", "area", "address", "tags", "email", "phone", "web"]),
            "risks" => canary.is_in(&["id", "title", "scenario"]),
            "documents" => canary.is_in(&["id", "title", "link"]),
            "functions" | "editions" | "profiles" => canary.is_in(&["id", "name"]) && canary.path.len() == 2,
            "questions" => canary.is_in(&["about"]),
            _ => false,
        };
        for canary in municipality.canaries.iter().filter(is_open).filter(shown) {
            // Of a text per language that was made and not chosen, nothing is in the file either.
            let canary_is_in = |some: &BTreeSet<&str>| some.contains(canary.text.as_str());
            prop_assert!(!canary_is_in(&in_file) || canary_is_in(&there), "{canary:?}");
        }
    }

    #[test]
    fn an_extract_opens_without_problems(seed: u64) {
        let municipality = municipality(seed, true);
        for receiver in receivers(&municipality.file) {
            let text = extract_text(&municipality.text(), &receiver);
            let opened = File::read(&text, &mut |_| ()).unwrap();
            let is_own = matches!(receiver, Receiver::Internal | Receiver::Department(_));
            for problem in &opened.problems.list {
                // What is kept for the municipality's own people is kept with what is odd about it.
                let is_kept = match problem.kind {
                    ProblemKind::UnknownField { .. } => is_own,
                    _ => receiver == Receiver::Internal && problem.place.path.starts_with("$."),
                };
                prop_assert!(is_kept, "{receiver}: {problem:?}\n{text}");
            }
        }
    }

    #[test]
    fn extracting_twice_is_the_same_as_once(seed: u64) {
        let municipality = municipality(seed, true);
        for receiver in receivers(&municipality.file) {
            let once = extract_text(&municipality.text(), &receiver);
            // A unit that is left out of its own extract is not there to receive another.
            let is_there = receiver.unit().is_none_or(|id| once.contains(&format!("{{\"id\":\"{id}\"")));
            if is_there {
                let twice = extract_text(&once, &receiver);
                for (once, twice) in once.lines().zip(twice.lines()) {
                    prop_assert_eq!(once, twice, "{}", receiver);
                }
                prop_assert_eq!(once.len(), twice.len(), "{}", receiver);
            }
        }
    }

    #[test]
    fn the_order_of_items_does_not_matter(seed: u64) {
        let municipality = municipality(seed, true);
        let shuffled = shuffle(&municipality.file, &mut Dice(seed));
        for receiver in receivers(&municipality.file) {
            let (one, other) = (extract_text(&municipality.text(), &receiver), extract_text(&shuffled.to_string(), &receiver));
            prop_assert_eq!(one, other, "{}", receiver);
        }
    }

    #[test]
    fn the_municipality_itself_loses_nothing_but_rounds_and_history_of_a_file_without_markings(seed: u64) {
        let municipality = municipality(seed, false);
        let mut rest = municipality.file.clone();
        for list in ["rounds", "history"] {
            prop_assert!(rest.as_object_mut().unwrap().remove(list).is_some());
        }
        let text = rest.to_string();
        let file = File::read(&text, &mut |_| ()).unwrap();
        let extract = extract_text(&municipality.text(), &Receiver::Internal);
        let mut extract = File::read(&extract, &mut |_| ()).unwrap().organisation;
        extract.extract = None;
        prop_assert_eq!(canonical::write(&extract), canonical::write(&file.organisation));
    }
}

#[test]
fn people_of_an_edition_keep_their_pseudonyms_in_whatever_order_it_stands() {
    // In this municipality nothing but an edition, whose items stand in no order, tells two people apart.
    let municipality = municipality(10_859_647_649_570_613_426, true);
    let once = extract_text(&municipality.text(), &Receiver::Public);
    assert!(once == extract_text(&once, &Receiver::Public));
}
