use super::*;
use crate::organisation::problem::Problems;
use crate::organisation::read;
use crate::organisation::value::parse_date;

fn open(fields: &str) -> (Organisation<'static>, Index) {
    let text: &'static str = String::leak(format!("{{\"format\": 1, {fields}}}"));
    let (mut organisation, mut problems): (_, Problems) = read(text, &mut |_| ()).expect("JSON");
    let index = Index::new(&mut organisation, text, &mut problems);
    assert_eq!(problems.list, [], "the test's own file");
    (organisation, index)
}

const UNITS: &str = r#""units": [
    {"id": "d", "name": "D", "kind": "department"},
    {"id": "a", "name": "A", "kind": "workplace", "parent": "d", "contact": {"email": "a@example.se"}},
    {"id": "b", "name": "B", "kind": "workplace", "parent": "d"}"#;
const PEOPLE: &str = r#""people": [
    {"id": "cora", "name": "Cora", "phone": "08-1"}, {"id": "hedda", "name": "Hedda", "phone": "08-2"},
    {"id": "rut", "name": "Rut", "email": "rut@example.se"}, {"id": "sten", "name": "Sten", "phone": "08-3"},
    {"id": "tyst", "name": "Tyst"}]"#;

/// A post as an assignment: `role unit person`, and for a substitute `substitute_for`; `-` for nobody.
fn post(line: &str) -> String {
    let mut words = line.split(' ');
    let mut word = || words.next().filter(|word| *word != "-");
    let (role, unit) = (word().unwrap_or_default(), word().unwrap_or_default());
    let role = match role {
        "coordinator" => "security_coordinator",
        "representative" => "security_representative",
        other => other,
    };
    let person = word().map(|id| format!(r#", "person": "{id}""#)).unwrap_or_default();
    let field = if role == "member" { "on_behalf_of" } else { "substitute_for" };
    let more = word().map(|id| format!(r#", "{field}": "{id}""#)).unwrap_or_default();
    format!(r#"{{"role": "{role}", "unit": "{unit}"{person}{more}}}"#)
}

/// The names to call in order when those named are not reached, when something concerns the units, and the names of
/// the units where nobody can be called.
fn told_of(units: &str, posts: &[&str], roots: &[&str], out: &[&str]) -> (Vec<String>, Vec<String>) {
    let posts = posts.iter().map(|line| post(line)).collect::<Vec<_>>().join(",");
    let (organisation, index) = open(&format!(r#"{UNITS}{units}], {PEOPLE}, "assignments": [{posts}]"#));
    let roots: Vec<u32> = roots.iter().map(|id| index.unit(id).unwrap()).collect();
    let units = affected(&organisation, &index, &roots, &index.tree);
    let found = reach(&organisation, &index, &units, parse_date("2026-07-01").unwrap());
    let name = |call: &Call| match call.who {
        CallContact::Person(person) => organisation.people[person as usize].name.to_string(),
        CallContact::Contact(unit) => format!("@{}", organisation.units[unit as usize].id),
    };
    let is_out = |call: usize| found.calls[call].silent || out.contains(&&*name(&found.calls[call]));
    let turns = super::super::in_order(found.due, |call| &found.calls[call].next, is_out);
    let nobody = found.nobody.iter().map(|unit| organisation.units[*unit as usize].id.to_string()).collect();
    (turns.iter().map(|turn| name(&found.calls[turn.call])).collect(), nobody)
}

fn calls(posts: &[&str], out: &[&str]) -> Vec<String> {
    told_of("", posts, &["a"], out).0
}

#[test]
fn the_coordinator_is_called_before_the_representative() {
    assert_eq!(calls(&["representative a rut", "coordinator d cora"], &[]), ["Cora", "Rut"]);
}

#[test]
fn a_vacant_post_is_its_substitutes_and_without_one_the_heads() {
    assert_eq!(calls(&["coordinator d -", "coordinator d sten cora", "head d hedda"], &[])[0], "Sten");
    assert_eq!(calls(&["coordinator d -", "head d hedda"], &[])[0], "Hedda");
}

#[test]
fn who_is_not_reached_is_followed_by_the_substitute_and_then_by_the_head() {
    let posts = ["coordinator d cora", "coordinator d sten cora", "head d hedda", "representative a rut"];
    assert_eq!(calls(&posts, &[]), ["Cora", "Rut"]);
    assert_eq!(calls(&posts, &["Cora"]), ["Cora", "Sten", "Rut"]);
    assert_eq!(calls(&posts, &["Cora", "Sten"]), ["Cora", "Sten", "Hedda", "Rut"]);
}

#[test]
fn a_substitute_for_another_holder_is_left_alone() {
    let posts = ["coordinator d cora", "coordinator d rut", "coordinator d sten rut", "head d hedda"];
    assert_eq!(calls(&posts, &["Cora"])[..3], ["Cora", "Hedda", "Rut"]);
    assert_eq!(calls(&posts, &["Rut"])[..3], ["Cora", "Rut", "Sten"]);
}

#[test]
fn a_workplace_without_a_representative_is_reached_through_its_own_contact() {
    assert_eq!(calls(&[], &[]), ["@a"]);
    assert_eq!(calls(&["representative a rut"], &["Rut"]), ["Rut", "@a"]);
}

#[test]
fn a_workplace_without_a_representative_is_reached_through_its_own_head_first() {
    assert_eq!(calls(&["head a hedda"], &[]), ["Hedda"]);
    assert_eq!(calls(&["head a hedda"], &["Hedda"]), ["Hedda", "@a"]);
    assert_eq!(calls(&["representative a rut", "head a hedda"], &["Rut"]), ["Rut", "Hedda"]);
}

#[test]
fn who_has_no_number_and_no_address_is_listed_and_followed_at_once() {
    assert_eq!(calls(&["representative a tyst"], &[]), ["Tyst", "@a"]);
}

#[test]
fn where_nobody_can_be_called_is_said() {
    let nobody = |posts: &[&str]| told_of("", posts, &["d"], &[]).1;
    assert_eq!(nobody(&[]), ["d", "b"], "a has a contact");
    assert_eq!(nobody(&["representative b tyst"]), ["d", "b"], "a name alone cannot be called");
    assert_eq!(nobody(&["representative b rut"]), ["d"]);
    assert!(nobody(&["coordinator d cora"]).is_empty(), "the coordinator above answers for b");
    assert_eq!(nobody(&["head b hedda"]), ["d"]);
    assert_eq!(nobody(&["coordinator b cora"]), ["d", "b"], "whom nobody calls does not answer");
}

#[test]
fn a_post_that_has_ended_or_not_begun_is_not_called() {
    let (organisation, index) = open(&format!(
        r#"{UNITS}], {PEOPLE}, "assignments": [
            {{"role": "security_representative", "unit": "a", "person": "rut", "until": "2026-06-30"}},
            {{"role": "security_representative", "unit": "a", "person": "sten", "from": "2026-07-02"}}]"#
    ));
    let found = reach(&organisation, &index, &[index.unit("a").unwrap()], parse_date("2026-07-01").unwrap());
    assert_eq!(
        found.calls.iter().map(|call| call.who).collect::<Vec<_>>(),
        [CallContact::Contact(index.unit("a").unwrap())]
    );
}

#[test]
fn a_person_with_several_posts_is_called_once_for_all_of_them() {
    let posts = ["coordinator d cora", "representative a cora", "representative b cora", "member g cora"];
    let units = r#", {"id": "g", "name": "G", "kind": "group"}"#;
    assert_eq!(told_of(units, &posts, &["d"], &[]).0, ["Cora"]);
}

#[test]
fn those_who_lead_come_first_and_after_the_units_the_security_unit_the_group_and_the_parties() {
    let units = r#", {"id": "g", "name": "G", "kind": "group"}, {"id": "se", "name": "S", "kind": "security_unit"},
        {"id": "p", "name": "P", "kind": "party", "contact": {"phone": "112"}},
        {"id": "q", "name": "Q", "kind": "party", "contact": {"phone": "113"}}, {"id": "r", "name": "R", "kind": "party"}"#;
    let posts =
        ["member g sten p", "crime_prevention_officer se hedda", "head_of_security se rut", "coordinator d cora"];
    let told = |out: &[&str]| told_of(units, &posts, &["b"], out);
    assert_eq!(told(&[]), (["Rut", "Cora", "Hedda", "Sten", "@q"].map(Into::into).into(), vec!["r".to_owned()]));
    assert_eq!(told(&["Sten"]).0[3..], ["Sten", "@p", "@q"]);
}

#[test]
fn the_duty_officer_the_rescue_service_and_the_police_come_before_the_departments() {
    let units = r#", {"id": "g", "name": "G", "kind": "group"}, {"id": "k", "name": "K", "kind": "municipality"},
        {"id": "p", "name": "Polisen", "kind": "party", "contact": {"phone": "114 14"}},
        {"id": "q", "name": "Södra brandförsvaret", "kind": "party", "contact": {"phone": "113"}},
        {"id": "r", "name": "Kyrkan", "kind": "party", "contact": {"phone": "114"}}"#;
    let posts = ["member g sten p", "duty_officer k hedda", "coordinator d cora"];
    let told = |out: &[&str]| told_of(units, &posts, &["b"], out).0;
    assert_eq!(told(&[]), ["Hedda", "Sten", "@q", "Cora", "@r"]);
    assert_eq!(told(&["Sten"])[..4], ["Hedda", "Sten", "@p", "@q"], "the police answer for whoever speaks for them");
}

#[test]
fn workplaces_where_people_sleep_come_before_the_others_of_their_department() {
    let (organisation, index) = open(
        r#""units": [
            {"id": "d", "name": "D", "kind": "department"},
            {"id": "a", "name": "A", "kind": "workplace", "parent": "d"},
            {"id": "b", "name": "B", "kind": "workplace", "parent": "d", "tags": ["night_staffed"]}]"#,
    );
    let unit = |id: &str| index.unit(id).unwrap();
    assert_eq!(affected(&organisation, &index, &[unit("d")], &index.tree), [unit("d"), unit("b"), unit("a")]);
}

#[test]
fn a_group_is_called_by_its_own_contact_only_where_it_has_no_members() {
    let units = r#", {"id": "g", "name": "G", "kind": "group", "contact": {"email": "g@example.se"}}"#;
    assert_eq!(told_of(units, &["member g sten"], &["a"], &["Sten"]).0, ["@a", "Sten"]);
    assert_eq!(told_of(units, &[], &["a"], &[]).0, ["@a", "@g"]);
}

#[test]
fn the_order_is_the_same_however_the_file_is_written() {
    let posts =
        ["representative a rut", "representative a sten", "coordinator d hedda", "coordinator d cora", "head d tyst"];
    let mut turned = posts;
    turned.reverse();
    assert_eq!(calls(&posts, &["Rut"]), calls(&turned, &["Rut"]));
    assert_eq!(calls(&posts, &[])[..4], ["Cora", "Hedda", "Rut", "Sten"]);
}

#[test]
fn units_outside_the_part_are_not_concerned() {
    let (organisation, index) = open(&format!("{UNITS}]"));
    let unit = |id: &str| index.unit(id).unwrap();
    assert_eq!(affected(&organisation, &index, &[unit("d")], index.part(unit("b"))), [unit("b")]);
    assert_eq!(affected(&organisation, &index, &[unit("d")], &index.tree), [unit("d"), unit("a"), unit("b")]);
}

#[test]
fn departments_where_people_sleep_come_before_the_others() {
    let units = r#",
    {"id": "e", "name": "E", "kind": "department"},
    {"id": "night", "name": "N", "kind": "workplace", "parent": "e", "tags": ["night_staffed"]},
    {"id": "day", "name": "M", "kind": "workplace", "parent": "e"}"#;
    let (organisation, index) = open(&format!("{UNITS}{units}]"));
    let order = |roots: &[&str]| {
        let roots: Vec<u32> = roots.iter().map(|id| index.unit(id).unwrap()).collect();
        let units = affected(&organisation, &index, &roots, &index.tree);
        units.iter().map(|unit| organisation.units[*unit as usize].id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(order(&["d", "e"]), ["e", "night", "day", "d", "a", "b"], "E sleeps someone, and so comes first");
    assert_eq!(order(&["d", "day"]), ["d", "a", "b", "day"], "nobody sleeps in what is concerned of E");
}
