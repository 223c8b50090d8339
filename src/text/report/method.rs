//! Process and method.

use super::super::numbers::{and, capital, inside, integer, short_date};
use super::super::risk::{advice, level_bounds};
use super::super::words;
use super::super::{say, word};
use super::{mark, method_sheet, said, says};
use crate::disclosure::Audience;
use crate::engine::view::LevelView;
use crate::engine::view::report::{MethodMatrix, MethodPart, ScaleView, WorkLine};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::report::block::{Block, ReportTable, TableCell, TableColumn};

pub(super) fn blocks(part: &MethodPart, audience: Audience, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !part.matrices.is_empty() {
        blocks.push(Block::Paragraph(how(language).into()));
    }
    for of in &part.matrices {
        blocks.extend(matrix(of, language));
    }
    if !part.work.is_empty() {
        blocks.push(Block::Table(work(&part.work, audience, language)));
        let more = part.work_count.saturating_sub(saturating(part.work.len()));
        if more > 0 {
            let more = integer(more.into(), language);
            blocks.push(Block::Paragraph(say!(language;
                "Därtill {more} tidigare tillfällen.",
                "And {more} earlier times.")));
        }
    }
    blocks
}

/// How a class comes about.
fn how(language: Language) -> &'static str {
    word(
        language,
        "Varje risk bedöms efter sannolikhet och efter konsekvens i flera dimensioner. Den värsta dimensionen avgör; dimensionerna vägs inte samman. Klassen läses i matrisen och räknas inte fram. En bedömning kan vara ett intervall; då anges även spannet av klasser. Inom en klass ordnas riskerna efter summan av nivåerna och därefter efter osäkerhet, den största först.",
        "Each risk is assessed by likelihood and by consequence in several dimensions. The worst dimension decides; dimensions are not weighted together. The class is read in the matrix and not calculated. An assessment may be a range; then the range of classes is given as well. Within a class risks are sorted by the sum of their levels and then by uncertainty, the greatest first.",
    )
}

fn matrix(of: &MethodMatrix, language: Language) -> Vec<Block> {
    let name = of.matrix.name.as_ref().map_or_else(|| of.matrix.id.clone(), |name| said(name, language));
    let mut blocks = vec![Block::Heading(name.clone())];
    let likelihood = word(language, "Sannolikhet", "Likelihood");
    blocks.push(Block::Table(scale(&of.likelihood, likelihood, language)));
    let consequence = word(language, "Konsekvens", "Consequence");
    blocks.extend(of.dimensions.iter().map(|each| Block::Table(scale(each, consequence, language))));
    let row = |class: &crate::engine::view::ClassView| {
        let demands = class.demands.as_ref().map(|text| said(text, language));
        vec![TableCell::Class(mark(class, language)), demands.into()]
    };
    let classes = word(language, "Klasser", "Classes");
    blocks.push(Block::Table(ReportTable {
        title: say!(language; "Klasser i {name}", "Classes of {name}"),
        sheet: classes.into(),
        of: word(language, "Matris", "Matrix").into(),
        columns: vec![
            TableColumn::narrow(word(language, "Klass", "Class")),
            TableColumn::wide(word(language, "Vad den kräver", "What it requires")),
        ],
        rows: of.matrix.classes.iter().map(row).collect(),
    }));
    let unwise: Vec<String> =
        of.matrix.advice.iter().map(|each| format!("{}.", capital(&advice(each, language)))).collect();
    if !unwise.is_empty() {
        let lead = word(language, "Att tänka på om matrisen:", "What to mind about the matrix:");
        blocks.push(Block::Paragraph(lead.into()));
        blocks.push(Block::List(unwise));
    }
    blocks
}

/// A scale with its bounds.
fn scale(scale: &ScaleView, axis: &str, language: Language) -> ReportTable {
    let row = |(place, level): (usize, &LevelView)| {
        let below = place.checked_sub(1).and_then(|below| scale.levels.get(below));
        let bounds = level_bounds(level, below, language).map(|bounds| capital(&bounds));
        vec![
            TableCell::Number(level.level.into(), level.level.to_string()),
            said(&level.name, language).into(),
            bounds.into(),
            says(level.description.as_ref(), language).into(),
        ]
    };
    let name = said(&scale.name, language);
    let title = if inside(&name).starts_with(&inside(axis)) { name } else { format!("{axis}: {}", inside(&name)) };
    ReportTable {
        title,
        sheet: method_sheet(language).into(),
        of: word(language, "Skala", "Scale").into(),
        columns: vec![
            TableColumn::narrow(word(language, "Nivå", "Level")),
            TableColumn::wide(word(language, "Namn", "Name")),
            TableColumn::wide(word(language, "Gränser", "Bounds")),
            TableColumn::wide(word(language, "Betyder", "Means")),
        ],
        rows: scale.levels.iter().enumerate().map(row).collect(),
    }
    .trimmed()
}

/// When and by whom the analysis was worked on.
fn work(lines: &[WorkLine], audience: Audience, language: Language) -> ReportTable {
    let row = |line: &WorkLine| {
        let who = match (audience.reads_reasons(), line.people) {
            (_, 0) => String::new(),
            (true, _) => and(&line.who, language),
            (false, people) => words::PERSON.figure(people, language),
        };
        let mut cells: Vec<TableCell> = vec![
            TableCell::Day(line.date, short_date(line.date, language)),
            says(line.unit.as_ref(), language).into(),
            who.into(),
        ];
        if audience.reads_reasons() {
            cells.push(says(line.note.as_ref(), language).into());
        }
        cells
    };
    let mut columns = vec![
        TableColumn::narrow(word(language, "Datum", "Date")),
        TableColumn::wide(word(language, "Enhet eller grupp", "Unit or group")),
        TableColumn::wide(word(language, "Deltog", "Took part")),
    ];
    if audience.reads_reasons() {
        columns.push(TableColumn::wide(word(language, "Vad som gjordes", "What was done")));
    }
    let title = word(language, "Arbetet med analysen", "Work on the analysis");
    ReportTable {
        title: title.into(),
        sheet: title.into(),
        of: title.into(),
        columns,
        rows: lines.iter().map(row).collect(),
    }
}
