//! The built-in rule packs. A pack is a file of the format with nothing but rules in it, read like any other.

use std::sync::OnceLock;

use crate::organisation::read;
use crate::organisation::rule::Rule;

/// The pack of a file that names no packs and has no rules.
pub const DEFAULT: &str = "tyreso-2016";

/// A built-in pack.
struct Pack {
    id: &'static str,
    text: &'static str,
    rules: OnceLock<Vec<Rule<'static>>>,
}

/// The list of packs.
static PACKS: [Pack; 6] = [
    pack(DEFAULT, include_str!("packs/tyreso_2016.json")),
    pack("skyddsombud", include_str!("packs/skyddsombud.json")),
    pack("crime-prevention-2023", include_str!("packs/crime_prevention_2023.json")),
    pack("security-protection-2018", include_str!("packs/security_protection_2018.json")),
    pack("fire-and-cpr", include_str!("packs/fire_and_cpr.json")),
    pack("risk-follow-up", include_str!("packs/risk_follow_up.json")),
];

const fn pack(id: &'static str, text: &'static str) -> Pack {
    Pack { id, text, rules: OnceLock::new() }
}

/// The ids of the built-in packs.
pub fn ids() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|pack| pack.id)
}

/// The rules of a pack; `None` when there is none of that id.
pub fn rules(id: &str) -> Option<&'static [Rule<'static>]> {
    let pack = PACKS.iter().find(|pack| pack.id == id)?;
    // A test reads every pack, so there is nothing to tell here.
    Some(pack.rules.get_or_init(|| read(pack.text, &mut |_| ()).map(|(file, _)| file.rules.items).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::person::{BUILT_IN_ROLES, PACK_ROLES};
    use crate::organisation::rule::Severity;
    use crate::organisation::value::Language;

    #[test]
    fn every_pack_can_be_read_and_every_rule_says_what_and_whence() {
        for pack in &PACKS {
            let (file, problems) = read(pack.text, &mut |_| ()).unwrap();
            assert_eq!(problems.list, [], "{}", pack.id);
            assert!(!file.rules.is_empty());
            for rule in &file.rules.items {
                let text = rule.text.as_ref().unwrap();
                assert_ne!(text.say(Language::Swedish), text.say(Language::English), "{}", rule.id);
                assert!(rule.source.is_some() && rule.severity.is_some(), "{}", rule.id);
            }
        }
    }

    #[test]
    fn no_two_packs_have_a_rule_of_one_id() {
        let mut ids: Vec<_> = ids().flat_map(|pack| rules(pack).unwrap()).map(|rule| rule.id.to_string()).collect();
        let all = ids.len();
        crate::organisation::sort::all(&mut ids);
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    #[test]
    fn every_role_a_pack_asks_for_is_known_by_name() {
        for rule in ids().flat_map(|pack| rules(pack).unwrap()) {
            for role in rule.shape.roles() {
                assert!(BUILT_IN_ROLES.contains(&role) || PACK_ROLES.contains(&role), "{}: {role}", rule.id);
            }
        }
    }

    #[test]
    fn tyreso_2016_has_the_rules_it_is_known_for() {
        let of = |severity| {
            let rules = rules("tyreso-2016").unwrap().iter().filter(move |rule| rule.severity() == severity);
            rules.map(|rule| &*rule.id).collect::<Vec<_>>()
        };
        let must = [
            "security-unit-exists",
            "group-exists",
            "party-exists",
            "head-of-security",
            "crime-prevention-officer",
            "coordinator-per-department",
            "representative-per-workplace",
            "coordinator-reports-to-head",
            "coordinator-appointed-by-head",
            "group-has-security-unit",
            "group-has-coordinators",
            "group-has-parties",
        ];
        assert_eq!(of(Severity::Must), must);
        assert_eq!(
            of(Severity::Should),
            ["coordinator-duties", "group-work", "policies-reviewed", "department-inventory"]
        );
    }
}
