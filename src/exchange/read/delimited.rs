//! Text with separators: which one it has, and its cells.

use super::{MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, Separator};
use crate::exchange::sheet::{CellPlace, SheetCell, SheetTable};

/// What stands between the fields: what the text says itself, else what divides most of its lines.
pub(super) fn separator(text: &str) -> Separator {
    if let Some(said) = said(text) {
        return said;
    }
    // A comma before a space divides a sentence, unless nothing else divides the sheet.
    let is_divided = |close: bool| Separator::COMMON.iter().any(|one| mode(&counts(text, one.letter(), close)) > 0);
    let close = is_divided(true);
    let score = |separator: &Separator| {
        let counts = counts(text, separator.letter(), close);
        let divided = counts.iter().filter(|count| **count > 0).count();
        let most = mode(&counts);
        let alike = counts.iter().filter(|count| **count == most).count();
        // Lines that it divides; a title or a remark has none of it. Then how alike they are.
        let part = |some: usize| some * 20 / counts.len().max(1);
        (part(divided), if divided == 0 { 0 } else { part(alike) }, most)
    };
    // Of equals the one named first: decimal commas divide lines too.
    Separator::COMMON.into_iter().rev().max_by_key(score).unwrap_or(Separator::Semicolon)
}

/// The separator that a spreadsheet writes into a line of its own: `sep=;`.
fn said(text: &str) -> Option<Separator> {
    let line = text.lines().next()?.trim_matches('"');
    let said = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &line[4..])?;
    let letter = if said.starts_with("\\t") { '\t' } else { said.chars().next()? };
    Some(Separator::of(letter)).filter(|separator| !separator.letter().is_alphanumeric())
}

/// Whether the first line is none of the sheet's: it tells the separator, or what kind of thing `PowerShell` wrote.
fn first_is_no_row(text: &str) -> bool {
    said(text).is_some() || text.starts_with("#TYPE ")
}

/// The most common of the counts that are not zero, the greater of two.
fn mode(counts: &[usize]) -> usize {
    let mut times = std::collections::BTreeMap::<usize, usize>::new();
    for count in counts.iter().filter(|count| **count > 0) {
        *times.entry(*count).or_default() += 1;
    }
    times.into_iter().max_by_key(|(count, times)| (*times, *count)).map_or(0, |(count, _)| count)
}

/// Separators outside quotes in each of the first lines that hold something, but for one that is no row. Where they are to
/// be close to what follows, those before a space do not count.
fn counts(text: &str, separator: char, close: bool) -> Vec<usize> {
    const LINES: usize = 2_000;
    let text = match text.split_once('\n') {
        Some((_, rest)) if first_is_no_row(text) => rest,
        _ => text,
    };
    let (mut counts, mut count, mut quoted, mut filled) = (Vec::new(), 0, false, false);
    // Whether a field begins, whichever separator ends the one before: elsewhere a quote is a letter.
    let is_separator = |letter: char| letter == separator || Separator::COMMON.iter().any(|one| one.letter() == letter);
    let mut begins = true;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let was_quoted = quoted;
        match letter {
            '"' if begins || quoted => quoted = !quoted,
            '\n' | '\r' if !quoted => {
                if filled {
                    counts.push(count);
                }
                (count, filled) = (0, false);
                if counts.len() == LINES {
                    return counts;
                }
            }
            letter if letter == separator && !quoted => {
                count += usize::from(!close || letters.peek() != Some(&' '));
            }
            _ => {}
        }
        filled |= !letter.is_whitespace();
        // A quote that closes may be the first of two, which are a letter.
        begins = !quoted && (is_separator(letter) || matches!(letter, '\n' | '\r') || (was_quoted && letter == '"'));
    }
    if filled {
        counts.push(count);
    }
    counts
}

/// The cells of a text. All of them are texts.
///
/// Empty lines are rows too, so that rows have the numbers a spreadsheet gives them.
///
/// A quote that opens a field and is not closed at the end of one is a letter: else it would swallow the rows below it.
pub(super) fn sheet(text: &str, separator: Separator, progress: &mut dyn FnMut(f64)) -> SheetTable {
    // So many are looked for; a text with more of them is none of fields.
    const MOST: usize = 50;
    let mut letters = Vec::new();
    loop {
        match fields(text, separator, &letters, progress) {
            (_, Some(quote)) if letters.len() < MOST => letters.push(quote),
            (table, _) => return table,
        }
    }
}

/// The cells of a text in which the quotes at some places are letters, and the place of another one that seems to be.
fn fields(
    text: &str,
    separator: Separator,
    letters_at: &[usize],
    progress: &mut dyn FnMut(f64),
) -> (SheetTable, Option<usize>) {
    let mut rows = DelimitedRows { table: SheetTable::default(), row: Vec::new(), column: 0, at: 0 };
    let mut field = String::new();
    let mut letters = text.char_indices().peekable();
    // Whether the field is in quotes: not, now, or it was and they are closed.
    let (mut begun, mut quoted) = (false, false);
    let mut opened = 0;
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' if quoted => {
                if letters.next_if(|(_, next)| *next == '"').is_some() {
                    field.push('"');
                    continue;
                }
                let ends = |next: char| next == separator.letter() || next.is_whitespace();
                if field.contains('\n') && letters.peek().is_some_and(|(_, next)| !ends(*next)) {
                    return (rows.table, Some(opened));
                }
                quoted = false;
            }
            '"' if !begun && !letters_at.contains(&at) => (begun, quoted, opened) = (true, true, at),
            '\r' if letters.peek().is_some_and(|(_, next)| *next == '\n') => {}
            _ if quoted => field.push(letter),
            '\n' | '\r' => {
                rows.field(&mut field);
                rows.end();
                begun = false;
                if rows.at.is_multiple_of(1024) {
                    #[allow(clippy::cast_precision_loss, reason = "a progress bar")]
                    progress(at as f64 / text.len() as f64);
                }
            }
            _ if letter == separator.letter() => {
                rows.field(&mut field);
                begun = false;
            }
            _ => {
                begun = true;
                field.push(letter);
            }
        }
    }
    let is_open = quoted && field.contains('\n');
    rows.field(&mut field);
    rows.end();
    let mut table = rows.table;
    if first_is_no_row(text) {
        table.rows[0].clear();
    }
    while table.rows.last().is_some_and(Vec::is_empty) {
        table.rows.pop();
    }
    (table, is_open.then_some(opened))
}

/// The rows so far, and the one that is being read.
struct DelimitedRows {
    table: SheetTable,
    row: Vec<SheetCell>,
    column: usize,
    at: usize,
}

impl DelimitedRows {
    fn field(&mut self, field: &mut String) {
        let text = std::mem::take(field);
        let (row, column) = (self.at, self.column);
        self.column += 1;
        if text.trim().is_empty() {
            return;
        }
        if column >= MOST_COLUMNS {
            self.table.left_out.cells += 1;
            return;
        }
        // A letter is a byte at least.
        let whole = text.len() <= MOST_LETTERS || text.chars().count() <= MOST_LETTERS;
        if !whole {
            self.table.left_out.cut.push(CellPlace::new(row, column));
        }
        self.row.resize(column, SheetCell::Empty);
        self.row.push(SheetCell::Text(if whole { text } else { text.chars().take(MOST_LETTERS).collect() }));
    }

    fn end(&mut self) {
        let row = std::mem::take(&mut self.row);
        if self.at < MOST_ROWS {
            self.table.rows.push(row);
        } else if !row.is_empty() {
            self.table.left_out.rows += 1;
        }
        self.at += 1;
        self.column = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let sheet = sheet(text, separator(text), &mut |_| ());
        sheet.rows.iter().map(|row| row.iter().map(SheetCell::plain).collect()).collect()
    }

    #[test]
    fn fault_09_quotes_hold_separators_lines_and_quotes() {
        let text = "Namn;Not\r\n\"Eken; öst\";\"rad ett\r\nrad \"\"två\"\"\"\r\n";
        assert_eq!(read(text), [vec!["Namn", "Not"], vec!["Eken; öst", "rad ett\nrad \"två\""]]);
    }

    #[test]
    fn fault_09_a_decimal_comma_is_no_separator() {
        assert_eq!(separator("Vad;Kostnad\nPump;2,5\nVakt;3,5"), Separator::Semicolon);
        assert_eq!(separator("What,Cost\nPump,2.5\n\"Guard, night\",3"), Separator::Comma);
        assert_eq!(separator("What\tCost\nPump\t2,5"), Separator::Tab);
        assert_eq!(separator("Namn\nEken"), Separator::Semicolon);
    }

    #[test]
    fn what_is_in_quotes_divides_nothing_whatever_else_is_tried() {
        assert_eq!(separator("Eken;\"Bo, Eva, Cia\"\n"), Separator::Semicolon);
        assert_eq!(separator("Eken,\"Bo; Eva; Cia\"\n"), Separator::Comma);
        assert_eq!(read("Eken;\"a,b,c\"\n"), [["Eken", "a,b,c"]]);
    }

    #[test]
    fn a_spreadsheet_may_say_the_separator_itself() {
        assert_eq!(separator("sep=,\nNamn;x"), Separator::Comma);
        assert_eq!(separator("\"sep=|\"\nNamn;x"), Separator::Pipe);
        assert_eq!(separator("SEP=^\r\nNamn^x"), Separator::Other('^'));
        assert_eq!(separator("sep=\\t\nNamn\tx"), Separator::Tab);
        assert_eq!(separator("sep=\t\nNamn\tx"), Separator::Tab);
        assert_eq!(separator("sep=a;b\nseparat;c"), Separator::Semicolon, "no separator is a letter");
        assert_eq!(read("sep=^\nNamn^Ort\nEken^Sjövik"), [vec![], vec!["Namn", "Ort"], vec!["Eken", "Sjövik"]]);
    }

    #[test]
    fn the_whole_sheet_decides_not_its_first_line() {
        let ragged = "Ek, Bo;A;b@example.org;08-1\nAl, Eva;B;e@example.org\nLind, Cia;C\n";
        for (text, expected) in [
            ("Ombud, Sjövik 2026\nEnhet;Ombud\nEken;Bo\nAlen;Eva\n".to_owned(), Separator::Semicolon),
            ("Ombud; januari, februari\n\nEnhet\tOmbud\nEken\tBo, Eva\nAlen\tCia\n".to_owned(), Separator::Tab),
            ("Namn;Enhet, ort;Mejl\nAl, Bo;A;b\nEk, Eva;B\nLind, Cia;C\n".to_owned(), Separator::Semicolon),
            ("Namn, Enhet\nBo, Eken\n".to_owned(), Separator::Comma),
            ("Rapport\nEnhet,Ombud\nEken,Bo\n".to_owned(), Separator::Comma),
            (format!("Namn;Enhet;E-post;Telefon\n{ragged}"), Separator::Semicolon),
            ("#TYPE A.B;C\n\"A\",\"B\"\n\"1;2\",\"3\"\n".to_owned(), Separator::Comma),
            ("Enhet|Ombud|Not\nEken|Bo|a; b\nAlen|Eva|c, d\n".to_owned(), Separator::Pipe),
            ("Bredd 5\" ;x\nEnhet;Ombud\nEken;Bo\n".to_owned(), Separator::Semicolon),
        ] {
            assert_eq!(separator(&text), expected, "{text}");
        }
    }

    #[test]
    fn what_powershell_writes_before_the_headings_is_no_row() {
        assert_eq!(read("#TYPE A.B\n\"A\",\"B\"\n"), [vec![], vec!["A", "B"]]);
    }

    #[test]
    fn rows_keep_the_numbers_of_a_spreadsheet() {
        assert_eq!(read("a;b\n\n;c\n\n").iter().map(Vec::len).collect::<Vec<_>>(), [2, 0, 2]);
        assert_eq!(read("sep=;\na;b").len(), 2);
        assert_eq!(read("a \"b\";c")[0][0], "a \"b\"", "a quote inside a field is a letter");
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_no_rows() {
        assert_eq!(read("a;b\n\"c;d\ne;f\n"), [vec!["a", "b"], vec!["\"c", "d"], vec!["e", "f"]]);
        let rows = read("a;b\n\"c;d\n\"e; g\";f\nh;\"i\nj\"\n");
        assert_eq!(rows, [vec!["a", "b"], vec!["\"c", "d"], vec!["e; g", "f"], vec!["h", "i\nj"]]);
    }

    #[test]
    fn what_is_beyond_the_bounds_is_counted() {
        let many = "x\n".repeat(MOST_ROWS + 3);
        let table = sheet(&many, Separator::Semicolon, &mut |_| ());
        assert_eq!((table.rows.len(), table.left_out.rows), (MOST_ROWS, 3));
        let wide = sheet(&"x;".repeat(MOST_COLUMNS + 2), Separator::Semicolon, &mut |_| ());
        assert_eq!((wide.rows[0].len(), wide.left_out.cells), (MOST_COLUMNS, 2));
        let long = sheet(&"å".repeat(MOST_LETTERS + 1), Separator::Semicolon, &mut |_| ());
        assert_eq!(long.left_out.cut, [CellPlace::new(0, 0)]);
    }
}
