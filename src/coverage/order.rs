//! Findings in the order of their ids, and those among them that the file accepts.

use crate::organisation::number::saturating;
use crate::organisation::sort;
use std::cmp::Ordering;
use std::ops::Range;

use super::exceptions::accepts;
use super::{Accepted, Coverage, Finding, State};
use crate::organisation::{Index, Organisation};

/// Sorts the findings by id, then marks those that an exception of the file accepts on the day judged.
pub(super) fn sort_and_accept(coverage: &mut Coverage<'_>, organisation: &Organisation<'_>, index: &Index) {
    // All ids in one text: sorting a country's findings is then a matter of comparing slices.
    let mut text = String::with_capacity(coverage.findings.len() * 32);
    let mut places: Vec<(Range<usize>, Finding)> = Vec::with_capacity(coverage.findings.len());
    for finding in &coverage.findings {
        let start = text.len();
        text.push_str(&coverage.rules[finding.rule as usize].rule.id);
        text.push(':');
        finding.subject.write_id(organisation, index, &mut text);
        places.push((start..text.len(), *finding));
    }
    let unit = |finding: &Finding| finding.subject.unit().map(|unit| index.unit_id(unit));
    sort::by(&mut places, |(a, first), (b, second)| match text[a.clone()].cmp(&text[b.clone()]) {
        // Ids with `:` in them can make two findings read the same; the order of the file must not tell them apart.
        Ordering::Equal => (first.rule, unit(first)).cmp(&(second.rule, unit(second))),
        order => order,
    });
    accept(&mut places, &text, organisation, coverage);
    coverage.findings.clear();
    coverage.findings.extend(places.into_iter().map(|(_, finding)| finding));
}

fn write_id(
    coverage: &Coverage<'_>,
    finding: &Finding,
    organisation: &Organisation<'_>,
    index: &Index,
    out: &mut String,
) {
    out.clear();
    out.push_str(&coverage.rule(finding).id);
    out.push(':');
    finding.subject.write_id(organisation, index, out);
}

/// The findings about a unit: of each rule the one about the unit itself, and those about someone or something there.
pub(super) fn about_unit<'c>(
    coverage: &'c Coverage<'_>,
    unit: u32,
    organisation: &Organisation<'_>,
    index: &Index,
) -> Vec<&'c Finding> {
    let (mut found, mut id): (Vec<&'c Finding>, String) = (Vec::new(), String::new());
    for verdict in &coverage.rules {
        let itself = format!("{}:{}", verdict.rule.id, index.unit_id(unit));
        let there = format!("{itself}:");
        for (wanted, whole) in [(&itself, true), (&there, false)] {
            let start = coverage.findings.partition_point(|finding| {
                write_id(coverage, finding, organisation, index, &mut id);
                id < *wanted
            });
            for finding in &coverage.findings[start..] {
                write_id(coverage, finding, organisation, index, &mut id);
                if !id.starts_with(&**wanted) || (whole && id != *wanted) {
                    break;
                }
                let is_new = !found.iter().any(|other| std::ptr::eq(*other, finding));
                if finding.subject.unit() == Some(unit) && is_new {
                    found.push(finding);
                }
            }
        }
    }
    found
}

fn accept(
    places: &mut [(Range<usize>, Finding)],
    text: &str,
    organisation: &Organisation<'_>,
    coverage: &Coverage<'_>,
) {
    for (exception, item) in organisation.exceptions.iter().enumerate() {
        if item.until.is_some_and(|until| until < coverage.on) {
            continue;
        }
        let start = places.partition_point(|(id, _)| text[id.clone()] < *item.finding);
        for (id, finding) in &mut places[start..] {
            if text[id.clone()] != *item.finding {
                break;
            }
            if accepts(item, finding) {
                finding.accepted = Some(Accepted { was: finding.state, exception: saturating(exception) });
                finding.state = State::Accepted;
            }
        }
    }
}
