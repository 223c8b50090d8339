//! What no sheet keeps: personal identity numbers.

use super::super::names::heading;
use super::super::personal;
use super::super::sheet::{CellPlace, SheetCell, SheetTable};

/// Rows in which a column may be headed.
const HEADING_ROWS: usize = 20;

/// Drops every personal identity number of a sheet, those in its name too, and notes where it stood.
pub(super) fn scrub(table: &mut SheetTable) {
    if let Some(rest) = personal::without_in_name(&table.name) {
        table.name = rest;
        table.left_out.personal_in_name = true;
    }
    let telephone: Vec<bool> = (0..table.width()).map(|column| is_telephone(table, column)).collect();
    let below = |column: usize| {
        let mostly = || if telephone[column] { None } else { mostly_identity(table, column) };
        identity_below(table, column).or_else(mostly)
    };
    let identity: Vec<Option<usize>> = (0..table.width()).map(below).collect();
    let holds_one = |column: usize| {
        let mut cells = table.rows.iter().filter_map(|cells| cells.get(column));
        !telephone[column] && cells.any(|cell| personal::without(cell, false).is_some_and(|rest| rest.is_empty()))
    };
    let holds_some: Vec<bool> = (0..table.width()).map(holds_one).collect();
    let is_free: Vec<bool> =
        (0..table.width()).map(|column| !telephone[column] && !has_numbers_of_its_own(table, column)).collect();
    for (row, cells) in table.rows.iter_mut().enumerate() {
        for (column, cell) in cells.iter_mut().enumerate() {
            let is_below = identity[column].is_some_and(|heading| row > heading) && personal::could_be(cell);
            let is_gone = is_below || ((holds_some[column] || is_free[column]) && personal::is_of_2000(cell));
            let rest = if is_gone { Some(SheetCell::Empty) } else { personal::without(cell, telephone[column]) };
            if let Some(rest) = rest {
                *cell = rest;
                table.left_out.personal.push(CellPlace::new(row, column));
            }
        }
    }
}

/// Whether a column is headed as one of telephone numbers.
fn is_telephone(table: &SheetTable, column: usize) -> bool {
    const WORDS: &[&str] =
        &["telefon", "tele", "tfn", "mobil", "phone", "mobile", "växel", "direktn", "telnr", "mobnr", "telnummer"];
    const WHOLE: &[&str] = &["tel", "mob", "direkt", "cell", "fax", "sms", "jour"];
    table.rows.iter().take(HEADING_ROWS).any(|row| {
        row.get(column).is_some_and(|cell| {
            let text = cell.plain();
            let has_word =
                text.split(|letter: char| !letter.is_alphabetic()).any(|word| WHOLE.contains(&&*heading(word)));
            let heading = heading(&text);
            has_word || WORDS.iter().any(|word| heading.contains(word))
        })
    })
}

/// Whether a column is headed as one of ids, amounts or days: seven or eight figures are nothing special there.
fn has_numbers_of_its_own(table: &SheetTable, column: usize) -> bool {
    const WORDS: &[&str] = &[
        "id",
        "nr",
        "no",
        "num",
        "number",
        "kod",
        "code",
        "dnr",
        "antal",
        "anställda",
        "employees",
        "count",
        "belopp",
        "amount",
        "kostnad",
        "kostnader",
        "cost",
        "budget",
        "summa",
        "sum",
        "total",
        "totalt",
        "kr",
        "sek",
        "tkr",
        "pris",
        "price",
        "värde",
        "value",
        "datum",
        "dag",
        "date",
        "day",
        "from",
        "until",
        "tom",
        "start",
        "slut",
        "år",
        "year",
        "uuid",
        "guid",
    ];
    const ENDS: &[&str] = &["nr", "nummer", "kod", "id", "datum", "number", "kostnad", "belopp"];
    table.rows.iter().take(HEADING_ROWS).filter_map(|row| row.get(column)).any(|cell| {
        let SheetCell::Text(text) = cell else { return false };
        let low = text.to_lowercase();
        let mut words = low.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        words.any(|word| WORDS.contains(&word) || ENDS.iter().any(|end| word.ends_with(end)))
    })
}

/// The row below which a column without such a heading holds identity numbers: most of what could be one is.
fn mostly_identity(table: &SheetTable, column: usize) -> Option<usize> {
    const FEWEST: usize = 3;
    let cells = table.rows.iter().enumerate().filter_map(|(row, cells)| Some((row, cells.get(column)?)));
    let is_number = |cell: &SheetCell| personal::without(cell, false).is_some_and(|rest| rest.is_empty());
    let could_be: Vec<(usize, bool)> =
        cells.filter(|(_, cell)| personal::could_be(cell)).map(|(row, cell)| (row, is_number(cell))).collect();
    let numbers = could_be.iter().filter(|(_, is_number)| *is_number).count();
    let first = could_be.first()?.0;
    (numbers >= FEWEST && numbers * 2 > could_be.len()).then(|| first.saturating_sub(1))
}

/// The row of the heading below which a column holds identity numbers.
fn identity_below(table: &SheetTable, column: usize) -> Option<usize> {
    let headings = table.rows.iter().take(HEADING_ROWS);
    headings.enumerate().find_map(|(row, cells)| match cells.get(column) {
        Some(SheetCell::Text(text)) if personal::is_heading(text) => Some(row),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_holds_mostly_identity_numbers_keeps_none_that_lost_its_zeros() {
        let of = |last: [&str; 4]| {
            let rows = std::iter::once(vec![SheetCell::text("Nr")]).chain(last.map(|text| vec![SheetCell::text(text)]));
            let mut table = SheetTable::new("x", rows.collect());
            scrub(&mut table);
            table.rows.iter().skip(1).filter(|row| !row[0].is_empty()).count()
        };
        assert_eq!(of(["900101-9802", "9001019802", "1019801", "900101-9802"]), 0);
        assert_eq!(of(["900101-9802", "1019803", "1019802", "900101-9802"]), 2, "half of them are something else");
        assert_eq!(of(["900101-9802", "2299808", "7", "8"]), 2, "beside another, what could be one is one");
        assert_eq!(of(["2299808", "5", "7", "8"]), 4, "alone it is a number like others");
    }

    #[test]
    fn a_number_that_lost_its_zeros_is_one_unless_its_column_has_numbers_of_its_own() {
        let left = |heading: &str, cell: SheetCell| {
            let mut table = SheetTable::new("x", vec![vec![SheetCell::text(heading)], vec![cell]]);
            scrub(&mut table);
            (!table.rows[1][0].is_empty(), table.left_out.personal.len())
        };
        for heading in ["Kostnadsställe", "Anteckning", "Titel", "Namn"] {
            for text in ["1019801", "3041233", "03041233"] {
                assert_eq!(left(heading, SheetCell::text(text)), (false, 1), "{heading} {text}");
            }
            assert_eq!(left(heading, SheetCell::Number(1_019_801.0)), (false, 1), "{heading}");
            assert_eq!(left(heading, SheetCell::Number(1_019_802.0)), (true, 0), "{heading}");
        }
        for heading in ["Id", "Anst.nr", "Skolenhetskod", "Kostnad (kr)", "Telefon", "Antal anställda", "Dnr"] {
            assert_eq!(left(heading, SheetCell::Number(1_019_801.0)), (true, 0), "{heading}");
        }
    }

    #[test]
    fn below_a_heading_of_telephone_numbers_none_is_mistaken_for_one() {
        for heading in ["Direktnummer", "Tel nr", "Tel. (arbete)", "Mob.", "Mobilnr säkerhetsombud", "Telefon"] {
            let rows = [heading, "701019802", "0701019806", "+46 701234502"].map(|text| vec![SheetCell::text(text)]);
            let mut table = SheetTable::new("x", rows.to_vec());
            scrub(&mut table);
            assert_eq!(table.left_out.personal, [], "{heading}");
        }
    }

    #[test]
    fn below_a_heading_of_identity_numbers_none_is_kept() {
        let texts = |texts: [&str; 2]| texts.map(SheetCell::text).to_vec();
        let rows = vec![
            texts(["Nr", "Personnummer"]),
            texts(["900101", "900101-9803"]),
            vec![SheetCell::text("7"), SheetCell::Number(1_019_800.0)],
        ];
        let mut table = SheetTable::new("x", rows);
        scrub(&mut table);
        assert_eq!(table.left_out.personal, [CellPlace::new(1, 1), CellPlace::new(2, 1)]);
        assert_eq!(table.rows[1], [SheetCell::text("900101"), SheetCell::Empty]);
    }
}
