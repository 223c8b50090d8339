//! Measures: needed, decided, done.

use super::super::numbers::{and, capital, sek, short_date};
use super::super::{say, word, words};
use super::{measures_sheet, said, says, unsaid};
use crate::engine::view::report::{MeasureLine, MeasureStage, MeasuresPart};
use crate::organisation::number::saturating;
use crate::organisation::value::{Date, Language};
use crate::report::block::{Block, ReportTable, TableCell, TableColumn};

pub(super) fn blocks(part: &MeasuresPart, on: Date, language: Language) -> Vec<Block> {
    let mut blocks = Vec::new();
    let overdue = saturating(part.rows.iter().filter(|row| row.overdue).count());
    if overdue > 0 {
        let (counted, on) = (capital(&words::MEASURE.count(overdue, language)), short_date(on, language));
        let (are, were) = if overdue == 1 { ("is", "försenad") } else { ("are", "försenade") };
        blocks.push(Block::Paragraph(say!(language;
            "{counted} är {were} den {on}.",
            "{counted} {are} overdue on {on}.")));
    }
    if !part.against_none.is_empty() {
        let risks: Vec<String> = part.against_none.iter().map(|title| said(title, language)).collect();
        let risks = and(&risks, language);
        blocks.push(Block::Paragraph(say!(language;
            "Utan åtgärd i den högsta klass som förekommer: {risks}.",
            "Without a measure in the highest class that occurs: {risks}.")));
    }
    for stage in [MeasureStage::Needed, MeasureStage::Decided, MeasureStage::Done, MeasureStage::Cancelled] {
        let rows: Vec<&MeasureLine> = part.rows.iter().filter(|row| row.stage == stage).collect();
        if rows.is_empty() {
            continue;
        }
        blocks.push(Block::Table(table(stage, &rows, language)));
        let cost: f64 = rows.iter().filter_map(|row| row.cost).sum();
        if cost > 0.0 {
            let cost = sek(cost, language);
            blocks.push(Block::Paragraph(say!(language;
                "Tillsammans {cost}, så långt kostnaden är angiven.",
                "{cost} in all, as far as costs are stated.")));
        }
    }
    blocks
}

/// What measures of a stage are called together.
const fn name(stage: MeasureStage, language: Language) -> &'static str {
    match stage {
        MeasureStage::Needed => word(language, "Behov som inte är beslutade", "Needed, not decided"),
        MeasureStage::Decided => word(language, "Beslutade och pågående", "Decided and under way"),
        MeasureStage::Done => word(language, "Genomförda", "Done"),
        MeasureStage::Cancelled => word(language, "Avbrutna", "Cancelled"),
    }
}

fn table(stage: MeasureStage, rows: &[&MeasureLine], language: Language) -> ReportTable {
    let row = |row: &&MeasureLine| {
        let status = row.status.map_or(unsaid(language), |status| words::measure_status(status, language));
        let late = word(language, "försenad", "overdue");
        let status = if row.overdue { format!("{status}, {late}") } else { status.to_owned() };
        let day = if stage == MeasureStage::Done { row.done } else { row.due };
        let risks: Vec<String> = row.risks.iter().map(|risk| said(risk, language)).collect();
        vec![
            said(&row.title, language).into(),
            risks.into(),
            says(row.owner.as_ref(), language).unwrap_or_else(|| unsaid(language).into()).into(),
            day.map_or_else(|| unsaid(language).into(), |day| TableCell::Day(day, short_date(day, language))),
            capital(&status).into(),
            row.cost.map_or_else(|| unsaid(language).into(), |cost| TableCell::Number(cost, sek(cost, language))),
        ]
    };
    ReportTable {
        title: name(stage, language).into(),
        sheet: measures_sheet(language).into(),
        of: word(language, "Läge", "Stage").into(),
        columns: vec![
            TableColumn::wide(word(language, "Åtgärd", "Measure")),
            TableColumn::wide(word(language, "Mot", "Against")),
            TableColumn::wide(word(language, "Ansvarig", "Owner")),
            TableColumn::narrow(word(language, "Klar", "Due or done")),
            TableColumn::narrow(word(language, "Status", "Status")),
            TableColumn::narrow(word(language, "Kostnad", "Cost")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
