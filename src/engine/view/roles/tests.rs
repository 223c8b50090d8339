use super::*;
use crate::engine::Engine;
use crate::engine::lens::{Lens, Window, WorkplaceFilter};
use crate::engine::request::{Reply, Request};
use crate::organisation::value::{Date, parse_date};
use crate::organisation::work::ActivityKind;

const FILE: &str = include_str!("tests/organisation.json");

const ALL: Window = Window { from: 0, count: 100 };

fn on() -> Date {
    parse_date("2026-07-01").expect("a day")
}

fn whole() -> Lens {
    Lens::whole(on())
}

fn within(unit: &str) -> Lens {
    Lens { on: on(), within: Some(unit.into()) }
}

fn ask(request: &Request) -> Reply {
    ask_of(FILE, request)
}

fn ask_of(file: &str, request: &Request) -> Reply {
    let mut engine = Engine::default();
    engine.open("file.json".into(), file.into(), &mut |_| ()).expect("the file can be read");
    engine.handle(request)
}

fn security_unit(lens: Lens) -> SecurityUnitView {
    let Reply::SecurityUnit(view) = ask(&Request::SecurityUnit { lens }) else { panic!("the security unit") };
    *view
}

fn coordinators(lens: Lens) -> CoordinatorPage {
    let reply = ask(&Request::Coordinators { lens, window: ALL });
    let Reply::Coordinators(page) = reply else { panic!("the coordinators") };
    page
}

fn representatives(lens: Lens, filter: WorkplaceFilter) -> RepresentativePage {
    let reply = ask(&Request::Representatives { lens, filter, window: ALL });
    let Reply::Representatives(page) = reply else { panic!("the representatives") };
    page
}

fn cards(lens: Lens, filter: WorkplaceFilter) -> CardPage {
    let Reply::Cards(page) = ask(&Request::Cards { lens, filter, window: ALL }) else { panic!("the cards") };
    page
}

fn contact_in(file: &str, lens: Lens) -> ContactPageView {
    let Reply::ContactPage(view) = ask_of(file, &Request::ContactPage { lens }) else { panic!("the contact page") };
    *view
}

fn documents(view: &SecurityUnitView) -> Vec<(&str, State)> {
    view.documents.iter().map(|row| (&*row.id, row.review.state)).collect()
}

fn names(people: &[ReachView]) -> Vec<&str> {
    people.iter().map(|reach| &*reach.person.name).collect()
}

fn places(page: &RepresentativePage) -> Vec<&str> {
    page.rows.iter().map(|row| &*row.unit.id).collect()
}

fn mark(state: State, finding: &str) -> MarkView {
    MarkView { state, finding: Some(finding.into()) }
}

#[test]
fn the_security_unit_has_its_people_and_answers_for_all_policies_and_its_own_documents() {
    let view = security_unit(whole());
    assert_eq!(view.units.len(), 1);
    assert_eq!(view.units[0].posts.len(), 2);
    let all = [("policy", State::Missing), ("guideline", State::Expiring), ("plan", State::Met)];
    assert_eq!(documents(&view), all);
    assert_eq!(view.documents[0].review, mark(State::Missing, "policies-reviewed:policy"));
    assert_eq!(view.documents[0].owner.as_ref().map(|owner| &*owner.sv), Some("Barn"));
    assert_eq!(view.documents[2].review.finding, None, "no rule asks that plans be reviewed");
}

#[test]
fn methods_are_what_the_security_unit_did_the_latest_first() {
    let kinds: Vec<_> = security_unit(whole()).methods.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [ActivityKind::Routine, ActivityKind::Lecture]);
}

#[test]
fn a_part_sees_its_own_documents_and_methods_beside_the_same_unit() {
    let view = security_unit(within("d"));
    assert_eq!(view.units[0].row.unit.id, "se");
    assert_eq!(documents(&view), [("policy", State::Missing), ("routine", State::Unknown)]);
    assert_eq!(view.methods.len(), 1);
    assert_eq!(view.support.iter().map(|row| &*row.unit.id).collect::<Vec<_>>(), ["d"]);
}

#[test]
fn support_goes_through_coordinators_and_where_there_is_none_there_is_a_hole() {
    let view = security_unit(whole());
    let told: Vec<_> = view
        .support
        .iter()
        .map(|row| (&*row.unit.id, names(&row.coordinators), names(&row.substitutes), row.state))
        .collect();
    assert_eq!(
        told,
        [
            ("d", vec!["Cia Co"], vec![], Some(State::Met)),
            ("e", vec![], vec!["Siv Sub"], Some(State::Missing)),
            ("b", vec![], vec![], None),
        ]
    );
}

#[test]
fn a_coordinator_shows_how_the_appointment_and_the_reporting_stand() {
    let page = coordinators(whole());
    assert_eq!((page.total, page.held), (3, 1));
    let row = &page.rows[0];
    assert_eq!(row.head.as_ref().map(|head| &*head.name), Some("Hedda Head"));
    assert_eq!(row.mark, Some(MarkView { state: State::Met, finding: None }));
    let holder = &row.posts[0];
    assert_eq!(holder.appointed, Some(MarkView { state: State::Met, finding: None }));
    assert_eq!(holder.reports, Some(mark(State::Broken, "coordinator-reports-to-head:d:c")));
    assert_eq!(page.rows[1].mark, Some(mark(State::Missing, "coordinator-per-department:e")));
    assert_eq!((&page.rows[1].posts[0].appointed, &page.rows[1].posts[0].reports), (&None, &None), "a substitute");
    assert_eq!(page.rows[2].mark, None, "no rule asks a company for a coordinator");
}

#[test]
fn each_duty_says_when_it_was_done_and_what_was_not_done_within_a_year_is_missing() {
    let row = &coordinators(whole()).rows[0];
    let day = |text: &str| parse_date(text);
    let told: Vec<_> = row.duties.iter().map(|duty| (duty.kind, duty.mark.state, duty.last)).collect();
    assert_eq!(
        told,
        [
            (ActivityKind::Initiate, State::Met, day("2026-05-01")),
            (ActivityKind::Coordinate, State::Missing, None),
            (ActivityKind::Support, State::Missing, day("2024-05-01")),
            (ActivityKind::FollowUp, State::Missing, None),
            (ActivityKind::Advise, State::Expiring, day("2025-08-01")),
            (ActivityKind::Inform, State::Missing, None),
        ]
    );
    assert_eq!(row.duties[1].mark, mark(State::Missing, "coordinator-duties:d:coordinate"));
    assert_eq!(row.done_count, 3, "what was done long ago or is planned is not done this year");
    assert_eq!(row.done[0].note.as_ref().map(|note| &*note.sv), Some("Startade"), "the latest first");
}

#[test]
fn a_company_shows_what_was_done_though_no_rule_asks() {
    let row = &coordinators(whole()).rows[2];
    let inform = row.duties.iter().find(|duty| duty.kind == ActivityKind::Inform).expect("six duties");
    assert_eq!(inform.mark, MarkView { state: State::Met, finding: None });
    assert_eq!(row.duties[0].mark, MarkView { state: State::Missing, finding: None });
}

#[test]
fn a_workplace_sees_its_department_and_no_judgement_of_it() {
    let page = coordinators(within("a"));
    assert_eq!(page.rows.iter().map(|row| &*row.unit.id).collect::<Vec<_>>(), ["d"]);
    let holder = &page.rows[0].posts[0];
    assert_eq!((&holder.appointed, &holder.reports), (&None, &None), "the department was not judged");
    assert!(page.rules.is_empty());
}

#[test]
fn representatives_come_by_department_and_name_and_those_without_a_department_last() {
    let page = representatives(whole(), WorkplaceFilter::default());
    assert_eq!(places(&page), ["a", "l", "o", "x"]);
    let states: Vec<_> = page.rows.iter().map(|row| row.mark.as_ref().map(|mark| mark.state)).collect();
    assert_eq!(states, [Some(State::Expiring), Some(State::Missing), Some(State::Missing), Some(State::Met)]);
    assert_eq!((page.tally.applicable, page.tally.missing, page.tally.expiring, page.tally.met), (4, 2, 1, 1));
    let departments: Vec<_> =
        page.departments.iter().map(|row| (row.department.as_ref().map(|unit| &*unit.id), row.tally.missing)).collect();
    assert_eq!(departments, [(Some("d"), 1), (Some("e"), 1), (None, 0)]);
    assert_eq!(page.rows[0].posts.len(), 2, "the representative and the substitute");
    assert_eq!(page.rows[1].posts[0].state, PostState::Vacant);
}

#[test]
fn representatives_are_found_by_workplace_by_name_and_by_state() {
    let find = |find: &str| WorkplaceFilter { find: find.into(), ..WorkplaceFilter::default() };
    assert_eq!(places(&representatives(whole(), find("eken"))), ["a"]);
    assert_eq!(places(&representatives(whole(), find("RUNE"))), ["a", "x"]);
    assert!(places(&representatives(whole(), find("finns inte"))).is_empty());
    let missing = WorkplaceFilter { state: Some(State::Missing), ..WorkplaceFilter::default() };
    assert_eq!(places(&representatives(whole(), missing.clone())), ["l", "o"]);
    let page = representatives(within("d"), missing);
    assert_eq!((places(&page), page.tally.applicable), (vec!["l"], 2), "the part counts its own only");
}

#[test]
fn a_workplace_that_no_rule_asks_has_no_state() {
    let file = FILE.replace(r#""packs": ["tyreso-2016"]"#, r#""packs": []"#);
    let request = Request::Representatives { lens: whole(), filter: WorkplaceFilter::default(), window: ALL };
    let Reply::Representatives(page) = ask_of(&file, &request) else { panic!("the representatives") };
    assert_eq!(page.rows[1].mark, None);
    assert_eq!((page.tally.applicable, page.tally.met), (2, 2), "those represented");
}

#[test]
fn a_card_says_whom_to_call() {
    let filter = WorkplaceFilter { unit: Some("a".into()), ..WorkplaceFilter::default() };
    let page = cards(whole(), filter);
    let [card] = &page.cards[..] else { panic!("one card") };
    assert_eq!(card.place.address.as_deref(), Some("Gatan 1"));
    assert_eq!((names(&card.representatives), names(&card.substitutes)), (vec!["Rune Rep"], vec!["Siv Sub"]));
    assert_eq!(names(&card.coordinators), ["Cia Co"]);
    assert_eq!(page.security[0].email.as_deref(), Some("se@example.se"));
    assert!(!card.representatives[0].open, "the file keeps representatives to the municipality's own");
    assert!(card.coordinators[0].open);
}

#[test]
fn a_card_names_the_substitute_of_a_coordinator_where_nobody_holds_the_post() {
    let page = cards(within("o"), WorkplaceFilter::default());
    assert_eq!(names(&page.cards[0].coordinators), ["Siv Sub"]);
    assert!(page.cards[0].representatives.is_empty());
    assert_eq!(cards(within("d"), WorkplaceFilter::default()).total, 2);
}

#[test]
fn a_resident_is_told_names_only_where_the_file_opens_them() {
    let view = contact_in(FILE, whole());
    let told: Vec<_> = view.posts.iter().map(|post| (&*post.role, post.holders.len())).collect();
    assert_eq!(told, [("head_of_security", 1), ("crime_prevention_officer", 0)]);
    assert_eq!(view.posts[0].duties[0].sv, "Leder");
    let bytes = postcard::to_allocvec(&view).expect("bytes");
    let said = String::from_utf8_lossy(&bytes);
    assert!(said.contains("Bo Boss") && said.contains("cia@example.se"));
    assert!(!said.contains("Gun Guard") && !said.contains("rune@example.se"), "what is not open is not answered");
    assert!(view.political.is_empty());
}

#[test]
fn a_resident_is_told_who_answers_politically_where_the_file_says_so() {
    let file = FILE
        .replace(
            r#""roles": ["#,
            r#""roles": [{"id": "political_responsibility", "name": "Politiskt ansvar", "contact": "open"},"#,
        )
        .replace(
            r#""assignments": ["#,
            r#""assignments": [{"role": "political_responsibility", "unit": "k", "person": "head"},"#,
        );
    let view = contact_in(&file, whole());
    assert_eq!(view.political.len(), 1);
    assert_eq!(view.political[0].holders[0].name, "Hedda Head");
}

#[test]
fn nothing_that_is_marked_stands_on_the_contact_page() {
    let marked = |list: &str, wanted: &dyn Fn(&serde_json::Value) -> bool| {
        let mut file: serde_json::Value = serde_json::from_str(FILE).unwrap();
        for item in file[list].as_array_mut().unwrap().iter_mut().filter(|item| wanted(item)) {
            item["marking"] = "internal".into();
        }
        contact_in(&file.to_string(), whole())
    };
    let open = marked("units", &|_| false);
    assert!(!open.security.is_empty() && !open.posts.is_empty() && !open.departments.is_empty());
    let view = marked("units", &|unit| unit["kind"] == "security_unit");
    assert_eq!((view.security.len(), view.posts.len()), (0, 0));
    let departments = |unit: &serde_json::Value| unit["kind"] == "department" || unit["kind"] == "company";
    assert_eq!(marked("units", &departments).departments, []);
    let view = marked("units", &|unit| unit["kind"] == "municipality");
    assert_eq!((view.municipality, view.department_count), (None, 0), "what lies within a marked unit is marked");
    assert_eq!(marked("assignments", &|_| true).posts, []);
    let view = marked("roles", &|role| role["id"] == "head_of_security");
    assert!(open.posts.iter().any(|post| post.role == "head_of_security"));
    assert!(view.posts.iter().all(|post| post.role != "head_of_security"), "nor a post whose role is marked");
    assert!(marked("people", &|_| true).posts.iter().all(|post| post.holders.is_empty()));
}

#[test]
fn the_contact_page_of_a_workplace_has_its_own_contact_and_its_department() {
    let view = contact_in(FILE, within("a"));
    assert_eq!(view.within.map(|place| place.unit.id).as_deref(), Some("a"));
    assert_eq!(view.departments.iter().map(|(place, _)| &*place.unit.id).collect::<Vec<_>>(), ["d"]);
    assert_eq!(contact_in(FILE, within("d")).within, None);
    assert_eq!(view.security.len(), 1, "the security unit serves every part");
}
