//! The sweep over a year is the same as a check of each of its days.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

mod generated;

use chrono::{Days, Months, NaiveDate};
use ombud::coverage::forecast::{Forecast, forecast};
use ombud::coverage::{State, judge};
use ombud::organisation::{Index, Organisation, read};
use proptest::prelude::*;
use serde_json::Value;

use generated::{ON, file};

/// For every rule by id, its subjects and how many of them hold.
type Figures = Vec<(String, u32, u32)>;

/// For every rule by id, its gaps, what is not known and what is accepted.
type Unmet = Vec<(String, [u32; 3])>;

/// A check of the day.
fn checked(organisation: &Organisation<'_>, index: &mut Index, day: NaiveDate) -> Figures {
    let rules = judge(organisation, index, day).rules;
    let figures = |verdict: &ombud::coverage::RuleVerdict<'_>| {
        let tally = verdict.tally;
        (verdict.rule.id.to_string(), tally.applicable, tally.met + tally.expiring)
    };
    rules.iter().map(figures).collect()
}

/// What is not met, by a check of the day and by the forecast.
fn unmet(organisation: &Organisation<'_>, index: &mut Index, forecast: &Forecast<'_>, day: NaiveDate) -> [Unmet; 2] {
    let rules = judge(organisation, index, day).rules;
    let checked = rules.iter().map(|verdict| {
        let tally = verdict.tally;
        (verdict.rule.id.to_string(), [tally.gaps(), tally.unknown, tally.accepted])
    });
    let foreseen = forecast.courses.iter().map(|course| {
        let step = course.gaps_on(day);
        (course.rule.id.to_string(), [step.gaps, step.unknown, step.accepted])
    });
    [checked.collect(), foreseen.collect()]
}

/// The ids of what does not hold that day.
fn failing(organisation: &Organisation<'_>, index: &mut Index, day: NaiveDate) -> Vec<String> {
    let coverage = judge(organisation, index, day);
    let fails = coverage.findings.iter().filter(|finding| finding.state != State::Expiring);
    fails.map(|finding| coverage.id(finding, organisation, index)).collect()
}

fn foreseen(forecast: &Forecast<'_>, day: NaiveDate) -> Figures {
    let figures = forecast.courses.iter().map(|course| (course.rule.id.to_string(), course.on(day)));
    figures.map(|(id, step)| (id, step.applicable, step.met)).collect()
}

fn opened<T>(file: &Value, each: impl FnOnce(&Organisation<'_>, &mut Index) -> T) -> T {
    let text = file.to_string();
    let (mut organisation, mut problems) = read(&text, &mut |_| ()).unwrap();
    let mut index = Index::new(&mut organisation, &text, &mut problems);
    each(&organisation, &mut index)
}

proptest! {
    // Each case judges up to fourteen months of days, some of them twice.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_steps_are_those_of_a_check_of_every_day(file in file(), later in 0_u64..62, months in 0_u32..15) {
        opened(&file, |organisation, index| {
            let from = ON + Days::new(later);
            let forecast = forecast(organisation, index, from, months, None);
            prop_assert_eq!(forecast.last, from + Months::new(months));
            let (mut days, mut before) = (Vec::new(), None);
            for day in from.iter_days().take_while(|day| *day <= forecast.last) {
                let figures = checked(organisation, index, day);
                prop_assert_eq!(&foreseen(&forecast, day), &figures, "{}", day);
                if before.as_ref() != Some(&figures) {
                    days.push(day);
                }
                before = Some(figures);
            }
            prop_assert_eq!(forecast.days(), days);
            Ok(())
        })?;
    }

    #[test]
    fn each_day_that_has_been_is_as_a_check_of_the_file_on_that_day(file in file(), back in 0_u32..13) {
        opened(&file, |organisation, index| {
            let from = ON - Months::new(back);
            let swept = forecast(organisation, index, from, back, None);
            for day in from.iter_days().take_while(|day| *day <= ON) {
                prop_assert_eq!(&foreseen(&swept, day), &checked(organisation, index, day), "{}", day);
                let [checked, seen] = unmet(organisation, index, &swept, day);
                prop_assert_eq!(seen, checked, "{}", day);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_not_met_is_told_apart_as_by_a_check_of_every_day(file in file(), months in 0_u32..15) {
        opened(&file, |organisation, index| {
            let forecast = forecast(organisation, index, ON, months, None);
            for day in ON.iter_days().take_while(|day| *day <= forecast.last) {
                let [checked, foreseen] = unmet(organisation, index, &forecast, day);
                prop_assert_eq!(foreseen, checked, "{}", day);
            }
            for course in &forecast.courses {
                let (first, last) = (course.gaps_on(ON).gaps, course.gaps_on(forecast.last).gaps);
                prop_assert_eq!(first + course.turns.appear - course.turns.go, last);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_falls_fails_that_day_and_did_not_the_day_before(file in file(), months in 1_u32..15) {
        opened(&file, |organisation, index| {
            let forecast = forecast(organisation, index, ON, months, None);
            let mut falls = forecast.falls.iter().peekable();
            let mut before = failing(organisation, index, ON);
            for day in ON.iter_days().skip(1).take_while(|day| *day <= forecast.last) {
                let failing = failing(organisation, index, day);
                let mut fallen: Vec<String> = Vec::new();
                while let Some(fall) = falls.next_if(|fall| fall.on == day) {
                    let rule = &forecast.courses[fall.finding.rule as usize].rule;
                    fallen.push(format!("{}:{}", rule.id, fall.finding.subject.id(organisation, index)));
                }
                fallen.sort();
                let new: Vec<String> = failing.iter().filter(|id| !before.contains(id)).cloned().collect();
                prop_assert_eq!(fallen, new, "{}", day);
                before = failing;
            }
            prop_assert_eq!(falls.next(), None);
            Ok(())
        })?;
    }
}
