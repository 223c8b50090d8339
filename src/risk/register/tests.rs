use super::*;
use crate::risk::testing::open;

/// In the order of the register: a class of its own, a sum of its own, more uncertain, two alike, and a lower class.
const FILE: &str = r#"{"format": 1,
    "scales": [
        {"id": "p", "levels": [{"name": "1"}, {"name": "2"}, {"name": "3"}]},
        {"id": "life", "levels": [{"name": "1"}, {"name": "2"}, {"name": "3"}]}],
    "matrices": [{"id": "m", "likelihood": "p", "consequence": ["life"],
        "classes": [{"id": "low", "name": "low"}, {"id": "medium", "name": "medium"}, {"id": "high", "name": "high"}],
        "grid": [[0, 1, 2], [1, 1, 2], [2, 2, 2]]}],
    "risks": [
        {"id": "same", "title": "D", "likelihood": 3, "consequence": {"life": 2}},
        {"id": "lower", "title": "E", "likelihood": 1, "consequence": {"life": 1}},
        {"id": "greatest", "title": "A", "likelihood": 3, "consequence": {"life": 3}},
        {"id": "beside", "title": "F"},
        {"id": "also", "title": "C", "likelihood": 2, "consequence": {"life": 3}},
        {"id": "doubtful", "title": "B", "likelihood": 2, "consequence": {"life": 3}, "uncertainty": "high"}]}"#;

#[test]
fn the_register_says_what_puts_one_risk_before_another() {
    open(FILE, |side| {
        let (register, organisation) = (side.register, side.organisation);
        let id = |risk: &u32| organisation.risks[*risk as usize].id.to_string();
        let order: Vec<_> = register.in_order(organisation).iter().map(id).collect();
        assert_eq!(order, ["greatest", "doubtful", "also", "same", "lower"]);
        let rated = |wanted: &str| {
            let place = organisation.risks.iter().position(|risk| *risk.id == *wanted).expect("a risk");
            let Placement::Rated(rated) = &register.placements[place] else { panic!("it is rated") };
            rated
        };
        let parted = |one: &str, other: &str| rated(one).parted_from(rated(other));
        assert_eq!(parted("greatest", "lower"), Before::Class);
        assert_eq!(parted("greatest", "doubtful"), Before::Sum);
        assert_eq!(parted("doubtful", "also"), Before::Uncertainty);
        assert_eq!(parted("also", "same"), Before::Id);
        let alike = |risk: &str| register.alike(organisation, rated(risk)).map(|risk| id(&risk)).collect::<Vec<_>>();
        assert_eq!(alike("also"), ["also", "same"]);
        assert_eq!(alike("lower"), ["lower"]);
    });
}

#[test]
fn the_risks_of_a_further_matrix_have_a_letter_before_their_number() {
    let number = |matrix| RiskNumber { matrix, place: 3 }.to_string();
    assert_eq!([0, 1, 2, 16, 17].map(number), ["3", "K3", "L3", "Z3", "K3"]);
}
