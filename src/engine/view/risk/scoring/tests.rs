use super::super::RiskView;
use crate::engine::{Engine, Reply, Request};
use crate::organisation::value::Date;
use crate::risk::Before;

const EXAMPLE: &str = include_str!("../../../../../public/example.json");

fn engine(text: &str) -> Engine {
    let mut engine = Engine::default();
    engine.open("fil.json".into(), text.into(), &mut |_| ()).expect("a file of format 1");
    engine
}

fn view(engine: &mut Engine, id: &str, on: &str) -> RiskView {
    let on: Date = on.parse().expect("a day");
    match engine.handle(&Request::Risk { id: id.into(), on }) {
        Reply::Risk(view) => *view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_stated_otherwise_than_measures_give_is_told_with_both() {
    let mut engine = engine(EXAMPLE);
    let view = view(&mut engine, "brand-aldreboende", "2026-11-22");
    let current = view.movement.current.expect("a position");
    assert!(current.stated && current.by.len() == 1, "fire training has been done");
    assert_eq!(current.otherwise, None, "and gives what is stated");
    let target = view.movement.target.expect("a target");
    assert!(target.stated);
    assert_eq!(target.otherwise.map(|it| it.cell), Some((2, 3)), "sprinklers would bring it further than is stated");
}

#[test]
fn a_target_is_shown_where_it_is_stated_or_something_remains() {
    let mut engine = engine(EXAMPLE);
    let by_measures = view(&mut engine, "legionella", "2026-11-22").movement.target.expect("a target");
    assert!(!by_measures.stated && by_measures.by.len() == 1);
    assert_eq!(view(&mut engine, "bibl-vatten", "2026-11-22").movement.target, None);
}

#[test]
fn the_expected_loss_is_told_for_dimensions_with_numbers() {
    let mut engine = engine(EXAMPLE);
    let inherent = view(&mut engine, "bibl-vatten", "2026-11-22").movement.inherent.expect("a position");
    let economy = inherent.loss.iter().find(|loss| loss.unit.as_deref() == Some("SEK")).expect("a loss");
    assert_eq!((economy.above, economy.up_to), (Some(0.0001 * 500_000.0), Some(0.001 * 5_000_000.0)));
    assert!(inherent.loss.iter().all(|loss| loss.unit.is_some()), "functions and environment have no numbers");
}

#[test]
fn each_neighbour_says_why_it_is_there() {
    let mut engine = engine(EXAMPLE);
    let Reply::Risks(page) = engine.handle(&Request::Risks {
        filter: crate::engine::lens::RiskFilter::default(),
        window: crate::engine::lens::Window { from: 0, count: 50 },
    }) else {
        panic!("risks")
    };
    let placed: Vec<_> = page.rows.iter().filter(|row| row.rank.is_some()).collect();
    for (at, row) in placed.iter().enumerate() {
        let view = view(&mut engine, &row.id, "2026-11-22");
        let before = view.neighbours.iter().find(|it| it.before);
        assert_eq!(before.map(|it| &it.row.id), at.checked_sub(1).map(|at| &placed[at].id));
        for neighbour in &view.neighbours {
            assert_eq!(neighbour.because == Before::Id, neighbour.row.rank == row.rank, "{}", row.id);
        }
    }
    assert_eq!(view(&mut engine, &placed[0].id, "2026-11-22").neighbours.len(), 1);
}
