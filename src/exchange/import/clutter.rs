//! What a sheet has beside its items: headings that come again, sums, footers, and cells with errors of a spreadsheet.

use super::note::NoteKind;
use super::printed::{is_figures, is_footer, is_remark, words};
use super::{ImportRun, ImportedSheet};
use crate::exchange::field::SheetTarget;
use crate::exchange::names::{heading, normal};
use crate::exchange::number::number;
use crate::exchange::sheet::SheetCell;
use crate::organisation::unit::UnitKind;

/// Words that begin a row of sums, whatever stands behind them.
const SUMS: &[&str] =
    &["summa", "totalt", "delsumma", "subtotal", "sum", "sammanlagt", "totalsumma", "summering", "slutsumma"];

/// Words that are a row of sums alone or with a number.
const COUNTS: &[&str] = &[
    "total",
    "antal",
    "medel",
    "medelvärde",
    "genomsnitt",
    "average",
    "count",
    "mean",
    "tot",
    "i alt",
    "ialt",
    "grand total",
    "number",
];

impl ImportRun<'_> {
    /// Notes the rows of a sheet that hold no item, which are then passed over, and its cells with errors.
    pub(super) fn clear(&mut self, sheet: &mut ImportedSheet<'_>) {
        let headings: Vec<String> = match sheet.mapping.heading_row {
            Some(row) => {
                (0..sheet.table.width()).map(|place| heading(&sheet.table.cell(row as usize, place).plain())).collect()
            }
            None => Vec::new(),
        };
        for place in &sheet.table.left_out.errors {
            let (row, column) = (place.row as usize, place.column as usize);
            let is_mapped = sheet.mapping.columns.get(column).is_some_and(Option::is_some);
            if is_mapped && sheet.mapping.heading_row.is_none_or(|heading| row > heading as usize) {
                self.ledger.note(sheet.spot(row, Some(column)), &SheetCell::Empty, NoteKind::SheetError);
            }
        }
        // What a risk or a measure is called may be any sentence; a place or a person has a name.
        let of_places = !matches!(sheet.mapping.target, SheetTarget::Risks | SheetTarget::Measures);
        for row in sheet.rows().collect::<Vec<_>>() {
            let filled: Vec<(usize, &SheetCell)> =
                sheet.table.rows[row].iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
            let what = match () {
                () if self.is_heading(sheet, &headings, &filled) => Some(NoteKind::HeadingAgain),
                () if is_sum(&filled) => Some(NoteKind::Sum),
                () if of_places && (is_count(&filled) || is_sum_of_places(&filled)) => Some(NoteKind::Sum),
                () if is_footer(&filled) => Some(NoteKind::Footer),
                () if of_places && (is_remark(&filled) || self.is_title(sheet, &filled)) => Some(NoteKind::Footer),
                () => None,
            };
            if let (Some(what), Some((_, first))) = (what, filled.first()) {
                self.ledger.note(sheet.spot(row, None), first, what);
                sheet.skipped.insert(row);
                continue;
            }
            for (place, cell) in filled {
                let is_mapped = sheet.mapping.columns.get(place).is_some_and(Option::is_some);
                if is_mapped && is_error(cell) {
                    self.ledger.note(sheet.spot(row, Some(place)), cell, NoteKind::SheetError);
                }
            }
        }
    }

    /// Whether a row says in each of its cells what the column is headed, or another heading of the same field.
    fn is_heading(&self, sheet: &ImportedSheet<'_>, headings: &[String], filled: &[(usize, &SheetCell)]) -> bool {
        let again = |text: &str, place: usize| {
            let text = heading(text);
            let text = text.strip_suffix("forts").unwrap_or(&text);
            !text.is_empty() && headings.get(place).is_some_and(|heading| heading == text)
        };
        let means = |text: &str, place: usize| {
            let field = sheet.mapping.columns.get(place).and_then(Option::as_ref);
            let headed = sheet.mapping.target.headed(text, self.directory).map(|column| column.id());
            headed.is_some() && headed.as_ref() == field
        };
        let (mut same, mut elsewhere) = (0, 0);
        for (place, cell) in filled {
            let SheetCell::Text(text) = cell else { return false };
            match () {
                () if again(text, *place) => same += 1,
                () if means(text, *place) => {}
                () if sheet.mapping.target.headed(text, self.directory).is_some() => elsewhere += 1,
                () => return false,
            }
        }
        // The headings of another part of the list may stand in another order.
        if elsewhere > 0 { elsewhere > 1 } else { same > 0 }
    }

    /// Whether a row says once more what stands above the headings, or what the municipality is called.
    fn is_title(&self, sheet: &ImportedSheet<'_>, filled: &[(usize, &SheetCell)]) -> bool {
        let [(_, SheetCell::Text(text))] = filled else { return false };
        let title = normal(text);
        let above = sheet.table.rows.iter().take(sheet.mapping.heading_row.unwrap_or_default() as usize);
        let is_again = |cell: &SheetCell| matches!(cell, SheetCell::Text(above) if normal(above) == title);
        let is_municipality = |unit: &crate::exchange::directory::KnownItem| {
            unit.kind == Some(UnitKind::Municipality) && unit.names.iter().any(|name| normal(name) == title)
        };
        above.flatten().any(is_again) || self.directory.units.iter().any(is_municipality)
    }
}

/// Whether a row is one of sums: a word that says so, and numbers.
fn is_sum(filled: &[(usize, &SheetCell)]) -> bool {
    let [(_, SheetCell::Text(text)), rest @ ..] = filled else { return false };
    let low = words(text);
    let Some(first) = low.first() else { return false };
    let is_number = |cell: &SheetCell| number(cell).is_ok() || !cell.plain().chars().any(char::is_alphabetic);
    if !rest.iter().all(|(_, cell)| is_number(cell)) {
        return false;
    }
    let numbers = !rest.is_empty() || low.iter().any(|word| is_figures(word));
    let bare = low.iter().filter(|word| !is_figures(word)).map(String::as_str).collect::<Vec<_>>().join(" ");
    match () {
        () if SUMS.contains(&&**first) => {
            let is_said = |word: &String| SUMS.contains(&&**word) || COUNTS.contains(&&**word);
            low.iter().all(is_said) || numbers || text.trim_end().ends_with(':')
        }
        () if COUNTS.contains(&&*bare) => true,
        // "Antal ombud: 12"
        () => first == "antal" && low.last().is_some_and(|word| is_figures(word)) && text.contains(':'),
    }
}

/// Whether a row of a list of places is a sum of some of them: `Summa Skolförvaltningen` alone, `Skolförvaltningen totalt`,
/// `S:a`, `Σ`.
fn is_sum_of_places(filled: &[(usize, &SheetCell)]) -> bool {
    const SIGNS: &[&str] = &["s:a", "σ", "∑"];
    const LAST: &[&str] = &["totalt", "total", "summa", "totalsumma", "delsumma"];
    let [(_, SheetCell::Text(text)), rest @ ..] = filled else { return false };
    let is_number = |(_, cell): &(usize, &SheetCell)| !cell.plain().chars().any(char::is_alphabetic);
    let low = words(text);
    let (Some(first), Some(last)) = (low.first(), low.last()) else {
        return text.trim() == "∑" && rest.iter().all(is_number);
    };
    let lower = text.trim().to_lowercase();
    let begins = lower.split_whitespace().next().is_some_and(|word| SIGNS.contains(&word.trim_end_matches(':')));
    let is_alone = rest.is_empty() && SUMS.contains(&&**first);
    rest.iter().all(is_number) && (begins || is_alone || (low.len() > 1 && LAST.contains(&&**last)))
}

/// Whether a row counts something: "Antal vakanser" with a number behind it.
fn is_count(filled: &[(usize, &SheetCell)]) -> bool {
    const COUNTED: &[&str] = &["antal", "varav", "vakanta", "vakanser", "obesatta", "number", "count"];
    const RATES: &[&str] =
        &["vakansgrad", "vakansgraden", "procent", "andel", "täckningsgrad", "snitt", "percent", "share"];
    let [(_, SheetCell::Text(text)), rest @ ..] = filled else { return false };
    let low = words(text);
    let is_numeric = |(_, cell): &(usize, &SheetCell)| number(cell).is_ok();
    let is_rate = |(_, cell): &(usize, &SheetCell)| !cell.plain().chars().any(char::is_alphabetic);
    if low.first().is_some_and(|first| RATES.contains(&&**first)) && !rest.is_empty() && rest.iter().all(is_rate) {
        return true;
    }
    let ends_in_figures = low.len() > 1 && low.last().is_some_and(|word| is_figures(word));
    low.first().is_some_and(|first| COUNTED.contains(&&**first))
        && rest.iter().all(is_numeric)
        && (!rest.is_empty() || ends_in_figures)
}

/// Whether a cell holds an error of a spreadsheet, in any of its languages: `#SAKNAS!`, `#N/A`, `Err:502`.
pub(super) fn is_error(cell: &SheetCell) -> bool {
    const BARE: &[&str] = &[
        "N/A",
        "NV",
        "I/T",
        "NA",
        "SAKNAS",
        "GETTING_DATA",
        "IKKE TILGÆNGELIG",
        "UPPGIFT SAKNAS",
        "ERROR",
        "REF",
        "NULL",
        "NUM",
        "SPILL",
        "HÄMTAR_DATA",
        "CALC",
        "CONNECT",
        "BLOCKED",
        "BUSY",
    ];
    let SheetCell::Text(text) = cell else { return false };
    let text = text.trim();
    if let Some(number) = ["Err:", "Fel:", "Fejl:", "Feil:"].iter().find_map(|head| text.strip_prefix(head)) {
        return number.len() == 3 && number.bytes().all(|digit| digit.is_ascii_digit());
    }
    let Some(rest) = text.strip_prefix('#') else { return false };
    if text.len() > 1 && rest.chars().all(|letter| letter == '#') {
        return true;
    }
    let capitals = rest.chars().filter(|letter| letter.is_alphabetic()).count();
    let written = rest.chars().all(|letter| {
        letter.is_uppercase() || letter.is_ascii_digit() || matches!(letter, '/' | '_' | ' ' | '!' | '?')
    });
    capitals > 1 && written && (rest.ends_with(['!', '?']) || BARE.contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[SheetCell]) -> Vec<(usize, &SheetCell)> {
        cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect()
    }

    fn texts(texts: &[&str]) -> Vec<SheetCell> {
        texts.iter().map(|text| SheetCell::text(*text)).collect()
    }

    #[test]
    fn a_row_of_sums_is_told_from_an_item() {
        for sum in [
            &["Summa", "", "21"][..],
            &["Totalt:", "1 234"],
            &["Summa Parkförvaltningen", "", "12"],
            &["", "Total", "40"],
            &["Antal: 12"],
            &["Antal ombud: 12"],
            &["Delsumma", "3", "4"],
            &["Medel", "2,5"],
        ] {
            assert!(is_sum(&row(&texts(sum))), "{sum:?}");
        }
        for item in [
            &["Summa Förskola", "Parkförvaltningen", "12"][..],
            &["Totalskolan", "", "12"],
            &["Total översyn", "85000"],
            &["Antal"],
            &["Eken", "12"],
            &["Antalia", "3"],
        ] {
            assert!(!is_sum(&row(&texts(item))) || *item == ["Antal"], "{item:?}");
        }
    }

    #[test]
    fn a_sum_of_some_places_is_none_of_them() {
        for sum in [
            &["Summa Skolförvaltningen"][..],
            &["Skolförvaltningen Totalt"],
            &["Skolförvaltningen, summa", "", "12"],
            &["S:a", "", "12"],
            &["Σ", "", "12"],
            &["∑", "12"],
        ] {
            assert!(is_sum_of_places(&row(&texts(sum))), "{sum:?}");
        }
        for item in
            [&["Summa Förskola", "Parkförvaltningen", "12"][..], &["Sa"], &["Skolan", "12"], &["Totalt", "Eken"]]
        {
            assert!(!is_sum_of_places(&row(&texts(item))), "{item:?}");
        }
        assert!(is_count(&row(&texts(&["Vakansgrad", "25 %"]))) && !is_count(&row(&texts(&["Andel", "Eken"]))));
    }

    #[test]
    fn errors_of_spreadsheets_are_told_from_texts() {
        for text in [
            "#SAKNAS!",
            "#REFERENS!",
            "#N/A",
            "#NV",
            "#I/T",
            "#NAMN?",
            "#DIVISION/0!",
            "#DIV/0!",
            "#VÆRDI!",
            "#GETTING_DATA",
            "#ERROR!",
            "Err:502",
            "Fel:502",
            "####",
            "#SPILL!",
        ] {
            assert!(is_error(&SheetCell::text(text)), "{text}");
        }
        for text in ["#12", "# 3", "#larm", "Saknas!", "A#B", "#A", "Fel: larm", "#Eken!"] {
            assert!(!is_error(&SheetCell::text(text)), "{text}");
        }
    }
}
