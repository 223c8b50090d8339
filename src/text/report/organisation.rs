//! The municipality and its area.

use super::super::finding::subject;
use super::super::numbers::{and, capital, date, integer, of};
use super::super::words::{self, role};
use super::super::{say, word};
use super::{accepted_heading, parts, posts, said, says};
use crate::coverage::AcceptanceLack;
use crate::engine::view::ExceptionRow;
use crate::engine::view::report::{OrganisationPart, PartRow, RoleLine};
use crate::organisation::number::saturating;
use crate::organisation::unit::UnitKind;
use crate::organisation::value::Language;
use crate::report::block::{Block, ReportTable, TableCell, TableColumn};

pub(super) fn blocks(part: &OrganisationPart, language: Language) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(size(part, language))];
    if !part.areas.is_empty() {
        let areas = and(&part.areas, language);
        let areas = say!(language; "Arbetsplatserna ligger i {areas}.", "The workplaces are in {areas}.");
        blocks.push(Block::Paragraph(areas));
    }
    if !part.rows.is_empty() {
        blocks.push(Block::Table(units(&part.rows, language)));
    }
    if !part.roles.is_empty() {
        blocks.push(Block::Table(roles(&part.roles, language)));
    }
    if !part.accepted.is_empty() {
        blocks.push(Block::Table(accepted(&part.accepted, language)));
    }
    if !part.parties.is_empty() {
        let parties: Vec<String> = part.parties.iter().map(|name| said(name, language)).collect();
        let parties = and(&parties, language);
        blocks.push(Block::Paragraph(say!(language;
            "Kommunen samverkar med {parties}.",
            "The municipality works with {parties}.")));
    }
    blocks
}

/// How large the municipality is.
fn size(part: &OrganisationPart, language: Language) -> String {
    let of_kind = |kind| saturating(part.rows.iter().filter(|row| row.kind == kind).count());
    let (departments, companies) = (of_kind(UnitKind::Department), of_kind(UnitKind::Company));
    // All in figures, since most of it is; none is a word.
    let some = |noun: &words::Noun, number| match number {
        0 => noun.count(0, language),
        _ => noun.figure(number, language),
    };
    let departments = some(&words::unit_kind(UnitKind::Department), departments);
    let companies = some(&words::unit_kind(UnitKind::Company), companies);
    let workplaces = some(&words::unit_kind(UnitKind::Workplace), part.workplaces);
    // What no workplace states is not nobody.
    if part.employees == 0 {
        return say!(language;
            "Kommunen har {departments} och {companies}, med {workplaces}. Hur många som är anställda framgår inte av filen.",
            "The municipality has {departments} and {companies}, with {workplaces}. The file does not state how many are employed.");
    }
    let employees = words::EMPLOYEE.figure(part.employees, language);
    say!(language;
        "Kommunen har {departments} och {companies}, med {workplaces} och {employees} enligt filen.",
        "The municipality has {departments} and {companies}, with {workplaces} and {employees} according to the file.")
}

fn units(rows: &[PartRow], language: Language) -> ReportTable {
    let number = |number: u32| TableCell::Number(number.into(), integer(number.into(), language));
    let employed = |people: u32| match people {
        0 => word(language, "framgår inte", "not stated").into(),
        _ => number(people),
    };
    let row = |row: &PartRow| {
        let kind = capital(words::unit_kind(row.kind).one(language));
        vec![said(&row.name, language).into(), kind.into(), number(row.workplaces), employed(row.employees)]
    };
    ReportTable {
        title: word(language, "Förvaltningar och bolag", "Departments and companies").into(),
        sheet: parts(language).into(),
        of: parts(language).into(),
        columns: vec![
            TableColumn::wide(word(language, "Del", "Part")),
            TableColumn::narrow(word(language, "Typ", "Type")),
            TableColumn::narrow(word(language, "Arbetsplatser", "Workplaces")),
            TableColumn::narrow(word(language, "Anställda", "Employees")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn roles(roles: &[RoleLine], language: Language) -> ReportTable {
    let row = |line: &RoleLine| {
        let name = capital(&role(&line.role.id, line.role.name.as_ref(), line.at, language));
        let at = line.at.map(|at| capital(words::unit_kind(at).one(language)));
        let held = TableCell::Number(line.held.into(), of(line.held, line.of, language));
        vec![name.into(), at.into(), held, TableCell::Number(line.of.into(), integer(line.of.into(), language))]
    };
    ReportTable {
        title: posts(language).into(),
        sheet: posts(language).into(),
        of: posts(language).into(),
        columns: vec![
            TableColumn::wide(word(language, "Roll", "Role")),
            TableColumn::narrow(word(language, "Antal per enhet", "Number per unit")),
            TableColumn::narrow(word(language, "Uppfyllt", "Met")),
            TableColumn::narrow(word(language, "Platser", "Places")),
        ],
        rows: roles.iter().map(row).collect(),
    }
}

/// What is accepted, until when, by whom and why. What a requirement takes and is not stated is named in its cell.
fn accepted(rows: &[ExceptionRow], language: Language) -> ReportTable {
    let row = |row: &ExceptionRow| {
        let about = row.subject.as_ref().map_or_else(|| row.finding.clone(), |about| subject(about, language));
        let until = match row.until {
            Some(until) => TableCell::Day(until, date(until, language)),
            None if row.lacks.contains(&AcceptanceLack::End) => {
                word(language, "slutdatum saknas", "no end date").into()
            }
            None => word(language, "tills vidare", "until further notice").into(),
        };
        let by = match &row.who {
            Some(who) => who.name.clone().into(),
            None if row.lacks.contains(&AcceptanceLack::Decider) => word(language, "framgår inte", "not stated").into(),
            None => TableCell::Nothing,
        };
        vec![about.into(), says(row.rule_text.as_ref(), language).into(), until, by, said(&row.reason, language).into()]
    };
    ReportTable {
        title: accepted_heading(language).into(),
        sheet: accepted_heading(language).into(),
        of: accepted_heading(language).into(),
        columns: vec![
            TableColumn::wide(word(language, "Gäller", "About")),
            TableColumn::wide(word(language, "Regel", "Rule")),
            TableColumn::narrow(word(language, "Till och med", "Until")),
            TableColumn::wide(word(language, "Beslutat av", "Decided by")),
            TableColumn::wide(word(language, "Skäl", "Reason")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
