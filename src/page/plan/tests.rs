use super::*;

const ROOM: MapRoom = MapRoom { width: 1170, most: 720, window: 600 };

fn municipality(parts: &[i32]) -> Vec<MapSection> {
    vec![MapSection { titled: false, parts: parts.to_vec(), names: vec![100; parts.len()] }]
}

/// As many municipalities, each with five departments of so many workplaces.
fn country(municipalities: usize, workplaces: i32) -> Vec<MapSection> {
    (0..municipalities).map(|_| MapSection { titled: true, parts: vec![workplaces; 5], names: vec![100; 5] }).collect()
}

fn each_cell(plan: &MapPlan) -> impl Iterator<Item = i32> {
    0..plan.cells()
}

#[test]
fn an_ordinary_municipality_is_seen_whole_with_large_cells() {
    let plan = MapPlan::new(&municipality(&[61, 33, 13, 12, 7, 3, 2]), ROOM);
    let view = MapWindow::new(&plan, ROOM.width, 1.0);
    assert!(plan.whole && !view.is_part(&plan), "{plan:?}");
    assert!(view.size() >= 28, "{}", view.size());
}

#[test]
fn two_thousand_workplaces_are_seen_whole_and_can_be_pointed_at() {
    let plan = MapPlan::new(&municipality(&[900, 600, 300, 100, 80, 20]), ROOM);
    let view = MapWindow::new(&plan, ROOM.width, 1.0);
    assert!(plan.whole && !view.is_part(&plan) && view.size() >= SIGNED);
}

#[test]
fn a_country_is_seen_whole_in_its_window_and_in_part_from_closer() {
    let plan = MapPlan::new(&country(290, 69), ROOM);
    let view = MapWindow::new(&plan, ROOM.width, 1.0);
    assert!(!plan.whole && !view.is_part(&plan), "{}", view.size());
    assert_eq!(plan.cells(), 290 * 5 * 69);
    assert!(view.closer(&plan, 1, (0, 0)).is_part(&plan));
}

#[test]
fn every_cell_is_found_where_it_lies_at_every_size_and_density() {
    for ratio in [1.0, 1.5, 2.0] {
        let plan = MapPlan::new(&country(7, 23), ROOM);
        let mut view = MapWindow::new(&plan, ROOM.width, ratio);
        while view.steps(&plan).0 {
            for cell in each_cell(&plan) {
                let seen = view.seeing(&plan, cell);
                let (x, y) = seen.corner(&plan, cell).expect("the plan has the cell");
                assert!(x >= 0 && y >= 0 && x < seen.width && y < seen.height, "{cell} at {x}, {y}: {seen:?}");
                assert_eq!(seen.cell_at(&plan, (x, y)), Some(cell), "{seen:?}");
            }
            view = view.closer(&plan, 1, (0, 0));
        }
    }
}

#[test]
fn no_two_cells_lie_over_each_other() {
    let plan = MapPlan::new(&municipality(&[61, 33, 13, 12, 7, 3, 2]), ROOM);
    let view = MapWindow::new(&plan, ROOM.width, 1.0);
    let mut corners: Vec<_> = each_cell(&plan).map(|cell| view.corner(&plan, cell)).collect();
    corners.sort_unstable();
    corners.dedup();
    assert_eq!(corners.len(), 131);
}

#[test]
fn a_name_that_is_wider_than_its_cells_has_lines_enough() {
    let named = |width| MapPlan::new(&[MapSection { titled: false, parts: vec![3, 3], names: vec![60, width] }], ROOM);
    let (short, long) = (named(100), named(400));
    assert_eq!(short.lines, 1);
    assert_eq!(long.lines, 3);
    assert!(long.header > short.header, "{long:?}");
}

#[test]
fn a_name_is_found_over_its_cells() {
    let plan = MapPlan::new(&municipality(&[61, 33]), ROOM);
    let view = MapWindow::new(&plan, ROOM.width, 1.0);
    let (x, y) = view.corner(&plan, 61).unwrap();
    assert_eq!(view.header_at(&plan, (x + 3, y - 3)), Some(1));
    assert_eq!(view.header_at(&plan, (x, y)), None);
}

#[test]
fn what_is_pointed_at_stays_there_when_it_comes_closer() {
    let plan = MapPlan::new(&country(40, 60), ROOM);
    let view = MapWindow::new(&plan, ROOM.width, 1.0);
    let before = 5000;
    let point = view.corner(&plan, before).expect("the plan has the cell");
    let closer = view.closer(&plan, 3, point);
    let (x, y) = closer.corner(&plan, before).unwrap();
    let off = (x - point.0).abs().max((y - point.1).abs());
    assert!(off <= 2 * closer.pitch(), "{off} pixels off");
    assert_eq!(closer.closer(&plan, -3, point), view);
}

#[test]
fn it_is_not_moved_past_its_edges() {
    let plan = MapPlan::new(&country(40, 60), ROOM);
    let view = MapWindow::new(&plan, ROOM.width, 1.0).closer(&plan, 6, (0, 0));
    assert_eq!(view.moved(&plan, -50, -50), view);
    let end = view.moved(&plan, 1_000_000, 1_000_000);
    assert_eq!((end.x, end.y), (view.length(plan.width) - view.width, view.length(plan.height) - view.height));
}

#[test]
fn steps_lead_to_neighbours_and_across_departments() {
    let plan = MapPlan::new(&municipality(&[7, 5]), MapRoom { width: 288, most: 720, window: 400 });
    let columns = plan.blocks[0].columns;
    assert_eq!(plan.step(0, CellMove::Before), None);
    assert_eq!(plan.step(6, CellMove::Next), Some(7));
    assert_eq!(plan.step(11, CellMove::Next), None);
    assert_eq!(plan.step(3, CellMove::First), Some(0));
    assert_eq!(plan.step(3, CellMove::Last), Some(6));
    assert_eq!(plan.step(3, CellMove::NextPart), Some(7));
    assert_eq!(plan.step(9, CellMove::PartBefore), Some(0));
    let below = plan.step(0, CellMove::Below).expect("something lies below");
    assert_eq!(below, if columns >= 7 { 7 } else { columns });
    assert_eq!(plan.step(below, CellMove::Above), Some(0));
}

#[test]
fn every_cell_is_reached_by_going_on() {
    let plan = MapPlan::new(&country(3, 11), ROOM);
    let reached = std::iter::successors(Some(0), |cell| plan.step(*cell, CellMove::Next));
    assert!(reached.eq(each_cell(&plan)));
}

#[test]
fn there_is_a_plan_of_nothing() {
    let plan = MapPlan::new(&[], ROOM);
    let view = MapWindow::new(&plan, ROOM.width, 1.0);
    assert_eq!((plan.cells(), view.cell_at(&plan, (5, 5)), plan.step(0, CellMove::Next)), (0, None, None));
}
