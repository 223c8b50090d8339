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

    /// The posts that a reason tells, as `standing role unit person`, by the alphabet.
    fn posts(reason: &Value, field: &str) -> Vec<String> {
        let word = |post: &Value, field: &str| post[field].as_str().unwrap_or("nobody").to_owned();
        let line = |post: &Value| ["standing", "role", "unit", "person"].map(|field| word(post, field)).join(" ");
        let mut lines: Vec<String> = reason[field].as_array().expect("a list of posts").iter().map(line).collect();
        crate::organisation::sort::all(&mut lines);
        lines
    }

    const PLACES: &str = r#""units": [{"id": "a", "name": "A", "kind": "workplace"}, {"id": "b", "name": "B", "kind": "workplace"},
            {"id": "g", "name": "G", "kind": "group"}, {"id": "police", "name": "P", "kind": "party"}, {"id": "rescue", "name": "R", "kind": "party"}],
        "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}]"#;

    #[test]
    fn every_post_is_told_as_it_stands_that_day() {
        let file = format!(
            r#"{PLACES}, "assignments": [{{"role": "x", "unit": "a"}}, {{"role": "x", "unit": "a", "person": "gone"}},
                {{"role": "x", "unit": "a", "person": "p", "from": "2026-07-01"}},
                {{"role": "x", "unit": "a", "person": "q", "substitute_for": "p"}},
                {{"role": "x", "unit": "a", "person": "q", "from": "2026-07-02"}},
                {{"role": "x", "unit": "a", "person": "p", "until": "2026-06-30"}}],
            "rules": [{{"id": "r", "holders": {{"of": "x", "in": {{"kind": "workplace"}}, "at_least": 9}}}}]"#
        );
        let told = posts(&reason(&file, "2026-07-01"), "posts");
        let standing = [
            "coming x a q",
            "ended x a p",
            "held x a p",
            "not_in_file x a gone",
            "substitute x a q",
            "vacant x a nobody",
        ];
        assert_eq!(told, standing);
    }

    #[test]
    fn who_holds_too_many_is_told_with_their_own_posts_in_that_role() {
        let post = |role: &str, unit: &str, person: &str| {
            format!(r#"{{"role": "{role}", "unit": "{unit}", "person": "{person}"}}"#)
        };
        let all = [post("x", "a", "p"), post("x", "b", "p"), post("y", "a", "p"), post("x", "a", "q")].join(",");
        let file = format!(
            r#"{PLACES}, "assignments": [{all}], "rules": [{{"id": "r", "load": {{"of": "x", "at_most": 1}}}}]"#
        );
        assert_eq!(posts(&reason(&file, "2026-07-01"), "posts"), ["held x a p", "held x b p"]);
    }

    #[test]
    fn who_misses_in_a_group_is_told_with_the_memberships_they_had() {
        let member = |person: &str, party: &str, until: &str| {
            format!(
                r#"{{"role": "member", "unit": "g", "person": "{person}", "on_behalf_of": "{party}", "until": "{until}"}}"#
            )
        };
        let all = [member("p", "police", "2026-01-31"), member("q", "rescue", "2027-01-31")].join(",");
        let file = |rule: &str| {
            format!(
                r#"{PLACES}, "assignments": [{{"role": "x", "unit": "a", "person": "p"}}, {{"role": "guest", "unit": "g", "person": "p"}}, {all}],
                "rules": [{{"id": "r", {rule}}}]"#
            )
        };
        let not_a_member = reason(&file(r#""members": {"group": "g", "every": ["x"]}"#), "2026-07-01");
        assert_eq!(posts(&not_a_member, "held"), ["held x a p"]);
        assert_eq!(posts(&not_a_member, "memberships"), ["ended member g p"]);
        let not_represented = reason(&file(r#""represented": {"group": "g", "parties": ["police"]}"#), "2026-07-01");
        assert_eq!(posts(&not_represented, "memberships"), ["ended member g p"]);
    }

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
