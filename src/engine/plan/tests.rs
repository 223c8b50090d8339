use crate::draft::{ChangeKind, FieldValue, Patch};
use crate::engine::lens::{FindingFilter, Lens, Window};
use crate::engine::request::{AskChoices, AskFindings, AskInPlan, EngineQuestion};
use crate::engine::view::{ChoiceOf, FindingPage, PlanReply, PlanUnitPage, PlanView, SteppedPlan};
use crate::engine::{Engine, Reply, Request};
use crate::organisation::ListName;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Date;
use crate::travel::PointChoices;
use crate::travel::change_file::PlanLabel;
use crate::travel::plan::{LostStep, PlanRefused, PlanStep};

const EXAMPLE: &str = include_str!("../../../public/example.json");
const ALL: Window = Window { from: 0, count: 10_000 };

fn on() -> Date {
    "2026-11-22".parse().expect("a day")
}

fn opened() -> Engine {
    let mut engine = Engine::default();
    engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the example can be read");
    engine
}

fn begun(engine: &mut Engine) -> String {
    let label = PlanLabel { name: "Ny förvaltning".into(), on: "2027-01-01".parse().expect("a day") };
    let Reply::Text(text) = engine.handle(&Request::BeginPlan { label }) else { panic!("a file is open") };
    text
}

fn stepped(engine: &mut Engine, text: &str, step: PlanStep) -> SteppedPlan {
    let Reply::SteppedPlan(stepped) = engine.handle(&Request::StepPlan { text: text.into(), step }) else {
        panic!("it is answered")
    };
    *stepped
}

fn step(engine: &mut Engine, text: &str, step: PlanStep) -> String {
    match stepped(engine, text, step) {
        SteppedPlan::Done(text) => text,
        refused @ SteppedPlan::Refused(..) => panic!("{refused:?}"),
    }
}

fn looked_at(engine: &mut Engine, text: &str) -> PlanView {
    let asked = Request::Plan { text: text.into(), on: on(), gone: ALL, come: ALL };
    let Reply::Plan(reply) = engine.handle(&asked) else { panic!("it is answered") };
    let PlanReply::Open(view) = *reply else { panic!("it is of this file: {reply:?}") };
    *view
}

fn units(engine: &mut Engine, text: &str, under: Option<&str>, find: &str) -> PlanUnitPage {
    let asked =
        Request::PlanUnits { text: text.into(), under: under.map(str::to_owned), find: find.into(), window: ALL };
    let Reply::PlanUnits(page) = engine.handle(&asked) else { panic!("it is answered") };
    page
}

/// Forty workplaces of the example.
fn forty(engine: &mut Engine, text: &str) -> Vec<String> {
    let rows = units(engine, text, None, "").rows.into_iter();
    let workplaces = rows.filter(|row| row.unit.kind == UnitKind::Workplace).map(|row| row.unit.id);
    let forty: Vec<String> = workplaces.take(40).collect();
    assert_eq!(forty.len(), 40);
    forty
}

fn findings(engine: &mut Engine, plan: &str) -> FindingPage {
    let question = AskFindings { lens: Lens::whole(on()), filter: FindingFilter::default(), window: ALL };
    let asked = AskInPlan { text: plan.into(), question };
    assert_eq!(asked.bytes(), postcard::to_allocvec(&Request::from(asked.clone())).expect("it is written"));
    let Reply::Findings(page) = engine.handle(&asked.into()) else { panic!("it is answered") };
    page
}

/// A plan in which forty workplaces are moved under a new department.
fn of_forty(engine: &mut Engine) -> String {
    let text = begun(engine);
    let make =
        PlanStep::Make { name: "Nya förvaltningen".into(), kind: UnitKind::Department, parent: "kommun".into() };
    let text = step(engine, &text, make);
    let moved = forty(engine, &text);
    step(engine, &text, PlanStep::Move { units: moved, to: "nya-forvaltningen".into() })
}

fn change(engine: &mut Engine, key: &str, field: &str, value: FieldValue) {
    let patch = Patch::Set { list: ListName::Units, key: key.into(), fields: vec![(field.into(), value)] };
    let reply = engine.handle(&Request::Change { name: ChangeKind::Edit, patches: vec![patch] });
    assert!(matches!(reply, Reply::Changed(_)), "{reply:?}");
}

fn bring_in(engine: &mut Engine, plan: &str) {
    let asked = Request::BringIn { text: plan.into(), choices: PointChoices::default(), on: on() };
    assert!(matches!(engine.handle(&asked), Reply::Changed(_)));
}

#[test]
fn a_plan_that_moves_forty_workplaces_has_the_findings_that_the_file_has_once_it_is_brought_in() {
    let mut engine = opened();
    let before = findings(&mut engine, "");
    let plan = of_forty(&mut engine);
    let view = looked_at(&mut engine, &plan);
    assert_eq!((view.tally.moved, view.tally.made, view.tally.conflicts), (40, 1, 0));
    let label = view.label.expect("it says what it is called");
    assert_eq!((&*label.name, label.on.to_string().as_str()), ("Ny förvaltning", "2027-01-01"));
    assert!(view.come.rows.iter().any(|(row, unit)| row.id.contains("nya-forvaltningen") && unit.is_none()));
    let planned = findings(&mut engine, &plan);
    assert_ne!(planned, before);
    assert_eq!(planned.states.gaps(), view.gaps.1);
    assert_eq!(before.states.gaps(), view.gaps.0);
    assert_eq!(planned.total + view.gone.total, before.total + view.come.total);
    assert_eq!(findings(&mut engine, ""), before, "the open file is as it was");
    // A daily fix meanwhile is in the file, and in what is said of the plan.
    change(&mut engine, "avc", "name", FieldValue::Text("Återvinningen".into()));
    assert_eq!(findings(&mut engine, "").total, before.total);
    let planned = findings(&mut engine, &plan);
    bring_in(&mut engine, &plan);
    assert_eq!(findings(&mut engine, ""), planned);
    let view = looked_at(&mut engine, &plan);
    assert_eq!((view.tally.changes, view.tally.same), (0, 41));
    assert_eq!((view.gone.total, view.come.total), (0, 0));
    let Reply::Text(text) = engine.handle(&Request::Canonical) else { panic!("a text") };
    assert!(text.contains("Återvinningen"));
    engine.handle(&Request::Undo);
    assert_eq!(looked_at(&mut engine, &plan).tally.moved, 40, "one step takes all of it back");
}

#[test]
fn what_was_moved_in_the_file_as_well_is_a_conflict_and_the_plan_keeps_it() {
    let mut engine = opened();
    let plan = of_forty(&mut engine);
    let moved = units(&mut engine, &plan, Some("nya-forvaltningen"), "").rows;
    assert_eq!(moved.len(), 40);
    assert!(moved.iter().all(|row| row.was.is_some() && !row.is_made));
    let one = &moved[0];
    let other = if one.was.as_ref().is_some_and(|was| was.id == "uf") { "buf" } else { "uf" };
    change(&mut engine, &one.unit.id, "parent", FieldValue::Text(other.into()));
    let view = looked_at(&mut engine, &plan);
    assert_eq!((view.tally.moved, view.tally.conflicts, view.tally.changes), (39, 1, 41));
    // Said once more, it is said of the file as it is now.
    let again = PlanStep::Move { units: vec![one.unit.id.clone()], to: "nya-forvaltningen".into() };
    let plan = step(&mut engine, &plan, again);
    let view = looked_at(&mut engine, &plan);
    assert_eq!((view.tally.moved, view.tally.conflicts), (40, 0));
}

#[test]
fn a_unit_that_is_moved_back_is_no_longer_in_the_plan() {
    let mut engine = opened();
    let begun = begun(&mut engine);
    let row = units(&mut engine, &begun, None, "Återvinning").rows.remove(0);
    let home = row.above.expect("it lies under a unit").id;
    let other = if home == "uf" { "buf" } else { "uf" };
    let to = |to: &str| PlanStep::Move { units: vec![row.unit.id.clone()], to: to.into() };
    let moved = step(&mut engine, &begun, to(other));
    assert_eq!(looked_at(&mut engine, &moved).tally.moved, 1);
    assert_eq!(step(&mut engine, &moved, to(&home)), begun);
}

#[test]
fn a_unit_that_a_plan_makes_can_be_chosen_moved_and_is_moved_in_the_file_once_it_is_there() {
    let mut engine = opened();
    let plan = of_forty(&mut engine);
    let choices = AskChoices {
        of: ChoiceOf::List(ListName::Units),
        find: "nya förv".into(),
        chosen: String::new(),
        near: String::new(),
        most: 5,
    };
    let mut found = |text: &str| {
        let asked = AskInPlan { text: text.into(), question: choices.clone() };
        let Reply::Choices(page) = engine.handle(&asked.into()) else { panic!("it is answered") };
        page.total
    };
    assert_eq!((found(""), found(&plan)), (0, 1));
    let to = |to: &str| PlanStep::Move { units: vec!["nya-forvaltningen".into()], to: to.into() };
    let moved = step(&mut engine, &plan, to("buf"));
    let row = |engine: &mut Engine, text: &str| units(engine, text, None, "nya förv").rows.remove(0);
    assert_eq!(row(&mut engine, &moved).above.map(|above| above.id).as_deref(), Some("buf"));
    bring_in(&mut engine, &moved);
    let moved = step(&mut engine, &moved, to("uf"));
    let row = row(&mut engine, &moved);
    assert_eq!(row.above.map(|above| above.id).as_deref(), Some("uf"));
    assert_eq!(row.was.map(|was| was.id).as_deref(), Some("buf"));
}

#[test]
fn nothing_comes_to_lie_under_itself_nor_under_what_there_is_not() {
    let mut engine = opened();
    let plan = of_forty(&mut engine);
    let under = units(&mut engine, &plan, Some("nya-forvaltningen"), "").rows.remove(0).unit.id;
    let move_to = |units: &str, to: &str| PlanStep::Move { units: vec![units.into()], to: to.into() };
    let why = |stepped| match stepped {
        SteppedPlan::Refused(why, name) => (why, name.is_some()),
        SteppedPlan::Done(text) => panic!("{text}"),
    };
    let mut refused = |units: &str, to: &str| why(stepped(&mut engine, &plan, move_to(units, to)));
    let itself = || (PlanRefused::UnderItself("nya-forvaltningen".into()), true);
    assert_eq!(refused("nya-forvaltningen", &under), itself());
    assert_eq!(refused("nya-forvaltningen", "nya-forvaltningen"), itself());
    assert_eq!(refused(&under, "finns-inte"), (PlanRefused::Unknown("finns-inte".into()), false));
    assert_eq!(refused("finns-inte", "uf"), (PlanRefused::Unknown("finns-inte".into()), false));
}

#[test]
fn a_plan_of_another_municipality_or_none_at_all_is_told() {
    let mut engine = opened();
    let plan = of_forty(&mut engine);
    let mut other = Engine::default();
    let file = r#"{"format":1,"name":"Annanköping","units":[]}"#;
    other.open("annan.json".into(), file.into(), &mut |_| ()).expect("it can be read");
    let mut told = |text: &str| {
        let asked = Request::Plan { text: text.into(), on: on(), gone: ALL, come: ALL };
        let Reply::Plan(reply) = other.handle(&asked) else { panic!("it is answered") };
        *reply
    };
    assert!(matches!(told(&plan), PlanReply::NotOfThis(_)));
    assert!(matches!(told("nothing"), PlanReply::Unreadable(_)));
    let asked = Request::PlanUnits { text: plan, under: None, find: String::new(), window: ALL };
    assert_eq!(other.handle(&asked), Reply::NotFound);
    assert_eq!(Engine::default().handle(&asked), Reply::NotFound);
}

#[test]
fn a_unit_that_is_deleted_meanwhile_is_told_and_can_be_taken_out_of_the_plan() {
    let mut engine = opened();
    let text = begun(&mut engine);
    let moved = PlanStep::Move { units: vec!["avc".into(), "bibl-strand".into()], to: "buf".into() };
    let text = step(&mut engine, &text, moved);
    assert!(looked_at(&mut engine, &text).lost.is_empty());
    let patch = Patch::Remove { list: ListName::Units, key: "avc".into() };
    assert!(matches!(
        engine.handle(&Request::Change { name: ChangeKind::Edit, patches: vec![patch] }),
        Reply::Changed(_)
    ));
    assert_eq!(looked_at(&mut engine, &text).lost, [LostStep { unit: "avc".into(), parent: None }]);
    let text = step(&mut engine, &text, PlanStep::Drop { unit: "avc".into() });
    let view = looked_at(&mut engine, &text);
    assert_eq!((view.lost.len(), view.tally.moved, view.tally.conflicts + view.tally.refused), (0, 1, 0));
}

#[test]
fn a_unit_under_which_others_are_to_be_and_that_is_deleted_meanwhile_is_told() {
    let file = r#"{"format":1,"name":"K","units":[{"id":"k","name":"K","kind":"municipality"},
        {"id":"a","name":"A","kind":"department","parent":"k"},{"id":"b","name":"B","kind":"department","parent":"k"},
        {"id":"w","name":"W","kind":"workplace","parent":"a"}]}"#;
    let mut engine = Engine::default();
    engine.open("k.json".into(), file.into(), &mut |_| ()).expect("it can be read");
    let text = begun(&mut engine);
    let text = step(&mut engine, &text, PlanStep::Move { units: vec!["w".into()], to: "b".into() });
    let made = PlanStep::Make { name: "N".into(), kind: UnitKind::Workplace, parent: "b".into() };
    let text = step(&mut engine, &text, made);
    let patch = Patch::Remove { list: ListName::Units, key: "b".into() };
    let change = Request::Change { name: ChangeKind::Edit, patches: vec![patch] };
    assert!(matches!(engine.handle(&change), Reply::Changed(_)));
    let lost = looked_at(&mut engine, &text).lost;
    let under = |unit: &str| LostStep { unit: unit.into(), parent: Some("b".into()) };
    assert_eq!(lost, [under("w"), under("n")]);
    let text =
        lost.iter().fold(text, |text, lost| step(&mut engine, &text, PlanStep::Drop { unit: lost.unit.clone() }));
    let view = looked_at(&mut engine, &text);
    assert_eq!((view.lost.len(), view.tally.moved + view.tally.made), (0, 0));
}
