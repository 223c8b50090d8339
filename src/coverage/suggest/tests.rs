//! Who is eligible and who is not, and what a proposal comes to when it is carried out.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::coverage::testing::organisation;
use crate::coverage::{State, judge};
use crate::organisation::value::parse_date;

const ON: &str = "2026-07-01";

/// Looks at what is suggested for a finding of a file, if anything is.
fn seen<T>(fields: &str, finding: &str, see: impl FnOnce(SuggestionBasis<'_>, Option<Suggestion<'_>>) -> T) -> T {
    let (organisation, mut index) = organisation(fields);
    let coverage = judge(&organisation, &mut index, parse_date(ON).unwrap());
    let found = coverage.findings.iter().find(|item| coverage.id(item, &organisation, &index) == finding);
    let basis = SuggestionBasis { organisation: &organisation, index: &index, coverage: &coverage };
    see(basis, suggest(basis, found.expect(finding)))
}

/// What is suggested for a finding: each candidate as their id and what stands in the way.
fn suggested(fields: &str, finding: &str) -> Vec<String> {
    seen(fields, finding, |basis, suggestion| {
        let Some(suggestion) = suggestion else { return vec!["none".into()] };
        let person = |person: u32| &*basis.organisation.people[person as usize].id;
        let line = |candidate: &Candidate| {
            let bars = candidate.bars.iter().map(|bar| match bar {
                Bar::Holds => " holds it".into(),
                Bar::Left { last } => format!(" left {last}"),
                Bar::Load { holds, at_most, .. } => format!(" holds {holds} of {at_most}"),
                Bar::Untrained { taken: None, .. } => " untrained".into(),
                Bar::Untrained { taken: Some(day), .. } => format!(" trained {day}"),
            });
            format!("{}{}", person(candidate.person), bars.collect::<String>())
        };
        suggestion.candidates.iter().map(line).collect()
    })
}

/// What a person already has to do with the post that a finding misses.
fn term(fields: &str, finding: &str, person: &str) -> Option<PostTerm> {
    seen(fields, finding, |basis, suggestion| {
        let is_it = |candidate: &&Candidate| *basis.organisation.people[candidate.person as usize].id == *person;
        suggestion.unwrap().candidates.iter().find(is_it).unwrap().term
    })
}

/// A workplace, its department, and people of both, under a rule that the workplace has a representative.
fn file(assignments: &str, more: &str) -> String {
    format!(
        r#""units": [{{"id": "d", "name": "D", "kind": "department", "parent": "k"}}, {{"id": "k", "name": "K", "kind": "municipality"}},
            {{"id": "a", "name": "A", "kind": "workplace", "parent": "d"}}, {{"id": "b", "name": "B", "kind": "workplace", "parent": "d"}},
            {{"id": "c", "name": "C", "kind": "workplace", "parent": "d"}}],
        "people": [{{"id": "q", "name": "Åsa", "unit": "a"}}, {{"id": "p", "name": "Bo", "unit": "a"}},
            {{"id": "boss", "name": "Ada", "unit": "d"}}, {{"id": "mayor", "name": "Max", "unit": "k"}}, {{"id": "x", "name": "X", "unit": "b"}}],
        "assignments": [{assignments}],
        "rules": [{{"id": "r", "holders": {{"of": "rep", "in": {{"kind": "workplace"}}}}}}{more}"#
    )
}

fn post(role: &str, unit: &str, person: &str, more: &str) -> String {
    format!(r#"{{"role": "{role}", "unit": "{unit}", "person": "{person}"{more}}}"#)
}

const LOAD: &str = r#", {"id": "load", "load": {"of": "rep", "at_most": 1}}]"#;
const TRAINED: &str = r#", {"id": "trained", "trained": {"training": "fire", "who": ["rep"]}}],
    "trainings": [{"id": "fire", "name": "F", "renewed_after": 12}]"#;

#[test]
fn the_people_of_the_unit_come_by_name_before_those_of_its_parent_and_nobody_further_up() {
    assert_eq!(suggested(&file("", "]"), "r:a"), ["p", "q", "boss"]);
}

#[test]
fn one_who_holds_another_post_at_the_unit_comes_between() {
    assert_eq!(suggested(&file(&post("cook", "a", "x", ""), "]"), "r:a"), ["p", "q", "x", "boss"]);
}

#[test]
fn one_who_holds_fewer_posts_comes_first() {
    assert_eq!(suggested(&file(&post("rep", "b", "p", ""), "]"), "r:a"), ["q", "p", "boss"]);
}

#[test]
fn one_who_holds_as_many_posts_as_they_may_is_not_eligible() {
    assert_eq!(suggested(&file(&post("rep", "b", "p", ""), LOAD), "r:a"), ["q", "boss", "p holds 1 of 1"]);
    let ended = post("rep", "b", "p", r#", "until": "2026-06-30""#);
    let other = post("cook", "b", "p", "");
    assert_eq!(suggested(&file(&format!("{ended}, {other}"), LOAD), "r:a"), ["p", "q", "boss"]);
}

#[test]
fn the_load_of_another_role_bars_nobody() {
    let of_cooks = LOAD.replace("rep", "cook");
    assert_eq!(suggested(&file(&post("rep", "b", "p", ""), &of_cooks), "r:a"), ["q", "p", "boss"]);
}

#[test]
fn posts_count_by_the_units_they_are_at() {
    let two = LOAD.replace('1', "2");
    let at = |first: &str, second: &str| {
        let posts =
            format!("{}, {}", post("rep", first, "p", ""), post("rep", second, "p", r#", "from": "2026-06-01""#));
        suggested(&file(&posts, &two), "r:a")
    };
    assert_eq!(at("b", "c"), ["q", "boss", "p holds 2 of 2"]);
    assert_eq!(at("b", "b"), ["q", "p", "boss"], "two posts at one unit are one");
}

#[test]
fn a_post_that_is_to_come_counts_before_it_has_begun() {
    let coming = post("rep", "b", "p", r#", "from": "2026-09-01""#);
    assert_eq!(suggested(&file(&coming, LOAD), "r:a"), ["q", "boss", "p holds 1 of 1"]);
    let here = coming.replace(r#""b""#, r#""a""#);
    assert_eq!(suggested(&file(&here, LOAD), "r:a"), ["p", "q", "boss"], "the same unit counts once");
}

#[test]
fn one_without_the_training_is_eligible_once_they_have_taken_it() {
    let taken = |day: &str| {
        let completion = format!(r#", "completions": [{{"training": "fire", "person": "q", "date": "{day}"}}]"#);
        suggested(&file("", &format!("{TRAINED}{completion}")), "r:a")
    };
    assert_eq!(taken("2026-01-01"), ["q", "p untrained", "boss untrained"]);
    assert_eq!(taken("2025-01-01"), ["p untrained", "q trained 2025-01-01", "boss untrained"]);
}

#[test]
fn each_is_judged_by_the_trainings_they_have_taken_themselves() {
    let taken = |person: &str, day: &str| format!(r#"{{"training": "fire", "person": "{person}", "date": "{day}"}}"#);
    let completions =
        format!(r#"{TRAINED}, "completions": [{}, {}]"#, taken("q", "2025-01-01"), taken("p", "2026-01-01"));
    assert_eq!(suggested(&file("", &completions), "r:a"), ["p", "q trained 2025-01-01", "boss untrained"]);
}

#[test]
fn a_training_that_is_not_in_the_file_or_asked_of_others_bars_nobody() {
    let gone = r#", {"id": "t", "trained": {"training": "gone", "who": ["rep"]}}]"#;
    assert_eq!(suggested(&file("", gone), "r:a"), ["p", "q", "boss"]);
    assert_eq!(suggested(&file("", &TRAINED.replace("rep", "cook")), "r:a"), ["p", "q", "boss"]);
}

#[test]
fn a_suggestion_names_the_rules_it_has_looked_at() {
    let rules = |more: &str| seen(&file("", more), "r:a", |_, suggestion| suggestion.unwrap().rules);
    // By their ids the rules stand as load, r, trained.
    assert_eq!(rules(&format!("{}{TRAINED}", LOAD.trim_end_matches(']'))), [0, 2]);
    assert!(rules("]").is_empty());
}

#[test]
fn one_whose_posts_have_all_ended_has_left_and_is_not_suggested() {
    let ended = post("rep", "a", "p", r#", "until": "2026-05-31""#);
    assert_eq!(suggested(&file(&ended, "]"), "r:a"), ["q", "boss"]);
    let other = post("cook", "b", "p", "");
    assert_eq!(suggested(&file(&format!("{ended}, {other}"), "]"), "r:a"), ["p", "q", "boss"]);
}

#[test]
fn one_whose_last_post_ends_today_has_not_left() {
    let ends_today = post("rep", "a", "p", r#", "until": "2026-07-01""#);
    assert_eq!(suggested(&file(&ends_today, "]"), "r:a"), ["p", "q", "boss"]);
}

#[test]
fn whoever_stands_over_the_post_is_not_suggested_for_it() {
    let head = post("head", "a", "p", "");
    assert_eq!(suggested(&file(&head, "]"), "r:a"), ["q", "boss"]);
    let elsewhere = post("head", "b", "p", "");
    assert_eq!(suggested(&file(&elsewhere, "]"), "r:a"), ["p", "q", "boss"]);
}

#[test]
fn of_two_heads_neither_is_known_to_stand_over_the_post() {
    let heads = |first: &str, second: &str| {
        let posts = format!("{}, {}", post("head", "a", first, ""), post("head", "a", second, ""));
        suggested(&file(&posts, "]"), "r:a")
    };
    assert_eq!(heads("p", "q"), ["p", "q", "boss"]);
    assert_eq!(heads("p", "p"), ["q", "boss"], "one who is written down twice is one");
}

#[test]
fn the_role_that_a_rule_names_stands_over_the_post_in_place_of_the_head() {
    let posts = format!("{}, {}", post("head", "a", "q", ""), post("cook", "a", "p", ""));
    let over = |rules: &str| {
        seen(&file(&posts, rules), "r:a", |basis, suggestion| {
            let wanted = suggestion.unwrap().wanted;
            let over = superiors(basis, wanted.role, wanted.unit, wanted.from);
            let id =
                |person: Option<u32>| person.map(|person| basis.organisation.people[person as usize].id.to_string());
            (id(over.appointed_by), id(over.reports_to))
        })
    };
    let (p, q) = (Some("p".to_owned()), Some("q".to_owned()));
    assert_eq!(over("]"), (q.clone(), q.clone()));
    assert_eq!(over(r#", {"id": "x", "appointed_by": {"who": "rep", "by": "cook"}}]"#), (p.clone(), q.clone()));
    assert_eq!(over(r#", {"id": "x", "reports_to": {"who": "rep", "to": "cook"}}]"#), (q.clone(), p));
    assert_eq!(over(r#", {"id": "x", "reports_to": {"who": "other", "to": "cook"}}]"#), (q.clone(), q), "of others");
}

#[test]
fn nobody_of_the_municipality_itself_is_suggested_for_a_post_of_a_department() {
    let rule = r"]";
    let of_department = file("", rule).replace(r#""kind": "workplace"}}"#, r#""kind": "department"}}"#);
    assert_eq!(suggested(&of_department, "r:d"), ["boss"]);
}

#[test]
fn one_who_stands_in_now_comes_first_and_one_who_lacks_a_training_before_one_who_cannot() {
    let stands_in = post("rep", "a", "boss", r#", "substitute_for": "x""#);
    assert_eq!(suggested(&file(&stands_in, "]"), "r:a"), ["boss", "p", "q"]);
    let full = post("rep", "b", "p", "");
    let both = format!("{}{}", LOAD.trim_end_matches(']'), &TRAINED[0..]);
    assert_eq!(suggested(&file(&full, &both), "r:a"), ["q untrained", "boss untrained", "p holds 1 of 1 untrained"]);
}

#[test]
fn one_who_stands_in_for_another_post_does_not_come_first() {
    let stands_in =
        |role: &str, unit: &str| suggested(&file(&post(role, unit, "q", r#", "substitute_for": "x""#), "]"), "r:a");
    assert_eq!(stands_in("rep", "a"), ["q", "p", "boss"]);
    assert_eq!(stands_in("cook", "a"), ["p", "q", "boss"], "of another role");
    assert_eq!(stands_in("rep", "b"), ["p", "q", "boss"], "at another unit");
}

#[test]
fn one_who_holds_the_post_is_not_asked_to_take_it_twice() {
    let two = file(&post("rep", "a", "p", ""), "]").replace(r#""workplace"}}"#, r#""workplace"}, "at_least": 2}"#);
    assert_eq!(suggested(&two, "r:a"), ["q", "boss", "p holds it"]);
}

#[test]
fn one_whose_post_is_about_to_end_or_to_begin_is_told_with_the_day() {
    let at = |more: &str| file(&post("rep", "a", "p", more), "]");
    let of_two = |more: &str| at(more).replace(r#""workplace"}}"#, r#""workplace"}, "at_least": 2}"#);
    let ends = Some(PostTerm::Ends(parse_date("2026-07-31").unwrap()));
    assert_eq!(term(&at(r#", "until": "2026-07-31""#), "r:a", "p"), ends);
    let begins = Some(PostTerm::Begins(parse_date("2026-09-01").unwrap()));
    assert_eq!(term(&at(r#", "from": "2026-09-01""#), "r:a", "p"), begins);
    assert_eq!(term(&at(r#", "from": "2026-09-01""#), "r:a", "q"), None, "it is another's");
    assert_eq!(term(&of_two(r#", "from": "2026-07-01""#), "r:a", "p"), None, "it has begun today");
    assert_eq!(
        term(&of_two(r#", "until": "2026-07-01""#), "r:a", "p"),
        None,
        "it does not end before the second is wanted"
    );
}

#[test]
fn of_what_expires_the_day_after_counts_so_the_holder_can_go_on() {
    let ends = post("rep", "a", "p", r#", "until": "2026-07-31""#);
    assert_eq!(suggested(&file(&ends, LOAD), "r:a"), ["p", "q", "boss"]);
}

#[test]
fn whom_the_group_lacks_is_the_only_candidate() {
    let file = file(&post("rep", "a", "p", ""), r#", {"id": "m", "members": {"group": "d", "every": ["rep"]}}]"#);
    assert_eq!(suggested(&file, "m:d:p"), ["p"]);
}

#[test]
fn a_party_is_represented_by_its_own_people() {
    let file = file("", r#", {"id": "p", "represented": {"group": "k", "parties": ["a"]}}]"#);
    assert_eq!(suggested(&file, "p:k:a"), ["p", "q", "boss"]);
}

#[test]
fn one_who_represents_another_party_can_represent_their_own_too() {
    let for_party = |party: &str, until: &str| {
        let member = post("member", "k", "p", &format!(r#", "on_behalf_of": "{party}"{until}"#));
        file(&member, r#", {"id": "p", "represented": {"group": "k", "parties": ["a"]}}]"#)
    };
    assert_eq!(suggested(&for_party("b", ""), "p:k:a"), ["p", "q", "boss"]);
    let ends = Some(PostTerm::Ends(parse_date("2026-07-31").unwrap()));
    assert_eq!(term(&for_party("a", r#", "until": "2026-07-31""#), "p:k:a", "p"), ends);
}

#[test]
fn a_substitute_is_someone_else_whatever_their_load() {
    let load = format!("{}, {{\"id\": \"s\", \"substitute\": {{\"of\": \"rep\"}}}}]", LOAD.trim_end_matches(']'));
    let posts = format!("{}, {}", post("rep", "a", "p", ""), post("rep", "b", "q", ""));
    assert_eq!(suggested(&file(&posts, &load), "s:a"), ["q", "boss", "p holds it"]);
}

#[test]
fn what_no_appointment_mends_has_no_candidates() {
    let file = file("", r#", {"id": "e", "exists": {"kind": "company"}}]"#);
    assert_eq!(suggested(&file, "e:company"), ["none"]);
}

/// Looks at a proposal for a part of a file.
fn proposal<T>(fields: &str, part: &str, on: &str, see: impl FnOnce(&Organisation<'_>, StaffingProposal) -> T) -> T {
    let (organisation, mut index) = organisation(fields);
    let coverage = judge(&organisation, &mut index, parse_date(on).unwrap());
    let basis = SuggestionBasis { organisation: &organisation, index: &index, coverage: &coverage };
    see(&organisation, propose(basis, index.unit(part).unwrap(), "rep"))
}

/// A proposal for a part of a file, as what becomes of each unit.
fn proposed(fields: &str, part: &str, on: &str) -> (Vec<String>, Vec<String>) {
    proposal(fields, part, on, |organisation, proposal| {
        let unit = |unit: u32| &*organisation.units[unit as usize].id;
        let person = |person: u32| &*organisation.people[person as usize].id;
        let placed = proposal.placed.iter().map(|placed| format!("{} {}", unit(placed.unit), person(placed.person)));
        let rest = proposal.rest.iter().map(|rest| {
            let Rest { vacant, people, left, full, untrained, .. } = rest;
            format!("{} {vacant}: {people} people, {left} left, {full} full, {untrained} untrained", unit(rest.unit))
        });
        (placed.collect(), rest.collect())
    })
}

#[test]
fn a_proposal_gives_a_unit_its_own_people_and_then_those_above() {
    let (placed, rest) = proposed(&file("", "]"), "d", ON);
    assert_eq!(placed, ["a p", "b x", "c boss"]);
    assert!(rest.is_empty());
}

#[test]
fn a_proposal_names_what_it_cannot_fill_and_why() {
    let (placed, rest) = proposed(&file(&post("rep", "k", "boss", ""), "]"), "d", ON);
    assert_eq!(placed, ["a p", "b x"]);
    assert_eq!(rest, ["c 1: 1 people, 0 left, 1 full, 0 untrained"], "without a rule one post is enough");
    let ended = post("rep", "b", "x", r#", "until": "2026-01-01""#);
    let (placed, rest) = proposed(&file(&ended, TRAINED), "d", ON);
    assert!(placed.is_empty());
    assert_eq!(
        rest,
        [
            "a 1: 3 people, 0 left, 0 full, 3 untrained",
            "b 1: 2 people, 1 left, 0 full, 1 untrained",
            "c 1: 1 people, 0 left, 0 full, 1 untrained"
        ]
    );
    let (_, rest) = proposed(&file("", "]"), "c", ON);
    assert_eq!(rest, ["c 1: 0 people, 0 left, 0 full, 0 untrained"], "the part begins at the workplace");
}

#[test]
fn a_load_rule_lets_one_person_take_several_posts() {
    let without_own = file("", &LOAD.replace('1', "2")).replace(r#", "unit": "a""#, "").replace(r#", "unit": "b""#, "");
    let (placed, rest) = proposed(&without_own, "d", ON);
    assert_eq!(placed, ["a boss", "b boss"]);
    assert_eq!(rest, ["c 1: 1 people, 0 left, 1 full, 0 untrained"]);
}

#[test]
fn a_proposal_tells_what_it_has_looked_at() {
    let rules = format!("{}{TRAINED}", LOAD.replace('1', "2").trim_end_matches(']'));
    let told = |more: &str| {
        proposal(&file("", more), "d", ON, |_, StaffingProposal { vacant, beyond, people, at_most, rules, .. }| {
            (vacant, beyond, people, at_most, rules)
        })
    };
    // Of the five people one works above the part.
    // By their ids the rules stand as load, r, trained; r asks for the posts.
    assert_eq!(told(&rules), (3, 0, 4, Some(2), vec![1, 0, 2]));
    assert_eq!(told("]"), (3, 0, 4, None, vec![0]));
}

#[test]
fn each_who_takes_posts_is_told_with_how_many_they_hold_and_are_given() {
    let three = file(&post("rep", "k", "boss", ""), &LOAD.replace('1', "3"));
    let alone = three.replace(r#", "unit": "a""#, "").replace(r#", "unit": "b""#, "");
    let given = proposal(&alone, "d", ON, |_, proposal| {
        proposal.placed.iter().map(|placed| (placed.holds, placed.given)).collect::<Vec<_>>()
    });
    assert_eq!(given, [(1, 2), (1, 2)]);
}

#[test]
fn posts_beyond_the_most_are_counted_and_not_looked_at() {
    let of_each =
        |posts: &str| file("", "]").replace(r#""workplace"}}"#, &format!(r#""workplace"}}, "at_least": {posts}}}"#));
    let counted = |posts: &str| {
        proposal(&of_each(posts), "d", ON, |organisation, proposal| {
            let rest = proposal.rest.iter().map(|rest| organisation.units[rest.unit as usize].id.to_string());
            (proposal.vacant, proposal.beyond, rest.collect::<Vec<_>>())
        })
    };
    assert_eq!(counted("500"), (1500, 500, vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(counted("501"), (1503, 1002, vec!["a".to_owned()]));
    assert_eq!(counted("300"), (900, 0, vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]));
}

#[test]
fn one_who_holds_a_post_at_the_unit_is_not_told_as_full_where_more_are_wanted_there() {
    let three = file(&post("rep", "a", "p", ""), &LOAD.replace('1', "2"))
        .replace(r#""workplace"}}"#, r#""workplace"}, "at_least": 3}"#);
    let (placed, rest) = proposed(&three, "a", ON);
    assert_eq!(placed, ["a q"]);
    assert_eq!(rest, ["a 1: 2 people, 0 left, 0 full, 0 untrained"]);
}

/// A small department under rules about holders, load and training.
fn department() -> impl Strategy<Value = (Vec<String>, Vec<String>, Vec<String>, String)> {
    let unit = || select(vec!["d", "a", "b", "c", "e"]);
    let term =
        select(vec!["", r#", "until": "2026-06-30""#, r#", "from": "2026-08-01""#, r#", "until": "2026-08-01""#]);
    let post = (select(vec!["rep", "cook"]), unit(), 0..6_u32, term)
        .prop_map(|(role, unit, person, more)| post(role, unit, &format!("p{person}"), more));
    let trained = proptest::sample::subsequence((0..6_u32).collect::<Vec<_>>(), 0..=6).prop_map(|trained| {
        let taken = |person| format!(r#"{{"training": "fire", "person": "p{person}", "date": "2026-01-01"}}"#);
        trained.into_iter().map(taken).collect()
    });
    let people = proptest::collection::vec(unit(), 6).prop_map(|units| {
        let person = |(number, unit): (usize, &str)| format!(r#"{{"id": "p{number}", "name": "P", "unit": "{unit}"}}"#);
        units.into_iter().enumerate().map(person).collect()
    });
    let rules = (1..3_u32, prop_oneof![Just(None), (0..3_u32).prop_map(Some)], any::<bool>()).prop_map(
        |(at_least, at_most, trained)| {
            let load = at_most.map(|most| format!(r#", {{"id": "load", "load": {{"of": "rep", "at_most": {most}}}}}"#));
            let trained = trained.then_some(r#", {"id": "trained", "trained": {"training": "fire"}}"#);
            format!(
                r#"{{"id": "r", "holders": {{"of": "rep", "in": {{"kind": "workplace"}}, "at_least": {at_least}}}}}{}{}"#,
                load.unwrap_or_default(),
                trained.unwrap_or_default()
            )
        },
    );
    (people, proptest::collection::vec(post, 0..6), trained, rules)
}

fn written(people: &[String], posts: &[String], taken: &[String], rules: &str) -> String {
    let workplace = |id: &str, parent: &str| {
        format!(r#"{{"id": "{id}", "name": "{id}", "kind": "workplace", "parent": "{parent}"}}"#)
    };
    let units = [("a", "d"), ("b", "d"), ("c", "d"), ("e", "c")].map(|(id, parent)| workplace(id, parent)).join(", ");
    format!(
        r#""units": [{{"id": "d", "name": "D", "kind": "department"}}, {units}],
        "people": [{}], "assignments": [{}], "completions": [{}], "rules": [{rules}],
        "trainings": [{{"id": "fire", "name": "F", "roles": ["rep"], "renewed_after": 120}}]"#,
        people.join(", "),
        posts.join(", "),
        taken.join(", ")
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_proposal_is_the_same_whatever_the_order_of_the_file((mut people, mut posts, mut taken, rules) in department()) {
        let before = proposed(&written(&people, &posts, &taken, &rules), "d", ON);
        people.reverse();
        posts.reverse();
        taken.reverse();
        prop_assert_eq!(before, proposed(&written(&people, &posts, &taken, &rules), "d", ON));
    }

    #[test]
    fn a_proposal_carried_out_fills_what_it_says_and_breaks_no_rule((people, mut posts, taken, rules) in department()) {
        let findings = |posts: &[String], on: &str| {
            let (organisation, mut index) = organisation(&written(&people, posts, &taken, &rules));
            let coverage = judge(&organisation, &mut index, parse_date(on).unwrap());
            let amiss = coverage.findings.iter().filter(|finding| finding.state != State::Expiring);
            amiss.map(|finding| coverage.id(finding, &organisation, &index)).collect::<Vec<String>>()
        };
        let days = [ON, "2026-08-01", "2026-08-02"];
        let before = days.map(|day| findings(&posts, day));
        let (placed, rest) = proposed(&written(&people, &posts, &taken, &rules), "d", ON);
        for line in &placed {
            let (unit, person) = line.split_once(' ').unwrap();
            posts.push(post("rep", unit, person, &format!(r#", "from": "{ON}""#)));
        }
        for (day, before) in days.into_iter().zip(before) {
            let after = findings(&posts, day);
            let new: Vec<_> = after.iter().filter(|id| !before.contains(id)).collect();
            prop_assert!(new.is_empty(), "{}: {:?}", day, new);
            if day == ON {
                let unmet = after.iter().filter(|id| id.starts_with("r:")).count();
                prop_assert_eq!(unmet, rest.len(), "{:?} are missing, {:?} were told", after, rest);
            }
        }
    }
}
