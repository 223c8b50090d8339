//! The matrices, and the risks with what their places rest on.

use super::super::numbers::capital;
use super::super::risk::{beside_reason, caution, class_range, elsewhere, placed};
use super::super::{say, word, words};
use super::{beside_sheet, mark, motives_sheet, risks_sheet, said, says, unsaid};
use crate::disclosure::Audience;
use crate::engine::view::MatrixView;
use crate::engine::view::report::{RiskLine, RisksPart};
use crate::organisation::number::saturating;
use crate::organisation::value::Language;
use crate::report::block::{Block, MatrixBlock, ReportTable, Square, TableCell, TableColumn};
use crate::risk::{RiskNumber, Unplaced};

/// Risks named in a square, at most; the rest are counted.
const MOST: usize = 12;

pub(super) fn blocks(part: &RisksPart, audience: Audience, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    if part.rows.is_empty() {
        return blocks;
    }
    if let Some(matrix) = &part.matrix {
        let others = elsewhere(matrix, saturating(part.rows.len()), language).unwrap_or_default();
        let numbers = numbers(language);
        let lead = format!("{} {others} {numbers}", placed(matrix, language)).replace("  ", " ");
        blocks.push(Block::Paragraph(lead));
        let before =
            |line: &RiskLine| Some((line.row.likelihood.as_ref()?.level, line.row.consequence.as_ref()?.level));
        let title = word(language, "Riskerna utan genomförda åtgärder", "The risks without what has been done");
        blocks.push(Block::Matrix(draw(matrix, title, part, &before, language)));
        let now =
            |line: &RiskLine| line.current.as_ref().map(|(likelihood, consequence, _)| (*likelihood, *consequence));
        let title =
            word(language, "Riskerna i dag, med genomförda åtgärder", "The risks today, with what has been done");
        blocks.push(Block::Matrix(draw(matrix, title, part, &now, language)));
    }
    let (placed, beside): (Vec<_>, Vec<_>) = part.rows.iter().partition(|line| line.row.beside.is_none());
    if !placed.is_empty() {
        blocks.push(Block::Table(register(&placed, language)));
    }
    if !beside.is_empty() {
        blocks.extend(aside(&beside, language));
    }
    if audience.reads_reasons() {
        blocks.extend(motives(&part.rows, language).map(Block::Table));
    }
    blocks
}

/// What the numbers in a matrix are.
fn numbers(language: Language) -> &'static str {
    word(
        language,
        "Siffrorna i matriserna är riskernas nummer i registret.",
        "The numbers in the matrices are those of the risks in the register.",
    )
}

/// The first matrix, with the risks where they stand.
fn draw(
    matrix: &MatrixView,
    title: &str,
    part: &RisksPart,
    at: &dyn Fn(&RiskLine) -> Option<(u8, u8)>,
    language: Language,
) -> MatrixBlock {
    let square = |likelihood: u8, consequence: u8, class: u8| {
        let here = part.rows.iter().filter(|line| line.in_first && at(line) == Some((likelihood, consequence)));
        let mut places: Vec<String> =
            here.filter_map(|line| line.row.number).map(|number| number.to_string()).collect();
        let more = places.len().saturating_sub(MOST);
        if more > 0 {
            places.truncate(MOST);
            places.push(format!("+\u{a0}{more}"));
        }
        matrix.classes.get(usize::from(class)).map(|class| Square { mark: mark(class, language), places })
    };
    let name = |level: &crate::engine::view::LevelView| format!("{} {}", level.level, level.name.say(language));
    let row = |(level, classes): (&crate::engine::view::LevelView, &Vec<u8>)| {
        let squares = (1..).zip(classes).filter_map(|(column, class)| square(level.level, column, *class));
        (name(level), squares.collect())
    };
    let demands = |class: &crate::engine::view::ClassView| {
        (mark(class, language), says(class.demands.as_ref(), language).unwrap_or_default())
    };
    MatrixBlock {
        title: title.to_owned(),
        likelihood: word(language, "Sannolikhet", "Likelihood").into(),
        consequence: word(language, "Konsekvens", "Consequence").into(),
        columns: matrix.consequence.iter().map(name).collect(),
        rows: matrix.likelihood.iter().zip(&matrix.grid).rev().map(row).collect(),
        legend: matrix.classes.iter().map(demands).collect(),
        caution: caution(language).into(),
    }
}

/// The risks in their matrices, the first first.
fn register(lines: &[&RiskLine], language: Language) -> ReportTable {
    let ranges = lines.iter().any(|line| line.row.class_range.is_some());
    let row = |line: &&RiskLine| {
        let row = &line.row;
        let level = |level: &Option<crate::engine::view::LevelView>| {
            level
                .as_ref()
                .map_or(TableCell::Nothing, |level| TableCell::Number(level.level.into(), level.level.to_string()))
        };
        let class = |class: Option<&crate::engine::view::ClassView>| {
            class.map_or(TableCell::Nothing, |class| TableCell::Class(mark(class, language)))
        };
        let number = |number: RiskNumber| match number.matrix {
            0 => TableCell::Number(number.place.into(), number.to_string()),
            _ => number.to_string().into(),
        };
        let place = row.number.map_or(TableCell::Nothing, number);
        let uncertainty = row.uncertainty.map(|it| capital(words::uncertainty(it, language)));
        let mut cells = vec![place, said(&row.title, language).into(), class(row.class.as_ref())];
        if ranges {
            cells.push(row.class_range.as_ref().map(|(low, high)| class_range(low, high)).into());
        }
        cells.extend([
            level(&row.likelihood),
            level(&row.consequence),
            says(row.decided_by.as_ref(), language).into(),
            uncertainty.unwrap_or_else(|| unsaid(language).into()).into(),
            class(line.current.as_ref().map(|(.., class)| class)),
            says(line.owner.as_ref(), language).unwrap_or_else(|| unsaid(language).into()).into(),
        ]);
        cells
    };
    let mut columns = vec![
        TableColumn::narrow(word(language, "Nr", "No.")),
        TableColumn::wide(word(language, "Risk", "Risk")),
        TableColumn::narrow(word(language, "Klass", "Class")),
    ];
    if ranges {
        columns.push(TableColumn::narrow(word(language, "Spann", "Range")));
    }
    columns.extend([
        TableColumn::narrow(word(language, "S", "L")),
        TableColumn::narrow(word(language, "K", "C")),
        TableColumn::wide(word(language, "Avgör", "Decided by")),
        TableColumn::narrow(word(language, "Osäkerhet", "Uncertainty")),
        TableColumn::narrow(word(language, "I dag", "Today")),
        TableColumn::wide(word(language, "Ansvarig", "Owner")),
    ]);
    ReportTable {
        title: word(
            language,
            "Riskregistret i ordning (S sannolikhet, K konsekvens)",
            "The register in order (L likelihood, C consequence)",
        )
        .into(),
        sheet: risks_sheet(language).into(),
        of: risks_sheet(language).into(),
        columns,
        rows: lines.iter().map(row).collect(),
    }
}

/// The risks beside the matrix, with the reason.
fn aside(lines: &[&RiskLine], language: Language) -> Vec<Block> {
    let row = |line: &&RiskLine| {
        let why = line.row.beside.map(|beside| capital(words::beside_one(beside, language)));
        let owner = says(line.owner.as_ref(), language).unwrap_or_else(|| unsaid(language).into());
        vec![said(&line.row.title, language).into(), why.into(), owner.into()]
    };
    let reasons = [Unplaced::NotRated, Unplaced::NotAssessable, Unplaced::Antagonistic].into_iter();
    let reasons = reasons.filter(|reason| lines.iter().any(|line| line.row.beside == Some(*reason)));
    let reason = |reason| {
        let (name, why) = (capital(words::beside(reason, language)), beside_reason(reason, language));
        say!(language; "{name}: {why}", "{name}: {why}")
    };
    let table = ReportTable {
        title: word(language, "Risker utanför matrisen", "Risks outside the matrix").into(),
        sheet: beside_sheet(language).into(),
        of: beside_sheet(language).into(),
        columns: vec![
            TableColumn::wide(word(language, "Risk", "Risk")),
            TableColumn::narrow(word(language, "Varför", "Why")),
            TableColumn::wide(word(language, "Ansvarig", "Owner")),
        ],
        rows: lines.iter().map(row).collect(),
    };
    vec![Block::Table(table), Block::List(reasons.map(reason).collect())]
}

/// Why the levels are what they are, of those risks that say so.
fn motives(lines: &[RiskLine], language: Language) -> Option<ReportTable> {
    let row = |line: &RiskLine| {
        let own = says(line.motive.as_ref(), language);
        let each = line.motives.iter().map(|(of, text)| {
            let of = of.as_ref().map_or(word(language, "Sannolikhet", "Likelihood"), |of| of.say(language));
            format!("{of}: {}", text.say(language))
        });
        let texts: Vec<String> = own.into_iter().chain(each).collect();
        (!texts.is_empty()).then(|| vec![said(&line.row.title, language).into(), TableCell::Lines(texts)])
    };
    let rows: Vec<Vec<TableCell>> = lines.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| ReportTable {
        title: word(language, "Motiveringar", "Rationale").into(),
        sheet: motives_sheet(language).into(),
        of: motives_sheet(language).into(),
        columns: vec![
            TableColumn::wide(word(language, "Risk", "Risk")),
            TableColumn::wide(word(language, "Varför nivåerna är vad de är", "Why the levels are what they are")),
        ],
        rows,
    })
}
