//! Nothing that an extract for a receiver does not hold is in anything made for them.
//!
//! [`Output::ALL`] is the list of what `ombud export` makes: what is in it is looked at here. Of what is made beside it,
//! extracts are looked at in `canaries.rs`, change files and the files and letters of a round in `tests/changes`.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use ombud::disclosure::Receiver;
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::value::{Date, Language};
use ombud::publish::{FileEnding, Order, Output, publish};
use proptest::prelude::*;

use crate::canaries::found;
use crate::municipality::municipality;
use crate::{extract_text, receivers};

fn days() -> (Date, Date) {
    ("2026-07-01".parse().unwrap(), "2026-07-02".parse().unwrap())
}

fn engine(text: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("a.json".into(), text.into(), &mut |_| ()).unwrap();
    engine
}

fn made(engine: &mut Engine, output: Output, ending: FileEnding, receiver: Option<Receiver>) -> String {
    let (on, made) = days();
    let order = Order { output, ending, receiver, on, made, language: Language::Swedish };
    opened(publish(engine, &order).unwrap().expect("it is made"), ending)
}

/// All that a file says: of a workbook the names and the content of its parts, of lines what they say unfolded.
fn opened(bytes: Vec<u8>, ending: FileEnding) -> String {
    if ending != FileEnding::Xlsx {
        return String::from_utf8(bytes).unwrap().replace("\r\n ", "");
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut said = String::new();
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).unwrap();
        said.push_str(&part.name().unwrap());
        part.read_to_string(&mut said).unwrap();
    }
    said
}

/// Every output in each of its formats.
fn outputs() -> impl Iterator<Item = (Output, FileEnding)> {
    Output::ALL.iter().flat_map(|output| output.endings().iter().map(|ending| (*output, *ending)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn no_output_for_a_receiver_holds_what_their_extract_does_not(seed: u64) {
        let municipality = municipality(seed, true);
        let text = municipality.text();
        let mut engine = engine(&text);
        for receiver in receivers(&municipality.file) {
            let extract = extract_text(&text, &receiver);
            let may: BTreeSet<&str> = found(&extract);
            for (output, ending) in outputs() {
                let made = made(&mut engine, output, ending, Some(receiver.clone()));
                let leaked: Vec<_> = found(&made).difference(&may).map(ToString::to_string).collect();
                let of: Vec<_> = municipality.canaries.iter().filter(|canary| leaked.contains(&canary.text)).collect();
                prop_assert!(leaked.is_empty(), "{output:?} {ending:?} for {receiver}: {of:?}");
            }
        }
    }

    #[test]
    fn the_verdict_that_a_page_around_is_given_holds_what_the_public_may_have(seed: u64) {
        let municipality = municipality(seed, true);
        let text = municipality.text();
        let extract = extract_text(&text, &Receiver::Public);
        let (on, made) = days();
        let request = Box::new(Request::Verdict { on });
        let Reply::Text(verdict) = engine(&text).handle(&Request::For { receiver: Receiver::Public, on, made, request }) else {
            panic!("a verdict")
        };
        prop_assert!(found(&verdict).is_subset(&found(&extract)), "{verdict}");
    }
}

/// An item of each marking, with a person and a ground of secrecy in free words.
const MARKED: &str = r#"{"format": 1, "name": "Kommun",
 "units": [
  {"id": "kommun", "name": "Kommun", "kind": "municipality"},
  {"id": "dold", "name": "Dolda enheten", "kind": "workplace", "parent": "kommun", "marking": "secret:källaren"}],
 "people": [{"id": "bo", "name": "Bo Ek"}, {"id": "ola", "name": "Ola Lind", "marking": "never"}],
 "roles": [{"id": "vakt", "name": "Hemlig vakt", "marking": "internal"}],
 "assignments": [
  {"role": "head", "unit": "kommun", "person": "bo"},
  {"role": "vakt", "unit": "kommun", "person": "bo"},
  {"role": "security_representative", "unit": "dold", "person": "ola", "until": "2026-09-01"}],
 "risks": [{"id": "r", "title": "Hemlig risk", "marking": "secret:källaren"}, {"id": "i", "title": "Intern risk", "marking": "internal"}],
 "measures": [{"id": "m", "title": "Hemlig åtgärd", "due": "2026-09-01", "status": "ongoing", "marking": "never"}],
 "rules": [{"id": "ombud", "text": "Ombud", "holders": {"of": "security_representative", "in": {"kind": "workplace"}}}]}"#;

/// In which outputs a text is, for those who may read all, for the municipality's own, and for everyone.
fn where_is(text: &str) -> [Vec<Output>; 3] {
    let mut engine = engine(MARKED);
    [None, Some(Receiver::Internal), Some(Receiver::Public)].map(|receiver| {
        let has = |(output, ending): (Output, FileEnding), engine: &mut Engine| {
            made(engine, output, ending, receiver.clone()).contains(text).then_some(output)
        };
        let mut outputs: Vec<_> = outputs().filter_map(|each| has(each, &mut engine)).collect();
        outputs.dedup();
        outputs
    })
}

#[test]
fn those_who_may_read_all_are_given_all() {
    use Output::{Calendar, Contacts, Measures, Organisation, Report, Risks};
    for (text, all, own) in [
        ("Hemlig risk", vec![Report, Risks], vec![]),
        ("Intern risk", vec![Report, Risks], vec![Report, Risks]),
        ("Hemlig åtgärd", vec![Report, Calendar, Measures], vec![]),
        ("Ola Lind", vec![Contacts, Calendar, Organisation], vec![]),
        ("Hemlig vakt", vec![Contacts, Organisation], vec![Contacts, Organisation]),
    ] {
        assert_eq!(where_is(text), [all, own, vec![]], "{text}");
    }
}

#[test]
fn a_ground_of_secrecy_in_free_words_is_told_to_nobody_but_those_who_may_read_all() {
    let [all, own, public] = where_is("källaren");
    assert!(!all.is_empty());
    assert_eq!((own, public), (vec![], vec![]));
}

#[test]
fn the_public_is_given_cards_without_names() {
    let cards = made(&mut engine(MARKED), Output::Contacts, FileEnding::Vcf, Some(Receiver::Public));
    assert_eq!(cards.matches("BEGIN:VCARD").count(), 1, "{cards}");
    assert!(cards.contains("FN:Chef") && !cards.contains("Bo Ek"), "{cards}");
}

#[test]
fn what_is_made_twice_is_the_same() {
    for (output, ending) in outputs() {
        for receiver in [None, Some(Receiver::Public)] {
            let twice = [(); 2].map(|()| made(&mut engine(MARKED), output, ending, receiver.clone()));
            assert_eq!(twice[0], twice[1], "{output:?} {ending:?}");
        }
    }
}

#[test]
fn what_is_asked_of_a_part_that_is_left_out_is_not_answered_of_the_whole() {
    let (on, made) = days();
    let ask = |within: &str| {
        let lens = ombud::engine::lens::Lens { within: Some(within.into()), ..ombud::engine::lens::Lens::whole(on) };
        let request = Box::new(Request::Year { lens, from: on });
        engine(MARKED).handle(&Request::For { receiver: Receiver::Internal, on, made, request })
    };
    assert!(matches!(ask("kommun"), Reply::Year(_)));
    assert!(matches!(ask("dold"), Reply::NotFound));
}
