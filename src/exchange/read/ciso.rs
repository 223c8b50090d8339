//! The registers of CISO Assistant, made into the sheets that are known: its lists stand with `|` between them,
//! and the controls of a risk become measures.

use crate::exchange::names::heading;
use crate::exchange::sheet::{SheetCell, SheetTable};

/// Columns of several, between which newer versions set `|`.
const LISTS: &[&str] = &[
    "owners",
    "owner",
    "threats",
    "assets",
    "vulnerabilities",
    "existing_controls",
    "existing_applied_controls",
    "applied_controls",
    "additional_controls",
    "filtering_labels",
    "qualifications",
];

/// Columns of controls, and how far those are come.
const CONTROLS: &[(&str, &str)] = &[
    ("existing_controls", "done"),
    ("existing_applied_controls", "done"),
    ("applied_controls", "proposed"),
    ("additional_controls", "proposed"),
];

/// The risks, and their controls as measures where there are any.
pub(super) fn sheets(mut risks: SheetTable) -> Vec<SheetTable> {
    let is_heading = |row: &Vec<SheetCell>| row.iter().any(|cell| heading(&cell.plain()) == heading("ref_id"));
    let Some(first) = risks.rows.iter().position(is_heading) else { return vec![risks] };
    let headings: Vec<String> = risks.rows[first].iter().map(|cell| heading(&cell.plain())).collect();
    let place = |wanted: &str| headings.iter().position(|known| *known == heading(wanted));
    let lists: Vec<usize> = LISTS.iter().filter_map(|list| place(list)).collect();
    let controls: Vec<(usize, &str)> =
        CONTROLS.iter().filter_map(|(column, status)| Some((place(column)?, *status))).collect();
    let mut measures: Vec<CisoMeasure> = Vec::new();
    for row in &mut risks.rows[first + 1..] {
        for (_, cell) in row.iter_mut().enumerate().filter(|(column, _)| lists.contains(column)) {
            if let SheetCell::Text(text) = cell
                && text.contains('|')
            {
                *cell = SheetCell::text(text.split('|').map(str::trim).collect::<Vec<_>>().join("\n"));
            }
        }
        let said =
            |column: Option<usize>| column.and_then(|column| row.get(column)).map(SheetCell::plain).unwrap_or_default();
        let risk = [said(place("ref_id")), said(place("name"))].into_iter().find(|said| !said.trim().is_empty());
        for (column, status) in &controls {
            for title in
                said(Some(*column)).split(['\n', ';']).map(str::trim).filter(|title| !matches!(*title, "" | "--"))
            {
                note(&mut measures, title, status, risk.as_deref().unwrap_or_default());
            }
        }
    }
    for (column, _) in controls {
        for row in &mut risks.rows[first..] {
            if let Some(cell) = row.get_mut(column) {
                *cell = SheetCell::Empty;
            }
        }
    }
    let measures = (!measures.is_empty()).then(|| table(&measures));
    std::iter::once(risks).chain(measures).collect()
}

/// A control, and the risks it is against.
struct CisoMeasure {
    title: String,
    status: &'static str,
    risks: Vec<String>,
}

fn note(measures: &mut Vec<CisoMeasure>, title: &str, status: &'static str, risk: &str) {
    let known = measures.iter().position(|known| known.title == title && known.status == status);
    let place = known.unwrap_or_else(|| {
        measures.push(CisoMeasure { title: title.to_owned(), status, risks: Vec::new() });
        measures.len() - 1
    });
    measures[place].risks.push(risk.to_owned());
}

fn table(measures: &[CisoMeasure]) -> SheetTable {
    let mut rows = vec![["title", "status", "risks"].map(SheetCell::text).to_vec()];
    rows.extend(measures.iter().map(|measure| {
        vec![
            SheetCell::text(&*measure.title),
            SheetCell::text(measure.status),
            SheetCell::text(measure.risks.join("\n")),
        ]
    }));
    SheetTable::new("controls", rows)
}
