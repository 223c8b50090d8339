//! Coverage and risk of one file on one day, as one value: the same on the page, on the command line and embedded.

use crate::organisation::sort;
use serde::Serialize;
use sha2::{Digest, Sha256};

pub use crate::coverage::Coverage;
use crate::coverage::because::View;
use crate::coverage::{State, judge, rules_text, unknown_packs};
use crate::organisation::problem::{Kind, Problem, Problems};
use crate::organisation::rule::Severity;
use crate::organisation::value::Date;
use crate::organisation::{FORMAT, Index, Organisation, Unreadable, check, read};
use crate::risk::{Methods, Placement, Rated, Register, assess};

/// A file that has been read: its items, their references resolved, its risks placed, and all that is wrong with it.
#[derive(Debug, Clone)]
pub struct File<'a> {
    /// What the file says.
    pub organisation: Organisation<'a>,
    /// Its ids as numbers.
    pub index: Index,
    /// Its risks, placed. They do not depend on the day.
    pub register: Register,
    /// What is wrong or unwise, in the order of the file.
    pub problems: Problems,
}

impl<'a> File<'a> {
    /// Reads a file's text. `progress` is told now and then how many bytes have been read.
    pub fn read(text: &'a str, progress: &mut dyn FnMut(usize)) -> Result<Self, Unreadable> {
        let (mut organisation, mut problems) = read(text, progress)?;
        let index = Index::new(&mut organisation, text, &mut problems);
        check(&organisation, &index, text, &mut problems);
        for place in unknown_packs(&organisation) {
            let id = organisation.packs.as_ref().map(|packs| packs[place].to_string()).unwrap_or_default();
            problems.push(|| Problem::at_top(text, "packs", place, Kind::NotFound { id, list: "packs".into() }));
        }
        let methods = Methods::new(&organisation, text, &mut problems);
        let register = assess(&organisation, &methods, text, &mut problems);
        problems.find_lines(text.as_bytes());
        Ok(Self { organisation, index, register, problems })
    }

    /// Judges the file's rules on a day.
    pub fn judge(&mut self, on: Date) -> Coverage<'a> {
        judge(&self.organisation, &mut self.index, on)
    }
}

/// The SHA-256 of bytes, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as two hexadecimal digits each.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(nibble.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The SHA-256 of the rules in force.
pub fn rules_sha256(organisation: &Organisation<'_>) -> String {
    sha256(rules_text(organisation).as_bytes())
}

/// Whether no rule that must hold has a finding that is missing or broken.
pub fn all_musts_hold(coverage: &Coverage<'_>) -> bool {
    coverage.findings.iter().all(|finding| {
        !matches!(finding.state, State::Missing | State::Broken) || coverage.rule(finding).severity() != Severity::Must
    })
}

/// The counts of the verdict without its findings and risks, as JSON on one line.
pub fn counts(file: &File<'_>, coverage: &Coverage<'_>) -> String {
    let methods = Methods::new(&file.organisation, "", &mut Problems::default());
    let risk = risk_counts(file, &methods);
    serde_json::json!({ "coverage": { "rules": rules(coverage) }, "risk": risk }).to_string()
}

/// The verdict as JSON: two spaces of indentation, a line feed at the end.
pub fn to_json(file: &File<'_>, coverage: &Coverage<'_>, text: &str, input_sha256: &str) -> String {
    let methods = Methods::new(&file.organisation, text, &mut Problems::default());
    let verdict = Verdict {
        format: FORMAT,
        input_sha256,
        rules_sha256: rules_sha256(&file.organisation),
        as_of: coverage.on,
        coverage: CoverageJson {
            rules: coverage
                .rules
                .iter()
                .map(|verdict| RuleJson { id: &verdict.rule.id, tally: verdict.tally })
                .collect(),
            findings: findings(file, coverage),
        },
        risk: risk(file, &methods),
    };
    let mut json = serde_json::to_string_pretty(&verdict).unwrap_or_default();
    json.push('\n');
    json
}

fn findings<'v>(file: &'v File<'_>, coverage: &'v Coverage<'_>) -> Vec<FindingJson<'v>> {
    let (organisation, index) = (&file.organisation, &file.index);
    let finding = |finding: &'v crate::coverage::Finding| FindingJson {
        id: coverage.id(finding, organisation, index),
        rule: &coverage.rule(finding).id,
        state: finding.state,
        severity: coverage.rule(finding).severity(),
        unit: finding.subject.unit().map(|unit| index.unit_id(unit)),
        person: finding.subject.person().map(|person| &*organisation.people[person as usize].id),
        since: finding.since,
        until: finding.until,
        because: View::new(finding, coverage, organisation, index).to_json(),
    };
    coverage.findings.iter().map(finding).collect()
}

fn rules<'v>(coverage: &'v Coverage<'_>) -> Vec<RuleJson<'v>> {
    coverage.rules.iter().map(|verdict| RuleJson { id: &verdict.rule.id, tally: verdict.tally }).collect()
}

fn risk_counts<'v>(file: &'v File<'_>, methods: &'v Methods<'v>) -> RiskJson<'v> {
    let [not_rated, not_assessable, antagonistic] = file.register.beside;
    RiskJson {
        matrix: methods.shown_id(),
        cells: &file.register.cells,
        beside: BesideJson { not_rated, not_assessable, antagonistic },
        risks: Vec::new(),
    }
}

fn risk<'v>(file: &'v File<'_>, methods: &'v Methods<'v>) -> RiskJson<'v> {
    let rated = file.organisation.risks.iter().zip(&file.register.placements);
    let mut risks: Vec<_> = rated
        .filter_map(|(risk, placement)| match placement {
            Placement::Rated(rated) => Some(rated_json(&risk.id, rated, methods)),
            Placement::Beside(_) => None,
        })
        .collect();
    sort::by_key(&mut risks, |risk| risk.id);
    RiskJson { risks, ..risk_counts(file, methods) }
}

fn rated_json<'v>(id: &'v str, rated: &Rated, methods: &'v Methods<'v>) -> RatedJson<'v> {
    let table = methods.at(rated.matrix.into());
    let class = |class: u8| table.map_or("", |table| &*table.classes()[usize::from(class)].id);
    RatedJson {
        id,
        likelihood: rated.likelihood,
        consequence: rated.consequence,
        decided_by: table.map_or("", |table| &*table.dimensions[usize::from(rated.decided_by)].id),
        class: class(rated.class),
        class_range: rated.class_range.map(|(low, high)| [class(low), class(high)]),
        sort: rated.sort(),
        rank: rated.rank,
    }
}

#[derive(Serialize)]
struct Verdict<'v> {
    format: u32,
    input_sha256: &'v str,
    rules_sha256: String,
    as_of: Date,
    coverage: CoverageJson<'v>,
    risk: RiskJson<'v>,
}

#[derive(Serialize)]
struct CoverageJson<'v> {
    rules: Vec<RuleJson<'v>>,
    findings: Vec<FindingJson<'v>>,
}

#[derive(Serialize)]
struct RuleJson<'v> {
    id: &'v str,
    #[serde(flatten)]
    tally: crate::coverage::Tally,
}

#[derive(Serialize)]
struct FindingJson<'v> {
    id: String,
    rule: &'v str,
    state: State,
    severity: Severity,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'v str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Date>,
    because: serde_json::Value,
}

#[derive(Serialize)]
struct RiskJson<'v> {
    matrix: &'v str,
    cells: &'v [Vec<u32>],
    beside: BesideJson,
    risks: Vec<RatedJson<'v>>,
}

#[derive(Serialize)]
struct BesideJson {
    not_rated: u32,
    not_assessable: u32,
    antagonistic: u32,
}

#[derive(Serialize)]
struct RatedJson<'v> {
    id: &'v str,
    likelihood: u8,
    consequence: u8,
    decided_by: &'v str,
    class: &'v str,
    #[serde(skip_serializing_if = "Option::is_none")]
    class_range: Option<[&'v str; 2]>,
    sort: u32,
    rank: u32,
}
