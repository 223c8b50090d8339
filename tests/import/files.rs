//! Files as other programs write them.

use serde_json::{Value, json};

use super::support::{import, run};

/// A person of the file that came out.
fn person(result: &Value, name: &str) -> Value {
    let people = result["people"].as_array().unwrap();
    people.iter().find(|person| person["name"] == name).unwrap_or_else(|| panic!("{name}: {people:?}")).clone()
}

#[test]
fn a_title_over_the_table_does_not_say_the_separator() {
    let list = "Säkerhetsombud, våren 2026\nArbetsplats;Förvaltning;Säkerhetsombud\n\
        Granens boende;Omsorgsförvaltningen;Ivar Lund\n";
    let answer = import("title", "list.csv", list.as_bytes());
    assert_eq!(answer.code, Some(0), "{}", answer.told);
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
}

#[test]
fn users_of_powershell_come_in_without_their_first_line_and_under_keys_with_capitals() {
    let list = "#TYPE System.Object\n\"DisplayName\",\"Mail\",\"UserPrincipalName\",\"AccountEnabled\"\n\
        \"Ivar Lund\",\"ivar.lund@example.org\",\"ivar.lund@example.org\",\"True\"\n\
        \"Siv Gran\",\"siv.gran@example.org\",\"siv.gran@example.org\",\"False\"\n";
    let answer = import("powershell", "users.csv", list.as_bytes());
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    assert_eq!(answer.notes(), [(String::new(), "disabled".to_owned())]);
    let one = json!({ "DisplayName": "Ivar Lund", "Mail": "ivar.lund@example.org", "BusinessPhones": ["08-1"] });
    let answer = import("powershell", "user.json", one.to_string().as_bytes());
    assert_eq!(answer.code, Some(0), "{}", answer.told);
    assert_eq!(person(&answer.json()["result"], "Ivar Lund")["phone"], "08-1");
    let other = json!([{ "DISPLAYNAME": "Ivar Lund" }]).to_string();
    let refused = run("powershell", &[("o.json", other.as_bytes())], &["import", "base.json", "o.json"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.told.contains("displayName"), "{}", refused.told);
}

#[test]
fn blocked_accounts_of_microsoft_365_are_left_out_and_told() {
    let list = "Block credential,Display name,Object Id,User principal name\n\
        False,Ivar Lund,1-a,ivar.lund@example.org\nTRUE,Siv Gran,1-b,siv.gran@example.org\n";
    let answer = import("m365", "users.csv", list.as_bytes());
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    assert_eq!(answer.notes(), [(String::new(), "disabled".to_owned())]);
    assert!(answer.told.contains("Siv Gran"), "{}", answer.told);
}

// Fault 29 of docs/faults.md.
#[test]
fn a_page_of_several_of_graph_is_told() {
    let page = |more: bool| {
        let mut page = json!({ "value": [{ "id": "1-a", "displayName": "Ivar Lund", "mail": "ivar@example.org" }] });
        if more {
            page["@odata.nextLink"] = json!("https://graph.example/next");
        }
        import("graph", "users.json", page.to_string().as_bytes())
    };
    assert_eq!((page(true).code, page(true).notes()), (Some(1), vec![(String::new(), "goes_on".to_owned())]));
    assert_eq!(page(false).code, Some(0));
}

#[test]
fn heads_of_os2rollekatalog_are_found_by_each_id_and_never_made_up() {
    let catalogue = |manager: Value| {
        json!({
            "orgUnits": [
                { "uuid": "u1", "name": "Kommune" },
                { "uuid": "u2", "name": "Skole", "parentOrgUnitUuid": "u1", "manager": manager },
            ],
            "users": [{
                "extUuid": "e1", "uuid": "i1", "userId": "ivlu", "name": "Ivar Lund", "phone": "08-1",
                "positions": [{ "orgUnitUuid": "u2" }],
            }],
        })
        .to_string()
    };
    for manager in [json!({ "uuid": "i1" }), json!({ "uuid": "e1" }), json!({ "uuid": "x", "userId": "ivlu" })] {
        let answer = import("os2", "os2.json", catalogue(manager).as_bytes());
        let result = answer.json()["result"].clone();
        assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
        assert_eq!(person(&result, "Ivar Lund")["phone"], "08-1");
        let posts = result["assignments"].as_array().unwrap();
        assert!(posts.contains(&json!({ "role": "head", "unit": "u2", "person": "e1" })), "{posts:?}");
    }
    let answer = import("os2", "os2.json", catalogue(json!({ "uuid": "gone" })).as_bytes());
    assert_eq!(answer.notes(), [("C2".to_owned(), "not_found".to_owned())]);
    assert_eq!(answer.people(), ["Ivar Lund", "Maj Holm"]);
    assert!(!answer.out.contains("\"role\":\"head\""), "{}", answer.out);
}

#[test]
fn the_scenarios_of_ciso_assistant_bring_lists_grounds_and_controls() {
    let table = "ref_id;name;description;justification;current_proba;treatment;vulnerabilities;applied_controls\n\
        R.7;Översvämning;Ån stiger;Har hänt förr;3;mitigate;Källare|Gammal pump;Ny pump|Vall\n";
    let answer = import("ciso", "scenarios.csv", table.as_bytes());
    let result = answer.json()["result"].clone();
    assert_eq!(result["risks"][0]["vulnerabilities"], json!(["Källare", "Gammal pump"]));
    assert_eq!(result["risks"][0]["motive"], "Ån stiger\n\nHar hänt förr");
    let measures: Vec<_> = result["measures"].as_array().unwrap().iter().map(|each| &each["title"]).collect();
    assert_eq!(measures, ["Ny pump", "Vall"]);
    assert_eq!(result["measures"][0]["risks"], json!(["R.7"]));
    assert_eq!(answer.code, Some(0), "{}", answer.told);
}

#[test]
fn what_is_no_sheet_is_refused_with_what_to_do() {
    for (name, bytes, says) in [
        ("list.xls", &b"<html><table><tr><td>Namn</td></tr></table></html>"[..], "save it as .xlsx"),
        ("list.xls", b"\x09\x08\x10\x00\x00\x06\x05\x00", "save it as .xlsx"),
        ("list.xls", b"skr\xe4p", "save it as .xlsx"),
        ("list.xlsx", b"skr\xe4p", "damaged"),
        ("list.pdf", b"%PDF-1.7 ...", "spreadsheet"),
        ("list.bin", b"\x01\x02\x03\x04\xff\x05", "Save it as .xlsx or .csv"),
    ] {
        let answer = run("refused", &[(name, bytes)], &["import", "base.json", name]);
        assert_eq!((answer.code, answer.out.as_str()), (Some(2), ""), "{name}");
        assert!(answer.told.contains(says), "{name}: {}", answer.told);
    }
    let tabs = "Namn\tE-post\nIvar Lund\tivar.lund@example.org\n";
    assert_eq!(import("refused", "personer.xls", tabs.as_bytes()).code, Some(0), "text under the name of a workbook");
}
