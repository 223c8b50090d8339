//! For tests: a file from its lists, judged, and told in a line a finding.

use super::{Coverage, judge};
use crate::organisation::problem::Problems;
use crate::organisation::value::{Date, parse_date};
use crate::organisation::{Index, Organisation, read};

/// The organisation of a file with these top-level fields.
pub(super) fn organisation(fields: &str) -> (Organisation<'static>, Index) {
    let comma = if fields.is_empty() { "" } else { "," };
    let text: &'static str = String::leak(format!("{{\"format\": 1{comma} {fields}}}"));
    let (mut organisation, mut problems): (_, Problems) = read(text, &mut |_| ()).expect("JSON");
    let index = Index::new(&mut organisation, text, &mut problems);
    (organisation, index)
}

/// The coverage of a file with these fields, and every finding as `id state`, then `since` and `until` with their
/// days.
pub(super) fn judged(fields: &str, on: &str) -> (Coverage<'static>, Vec<String>) {
    let (organisation, mut index) = organisation(fields);
    let on: Date = parse_date(on).expect("a day");
    let coverage = judge(&organisation, &mut index, on);
    let line = |finding: &super::Finding| {
        let mut line = format!("{} {}", coverage.id(finding, &organisation, &index), finding.state.word());
        for (word, day) in [("since", finding.since), ("until", finding.until)] {
            line.extend(day.map(|day| format!(" {word} {day}")));
        }
        line
    };
    let lines = coverage.findings.iter().map(line).collect();
    (coverage, lines)
}

/// Every finding of a file with these fields, told in a line.
pub(super) fn told(fields: &str, on: &str) -> Vec<String> {
    judged(fields, on).1
}

/// How many subjects the file's first rule has.
pub(super) fn applicable(fields: &str, on: &str) -> u32 {
    judged(fields, on).0.rules[0].tally.applicable
}
