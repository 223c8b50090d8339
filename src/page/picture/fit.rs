//! How wide a text is, near enough and rather too wide than too narrow, and how it is broken to fit.

use super::Pixels;
use crate::organisation::letters::latin as letters;

/// What a text is cut with.
const CUT: char = '…';

/// How wide a text is at a size. The widths are those of a wide font: in a narrower one there is room left over.
pub fn width(text: &str, size: Pixels) -> Pixels {
    text.chars().map(of).sum::<Pixels>() * size
}

/// The width of a letter, for a size of 1.
fn of(letter: char) -> Pixels {
    match letter {
        'i' | 'j' | 'l' | 'í' | 'ì' | '\'' | '|' => 0.28,
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' | 'I' | '·' => 0.33,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '"' | '”' | '“' => 0.42,
        'm' | 'w' | 'M' | 'W' | '–' | CUT | '%' | '@' => 1.0,
        'c' | 's' | 'z' | 'k' | 'v' | 'x' | 'y' => 0.58,
        letter if letters::is_large(letter) => 0.75,
        letter if letter.is_ascii() || ('\u{c0}'..'\u{250}').contains(&letter) => 0.64,
        // What else there may be, such as Chinese, is as wide as it is high.
        _ => 1.0,
    }
}

/// A text in lines no wider than `room`, at most so many; what does not fit is cut. A word too long for a line is broken
/// where a letter no longer fits.
pub fn lines(text: &str, size: Pixels, room: Pixels, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, size) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while width(rest, size) > room {
            let end = broken(rest, size, room);
            lines.push(format!("{}-", &rest[..end]));
            rest = &rest[end..];
        }
        rest.clone_into(&mut line);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(last, size, room);
        }
    }
    lines
}

/// Where a word is broken so that its beginning and a hyphen fit; at least one letter.
fn broken(word: &str, size: Pixels, room: Pixels) -> usize {
    let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let fits = |end: &usize| width(&word[..*end], size) + of('-') * size <= room;
    let first = word.chars().next().map_or(0, char::len_utf8);
    ends.take_while(fits).last().unwrap_or(first)
}

/// A text with what shows that it goes on, no wider than `room`.
fn cut(text: &str, size: Pixels, room: Pixels) -> String {
    let mut text = text.trim_end_matches('-').to_owned();
    while !text.is_empty() && width(&text, size) + of(CUT) * size > room {
        text.pop();
    }
    format!("{}{CUT}", text.trim_end())
}
