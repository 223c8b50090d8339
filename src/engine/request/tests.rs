use std::fmt::Debug;

use super::*;
use crate::engine::Engine;
use crate::engine::view::UnitView;

const EXAMPLE: &str = include_str!("../../../public/example.json");

#[test]
fn what_a_reply_holds_is_read_by_itself() {
    let mut engine = Engine::default();
    engine.open("example.json".into(), EXAMPLE.into(), &mut |_| ()).expect("the example can be read");
    let window = Window { from: 0, count: 3 };
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { panic!("the file is open") };
    let on = summary.as_of.expect("the example has a day");
    same(&Reply::Opened(summary.clone()), &*summary);
    let overview = engine.handle(&Request::Overview { lens: Lens::whole(on) });
    let Reply::Overview(held) = &overview else { panic!("{overview:?}") };
    same(&overview, &**held);
    let units = engine.handle(&Request::Units { lens: Lens::whole(on), parent: None, find: String::new(), window });
    let Reply::Units(held) = &units else { panic!("{units:?}") };
    same(&units, held);
    let unit = engine.handle(&Request::Unit { lens: Lens::whole(on), id: held.rows[0].unit.id.clone() });
    let Reply::Unit(held) = &unit else { panic!("{unit:?}") };
    same(&unit, &**held);
    let findings =
        engine.handle(&Request::Findings { lens: Lens::whole(on), filter: FindingFilter::default(), window });
    let Reply::Findings(held) = &findings else { panic!("{findings:?}") };
    same(&findings, held);
    let finding = engine.handle(&Request::Finding { lens: Lens::whole(on), id: held.rows[0].id.clone() });
    let Reply::Finding(held) = &finding else { panic!("{finding:?}") };
    same(&finding, &**held);
    let (unit, role) = ("buf".to_owned(), "security_representative".to_owned());
    let proposal = engine.handle(&Request::Proposal { lens: Lens::whole(on), unit, role });
    let Reply::Proposal(held) = &proposal else { panic!("{proposal:?}") };
    same(&proposal, &**held);
    let forecast = engine.handle(&Request::Forecast { lens: Lens::whole(on), months: 12, rule: None, drops: 60 });
    let Reply::Forecast(held) = &forecast else { panic!("{forecast:?}") };
    same(&forecast, &**held);
    let falls = engine.handle(&Request::Falls { lens: Lens::whole(on), days: 90, rule: None, window });
    let Reply::Falls(held) = &falls else { panic!("{falls:?}") };
    same(&falls, held);
    let risks = engine.handle(&Request::Risks { filter: RiskFilter::default(), window });
    let Reply::Risks(held) = &risks else { panic!("{risks:?}") };
    same(&risks, &**held);
    let risk = engine.handle(&Request::Risk { id: held.rows[0].id.clone(), on });
    let Reply::Risk(held) = &risk else { panic!("{risk:?}") };
    same(&risk, &**held);
    let problems = engine.handle(&Request::Problems { window });
    let Reply::Problems(held) = &problems else { panic!("{problems:?}") };
    same(&problems, held);
    same(&Reply::Text("text".into()), &"text".to_owned());
}

#[test]
fn a_question_crosses_as_it_does_among_all_requests() {
    let on: Date = "2026-11-22".parse().expect("a day");
    let lens = Lens { on, within: Some("buf".into()) };
    let window = Window { from: 200, count: 3 };
    crosses(AskSummary {});
    crosses(AskHash {});
    crosses(AskOverview { lens: lens.clone() });
    crosses(AskForecast { lens: lens.clone(), months: 300, rule: Some("rule".into()), drops: 60 });
    crosses(AskUnitName { id: "åäö".into() });
    crosses(AskUnits { lens: lens.clone(), parent: None, find: "sök".into(), window });
    crosses(AskRisks { filter: RiskFilter::default(), window });
    crosses(AskVerification {});
    let findings = AskFindings { lens, filter: FindingFilter::default(), window };
    crosses(findings.clone());
    crosses(AskFor { receiver: Receiver::Department("buf".into()), on, made: on, question: findings });
}

fn crosses<Q: EngineQuestion>(question: Q) {
    let bytes = question.bytes();
    assert_eq!(bytes, postcard::to_allocvec(&question.into()).expect("a request can be written"));
}

#[test]
fn why_a_file_cannot_be_read_is_read_by_itself() {
    let unreadable = Engine::default().open("fil.json".into(), b"{".to_vec(), &mut |_| ()).expect_err("half a file");
    let problem = *unreadable;
    same(&Reply::Unreadable(Box::new(problem.clone())), &problem);
}

#[test]
fn another_reply_holds_nothing_of_the_kind() {
    for reply in [Reply::NotFound, Reply::NothingOpen, Reply::Text("text".into())] {
        assert_eq!(held::<UnitView>(&bytes(&reply)), None);
    }
}

fn same<T: ReplyValue + PartialEq + Debug>(reply: &Reply, held_there: &T) {
    assert_eq!(held::<T>(&bytes(reply)).as_ref(), Some(held_there));
}

fn bytes(reply: &Reply) -> Vec<u8> {
    postcard::to_allocvec(reply).expect("a reply can be written")
}
