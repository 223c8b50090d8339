//! `exists`: there is a unit of this kind.

use super::Subject;
use super::because::KindCause;
use super::look::JudgeContext;
use super::visit::{Judgement, Visit};
use crate::organisation::rule::Exists;

pub(super) fn subjects(shape: &Exists<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let there = look.index.kinds.contains(&shape.kind);
    let judged = if there { Judgement::Met } else { Judgement::missing(None, KindCause::NoUnit { kind: shape.kind }) };
    visit.subject(Subject::Kind(shape.kind), &|_| Some(judged), &|_| ());
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::told;

    const RULE: &str = r#""rules": [{"id": "r", "exists": {"kind": "group"}}]"#;

    #[test]
    fn a_kind_without_a_unit_is_missing() {
        assert_eq!(told(RULE, "2026-07-01"), ["r:group missing"]);
    }

    #[test]
    fn one_unit_of_the_kind_is_enough() {
        let file = format!(r#"{RULE}, "units": [{{"id": "g", "name": "G", "kind": "group"}}]"#);
        assert!(told(&file, "2026-07-01").is_empty());
    }
}
