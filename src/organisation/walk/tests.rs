use super::*;
use crate::organisation::codec::Value;
use crate::organisation::lists::read_whole;
use crate::organisation::vulnerability::Function;

#[test]
fn what_a_field_refers_to_is_asked_by_its_way() {
    let lists = |list: ListName, way: &str| list.referred(way).map(|to| to.lists);
    assert_eq!(lists(ListName::Assignments, "appointed_by"), Some(&[ListName::People][..]));
    assert_eq!(lists(ListName::Measures, "risks/2"), Some(&[ListName::Risks][..]));
    assert_eq!(lists(ListName::Rules, "holders/in/under"), Some(&[ListName::Units][..]));
    let needed = [ListName::Dependencies, ListName::Functions];
    assert_eq!(lists(ListName::Functions, "needs/1/on"), Some(&needed[..]));
    for (list, way) in [(ListName::Units, "name"), (ListName::Rules, "text"), (ListName::Functions, "needs")] {
        assert_eq!(lists(list, way), None, "{way}");
    }
}

#[test]
fn a_walk_tells_where_a_reference_stands_and_what_can_be_taken_out() {
    let text = r#"{"id": "f", "name": "F", "unit": "u", "needs": [{"on": "a"}, {"on": "b"}]}"#;
    let function: Function<'_> = read_whole(text).unwrap();
    let mut found = Vec::new();
    let mut each = |reference: &Reference<'_>| {
        found.push((reference.id.to_owned(), reference.steps.to_vec(), reference.cut));
    };
    function.each_ref(&mut Walk::new(&mut each));
    let need = |index: u32| vec!["needs".into(), PathStep::Index(index), "on".into()];
    let unit = ("u".to_owned(), vec!["unit".into()], Some(1));
    assert_eq!(found, [unit, ("a".to_owned(), need(0), Some(2)), ("b".to_owned(), need(1), Some(2))]);
}
