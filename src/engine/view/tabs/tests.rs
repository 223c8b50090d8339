//! What stands on tabs beside what their pages count.

use super::*;
use crate::coverage::State;
use crate::engine::Engine;
use crate::engine::lens::{FindingFilter, Lens, WorkplaceFilter};
use crate::engine::request::{Reply, Request};
use crate::organisation::value::Date;

const EXAMPLE: &str = include_str!("../../../../public/example.json");

#[test]
fn what_stands_on_a_tab_is_what_its_page_counts_of_the_whole_and_of_a_part() {
    let mut engine = Engine::default();
    engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the example can be read");
    let on: Date = "2026-11-22".parse().expect("a day");
    let window = Window { from: 0, count: 1000 };
    for within in [None, Some("buf".to_owned())] {
        let lens = Lens { on, within };
        let Reply::Tabs(told) = engine.handle(&Request::Tabs { lens: lens.clone() }) else { panic!("no counts") };
        let Reply::Findings(page) =
            engine.handle(&Request::Findings { lens: lens.clone(), filter: FindingFilter::default(), window })
        else {
            panic!("no findings")
        };
        let gaps = page.rows.iter().filter(|row| matches!(row.state, State::Missing | State::Broken)).count();
        assert_eq!(told.gaps, saturating(gaps));
        let filter = TrainingFilter::default();
        let Reply::Training(page) = engine.handle(&Request::Training { lens: lens.clone(), filter, window }) else {
            panic!("no trainings")
        };
        let lacking = page.rows.iter().filter(|row| matches!(row.state, State::Missing | State::Accepted)).count();
        assert_eq!(told.untrained, saturating(lacking));
        let Reply::Coordinators(page) = engine.handle(&Request::Coordinators { lens: lens.clone(), window }) else {
            panic!("no coordinators")
        };
        assert_eq!(told.departments, page.total);
        let falls = Request::Falls { lens: lens.clone(), days: 90, rule: None, window };
        let Reply::Falls(page) = engine.handle(&falls) else { panic!("nothing expires") };
        assert_eq!(told.expiring, page.total);
        let Reply::Group(page) = engine.handle(&Request::Group { lens: lens.clone() }) else { panic!("no group") };
        assert_eq!(told.members, page.groups.iter().map(|group| group.members).sum::<u32>());
        let filter = WorkplaceFilter::default();
        let Reply::Representatives(page) = engine.handle(&Request::Representatives { lens, filter, window }) else {
            panic!("no representatives")
        };
        assert_eq!(told.workplaces, page.total);
        let Reply::Rules(page) = engine.handle(&Request::Rules { on }) else { panic!("no rules") };
        assert_eq!(told.rules, saturating(page.rules.len()));
    }
}
