use super::*;
use crate::engine::view::UnitRef;
use crate::event::{Log, LoggedAct};
use crate::exchange::export::csv;
use crate::organisation::value::{Label, parse_date};
use Language::{English, Swedish};

fn unit(kind: UnitKind) -> UnitRef {
    UnitRef { id: "eken".into(), name: Label::plain("Eken"), kind }
}

fn view(nobody: &[UnitKind]) -> EventView {
    EventView {
        name: Label::plain("elavbrott"),
        is_secret: false,
        risks: Vec::new(),
        units: vec![unit(UnitKind::Department)],
        workplaces: 60,
        nobody_total: u32::try_from(nobody.len()).unwrap(),
        nobody: nobody.iter().map(|kind| (unit(*kind), None)).collect(),
        total: 47,
        without_number: 0,
        calls: Vec::new(),
        due: 0,
        left_out: 0,
        questions: Vec::new(),
    }
}

fn said(sentence: &Sentence) -> String {
    format!("{}{}{}", sentence.before, sentence.stress, sentence.after).replace('\u{a0}', " ")
}

#[test]
fn the_verdict_says_how_many_to_reach_and_where_nobody_can_be_called() {
    let gaps = view(&[UnitKind::Workplace, UnitKind::Workplace, UnitKind::Workplace]);
    assert_eq!(said(&verdict(&gaps, Swedish)), "Elavbrott: 47 att nå, 3 arbetsplatser utan någon att ringa.");
    let mixed = view(&[UnitKind::Workplace, UnitKind::Department]);
    assert_eq!(said(&verdict(&mixed, English)), "Elavbrott: 47 to reach, 2 units with nobody to call.");
    assert_eq!(said(&verdict(&view(&[]), Swedish)), "Elavbrott: 47 att nå.");
}

#[test]
fn the_verdict_says_to_how_many_a_number_is_missing_and_what_follows_where_nobody_can_be_called() {
    let gaps = EventView { without_number: 20, ..view(&[UnitKind::Workplace]) };
    assert_eq!(said(&verdict(&gaps, Swedish)), "Elavbrott: 47 att nå. Telefonnummer saknas till 20.");
    assert_eq!(after_verdict(&gaps, Swedish), "60 arbetsplatser berörs. En arbetsplats saknar någon att ringa.");
    assert_eq!(said(&verdict(&gaps, English)), "Elavbrott: 47 to reach. 20 have no phone number.");
    let all = EventView { without_number: 20, ..view(&[]) };
    assert_eq!(after_verdict(&all, Swedish), "60 arbetsplatser berörs.");
}

#[test]
fn a_reason_says_the_post_and_whom_it_is_in_place_of() {
    let at = |kind, role: Option<&str>, why| ReasonView {
        unit: unit(kind),
        role: role.map(|role| (role.into(), None)),
        why,
    };
    let head = at(UnitKind::Department, Some("head"), WhyView::Instead("security_coordinator".into(), None));
    assert_eq!(reason(&head, Swedish), "Förvaltningschef, Eken, i stället för säkerhetssamordnare");
    let substitute = at(UnitKind::Workplace, Some("security_representative"), WhyView::StandsIn(Some("Bo".into())));
    assert_eq!(reason(&substitute, English), "Substitute for Bo: security representative, Eken");
    assert_eq!(reason(&at(UnitKind::Party, None, WhyView::Holds), Swedish), "Enhetens egen kontakt");
}

#[test]
fn a_time_of_another_day_says_its_day() {
    let day = |text| parse_date(text).unwrap();
    assert_eq!(time((day("2026-11-22"), 9, 5), day("2026-11-22"), Swedish), "09.05");
    assert_eq!(time((day("2026-11-21"), 23, 59), day("2026-11-22"), Swedish), "21\u{a0}november 23.59");
}

#[test]
fn the_hour_that_comes_twice_is_told_apart_in_the_exported_log() {
    let mut log = Log::default();
    log.add(1, LoggedAct::Tick { key: "person:bo".into(), name: "Bo".into(), tick: Tick::NotReached });
    log.add(2, LoggedAct::Note { text: "=Ström; åter".into() });
    let when = |at: u64| ((parse_date("2026-10-25").unwrap(), 2, 30), if at == 1 { 120 } else { 60 });
    let written = String::from_utf8(csv(&log_table(&log, when, Swedish))).unwrap();
    assert_eq!(
        written,
        "\u{FEFF}Nr;Datum;Tid;Före UTC;Vad\r\n1;2026-10-25;02:30;UTC+02:00;Inte nådd: Bo\r\n2;2026-10-25;02:30;UTC+01:00;\"'=Ström; åter\"\r\n"
    );
}

#[test]
fn a_file_is_named_after_the_event_in_plain_letters() {
    let named = |name: &str| EventView { name: Label::plain(name), ..view(&[]) };
    assert_eq!(
        file_name(&named("Långt elavbrott, hela kommunen!"), true, Swedish),
        "handelse-langt-elavbrott-hela-kommunen-logg.csv"
    );
    assert_eq!(file_name(&named("火"), false, English), "event-list.csv");
}

#[test]
fn a_file_about_what_is_secret_is_not_named_after_it() {
    let secret = EventView { is_secret: true, ..view(&[]) };
    assert_eq!(file_name(&secret, true, Swedish), "handelse-logg.csv");
}
