//! A text that is not read as it was meant, and how its reader puts it right.

use ombud::exchange::desk::SheetService;
use ombud::exchange::field::SheetTarget;
use ombud::exchange::read::{Encoding, Reading, Separator, TextFormat};
use ombud::exchange::request::{ImportPlan, SheetReply, SheetRequest};
use ombud::organisation::value::Language;

use super::support::*;

/// How the desk has read a text.
fn written(reply: &SheetReply) -> TextFormat {
    let SheetReply::Opened { kind, .. } = reply else { panic!("it is opened: {reply:?}") };
    kind.text().expect("it is a text")
}

/// What the open sheet of people would bring, as it is read now.
fn brought(desk: &mut SheetService) -> String {
    let guess = SheetRequest::Guess { sheet: 0, target: Some(SheetTarget::People), remembered: vec![] };
    let SheetReply::Mapped(view) = desk.handle(guess, &mut |_| ()) else { panic!("it is guessed") };
    let plan = ImportPlan { sheets: vec![(0, view.mapping)], answers: [].into(), language: Language::Swedish };
    let SheetReply::Patches { patches, .. } = desk.handle(SheetRequest::Import(plan), &mut |_| ()) else {
        panic!("it is imported")
    };
    format!("{patches:?}")
}

fn desk() -> SheetService {
    let mut desk = SheetService::new(ombud::text::exchange::legend);
    desk.handle(SheetRequest::Know(Box::new(directory(EMPTY))), &mut |_| ());
    desk
}

#[test]
fn fault_28_a_sheet_whose_letters_were_guessed_wrong_is_read_as_the_reader_says() {
    // In Windows-1252 this is Š; where no other letter tells, an ä of Mac Roman is likelier.
    let sheet = b"Namn;E-post\nBranko \x8Aain;branko.sain@example.se\n";
    let mut desk = desk();
    let guessed = desk.open("personer.csv", sheet, &mut |_| ());
    assert_eq!(written(&guessed).encoding, Encoding::MacRoman);
    assert!(!brought(&mut desk).contains("Šain"));
    let reading = Reading { encoding: Some(Encoding::Windows1252), ..Reading::default() };
    let said = desk.handle(SheetRequest::Reread(reading), &mut |_| ());
    let meant = TextFormat { encoding: Encoding::Windows1252, separator: Separator::Semicolon };
    assert_eq!(written(&said), meant);
    assert!(brought(&mut desk).contains("Branko Šain"));
}

#[test]
fn fault_28_a_sheet_whose_separator_was_guessed_wrong_is_read_as_the_reader_says() {
    // Each line has more commas than semicolons, and as many of them as the others have.
    let sheet = "Namn;Titel,enhet,ort\nBo Ek;Rektor,Eken,Sjövik\nEva Al;Lärare,Eken,Sjövik\n";
    let mut desk = desk();
    let guessed = desk.open("personer.csv", sheet.as_bytes(), &mut |_| ());
    assert_eq!(written(&guessed).separator, Separator::Comma);
    let reading = Reading { separator: Some(Separator::Semicolon), ..Reading::default() };
    let said = desk.handle(SheetRequest::Reread(reading), &mut |_| ());
    assert_eq!(written(&said), TextFormat { encoding: Encoding::Utf8, separator: Separator::Semicolon });
    let brought = brought(&mut desk);
    assert!(["Bo Ek\\\"", "Eva Al\\\""].iter().all(|name| brought.contains(name)), "{brought}");
}
