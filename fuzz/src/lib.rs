//! What holds of any bytes that the product is given: nothing panics and nothing hangs, what is written can be read, and
//! reading what was written gives the same. A fuzzer calls these with bytes that it makes up, guided by the code they reach
//! (`make fuzz`); what it has found stands in `fuzz/seeds`, and `tests/fuzzed.rs` calls them with that.

use ombud::draft::ChangeKind;
use ombud::engine::lens::Lens;
use ombud::engine::{Engine, Reply, Request};
use ombud::exchange::host::{self, HostField};
use ombud::exchange::intake::Intake;
use ombud::exchange::yaml::UnreadableYaml;
use ombud::exchange::{library, read, sealed, yaml as text_of_data};
use ombud::organisation::problem::Problems;
use ombud::organisation::value::{Date, Language};
use ombud::organisation::{self, read_carefully};
use ombud::publish::{FileEnding, Order, Output, publish};
use ombud::risk::Methods;
use ombud::travel;
use ombud::verdict::{File, sha256};

mod cards;
mod lines;
mod tables;

pub use self::lines::calendar_of;

/// The file that changes and sheets are brought into: small, so that the fuzzer's time goes into what it makes up.
pub const FILE: &str = include_str!("../../tests/cases/group-misses-a-coordinator/organisation.json");

fn on() -> Date {
    "2026-11-22".parse().expect("a day")
}

/// A file, as anyone may hand it over: it is read quickly as it is read carefully, opens or is refused, is judged, and its
/// canonical form is its own canonical form and judged alike.
pub fn format(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert_eq!(organisation::read(text, &mut |_| ()), read_carefully(text));
    }
    let Some(mut engine) = opened(bytes) else { return };
    for request in [
        Request::Summary,
        Request::Overview { lens: Lens::whole(on()) },
        Request::Forecast { lens: Lens::whole(on()), months: 12, rule: None, drops: 10 },
    ] {
        engine.handle(&request);
    }
    let (once, verdict) = written(&mut engine);
    let mut again = opened(once.as_bytes()).expect("what is written can be read");
    assert_eq!(written(&mut again), (once, verdict));
}

/// A change file: it is read or refused; what is read is written so that it is read alike; and brought into a file that
/// it claims to be of, it leaves a file in canonical form, in which nothing is left to bring in.
pub fn changes(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(mut file) = travel::read(text) else { return };
    assert_eq!(travel::read(&travel::write(&file)).as_ref(), Ok(&file));
    file.from.sha256 = sha256(FILE.as_bytes());
    let read = File::read(FILE, &mut |_| ()).expect("the file can be read");
    let Ok(merged) = travel::merge(&read, &file.from.sha256, std::slice::from_ref(&file)) else { return };
    let mut engine = opened(merged.result.as_bytes()).expect("what is written can be read");
    assert_eq!(written(&mut engine).0, merged.result);
}

/// A sealed file: its head is read or refused, and is written as it was.
pub fn sealed(bytes: &[u8]) {
    let Ok((head, content)) = sealed::open(bytes) else { return };
    assert_eq!(head.bytes()[..], bytes[..bytes.len() - content.len()]);
    assert_eq!(head.length, content.len() as u64);
}

/// A sheet, CSV or a workbook: it is read or refused, written as both and read again as it was, and what is taken from it
/// leaves a file that can be read.
pub fn sheets(name: &str, bytes: &[u8]) {
    let Ok(sheets) = read(name, bytes, &mut |_| ()) else { return };
    sheets.sheets.iter().for_each(tables::come_back);
    let mut engine = opened(FILE.as_bytes()).expect("the file can be read");
    let Reply::Directory(directory) = engine.handle(&Request::Directory) else { panic!("a directory is answered") };
    let mut intake = Intake::default();
    intake.add(name, sheets, None, &directory);
    for language in [Language::Swedish, Language::English] {
        let patches = intake.import(&directory, language).patches;
        engine.handle(&Request::Change { name: ChangeKind::Import { file: name.to_owned() }, patches });
        let (once, verdict) = written(&mut engine);
        let mut again = opened(once.as_bytes()).expect("what is written can be read");
        assert_eq!(written(&mut again), (once, verdict));
        engine.handle(&Request::Undo);
    }
}

/// YAML: it is read or refused, and what is read is written so that it is read alike, unless it grows beyond what is read.
/// A library of matrices: it is read or refused, what is read is a file of the format, and where each of its matrices can
/// be used, the library that is written of them says what the one that was read did.
pub fn yaml(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(node) = text_of_data::read(text) else { return };
    let written = text_of_data::write(&node.json(), &[]);
    match text_of_data::read(&written) {
        Err(UnreadableYaml::TooLarge) => {}
        again => assert_eq!(again.map(|node| node.json()), Ok(node.json()), "{written}"),
    }
    let Ok(methods) = library::read(text) else { return };
    let file = methods.file();
    assert!(opened(file.as_bytes()).is_some());
    let read = File::read(&file, &mut |_| ()).expect("it is a file");
    let used = Methods::new(&read.organisation, &file, &mut Problems::default());
    if used.tables().count() == methods.matrices.len() {
        let written = library::write(used.tables(), None);
        match text_of_data::read(&written) {
            Err(UnreadableYaml::TooLarge) => {}
            again => assert_eq!(again.map(|node| node.json()), Ok(node.json()), "{written}"),
        }
    }
}

/// Contacts of an organisation, and four words as those of one: each that holds a post has a card that says what the file
/// does, every line is one that may be, and so are those of a calendar of its duties and of the words.
pub fn vcard(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let words = words_of(&text);
    lines::says(words, on());
    let mut engine = opened(bytes).or_else(|| opened(of_words(words).as_bytes())).expect("it is a file");
    let Reply::Directory(directory) = engine.handle(&Request::Directory) else { panic!("a directory is answered") };
    for language in [Language::Swedish, Language::English] {
        cards::say(&output(&mut engine, Output::Contacts, FileEnding::Vcf, language), &directory, &on().to_string());
        lines::read(&output(&mut engine, Output::Calendar, FileEnding::Ics, language));
    }
}

/// The words that a text is made of.
pub fn words_of(text: &str) -> [&str; 4] {
    let mut words = text.splitn(4, '\u{1f}');
    std::array::from_fn(|_| words.next().unwrap_or_default())
}

/// Somebody who holds a post, as a file of the format.
fn of_words(words: [&str; 4]) -> String {
    let [name, unit, phone, email] = words.map(|word| serde_json::to_string(word).expect("a text is JSON"));
    format!(
        r#"{{"format": 1, "units": [{{"id": "u", "name": {unit}, "kind": "workplace"}}],
        "people": [{{"id": "p", "name": {name}, "phone": {phone}, "email": {email}}}],
        "assignments": [{{"role": "security_representative", "unit": "u", "person": "p"}}]}}"#
    )
}

/// What is made of all that an engine has.
fn output(engine: &mut Engine, output: Output, ending: FileEnding, language: Language) -> String {
    let order = Order { output, ending, receiver: None, on: on(), made: on(), language };
    let made = publish(engine, &order).expect("it is for nobody in particular").expect("it is made");
    String::from_utf8(made).expect("it is a text")
}

/// Messages from pages around the page, and between the page and its worker: each is understood or refused.
pub fn messages(bytes: &[u8]) {
    if let Ok(serde_json::Value::Object(fields)) = serde_json::from_slice(bytes) {
        let _ = host::read(|name| match fields.get(name) {
            None => HostField::Absent,
            Some(serde_json::Value::String(text)) => HostField::Text(text.clone()),
            Some(serde_json::Value::Number(number)) => HostField::Number(number.as_f64().unwrap_or(f64::NAN)),
            Some(_) => HostField::Other,
        });
    }
    let mut engine = opened(FILE.as_bytes()).expect("the file can be read");
    let _ = engine.first(bytes);
    let Ok(request) = postcard::from_bytes::<Request>(bytes) else { return };
    engine.handle(&request);
    let (once, verdict) = written(&mut engine);
    let mut again = opened(once.as_bytes()).expect("what is written can be read");
    assert_eq!(written(&mut again), (once, verdict));
}

fn opened(bytes: &[u8]) -> Option<Engine> {
    let mut engine = Engine::default();
    engine.open("f".to_owned(), bytes.to_vec(), &mut |_| ()).ok()?;
    Some(engine)
}

/// The canonical form of the open file, and its verdict without the hash of its bytes, which a request may have set
/// before.
fn written(engine: &mut Engine) -> (String, serde_json::Value) {
    engine.take_sha256(String::new());
    let mut said = |request| match engine.handle(&request) {
        Reply::Text(text) => text,
        other => panic!("a text is answered: {other:?}"),
    };
    let canonical = said(Request::Canonical);
    let mut verdict: serde_json::Value =
        serde_json::from_str(&said(Request::Verdict { on: on() })).expect("a verdict is JSON");
    verdict["input_sha256"].take();
    (canonical, verdict)
}
