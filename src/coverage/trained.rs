//! `trained`: every current holder of some roles has taken a training, and not too long ago.

use super::because::TrainingCause;
use super::look::{JudgeContext, held, held_since};
use super::time::{Changes, DaySpan, covered, lasts};
use super::visit::{Judgement, Terms, Visit, hand_out};
use super::{Coverage, State, Subject};
use crate::organisation::index::Post;
use crate::organisation::rule::{Shape, Trained};
use crate::organisation::sort;
use crate::organisation::value::Date;
use crate::organisation::work::Training;
use crate::organisation::{Index, Organisation};

/// How a holder of a role that a training is asked of stands with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trainee {
    /// The unit where the role is held.
    pub unit: u32,
    /// Number of the person who holds the role.
    pub person: u32,
    /// Met, expiring or missing.
    pub state: State,
    /// The last day for which what was taken is good, past or to come. None where it was never taken, or is good for
    /// ever.
    pub until: Option<Date>,
    /// Whether the role is still held on the day after that.
    pub stays: bool,
}

/// The roles a training is asked of: those it names itself, and those that the rules in force ask it of.
pub fn asked_of<'t>(training: &'t Training<'_>, coverage: &'t Coverage<'_>) -> Vec<&'t str> {
    let by_rules = coverage.rules.iter().filter_map(|verdict| match &verdict.rule.shape {
        Shape::Trained(shape) if *shape.training == *training.id => Some(&shape.who),
        _ => None,
    });
    let asked = std::iter::once(&training.roles).chain(by_rules).flatten();
    let mut roles: Vec<&str> = asked.map(|role| &**role).collect();
    sort::all(&mut roles);
    roles.dedup();
    roles
}

/// Everyone a training is asked of on the day of `coverage`, whether a rule demands it or the training alone does.
pub fn trainees(
    training: &Training<'_>,
    organisation: &Organisation<'_>,
    index: &Index,
    coverage: &Coverage<'_>,
) -> Vec<Trainee> {
    let roles: Vec<u32> = asked_of(training, coverage).iter().filter_map(|role| index.roles.find(role)).collect();
    let mut trainees = Trainees { on: coverage.on, all: Vec::new() };
    holders(training, &roles, &JudgeContext { organisation, index }, &mut trainees);
    trainees.all
}

/// Notes how those a training is asked of stand on a day.
struct Trainees {
    on: Date,
    all: Vec<Trainee>,
}

impl Visit for Trainees {
    fn subject(&mut self, subject: Subject, judge: &dyn Fn(Date) -> Option<Judgement>, terms: Terms<'_>) {
        let (Subject::Holder { unit, person }, Some(judged)) = (subject, judge(self.on)) else { return };
        let state = match judged {
            Judgement::Met => State::Met,
            Judgement::Expiring { .. } => State::Expiring,
            Judgement::Not { state, .. } => state,
        };
        let (mut posts, mut taken) = (Vec::new(), Vec::new());
        terms(&mut |term| if term.assignment.is_some() { posts.push(term.span) } else { taken.push(term.span) });
        let until = lasts(taken.into_iter(), self.on);
        let after = until.and_then(|until| until.succ_opt());
        let stays = after.is_some_and(|day| covered(posts.into_iter(), day));
        self.all.push(Trainee { unit, person, state, until, stays });
    }
}

pub(super) fn subjects(shape: &Trained<'_>, look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let Some(training) = look.organisation.trainings.iter().find(|training| *training.id == *shape.training) else {
        look.each_holder(&look.roles(&shape.who), |unit, person, posts| {
            let judge = |day: Date| held(posts, day).then_some(Judgement::unknown(TrainingCause::NoTraining));
            visit.subject(Subject::Holder { unit, person }, &judge, &|each| hand_out(posts.iter().copied(), each));
        });
        return;
    };
    let roles = look.roles(if shape.who.is_empty() { &training.roles } else { &shape.who });
    holders(training, &roles, look, visit);
}

/// Tells of those who hold one of the roles, and how they stand with the training.
fn holders(training: &Training<'_>, roles: &[u32], look: &JudgeContext<'_, '_>, visit: &mut dyn Visit) {
    let taken = taken(&training.id, training.renewed_after, look.organisation, look.index);
    look.each_holder(roles, |unit, person, posts| {
        let start = taken.partition_point(|(who, _)| *who < person);
        let end = taken.partition_point(|(who, _)| *who <= person);
        let taken = &taken[start..end];
        let judge = |day: Date| held(posts, day).then(|| judge_holder(posts, taken, day));
        visit.subject(Subject::Holder { unit, person }, &judge, &|each| {
            hand_out(posts.iter().copied(), each);
            hand_out(taken.iter().map(|(_, span)| *span), each);
        });
    });
}

/// Who has taken the training, and when that is good for, by person and day.
pub(super) fn taken(
    training: &str,
    renewed_after: Option<u32>,
    organisation: &Organisation<'_>,
    index: &Index,
) -> Vec<(u32, DaySpan)> {
    let completions = organisation.completions.iter().filter(|completion| completion.training == training);
    let mut taken: Vec<(u32, DaySpan)> = completions
        .filter_map(|completion| Some((index.person(&completion.person)?, completion.date)))
        .map(|(person, date)| match renewed_after {
            Some(months) => (person, DaySpan::months(date, months)),
            None => (person, DaySpan { from: Some(date), until: None }),
        })
        .collect();
    sort::all(&mut taken);
    taken
}

fn judge_holder(posts: &[&Post], taken: &[(u32, DaySpan)], on: Date) -> Judgement {
    let good = || taken.iter().map(|(_, span)| *span);
    let last = |day: Date| good().rev().find(|span| span.from <= Some(day));
    let because = |day: Date| {
        last(day)
            .and_then(|span| span.from)
            .map_or(TrainingCause::NeverTrained, |taken| TrainingCause::Lapsed { taken })
    };
    if covered(good(), on) {
        let changes = Changes::of(posts.iter().map(|post| DaySpan::of(post)).chain(good()), on);
        let fails = |day: Date| held(posts, day) && !covered(good(), day);
        return Judgement::met_until(changes.first(|day| fails(day).then(|| because(day))));
    }
    Judgement::missing(last(on).and_then(DaySpan::after).max(held_since(posts.iter().copied(), on)), because(on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::judge;
    use crate::coverage::testing::{organisation, told};
    use crate::organisation::value::parse_date;

    fn file(completions: &str) -> String {
        format!(
            r#""units": [{{"id": "a", "name": "A", "kind": "workplace"}}],
            "people": [{{"id": "p", "name": "P"}}],
            "assignments": [{{"role": "x", "unit": "a", "person": "p", "from": "2025-01-01", "until": "2026-12-31"}}],
            "trainings": [{{"id": "fire", "name": "Brand", "roles": ["x"], "renewed_after": 24}}],
            "completions": [{completions}],
            "rules": [{{"id": "r", "trained": {{"training": "fire"}}}}]"#
        )
    }

    fn taken(date: &str) -> String {
        file(&format!(r#"{{"training": "fire", "person": "p", "date": "{date}"}}"#))
    }

    #[test]
    fn a_holder_who_never_took_it_is_missing_since_the_post_began() {
        assert_eq!(told(&file(""), "2026-07-01"), ["r:a:p missing since 2025-01-01"]);
        assert_eq!(told(&taken("2026-07-02"), "2026-07-01"), ["r:a:p missing since 2025-01-01"], "still to come");
    }

    #[test]
    fn it_is_good_through_the_day_it_must_be_renewed() {
        assert!(told(&taken("2025-06-01"), "2026-07-01").is_empty());
        assert_eq!(told(&taken("2024-07-01"), "2026-07-01"), ["r:a:p expiring until 2026-07-01"]);
        assert_eq!(told(&taken("2024-06-30"), "2026-07-01"), ["r:a:p missing since 2026-07-01"]);
    }

    #[test]
    fn a_lapse_after_the_post_has_ended_does_not_matter() {
        assert_eq!(told(&taken("2024-12-30"), "2026-12-01"), ["r:a:p expiring until 2026-12-30"]);
        assert!(told(&taken("2024-12-31"), "2026-12-01").is_empty());
    }

    #[test]
    fn a_training_that_is_not_in_the_file_is_unknown() {
        let file = file("").replace(r#"{"training": "fire"}"#, r#"{"training": "gone", "who": ["x"]}"#);
        assert_eq!(told(&file, "2026-07-01"), ["r:a:p unknown"]);
    }

    /// Everyone the first training is asked of: who, how they stand, and the last day it is good for.
    fn listed(file: &str) -> Vec<String> {
        let (organisation, mut index) = organisation(file);
        let coverage = judge(&organisation, &mut index, parse_date("2026-07-01").unwrap());
        let all = trainees(&organisation.trainings[0], &organisation, &index, &coverage);
        let line = |one: &Trainee| {
            let until = one.until.map(|day| format!(" until {day}")).unwrap_or_default();
            let leaves = if one.until.is_some() && !one.stays { ", has left by then" } else { "" };
            format!("{} {}{until}{leaves}", organisation.people[one.person as usize].id, one.state.word())
        };
        all.iter().map(line).collect()
    }

    #[test]
    fn those_a_training_is_asked_of_are_listed_without_any_rule() {
        let without = |file: String| file.replace(r#"{"id": "r", "trained": {"training": "fire"}}"#, "");
        assert_eq!(listed(&without(file(""))), ["p missing"]);
        assert_eq!(listed(&without(taken("2024-06-30"))), ["p missing until 2026-06-30"]);
        assert_eq!(listed(&without(taken("2024-07-01"))), ["p expiring until 2026-07-01"]);
        assert_eq!(listed(&without(taken("2025-06-01"))), ["p met until 2027-06-01, has left by then"]);
        assert_eq!(listed(&without(taken("2025-06-01")).replace(r#", "renewed_after": 24"#, "")), ["p met"]);
    }

    #[test]
    fn a_rule_asks_a_training_of_more_than_the_training_itself_does() {
        let nobody = file("").replace(r#""roles": ["x"]"#, r#""roles": []"#);
        assert!(listed(&nobody).is_empty());
        let ruled = nobody.replace(r#"{"training": "fire"}"#, r#"{"training": "fire", "who": ["x"]}"#);
        assert_eq!(listed(&ruled), ["p missing"]);
    }

    #[test]
    fn a_training_taken_again_in_time_lasts_as_one() {
        let again = r#"{"training": "fire", "person": "p", "date": "2024-08-01"},
            {"training": "fire", "person": "p", "date": "2025-08-01"}"#;
        assert_eq!(listed(&file(again).replace("2026-12-31", "2029-12-31")), ["p met until 2027-08-01"]);
    }
}
