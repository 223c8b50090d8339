//! A reason as the verdict writes it: `{"kind": …}` and what was found, everything named by its id.

use super::group::JsonFields;
use super::view::{AcceptedView, BecauseView};

impl BecauseView {
    /// The word for the reason: `accepted` where the file accepts it.
    pub fn kind(&self) -> &'static str {
        if self.accepted.is_some() { "accepted" } else { self.reason.kind() }
    }

    /// The reason as the verdict writes it. Where the file accepts it, what is accepted stands under `inner`.
    pub fn to_json(&self) -> String {
        let mut reason = JsonFields::default();
        reason.add("kind", &self.reason.kind()).add("day", &self.day);
        self.reason.write_fields(&mut reason);
        let Some(AcceptedView { was, reason: why, who, until }) = &self.accepted else { return reason.written() };
        let mut said = JsonFields::default();
        said.add("sv", &&*why.sv).add_some("en", why.en.as_deref().as_ref());
        let mut accepted = JsonFields::default();
        accepted
            .add("kind", &"accepted")
            .add("was", was)
            .put_written("reason", said.written())
            .put_written("inner", reason.written());
        accepted.add_some("who", who.as_ref().map(|who| &*who.id).as_ref()).add_some("until", until.as_ref());
        accepted.written()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::BecauseView;
    use crate::coverage::judge;
    use crate::coverage::testing::organisation;
    use crate::organisation::value::parse_date;

    /// The reason of the first finding.
    fn reason(fields: &str, on: &str) -> Value {
        let (organisation, mut index) = organisation(fields);
        let coverage = judge(&organisation, &mut index, parse_date(on).unwrap());
        let written = BecauseView::new(&coverage.findings[0], &coverage, &organisation, &index).to_json();
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
