//! A sheet as text, the way Swedish spreadsheets open it: semicolons, UTF-8 with a mark, CRLF, decimal commas.

use crate::exchange::guard;
use crate::exchange::sheet::{SheetCell, SheetTable, printable};

/// The sheet as a CSV file.
pub fn csv(table: &SheetTable) -> Vec<u8> {
    let mut out = String::from("\u{FEFF}");
    let width = table.width();
    for row in &table.rows {
        for column in 0..width {
            if column > 0 {
                out.push(';');
            }
            out.push_str(&field(row.get(column).unwrap_or(&SheetCell::Empty)));
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn field(cell: &SheetCell) -> String {
    let text = match cell {
        SheetCell::Number(number) => figures(*number),
        SheetCell::Text(text) => guard::put_on(&printable(text)),
        other => other.plain(),
    };
    // White space at the ends and lines survive only in quotes. Whoever guesses what stands between the fields counts only
    // what is outside them, and takes what begins with one of these signs for JSON, a web page or a program's own line.
    let plain = !text.contains([';', '"', '\n', '\r', '\t', ',', '|'])
        && !text.starts_with(['{', '[', '<', '#'])
        && text.trim() == text;
    if plain { text } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

/// A number with a decimal comma. Three decimals get a fourth: `12,125` is twelve thousand to some readers.
fn figures(number: f64) -> String {
    let text = number.to_string().replace('.', ",");
    let has_three = text.split_once(',').is_some_and(|(_, decimals)| decimals.len() == 3);
    if has_three { text + "0" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::value::Date;

    #[test]
    fn three_decimals_are_written_so_that_they_can_be_read_in_one_way() {
        let written = |number: f64| field(&SheetCell::Number(number));
        assert_eq!([written(12.125), written(12.5), written(1200.0)], ["\"12,1250\"", "\"12,5\"", "1200"]);
        let back = |text: &str| crate::exchange::number::number(&SheetCell::text(text));
        assert_eq!((back("12,1250"), back("12,125").is_err()), (Ok(12.125), true));
    }

    #[test]
    fn what_would_be_taken_for_another_separator_or_another_kind_of_file_is_read_as_it_was() {
        let names = ["a|b|c", "[1]", "{\"value\": []}", "<html>", "#TYPE A.B", " =\"a\"", "Bo Ek"];
        for first in names {
            let rows: Vec<Vec<SheetCell>> =
                [first, "x|y|z", "x|y|z"].map(|text| vec![SheetCell::text(text), SheetCell::text("b")]).to_vec();
            let read = crate::exchange::read::read("x.csv", &csv(&SheetTable::new("x", rows.clone())), &mut |_| ());
            assert_eq!(read.map(|opened| opened.sheets[0].rows.clone()), Ok(rows), "{first}");
        }
    }

    #[test]
    fn control_characters_are_left_out() {
        let written = csv(&SheetTable::new("x", vec![vec![SheetCell::Text("a\0b\u{1b}c".into())]]));
        assert_eq!(written, "\u{FEFF}abc\r\n".as_bytes());
    }

    #[test]
    fn fault_09_a_sheet_is_written_for_swedish_spreadsheets_and_runs_nothing() {
        let row = vec![
            SheetCell::Text("=HYPERLINK(\"x\")".into()),
            SheetCell::Text("-5".into()),
            SheetCell::Number(-2.5),
            SheetCell::Date(Date::from_ymd_opt(2026, 7, 1).unwrap()),
            SheetCell::Text("Eken; \"öst\"".into()),
            SheetCell::Empty,
        ];
        let written = String::from_utf8(csv(&SheetTable::new("x", vec![row]))).unwrap();
        assert_eq!(written, "\u{FEFF}\"'=HYPERLINK(\"\"x\"\")\";-5;\"-2,5\";2026-07-01;\"Eken; \"\"öst\"\"\";\r\n");
    }
}
