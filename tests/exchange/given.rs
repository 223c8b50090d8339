//! What the product's sheets hold: all of the open file, and of an extract what its receiver may see.

use ombud::disclosure::Receiver;
use ombud::engine::Engine;
use ombud::organisation::value::Language;
use ombud::publish::{FileEnding, Order, Output, publish};

const FILE: &str = r#"{"format": 1,
    "risks": [{"id": "a", "title": "Öppen risk"}, {"id": "b", "title": "Sekretessrisk", "marking": "secret:18:13"}]}"#;

/// The sheet of risks, as it is exported.
fn sheet(receiver: Option<Receiver>) -> String {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), FILE.as_bytes().to_vec(), &mut |_| ()).expect("it is opened");
    let on = "2026-11-22".parse().expect("a day");
    let order =
        Order { output: Output::Risks, ending: FileEnding::Csv, receiver, on, made: on, language: Language::Swedish };
    let made = publish(&mut engine, &order).expect("there is such a receiver").expect("it is made");
    String::from_utf8(made).expect("it is a text")
}

#[test]
fn a_sheet_of_the_file_holds_what_is_marked_and_one_of_an_extract_does_not_as_the_manuals_say() {
    assert!(sheet(None).contains("Öppen risk") && sheet(None).contains("Sekretessrisk"));
    let given = sheet(Some(Receiver::Internal));
    assert!(given.contains("Öppen risk") && !given.contains("Sekretessrisk"), "{given}");
    let (security, manual) = (include_str!("../../SECURITY.md"), include_str!("../../docs/exchange.md"));
    assert!(security.contains("the sheets exported there hold everything, whatever its marking"));
    assert!(manual.contains("Its sheets hold everything, whatever its marking."));
}
