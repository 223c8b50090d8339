//! What the command itself promises.

use serde_json::json;

use super::support::{base, import, run};

const LIST: &str = "Arbetsplats;Förvaltning;Säkerhetsombud;Ombudets e-post\n\
    Granens boende;Omsorgsförvaltningen;Ivar Lund;ivar.lund@example.org\n";

#[test]
fn a_sheet_that_is_used_whole_gives_the_changed_file_in_canonical_form() {
    let answer = run("whole", &[("list.csv", LIST.as_bytes())], &["import", "base.json", "list.csv"]);
    assert_eq!((answer.code, answer.told.as_str()), (Some(0), ""));
    assert!(
        answer.out.contains(r#"{"id":"ivar-lund","name":"Ivar Lund","unit":"granen","email":"ivar.lund@example.org"}"#)
    );
    let again = run("whole", &[("after.json", answer.out.as_bytes())], &["canonical", "after.json"]);
    assert_eq!(again.out, answer.out);
}

#[test]
fn what_was_taken_in_is_told_as_json() {
    let answer = import("json", "list.csv", LIST.as_bytes());
    assert_eq!((answer.code, answer.told.as_str()), (Some(0), ""));
    let told = answer.json();
    assert_eq!(
        told["sheets"],
        json!([{ "file": "list.csv", "sheet": "list", "target": "workplaces", "columns": [
            { "heading": "Arbetsplats", "field": "workplace" },
            { "heading": "Förvaltning", "field": "department" },
            { "heading": "Säkerhetsombud", "field": "representative" },
            { "heading": "Ombudets e-post", "field": "representative_email" },
        ] }])
    );
    assert_eq!(told["added"], json!({ "units": 0, "people": 1, "assignments": 1, "risks": 0, "measures": 0 }));
    assert_eq!(told["changed"], json!({ "units": 0, "people": 0, "assignments": 0, "risks": 0, "measures": 0 }));
    assert_eq!(told["unchanged"]["units"], 1);
    assert_eq!((&told["notes"], &told["questions"]), (&json!([]), &json!([])));
    assert_eq!(told["result"]["people"][0]["name"], "Ivar Lund");
}

#[test]
fn a_column_that_is_not_taken_in_is_a_note_in_words_and_in_json() {
    let list = "Namn;E-post;Skonummer\nIvar Lund;ivar.lund@example.org;43\n";
    let answer = import("column", "people.csv", list.as_bytes());
    assert_eq!(answer.code, Some(1));
    assert_eq!(answer.notes(), [("C1".to_owned(), "column_left_out".to_owned())]);
    assert_eq!(answer.json()["sheets"][0]["columns"][2], json!({ "heading": "Skonummer", "field": null }));
    assert_eq!(answer.told, "people.csv: people, C1: The column “Skonummer” has content that is not imported.\n");
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    let swedish = run("column", &[], &["import", "base.json", "people.csv", "--sv"]);
    assert_eq!(swedish.told, "people.csv: people, C1: Kolumnen ”Skonummer” har innehåll som inte importeras.\n");
    let empty =
        import("column", "personer.csv", "Namn;E-post;Skonummer\nIvar Lund;ivar.lund@example.org;\n".as_bytes());
    assert_eq!(empty.code, Some(0), "{}", empty.told);
}

#[test]
fn a_question_is_told_and_what_it_is_about_stays_out() {
    let list = "Namn;E-post\nMaj Holm;maj.h@example.net\n";
    let answer = import("question", "people.csv", list.as_bytes());
    assert_eq!(answer.code, Some(1));
    let question = &answer.json()["questions"][0];
    assert_eq!(question["file"], "people.csv");
    assert_eq!(question["sheet"], "people");
    assert_eq!(question["cell"], "A2");
    assert_eq!(question["kind"], "other_email");
    assert_eq!(question["found"], "Maj Holm");
    let unchanged = run("question", &[], &["canonical", "base.json"]);
    let plain = run("question", &[], &["import", "base.json", "people.csv"]);
    assert_eq!((plain.out, plain.code), (unchanged.out, Some(1)));
}

#[test]
fn several_sheets_are_taken_in_together_in_their_order() {
    let people = "Namn;E-post\nIvar Lund;ivar.lund@example.org\n";
    let posts = "Roll;Enhet;Person\nsäkerhetsombud;Granens boende;Ivar Lund\n";
    let files: [(&str, &[u8]); 2] = [("posts.csv", posts.as_bytes()), ("people.csv", people.as_bytes())];
    let answer = run("several", &files, &["import", "base.json", "posts.csv", "people.csv", "--json"]);
    assert_eq!(answer.code, Some(0), "{}", answer.told);
    assert_eq!(answer.json()["sheets"][0]["file"], "posts.csv");
    assert_eq!(answer.json()["sheets"][1]["target"], "people");
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
}

#[test]
fn the_rows_are_what_is_said_on_the_command_line() {
    let list = "Namn;Adress\nLindens skola;Storgatan 1\n";
    let said =
        run("as", &[("list.csv", list.as_bytes())], &["import", "base.json", "list.csv", "--as", "units", "--json"]);
    assert_eq!(said.json()["sheets"][0]["target"], "units");
    assert_eq!(said.json()["added"]["units"], 1);
    let other = run("as", &[], &["import", "base.json", "list.csv", "--as", "buildings"]);
    assert_eq!((other.code, other.out.as_str()), (Some(2), ""));
    assert!(other.told.contains("units, workplaces, people, posts, risks, measures, departments"), "{}", other.told);
}

#[test]
fn a_sheet_whose_headings_are_unknown_is_told_and_not_guessed_at() {
    let answer = import("unknown", "food.csv", "Dag;Rätt\nMåndag;Soppa\n".as_bytes());
    assert_eq!(answer.code, Some(1));
    assert_eq!(answer.json()["sheets"][0]["target"], json!(null));
    assert_eq!(answer.notes(), [(String::new(), "sheet_left_out".to_owned())]);
    assert_eq!(answer.told, "food.csv: food: The sheet “food” is not imported.\n");
}

#[test]
fn where_something_cannot_be_read_nothing_is_written() {
    let list = ("list.csv", LIST.as_bytes());
    for (file, bytes, says) in [
        ("old.xls", &b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"[..], "save it as .xlsx"),
        ("broken.xlsx", b"PK\x03\x04 and no more", "damaged"),
        ("matrix.yaml", b"objects: {}", "ombud matrix"),
        ("nothing.csv", b"", "empty"),
    ] {
        let answer = run("unread", &[list, (file, bytes)], &["import", "base.json", "list.csv", file]);
        assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""), "{file}");
        assert!(answer.told.contains(file) && answer.told.contains(says), "{}", answer.told);
    }
    let answer = run("unread", &[list], &["import", "base.json", "list.csv", "missing.csv"]);
    assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""));
    let answer = run("unread", &[("base2.json", b"{")], &["import", "base2.json", "list.csv"]);
    assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""));
    let answer = run("unread", &[], &["import", "base.json"]);
    assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""));
}

#[test]
fn someone_whose_term_is_over_on_the_day_is_no_other_holder() {
    let ended = base().replace(r#""person":"maj","role""#, r#""person":"maj","until":"2026-05-31","role""#);
    assert!(ended.contains("until"), "{ended}");
    let posts = "Roll;Enhet;Person;E-post\nsäkerhetsombud;Björkens hemtjänst;Ivar Lund;ivar.lund@example.org\n";
    let files: [(&str, &[u8]); 2] = [("ended.json", ended.as_bytes()), ("posts.csv", posts.as_bytes())];
    let kinds =
        |day: &str| run("over", &files, &["import", "ended.json", "posts.csv", "--json", "--as-of", day]).notes();
    assert_eq!(kinds("2026-06-01"), []);
    assert_eq!(kinds("2026-05-31"), [("C2".to_owned(), "other_holder".to_owned())]);
}
