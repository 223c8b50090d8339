//! Texts that a spreadsheet would take for formulas, and the mark that keeps it from that.
//!
//! Excel and its likes run what begins with `=`, `+`, `-` or `@`, also in a CSV file. Such a text gets an apostrophe
//! before it when it is written, and reading takes it off again. Numbers need none: `-5` is what it says.

use super::sheet::SheetCell;

/// The text as it is written to a CSV file.
pub(super) fn put_on(text: &str) -> String {
    if needs(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes the mark off a cell that was read from a CSV file, and off `="0701234567"` what keeps a spreadsheet from taking
/// the text for a number.
pub(super) fn take_off(cell: &mut SheetCell) {
    if let SheetCell::Text(text) = cell
        && let Some(inside) = text.trim().strip_prefix("=\"").and_then(|text| text.strip_suffix('"'))
        && !inside.contains('"')
    {
        *cell = SheetCell::text(inside);
        return;
    }
    if let SheetCell::Text(text) = cell
        && let Some(bare) = text.strip_prefix('\'')
        && needs(bare)
    {
        *cell = SheetCell::text(bare);
    }
}

/// Whether the text, or what stands behind apostrophes of its own and white space, could be taken for a formula.
fn needs(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    let begun = bare.trim_start_matches(|letter: char| letter == '\'' || letter.is_whitespace());
    bare.starts_with(['\t', '\r']) || (begun.starts_with(['=', '+', '-', '@']) && !is_number(begun))
}

/// Whether the text is a number in figures, with a decimal point or comma.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once([',', '.']).unwrap_or((unsigned, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    digits(whole) && digits(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_kept_from_being_a_number_is_that_text() {
        let mut cells = ["=\"0701234567\"", "=\"a\"&\"b\"", "=1+1"].map(|text| SheetCell::Text(text.into()));
        cells.iter_mut().for_each(take_off);
        assert_eq!(cells.map(|cell| cell.plain()), ["0701234567", "=\"a\"&\"b\"", "=1+1"]);
    }

    fn back(text: &str) -> String {
        let mut cell = SheetCell::Text(put_on(text));
        take_off(&mut cell);
        cell.plain()
    }

    #[test]
    fn fault_09_a_formula_is_marked_and_a_negative_number_is_not() {
        for text in
            ["=1+1", "+46 8 12 34", "-5 grader", "@SUM(A1)", "\tx", "-2–-1", "'=1", "''-x", " =1", " =\"a\" ", "'\n'=1"]
        {
            assert_eq!(put_on(text), format!("'{text}"));
            assert_eq!(back(text), text);
        }
        for text in ["-5", "+5", "-2,5", " -5", "2.5", "Eken", "'s-Hertogenbosch", "'", ""] {
            assert_eq!(put_on(text), text);
            assert_eq!(back(text), text);
        }
    }
}
