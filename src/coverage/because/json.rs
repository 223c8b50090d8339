//! A reason as the verdict writes it: `{"kind": …}` and what was found, everything named by its id.

use super::reason::Reason;
use super::seen::{Named, PostSeen};
use super::view::{AcceptedView, View};
use crate::organisation::record::Value;
use crate::organisation::sort;
use crate::organisation::write::{Object, json, write_list};

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
            Self::NoDueDay => "no_due_day",
            Self::MeasureOverdue { .. } => "measure_overdue",
            Self::NeverDone { .. } => "never_done",
            Self::LastDone { .. } => "last_done",
            Self::NoSubstitute { .. } => "no_substitute",
            Self::TooManyPosts { .. } => "too_many_posts",
            Self::NoRisks => "no_risks",
            Self::RiskNotReviewed { .. } => "risk_not_reviewed",
            Self::RiskOverdue { .. } => "risk_overdue",
        }
    }

    fn write_fields(&self, object: &mut Fields) {
        match self {
            Self::NoUnit { unit_kind } => object.add("unit_kind", unit_kind),
            Self::TooFew { role, holders, at_least, posts } => {
                object.id("role", role).add("holders", holders).add("at_least", at_least).posts("posts", posts)
            }
            Self::TooMany { role, holders, at_most, posts } => {
                object.id("role", role).add("holders", holders).add("at_most", at_most).posts("posts", posts)
            }
            Self::NoReportsTo { to, expected } => object.id("to", to).ids("expected", expected),
            Self::NobodyHolds { role, posts } | Self::NoSubstitute { role, posts } => {
                object.id("role", role).posts("posts", posts)
            }
            Self::ReportsToOther { names, to, expected } => {
                object.id("names", names).id("to", to).ids("expected", expected)
            }
            Self::NoAppointedBy { by } => object.id("by", by),
            Self::NobodyHeld { role, appointed, posts } => {
                object.id("role", role).add("appointed", appointed).posts("posts", posts)
            }
            Self::AppointedByOther { names, by, appointed, expected } => {
                object.id("names", names).id("by", by).add("appointed", appointed).ids("expected", expected)
            }
            Self::NotAMember { group, held, memberships } => {
                object.id("group", group).posts("held", held).posts("memberships", memberships)
            }
            Self::NotRepresented { group, party, memberships } => {
                object.id("group", group).id("party", party).posts("memberships", memberships)
            }
            Self::NoTraining { training } | Self::NeverTrained { training } => object.id("training", training),
            Self::TrainingLapsed { training, taken, renewed_after } => {
                object.id("training", training).add("taken", taken).add("renewed_after", renewed_after)
            }
            Self::NoReviewDate | Self::NoDueDay | Self::NoRisks => object,
            Self::ReviewOverdue { review_by } => object.add("review_by", review_by),
            Self::MeasureOverdue { due } => object.add("due", due),
            Self::NeverDone { every_months } => object.add("every_months", every_months),
            Self::LastDone { date, every_months } => object.add("date", date).add("every_months", every_months),
            Self::TooManyPosts { role, at_most, posts } => {
                object.id("role", role).add("at_most", at_most).posts("posts", posts)
            }
            Self::RiskNotReviewed { risk } => object.id("risk", risk),
            Self::RiskOverdue { risk, reviewed, every_months } => {
                object.id("risk", risk).add("reviewed", reviewed).add("every_months", every_months)
            }
        };
    }
}

impl View {
    /// The word for the reason: `accepted` where the file accepts it.
    pub fn kind(&self) -> &'static str {
        if self.accepted.is_some() { "accepted" } else { self.reason.kind() }
    }

    /// The reason as the verdict writes it. Where the file accepts it, what is accepted stands under `inner`.
    pub fn to_json(&self) -> String {
        let mut reason = Fields::default();
        reason.add("kind", &self.reason.kind()).add("day", &self.day);
        self.reason.write_fields(&mut reason);
        let Some(AcceptedView { was, reason: why, who, until }) = &self.accepted else { return reason.written() };
        let mut said = Fields::default();
        said.add("sv", &&*why.sv).add_some("en", why.en.as_deref().as_ref());
        let mut accepted = Fields::default();
        accepted.add("kind", &"accepted").add("was", was).put("reason", said.written()).put("inner", reason.written());
        accepted.add_some("who", who.as_ref().map(|who| &*who.id).as_ref()).add_some("until", until.as_ref());
        accepted.written()
    }
}

/// The fields of an object, written, to be sorted by key.
#[derive(Default)]
struct Fields(Vec<(&'static str, String)>);

impl Fields {
    fn put(&mut self, key: &'static str, value: String) -> &mut Self {
        self.0.push((key, value));
        self
    }

    fn add(&mut self, key: &'static str, value: &dyn Value<'_>) -> &mut Self {
        self.put(key, json(value))
    }

    fn add_some<'a>(&mut self, key: &'static str, value: Option<&impl Value<'a>>) -> &mut Self {
        if let Some(value) = value {
            self.add(key, value);
        }
        self
    }

    fn id(&mut self, key: &'static str, named: &Named) -> &mut Self {
        self.add(key, &&*named.id)
    }

    fn ids(&mut self, key: &'static str, named: &[Named]) -> &mut Self {
        let mut ids = String::new();
        write_list(named, &mut ids, |named, out| (&*named.id).write(out));
        self.put(key, ids)
    }

    fn posts(&mut self, key: &'static str, posts: &[PostSeen]) -> &mut Self {
        let mut seen = String::new();
        write_list(posts, &mut seen, |post, out| out.push_str(&self::post(post)));
        self.put(key, seen)
    }

    fn written(mut self) -> String {
        sort::by_key(&mut self.0, |(key, _)| *key);
        let mut out = String::new();
        let mut object = Object::new(&mut out);
        for (key, value) in self.0 {
            object.key(key).push_str(&value);
        }
        object.end();
        out
    }
}

fn post(post: &PostSeen) -> String {
    let mut fields = Fields::default();
    fields.id("role", &post.role).id("unit", &post.unit).add("standing", &post.standing);
    fields.add_some("person", post.person.as_ref().map(|person| &*person.id).as_ref());
    fields.add_some("from", post.from.as_ref()).add_some("until", post.until.as_ref());
    fields.written()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::View;
    use crate::coverage::judge;
    use crate::coverage::testing::organisation;
    use crate::organisation::value::parse_date;

    /// The reason of the first finding.
    fn reason(fields: &str, on: &str) -> Value {
        let (organisation, mut index) = organisation(fields);
        let coverage = judge(&organisation, &mut index, parse_date(on).unwrap());
        let written = View::new(&coverage.findings[0], &coverage, &organisation, &index).to_json();
        serde_json::from_str(&written).unwrap()
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
