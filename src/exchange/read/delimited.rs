//! Text with separators: which one it has, and its cells.

use super::{MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, Separator};
use crate::exchange::sheet::{Cell, Place, Table};

/// What stands between the fields: of those that occur outside quotes in the first lines, the one that divides most
/// lines alike.
pub(super) fn separator(text: &str) -> Separator {
    // A line that a spreadsheet writes to say it itself.
    let first = text.lines().next().unwrap_or_default();
    let all = [Separator::Semicolon, Separator::Tab, Separator::Comma];
    if let Some(said) = first.trim().strip_prefix("sep=") {
        return all.into_iter().find(|one| said.starts_with(one.letter())).unwrap_or(Separator::Semicolon);
    }
    let score = |separator: &Separator| {
        let counts = counts(text, separator.letter());
        let most = counts.first().copied().unwrap_or(0);
        let alike = counts.iter().filter(|count| **count == most).count();
        if most == 0 { (0, 0) } else { (alike * 100 / counts.len(), most) }
    };
    // Of equals the one named first: decimal commas divide lines too.
    all.into_iter().rev().max_by_key(score).unwrap_or(Separator::Semicolon)
}

/// Separators outside quotes in each of the first lines.
fn counts(text: &str, separator: char) -> Vec<usize> {
    const LINES: usize = 30;
    let (mut counts, mut count, mut quoted, mut filled) = (Vec::new(), 0, false, false);
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                if filled {
                    counts.push(count);
                }
                (count, filled) = (0, false);
                if counts.len() == LINES {
                    return counts;
                }
            }
            letter if letter == separator && !quoted => count += 1,
            _ => {}
        }
        filled |= !letter.is_whitespace();
    }
    if filled {
        counts.push(count);
    }
    counts
}

/// The cells of a text. All of them are texts.
///
/// Empty lines are rows too, so that rows have the numbers a spreadsheet gives them.
pub(super) fn sheet(text: &str, separator: Separator, progress: &mut dyn FnMut(f64)) -> Table {
    let mut rows = Rows { table: Table::default(), row: Vec::new(), column: 0, at: 0 };
    let mut field = String::new();
    let mut letters = text.char_indices().peekable();
    // Whether the field is in quotes: not, now, or it was and they are closed.
    let (mut begun, mut quoted) = (false, false);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' if quoted => match letters.next_if(|(_, next)| *next == '"') {
                Some(_) => field.push('"'),
                None => quoted = false,
            },
            '"' if !begun => (begun, quoted) = (true, true),
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
    rows.field(&mut field);
    rows.end();
    let mut table = rows.table;
    if text.starts_with("sep=") {
        table.rows[0].clear();
    }
    while table.rows.last().is_some_and(Vec::is_empty) {
        table.rows.pop();
    }
    table
}

/// The rows so far, and the one that is being read.
struct Rows {
    table: Table,
    row: Vec<Cell>,
    column: usize,
    at: usize,
}

impl Rows {
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
            self.table.left_out.cut.push(Place::new(row, column));
        }
        self.row.resize(column, Cell::Empty);
        self.row.push(Cell::Text(if whole { text } else { text.chars().take(MOST_LETTERS).collect() }));
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
        sheet.rows.iter().map(|row| row.iter().map(Cell::plain).collect()).collect()
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
        assert_eq!(separator("sep=,\nNamn;x"), Separator::Comma);
    }

    #[test]
    fn rows_keep_the_numbers_of_a_spreadsheet() {
        assert_eq!(read("a;b\n\n;c\n\n").iter().map(Vec::len).collect::<Vec<_>>(), [2, 0, 2]);
        assert_eq!(read("sep=;\na;b").len(), 2);
        assert_eq!(read("a \"b\";c")[0][0], "a \"b\"", "a quote inside a field is a letter");
    }

    #[test]
    fn what_is_beyond_the_bounds_is_counted() {
        let many = "x\n".repeat(MOST_ROWS + 3);
        let table = sheet(&many, Separator::Semicolon, &mut |_| ());
        assert_eq!((table.rows.len(), table.left_out.rows), (MOST_ROWS, 3));
        let wide = sheet(&"x;".repeat(MOST_COLUMNS + 2), Separator::Semicolon, &mut |_| ());
        assert_eq!((wide.rows[0].len(), wide.left_out.cells), (MOST_COLUMNS, 2));
        let long = sheet(&"å".repeat(MOST_LETTERS + 1), Separator::Semicolon, &mut |_| ());
        assert_eq!(long.left_out.cut, [Place::new(0, 0)]);
    }
}
