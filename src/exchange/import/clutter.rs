//! What a sheet has beside its items: headings that come again, sums, footers, and cells with errors of a spreadsheet.

use super::note::NoteKind;
use super::{ImportRun, ImportedSheet};
use crate::exchange::names::heading;
use crate::exchange::number::number;
use crate::exchange::sheet::SheetCell;

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

/// Words that begin a footer, with a number or a day behind them.
const FOOTERS: &[&str] = &[
    "sida",
    "sid",
    "page",
    "side",
    "utskriven",
    "utskrivet",
    "utskrift",
    "utskriftsdatum",
    "printed",
    "skapad",
    "skapat",
    "created",
    "generated",
    "genererad",
    "uppdaterad",
    "uppdaterat",
    "updated",
    "senast",
    "reviderad",
    "version",
    "exporterad",
    "exported",
    "uttag",
    "uttagen",
    "udskrevet",
    "datum",
    "date",
    "rader",
];

/// Words that stand in a footer beside numbers.
const BESIDE: &[&str] = &[
    "av",
    "of",
    "af",
    "den",
    "kl",
    "datum",
    "uppdaterad",
    "ändrad",
    "sida",
    "sid",
    "page",
    "utskrift",
    "utskriven",
    "at",
    "on",
    "senast",
    "version",
    "last",
    "updated",
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
];

/// Words that begin a remark below a table, with a colon behind them.
const REMARKS: &[&str] =
    &["källa", "source", "anm", "anmärkning", "obs", "not", "note", "kommentar", "förklaring", "kilde"];

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
        for row in sheet.rows().collect::<Vec<_>>() {
            let filled: Vec<(usize, &SheetCell)> =
                sheet.table.rows[row].iter().enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
            let what = match () {
                () if self.is_heading(sheet, &headings, &filled) => Some(NoteKind::HeadingAgain),
                () if is_sum(&filled) => Some(NoteKind::Sum),
                () if is_footer(&filled) => Some(NoteKind::Footer),
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
        let mut same = 0;
        for (place, cell) in filled {
            let SheetCell::Text(text) = cell else { return false };
            if again(text, *place) {
                same += 1;
            } else if !means(text, *place) {
                return false;
            }
        }
        same > 0
    }
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_figures(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
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
        () if SUMS.contains(&&**first) => low.len() == 1 || numbers || text.trim_end().ends_with(':'),
        () if COUNTS.contains(&&*bare) => true,
        // "Antal ombud: 12"
        () => first == "antal" && low.last().is_some_and(|word| is_figures(word)) && text.contains(':'),
    }
}

/// Whether every cell of a row belongs to what is printed around a table.
fn is_footer(filled: &[(usize, &SheetCell)]) -> bool {
    let is_page = |text: &str| {
        let low = words(text);
        let signs = text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '(' | ')' | '/'));
        low.len() == 2 && low.iter().all(|word| is_figures(word)) && signs && text.contains(['(', '/'])
    };
    let is_printed = |text: &str| {
        let low = words(text);
        let said = low.first().is_some_and(|first| FOOTERS.contains(&&**first));
        said && low.len() > 1
            && low[1..].iter().all(|word| is_figures(word) || BESIDE.contains(&&**word))
            && low.iter().any(|word| is_figures(word))
    };
    let is_remark = |text: &str| {
        let low = words(text);
        filled.len() == 1 && text.contains(':') && low.first().is_some_and(|first| REMARKS.contains(&&**first))
    };
    let texts = filled.iter().all(|(_, cell)| match cell {
        SheetCell::Text(text) => is_page(text) || is_printed(text) || is_remark(text),
        _ => false,
    });
    texts && !filled.is_empty()
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
    fn what_is_printed_around_a_table_is_told_from_an_item() {
        for footer in [
            &["Utskriven 2026-01-01"][..],
            &["Sida 1 av 3"],
            &["", "", "Sid 2(5)"],
            &["Page 1 of 3"],
            &["1 (3)"],
            &["Utskriven 2026-01-01", "", "Sida 1 av 3"],
            &["Källa: lönesystemet"],
            &["Senast uppdaterad: 1 mars 2026"],
        ] {
            assert!(is_footer(&row(&texts(footer))), "{footer:?}");
        }
        for item in [
            &["Sidan 4"][..],
            &["Uppdaterad plan 2027"],
            &["Sida"],
            &["Utskriven 2026-01-01", "Eken"],
            &["Källa"],
            &["Notan: bra"],
            &["3-4"],
        ] {
            assert!(!is_footer(&row(&texts(item))), "{item:?}");
        }
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
