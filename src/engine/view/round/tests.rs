//! A round from its beginning to its last answer, as the page has it.

use super::*;
use crate::disclosure::extract;
use crate::engine::view::{ReviewReply, ReviewView};
use crate::engine::{Engine, Reply, Request};
use crate::travel::PointChoices;
use crate::travel::round::RoundWish;

const EXAMPLE: &str = include_str!("../../../../public/example.json");

fn on(text: &str) -> Date {
    text.parse().expect("a day")
}

fn opened(text: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("file.json".into(), text.as_bytes().to_vec(), &mut |_| ()).expect("it can be read");
    engine
}

fn canonical(engine: &mut Engine) -> String {
    let Reply::Text(text) = engine.handle(&Request::Canonical) else { panic!("a text") };
    text
}

fn wish(receivers: &[&str]) -> RoundWish {
    RoundWish {
        id: "hosten".into(),
        name: " Hösten ".into(),
        due: on("2026-11-20"),
        message: String::new(),
        answer_to: "sakerhet@example.se".into(),
        receivers: receivers.iter().map(|receiver| receiver.parse().expect("a receiver")).collect(),
    }
}

/// The example with a round that asks two.
fn begun() -> Engine {
    let mut engine = opened(EXAMPLE);
    let begin = Request::BeginRound { wish: wish(&["department:uf", "party:polisen"]), sent: on("2026-11-02") };
    assert!(matches!(engine.handle(&begin), Reply::Changed(_)));
    engine
}

fn rounds(engine: &mut Engine, waiting: &[String]) -> RoundsView {
    let asked = Request::Rounds { on: on("2026-11-22"), waiting: waiting.to_vec() };
    let Reply::Rounds(view) = engine.handle(&asked) else { panic!("it is answered") };
    *view
}

/// What a department answers that changes one thing in its part.
fn answer(engine: &mut Engine) -> String {
    let asked = Request::RoundFiles { round: "hosten".into(), on: on("2026-11-22"), made: on("2026-11-02") };
    let Reply::RoundFiles(parts) = engine.handle(&asked) else { panic!("there are parts") };
    let stems: Vec<&str> = parts.iter().map(|part| part.stem.as_str()).collect();
    assert_eq!(stems, ["polisen", "uf"]);
    let before = &parts[1].extract;
    let after = before.replace("\"Strands bibliotek\"", "\"Strand\"");
    assert_ne!(*before, after);
    let [old, new] = [before, &after].map(|text| File::read(text, &mut |_| ()).expect("it can be read"));
    let hash = crate::verdict::sha256(before.as_bytes());
    crate::travel::write(&crate::travel::diff(&old.organisation, &hash, &new.organisation, None))
}

fn looked_at(engine: &mut Engine, text: &str) -> ReviewView {
    let asked = Request::Review {
        text: text.into(),
        choices: PointChoices::default(),
        on: on("2026-11-22"),
        window: crate::engine::lens::Window { from: 0, count: 50 },
    };
    let Reply::Review(reply) = engine.handle(&asked) else { panic!("it is answered") };
    let ReviewReply::Open(view) = *reply else { panic!("it can be brought in") };
    *view
}

fn bring_in(engine: &mut Engine, text: &str, choices: PointChoices) {
    let asked = Request::BringIn { text: text.into(), choices, on: on("2026-11-21") };
    assert!(matches!(engine.handle(&asked), Reply::Changed(_)));
}

#[test]
fn everyone_who_can_be_asked_is_told_with_what_they_get() {
    let mut engine = opened(EXAMPLE);
    let asked = Request::Askable { on: on("2026-11-22") };
    let Reply::Askable(rows) = engine.handle(&asked) else { panic!("it is answered") };
    let words: Vec<&str> = rows.iter().map(|row| row.receiver.receiver.word()).collect();
    assert!(words.is_sorted() && words.contains(&"department") && words.contains(&"party"), "{words:?}");
    for row in &rows {
        let file = File::read(EXAMPLE, &mut |_| ()).expect("it can be read");
        let of = extract(&file.organisation, &file.index, &row.receiver.receiver, on("2026-11-22"), on("2026-11-22"));
        let of = of.expect("it can be made");
        assert_eq!((row.leave, &row.left_out), (saturating(of.leaving()), &of.left_out.into_iter().collect()));
    }
    let uf = rows.iter().find(|row| row.receiver.key == "department:uf").expect("it is there");
    assert_eq!(uf.to.email.as_deref(), Some("selma.lindgren@example.se"));
}

#[test]
fn a_round_is_one_change_and_whoever_has_not_answered_by_its_day_is_late() {
    let mut engine = begun();
    let view = rounds(&mut engine, &[]);
    let round = &view.rounds[0];
    assert_eq!((round.name.sv.as_str(), round.answer_to.as_str()), ("Hösten", "sakerhet@example.se"));
    let told: Vec<_> = round.rows.iter().map(|row| (row.receiver.key.as_str(), row.sent, row.late)).collect();
    let sent = Some(on("2026-11-02"));
    assert_eq!(told, [("department:uf", sent, Some(2)), ("party:polisen", sent, Some(2))]);
    let again = Request::BeginRound { wish: wish(&["department:uf"]), sent: on("2026-11-02") };
    assert_eq!(engine.handle(&again), Reply::NotFound, "there is one of this id");
    engine.handle(&Request::Undo);
    assert_eq!(canonical(&mut engine), canonical(&mut opened(EXAMPLE)));
    assert!(rounds(&mut engine, &[]).rounds.is_empty());
}

#[test]
fn an_answer_finds_its_row_and_is_noted_in_the_step_that_brings_it_in() {
    let mut engine = begun();
    let before = canonical(&mut engine);
    let text = answer(&mut engine);
    let view = rounds(&mut engine, &["{}".to_owned(), text.clone()]);
    assert_eq!(view.rounds[0].rows[0].waiting, [WaitingAnswer { place: 1, changes: 1 }]);
    assert!(view.rounds[0].rows[1].waiting.is_empty());
    assert_eq!(view.damaged, [0], "it is told before anybody opens it");
    let review = looked_at(&mut engine, &text);
    assert_eq!((review.round.map(|name| name.sv).as_deref(), review.taken), (Some("Hösten"), 1));
    bring_in(&mut engine, &text, PointChoices::default());
    let (after, noted) = (canonical(&mut engine), on("2026-11-21"));
    assert!(after.contains("\"Strand\""));
    let row = &rounds(&mut engine, &[]).rounds[0].rows[0];
    assert_eq!((row.answered, row.brought_in, row.refused, row.late), (Some(noted), Some(noted), None, None));
    engine.handle(&Request::Undo);
    assert_eq!(canonical(&mut engine), before);
}

#[test]
fn an_answer_of_which_nothing_is_taken_is_noted_as_turned_down() {
    let mut engine = begun();
    let text = answer(&mut engine);
    let refused = looked_at(&mut engine, &text).numbers.into_iter().collect();
    bring_in(&mut engine, &text, PointChoices { refused, ..PointChoices::default() });
    let row = &rounds(&mut engine, &[]).rounds[0].rows[0];
    let noted = Some(on("2026-11-21"));
    assert_eq!((row.answered, row.brought_in, row.refused), (noted, None, noted));
    assert!(!canonical(&mut engine).contains("\"Strand\""));
}

#[test]
fn what_was_made_for_no_round_is_noted_in_none() {
    let mut engine = begun();
    let text = answer(&mut engine).replace("\"round\":\"hosten\"", "\"round\":\"varen\"");
    assert_eq!(looked_at(&mut engine, &text).round, None);
    bring_in(&mut engine, &text, PointChoices::default());
    assert_eq!(rounds(&mut engine, &[text]).rounds[0].rows[0].answered, None);
    assert!(canonical(&mut engine).contains("\"Strand\""));
}

#[test]
fn whoever_answers_that_everything_is_right_is_done() {
    let mut engine = begun();
    let before = canonical(&mut engine);
    let settle = Request::SettleRound { round: "hosten".into(), unit: "polisen".into(), on: on("2026-11-21") };
    assert!(matches!(engine.handle(&settle), Reply::Changed(_)));
    let rows = &rounds(&mut engine, &[]).rounds[0].rows;
    let (still, done) = (&rows[0], &rows[1]);
    assert_eq!((done.answered, done.late), (Some(on("2026-11-21")), None));
    assert_eq!((done.brought_in, done.refused), (None, None), "there was nothing to bring in");
    assert_eq!((still.answered, still.late), (None, Some(2)));
    engine.handle(&Request::Undo);
    assert_eq!(canonical(&mut engine), before);
}

#[test]
fn what_was_brought_in_stays_so_whatever_becomes_of_another_answer() {
    let mut engine = begun();
    let text = answer(&mut engine);
    bring_in(&mut engine, &text, PointChoices::default());
    let second = text.replace("\"Strand\"", "\"Stranden\"");
    let refused = looked_at(&mut engine, &second).numbers.into_iter().collect();
    bring_in(&mut engine, &second, PointChoices { refused, ..PointChoices::default() });
    let row = &rounds(&mut engine, &[]).rounds[0].rows[0];
    let noted = Some(on("2026-11-21"));
    assert_eq!((row.answered, row.brought_in, row.refused), (noted, noted, noted));
}

#[test]
fn an_answer_that_the_file_has_already_leaves_nothing_to_look_at() {
    let mut engine = begun();
    let text = answer(&mut engine);
    bring_in(&mut engine, &text, PointChoices::default());
    let view = rounds(&mut engine, &[text]);
    assert_eq!(view.rounds[0].rows[0].waiting, [WaitingAnswer { place: 0, changes: 0 }]);
}

#[test]
fn the_round_that_was_begun_last_comes_first_whatever_its_day() {
    let mut engine = begun();
    let wish = RoundWish { id: "snart".into(), due: on("2026-11-10"), ..wish(&["department:uf"]) };
    assert!(matches!(engine.handle(&Request::BeginRound { wish, sent: on("2026-11-05") }), Reply::Changed(_)));
    let ids: Vec<_> = rounds(&mut engine, &[]).rounds.into_iter().map(|round| round.id).collect();
    assert_eq!(ids, ["snart", "hosten"]);
}

#[test]
fn an_extract_that_was_saved_and_came_back_whole_is_looked_at_like_a_change_file() {
    let mut engine = begun();
    let asked = Request::RoundFiles { round: "hosten".into(), on: on("2026-11-22"), made: on("2026-11-02") };
    let Reply::RoundFiles(parts) = engine.handle(&asked) else { panic!("there are parts") };
    let untouched = parts[1].extract.clone();
    let text = untouched.replace("\"Strands bibliotek\"", "\"Strand\"");
    let view = rounds(&mut engine, &[text.clone(), untouched]);
    let waiting = &view.rounds[0].rows[0].waiting;
    assert_eq!(*waiting, [WaitingAnswer { place: 0, changes: 1 }, WaitingAnswer { place: 1, changes: 0 }]);
    let review = looked_at(&mut engine, &text);
    assert!(review.is_saved_extract);
    assert_eq!((review.changes, review.round.map(|name| name.sv).as_deref()), (1, Some("Hösten")));
    bring_in(&mut engine, &text, PointChoices::default());
    assert!(canonical(&mut engine).contains("\"Strand\""));
    assert_eq!(rounds(&mut engine, &[]).rounds[0].rows[0].brought_in, Some(on("2026-11-21")));
    let elsewhere = text.replace("Exempelkommun", "Annanköping").replace("\"hosten\"", "\"varen\"");
    assert_eq!(rounds(&mut engine, &[elsewhere]).rounds[0].rows[0].waiting, []);
}
