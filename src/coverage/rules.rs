//! The rules in force: those of the file, and those of the packs it names.

use super::packs::{self, DEFAULT};
use crate::organisation::Organisation;
use crate::organisation::canonical::in_one_order;
use crate::organisation::rule::Rule;
use crate::organisation::sort;
use crate::organisation::write::json;

/// The rules in force, by id.
///
/// A file that names no packs and has no rules gets the pack [`DEFAULT`]. A rule of the file takes the place of a
/// pack's rule with its id, and a rule of a pack that of the same id in a pack named later.
pub fn in_force<'a>(organisation: &Organisation<'a>) -> Vec<Rule<'a>> {
    let mut rules: Vec<Rule<'a>> = organisation.rules.items.clone();
    for id in packs_named(organisation) {
        for rule in packs::rules(id).unwrap_or_default() {
            rules.push(rule.clone());
        }
    }
    // The sort is stable: of rules with one id the first, so the file's before any pack's, stays.
    sort::by(&mut rules, |a, b| a.id.cmp(&b.id));
    rules.dedup_by(|later, first| later.id == first.id);
    rules
}

/// The ids of the packs that apply, whether there are such packs or not.
pub fn packs_named<'o>(organisation: &'o Organisation<'_>) -> Vec<&'o str> {
    match &organisation.packs {
        Some(packs) => packs.iter().map(|id| &**id).collect(),
        // Rules that could not be used are rules all the same: the file meant to have its own.
        None if organisation.rules.is_empty() && organisation.rules.set_aside.is_empty() => vec![DEFAULT],
        None => Vec::new(),
    }
}

/// The indices, in the file's `packs`, of ids that no built-in pack has.
pub fn unknown_packs(organisation: &Organisation<'_>) -> Vec<usize> {
    let packs = organisation.packs.iter().flatten().enumerate();
    packs.filter(|(_, id)| packs::rules(id).is_none()).map(|(index, _)| index).collect()
}

/// The rules in force as text that is the same whatever the order of anything in the file: a line of JSON for each,
/// by id. Its hash tells whether two verdicts were reached by the same rules.
pub fn rules_text(organisation: &Organisation<'_>) -> String {
    let mut text = String::new();
    for rule in in_force(organisation) {
        text.push_str(&in_one_order(&json(&rule)));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::testing::organisation;

    fn ids(file: &str) -> Vec<String> {
        in_force(&organisation(file).0).iter().map(|rule| rule.id.to_string()).collect()
    }

    #[test]
    fn a_file_with_neither_packs_nor_rules_gets_the_default_pack() {
        assert_eq!(ids("").len(), packs::rules(DEFAULT).unwrap().len());
        assert!(ids(r#""packs": []"#).is_empty());
    }

    #[test]
    fn a_file_with_rules_only_gets_no_pack() {
        assert_eq!(ids(r#""rules": [{"id": "r", "exists": {"kind": "group"}}]"#), ["r"]);
        assert!(ids(r#""rules": [{"id": "r"}]"#).is_empty(), "a rule that cannot be used is a rule all the same");
    }

    #[test]
    fn a_rule_of_the_file_takes_the_place_of_the_packs() {
        let file = r#""packs": ["tyreso-2016"], "rules": [{"id": "group-exists", "exists": {"kind": "company"}}]"#;
        let (organisation, _) = organisation(file);
        let rules = in_force(&organisation);
        assert_eq!(rules.len(), packs::rules(DEFAULT).unwrap().len());
        assert!(rules.contains(&organisation.rules[0]));
    }

    #[test]
    fn unknown_packs_are_told_by_their_place() {
        let (organisation, _) = organisation(r#""packs": ["tyreso-2016", "mars"]"#);
        assert_eq!(unknown_packs(&organisation), [1]);
    }

    #[test]
    fn the_text_of_the_rules_is_the_same_in_any_order() {
        let one =
            r#""rules": [{"id": "a", "members": {"every": ["x", "y"]}}, {"id": "b", "exists": {"kind": "group"}}]"#;
        let other =
            r#""rules": [{"exists": {"kind": "group"}, "id": "b"}, {"id": "a", "members": {"every": ["y", "x"]}}]"#;
        let text = rules_text(&organisation(one).0);
        assert_eq!(text, rules_text(&organisation(other).0));
        assert_eq!(text.lines().count(), 2);
    }
}
