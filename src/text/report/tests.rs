//! The report of small files and of the example, said: what is missing, and that nothing left out shows anywhere.

use super::*;
use crate::engine::Engine;
use crate::engine::request::{Reply, Request};
use crate::report::block::TableCell;
use crate::report::{COVERAGE_TOLD, RULES, html, sheets};

const EXAMPLE: &str = include_str!("../../../public/example.json");

fn view(file: &str, on: &str, audience: Audience) -> ReportView {
    let mut engine = Engine::default();
    engine.open("file.json".into(), file.into(), &mut |_| ()).expect("the file can be read");
    let on = on.parse().expect("a day");
    match engine.handle(&Request::Report { on, profile: None, audience, rules: RULES }) {
        Reply::Report(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn said(file: &str, audience: Audience) -> Report {
    report(&view(file, "2026-11-22", audience), "00", Language::Swedish)
}

/// What is said to be missing under a heading.
fn lacking(report: &Report, heading: &str) -> Vec<String> {
    let section = report.sections.iter().find(|section| section.title == heading).expect("the heading");
    let of = |block: &Block| if let Block::Missing { sentences, .. } = block { sentences.clone() } else { Vec::new() };
    section.blocks.iter().flat_map(of).collect()
}

/// A file with an item of every list that is left out for the public, a canary in each of its texts, and open items that
/// refer to it.
const MARKED: &str = r#"{"format": 1, "name": "Kommun",
 "units": [
  {"id": "kommun", "name": "Kommun", "kind": "municipality"},
  {"id": "canary-unit", "name": {"sv": "canary-unit-sv", "en": "canary-unit-en"}, "kind": "department", "parent": "kommun", "area": "canary-area", "address": "canary-address", "employees": 7, "tags": ["canary-tag"], "contact": {"email": "canary@example.se"}, "marking": "secret:18:13"},
  {"id": "canary-party", "name": "canary-party", "kind": "party", "marking": "internal"},
  {"id": "open", "name": "Öppna enheten", "kind": "workplace", "parent": "kommun", "employees": 3}],
 "people": [
  {"id": "canary-person", "name": "canary-name", "unit": "open", "email": "canary@example.se", "marking": "never"},
  {"id": "p", "name": "Hidden Name", "unit": "open"}],
 "roles": [{"id": "canary-role", "name": "canary-role-name", "marking": "internal"}],
 "rules": [{"id": "r", "text": "canary-rule-text", "source": "canary-rule-source", "holders": {"of": "canary-role", "in": {"kind": "workplace"}}}],
 "activities": [
  {"kind": "analysis", "date": "2026-01-01", "unit": "canary-unit", "who": ["canary-person"], "note": "open note canary-free"},
  {"kind": "analysis", "date": "2026-01-02", "unit": "open", "note": "canary-activity", "marking": "internal"}],
 "scales": [{"id": "l", "levels": [{"name": "få"}, {"name": "många"}]}, {"id": "c", "name": "Liv", "levels": [{"name": "lite"}, {"name": "mycket"}]}],
 "matrices": [{"id": "m", "likelihood": "l", "consequence": ["c"], "classes": [{"id": "low", "name": "låg"}, {"id": "high", "name": "hög"}], "grid": [[0, 0], [0, 1]]}],
 "risks": [
  {"id": "open-risk", "title": "Öppen risk", "units": ["canary-unit"], "owner": "canary-person", "likelihood": 2, "consequence": {"c": 2}},
  {"id": "canary-risk", "title": {"sv": "canary-title-sv", "en": "canary-title-en"}, "scenario": "canary-scenario", "owner": "open", "likelihood": 2, "consequence": {"c": 2}, "motive": "canary-motive", "motives": {"likelihood": "canary-motive-l", "c": "canary-motive-c"}, "vulnerabilities": ["canary-vulnerability"], "dependencies": ["canary-dependency-text"], "capability": "lacking", "marking": "secret:18:13", "canary-field": "canary-unknown"}],
 "measures": [
  {"id": "open-measure", "title": "Öppen åtgärd", "risks": ["canary-risk", "open-risk"], "owner": "canary-unit", "status": "proposed"},
  {"id": "canary-measure", "title": "canary-measure-title", "risks": ["open-risk"], "status": "done", "effect": {"note": "canary-effect"}, "marking": "internal"}],
 "functions": [
  {"id": "f", "name": "Öppen verksamhet", "unit": "canary-unit", "owner": "canary-person", "needs": [{"on": "canary-dependency"}, {"on": "d"}]},
  {"id": "canary-function", "name": "canary-function-name", "note": "canary-function-note", "tasks": [{"name": "canary-task", "note": "canary-task-note"}], "needs": [{"on": "d"}], "marking": "secret:18:13"}],
 "dependencies": [
  {"id": "d", "name": "El", "supplier": "canary-unit", "needs": [{"on": "canary-dependency"}]},
  {"id": "canary-dependency", "name": "canary-dependency-name", "supplier": "canary-supplier", "note": "canary-dependency-note", "marking": "internal"}],
 "editions": [
  {"id": "e", "name": "Förra", "date": "2025-01-01", "content": {"format": 1, "risks": [
    {"id": "canary-risk", "title": "canary-then-open-now-secret"}, {"id": "gone", "title": "canary-then-secret-now-gone", "marking": "never"}, {"id": "gone-open", "title": "Borttagen risk"}]}},
  {"id": "canary-edition", "name": "canary-edition-name", "date": "2026-01-01", "note": "canary-edition-note", "content": {"format": 1}, "marking": "internal"}],
 "profiles": [{"id": "canary-profile", "name": "canary-profile-name", "source": "canary-profile-source", "headings": [{"title": "canary-heading", "text": "canary-heading-text", "contents": []}], "marking": "internal"}]
}"#;

#[test]
fn nothing_of_what_is_left_out_shows_in_blocks_or_html_or_sheets() {
    let view = view(MARKED, "2026-11-22", Audience::Public);
    for language in Language::ALL {
        let report = report(&view, "00", *language);
        let book = format!("{:?}", sheets::sheets(&report));
        for (what, drawn) in [
            ("view", format!("{view:?}")),
            ("blocks", format!("{report:?}")),
            ("html", html::html(&report)),
            ("xlsx", book),
        ] {
            let found = drawn.find("canary").map(|at| &drawn[at.saturating_sub(60)..(at + 40).min(drawn.len())]);
            assert_eq!(found, None, "{what}, {language:?}");
            assert!(!drawn.contains("Hidden Name"), "{what}: the public is told no names");
        }
        assert!(html::html(&report).contains("Öppen risk"), "what is open is there");
    }
}

#[test]
fn the_same_shows_to_those_who_may_read_all() {
    let all = html::html(&said(MARKED, Audience::All));
    // The own profile applies to them, and has nothing under its only heading but a text.
    assert!(all.contains("canary-heading-text"));
    let mut engine = Engine::default();
    engine.open("file.json".into(), MARKED.into(), &mut |_| ()).expect("the file can be read");
    let on = "2026-11-22".parse().expect("a day");
    let profile = Some("msbfs-2015-5".to_owned());
    let Reply::Report(view) = engine.handle(&Request::Report { on, profile, audience: Audience::All, rules: RULES })
    else {
        panic!("a report")
    };
    let all = html::html(&report(&view, "00", Language::Swedish));
    for shown in ["canary-title-sv", "canary-motive-l", "canary-function-name", "canary-supplier", "canary-task-note"] {
        assert!(all.contains(shown), "{shown}");
    }
}

#[test]
fn it_says_how_many_are_left_out_and_on_what_ground() {
    let html = html::html(&said(MARKED, Audience::Public));
    assert!(html.contains("Sekretess enligt 18 kap. 13 § OSL: en verksamhet, en risk och en enhet."), "{html}");
    assert!(html.contains("Lämnar aldrig filen: en person."));
    assert!(!crate::report::html::html(&said(r#"{"format": 1}"#, Audience::Public)).contains("Sekretess"));
}

#[test]
fn a_ground_of_secrecy_in_other_words_is_told_to_nobody_outside() {
    let file = r#"{"format": 1, "risks": [{"id": "a", "title": "A", "marking": "secret:canary"}]}"#;
    for audience in [Audience::Public, Audience::Internal] {
        let html = html::html(&said(file, audience));
        assert!(!html.contains("canary") && html.contains("Sekretess: en risk."), "{html}");
    }
}

#[test]
fn the_public_is_not_told_that_what_it_may_not_read_is_missing() {
    let file = r#"{"format": 1, "functions": [{"id": "f", "name": "Vård", "acceptable_outage": 4, "needs": [{"on": "d"}]}],
        "dependencies": [{"id": "d", "name": "canary"}]}"#;
    let public = said(file, Audience::Public);
    assert!(!html::html(&public).contains("canary"));
    assert_eq!(lacking(&public, "Kritiska beroenden"), [""; 0]);
    assert_eq!(lacking(&said(file, Audience::Internal), "Kritiska beroenden").len(), 2);
}

#[test]
fn a_report_of_the_first_rules_is_made_again_as_it_was() {
    let file = r#"{"format": 1, "risks": [{"id": "a", "title": "A", "marking": "secret:annat"}],
        "dependencies": [{"id": "d", "name": "El"}]}"#;
    let mut engine = Engine::default();
    engine.open("file.json".into(), file.into(), &mut |_| ()).expect("the file can be read");
    let on = "2026-11-22".parse().expect("a day");
    let request = Request::Report { on, profile: None, audience: Audience::Public, rules: FIRST_RULES };
    let Reply::Report(view) = engine.handle(&request) else { panic!("a report") };
    let first = html::html(&report(&view, "00", Language::Swedish));
    assert!(
        first.contains("Sekretess enligt annat: en risk.") && first.contains("El") && !first.contains("data-rules")
    );
    assert!(html::html(&said(file, Audience::Public)).contains("data-rules=\"4\""));
}

#[test]
fn those_who_may_read_all_are_told_the_same_by_any_rules_but_what_later_ones_add() {
    let mut engine = Engine::default();
    engine.open("file.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the file can be read");
    let on = "2026-11-22".parse().expect("a day");
    let [first, third, now] = [FIRST_RULES, COVERAGE_TOLD - 1, RULES].map(|rules| {
        let request = Request::Report { on, profile: None, audience: Audience::All, rules };
        let Reply::Report(view) = engine.handle(&request) else { panic!("a report") };
        html::html(&report(&view, "00", Language::Swedish))
    });
    assert!(first == third.replace(" data-rules=\"3\"", ""));
    // A report made before posts then and now were told is made again without them.
    let told = |report: &str| report.contains("Uppdrag då och nu");
    assert!(!told(&first) && told(&now) && now.contains(" data-rules=\"4\""));
}

#[test]
fn a_risk_that_is_left_out_leaves_a_gap_in_the_numbers_of_the_others() {
    let place = |audience| {
        let report = said(MARKED, audience);
        let tables = report.sections.iter().flat_map(|section| &section.blocks);
        let table = tables.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        let register = table.clone().find(|table| table.sheet == "Risker").expect("the register");
        register.rows[0][0].text()
    };
    assert_eq!(place(Audience::Public), "2");
}

#[test]
fn an_empty_file_says_of_every_heading_what_is_missing() {
    let report = said(r#"{"format": 1}"#, Audience::Internal);
    assert_eq!(report.sections.len(), 7);
    assert_eq!(lacking(&report, "Samhällsviktig verksamhet"), ["Ingen samhällsviktig verksamhet är identifierad."]);
    assert_eq!(lacking(&report, "Behov av åtgärder"), ["Ingen åtgärd är föreslagen eller beslutad."]);
    let view = view(r#"{"format": 1}"#, "2026-11-22", Audience::Internal);
    let verdict = verdict(&view, Language::Swedish);
    // The last but one has nothing to ask of anything: there are neither risks nor functions.
    assert_eq!(format!("{}{}", verdict.stress, verdict.after), "Sex av sju rubriker är ofullständiga.");
}

#[test]
fn a_heading_with_all_it_should_have_lacks_nothing() {
    let file = r#"{"format": 1, "dependencies": [{"id": "d", "name": "El", "supplier": "Nätbolaget"}],
        "functions": [{"id": "f", "name": "Vård", "owner": "u", "acceptable_outage": 4, "needs": [{"on": "d", "endures": 2}]}],
        "units": [{"id": "u", "name": "Vården", "kind": "department"}]}"#;
    let report = said(file, Audience::Internal);
    assert_eq!(lacking(&report, "Samhällsviktig verksamhet"), [""; 0]);
    assert_eq!(lacking(&report, "Kritiska beroenden"), [""; 0]);
    let needs = "El (2 timmar)";
    let html = html::html(&report);
    assert!(html.contains(needs) && html.contains("Vård (2 timmar)") && html.contains("4 timmar"), "{html}");
}

#[test]
fn the_loss_of_each_dependency_says_which_functions_pass_their_longest_outage_and_of_which_nobody_knows() {
    let file = r#"{"format": 1, "dependencies": [{"id": "el", "name": "El"}, {"id": "vatten", "name": "Vatten"}, {"id": "gas", "name": "Gas"}],
        "functions": [{"id": "a", "name": "Vård", "acceptable_outage": 4, "needs": [{"on": "el", "endures": 2}, {"on": "vatten"}]},
            {"id": "b", "name": "Skola", "acceptable_outage": 1, "needs": [{"on": "el", "endures": 1}]}]}"#;
    let report = said(file, Audience::Internal);
    let mut tables = report.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let losses = tables.find(|table| table.sheet == "Bortfall").expect("a table of losses");
    let rows: Vec<Vec<String>> = losses.rows.iter().map(|row| row.iter().map(TableCell::text).collect()).collect();
    let none = String::new;
    assert_eq!(
        rows,
        [
            ["El".to_owned(), "Skola efter 2 timmar\nVård efter 6 timmar".to_owned(), none()],
            ["Vatten".to_owned(), none(), "Vård".to_owned()],
        ]
    );
}

#[test]
fn a_municipality_s_own_headings_and_texts_stand_as_it_wrote_them() {
    let file = r#"{"format": 1, "profiles": [{"id": "own", "name": "Vår", "headings": [
        {"title": "Inledning", "text": "Först.\n\nSedan.", "contents": []}, {"title": "Tom", "contents": []}]}]}"#;
    let report = said(file, Audience::Internal);
    assert_eq!(report.sections[0].blocks, [Block::Own(vec!["Först.".into(), "Sedan.".into()])]);
    assert_eq!(lacking(&report, "Tom"), ["Rubriken har varken innehåll eller text."]);
    assert!(!report.sections[0].lacks && report.sections[1].lacks);
}

#[test]
fn that_the_regulation_is_repealed_is_said_on_days_when_it_is() {
    let said = |on| {
        let view = view(r#"{"format": 1}"#, on, Audience::Internal);
        profile_note(&view, Language::Swedish)
    };
    assert!(said("2026-11-22").is_some_and(|note| note.contains("MCFFS 2026:9")));
    assert_eq!(said("2024-05-01"), None);
}

#[test]
fn every_matrix_says_what_it_is_not_for() {
    let report = said(EXAMPLE, Audience::Internal);
    let matrices = report.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Matrix(matrix) => Some(matrix),
        _ => None,
    });
    let matrices: Vec<_> = matrices.collect();
    assert_eq!(matrices.len(), 2);
    assert!(matrices.iter().all(|matrix| matrix.caution.contains("inte ett underlag för att fördela resurser")));
    assert_eq!(html::html(&report).matches("inte ett underlag för att fördela resurser").count(), 2);
}

#[test]
fn a_change_since_the_last_edition_is_told_by_class() {
    let matrix = r#""scales": [{"id": "l", "levels": [{"name": "1"}, {"name": "2"}]}, {"id": "c", "levels": [{"name": "1"}, {"name": "2"}]}],
        "matrices": [{"id": "m", "likelihood": "l", "consequence": ["c"], "classes": [{"id": "low", "name": "låg"}, {"id": "high", "name": "hög"}], "grid": [[0, 0], [0, 1]]}]"#;
    let risk = |id: &str, level: u8| {
        format!(r#"{{"id": "{id}", "title": "{id}", "likelihood": {level}, "consequence": {{"c": 2}}}}"#)
    };
    let (up, same, gone, new) = (risk("up", 1), risk("same", 2), risk("gone", 2), risk("new", 1));
    let file = format!(
        r#"{{"format": 1, {matrix}, "risks": [{}, {same}, {new}], "editions": [{{"id": "e", "name": "Förra", "date": "2025-01-01",
            "content": {{"format": 1, {matrix}, "risks": [{up}, {same}, {gone}]}}}}]}}"#,
        risk("up", 2)
    );
    let view = view(&file, "2026-11-22", Audience::Internal);
    let mut part = view.headings.iter().flat_map(|heading| &heading.parts);
    let changes = part.find_map(|part| if let ReportPart::Changes(part) = part { Some(part) } else { None });
    let changes = changes.expect("the changes");
    let sv = |labels: &[Label]| labels.iter().map(|label| label.sv.clone()).collect::<Vec<_>>();
    assert_eq!((sv(&changes.new), sv(&changes.gone), changes.same), (vec!["new".into()], vec!["gone".into()], 1));
    let moved: Vec<_> = changes
        .moved
        .iter()
        .map(|it| {
            let id = |class: &Option<ClassView>| class.as_ref().map(|class| class.id.clone()).unwrap_or_default();
            (it.title.sv.clone(), id(&it.before), id(&it.now))
        })
        .collect();
    assert_eq!(moved, [("up".to_owned(), "low".to_owned(), "high".to_owned())]);
}

/// Three workplaces, one of which has lost its post since the edition and one of which has got one.
const HELD: &str = r#"{"format": 1,
    "units": [{"id": "a", "name": "A", "kind": "workplace"}, {"id": "b", "name": "B", "kind": "workplace"}, {"id": "c", "name": "C", "kind": "workplace"}],
    "people": [{"id": "p", "name": "P"}], "roles": [{"id": "x", "name": "vakt"}],
    "assignments": [{"role": "x", "unit": "a", "person": "p", "until": "2026-03-31"}, EARLIER
        {"role": "x", "unit": "b", "person": "p"}, {"role": "x", "unit": "c", "person": "p", "from": "2026-02-01"}],
    "rules": [{"id": "r", "holders": {"of": "x", "in": {"kind": "workplace"}}}],
    "editions": [{"id": "e", "name": "Förra", "date": "2026-01-01", "content": {"format": 1}}]}"#;
const EARLIER: &str = r#"{"role": "x", "unit": "c", "person": "p", "until": "2025-06-30"},"#;

/// What a report says of posts then and now: the sentence, and the last two cells of each row.
fn held_since(file: &str, audience: Audience) -> (String, Vec<[String; 2]>) {
    let report = said(file, audience);
    let blocks: Vec<&Block> = report.sections.iter().flat_map(|section| &section.blocks).collect();
    let told = |block: &&Block| matches!(block, Block::Table(table) if table.title == "Uppdrag då och nu");
    let at = blocks.iter().position(told).expect("the table");
    let (Block::Paragraph(sentence), Block::Table(table)) = (blocks[at - 1], blocks[at]) else { panic!("{blocks:?}") };
    let cell =
        |cell: &TableCell| if let TableCell::Number(_, text) = cell { text.clone() } else { format!("{cell:?}") };
    (sentence.replace('\u{a0}', " "), table.rows.iter().map(|row| [cell(&row[2]), cell(&row[3])]).collect())
}

#[test]
fn how_posts_were_held_at_the_last_edition_is_told_as_far_as_the_file_remembers() {
    for audience in [Audience::All, Audience::Internal, Audience::Public] {
        let (sentence, rows) = held_since(&HELD.replace("EARLIER", EARLIER), audience);
        assert_eq!(rows, [["2 av 3", "2 av 3"]], "{audience:?}");
        assert!(sentence.contains("den 1 januari 2026") && !sentence.contains("Längre tillbaka"), "{sentence}");
    }
    // Without a post that had ended before, nobody knows what was so on the day of the edition.
    let (sentence, rows) = held_since(&HELD.replace("EARLIER", ""), Audience::Internal);
    assert_eq!(rows, [["3 av 3", "2 av 3"]]);
    assert!(sentence.contains("den 31 mars 2026") && sentence.contains("Längre tillbaka saknas"), "{sentence}");
    let forgotten = HELD.replace("EARLIER", "").replace("2026-03-31", "2026-11-30").replace("2026-02-01", "2026-11-22");
    let told = html::html(&said(&forgotten, Audience::Internal));
    assert!(told.contains("Av filen framgår inte vilka uppdrag som var tillsatta då."), "{told}");
    assert!(
        !html::html(&said(&HELD.replace("EARLIER", ""), Audience::Internal)).contains("framgår inte vilka uppdrag")
    );
}

#[test]
fn a_measure_whose_day_has_passed_is_overdue_unless_it_is_done() {
    let file = r#"{"format": 1, "measures": [
        {"id": "a", "title": "Sen", "due": "2026-11-21", "status": "ongoing"},
        {"id": "b", "title": "I tid", "due": "2026-11-22", "status": "ongoing"},
        {"id": "c", "title": "Klar", "due": "2026-01-01", "status": "done"}]}"#;
    let html = html::html(&said(file, Audience::Internal));
    assert_eq!(html.matches("försenad").count(), 2, "one sentence and one cell: {html}");
    assert!(!html.contains("1 januari 2026"), "the day by which it was to be done is not the day it was: {html}");
}

#[test]
fn what_was_done_before_the_last_edition_has_not_been_done_since() {
    let file = |done: &str| {
        format!(
            r#"{{"format": 1, "measures": [{{"id": "m", "title": "Larmet", "status": "done", "done": "{done}"}}],
            "editions": [{{"id": "e", "name": "Förra", "date": "2025-01-01", "content": {{"format": 1}}}}]}}"#
        )
    };
    let is_since = |done: &str| html::html(&said(&file(done), Audience::Internal)).contains("genomförd sedan dess");
    assert!(is_since("2025-01-02"));
    assert!(!is_since("2024-12-31"));
}

#[test]
fn amounts_and_days_are_numbers_and_days_in_a_sheet() {
    let report = said(EXAMPLE, Audience::Internal);
    let sheets = sheets::sheets(&report);
    let named: Vec<&str> = sheets.iter().map(|sheet| &*sheet.name).collect();
    for name in ["Risker", "Åtgärder", "Metod", "Sårbarheter", "Motiveringar"] {
        assert!(named.contains(&name), "{name} in {named:?}");
    }
    let measures = sheets.iter().find(|sheet| sheet.name == "Åtgärder").expect("measures");
    let has = |wanted: fn(&crate::exchange::sheet::SheetCell) -> bool| measures.rows.iter().flatten().any(wanted);
    assert!(has(|cell| matches!(cell, crate::exchange::sheet::SheetCell::Number(_))));
    assert!(has(|cell| matches!(cell, crate::exchange::sheet::SheetCell::Date(_))));
    assert!(crate::exchange::export::xlsx(&sheets).is_some());
}

#[test]
fn no_cell_of_the_example_is_wider_than_its_table() {
    for language in Language::ALL {
        let report = report(&view(EXAMPLE, "2026-11-22", Audience::All), "00", *language);
        for block in report.sections.iter().flat_map(|section| &section.blocks) {
            if let Block::Table(table) = block {
                assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.title);
                assert!(table.rows.iter().all(|row| row[table.naming()] != TableCell::Nothing), "{}", table.title);
            }
        }
    }
}

/// Two workplaces without the representative that they must have, accepted for them with these fields for the second.
fn accepting(second: &str) -> String {
    format!(
        r#"{{"format": 1, "units": [{{"id": "a", "name": "Eken", "kind": "workplace", "employees": 3}},
            {{"id": "b", "name": "Boken", "kind": "workplace", "employees": 3}}],
        "people": [{{"id": "p", "name": "Ali Ek"}}],
        "rules": [{{"id": "r", "severity": "must", "text": "Alla har ombud", "holders": {{"of": "x", "in": {{"kind": "workplace"}}}}}}],
        "exceptions": [{{"finding": "r:a", "reason": "Flyttar", "who": "p", "until": "2027-01-31"}},
            {{"finding": "r:b", "reason": "Stänger"{second}}}]}}"#
    )
}

/// The rows of the table of what is accepted.
fn accepted_rows(report: &Report) -> Vec<Vec<String>> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let wanted = tables.filter(|table| table.title == "Accepterade avvikelser");
    wanted.flat_map(|table| table.rows.iter().map(|row| row.iter().map(TableCell::text).collect())).collect()
}

#[test]
fn what_is_accepted_of_a_requirement_without_an_end_or_a_decider_is_named_in_the_report() {
    let report = said(&accepting(""), Audience::Internal);
    let rows = accepted_rows(&report);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0], ["Boken", "Alla har ombud", "slutdatum saknas", "framgår inte", "Stänger"]);
    assert_eq!(rows[1][3..], ["Ali Ek", "Flyttar"]);
    let lack = "En accepterad avvikelse från ett krav saknar slutdatum eller vem som har beslutat.";
    assert!(report.sections.iter().any(|section| lacking(&report, &section.title).iter().any(|said| said == lack)));
}

#[test]
fn what_is_accepted_with_all_that_takes_lacks_nothing_and_the_public_is_told_none_of_it() {
    let whole = accepting(r#", "who": "p", "until": "2026-12-31""#);
    let report = said(&whole, Audience::Internal);
    assert_eq!(accepted_rows(&report).len(), 2);
    assert!(!html::html(&report).contains("vem som har beslutat"));
    let public = html::html(&said(&whole, Audience::Public));
    assert!(!public.contains("Flyttar") && !public.contains("Ali Ek") && !public.contains("Accepterade avvikelser"));
}
