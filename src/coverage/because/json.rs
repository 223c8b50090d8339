//! A reason as the verdict writes it: `{"kind": …}` and what was found, everything named by its id.

use serde_json::{Map, Value, json};

use super::reason::Reason;
use super::seen::{Named, PostSeen};
use super::view::{AcceptedView, View};

impl Reason {
    /// What kind of reason it is, in the word the verdict writes.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NoUnit { .. } => "no_unit",
            Self::TooFew { .. } => "too_few",
            Self::TooMany { .. } => "too_many",
            Self::NoReportsTo { .. } => "no_reports_to",
            Self::NobodyHolds { .. } => "nobody_holds",
            Self::ReportsToOther { .. } => "reports_to_other",
            Self::NoAppointedBy { .. } => "no_appointed_by",
            Self::NobodyHeld { .. } => "nobody_held",
            Self::AppointedByOther { .. } => "appointed_by_other",
            Self::NotAMember { .. } => "not_a_member",
            Self::NotRepresented { .. } => "not_represented",
            Self::NoTraining { .. } => "no_training",
            Self::NeverTrained { .. } => "never_trained",
            Self::TrainingLapsed { .. } => "training_lapsed",
            Self::NoReviewDate => "no_review_date",
            Self::ReviewOverdue { .. } => "review_overdue",
            Self::NeverDone { .. } => "never_done",
            Self::LastDone { .. } => "last_done",
            Self::NoSubstitute { .. } => "no_substitute",
            Self::TooManyPosts { .. } => "too_many_posts",
            Self::NoRisks => "no_risks",
            Self::RiskNotReviewed { .. } => "risk_not_reviewed",
            Self::RiskOverdue { .. } => "risk_overdue",
        }
    }

    fn fields(&self) -> Value {
        match self {
            Self::NoUnit { unit_kind } => json!({ "unit_kind": unit_kind }),
            Self::TooFew { role, holders, at_least, posts } => {
                json!({ "role": role.id, "holders": holders, "at_least": at_least, "posts": seen(posts) })
            }
            Self::TooMany { role, holders, at_most, posts } => {
                json!({ "role": role.id, "holders": holders, "at_most": at_most, "posts": seen(posts) })
            }
            Self::NoReportsTo { to, expected } => json!({ "to": to.id, "expected": ids(expected) }),
            Self::NobodyHolds { role, posts } | Self::NoSubstitute { role, posts } => {
                json!({ "role": role.id, "posts": seen(posts) })
            }
            Self::ReportsToOther { names, to, expected } => {
                json!({ "names": names.id, "to": to.id, "expected": ids(expected) })
            }
            Self::NoAppointedBy { by } => json!({ "by": by.id }),
            Self::NobodyHeld { role, appointed, posts } => {
                json!({ "role": role.id, "appointed": appointed, "posts": seen(posts) })
            }
            Self::AppointedByOther { names, by, appointed, expected } => {
                json!({ "names": names.id, "by": by.id, "appointed": appointed, "expected": ids(expected) })
            }
            Self::NotAMember { group, held, memberships } => {
                json!({ "group": group.id, "held": seen(held), "memberships": seen(memberships) })
            }
            Self::NotRepresented { group, party, memberships } => {
                json!({ "group": group.id, "party": party.id, "memberships": seen(memberships) })
            }
            Self::NoTraining { training } | Self::NeverTrained { training } => json!({ "training": training.id }),
            Self::TrainingLapsed { training, taken, renewed_after } => {
                json!({ "training": training.id, "taken": taken, "renewed_after": renewed_after })
            }
            Self::NoReviewDate | Self::NoRisks => json!({}),
            Self::ReviewOverdue { review_by } => json!({ "review_by": review_by }),
            Self::NeverDone { every_months } => json!({ "every_months": every_months }),
            Self::LastDone { date, every_months } => json!({ "date": date, "every_months": every_months }),
            Self::TooManyPosts { role, at_most, posts } => {
                json!({ "role": role.id, "at_most": at_most, "posts": seen(posts) })
            }
            Self::RiskNotReviewed { risk } => json!({ "risk": risk.id }),
            Self::RiskOverdue { risk, reviewed, every_months } => {
                json!({ "risk": risk.id, "reviewed": reviewed, "every_months": every_months })
            }
        }
    }
}

impl View {
    /// The word for the reason: `accepted` where the file accepts it.
    pub fn kind(&self) -> &'static str {
        if self.accepted.is_some() { "accepted" } else { self.reason.kind() }
    }

    /// The reason as the verdict writes it. Where the file accepts it, what is accepted stands under `inner`.
    pub fn to_json(&self) -> Value {
        let mut reason = with_kind(self.reason.kind(), self.reason.fields());
        reason.insert("day".into(), json!(self.day));
        let reason = Value::Object(reason);
        let Some(AcceptedView { was, reason: why, who, until }) = &self.accepted else { return reason };
        let mut accepted = with_kind("accepted", json!({ "was": was, "reason": { "sv": why.sv }, "inner": reason }));
        if let Some(en) = &why.en {
            accepted["reason"]["en"] = json!(en);
        }
        accepted.extend(who.as_ref().map(|who| ("who".into(), json!(who.id))));
        accepted.extend(until.map(|until| ("until".into(), json!(until))));
        Value::Object(accepted)
    }
}

fn with_kind(kind: &str, fields: Value) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("kind".into(), json!(kind));
    if let Value::Object(fields) = fields {
        map.extend(fields);
    }
    map
}

fn ids(named: &[Named]) -> Vec<&str> {
    named.iter().map(|named| &*named.id).collect()
}

fn seen(posts: &[PostSeen]) -> Vec<Value> {
    posts.iter().map(post).collect()
}

fn post(post: &PostSeen) -> Value {
    let mut map = Map::new();
    map.insert("role".into(), json!(post.role.id));
    map.insert("unit".into(), json!(post.unit.id));
    map.insert("standing".into(), json!(post.standing));
    map.extend(post.person.as_ref().map(|person| ("person".into(), json!(person.id))));
    map.extend(post.from.map(|from| ("from".into(), json!(from))));
    map.extend(post.until.map(|until| ("until".into(), json!(until))));
    Value::Object(map)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::judge;
    use crate::coverage::testing::organisation;
    use crate::organisation::value::parse_date;

    /// The reason of the first finding.
    fn reason(fields: &str, on: &str) -> Value {
        let (organisation, mut index) = organisation(fields);
        let coverage = judge(&organisation, &mut index, parse_date(on).unwrap());
        View::new(&coverage.findings[0], &coverage, &organisation, &index).to_json()
    }

    const FILE: &str = r#"
        "units": [{"id": "a", "name": "A", "kind": "workplace"}],
        "people": [{"id": "p", "name": "P"}],
        "assignments": [{"role": "x", "unit": "a"}, {"role": "x", "unit": "a", "person": "p", "until": "2026-07-31"}],
        "exceptions": [{"finding": "r:a", "reason": {"sv": "Flytt", "en": "Move"}, "who": "p"}],
        "rules": [{"id": "r", "holders": {"of": "x", "in": {"kind": "workplace"}}}]"#;

    #[test]
    fn what_is_about_to_fail_is_told_as_of_the_day_it_does() {
        let told = json!({
            "kind": "too_few", "day": "2026-08-01", "role": "x", "holders": 0, "at_least": 1, "posts": [
                { "role": "x", "unit": "a", "standing": "vacant" },
                { "role": "x", "unit": "a", "standing": "ended", "person": "p", "until": "2026-07-31" },
            ]
        });
        assert_eq!(reason(FILE, "2026-07-01"), told);
    }

    #[test]
    fn what_is_accepted_keeps_its_own_reason_inside() {
        let told = reason(FILE, "2026-08-01");
        assert_eq!(told["kind"], "accepted");
        assert_eq!(told["was"], "missing");
        assert_eq!(told["reason"], json!({ "sv": "Flytt", "en": "Move" }));
        assert_eq!((&told["who"], &told["until"]), (&json!("p"), &Value::Null));
        assert_eq!(told["inner"]["kind"], "too_few");
    }
}
