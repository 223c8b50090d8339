//! Coverage and risk of one file on one day, as one value: the same on the page, on the command line and embedded.
//!
//! A newcomer may read it first of all: it shows how a file is read, indexed and judged. Its names and bytes are a contract
//! with those who read the verdict, and only ever gain fields.

pub use crate::coverage::Coverage;
use crate::coverage::because::BecauseView;
use crate::coverage::forecast::{Forecast, forecast};
use crate::coverage::{
    AcceptanceLack, ExceptionStanding, Finding, RuleVerdict, State, Tally, exceptions, judge_part, rules_text,
    unknown_packs,
};
pub use crate::organisation::hash::{hexadecimal, sha256};
use crate::organisation::place::problem_at_top;
use crate::organisation::problem::{ProblemKind, Problems};
use crate::organisation::record::Value;
use crate::organisation::rule::Severity;
use crate::organisation::sort;
use crate::organisation::value::Date;
use crate::organisation::write::{ObjectWriter, pretty, write_list};
use crate::organisation::{FORMAT, Index, Organisation, Unreadable, check, read};
use crate::risk::{Methods, Placement, Rated, Register, assess};

/// A file that has been read: its items, their references resolved, its risks placed, and all that is wrong with it.
#[derive(Debug, Clone)]
pub struct File<'a> {
    /// What the file says.
    pub organisation: Organisation<'a>,
    /// The ids of the file as numbers.
    pub index: Index,
    /// The risks of the file, placed. They do not depend on the day.
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
            problems.push(|| problem_at_top(text, "packs", place, ProblemKind::NotFound { id, list: "packs".into() }));
        }
        let methods = Methods::new(&organisation, text, &mut problems);
        let register = assess(&organisation, &methods, text, &mut problems);
        problems.find_lines(text.as_bytes());
        Ok(Self { organisation, index, register, problems })
    }

    /// Judges the file's rules on a day.
    pub fn judge(&mut self, on: Date) -> Coverage<'a> {
        self.judge_part(on, None)
    }

    /// Judges the file on a day: only what concerns one unit and those below it, where a unit is given.
    pub fn judge_part(&mut self, on: Date, within: Option<u32>) -> Coverage<'a> {
        judge_part(&self.organisation, &mut self.index, on, within)
    }

    /// Foresees the file's rules from a day on for some months, likewise.
    pub fn foresee(&mut self, from: Date, months: u32, within: Option<u32>) -> Forecast<'a> {
        forecast(&self.organisation, &mut self.index, from, months, within)
    }
}

/// The SHA-256 of the rules in force.
pub fn rules_sha256(organisation: &Organisation<'_>) -> String {
    sha256(rules_text(organisation).as_bytes())
}

/// The exceptions that accept nothing any longer, by the id of their finding, and how each stands.
pub fn stale_exceptions<'f>(file: &'f File<'_>, coverage: &Coverage<'_>) -> Vec<(&'f str, ExceptionStanding)> {
    let verdicts = exceptions(coverage, &file.organisation, &file.index);
    let all = file.organisation.exceptions.iter().zip(verdicts);
    let stale = all.filter(|(_, verdict)| verdict.standing.is_stale());
    let mut stale: Vec<_> = stale.map(|(item, verdict)| (&*item.finding, verdict.standing)).collect();
    sort::all(&mut stale);
    stale
}

/// The exceptions that accept something that must be met, without stating by when it ends or who decided: by the id of
/// their finding, with what each lacks.
pub fn incomplete_exceptions<'f>(file: &'f File<'_>, coverage: &Coverage<'_>) -> Vec<(&'f str, Vec<AcceptanceLack>)> {
    let verdicts = exceptions(coverage, &file.organisation, &file.index);
    let all = file.organisation.exceptions.iter().zip(verdicts);
    let all = all.map(|(item, verdict)| (&*item.finding, verdict.lacks));
    let mut incomplete: Vec<_> = all.filter(|(_, lacks)| !lacks.is_empty()).collect();
    sort::all(&mut incomplete);
    incomplete
}

/// Whether no rule that must hold has a finding that is missing or broken.
pub fn no_must_has_a_gap(coverage: &Coverage<'_>) -> bool {
    coverage.findings.iter().all(|finding| {
        !matches!(finding.state, State::Missing | State::Broken) || coverage.rule(finding).severity() != Severity::Must
    })
}

/// The counts of the verdict without its findings and risks, as JSON on one line.
pub fn counts(file: &File<'_>, coverage: &Coverage<'_>) -> String {
    let methods = Methods::new(&file.organisation, "", &mut Problems::default());
    let mut out = String::new();
    let mut verdict = ObjectWriter::new(&mut out);
    let mut part = ObjectWriter::new(verdict.key("coverage"));
    write_list(&coverage.rules, part.key("rules"), rule);
    part.end();
    let mut part = ObjectWriter::new(verdict.key("risk"));
    risk_counts(&mut part, file, &methods);
    write_list([0; 0], part.key("risks"), |_, _| ());
    part.end();
    verdict.end();
    out
}

/// The verdict as JSON: two spaces of indentation, a line feed at the end.
pub fn to_json(file: &File<'_>, coverage: &Coverage<'_>, text: &str, input_sha256: &str) -> String {
    let methods = Methods::new(&file.organisation, text, &mut Problems::default());
    let mut out = String::new();
    let mut verdict = ObjectWriter::new(&mut out);
    verdict.field("format", &FORMAT);
    verdict.field("input_sha256", &input_sha256);
    verdict.field("rules_sha256", &&*rules_sha256(&file.organisation));
    verdict.field("as_of", &coverage.on);
    let mut part = ObjectWriter::new(verdict.key("coverage"));
    write_list(&coverage.rules, part.key("rules"), rule);
    write_list(&coverage.findings, part.key("findings"), |item, out| finding(item, file, coverage, out));
    let stale = stale_exceptions(file, coverage);
    if !stale.is_empty() {
        write_list(stale, part.key("stale_exceptions"), |(finding, standing), out| {
            let mut object = ObjectWriter::new(out);
            object.field("finding", &finding);
            object.field("standing", &standing);
            object.end();
        });
    }
    let incomplete = incomplete_exceptions(file, coverage);
    if !incomplete.is_empty() {
        write_list(incomplete, part.key("incomplete_exceptions"), |(finding, lacks), out| {
            let mut object = ObjectWriter::new(out);
            object.field("finding", &finding);
            write_list(lacks, object.key("lacks"), |lack, out| lack.write(out));
            object.end();
        });
    }
    part.end();
    let mut part = ObjectWriter::new(verdict.key("risk"));
    risk_counts(&mut part, file, &methods);
    write_list(rated(file), part.key("risks"), |(id, item), out| risk(id, item, &methods, out));
    part.end();
    verdict.end();
    let mut json = pretty(&out);
    json.push('\n');
    json
}

fn rule(verdict: &RuleVerdict<'_>, out: &mut String) {
    let Tally { applicable, met, expiring, missing, broken, unknown, accepted } = &verdict.tally;
    let mut object = ObjectWriter::new(out);
    object.field("id", &verdict.rule.id);
    object.field("applicable", applicable);
    object.field("met", met);
    object.field("expiring", expiring);
    object.field("missing", missing);
    object.field("broken", broken);
    object.field("unknown", unknown);
    object.field("accepted", accepted);
    object.end();
}

fn finding(finding: &Finding, file: &File<'_>, coverage: &Coverage<'_>, out: &mut String) {
    let (organisation, index) = (&file.organisation, &file.index);
    let mut object = ObjectWriter::new(out);
    object.field("id", &&*coverage.id(finding, organisation, index));
    object.field("rule", &coverage.rule(finding).id);
    object.field("state", &finding.state);
    object.field("severity", &coverage.rule(finding).severity());
    let unit = finding.subject.unit().map(|unit| index.unit_id(unit));
    let person = finding.subject.person().map(|person| &*organisation.people[person as usize].id);
    let rest: [(_, &dyn Value<'_>); 4] =
        [("unit", &unit), ("person", &person), ("since", &finding.since), ("until", &finding.until)];
    for (key, value) in rest {
        if !value.is_absent() {
            object.field(key, value);
        }
    }
    object.key("because").push_str(&BecauseView::new(finding, coverage, organisation, index).to_json());
    object.end();
}

fn risk_counts(object: &mut ObjectWriter<'_>, file: &File<'_>, methods: &Methods<'_>) {
    let [not_rated, not_assessable, antagonistic] = &file.register.beside;
    object.field("matrix", &methods.shown_id());
    object.field("cells", &file.register.cells);
    let mut beside = ObjectWriter::new(object.key("beside"));
    beside.field("not_rated", not_rated);
    beside.field("not_assessable", not_assessable);
    beside.field("antagonistic", antagonistic);
    beside.end();
}

/// The risks in their matrices, by id.
fn rated<'v>(file: &'v File<'_>) -> Vec<(&'v str, &'v Rated)> {
    let risks = file.organisation.risks.iter().zip(&file.register.placements);
    let rated = risks.filter_map(|(risk, placement)| match placement {
        Placement::Rated(rated) => Some((&*risk.id.0, rated)),
        Placement::Beside(_) => None,
    });
    let mut rated: Vec<_> = rated.collect();
    sort::by_key(&mut rated, |(id, _)| *id);
    rated
}

fn risk(id: &str, rated: &Rated, methods: &Methods<'_>, out: &mut String) {
    let table = methods.at(rated.matrix.into());
    let class = |class: u8| table.map_or("", |table| &*table.classes()[usize::from(class)].id);
    let decided_by = table.map_or("", |table| &*table.dimensions[usize::from(rated.decided_by)].id);
    let mut object = ObjectWriter::new(out);
    object.field("id", &id);
    object.field("likelihood", &u32::from(rated.likelihood));
    object.field("consequence", &u32::from(rated.consequence));
    object.field("decided_by", &decided_by);
    object.field("class", &class(rated.class));
    if let Some((low, high)) = rated.class_range {
        object.field("class_range", &vec![class(low), class(high)]);
    }
    object.field("sort", &rated.sort());
    object.field("rank", &rated.rank);
    object.end();
}
